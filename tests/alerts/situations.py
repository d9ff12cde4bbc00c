"""Ten situations a reader meets, as values: what the golden messages, the channels and the pictures are tested with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from datetime import date as Day

from monitor.alerts import digest
from monitor.alerts.bundle import Entry, Parcel, Waiting, gravity, merge
from monitor.alerts.compose import compose
from monitor.alerts.policy import Policy, Recipient, decide
from monitor.alerts.press import Press
from monitor.alerts.wording import Voice
from monitor.taxonomy import type_of
from monitor.types import (
    Change,
    Count,
    Coverage,
    Dispatch,
    Event,
    Grade,
    Incident,
    Message,
    Modality,
    Mode,
    Mute,
    Notice,
    Party,
    Place,
    Role,
    Verdict,
    When,
)

NOW = datetime(2024, 5, 14, 6, 30, tzinfo=UTC)
DESK = Recipient(name="desk", zone="Europe/Kyiv")
VOICE = Voice(zone="Europe/Kyiv")
PRESS = Press()

KYIV = Place(name="Kyiv", as_written="Kiev", precision="town", country="UA", lat=50.45, lon=30.52, region="Kyiv")
KHARKIV = Place(
    name="Kharkiv", as_written="Kharkov", precision="town", country="UA", lat=49.99, lon=36.23, region="Kharkiv oblast"
)
ERBIL = Place(
    name="Erbil Air Base", as_written="Erbil base", precision="site", country="IQ", lat=36.24, lon=43.95,
    region="Erbil",
)  # fmt: skip
RED_SEA = Place(name="Red Sea", as_written="the Red Sea", precision="sea", country=None, lat=15.0, lon=41.5)
KHARTOUM = Place(
    name="Khartoum", as_written="Khartoum", precision="town", country="SD", lat=15.5, lon=32.56, region="Khartoum"
)
RUSSIA = Party(name="Russia", kind="state", country="RU")
UKRAINE = Party(name="Ukraine", kind="state", country="UA")


def event(n: int = 0, *, outlet: str = "Example News", **more: object) -> Event:
    """One report."""
    host = outlet.lower().replace(" ", "")
    fields: dict[str, object] = {
        "id": f"a{n}#0",
        "article_id": f"a{n}",
        "type": "missile_strike",
        "modality": Modality.OCCURRED,
        "role": Role.MAIN,
        "outlet": outlet,
        "publisher": outlet,
        "source": host,
        "url": f"https://{host}.example/world/{n}",
        "published": NOW - timedelta(minutes=20),
        "trust": 0.7,
    }
    return Event(**(fields | more))  # type: ignore[arg-type]


def incident(
    ident: str = "240514-kharkiv-1",
    *,
    type_: str = "missile_strike",
    headline: str = "Missiles hit an apartment block in Kharkiv, 3 killed",
    place: Place | None = KHARKIV,
    severity: float = 8.5,
    **more: object,
) -> Incident:
    """One incident; what is not given is ordinary."""
    fields: dict[str, object] = {
        "id": ident,
        "version": 1,
        "type": type_,
        "family": type_of(type_).family,
        "modality": Modality.OCCURRED,
        "grade": Grade.REPORTED,
        "headline": headline,
        "when": When(date=Day(2024, 5, 14), precision="night", date_to=None),
        "place": place,
        "severity": severity,
        "events": (event(1), event(2, outlet="Second Herald")),
        "independent": 2,
        "first_report": NOW - timedelta(minutes=12),
    }
    return Incident(**(fields | more))  # type: ignore[arg-type]


def notice(
    one: Incident, kind: Verdict = Verdict.NEW, changes: tuple[Change, ...] = (), context: tuple[str, ...] = ()
) -> Notice:
    """What there is to tell about an incident."""
    return Notice(
        id=f"{one.id}.{one.version}.{kind.value}", kind=kind, incident=one, changes=changes, at=NOW, context=context
    )


def waiting(told: Notice, recipient: Recipient = DESK, *, at: datetime = NOW) -> Waiting:
    """The notice as the recipient's policy decides on it."""
    (dispatch,) = decide(told, Policy(recipients=(recipient,)), now=at)
    return Waiting(dispatch=dispatch, notice=told)


