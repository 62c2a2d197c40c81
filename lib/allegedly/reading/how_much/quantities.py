"""How much: the figures of a text, each with the interval it allows."""

from functools import partial
from itertools import accumulate

from allegedly.model import Quantity
from allegedly.reading.how_much.grammar import matches, may_hold
from allegedly.reading.how_much.kinds import Place, kinds
from allegedly.reading.how_much.neighbours import joined
from allegedly.reading.how_much.readings import read
from allegedly.text.tokens import Tokens, pieces

_CHUNK = 1 << 16  # characters read at a time, so that memory stays small


def quantities(text: str) -> list[Quantity]:
    """The figures that `text` claims, in order.

    >>> [figure.text for figure in quantities("In 2014 about 1,000 men had $5 million")]
    ['about 1,000', '$5 million']
    """
    return _read(text, 0, len(text), all=False)


def read_quantities(tokens: Tokens, all: bool = False) -> list[Quantity]:
    """The figures that `tokens` claim; with `all`, also the numbers that are no claims, each with its reason."""
    return _read(tokens.text, tokens.starts[0], tokens.ends[-1], all) if len(tokens) else []


def read_pieces(text: str, start: int, cut: list[str], all: bool = False) -> list[Quantity]:
    """As `read_quantities`, of the pieces that `text` is cut into from `start` on."""
    found = _figures(text, start, cut)
    return _told(found, text, all) if found else found


def _read(text: str, start: int, end: int, all: bool) -> list[Quantity]:
    found = []
    while start < end:
        stop = _stop(text, start, end)
        found += _figures(text, start, pieces(text, start, stop))
        start = stop
    return _told(found, text, all)


def _figures(text: str, start: int, cut: list[str]) -> list[Quantity]:
    """The figures of one stretch, each by itself."""
    as_kinds = kinds(cut)
    if not may_hold(as_kinds):
        return []
    here = Place(text, list(accumulate(map(len, cut), initial=start)), as_kinds)
    return list(matches(as_kinds, partial(read, here)))


def _told(found: list[Quantity], text: str, all: bool) -> list[Quantity]:
    """The figures with what they share with their neighbours; only the claims, if not `all`."""
    found = joined(found, text)
    return found if all else [figure for figure in found if figure.kind != "none"]


def _stop(text: str, start: int, end: int) -> int:
    """Where to stop reading from `start`: after a line or a word where there is one, else anywhere."""
    if end - start <= _CHUNK:
        return end
    for mark in ("\n", " "):
        stop = text.rfind(mark, start + 1, start + _CHUNK)
        if stop > 0:
            return stop
    return start + _CHUNK
