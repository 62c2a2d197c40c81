"""The sentences of a document, each analysed once, with its figures and time expressions: what every question reads."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from allegedly.model import Document, Quantity
from allegedly.reading.how_much.quantities import read_pieces
from allegedly.reading.when.expressions import expressions
from allegedly.text.analysis import Analysis, analyse
from allegedly.text.lines import folded
from allegedly.text.quotes import quotes
from allegedly.text.sentences import sentences
from allegedly.text.tokens import Tokens, pieces, tokens_of

KEPT = 64  # sentences kept as read: further back no question looks
T = TypeVar("T")


class _Read(NamedTuple):
    """A sentence cut into pieces and its figures: all that one without figures and speakers needs."""

    cut: list[str]
    figures: list[Quantity]


class Analyses:
    """The sentences of a document as they are analysed: each is read once, when it is first asked for.

    >>> found = Analyses(Document("a", "Ida Holm said 30 cows died. She left."))
    >>> found[0].upos
    ('PROPN', 'PROPN', 'VERB', 'NUM', 'NOUN', 'VERB', 'PUNCT')
    >>> [figure.text for figure in found.figures(0)]
    ['30']
    """

    def __init__(self, document: Document, all: bool = False):
        self.document = replace(document, text=folded(document.text))
        self.sentences = sentences(self.document, self.document.text)
        self.quotes = quotes(self.document.text)
        self._all = all
        self._read: OrderedDict[int, _Read] = OrderedDict()
        self._analysed: OrderedDict[int, Analysis] = OrderedDict()

    def figures(self, number: int) -> list[Quantity]:
        """The figures of a sentence; with `all`, its other number expressions too."""
        return self._cut(number).figures

    def __getitem__(self, number: int) -> Analysis:
        if number not in self._analysed:
            sentence, read = self.sentences[number], self._cut(number)
            tokens = tokens_of(self.document.text, sentence.start, read.cut)
            quoted = self.quotes.over(tokens.starts)
            _keep(self._analysed, number, parse(tokens, read.figures, quoted, sentence.section))
        return self._analysed[number]

    def _cut(self, number: int) -> _Read:
        if number not in self._read:
            text, sentence = self.document.text, self.sentences[number]
            cut = pieces(text, sentence.start, sentence.end)
            _keep(self._read, number, _Read(cut, read_pieces(text, sentence.start, cut, self._all)))
        return self._read[number]


def _keep(kept: OrderedDict[int, T], number: int, found: T) -> None:
    if len(kept) >= KEPT:
        kept.popitem(last=False)
    kept[number] = found


def parse(
    tokens: Tokens, quantities: list[Quantity], quotations: Sequence[int] = (), section: str = "body"
) -> Analysis:
    """The analysis of a sentence with these figures.

    >>> from allegedly.text.tokens import tokenise
    >>> parse(tokenise("On Friday 40 homes burned."), [Quantity(10, 12, "40")]).kinds
    'jNE;'
    """
    read = [(tokens.span(q.start, q.end), q.kind) for q in quantities if q.kind != "none"]
    measured = frozenset(span[1] for span, kind in read if kind != "count")
    dates = expressions(tokens)
    if dates and read:  # a figure is no date, but a duration may be
        taken = {i for span, kind in read if kind != "duration" for i in range(*span)}
        dates = [date for date in dates if taken.isdisjoint(range(date.first, date.last))]
    return analyse(tokens, [span for span, _ in read], dates, measured, quotations, section)