def parcel(kind: str, *told: Waiting, group: str = "", late: bool = False) -> Parcel:
    """A parcel of these, gravest first."""
    entries: tuple[Entry, ...] = tuple(sorted(merge(told), key=gravity))
    return Parcel(id=f"{kind}-0123456789abcdef", kind=kind, entries=entries, channels=(), group=group, late=late)


def alert(told: Waiting) -> Message:
    """One alert."""
    return compose(parcel("alert", told), recipient="desk", voice=VOICE, press=PRESS, now=NOW)


STRIKE = incident(
    killed=Count(low=2, best=3, high=4),
    wounded=Count(best=15, vague=True, said_by="the mayor"),
    actors=(RUSSIA,),
    targets=(UKRAINE,),
)


#: told the day before
BRIDGE = incident(
    "240513-bridge",
    type_="airstrike",
    headline="Air strike brings down the road bridge at Kupiansk",
    place=replace(KHARKIV, name="Kupiansk", as_written="Kupiansk", lat=49.71, lon=37.61),
    severity=7.5,
    when=When(date=Day(2024, 5, 13)),
    events=tuple(event(n, outlet=f"{name} Herald") for n, name in enumerate(("First", "Second", "Third", "Fourth"), 1)),
    independent=4,
    first_report=NOW - timedelta(hours=20),
)


def first_report() -> Message:
    """A first report, with what happened there before."""
    return alert(waiting(notice(STRIKE, context=("Third strike at Kharkiv in 14 days; before: 3 May, 9 May",))))


def update_of_toll() -> Message:
    """The toll rises and an authority confirms."""
    later = replace(
        STRIKE,
        version=3,
        killed=Count(low=5, best=6, high=7),
        severity=9.0,
        grade=Grade.CONFIRMED,
        independent=3,
        events=(*STRIKE.events, event(3, outlet="Third Post", official=True)),
    )
    changes = (
        Change(field="killed", before="3", after="6", text="killed 3 -> 6"),
        Change(field="severity", before="8.5", after="9.0", text="severity 8.5 -> 9.0"),
        Change(field="grade", before="reported", after="confirmed", text="confirmed by the mayor"),
    )
    return alert(waiting(notice(later, Verdict.UPDATE, changes)))


def claim() -> Message:
    """An armed group claims an attack that the other side denies."""
    one = incident(
        "240514-erbil-1",
        type_="drone_strike",
        headline="Armed group says its drones hit Erbil Air Base",
        place=ERBIL,
        severity=6.5,
        modality=Modality.CLAIMED,
        grade=Grade.DISPUTED,
        claimed_by=Party(name="Islamic Resistance in Iraq", kind="group"),
        denied_by=Party(name="Peshmerga ministry", kind="forces"),
        actors=(Party(name="Islamic Resistance in Iraq", kind="group"),),
        launched=Count(best=2),
        intercepted=Count(best=2),
        impacted=Count(best=0),
    )
    return alert(waiting(notice(one)))


def retraction() -> Message:
    """What was told before is taken back."""
    gone = replace(STRIKE, version=4, state="retracted", grade=Grade.DENIED)
    changes = (Change(field="state", before="open", after="retracted", text="Second Herald withdrew its report"),)
    told = waiting(notice(gone, Verdict.RETRACTION, changes))
    return alert(told)


def burst() -> Message:
    """Many of one kind in one region, told together."""
    told = []
    for n in range(12):
        at = NOW - timedelta(minutes=14) + timedelta(seconds=70 * n)
        one = incident(
            f"240514-kyiv-{n}",
            type_="drone_strike",
            headline=f"Drone strike on district {n + 1} of Kyiv",
            place=replace(KYIV, name=f"District {n + 1}", region="Kyiv oblast"),
            severity=7.0 + n % 3 * 0.5,
            killed=Count(best=2) if n == 5 else None,
        )
        told.append(waiting(replace(notice(one), at=at), at=at))
    return compose(
        parcel("burst", *told, group="strike, Kyiv oblast"), recipient="desk", voice=VOICE, press=PRESS, now=NOW
    )


