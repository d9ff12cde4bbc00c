"""The dead and the wounded of an act: sentences written for this test, with the figures a careful reader takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.events.sentences import split
from monitor.events.tolls.scenes import Setting
from monitor.events.tolls.toll import Toll, Tolls
from monitor.types import Count


def ask(text: str, trigger: str = "", *, type: str = "", scope: tuple[int, ...] = (), title: str = "") -> Toll:
    document = f"{title}\n\n{text}" if title else text
    at = document.index(trigger) if trigger else 0
    tolls = Tolls(document, split(document, has_title=bool(title)))
    return tolls.for_act(at, at + len(trigger), type=type, scope=scope)


def best(count: Count | None) -> int | None:
    return count.best if count else None


#: text, killed, wounded (None: not said)
FIGURES = (
    ("A drone strike killed at least 14 people and wounded 30 others.", 14, 30),
    ("Twenty-one civilians were killed and dozens wounded when shells hit a market.", 21, 12),
    ("A roadside bomb left seven dead and 21 wounded.", 7, 21),
    ("Two soldiers and a child were killed in the blast.", 3, None),
    ("The missile struck a bus, killing its driver and four passengers.", 5, None),
    ("A shell hit the house, killing a woman and her three children.", 4, None),
    ("A shell hit the house, killing a mother and two of her sons and wounding five neighbours.", 3, 5),
    ("The mine killed a father and son.", 2, None),
    ("The mine killed a man, and two children and a nurse were hurt.", 1, 3),
    ("One soldier was lightly wounded.", None, 1),
    ("The rockets caused no casualties or damage.", 0, 0),
    ("The attack was repelled without casualties.", 0, 0),
    ("Five policemen travelling with the governor, who was on his way home, were wounded.", None, 5),
    ("A farmer who lives near the fence was killed by a shell.", 1, None),
    ("Two men who were fishing nearby were killed.", 2, None),
    ("Three others, trapped since Monday, are dead.", 3, None),
    ("A senior police official of the Northern Region Command (NRC) and two more officers were killed.", 3, None),
    ("Channels earlier spoke of 40, and about a hundred wounded. The toll has risen to 70.", 70, 100),
    ("Of the six who were wounded, two are in hospital.", None, 6),
    ("Two of the 12 soldiers killed in the ambush were officers.", 12, None),
    ("Inspector Miller (34) was seriously injured.", None, 1),
    ("A soldier was killed in a rebel ambush.", 1, None),
    ("Soldiers are dead after a twin suicide attack.", None, None),
    ("One was seriously wounded, the other lightly.", None, 2),
    ("One was killed, the other wounded.", 1, 1),
    ("A bomb killed a senior commander of the force. Three of his escorts were killed too.", 4, None),
    ("The governor of the district died in an ambush overnight with eight others.", 9, None),
    ("The police chief was killed along with three officers.", 4, None),
    ("Brigadier Sabri was assassinated along with Colonel Nasir, a spokesman.", 2, None),
    ("A soldier was killed in a clash with four gunmen.", 1, None),
    ("Three soldiers died of wounds, bringing to eight the number it lost.", 8, None),
    ("Four more were hurt, raising to 31 the number of injured.", None, 31),
    ("Three died. The firm plans to raise to eight the number of flights.", 3, None),
    ("The governor expects the toll to rise, as two people are missing. Eleven died.", 11, None),
    ("The strikes led to the neutralisation of some twenty armed individuals.", 20, None),
    ("A gang boasts of the execution of four villagers.", 4, None),
    ("Rifleman Anil Gurung and Sepoy Dev Rana died where they stood.", None, None),
    ("The patrol was met. Rifleman Anil Gurung and Sepoy Dev Rana died where they stood.", 2, None),
    ("Gunmen shot at a team. Constable Imran Saeed died.", 1, None),
    ("The talks went on. Israel and South Korea were hit.", None, None),
    ("A shot from the other side mortally wounded Arsen Petrosyan, a serviceman.", 1, None),
    ("A conscript, Levon Hakobyan, was fatally shot.", 1, None),
    ("The pilot's body was found.", 1, None),
    ("A supervisory body found no wrongdoing.", None, None),
    ('Eight Austrians suffered "minor", "superficial" wounds.', None, 8),
    ("Mr Doyle, 48, remains in intensive care after the attack.", None, 1),
    ("Two soldiers did not come out alive.", 2, None),
    ("The hospital is the one able to cope with a rush of wounded.", None, None),
    ("No damage to people was reported.", 0, 0),
    ("Neither owner reported anyone hurt.", 0, 0),
    ("A trawler took all of them safely ashore.", 0, None),
    ("As far as we can judge now, one person died.", 1, None),
    ("Nobody was hurt.", 0, 0),
    ("There were no fatalities.", 0, None),
    ("The death toll rose to 12 from 9, the governor said.", 12, None),
    ("The number of injured has climbed to 64.", None, 64),
    ("ERBIL (Kurdistan 24) - Armed men killed the head of a village and wounded two others.", 1, 2),
    ("The army bombed an M23 camp, killing nine.", 9, None),
    ("Ten people were beheaded. Two of the dead were boys of 15 and 16.", 10, None),
    ("Relatives said a boy of four and a carpenter had died.", 2, None),
    ("Six people died, and a commander is among the dead, according to two of the sources.", 6, None),
    ("In the deadliest raid this year, troops killed at least four people and wounded 44, medics reported.", 4, 44),
    ("Almost 50 people died at the rally. The latest count is 46 dead.", 46, None),
    ("Neither of them was injured.", 0, 0),
    ("Neither side reported casualties.", 0, 0),
    ("An officer was wounded and died in hospital.", 1, None),
    ("A bomb killed a paramilitary ranger today and wounded six.", 1, 6),
    ("Jets bombed a suspected militant camp and killed many.", None, None),
    ("Debris fell on a depot. People were not hurt.", 0, 0),
    ("The fishermen are ashore. They are safe.", 0, 0),
    ("Only the guards faced them, and two of those were killed.", 2, None),
    ("Six weapons fell to the soldiers, one of whom was hurt.", None, 1),
    ("Six guards are reported killed, five of them sergeants, and three police officers injured.", 6, 3),
    ("A mine went off, killing three men and wounding five more.", 3, 5),
    ("Commandos gunned down three members of a gang.", 3, None),
    ("Five are seriously injured, and 21 others are hurt but not in danger.", None, 26),
    ("Two soldiers died and a third was wounded.", 2, 1),
    ("A bomb killed five rangers and wounded another on Friday.", 5, 1),
    ("Three people of one family, two fighters and a woman, were killed.", 3, None),
    ("By the revised count the dead are 23 soldiers, three clerks and five passengers.", 31, None),
    ("Amaq wrote of 15 soldiers killed or wounded. The interior ministry had four policemen dead.", 4, None),
    ("The blast killed 45, the group asserted. Officials counted six killed.", 6, None),
    ("Two attacks killed 31 soldiers. A car bomb at a post left 28 soldiers dead.", 28, None),
    ("Four men suspected of belonging to Al-Shabaab were killed. Three people died on the bus.", 3, None),
    ("A senior officer told AFP, and those who were killed were rebels.", None, None),
    ("The commander was killed by a drone. Five people died there, the ministry said.", 5, None),
    ("Hospital officials put the dead at 45.", 45, None),
    ("Several victims are reported to be in critical condition after the stabbing.", None, None),
    ("Three victims of the shelling were still being treated in hospital.", None, None),
    ("Six sailors lost their lives when the boat was rammed.", 6, None),
    ("The ambush cost the lives of three police officers.", 3, None),
    ("The shelling claimed five lives.", 5, None),
    ("At least 40 people died and more than 100 were injured, two of them critically.", 40, 100),
    ("Seven people, including two children, were killed.", 7, None),
    ("Nine people were killed, three of them women, and 17 hurt.", 9, 17),
    ("A man and a woman were killed and their son was injured.", 2, 1),
    ("Both pilots were killed.", 2, None),
    ("Up to 50 fighters were killed, the army claimed.", 50, None),
    ("About 200 people were hospitalised after the strike.", None, 200),
    ("Hundreds were wounded.", None, 100),
    ("Two dozen villagers were killed by gunmen.", 24, None),
    ("Three people were taken to hospital with burns.", None, 3),
    ("The blast killed a 34-year-old nurse and injured three colleagues.", 1, 3),
    ("It is not clear whether there were casualties.", None, None),
    ("The ministry gave no word on casualties.", None, None),
    ("The boat can carry 50 people.", None, None),
    ("Twelve missiles were fired at the city.", None, None),
    ("No one was killed but six guards were wounded.", 0, 6),
    ("Rescuers pulled the bodies of four workers from the rubble.", 4, None),
    ("Five villagers were shot near a checkpoint.", None, 5),
    ("Two men in their 20s, were wounded.", None, 2),
    ("A guard was killed and another was injured.", 1, 1),
    ("One guard was wounded; no one else was hurt.", None, 1),
    ("The founder of the party died at 96.", None, None),
    ("He was hired to kill two officers.", None, None),
    ("The gunman went on to kill three people.", 3, None),
    ("A bomb hit a queue, killing 28 people and wounding 82, local sources said.", 28, 82),
    ("Strikes hit a clinic last week, killing seven people.", 7, None),
    ("A married couple and their three children were among six people killed.", 6, None),
    ("At least 20 members of the Afghan police, including an officer, have been killed.", 20, None),
    ("The captain, Li Wei, was shot and killed by a guard. Five officers were hurt.", 1, 5),
    ("Seven foreign workers were seized and a guard was killed.", 1, None),
    ("It ended with seven foreign workers kidnapped and a Nigerian guard dead.", 1, None),
    ("Both shells fell into the sea and hurt nobody.", 0, 0),
    ("Rebels ambushed a patrol on Sept. 16 and killed four rangers.", 4, None),
    ("Three thieves were caught, and two of them killed by the crowd.", 2, None),
    ("A worker of the port was killed. Eight more people were injured. Dozens were hurt last month.", 1, 8),
    ("Shots hit the post, fatally wounding one man.", 1, None),
    ("By his count 106 civilians were injured since the full-scale war began.", None, None),
    ("Some 6,000 people lost their lives in six weeks of war.", None, None),
    ("The missiles fell without human or material losses.", 0, 0),
    ("Gunmen shot dead a district governor and his bodyguard.", 2, None),
    ("They abducted four sailors and shot a fifth in the chest.", None, 1),
    ("Four sailors had been abducted and a fifth shot and wounded.", None, 1),
    # nobody, in other words
    ("Not a soul was hurt.", 0, 0),
    ("No one was hit.", 0, 0),
    ("The shell landed in a field, harming nobody.", 0, 0),
    ("The fire injured no one.", 0, 0),
    ("No harm was done by the rocket.", 0, 0),
    ("The ship sailed on, its crew unhurt.", 0, 0),
    ("He said many had been rescued, lawmakers included, and that 20 were wounded.", None, 20),
    ("The minister said that 38 people were injured, eight of whom are still in the ward.", None, 38),
    ("The ambulance service had no reports of anyone hurt or of damage.", 0, 0),
    ("Neither of the two attacks caused damage or injuries.", 0, 0),
    ("Neither the tanker nor its escort reported casualties.", 0, 0),
    ("The shelling of the market went on. A man of 60 was taken to hospital.", None, 1),
    ("One soldier of the 7 Border regiment died and two more were wounded.", 1, 2),
    ("All 23 sailors are safe.", 0, 0),
    ("Neither side reported a hit and none of the guards needed treatment.", 0, 0),
    ("The raid ended without loss.", 0, 0),
    ("The attack did not cause any loss of life.", 0, None),
    ("Nobody was lost when the plane came down.", 0, None),
    ("No life was lost.", 0, None),
    ("Nobody was killed or injured.", 0, 0),
    ("No fewer than 40 people had been killed and 60 wounded.", 40, 60),
    ("There was no word of casualties.", None, None),
    # a clause between subject and verb, ages, parts and lists
    ("Nine students, some in uniform, were killed.", 9, None),
    ("Thirty people, ten of them women, have died.", 30, None),
    ("A girl of seven was killed and a man, 52, was hurt.", 1, 1),
    ("A woman of 60 and her son of about 30 were killed.", 2, None),
    ("Two of the 26 aboard died.", 2, None),
    ("Of 60 aboard, 32 are dead and 28 are in hospital.", 32, 28),
    ("The mortar fell on a yard, killing five of one family.", 5, None),
    ("Officials spoke of two people killed and four hurt.", 2, 4),
    ("Seven were killed, a boy of six the youngest, and 144 hurt.", 7, 144),
    ("Eleven fighters of various groups were wounded.", None, 11),
    ("One of the rockets hit a queue, one of them a bus, leaving 30 dead and 88 wounded.", 30, 88),
    ("Two guests and a guide were killed, three in all.", 3, None),
    ("A day after the station, the market: 14 people died and 28 were hurt.", 14, 28),
    # other words for death and injury
    ("Six worshippers were gunned down.", 6, None),
    ("Forty villagers were put to death by men in uniform.", 40, None),
    ("Eight soldiers fell in the battle.", 8, None),
    ("The ministry announced 49 soldiers lost.", 49, None),
    ("The raid took 12 lives.", 12, None),
    ("Five lives were taken by the blast.", 5, None),
    ("Rescuers counted 18 bodies.", 18, None),
    ("Medics treated six people.", None, 6),
    ("Thirteen residents sought doctors.", None, 13),
    ("Forty people are being treated for their wounds.", None, 40),
    ("The dead are 126, doctors say.", 126, None),
    ("Injured: 110.", None, 110),
    ("The spokesman had earlier put the number of dead at 24.", None, None),
    ("Soldiers, police and a cook were killed.", None, None),
    # nobody, beside damage; all who were taken off
    ("They had no reports of damage or casualties.", 0, 0),
    ("All 22 aboard were picked up by a passing ship and are safe.", 0, 0),
    ("The 16 on board were safe.", 0, 0),
    ("Her managers said that all aboard are well.", 0, 0),
    ("Both aviators were fished out alive, one with slight wounds.", 0, 1),
    ("The blast has taken 44 lives.", 44, None),
    ("The attack was repulsed with the loss of 20 soldiers.", 20, None),
    ("Eleven people have been killed since soldiers took power in the capital on Monday.", 11, None),
    ("Worst massacre in years leaves 138 dead", 138, None),
    # injuries counted as such, injuries that kill, figures without a noun
    ('There were two "minor" injuries.', None, 2),
    ("The blast caused injuries to four guards.", None, 4),
    ("There were 17 fatalities and 40 injuries.", 17, 40),
    ("Three mechanics received fatal injuries, and four more were wounded.", 3, 4),
    ("A man of 57 has succumbed to his injuries; 75 people were injured.", 1, 75),
    ("A woman burned to death in her house.", 1, None),
    ("They shot one resident dead and wounded another.", 1, 1),
    ("Missiles killed nine people and put 32 in hospital.", 9, 32),
    ("The Channel 24's reporter was hurt.", None, 1),
    ("The plane crashed, killing all 74 people aboard.", 74, None),
    ("The bodies of 29 people were recovered.", 29, None),
    ("Two rockets were fired; both fell short.", None, None),
    ("The seven others were eliminated by air defence systems.", None, None),
    ("Two men on a motorcycle have shot dead the colonel.", 1, None),
    # totals
    ("The number of wounded, on the other hand, went up to 111.", None, 111),
    ("He put the number of lightly injured at the hospital at 40.", None, 40),
    ("The wounded number 61, from a baby to pensioners.", None, 61),
    ("Besides the dead there were 25 wounded in the district.", None, 25),
    ("A sixth victim has died.", 6, None),
    # lists
    ("An officer of the rank of colonel and two soldiers were killed.", 3, None),
    ("A mother and her two children died in the fire.", 3, None),
    ("Two Iraqis, three coalition troops hurt as camp is hit", None, 5),
    ("Killing at least three people, two villagers and one militiaman, the fire went on.", 3, None),
    ("Gunmen killed at least 15 police officers and several civilians.", 15, None),
    # two figures that are not one
    ("Six people have died, two of them girls, and 81 were wounded.", 6, 81),
    ("Nurses speak of 64 bodies and 180 injured.", 64, 180),
    ("Six persons embraced martyrdom and 17 suffered injuries.", 6, 17),
    ("Ten guards and ten rebels were killed, 20 people in total, and 36 officers were injured.", 20, 36),
    ("Six workers between 19 and 42 died.", 6, None),
    ("Nobody aboard, 18 sailors and a guard, is injured.", 0, 0),
    ("Many could not be traced; nine people are known to be dead.", 9, None),
    ("The dead of the shelling have risen to 24.", 24, None),
    ("All told 41 people died.", 41, None),
    ("The toll stands at 20, with 75 treated.", 20, 75),
    ("Four guards suffered light wounds.", None, 4),
    ("The shell burnt a roof at six this Thursday.", None, None),
    ("A shell hit the first fair since 2011, killing five and injuring ten.", 5, 10),
    # phrases for a plain word
    ("A civilian embraced martyrdom when a mortar round fell on his house.", 1, None),
    ("Two guards attained martyrdom.", 2, None),
    ("Hospitals received 12 martyrs and 40 wounded.", 12, 40),
    ("Three of the passengers did not survive.", 3, None),
    ("A girl of six could not be saved.", 1, None),
    ("Gunmen mowed down seven passengers of a bus.", 7, None),
    ("Nine rebels were wiped out in an ambush.", 9, None),
    ("The strike wiped out two villages.", None, None),
    ("The rebels cut down 200 trees.", None, None),
    ("Two boats were blown up.", None, None),
    ("The bridge could not be saved.", None, None),
    ("Four are in a critical condition.", None, 4),
    ("A young woman is fighting for her life.", None, 1),
    ("Eleven residents asked for medical assistance.", None, 11),
    ("The ship went down with the loss of 14 lives.", 14, None),
    ("The attack cost a soldier his life.", 1, None),
    ("The army lost nine men in the ambush.", 9, None),
    ("The party lost 20 seats.", None, None),
    ("Armed men appeared and shot her dead.", 1, None),
    # counted by another figure
    ("A raid in which 16 people were killed was condemned.", 16, None),
    ("Eleven people died, of which four were children.", 11, None),
    ("Four policemen died and as many were hurt.", 4, 4),
    ("Six people were killed and twice as many wounded.", 6, 12),
    ("Six people were killed and as many as 40 injured.", 6, 40),
    ("Two drones fell and as many were shot down.", None, None),
    ("A van with five guards on board hit a mine, killing two and wounding the other three.", 2, 3),
    ("Eight people were on board. Three were killed and the rest suffered injuries.", 3, 5),
    ("Four people were killed. The others were wounded in an earlier raid.", 4, None),
    ("The attack killed 12 soldiers and 30 were wounded.", 12, 30),
    ("Gunmen shot dead three farmers and two were injured.", 3, 2),
    ("An estimated 12 soldiers and 30 civilians were wounded.", None, 42),
    ("The governor gave a toll of two dead and five wounded.", 2, 5),
    ("Among the dead were two policemen.", None, None),
    ("He put the number of dead in all three villages at over 15.", 15, None),
    ("A woman in her 70s slipped on the way to the shelter and was injured in the head.", None, 1),
    # hurt first, then dead
    ("A man wounded in Monday's strike on the port of Sudak died in hospital overnight.", 1, None),
    ("By evening two of the critically wounded had succumbed, doctors said.", 2, None),
    ("Three people injured in the blast have since died.", 3, None),
    ("Two soldiers wounded on Sunday were flown to Lviv.", None, 2),
    ("Ten people wounded in the attack, among them a child who later died, were taken away.", None, 10),
    ("A driver wounded in the raid said that his brother died.", 1, 1),
    ("Five of the slightly wounded have gone home.", None, None),
    ("One of the two sailors wounded on the tanker last week has died.", None, 2),
    # nobody
    ("No U.S. troops were hurt.", 0, 0),
    ("The crew came to no harm.", 0, 0),
    ("There was only material damage.", 0, 0),
    ("The attack did not result in casualties.", 0, 0),
    ("It cost no lives.", 0, None),
    ("A man was killed; no one else was hurt.", 1, 0),
    ("One person was injured. Nobody else was hurt.", None, 1),
)


@pytest.mark.parametrize(("text", "killed", "wounded"), FIGURES, ids=[case[0][:45] for case in FIGURES])
def test_a_sentence_gives_its_dead_and_its_wounded(text: str, killed: int | None, wounded: int | None) -> None:
    """Rule: number words, hedges, subjects and objects of harm; parts are not added; silence is None."""
    toll = ask(text)

    assert (best(toll.killed), best(toll.wounded)) == (killed, wounded)


OTHERS = (
    "A drone hit the port. More than 40,000 people have been killed since the war began in 2022.",
    "A drone hit the port. Last month a similar strike killed nine people.",
    "A drone hit the port in retaliation for the raid in which five people died.",
    "A drone hit the port. In March a bombing killed 12 there.",
    "A drone hit the port. The warhead could kill hundreds.",
)


#: beyond the lead, what befell others since
SINCE = (
    "Fourteen died in a raid.\n\nThe raid was at night.\n\nThat brings the number killed within two weeks to over 30.",
    "Fourteen died in a raid.\n\nThe raid was at night.\n\nSince the strikes there have been 55 raids, with 40 killed.",
    "Fourteen died in a raid.\n\nThe raid was at night.\n\nThirty guards have died this year.",
)


@pytest.mark.parametrize("text", SINCE)
def test_the_dead_of_weeks_or_of_a_year_are_not_this_acts(text: str) -> None:
    """Rule: 'within two weeks', 'since the strikes' and 'this year' count a series."""
    assert best(ask(text, "raid").killed) == 14


def test_a_figure_of_a_day_of_the_calendar_gives_way_to_one_without() -> None:
    """Rule: 37 wounded on 5 September are an earlier attack's where this one left 28."""
    text = "An ambush killed 11.\n\nNight.\n\nOn 5 September 37 were wounded on a road.\n\nThe ambush left 28 wounded."

    assert best(ask(text, "ambush").wounded) == 28


