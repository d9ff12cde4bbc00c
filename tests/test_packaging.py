"""What is shipped: wheel, image, unit, make. No container engine and no systemd here, so the files are read."""

from __future__ import annotations

import configparser
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]


def test_the_wheel_holds_the_program_and_its_data(tmp_path: Path) -> None:
    """Whoever installs the wheel needs nothing of the repository: samples, templates and tables come along."""
    pytest.importorskip("hatchling", reason="the build backend is not installed")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=ROOT, check=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        entry_points = next(name for name in names if name.endswith("entry_points.txt"))
        scripts = archive.read(entry_points).decode()

    assert "monitor = monitor.cli:main" in scripts
    for path in (ROOT / "monitor").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert path.relative_to(ROOT).as_posix() in names


def test_every_locked_package_has_hashes() -> None:
    """An installation takes the very files that were tested, or fails."""
    for lock in sorted(ROOT.glob("requirements*.lock")):
        text = lock.read_text(encoding="utf-8")
        packages = re.split(r"\n(?=[A-Za-z0-9])", text.strip())
        assert packages
        assert all("==" in package and "--hash=sha256:" in package for package in packages), lock.name
        assert "--index-url" not in text
        assert "://" not in text


def test_the_lock_covers_every_dependency() -> None:
    """What pyproject.toml asks for is in the lock, so that nothing is resolved on the user's machine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = set(re.findall(r"^([A-Za-z0-9._-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.M))

    wanted = [re.split(r"[\s<>=!~;\[]", line, maxsplit=1)[0] for line in project["dependencies"]]

    assert {_folded(name) for name in wanted} <= {_folded(name) for name in locked}


def test_make_alone_lists_every_command() -> None:
    """The Makefile documents itself."""
    told = subprocess.run(["make"], cwd=ROOT, check=True, capture_output=True, text=True).stdout

    for command in ("run", "test", "check", "scores", "nightly", "lock", "gazetteer", "model", "bench"):
        assert re.search(rf"^  make {command} ", told, re.M), command


def test_measuring_the_models_writes_none_of_them() -> None:
    """`make model FOLDS=5` only tells how right the models are: every trainer it starts is told to hold parts back."""
    told = subprocess.run(["make", "-n", "model", "FOLDS=5"], cwd=ROOT, check=True, capture_output=True, text=True)
    trainers = [line for line in told.stdout.splitlines() if "scripts.train_" in line]

    assert trainers
    assert all("--folds" in line for line in trainers)


def test_ci_runs_the_same_line_as_a_person() -> None:
    """The build server calls `make test` and nothing of its own."""
    script = ROOT / ".ci" / "run"

    assert os.access(script, os.X_OK)
    assert script.read_text(encoding="utf-8").rstrip().endswith("exec make test")
    subprocess.run(["bash", "-n", str(script)], check=True)


def _folded(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name.lower())


# ---- the image -------------------------------------------------------------------------------------------------------


def _instructions() -> list[tuple[str, str]]:
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    text = re.sub(r"^#.*\n", "", text, flags=re.M).replace("\\\n", " ")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [(line.split(None, 1)[0], " ".join(line.split(None, 1)[1].split())) for line in lines]


def test_the_image_is_built_in_stages_from_one_pinned_base() -> None:
    """A full version tag can be given its digest; the build tools stay behind."""
    instructions = _instructions()
    bases = [rest for name, rest in instructions if name == "FROM"]
    (pinned,) = [rest for name, rest in instructions if name == "ARG" and rest.startswith("BASE=")]

    assert len(bases) == 2
    assert all(base.startswith("${BASE} AS ") for base in bases)
    assert re.fullmatch(r"BASE=python:3\.\d+\.\d+-slim-[a-z]+(@sha256:[0-9a-f]{64})?", pinned)
    assert any("--require-hashes" in rest for name, rest in instructions if name == "RUN")


def test_the_image_runs_as_nobody_in_particular_and_writes_in_one_place() -> None:
    """No root, one volume, a health check that is the program's own."""
    instructions = _instructions()
    final = instructions[max(n for n, (name, _) in enumerate(instructions) if name == "FROM") :]
    of = dict(final)

    assert of["USER"] == "10001:10001"
    assert of["VOLUME"] == '["/data"]'
    assert of["HEALTHCHECK"].endswith('CMD ["monitor", "health"]')
    assert of["ENTRYPOINT"] == '["monitor"]'
    assert of["STOPSIGNAL"] == "SIGTERM"
    assert not any(name == "ADD" for name, _ in instructions)


def test_every_file_the_image_copies_is_sent_to_the_builder() -> None:
    """The ignore file lets through what is copied and nothing else (no database, no secrets, no environment)."""
    ignore = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    allowed = {line[1:] for line in ignore if line.startswith("!")}
    copied = {
        word.removeprefix("./")
        for name, rest in _instructions()
        if name == "COPY" and "--from" not in rest
        for word in rest.split()[:-1]
    }

    assert ignore[0] == "*"
    assert copied == allowed
    assert all((ROOT / path).exists() for path in copied)


def test_compose_takes_away_every_right_the_program_does_not_need() -> None:
    """Read-only root, no capabilities, no new privileges, time to stop."""
    service = yaml.safe_load((ROOT / "deploy" / "compose.yaml").read_text(encoding="utf-8"))["services"]["monitor"]

    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in service["security_opt"]
    assert service["restart"] == "always"
    assert int(service["stop_grace_period"].rstrip("s")) > 20
    assert [mount for mount in service["volumes"] if not mount.endswith(":ro")] == ["data:/data"]


# ---- the unit --------------------------------------------------------------------------------------------------------


def _unit() -> configparser.ConfigParser:
    unit = configparser.ConfigParser(interpolation=None, strict=True)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read_string((ROOT / "deploy" / "escalation-monitor.service").read_text(encoding="utf-8"))
    return unit


def test_the_unit_never_gives_up() -> None:
    """A crash loop is slowed down, not ended: F78."""
    unit = _unit()

    assert unit["Unit"]["StartLimitIntervalSec"] == "0"
    assert unit["Service"]["Restart"] == "always"
    assert int(unit["Service"]["RestartMaxDelaySec"]) <= 300


def test_the_unit_waits_for_ready_and_watches_the_loops() -> None:
    """READY and WATCHDOG are the program's own word; a stop has more time than the 20 s the program takes."""
    service = _unit()["Service"]

    assert service["Type"] == "notify"
    assert int(service["WatchdogSec"]) <= 90
    assert int(service["TimeoutStopSec"]) > 20
    assert "-HUP" in service["ExecReload"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("NoNewPrivileges", "yes"),
        ("ProtectSystem", "strict"),
        ("ProtectHome", "yes"),
        ("PrivateTmp", "yes"),
        ("PrivateDevices", "yes"),
        ("CapabilityBoundingSet", ""),
        ("SystemCallFilter", "@system-service"),
        ("RestrictNamespaces", "yes"),
        ("DynamicUser", "yes"),
        ("UMask", "0077"),
    ],
)
def test_the_unit_is_hardened(key: str, value: str) -> None:
    """A parser that is taken over finds nothing to take over next."""
    assert _unit()["Service"][key] == value
