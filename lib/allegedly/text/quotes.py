"""Quotations: where the text speaks in quotation marks.

A quotation that is opened and not closed in its line goes on in the next one if that opens with a mark again, or closes
one that it did not open; else it ends with its line.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from itertools import chain

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_MARK = re.compile(r"[\"“”„«»‘'](?:(?<!')|(?<!\w')(?=[^\W\d_]))")  # its signs first: a search skips to them
_SINGLE_ENDS = re.compile(r"(?<=\S)[’'](?!\w)")
_OPENS, _CLOSES = "“„«", "”»"
_FEW = 3  # lines without a mark behind an open one that end a quotation
_LONGEST_SINGLE = 300  # characters in single quotation marks, lest an apostrophe opens half an article


class Quotes:
    """The quotations of a text, in order and apart, by the offsets of their marks."""

    def __init__(self) -> None:
        self.starts, self.ends = array("I"), array("I")

    def add(self, start: int, end: int) -> None:
        """Adds a quotation behind all others."""
        self.starts.append(start)
        self.ends.append(end)

    def at(self, offset: int) -> int:
        """The number of the quotation that holds `offset`; -1 for none.

        >>> quotes('He said "no" twice').at(10), quotes('He said "no" twice').at(14)
        (0, -1)
        """
        number = bisect_right(self.starts, offset) - 1
        return number if number >= 0 and offset < self.ends[number] else -1

    def over(self, starts: list[int]) -> list[int]:
        """The number of the quotation that holds each of these offsets, which ascend."""
        if not starts or bisect_right(self.starts, starts[-1]) == bisect_right(self.ends, starts[0]):
            return [-1] * len(starts)
        return [self.at(start) for start in starts]


def quotes(text: str) -> Quotes:
    """The quotations of `text`.

    >>> [*quotes('"Go," he said. “Now.”').starts]
    [0, 15]
    """
    found = Quotes()
    unclosed = False
    unmarked: list[tuple[int, int]] = []  # lines since the unclosed one, said too if a later mark closes them
    for line in _LINE.finditer(text):
        marks = _MARK.finditer(text, *line.span())
        first = next(marks, None)
        if not first:
            if unclosed and len(unmarked) < _FEW and not line.group().isspace():
                unmarked.append(line.span())
            continue
        goes_on = unclosed and _closes(text, first.start())
        if goes_on and len(unmarked) < _FEW:
            for span in unmarked:
                found.add(*span)
        opened = _pair(text, chain([first], marks), line.start() if goes_on else None, found)
        unclosed, unmarked = opened is not None, []
        if opened is not None:
            found.add(opened, line.end())
    return found


def _pair(text: str, marks: Iterable[re.Match[str]], opened: int | None, found: Quotes) -> int | None:
    """Add to `found` what the marks of a line enclose; the offset of a mark left open, if one is."""
    busy = 0
    for mark in marks:
        at = mark.start()
        if at < busy:
            continue
        if opened is not None:
            if mark.group() not in "'‘" and _closes(text, at):
                found.add(opened, at + 1)
                opened = None
        elif mark.group() in "'‘":
            close = _SINGLE_ENDS.search(text, at + 2, at + _LONGEST_SINGLE)
            if close and "\n" not in text[at : close.end()]:
                found.add(at, close.end())
                busy = close.end()
        else:
            opened = at if _opens(text, at) else None
    return opened


def _opens(text: str, at: int) -> bool:
    """A straight mark opens before a word and after none: 5'10" opens nothing."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return text[at] in _OPENS or (text[at] == '"' and not after.isspace() and after != "" and not before.isalnum())


def _closes(text: str, at: int) -> bool:
    return text[at] in _CLOSES or (text[at] == '"' and not text[at - 1 : at].isspace() and at > 0)