def test_the_fighters_that_died_in_a_clash_are_its_dead() -> None:
    """Rule: in a clash or a strike the militants told first stand, in a bombing the victims come before them."""
    text = "More than 50 rebels were killed, the army said. Its own side had four dead."

    assert best(ask(text, "killed", type="armed_clash").killed) == 50
    assert best(ask(text, "killed", type="bombing").killed) == 4


def test_one_dead_told_twice_is_one() -> None:
    """Rule: what title and lead both count as one is no 'a man' that a number would sharpen."""
    title = "One ranger hurt in return fire"
    below = "\n\nIt went on for hours.\n\nShells fell at night.\n\nA road was cut.\n\nInland six people were injured."

    assert best(ask("Troops fired back." + below, "fired", title=title).wounded) == 6
    assert best(ask("Troops fired back and injured one." + below, "fired", title=title).wounded) == 1


@pytest.mark.parametrize("text", OTHERS)
def test_the_dead_of_a_war_or_of_another_attack_are_not_this_acts(text: str) -> None:
    """Rule: totals, earlier attacks and possibilities are no toll of the act."""
    assert ask(text, "hit").killed is None


def test_hedges_bound_the_figure() -> None:
    """Rule: 'at least 4' is low 4, 'up to 9' is high 9, 'dozens' is a vague 12, 'several' has no best figure."""
    at_least = ask("At least four people were killed.").killed
    at_most = ask("As many as nine people were killed.").killed
    dozens = ask("Dozens were killed.").killed
    several = ask("Several people were killed.").killed

    assert at_least is not None
    assert (at_least.low, at_least.best, at_least.high) == (4, 4, None)
    assert at_most is not None
    assert (at_most.best, at_most.high) == (9, 9)
    assert dozens is not None
    assert (dozens.best, dozens.vague) == (12, True)
    assert several is not None
    assert (several.best, several.vague) == (None, True)


