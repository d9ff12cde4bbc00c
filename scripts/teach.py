"""The command line that the scripts which teach a model share."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from scripts.logit import encoded

_Example = TypeVar("_Example")


def command(
    description: str | None,
    examples: Callable[[], Iterable[_Example]],
    fitted: Callable[[Sequence[_Example]], Mapping[str, float] | bytes],
    weights: Path,
    folds: Callable[[Sequence[_Example], int], None] | None = None,
) -> None:
    """Writes what `fitted` makes of the examples to `weights`, or with --folds prints how right it is on files that
    taught nothing."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    if folds:
        parser.add_argument(
            "--folds",
            type=int,
            nargs="?",
            const=5,
            metavar="N",
            help="cross-validate in N parts, or file by file, instead of writing",
        )
    given = parser.parse_args()
    started = datetime.now(UTC)
    known = list(examples())
    if folds and given.folds:
        folds(known, given.folds)
        return
    found = fitted(known)
    weights.write_bytes(found if isinstance(found, bytes) else encoded(found))
    spent = (datetime.now(UTC) - started).total_seconds()
    print(f"{weights.name}: {len(known)} examples, {weights.stat().st_size:,} bytes, {spent:.0f} s")
