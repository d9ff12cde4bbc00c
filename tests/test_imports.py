"""The import rule of pyproject.toml: imports point down, stages are strangers, the middle is pure; a quick start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_imports_point_down_and_stages_are_strangers() -> None:
    """The contracts under [tool.importlinter], checked by import-linter itself."""
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=100,
    )

    assert found.returncode == 0, found.stdout + found.stderr


def test_help_needs_nothing_heavy() -> None:
    """`monitor --help` must be there at once: what is heavy is imported inside the commands."""
    heavy = (
        "sqlite_utils",
        "pydantic",
        "httpx2",
        "feedparser",
        "trafilatura",
        "apprise",
        "jinja2",
        "starlette",
        "rich.table",
    )
    script = (
        "import sys; from monitor.cli import main; main(['--help'])\n"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    found = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=60)

    assert "replay" in found.stdout
    assert found.stderr.strip() == "[]"


def test_the_module_is_the_same_as_the_command() -> None:
    """`python -m monitor` does what `monitor` does."""
    found = subprocess.run(
        [sys.executable, "-m", "monitor", "--version"], cwd=ROOT, capture_output=True, text=True, timeout=60
    )

    assert found.returncode == 0
    assert found.stdout.startswith("monitor ")
