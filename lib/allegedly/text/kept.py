"""What is worked out once for each word: a look-up is all that it costs from then on."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

MOST = 1 << 16  #: answers kept: more words than a year of news has


class Kept(dict[K, V]):
    """The answers of a function by what it was asked; asked as a dict is, they come without a call.

    >>> lengths = Kept(len)
    >>> [*map(lengths.__getitem__, ["cow", "cows", "cow"])]
    [3, 4, 3]
    """

    def __init__(self, answer: Callable[[K], V], most: int = MOST) -> None:
        super().__init__()
        self._answer, self._most = answer, most

    def __missing__(self, asked: K) -> V:
        if len(self) >= self._most:
            self.clear()
        found = self[asked] = self._answer(asked)
        return found
