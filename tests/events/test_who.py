"""Sides of acts: sentences written for this test, with who did it, who claims it and who denies it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.events.sentences import split
from monitor.events.sides.aliases import aliases, others, rows, shared
from monitor.events.sides.groups import GROUPS
from monitor.events.sides.states import STATES
from monitor.events.sides.who import Parties, WhoAnswer


def ask(
    text: str, trigger: str, type: str = "drone_strike", *, scope: tuple[int, ...] = (), title: str = ""
) -> WhoAnswer:
    document = f"{title}\n\n{text}" if title else text
    at = document.index(trigger)
    parties = Parties(document, split(document, has_title=bool(title)))
    return parties.for_act(at, at + len(trigger), type=type, scope=scope)


def actors(answer: WhoAnswer) -> list[str]:
    return [party.name for party in answer.actors]


DID = (
    ("Russian missiles struck a bus depot in Odesa.", "struck", "missile_strike", "Russia"),
    ("Israel bombed a depot near Damascus.", "bombed", "airstrike", "Israel"),
    ("A depot near Damascus was bombed by Israeli jets.", "bombed", "airstrike", "Israel"),
    ("RSF drones hit the airport in Port Sudan.", "hit", "drone_strike", "Rapid Support Forces"),
    ("Al-Shabaab fighters stormed a beach hotel.", "stormed", "armed_assault", "Al-Shabaab"),
    ("M23 rebels captured a mining town.", "captured", "ground_incursion", "M23"),
    ("A convoy was ambushed by members of the ELN.", "ambushed", "armed_clash", "ELN"),
    ("The Pakistani military struck targets across the border.", "struck", "airstrike", "Pakistan"),
    ("The Syrian army says it has regained the town from Jaish al-Islam.", "regained", "ground_incursion", "Syria"),
    ("Syria says has regained most of Ghouta from Jaish al-Islam.", "regained", "ground_incursion", "Syria"),
    ("Russia counterattacks near a village held by Ukraine.", "counterattacks", "ground_incursion", "Russia"),
    ("Rockets fired by Hezbollah fell near the town.", "fell", "rocket_fire", "Hezbollah"),
    ("Turkey's air force hit caves used by militants.", "hit", "airstrike", "Turkey"),
    ("Chinese coast guard ships rammed a fishing boat.", "rammed", "maritime_incident", "China"),
    ("Boko Haram killed nine farmers.", "killed", "armed_assault", "Boko Haram"),
    (
        "A Turkish patrol that crept up a dry river bed found the cave at Haftanin.",
        "found",
        "ground_incursion",
        "Turkey",
    ),
    ("US commandos cornered the emir in a cellar at Atme.", "cornered", "targeted_killing", "United States"),
    (
        "US military releases video of Chinese warship cutting across American destroyer.",
        "cutting",
        "maritime_incident",
        "China",
    ),
    ("Seven people died when warplanes of Russia struck a market.", "struck", "airstrike", "Russia"),
    ("Armed men attacked a mosque.", "attacked", "armed_assault", "unknown"),
    ("A bomb exploded outside a bank.", "exploded", "bombing", "unknown"),
)


@pytest.mark.parametrize(("text", "trigger", "type", "actor"), DID, ids=[case[0][:40] for case in DID])
def test_the_side_that_acted_is_named(text: str, trigger: str, type: str, actor: str) -> None:
    """Rule: the subject of an active verb, the weapon's adjective and the 'by' of a passive act; else unknown."""
    assert actors(ask(text, trigger, type)) == [actor]


@pytest.mark.parametrize(
    ("text", "trigger", "type", "actor"),
    [
        ("Ecuadorean ambassador expelled by US in dispute.", "expelled", "diplomatic_break", "United States"),
        ("Russian diplomats thrown out of Bulgaria.", "thrown", "diplomatic_break", "Bulgaria"),
        ("Ecuador sends Mexico's ambassador packing.", "packing", "diplomatic_break", "Ecuador"),
        ("Land borders with Rwanda closed by Burundi.", "closed", "closure", "Burundi"),
        ("France calls its ambassadors home from Australia.", "home", "diplomatic_break", "France"),
    ],
)
def test_who_decided_is_the_actor_and_not_whom_it_befalls(text: str, trigger: str, type: str, actor: str) -> None:
    """Rule: 'expelled by', 'thrown out of' name who decided; an envoy's land is not the one that sends him away."""
    assert actors(ask(text, trigger, type)) == [actor]


def test_a_shoot_down_has_the_sender_as_actor() -> None:
    """Rule: of an interception the actor is the side that sent what was shot down."""
    answer = ask("Israel's army shot down two Houthi drones over the Red Sea.", "shot down", "interception")

    assert actors(answer) == ["Houthis"]


