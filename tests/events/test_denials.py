"""Whose denial leaves an act in doubt."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from monitor.articles.extract import extract
from monitor.events.classify import Reader
from monitor.events.sides.aliases import camp
from monitor.types import Item
from tests.events.atlas import atlas

NOON = datetime(2025, 6, 19, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "denier"),
    [
        ("Israel struck Beirut on Thursday, the Israeli military said. The US said it was not involved.", None),
        (
            "Israel struck Beirut on Thursday, killing three Hezbollah fighters. Hezbollah denied that it had fired.",
            None,
        ),
        ("Israeli jets bombed Beirut on Thursday, killing four people. Israel denied any involvement.", "Israel"),
        ("Israeli jets bombed Beirut on Thursday. The Israeli military denied targeting the city.", "Israel"),
        ("A drone hit the refinery in Ryazan on Thursday. Ukraine denied any involvement in the attack.", "Ukraine"),
        ("Pakistan shot down two Indian fighter jets over Lahore on Thursday. India denied the claim.", "India"),
        ("Russian troops seized Pokrovsk on Thursday. Ukraine denied that Russia had taken the town.", "Ukraine"),
    ],
)
def test_only_who_did_it_or_was_struck_can_deny_it(text: str, denier: str | None) -> None:
    """Who is known to have had no part in it says nothing of it; whoever may have done it does."""
    item = Item(source="t", key="1", subject="1", received=NOON, published=NOON, title="", text=text)
    (event, *_) = Reader(atlas()).read(extract(item)).events

    assert (camp(event.denied_by) if event.denied_by else None) == denier
    assert any(piece.field == "denied_by" for piece in event.evidence) is (denier is not None)
