"""Bodies that a parser should never have been given, each by the name of what is wrong with it."""

from __future__ import annotations

from tests.faults.feeds import entry, rss

_HEAD = '<?xml version="1.0"?>'


def all_bodies() -> dict[str, bytes]:
    """Twenty-six of them, small enough to be made anew for each test."""
    honest = rss([entry(number) for number in range(20)])
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    texts: dict[str, str | bytes] = {
        "ordinary": honest,
        "entity bomb": f'{_HEAD}<!DOCTYPE r [<!ENTITY a0 "ha">{entities}]>{rss([entry(1, text="&a9;")])[38:]}',
        "quadratic entity": f'{_HEAD}<!DOCTYPE r [<!ENTITY a "{"x" * 50_000}">]>'
        f"<rss><channel><item><title>{'&a;' * 1_000}</title></item></channel></rss>",
        "external entity": f'{_HEAD}<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        "<rss><channel><title>t</title><item><title>&x;</title></item></channel></rss>",
        "unclosed tags": rss([entry(1, text="<div><b>" * 80_000)]),
        "deep elements": f"<rss><channel>{'<item>' * 50_000}",
        "many items": rss([entry(number) for number in range(12_000)]),
        "many attributes": "<rss "
        + " ".join(f'a{n}="{n}"' for n in range(100_000))
        + "><channel><item/></channel></rss>",
        "runs of <": rss([entry(1, text="x" + "<" * 300_000)]).replace("&lt;", "<"),
        "runs of &": rss([entry(1)]).replace("airstrike", "&" * 900_000),
        "huge style": rss([entry(1, text=f"<style>{'a{b:c}' * 150_000}</style>text")]),
        "open bold": rss([entry(1, text="<b>" * 250_000)]),
        "unfinished links": rss([entry(1, text='<a href="' * 80_000)]),
        "long dates": rss([entry(1, date="Mon, " + "1" * 500_000), entry(2, date="2024-" * 100_000)]),
        "cut short": honest[: len(honest) // 2],
        "zero bytes": honest.replace("Report", "Re\0port"),
        "utf-16": honest.replace(' encoding="utf-8"', "").encode("utf-16"),
        "wrong charset": honest.replace("utf-8", "windows-1251").replace("border", "gränz").encode(),
        "empty": b"",
        "login page": "<!doctype html><html><body><form>Log in <input type=password></form></body></html>",
        "long title": rss([entry(1, title="t" * 9_000_000)]),
        "utf-7 script": rss([entry(1, title="+ADw-script+AD4-alert(1)+ADw-/script+AD4-")]).replace("utf-8", "utf-7"),
        "endless comment": f"{_HEAD}<!-- {'- ' * 500_000}",
        "broken doctype": f"{_HEAD}<!DOCTYPE rss [<!ENTITY {'x' * 100_000}",
        "doctype without end": "<!DOCTYPE " + "a" * 200_000 + rss([entry(1)]),
        "only marks of order": b"\xff\xfe\x00\x00",
    }
    return {name: text.encode() if isinstance(text, str) else text for name, text in texts.items()}
