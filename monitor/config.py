"""One YAML file and the environment in, one frozen Config out.

    file ──> tree with line numbers ──> ${...} filled in ──> validated, unknown keys refused at every depth ──> Config

Each stage declares its own options as a frozen dataclass; this file only assembles them. A stage checks a value that a
type cannot say in `__post_init__` by raising ValueError; the error then names file, line and key.

A string may hold `${NAME}` (from the environment) or `${file:PATH}` (the first line of a file, such as a systemd
credential); `$$` is a dollar sign. An option whose dataclass field has `repr=False` is a secret: it is never printed,
every value is in `Config.secrets` for the log to scrub, and one written out literally in a file that everybody can
read is refused.
"""

from __future__ import annotations

import dataclasses
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, ClassVar

import yaml
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from monitor import config_names, own
from monitor.alerts.channels.build import Options as ChannelOptions
from monitor.alerts.channels.console import ConsoleOptions
from monitor.alerts.channels.file import FileOptions
from monitor.alerts.options import AlertOptions
from monitor.alerts.policy import Policy, Recipient, Rule
from monitor.alerts.scope import Area, Asset
from monitor.errors import ConfigError
from monitor.own import Own
from monitor.sources import FeedOptions, FolderOptions, HttpOptions

#: a longer file is no configuration
MAX_BYTES = 1_000_000
MAX_NODES = 100_000

_REFERENCE = re.compile(r"\$(?:\$|\{([^}]*)(\}?))")
_LOGIN_IN_URL = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*://[^/@\s]*:[^/@\s]+@")

Key = str | int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreOptions:
    """Where everything is remembered."""

    path: str = "monitor.db"  #: SQLite file on a local disk; relative to the configuration file

    def __post_init__(self) -> None:
        if not self.path.strip():
            raise ValueError("the path of the database is empty")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingOptions:
    """What the reader knows beside what it ships with."""

    rules: str | None = None  #: file of your own phrases, patterns, types, actors and sites; see docs/extending.md
    places: tuple[str, ...] = ()  #: files of sites and spellings of your own, in the form of `monitor/data/sites.tsv`


@dataclass(frozen=True, slots=True, kw_only=True)
class LogOptions:
    """What the program says of itself, on standard error."""

    level: str = "info"  #: debug | info | warning | error
    format: str = "console"  #: console | json

    def __post_init__(self) -> None:
        if self.level not in ("debug", "info", "warning", "error"):
            raise ValueError("level is debug, info, warning or error")
        if self.format not in ("console", "json"):
            raise ValueError("format is console or json")


