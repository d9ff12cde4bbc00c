"""Who hears of what: rules, mutes, quiet hours and gaps, each answer with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.alerts import muting, quiet
from monitor.alerts.policy import Memory, Policy, Recipient, Rule, decide, told_by
from monitor.alerts.scope import Area, Asset, Scope
from monitor.types import Change, Count, Dispatch, Incident, Mode, Mute, Notice, Party, Place, Verdict
from tests.alerts.situations import KHARKIV, KYIV, NOW, RED_SEA, RUSSIA, event, incident, notice

DESK = Recipient(name="desk")
UKRAINE = replace(KYIV, name="Ukraine", precision="country", region=None, lat=49.0, lon=32.0)


def one(told: Notice, *, now: datetime = NOW, memory: Memory | None = None, **policy: object) -> Dispatch:
    """The one recipient's dispatch."""
    fields: dict[str, object] = {"recipients": (DESK,), **policy}
    (dispatch,) = decide(told, Policy(**fields), now=now, memory=memory)  # type: ignore[arg-type]
    return dispatch


def test_without_rules_severity_decides() -> None:
    """At once from the recipient's severity on, the rest in the digest; each says why."""
    loud, soft = one(notice(incident(severity=6.5))), one(notice(incident(severity=6.4)))

    assert (loud.mode, soft.mode) == (Mode.NOW, Mode.DIGEST)
    assert "6.5 reaches your 6.5" in loud.reason
    assert "below" in soft.reason


def test_a_truce_is_told_from_five_on_and_says_so() -> None:
    """It lies low on a scale of harm; 'your 5' would name a limit that its reader never set."""
    desk = replace(DESK, at_once=7.5)
    truce, soon = (one(notice(incident(type_="ceasefire", severity=s)), recipients=(desk,)) for s in (5.0, 4.5))
    early = one(notice(incident(type_="ceasefire", severity=4.5)), recipients=(replace(DESK, at_once=4.5),))

    assert (truce.mode, truce.reason) == (Mode.NOW, "severity 5.0 reaches 5, from which on a truce is told at once")
    assert (soon.mode, soon.code) == (Mode.DIGEST, "below")
    assert "your" not in soon.reason
    assert early.reason == "severity 4.5 reaches your 4.5"


def test_the_same_notice_gives_the_same_dispatch() -> None:
    """A replay writes no second row: ids are made of the notice and the recipient."""
    assert one(notice(incident())) == one(notice(incident()))


def test_the_first_rule_that_covers_decides_and_all_takes_the_loudest() -> None:
    """`match: first` and `match: all`."""
    rules = (
        Rule(name="no missiles", send="never", when=Scope(types=("missile_strike",))),
        Rule(name="all of Ukraine", send="now", when=Scope(countries=("UA",))),
    )
    first = one(notice(incident()), rules=rules)
    loudest = one(notice(incident()), rules=rules, match="all")

    assert (first.mode, first.rule) == (Mode.NEVER, "no missiles")
    assert (loudest.mode, loudest.rule) == (Mode.NOW, "all of Ukraine")


def test_rules_name_recipients_and_channels() -> None:
    """A rule for one leaves the other alone."""
    rules = (Rule(name="r", send="now", when=Scope(), to=("night",), channels=("sms",)),)
    policy = Policy(recipients=(DESK, Recipient(name="night")), rules=rules)
    desk, night = decide(notice(incident(severity=1)), policy, now=NOW)

    assert (desk.mode, night.mode, night.channels) == (Mode.DIGEST, Mode.NOW, ("sms",))


