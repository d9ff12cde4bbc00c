"""What a page prints around its article, told from the article itself.

A line is furniture by what it says of itself (a share bar, a credit, a stamp: the patterns are in `habits.py`) or by
where it stands (a headline under 'Read also'). What is doubtful stays: a lost sentence can hide an incident, a kept
credit line only looks untidy.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from monitor.articles import dates, habits

_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """An article's own lines, and those taken away, both in order."""

    kept: tuple[str, ...]
    removed: tuple[str, ...]


def cut(lines: Sequence[str], *, title: str = "", outlet: str | None = None) -> Cut:
    """`lines` without furniture. `title` and `outlet` help to recognise their own repetition. Linear in the text."""
    lines = [line for line in (raw.strip() for raw in lines) if line]
    doubled = _doubled(lines)
    kept: list[str] = []
    removed: list[str] = []
    listing = False
    title_key = key(title)
    names = {key(name) for name in (outlet or "").replace(" via ", "/").split("/")} - {""}
    last = len(lines) - habits.TAIL
    for index, line in enumerate(lines):
        near_top, near_end = index < habits.HEAD, index >= last
        if prefix := habits.SKIP_PREFIX.match(line):
            removed.append(prefix.group().strip())
            line = line[prefix.end() :]
        own = key(line)
        if listing and _like_headline(line):
            removed.append(line)
            continue
        listing = len(line) <= 80 and bool(habits.LIST_HEADER.match(line))
        if (
            listing
            or index in doubled
            or own in names
            or (title_key and own == title_key and index < habits.HEAD + 5)
            or is_furniture(line, near_top=near_top, near_end=near_end)
        ):
            removed.append(line)
            continue
        if line.rstrip(".").endswith(habits.SOURCE_ENDS) and (credit := habits.SOURCE_TAIL.search(line[-80:])):
            removed.append(credit.group().strip())
            line = line[: len(line) - len(credit.group())].rstrip()
            if not line:
                continue
        kept.append(line)
    return Cut(kept=tuple(_with_dateline(kept)), removed=tuple(removed))


def is_furniture(line: str, *, near_top: bool = False, near_end: bool = False) -> bool:
    """Whether this one line is none of the article's own."""
    size = len(line)
    if size > 600:
        return False
    bare = line.strip(" .:!*|•·>»«<-–—[]()").lower()
    if not bare or bare in habits.BARE or (size <= 200 and habits.SOLE.match(line)):
        return True
    if size <= 160 and _share_bar(line):
        return True
    if size <= 500 and any(hint in bare for hint in habits.COOKIE_HINTS) and habits.COOKIES.search(line):
        return True
    if size <= 300 and (_pointer(line) or (habits.PLEA.match(line) and not _reports(line))):
        return True
    if is_caption(line):
        return True
    if size <= 160 and is_stamp(line, near_edge=near_top or near_end):
        return True
    if near_top and size <= 6 and line.isalpha() and line.isupper():
        return True
    if near_top and size <= 120 and (habits.BYLINE.match(line) or habits.BREADCRUMB.match(line)):
        return True
    if near_end and size <= 120 and habits.BYLINE.match(line):
        return True
    if _ticker(line):
        return True
    return (near_top or near_end) and size <= 400 and bool(habits.BIO.match(line)) and not habits.HARMED.search(line)


def is_caption(line: str) -> bool:
    """Whether the line describes a picture: it leads or ends with a credit."""
    if len(line) > 450:
        return False
    if (
        habits.CAPTION_LEAD.match(line)
        or habits.IN_BRACKETS.search(line)
        or (habits.POSED.search(line) and not _reports(line))
    ):
        return True
    end = line[-180:]
    if "/" in end and habits.PHOTOGRAPHER.search(end[-80:]):
        return True
    if not any(hint in end for hint in habits.CREDIT_HINTS):
        return False
    # '... the ministry said. (Reuters)' ends a report
    if habits.SOURCE_TAIL.search(line[-80:]) or habits.REPORTING.search(line):
        return False
    tail = habits.CAPTION_TAIL.search(end)
    if tail is None:
        return bool(habits.SHORT_CREDIT.match(line)) if len(line) <= 120 else False
    return len(line) <= 350


