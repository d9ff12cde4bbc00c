"""Text as a person sees it: one normal form, no invisible characters, no letters borrowed from another script."""

from __future__ import annotations

import html
import re
import unicodedata

# Zero-width joiners carry meaning in Persian, Arabic and Indic words, so they go only where Latin letters meet.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_JOINER_IN_LATIN = re.compile("(?<=[A-Za-z0-9 ])[\u200c\u200d]+|[\u200c\u200d]+(?=[A-Za-z0-9 ])")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACE = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SPACES = re.compile(" {2,}")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
#: whatever the expressions above look for; most texts hold nothing of it, and one glance tells
_ODD = re.compile(
    "[\x00-\t\x0b-\x1f\x7f-\xa0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180e\u2000-\u200f\u2028-\u202f"
    "\u205f-\u206f\u3000\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_FOREIGN = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_WORD = re.compile("[A-Za-z\u0370-\u03ff\u0400-\u052f]+")
_LATIN = re.compile("[A-Za-z]")

_TWINS = str.maketrans(
    "аеорсухіјѕԁһӏԛԝАВЕКМНОРСТУХІЈЅԌԚԜαονρτυικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdhlqwABEKMHOPCTYXIJSGQWaovptuikABEZHIKMNOPTYX",
)


def scrub(text: str) -> str:
    """`text` in NFC with plain spaces and line ends, and without anything a reader cannot see. Twice equals once."""
    if _ODD.search(text):
        text = _SURROGATE.sub("\ufffd", text)
        text = _LINE_END.sub("\n", text)
        text = _CONTROL.sub("", text)
        text = _INVISIBLE.sub("", text)
        text = _JOINER_IN_LATIN.sub("", text)
        text = _SPACE.sub(" ", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        if _FOREIGN.search(text):
            text = _WORD.sub(_one_script, text)
    return _SPACES.sub(" ", text) if "  " in text else text


def unescape(text: str) -> str:
    """`text` with HTML entities read, twice where a feed escaped them twice ('&amp;quot;')."""
    for _ in range(2):
        if not _ENTITY.search(text):
            break
        text = html.unescape(text)
    return text


def _one_script(found: re.Match[str]) -> str:
    """A word that mixes Latin with Cyrillic or Greek look-alikes ('Khаrkiv'), in Latin."""
    word = found.group()
    if not _LATIN.search(word) or not _FOREIGN.search(word):
        return word
    plain = word.translate(_TWINS)
    return word if _FOREIGN.search(plain) else plain
