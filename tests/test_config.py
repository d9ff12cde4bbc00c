"""F85: a configuration that cannot be used is refused with file, line and the nearest right key."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from monitor import config
from monitor.errors import ConfigError

GOOD = """\
folders:
  - path: inbox
feeds:
  - url: https://news.example/rss.xml
    name: example
store:
  path: monitor.db
log:
  level: info
"""

#: text, line that must be named, words that must be said
BAD: list[tuple[str, int, str]] = [
    ("folder:\n  - path: inbox\n", 1, "did you mean 'folders'"),
    ("feeds:\n  - url: https://a.example/\n    intervals: 5\n", 3, "interval_s"),
    ("feeds:\n  - url: https://a.example/\n  - url: https://b.example/\n    fulltext: true\n", 4, "feeds[2].full_text"),
    ("store:\n  file: x.db\n", 2, "store.file"),
    ("store:\n  pth: x.db\n", 2, "did you mean 'store.path'"),
    ("log:\n  Level: info\n", 2, "did you mean 'log.level'"),
    ("http:\n  perhost: 1\n", 2, "did you mean 'http.per_host'"),
    ("feeds:\n  - name: nowhere\n", 2, "url is missing"),
    ("folders:\n  - name: nowhere\n", 2, "path is missing"),
    ("folders: inbox\n", 1, "folders"),
    ("folders: {path: inbox}\n", 1, "folders"),
    ("feeds: 5\n", 1, "feeds"),
    ("feeds:\n  - https://a.example/\n", 2, "feeds[1]"),
    ("feeds:\n  - url: [1, 2]\n", 2, "feeds[1].url"),
    ("feeds:\n  - url: https://a.example/\n    interval_s: often\n", 3, "interval_s"),
    ("feeds:\n  - url: https://a.example/\n    name: no\n", 3, "feeds[1].name"),
    ("feeds:\n  - url: https://a.example/\n    tags: war\n", 3, "tags"),
    ("http:\n  max_bytes: 1.5\n", 2, "max_bytes"),
    ("http:\n  max_bytes: 10 MB\n", 2, "max_bytes"),
    ("log:\n  level: loud\n", 1, "level is debug, info, warning or error"),
    ("log:\n  format: xml\n", 1, "format is console or json"),
    ("log: info\n", 1, "log"),
    ("store: monitor.db\n", 1, "store"),
    ("store:\n  path: ''\n", 1, "empty"),
    ("store:\n\tpath: monitor.db\n", 2, "tab"),
    ("store:\n  path: [\n", 3, ""),
    ("store:\n  path: 'x\n", 2, ""),
    ("store:\n path: a\n  other: b\n", 3, ""),
    ("store: {path: a}}\n", 1, ""),
    ("- folders\n", 1, "key: value"),
    ("just words\n", 1, "key: value"),
    ("5\n", 1, "key: value"),
    ("store:\n  path: a\nstore:\n  path: b\n", 3, "given twice"),
    ("feeds:\n  - url: a\n    url: b\n", 3, "given twice"),
    ("1: 2\n", 1, "no name of a setting"),
    ("true: 2\n", 1, "no name of a setting"),
    ("? [a, b]\n: c\n", 1, ""),
    ("feeds:\n  - url: ${NOT_SET}\n", 2, "the environment has no NOT_SET"),
    ("feeds:\n  - url: https://a.example/\n    password: ${file:/nowhere/secret}\n", 3, "cannot read"),
    ("feeds:\n  - url: https://a.example/\n    password: open sesame\n", 3, "is a secret"),
    ("feeds:\n  - url: https://a.example/\n    token: abc\n", 3, "is a secret"),
    ("feeds:\n  - url: https://user:word@a.example/\n", 2, "credentials go into username"),
    ("channels:\n  chat:\n    kind: apprise\n    url: mailto://user:word@a.example\n", 4, "is a secret"),
    ("store: !!python/object/apply:os.system ['true']\n", 1, ""),
    ("store: !unknown x\n", 1, ""),
    ("a: &a [*a]\n", 1, ""),
    ("a: *nothing\n", 1, ""),
    ("".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9) if n else 'x'}]\n" for n in range(12)), 0, "too large"),
    ("store: null\n", 1, "store"),
    ("folders:\n  - null\n", 2, "folders[1]"),
    ("%YAML 9.9\n---\nstore: x\n", 1, ""),
    ("store:\n  path: a\n---\nstore:\n  path: b\n", 3, ""),
    ("x: " + "[" * 200 + "]" * 200 + "\n", 1, ""),
    ("x: \x00\n", 0, ""),
    ("recipients:\n  - name: a\n    channels: [chta]\nchannels:\n  chat: {kind: console}\n", 3, "did you mean 'chat'"),
    ("recipients:\n  - name: a\n    fallback: mial\n", 3, "fallback: there is no channel 'mial'"),
    (
        "rules:\n  - name: r\n    send: now\n    when: {types: [sabotag]}\n",
        4,
        "when.types[1]: there is no type 'sabotag'",
    ),
    ("rules:\n  - name: r\n    send: now\n    when: {families: [strikes]}\n", 4, "did you mean 'strike'"),
    ("rules:\n  - name: r\n    send: now\n    when: {areas: [gulf]}\n", 4, "there is no area 'gulf'"),
    ("rules:\n  - name: r\n    send: now\n    when: {assets: [office]}\n", 4, "there is no asset 'office'"),
    ("rules:\n  - name: r\n    send: now\n    when:\n      countries:\n      - Iraq\n      - Irak\n", 7, "mean 'Iraq'"),
    ("rules:\n  - name: r\n    send: now\n    when: {countries: [XX]}\n", 4, "a country is written IQ or Iraq"),
    ("areas:\n  - name: r\n    countries: [Ukrane]\n", 3, "there is no country 'Ukrane'"),
    ("assets:\n  - name: r\n    lat: 1\n    lon: 2\n    radius_by: {misile_strike: 5}\n", 5, "mean 'missile_strike'"),
    (
        "folders:\n  - path: in\n    region: Ukrane\n",
        3,
        "folders[1].region: there is no country 'Ukrane'; did you mean",
    ),
    ("feeds:\n  - url: https://a.example/\n    region: Ukrane\n", 3, "feeds[1].region"),
    ("feeds:\n  - url: https://a.example/\n  - url: https://a.example/\n", 3, "feeds[1] has the same address"),
    ("folders:\n  - path: in\n  - path: ./in/\n", 3, "folders[1] is the same folder"),
    (
        "areas:\n  - {name: a, countries: [IQ]}\n  - {name: a, countries: [IR]}\n",
        3,
        "areas[2].name: 'a' is given twice",
    ),
    ("rules:\n  - {name: r, send: never}\n", 2, "silences everything"),
    ("folders: var/inbox\n", 1, "folders: a list belongs here: [one, two]"),
    ("folders:\n", 1, "folders: a list belongs here"),
    ("folders:\n  - var/inbox\n", 2, "folders[1]: settings belong here"),
    (
        "channels:\n  mail:\n    host: h\n    kind: emial\n",
        4,
        "channels.mail.kind: there is no kind 'emial'; did you mean 'email'?",
    ),
    ("channels:\n  mail:\n    host: h\n", 2, "channels.mail.kind is missing"),
    ("recipients:\n  - name: a\n    digest: [07:00, 18:30]\n", 3, "a number, as any time from 10:00 on"),
    ("rules:\n  - name: r\n    send: later\n", 2, "send is now, digest or never"),
    ("feeds:\n  - url: ${HOME\n", 2, "feeds[1].url: a '${' without its '}'"),
    ("rules:\n  - name: r\n    send: now\n    when: {kinds: [neww]}\n", 4, "when.kinds[1]"),
    ("rules:\n  - name: r\n    send: now\n    when: {grades: [confrmed]}\n", 4, "when.grades[1]"),
    ("rules:\n  - name: r\n    send: now\n    when: {direction: upward}\n", 4, "when.direction"),
    ("rules:\n  - name: r\n    send: now\n    when: {severity: 99}\n", 4, "between 0 and 10"),
    (
        "rules:\n  - name: r\n    send: now\n    when: {severity: 8, below: 5}\n",
        4,
        "no severity is at least 8 and below 5",
    ),
    ("rules:\n  - name: r\n    send: now\n    when: {trust: 70}\n", 4, "trust lies between 0 and 1"),
    ("areas:\n  - name: a\n", 2, "says nowhere"),
    ("areas:\n  - name: a\n    lat: 10\n", 2, "a circle is lat, lon and radius_km"),
    ("areas:\n  - name: a\n    south: 31\n", 2, "a box is south, west, north and east"),
    ("areas:\n  - {name: a, south: 31, west: 47, north: 23, east: 58}\n", 2, "south (31) lies below north (23)"),
    ("areas:\n  - {name: a, lat: 100, lon: 47, radius_km: 5}\n", 2, "no place on earth lies at 100, 47"),
    ("areas:\n  - {name: a, lat: 10, lon: 47, radius_km: 0}\n", 2, "a radius is above 0"),
    ("assets:\n  - {name: a, lat: 100, lon: 47}\n", 2, "no place on earth lies at 100, 47"),
    ("assets:\n  - {name: a, lat: 10, lon: 47, radius_by: {strike: -1}}\n", 2, "a radius is above 0"),
    ("recipients:\n  - name: a\n    at_once: 42\n", 2, "at_once and wake_from are severities"),
    ("http: {ports: [99999]}\n", 1, "ports are numbers from 1 to 65535"),
    ("alerts: {page: not a url}\n", 1, "page is an address like https://"),
    (
        "channels:\n  mail: {kind: email, host: h, sender: notamail, to: [a@b.example]}\n",
        2,
        "'notamail' is not an e-mail address",
    ),
    (
        "channels:\n  mail: {kind: email, host: h, sender: a@b.example, to: [alsonot]}\n",
        2,
        "'alsonot' is not an e-mail address",
    ),
    ("channels:\n  mail: {kind: email, host: h, sender: a@b.example, to: []}\n", 2, "channels.mail: `to` names nobody"),
    (
        "channels:\n  mail: {kind: email, host: h, sender: a@b.example, to: [a@b.example], port: 0}\n",
        2,
        "port is 1 to 65535",
    ),
    ("channels:\n  files: {kind: file, folder: out, formats: [pdf]}\n", 2, "channels.files.formats[1]"),
]


def write(tmp_path: Path, text: str, mode: int = 0o644) -> Path:
    path = tmp_path / "config.yaml"
    path.write_bytes(text.encode("utf-8"))
    path.chmod(mode)
    return path


@pytest.mark.parametrize(("text", "line", "words"), BAD)
def test_a_bad_file_is_refused_with_its_line(tmp_path: Path, text: str, line: int, words: str) -> None:
    """Each names the line to mend, and says what is wrong or what was meant."""
    path = write(tmp_path, text)
    started = time.monotonic()

    with pytest.raises(ConfigError) as refused:
        config.load(path, environ={})

    assert time.monotonic() - started < 5
    assert str(refused.value).startswith(f"{path}:{line}: " if line else str(path))
    assert words in str(refused.value)


def test_what_is_no_text_or_too_long_or_missing_is_refused(tmp_path: Path) -> None:
    """10 MB, bytes that are no UTF-8, a folder, nothing at all: each with the file's name, at once."""
    path = write(tmp_path, "a: 1\n" * 2_000_000)
    with pytest.raises(ConfigError, match="too many"):
        config.load(path)
    path.write_bytes(b"store:\n  path: \xff\xfe\n")
    with pytest.raises(ConfigError, match="cannot be read"):
        config.load(path)
    with pytest.raises(ConfigError, match="no such file"):
        config.load(tmp_path / "none.yaml")
    with pytest.raises(ConfigError):
        config.load(tmp_path)


