"""Writes the pages that must not drift from the code: the types, and every setting of the configuration.

`python -m scripts.docs` writes them, `--check` says whether they are as they should be.
"""

from __future__ import annotations

import ast
import dataclasses
import inspect
import re
import sys
import textwrap
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from monitor.config import Config
from monitor.taxonomy import TYPES

DOCS = Path(__file__).resolve().parents[1] / "docs"
BEGIN = "<!-- written by `make docs`: change the code, not this -->"
END = "<!-- end -->"

FAMILIES = {
    "strike": "Strikes",
    "air_defence": "Air defence",
    "ground": "On the ground",
    "sea": "At sea",
    "cyber": "Cyber",
    "posture": "Posture",
    "coercion": "Coercion short of force",
    "de_escalation": "De-escalation",
}


#: what the code leaves to its names, said in full
SAID = {
    ("*", "kind"): "which kind of channel this is",
    ("*", "tags"): "words of your own that its articles carry, for rules",
    ("*", "trust"): "how far it is trusted, 0 to 1; up to 0.35 a better source is told as the first",
    ("*", "region"): "country it mostly writes about, by name or two letters; settles places of one name",
    ("*", "timeout_s"): "longest wait for an answer",
    ("FolderOptions", "path"): "the folder",
    ("FolderOptions", "name"): "what it is called in lists and rules",
    ("FolderOptions", "recursive"): "sub-folders too",
    ("FolderOptions", "scan_every_s"): "it is looked through so often, whether or not anything was heard from it",
    ("FolderOptions", "max_bytes"): "a larger file is refused",
    ("FeedOptions", "url"): "address of the feed: RSS, Atom, RDF or JSON Feed",
    ("FeedOptions", "outlet"): "who publishes it; default: what the feed says",
    ("FeedOptions", "username"): "for a feed that asks for a login",
    ("FeedOptions", "password"): "goes with it",
    ("FeedOptions", "enabled"): "`false` leaves it out and keeps what is known of it",
    ("HttpOptions", "max_redirects"): "so many hops are followed, each one checked",
    ("HttpOptions", "ports"): "no other port is asked",
    ("HttpOptions", "per_host"): "fetches at a time from one server",
    ("FileOptions", "folder"): "where they are written, in `alerts` and `digests`",
    ("FileOptions", "digest_formats"): "of digests",
    ("EmailOptions", "host"): "the mail server",
    ("EmailOptions", "to"): "addresses",
    ("EmailOptions", "sender"): "address it comes from",
    ("EmailOptions", "port"): "of the mail server",
    ("EmailOptions", "security"): "how the connection is kept private",
    ("EmailOptions", "username"): "for a server that asks for a login",
    ("EmailOptions", "password"): "goes with it",
    ("WebhookOptions", "url"): "where it is posted to",
    ("AppriseOptions", "url"): "an Apprise address, such as `tgram://...` or `ntfy://...`",
    ("Recipient", "name"): "what the recipient is called in rules and lists",
    ("Recipient", "channels"): "names from `channels`; each gets every message",
    ("Rule", "name"): "what it is called where a decision is explained",
    ("Rule", "send"): "`now`, `digest` or `never`",
    ("Scope", "types"): "types of incident",
    (
        "Scope",
        "families",
    ): "families of types: strike, air_defence, ground, sea, cyber, posture, coercion, de_escalation",
    ("Scope", "countries"): "by ISO code or name: IQ, Iraq",
    ("Scope", "tags"): "tags of the source",
    ("Area", "name"): "what rules call it",
    ("Area", "lat"): "centre of a circle",
    ("Area", "lon"): "centre of a circle",
    ("Area", "radius_km"): "of the circle",
    ("Area", "south"): "edge of a box",
    ("Area", "west"): "edge of a box; greater than `east` across the date line",
    ("Area", "north"): "edge of a box",
    ("Area", "east"): "edge of a box",
    ("Asset", "name"): "what rules and alerts call it",
    ("Asset", "lat"): "where it is",
    ("Asset", "lon"): "where it is",
    ("Asset", "radius_km"): "an incident within this distance concerns it",
    ("Asset", "radius_by"): "other distances for single types or families",
    ("HeartbeatOptions", "every_min"): "how often",
    ("WebOptions", "enabled"): "`false`: no page",
}


def taxonomy() -> str:
    """The table of types, by family."""
    parts = []
    for family, heading in FAMILIES.items():
        rows = [row for row in TYPES.values() if row.family == family]
        parts.append(f"## {heading}\n")
        parts.append("| type | what counts | base severity | direction | PLOVER | CAMEO | ACLED |")
        parts.append("| --- | --- | --- | --- | --- | --- | --- |")
        parts += [
            f"| `{row.name}` | {row.covers} | {row.base:g} | {row.direction} "
            f"| {row.plover} | {row.cameo} | {row.acled} |"
            for row in rows
        ]
        parts.append("")
    assert {row.family for row in TYPES.values()} == set(FAMILIES)
    return "\n".join(parts)


