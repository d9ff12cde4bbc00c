"""Which language a few words are in."""

from __future__ import annotations

import pytest

from monitor.articles.language import UNDECIDED, detect


@pytest.mark.parametrize(
    "headline",
    [
        "Houthis hijack cargo ship in Red Sea",
        "Weather balloon causes UFO alarm",
        "Meghan flies back to Canada amid royal talks",
    ],
)
def test_an_english_headline_of_few_words_is_not_taken_for_another_language(headline: str) -> None:
    """Names from everywhere pull a few words of English away from it, and then the item would not be read at all."""
    assert detect(headline) in ("en", UNDECIDED)


@pytest.mark.parametrize(
    ("headline", "language"),
    [
        ("Bombardeo en Gaza deja diez muertos", "es"),
        ("Russland greift Odessa mit Drohnen an", "de"),
        ("Frappe israélienne sur Beyrouth", "fr"),
    ],
)
def test_a_headline_of_another_language_is_still_known_as_such(headline: str, language: str) -> None:
    """What is not English is kept quiet with its language as the reason."""
    assert detect(headline) == language
