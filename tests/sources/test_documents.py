"""Files of every kind: what they give, and why they give nothing."""

from __future__ import annotations

import gzip
import io
import json
import random
import time
import zipfile
import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.sources import Draft, Refusal
from monitor.sources.documents import READERS, Document, read_document
from monitor.sources.worker import Worker, WorkerFailed
from tests.faults.feeds import entry, rss

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
MORNING = datetime(2026, 3, 1, 10, 30, tzinfo=UTC)


def drafts(name: str, body: bytes | str) -> tuple[Draft, ...]:
    got = read_document(name, body.encode() if isinstance(body, str) else body, NOW)
    assert isinstance(got, Document), got
    return got.drafts


def refusal(name: str, body: bytes | str) -> str:
    got = read_document(name, body.encode() if isinstance(body, str) else body, NOW)
    assert isinstance(got, Refusal), got
    return got.reason


def test_a_bare_text_is_taken_as_it_stands() -> None:
    """Nothing is made up: no title, no date, no outlet."""
    (draft,) = drafts("a.txt", "Shells fell on the town.\r\n\r\nNobody was hurt.\n")

    assert draft == Draft(text="Shells fell on the town.\n\nNobody was hurt.")


def test_front_matter_gives_the_fields() -> None:
    """YAML between dashes; markdown loses its marks."""
    (draft,) = drafts(
        "a.md",
        "---\ntitle: Shells on the town\noutlet: Border Post\nurl: https://post.example/1\n"
        "published: 2026-03-01T10:30:00Z\n"
        "tags: [war, border]\n---\n## Night\n\n**Three** [houses](https://x.example) burnt.\n\n- one\n- two\n",
    )

    assert (draft.title, draft.outlet, draft.url) == ("Shells on the town", "Border Post", "https://post.example/1")
    assert (draft.published, draft.published_precision, draft.tags) == (MORNING, "minute", ("war", "border"))
    assert draft.text == "Three houses burnt.\n\none\ntwo"


def test_front_matter_that_is_no_yaml_is_read_line_by_line() -> None:
    """'title: Strike: three dead' is what people write."""
    (draft,) = drafts("a.txt", "---\ntitle: Strike: three dead\ndate: 2026-03-01\n---\nText.")

    assert (draft.title, draft.published_precision) == ("Strike: three dead", "day")


@pytest.mark.parametrize("title", ["Attaque à Ménaka", "Café bombing in Orléans", "São Paulo protest", "Malmö blast"])
@pytest.mark.parametrize("killed", ["eleven people", "12 civilians on 3 March 2024, the army of Mali said on Monday"])
def test_a_few_accents_in_an_english_text_are_western(title: str, killed: str) -> None:
    """Central European readings fit such bytes as well, and are nearly always wrong."""
    text = f"{title}\n\nArmed men attacked a village in northern Mali and killed {killed}."
    (draft,) = drafts("a.txt", text.encode("latin-1"))

    assert draft.text == text


def test_a_czech_text_stays_czech() -> None:
    """Where the letters themselves tell, they are heard."""
    text = "Při útoku na vesnici zahynuli tři lidé, uvedl ministr obrany. Vojáci byli zraněni, vyšetřování pokračuje."
    (draft,) = drafts("a.txt", text.encode("cp1250"))

    assert draft.text == text


def test_a_few_stray_nul_bytes_are_left_out() -> None:
    """A fault of what wrote the file costs the bytes and not the report; what is full of them is no text."""
    text = "A drone hit the port of Odesa on Monday.\0 Three people were kil\0led, the governor said.\n"
    (draft,) = drafts("a.txt", text)

    assert draft.text == text.replace("\0", "").strip()
    for binary in (b"\x7fELF\2\1\1\0", bytes(range(256)), "Three killed at Kyiv, officials say".encode("utf-16-le")):
        assert isinstance(read_document("a.txt", binary, NOW), Refusal)


def test_a_rule_of_dashes_is_no_front_matter() -> None:
    """What only looks like it stays text."""
    (draft,) = drafts("a.txt", "---\nJust a line.\nNothing follows.")

    assert draft.text.startswith("---")


HERE = "https://p.example/1"