def test_who_gives_the_figure_is_kept() -> None:
    """Rule: a toll says whose word it is, where the sentence tells."""
    killed = ask("Eleven miners were killed, the interior ministry said.").killed

    assert killed is not None
    assert killed.said_by == "interior ministry"


@pytest.mark.parametrize(
    "text",
    [
        "COTONOU - Benin's army said 14 soldiers were killed in the raid.",
        "COTONOU -- Benin's army said 14 soldiers were killed in the raid.",
        "Fourteen soldiers were killed in the raid, according to Benin's army - its worst loss.",
    ],
)
def test_who_gives_a_figure_is_told_without_the_dateline(text: str) -> None:
    """Rule: the town a message came from is no part of the speaker's name, nor is what a dash adds."""
    killed = ask(text, "raid").killed

    assert killed is not None
    assert killed.said_by == "Benin's army"


def test_an_exact_count_replaces_a_bound_given_before() -> None:
    """Rule: 'more than 20' gives way to the 24 counted later in the report."""
    toll = ask("A bomb wounded more than 20 people. The governor put the injured at 24.")

    assert best(toll.wounded) == 24


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        # the title's figure is of all, and another source's is not newer
        ("Ten villagers were killed. Some outlets put the toll at nine.", 10),
        ("About 14 people died. A spokesman of the rebels gave a toll of 20.", 14),
        # the first is of some, a total is of all
        ("Four fighters were killed. A monitor put the dead at seven.", 7),
        ("Nine of its staff were killed. The governor put the dead at 400.", 400),
        ("Eleven civilians died. The ministry counted 12 people killed, 11 of them civilians.", 12),
        # risen since
        ("Ten people were killed. The toll has since risen to 12.", 12),
    ],
)
def test_a_total_counts_where_it_is_newer_or_of_more_people(text: str, killed: int) -> None:
    """Rule: 'has risen to' replaces what stands before it; another source's total only a figure of some."""
    assert best(ask(text).killed) == killed