def test_a_spying_drone_has_the_shooter_as_actor() -> None:
    """Rule: of an aircraft or spying drone brought down by its target, the actor is who shot it down."""
    answer = ask("Houthi forces shot down an American MQ-9 Reaper off the coast.", "shot down", "interception")

    assert actors(answer) == ["Houthis"]


def test_a_place_is_no_actor() -> None:
    """Rule: 'in Iraq' and 'Moscow' the town do nothing."""
    answer = ask("A drone exploded in Moscow on a road used by trucks from Iraq.", "exploded")

    assert actors(answer) == ["unknown"]


def test_a_capital_that_acts_is_its_government() -> None:
    """Rule: 'Ankara said its jets' is Turkey."""
    answer = ask("Ankara said its jets struck 12 caves in the mountains.", "struck", "airstrike")

    assert actors(answer) == ["Turkey"]


CLAIMS = (
    (
        "American jets bombed a fuel pier at Salif. The US military said the aim was to cut off money for the rebels.",
        "bombed",
        "United States",
    ),
    (
        'A Houthi missile fell by a runway. A Houthi spokesman said a "hypersonic" projectile had been used.',
        "fell",
        "Houthis",
    ),
    ("A Houthi missile fell by a runway. The Yemeni group claimed the attack.", "fell", "Houthis"),
    ("The Ethiopian National Defense Force said it had struck a market town.", "struck", "Ethiopia"),
    ("Israel's air force bombed a house near Tyre. The IDF put out a clip of the hit.", "bombed", "Israel"),
    (
        "A bomb killed two officers. The Balochistan Liberation Army claimed responsibility.",
        "killed",
        "Balochistan Liberation Army",
    ),
    ("A bomb killed two officers in an attack claimed by the BLA.", "killed", "Balochistan Liberation Army"),
    (
        "A drone hit the base. The Islamic Resistance in Iraq said it was behind the attack.",
        "hit",
        "Islamic Resistance in Iraq",
    ),
    ("A drone hit the base. Kataib Hezbollah took credit on Telegram.", "hit", "Kataib Hezbollah"),
    (
        "Gunmen killed 12 travellers. BLA Claims Responsibility For Highway Attack.",
        "killed",
        "Balochistan Liberation Army",
    ),
    ("Israel's army said it struck a launcher in southern Lebanon.", "struck", "Israel"),
    ("Turkish jets hit 20 targets in Iraq, Turkey's defence ministry said.", "hit", "Turkey"),
    ("CENTCOM said its forces hit a radar site in Yemen.", "hit", "United States"),
    (
        "Turkish troops shelled a ridge. Military officials in Turkey said militants had been targeted.",
        "shelled",
        "Turkey",
    ),
    ("Azerbaijan's army shelled a ridge. That it had was confirmed by Azerbaijan.", "shelled", "Azerbaijan"),
    (
        "Israel bombed a car. The prime minister, Netanyahu, said his country's forces were behind it.",
        "bombed",
        "Israel",
    ),
    ("An Israeli tank fired at a post when men came near the fence, the military said.", "fired", "Israel"),
    ("Israeli jets took out a commander near Tyre, the IDF announced.", "took out", "Israel"),
    (
        "A Hezbollah drone hit a hall. The Shiite group in Beirut confirmed that its men had launched it.",
        "hit",
        "Hezbollah",
    ),
    (
        "A bomb killed a general. The SBU had charged him. A source in the service said it was its operation.",
        "killed",
        "SBU",
    ),
    ("A Hezbollah drone hit a hall. The Iran-backed group in Beirut claimed it.", "hit", "Hezbollah"),
    (
        "The Saudi-led coalition bombed a house. The coalition said it had begun hitting camps.",
        "bombed",
        "Saudi-led coalition",
    ),
    ("Putin orders strikes on power plants. Russian missiles hit three of them.", "hit", "Russia"),
    ("Jets of the US hit a depot. The US now says it killed the emir there.", "hit", "United States"),
    ('A boat was sunk off Venezuela by US jets. "We hit a drug boat," said Hegseth.', "sunk", "United States"),
    ("Hezbollah drones hit a hall. Hezbollah said one of its gunners had launched them.", "hit", "Hezbollah"),
    ("A camp was attacked. In a pamphlet, ISWAP put itself behind the ambush.", "attacked", "ISWAP"),
    (
        "Ukrainian drones hit a refinery. Ukraine's General Staff said its forces had reached the plant.",
        "hit",
        "Ukraine",
    ),
    ("An emir was hit in Syria. The Pentagon said President Trump had ordered it.", "hit", "United States"),
    (
        "Guards were killed on a road. A message attributed to the TRF said the killings were its doing.",
        "killed",
        "Lashkar-e-Taiba",
    ),
    ("Houthi drones hit a ship. The Houthis said warnings had been ignored.", "hit", "Houthis"),
    ("Al-Shabaab hit a hotel. Al-Shabaab was quick to say that it had attacked it.", "hit", "Al-Shabaab"),
    ("Gunmen killed 50 soldiers. An al Qaeda affiliate, JNIM, claimed responsibility.", "killed", "JNIM"),
    (
        "A blast killed six. Islamic State, which has cells there, said that its fighters carried out the bombing.",
        "killed",
        "Islamic State",
    ),
)