@pytest.mark.parametrize(
    "document",
    [
        {"title": "One", "text": "Text.", "published": "2026-03-01T10:30:00Z", "outlet": "Post", "url": HERE},
        {"headline": "One", "body": "<p>Text.</p>", "date": 1772361000, "source": {"name": "Post"}, "link": HERE},
        {"Title": "One", "maintext": "Text.", "date_publish": "2026-03-01 10:30:00", "site": "Post", "URL": HERE},
        {"title": {"rendered": "One"}, "content": {"rendered": "Text."}, "datePublished": "2026-03-01T10:30Z"}
        | {"publisher": "Post", "url": HERE},
    ],
)
def test_json_is_read_under_usual_names(document: dict[str, object]) -> None:
    """Crawlers, APIs and exports name the same things differently."""
    for body in (document, [document], {"articles": [document]}, {"status": "ok", "data": [document]}):
        (draft,) = drafts("a.json", json.dumps(body))

        assert (draft.title, draft.text, draft.outlet, draft.url) == ("One", "Text.", "Post", HERE)
        assert draft.published == MORNING


def test_json_lines_pass_over_what_is_broken() -> None:
    """A bad line costs itself, and is named."""
    lines = [
        json.dumps({"id": "1", "text": "One."}),
        "{broken",
        "",
        json.dumps({"other": 1}),
        json.dumps({"text": "Two."}),
    ]

    got = read_document("a.jsonl", "\n".join(lines).encode(), NOW)

    assert isinstance(got, Document)
    assert [draft.text for draft in got.drafts] == ["One.", "Two."]
    assert [note.split(":")[0] for note in got.lost] == ["line 2", "line 4"]


def test_a_mail_gives_subject_sender_date_and_text() -> None:
    """Plain part before HTML, whatever the encoding."""
    body = (
        "From: =?utf-8?q?Border_Post?= <desk@post.example>\r\nSubject: =?utf-8?b?U2hlbGxzIG9uIHRoZSB0b3du?=\r\n"
        "Date: Sun, 01 Mar 2026 10:30:00 +0000\r\nMessage-ID: <1@post.example>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>Html</p>\r\n'
        "--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        "Grenze =FCberschritten.\r\n--b--\r\n"
    )

    (draft,) = drafts("a.eml", body)

    assert (draft.title, draft.outlet, draft.text) == ("Shells on the town", "Border Post", "Grenze überschritten.")
    assert (draft.published, draft.guid) == (MORNING, "<1@post.example>")


def test_html_stays_html_until_it_is_read_as_a_page() -> None:
    """Decoded by its own declaration."""
    page = '<html><head><meta charset="windows-1251"></head><body><p>Обстрел посёлка</p></body></html>'

    (draft,) = drafts("a.html", page.encode("windows-1251"))

    assert "Обстрел посёлка" in draft.html
    assert draft.text == ""


def test_feeds_and_packed_files_are_read() -> None:
    """A saved feed, and a text in .gz."""
    assert [draft.guid for draft in drafts("a.xml", rss([entry(1), entry(2)]))] == ["id-1", "id-2"]
    assert drafts("a.txt.gz", gzip.compress(b"Packed text."))[0].text == "Packed text."


def test_an_archive_of_pages_gives_its_pages() -> None:
    """WARC: HTML responses with status 200 only."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number, (status, kind) in enumerate(
        [("200 OK", "text/html"), ("404 No", "text/html"), ("200 OK", "image/png")]
    ):
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.0")
        writer.write_record(
            writer.create_warc_record(
                f"https://p.example/{number}", "response", payload=io.BytesIO(b"<p>Page</p>"), http_headers=headers
            )
        )

    (draft,) = drafts("a.warc.gz", out.getvalue())

    assert (draft.url, draft.html) == ("https://p.example/0", "<p>Page</p>")
    assert "damaged" in refusal("b.warc.gz", out.getvalue()[:40]) or "no page" in refusal(
        "b.warc.gz", out.getvalue()[:40]
    )


def test_word_documents_give_their_paragraphs() -> None:
    """Title, paragraphs and table cells."""
    import docx

    document = docx.Document()
    document.core_properties.title = "Shells on the town"
    document.add_paragraph("First paragraph.")
    document.add_table(1, 2).rows[0].cells[1].text = "cell"
    out = io.BytesIO()
    document.save(out)

    (draft,) = drafts("a.docx", out.getvalue())

    assert draft.title == "Shells on the town"
    assert draft.text.startswith("First paragraph.")
    assert "cell" in draft.text


def pdf(text: str) -> bytes:
    """A small PDF with one line of text."""
    stream = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, each)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % start)


def test_pdfs_give_their_text() -> None:
    """And a scan, which has none, says so."""
    assert drafts("a.pdf", pdf("Shells fell on the town."))[0].text == "Shells fell on the town."
    assert "no text" in refusal("b.pdf", pdf(""))


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t ", "empty"),
        ("a.txt", b"MZ\x90\x00\x03\x00\x00\x00", "not text"),
        ("a.html", b"\x89PNG\r\n\x1a\n\x00\x00", "not text"),
        ("a.json", b'{"text": ', "broken JSON"),
        ("a.json", b"[" * 100_000, "nested too deep"),
        ("a.json", b'{"other": 1}', "no article"),
        ("a.json", b"42", "no article"),
        ("a.jsonl", b"{broken\n", "line 1"),
        ("a.eml", b"just words", "not a mail"),
        ("a.xml", b"<html><body>Welcome</body></html>", "web page"),
        ("a.xml", b"<note>hi</note>", "not a feed"),
        ("a.pdf", b"%PDF-1.4 nothing", "damaged PDF"),
        ("a.docx", b"PK\x03\x04 nothing", "damaged Word"),
        ("a.gz", b"\x1f\x8b\x08 bad", "damaged"),
        ("a.txt.gz", gzip.compress(bytes(200_000_000), mtime=0), "too large"),
        ("a.gz.gz", gzip.compress(gzip.compress(b"x", mtime=0), mtime=0), "not read"),
        ("a.exe", b"MZ", "not read"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, body: bytes, reason: str) -> None:
    """Each a clear recorded answer."""
    assert reason in refusal(name, body)


def test_a_word_document_that_unpacks_a_thousandfold_is_refused() -> None:
    """T19: by what its parts claim, before one is unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(60_000_000))

    assert "unpacks to 60 MB" in refusal("a.docx", out.getvalue())


