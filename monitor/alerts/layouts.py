"""The user's own layouts: read from their folder, and tried on a made-up message before anybody waits for one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from datetime import date as Day
from pathlib import Path

from monitor.alerts import compose, digest
from monitor.alerts.bundle import Entry, Parcel, Waiting
from monitor.alerts.press import LAYOUTS, Press
from monitor.alerts.wording import Voice
from monitor.errors import ConfigError
from monitor.types import Change, Count, Dispatch, Event, Grade, Incident, Modality, Mode, Notice, Place, Role, Verdict
from monitor.types import When as Date


def read(folder: str | None) -> Mapping[str, str]:
    """The layouts of a folder, by name; what is not there is ours. Raises ConfigError where one cannot be read."""
    own = {}
    for name in LAYOUTS if folder else ():
        path = Path(folder or "") / name
        try:
            if path.is_file():
                own[name] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ConfigError(f"cannot read the layout {path}: {type(error).__name__}") from error
    return own


def strangers(folder: str) -> tuple[str, ...]:
    """Files of the folder that no message is made from: a name mistyped."""
    known = {*LAYOUTS, *(f"{name}~" for name in LAYOUTS)}
    return tuple(sorted(path.name for path in Path(folder).iterdir() if path.is_file() and path.name not in known))


def tried(own: Mapping[str, str]) -> Mapping[str, str]:
    """What is at fault with these layouts, by name, found by making an alert and a digest with them."""
    press, voice = Press(own), Voice()
    compose.compose(
        Parcel(id="alert-sample", kind="alert", entries=(_ENTRY,), channels=()),
        recipient="sample",
        voice=voice,
        press=press,
        now=_AT,
    )
    basis = digest.Basis(
        recipient="sample",
        slot="sample",
        day=_AT.date(),
        since=None,
        until=_AT,
        decided=tuple(Waiting(dispatch=one, notice=_NOTICE) for one in _ENTRY.dispatches),
    )
    digest.compose(basis, voice=voice, press=press)
    return press.faults


_AT = datetime(2024, 5, 14, 6, tzinfo=UTC)
_EVENT = Event(
    id="sample#0",
    article_id="sample",
    type="missile_strike",
    modality=Modality.OCCURRED,
    role=Role.MAIN,
    outlet="Example News",
    url="https://news.example/1",
    title="Missiles hit a depot",
)
_INCIDENT = Incident(
    id="sample",
    version=2,
    type="missile_strike",
    family="strike",
    modality=Modality.OCCURRED,
    grade=Grade.REPORTED,
    headline="Missiles hit a depot in Kharkiv",
    when=Date(date=Day(2024, 5, 14)),
    place=Place(name="Kharkiv", as_written="Kharkiv", precision="town", country="UA", lat=49.99, lon=36.23),
    killed=Count(best=2),
    severity=8.5,
    events=(_EVENT,),
    independent=1,
)
_CHANGE = Change(field="killed", before=None, after="2", text="2 killed")
_NOTICE = Notice(
    id="sample.2.update", kind=Verdict.UPDATE, incident=_INCIDENT, changes=(_CHANGE,), at=_AT, context=("a sample",)
)
_ENTRY = Entry(
    notice=_NOTICE,
    dispatches=(
        Dispatch(
            id="sample.2.update>sample",
            notice_id=_NOTICE.id,
            incident_id="sample",
            recipient="sample",
            mode=Mode.NOW,
            code="severity",
            reason="a sample",
            at=_AT,
            due=_AT,
        ),
    ),
    changes=(_CHANGE,),
    kind=Verdict.UPDATE,
)
