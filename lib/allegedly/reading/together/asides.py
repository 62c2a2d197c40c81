"""Where a figure stands beside others: in a bracket or between commas, behind another as a list, as one's part."""

from .cells import Cell, Figure, Line

DASHES = ("-", "–", "—")
_OPENERS = ("(", ",", "or", "—", "–", "-", ":", "[")
_CLOSERS = (")", ",", "of", ".", ":", ";", "—", "–", "-", "]", "and", "for", "in")


def cell_before(figure: Figure, step: int = 1) -> Cell | None:
    """The cell before a figure, past words that only hedge it."""
    at = figure.at - 1
    while at > 0 and "approx" in figure.line.cells[at].classes:
        at -= 1
    return figure.line.cells[at] if at >= 0 else None


def is_spaced(line: Line, cell: Cell) -> bool:
    """Whether a dash stands between blanks, or is a long one: "6-4" joins, "the tunnel - 3 miles" does not."""
    at = cell.start - line.start
    return (
        cell.word == "—"
        or cell.start == cell.end
        or (line.text[at - 1 : at].isspace() and line.text[at + 1 : at + 2].isspace())
    )


def is_aside(figure: Figure) -> bool:
    """Whether a figure stands in brackets, between commas, or behind "or": it says again what is before it."""
    before = cell_before(figure)
    if before is None or before.word not in _OPENERS:
        return False
    after = figure.line.cells[figure.at + 1 : figure.at + 4]
    if after and after[0].upos in ("NOUN", "ADJ"):
        after = after[1 + (after[0].upos == "ADJ") :]
    return before.word == "or" or not after or after[0].word in _CLOSERS


def owner(figure: Figure) -> Figure | None:
    """The figure right before the bracket that a figure stands in: "$21m to Norland (up 86% since 1997)".

    None where it stands in no bracket, or not first in it.
    """
    cells = figure.line.cells
    for at in range(figure.at - 1, max(-1, figure.at - 6), -1):
        if cells[at].figure is not None or cells[at].word == ")":
            return None
        if cells[at].word == "(":
            before = [one for one in figure.line.figures if one.at < at]
            return before[-1] if before else None
    return None


def joined_by_or(first: Figure, second: Figure) -> bool:
    """Whether "or" or a bracket opens right before the second figure."""
    before = cell_before(second)
    return before is not None and before.word in ("or", "(")


def segment(figure: Figure) -> list[Cell]:
    """The cells that belong to a figure of a list: from it to the next figure or stop, else those before it."""
    cells, found = figure.line.cells, []
    for cell in cells[figure.at + 1 : figure.at + 14]:
        if cell.figure is not None or cell.word in (";", ".", "—", ")"):
            break
        found.append(cell)
    return found


def head(figure: Figure) -> str | None:
    """The noun right behind a figure."""
    noun = None
    for cell in figure.line.cells[figure.at + 1 : figure.at + 5]:
        if cell.upos == "NOUN" and not cell.is_time:
            noun = cell.word
        elif cell.upos not in ("ADJ", "PROPN"):
            break
    return noun


def is_one_noun(first: str, second: str) -> bool:
    """Whether two nouns are one, in whatever number: "boat" and "boats"."""
    return first.rstrip("s") == second.rstrip("s")


def shared_words(first: list[Cell], second: list[Cell]) -> set[str]:
    """Nouns and adjectives that stand in both."""
    return _content(first) & _content(second)


def _content(cells: list[Cell]) -> set[str]:
    return {cell.word.rstrip("s") for cell in cells if cell.upos in ("NOUN", "ADJ", "PROPN") and len(cell.word) > 2}


def same_measure(first: Figure, second: Figure) -> bool:
    """Whether two figures are of one measure, a bare number taking the other's."""
    if first.per and second.per and first.per != second.per:
        return False
    if first.measure == second.measure:
        return True
    one, other = (first, second) if first.kind == "count" else (second, first)
    return one.kind == "count" and one.is_elided and other.kind in ("money", "measure", "share")


def is_amount(figure: Figure) -> bool:
    """Whether a figure is a plain amount: no share, difference, multiple or time."""
    if not figure.value:
        return False
    stock = figure.kind == "count" and {"gained", "lost"} & set(figure.marks)
    return (
        figure.kind in ("count", "money", "measure")
        and ("by" not in figure.marks or bool(stock))
        and not figure.is_points
    )
