"""Text of .pdf and .docx files, bounded. Runs in a worker: these formats are programs, and some are traps."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from itertools import islice

from lxml import etree

from monitor.sources import Draft, Refusal
from monitor.sources.dates import within
from monitor.sources.fragments import one_line, tidy

MAX_UNPACKED = 50_000_000
MAX_RATIO = 100
MAX_PAGES = 500
MAX_TEXT = 500_000
#: what damaged bytes make the libraries raise beside their own errors
_DAMAGE = (
    *(ValueError, KeyError, TypeError, AttributeError, IndexError, OSError, EOFError, RecursionError),
    *(NotImplementedError, RuntimeError, AssertionError, struct.error, zlib.error, etree.LxmlError),
)


def read_pdf(body: bytes, now: datetime) -> Draft | Refusal:
    """The text of its first 500 pages, and the title it states; when it was made is not when its news was published.
    A scan has no text and is refused."""
    import pypdf
    from pypdf.errors import PyPdfError

    try:
        document = pypdf.PdfReader(BytesIO(body), strict=False)
        if document.is_encrypted and not document.decrypt(""):
            return Refusal(reason="the PDF needs a password")
        pages: list[str] = []
        size = 0
        for page in islice(document.pages, MAX_PAGES):
            text = page.extract_text() or ""
            pages.append(text)
            size += len(text)
            if size > MAX_TEXT:
                break
        title = one_line(str((document.metadata and document.metadata.title) or ""))
    except (PyPdfError, *_DAMAGE) as error:
        return Refusal(reason=f"damaged PDF: {type(error).__name__}: {str(error)[:200]}")
    text = tidy("\n\n".join(pages))[:MAX_TEXT]
    if not text:
        return Refusal(reason="the PDF holds no text (a scan?)")
    return Draft(title="" if title.lower().endswith((".doc", ".docx", ".pdf")) else title, text=text)


def read_docx(body: bytes, now: datetime) -> Draft | Refusal:
    """The paragraphs and table cells of a Word document, with its title. Linked files are never followed."""
    import docx
    from docx.opc.exceptions import OpcError

    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
            if unpacked > MAX_UNPACKED or unpacked > max(1_000_000, len(body) * MAX_RATIO):
                return Refusal(reason=f"unpacks to {unpacked // 1_000_000} MB; refused")
        document = docx.Document(BytesIO(body))
        parts = list(_paragraphs(document))
        title = one_line(document.core_properties.title or "")
        created = document.core_properties.created
    except (zipfile.BadZipFile, OpcError, *_DAMAGE) as error:
        return Refusal(reason=f"damaged Word document: {type(error).__name__}: {str(error)[:200]}")
    text = tidy("\n\n".join(parts))[:MAX_TEXT]
    if not text and not title:
        return Refusal(reason="the document holds no text")
    if created is not None and created.year > 2013:  # python-docx's own template says 2013
        published, _precision = within(created.replace(tzinfo=created.tzinfo or UTC), "day", now)
    else:
        published = None
    return Draft(
        title=title if title.lower() != "word document" else "",
        text=text,
        published=published,
        published_precision="day" if published else "unknown",
    )


def _paragraphs(document: object) -> Iterator[str]:
    size = 0
    for paragraph in document.paragraphs:  # type: ignore[attr-defined]
        size += len(paragraph.text)
        if size > MAX_TEXT:
            return
        yield paragraph.text
    for table in document.tables:  # type: ignore[attr-defined]
        for row in table.rows:
            yield "\t".join(cell.text for cell in row.cells)