CRITERIA = [
    (Scope(types=("missile_strike",)), Scope(types=("threat",))),
    (Scope(families=("strike",)), Scope(families=("sea",))),
    (Scope(kinds=("new",)), Scope(kinds=("update",))),
    (Scope(severity=8), Scope(severity=9)),
    (Scope(below=9), Scope(below=8)),
    (Scope(direction="up"), Scope(direction="down")),
    (Scope(countries=("UA", "PL")), Scope(countries=("IQ",))),
    (Scope(areas=("circle",)), Scope(areas=("far",))),
    (Scope(areas=("box",)), Scope(areas=("dateline",))),
    (Scope(areas=("oblast",)), Scope(areas=("far",))),
    (Scope(areas=("bare",)), Scope(areas=("far",))),
    (Scope(assets=("office",)), Scope(assets=("plant",))),
    (Scope(actors=("russia",)), Scope(actors=("Wagner",))),
    (Scope(trust=0.6), Scope(trust=0.9)),
    (Scope(independent=2), Scope(independent=3)),
    (Scope(grades=("reported",)), Scope(grades=("confirmed",))),
    (Scope(sources=("examplenews",)), Scope(sources=("other",))),
    (Scope(tags=("capital",)), Scope(tags=("nuclear_site",))),
]
AREAS = {
    area.name: area
    for area in (
        Area(name="circle", lat=50.0, lon=36.0, radius_km=50),
        Area(name="far", lat=0.0, lon=0.0, radius_km=100),
        Area(name="box", south=45, west=30, north=52, east=40),
        Area(name="dateline", south=-10, west=170, north=10, east=-170),
        Area(name="oblast", regions=("Kharkiv oblast",), countries=("UA",)),
        Area(name="bare", regions=("kharkiv",)),
    )
}
ASSETS = {
    "office": Asset(name="office", lat=49.9, lon=36.2, radius_km=5, radius_by={"strike": 40}),
    "plant": Asset(name="plant", lat=49.9, lon=36.2, radius_km=300, radius_by={"missile_strike": 2}),
}


@pytest.mark.parametrize(("yes", "no"), CRITERIA)
def test_each_criterion_covers_and_leaves_out(yes: Scope, no: Scope) -> None:
    """By type, family, severity, direction, country, area, asset, actor, trust, confirmation, source and tag."""
    told = notice(incident(actors=(Party(name="Russian forces"), Party(name="Russia")), flags=frozenset({"capital"})))
    for scope, mode in ((yes, Mode.NEVER), (no, Mode.NOW)):
        dispatch = one(told, rules=(Rule(name="r", send="never", when=scope),), areas=AREAS, assets=ASSETS)
        assert dispatch.mode is mode


UNDECIDED = [
    (None, Scope(countries=("UA",))),
    (None, Scope(areas=("circle",))),
    (None, Scope(assets=("any",))),
    (UKRAINE, Scope(areas=("circle",))),
    (UKRAINE, Scope(areas=("oblast",))),
    (UKRAINE, Scope(assets=("office",))),
    (replace(KYIV, lat=None, lon=None), Scope(areas=("circle",))),
]


@pytest.mark.parametrize(("place", "scope"), UNDECIDED)
def test_what_cannot_be_decided_is_open_for_watch_areas_and_closed_for_mutes(place: Place | None, scope: Scope) -> None:
    """An unknown place is no reason for silence, and the message says that it was not known."""
    told = notice(incident(place=place, severity=3))
    watched = one(told, rules=(Rule(name="near", send="now", when=scope),), areas=AREAS, assets=ASSETS)
    muted = one(
        notice(incident(place=place, severity=8)),
        rules=(Rule(name="off", send="never", when=scope),),
        areas=AREAS,
        assets=ASSETS,
    )

    assert watched.mode is Mode.NOW
    assert "undecided" in watched.reason
    assert muted.mode is Mode.NOW
    assert "not applied" in muted.reason


def test_a_first_import_is_never_told_and_says_so() -> None:
    """P26: what a new feed holds already is kept and counted."""
    old = incident(events=(event(1, quiet=True), event(2, quiet=True)))
    mixed = incident(events=(event(1, quiet=True), event(2)))

    assert (one(notice(old)).mode, one(notice(old)).code) == (Mode.NEVER, "first_import")
    assert one(notice(mixed)).mode is Mode.NOW


# ---- mutes --------------------------------------------------------------------------------------------------------


def mute(scope: str, value: str, **more: object) -> Memory:
    """A memory with one mute of two hours."""
    fields: dict[str, object] = {"id": "m1", "scope": scope, "value": value, "until": NOW + timedelta(hours=2)}
    return Memory(mutes=(Mute(**(fields | more)),))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("scope", "value"),
    [
        ("incident", "240514-kharkiv-1"),
        ("place", "kharkiv"),
        ("place", "Kharkiv oblast"),
        ("country", "ua"),
        ("type", "missile_strike"),
        ("type", "strike"),
    ],
)
def test_a_mute_holds_for_its_time_and_no_longer(scope: str, value: str) -> None:
    """F73: it ends by itself, and the reason names it."""
    during = one(notice(incident()), memory=mute(scope, value))
    after = one(notice(incident()), memory=mute(scope, value), now=NOW + timedelta(hours=2))

    assert (during.mode, during.code) == (Mode.NEVER, "muted")
    assert "mute m1" in during.reason
    assert after.mode is Mode.NOW


