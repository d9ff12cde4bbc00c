"""What is wrong with a configuration, in words, with file, line and the nearest right key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from monitor.config import names
from monitor.config.options import schema
from monitor.config.tree import Key, Lines, dotted
from monitor.errors import ConfigError


def explained(error: ValidationError, lines: Lines, path: str) -> ConfigError:
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
            message = f"there is no setting {dotted(where)!r}"
            known = _known_keys(where[:-1])
            near = get_close_matches(str(where[-1]), known, n=1, cutoff=0.5)
            if near:
                message += f"; did you mean {dotted((*where[:-1], near[0]))!r}?"
            elif known:
                message += f"; here belong: {', '.join(known)}"
        elif each["type"] in ("missing", "missing_argument", "union_tag_not_found"):
            message = f"{dotted(where)} is missing"
        elif where:
            message = f"{dotted(where)}: {message[:1].lower()}{message[1:]}"
        told.append((lines.of(where) or 1, message))
    return refusal(told, path)


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
            hint = names.near(context["tag"], kinds) or f"; there are {', '.join(kinds)}"
            return f"there is no kind {context['tag']!r}{hint}"
        case "literal_error" if isinstance(given, str):
            return f"{given!r} is none of {context['expected']}"
    return fault["msg"].removeprefix("Value error, ")


def refusal(faults: Iterable[tuple[int, str]], path: str) -> ConfigError:
    """All of these (line, what is wrong), the first with its line in `where`."""
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
