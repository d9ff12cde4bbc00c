"""An item's own words, cleaned for good: every later offset counts in what is made here.

Title, text without page furniture, outlet and whose copy it is, canonical address, language, and the time of
publication, marked where the text and not the source gave it. Nothing here knows the clock: `Item.received` only bounds
what a date in the text can mean, and never takes its place.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime
from statistics import median

from courlan import clean_url

from monitor.articles import dates, fingerprint, furniture, language, page, publishers
from monitor.articles.hygiene import scrub, unescape
from monitor.errors import ArticleError
from monitor.types import Article, Item

#: beyond this a text is cut, and says so in `removed`; the longest live blogs stay below it
MAX_TEXT = 200_000
MAX_TITLE = 500

_MARKUP = re.compile(r"(?i)</?(?:p|br|div|a|b|i|strong|em|span|ul|li|h[1-6]|img|figure|blockquote)\b[^<>]{0,2000}/?>")
_BLANK = re.compile(r"\n[ ]*\n\s*")
_TERMINAL = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")
_STOP = re.compile(r"""[.;:,…]["'”’»)\]]*$""")
_DATELINED = re.compile(r"^[A-Z][\w .,'’/()-]{2,60}\s(?:[–—]|-{1,2})\s|^[A-Z]{3,}[\w ,/()]*(?:[:—-]|\(AP\))")
_SITE_TAIL = re.compile(r"\s+(?:[|»•·]|[-–—])\s+(?P<site>[^|»•·–—]{2,45})$")
_SITE_WORDS = re.compile(
    r"""(?ix) \b(?:news|times|post|tv|online|magazine|daily|herald|tribune|guardian|telegraph|independent|reuters|bbc
    |cnn|al\sjazeera|afp|dw|npr|nyt|wsj|politico|axios|jpost|ynet|rudaw|wion|ndtv|sky|cbs|nbc|abc|fox|france\s24|euronews
    |agency|chronicle
    |gazette|\w+\.(?:com|net|org|co\.uk|ru|ua|il|in|ir|tv|info|media)) \b"""
)
_SECTION_LEAD = re.compile(
    r"(?i)^(?:world|breaking|latest|top|india|business)?\s?(?:news|news update|international|world)\s+[|»]\s+"
)


def extract(item: Item) -> Article:
    """The article in `item`; the same item gives the same article. Raises ArticleError where it holds no words."""
    found = page.Page(text=item.text)
    if not item.text.strip() and item.html.strip():
        found = page.read(item.html)
    elif _MARKUP.search(item.text[:5_000]):
        found = page.Page(text=page.fragment(item.text))

    url = canonical(item.url or found.url)
    outlet = _line(item.outlet or found.outlet or "") or None
    given = _line(item.title) or _line(found.title)

    text = scrub(unescape(found.text))
    overlong = len(text) > MAX_TEXT
    lines = paragraphs(text[:MAX_TEXT])
    outlet = outlet or (None if url else next((line for line in lines[:12] if publishers.is_outlet(line)), None))
    house = publishers.publisher(outlet, url)
    title = _without_site(given, outlet, house)
    lines, before = _from_title(lines, title)
    cut = furniture.cut(lines, title=title, outlet=outlet)
    kept, removed = list(cut.kept), [*before, *cut.removed]
    if not title and kept and looks_like_title(kept):
        title, kept = kept[0], kept[1:]
    if overlong:
        removed.append(f"(all beyond {MAX_TEXT:,} characters)")
    body = "\n\n".join(kept)
    if not body and not title:
        raise ArticleError(f"{item.subject}: no words of an article in it")

    credits = [line for line in removed if not furniture.is_caption(line)]
    wire = publishers.wire(title=given or title, lines=kept, removed=credits, outlet=outlet)
    published, precision, inferred = _published(item, found, removed, kept)
    return Article(
        id=item.article_id or _identity(item, outlet=outlet, url=url, title=title, body=body),
        source=item.source,
        subject=item.subject,
        title=title,
        text=body,
        language=language.detect(f"{title}\n{body}"),
        outlet=publishers.outlet_of(outlet, url),
        publisher=house,
        wire=wire,
        url=url,
        published=published,
        published_precision=precision,
        published_inferred=inferred,
        received=item.received,
        digest=fingerprint.digest(body or title),
        signature=fingerprint.signature(body or title),
        tags=item.tags,
        trust=item.trust,
        quiet=item.quiet,
        removed=tuple(removed),
    )


