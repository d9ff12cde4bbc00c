"""Who claims an act, in the many ways news says it, and what sounds alike: sentences written for this test."""

from __future__ import annotations

import pytest

from monitor.events.sentences import split
from monitor.events.sides.claims.of_a_side import claim_of
from monitor.events.sides.claims.said import Said
from monitor.events.sides.named import find
from monitor.events.sides.who import Parties, WhoAnswer


def ask(text: str, trigger: str, type: str) -> WhoAnswer:
    at = text.index(trigger)
    return Parties(text, split(text, has_title=False)).for_act(at, at + len(trigger), type=type)


CLAIMED = (
    (
        "Nerves are on edge. On Tuesday, drones hit two stations of a pipeline; the Houthis claimed that attack.",
        "hit",
        "drone_strike",
        "Houthis",
    ),
    (
        'A jet dropped bombs on a fair in Sagaing on Friday. "Our pilots hit rebels," the junta said.',
        "dropped",
        "airstrike",
        "Myanmar",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. Telegram channels "
        "run by the ADF took credit.",
        "attacked",
        "armed_assault",
        "ADF",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. A Telegram channel "
        "close to the Naqshbandi Army claimed the ambush.",
        "attacked",
        "armed_assault",
        "Naqshbandi Army",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. The news agency of "
        "Boko Haram said its men had laid the ambush and killed eleven.",
        "attacked",
        "armed_assault",
        "Boko Haram",
    ),
    (
        "Twelve rockets were fired at the base at Balad on Tuesday. Kataib Hezbollah's media arm claimed the attack.",
        "fired",
        "rocket_fire",
        "Kataib Hezbollah",
    ),
    (
        "Twelve rockets were fired at the base at Balad on Tuesday. The media office of Asaib Ahl al-Haq "
        "said its fighters had fired them.",
        "fired",
        "rocket_fire",
        "Asaib Ahl al-Haq",
    ),
    (
        "Two drones flew at the port of Eilat on Tuesday and were shot down. The Houthis' Al-Masirah "
        "channel said the drones had been sent by the group's air arm to hit the port.",
        "flew",
        "drone_strike",
        "Houthis",
    ),
    (
        "Two drones struck the depot at Yanbu on Tuesday. The Houthis hold Sanaa. The movement's "
        "television said its drones had been sent to burn it.",
        "struck",
        "drone_strike",
        "Houthis",
    ),
    (
        "Missiles hit a farm near Panjgur on Monday. Iran's Tasnim news agency said it was the work of "
        "the Revolutionary Guards.",
        "hit",
        "missile_strike",
        "IRGC",
    ),
    (
        "Missiles hit a house near Erbil on Monday. According to the Fars news agency the Revolutionary "
        "Guards had fired them.",
        "hit",
        "missile_strike",
        "IRGC",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. A message on a "
        "channel used by JNIM claimed the attack.",
        "attacked",
        "armed_assault",
        "JNIM",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. The attack was "
        "claimed on Telegram by JNIM.",
        "attacked",
        "armed_assault",
        "JNIM",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. The attack was "
        "claimed in a video by JNIM.",
        "attacked",
        "armed_assault",
        "JNIM",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. In a video on "
        "Monday night JNIM claimed the attack.",
        "attacked",
        "armed_assault",
        "JNIM",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. The ADF has said "
        "that it was its men who laid the ambush.",
        "attacked",
        "armed_assault",
        "ADF",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. The ADF said it "
        "was its fighters that had attacked the convoy.",
        "attacked",
        "armed_assault",
        "ADF",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. The ELN said that "
        "it was the one that attacked the convoy.",
        "attacked",
        "armed_assault",
        "ELN",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. The ELN boasted on "
        "its website that it was the one that hit the convoy.",
        "attacked",
        "armed_assault",
        "ELN",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. The Hafiz Gul "
        "Bahadur group told two newspapers that it had planned it.",
        "attacked",
        "armed_assault",
        "Hafiz Gul Bahadur group",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. The ELN told some "
        "reporters that it had sent the gunmen.",
        "attacked",
        "armed_assault",
        "ELN",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. The mayor suspects "
        "the ELN. The group made a claim on social media.",
        "attacked",
        "armed_assault",
        "ELN",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. The ELN put its "
        "name to the attack.",
        "attacked",
        "armed_assault",
        "ELN",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. The ELN admitted to the attack.",
        "attacked",
        "armed_assault",
        "ELN",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. The ELN boasted of "
        "the ambush in a video.",
        "attacked",
        "armed_assault",
        "ELN",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. Al-Shabaab's "
        "spokesman announced the attack on the group's radio.",
        "attacked",
        "armed_assault",
        "Al-Shabaab",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. A group calling "
        "itself the Sons of the Savannah said it was behind the attack.",
        "attacked",
        "armed_assault",
        "Sons of the Savannah",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. A group by the "
        'name of "the sons of the burnt market" said it was behind the attack.',
        "attacked",
        "armed_assault",
        "sons of the burnt market",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. Responsibility was "
        "taken by a little-known outfit, the Lions of Birao.",
        "attacked",
        "armed_assault",
        "Lions of Birao",
    ),
    (
        "Eleven soldiers were killed when a convoy was attacked near Birao on Monday. A previously "
        "unknown group, Wrath of the Valley, said it had carried out the attack.",
        "attacked",
        "armed_assault",
        "Wrath of the Valley",
    ),
    (
        "A drone hit a van in Lower Shabelle on Sunday. Kenya's military has said that a herder died "
        "when it killed a gunner of al-Shabaab.",
        "hit",
        "drone_strike",
        "Kenya",
    ),
    (
        "A drone hit a car in Tyre on Sunday. The Israeli army said the man it killed was a Hezbollah gunner.",
        "hit",
        "drone_strike",
        "Israel",
    ),
    (
        "A strike on a tent in Khan Younis killed nine. The IDF said it had been aimed at a Hamas cell.",
        "strike",
        "airstrike",
        "Israel",
    ),
    (
        "Jets bombed a market at Tora. Ethiopian jets bombed it, witnesses said. Army spokesman Col. "
        "Getnet Abebe Tola, in a broadcast, acknowledged the raid.",
        "bombed",
        "airstrike",
        "Ethiopia",
    ),
    (
        "An airstrike was carried out by U.S. Africa Command near Kismayo. By the first count of the "
        "command, three militants died.",
        "airstrike",
        "airstrike",
        "United States",
    ),
    (
        "U.S. Central Command forces conducted two strikes against Houthi launchers in Yemen on Feb. 3. "
        "The command's initial assessment is that no civilians were harmed.",
        "strikes",
        "airstrike",
        "United States",
    ),
    (
        "Troops of Kenya have crossed into the south of Somalia, the Ministry of Defence in Nairobi "
        "announced on Sunday. Kenya's troops crossed by night.",
        "crossed",
        "ground_incursion",
        "Kenya",
    ),
    (
        "Two Indian aircraft were shot down over its air space, Pakistan claimed on Wednesday.",
        "shot down",
        "aircraft_downed",
        "Pakistan",
    ),
    (
        "The government in Addis Ababa said its air force had struck a depot in Mekelle on Wednesday. A "
        "jet bombed the city.",
        "bombed",
        "airstrike",
        "Ethiopia",
    ),
    (
        "A jet bombed the town of Nyala on Wednesday. The Nigerian government's press office said the "
        "air force struck a camp of bandits.",
        "bombed",
        "airstrike",
        "Nigeria",
    ),
    (
        "The navy of Indonesia has seized two Vietnamese trawlers off Natuna, it said in a note on Thursday.",
        "seized",
        "maritime_incident",
        "Indonesia",
    ),
    (
        "The tax portals of Denmark were down on Friday, and hackers who side with Russia say it was "
        "their work. The railway's site was also hit by Killnet.",
        "down",
        "cyberattack",
        "KillNet",
    ),
    (
        "Dozens of rockets were launched at Safed, Hezbollah said, to avenge two of its men.",
        "launched",
        "rocket_fire",
        "Hezbollah",
    ),
    (
        "Militants of the Islamic State's branch in Mali, the Islamic State in the Sahel, overran a post "
        "at Labbezanga on Sunday. In its bulletin on Amaq the group claimed the operation.",
        "overran",
        "armed_clash",
        "Islamic State in the Sahel",
    ),
    (
        "Gunmen shot at a bus in Minya on Sunday. Sinai Province, which is loyal to Islamic State, took "
        "responsibility in a leaflet.",
        "shot",
        "armed_assault",
        "Islamic State Sinai Province",
    ),
    (
        "A bomber struck a mosque in Peshawar. Islamic State's Khorasan branch, ISKP, claimed it through Amaq.",
        "struck",
        "bombing",
        "Islamic State Khorasan",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. ISWAP's Amaq outlet carried a "
        "claim for the raid.",
        "stormed",
        "armed_assault",
        "ISWAP",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. A statement posted on a "
        "Telegram account associated with ISWAP claimed the raid.",
        "stormed",
        "armed_assault",
        "ISWAP",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Accounts linked to Boko Haram "
        "claimed responsibility.",
        "stormed",
        "armed_assault",
        "Boko Haram",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Boko Haram released a video "
        "in which it claimed the raid.",
        "stormed",
        "armed_assault",
        "Boko Haram",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Boko Haram published "
        "photographs of what it said were its fighters inside the post.",
        "stormed",
        "armed_assault",
        "Boko Haram",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Boko Haram, in an audio "
        "message, said the raid was its work.",
        "stormed",
        "armed_assault",
        "Boko Haram",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Boko Haram said the raid had "
        "been carried out by its men.",
        "stormed",
        "armed_assault",
        "Boko Haram",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. It was later claimed by Boko Haram.",
        "stormed",
        "armed_assault",
        "Boko Haram",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Boko Haram has since taken "
        "responsibility for it.",
        "stormed",
        "armed_assault",
        "Boko Haram",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Responsibility for the raid "
        "was claimed by Boko Haram.",
        "stormed",
        "armed_assault",
        "Boko Haram",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Boko Haram issued a statement "
        "taking credit for the raid.",
        "stormed",
        "armed_assault",
        "Boko Haram",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Boko Haram confirmed that its "
        "fighters were behind it.",
        "stormed",
        "armed_assault",
        "Boko Haram",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Boko Haram acknowledged the "
        "raid and said it had taken two men alive.",
        "stormed",
        "armed_assault",
        "Boko Haram",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. A Boko Haram commander told "
        "Reuters by phone that they had done it.",
        "stormed",
        "armed_assault",
        "Boko Haram",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. The Ansaru faction, in a "
        "leaflet, owned up to the raid.",
        "stormed",
        "armed_assault",
        "Ansaru",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. A faction styling itself the "
        "Wolves of the Lake said the dead were killed by its men.",
        "stormed",
        "armed_assault",
        "Wolves of the Lake",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. The raid was claimed by a "
        "group that calls itself Wolves of the Lake.",
        "stormed",
        "armed_assault",
        "Wolves of the Lake",
    ),
    (
        "The trams of Bergen stood still on Monday. The Red Lantern gang said on its leak site that it "
        "had broken into the operator's network. Hackers attacked it.",
        "attacked",
        "cyberattack",
        "Red Lantern",
    ),
    (
        "A ransomware attack shut down the port of Nagoya on Tuesday. The hacking group LockBit admitted "
        "to the attack.",
        "attack",
        "cyberattack",
        "LockBit",
    ),
    (
        "An air strike killed six people in Mekelle on Monday. Ethiopia's army said it had struck a training camp.",
        "killed",
        "airstrike",
        "Ethiopia",
    ),
    (
        "Six people were killed in an air strike on Karari, and Sudan's army said its jets had gone "
        "after RSF fighters.",
        "killed",
        "airstrike",
        "Sudanese Armed Forces",
    ),
    (
        "A missile strike hit a hotel in Kramatorsk. Russia's defence ministry said in a statement that "
        "it had hit a command post.",
        "hit",
        "missile_strike",
        "Russia",
    ),
    (
        "A gunman leader, Abu Talha, was killed in a drone strike near Idlib on Monday, the US military said.",
        "killed",
        "targeted_killing",
        "United States",
    ),
    (
        "A boat carrying drugs was blown up off Venezuela on Monday, President Donald Trump said.",
        "blown up",
        "maritime_incident",
        "United States",
    ),
    (
        "The Indian army said on Wednesday that it had struck nine sites in Pakistan. The strikes killed 26.",
        "strikes",
        "missile_strike",
        "India",
    ),
    (
        "We struck two launchers near Hodeidah, the US Central Command said on X.",
        "struck",
        "airstrike",
        "United States",
    ),
    (
        "Our heroes attacked a French convoy near Gao on Tuesday and killed five, JNIM said.",
        "attacked",
        "armed_clash",
        "JNIM",
    ),
    (
        "Pakistan's military said it shot down five Indian jets in the night.",
        "shot down",
        "aircraft_downed",
        "Pakistan",
    ),
    ("A MiG-29 crashed near Goma. The M23 said its fighters had brought it down.", "crashed", "aircraft_downed", "M23"),
    (
        "The Iranian Revolutionary Guards said they had raided the tanker Atlas and taken it to Bandar Abbas.",
        "raided",
        "maritime_incident",
        "IRGC",
    ),
    (
        "Kenyan police officers were killed by a roadside bomb at Dadaab. Al-Shabaab's Radio Andalus "
        "said the group's fighters had planted it.",
        "killed",
        "bombing",
        "Al-Shabaab",
    ),
    (
        "A bomb killed six at a shrine in Sehwan. The attack was claimed by Islamic State through its "
        "news agency Amaq.",
        "killed",
        "bombing",
        "Islamic State",
    ),
    (
        "A blast cut the Nord line on Tuesday. Behind it, the PKK wrote on its website, were its fighters.",
        "cut",
        "sabotage",
        "PKK",
    ),
    (
        "Bombs in Baghdad kill eighteen\n\nA bomber struck a market, killing 12 people in the latest attack claimed by "
        "Islamic State as Iraqi forces advance on Mosul.",
        "kill",
        "bombing",
        "Islamic State",
    ),
    (
        "A network in Kyiv was hit by a cyberattack by Russia. Its hackers, Killnet, claimed responsibility for it.",
        "cyberattack",
        "cyberattack",
        "KillNet",
    ),
    (
        "Five were killed in a church in Owo. ISWAP, the Islamic State branch in the region, claimed it.",
        "killed",
        "armed_assault",
        "ISWAP",
    ),
)