def test_a_good_file_is_taken_and_its_paths_count_from_where_it_lies(tmp_path: Path) -> None:
    """The daemon may be started from anywhere."""
    found = config.load(write(tmp_path, GOOD))

    assert found.folders[0].path == str(tmp_path / "inbox")
    assert found.store.path == str(tmp_path / "monitor.db")
    assert found.feeds[0].name == "example"


def test_an_empty_file_is_all_defaults(tmp_path: Path) -> None:
    """Nothing is required."""
    assert config.load(write(tmp_path, "# nothing\n")).feeds == ()


def test_a_recipient_alone_is_told_on_the_console(tmp_path: Path) -> None:
    """Where no channels are given, there is the one that recipients have by default."""
    found = config.load(write(tmp_path, "recipients:\n  - name: a\n"))

    assert found.recipients[0].channels == ("console",)
    assert [each.kind for each in found.channels.values()] == ["console"]


def test_secrets_come_from_the_environment_or_a_file_and_are_never_printed(tmp_path: Path) -> None:
    """`${NAME}` and `${file:PATH}`, also inside a longer text; the log scrubs each of them."""
    (tmp_path / "token").write_text("from-file\nsecond line\n", encoding="utf-8")
    text = (
        "feeds:\n  - url: https://a.example/\n    username: me\n    password: ${WORD}\n"
        "  - url: https://b.example/?price=$$5\n    token: ${file:token}\n"
        "channels:\n  chat:\n    kind: apprise\n    url: mailto://me:${WORD}@c.example\n"
    )

    found = config.load(write(tmp_path, text), environ={"WORD": "from-environment"})

    assert found.feeds[0].password == "from-environment"
    assert found.feeds[1].token == "from-file"
    assert found.feeds[1].url.endswith("$5")
    assert set(found.secrets) == {"from-environment", "from-file", "mailto://me:from-environment@c.example"}
    assert "from-file" not in repr(found)