@dataclass(frozen=True, slots=True, kw_only=True)
class WebOptions:
    """The page to look at. Reached from this machine only, unless a token or a proxy guards it."""

    enabled: bool = True
    host: str = "127.0.0.1"  #: address to listen at
    port: int = 8480  #: 0: any free one, told in the log
    hosts: tuple[str, ...] = ()  #: names, beside localhost, under which a browser may ask for the page
    token: str | None = field(default=None, repr=False)  #: asked for at the page, and as a bearer token by the API
    user_header: str | None = None  #: header by which a reverse proxy says who asks, having checked it

    def __post_init__(self) -> None:
        if not 0 <= self.port <= 65535:
            raise ValueError("port is 0 to 65535")
        if self.host not in ("127.0.0.1", "::1", "localhost") and not (self.token or self.user_header):
            raise ValueError(f"at {self.host} others can reach the page: set web.token, or web.user_header for a proxy")
        if self.token is not None and len(self.token) < 16:
            raise ValueError("a token of fewer than 16 characters can be guessed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The whole configuration. Paths are absolute; strings have their references filled in."""

    __pydantic_config__: ClassVar[ConfigDict] = ConfigDict(extra="forbid")

    folders: tuple[FolderOptions, ...] = ()
    feeds: tuple[FeedOptions, ...] = ()
    http: HttpOptions = field(default_factory=HttpOptions)
    store: StoreOptions = field(default_factory=StoreOptions)
    reading: ReadingOptions = field(default_factory=ReadingOptions)
    log: LogOptions = field(default_factory=LogOptions)
    #: where messages go, by a name of your own; without this section there is one, called console
    channels: Mapping[str, Annotated[ChannelOptions, Field(discriminator="kind")]] = field(
        default_factory=lambda: {"console": ConsoleOptions()}
    )
    recipients: tuple[Recipient, ...] = ()
    rules: tuple[Rule, ...] = ()
    areas: tuple[Area, ...] = ()
    assets: tuple[Asset, ...] = ()
    alerts: AlertOptions = field(default_factory=AlertOptions)
    web: WebOptions = field(default_factory=WebOptions)

    @property
    def policy(self) -> Policy:
        """Who is told of what."""
        return Policy(
            recipients=self.recipients,
            rules=self.rules,
            match=self.alerts.match,
            areas={area.name: area for area in self.areas},
            assets={asset.name: asset for asset in self.assets},
            old_after_h=self.alerts.old_after_h,
        )

    @property
    def secrets(self) -> tuple[str, ...]:
        """Every secret value, longest first, for the log to scrub."""
        found = {value for _, value in _secret_values(self) if value}
        return tuple(sorted(found, key=len, reverse=True))


def load(path: str | os.PathLike[str], *, environ: Mapping[str, str] | None = None, sending: bool = True) -> Config:
    """The configuration in the file at `path`. Raises ConfigError with file, line, key and the nearest right key.

    Who sends nothing knows channels by name alone, and needs none of their secrets."""
    where = os.fspath(path)
    return parse(_text(where), path=where, environ=os.environ if environ is None else environ, sending=sending)


def database_at(path: str | os.PathLike[str]) -> str:
    """Where the configuration at `path` keeps its database: all that is asked of it to look into that, from a terminal
    that has none of the daemon's secrets."""
    where = os.fspath(path)
    tree, lines = _read(_text(where), where)
    part = {"store": tree["store"]} if isinstance(tree, dict) and tree.get("store") is not None else {}
    try:
        config = _adapter().validate_python(_fill(part, (), lines, where, os.environ))
    except ValidationError as error:
        raise _explained(error, lines, where) from None
    return _placed(config, Path(where).absolute().parent).store.path


def _text(where: str) -> str:
    try:
        size = os.stat(where).st_size
        if size > MAX_BYTES:
            raise ConfigError(f"{size:,} bytes are too many for a configuration", where=where)
        return Path(where).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ConfigError("there is no such file; `make run` and the guide show one that works", where=where) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read: {error}", where=where) from error


def parse(
    text: str, *, path: str = "config.yaml", environ: Mapping[str, str] | None = None, sending: bool = True
) -> Config:
    """As `load`, of a text that is (or would be) the file at `path`."""
    tree, lines = _read(text, path)
    if not sending and isinstance(tree.get("channels"), dict):
        tree = tree | {"channels": {name: {"kind": "console"} for name in tree["channels"]}}
    literal = _literals(tree)
    filled = _fill(tree, (), lines, path, environ or {})
    try:
        config = _adapter().validate_python(filled)
    except ValidationError as error:
        raise _explained(error, lines, path) from None  # pydantic's own text repeats values, and these may be secret
    config = _placed(config, Path(path).absolute().parent)
    _refuse_open_secrets(config, literal, lines, path)
    faults = list(config_names.faults(config, _own(config.reading, lines, path).rules.types))
    if faults:
        raise _refusal([(lines.of(each.where) or 1, f"{_dotted(each.where)}: {each.said}") for each in faults], path)
    return config_names.in_codes(config)


def _own(options: ReadingOptions, lines: _Lines, path: str) -> Own:
    """What the files of the user's own say, so that a bad one is found before a start."""
    try:
        return own.read(options.rules, options.places)
    except ConfigError as error:
        if error.where:
            raise
        raise ConfigError(str(error), where=f"{path}:{lines.of(('reading',))}") from error


def rehearsal(path: str | os.PathLike[str], rules: str | os.PathLike[str]) -> Config:
    """The configuration at `path` with the sections of the file at `rules` in place of its own. It sends nothing."""
    tree, _ = _read(_text(os.fspath(path)), os.fspath(path))
    try:
        other, _ = _read(Path(rules).read_text(encoding="utf-8"), os.fspath(rules))
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read: {error}", where=os.fspath(rules)) from error
    # no place of its own on disk: what it may hold of secrets lies in the two files already
    where = str(Path(path).absolute().parent / "rehearsal")
    return parse(yaml.safe_dump(tree | other), path=where, environ=os.environ, sending=False)


def schema() -> dict[str, Any]:
    """The JSON schema of the file, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_adapter().json_schema()}


# ---- reading ------------------------------------------------------------------------------------------------------


class _Lines(dict[tuple[Key, ...], int]):
    """Line of each key and item, by its path."""

    def of(self, where: tuple[Key, ...]) -> int | None:
        while where and where not in self:
            where = where[:-1]
        return self.get(where)


def _read(text: str, path: str) -> tuple[Any, _Lines]:
    lines = _Lines()
    try:
        loader = yaml.SafeLoader(text)
        try:
            node = loader.get_single_node()
            if node is None:
                return {}, lines
            tree = _plain(loader, node, (), lines, path, depth=0)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if "end of stream" in (error.problem or "") and error.context_mark:
            mark = error.context_mark  # the quote or bracket that was never closed
        said = error.problem or error.context or "is no YAML"
        if "'\\t'" in said:
            said = "a tab; YAML is indented with spaces"
        raise ConfigError(said, where=f"{path}:{mark.line + 1}" if mark else path) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise ConfigError(f"is no YAML: {error}", where=path) from error
    if not isinstance(tree, dict):
        raise ConfigError("holds no settings: expected `key: value` lines", where=f"{path}:1")
    return tree, lines


def _plain(
    loader: yaml.SafeLoader, node: yaml.Node, where: tuple[Key, ...], lines: _Lines, path: str, *, depth: int
) -> Any:
    line = node.start_mark.line + 1
    lines.setdefault(where, line)
    if depth > 30 or len(lines) > MAX_NODES:  # the second: aliases of aliases of aliases
        raise ConfigError("nested too deeply or too large", where=f"{path}:{line}")
    if isinstance(node, yaml.MappingNode):
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = loader.construct_object(key_node, deep=True)
            at = key_node.start_mark.line + 1
            if not isinstance(key, str):
                raise ConfigError(f"{key!r} is no name of a setting; put it in quotes", where=f"{path}:{at}")
            if key in found:
                raise ConfigError(f"{key!r} is given twice", where=f"{path}:{at}")
            lines[(*where, key)] = at
            found[key] = _plain(loader, value_node, (*where, key), lines, path, depth=depth + 1)
        return found
    if isinstance(node, yaml.SequenceNode):
        return [_plain(loader, each, (*where, n), lines, path, depth=depth + 1) for n, each in enumerate(node.value)]
    return loader.construct_object(node, deep=True)


def _literals(tree: Any) -> frozenset[str]:
    """Every string that is written out in the file, with no reference in it."""
    return frozenset(text for text in _strings(tree) if not _REFERENCE.search(text))


def _strings(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        for value in tree.values():
            yield from _strings(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _strings(value)
    elif isinstance(tree, str):
        yield tree


def _fill(tree: Any, where: tuple[Key, ...], lines: _Lines, path: str, environ: Mapping[str, str]) -> Any:
    if isinstance(tree, dict):
        return {key: _fill(value, (*where, key), lines, path, environ) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_fill(value, (*where, n), lines, path, environ) for n, value in enumerate(tree)]
    if not isinstance(tree, str) or "$" not in tree:
        return tree

    def value_of(found: re.Match[str]) -> str:
        name = found.group(1)
        if name is None:
            return "$"
        at = f"{path}:{lines.of(where)}"
        if not found.group(2):
            raise ConfigError(f"{_dotted(where)}: a '${{' without its '}}'; a dollar sign is written $$", where=at)
        if name.startswith("file:"):
            secret = Path(path).absolute().parent / name.removeprefix("file:")
            try:
                return secret.read_text(encoding="utf-8").partition("\n")[0].strip()
            except (OSError, UnicodeDecodeError) as error:
                raise ConfigError(
                    f"{_dotted(where)}: cannot read {secret}: {error.__class__.__name__}", where=at
                ) from None
        if name not in environ:
            raise ConfigError(f"{_dotted(where)}: the environment has no {name}", where=at)
        return environ[name]

    return _REFERENCE.sub(value_of, tree)


# ---- validating ---------------------------------------------------------------------------------------------------


def _adapter() -> TypeAdapter[Config]:
    return TypeAdapter(Config)


def _explained(error: ValidationError, lines: _Lines, path: str) -> ConfigError:
    """All that is wrong, the first with its line in `where`."""
    told: list[tuple[int, str]] = []
    for each in error.errors(include_url=False):
        where = tuple(key for key in each["loc"] if isinstance(key, int | str))
        if where[:1] == ("channels",) and len(where) > 2:
            where = (*where[:2], *where[3:])  # the third is the kind, which stands in no key of the file
        if each["type"] in ("union_tag_invalid", "union_tag_not_found"):
            where = (*where, "kind")
        message = _in_words(each)
        if each["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
            message = f"there is no setting {_dotted(where)!r}"
            known = _known_keys(where[:-1])
            near = get_close_matches(str(where[-1]), known, n=1, cutoff=0.5)
            if near:
                message += f"; did you mean {_dotted((*where[:-1], near[0]))!r}?"
            elif known:
                message += f"; here belong: {', '.join(known)}"
        elif each["type"] in ("missing", "missing_argument", "union_tag_not_found"):
            message = f"{_dotted(where)} is missing"
        elif where:
            message = f"{_dotted(where)}: {message[:1].lower()}{message[1:]}"
        told.append((lines.of(where) or 1, message))
    return _refusal(told, path)


def _in_words(fault: ErrorDetails) -> str:
    """What is wrong, for whoever wrote the file. The value is told only where it is one of a few, and so no secret."""
    given, context = fault["input"], fault.get("ctx", {})
    match fault["type"]:
        case "tuple_type":
            return "a list belongs here: [one, two], or lines that begin with '- '"
        case "dataclass_type" | "dict_type":
            return "settings belong here: lines of `key: value`"
        case "string_type" if isinstance(given, bool | int | float | date):
            number = "a number, as any time from 10:00 on"
            taken = "yes or no" if isinstance(given, bool) else "a date" if isinstance(given, date) else number
            return f"put it in quotes: without them YAML takes it for {taken}"
        case "string_type":
            return "a text belongs here"
        case "union_tag_invalid":
            kinds = re.findall(r"'(\w+)'", context["expected_tags"])
            hint = config_names.near(context["tag"], kinds) or f"; there are {', '.join(kinds)}"
            return f"there is no kind {context['tag']!r}{hint}"
        case "literal_error" if isinstance(given, str):
            return f"{given!r} is none of {context['expected']}"
    return fault["msg"].removeprefix("Value error, ")


def _refusal(faults: Iterable[tuple[int, str]], path: str) -> ConfigError:
    first, *rest = sorted(faults, key=lambda pair: pair[0])
    more = "".join(f"\n{path}:{line}: {message}" for line, message in rest)
    return ConfigError(first[1] + more, where=f"{path}:{first[0]}")


def _known_keys(where: tuple[Key, ...]) -> tuple[str, ...]:
    """The settings that may stand at `where`."""
    whole = schema()
    options = [whole]
    for key in where:
        options = [inner for each in options for inner in _inside(_resolved(each, whole), key)]
    return tuple(
        dict.fromkeys(
            name for each in options for branch in _resolved(each, whole) for name in branch.get("properties", {})
        )
    )


def _resolved(part: Mapping[str, Any], whole: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    if "$ref" in part:
        return _resolved(whole["$defs"][part["$ref"].rpartition("/")[2]], whole)
    branches = part.get("anyOf") or part.get("oneOf") or part.get("allOf")
    if branches:
        return [found for branch in branches for found in _resolved(branch, whole)]
    return [part]


def _inside(parts: list[Mapping[str, Any]], key: Key) -> list[Any]:
    found: list[Any] = []
    for part in parts:
        if isinstance(key, int):
            found += [part["items"]] if "items" in part else []
        elif key in part.get("properties", {}):
            found.append(part["properties"][key])
        elif isinstance(part.get("additionalProperties"), dict):
            found.append(part["additionalProperties"])
    return found


def _dotted(where: tuple[Key, ...]) -> str:
    """('feeds', 2, 'url') as 'feeds[3].url': items counted as people count."""
    text = ""
    for key in where:
        text += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if text else key
    return text


# ---- paths and secrets --------------------------------------------------------------------------------------------


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


def _secret_values(
    value: Any, where: tuple[Key, ...] = (), secret: bool = False
) -> Iterator[tuple[tuple[Key, ...], str]]:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for each in dataclasses.fields(value):
            yield from _secret_values(getattr(value, each.name), (*where, each.name), secret or not each.repr)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _secret_values(inner, (*where, key), secret)
    elif isinstance(value, tuple | list | frozenset):
        for n, inner in enumerate(value):
            yield from _secret_values(inner, (*where, n), secret)
    elif isinstance(value, str) and (secret or _LOGIN_IN_URL.match(value)):
        yield where, value


def _refuse_open_secrets(config: Config, literal: frozenset[str], lines: _Lines, path: str) -> None:
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return
    if not mode & (stat.S_IROTH | stat.S_IWOTH):
        return
    for where, value in _secret_values(config):
        if value in literal and value:
            raise ConfigError(
                f"{_dotted(where)} is a secret, and everybody on this machine can read the file; take it from the "
                "environment (${NAME}) or a file (${file:PATH}), or run: chmod 600 " + path,
                where=f"{path}:{lines.of(where)}",
            )