def is_stamp(line: str, *, near_edge: bool = True) -> bool:
    """Whether the line holds a date or time of publication, and besides it only labels and names."""
    found = list(dates.stamps(line))
    if not found and not re.search(r"\d{1,2}[:.]\d\d", line):
        return False
    if not found and not near_edge:
        return False
    if habits.SENTENCE_END.search(line) and not re.search(r"(?i)[ap]\.m\.$", line) and len(line) > 60:
        return False
    rest = line
    for stamp in reversed(found):
        rest = rest[: stamp.start] + " " + rest[stamp.end :]
    rest = habits.STAMP_WORDS.sub(" ", rest)
    words = rest.split()
    if not words:
        return True
    labelled = bool(re.search(r"(?i)\b(?:published|posted|updated|source|by)\b|[|»]", line))
    return (
        near_edge
        and len(words) <= (6 if labelled else 3)
        and all(word[:1].isupper() or word[:1] == "(" for word in words)
    )


def _reports(line: str) -> bool:
    """Whether a long line attributes something: then it tells news, whatever it begins with."""
    return len(line) > 100 and bool(habits.REPORTING.search(line))


def _pointer(line: str) -> bool:
    found = habits.POINTER.match(line)
    if not found:
        return False
    if habits.POINTER_EXACT.match(line) or found.group().rstrip().endswith((":", "|")):
        return True
    # 'Trending downward, the toll ...' is a sentence; a pointer has a mark behind it, or no full stop at the end
    rest = line[found.end() : found.end() + 3].lstrip()
    return rest[:1] in (":", "|", ">", "»", "-", "–", "") or (len(line) <= 90 and not habits.SENTENCE_END.search(line))


def _share_bar(line: str) -> bool:
    words = [word.lower() for word in habits.WORD.findall(line)]
    return (
        bool(words)
        and any(word in habits.SHARE_CORE for word in words)
        and all(word in habits.SHARE_WORDS or word.isdigit() for word in words)
    )


def _ticker(line: str) -> bool:
    """Tags or other headlines in one line, held apart by bars or bullets."""
    parts = habits.SEPARATORS.split(line)
    if len(parts) < 3 or len(line) > 400 or line[0] in "•·»›>|":
        return False
    return not any(habits.SENTENCE_END.search(part) and len(part) > 80 for part in parts)


def _like_headline(line: str) -> bool:
    return len(line) <= 160 and not habits.SENTENCE_END.search(line.rstrip(">» "))


def _doubled(lines: Sequence[str]) -> frozenset[int]:
    """Lines to drop because they stand there more than once.

    A line printed twice near itself is a caption and its alternative text: both go, if it reads like one. A paragraph
    repeated later (a summary above the article) is kept once.
    """
    seen: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if len(line) >= 20:
            seen.setdefault(key(line), []).append(index)
    drop: set[int] = set()
    for places in seen.values():
        if len(places) < 2:
            continue
        line = lines[places[0]]
        near = any(b - a <= 2 for a, b in pairwise(places))
        captionlike = is_caption(line) or (len(line) <= 250 and not habits.SENTENCE_END.search(line))
        drop.update(places if near and captionlike and places[0] > 0 else places[1:])
        if near and captionlike and places[0] == 0 and len(lines) > 2 and _has_date(line):
            drop.add(0)
    return frozenset(drop)


def _has_date(line: str) -> bool:
    return next(dates.stamps(line), None) is not None


def _with_dateline(lines: list[str]) -> list[str]:
    """'New Delhi:' on a line of its own is the dateline of the next."""
    for index, line in enumerate(lines[:3]):
        if index + 1 < len(lines) and len(line) <= 60 and habits.LOCATION_ONLY.match(line):
            return [*lines[:index], f"{line} {lines[index + 1]}", *lines[index + 2 :]]
    return lines


@lru_cache(maxsize=256)
def key(line: str) -> str:
    """The words of a line, by which it is known again; kept a while, for it is asked for more than once."""
    return " ".join(_NO_WORD.split(line)).strip().casefold()
