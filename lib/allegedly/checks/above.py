"""Headline, subhead and caption against the body: what it bears out, what it makes by a sum, what it has instead."""

from collections.abc import Iterator

from .framed import Framed
from .strands import frame, is_one
from .tellings import Telling

OPENING = 4  #: sentences of the body in which it says what stands above it
MOST = 3.2  #: a figure above the text that is further off is one of something else
PARTS = 6  #: figures of the body that a figure above it may be the sum of


def above(figures: list[Telling]) -> Iterator[Framed]:
    """Each tally above the text with the one that bears it out, or with the one that the body has instead."""
    totals = [one for one in figures if one.is_total]
    body = [one for one in totals if not one.is_above]
    opening = _opening(figures)
    for figure in totals:
        if not figure.is_above:
            continue
        way = 2 if figure.row.section == "caption" else 1
        same = [one for one in body if is_one(figure, one)]
        best = next((one for one in same if one.value == figure.value), None)
        best = best or next((one for one in same if figure.meets(one)), None)
        if best:
            yield frame("told", way, figure=[figure], again=[best])
        elif parts := _made(figure, figures):
            yield frame("sum", total=[figure], part=parts)
        elif first := next((one for one in same if one.row.sentence in opening), None):
            elsewhere = any(one.value == figure.value for one in figures if not one.is_above)
            if is_slip(figure, first) and not elsewhere:
                yield frame("told", way, figure=[figure], again=[first])


def _opening(figures: list[Telling]) -> set[int]:
    """The numbers of the first sentences of the body that have figures."""
    return {*sorted({one.row.sentence for one in figures if not one.is_above})[:OPENING]}


def is_slip(above: Telling, body: Telling) -> bool:
    """Whether a figure above the text can be meant for one of the body: both are stated, and are not far apart."""
    if above.value is None or body.value is None or min(above.size, body.size) <= 0:
        return False
    return max(above.size, body.size) <= MOST * min(above.size, body.size)


def _made(figure: Telling, figures: list[Telling]) -> list[Telling]:
    """Figures of the body, one behind the other, that make a figure above it: five men and two women are seven."""
    if figure.value is None:
        return []
    body = [one for one in figures if not one.is_above and one.row.kind == "count" and one.row.change != "fall"]
    same = [one for one in body if one.told.fate == figure.told.fate and one.value]  # also "seven more"
    for first in range(len(same)):
        for last in range(first + 2, min(first + PARTS, len(same)) + 1):
            if sum(one.size for one in same[first:last]) == figure.value:
                return same[first:last]
    return []