@pytest.mark.skipif(os.geteuid() != 0 and not hasattr(os, "chmod"), reason="needs file modes")
def test_a_secret_written_out_is_taken_from_a_file_only_its_owner_can_read(tmp_path: Path) -> None:
    """T30: 0644 is refused, 0600 starts."""
    text = "feeds:\n  - url: https://a.example/\n    password: open sesame\n"

    with pytest.raises(ConfigError, match="chmod 600"):
        config.load(write(tmp_path, text, 0o644))
    assert config.load(write(tmp_path, text, 0o600)).feeds[0].password == "open sesame"


def test_rules_may_speak_of_types_of_ones_own(tmp_path: Path) -> None:
    """A type that the user's file adds is one like any other."""
    (tmp_path / "own.rules").write_text("type | piracy | Piracy | sea | 6 | up | ships held\n", encoding="utf-8")
    text = (
        "reading: {rules: own.rules}\nrules:\n  - {name: r, send: now, when: {types: [piracy]}}\n"
        "assets:\n  - {name: port, lat: 1, lon: 44, radius_by: {piracy: 300}}\n"
    )

    assert config.load(write(tmp_path, text)).rules[0].when.types == ("piracy",)


def test_a_country_may_be_given_by_any_of_its_names(tmp_path: Path) -> None:
    """Rules hold it against the code that places bear."""
    text = "rules:\n  - {name: r, send: now, when: {countries: [Iraq, iq, UK, Kosovo, Guernsey, 'Türkiye']}}\n"

    found = config.load(write(tmp_path, text)).rules[0].when.countries

    assert found == ("IQ", "IQ", "GB", "XK", "GG", "TR")


