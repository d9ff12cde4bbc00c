"""What was found out about a word, kept for the next time it comes."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

_Asked = TypeVar("_Asked", bound=Hashable)
_Answer = TypeVar("_Answer")


class Memo(dict[_Asked, _Answer]):
    """The answers of a function of a word, or of whatever it is asked. Asking is a look into a dictionary and nothing
    else; `lru_cache`, which keeps its answers in the order they were asked for, costs more than twice as much. Begun
    anew when it is full."""

    __slots__ = ("_find_out", "_most")

    def __init__(self, find_out: Callable[[_Asked], _Answer], most: int = 20_000) -> None:
        super().__init__()
        self._find_out = find_out
        self._most = most

    def __missing__(self, asked: _Asked) -> _Answer:
        if len(self) >= self._most:
            self.clear()
        answer = self[asked] = self._find_out(asked)
        return answer
