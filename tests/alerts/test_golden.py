"""Ten situations and a busy day, as they read in each form. A wanted change: MONITOR_GOLDEN=write, then read it."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from tests.alerts.situations import SITUATIONS

GOLDEN = Path(__file__).parent / "golden"


def _body(html: str) -> str:
    """The page without its style sheet, one tag a line, so that a diff can be read."""
    bare = re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL)
    bare = re.sub(r' style="[^"]*"', "", bare)
    return re.sub(r"\n\s*\n+", "\n", re.sub(r">\s*<", ">\n<", bare)).strip() + "\n"


@pytest.mark.parametrize("name", SITUATIONS)
def test_each_situation_reads_as_it_was_reviewed(name: str) -> None:
    """What a reader sees changes only on purpose."""
    message = SITUATIONS[name]()
    forms = {"txt": message.text, "md": message.markdown, "html": _body(message.html), "minimal.txt": message.minimal}

    for ending, text in forms.items():
        path = GOLDEN / f"{name}.{ending}"
        if os.environ.get("MONITOR_GOLDEN") == "write":
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text
