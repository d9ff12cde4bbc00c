"""What an act was done with: the text's own words, and the family they belong to.

The table is read by people: family | words. The longest words win, and the weapon nearest to the act.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

import msgspec

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.types import Evidence

TABLE = """
drone | drone, drones, UAV, UAVs, UAS, unmanned aerial vehicle, unmanned aerial vehicles, unmanned aircraft,
    unmanned combat aerial vehicle, suicide drone, suicide drones, kamikaze drone, kamikaze drones, explosive drone,
    explosive drones, explosive-laden drone, explosive-laden drones, booby-trapped drone, booby-trapped drones,
    one-way attack drone, one-way attack drones, one-way drone, attack drone, attack drones, combat drone, combat
    drones, armed drone, armed drones, FPV drone, FPV drones, FPV, quadcopter, quadcopters, loitering munition,
    loitering munitions, Shahed, Shaheds, Shahed-136, Shahed-131, Shahed drone, Shahed drones, Geran, Geran-2,
    Lancet, Bayraktar, Bayraktar TB2, Wing Loong, Mohajer-6, Ababil, Samad-3, Qasef, Switchblade, MQ-9, MQ-9 Reaper,
    Reaper drone, sea drone, sea drones, naval drone, naval drones, unmanned surface vessel, unmanned surface
    vessels, unmanned boat, Sea Baby, Magura, Magura V5, drone boat, drone boats, drone swarm, Harop
missile | missile, missiles, ballistic missile, ballistic missiles, cruise missile, cruise missiles, hypersonic
    missile, hypersonic missiles, hypersonic ballistic missile, anti-ship missile, anti-ship missiles, anti-ship
    ballistic missile, anti-ship ballistic missiles, anti-ship cruise missile, anti-ship cruise missiles, antiship
    missile, guided missile, guided missiles, surface-to-surface missile, surface-to-surface missiles,
    surface-to-air missile, surface-to-air missiles, air-to-air missile, air-to-air missiles, air defense missile,
    anti-tank missile, anti-tank missiles, anti-tank guided missile, intercontinental ballistic missile, short-range
    ballistic missile, short-range ballistic missiles, medium-range ballistic missile, intermediate-range ballistic
    missile, submarine-launched ballistic missile, ICBM, ICBMs, SLBM, IRBM, Kalibr, Kalibr missile, Kalibr cruise
    missiles, Iskander, Iskander-M, Iskander missile, Iskander missiles, Kinzhal, Kinzhals, Kinzhal missile,
    Oreshnik, Kh-22, Kh-22 missile, Kh-32, Kh-59, Kh-69, Kh-101, Kh-101 missile, Kh-47M2, Oniks, Zircon, Tochka-U,
    S-300, S-400, S-300 missile, S-300 missiles, S-300/S-400 missiles, S-200, ATACMS, Storm Shadow, Storm Shadows,
    SCALP, Taurus, Tomahawk, Tomahawks, Neptune, Patriot missile, Hellfire, Hellfire missile, Hellfire missiles,
    AIM-9, AIM-9X, AIM-9 missile, AIM-9X missile, AIM-120, Sidewinder, Fateh-110, Fateh-313, Emad, Ghadr, Kheibar
    Shekan, Sejjil, Zolfaghar, Qiam, Scud, Scuds, Burkan, Zulfiqar, Palestine-2, Almas, Kornet, BrahMos, Babur,
    Shaheen, Ababeel, Agni, Agni-V, Prithvi, Hwasong-17, Hwasong-18, Hwasong-15, Hwasong-12, Hwasong-19, KN-23,
    DF-21, DF-26, DF-41, JL-3, Sarmat, Topol-M, Yars, Bulava, Trident, Minuteman III, projectile, projectiles
rocket | rocket, rockets, Katyusha, Katyushas, Katyusha rocket, Katyusha rockets, Grad, Grad rocket, Grad rockets,
    Grads, BM-21, BM-21 Grad, Qassam rocket, Qassam rockets, HIMARS, GMLRS, Smerch, Uragan, Tornado-S, multiple
    rocket launcher, multiple rocket launchers, multiple launch rocket system, multiple launch rocket systems, MLRS,
    Fajr-5, Falaq-1, Burkan rocket, 107mm rocket, 107mm rockets, 107 mm rockets, 122mm rockets, 122 mm rockets,
    mortar, mortars, mortar shell, mortar shells, mortar round, mortar rounds, mortar bombs, RPG, RPGs,
    rocket-propelled grenade, rocket-propelled grenades