def settings() -> str:
    """Every setting: one section an object, one row a key."""
    parts: list[str] = []
    for where, cls in _sections(Config, ""):
        parts.append(f"## {where or 'Top level'}\n")
        said = _words(inspect.getdoc(cls) or "")
        parts.append(f"{said}\n")
        parts.append("| key | type | default | meaning |")
        parts.append("| --- | --- | --- | --- |")
        told = comments(cls)
        for each in dataclasses.fields(cls):
            hint = typing.get_type_hints(cls)[each.name]
            own = SAID.get((cls.__name__, each.name)) or SAID.get(("*", each.name))
            meaning = told.get(each.name) or own or _first_sentence(hint)
            secret = " (secret)" if not each.repr else ""
            parts.append(f"| `{each.name}` | {_type(hint)} | {_default(each)} | {_cell(meaning)}{secret} |")
        parts.append("")
    return "\n".join(parts)


def comments(cls: type) -> dict[str, str]:
    """What the source says of each field in its `#:` comment, beside or above it."""
    lines = inspect.getsource(cls).splitlines()
    tree = ast.parse(textwrap.dedent("\n".join(lines)))
    found: dict[str, str] = {}
    for node in tree.body[0].body:  # type: ignore[attr-defined]
        if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name):
            continue
        said = re.search(r"#:\s*(.*)", lines[(node.end_lineno or node.lineno) - 1])
        if said is None:
            above: list[str] = []
            row = node.lineno - 2
            while row >= 0 and (match := re.match(r"\s*#:\s*(.*)", lines[row])):
                above.insert(0, match.group(1))
                row -= 1
            if above:
                found[node.target.id] = " ".join(above)
            continue
        found[node.target.id] = said.group(1)
    return found


def _sections(cls: Any, where: str) -> Iterator[tuple[str, Any]]:
    """The object itself, then those inside it, each once a path."""
    yield where, cls
    hints = typing.get_type_hints(cls)
    for each in dataclasses.fields(cls):
        for inner, suffix in _objects(hints[each.name]):
            kind = _kind(inner)
            path = f"{where}.{each.name}" if where else each.name
            yield from _sections(inner, f"{path}{suffix}{kind}")


def _objects(hint: Any, suffix: str = "") -> Iterator[tuple[Any, str]]:
    if dataclasses.is_dataclass(hint):
        yield hint, suffix
        return
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (tuple, list, frozenset):
        suffix += "[]"
    elif origin is not None and issubclass_of_mapping(origin):
        suffix += ".NAME"
        arguments = arguments[1:]
    for argument in arguments:
        if argument is not Ellipsis and argument is not type(None):
            yield from _objects(argument, suffix)


def issubclass_of_mapping(origin: Any) -> bool:
    """Whether a generic is a mapping."""
    return isinstance(origin, type) and hasattr(origin, "keys")


def _kind(cls: Any) -> str:
    """' (kind: email)' where the object is one of several told apart by a key `kind`."""
    hint = typing.get_type_hints(cls).get("kind")
    values = typing.get_args(hint) if typing.get_origin(hint) is typing.Literal else ()
    return f" (kind: {values[0]})" if values else ""


def _type(hint: Any) -> str:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint is type(None):
        return "nothing"
    if dataclasses.is_dataclass(hint):
        return "object"
    if origin in (typing.Union, types.UnionType):
        return " or ".join(dict.fromkeys(_type(argument) for argument in arguments))
    if origin is typing.Literal:
        return ", ".join(f"`{value}`" for value in arguments)
    if origin is typing.Annotated:
        return _type(arguments[0])
    if origin in (tuple, list, frozenset, set):
        inner = _type(next(argument for argument in arguments if argument is not Ellipsis))
        return f"list of {inner}s" if inner.isalpha() else f"list of {inner}"
    if origin is not None and issubclass_of_mapping(origin):
        return f"{_type(arguments[1])} by name"
    return {str: "text", int: "whole number", float: "number", bool: "yes or no"}.get(
        hint, getattr(hint, "__name__", str(hint))
    )


def _default(each: dataclasses.Field[Any]) -> str:
    if each.default is not dataclasses.MISSING:
        value = each.default
    elif each.default_factory is not dataclasses.MISSING:
        value = each.default_factory()
    else:
        return "required"
    if dataclasses.is_dataclass(value):
        return ""
    if value is None or value == ():
        return "none"
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    if isinstance(value, tuple | frozenset | list):
        return "`[" + ", ".join(str(part) for part in value) + "]`"
    if isinstance(value, float):
        return f"`{value:g}`" if value < 1e5 else f"`{value:.0f}`"
    if hasattr(value, "keys"):
        return f"`{', '.join(value)}`" if value else "none"
    return f"`{value}`" if value != "" else "empty"


def _first_sentence(hint: Any) -> str:
    for inner, _ in _objects(hint):
        return (inspect.getdoc(inner) or "").split("\n")[0].split(". ")[0].rstrip(".")
    return ""


def _words(text: str) -> str:
    return " ".join(text.split("\n\n")[0].split())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def filled(page: str, body: str) -> str:
    """`page` with what stands between the marks replaced."""
    before, mark, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not mark or not end:
        raise SystemExit("the marks are missing")
    return f"{before}{BEGIN}\n\n{body.strip()}\n\n{END}{after}"


PAGES = {"taxonomy.md": taxonomy, "configuration.md": settings}


def main(check: bool) -> int:
    """Write the pages, or say which are not as they should be."""
    stale = []
    for name, make in PAGES.items():
        path = DOCS / name
        now = path.read_text(encoding="utf-8")
        due = filled(now, make())
        if now != due:
            stale.append(name)
            if not check:
                path.write_text(due, encoding="utf-8")
    for name in stale:
        print(f"docs/{name} {'is stale: make docs' if check else 'written'}")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main("--check" in sys.argv))
