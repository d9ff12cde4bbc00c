"""Dead and wounded told by what befell them, by who was the last of them, and numbers that count nobody: both ways."""

from __future__ import annotations

import pytest

from monitor.events.sentences import split
from monitor.events.tolls.toll import Tolls

#: text, killed, wounded (None: not said)
READ = (
    # an age is no figure
    ("He was 41, and he died at the gate of the barracks.", 1, None),
    ("Three brothers aged 19 and 23 and a woman of 60 died.", 4, None),
    ("Six girls aged eight to 15 were killed and nine hurt.", 6, 9),
    ("A boy aged 9 and 12 others were killed.", 13, None),
    ("A driver aged 50 and three guards were killed.", 4, None),
    ("The toll was 41, and scores were hurt.", 41, 20),
    # nor is the number of a name
    ("Nine of the crew of Flight 302 died when it came down.", 9, None),
    ("Shells hit Camp 30 and 12 people were killed.", 12, None),
    # nor is a digit set high, or one in a ring
    ("The blast killed ² people and wounded ① more.", None, None),
    ("The blast killed ٣ people over 5 km² and wounded six.", 3, 6),
    # a hedge of three words
    ("The blast killed as many as 12 people.", 12, None),
    ("The blast killed six people and wounded as many as 12.", 6, 12),
    # local people, local time
    ("Two local guides, among them a student, were slightly hurt.", None, 2),
    ("At 5 local time two soldiers died.", 2, None),
    # a figure has one word of harm
    ("The dead number at least 64 and some 90 are wounded.", 64, 90),
    ("They killed nine people and wounded others on the road to Kidal.", 9, None),
    ("Nine people were killed and others wounded.", 9, None),
    ("Four smugglers were caught, one of them wounded.", None, 1),
    ("Twelve people, two of them nurses, were wounded.", None, 12),
    # who was the last of them
    ("A car bomb killed a third journalist this year in Mogadishu on Thursday, police said.", 1, None),
    ("Gunmen shot dead a second judge in a month in Kano on Thursday.", 1, None),
    ("Those killed were aged 8 to 60, and 12 were wounded.", None, 12),
    ("Two men died at once. An eleventh passenger, a nurse, died in hospital on Friday.", 11, None),
    ("A second gunman was shot dead by police.", 1, None),
    ("A second missile killed three people.", 3, None),
    # nor does it count a crowd of the living
    ("Thousands bury children of Sarta, killed by a rocket.", None, None),
    ("Hundreds mourned on Friday the pilots killed by a drone.", None, None),
    ("Dozens killed as shells hit Sarta.", 12, None),
    # nor those of the hurt who have died since
    (
        "Two of the people injured by Monday's fire have died, bringing the dead to six. Seventeen are in hospital.",
        6,
        17,
    ),
    ("One of those wounded on Monday has died. Eight are in hospital.", None, 8),
    # a list that counts the dead, and the hurt behind it
    (
        "A shell hit the school. The network has 57 names on its list, 17 of them of children, and counts 21 injured.",
        None,
        21,
    ),
    # a count that has risen
    ("He was found on Friday. With him the count has reached six.", 6, None),
    # whose they are stands between
    ("Rockets hit the base, wounding three soldiers of the U.S.-led coalition and two Iraqis.", None, 5),
    # nobody, in other words
    ("The strike did not kill or injure anyone.", 0, 0),
    # whom another act killed
    ("He was responsible for the rocket that killed 12 on Saturday. Three died in the strike on him.", 3, None),
    # some of those of whom the clause before tells something else
    ("Ten men were killed. Thirty have been brought out or found their own way home, five of them injured.", 10, 5),
    # two kinds of people, one of them more
    ("Two soldiers died. Three more soldiers and two guards were wounded.", 2, 5),
    # one told beside others
    ("The Greek skipper and a Georgian cook lost their lives.", 2, None),
    ("The Greek bosun and a Georgian steward lost their lives.", 2, None),
    ("A dancer and the conductor were killed.", 2, None),
    ("Colonel Idris Bello, and four of his escorts were killed.", 5, None),
    ("The mayor and two of his aides were wounded.", None, 3),
    ("Shells hit Beit Hanoun and 30 people were killed.", 30, None),
    ("Villagers and a soldier were killed.", None, None),
    ("Fighting went on in Upper Karabakh, and four soldiers were killed.", 4, None),
    ("A guard and the ship's Georgian master were killed.", 2, None),
    ("A guard of the bank and the robbers were killed.", 1, None),
    ("A clerk of a village bank who followed the men outside was shot dead.", 1, None),
    # a limb, a name
    ("The mayor lives; Karimov received head injuries and a broken wrist.", None, 1),
    ("The mayor lives; Karimov sustained no injuries.", 0, 0),
    ('Shells hit the grove. "We had no wood," says the man who dug there, "so we cut down the oaks."', None, None),
    ("Three men were cut down by machine guns.", 3, None),
    # of whom one is named
    ("A mine blew up the mayor's car. The mayor died. He was among six people who lost their lives.", 6, None),
    # mourned
    ("The city will mourn on Monday for the nine sailors and two cooks who died when the ferry was hit.", 11, None),
    ("The raid may leave nine dead.", None, None),
    ("A fourth death was reported on Friday after the riots in the port.", 4, None),
    # buried
    ("Village buries 30 after the raid.", 30, None),
    ("Villagers said that they buried 19 people on Friday.", 19, None),
    ("By dusk 19 were buried in one grave.", 19, None),
    ("Twelve people are buried under the rubble of the school.", None, None),
    ("Hundreds buried a commander on Friday.", None, None),
    ("Some 200 soldiers of the war are buried at Sukhodol.", None, None),
    # suffered, lost a limb, shot in it
    ("In all 31 suffered, a child among them.", None, 31),
    ("Thirty villages suffered, and the roads are cut.", None, None),
    ("A deckhand lost his left foot when the boats met.", None, 1),
    ("The army lost the upper hand in the town.", None, None),
    ("A cell said that it had shot Bruno Galli, the head of the port, in the knee.", None, 1),
    ("They shot the judge in the left knee.", None, 1),
    ("Police shot Amir Saleh in the street.", None, None),
    ("A corporal got a bullet wound in the arm.", None, 1),
    ("Raiders shot the watchman, who is badly injured.", None, 1),
    ("One was badly wounded and flown to Izmir, the other lightly hurt.", None, 2),
    # named by a noun, and those whom nobody killed
    ("The White House announced the death of 11 men in a strike on a boat.", 11, None),
    ("For decades smugglers had been caught without killing them.", None, None),
    ("The jets hit a bridge without killing anybody.", 0, None),
    # nobody
    ("The hostages had not been harmed, the ministry said.", 0, 0),
    ("His wife and three guests were not hurt.", 0, 0),
    ("The driver was not hurt, but two passengers were killed.", 2, 0),
)