@pytest.mark.parametrize(("text", "trigger", "claimant"), CLAIMS, ids=[case[0][:45] for case in CLAIMS])
def test_a_claim_is_credited_to_the_side_that_makes_it(text: str, trigger: str, claimant: str) -> None:
    """Rule: responsibility taken, 'claimed by', 'was behind', and a side's announcement of its own strike."""
    answer = ask(text, trigger)

    assert answer.claimed_by is not None
    assert answer.claimed_by.name == claimant


#: groups that speak of an act as theirs, each in other words
AVOWALS = (
    ("A bomb killed two officers. Al-Shabaab put its name to it.", "Al-Shabaab"),
    ("A bomb killed two officers. The group's rivals were silent; Hamas's armed wing took the credit.", "Hamas"),
    ("A bomb killed two officers. The BLA said that its men had planted it.", "Balochistan Liberation Army"),
    ("A bomb killed two officers. The TTP said through a spokesman that it had done it.", "Tehrik-i-Taliban Pakistan"),
    ('"We hit a convoy of the army," wrote the PKK after two officers were killed.', "PKK"),
    ("A bomb killed two officers. A source in the SBU told reporters it was a lesson.", "SBU"),
    ("A bomb killed two officers of the PKK's rivals. The PKK is silent; its chief says it was its work.", "PKK"),
    ("A bomb killed two officers. Islamic State published a portrait of the bomber.", "Islamic State"),
    ("A bomb killed two officers. Video released by the TTP shows the blast.", "Tehrik-i-Taliban Pakistan"),
    ("A bomb killed two officers. A statement of the Houthis' spokesman called it a gift.", "Houthis"),
    ("A bomb killed two officers. A little known group, the Dawn Brigades, said it did it.", "Dawn Brigades"),
    ("A bomb killed two officers. The Harbour Liberation Front claimed it.", "Harbour Liberation Front"),
)


@pytest.mark.parametrize(("text", "claimant"), AVOWALS, ids=[case[0][29:70] for case in AVOWALS])
def test_a_group_that_speaks_of_an_act_as_its_own_avows_it(text: str, claimant: str) -> None:
    """Rule: an armed group that publishes, boasts or explains an act claims it, listed in a table or not."""
    answer = ask(text, "killed", "bombing")

    assert answer.claimed_by is not None
    assert answer.claimed_by.name == claimant


NO_CLAIMS = (
    "A bomb killed two officers. Hamas condemned it.",
    "A bomb killed two officers. The Taliban said it had no part in it.",
    "Rockets killed two. Hezbollah said Israeli jets had struck a village first.",
    "A bomb killed two officers. The TTP would not comment.",
    "A bomb killed two of them, fighters of the PKK said to have been asleep.",
    "A bomb killed two officers. No group has claimed responsibility.",
    "A bomb killed two officers. There was no immediate claim, but the TTP has claimed similar attacks in the past.",
    "Russian missiles killed two, Ukraine's air force said.",
    "A drone killed two. Iran's state news agency reported it first.",
    "A bomb killed two officers. In March last year Hamas said it had struck a bus.",
    "A bomb killed two officers. Such bombs are regularly claimed by Islamic State.",
    "A bomb killed two officers. So far the BLA has not said it was behind it.",
    "A bomb killed two officers. The BLA said it knew of no bomb.",
    "A drone killed two American soldiers. Three American soldiers were killed, the US military said.",
    "A bomb killed two in what the BLA called a crime of others.",
    "A tanker was seized and two were killed, the second ship taken by the PKK this week.",
    "A bomb killed two. The SBU security service has opened eight criminal counts.",
    "Rebels killed two. Hezbollah said that one of its fighters had been killed on a road.",
)


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_what_is_no_claim(text: str) -> None:
    """Rule: nobody's claim, a claim of other attacks, the victim's report and a side's media claim nothing."""
    assert ask(text, "killed", "bombing").claimed_by is None


