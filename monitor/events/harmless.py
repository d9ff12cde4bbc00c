"""Texts whose first lines say outright that nobody was attacked: accidents, private crime, play, claims checked.

Rules and models know an act by its words, and these have the same ones: a mine of 1944 is blown up, a wedding's drone
falls on the guests, a father abducts his children. What tells them apart is said in headline and lead, so it is heard
before anything is weighed. Where the headline names arms that were used, or somebody who used them, none of it holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from monitor.events.linear import pattern
from monitor.events.sentences import Sentence

#: so many sentences, the headline first, are looked at
_HEARD = 8
#: arms that were used, or who used them
_MEANT = pattern(
    r"(?i)\b(?:attack(?:s|ed|ers?)?|ambush\w*|gunmen|militants?|militia\w*|insurgents?|rebels?|terror\w*|suicide|bombers?"
    r"|bombing|car bombs?|bandits|strikes?|struck|i\.?e\.?d\.?s?|air ?strikes?|missiles?|shelling|shelled|sabotage\w*"
    r"|hijack\w*|assassinat\w+|islamic state|isis|al-shabaab|boko haram|taliban|hamas|hezbollah|houthis?|seize[ds]?"
    r"|captured?)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of harmless text: what its headline shows, what its first sentences say, and what neither may."""

    reason: str  #: code
    text: str  #: for a person
    headed: re.Pattern[str] | None = None  #: in the headline
    said: re.Pattern[str] | None = None  #: in one of the first sentences, the headline among them
    unless: re.Pattern[str] | None = None  #: in none of them
    always: bool = False  #: it holds, too, where the headline names arms or who used them


_OF_OLD = r"(?:(?:first|second) world war|world war (?:i|ii|one|two)|ww(?:1|2|i|ii)|wartime|past wars?|19[0-8]\d)"
_ORDNANCE = r"(?:bombs?|mines?|shells?|torpedo(?:es)?|ordnance|munitions?|ammunition|explosives)"
_VEHICLES = (
    r"(?:trains?|trams?|bus(?:es)?|coach(?:es)?|lorr(?:y|ies)|cars?|ferr(?:y|ies)|cruise ships?|freighters?|tankers?)"
)
_PRISON = r"(?:prisons?|jails?|penitentiar(?:y|ies)|inmates?)"
_RIOT = r"(?:mutin(?:y|ies)|riots?|brawls?)"
_TRUCE = r"(?:truce|cease-?fire|peace (?:deal|talks)|civil war|hostilities)"
_PARTY = r"(?:party|leadership|coalition|cabinet|caucus|backbench\w*)"
_OWN_CHILD = r"(?:twins?|sons?|daughters?|child(?:ren)?|baby|nephew|niece)"
_TAKEN = r"(?:snatch(?:ed|es)|abduct(?:ed|s|ing)|kidnap(?:ped|s|ping))"
_PLAY = (
    r"(?:wedding|hobby|toy|delivery|camera|filming|racing|light[- ]show|crop[- ]spraying|agricultural|survey|amateur)"
)
_CAUSE = r"(?:gas|leak|cylinder|boiler|short circuit|methane|transformer|generator|furnace|fireworks|power line)"