def quiet_day() -> Message:
    """Nothing happened, and how much of the world was looked at."""
    return digest.compose(
        digest.Basis(
            recipient="desk",
            slot="2024-05-14 07:00",
            day=Day(2024, 5, 14),
            since=NOW - timedelta(days=1),
            until=NOW,
            decided=(),
            coverage=Coverage(
                feeds=12,
                healthy=11,
                failing=("Example Wire: 403 for 6 h",),
                read=412,
                irrelevant=398,
                attached=14,
                longest_gap_h=2.5,
            ),
        ),
        voice=VOICE,
        press=PRESS,
    )


def catch_up() -> Message:
    """After quiet hours: all that was held, gravest first, each marked late."""
    quiet = replace(DESK, quiet_hours=("22:00-09:00",))
    told = []
    for n, (kind, text, place, severity) in enumerate(
        (
            ("missile_strike", "Missiles hit Kharkiv, 3 killed", KHARKIV, 8.5),
            ("maritime_incident", "Tanker hit by a drone boat in the Red Sea", RED_SEA, 7.0),
            ("armed_clash", "Fighting resumes in Khartoum", KHARTOUM, 6.5),
        )
    ):
        at = NOW - timedelta(hours=5 - n)
        one = incident(f"240514-held-{n}", type_=kind, headline=text, place=place, severity=severity)
        told.append(waiting(replace(notice(one), at=at), quiet, at=at))
    return compose(parcel("catch_up", *told, late=True), recipient="desk", voice=VOICE, press=PRESS, now=NOW)


def long_unicode() -> Message:
    """A headline far too long, with marks stacked on letters, emoji and unusual spaces."""
    text = "Удар по Харькову 🚀 " + "с̸͖̈́̑̽͝͝и̷̛л̶ь̸н̵ы̴й " * 20 + "très\u00a0long\u2003headline " * 40
    return alert(waiting(notice(replace(STRIKE, headline=text))))


def right_to_left() -> Message:
    """A headline in Arabic with a direction mark that would turn the rest of the line round."""
    text = "\u202eغارة جوية\u202c على مدينة خاركيف تقتل 3 أشخاص"
    return alert(waiting(notice(replace(STRIKE, headline=text))))


def hostile_markup() -> Message:
    """A title that tries to be markup, a mention, a link, a header and a terminal command at once."""
    text = (
        "<script>alert(1)</script><img src=x onerror=alert(2)> &lt;b&gt; @everyone <!channel> <@U123> "
        "[click](https://evil.example) **bold** `code` {{ 7*7 }} \x1b[31mred\r\nBcc: all@example.org\x00\ud800"
    )
    bad = replace(
        STRIKE,
        headline=text,
        place=replace(KHARKIV, name='Kharkiv"><svg onload=alert(3)>', region="@here oblast"),
        actors=(Party(name="</td></tr><h1>Actor"),),
        events=(
            event(1, outlet="<b>Outlet</b>", url="javascript:alert(1)"),
            event(2, outlet="Other", url='https://ok.example/"onmouseover="alert(1)'),
            event(3, outlet="Third", url="https://user:pw@third.example/x"),
            event(4, outlet="Fourth", url="https://fourth.example/x"),
        ),
    )
    return alert(waiting(notice(bad, context=("# heading\n- list <!here>",))))


@dataclass(frozen=True, slots=True)
class Busy:
    """The parts of a busy day's digest."""

    decided: tuple[Waiting, ...]
    opened: tuple[tuple[str, str], ...]