artillery | artillery, artillery shell, artillery shells, artillery fire, artillery rounds, tank fire, tank shell,
    tank shells, howitzer, howitzers, shell, shells, tank, tanks, cannon fire
bomb | bomb, bombs, glide bomb, glide bombs, guided bomb, guided bombs, guided aerial bomb, guided aerial bombs,
    aerial bomb, aerial bombs, laser-guided bombs, KAB, KABs, FAB-500, FAB-1500, JDAM, JDAMs, barrel bomb, barrel
    bombs, cluster bomb, cluster bombs, cluster munitions, bunker buster, bunker-buster bombs, MOP, car bomb, car
    bombs, truck bomb, truck bombs, vehicle bomb, suicide bomber, suicide bombers, suicide vest, suicide vests,
    suicide bombing, explosive vest, roadside bomb, roadside bombs, roadside bombing, IED, IEDs, VBIED, SVBIED,
    improvised explosive device, improvised explosive devices, explosive device, explosive devices, explosive
    charge, explosive charges, explosives, landmine, landmines, land mine, limpet mine, limpet mines, magnetic mine,
    magnetic mines, naval mine, naval mines, sea mine, mine, mines, booby trap, booby-trapped vehicle, booby-trapped
    car, pager, pagers, grenade, grenades, hand grenade, hand grenades, torpedo, TNT, scooter bomb, parcel bomb,
    letter bomb, sticky bomb, petrol bomb, petrol bombs, Molotov cocktail, Molotov cocktails, truck blast, car
    explosion, nuclear warhead
firearm | gunfire, guns, gun, rifle, rifles, assault rifle, assault rifles, machine gun, machine guns, automatic
    weapons, automatic weapon, small arms, small-arms fire, Kalashnikov, Kalashnikovs, AK-47, AK-47s, pistol,
    pistols, sniper, sniper fire, firearms, shots, shooting, light weapons, medium weapons, gunmen, opened fire,
    gunshots
aircraft | airstrike, airstrikes, air strike, air strikes, air raid, air raids, aerial bombardment, aerial attack,
    warplane, warplanes, fighter jet, fighter jets, jets, combat aircraft, war planes, helicopter gunship,
    helicopter gunships, gunship, attack helicopter, attack helicopters, F-16, F-16s, F-35, F-35s, F-15, F-22, F22,
    Su-34, Su-35, Su-24, Su-25, MiG-31, MiG-29, Mirage, Rafale, JF-17, J-10C, Tu-95, Tu-22M3, B-2, B-52, B-1B,
    paraglider, paragliders, helicopter, helicopters, bombers
cyber | malware, ransomware, wiper, wiper malware, DDoS, DDoS attack, denial-of-service attack, distributed
    denial-of-service, phishing, spyware, computer virus, cyberattack, cyberattacks, cyber attack, cyber attacks,
    cyber-attack, hacker attack, hacking attack, jamming, GPS jamming, GPS spoofing
naval | water cannon, water cannons, speedboat, speedboats, fast boats, skiff, skiffs, warship, warships, gunboat,
    gunboats, submarine, depth charges, patrol boat, patrol boats, fast attack craft, naval gunfire
other | knife, knives, axes, machete, machetes, sword, arson, poison, nerve agent, Novichok, chlorine gas, sarin,
    chemical weapons, white phosphorus, laser, lasers, incendiary balloons, balloon, balloons, anchor
