"""Acts of force in the words of a headline alone: which verbs, nouns and victims tell of them, and which do not."""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from pathlib import Path

import pytest

from monitor.articles.extract import extract
from monitor.events.classify import Reader
from monitor.events.genre import GenreModel
from monitor.events.learned import TypeModel
from monitor.events.relevance import RelevanceModel
from monitor.types import Item, Reading

DATA = Path(__file__).resolve().parents[2] / "monitor" / "data"
NOON = datetime(2025, 3, 4, 12, tzinfo=UTC)
RULES = Reader()


def read(title: str, reader: Reader = RULES) -> Reading:
    item = Item(source="t", key="1", subject="1", received=NOON, published=NOON, title=title, text="")
    return reader.read(extract(item))


def types(title: str) -> list[str]:
    return [event.type for event in read(title).events]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Turkish tanks shell Tel Rifaat", "shelling"),
        ("Turkey shells northern Syria for second night", "shelling"),
        ("Village near Sloviansk shelled again, mayor says", "shelling"),
        ("Mortars land near presidential palace in Mogadishu", "rocket_fire"),
        ("Bombs fall on Zalingei", "airstrike"),
        ("Glide bomb kills three in Kupiansk shop", "airstrike"),
        ("Ukrainian drones set Samara refinery ablaze", "drone_strike"),
        ("Four dead in Izmir bombing", "bombing"),
        ("Blast kills five soldiers in Niger", "bombing"),
        ("Army helicopter hit by missile in Sudan", "aircraft_downed"),
        ("Libyan airliner was brought down by missile, inquiry says", "aircraft_downed"),
        ("Transport plane shot down over Kordofan", "aircraft_downed"),
        ("Two drones shot down near Harir", "interception"),
        ("Fighting breaks out in Zawiya", "armed_clash"),
        ("Zawiya clashes leave nine dead", "armed_clash"),
        ("Twelve Maoists gunned down in Bastar", "armed_clash"),
        ("Turkey begins ground raids in northern Iraq", "ground_incursion"),
        ("Azerbaijan launches offensive in Nagorno-Karabakh", "ground_incursion"),
        ("Syrian army opens new offensive on Idlib", "ground_incursion"),
        ("Rebels seize six Red Cross staff in Taiz", "abduction"),
        ("Eritrea opens fire on cargo ship in Red Sea", "maritime_incident"),
        ("Gas pipeline blown up in Sui", "sabotage"),
        ("Three dead in student protests in Ghana", "unrest"),
        ("Guinea officers seize power after election", "unrest"),
        ("Lithuania hit by biggest cyberattack in years", "cyberattack"),
        ("Russian drone crashes in Estonia", "airspace_violation"),
        ("Six killed in attack on church in Ituri", "armed_assault"),
        ("Rockets from Gaza land in Ashkelon", "rocket_fire"),
        ("Russian guns pound Lyman", "shelling"),
        ("Israeli army raids Tubas", "ground_incursion"),
        ("Cadorna falls as Russians advance in Donetsk", "ground_incursion"),
        ("Syrian helicopter hit by rebel drone", "aircraft_downed"),
        ("Blast outside court in Quetta kills nine", "bombing"),
        ("Two Baltic Sea data cables cut within days", "sabotage"),
        ("Latvian ministry emails hacked by China", "cyberattack"),
        ("Cleric shot dead outside mosque in Quetta", "targeted_killing"),
        ("Iranian scientist shot on motorway", "targeted_killing"),
        ("Russian-installed mayor blown up in Melitopol", "targeted_killing"),
        ("Drone attack repelled in Tver", "interception"),
        ("Greek-owned ship sinks after Houthi attack", "maritime_incident"),
        ("Herat mosque explosion kills cleric, 17 others", "targeted_killing"),
        ("12 soldiers, 13 militants killed in Pakistan", "armed_clash"),
        ("Four Armenian soldiers killed by Azerbaijani fire", "armed_clash"),
        ("Heavy fighting reported in Myanmar's Kachin state", "armed_clash"),
        ("Israeli strike kills Iranian adviser in Homs", "targeted_killing"),
        ("Oil pipeline attacked in Libya", "sabotage"),
        ("Latvian parliament website downed by Russian hackers", "cyberattack"),
        ("Haiti: at least 40 dead as gang attacks town", "armed_assault"),
        ("Russia says it thwarted large Ukrainian attack in Kupiansk", "armed_clash"),
        ("Azerbaijan repels Armenian assault, ministry says", "armed_clash"),
        ("Niger officers say they have dissolved the government", "unrest"),
        ("Ukraine accuses Russia of blowing up bridge over Siverskyi Donets", "sabotage"),
        ("Armenia blames Azerbaijan for gas pipeline blast", "sabotage"),
        ("Ethiopia, Eritrea trade blame over destruction of dam near Badme", "sabotage"),
        ("Flood in Dnipro villages after dam blown up in Ukraine", "sabotage"),
        ("Serbia says Kosovo behind explosion at water canal", "sabotage"),
        ("Azerbaijan says Armenia has launched 'large-scale offensive'", "ground_incursion"),
        ("'Offensive actions' under way in Kordofan, Sudan says", "ground_incursion"),
        ("Dozens held over coup attempt in Burkina Faso", "unrest"),
        ("RSF takes Bara", "ground_incursion"),
        ("Rebels now control Uvira", "ground_incursion"),
        ("Russia claims control of Siversk", "ground_incursion"),
        ("Civilians killed after strike on bus in Taiz", "airstrike"),
        ("Police open fire on protest in Lome", "unrest"),
        ("Heavy gunfire near presidential palace in Bissau", "unrest"),
        ("Prime minister arrested by mutinous soldiers in Ouagadougou", "unrest"),
        ("Ansongo falls as soldiers flee", "ground_incursion"),
        ("Explosion at mosque in Kunduz", "bombing"),
        ("Drones attack substation in Kursk", "drone_strike"),
        ("Cruise missiles destroy depot in Lviv", "missile_strike"),
        ("Dozens of hostages seized in Bamako hotel", "abduction"),
        ("Fighting rages at several points on Sudan's front line", "armed_clash"),
    ],
)
def test_a_headline_alone_tells_of_an_act_of_force(title: str, kind: str) -> None:
    """The words with which a desk reports an act stand in the table, named sides or not."""
    assert types(title) == [kind]


