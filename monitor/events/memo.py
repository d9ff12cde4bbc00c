"""What was found out about a word, kept for the next time it comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Answer = TypeVar("_Answer")


class Memo(dict[str, _Answer]):
    """The answers of a function of one word. Asking is a look into a dictionary and nothing else; `lru_cache`, which
    keeps its answers in the order they were asked for, costs more than twice as much. Begun anew when it is full."""

    __slots__ = ("_find_out", "_most")

    def __init__(self, find_out: Callable[[str], _Answer], most: int = 20_000) -> None:
        super().__init__()
        self._find_out = find_out
        self._most = most

    def __missing__(self, word: str) -> _Answer:
        if len(self) >= self._most:
            self.clear()
        answer = self[word] = self._find_out(word)
        return answer
