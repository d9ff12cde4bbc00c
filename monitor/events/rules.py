"""The user's own words: phrases, patterns, types, sides and sites in a plain file of one rule a line.

    phrase  | drone_strike | iron bird came down
    pattern | sabotage     | (?i)\\brail(?:s|way) bolts? (?:loosened|removed)\\b
    quiet   | sport        | falcons stadium
    type    | piracy       | Piracy at sea | sea | 6 | up | ships boarded for ransom
    actor   | Blue Falcons Brigade | group | SD | blue falcons, falcon brigade
    site    | Camp Arrow | base | IQ | 33.1 | 44.2 | arrow base, camp al-sahm

Empty lines and lines that begin with `#` say nothing. Rules that cannot be used are refused, each with its line.
Patterns run in time linear in the text, whatever they say: no look-around, no back-references.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

import re2

from monitor.errors import ConfigError
from monitor.events.places.gazetteer import NOTHING, PRECISION
from monitor.events.topics import TOPICS
from monitor.taxonomy import TYPES, EscalationType
from monitor.types import Party

_FAMILIES = frozenset(row.family for row in TYPES.values())
_MAX_PATTERN = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that tell of an act of `type` wherever they stand."""

    type: str
    text: str
    pattern: re2._Regexp  #: of a phrase too, so that there is one way to look

    def find(self, document: str) -> Iterator[tuple[int, int]]:
        """Where the words stand in `document`, as (start, end)."""
        for found in self.pattern.finditer(document):
            if found.end() > found.start():
                yield found.start(), found.end()


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A side the user knows, with the words that name it."""

    party: Party
    pattern: re2._Regexp


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """All that one file says."""

    phrases: tuple[Phrase, ...] = ()
    quiet: tuple[tuple[str, re2._Regexp], ...] = ()  #: (reason, words) that silence a text when its front holds them
    types: tuple[EscalationType, ...] = ()
    sides: tuple[Side, ...] = ()
    sites: bytes = b""  #: in the form of `sites.tsv`, for the gazetteer; each stands on its line of the file


def load(text: str, *, name: str = "rules") -> Rules:
    """The rules of a file's `text`. Raises ConfigError that names the line of every bad one, in their order."""
    types: dict[str, EscalationType] = {}
    phrases: list[Phrase] = []
    quiet: list[tuple[str, re2._Regexp]] = []
    sides: list[Side] = []
    sites: dict[int, str] = {}

    def type_line(fields: list[str]) -> None:
        key, label, family, base, direction, covers = fields
        if key in TYPES or key in types:
            raise ValueError(f"the type '{key}' is there already")
        if not key.replace("_", "").isalnum() or key != key.lower():
            raise ValueError(f"'{key}' is no name of a type: lower-case letters, digits and '_' only")
        if family not in _FAMILIES:
            raise ValueError(f"the family '{family}' is none of {', '.join(sorted(_FAMILIES))}")
        if direction not in ("up", "down", "either"):
            raise ValueError(f"the direction is up, down or either, not '{direction}'")
        if not 0 <= float(base) <= 10:
            raise ValueError(f"the severity lies between 0 and 10, not {base}")
        types[key] = EscalationType(
            name=key,
            label=label,
            family=family,
            covers=covers,
            base=float(base),
            direction=direction,
            plover="none",
            cameo="none",
            acled="none",
        )

    def known(kind: str) -> str:
        if kind not in TYPES and kind not in types:
            raise ValueError(f"there is no type '{kind}'{_nearest(kind, (*TYPES, *types))}")
        return kind

    def phrase_line(fields: list[str]) -> None:
        phrases.append(Phrase(type=known(fields[0]), text=fields[1], pattern=_words(fields[1])))

    def pattern_line(fields: list[str]) -> None:
        phrases.append(Phrase(type=known(fields[0]), text=fields[1], pattern=_pattern(fields[1])))

    def quiet_line(fields: list[str]) -> None:
        if fields[0] not in TOPICS:
            raise ValueError(f"the reason '{fields[0]}' is none of {', '.join(TOPICS)}{_nearest(fields[0], TOPICS)}")
        quiet.append((fields[0], _words(fields[1])))

    def actor_line(fields: list[str]) -> None:
        title, kind, country, aliases = fields
        party = Party(name=title, kind=kind, country=_country(country), as_written=title)
        sides.append(Side(party=party, pattern=_words(f"{title}, {aliases}")))

    def site_line(fields: list[str]) -> None:
        title, kind, country, lat, lon, aliases = fields
        if kind not in PRECISION and kind != NOTHING:
            raise ValueError(f"'{kind}' is no kind of place{_nearest(kind, PRECISION)}")
        if not (-90 <= float(lat) <= 90 and -180 <= float(lon) <= 180):
            raise ValueError(f"no place on earth lies at {lat}, {lon}")
        names = "\t".join((kind, _country(country) or "", lat, lon))
        sites[number] = f"{names}\t{'|'.join([title, *_listed(aliases)])}"

    read: dict[str, tuple[int, Callable[[list[str]], None]]] = {
        "type": (6, type_line),
        "phrase": (2, phrase_line),
        "pattern": (2, pattern_line),
        "quiet": (2, quiet_line),
        "actor": (4, actor_line),
        "site": (6, site_line),
    }
    lines = [(number, line.strip()) for number, line in enumerate(text.splitlines(), 1)]
    lines = [(number, line) for number, line in lines if line and not line.startswith("#")]
    faults: dict[int, str] = {}
    # types first: a phrase may stand above the type it belongs to
    for number, line in sorted(lines, key=lambda each: not each[1].startswith("type")):
        kind, _, rest = line.partition("|")
        kind = kind.strip()
        try:
            if kind not in read:
                raise ValueError(f"'{kind}' is no kind of rule: {', '.join(read)}{_nearest(kind, read)}")
            count, take = read[kind]
            fields = [field.strip() for field in rest.split("|", count - 1)]
            if len(fields) != count or not all(fields[:-1]):
                raise ValueError(f"a rule of kind '{kind}' has {count} fields after it")
            take(fields)
        except (ValueError, re2.error) as error:
            faults[number] = str(error)
    if faults:
        (first, said), *others = sorted(faults.items())
        more = "".join(f"\n{name}:{number}: {what}" for number, what in others)
        raise ConfigError(said + more, where=f"{name}:{first}")
    return Rules(
        phrases=tuple(phrases),
        quiet=tuple(quiet),
        types=tuple(types.values()),
        sides=tuple(sides),
        sites="\n".join(sites.get(number, "") for number in range(1, max(sites, default=0) + 1)).encode(),
    )


def _nearest(name: str, known: Iterable[str]) -> str:
    """'; did you mean 'x'?', or nothing."""
    return "".join(f"; did you mean '{near}'?" for near in get_close_matches(name, list(known), n=1))


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _country(code: str) -> str | None:
    if code in ("", "-"):
        return None
    if len(code) != 2 or not code.isupper():
        raise ValueError(f"'{code}' is no two-letter country code; '-' where there is none")
    return code


def _words(text: str) -> re2._Regexp:
    """A pattern of the phrases of a comma list, whole words, case aside."""
    phrases = _listed(text)
    if not phrases:
        raise ValueError("no words are given")
    body = "|".join(r"\s+".join(re2.escape(word) for word in phrase.split()) for phrase in phrases)
    return _pattern(rf"(?i)\b(?:{body})\b")


def _pattern(text: str) -> re2._Regexp:
    if len(text) > 20 * _MAX_PATTERN:
        raise ValueError("the pattern is too long")
    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 23
    compiled = re2.compile(text, options)
    if compiled.search("") is not None:
        raise ValueError("the pattern matches where nothing stands")
    return compiled