def bombs() -> dict[str, bytes]:
    """Five documents made to break their reader, by file name."""
    packed = zlib.compress(bytes(300_000_000), 9)
    swollen = pdf("x").replace(b"<</Length 29>>stream", b"<</Filter/FlateDecode/Length %d>>stream" % len(packed))
    swollen = swollen.replace(b"BT /F1 12 Tf 72 700 Td (x) Tj ET", packed)
    looped = pdf("x").replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")
    deep = b"%PDF-1.4\n1 0 obj" + b"[" * 200_000 + b"\ntrailer<</Root 1 0 R>>"
    entities = '<!DOCTYPE d [<!ENTITY a "' + "x" * 50_000 + '">]><d>' + "&a;" * 2_000 + "</d>"
    honest = io.BytesIO()
    import docx

    docx.Document().save(honest)
    swapped = io.BytesIO()
    linked = io.BytesIO()
    with zipfile.ZipFile(honest) as old, zipfile.ZipFile(swapped, "w") as new, zipfile.ZipFile(linked, "w") as out:
        for name in old.namelist():
            body = old.read(name)
            new.writestr(name, entities if name == "word/document.xml" else body)
            out.writestr(
                name, body.replace(b"</Relationships>", LINK + b"</Relationships>") if "_rels" in name else body
            )
        out.writestr("../../escaped.txt", "outside")
    return {
        "swollen.pdf": swollen,
        "looped.pdf": looped,
        "deep.pdf": deep,
        "entities.docx": swapped.getvalue(),
        "linked.docx": linked.getvalue(),
    }


LINK = (
    b'<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
    b'Target="http://127.0.0.1:9/x.png" TargetMode="External"/>'
)


@pytest.mark.parametrize("name", ["swollen.pdf", "looped.pdf", "deep.pdf", "entities.docx", "linked.docx"])
def test_documents_made_to_break_their_reader_end_in_the_worker(worker: Worker, name: str) -> None:
    """T19, T16: bombs, loops, outside links, names that climb out: an answer or a recorded refusal, in time."""
    began = time.monotonic()
    try:
        assert isinstance(worker.run(read_document, name, bombs()[name], NOW), Document | Refusal)
    except WorkerFailed as error:
        assert error.reason  # noqa: PT017 a recorded refusal is an answer
    assert time.monotonic() - began < 20

    assert isinstance(worker.run(read_document, "a.txt", b"Text.", NOW), Document)


