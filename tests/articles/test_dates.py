"""When a text was published, by its own word."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from monitor.articles import dates

LATEST = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "expected", "precision"),
    [
        ("Published: 28 Oct 2023, 1:48 PM", "2023-10-28T13:48", "day"),
        (", Updated 11:09, 21-Jan-2024", "2024-01-21T11:09", "day"),
        ("Saturday, 23 December 2023 05:21 PM EST", "2023-12-23T22:21", "minute"),
        ("Jan 16, 2024 05:29 AM IST", "2024-01-15T23:59", "minute"),
        ("07.48 27 Feb 2019", "2019-02-27T07:48", "day"),
        ("2024-01-25 22:30:07 - Source: Shafaq News", "2024-01-25T22:30", "day"),
        ("15:25 27.10.2025", "2025-10-27T15:25", "day"),
        ("2024-03-06T19:30:00+03:00", "2024-03-06T16:30", "minute"),
        ("June 20th, 2024", "2024-06-20T00:00", "day"),
        ("11/27/2024", "2024-11-27T00:00", "day"),
    ],
)
def test_stamps_are_read_with_their_zone(line: str, expected: str, precision: str) -> None:
    """An hour without a zone is only as good as its day."""
    (stamp,) = dates.stamps(line)

    assert stamp.at == datetime.fromisoformat(expected).replace(tzinfo=UTC)
    assert stamp.precision == precision


@pytest.mark.parametrize(
    "line", ["31.02.2024", "05/06/2024", "AD-2024-12", "Resolution 1701 of 2006", "version 3.11.7"]
)
def test_what_is_no_date_or_could_be_two_is_left(line: str) -> None:
    """The fifth of June or the sixth of May: nobody can tell."""
    assert list(dates.stamps(line)) == []


def test_publication_goes_before_update() -> None:
    """'Yesterday' counts from the day the text was written."""
    lines = ["Updated 12 May 2024, 10:00", "First published 11 May 2024"]

    stamp = dates.of_lines(lines, latest=LATEST)

    assert stamp is not None
    assert stamp.at.day == 11


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Two drones were shot down, officials told AFP on Sunday, June 15. They came from the east.", "2025-06-15"),
        ("The drone was downed, an official confirmed on Friday, 27 October.", "2023-10-27"),
        ("BAGHDAD, January 20, 2024 (Sample) - Militants fired rockets at the base.", "2024-01-20"),
        ("SANAA, Nov. 19 (Sample) -- Envoys are in the capital.", "2026-11-19"),
    ],
)
def test_the_lead_gives_the_day_away(text: str, day: str) -> None:
    """A weekday with a day of the month happens once in some years, a dateline's nearness decides for the rest."""
    stamp = dates.of_text(text, latest=LATEST)

    assert stamp is not None
    assert stamp.at.date().isoformat() == day


@pytest.mark.parametrize(
    "text",
    [
        "Two drones were shot down late on Saturday, officials said.",
        "The mission is to end by September 2027, the minister said.",
        "SANAA, April 9 (Sample) -- Envoys are in the capital.",
        "The treaty was signed on March 23, 2009.",
    ],
)
def test_a_text_that_does_not_say_is_not_guessed_at(text: str) -> None:
    """Unknown is an answer."""
    assert dates.of_text(text, latest=LATEST) is None
