"""Who or what an act was aimed at: the side behind 'against', the side that suffered, a ship, a site."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence
from monitor.events.sides.claims.said import Said
from monitor.events.sides.deeds import Deeds
from monitor.events.sides.named import Named
from monitor.types import Party

_AIMED = pattern(
    r"\b(?:against|on|at|toward|towards|targeting|target|targeted|hit|hits|hitting|struck|striking|strikes?|"
    r"bomb(?:s|ed|ing)?|attack(?:s|ed|ing)?|"
    r"bound\s+for|headed\s+(?:for|to)|heading\s+(?:for|to|toward|towards)|aimed\s+at|into|inside|kill(?:s|ed|"
    r"ing)?|wound(?:s|ed|ing)?|injur(?:es|ed|ing)|"
    r"(?:hold(?:s|ing)?|held|fight(?:s|ing)?|fought|beat(?:s|en|ing)?)\s+(?:off|back)|fought|fighting|battl(?:es|ed|ing)|repel(?:s|led|ling)?|"
    r"threaten(?:s|ed|ing)?|warn(?:s|ed|ing)?|of)\s+(?:the\s+|an?\s+|its\s+|several\s+|two\s+|three\s+|four\s+|"
    r"five\s+|six\s+|more\s+|one\s+|than\s+|some\s+|about\s+|nearly\s+|over\s+|dozens\s+of\s+|at\s+least\s+|\d+\s+){0,4}$",
    ignore_case=True,
)
_AIM_WORDS = frozenset(
    """against on at toward towards targeting target targeted hit hits hitting struck striking strike strikes bomb bombs
    bombed bombing attack attacks attacked attacking for to into inside kill kills killed killing wound wounds wounded
    wounding injures injured injuring threaten threatens threatened threatening warn warns warned warning of
    off back fought fighting battles battled battling repel repels repelled repelling""".split()
)
_VESSEL = pattern(
    r"\b(?:M/?V|M/?T|MS|USS|HMS|BRP|INS|RFA|SS|tanker|bulker|bulk\s+carrier|container\s+ship|carrier|"
    r"cargo\s+ship|vessel|ship|ferry|trawler|tug|"
    r"frigate|destroyer|boat)\s+[\"“'‘]?(?P<name>[A-Z][\w'’-]*(?:\s+(?:[A-Z][\w'’-]*|of|II|III|\d+)){0,3})[\"”'’]?"
)
_SITE = pattern(
    r"\b(?:(?:air\s?)?base|airport|port|refinery|power\s+(?:plant|station)|plant|depot|consulate|embassy|"
    r"hospital|school|hotel|mosque|church|market|"
    r"barracks|headquarters|bridge|camp|oil\s+facilit\w+|airfield|substation|checkpoint|convoy|police\s+station|"
    r"prison|warehouse|building|apartment\s+block|"
    r"tankers?|pipeline|cable|railway|train|bus|ships?|vessels?|petrol\s+stations|gas\s+stations)\b",
    ignore_case=True,
)
_IN_TOWN = (("at",), ("into",), ("inside",))  #: 'kills six at Kabul hotel'
_SHORT_FORM = re.compile(r"\s\((?:the\s+)?(?P<short>[A-Z][\w-]{1,9})\)")
#: who speaks for an organ is not the organ: 'IDF spokesman'
_SPEAKER = re.compile(r"(?:['’]s)?\s+(?:spokes\w+|officials?|sources?)$")
_ARTICLE = re.compile(r"^(?:the|our|own|its|an?)\s+", re.IGNORECASE)
_NAMES = 4  #: of one party, that are told
_TROOPS = re.compile(r"troops|soldiers|forces|army|military")


class Targets:
    """The targets of one document's acts."""

    __slots__ = ("_deeds", "_document", "_said", "_sentences")

    def __init__(self, document: str, sentences: Sequence[Sentence], said: Said, deeds: Deeds) -> None:
        self._document = document
        self._sentences = sentences
        self._said = said
        self._deeds = deeds

    def of(
        self, where: tuple[int, ...], home: int, start: int, end: int, actors: list[Named], inverse: bool
    ) -> list[Party]:
        """The targets of the act at document[start:end], told in the sentences `where` and first in `home`; no actor is
        one. `inverse`: what was shot at, not who shot, is the actor."""
        taken = {n.party.name for n in actors}
        found: list[Party] = []
        for index in where[:5]:
            sentence = self._sentences[index]
            for side in self._said.named_in(index):
                if side.party.name in taken:
                    continue
                if (
                    not _AIM_WORDS.isdisjoint(side.before[-4:])
                    and not (side.place and side.before[-1:] == ("of",))
                    and not (side.alias.capital and side.before[-1:] in _IN_TOWN)
                    and _AIMED.search(self._document[max(sentence.start, side.start - 50) : side.start])
                ) or (not side.place and not side.weapon and not inverse and self._deeds.suffers(side)):
                    found.append(party_of(self._document, side, target=True))
            if found:
                return found
        sentence = self._sentences[home]
        ship = _VESSEL.search(sentence.text)
        if ship:
            return [Party(name=ship.group("name").strip(), kind="asset", as_written=ship.group())]
        site = _SITE.search(self._document, end, sentence.end) or _SITE.search(self._document, sentence.start, start)
        return [Party(name=site.group().lower(), kind="asset", as_written=site.group())] if site else []


