"""Which entries of a feed are new, which are edits, and which were there before. Pure.

Guids are missing, repeated, re-used and re-minted. So an entry is the same as a remembered one when its guid says so
and nothing contradicts it, or when its address and title, or its whole content, say so under another guid. A guid that
comes back with another address and another title is another entry: the old one is kept.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from courlan import clean_url

from monitor.sources import Draft
from monitor.types import EntryMark

#: edits in a row that leave the words of the title alone (a clock, an advertisement); then one a day
IDLE_REVISIONS = 24
#: edits of any kind; then one a day
REVISIONS = 200
_DAY = timedelta(days=1)
_REFRESH = timedelta(days=1)

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One entry of a body with what it is known by."""

    draft: Draft
    key: str
    guid: str
    link: str
    title: str
    content: str
    shared_link: bool  #: several entries of this body have the same address, so it identifies none of them


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """An entry to take in."""

    draft: Draft
    mark: EntryMark  #: to be stored with it
    revision: bool  #: it was there before, with other content


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What one body brought."""

    arrivals: tuple[Arrival, ...]
    seen: tuple[EntryMark, ...]  #: marks to be stored although nothing is taken in


def candidates(drafts: Sequence[Draft]) -> tuple[Candidate, ...]:
    """The entries of one body, each with its own key; without exact repeats, and those that say nothing at all."""
    worded = [draft for draft in drafts if draft.title or draft.text or draft.html]
    named = [(draft, _link(draft.url), _folded(draft.title), content_hash(draft)) for draft in worded]
    guids: dict[str, set[tuple[str, str]]] = {}
    for draft, link, title, _content in named:
        guids.setdefault(draft.guid, set()).add((link, title))
    links = Counter(link for link, _title in {(link, title) for _, link, title, _ in named})
    taken: set[str] = set()
    found: list[Candidate] = []
    contents: set[tuple[str, str]] = set()
    for draft, link, title, content in named:
        guid = draft.guid.strip()
        shared = links[link] > 1
        if guid and len(guids[draft.guid]) == 1:
            key = f"g:{guid}"
        elif guid:
            key = f"g:{guid}|{_short(link if not shared else '', title)}"
        elif link and not shared:
            key = f"l:{link}"
        elif link or title:
            key = f"t:{_short(link, title)}"
        else:
            key = f"c:{content}"
        key = key if len(key) <= 300 else f"h:{_short(key)}"
        if key in taken and (key, content) not in contents and not title:
            key = f"{key}|{content[:16]}"
        if key in taken:
            continue
        taken.add(key)
        contents.add((key, content))
        found.append(
            Candidate(draft=draft, key=key, guid=guid, link=link, title=title, content=content, shared_link=shared)
        )
    return tuple(found)


def keys(one: Candidate) -> tuple[str, str]:
    """What the entry may be remembered under: its key, and the one it gets where its guid was used before."""
    return one.key, _variant(one)


def news(found: Sequence[Candidate], marks: Sequence[EntryMark], *, feed: str, now: datetime) -> News:
    """What of `found` is new or edited, given the remembered entries that share a key, address or title with it."""
    by_key = {mark.key: mark for mark in marks}
    by_link: dict[str, list[EntryMark]] = {}
    by_title: dict[str, list[EntryMark]] = {}
    for each in marks:
        by_link.setdefault(each.link, []).append(each)
        by_title.setdefault(each.title, []).append(each)
    arrivals: list[Arrival] = []
    seen: list[EntryMark] = []
    used: set[str] = set()
    for one in found:
        key, mark = _remembered(one, by_key, by_link, by_title)
        if key in used:  # two entries of this body are one remembered entry: the first speaks for it
            continue
        used.add(key)
        if mark is None:
            mark = EntryMark(
                feed=feed,
                key=key,
                guid=one.guid,
                link=one.link,
                title=one.title,
                content=one.content,
                first_seen=now,
                last_seen=now,
            )
            arrivals.append(Arrival(draft=one.draft, mark=mark, revision=False))
        elif mark.content == one.content:
            if mark.last_seen is None or now - mark.last_seen >= _REFRESH or mark.guid != one.guid:
                seen.append(replace(mark, last_seen=now, guid=one.guid))
        else:
            edited, told = _edited(mark, one, now)
            if told:
                arrivals.append(Arrival(draft=one.draft, mark=edited, revision=True))
            else:
                seen.append(edited)
    return News(arrivals=tuple(arrivals), seen=tuple(seen))


def content_hash(draft: Draft) -> str:
    """What is read of the entry, as one value; dates and addresses do not count."""
    return hashlib.sha256(f"{draft.title}\x1f{' '.join(draft.text.split())}\x1f{draft.html}".encode()).hexdigest()[:32]


def _remembered(
    one: Candidate,
    by_key: dict[str, EntryMark],
    by_link: dict[str, list[EntryMark]],
    by_title: dict[str, list[EntryMark]],
) -> tuple[str, EntryMark | None]:
    """The key it goes by, and the entry it is, if it is one."""
    mark = by_key.get(one.key)
    if mark is not None:
        if not one.key.startswith("g:") or not _overwritten(mark, one):
            return one.key, mark
        other = _variant(one)
        return other, by_key.get(other)
    if one.link and not one.shared_link:
        for mark in by_link.get(one.link, ()):
            if mark.title == one.title or mark.content == one.content:
                return mark.key, mark
    for mark in by_title.get(one.title, ()):
        if mark.content == one.content and (not one.link or not mark.link or one.shared_link):
            return mark.key, mark
    return one.key, None


def _variant(one: Candidate) -> str:
    return f"{one.key[:260]}|{_short(one.link, one.title)}"


def _overwritten(mark: EntryMark, one: Candidate) -> bool:
    """Whether the guid is the same and everything else is another story's."""
    return bool(mark.link and one.link and mark.link != one.link and mark.title != one.title)


def _edited(mark: EntryMark, one: Candidate, now: datetime) -> tuple[EntryMark, bool]:
    """The mark after an edit, and whether the edit is taken in."""
    idle = _words(mark.title) == _words(one.title)
    # an edit that is held back leaves the mark as it is, so that `last_seen` is the last edit taken in
    waited = mark.last_seen is None or now - mark.last_seen >= _DAY
    if ((idle and mark.idle_revisions >= IDLE_REVISIONS) or mark.revisions >= REVISIONS) and not waited:
        return mark, False
    return (
        replace(
            mark,
            guid=one.guid,
            link=one.link,
            title=one.title,
            content=one.content,
            last_seen=now,
            revisions=mark.revisions + 1,
            idle_revisions=mark.idle_revisions + 1 if idle else 0,
        ),
        True,
    )


def _link(url: str | None) -> str:
    if not url:
        return ""
    try:
        return (clean_url(url.split("#", 1)[0]) or url)[:1_000]
    except Exception:  # a library door: an address it cannot clean is compared as it stands
        return url[:1_000]


def _folded(title: str) -> str:
    return " ".join(title.casefold().split())[:300]


def _words(title: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(title))


def _short(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:24]
