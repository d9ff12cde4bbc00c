"""What the program says of itself: structlog on standard error, one line a record, secrets left out, never a reason to
stop. What texts from outside hold steers no terminal and forges no second record."""

from __future__ import annotations

import contextlib
import logging
import re
import select
import sys
import threading
from collections.abc import Sequence
from typing import Any

import structlog
from structlog.types import EventDict, Processor, WrappedLogger

from monitor.config import LogOptions

#: how long a reader of standard error that is behind is waited for, before lines are lost
PATIENCE_S = 1.0
#: characters; so many bytes in any writing are what a pipe takes at once where it takes any
_PIECE = select.PIPE_BUF // 4
_HIDDEN = "***"
#: what moves a cursor, colours, turns the direction of writing, or is no character
_STEERS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
#: whatever some reader takes for the end of a line
_BREAKS = re.compile("[\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]+")
#: without the values of variables: they are long, and may be secret
_TRACEBACK = structlog.processors.ExceptionRenderer(structlog.tracebacks.ExceptionDictTransformer(show_locals=False))


def configure(options: LogOptions | None = None, secrets: Sequence[str] = ()) -> None:
    """Sets up every log of the process, also those of libraries. Safe to call again, as at a reload."""
    options = options or LogOptions()
    as_json = options.format == "json"
    processors: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso" if as_json else "%H:%M:%S", utc=as_json),
        _TRACEBACK if as_json else structlog.processors.format_exc_info,
        _Harmless(secrets),
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=_is_terminal(), pad_event_to=0),
    ]
    structlog.configure(
        processors=processors,
        wrapper_class=structlog.make_filtering_bound_logger(options.level),
        logger_factory=lambda *names: _Stream(),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    root.handlers = [_Bridge()]
    root.setLevel(logging.WARNING)


class _Stream:
    """Writes lines to standard error. A full disk, a closed pipe or one that nobody reads loses lines, nothing more."""

    def msg(self, message: str) -> None:
        lost = 0
        with contextlib.suppress(OSError, ValueError):
            lost = _OUTLET.write(message)
        if lost:
            structlog.get_logger("monitor.logs").warning("lines of this log were lost: nobody read them", lines=lost)

    debug = info = warning = error = critical = exception = fatal = failure = log = warn = msg


class _Outlet:
    """Standard error for every thread. A pipe that nobody reads is waited for once, and not again while it is full."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._lost = 0
        self._torn = False

    def write(self, line: str) -> int:
        """How many lines before this one were lost; 0 where this one is too."""
        with self._lock:
            text = ("\n" if self._torn else "") + line + "\n"
            for begin in range(0, len(text), _PIECE):
                if not _room(0.0 if self._lost else PATIENCE_S):
                    self._lost += 1
                    self._torn = self._torn or begin > 0
                    return 0
                sys.stderr.write(text[begin : begin + _PIECE])
                sys.stderr.flush()
            lost, self._lost, self._torn = self._lost, 0, False
            return lost


_OUTLET = _Outlet()


def _room(wait_s: float) -> bool:
    """Whether a piece can be written without waiting for a reader, now or within this time."""
    try:
        number = sys.stderr.fileno()
    except (OSError, ValueError):  # no file of the system's
        return True
    poll = select.poll()
    poll.register(number, select.POLLOUT)
    return bool(poll.poll(wait_s * 1000))


class _Bridge(logging.Handler):
    """Hands on what libraries log, as our own kind of line."""

    def emit(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(Exception):
            told = structlog.get_logger(record.name)
            text = record.getMessage()
            told.log(record.levelno, text, library=record.name, exc_info=record.exc_info or None)


class _Harmless:
    """Takes secret values and what steers a terminal out of every string of an event, however deep."""

    def __init__(self, secrets: Sequence[str]) -> None:
        # a secret of three letters would blot out half the log
        self._secrets = tuple(secret for secret in secrets if len(secret) >= 4)

    def __call__(self, logger: WrappedLogger, method: str, event: EventDict) -> EventDict:
        return {key: self._clean(value, lines=key == "exception") for key, value in event.items()}

    def _clean(self, value: Any, *, lines: bool = False) -> Any:
        if isinstance(value, str):
            for secret in self._secrets:
                value = value.replace(secret, _HIDDEN)
            if not lines:  # only a traceback, for people, has several
                value = _BREAKS.sub(" ", value)
            return _STEERS.sub("", value)
        if isinstance(value, dict):
            return {key: self._clean(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [self._clean(inner) for inner in value]
        return value if isinstance(value, int | float | None) else self._clean(str(value))


def _is_terminal() -> bool:
    try:
        return sys.stderr.isatty()
    except (OSError, ValueError):
        return False
