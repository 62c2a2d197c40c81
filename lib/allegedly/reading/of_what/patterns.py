"""The rows of counted.toml as patterns, and what they ask of a cell as bits."""

from collections.abc import Iterable, Iterator
from functools import cache, reduce
from operator import or_
from typing import Any

from allegedly.lexicon import load
from allegedly.lexicon.macros import unfolded
from allegedly.text.kept import Kept
from allegedly.text.matching import IS_CELL, Match, Patterns
from allegedly.text.pattern import compiled

Row = dict[str, Any]
SECTIONS = ("verb", "rule")


def matches(section: str, held: list[int]) -> Iterator[tuple[Row, Match]]:
    """Each row of a section that lies over cells, in the order of the table; `held` are the bits of each cell."""
    rows, patterns = _rows()
    found = patterns[section].among(held)
    return ((rows[section][number], match) for number, match in found)


def bits_of(pairs: Iterable[tuple[str, str]]) -> int:
    """The bits of a cell with these features."""
    return reduce(or_, map(_BITS.__getitem__, pairs), IS_CELL)


@cache
def _rows() -> tuple[dict[str, list[Row]], dict[str, Patterns]]:
    """The rows of each section, and their patterns, which ask with the same bits."""
    rows: dict[str, list[Row]] = {section: load("counted")[section] for section in SECTIONS}
    patterns = {name: [compiled(unfolded("counted", name, row)) for row in rows[name]] for name in SECTIONS}
    verb = Patterns(patterns["verb"])
    return rows, {"verb": verb, "rule": Patterns(patterns["rule"], verb)}


_BITS: Kept[tuple[str, str], int] = Kept(lambda pair: _rows()[1]["rule"].bits((pair,)))
