"""Orders: one figure said to be more than another."""

import itertools
from collections.abc import Iterator

from allegedly.lexicon import words_of_class

from .asides import head, same_measure
from .bound import Bound
from .cells import Cell, Figure, Line
from .lines import Lines
from .marks import is_level

MODAL = words_of_class("modal")
NEAR = 20  #: cells between two figures that one comparison joins


def orders(lines: Lines) -> Iterator[Bound]:
    """Each comparison with the figure that is compared."""
    for line in lines:
        for figure in line.figures:
            role = "less" if "less" in figure.marks else "more" if "more" in figure.marks else None
            if role is None or not is_level(figure) or _is_difference_to(line, figure) or _is_open(line, figure):
                continue
            other = _compared(line, figure)
            if other and other.value != figure.value and _alike(other, figure):
                roles = {"more": [figure], "less": [other]} if role == "more" else {"less": [figure], "more": [other]}
                yield Bound("order", roles, True, figure.marks[role])


def _is_difference_to(line: Line, figure: Figure) -> bool:
    """Whether a difference stands before: "20 per cent more than the 4,120" is a change."""
    return any(
        "by" in one.marks or "times" in one.marks for one in line.figures if figure.at - NEAR < one.at < figure.at
    )


def _alike(first: Figure, second: Figure) -> bool:
    """Whether nothing says that two figures count two things."""
    if first.per != second.per and (first.per or second.per) and not first.is_elided and not second.is_elided:
        return False  # a gallon is not a tankful
    if first.kind != "count" or first.is_elided or second.is_elided:
        return True
    return head(first) == head(second)


def _is_open(line: Line, figure: Figure) -> bool:
    """Whether a comparison is only what may be: "which with interest would exceed $1 trillion"."""
    back = line.cells[max(0, figure.at - 8) : figure.at]
    if any(_is_gap(one, after) for one, after in itertools.pairwise(back)):
        return True
    return any(
        (cell.word in MODAL and not cell.is_time) or "made" in cell.classes for cell in back
    )  # "the May average"


def _is_gap(cell: Cell, after: Cell) -> bool:
    """Whether a figure says how far it is: "five degrees above the average"."""
    return cell.figure is not None and bool(after.classes & {"more", "less"})


def _is_base(line: Line, figure: Figure) -> bool:
    """Whether a figure is what another is measured in: the millilitres of "92 milligrams in 100 millilitres"."""
    back = line.cells[max(0, figure.at - 4) : figure.at]
    others = [cell.figure for cell in back if cell.figure is not None and cell.figure.kind == "measure"]
    return figure.kind == "measure" and bool(others) and "per-base" in back[-1].classes


def _compared(line: Line, figure: Figure) -> Figure | None:
    """The figure that a comparison is about: right before it in its sentence, else the level that is reached behind."""
    before = [
        one
        for one in line.figures
        if figure.at - NEAR <= one.at < figure.at
        and is_level(one)
        and same_measure(one, figure)
        and not _is_base(line, one)
    ]
    if before:
        return before[-1]
    after = [one for one in line.figures if figure.at < one.at <= figure.at + NEAR and {"at", "to"} & set(one.marks)]
    return (
        next((one for one in after if same_measure(one, figure)), None)
        if figure.hedge in ("less_than", "more_than")
        else None
    )
