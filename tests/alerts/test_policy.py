"""Who hears of what: rules, mutes, quiet hours and gaps, each answer with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.alerts.policy import Memory, Policy, Recipient, Rule, decide
from monitor.alerts.scope import Scope
from monitor.types import Change, Count, Incident, LastTold, Mode, Verdict
from tests.alerts.deciding import DESK, one
from tests.alerts.situations import NOW, event, incident, notice


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


def test_a_first_import_is_never_told_and_says_so() -> None:
    """P26: what a new feed holds already is kept and counted."""
    old = incident(events=(event(1, quiet=True), event(2, quiet=True)))
    mixed = incident(events=(event(1, quiet=True), event(2)))

    assert (one(notice(old)).mode, one(notice(old)).code) == (Mode.NEVER, "first_import")
    assert one(notice(mixed)).mode is Mode.NOW


# ---- gaps and quiet hours -----------------------------------------------------------------------------------------


def told_before(minutes: float, was: Incident) -> Memory:
    """The desk was told of the incident as it was, so long ago."""
    return Memory(told={"desk": LastTold.of(was, NOW - timedelta(minutes=minutes))})


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
        (incident(events=(event(1, trust=0.35),)), incident(version=2), Verdict.UPDATE),
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
    told = LastTold.of(incident("a", killed=Count(best=2)), NOW - timedelta(hours=3))
    beside = {"possible_duplicates": ("a",)}

    worse = notice(incident("b", killed=Count(best=13), **beside), Verdict.POSSIBLE)
    alike = notice(incident("b", killed=Count(best=4), **beside), Verdict.POSSIBLE)
    assert one(worse, memory=Memory(near={"desk": told})).mode is Mode.NOW
    assert one(alike, memory=Memory(near={"desk": told})).mode is Mode.DIGEST


def test_a_possible_duplicate_of_what_was_told_is_alerted_once() -> None:
    """Identity rule 9: borderline pairs are shown together and alerted once, unless the second brings what matters."""
    perhaps = notice(incident("b", possible_duplicates=("a",)), Verdict.POSSIBLE)
    deadly = notice(incident("b", possible_duplicates=("a",), killed=Count(best=2)), Verdict.POSSIBLE)
    told = LastTold.of(incident("a"), NOW - timedelta(hours=3))

    assert one(perhaps, memory=Memory(near={"desk": told})).code == "possible_duplicate"
    assert one(deadly, memory=Memory(near={"desk": told})).mode is Mode.NOW
    assert one(perhaps, memory=Memory(near={"desk": replace(told, at=NOW - timedelta(days=4))})).mode is Mode.NOW
    assert one(perhaps).mode is Mode.NOW


def test_a_retraction_reaches_only_those_who_were_told() -> None:
    """Nobody is woken for the end of a story he never heard."""
    gone = notice(incident(version=2, state="retracted", severity=2), Verdict.RETRACTION)
    assert one(gone).mode is Mode.DIGEST


def test_old_news_goes_to_the_digest_where_that_is_asked_for() -> None:
    """An archive dropped into a feed is not an alert."""
    old = incident(events=(event(1, published=NOW - timedelta(days=9)),))
    assert one(notice(old), old_after_h=72).code == "old"
    assert one(notice(old)).mode is Mode.NOW
