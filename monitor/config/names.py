"""What a configuration names, held against what there is: channels, people, areas, types, families, countries.

Each fault comes with its path in the file, so that the door of the configuration can give it its line.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import NamedTuple

from monitor.alerts.regions import COUNTRY, country_code
from monitor.alerts.scope import Scope
from monitor.config.options import Config
from monitor.config.tree import Key
from monitor.taxonomy import TYPES, EscalationType


class Fault(NamedTuple):
    """What is wrong, and with which key of the file."""

    where: tuple[Key, ...]
    said: str


def faults(config: Config, own: Sequence[EscalationType] = ()) -> Iterator[Fault]:
    """All that means nothing, or twice the same; `own` are types of the user's own."""
    yield from _twice(config)
    yield from _told(config)
    types = {**TYPES, **{row.name: row for row in own}, "other": None}
    families = {row.family for row in TYPES.values()} | {"other"}
    for n, rule in enumerate(config.rules):
        when = ("rules", n, "when")
        yield from _unknown("type", rule.when.types, types, (*when, "types"))
        yield from _unknown("family", rule.when.families, families, (*when, "families"))
        yield from _unknown("area", rule.when.areas, [each.name for each in config.areas], (*when, "areas"))
        assets = ["any", *(each.name for each in config.assets)]
        yield from _unknown("asset", rule.when.assets, assets, (*when, "assets"))
        yield from _lands(rule.when.countries, (*when, "countries"))
    for n, area in enumerate(config.areas):
        yield from _lands(area.countries, ("areas", n, "countries"))
    for n, asset in enumerate(config.assets):
        for name in asset.radius_by:
            if name not in types and name not in families:
                known = {**types, **dict.fromkeys(families)}
                yield Fault(("assets", n, "radius_by", name), _nothing("type or family", name, known))
    regions = [(("folders", n), each.region) for n, each in enumerate(config.folders)]
    regions += [(("feeds", n), each.region) for n, each in enumerate(config.feeds)]
    for where, region in regions:
        if region is not None and country_code(region) is None:
            yield Fault((*where, "region"), _no_land(region))


def in_codes(config: Config) -> Config:
    """The configuration with the countries of rules and areas as ISO codes, however they are written."""
    return replace(
        config,
        rules=tuple(
            replace(each, when=replace(each.when, countries=_codes(each.when.countries))) for each in config.rules
        ),
        areas=tuple(replace(each, countries=_codes(each.countries)) for each in config.areas),
    )


def near(name: str, known: Iterable[str]) -> str:
    """'; did you mean 'x'?', or nothing."""
    return "".join(f"; did you mean {close!r}?" for close in get_close_matches(name, list(known), n=1))


# ---- one section and another ----------------------------------------------------------------------------------------


def _twice(config: Config) -> Iterator[Fault]:
    for section in ("recipients", "rules", "areas", "assets"):
        names = [each.name for each in getattr(config, section)]
        for n, name in enumerate(names):
            if name in names[:n]:
                yield Fault((section, n, "name"), f"{name!r} is given twice")
    folders = [os.path.normpath(each.path) for each in config.folders]
    for n, path in enumerate(folders):
        if path in folders[:n]:
            yield Fault(("folders", n, "path"), f"folders[{folders.index(path) + 1}] is the same folder")
    urls = [each.url if each.enabled else None for each in config.feeds]
    for n, url in enumerate(urls):
        if url is not None and url in urls[:n]:
            yield Fault(("feeds", n, "url"), f"feeds[{urls.index(url) + 1}] has the same address")


def _told(config: Config) -> Iterator[Fault]:
    """Who is told through what."""
    people = [each.name for each in config.recipients]
    for n, each in enumerate(config.recipients):
        where = ("recipients", n)
        yield from _unknown("channel", each.channels, config.channels, (*where, "channels"))
        yield from _unknown("channel", each.digest_channels, config.channels, (*where, "digest_channels"))
        if each.fallback is not None and each.fallback not in config.channels:
            yield Fault((*where, "fallback"), _nothing("channel", each.fallback, config.channels))
    heartbeat = config.alerts.heartbeat.channels
    yield from _unknown("channel", heartbeat, config.channels, ("alerts", "heartbeat", "channels"))
    for n, rule in enumerate(config.rules):
        yield from _unknown("recipient", rule.to, people, ("rules", n, "to"))
        yield from _unknown("channel", rule.channels, config.channels, ("rules", n, "channels"))
        alone = n == 0 and (config.alerts.match == "first" or len(config.rules) == 1)
        if alone and rule.send == "never" and rule.when == Scope() and not rule.to:
            yield Fault(("rules", n), "silences everything: say `when`, or put it below the rules that tell")


def _unknown(what: str, named: Sequence[str], known: Collection[str], where: tuple[Key, ...]) -> Iterator[Fault]:
    for n, name in enumerate(named):
        if name not in known:
            yield Fault((*where, n), _nothing(what, name, known))


def _nothing(what: str, name: str, known: Iterable[str]) -> str:
    return f"there is no {what} {name!r}{near(name, known)}"


# ---- countries ------------------------------------------------------------------------------------------------------


def _codes(countries: Sequence[str]) -> tuple[str, ...]:
    return tuple(country_code(each) or each for each in countries)


def _lands(countries: Sequence[str], where: tuple[Key, ...]) -> Iterator[Fault]:
    for n, text in enumerate(countries):
        if country_code(text) is None:
            yield Fault((*where, n), _no_land(text))


def _no_land(text: str) -> str:
    # two letters are near to half of all codes
    hint = near(text, COUNTRY.values()) if len(text) > 3 else ""
    return f"there is no country {text!r}{hint or '; a country is written IQ or Iraq'}"