def test_the_figure_of_a_dated_act_told_below_does_not_sharpen_this_ones() -> None:
    """Rule: 'at least 30' stands where the 32 further down were killed on a day of the calendar."""
    text = "At least 30 people were killed.\n\nA market was full.\n\nTwo bombs went off on 21 January, killing 32."

    assert best(ask(text).killed) == 30


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Officer, two soldiers killed in clash", 3),
        ("Army officer, two soldiers killed in clash", 3),
        ("Shelling kills army jawan", 1),
        ("Mother and four children die as shell hits home", 5),
        ("Medic and rescuer die in second strike", 2),
        ("Cameraman killed in strike on market", 1),
        ("Six alleged rebels, soldier die in hills", 7),
        ("Border guards neutralise three militants", 3),
    ],
)
def test_a_headline_counts_those_it_names_by_role_alone(text: str, killed: int) -> None:
    """Rule: a role without article or number is one person."""
    assert best(ask("Police gave no details.", title=text).killed) == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Ivan Petrov, a senator, was shot dead outside his home.", 1),
        ("Mourners carried the coffin of the slain senator.", 1),
        ("The senator survived an attempt on his life.", 0),
        ("The senator did not survive the attack.", 1),
        ("The senator and two guards were killed.", 3),
        ("The senator's car was seen on a bridge.", None),
        ("The senator died together with his assistant.", 2),
        ("A bomb killed the senator. One more person was killed, a paper wrote.", 2),
        ("A strike killed a commander. Another member of the group also died.", 2),
        ("Gunmen shot dead a senator. Ivan Petrov and his driver died on the spot, police said.", 2),
        ("A car blew up, killing its driver, the journalist Anna Petrova.", 1),
    ],
)
def test_the_one_a_killing_was_for_is_dead_or_has_survived(text: str, killed: int | None) -> None:
    """Rule: a targeted killing without a figure killed one, or none where its target lives."""
    assert best(ask(text, type="targeted_killing").killed) == killed