"""

#: the weapon a type implies where the text names none
IMPLIED = {"airstrike": ("airstrike", "aircraft"), "cyberattack": ("cyberattack", "cyber")}
#: which families can be the weapon of which type; others stay possible but stand behind
FITTING = {
    "airstrike": ("bomb", "aircraft", "missile"),
    "drone_strike": ("drone",),
    "missile_strike": ("missile",),
    "rocket_fire": ("rocket",),
    "shelling": ("artillery", "rocket"),
    "bombing": ("bomb",),
    "armed_assault": ("firearm", "bomb", "other"),
    "armed_clash": ("firearm", "artillery", "rocket", "drone"),
    "maritime_incident": ("missile", "drone", "naval", "bomb", "rocket", "firearm", "aircraft"),
    "interception": ("drone", "missile", "rocket", "other"),
    "aircraft_downed": ("missile", "firearm", "aircraft"),
    "cyberattack": ("cyber",),
    "sabotage": ("bomb", "drone", "naval", "other"),
    "targeted_killing": ("drone", "missile", "bomb", "aircraft", "firearm", "other"),
    "weapons_test": ("missile", "rocket", "drone", "bomb"),
    "deployment": ("missile", "aircraft", "naval", "artillery", "drone"),
    "airspace_violation": ("drone", "aircraft", "other", "naval", "missile"),
}
#: types without a weapon of their own
UNARMED = frozenset(
    """ceasefire talks withdrawal prisoner_exchange sanctions diplomatic_break threat evacuation closure nuclear_step
    military_exercise""".split()
)


class WeaponAnswer(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The weapon in the words of the text, its family, and where it stands."""

    weapon: str | None = None
    family: str | None = None
    evidence: Evidence | None = None


@lru_cache(maxsize=1)
def families() -> dict[str, str]:
    """Every word of the table, lower case, with its family; the first family that lists it owns it."""
    table: dict[str, str] = {}
    for line in TABLE.strip().replace("\n    ", " ").splitlines():
        family, words = line.split("|")
        for word in words.split(","):
            table.setdefault(" ".join(word.lower().split()), family.strip())
    return table


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = sorted(families(), key=len, reverse=True)
    body = "|".join(re.escape(word).replace(r"\ ", r"\s+").replace(" ", r"\s+") for word in words)
    return pattern(rf"(?i)\b(?:{body})\b")


def weapon_for(
    document: str,
    sentences: tuple[Sentence, ...],
    start: int,
    end: int,
    scope: tuple[int, ...] = (),
    type: str = "",
) -> WeaponAnswer:
    """The weapon of the act whose trigger is document[start:end]: of its sentence, else of the sentences in `scope`."""
    if type in UNARMED or not sentences:
        return WeaponAnswer()
    home = max(0, bisect_right([sentence.start for sentence in sentences], start) - 1)
    where = tuple(dict.fromkeys((home, *(scope or _context(sentences, home)))))
    fitting = FITTING.get(type, ())
    spare: tuple[int, int, str] | None = None
    for index in where:
        if not 0 <= index < len(sentences):
            continue
        sentence = sentences[index]
        best: tuple[float, int, int, str] | None = None
        for match in _pattern().finditer(sentence.text):
            word = " ".join(match.group().lower().split())
            family = families().get(word)
            if family is None or _is_name(match.group(), word):
                continue
            first, last = sentence.start + match.start(), sentence.start + match.end()
            distance = 0.0
            if index == home:
                distance = max(0, first - end, start - last) / 100
            if fitting and family not in fitting:
                spare = spare or (first, last, family)
                continue
            rank = distance + (0.5 * fitting.index(family) if fitting else 0)
            if best is None or rank < best[0]:
                best = (rank, first, last, family)
        if best is not None:
            return _answer(document, best[1], best[2], best[3])
    if type in IMPLIED:
        weapon, family = IMPLIED[type]
        return WeaponAnswer(weapon=weapon, family=family)
    if spare is not None and not fitting:
        return _answer(document, *spare)
    return WeaponAnswer()


def _context(sentences: tuple[Sentence, ...], home: int) -> tuple[int, ...]:
    here = sentences[home]
    if here.is_title or here.paragraph <= 1:
        return tuple(range(min(6, len(sentences))))
    return tuple(
        i for i in (home + 1, home - 1) if 0 <= i < len(sentences) and sentences[i].paragraph == here.paragraph
    )


_CASED = frozenset({"mop", "grad", "kab", "mines", "mine", "fpv", "trident", "patriot", "neptune", "mirage", "lancet",
                    "tornado-s", "yars", "scalp", "taurus", "conti"})  # fmt: skip


def _is_name(written: str, word: str) -> bool:
    """'grad student', 'my scalp', 'the Mine Safety Board': words that are weapons in one spelling only."""
    if word in ("mine", "mines"):
        return written[:1].isupper()
    return word in _CASED and written.islower()


def _answer(document: str, first: int, last: int, family: str) -> WeaponAnswer:
    words = document[first:last]
    return WeaponAnswer(
        weapon=" ".join(words.split()),
        family=family,
        evidence=Evidence(field="weapon", start=first, end=last, text=words),
    )
