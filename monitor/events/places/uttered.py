"""Where acts of words stand: sanctions, envoys sent away and threats, where the side is governed that utters them.

On paper the state named before the words acts, the one after 'against' or 'with' is acted upon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from monitor.events.linear import pattern
from monitor.events.places.acts import SeatedAct
from monitor.events.places.subjects import (
    DEMONYMS,
    NAMED,
    SPELLINGS,
    STATES,
    headlined,
    home_of,
    right_before,
    sent_home,
    speaker,
    spoken_to,
)
from monitor.types import Party, Place


def _signer(act: SeatedAct) -> str | None:
    """Who signs an act on paper: the subject of the words before it, or of all where they tell nothing else."""
    home = (None if act.main else right_before(act.before)) or speaker(act.before)
    if home is None and not act.before.strip() and NAMED.match(act.told):
        return speaker(act.told)  # 'Beijing punishes ...', all of which tells the act
    return home


#: 'put under US sanctions', 'blacklisted by the U.S. Treasury': those who impose stand behind
_IMPOSED = re.compile(
    r"\b(?:under|with|by|from|of|faces?|into)\s+(?:(?:new|fresh|further|more|additional|the)\s+){0,2}"
    rf"(?P<who>{STATES})(?:['’]s)?\s+(?:\w+\s+)?(?:sanctions|Treasury|State Department)"
)
#: 'sanctions by the bloc', 'sanctions imposed by'
_IMPOSED_BY = re.compile(
    r"\b(?i:(?:sanction(?:s|ed)|embargo|blacklist)(?:\s+\w+){0,2}?\s+by)\s+(?:the\s+)?"
    rf"(?P<who>{STATES})(?=\W|$)"
)


def sanctions(act: SeatedAct) -> Place | None:
    """'Put under US sanctions', 'blacklisted by the EU': where those are governed who impose them."""
    home = _signer(act)
    imposed = _IMPOSED.search(act.before) or _IMPOSED.search(act.told) or _IMPOSED_BY.search(act.told)
    if imposed:
        home = SPELLINGS[imposed["who"]] or home
    if home is None and not act.main:
        home = _other_than_meant(act, {party.country for party in act.actors if _put_upon(party, act.told)})
    return act.governed(home or act.home())


def _put_upon(party: Party, told: str) -> bool:
    """Whether sanctions are put upon a side that was taken for the one that acts: 'sanctions on Ahmadinejad'."""
    name = re.escape(party.as_written or party.name)
    return re.search(rf"\b(?:on|upon|against|targeting) (?:[\w’'-]+ ){{0,5}}?{name}", told) is not None


def _other_than_meant(act: SeatedAct, meant: set[str | None]) -> str | None:
    """The land the text is set in that is none of those `meant`, where one of them was taken for who acts."""
    if act.home() not in meant - {None}:
        return None
    return next((code for code in act.countries if code not in meant), None)


#: 'thrown out of Kuwait', 'expelled by Iran', 'told to leave Ecuador': the host who sends them away
_HOST = re.compile(
    r"\b(?i:(?:thrown|kicked|ordered|turned|driven|booted) out (?:of|by)|"
    r"(?:expelled|banished|declared (?:[\w\"“”]+ ){0,3}?(?:grata\W?|undesirable|unwelcome)|sent (?:home|away|packing)|"
    r"ordered to leave) (?:by|from|in)|"
    r"(?:told|ordered|asked|hours|days|have|has|forced|required) to (?:leave|quit|depart|get out of)|must (?:leave"
    r"|quit|depart)|"
    r"(?:not|no longer|un)\s?welcome in)\s+(?:the\s+)?"
    rf"(?P<who>{STATES})(?=\W|$)(?!['’]s (?:embassy|ambassador))"
)
#: 'Iran's ambassador to Australia given 72 hours': where an envoy serves that is sent away
_SERVES = re.compile(
    r"(?<!\bits )(?<!\btheir )"
    r"\b(?i:ambassador|envoy|high commissioner|chargé d['’]affaires|diplomats?|attach[ée]|consul)(?: general)? (?:to"
    r"|in|accredited to)"
    rf" (?:the )?(?P<who>{STATES})(?=\W|$)[^.;:]{{0,40}}?"
    r"\b(?i:expelled|given|has|have|is out|thrown out|kicked out|ordered|told|declared|persona non grata"
    r"|sent (?:home|away|packing)"
    r"|must|to leave|booted|banished)\b"
)


def diplomatic_break(act: SeatedAct) -> Place | None:
    """'Envoys thrown out of Kuwait', 'Bolivia: Mexico's ambassador must go': where the host is governed."""
    gone = sent_home(act.before)
    first = act.actors[:1] if act.main else ()
    home = home_of([party for party in first if party.country not in gone]) or _signer(act)
    if home in gone:
        home = None  # '15 UAE diplomats are persona non grata, Sudan declares'
    host = _HOST.search(act.told) or _HOST.search(act.before) or _SERVES.search(act.told)
    if host:
        home = SPELLINGS[host["who"]] or home
    if home is None:
        found = act.found
        gone |= spoken_to(act.told)
        home = headlined(act.before, gone) or home_of([party for party in act.actors if party.country not in gone])
        if home is None and not act.main and act.before.strip():
            home = next((code for code in act.countries if code not in gone), None)
        if home is None and gone and found is not None and found.country in gone:
            return found
        home = home or (found.country if found and gone else None)
    return act.governed(home or act.home())