def test_the_dead_of_a_dated_attack_told_far_below_are_not_this_ones() -> None:
    """Rule: 'no casualties' near the top is not undone by the dated dead of another act."""
    toll = ask(
        "A depot burned. There were no casualties.\n\nA plant was missed.\n\nOn Monday three soldiers died at a base."
    )

    assert best(toll.killed) == 0


def test_attackers_dead_come_after_their_victims() -> None:
    """Rule: 'killing the two gunmen' is not the toll where victims have one."""
    toll = ask("Guards killed the two gunmen. Five workers were killed in the assault.")

    assert best(toll.killed) == 5


def test_a_truce_has_no_toll_of_its_own() -> None:
    """Rule: the dead named beside a ceasefire are those of the fighting."""
    assert ask("The truce ended a day in which 40 soldiers were killed.", type="ceasefire") == Toll()


def test_an_act_with_a_scope_is_given_only_the_figures_of_its_sentences() -> None:
    """Rule: two attacks in one article keep their dead apart."""
    text = "A bomb killed three in the north. Gunmen shot dead nine people in the south."

    assert best(ask(text, "bomb", scope=(0,)).killed) == 3
    assert best(ask(text, "shot", scope=(1,)).killed) == 9


@pytest.mark.parametrize(
    ("text", "launched", "intercepted", "impacted"),
    [
        ("Iran fired 20 missiles, 18 of which were shot down.", 20, 18, None),
        ("Russia launched 120 drones overnight and air defences destroyed 97 of them.", 120, 97, None),
        ("The army said it intercepted seven drones.", None, 7, None),
        ("Three of the five rockets landed inside the base.", 5, None, 3),
        ("The raid came with 38 missiles; 25 were shot down and six hit the plant.", 38, 25, 6),
        ("Ukraine shot down 98 of 117 drones launched by Russia overnight.", 117, 98, None),
        ("Ukraine shot down 98 out of 117 drones.", 117, 98, None),
        ("The force said 98 of the 117 drones fired by Russia had been brought down.", 117, 98, None),
        ("Ukraine shot down 98 of 117 drones and three of four missiles launched by Russia.", 121, 101, None),
        ("Nine of 12 drones and two of the three missiles were intercepted.", 15, 11, None),
        ("It said 98 drones and three missiles were shot down over the city.", None, 101, None),
        ("Russia launched 117 drones, 10 missiles and four bombs, and 98 drones were downed.", 117, 98, None),
    ],
)
def test_a_barrage_is_counted_by_what_became_of_it(
    text: str, launched: int | None, intercepted: int | None, impacted: int | None
) -> None:
    """Rule: launched, stopped and come through are three figures, each with its words."""
    toll = ask(text)

    assert (best(toll.launched), best(toll.intercepted), best(toll.impacted)) == (launched, intercepted, impacted)


