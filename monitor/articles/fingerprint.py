"""Exact and near-duplicate keys of a text.

`digest` is equal for exact copies. `signature` is a MinHash of the word triples of a text, and `alike` the share of
triples that two texts have in common, as their signatures tell it: 1.0 for a copy, 0.5 and more for a text that was
shortened or lightly edited, hardly above 0 for two reports of one event written by two people.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import lru_cache
from hashlib import blake2b

from rensa import RMinHash

#: 64 hashes tell a share of 0.5 to within 0.06; more would cost space in every stored event
_HASHES = 64
_SEED = 20
_SHINGLE = 3
_WORD = re.compile(r"\w+")
#: in plain ASCII a table tells words apart faster than an expression
_SPACED = {code: " " for code in range(128) if not _WORD.match(chr(code))}
#: scripts written without spaces between words: each of these characters counts as a word
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def digest(text: str) -> str:
    """A hash of the words of `text`: case, spacing, punctuation and the form of its characters do not matter."""
    return blake2b(" ".join(_words(text)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def signature(text: str) -> bytes:
    """The near-copy key of `text`, 256 bytes; b'' for a text without words, which is like nothing."""
    words = _words(text)
    if not words:
        return b""
    shingles = list(map(" ".join, zip(*(words[i:] for i in range(_SHINGLE)), strict=False))) or [" ".join(words)]
    sketch = RMinHash(num_perm=_HASHES, seed=_SEED)
    if not text.isascii():  # half a surrogate pair is no text to the sketch
        shingles = [shingle.encode("utf-8", "replace").decode("utf-8") for shingle in shingles]
    sketch.update(shingles)
    return struct.pack(f">{_HASHES}I", *sketch.digest())


def alike(a: bytes, b: bytes) -> float:
    """The share of word triples that the texts behind two signatures have in common, 0..1; 0 where one is empty."""
    if len(a) != 4 * _HASHES or len(b) != 4 * _HASHES:
        return 0.0
    if a == b:
        return 1.0
    same = sum(x == y for x, y in zip(memoryview(a).cast("I"), memoryview(b).cast("I"), strict=True))
    return same / _HASHES


@lru_cache(maxsize=2)
def _words(text: str) -> tuple[str, ...]:
    """Kept a while: both keys of a text are made of them."""
    if text.isascii():
        return tuple(text.lower().translate(_SPACED).split())
    folded = unicodedata.normalize("NFKC", text).casefold()
    return tuple(_WORD.findall(_UNSPACED.sub(r" \g<0> ", folded)))
