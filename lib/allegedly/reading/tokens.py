"""A stretch of text as words, numbers and signs, with their offsets."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

# A number keeps its separators, a word its inner hyphens' parts apart and its apostrophe; all else is a sign.
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one stretch of `text`, in parallel lists; offsets are those of `text` as a whole."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]  #: as printed
    lower: list[str]  #: in lower case

    def __len__(self) -> int:
        return len(self.starts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open range of token numbers that lie at `start` up to `end`."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` up to, not including, token `last`, as printed."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`, with offsets into `text`.

    >>> tokenise("Wagner's 50,000 men").words
    ["Wagner's", '50,000', 'men']
    """
    found = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
    words = [match.group() for match in found]
    return Tokens(text, [m.start() for m in found], [m.end() for m in found], words, [w.lower() for w in words])