@pytest.mark.parametrize(("text", "trigger", "type", "claimant"), CLAIMED, ids=[case[0][-60:] for case in CLAIMED])
def test_a_claim_is_known_by_many_phrases(text: str, trigger: str, type: str, claimant: str) -> None:
    """Rule: a group's channels, men and branch claim, listed or not; so does a military that tells of its strike."""
    claimed = ask(text, trigger, type).claimed_by

    assert claimed is not None
    assert claimed.name == claimant


UNCLAIMED = (
    (
        "Jets brought down a drone near Kassala on Monday. Police looked for what was left. The town still mourns "
        "nine who died on May 4 when a bomb tore up a bus, an attack claimed by Islamic State.",
        "brought down",
        "aircraft_downed",
    ),
    (
        "Some 20 people died when Sanaa was bombed on Monday. Hours before, the Houthis claimed an assault on the port"
        " of Fujairah.",
        "bombed",
        "airstrike",
    ),
    (
        "Two preachers died when a grenade was thrown into a mosque in Isabela on Friday. Islamic State claimed that "
        "massacre as the work of its men.",
        "thrown",
        "bombing",
    ),
    (
        "Puntland leader Said Deni offered condolences on Sunday. The governor was killed by a bomb in Galkayo.",
        "killed",
        "bombing",
    ),
    (
        "A bomb ripped open a tram in Ankara on Friday and killed nine. There was no immediate claim. "
        "The last such attack, claimed by the PKK, was years ago.",
        "bomb",
        "bombing",
    ),
    (
        "A drone hurt two farmers in Arauca on Sunday. No group had owned up to it. The day before, the "
        "ELN boasted of another, on a police post.",
        "drone",
        "drone_strike",
    ),
    (
        "Three men were hurt when a Kenyan drone struck a car at Gedo. Nairobi was silent. Kenya says "
        "its raids, strikes and patrols over the border are in everybody's interest.",
        "struck",
        "drone_strike",
    ),
    (
        "Rockets struck the camp at Bria, a man of the CPC rebels said on Monday. Nobody has said they were behind it.",
        "struck",
        "rocket_fire",
    ),
    (
        "A suicide bomber killed one man outside a ministry in Kabul. There was no claim. ISKP took "
        "credit for a blast on Tuesday.",
        "killed",
        "bombing",
    ),
    (
        "A drone hit a lorry near Tessit and killed three. Nobody has claimed the attack. Mali said on "
        "Monday it had destroyed six camps of the JNIM.",
        "hit",
        "drone_strike",
    ),
    (
        "Five people were killed by gunmen in Cotabato. On June 14 gunmen burst into a market there and "
        "killed six; the Abu Sayyaf claimed it.",
        "killed",
        "armed_assault",
    ),
    (
        "A checkpoint in Bauchi was attacked on Monday. The PKK has claimed attacks on other pipelines.",
        "attacked",
        "armed_assault",
    ),
    (
        "A missile hit a house in Homs. The Israeli military has said nothing. Israeli jets flew over.",
        "hit",
        "missile_strike",
    ),
    (
        "Four rockets fell in Kilis on Wednesday. Turkey said its artillery had struck the launch sites.",
        "fell",
        "rocket_fire",
    ),
    (
        "Gunmen ambushed a patrol in Borno. Boko Haram, whose men hold the forest, says it will free two "
        "teachers it holds.",
        "ambushed",
        "armed_assault",
    ),
    (
        "A police post in Kisii was attacked on Monday. On Sunday al-Shabaab claimed a bomb in Mandera.",
        "attacked",
        "armed_assault",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Boko Haram has often claimed such raids.",
        "stormed",
        "armed_assault",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. The governor said that Boko "
        "Haram was to blame.",
        "stormed",
        "armed_assault",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Boko Haram condemned the raid "
        "and said it had lost two men.",
        "stormed",
        "armed_assault",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. A month ago Boko Haram "
        "claimed a raid on the same post.",
        "stormed",
        "armed_assault",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. No group has claimed it, but "
        "Boko Haram has claimed similar raids.",
        "stormed",
        "armed_assault",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. In 2019 a raid on the post "
        "was claimed by Boko Haram.",
        "stormed",
        "armed_assault",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. There has been no claim of "
        "responsibility. Boko Haram said last week that its fighters had killed a mayor.",
        "stormed",
        "armed_assault",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Nobody has owned up to it. On "
        "Wednesday Boko Haram claimed the killing of a mayor.",
        "stormed",
        "armed_assault",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Nigeria's army said that its "
        "troops had repelled the attackers and killed six.",
        "stormed",
        "armed_assault",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Boko Haram denied that it was "
        "behind the raid.",
        "stormed",
        "armed_assault",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. Boko Haram said that it was "
        "the army that had killed them.",
        "stormed",
        "armed_assault",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. A channel that monitors Boko "
        "Haram said nobody had claimed it.",
        "stormed",
        "armed_assault",
    ),
    (
        "Nine policemen died when a post at Gamboru was stormed on Friday. The head of the Red Crescent, "
        "a group that helps the wounded, said it had sent an ambulance.",
        "stormed",
        "armed_assault",
    ),
    (
        "A drone hit a bus near Donetsk on Monday. Ukraine had no comment. Ukraine says its drones aim "
        "only at the army.",
        "hit",
        "drone_strike",
    ),
    (
        "A missile struck a house in Damascus on Monday. Syria's army said its air defences had shot down two of them.",
        "struck",
        "missile_strike",
    ),
    (
        "Rockets fell near Kiryat Shmona on Monday. The Israeli military said its jets had struck the launchers.",
        "fell",
        "rocket_fire",
    ),
    (
        "A Hamas commander was killed in Beirut. Hamas said its commander had been killed by a drone.",
        "killed",
        "targeted_killing",
    ),
    (
        "Two policemen died in a blast in Quetta. The last attack of the kind, in May, was claimed by the BLA.",
        "blast",
        "bombing",
    ),
    (
        "Two policemen died in a blast in Quetta on Friday. On 3 May five miners were shot at Duki, and "
        "the BLA claimed it.",
        "blast",
        "bombing",
    ),
    (
        "A tanker was seized off Oman on Friday. Iran said it was looking into the reports.",
        "seized",
        "maritime_incident",
    ),
    (
        "Ten people were killed by gunmen in Zamfara. The Islamist group said to be active there, Lakurawa, is new.",
        "killed",
        "armed_assault",
    ),
    (
        "A drone crashed near Erbil's airport. Iraq's Hezbollah Brigades said the Americans would be driven out.",
        "crashed",
        "drone_strike",
    ),
)


