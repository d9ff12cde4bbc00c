"""All that can be set, as one frozen value. Each stage declares its own options; here they are assembled."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, Field, TypeAdapter

from monitor.alerts.channels.build import Options as ChannelOptions
from monitor.alerts.channels.console import ConsoleOptions
from monitor.alerts.options import AlertOptions
from monitor.alerts.policy import Policy, Recipient, Rule
from monitor.alerts.scope import Area, Asset
from monitor.config.tree import Key
from monitor.sources import FeedOptions, FolderOptions, HttpOptions

_LOGIN_IN_URL = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*://[^/@\s]*:[^/@\s]+@")


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
        found = {value for _, value in secret_values(self) if value}
        return tuple(sorted(found, key=len, reverse=True))


def schema() -> dict[str, Any]:
    """The JSON schema of the file, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **adapter().json_schema()}


def adapter() -> TypeAdapter[Config]:
    """What validates a tree."""
    return TypeAdapter(Config)


def secret_values(
    value: Any, where: tuple[Key, ...] = (), secret: bool = False
) -> Iterator[tuple[tuple[Key, ...], str]]:
    """Every secret of a configuration, with its path."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for each in dataclasses.fields(value):
            yield from secret_values(getattr(value, each.name), (*where, each.name), secret or not each.repr)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from secret_values(inner, (*where, key), secret)
    elif isinstance(value, tuple | list | frozenset):
        for n, inner in enumerate(value):
            yield from secret_values(inner, (*where, n), secret)
    elif isinstance(value, str) and (secret or _LOGIN_IN_URL.match(value)):
        yield where, value
