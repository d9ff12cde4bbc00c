"""Packed files, bounded: .gz and .warc.gz. Runs in a worker."""

from __future__ import annotations

import zlib
from datetime import datetime
from io import BytesIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from monitor.sources import Draft, Refusal, charsets
from monitor.sources.dates import read_date
from monitor.sources.feeds import gunzip

MAX_UNPACKED = 50_000_000
MAX_RATIO = 100
MAX_PAGES = 5_000
MAX_PAGE = 5_000_000


def read_gzip(body: bytes) -> bytes | Refusal:
    """What is packed in it; refused above 50 MB, or above a hundred times its size."""
    limit = min(MAX_UNPACKED, max(1_000_000, len(body) * MAX_RATIO))
    unpacked, trouble = gunzip(body, limit)
    return Refusal(reason=trouble) if trouble else unpacked


def read_warc(body: bytes, now: datetime) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """The HTML pages of an archive of crawled pages, with the time each was fetched left out: it is no date of news."""
    drafts: list[Draft] = []
    notes: list[str] = []
    total = 0
    try:
        for record in ArchiveIterator(BytesIO(body)):
            if record.rec_type not in {"response", "resource"}:
                continue
            headers = record.http_headers
            media = (headers.get_header("content-type") if headers else record.content_type) or ""
            status = headers.get_statuscode() if headers else "200"
            if status != "200" or "html" not in media.lower():
                continue
            page = record.content_stream().read(MAX_PAGE)
            total += len(page)
            if total > MAX_UNPACKED or len(drafts) >= MAX_PAGES:
                notes.append(f"more than {MAX_UNPACKED // 1_000_000} MB or {MAX_PAGES} pages; the rest was left")
                break
            charset = media.lower().partition("charset=")[2].split(";")[0].strip()
            text, _note = charsets.decode(page, charset, charsets.declared(page))
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            published, precision = read_date(headers.get_header("last-modified") if headers else None, now)
            drafts.append(
                Draft(
                    html=text,
                    url=address[:2_000] if address.startswith(("http://", "https://")) else None,
                    published=published if precision == "day" else None,
                )
            )
    except (ArchiveLoadFailed, ValueError, OSError, EOFError, AttributeError, zlib.error) as error:
        notes.append(f"damaged archive: {str(error)[:200]}")
    return tuple(drafts), tuple(notes)
