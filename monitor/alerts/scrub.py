"""Texts from outside made harmless: bounded, without control or direction characters, escaped for where they go.

Nothing is ever 'already clean': each exit escapes for itself, from the plain text. Escaped markup is not decoded.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

HEADLINE = 300  #: characters of a headline in a message
SUBJECT = 180  #: characters of a subject, of which a header takes at most 200
MINIMAL = 1000  #: characters of the form that goes out after a refusal

# C0 and C1 controls, soft hyphen, zero-width and direction marks, line separators, BOM, interlinear and tag
# characters: invisible in print, and what spoofed headlines are made of. Zero-width joiner and non-joiner stay: Persian
# and emoji need them. Surrogates stay lone in a str only where somebody broke it.
_BAD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACE = re.compile(r"[ \t\n\r\x0b\x0c\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_MARKS = 4  #: combining marks kept on one letter: Vietnamese needs two, a 'zalgo' title has dozens


def one_line(text: str | None, limit: int = HEADLINE) -> str:
    """`text` as one bounded line: whitespace folded, controls gone, an ellipsis where it was cut."""
    if not text:
        return ""
    flat = _BAD.sub("", _SPACE.sub(" ", text[: limit * 8]).replace("\u2028", " "))
    flat = _few_marks(_SPACE.sub(" ", flat)).strip()
    if len(flat) <= limit:
        return flat
    cut = flat[: limit - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit * 0.6 else cut).rstrip(" ,;:-") + "…"


def block(text: str | None, limit: int) -> str:
    """`text` with its line breaks, otherwise as `one_line`."""
    if not text:
        return ""
    lines = [one_line(line, 2000) for line in text[: limit * 4].replace("\r", "\n").split("\n")]
    joined = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    return joined if len(joined) <= limit else joined[: limit - 1].rstrip() + "…"


def _few_marks(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run <= _MARKS:
            kept.append(char)
    return "".join(kept)


def link(url: str | None) -> str:
    """The address if it is a plain http or https link that shows its true host; '' otherwise."""
    if not url or len(url) > 2000 or url != one_line(url, 2001) or " " in url:
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc:
        return ""
    if any(char in url for char in "<>\"'`\\{}|^"):
        return ""
    return url


def host(url: str) -> str:
    """The host of a link, as a reader is shown it: 'bbc.co.uk'."""
    name = (urlsplit(url).hostname or "").removeprefix("www.")
    return one_line(name, 80)


_MENTION = re.compile(r"@(?=\w)|<(?=[!@#&]|https?:)|\](?=\()")


def no_pings(text: str) -> str:
    """Text for chat: '@everyone', '<!here>' and '<@U123>' call nobody, and '[bank](address)' is no link behind a word.
    A zero-width space breaks them, unseen."""
    return _MENTION.sub(lambda found: found.group(0) + "\u200b", text)


_MARKDOWN = re.compile(r"([\\`*_{}\[\]()<>#+!|~&])")


def markdown(text: str) -> str:
    """Text from outside as Markdown that shows it letter for letter: no link, no emphasis, no mention, no HTML."""
    escaped = _MARKDOWN.sub(r"\\\1", no_pings(text))
    # what would begin a list at the start of a line; '8.5' begins none
    return re.sub(r"^(\s*)(-|=)", r"\1\\\2", re.sub(r"^(\s*\d+)([.)]\s)", r"\1\\\2", escaped))


def secret_free(text: str, secrets: tuple[str, ...] = ()) -> str:
    """An error text that may be logged and stored: known secrets and credentials in addresses are starred."""
    for secret in secrets:
        if len(secret) >= 4:
            text = text.replace(secret, "***")
    text = re.sub(r"(?i)\b([a-z][a-z0-9+.-]{1,20}://)[^\s'\"<>]+", lambda found: _bare(found.group(0)), text)
    text = re.sub(
        r"(?i)\b(authorization|bearer|basic|token|password|passwd|secret|api[_-]?key)\b(\s*[:=]?\s+|[:=])\S+",
        r"\1 ***",
        text,
    )
    return one_line(text, 300)


def _bare(url: str) -> str:
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.scheme}://{parts.hostname or ''}{port}/..."
    except ValueError:
        return "..."
