"""The rows of roles.toml laid over a sentence: each figure gets the roles that words show."""

from functools import cache

from allegedly.lexicon.roles import roles
from allegedly.text.matching import Patterns
from allegedly.text.pattern import compiled

from .cells import Figure, Line

_WAYS = {"up": 1, "down": -1}


def mark(line: Line) -> None:
    """Gives the figures of a sentence their roles, each with the words that show it."""
    if not line.figures:
        return
    for _, match in _patterns().find(line.code):
        sign = next((_WAYS[name] for name in match.captures if name in _WAYS), 0)
        for name, (first, last) in match.captures.items():
            figure = line.cells[last - 1].figure if last - first == 1 else None
            if figure is None or name in _WAYS:
                continue
            figure.marks.setdefault(name, line.words(match.first, match.last))
            if sign and name == "by" and not figure.sign:
                figure.sign = sign
    _join(line)


@cache
def _patterns() -> Patterns:
    """The patterns of the table, in its order."""
    return Patterns([compiled(row.pattern) for row in roles()])


def _join(line: Line) -> None:
    """A difference told twice: "84 cents, or 3.1 percent"."""
    for first, second in zip(line.figures, line.figures[1:], strict=False):
        is_by = "by" in first.marks and "by" not in second.marks
        if is_by and first.measure != second.measure and apposed(line, first, second):
            second.marks["by"], second.sign = first.marks["by"], first.sign


def apposed(line: Line, first: Figure, second: Figure) -> bool:
    """Whether the second of two figures says the first again: "51, or 15%", "23,700 (75 per cent)"."""
    between = [cell.word for cell in line.between(first, second) if "approx" not in cell.classes]
    return between in ([",", "or"], ["or"], ["("], [",", "or", "some"], [",", "that", "is", ","], [",", "that", "is"])


def is_level(figure: Figure) -> bool:
    """Whether a figure can be a level: no difference, no multiple, no time."""
    if figure.text.lower() == "one" or not figure.value:
        return False
    return (
        "by" not in figure.marks
        and "times" not in figure.marks
        and figure.kind in ("count", "money", "measure", "share")
    )
