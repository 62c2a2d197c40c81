"""A sentence as cells: words, figures and time expressions, each with the features that patterns ask for.

`layout` makes them of an analysed sentence.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import NamedTuple

from allegedly.kinds.spans import Span
from allegedly.model import Claim, Quantity
from allegedly.text.matching import Cell as Coded

When = tuple[date | None, date | None]  #: the days a figure may speak of
_POINTS = ("percentage_point", "basis_point", "point")
_CLOSED = (
    "PUNCT",
    "ADP",
    "PART",
    "TIME",
    "CCONJ",
    "SCONJ",
    "PRON",
    "AUX",
    "VERB",
    "PHRASE",
)  #: no thing a number counts


class Cell(NamedTuple):
    """A cell: where it stands in the article, and its features."""

    start: int
    end: int
    word: str
    upos: str
    classes: frozenset[str]
    figure: "Figure | None" = None
    is_time: bool = False
    lemma: str = ""


@dataclass(eq=False)
class Figure:
    """A figure in its place, with the roles that rules found for it: role → the words that show it."""

    at: int  #: the number of its cell
    line: "Line"
    start: int
    end: int
    text: str
    kind: str
    unit: str | None
    per: str | None
    span: Span
    claim: Claim | None
    quantity: Quantity
    moved: str = "level"
    hedge: str = "exact"
    marks: dict[str, str] = field(default_factory=dict)
    sign: int = 0  #: of a difference: 1 up, -1 down
    when: When = (None, None)

    @property
    def value(self) -> float:
        return self.span.value

    @property
    def is_share(self) -> bool:
        """A percentage or a fraction, no points."""
        return self.kind == "share" and self.unit in ("percent", "ratio")

    @property
    def is_points(self) -> bool:
        return self.unit in _POINTS

    @property
    def is_elided(self) -> bool:
        """Whether its unit may be left out: a bare number behind which no thing stands."""
        if self.kind != "count" or self.at + 1 >= len(self.line.cells):
            return self.kind == "count"
        after = self.line.cells[self.at + 1]
        return after.upos in _CLOSED or after.is_time or after.word == "that"

    @property
    def measure(self) -> tuple[str, str | None]:
        """What figures must share to be added or compared."""
        return ("count" if self.kind == "age" else self.kind, self.unit)

    def __repr__(self) -> str:
        return f"<{self.text} {' '.join(self.marks)}>"


@dataclass(eq=False)
class Line:
    """A sentence with its cells and figures.

    Where it holds no figures its cells are made when they are asked for: most of such sentences are never looked at.
    """

    number: int
    section: str
    block: int  #: the paragraph
    start: int
    text: str
    quantities: Callable[[str], list[Quantity]]  #: reads the figures of a text: the question "how much"
    fill: Callable[["Line"], None]  #: gives it its cells, figures and ordinals
    figures: list[Figure] = field(default_factory=list)
    ordinals: dict[int, Figure] = field(default_factory=dict)  #: by cell: "175th", which is no claim
    following: tuple[int, str] = (0, "")  #: where the text behind it starts, and its first words

    @cached_property
    def cells(self) -> list[Cell]:
        """Its words, figures and times, one cell each."""
        self.fill(self)
        return self.cells

    @cached_property
    def code(self) -> list[Coded]:
        """Its cells as patterns see them."""
        self.fill(self)
        return self.code

    def between(self, first: Figure, second: Figure) -> list[Cell]:
        return self.cells[first.at + 1 : second.at]

    @cached_property
    def classes(self) -> frozenset[str]:
        """The classes of all its cells."""
        return frozenset().union(*(cell.classes for cell in self.cells))

    def words(self, first: int, last: int) -> str:
        """The words of a range of cells."""
        return " ".join(cell.word for cell in self.cells[first:last])

    def has(self, name: str, first: int = 0, last: int | None = None) -> bool:
        """Whether a cell of the range is of a class."""
        if not first and last is None:
            return name in self.classes
        return any(name in cell.classes for cell in self.cells[first:last])