@pytest.mark.parametrize(
    "title",
    [
        "China launches diplomatic offensive in Pacific",
        "Gas pipeline explodes in Ohio",
        "British retailer hit by biggest cyberattack in years",
        "Prison riot in Peru leaves nine dead",
        "Unexploded wartime bomb found in Hamburg",
        "Rocket debris falls into Pacific",
        "Clashes over budget rock Commons",
        "Ukraine buys German shells for its guns",
        "Opposition leader under fire over expenses",
        "Five killed in shooting at bar in Ohio",
        "Shooting in church in Ohio leaves four dead",
        "Cleric shot dead by son in Multan",
        "Officers seize power tools from thieves",
        "Kidnapped British boy found in France",
        "Prison clashes leave 20 dead in Peru",
        "Fishing boat sinks off South Korea, nine missing",
        "Blast on gas pipeline kills six in Kenya",
        "Gang kills three in Paris suburb",
        "Police thwart attack on mosque in Birmingham",
        "Russia says it thwarted terrorist attack in Moscow",
        "From the archive: the night the bombs fell on Rotterdam",
        "India blames Nepal for floods after dam gates opened",
        "Brazil blames mining giant for dam disaster",
        "Taliban take oath in Kabul",
        "Pilots strike on Monday after deaths of two colleagues",
        "Fort Bragg falls silent as base gets new name",
        "Rebels take third place in rugby league",
    ],
)
def test_the_same_words_of_other_news_stay_silent(title: str) -> None:
    """A pipe that bursts, a company that is hacked and a politician under fire are no act of a side."""
    assert types(title) == []


def scales(share: float) -> Reader:
    """The reader with scales that give every text this share."""
    genres = GenreModel((DATA / "genre.json").read_bytes())
    relevance = RelevanceModel(json.dumps({"": math.log(share / (1 - share))}).encode(), genres)
    return Reader(model=TypeModel((DATA / "reading.bin").read_bytes()), relevance=relevance)


def test_a_plain_headline_is_told_where_a_vaguer_one_is_not() -> None:
    """A headline of a weapon and its dead is news although its few words weigh little; the doubt is told."""
    reader = scales(0.3)

    assert [event.type for event in read("Seven dead in Baidoa mortar attack", reader).events] == ["rocket_fire"]
    assert read("Seven dead in Baidoa mortar attack", reader).events[0].doubt
    assert not read("Attack in Baidoa as talks near", reader).events
    assert not read("Seven dead in Baidoa mortar attack", scales(0.1)).events