def test_a_mute_of_a_place_does_not_silence_an_unknown_place() -> None:
    """Fails closed: what may be somewhere else is told."""
    for place in (None, UKRAINE):
        dispatch = one(notice(incident(place=place)), memory=mute("place", "Kharkiv"))
        assert dispatch.mode is Mode.NOW
        assert "does not apply" in dispatch.reason


def test_a_mute_of_one_source_does_not_silence_what_others_report() -> None:
    """Only an incident that nobody else has is silenced."""
    alone = incident(events=(event(1, outlet="Tabloid"),))
    both = incident(events=(event(1, outlet="Tabloid"), event(2)))

    assert one(notice(alone), memory=mute("source", "Tabloid")).mode is Mode.NEVER
    assert one(notice(both), memory=mute("source", "Tabloid")).mode is Mode.NOW


def test_a_mute_of_another_recipient_is_not_mine() -> None:
    """Mutes belong to who asked for them."""
    assert one(notice(incident()), memory=mute("type", "strike", recipient="night")).mode is Mode.NOW


@pytest.mark.parametrize(
    ("wake", "now_is"),
    [
        ("first_death", incident(killed=Count(best=1))),
        ("severity", incident(severity=9.0)),
        ("new_actor", incident(actors=(Party(name="Wagner"),))),
    ],
)
def test_a_snooze_wakes_when_it_matters(wake: str, now_is: Incident) -> None:
    """Until a first death, a new actor, or severity up by two."""
    snooze = mute("place", "Kharkiv", wake=frozenset({wake}), severity=7.0, actors=("Russia",))

    assert one(notice(incident(severity=8.5, actors=(Party(name="Russia"),))), memory=snooze).mode is Mode.NEVER
    woken = one(notice(now_is), memory=snooze)
    assert woken.mode is Mode.NOW
    assert "passed over" in woken.reason


# ---- gaps and quiet hours -----------------------------------------------------------------------------------------


def test_a_snooze_of_a_place_where_nothing_happened_yet_holds() -> None:
    """Every side is new to it; only a death or what is known of the place can end it early."""
    asleep = muting.make(
        "place", "Kharkiv", now=NOW, until=NOW + timedelta(hours=4), wake=frozenset({"first_death", "new_actor"})
    )
    struck = incident(actors=(RUSSIA,))

    assert one(notice(struck), memory=Memory(mutes=(asleep,))).code == "muted"
    assert one(notice(replace(struck, killed=Count(best=1))), memory=Memory(mutes=(asleep,))).mode is Mode.NOW


def test_a_mistyped_type_is_answered_with_the_nearest() -> None:
    """Who types 'airstrik' is told what there is."""
    with pytest.raises(ValueError, match="did you mean airstrike"):
        muting.make("type", "airstrik", now=NOW, until=NOW + timedelta(hours=1))


def told_before(minutes: float, was: Incident) -> Memory:
    """The desk was told of the incident as it was, so long ago."""
    return Memory(told={"desk": told_by(was, NOW - timedelta(minutes=minutes))})


def test_updates_of_one_incident_keep_a_gap() -> None:
    """The second update in half an hour waits, and says until when."""
    update = notice(incident(version=2), Verdict.UPDATE)
    held = one(update, memory=told_before(10, incident()))
    free = one(update, memory=told_before(31, incident()))

    assert (held.mode, held.code, held.due) == (Mode.HELD, "gap", NOW + timedelta(minutes=20))
    assert free.mode is Mode.NOW


@pytest.mark.parametrize(
    ("was", "now_is", "kind"),
    [
        (incident(), incident(version=2, killed=Count(low=1)), Verdict.UPDATE),
        (incident(severity=6.9), incident(version=2, severity=8.9), Verdict.UPDATE),
        (incident(), incident(version=2, state="retracted", severity=2), Verdict.RETRACTION),
        (incident(), incident(version=2, severity=2), Verdict.CORRECTION),
        (incident(events=(event(1, trust=0.2),)), incident(version=2), Verdict.UPDATE),
    ],
)
def test_what_matters_passes_over_the_gap(was: Incident, now_is: Incident, kind: Verdict) -> None:
    """A first death, severity up by two, a correction or retraction of what was told, and (T23) the first report by a
    trusted source after one that is not."""
    assert one(notice(now_is, kind), memory=told_before(1, was)).mode is Mode.NOW


