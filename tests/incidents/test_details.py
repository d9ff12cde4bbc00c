"""News of no type of ours: two look-alikes of one place are told apart by their names and figures."""

from __future__ import annotations

from datetime import timedelta

from monitor.events.keywords import keywords
from monitor.types import Event
from tests.incidents.making import Ledger, event, later

FIRST = (
    "A strong earthquake shook the coast near Kesra before dawn, the geological service said, and houses fell. It had "
    "a magnitude of 6.1 at a depth of 14.5 kilometres. In Belim 17 died, and Mayor Oren Talbar spoke of 340 tents."
)
AGAIN = (
    "Oren Talbar, mayor of the shaken coast, has asked for 340 tents. In Belim alone 17 lie dead after the 6.1 shock, "
    "14.5 kilometres deep."
)
SECOND = (
    "An earthquake was felt on the coast near Kesra in the evening. The geological service gave its magnitude as 5.4 "
    "and its depth as 22.8 kilometres. Houses fell in Sardab, where Governor Lida Maroun put the injured at 120."
)


def _told(ident: str, text: str, **more: object) -> Event:
    telling = keywords("", text)
    fields: dict[str, object] = {"on": None, "published": None} | more
    return event(ident, "other", keywords=telling.words, named=telling.named, **fields)  # type: ignore[arg-type]


def _groups(*made: Event) -> int:
    ledger = Ledger()
    for each in made:
        ledger.take(each)
    return len(ledger.incidents)


def test_shared_names_and_figures_join_though_the_words_differ() -> None:
    """Who, how strong and how deep is enough to know it by."""
    assert _groups(_told("a", FIRST), _told("b", AGAIN)) == 1


def test_the_same_sort_of_news_with_other_names_and_figures_are_another() -> None:
    """Two earthquakes of one coast share their commoner words and no figure, in either order."""
    assert _groups(_told("a", FIRST), _told("b", SECOND)) == 2
    assert _groups(_told("b", SECOND), _told("a", FIRST)) == 2


def test_what_kept_them_apart_is_told() -> None:
    """`why` names the figures."""
    ledger = Ledger()
    ledger.take(_told("a", FIRST))

    decision = ledger.take(_told("b", SECOND))

    assert decision.look_alikes[0].apart.fact == "other_figures"


def test_texts_without_a_date_that_name_other_years_are_two() -> None:
    """The latest year that each names; of dated articles their dates tell more."""
    then, later_on = _told("a", f"{FIRST} It was 1998."), _told("b", f"{FIRST} It was 2006.")
    ledger = Ledger()
    ledger.take(then)

    apart = ledger.take(later_on).reasons

    assert "other_year" in {reason.fact for reason in apart}
    dated = Ledger()
    dated.take(_told("a", f"{FIRST} It was 1998.", published=later(0)))
    joined = dated.take(_told("b", f"{FIRST} It was 2006.", published=later(24) + timedelta(hours=1)))
    assert "other_year" not in {reason.fact for reason in joined.reasons}


def test_a_decimal_and_a_thousand_are_one_word() -> None:
    """Half of a figure tells nothing."""
    found = keywords("Quake of 6.1", "It left 102,000 without a roof. By 4.30 pm 12 were found.")

    assert {"6.1", "102000"} <= set(found.words[: found.named])


def test_a_word_also_written_small_is_no_name() -> None:
    """A headline writes every word with a capital."""
    found = keywords(
        "Strong Quake Shakes Harbour of Belograd", "The quake was strong, the harbour is shut, Belograd dark."
    )

    assert set(found.words[: found.named]) == {"belograd", "shakes"}
