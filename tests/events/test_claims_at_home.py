"""Claims in the first person, and those of forces that are named without their state."""

from __future__ import annotations

import pytest

from monitor.events.sentences import split
from monitor.events.sides.who import Parties, WhoAnswer


def ask(text: str, trigger: str, type: str, *countries: str) -> WhoAnswer:
    document = f"News of the day\n{text}"
    start = document.index(trigger)
    parties = Parties(document, split(document, has_title=True), None, lambda: countries)
    return parties.for_act(start, start + len(trigger), type=type)


QUOTED = [
    (
        'Two surveyors were abducted near Mocoa. "We have taken them, and the truck was burned by our men," said Andres'
        " Patino, spokesperson of the National Liberation Army (ELN).",
        "abducted",
        "abduction",
        "ELN",
    ),
    (
        'A convoy was attacked near Turbat. "The trucks were hit by our fighters," said Khalid Omar, a spokesman for'
        " the Baloch Liberation Army.",
        "attacked",
        "armed_assault",
        "Balochistan Liberation Army",
    ),
    (
        'A bridge was blown up near Kidal. "Our brothers did it," said Abu Yusuf, who speaks for JNIM.',
        "blown up",
        "sabotage",
        "JNIM",
    ),
    (
        'Jets bombed gun sites across the border. "Our aircraft hit the emplacements," said Col Richa, a spokesman for'
        " the Thai army.",
        "bombed",
        "airstrike",
        "Thailand",
    ),
    (
        'Thai F-16s bombed a gun site. "Our aircraft hit it because they were firing on us," said Maj Gen Winthai, the'
        " Thai army spokesman.",
        "bombed",
        "airstrike",
        "Thailand",
    ),
    (
        'The ministry\'s sites were hacked on Sunday. "We, the Night Owls hackers, take full responsibility," the'
        " group wrote.",
        "hacked",
        "cyberattack",
        "Night Owls",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "type", "claimant"), QUOTED, ids=[case[3] for case in QUOTED])
def test_who_says_we_in_a_quotation_claims_the_act(text: str, trigger: str, type: str, claimant: str) -> None:
    """Rule: the name behind the quotation, or the one it gives itself, is that of the claimant."""
    found = ask(text, trigger, type).claimed_by
    assert found is not None
    assert found.name == claimant


@pytest.mark.parametrize(
    ("text", "trigger", "type"),
    [
        (
            '"Our men were killed in their sleep," said Omar Dad, spokesman of the Baloch Liberation Army, after'
            " the raid.",
            "raid",
            "armed_assault",
        ),
        (
            '"Our positions were shelled," said Maly Socheata, a spokesperson of the Cambodian army, after'
            " villages were hit.",
            "hit",
            "shelling",
        ),
        (
            '"We have not attacked anybody," said Khalid Omar, a spokesman for the Baloch Liberation Army, after a raid'
            " in Turbat.",
            "raid",
            "armed_assault",
        ),
        (
            'A mine was blown up. "We fired nobody over it," said the director. The Baloch Liberation Army is active'
            " there.",
            "blown up",
            "sabotage",
        ),
    ],
)
def test_we_in_a_quotation_may_be_who_was_hit_or_who_denies(text: str, trigger: str, type: str) -> None:
    """Rule: a passive, a denial and a quotation of another are no claims."""
    assert ask(text, trigger, type).claimed_by is None


AT_HOME = [
    (
        "Security forces on Sunday shot dead three militants in Sopore, a police official said.",
        "shot dead",
        "IN",
        "India",
        "Indian security forces",
    ),
    (
        "Five bandits were killed by troops in Zurmi, an army spokesman said on Monday.",
        "killed",
        "NG",
        "Nigeria",
        "Nigerian troops",
    ),
    (
        "Nine khwarij were neutralised by own forces in Tank District. Own troops engaged their hideout.",
        "neutralised",
        "PK",
        "Pakistan",
        "Pakistani forces",
    ),
]


@pytest.mark.parametrize(("text", "trigger", "country", "state", "written"), AT_HOME, ids=[c[4] for c in AT_HOME])
def test_forces_named_without_their_state_claim_for_the_state_the_text_is_set_in(
    text: str, trigger: str, country: str, state: str, written: str
) -> None:
    """Rule: forces that tell of those they shot are a claimant, as the text names them."""
    found = ask(text, trigger, "armed_clash", country).claimed_by
    assert found is not None
    assert (found.name, found.as_written) == (state, written)


