"""What can go wrong, and whether trying again can help.

MonitorError
├── ConfigError            the configuration cannot be used; names file, line and key
├── SourceError            a folder or feed did not give what it should
│   ├── Unreadable         this file or body can never be read as it is
│   └── Unreachable        the source did not answer; a later try may work
├── ArticleError           an item cannot be made into an article
├── ModelError             a file of learned weights is none
├── StoreError             the database refuses: locked, full, or of a newer schema
│   └── StoreLost          it is damaged, or no longer the file that was opened
└── DeliveryError          a channel did not take a message
"""

from __future__ import annotations


class MonitorError(Exception):
    """Anything the program expects may happen; the stream catches these, records them and goes on."""

    #: whether the same attempt may succeed later, unchanged
    again: bool = False


class ConfigError(MonitorError):
    """The configuration cannot be used. `where` is 'FILE:LINE' where that is known."""

    def __init__(self, message: str, *, where: str | None = None) -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.where = where


class SourceError(MonitorError):
    """A folder or feed did not give what it should. `source` is its configured name, `subject` the file or address."""

    def __init__(self, message: str, *, source: str, subject: str | None = None) -> None:
        super().__init__(message)
        self.source = source
        self.subject = subject


class Unreadable(SourceError):
    """This file or body can never be read as it is."""


class Unreachable(SourceError):
    """The source did not answer in time or in kind."""

    again = True


class ArticleError(MonitorError):
    """An item cannot be made into an article."""


class ModelError(MonitorError):
    """A file of learned weights is none, or of another form."""


class StoreError(MonitorError):
    """The database refuses. `again` says whether it may only be busy or full for now."""

    def __init__(self, message: str, *, again: bool = False) -> None:
        super().__init__(message)
        self.again = again


class StoreLost(StoreError):
    """The database is damaged, or no longer the file that was opened: nothing more can be kept in it."""


class DeliveryError(MonitorError):
    """A channel did not take a message. `again` says whether a later try may work."""

    def __init__(self, message: str, *, again: bool) -> None:
        super().__init__(message)
        self.again = again
