"""Docs that cannot drift: what they show is what the program is."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from monitor import config
from monitor.samples import names
from monitor.taxonomy import TYPES
from scripts import docs

ROOT = Path(__file__).resolve().parents[1]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


@pytest.mark.parametrize("name", sorted(docs.PAGES))
def test_a_page_that_is_written_from_the_code_is_up_to_date(name: str) -> None:
    """`make docs` would change nothing."""
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")

    assert page == docs.filled(page, docs.PAGES[name]()), "run `make docs`"


def test_every_setting_has_a_meaning() -> None:
    """A key without a word of what it does helps nobody."""
    silent = re.findall(r"^\| `(\w+)` \|.*\|\s*(?:\(secret\))?\s*\|$", docs.settings(), re.M)

    assert silent == []


def test_every_setting_of_the_schema_is_documented() -> None:
    """The schema is what the program accepts; the page must know all of it."""
    told = set(re.findall(r"^\| `(\w+)` \|", docs.settings(), re.M))
    schema = config.schema()
    accepted = {name for part in [schema, *schema["$defs"].values()] for name in part.get("properties", {})}

    assert accepted <= told


def test_every_type_is_in_the_table() -> None:
    """A type nobody can look up is a type nobody can ask for."""
    page = (ROOT / "docs" / "taxonomy.md").read_text(encoding="utf-8")

    assert all(f"| `{name}` |" in page for name in TYPES)


def test_the_shipped_configuration_can_be_used() -> None:
    """`make run` begins with it: an inbox, a dozen feeds, alerts to terminal and files."""
    shipped = config.load(ROOT / "config.yaml", environ={})

    assert [Path(each.path).name for each in shipped.folders] == ["inbox"]
    assert len(shipped.feeds) >= 12
    assert len({each.url for each in shipped.feeds}) == len(shipped.feeds)
    assert {each.kind for each in shipped.channels.values()} == {"console", "file"}
    assert all(each.digest for each in shipped.recipients)


def test_what_is_commented_out_in_the_configuration_is_right_too(tmp_path: Path) -> None:
    """People take the comment sign away and expect it to work."""
    lines = (ROOT / "config.yaml").read_text(encoding="utf-8").splitlines()
    # a setting is commented out with '# key:' or '# - item'; prose begins with a capital letter or is beside a value
    opened = [re.sub(r"^(\s*)# (?=\s*(?:- \{|- \w+:|\w+:(?:\s|$)))", r"\1", line) for line in lines]
    path = tmp_path / "config.yaml"
    path.write_text("\n".join(opened), encoding="utf-8")
    path.chmod(0o600)

    found = config.load(
        path,
        environ={"SMTP_PASSWORD": "x", "CHAT_URL": "json://localhost", "HOOK_URL": "http://h/", "HOOK_SECRET": "y"},
    )

    assert {each.kind for each in found.channels.values()} == {"console", "file", "email", "apprise", "webhook"}
    assert found.rules
    assert found.assets


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """Also those to files of the tree, named in backticks with a folder."""
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), target
    for path in re.findall(r"`((?:monitor|docs|deploy|tests|scripts)/[\w./-]+\.\w+)`", text):
        assert (ROOT / path).exists(), path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_that_pages_name_exist(page: Path) -> None:
    """`monitor X` and `make X` in backticks or code blocks are commands of the program and of the Makefile."""
    import typer

    from monitor.cli.app import GROUPS, app

    for group in GROUPS:
        import_module(f"monitor.cli.{group}")
    program = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    makefile = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    text = page.read_text(encoding="utf-8")
    code = "\n".join([*re.findall(r"`([^`\n]+)`", text), *re.findall(r"```[a-z]*\n(.*?)```", text, re.S)])

    for command in re.findall(r"^(?:\$ )?(?:\.venv/bin/)?monitor ([a-z]+)", code, re.M):
        assert command in program, command
    for command in re.findall(r"^(?:\$ )?make ([a-z]+)", code, re.M):
        assert command in makefile, command


def test_pages_speak_of_the_product_alone() -> None:
    """No path of a developer's machine, and no address of a package registry."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"\.\./shared|/work/|/root/|/home/\w|pypi\.org|files\.pythonhosted", text), page.name


def test_there_are_samples_of_every_kind() -> None:
    """The first start shows every kind of file that people drop."""
    kinds = {Path(name).suffix for name in names()}

    assert kinds == {".txt", ".md", ".html", ".json", ".eml"}
    assert 12 <= len(names()) <= 20
