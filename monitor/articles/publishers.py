"""Whose words these are: the house that owns an outlet, and the agency whose copy a text is.

Two outlets of one house are one source, and so are ten papers that print one agency's report: neither makes an incident
better confirmed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from monitor.articles.houses import AGENCIES, HOUSES, SITES

_SIGN = "|".join(sorted((re.escape(n) for names in AGENCIES.values() for n in names), key=len, reverse=True))
_SIGN_SHORT = "|".join(re.escape(name) for name in AGENCIES)
_CREDIT_LINE = re.compile(
    rf"""(?x) ^ \W{{0,3}} (?: (?i:source|sources|by|via|from|credit|text|copyright)\s?:?\s )? (?:\W?\s?(?:20\d\d)?\s?)
    (?P<name>{_SIGN}) (?:\s(?:News|Agency|Staff|Service|news))?
    (?: \s?[/|&,–-].{{0,60}} | \W{{0,3}} ) $"""
)
_DATELINE_SIGN = re.compile(rf"""^[^\n]{{0,80}}?[(/\[]\s?(?P<name>{_SIGN})\s?(?:News)?\s?[)/\]]\s?(?:[-–—:.]|\S)""")
_TAIL_SIGN = re.compile(
    rf"""(?:[(\[/]\s?(?P<a>{_SIGN})(?:\s?[/,&][^)\]]{{0,30}})?\s?[)\]/]|[-–—]+\s?(?P<b>{_SIGN_SHORT}))\s?\.?\s*$"""
)
_TITLE_SIGN = re.compile(rf"""\s[-–—|:]\s(?P<name>{_SIGN})\s*$""")
_INPUT = re.compile(rf"(?i)\bwith\s(?:inputs?|files|reporting)\s(?:from|by)\b.{{0,40}}?\b(?-i:(?P<name>{_SIGN}))\b")
_COPYRIGHT = re.compile(rf"""(?:©|\([cC]\)|Copyright)\s?(?:20\d\d\s)?.{{0,20}}?\b(?P<name>{_SIGN})\b""")


def publisher(outlet: str | None, url: str | None) -> str | None:
    """The house an outlet belongs to; the outlet's own name where no house is known; None where neither is."""
    known = _houses()
    if outlet:
        for name in _names(outlet):
            if house := known.get(_fold(name)) or _agencies().get(name.casefold()):
                return _of_the_address(name, url) or house
    if url and (domain := host(url)):
        labels = domain.split(".")
        for start in range(len(labels) - 1):
            if house := known.get(".".join(labels[start:])):
                return house
        return _author(outlet) or domain
    return _author(outlet)


def outlet_of(given: str | None, url: str | None) -> str | None:
    """The outlet as readers know it: its name as given, else what is found at the article's address, else the host.

    An archive may give the address of a feed where a name is asked for; that is no name."""
    if given and not given.casefold().startswith(("http://", "https://")):
        return given
    for address in (url, given):
        domain = host(address) if address else None
        if domain is None:
            continue
        labels = domain.split(".")
        return next((name for start in range(len(labels)) if (name := SITES.get(".".join(labels[start:])))), domain)
    return None


def is_outlet(line: str) -> bool:
    """Whether `line` is the name of an outlet we know, and nothing else."""
    return len(line) <= 40 and _fold(line) in _houses() and "." not in line


def host(url: str) -> str | None:
    """The name of the web server in `url`, without 'www.'."""
    try:
        name = urlsplit(url).hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def wire(*, title: str, lines: Sequence[str], removed: Sequence[str], outlet: str | None) -> str | None:
    """The agency whose copy this is, where it says so: in the title, the dateline, a credit or the outlet's name.

    An agency that is only quoted ('a source told AFP') is not meant.
    """
    if outlet:
        for name in _names(outlet):
            if agency := _agencies().get(name.casefold()):
                return agency
    for pattern, text in (
        (_TITLE_SIGN, title),
        *((_DATELINE_SIGN, line[:160]) for line in lines[:2]),
        *((_TAIL_SIGN, line[-60:]) for line in lines[-2:]),
        *((_CREDIT_LINE, line) for line in removed if len(line) <= 160),
        *((_INPUT, line) for line in removed if len(line) <= 200),
        *((_COPYRIGHT, line) for line in removed if len(line) <= 200),
        *((_TAIL_SIGN, line[-60:]) for line in removed if len(line) <= 60),
    ):
        if found := pattern.search(text):
            name = next(value for value in found.groups() if value)
            return _agencies()[name.casefold()]
    return None


def _of_the_address(name: str, url: str | None) -> str | None:
    """The house at `url` that has an outlet of this name too: there is an ABC News in America and one in Australia."""
    labels = ((host(url) if url else None) or "").split(".")
    for start in range(len(labels) - 1):
        house = _houses().get(".".join(labels[start:]))
        if house and _fold(name) in map(_fold, HOUSES[house]):
            return house
    return None


def _author(outlet: str | None) -> str | None:
    """'Breitbart via Mixed Times' was written by Breitbart."""
    names = _names(outlet)[1:] if outlet else []
    return names[0] if names else outlet or None


def _names(outlet: str) -> list[str]:
    """'Reuters (via Newsmax)' and 'CNA / AFP' name two each; whoever wrote it stands first."""
    parts = re.split(r"\s+/\s+|\(|\)|\bvia\b|,|;|\||/", outlet)
    return [name for name in [outlet.strip(), *(part.strip() for part in parts)] if name]


def _fold(name: str) -> str:
    return re.sub(r"^the ", "", name.strip().casefold())


@cache
def _houses() -> dict[str, str]:
    table: dict[str, str] = {}
    for house, names in HOUSES.items():
        for name in (house, *names):
            table.setdefault(_fold(name), house)
    return table


@cache
def _agencies() -> dict[str, str]:
    return {name.casefold(): agency for agency, names in AGENCIES.items() for name in names}