def test_a_state_that_tells_of_anothers_lost_aircraft_claims_it() -> None:
    """Rule: where nobody else is named as the shooter, the state that reports the enemy's loss is the one who shot."""
    answer = ask("A Russian radar plane had been hit over the sea, Ukraine said.", "hit", "aircraft_downed")

    assert answer.claimed_by is not None
    assert answer.claimed_by.name == "Ukraine"


@pytest.mark.parametrize(
    ("text", "trigger", "type", "claimant"),
    [
        (
            "A plane was shot down by Venezuela's military over the sea, which has now confirmed it.",
            "shot down",
            "aircraft_downed",
            "Venezuela",
        ),
        ("The Sri Lankan Navy said it had arrested 16 men and a boat.", "arrested", "maritime_incident", "Sri Lanka"),
        ("A post was seized by them, Tigrayan forces said.", "seized", "ground_incursion", "Tigray forces"),
        (
            "A leader of ISIS was killed south of Kirkuk, according to a spokesman of Iraq's military.",
            "killed",
            "targeted_killing",
            "Iraq",
        ),
        ("Iranian missiles fell on a villa. Iran boasts of hitting spies.", "fell", "missile_strike", "Iran"),
        ("Three Taliban shot a general. The insurgents admit it.", "shot", "targeted_killing", "Afghan Taliban"),
        ("A hotel was attacked. Al-Shabab called it a martyrdom operation.", "attacked", "armed_assault", "Al-Shabaab"),
        ("Israeli jets bombed Gaza. Strikes hit targets of Hamas, Israel said.", "bombed", "airstrike", "Israel"),
        ("Six 'narco-terrorists' died in a boat strike, Trump says.", "strike", "maritime_incident", "United States"),
        (
            "Servers burned. Sword of Justice had posted that it hit the firm.",
            "burned",
            "cyberattack",
            "Sword of Justice",
        ),
    ],
)
def test_a_claim_may_be_made_in_few_words(text: str, trigger: str, type: str, claimant: str) -> None:
    """Rule: 'which has confirmed it', 'had arrested', 'by them', 'boasts of', 'admit it' take an act upon oneself."""
    answer = ask(text, trigger, type)

    assert answer.claimed_by is not None
    assert answer.claimed_by.name == claimant


@pytest.mark.parametrize(
    ("text", "trigger", "type"),
    [
        ("A base was attacked. Dozens died there before, most of them claimed by al-Shabab.", "attacked", "bombing"),
        ("A base was attacked. Al-Shabab has claimed neither.", "attacked", "bombing"),
        ("A tanker was hit by pirates, the Nigerian navy said.", "hit", "maritime_incident"),
        ("Men dressed as ELN fighters told people to get down and burned a bus.", "burned", "armed_assault"),
        ("A bomb hit an island in Lake Chad and killed 20, an official in Chad says.", "killed", "bombing"),
        ("A drone was shot down by its air defences, Saudi Arabia said.", "shot down", "interception"),
        ("A drone was destroyed near the airport, the Saudi-led coalition said.", "destroyed", "interception"),
        ("A jet crossed the border, and two jets of its own took off, Romania said.", "crossed", "airspace_violation"),
        (
            "Shells fell on a village.\n\nAn envoy was called.\n\nThe gate was shut after a bomb at a shrine, for "
            "which Islamic State took responsibility.",
            "fell",
            "shelling",
        ),
    ],
)
def test_a_word_on_another_act_or_on_a_shoot_down_is_no_claim(text: str, trigger: str, type: str) -> None:
    """Rule: attacks of before, one that is answered, a shoot-down and a violation told of are not claimed."""
    assert ask(text, trigger, type).claimed_by is None


#: text, trigger, type, who claims it
OWN_WORD = (
    (
        "A plane was shot down at Babanusa. The RSF claim to have hit it.",
        "shot down",
        "aircraft_downed",
        "Rapid Support",
    ),
    (
        "A camp was taken on Friday. JNIM stated through its media arm, the Zallaqa, that it seized it.",
        "taken",
        "armed_assault",
        "JNIM",
    ),
    ("Nine soldiers died in a clash, killed by its fighters, ISWAP has claimed.", "clash", "armed_clash", "ISWAP"),
    (
        "A checkpoint was overrun at night. The Houthis did it, said their spokesman.",
        "overrun",
        "armed_assault",
        "Houthis",
    ),
    ("Guns opened up on a hotel in Beledweyne. Al Shabab said it did it.", "hotel", "armed_assault", "Al-Shabaab"),
    (
        'A mill stopped after a cyberattack. A band that goes by the name of "Predatory Sparrow" took credit.',
        "cyberattack",
        "cyberattack",
        "Predatory Sparrow",
    ),
    (
        "A car bomb hit a post. Later it was claimed by Lashkar Tufan, a little-known group.",
        "bomb",
        "bombing",
        "Lashkar Tufan",
    ),
    (
        "Ports went dark in a cyberattack. On Telegram Anonymous Sudan gave a burnt book as its motive.",
        "cyberattack",
        "cyberattack",
        "Anonymous Sudan",
    ),
    (
        "A tanker was confiscated off Lavan, the press department of the IRGC announced.",
        "confiscated",
        "maritime_incident",
        "IRGC",
    ),
    (
        "A base was hit by drones, an attack claimed by an Iraqi faction. It was revenge, said Kataib Hezbollah.",
        "hit",
        "drone_strike",
        "Kataib Hezbollah",
    ),
    (
        "The army announced air strikes. The Turkish military announced airstrikes on caves.",
        "airstrikes",
        "airstrike",
        "Turkey",
    ),
)


