"""One YAML file and the environment in, one frozen Config out.

    file ──> tree with line numbers ──> ${...} filled in ──> validated, unknown keys refused at every depth ──> Config

Each stage declares its own options as a frozen dataclass; `options.py` only assembles them. A stage checks a value that
a type cannot say in `__post_init__` by raising ValueError; the error then names file, line and key. What one section
names in another is held against it by `names.py`.

A string may hold `${NAME}` (from the environment) or `${file:PATH}` (the first line of a file, such as a systemd
credential); `$$` is a dollar sign. An option whose dataclass field has `repr=False` is a secret: it is never printed,
every value is in `Config.secrets` for the log to scrub, and one written out literally in a file that everybody can
read is refused.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from monitor import own
from monitor.alerts.channels.file import FileOptions
from monitor.config import names
from monitor.config.faults import explained, refusal
from monitor.config.options import (
    Config,
    LogOptions,
    ReadingOptions,
    StoreOptions,
    WebOptions,
    adapter,
    schema,
    secret_values,
)
from monitor.config.tree import Lines, as_text, dotted, fill, literals, read, text_of
from monitor.errors import ConfigError
from monitor.own import Own

__all__ = [
    "Config",
    "LogOptions",
    "ReadingOptions",
    "StoreOptions",
    "WebOptions",
    "database_at",
    "load",
    "parse",
    "rehearsal",
    "schema",
]


def load(path: str | os.PathLike[str], *, environ: Mapping[str, str] | None = None, sending: bool = True) -> Config:
    """The configuration in the file at `path`. Raises ConfigError with file, line, key and the nearest right key.

    Who sends nothing knows channels by name alone, and needs none of their secrets."""
    where = os.fspath(path)
    return parse(text_of(where), path=where, environ=os.environ if environ is None else environ, sending=sending)


def database_at(path: str | os.PathLike[str]) -> str:
    """Where the configuration at `path` keeps its database: all that is asked of it to look into that, from a terminal
    that has none of the daemon's secrets."""
    where = os.fspath(path)
    tree, lines = read(text_of(where), where)
    part = {"store": tree["store"]} if isinstance(tree, dict) and tree.get("store") is not None else {}
    try:
        config = adapter().validate_python(fill(part, (), lines, where, os.environ))
    except ValidationError as error:
        raise explained(error, lines, where) from None
    return _placed(config, Path(where).absolute().parent).store.path


def parse(
    text: str, *, path: str = "config.yaml", environ: Mapping[str, str] | None = None, sending: bool = True
) -> Config:
    """As `load`, of a text that is (or would be) the file at `path`."""
    tree, lines = read(text, path)
    if not sending and isinstance(tree.get("channels"), dict):
        tree = tree | {"channels": {name: {"kind": "console"} for name in tree["channels"]}}
    literal = literals(tree)
    filled = fill(tree, (), lines, path, environ or {})
    try:
        config = adapter().validate_python(filled)
    except ValidationError as error:
        raise explained(error, lines, path) from None  # pydantic's own text repeats values, and these may be secret
    config = _placed(config, Path(path).absolute().parent)
    _refuse_open_secrets(config, literal, lines, path)
    faults = list(names.faults(config, _own(config.reading, lines, path).rules.types))
    if faults:
        raise refusal([(lines.of(each.where) or 1, f"{dotted(each.where)}: {each.said}") for each in faults], path)
    return names.in_codes(config)


def _own(options: ReadingOptions, lines: Lines, path: str) -> Own:
    """What the files of the user's own say, so that a bad one is found before a start."""
    try:
        return own.read(options.rules, options.places)
    except ConfigError as error:
        if error.where:
            raise
        raise ConfigError(str(error), where=f"{path}:{lines.of(('reading',))}") from error


def rehearsal(path: str | os.PathLike[str], rules: str | os.PathLike[str]) -> Config:
    """The configuration at `path` with the sections of the file at `rules` in place of its own. It sends nothing."""
    tree, _ = read(text_of(os.fspath(path)), os.fspath(path))
    try:
        other, _ = read(Path(rules).read_text(encoding="utf-8"), os.fspath(rules))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read: {error}", where=os.fspath(rules)) from error
    # no place of its own on disk: what it may hold of secrets lies in the two files already
    where = str(Path(path).absolute().parent / "rehearsal")
    return parse(as_text(tree | other), path=where, environ=os.environ, sending=False)


def _placed(config: Config, base: Path) -> Config:
    def absolute(path: str) -> str:
        return str(base / Path(path).expanduser())

    store = config.store
    return replace(
        config,
        store=store if store.path == ":memory:" else replace(store, path=absolute(store.path)),
        reading=replace(
            config.reading,
            rules=absolute(config.reading.rules) if config.reading.rules else None,
            places=tuple(absolute(each) for each in config.reading.places),
        ),
        folders=tuple(
            replace(each, path=absolute(each.path), move_to=absolute(each.move_to) if each.move_to else None)
            for each in config.folders
        ),
        channels={
            name: replace(each, folder=absolute(each.folder)) if isinstance(each, FileOptions) else each
            for name, each in config.channels.items()
        },
        alerts=replace(config.alerts, layouts=absolute(config.alerts.layouts))
        if config.alerts.layouts
        else config.alerts,
    )


def _refuse_open_secrets(config: Config, literal: frozenset[str], lines: Lines, path: str) -> None:
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return
    if not mode & (stat.S_IROTH | stat.S_IWOTH):
        return
    for where, value in secret_values(config):
        if value in literal and value:
            raise ConfigError(
                f"{dotted(where)} is a secret, and everybody on this machine can read the file; take it from the "
                "environment (${NAME}) or a file (${file:PATH}), or run: chmod 600 " + path,
                where=f"{path}:{lines.of(where)}",
            )
