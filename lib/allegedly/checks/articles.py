"""The claims table as articles: figures in text order, and sentences with their figures marked."""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property

from ..lexicon import load
from .concepts import concepts, proper
from .likeness import is_count

OPEN, CLOSE = "\ue000", "\ue001"  #: stand around a figure's place in a marked sentence; no article prints them
_MARKS = re.compile(f"[{OPEN}{CLOSE}]")
NEAR = 80  #: characters around a figure that may say what befell those counted
_STOP = re.compile(r"[.,;:!?()\[\]{}—–\n]")


@dataclass(frozen=True)
class Figure:
    """A row of the table, by its position, with what the thesaurus says of its words."""

    at: int  #: the row's position in the table
    row: object  #: the row itself, a named tuple with None where nothing is known
    lead: str = ""  #: the words between it and the figure or the sign of punctuation before it
    tail: str = ""  #: the words between it and the figure behind it

    def __getattr__(self, name):
        return getattr(self.row, name)

    @cached_property
    def after(self) -> str:
        """The words behind the figure, up to the next sign of punctuation."""
        return _STOP.split(self.tail[:NEAR], maxsplit=1)[0]

    @cached_property
    def words(self) -> str:
        """All words that say what is counted and what befell it."""
        return " ".join(filter(None, (self.row.thing, self.row.head, self.row.verb)))

    @cached_property
    def fate(self) -> frozenset:
        """By the thing and the verb; else by the words behind, before, or to the end of the sentence."""
        places = (self.words, self.after, self.lead, self.tail)
        return next((found for text in places if (found := concepts("fate", text))), frozenset())

    @cached_property
    def group(self) -> frozenset:
        """The words behind the figure count only where no thing was found."""
        return concepts("group", self.words) or (frozenset() if self.row.thing else concepts("group", self.after))

    @cached_property
    def names(self) -> frozenset:
        """The names in its subject, or else in its thing."""
        opening = (self.row.context or "").lstrip("\"“'")
        return proper(self.row.subject or "", opening) or proper(self.row.thing or "", opening)


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
            parts += [_MARKS.sub(" ", self.text[at:begin]), opening(figure), f"{OPEN}{number}{CLOSE}"]
            at = end
        return "".join([*parts, _MARKS.sub(" ", self.text[at:])]).lower()


def opening(figure) -> str:
    """The words of a figure that say it is a total, or a time: they license a question, as those around it do."""
    words = load("relations")["words"]["DURING" if figure.kind == "duration" else "TOTALLING"]
    return next((f"{word} " for word in words if figure.text.lower().startswith(f"{word} ")), "")


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
    def befallen(self) -> list[Figure]:
        """The counts of the text itself of which it says what befell those counted."""
        return [one for one in self.figures if one.section == "body" and is_count(one) and one.fate]

    @cached_property
    def places(self) -> dict:
        """Where each figure stands: row position → (index of its passage, index within it)."""
        return {f.at: (p, i) for p, passage in enumerate(self.passages) for i, f in enumerate(passage.figures)}

    def around(self, number: int, reach: int) -> list[Figure]:
        """The figures of the passages up to `reach` from one."""
        return [one for own in self.passages[max(0, number - reach) : number + reach + 1] for one in own.figures]

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
        Passage(own[0].sentence, own[0].section, own[0].context or own[0].text, begins, neighbours(own))
        for begins, own in sorted(by_sentence.items())
    ]
    mentions = [neighbours([figure])[0] for figure in figures if figure.kind == "none"]
    return Article(doc, passages, mentions)


def neighbours(figures) -> list[Figure]:
    """The figures of a sentence, each with the words around it."""
    made = []
    for number, figure in enumerate(figures):
        text = figure.context or figure.text
        begins = figure.start if figure.context_start is None else figure.context_start
        since = figures[number - 1].end - begins if number else 0
        until = figures[number + 1].start - begins if number + 1 < len(figures) else len(text)
        lead = _STOP.split(text[max(since, 0) : figure.start - begins][-NEAR:])[-1]
        made.append(replace(figure, lead=lead, tail=text[figure.end - begins : until]))
    return made