@pytest.mark.parametrize(("text", "trigger", "type"), UNCLAIMED, ids=[case[0][-60:] for case in UNCLAIMED])
def test_what_sounds_like_a_claim_and_is_none(text: str, trigger: str, type: str) -> None:
    """Rule: an earlier act's claim, an accuser's, a victim's, an army's answer and what a side always says are none."""
    assert ask(text, trigger, type).claimed_by is None


def test_a_headline_that_says_not_ours_claims_nothing() -> None:
    """'X: missile was ours' is a claim of X's; 'was not ours' is none."""
    titles = ("Ukraine: missile that downed the airliner was not ours", "Ukraine: missile that downed it was ours")
    told = [
        Parties(title, split(title, has_title=True)).for_act(21, 27, type="aircraft_downed").claimed_by
        for title in titles
    ]

    assert told[0] is None
    assert told[1] is not None


def test_claims_that_are_denied_are_no_words_of_those_who_made_them() -> None:
    """'The UN denied Israeli army claims that': a noun, which the UN speaks of."""
    text = (
        "The UN denied Israeli army claims that its jets bombed a school, and the Israeli army claims it hit a depot."
    )
    sentences = split(text, has_title=False)
    army = [side for side in find(text, sentences) if side.party.name == "Israel"]

    assert [claim_of(text, sentences[0], side, army, False) is not None for side in army] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Nine died when Ukrainian troops shelled a fair in Horlivka, the head of the Donetsk People's Republic, Denis "
        "Pushilin, wrote on his channel.",
        "A missile downed an airliner. Ukraine's minister says there is no chance that the missile was of its make.",
    ],
)
def test_who_tells_of_another_act_or_of_another_s_says_nothing_of_this_one(text: str) -> None:
    """Not a word of theirs is put before the rules and the model that weigh who claims it."""
    sentences = split(text, has_title=False)
    named = find(text, sentences)

    assert Said(text, sentences, named).claims(range(len(sentences))) == []
