"""Lists: so many are announced, and so many named."""

import itertools
from collections.abc import Iterator

from allegedly.lexicon import load

from .asides import DASHES, is_spaced
from .bound import Bound, Number
from .cells import Cell, Figure, Line
from .lines import Lines

MOST = 12  #: so many are counted at most
LONGEST = 10  #: cells of an item
_OPEN = (":", "namely")
NEAR = 8  #: cells from a count to its list, with any noun between
FAR = 24  #: with no other plural between


def listings(lines: Lines) -> Iterator[Bound]:
    """Each small count with the items that follow a colon or stand between dashes."""
    for line in lines:
        for figure in line.figures:
            if (
                figure.kind == "count"
                and figure.hedge == "exact"
                and 2 <= figure.value <= MOST
                and figure.value % 1 == 0
            ):
                items = _items(line, figure)
                if items:
                    count = sum(one for one, _ in items)
                    text = " ".join(
                        line.text[items[0][1][0].start - line.start : items[-1][1][-1].end - line.start].split()
                    )
                    number = Number(float(count), text, items[0][1][0].start, items[-1][1][-1].end)
                    yield Bound(
                        "list", {"count": [figure]}, True, line.words(figure.at, figure.at + 2), 0, {"items": [number]}
                    )


def _items(line: Line, figure: Figure) -> list[tuple[int, list[Cell]]]:
    """The items with how many each is; none where the list cannot be cut with certainty."""
    cells = line.cells[figure.at + 1 :]
    if not cells or cells[0].upos not in ("NOUN", "ADJ", "PROPN"):
        return []
    start = next(
        (
            i
            for i, cell in enumerate(cells[:FAR])
            if cell.word in _OPEN or (cell.word in DASHES and is_spaced(line, cell))
        ),
        None,
    )
    if (
        start is None
        or any(cell.figure is not None for cell in cells[:start])
        or (cells[start].word in DASHES and start > 3 and not _is_enclosed(cells, start))
    ):
        return _named(cells)
    if any("made" in cell.classes for cell in cells[:start] if cell.word not in _OPEN):
        return []
    far = start > NEAR and not (figure.at < 2 and _is_names(cells[start + 1 :]))
    if far and any(cell.upos == "NOUN" and cell.word.endswith("s") for cell in cells[1:start]):
        return []  # another noun could be what the list is of
    ends = DASHES if cells[start].word in DASHES else (".", ";", "!", "?")
    end = next((i for i in range(start + 1, len(cells)) if cells[i].word in ends), None)
    if cells[start].word in DASHES and end is None:
        end = next((i for i in range(start + 1, len(cells)) if cells[i].word == "."), len(cells))
        found = _cut(cells[start + 1 : end])
        return found if all(_is_name(part) for _, part in found) else []
    return _cut(cells[start + 1 : len(cells) if end is None else end])


def _is_enclosed(cells: list[Cell], start: int) -> bool:
    """Whether dashes stand around a row of nouns, and what is counted is the only plural before them."""
    end = next((i for i in range(start + 1, len(cells)) if cells[i].word in DASHES), None)
    if end is None or any(cell.upos == "NOUN" and cell.word.endswith("s") for cell in cells[1:start]):
        return False
    return not any(cell.upos in ("VERB", "AUX") or cell.figure is not None for cell in cells[start + 1 : end])


def _is_names(cells: list[Cell]) -> bool:
    """Whether a row of names ends a sentence."""
    return all(cell.upos == "PROPN" or cell.word in (",", "and", ".") for cell in cells)