_SHOWN = frozenset("video videos footage images pictures photos".split())


def aimed_at(side: Named) -> bool:
    """Whether a word of aim stands right before a side: 'against', 'struck'; 'video of' only shows it."""
    if side.before[-1:] == ("of",) and not _SHOWN.isdisjoint(side.before[-2:]):
        return False
    return not _AIM_WORDS.isdisjoint(side.before[-3:])


def party_of(document: str, side: Named, *, target: bool = False) -> Party:
    """The party a side stands for, as the text writes it: a state by its organ, and its forces where they are hit."""
    full = not side.alias.demonym and side.alias.spelling not in side.party.name  # 'Ansarallah', of 'its forces'
    organ = side.forces and (target or side.party.kind == "state" or not full)
    written = document[side.start : side.stretch if organ else side.end]
    party = side.party
    if target and party.kind == "state" and _TROOPS.search(side.forces):
        short = {"US": "US", "GB": "UK"}.get(party.country or "", party.name)
        return replace(party, name=f"{short} forces", kind="forces", as_written=written)
    if not target and party.kind == "state":
        written = party.name if side.alias.capital and not organ else _SPEAKER.sub("", written)
    short_form = None if organ else _SHORT_FORM.match(document, side.end)
    if short_form is not None:  # 'Rapid Support Forces (RSF)': by both
        short = short_form.group("short")
        written = short if written == party.name else f"{written}, {short}"
    return Party(name=party.name, kind=party.kind, country=party.country, as_written=written)


def by_every_name(document: str, side: Named, named: Sequence[Named]) -> Party:
    """The party of a group with every name by which the text calls it: who claims is looked for under any of them."""
    party = party_of(document, side)
    if side.alias.demonym and side.forces and document[side.start : side.end] == side.forces:
        organ = _ARTICLE.sub("", side.forces)
        own_name = organ.count(" ") > 0 and all(word[:1].isupper() for word in organ.split())  # 'Chhattisgarh Police'
        party = replace(party, as_written=organ if own_name else f"{side.alias.spelling} {organ.lower()}")
    if party.kind not in ("group", "forces"):
        return party
    names = [] if side.alias.person else [party.as_written]
    for other in named:
        if other.party.name == party.name and not other.alias.person:
            names.append(document[other.start : other.end])
            if short_form := _SHORT_FORM.match(document, other.end):
                names.append(short_form.group("short"))
    told: list[str] = []
    for name in dict.fromkeys(names):
        folded = name.casefold()
        if not any(folded in longer.casefold() for longer in told):
            told = [*(shorter for shorter in told if shorter.casefold() not in folded), name]
    return replace(party, as_written=", ".join(told[:_NAMES]) or party.name)
