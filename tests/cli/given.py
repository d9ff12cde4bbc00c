"""What the commands are given, and how what they print is read."""

from __future__ import annotations

import json

#: a folder, a database and a channel that writes files
SETTINGS = """\
folders:
  - path: inbox
    rest_s: 0.1
store:
  path: monitor.db
channels:
  record:
    kind: file
    folder: told
recipients:
  - name: desk
    channels: [record]
    at_once: 1
log:
  level: error
"""

#: a recipient who is told through files
TOLD = """\
channels:
  files: {kind: file, folder: out}
recipients:
  - {name: desk, channels: [files], at_once: 6, digest: []}
"""

#: what a mail begins with
MAIL = "Message-ID: <1@a.example>\nFrom: A <a@a.example>\nSubject: Strike\nDate: Wed, 1 May 2024 12:00:00 +0000\n\n"

#: a title that steers a terminal
HOSTILE = "\x1b]0;owned\x07\x1b[31mAn airstrike\x1b[0m \u202egnp.exe\u202c\x9b2J [bold]in[/bold] the city"


def lines(text: str) -> list[dict[str, object]]:
    """One JSON object a line."""
    return [json.loads(line) for line in text.splitlines()]
