"""Who gives a figure: 'according to the governor', 'the ministry said'."""

from __future__ import annotations

import re
from functools import lru_cache

_SAID = re.compile(
    r"according\s+to\s+(?:the\s+)?(?P<a>[^,.;:\n]{3,60}?)(?=[,.;\n]|\s+[–—-]|\s+(?:and|which|who|said|on|in|late|early)\b|$)"
    r"|(?:^|[,.;—–-]\s*|\bbut\s+|\band\s+)(?:the\s+|a\s+)?(?P<b>(?:(?:\w[\w’'&.-]*|&)\s+){0,7}?\w[\w’'&.-]*)\s+(?:said|"
    r"says|reported|reports|confirmed"
    r"|announced|stated|put\s+the)\b",
)


@lru_cache(maxsize=512)
def said_by(text: str) -> str | None:
    """Who gives the figure, in the words of the sentence, where it says."""
    match = _SAID.search(text)
    if match is None:
        return None
    name = (match.group("a") or match.group("b") or "").strip(" '\"“”")
    if not name or len(name) > 60 or name.lower() in ("it", "he", "she", "they", "who", "which", "that"):
        return None
    return name
