"""Which of two figures is the older: by words of time in their clauses, by the days they speak of, by tense."""

from functools import lru_cache

from .cells import Cell, Figure
from .openings import openings

TIMES = (("earlier", 0.0), ("now", 9999.0), ("later", 9997.0))  #: classes of words of time, as if they were years
NEAR = 10  #: cells on either side of a figure in which a word of time is its own
ENDS = (";", ":", "—", "–", "(", ")")  #: where the words of a figure's clause end
PLUPERFECT, PAST, PRESENT = range(3)
_TENSES = (("pluperfect", PLUPERFECT), ("past", PAST), ("present", PRESENT))  #: the first that fits is a verb's


def order(first: Figure, second: Figure) -> int:
    """1 where the first of two figures is the older, -1 where the second is, 0 where nothing says so."""
    for one, other in ((_told(first), _told(second)), (_tense(first), _tense(second))):
        if one is not None and other is not None and one != other:
            return 1 if one < other else -1
        if one == 0.0 and other is None:
            return 1
        if other == 0.0 and one is None:
            return -1
    return _by_days(first, second)


def _by_days(first: Figure, second: Figure) -> int:
    (_, end), (start, _) = first.when, second.when
    if end and start and end < start:
        return 1
    (start, _), (_, end) = first.when, second.when
    return -1 if start and end and end < start else 0


@lru_cache(maxsize=256)
def _told(figure: Figure) -> float | None:
    """What words of time in a figure's clause make of it, as a number that grows with time."""
    near = time_of(figure)
    if near is not None:
        return near
    for cell in clause(figure):
        for name, time in TIMES:
            if name in cell.classes and (cell.upos in ("PHRASE", "TIME") or name == "now"):
                return time
        if cell.is_time and (year := year_in(cell)):
            return year
    return None


def _tense(figure: Figure) -> int | None:
    """The tense of the verb before a figure in its clause, else behind it."""
    cells, at = figure.line.cells, figure.at
    for cell in reversed(clause(figure, behind=False)):
        for name, tense in _TENSES:
            if cell.word in openings(name):
                return tense
    return PAST if any(cell.word in openings("past") for cell in cells[at + 1 : at + 4]) else None


def clause(figure: Figure, behind: bool = True) -> list[Cell]:
    """The cells of a figure's clause, roughly: up to the stops and the words that open another one."""
    cells = figure.line.cells
    first = figure.at
    while first and cells[first - 1].word not in ENDS and cells[first].word not in openings("opening"):
        first -= 1
    last = figure.at + 1
    while behind and last < len(cells) and cells[last].word not in {*ENDS, *openings("opening")}:
        last += 1
    return cells[first:last]


def year_in(cell: Cell) -> float | None:
    """The year that the words of a cell name."""
    years = (float(word) for word in cell.word.replace("-", " ").split() if word.isdecimal() and len(word) == 4)
    return next((year for year in years if 1500 < year < 2100), None)


@lru_cache(maxsize=256)
def time_of(figure: Figure) -> float | None:
    """A number that grows with the time a figure speaks of: a year where one is near, else before and now."""
    line = figure.line
    near = [*line.cells[figure.at + 1 : figure.at + NEAR]]
    back = [*reversed(line.cells[max(0, figure.at - NEAR) : figure.at])]
    for cells in (near, back):
        for cell in cells:
            if cell.figure is not None or cell.word in (";",):
                break
            if year := year_in(cell):
                return year
            for name, time in TIMES:
                if name in cell.classes:
                    return time
            if cell.is_time and cell.word.startswith(tuple(f"{words} " for words in openings("lately"))):
                return 9998.0
    return None