@pytest.mark.parametrize(("text", "trigger", "type", "claimant"), OWN_WORD, ids=[case[0][:40] for case in OWN_WORD])
def test_a_claim_may_come_through_a_channel_an_arm_or_the_words_of_its_men(
    text: str, trigger: str, type: str, claimant: str
) -> None:
    """Rule: media arms, spokesmen, 'its fighters' and a name nobody listed claim as plainly as the group itself."""
    answer = ask(text, trigger, type)

    assert answer.claimed_by is not None
    assert answer.claimed_by.name.startswith(claimant)


def test_state_media_without_a_country_are_those_of_the_state_that_acted() -> None:
    """Rule: 'state media reported' behind the deed is its own state's word."""
    text = "A ship with smuggled fuel was seized on Monday by the Iranian Revolutionary Guards, state media reported."

    claimed = ask(text, "seized", "maritime_incident").claimed_by

    assert claimed is not None
    assert claimed.name == "IRGC"


NO_ACTOR = (
    ("PKK targets in the north of Iraq were hit at dawn.", "hit", "airstrike"),
    ("A Houthi attack was foiled when jets bombed a base near Sanaa.", "bombed", "airstrike"),
    ("Russian warship sunk by sea drones.", "sunk", "maritime_incident"),
)


@pytest.mark.parametrize(("text", "trigger", "type"), NO_ACTOR, ids=[case[0][:40] for case in NO_ACTOR])
def test_what_was_aimed_at_or_came_to_nothing_is_no_actor(text: str, trigger: str, type: str) -> None:
    """Rule: a side's targets, its foiled attack and its sunken ship do not make it the one who acts."""
    assert actors(ask(text, trigger, type)) == ["unknown"]


def test_what_the_act_answers_is_not_its_actor() -> None:
    """Rule: 'in answer to Israeli attacks' names the other side where somebody else acts in the sentence."""
    answer = ask("In answer to Israeli raids Hezbollah fired rockets at open ground.", "rockets", "rocket_fire")

    assert actors(answer) == ["Hezbollah"]


def test_a_side_is_written_by_the_names_the_text_gives_it() -> None:
    """Rule: another spelling keeps its short form; who speaks for an organ, and a capital, add nothing."""
    text = "A train was stopped in a gorge. The Baloch Liberation Army (BLA) claimed the attack."

    claimed = ask(text, "stopped", "armed_assault").claimed_by

    assert claimed is not None
    assert claimed.as_written == "Baloch Liberation Army, BLA"


def test_a_shoot_down_is_claimed_by_who_says_that_it_shot() -> None:
    """Rule: 'shot down, says Turkey' and reasons given for it are the word of the side whose jets did it."""
    said = ask("A Syrian helicopter was shot down, says Turkey.", "shot down", "aircraft_downed")
    why = ask(
        "Turkish F-16s shot down a Russian jet. Warnings had been ignored, Turkish officials said.",
        "shot down",
        "aircraft_downed",
    )

    assert said.claimed_by is not None
    assert why.claimed_by is not None
    assert (said.claimed_by.name, why.claimed_by.name) == ("Turkey", "Turkey")


@pytest.mark.parametrize(
    ("text", "trigger", "actor"),
    [
        ("Israel launches heavy Syria strikes after losing a jet.", "strikes", "Israel"),
        ("US hits five Kataib Hezbollah depots near Baghdad.", "hits", "United States"),
        ("Jets struck 81 PKK targets in the hills. Turkey began a new operation there.", "struck", "Turkey"),
        (
            "The port that US jets attacked on Thursday burned. Israel said it shot down a missile.",
            "attacked",
            "United States",
        ),
        ("Houthi missiles hit a port. Militants in southwest Pakistan have been killed.", "hit", "Houthis"),
    ],
)
def test_an_adjective_a_place_or_another_shoot_down_does_not_do_it(text: str, trigger: str, actor: str) -> None:
    """Rule: 'Syria strikes' after 'heavy' is where, '81 PKK targets' are a noun, what was shot down is another act."""
    assert actors(ask(text, trigger, "airstrike")) == [actor]