@pytest.mark.parametrize(
    "text",
    [
        "Militants killed three soldiers in Sopore, a police official said.",
        "Three soldiers were killed by militants in an ambush in Sopore, police said.",
        "Security forces were attacked by militants who were killed in turn, by accounts that the army denied.",
        "Three militants were killed in a quarrel over loot.",
        "Police said that rebels had killed five villagers near the river.",
    ],
)
def test_forces_that_suffer_or_only_report_claim_nothing(text: str) -> None:
    """Rule: who was hit, and who tells what others did, is no claimant."""
    assert ask(text, "killed", "armed_clash", "IN").claimed_by is None


def test_forces_of_a_text_that_is_set_nowhere_stay_unknown() -> None:
    """Rule: without a country nobody is named."""
    assert ask("Security forces shot dead three militants, police said.", "shot dead", "armed_clash").claimed_by is None


@pytest.mark.parametrize(
    ("text", "trigger", "claimant"),
    [
        (
            "Eight soldiers died in an ambush near Myitkyina. The Kachin Independence Army acknowledges the ambush.",
            "ambush",
            "Kachin Independence Army",
        ),
        ("JNIM put its signature to the attack on the camp at Djibo that killed 40.", "attack", "JNIM"),
        (
            "That it had bombed Mitiga airport was admitted by the self-styled Libyan National Army.",
            "bombed",
            "Libyan National Army",
        ),
        (
            "Responsibility for the blast was accepted by the banned Baloch Liberation Army in a call to reporters.",
            "blast",
            "Balochistan Liberation Army",
        ),
        (
            "Twelve policemen died when a bus was blown up. A caller who said he spoke for the Pakistani Taliban told"
            " an agency that his men had done it.",
            "blown up",
            "Tehrik-i-Taliban Pakistan",
        ),
        ("Moscow for its part said it had hit the port of Reni in the strike.", "strike", "Russia"),
        (
            "A depot was struck at night. Ukraine's military said that its drones had found their mark there.",
            "struck",
            "Ukraine",
        ),
    ],
)
def test_responsibility_has_many_words(text: str, trigger: str, claimant: str) -> None:
    """Rule: who acknowledges, signs, admits or has a caller say it claims the act."""
    found = ask(text, trigger, "armed_assault").claimed_by
    assert found is not None
    assert found.name.startswith(claimant)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Hezbollah acknowledged the loss of its commander in the strike on Tyre.", "strike"),
        ("The army acknowledged the ambush in which ten of its men were killed by unknown gunmen.", "ambush"),
        ("A ship was hit off Hodeidah. The Houthis said that it had struck a mine that their enemies laid.", "hit"),
        ("Ukraine's military said Russian drones had found their mark at a depot in Sumy in the attack.", "attack"),
    ],
)
def test_a_word_on_what_befell_one_is_no_claim(text: str, trigger: str) -> None:
    """Rule: who was hit acknowledges it without having done it."""
    found = ask(text, trigger, "armed_assault").claimed_by
    assert found is None


def test_another_groups_act_that_is_told_behind_is_not_this_one() -> None:
    """Rule: 'another group said it was behind' a further attack does not take the claim of the first."""
    text = (
        "Drones were sent at a base near Palmyra on Friday. Kataib Hezbollah said its men had sent them. No one"
        " was hurt. On Wednesday another little-known group, Jaysh al-Adl, said it was responsible for a bomb in Iran."
    )
    found = ask(text, "sent", "drone_strike").claimed_by
    assert found is not None
    assert found.name == "Kataib Hezbollah"


def test_the_arm_that_one_who_was_killed_belonged_to_is_no_weapon_that_struck() -> None:
    """Rule: 'Hezbollah's rocket unit' attacked nobody here; the army that says it killed its head did it."""
    answer = ask(
        "The IDF said it had eliminated the head of Hezbollah's rocket unit in a strike on a car near Tyre. Hezbollah"
        " confirmed his death.",
        "strike",
        "targeted_killing",
    )
    assert answer.claimed_by is not None
    assert answer.claimed_by.name == "Israel"


def test_a_group_that_signs_with_a_name_claims_under_it() -> None:
    """Rule: the name between 'the group' and its verb is that of the group."""
    text = (
        'An Iraqi militia attacked a base in Syria on Monday. The group, which signs as "The Islamic Resistance in'
        ' Iraq", said that its men had sent drones.'
    )
    found = ask(text, "attacked", "drone_strike").claimed_by
    assert found is not None
    assert found.name == "Islamic Resistance in Iraq"