def test_hundreds_of_damaged_documents_never_reach_the_main_process(worker: Worker) -> None:
    """T19: 977 PDFs and Word documents with bytes flipped, cut out and doubled: each an answer or a refusal."""
    seed = random.SystemRandom().randrange(1 << 30)
    print(f"seed {seed}")
    dice = random.Random(seed)
    packed = io.BytesIO()
    import docx

    document = docx.Document()
    document.add_paragraph("Shells fell on the town in the night.")
    document.save(packed)
    whole = {"a.pdf": pdf("Shells fell on the town in the night."), "a.docx": packed.getvalue()}
    for _ in range(977):
        name = dice.choice(["a.pdf", "a.pdf", "a.docx"])
        body = bytearray(whole[name])
        for _ in range(dice.randrange(1, 12)):
            place = dice.randrange(len(body))
            match dice.randrange(3):
                case 0:
                    body[place] = dice.randrange(256)
                case 1:
                    del body[place : place + dice.randrange(1, 60)]
                case 2:
                    body[place:place] = body[place : place + dice.randrange(60)] * 3
        try:
            assert isinstance(worker.run(read_document, name, bytes(body), NOW), Document | Refusal)
        except WorkerFailed as error:
            assert "longer than" in error.reason or "died" in error.reason or "MB" in error.reason  # noqa: PT017


def test_a_pdf_over_which_its_library_asserts_is_damaged() -> None:
    """A page whose text names another object, by a flipped byte, trips an assertion for a type checker."""
    body = pdf("Shells fell on the town in the night.").replace(b"(Shells", b"1 0 R (")

    refusal = read_document("a.pdf", body, NOW)

    assert isinstance(refusal, Refusal)
    assert refusal.reason.startswith("damaged PDF: AssertionError")


@settings(deadline=None)  # the first of each kind loads its reader
@given(st.sampled_from(sorted(READERS)), st.binary(max_size=400))
def test_any_bytes_under_any_name_give_an_answer(kind: str, body: bytes) -> None:
    """No exception, whatever the bytes."""
    assert isinstance(read_document(f"x{kind}", body, NOW), Document | Refusal)


_names = st.sampled_from("title text html date url tags items version source id x".split())
_leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
_values = st.recursive(_leaves, lambda inner: st.lists(inner) | st.dictionaries(_names, inner), max_leaves=12)


@given(_values)
def test_any_json_gives_an_answer(value: object) -> None:
    """Values of every type under every known name."""
    assert isinstance(read_document("x.json", json.dumps(value).encode(), NOW), Document | Refusal)


PAGES = Path(__file__).parents[2].parent / "shared" / "data"


@pytest.mark.skipif(not (PAGES / "html_articles.jsonl").is_file(), reason="the collection of pages is not there")
def test_pages_are_extracted_no_worse_than_by_trafilatura_alone() -> None:
    """Extraction F1 by word overlap with the articles' own text."""
    from collections import Counter

    import trafilatura

    from monitor.articles.extract import extract
    from monitor.articles.page import read

    def f1(got: str, gold: str) -> float:
        a, b = Counter(got.split()), Counter(gold.split())
        common = sum((a & b).values())
        return 2 * common / (sum(a.values()) + sum(b.values())) if common else 0.0

    ours, alone = [], []
    for line in (PAGES / "html_articles.jsonl").read_text().splitlines():
        row = json.loads(line)
        (draft,) = drafts("page.html", (PAGES / row["file"]).read_bytes())
        draft_item = draft.item(source="s", key="k", subject="page.html", received=NOW)
        ours.append(f1(extract(draft_item).text, row["text"]))
        alone.append(f1(trafilatura.extract(draft.html) or "", row["text"]))
        assert read(draft.html).text
    print(f"F1 {sum(ours) / len(ours):.3f}, trafilatura alone {sum(alone) / len(alone):.3f}, {len(ours)} pages")

    assert sum(ours) >= sum(alone) - 0.02 * len(ours)


HALF = "one \ud800 two"


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.json", json.dumps(dict.fromkeys(("title", "text", "id", "outlet", "tags"), HALF))),
        ("a.jsonl", json.dumps({"headline": HALF, "html": f"<p>{HALF}</p>", "url": "http://a/\udfff"})),
        ("a.json", json.dumps({"feed_url": "x", "items": [{"id": "\ud800", "title": HALF, "tags": ["\ud800"]}]})),
        ("a.md", '---\ntitle: "one \\ud800 two"\ntags: ["\\udfff"]\n---\nText.'),
        ("a.xml", rss(["<item><title>one &#xD800; two</title><guid>&#55296;</guid></item>"])),
    ],
)
def test_half_a_surrogate_pair_is_told_as_what_cannot_be_read(name: str, body: str) -> None:
    """JSON, YAML and XML can spell what no database stores: in whatever field it comes, U+FFFD stands for it."""
    (draft,) = drafts(name, body)

    assert draft.title == "one \ufffd two"
    for text in (draft.guid, draft.text, draft.html, draft.outlet or "", draft.url or "", *draft.tags):
        assert text.encode("utf-8", "replace").decode() == text