def canonical(url: str | None) -> str | None:
    """`url` without trackers and fragment; None where it is no web address."""
    if not url or not re.match(r"(?i)https?://", url.strip()):
        return None
    bare = scrub(url).strip().split("#", 1)[0]
    try:
        return clean_url(bare) or bare
    except Exception:  # a library door: whatever it cannot parse is kept as it came
        return bare


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a plain text: blank lines part them, or single line ends where lines are not merely wrapped."""
    blocks = [
        lines for block in _BLANK.split(text) if (lines := [line.strip() for line in block.split("\n") if line.strip()])
    ]
    width = _wrapped_at(blocks)
    found: list[str] = []
    for lines in blocks:
        if len(lines) > 1 and (width and all(0.6 * width <= len(line) <= width for line in lines[:-1])):
            found.append(" ".join(lines))
        else:
            found.extend(lines)
    return found


def looks_like_title(lines: list[str]) -> bool:
    """Whether the first of `lines` heads the others: short, without a full stop, and something follows it."""
    first = lines[0]
    if len(lines) < 2 or not 12 <= len(first) <= 220 or len(first.split()) < 3:
        return False
    if _STOP.search(first) or _DATELINED.match(first):
        return False
    return len(lines[1]) > len(first) or len(lines) > 2


def _wrapped_at(blocks: Sequence[Sequence[str]]) -> int:
    """The width lines are broken at, as in mail: even lengths, breaks inside sentences. 0 where they are not."""
    inner = [line for lines in blocks for line in lines[:-1]]
    if len(inner) < 3:
        return 0
    running_on = sum(1 for lines in blocks for line in lines[1:] if line[0].islower())
    broken = sum(1 for line in inner if not _TERMINAL.search(line))
    width = max(len(line) for line in inner)
    even = 40 <= width <= 100 and median(len(line) for line in inner) >= 0.75 * width
    return width if even and running_on >= 0.25 * len(inner) and broken >= 0.6 * len(inner) else 0


def _from_title(lines: list[str], title: str) -> tuple[list[str], list[str]]:
    """Where the text repeats its title, what stands above it is the page's head unless it reads as sentences."""
    if not title:
        return lines, []
    wanted = furniture.key(title)
    for index, line in enumerate(lines[:15]):
        if furniture.key(line) == wanted:
            head = [above for above in lines[:index] if len(above) > 160 and _TERMINAL.search(above)]
            dropped = [above for above in lines[: index + 1] if above not in head]
            return [*head, *lines[index + 1 :]], dropped
    return lines, []


def _without_site(title: str, outlet: str | None, house: str | None) -> str:
    """`title` without the site's name behind it ('... | BBC News') and the section's before it."""
    title = _SECTION_LEAD.sub("", title)
    for _ in range(2):
        tail = _SITE_TAIL.search(title)
        if tail is None or tail.start() < 15:
            break
        site = tail["site"]
        own = {furniture.key(name) for name in (outlet, house) if name}
        named = furniture.key(site) in own or (_SITE_WORDS.search(site) and len(site.split()) <= 5)
        if not named and not furniture.is_stamp(site):
            break
        title = title[: tail.start()].rstrip()
    return title


def _published(item: Item, found: page.Page, removed: list[str], kept: list[str]) -> tuple[datetime | None, str, bool]:
    """When it was published, how exactly, and whether the text had to say it. Unknown is None, 'unknown', False."""
    if item.published and dates.plausible(item.published, latest=item.received):
        precision = item.published_precision if item.published_precision != "unknown" else "minute"
        return item.published, precision, False
    if found.published and dates.plausible(found.published, latest=item.received):
        return found.published, found.precision, False
    stamp = dates.of_lines((line for line in removed if furniture.is_stamp(line)), latest=item.received)
    stamp = stamp or dates.of_text("\n\n".join(kept[:12]), latest=item.received)
    if stamp:
        return stamp.at, stamp.precision, True
    return None, "unknown", False


def _identity(item: Item, *, outlet: str | None, url: str | None, title: str, body: str) -> str:
    """The same words from the same place are the same article, however often they are handed in."""
    parts = (outlet or item.source, url or item.key, title, body)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:20]


def _line(text: str) -> str:
    """One line of plain text, however it came."""
    text = scrub(unescape(text))
    if "<" in text and _MARKUP.search(text):
        text = scrub(page.fragment(text))
    return " ".join(text.split())[:MAX_TITLE]
