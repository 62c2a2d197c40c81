"""Shares of one whole: of one poll, one budget, one population."""

from collections.abc import Iterator

from .asides import segment
from .bound import Bound
from .cells import Cell, Figure, Line
from .differences import is_difference
from .lines import Lines
from .sums import exclusive, is_joined

LEAST, MOST = 0.75, 1.3  #: what shares of one whole make, if they are that at all
PAIRS = ({"passed", "failed"}, {"dead", "safe"})  #: outcomes of which each has one
VOTED = {"for", "opposed"}  #: outcomes of a ballot; who is only asked may have no view


def wholes(lines: Lines) -> Iterator[Bound]:
    """Each list of percentages that may be all of one whole."""
    for line in lines:
        for run in _runs(line):
            made = sum(one.value for one in run)
            if not LEAST <= made <= MOST or any(
                near.has("overlap") for near in [line, *lines.before(line)] if made > 1.02
            ):
                continue
            slack = sum((one.span.hard[1] - one.span.hard[0]) / 2 for one in run) + 1e-9
            all_, words = _is_all(run), line.words(run[0].at, run[-1].at + 1)
            if (abs(made - 1) <= slack and (all_ or len(run) > 2)) or all_:
                yield Bound("whole", {"share": run}, True, words)
            elif made > 1 + slack and len(run) > 2:
                yield Bound("whole", {"share": run}, True, words, 1)


def _runs(line: Line) -> list[list[Figure]]:
    found: list[list[Figure]] = []
    run: list[Figure] = []
    for figure in line.figures:
        if not (figure.is_share and figure.unit == "percent" and not is_difference(figure)):
            continue
        if run and is_joined(line.between(run[-1], figure)) and not _own_base(figure, run[0]):
            run.append(figure)
        else:
            found.append(run)
            run = [figure]
    found.append(run)
    return [run for run in found if len(run) > 1]


def _own_base(figure: Figure, first: Figure) -> bool:
    """Whether a later share of a list names a whole of its own: "45 percent of the men and 15 percent of the women"."""
    after = segment(figure)
    if not after or after[0].word not in ("of", "in", "among"):
        return False
    return [cell.word for cell in after[:3]] != [cell.word for cell in segment(first)[:3]]


def _is_all(run: list[Figure]) -> bool:
    """Whether words say that the shares are all: a rest, or two outcomes of which each has one."""
    if any("rest" in one.marks for one in run):
        return True
    classes = [{name for cell in _said(one) for name in cell.classes} for one in run]
    pairs = [*PAIRS, VOTED] if run[0].line.has("ballot") else PAIRS
    if len(run) == 2 and any(len({next(iter(pair & own), None) for own in classes} - {None}) == 2 for pair in pairs):
        return True
    return len(run) > 2 and exclusive(run) and any("undecided" in own for own in classes)


def _said(figure: Figure) -> list[Cell]:
    return [*segment(figure), *figure.line.cells[max(0, figure.at - 4) : figure.at]]
