"""A stretch of text as words, numbers and signs, with their offsets."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate, compress
from operator import add, not_

HYPHENS = "-‐‑"
DASHES = HYPHENS + "–—"

# What covers every character once. A number keeps its separators and powers, a word its apostrophe; all else is a sign.
_PIECE = re.compile(
    r"""
    https?://\S+ | www\.\S+                                                   # a link
  | [^\W\d_¼-¾⅐-⅞]+(?:['’][^\W\d_]+)*+                                        # a word
  | \s+
  | (?<![\w-])\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})++(?:[.,]\d{1,2}(?!\d))?+(?![\d]|[.,:/-]\d|\ \d)   # 10 000
  | (?<!\w)\d{1,3}(?:['’]\d{3})++(?!\d)                                          # 10'000, as the Swiss write
  | \d+(?:\.\d+)?[eE][-+−]?\d+(?![\w^])                                       # 4e14
  | (?:\d+(?:\.\d+)?\s?[×x*·]\s?)?\d++(?:\.\d++)?+(?:\^[-+−]?\d+)++            # 8x2^10
  | \d+(?:\.\d+)?\s?[×x*·]\s?10(?:[-−–]\d+(?!\d)|[⁻⁺]?[⁰¹²³⁴-⁹]+)             # 6×10⁵, 2.48×10−5 as typesetters leave it
  | 10[⁻⁺]?[⁰¹²³⁴-⁹]+                                                         # 10⁶
  | \d+(?:[.,:/⁄]\d+)*+                                                        # 1,000  3.5  3/4  3:30  1.2.3
  | (?<![\w.])\.\d+                                                           # .5
  | .
    """,
    re.VERBOSE | re.DOTALL,
)


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


def pieces(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """`text[start:end]` cut into words, numbers, signs and stretches of space; joined, they give it back.

    >>> pieces("Wagner's 50,000 men")
    ["Wagner's", ' ', '50,000', ' ', 'men']
    """
    return _PIECE.findall(text, start, len(text) if end is None else end)


def tokenise(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`, with offsets into `text`.

    >>> tokenise("Wagner's 50,000 men").words
    ["Wagner's", '50,000', 'men']
    """
    return tokens_of(text, start, pieces(text, start, end))


def tokens_of(text: str, start: int, cut: list[str]) -> Tokens:
    """The tokens among the pieces that `text` is cut into from `start` on."""
    printed = [*map(not_, map(str.isspace, cut))]
    words = [*compress(cut, printed)]
    starts = [*compress(accumulate(map(len, cut), initial=start), printed)]
    return Tokens(text, starts, [*map(add, starts, map(len, words))], words, [*map(str.lower, words)])
