"""The words of a sentence with names in one piece: "U.S.", "SARS-CoV-2", "forty-hour"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property, partial
from operator import add, attrgetter
from typing import Any, NamedTuple

# Names are looked for in every sentence, also where no question reads further: one pass over its text.
_WORD = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}                          # U.S.
  | \b[A-Z]\.(?=\s[A-Z])                       # C. Varga
  | [^\W\d_][^\W_]*(?:[-’'][^\W_]+)*          # COVID-19, mine's
  | \d[\d,.]*\d | \d                          # 1,000
  | \S
    """,
    re.VERBOSE,
)


class Word(NamedTuple):
    """A word or sign, where it stands, and in lower case."""

    text: str
    start: int
    end: int
    lower: str


_WORD_OF: Callable[[Iterable[Any]], Word] = partial(tuple.__new__, Word)  # as Word._make, without a call for each


class Words:
    """The words of a sentence in parallel lists; where they stand is only looked up where a question asks."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._place = text, start, end
        self.texts: list[str] = _WORD.findall(text, start, end)
        self.lower = [*map(str.lower, self.texts)]

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def capitals(self) -> list[int]:
        """The numbers of the words with a capital first."""
        both = zip(self.texts, self.lower, strict=True)
        return [number for number, (text, lower) in enumerate(both) if text != lower and text[0].isupper()]

    @cached_property
    def words(self) -> list[Word]:
        """Each word with its place."""
        starts = [match.start() for match in _WORD.finditer(*self._place)]
        ends = map(add, starts, map(len, self.texts))
        return [*map(_WORD_OF, zip(self.texts, starts, ends, self.lower, strict=True))]


def spelt(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of `text[start:end]`; what is written with hyphens or as initials is one.

    >>> spelt("The U.S. has 40 COVID-19 cases.").texts
    ['The', 'U.S.', 'has', '40', 'COVID-19', 'cases', '.']
    """
    return Words(text, start, len(text) if end is None else end)


def span(words: list[Word], start: int, end: int) -> tuple[int, int]:
    """The half-open range of the words at `start` up to `end` of the text."""
    return bisect_right(words, start, key=attrgetter("end")), bisect_left(words, end, key=attrgetter("start"))