WORDS = st.sampled_from(
    """at least no more than up to one two twenty-one dozens of hundreds several a an the man soldiers people
    missiles were was killed wounded dead died injured and including , ; . 5 12 1,200 0 toll rose to lives lost
    without casualties nobody hurt both thumb severed their driver 50-year-old of them which shot down fired
    half dozen thousand ² ① ٣ 5² 1½ or between - 20 + >""".split()
)


@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=50).map(" ".join)))
def test_a_toll_is_in_order_and_stands_in_the_text(text: str) -> None:
    """Law: low <= best <= high where given, evidence is the text's own words, and nothing is raised."""
    tolls = Tolls(text, split(text))
    for at in range(0, len(text), 40):
        toll = tolls.for_act(at, at + 1)
        for count in (toll.killed, toll.wounded, toll.launched, toll.intercepted, toll.impacted):
            if count is not None:
                known = [n for n in (count.low, count.best, count.high) if n is not None]
                assert known == sorted(known)
        for piece in toll.evidence:
            assert text[piece.start : piece.end] == piece.text


def test_a_dated_toll_paragraphs_after_nobody_was_hurt_is_another_acts() -> None:
    """Rule: what a day of the calendar introduces far down is no figure of the act in which nobody was hurt."""
    text = (
        "Jets hit a depot at noon and nobody was hurt.\n\nThe depot burned.\n\n"
        "That answered an April 1 air strike on a consulate; seven officers died."
    )

    assert best(ask(text, "hit").killed) == 0


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The minister lost his life in a blast. Six others were killed, officials said.", 7),
        ("The minister lost his life in a blast. Six people were killed, officials said.", 6),
        ("Two guards were killed. Six others were killed in May, officials said.", 2),
    ],
)
def test_the_others_are_beside_the_one_who_is_named(text: str, killed: int) -> None:
    """Rule: 'others' after one named dead are added to him."""
    assert best(ask(text).killed) == killed