def test_a_states_own_agency_that_tells_of_its_deed_claims_it_for_the_state() -> None:
    """Rule: 'IRNA confirmed that the navy had seized it' is Iran's word, another country's agency is not."""
    tanker = "Iran's navy seized a tanker off Oman. "
    own = ask(tanker + "IRNA confirmed that the navy had made the seizure.", "seized", "maritime_incident").claimed_by
    other = ask(
        tanker + "Xinhua reported that the navy had made the seizure.", "seized", "maritime_incident"
    ).claimed_by

    assert own is not None
    assert own.name == "Iran"
    assert other is None


def test_a_state_that_announces_the_death_of_one_abroad_claims_it() -> None:
    """Rule: a targeted killing nobody else is named for is the announcing state's, unless it hunts for the doer."""
    claimed = ask("The emir was killed in Syria on Sunday, Biden said.", "killed", "targeted_killing").claimed_by
    hunting = ask(
        "A man from Ukraine is detained over the general killed by a bomb, the FSB said.", "killed", "targeted_killing"
    )

    assert claimed is not None
    assert claimed.name == "United States"
    assert hunting.claimed_by is None


def test_those_killed_and_the_aircraft_that_was_hit_are_no_doers() -> None:
    """Rule: 'Israeli soldiers killed in' and 'Russian attack plane' are what was struck."""
    hall = ask("Four Israeli soldiers killed in mess hall by a drone.", "killed", "drone_strike")
    plane = ask("A gunner hit the Russian attack plane near a town.", "hit", "aircraft_downed")

    assert actors(hall) == ["unknown"]
    assert actors(plane) == ["unknown"]


def test_a_denial_is_kept() -> None:
    """Rule: the side that denies having done it is recorded beside the act."""
    answer = ask("A drone hit the refinery. Ukraine denied any involvement in the attack.", "hit")

    assert answer.denied_by is not None
    assert answer.denied_by.name == "Ukraine"


def test_an_authority_on_the_record_makes_it_official() -> None:
    """Rule: a ministry or command counts, an unnamed official does not."""
    assert ask("A drone hit the base, the defence ministry said.", "hit").official
    assert not ask("A drone hit the base, an official said on condition of anonymity.", "hit").official


def test_the_target_is_a_side_a_ship_or_a_site() -> None:
    """Rule: what stands after 'on', 'against' or the verb, or suffers it."""
    assert [t.name for t in ask("A drone hit US troops at a base.", "hit").targets] == ["US forces"]
    ship = ask("A missile hit the tanker Blue Heron in the strait.", "hit", "maritime_incident")
    assert [(t.name, t.kind) for t in ship.targets] == [("Blue Heron", "asset")]


def test_the_tables_are_sound() -> None:
    """Law: every line has its columns, at least 600 sides are known, and no spelling belongs to two."""
    groups, states = rows(GROUPS), rows(STATES)
    assert all(len(row) == 4 for row in groups)
    assert all(len(row) == 5 for row in states)
    names = {alias.party.name for alias in aliases().values()}
    assert len(names) >= 600
    assert all(alias.spelling == spelling for spelling, alias in aliases().items())
    owners: dict[str, str] = {}
    for name, spellings in [(r[0], r[0::3]) for r in groups] + [(r[1], r[1:]) for r in states]:
        for spelling in {each.strip() for column in spellings for each in column.split(",")} - {""}:
            assert owners.setdefault(spelling, name) == name, spelling


def test_what_is_told_apart_is_a_name_of_the_tables() -> None:
    """Law: a shared spelling and the side it is given to are known, and what is nobody's holds the name of a side."""
    known = aliases()
    for spelling, signs in shared().items():
        assert spelling in known, spelling
        assert all(side in known for _, side in signs if side not in ("", "-")), spelling
    assert [name for name in others() if not any(spelling in name for spelling in known)] == []


