"""A configuration with a folder, a database and a channel that writes files; and a mail for the folder."""

from __future__ import annotations

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

#: what a mail begins with
MAIL = "Message-ID: <1@a.example>\nFrom: A <a@a.example>\nSubject: Strike\nDate: Wed, 1 May 2024 12:00:00 +0000\n\n"