_KINDS = (
    Kind(
        reason="analysis",
        text="a claim that is checked",
        said=pattern(
            r"(?i)^(?:verdict|finding|rating|our rating|conclusion): ?(?:\w+ ){0,2}(?:false|fake|misleading|invented"
            r"|untrue|fabricated|manipulated|made up|miscaptioned|unfounded|unproven|missing context|altered|old)\b"
            r"|^(?:claim check|fact[- ]check)\b|\? we checked\b"
        ),
        always=True,
    ),
    Kind(
        reason="accident",
        text="a blast or a fire that the text itself calls an accident",
        headed=pattern(
            r"(?i)\b(?:explo(?:de|des|ded|sions?)|blasts?|blows? up|blew up|fire (?:at|in|on|breaks|guts|rips)|ablaze"
            r"|blaze|burn(?:s|t|ed)?|wreck\w*)\b"
        ),
        said=pattern(
            rf"(?i)\b(?:caused|triggered|sparked|set off) by (?:an? )?(?:[\w-]+ ){{0,3}}{_CAUSE}\b"
            rf"|\b{_CAUSE}\b[^.;]{{0,60}}\bwas (?:the cause|to blame|behind it)\b"
            r"|\bno (?:finding|sign|indication|evidence|suggestion|suspicion|trace)s? (?:\w+ ){0,5}"
            r"(?:terror\w*|sabotage|foul play|an? attack|explosives|a bomb)\b"
            r"|\b(?:ruled|rules|ruling) out (?:\w+ ){0,3}(?:terror\w*|sabotage|foul play|attack|bomb)\b"
            r"|\bnot (?:connected|related|linked) (?:with|to) an? (?:\w+ )?(?:attack|strike|drone|act of)\b"
            r"|\bnon-?hostile\b|\bmechanical (?:casualty|fault|failure)\b"
            r"|\b(?:was|were|as) (?:an accident|accidental)\b|\bbreach of (?:technology|safety)\b"
            r"|\b(?:attribut|ascrib|blam|put|due)\w*\b[^.;]{0,40}\b(?:to|on|down to) (?:\w+ ){0,2}"
            r"(?:negligence|carelessness|human error|poor storage|mishandl\w+|an accident|a heat ?wave|bush ?fires?)\b"
        ),
        unless=pattern(
            r"(?i)\b(?:not|never|cannot|nothing|refus\w+ to) (?:yet |been |be )?(?:rule|ruled|ruling) out\b"
            rf"|\bnot (?:caused|triggered|sparked|set off|by) (?:by )?(?:an? )?(?:[\w-]+ ){{0,3}}{_CAUSE}\b"
            r"|\b(?:suspected|possible|deliberate) (?:\w+ ){0,2}(?:attack|sabotage|strike|bomb)\b"
        ),
    ),
    Kind(
        reason="accident",
        text="old ordnance that is cleared away",
        headed=pattern(
            rf"(?i)\b(?:dispos|defus|detonat|blow|blew|blast|destroy|clear|remov|unearth|controlled)\w*\b.{{0,60}}\b{_ORDNANCE}\b"
            rf"|\b{_ORDNANCE}\b.{{0,60}}\b(?:defused|detonated|destroyed|removed|made safe|blown up)\b"
        ),
        said=pattern(rf"(?i)\b(?:{_OF_OLD}|unexploded|left over|old (?:\w+ )?{_ORDNANCE})\b"),
        unless=pattern(r"(?i)\b(?:kill(?:s|ed|ing)|dead|died|wound(?:s|ed)|injur\w+|hurt)\b"),
    ),
    Kind(
        reason="accident",
        text="a collision",
        headed=pattern(
            rf"(?i)\b{_VEHICLES}\b.{{0,40}}\b(?:colli(?:de|des|ded|sion)|derail\w*|overturn\w*|crash(?:es|ed)? head-on"
            rf"|crash(?:es|ed)? into (?:\w+ ){{0,2}}{_VEHICLES}|runs? aground|ran aground|capsiz\w+|plung\w+)\b"
            r"|\btrains? rams?\b"
        ),
        unless=pattern(
            r"(?i)\b(?:nav(?:y|al) (?:ship|vessel|boat)|warships?|frigates?|destroyers?|militia|deliberate\w*"
            r"|intentional\w*|sabotage\w*|explosives?|explosions?|blew up|blown up|mined?|blockade|pirates?"
            r"|china coast guard|seiz\w+|captur\w+|gunfire|opened fire|fired|firing|shots?|gunmen|militants?"
            r"|attack(?:ers|ed)?|ambush\w*|bomb\w*|missiles?|drones?)\b"
        ),
    ),
    Kind(
        reason="accident",
        text="a drone that was flown for pleasure or for work",
        headed=pattern(r"(?i)\bdrones?\b"),
        said=pattern(
            rf"(?i)\b{_PLAY} drones?\b|\bdrone (?:light )?(?:show|race|photograph\w+|enthusiasts?|hobbyists?)\b"
        ),
        unless=pattern(
            r"(?i)\b(?:explosives|kamikaze|fpv|troops|soldiers|military (?:base|depot|site)"
            r"|airports? (?:was |were |is )?(?:shut|closed))\b"
        ),
    ),
    Kind(
        reason="crime",
        text="children taken by one of their own",
        said=pattern(
            rf"(?i)\b{_TAKEN} (?:his|her|their) (?:own )?(?:[\w-]+ ){{0,2}}{_OWN_CHILD}\b"
            r"|\bcustody (?:battle|dispute|row)\b|\blost custody\b"
        ),
        unless=pattern(r"(?i)\b(?:soldiers|troops|tribesmen|fighters)\b"),
    ),
    Kind(
        reason="crime",
        text="inmates and their guards",
        headed=pattern(rf"(?i)\b{_PRISON}\b.{{0,60}}\b{_RIOT}\b|\b{_RIOT}\b.{{0,40}}\b{_PRISON}\b"),
        unless=pattern(
            r"(?i)\b(?:kill(?:s|ed)|dead|die[ds]?|massacre|storm(?:s|ed)|jail ?break|political prisoners?"
            r"|gang(?:s|sters)?|cartels?|fighters|free[sd]? (?:\w+ ){0,3}(?:prisoners|inmates))\b"
        ),
        always=True,
    ),
    Kind(
        reason="politics",
        text="a party and its quarrel",
        headed=pattern(rf"(?i)\b{_TRUCE}\b.{{0,60}}\b{_PARTY}\b|\b{_PARTY}\b.{{0,40}}\b{_TRUCE}\b"),
        said=pattern(
            r"(?i)\b(?:leadership (?:vote|ballot|contest|race)|front bench|motion of no confidence|senators?"
            r"|party (?:conference|members|leaders?|congress)|ballot)\b"
        ),
        unless=pattern(r"(?i)\b(?:army|troops|soldiers|fighters|kill(?:s|ed)|shelling)\b"),
    ),
    Kind(
        reason="space",
        text="a flight into space",
        headed=pattern(
            r"(?i)\b(?:astronauts?|taikonauts?|cosmonauts?|space station|spacecraft|lunar"
            r"|crew(?:ed)? (?:launch\w*|mission|capsule))\b"
        ),
        said=pattern(r"(?i)\b(?:space station|orbit|astronauts?|taikonauts?|cosmonauts?|lunar)\b"),
        unless=pattern(r"(?i)\b(?:anti-satellite|spy satellite|reconnaissance satellite|ballistic)\b"),
    ),
    Kind(
        reason="historical",
        text="the dead of a war of old",
        headed=pattern(
            r"(?i)\b(?:remains|bones|skeletons?|bodies) of\b.{0,60}"
            r"\b(?:(?:world|civil|winter|korean|vietnam|falklands|iran-iraq|bosnian|balkan) war|wwi|wwii|ww2|19\d\d)\b"
        ),
    ),
)


def harmless(sentences: Sequence[Sentence]) -> tuple[str, str] | None:
    """Why a text tells of no attack by its own first sentences, by code and in words; None where it may tell of one."""
    heard = [sentence.text for sentence in sentences[:_HEARD]]
    title = heard[0] if sentences and sentences[0].is_title else ""
    meant = _MEANT.search(title) is not None
    for kind in _KINDS:
        if (
            (kind.always or not meant)
            and (kind.headed is None or kind.headed.search(title))
            and (kind.said is None or any(kind.said.search(text) for text in heard))
            and not (kind.unless and any(kind.unless.search(text) for text in heard))
        ):
            return kind.reason, kind.text
    return None
