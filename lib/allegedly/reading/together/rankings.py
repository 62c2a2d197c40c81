"""Rankings: the highest of some figures, and those that follow it: "the highest rate, at seven … followed by six"."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from .asides import head, same_measure
from .bound import Bound
from .cells import Figure, Line
from .lines import Lines
from .marks import is_level
from .openings import openings

FAR = 30  #: cells between the word for the highest and its figure


def rankings(lines: Lines) -> Iterator[Bound]:
    """Each figure that words call the highest, with those told to follow it, in its sentence or the next."""
    for line in lines:
        at = _following(line) if line.figures else None
        if at is None:
            continue
        after = [one for one in line.figures if one.at > at and is_level(one)]
        for near in [line, *lines.before(line)]:
            first = _first(near, at if near is line else None)
            ranked = [one for one in after if first and _is_ranked(first, one)]
            if first and ranked and ranked[0] is after[0]:
                yield Bound("order", {"more": [first], "less": ranked}, True, line.words(at, ranked[0].at + 1))
                break


def _following(line: Line) -> int | None:
    """Where words say that something comes next after the highest."""
    if not any(first in line.text.lower() for first in _firsts()):
        return None
    for at, pair in enumerate(pairwise([cell.word for cell in line.cells])):
        if " ".join(pair) in openings("ranked"):
            return at
    return None


@cache
def _firsts() -> frozenset[str]:
    """The first words of what says that something comes next."""
    return frozenset(words.split()[0] for words in openings("ranked"))


def _first(line: Line, before: int | None) -> Figure | None:
    """The figure called the highest: the first behind that word, or right before it."""
    end = len(line.cells) if before is None else before
    top = next((at for at, cell in enumerate(line.cells[:end]) if cell.word in openings("highest")), None)
    if top is None or (top and line.cells[top - 1].word in openings("nexts")):
        return None
    levels = [one for one in line.figures if is_level(one) and one.at < end]
    return next((one for one in levels if top < one.at <= top + FAR), None)


def _is_ranked(first: Figure, other: Figure) -> bool:
    """Whether two figures are of one measure, and nothing says that they count two things."""
    if not same_measure(first, other) or first.per != other.per or first.unit != other.unit:
        return False
    one, two = head(first), head(other)
    return first.kind != "count" or one is None or two is None or one == two