def test_a_rule_for_the_rest_may_silence_it(tmp_path: Path) -> None:
    """Below rules that tell, it says that nothing else is wanted."""
    text = "rules:\n  - {name: r, send: now, when: {countries: [IQ]}}\n  - {name: rest, send: never}\n"

    assert len(config.load(write(tmp_path, text)).rules) == 2


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "config.yaml:2: reading.rules: cannot read {file}: No such file or directory"),
        (b"phrase | sabotage | \xff\n", "config.yaml:2: reading.rules: {file} is no text in UTF-8"),
        (
            b"# mine\nphrase | dron_strike | x\n",
            "{file}:2: there is no type 'dron_strike'; did you mean 'drone_strike'?",
        ),
        (b"pattern | sabotage | (open\nquiet | sport\n", "{file}:2: a rule of kind 'quiet' has 2 fields after it"),
        (b"\n\nsite | Camp | base | ZZ | 33 | 44 | camp\n", "{file}:3: not 'kind, country, lat, lon, names'"),
    ],
)
def test_rules_of_ones_own_that_cannot_be_used_are_refused(tmp_path: Path, content: bytes | None, said: str) -> None:
    """Before a start, which would refuse them too: the file of rules with its line, or the setting that names it."""
    rules = tmp_path / "own.rules"
    if content is not None:
        rules.write_bytes(content)
    path = write(tmp_path, "log: {level: info}\nreading: {rules: own.rules}\n")

    with pytest.raises(ConfigError) as refused:
        config.load(path)

    assert said.format(file=rules) in str(refused.value)


def test_a_file_of_places_that_cannot_be_used_is_refused(tmp_path: Path) -> None:
    """With its line."""
    (tmp_path / "mine.tsv").write_text("# mine\nbase IQ 33.1\n", encoding="utf-8")

    with pytest.raises(ConfigError, match=r"mine\.tsv:2: not 'kind"):
        config.load(write(tmp_path, "reading: {places: [mine.tsv]}\n"))


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    """Three faults, three lines, in the order of the file."""
    path = write(tmp_path, "log:\n  levle: info\nstore:\n  pth: x\nfeeds:\n  - name: x\n")

    with pytest.raises(ConfigError) as refused:
        config.load(path)

    assert [line.split(":")[1] for line in str(refused.value).splitlines()] == ["2", "4", "6"]


def test_the_schema_is_json_and_knows_every_section() -> None:
    """Editors complete from it, and mark unknown keys."""
    found = json.loads(json.dumps(config.schema()))

    assert {"folders", "feeds", "http", "store", "log"} <= set(found["properties"])
    assert found["additionalProperties"] is False
    assert all(part.get("additionalProperties") is False for part in found["$defs"].values() if "properties" in part)
