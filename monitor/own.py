"""The user's own words and places, read from the files that `reading` names and judged whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from monitor.errors import ConfigError
from monitor.events.places.gazetteer import Gazetteer
from monitor.events.rules import Rules, load


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What the files say."""

    rules: Rules = field(default_factory=Rules)
    places: tuple[tuple[str, bytes], ...] = ()  #: (file, content in the form of `sites.tsv`), the rules' sites last


def read(rules: str | None, places: Sequence[str]) -> Own:
    """What the file of rules and the files of places say. Raises ConfigError with file and line where one cannot be
    used."""
    found = Rules() if rules is None else load(_content(rules, "reading.rules").decode(), name=rules)
    extra = [(path, _content(path, "reading.places")) for path in places]
    if rules is not None and found.sites:
        extra.append((rules, found.sites))
    if extra:
        Gazetteer.from_bytes(b"", countries=files("monitor.data").joinpath("countries.tsv").read_bytes(), extra=extra)
    return Own(rules=found, places=tuple(extra))


def contents(rules: str | None, places: Sequence[str]) -> tuple[bytes, ...]:
    """The bytes of the files, to tell whether one was changed. Raises ConfigError where one cannot be read."""
    named = [(each, "reading.places") for each in places] + ([(rules, "reading.rules")] if rules is not None else [])
    return tuple(_content(path, setting) for path, setting in named)


def _content(path: str, setting: str) -> bytes:
    try:
        content = Path(path).read_bytes()
        content.decode()
    except OSError as error:
        raise ConfigError(f"{setting}: cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{setting}: {path} is no text in UTF-8") from error
    return content
