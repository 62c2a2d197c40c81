"""Differences: figures that lie between two levels; what role each has, and which way it goes."""

from itertools import pairwise

from .ages import NEAR
from .cells import Figure, Line
from .marks import apposed
from .openings import openings

DENIED = 6  #: cells before a difference in which it is said not to be


def is_difference(figure: Figure) -> bool:
    """Whether words say that a figure is what lies between two levels."""
    if figure.kind == "multiple" or "times" in figure.marks:
        return True
    after = figure.line.cells[figure.at + 1 : figure.at + 2]
    if figure.is_share and after and after[0].word == "of":
        return False  # "lost 90 percent of its market" is a share
    if figure.is_share and figure.moved != "level" and "whole" not in figure.marks and "share" not in figure.marks:
        return True
    return "by" in figure.marks and "from" not in figure.marks


def is_denied(figure: Figure) -> bool:
    """Whether a difference is said not to be: 'Unemployment has not "doubled in a year"'."""
    before = figure.line.cells[max(0, figure.at - DENIED) : figure.at]
    stops = [at for at, cell in enumerate(before) if cell.figure is not None or cell.word in (",", ";", ".")]
    clause = [*before[stops[-1] + 1 if stops else 0 :], figure.line.cells[figure.at]]
    return any(
        cell.word in openings("negative") and after.word not in openings("only") for cell, after in pairwise(clause)
    )


def is_told_again(line: Line, first: Figure, second: Figure) -> bool:
    return is_difference(second) and (apposed(line, first, second) or apposed(line, second, first))


def role_of(figure: Figure) -> str:
    """The role of a difference."""
    if figure.is_points:
        return "points"
    if figure.kind == "multiple" or "times" in figure.marks:
        return "factor"
    if figure.is_share:
        return (
            "factor" if figure.moved != "level" and figure.unit == "ratio" and "by" not in figure.marks else "by_share"
        )
    return "by"


def way_of(figure: Figure) -> int:
    """1 for a rise, -1 for a fall, 0 where nothing says so."""
    return figure.sign or {"rise": 1, "fall": -1}.get(figure.moved, 0)


def way_of_all(group: list[Figure]) -> int:
    """The way of a difference that is told several times: the first that is said."""
    return next((way for figure in group if (way := way_of(figure))), 0)


def is_of_years(figure: Figure, old: Figure, new: Figure) -> bool:
    """Whether a multiple names years of its own that neither level names: "have doubled since 2010"."""
    after = figure.line.cells[figure.at + 1 : figure.at + 5]
    own = {
        word
        for cell in after
        for word in cell.word.split()
        if word[:4].isdecimal() and (cell.word.endswith(("0s", "0 s")) or cell.word.startswith("since"))
    }
    near = [
        cell
        for one in (old, new)
        for cell in one.line.cells[max(0, one.at - NEAR) : one.at + NEAR]
        if cell not in after
    ]
    return bool(own) and not any(word in cell.word for cell in near for word in own)


def has_own_time(figure: Figure) -> bool:
    """Whether a difference says itself since when it is: "down $43 billion in one year"."""
    after = figure.line.cells[figure.at + 1 : figure.at + 6]
    return any(cell.is_time or (cell.figure is not None and cell.figure.kind == "duration") for cell in after)