def test_the_attackers_dead_count_where_they_are_the_news() -> None:
    """Rule: a title and lead that tell of attackers' dead alone give the toll; victims told there come first."""
    news = (
        "Ten militants were killed at a checkpoint, the army said.\n\nA guard was hurt.\n\nSeven soldiers died in May."
    )
    both = "Ten militants and nobody else were stopped.\n\nSeven soldiers were killed, and later ten militants killed."

    assert best(ask(news, title="Ten militants killed as attack is foiled", type="armed_assault").killed) == 10
    assert best(ask(both, title="Seven soldiers killed at checkpoint", type="armed_assault").killed) == 7


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two brothers were killed in their car. A neighbour died as well.", 3),
        ("Two brothers were killed in their car. A passer-by was also killed.", 3),
        ("Two brothers were killed in their car. Two attackers died as well.", 2),
        ("Two brothers were killed in their car. A neighbour died as well, bringing the toll to three.", 3),
        ("Three people were killed. Two brothers died in their car, and a neighbour died as well.", 3),
    ],
)
def test_who_died_as_well_is_one_more(text: str, killed: int) -> None:
    """Rule: 'as well', 'too' and 'also' add to the dead told just before, not to a total; attackers are not added."""
    assert best(ask(text, title="Gunmen attack village near the border").killed) == killed


