"""Turnouts: how many voted, what share that is, and how many people there are, wherever an article tells them."""

from collections.abc import Iterator

from .bound import ONE_SIDED, Bound
from .cells import Figure
from .differences import is_difference
from .lines import Lines, figures_of
from .marks import is_level

NEAR = 4  #: cells between a figure and the words that tell what it is


def polls(lines: Lines) -> Iterator[Bound]:
    """The number of those who voted with the turnout, and with the people of whom they are some."""
    figures = figures_of(lines.all)
    voted = [
        one for one in figures if _behind(one, "ballot") and _behind(one, "populace") and one.hedge not in ONE_SIDED
    ]
    shares = [one for one in figures if one.is_share and not is_difference(one) and _before(one, "showing")]
    people = [one for one in figures if one.kind == "count" and _before(one, "populace") and _before(one, "total")]
    if len(voted) != 1 or not is_level(voted[0]):
        return
    if len(shares) == 1:
        yield Bound("turnout", {"part": voted, "share": shares}, True, shares[0].line.words(0, shares[0].at + 1))
    if len(people) == 1 and people[0].value >= voted[0].value:
        yield Bound("share", {"part": voted, "whole": people}, False, people[0].line.words(0, people[0].at + 1))


def _behind(figure: Figure, name: str) -> bool:
    cells = figure.line.cells[figure.at + 1 : figure.at + 1 + NEAR]
    return figure.kind == "count" and any(name in cell.classes for cell in cells)


def _before(figure: Figure, name: str) -> bool:
    return any(name in cell.classes for cell in figure.line.cells[max(0, figure.at - 2 * NEAR) : figure.at])