def _busy() -> Busy:
    ended = incident(
        "240513-truce",
        type_="ceasefire",
        headline="Army and RSF agree a 72-hour truce in Khartoum",
        place=KHARTOUM,
        severity=5.0,
        when=When(date=Day(2024, 5, 13)),
    )
    told = [
        waiting(
            notice(
                replace(STRIKE, killed=Count(low=5, best=6, high=7), severity=9.0, version=3),
                Verdict.UPDATE,
                (
                    Change(field="killed", before="3", after="6", text="killed 3 -> 6"),
                    Change(field="severity", before="8.5", after="9.0", text="severity 8.5 -> 9.0"),
                ),
                context=("Third strike at Kharkiv in 14 days; before: 3 May, 9 May; the first of them with deaths",),
            ),
            at=NOW - timedelta(hours=2),
        ),
        waiting(
            notice(
                incident(
                    "240514-kyiv-1",
                    type_="interception",
                    headline="Air defence downs 14 of 16 drones over Kyiv",
                    place=KYIV,
                    severity=5.5,
                    launched=Count(best=16),
                    intercepted=Count(best=14),
                    actors=(RUSSIA,),
                    targets=(UKRAINE,),
                )
            )
        ),
        waiting(
            notice(
                incident(
                    "240514-erbil-1",
                    type_="drone_strike",
                    headline="Armed group says its drones hit Erbil Air Base",
                    place=ERBIL,
                    severity=6.5,
                    modality=Modality.CLAIMED,
                    grade=Grade.CLAIMED,
                    claimed_by=Party(name="Islamic Resistance in Iraq", kind="group"),
                    possible_duplicates=("240513-erbil-9",),
                )
            )
        ),
        waiting(
            notice(
                incident(
                    "240514-ship",
                    type_="maritime_incident",
                    headline="Tanker hit by a drone boat in the Red Sea, crew safe",
                    place=RED_SEA,
                    severity=7.0,
                    independent=4,
                )
            )
        ),
        waiting(
            notice(
                incident(
                    "240514-crew",
                    type_="evacuation",
                    headline="Crew of the burning tanker is taken off by a frigate",
                    place=RED_SEA,
                    severity=5.0,
                    when=When(date=Day(2024, 5, 14), inferred=True),
                )
            )
        ),
        waiting(
            notice(
                incident(
                    "240514-crossing",
                    type_="shelling",
                    headline="Families carried across the river after the bridge fell",
                    place=None,
                    severity=6.5,
                    when=When(date=Day(2024, 5, 14), inferred=True),
                    events=(event(7),),
                    independent=1,
                )
            )
        ),
        waiting(notice(ended)),
        waiting(
            notice(
                incident(
                    "240514-hall",
                    type_="bombing",
                    headline="Trial over the bombing of the concert hall opens",
                    place=KYIV,
                    severity=7.5,
                    events=(event(8),),
                    independent=1,
                    doubt="rests on one phrase (its words: 12%)",
                )
            )
        ),
        waiting(
            notice(
                incident(
                    "240514-threat",
                    type_="threat",
                    headline="Minister warns of a harsh answer to further strikes",
                    place=replace(KYIV, name="Ukraine", precision="country", region=None),
                    severity=4.0,
                )
            )
        ),
    ]
    muted = waiting(notice(incident("240514-muted", headline="Muted")))
    never = Dispatch(
        id="m", notice_id=muted.notice.id, incident_id="240514-muted", recipient="desk", mode=Mode.NEVER, code="muted",
        reason="muted", at=NOW,
    )  # fmt: skip
    told.append(Waiting(dispatch=never, notice=muted.notice))
    opened = [
        ((Day(2024, 5, 14) - timedelta(days=day)).isoformat(), country)
        for country, per_day in (("UA", 3), ("IQ", 1), ("SD", 2))
        for day in range(80)
        for _ in range((day * 7 + per_day * 5) % (per_day * 2 + 1))
    ]
    opened += [("2024-05-14", "UA")] * 9
    return Busy(decided=tuple(told), opened=tuple(opened))


def busy_day() -> Message:
    """A digest with every part in it."""
    busy = _busy()
    return digest.compose(
        digest.Basis(
            recipient="desk",
            slot="2024-05-14 09:30",
            day=Day(2024, 5, 14),
            since=NOW - timedelta(days=1),
            until=NOW,
            decided=busy.decided,
            opened=busy.opened,
            stories={"240514-crew": "240514-ship", "240514-crossing": BRIDGE.id},
            running={BRIDGE.id: BRIDGE},
            headlines={"240513-erbil-9": "Explosions near the airport of Erbil"},
            mutes=(Mute(id="m7", scope="place", value="Donetsk", until=NOW + timedelta(days=2)),),
            coverage=Coverage(feeds=12, healthy=12, read=388, irrelevant=301, attached=81, incidents=6),
        ),
        voice=VOICE,
        press=PRESS,
    )


SITUATIONS: dict[str, Callable[[], Message]] = {
    "first_report": first_report,
    "update_of_toll": update_of_toll,
    "claim": claim,
    "retraction": retraction,
    "burst": burst,
    "quiet_day": quiet_day,
    "catch_up": catch_up,
    "long_unicode": long_unicode,
    "right_to_left": right_to_left,
    "hostile_markup": hostile_markup,
    "busy_day": busy_day,
}