@pytest.mark.parametrize(
    ("title", "killed"),
    [
        ("Shells kill family of four", 4),
        ("Shells claim lives of 3 civilians", 3),
        ("Truck bomb kills 10 soldiers, eight civilians at checkpoint", 18),
        ("One Peshmerga falls as militants come down the hill", 1),
        ("Town falls to rebels", None),
        ("Two killed, hurt a second", 2),
        ("Group takes responsibility for killing of eight workers", 8),
        ("Mine kills two, wounds three", 2),
        ("Gunman kills two soldiers, interpreter", 3),
        ("Gunman kills two soldiers, wounds interpreter", 2),
    ],
)
def test_a_headline_has_a_grammar_of_its_own(title: str, killed: int | None) -> None:
    """Rule: lists without 'and', families of so many, present tense."""
    toll = ask("It was early in the morning.", title=title)

    assert best(toll.killed) == killed


@pytest.mark.parametrize(
    ("title", "killed"),
    [
        ("Group claims Mogadishu truck bomb as US strikes kill four", 79),
        ("Truck bomb hits Mogadishu as death toll climbs to 90", 90),
    ],
)
def test_a_headline_of_two_acts_gives_each_its_own_dead(title: str, killed: int) -> None:
    """Rule: a figure in the half of a headline that names another act is that one's, where the text has others."""
    text = "The truck blew up at a checkpoint on Saturday, killing at least 79 people."
    document = f"{title}\n\n{text}"
    sentences = split(document, has_title=True)
    setting = Setting(place=None, scenes=[()] * len(sentences), age=None, age_of=lambda start, end: None)
    at = document.index("bomb")
    toll = Tolls(document, sentences).for_act(at, at + len("bomb"), type="bombing", setting=setting)

    assert best(toll.killed) == killed


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A man was killed.\n\nPolice came.\n\nMore than 4,000 people have been killed there.", 1),
        ("Two men were killed.\n\nPolice came.\n\nClose to 400 inmates have been killed in the jails in two years.", 2),
        ("Two men were killed.\n\nPolice came.\n\nTen men were killed a week before near the border.", 2),
        ("At least 13 soldiers were killed.\n\nPolice came.\n\nA monitor put the number of dead at 15.", 13),
        ("More than 50 rebels were killed.\n\nPolice came.\n\nThe count is 56 dead.", 56),
        ("A raid may have left as many as 100 people dead.\n\nPolice came.\n\nA website counted 50 dead.", 100),
        ("At least 17 people died.\n\nIt rained. Police came.\n\nAltogether 39 have now died in the unrest.", 17),
        ("Eight guards died in the blast.\n\nA driver was also killed.", 9),
    ],
)
def test_the_figure_an_article_leads_with_is_its_own(text: str, killed: int) -> None:
    """Rule: what a war, a year or another source counts further down is not the act's."""
    toll = ask(text, title="News of the day")

    assert best(toll.killed) == killed
