"""Messages as files in a folder: one file each, named by time and id, so that a second copy replaces the first."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from monitor.alerts.channels import Answer, Outcome
from monitor.alerts.picture import with_pictures
from monitor.types import Delivery, Message

Form = Literal["text", "markdown", "html", "json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOptions:
    """Alerts and digests as files."""

    folder: str
    kind: Literal["file"] = "file"
    formats: tuple[Form, ...] = ("text",)  #: of alerts
    digest_formats: tuple[Form, ...] = ("text", "markdown", "html")


_ENDINGS = {"text": "txt", "markdown": "md", "html": "html", "json": "json"}


class Files:
    """Writes whole files or none: under a temporary name first, then renamed."""

    local = True

    def __init__(self, options: FileOptions, name: str = "file") -> None:
        self.options = options
        self.name = name

    def deliver(self, delivery: Delivery) -> Answer:
        """Write the message in every configured form; the answer's detail is the path of the last."""
        message = delivery.message
        digest = message.kind == "digest"
        formats = self.options.digest_formats if digest else self.options.formats
        folder = Path(self.options.folder).expanduser() / ("digests" if digest else "alerts")
        written = folder
        try:
            for form in formats or ("text",):
                written = folder / f"{_stem(message)}.{_ENDINGS.get(form, 'txt')}"
                _write_whole(written, _content(message, form))
        except OSError as error:
            return Answer(outcome=Outcome.AGAIN, detail=f"cannot write {written}: {error.strerror or error}")
        return Answer(outcome=Outcome.DONE, detail=str(written.absolute()))


def _stem(message: Message) -> str:
    # names come from our ids and clock alone; a title never reaches the file system
    when = f"{message.created:%Y-%m-%d-%H%M%S}" if message.created else "undated"
    return re.sub(r"[^A-Za-z0-9._-]+", "-", f"{when}-{message.id}")[:120]


def _content(message: Message, form: str) -> str:
    if form == "json":
        return message.data
    if form == "markdown":
        return message.markdown or message.text
    if form == "html" and message.html:
        return with_pictures(message.html, message.pictures)
    return message.text


def _write_whole(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with open(temporary, "w", encoding="utf-8", errors="replace", newline="\n") as handle:
        handle.write(text if text.endswith("\n") else text + "\n")
        handle.flush()
        os.fsync(handle.fileno())
    os.replace(temporary, path)
