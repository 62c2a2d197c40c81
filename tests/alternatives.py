"""The alternatives of a pattern, and the pattern without each: of a shape of times, of a row of kinds, of cells.

>>> [*of_shape("IN|of the? MONTH")]
[('IN', 'of the? MONTH'), ('of', 'IN the? MONTH')]
>>> [*of_kinds("(?:{a}|{b}·[|w])x")]
[('{a}', '(?:{b}·[|w])x'), ('{b}·[|w]', '(?:{a})x')]
>>> [*of_cells('("a" | "b") [word!="x|y"]')]
[('a', '( "b") [word!="x|y"]'), ('b', '("a" ) [word!="x|y"]'), ('x', '("a" | "b") [word!="y"]'), ('y', '("a" | "b") [word!="x"]')]
"""  # noqa: E501

import re
from collections.abc import Iterator

from allegedly.lexicon import load

Without = tuple[str, str]  #: what is taken away, and the pattern without it
_VALUES = re.compile(r'="([^"]*)"')


def of_shape(shape: str) -> Iterator[Without]:
    """The words and classes that stand for each other in a shape of times.toml."""
    items = shape.split(" ")
    for at, item in enumerate(items):
        optional = "?" if item.endswith("?") else ""
        names = item.removesuffix("?").split("|")
        if len(names) > 1:
            for name in names:
                left = "|".join(other for other in names if other != name) + optional
                yield name, " ".join([*items[:at], left, *items[at + 1 :]])


# A word of each class and digit of the shapes: see the head of times.toml.
SPELT = {
    "WEEKDAY": "Monday", "MONTH": "March", "MONTH_SHORT": "Mar", "UNIT": "weeks", "PART": "morning", "NTH": "first",
    "VAGUE": "few", "IN": "in", "PAST": "last", "NEXT": "next", "HALF": "half", "NUMBERED": "Q", "EDGE": "end",
    "SEASON": "summer", "HOLIDAY": "Easter", "BEGAN": "began", "EVENT": "war", "RATE": "daily", "OFTEN": "each",
    "DAY": "14", "YEAR": "2023", "DECADE": "1990", "NUMBER": "3", "CLOCK": "4:53", "COUNT": "three", "WORD": "big",
    "END": "", "SHORT": "24", "YEARS": "2017/18",
}  # fmt: skip


def phrases(shape: str) -> Iterator[str]:
    """For each alternative of a shape, in the order of `of_shape`, a phrase that needs it; others are their first.

    >>> [*phrases("IN|of the? MONTH")]
    ['in March', 'of March']
    """
    items = [(item.removesuffix("?").split("|"), item.endswith("?")) for item in shape.split(" ")]
    for at, (names, _) in enumerate(items):
        for name in names if len(names) > 1 else ():
            chosen = [name if i == at else own[0] for i, (own, spare) in enumerate(items) if i == at or not spare]
            yield " ".join(filter(None, map(_spelt, chosen)))


def _spelt(name: str) -> str:
    """A word for an item of a shape; for a part, the first of its shapes."""
    if name not in load("times")["parts"]:
        return SPELT.get(name, name)
    items = load("times")["parts"][name][0].split(" ")
    return " ".join(filter(None, (_spelt(item.split("|")[0]) for item in items if not item.endswith("?"))))


def of_kinds(pattern: str) -> Iterator[Without]:
    """The branches of a regular expression over kinds, at its top and in each of its groups."""
    yield from _without(pattern, _branches(pattern))


def of_cells(pattern: str) -> Iterator[Without]:
    """The branches of a pattern over cells, and each of the values that a cell's feature may have."""
    yield from _without(pattern, _branches(pattern, cells=True))
    for values in _VALUES.finditer(pattern):
        names = values[1].split("|")
        if len(names) > 1:
            for name in names:
                left = "|".join(other for other in names if other != name)
                yield name, pattern[: values.start(1)] + left + pattern[values.end(1) :]


def _branches(pattern: str, cells: bool = False) -> Iterator[list[tuple[int, int]]]:
    """The branches of each choice: where each starts and ends."""
    open_, at = [[0]], 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\" and not cells:
            at += 1
        elif sign == "[":
            at = pattern.index("]", at + 2 + (pattern[at + 1] == "^" and not cells)) if not cells else _end(pattern, at)
        elif sign == '"' and cells:
            at = pattern.index('"', at + 1)
        elif sign == "(":
            head = 0 if cells else len(re.match(r"\((?:\?(?:[:=!]|<[=!]))?", pattern[at:])[0]) - 1
            open_.append([at + 1 + head])
        elif sign == "|":
            open_[-1].append(at + 1)
        elif sign == ")":
            yield from _choice(open_.pop(), at)
        at += 1
    yield from _choice(open_[0], len(pattern))


def _end(pattern: str, at: int) -> int:
    """The bracket that closes a cell: its values may hold brackets."""
    return at + re.match(r'\[(?:[^\]"]|"[^"]*")*', pattern[at:]).end()


def _choice(starts: list[int], end: int) -> Iterator[list[tuple[int, int]]]:
    if len(starts) > 1:
        yield [*zip(starts, [*(start - 1 for start in starts[1:]), end], strict=True)]


def _without(pattern: str, choices: Iterator[list[tuple[int, int]]]) -> Iterator[Without]:
    for choice in choices:
        for number, (start, end) in enumerate(choice):
            first, last = (start, end + 1) if number + 1 < len(choice) else (start - 1, end)
            yield pattern[start:end].strip().strip('"'), pattern[:first] + pattern[last:]