#: 'Seoul has been warned of a disaster by Kim Yo-jong'
_UTTERED_BY = re.compile(rf"\b(?:warned|threatened)\b[^.;,]{{0,40}}\bby (?:the )?(?P<who>{STATES})(?=\W|$)")
#: 'pro-Tehran Iraqi militia groups warned': a band without a state of its own is at home where its name says
_BAND = re.compile(
    rf"\b(?P<who>{'|'.join(map(re.escape, sorted(DEMONYMS, key=len, reverse=True)))})\s+(?:[\w-]+\s+){{0,2}}"
    r"(?:militias?|groups?|factions?|rebels?|militants?|insurgents?|guerrillas?|fighters|paramilitar(?:y|ies))\b"
)


def threat(act: SeatedAct) -> Place | None:
    """'Tehran warns', 'warned by Kim Yo-jong', 'pro-Tehran Iraqi militias warned': where the threat is uttered."""
    found = act.found
    if uttered := _UTTERED_BY.search(act.told):
        return act.at(SPELLINGS[uttered["who"]])
    home = act.home()
    if not act.main:
        said = right_before(act.before) or speaker(act.before)
        home = said or _other_than_meant(act, {*spoken_to(act.told)}) or home
    if home is None and (band := _BAND.search(act.before)):
        home = SPELLINGS[band["who"]]
    if found is not None and found.country and _heard_at(found, act.actors, act.before):
        return act.at(found.country)
    return act.governed(home)


_SHIPS = r"(?:ships?|vessels?|tankers?|freighters?|boats?|shipping|mariners|sailors|captains|navigation|seafarers)"
#: 'vessels bound for its ports will be regarded as', 'dangerous for navigation', 'warned ships to keep away from'
_NOTICE = pattern(
    rf"\b{_SHIPS}\b[^.;\n]{{0,120}}\b(?:bound for|headed|heading|sailing|steer\w*|passing|crossing|transit\w*|en route"
    r"|entering|calling at|on (?:the|their) way|proceeding|approaching|using)\b[^.;\n]{0,120}"
    r"\b(?:treated|regarded|considered|viewed|seen|deemed|taken for|legitimate|targets?|at (?:their|its) own risk"
    r"|risks?|fired (?:on|at|upon)|sunk|stopped)\b|"
    r"\b(?:dangerous|unsafe|closed|no longer safe|off[- ]limits) (?:for|to) (?:all |any |civilian |merchant )?"
    rf"{_SHIPS}\b|"
    rf"\b(?:puts?|warn(?:s|ed)?|caution(?:s|ed)?|tells?|told) (?:\w+ ){{0,3}}{_SHIPS} "
    r"(?:on notice|to (?:stay|keep|steer) (?:away|clear|out)|to avoid|not to (?:enter|cross|pass|sail))",
    ignore_case=True,
)


def to_ships(kind: str, told: str) -> bool:
    """Whether a threat is a notice to all ships of some waters, where it stands: 'vessels crossing the Black Sea will
    be treated as carriers of arms'."""
    return kind == "threat" and _NOTICE.search(told) is not None


def _heard_at(found: Place, actors: Sequence[Party], before: str) -> bool:
    """Whether a threat is uttered where the words before it set the scene, by no side that they name: 'in Tehran, the
    minister warned that American bases ...'."""
    if not re.search(rf"\b[Ii]n {re.escape(found.as_written)}\b", before):
        return False
    return not any(party.as_written and party.as_written in before for party in actors)


_IN_COMMON = re.compile(r"\b(?:EU|European Union|ECOWAS|Ecowas|African Union|AU|IGAD|SADC|GCC|G7|the bloc)\b")


def in_common(kind: str, told: str) -> bool:
    """Whether several states decide on it together, wherever they meet."""
    return kind == "sanctions" and _IN_COMMON.search(told) is not None
