"""Parts of groups, chiefs, denials and judgements: who of those named speaks for the act. Sentences of this test."""

from __future__ import annotations

import pytest

from monitor.events.sentences import split
from monitor.events.sides.who import Parties, WhoAnswer


def ask(text: str, trigger: str, type: str) -> WhoAnswer:
    at = text.index(trigger)
    return Parties(text, split(text, has_title=False)).for_act(at, at + len(trigger), type=type)


def claimant(text: str, trigger: str, type: str) -> str | None:
    party = ask(text, trigger, type).claimed_by
    return party.name if party else None


CLAIMED = (
    (
        "A bomb killed nine at a market in Peshawar. A faction of the banned TTP, Jamaat-ul-Ahrar, said its men had "
        "planted it.",
        "bomb killed",
        "bombing",
        "Jamaat-ul-Ahrar",
    ),
    (
        "Gunmen killed four at a post near Baga. A breakaway group of Boko Haram, Ansaru, claimed the attack.",
        "killed",
        "armed_assault",
        "Ansaru",
    ),
    (
        "Members of the Gran Grif gang killed twenty at Liancourt. In a recording, the gang's leader, Luckson Elan, "
        "said his men had attacked to punish the town.",
        "killed",
        "armed_assault",
        "Gran Grif",
    ),
    (
        "Eight soldiers were taken near Arauca, where the ELN holds the roads. The group's commander, Pablito, said "
        "his fighters had seized them.",
        "taken",
        "abduction",
        "ELN",
    ),
    (
        "Four engineers were abducted near Kidal. A man who says he belongs to JNIM appears in a video beside them.",
        "abducted",
        "abduction",
        "JNIM",
    ),
    (
        "Two aid workers were abducted near Dadaab. In a clip, a man identifying himself as a commander of Al-Shabaab "
        "shows their papers.",
        "abducted",
        "abduction",
        "Al-Shabaab",
    ),
    (
        "Shells landed near Smara on Sunday. The Polisario Front boasts of a 'bombardment' of the army's trenches.",
        "Shells",
        "shelling",
        "Polisario Front",
    ),
    (
        "Jets strike Cambodian military targets, army confirms. The Royal Thai Army has confirmed that its aircraft "
        "bombed two posts.",
        "strike",
        "airstrike",
        "Thailand",
    ),
    (
        "Jets bombed a camp near Idlib. Russia's president described the strike as a lesson to the terrorists.",
        "bombed",
        "airstrike",
        "Russia",
    ),
)


@pytest.mark.parametrize(("text", "trigger", "type", "name"), CLAIMED)
def test_the_one_that_did_it_speaks(text: str, trigger: str, type: str, name: str) -> None:
    """A part speaks for itself and not for the whole; a chief speaks for his men."""
    assert claimant(text, trigger, type) == name


UNCLAIMED = (
    (
        "A bomb killed nine at a mosque in Peshawar. The Pakistani Taliban have said they had nothing to do with the "
        "bombing. Whoever hits mosques breaks its rules, the group's spokesman said in a note.",
        "bomb killed",
        "bombing",
    ),
    (
        "A bomb killed nine at a mosque in Quetta. The BLA distanced itself from the attack. Who bombs worshippers "
        "harms the cause, the BLA said in a statement.",
        "bomb killed",
        "bombing",
    ),
    (
        "Gunmen stormed a prison at Owerri. President Muhammadu Buhari described the attack as an act of terrorism.",
        "stormed",
        "armed_assault",
    ),
    (
        "A bomb went off in Ankara. Turkey's president described the bombing as a cowardly crime.",
        "went off",
        "bombing",
    ),
    (
        "Azerbaijani troops entered the village of Parukh, Russia said. Azerbaijan's Defense Ministry called the "
        "Russian account one-sided. Its operation there was no breach, it said.",
        "entered",
        "ground_incursion",
    ),
    (
        "Four engineers were abducted near Kidal. A man who says he belongs to JNIM sells fuel in the town.",
        "abducted",
        "abduction",
    ),
    (
        "Gunmen killed four near Jalalabad. The gang's leader, the police said, had fled with his men.",
        "killed",
        "armed_assault",
    ),
    (
        "A bomb killed nine in Aleppo. The wing of the hospital, the army said, was destroyed.",
        "bomb killed",
        "bombing",
    ),
)


@pytest.mark.parametrize(("text", "trigger", "type"), UNCLAIMED)
def test_who_denies_or_condemns_claims_nothing(text: str, trigger: str, type: str) -> None:
    """Nor does a member who is told of by the way, or a chief of whom the police tell."""
    assert claimant(text, trigger, type) is None


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("A bomb killed nine in Quetta. The BLA said it had no part in the bombing.", "Balochistan Liberation Army"),
        ("A bomb killed nine in Quetta. The TTP said that it was not behind it.", "Tehrik-i-Taliban Pakistan"),
        ("A bomb killed nine in Quetta. The TTP distances itself from the attack.", "Tehrik-i-Taliban Pakistan"),
        ("A bomb killed nine in Quetta. The TTP said it was not far from the gate.", None),
        ("A bomb killed nine in Quetta. The TTP kept its distance from the town.", None),
    ],
)
def test_to_have_nothing_to_do_with_it_is_to_deny_it(text: str, denier: str | None) -> None:
    """A denial has many phrases."""
    denied = ask(text, "bomb killed", "bombing").denied_by
    assert (denied.name if denied else None) == denier


def test_a_spokesman_by_his_name_alone_speaks_for_his_group() -> None:
    """Given out is the group, and the person is none of its names."""
    text = (
        "A pilot was abducted at Paro on Tuesday. Sebby Sambom said in a statement that his fighters had taken him. "
        "The TPNPB holds the hills there."
    )
    claimed = ask(text, "abducted", "abduction").claimed_by

    assert claimed is not None
    assert claimed.name == "West Papua National Liberation Army"
    assert claimed.as_written == "TPNPB"


def test_a_spokesman_who_condemns_another_claims_nothing() -> None:
    """He speaks of more than the acts of his group."""
    assert claimant("A bomb killed nine in Goma. Willy Ngoma blamed the army.", "bomb killed", "bombing") is None
