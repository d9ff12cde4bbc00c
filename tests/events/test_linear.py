"""Searches in linear time: matches, groups and offsets are those of `re`, whatever characters a text is written in."""

from __future__ import annotations

import re

import pytest

from monitor.events.linear import pattern

TEXTS = (
    "Two killed in Kyiv on Monday, 12 hurt",
    "“Two killed”, said Kyiv’s mayor – on Monday… 12 hurt",
    "Двое killed in Київ, Şırnak and Hà Nội on Monday 🚀🚀 12 hurt",
    "\x80\x93 killed \ufffe on Monday",
    "",
)
EXPRESSIONS = (
    r"\bkilled\b",
    r"(?P<who>\w+) killed",
    r"on (?P<day>Mon|Tues)day(?P<more>, \d+)?",
    r"[’'”–…]",
    r"[^\w\s]+",
    r"\d*",
    r"killed|hurt$",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_what_is_found_and_where_is_what_re_finds(text: str, expression: str) -> None:
    """Offsets count characters, so that evidence names the words it was taken from. (`re` is told to keep to ASCII.)"""
    ours, theirs = pattern(expression), re.compile(expression, re.ASCII)

    found, expected = [*ours.finditer(text)], [*theirs.finditer(text)]

    assert [match.span() for match in found] == [match.span() for match in expected]
    names = theirs.groupindex
    assert [[match[name] for name in names] for match in found] == [
        [match[name] for name in names] for match in expected
    ]
    for start in range(len(text)):
        one, other = ours.search(text, start, start + 20), theirs.search(text, start, start + 20)
        assert (one and one.span()) == (other and other.span())


def test_an_expression_cannot_name_a_character_that_is_told_from_no_other() -> None:
    """All letters beyond Latin-1 look alike to the engine: one in an expression would match every other."""
    with pytest.raises(UnicodeEncodeError):
        pattern("Київ")
