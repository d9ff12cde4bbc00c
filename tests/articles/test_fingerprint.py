"""Fingerprints: equal for copies, alike for edits, unlike for two reports of one event."""

from hypothesis import given
from hypothesis import strategies as st

from monitor.articles.fingerprint import alike, digest, signature

REPORT = (
    "Two drones were brought down by air defence crews above the oil terminal shortly before dawn, the provincial "
    "governor wrote, adding that falling parts set a storage shed alight. Nobody was hurt and loading went on. "
    "It is the second time this month that the terminal has been attacked; the first left a tank burnt out."
)
EDITED = (
    "Two drones were brought down by air defence crews above the oil terminal shortly before dawn, the governor "
    "wrote, adding that falling parts set a storage shed alight. Nobody was injured and loading went on. "
    "It is the second time this month that the terminal has been attacked; the first left a tank burnt out."
)
OTHER = (
    "Residents woke to blasts near the harbour as gunners fired on incoming drones. According to the governor a shed "
    "burned after debris fell on it, while ships kept loading crude through the morning and no casualties were known."
)


def test_a_copy_with_other_spacing_and_case_has_the_same_digest() -> None:
    """Syndication changes blanks and capitals, not words."""
    assert digest("  Two DRONES,\n\ndown ") == digest("two drones down")
    assert digest("two drones down") != digest("two drones up")


def test_an_edited_text_is_alike_and_an_independent_report_is_not() -> None:
    """Near copies count as one source; two reporters do not."""
    assert alike(signature(REPORT), signature(REPORT)) == 1.0
    assert alike(signature(REPORT), signature(EDITED)) >= 0.5
    assert alike(signature(REPORT), signature(OTHER)) <= 0.15


def test_a_text_without_words_is_like_nothing() -> None:
    """Two empty articles are no copies of each other."""
    assert signature(" -- ") == b""
    assert alike(b"", b"") == 0.0
    assert alike(signature("one two three"), b"") == 0.0


def test_scripts_without_spaces_are_compared_by_character() -> None:
    """A Chinese text is not one single word."""
    a, b = "无人机今晨袭击了港口的油库没有人员伤亡", "无人机今晨袭击了港口的油库有两人受伤"
    assert 0.3 < alike(signature(a), signature(b)) < 1.0


@given(st.text())
def test_any_text_has_stable_keys(text: str) -> None:
    """Keys are made for whatever arrives, and are the same every time."""
    assert digest(text) == digest(text)
    assert signature(text) == signature(text)
    assert alike(signature(text), signature(text)) == (1.0 if signature(text) else 0.0)
