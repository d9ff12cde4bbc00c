"""The file as a tree of plain values, the line of each key kept, with `${...}` filled in."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from monitor.errors import ConfigError

#: a longer file is no configuration
MAX_BYTES = 1_000_000
MAX_NODES = 100_000
_REFERENCE = re.compile(r"\$(?:\$|\{([^}]*)(\}?))")
#: a path in the tree is made of these
Key = str | int


def text_of(where: str) -> str:
    """The text of the file. Raises ConfigError where there is none, or too much of it."""
    try:
        size = os.stat(where).st_size
        if size > MAX_BYTES:
            raise ConfigError(f"{size:,} bytes are too many for a configuration", where=where)
        return Path(where).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise ConfigError("there is no such file; `make run` and the guide show one that works", where=where) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"cannot be read: {error}", where=where) from error


class Lines(dict[tuple[Key, ...], int]):
    """Line of each key and item, by its path."""

    def of(self, where: tuple[Key, ...]) -> int | None:
        """The line of what lies at this path, or of the nearest above it."""
        while where and where not in self:
            where = where[:-1]
        return self.get(where)


def read(text: str, path: str) -> tuple[Any, Lines]:
    """The mapping that a text is, with the line of each key. Raises ConfigError with file and line."""
    lines = Lines()
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
    loader: yaml.SafeLoader, node: yaml.Node, where: tuple[Key, ...], lines: Lines, path: str, *, depth: int
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


def literals(tree: Any) -> frozenset[str]:
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


def fill(tree: Any, where: tuple[Key, ...], lines: Lines, path: str, environ: Mapping[str, str]) -> Any:
    """The tree with its references filled in, from the environment and from files. Raises ConfigError."""
    if isinstance(tree, dict):
        return {key: fill(value, (*where, key), lines, path, environ) for key, value in tree.items()}
    if isinstance(tree, list):
        return [fill(value, (*where, n), lines, path, environ) for n, value in enumerate(tree)]
    if not isinstance(tree, str) or "$" not in tree:
        return tree

    def value_of(found: re.Match[str]) -> str:
        name = found.group(1)
        if name is None:
            return "$"
        at = f"{path}:{lines.of(where)}"
        if not found.group(2):
            raise ConfigError(f"{dotted(where)}: a '${{' without its '}}'; a dollar sign is written $$", where=at)
        if name.startswith("file:"):
            secret = Path(path).absolute().parent / name.removeprefix("file:")
            try:
                return secret.read_text(encoding="utf-8").partition("\n")[0].strip()
            except (OSError, UnicodeDecodeError) as error:
                raise ConfigError(
                    f"{dotted(where)}: cannot read {secret}: {error.__class__.__name__}", where=at
                ) from None
        if name not in environ:
            raise ConfigError(f"{dotted(where)}: the environment has no {name}", where=at)
        return environ[name]

    return _REFERENCE.sub(value_of, tree)


def dotted(where: tuple[Key, ...]) -> str:
    """('feeds', 2, 'url') as 'feeds[3].url': items counted as people count."""
    text = ""
    for key in where:
        text += f"[{key + 1}]" if isinstance(key, int) else f".{key}" if text else key
    return text


def as_text(tree: Mapping[str, Any]) -> str:
    """The YAML of a tree."""
    text: str = yaml.safe_dump(tree)
    return text