def _named(cells: list[Cell]) -> list[tuple[int, list[Cell]]]:
    """Names right behind what is counted: "two men, Paul Orr and Ian Leigh, as …"."""
    start = 2 if cells[0].upos == "ADJ" and len(cells) > 1 and cells[1].upos == "NOUN" else 1
    while start < len(cells) and cells[start].is_time:
        start += 1
    if len(cells) > start + 2 and cells[start].word in load("roles")["lists"]["calling"]:
        return _all_names(cells[start + 1 :])
    if len(cells) <= start + 2 or cells[start].word != ",":
        return []
    those = [row.split() for row in load("roles")["lists"]["those"]]
    if [cell.word for cell in cells[start + 1 : start + 3]] in those:
        return _apposed(cells[start + 3 :])
    if cells[start + 1].word in ("a", "an"):
        return _apposed(cells[start + 1 :], each=True)
    return _all_names(cells[start + 1 :])


def _apposed(cells: list[Cell], each: bool = False) -> list[tuple[int, list[Cell]]]:
    """A list that a comma closes behind its one "and"; `each` says that all its items begin as the first does."""
    last = next((i for i, cell in enumerate(cells) if cell.word == "and"), None)
    if last is None:
        return []
    end = next((i for i in range(last, len(cells)) if cells[i].word in (",", ".", ";")), None)
    found = _cut(cells[:end]) if end else []
    return [] if each and any(part[0].word not in ("a", "an") for _, part in found) else found


def _all_names(cells: list[Cell]) -> list[tuple[int, list[Cell]]]:
    """Names in a row, with one "and" before the last."""
    end, last = 0, None
    while end < len(cells) and (cells[end].upos == "PROPN" or cells[end].word in (",", "and")):
        if last is not None and cells[end].word == ",":
            break
        last = end if cells[end].word == "and" else last
        end += 1
    closed = end == len(cells) or cells[end].word in (",", ".", ";", "as")
    found = _cut(cells[:end]) if last is not None and closed else []
    return found if all(_is_name(part) for _, part in found) else []


def _is_name(cells: list[Cell]) -> bool:
    return all(cell.upos == "PROPN" for cell in cells)


def _cut(cells: list[Cell]) -> list[tuple[int, list[Cell]]]:
    """A list cut at its commas and its one "and"."""
    if any(cell.word in ("(", ")") for cell in cells):
        return []
    parts: list[list[Cell]] = [[]]
    for cell in cells:
        if cell.word in (",", ";"):
            parts.append([])
        else:
            parts[-1].append(cell)
    if len(parts) > 1 and parts[-1] and parts[-1][0].word == "and":
        parts[-1] = parts[-1][1:]
    else:
        last = parts.pop()
        ands = [i for i, cell in enumerate(last) if cell.word == "and"]
        if len(ands) != 1:
            return []
        parts += [last[: ands[0]], last[ands[0] + 1 :]]
    if len(parts) < 2 or not all(_is_item(part) for part in parts) or len({_shape(part) for part in parts}) > 2:
        return []
    return [(_worth(part), part) for part in parts]


def _is_item(cells: list[Cell]) -> bool:
    if not 1 <= len(cells) <= LONGEST or any(cell.word in ("and", "or", "who", "which") for cell in cells):
        return False
    if not any(cell.upos in ("NOUN", "PROPN", "VERB", "NUM") or cell.figure is not None for cell in cells):
        return False  # "two hurricanes did damage - both direct and indirect"
    if any(cell.upos == "AUX" or cell.word.split()[-1] in load("roles")["lists"]["several"] for cell in cells):
        return False
    return cells[0].upos == "VERB" or not any(
        cell.upos == "VERB" and after.word == "to" for cell, after in itertools.pairwise(cells)
    )


def _shape(cells: list[Cell]) -> str:
    first = cells[0]
    if first.upos == "VERB" or first.word.endswith("ing"):
        return "verb"
    return "name" if first.upos == "PROPN" else "noun"


def _worth(cells: list[Cell]) -> int:
    """How many an item is: "his two sons" are two."""
    figures = [cell.figure for cell in cells[:3] if cell.figure is not None and cell.figure.kind == "count"]
    return int(figures[0].value) if figures else 1