@pytest.mark.parametrize(("text", "killed", "wounded"), READ, ids=[case[0][:45] for case in READ])
def test_what_befell_people_is_counted_and_what_counts_nobody_is_not(
    text: str, killed: int | None, wounded: int | None
) -> None:
    """Rule: ages and names hold no figure; the last of the dead tells how many; who stands by others is one more."""
    toll = Tolls(text, split(text, has_title=False)).for_act(0, 0)

    assert (
        toll.killed.best if toll.killed else None,
        toll.wounded.best if toll.wounded else None,
    ) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("The raid killed 15 to 20 people and wounded 30 to 40.", (15, 20), (30, 40)),
        ("The raid killed 15-20 people.", (15, 20), None),
        ("The raid killed two or three people.", (2, 3), None),
        ("Between 15 and 20 people were killed and between 30 and 40 hurt.", (15, 20), (30, 40)),
        ("The raid killed two to three hundred people.", (200, 300), None),
        ("The raid killed a guard and two or three farmers.", (3, 4), None),
        ("The raid killed 50+ people and wounded >100.", (50, None), (100, None)),
        ("The raid killed 15 to 20 people. The mayor counted 18 bodies.", (18, 18), None),
        ("The raid killed 15 to 20 people. Eight bodies were found.", (15, 20), None),
        (
            "More than 40 were killed. The raid killed as many as 40 people. The mayor put the dead at 41.",
            (41, 41),
            None,
        ),
        ("Three men between 19 and 42 were killed.", (3, 3), None),
        ("The toll rose from 15 to 20.", (20, 20), None),
        ("Between 2014 and 2020 the rebels killed 12 people.", (12, 12), None),
        ("The attack of 15-20 June killed three people.", (3, 3), None),
    ],
)
def test_a_range_has_a_low_and_a_high(
    text: str, killed: tuple[int, int | None], wounded: tuple[int, int | None] | None
) -> None:
    """Rule: of '15 to 20' the lower is the best figure and the higher a bound; '50+' has no upper bound."""
    toll = Tolls(text, split(text)).for_act(0, 1)

    told = [(count.low, count.best, count.high) if count else None for count in (toll.killed, toll.wounded)]
    assert told == [(pair[0], *pair) if pair else None for pair in (killed, wounded)]