@pytest.mark.parametrize(
    ("text", "trigger", "type", "actors"),
    [
        ("Forces of the SNA shelled a village in northern Syria.", "shelled", "shelling", ["Syrian National Army"]),
        ("SNA troops killed ten men near Mogadishu, Somalia said.", "killed", "armed_clash", ["Somalia"]),
        ("SDF fighters shelled a village in Hasakah.", "shelled", "shelling", ["Syrian Democratic Forces"]),
        ("Al-Shabab fighters attacked a post in Cabo Delgado.", "attacked", "", ["Islamic State in Mozambique"]),
        ("The company sent the PDF. Rebels attacked a post.", "attacked", "armed_assault", ["unknown"]),
        ("Return fire killed nine men who had stormed a post.", "stormed", "armed_assault", ["unknown"]),
        ("Al Shabab fighters attacked a post near Mogadishu.", "attacked", "armed_assault", ["Al-Shabaab"]),
        ("Lashkar e Taiba fighters attacked a post.", "attacked", "armed_assault", ["Lashkar-e-Taiba"]),
    ],
)
def test_a_spelling_that_several_have_is_told_by_the_text(
    text: str, trigger: str, type: str, actors: list[str]
) -> None:
    """Rule: whose a short name is stands in the text around it; without a sign it is nobody's."""
    assert [actor.name for actor in ask(text, trigger, type).actors] == actors


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Iran International said that it struck a chord. A blast hit a depot.", "hit"),
        ("Kabul attack kills 20 in a mosque.", "attack"),
        ("Baghdad car bomb kills 12.", "bomb"),
        ("The Washington Post attacked the plan. A blast killed two.", "killed"),
    ],
)
def test_a_paper_or_a_town_that_was_hit_is_no_side(text: str, trigger: str) -> None:
    """Rule: a name that holds a side's name is none of it, and an act named after a capital is not the government's."""
    assert [actor.name for actor in ask(text, trigger, "bombing").actors] == ["unknown"]


WORDS = st.sampled_from(
    """Israel Israeli army Houthi Houthis drones struck hit by from in the Moscow said it was behind attack claimed
    responsibility no group has denied IRGC ( ) , . "the Guards" US-led PKK's against on Türkiye’s its forces fired
    accused \n\n Hezbollah militants ministry""".split(" ")
)


@given(
    st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=50).map(" ".join)),
    st.sampled_from(["", "interception", "talks", "threat", "airstrike", "aircraft_downed"]),
)
def test_any_text_is_answered_with_its_own_words(text: str, type: str) -> None:
    """Law: nothing is raised, actors are never empty, evidence is the text's own words."""
    parties = Parties(text, split(text))
    for at in range(0, max(1, len(text)), 50):
        answer = parties.for_act(at, at + 3, type=type)
        assert answer.actors
        for piece in answer.evidence:
            assert text[piece.start : piece.end] == piece.text


def test_a_group_that_claims_is_given_by_every_name_of_the_text() -> None:
    """Rule: the claim is found under the name of the title, of the claim and its short form alike."""
    text = "A car bomb hit a post. The Pakistani Taliban claimed it. The Tehreek-e-Taliban Pakistan (TTP) is banned."

    claimed = ask(text, "hit", "bombing").claimed_by

    assert claimed is not None
    assert claimed.as_written == "Pakistani Taliban, Tehreek-e-Taliban Pakistan, TTP"


ANNOUNCED = (
    "Israeli jets bombed a site. It was a depot, the president said.",
    "Israeli jets bombed a site. It struck a depot, said Joav Amin, a spokesman.",
    "Israeli jets bombed a site along Yemen's coast. Weapons were hit there, a spokeswoman says.",
    "Israeli jets bombed a site. The Israeli army said it watched the yard for a week. A depot was hit.",
    "Israeli jets bombed a site. A depot was hit, the army said, in answer to a rocket that was intercepted.",
    "Israeli jets bombed a house in Baalbek. For the Israeli army, the place was a weapons depot.",
    "Israeli jets bombed a house. An army statement spoke of a military compound.",
    "Israeli jets bombed a house. By the first assessment of the military, two militants died.",
    "Israeli jets bombed a house, its military spokesman, Col. Dan Levi, said.",
    "A house was bombed by the Israeli military, which described it as a command centre.",
)


@pytest.mark.parametrize("text", ANNOUNCED)
def test_a_state_whose_military_speaks_of_its_strike_claims_it(text: str) -> None:
    """Rule: where a state acted and its military tells of the target in whatever words, the strike is claimed."""
    claimed = ask(text, "bombed", "airstrike").claimed_by

    assert claimed is not None
    assert claimed.name == "Israel"


NOT_ANNOUNCED = (
    "Israeli jets bombed a house. Israeli Army Radio reported that a rocket had struck a car.",
    "Israeli jets bombed a house. The Israeli army declined to comment on the strike.",
    "Israeli jets bombed a house. Russia called it a crime. The defence ministry spoke of a strike on depots.",
    "Israeli jets bombed a house. Hezbollah fired at sites of the Israeli army and targets in the hills.",
)