@pytest.mark.parametrize(
    ("changes", "mode"),
    [
        ((Change(field="independent", before="1", after="2", text="second independent source: X"),), Mode.DIGEST),
        ((Change(field="grade", before="reported", after="confirmed", text="officially confirmed"),), Mode.DIGEST),
        ((Change(field="grade", before="claimed", after="confirmed", text="officially confirmed"),), Mode.NOW),
        ((Change(field="grade", before="reported", after="denied", text="denied"),), Mode.NOW),
        (
            (
                Change(field="independent", before="1", after="2", text="second independent source: X"),
                Change(field="killed", before="3", after="6", text="killed 3 -> 6"),
            ),
            Mode.NOW,
        ),
    ],
)
def test_a_second_source_alone_wakes_nobody(changes: tuple[Change, ...], mode: Mode) -> None:
    """Corroboration is in the digest, unless it makes a claim a fact; what it brings beside that is told."""
    update = notice(incident(version=2), Verdict.UPDATE, changes)
    assert one(update, memory=told_before(60, incident())).mode is mode
    assert (
        one(update, memory=told_before(60, incident()), recipients=(replace(DESK, corroboration="now"),)).mode
        is Mode.NOW
    )
    assert one(update).mode is Mode.NOW


@pytest.mark.parametrize(
    ("change", "mode"),
    [
        (Change(field="place", before="Kyiv", after="Tel Aviv", text="place Kyiv -> Tel Aviv"), Mode.DIGEST),
        (Change(field="weapon", before="missile", after="Kh-59", text="weapon missile -> Kh-59"), Mode.DIGEST),
        (Change(field="type", before="drone_strike", after="missile_strike", text="drone -> missile"), Mode.DIGEST),
        (Change(field="killed", before="9", after="2", text="killed 9 -> 2"), Mode.DIGEST),
        (Change(field="wounded", before=None, after="12", text="12 wounded"), Mode.DIGEST),
        (Change(field="wounded", before="12", after="40", text="wounded 12 -> 40"), Mode.NOW),
        (Change(field="actors", before=None, after="Russia", text="attributed to Russia"), Mode.DIGEST),
        (Change(field="actors", before=None, after="Iran", text="attributed to Iran"), Mode.NOW),
        (Change(field="claimed_by", before=None, after="Russia", text="claimed by Russia"), Mode.NOW),
        (Change(field="outcome", before="foiled", after="occurred", text="intercepted, then hit"), Mode.NOW),
    ],
)
def test_what_is_only_surer_or_more_exact_wakes_nobody(change: Change, mode: Mode) -> None:
    """Where and with what an act was done, and whose name the headline gave, can wait; the dead and the outcome not."""
    was = replace(incident(headline="Russian missiles hit a block in Kharkiv"), killed=Count(best=9))
    update = notice(replace(was, version=2), Verdict.UPDATE, (change,))

    assert one(update, memory=told_before(60, was)).mode is mode


def test_a_claim_that_was_the_news_is_no_second_news() -> None:
    """'Russia says it repelled an attack', then 'claimed by Russia': told."""
    was = incident(headline="Russia says it repelled an attack")
    claim = Change(field="claimed_by", before=None, after="Russia", text="claimed by Russia")
    update = notice(replace(was, version=2), Verdict.UPDATE, (claim,))

    assert one(update, memory=told_before(60, was)).mode is Mode.DIGEST


def test_what_is_in_doubt_waits_for_the_digest_and_says_why() -> None:
    """Postponed, never silenced: a rule of the user's and a recipient who wants it all hear of it at once."""
    doubted = notice(incident(doubt="mentioned beside other news"))
    near = Rule(name="near us", send="now")

    waits = one(doubted)
    assert (waits.mode, waits.code) == (Mode.DIGEST, "doubt")
    assert "mentioned beside other news" in waits.reason
    assert one(doubted, rules=(near,)).mode is Mode.NOW
    assert one(doubted, recipients=(replace(DESK, doubtful="now"),)).mode is Mode.NOW


