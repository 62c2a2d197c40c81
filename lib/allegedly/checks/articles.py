"""The claims table as articles: figures in text order, and sentences with their figures marked."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from .concepts import concepts

OPEN, CLOSE = "\ue000", "\ue001"  #: stand around a figure's place in a marked sentence; no article prints them
_MARKS = re.compile(f"[{OPEN}{CLOSE}]")
_STOP = re.compile(r"[.,;:!?()\[\]{}—–\n]")


@dataclass(frozen=True)
class Figure:
    """A row of the table, by its position, with what the thesaurus says of its words."""

    at: int  #: the row's position in the table
    row: object  #: the row itself, a named tuple with None where nothing is known

    def __getattr__(self, name):
        return getattr(self.row, name)

    @cached_property
    def after(self) -> str:
        """The words behind the figure, up to the next sign of punctuation."""
        tail = (self.row.context or "")[self.row.end - (self.row.context_start or 0) :][:80]
        return _STOP.split(tail, maxsplit=1)[0]

    @cached_property
    def words(self) -> str:
        """All words that say what is counted and what befell it."""
        return " ".join(filter(None, (self.row.thing, self.row.head, self.row.verb)))

    @cached_property
    def fate(self) -> frozenset:
        return concepts("fate", self.words) or concepts("fate", self.after)

    @cached_property
    def group(self) -> frozenset:
        """The words behind the figure count only where no thing was found."""
        return concepts("group", self.words) or (frozenset() if self.row.thing else concepts("group", self.after))

    @property
    def measure(self) -> tuple:
        """What must be equal for two figures to be compared at all."""
        return self.row.kind, self.row.unit, self.row.per

    @property
    def is_plain_count(self) -> bool:
        return self.row.kind == "count" and self.row.per is None


@dataclass(frozen=True)
class Passage:
    """A sentence as printed, with its figures."""

    number: int
    section: str
    text: str
    start: int
    figures: list[Figure]

    @cached_property
    def marked(self) -> str:
        """The sentence in lower case with each figure's number among `figures` in place of its text."""
        parts, at = [], 0
        for number, figure in enumerate(self.figures):
            begin, end = figure.start - self.start, figure.end - self.start
            if begin < at:
                continue
            parts += [_MARKS.sub(" ", self.text[at:begin]), f"{OPEN}{number}{CLOSE}"]
            at = end
        return "".join([*parts, _MARKS.sub(" ", self.text[at:])]).lower()


@dataclass(frozen=True)
class Article:
    """One document of the table."""

    doc: str
    passages: list[Passage]
    mentions: list[Figure] = field(default_factory=list)  #: number expressions that are no claims

    @cached_property
    def figures(self) -> list[Figure]:
        return [figure for passage in self.passages for figure in passage.figures]

    @cached_property
    def places(self) -> dict:
        """Where each figure stands: row position → (index of its passage, index within it)."""
        return {f.at: (p, i) for p, passage in enumerate(self.passages) for i, f in enumerate(passage.figures)}

    def passage(self, figure: Figure) -> Passage:
        return self.passages[self.places[figure.at][0]]


def articles(table) -> list[Article]:
    """The articles of a claims table, in its order; figures sorted as printed."""
    import pandas as pd

    plain = table.astype(object).where(pd.notna(table), None)
    by_doc: dict = {}
    for at, row in enumerate(plain.itertuples(index=False, name="Row")):
        by_doc.setdefault(row.doc, []).append(Figure(at, row))
    return [article(doc, figures) for doc, figures in by_doc.items()]


def article(doc, figures) -> Article:
    """One article's figures as passages."""
    figures = sorted(figures, key=lambda figure: (figure.start, figure.end))
    by_sentence: dict = {}
    for figure in figures:
        if figure.kind != "none":
            begins = figure.start if figure.context_start is None else figure.context_start
            by_sentence.setdefault(begins, []).append(figure)
    passages = [
        Passage(own[0].sentence, own[0].section, own[0].context or own[0].text, begins, own)
        for begins, own in sorted(by_sentence.items())
    ]
    return Article(doc, passages, [figure for figure in figures if figure.kind == "none"])