@pytest.mark.parametrize("text", NOT_ANNOUNCED)
def test_a_state_that_keeps_silent_claims_no_strike(text: str) -> None:
    """Rule: a broadcaster, a refusal, another state's ministry and what was hit of an army announce nothing."""
    assert ask(text, "bombed", "airstrike").claimed_by is None


BESIDES = (
    ("A Russian missile killed four at dinner. Moscow says that it aims only at military targets.", "missile_strike"),
    ("Two were killed. Russia, with drones at night, Ivan Petrenko of the region wrote, hit a port.", "drone_strike"),
    ("Two were killed by missiles. The Houthis, said the US military, had fired at other ships.", "missile_strike"),
    ("Two were killed by a gang. Venezuela claims the Essequibo and its waters.", "armed_assault"),
    ("Rockets killed two. Hezbollah said it lost two men in a raid before dawn.", "rocket_fire"),
    ("Jets killed two. Hezbollah acknowledged that the raids had hit three of its fighters.", "airstrike"),
    ("A bomb killed two. The ELN has said it will return to the talks.", "bombing"),
    (
        "A helicopter was shot down and nine were killed. Ukraine's military said rebels shot it down.",
        "aircraft_downed",
    ),
    ("Rockets killed two. Jarablus was not bombed by us, the SDF said.", "rocket_fire"),
    ("A gunman killed two officials. For some of the attacks Al-Shabaab took credit.", "targeted_killing"),
    ('Two were killed by "Abu Sayyaf or Moro rebels", said Lieutenant Omar Diaz.', "armed_assault"),
    ("Two were killed by the Allied Democratic Forces (ADF), said Teddy Mbuyi.", "armed_assault"),
    (
        "Two were killed. It was on its way to the rebels of Shining Path, and was perhaps hit, Rey told radio.",
        "airstrike",
    ),
)


@pytest.mark.parametrize(("text", "type"), BESIDES, ids=[case[0][:40] for case in BESIDES])
def test_a_word_on_something_else_is_no_claim(text: str, type: str) -> None:
    """Rule: own losses, what is to come, another's deed, a denial and a claim of some attacks claim nothing here."""
    assert ask(text, "killed", type).claimed_by is None


STOOD_FOR = (
    (
        "Houthi rebels hit a port. A tanker left. Nobody was hurt. Prices rose. Talks go on. Ships wait. In its "
        "statement the group spoke of a warning strike.",
        "hit",
        "drone_strike",
        "Houthis",
    ),
    ("Al Shabaab took a base. Many soldiers were killed, the militants said.", "took", "armed_assault", "Al-Shabaab"),
    ("The Revolutionary Guards have seized a ship, they said.", "seized", "maritime_incident", "IRGC"),
    ("A bomb hit a post. The BLA is banned. It said its fighters had planted it.", "hit", "bombing", "Balochistan"),
    (
        "Myanmar armed group says it hit a helicopter. It fell, Jo Lin of the Kachin Independence Army told a paper.",
        "hit",
        "aircraft_downed",
        "Kachin",
    ),
    (
        "A group that fights Myanmar's military says its men hit a helicopter. It fell at noon, Jo Lin of the Kachin "
        "Independence Army told a paper.",
        "hit",
        "aircraft_downed",
        "Kachin",
    ),
    (
        "Niger Delta militants hit a line. The Niger Delta Avengers claimed it.",
        "hit",
        "sabotage",
        "Niger Delta Avengers",
    ),
)


@pytest.mark.parametrize(("text", "trigger", "type", "claimant"), STOOD_FOR, ids=[case[0][:40] for case in STOOD_FOR])
def test_a_group_may_be_spoken_of_without_its_name(text: str, trigger: str, type: str, claimant: str) -> None:
    """Rule: 'the group' is the only one named, 'they said' is the doer, 'it said its men' the group."""
    claimed = ask(text, trigger, type).claimed_by

    assert claimed is not None
    assert claimed.name.startswith(claimant)


def test_a_shared_spelling_is_the_sides_whose_land_the_text_names() -> None:
    """Rule: the IAF is India's in a text on India, and a security service in Seoul is not Ukraine's."""
    jets = ask("India's IAF jets bombed a camp.", "bombed", "airstrike")
    seoul = ask(
        "A balloon fell in Seoul. The Security Service said its men had removed it.", "fell", "airspace_violation"
    )

    assert actors(jets) == ["India"]
    assert seoul.claimed_by is None


def test_who_shoots_a_drone_down_claims_no_more_than_that() -> None:
    """Rule: of an interception the sender is the actor, so the defender's word is no claim."""
    answer = ask("US says it shot down an armed drone near its base.", "shot down", "interception")

    assert answer.claimed_by is None