def test_many_dead_are_news_whatever_it_may_be_the_same_as() -> None:
    """A bomb at the funeral may look like the one before it; its dead tell it apart."""
    told = told_by(incident("a", killed=Count(best=2)), NOW - timedelta(hours=3))
    beside = {"possible_duplicates": ("a",)}

    worse = notice(incident("b", killed=Count(best=13), **beside), Verdict.POSSIBLE)
    alike = notice(incident("b", killed=Count(best=4), **beside), Verdict.POSSIBLE)
    assert one(worse, memory=Memory(near={"desk": told})).mode is Mode.NOW
    assert one(alike, memory=Memory(near={"desk": told})).mode is Mode.DIGEST


def test_a_possible_duplicate_of_what_was_told_is_alerted_once() -> None:
    """Identity rule 9: borderline pairs are shown together and alerted once, unless the second brings what matters."""
    perhaps = notice(incident("b", possible_duplicates=("a",)), Verdict.POSSIBLE)
    deadly = notice(incident("b", possible_duplicates=("a",), killed=Count(best=2)), Verdict.POSSIBLE)
    told = told_by(incident("a"), NOW - timedelta(hours=3))

    assert one(perhaps, memory=Memory(near={"desk": told})).code == "possible_duplicate"
    assert one(deadly, memory=Memory(near={"desk": told})).mode is Mode.NOW
    assert one(perhaps, memory=Memory(near={"desk": replace(told, at=NOW - timedelta(days=4))})).mode is Mode.NOW
    assert one(perhaps).mode is Mode.NOW


def test_a_retraction_reaches_only_those_who_were_told() -> None:
    """Nobody is woken for the end of a story he never heard."""
    gone = notice(incident(version=2, state="retracted", severity=2), Verdict.RETRACTION)
    assert one(gone).mode is Mode.DIGEST


def test_quiet_hours_hold_and_do_not_drop() -> None:
    """Held until they end, in the recipient's zone, unless grave enough to wake."""
    night = Recipient(name="desk", zone="Europe/Kyiv", quiet_hours=("22:00-07:00",), wake_from=9.0)
    at = datetime(2024, 5, 14, 1, 0, tzinfo=UTC)  # 04:00 in Kyiv
    held = one(notice(incident(severity=8.5)), now=at, recipients=(night,))
    loud = one(notice(incident(severity=9.0)), now=at, recipients=(night,))

    assert (held.mode, held.code, held.due) == (Mode.HELD, "quiet_hours", datetime(2024, 5, 14, 4, 0, tzinfo=UTC))
    assert loud.mode is Mode.NOW
    assert "passes quiet hours" in loud.reason


@settings(deadline=None)
@given(st.datetimes(min_value=datetime(2024, 1, 1), max_value=datetime(2027, 1, 1)))
def test_quiet_hours_always_end(naive: datetime) -> None:
    """Whatever the windows and the moment: the end lies ahead, within a week, outside the windows."""
    from zoneinfo import ZoneInfo

    now = naive.replace(tzinfo=UTC)
    windows = ("22:00-07:00", "sat,sun 06:00-11:00", "mon 12:00-12:30")
    for zone in (ZoneInfo("Europe/Kyiv"), ZoneInfo("America/New_York"), ZoneInfo("Australia/Lord_Howe")):
        end = quiet.quiet_until(now, windows, zone)
        if end is not None:
            assert now < end <= now + timedelta(days=2)
            assert quiet.quiet_until(end, windows, zone) is None


def test_old_news_goes_to_the_digest_where_that_is_asked_for() -> None:
    """An archive dropped into a feed is not an alert."""
    old = incident(events=(event(1, published=NOW - timedelta(days=9)),))
    assert one(notice(old), old_after_h=72).code == "old"
    assert one(notice(old)).mode is Mode.NOW


def test_the_high_seas_are_no_country_and_lie_in_no_ones_box() -> None:
    """A ship attack in the Red Sea is not ruled out of a box around it, and is out of one far away."""
    told = notice(incident(type_="maritime_incident", place=RED_SEA, severity=3))
    near, far = (
        Area(name="near", south=12, west=38, north=20, east=44),
        Area(name="x", south=50, west=0, north=55, east=9),
    )
    rule = Rule(name="r", send="now", when=Scope(areas=("a",)))
    assert one(told, rules=(rule,), areas={"a": near}).mode is Mode.NOW
    assert one(told, rules=(rule,), areas={"a": far}).mode is Mode.DIGEST
    assert KHARKIV.country == "UA"
