"""Sentences with a figure in [brackets]: the figure is the reader's own, and the brackets stand where it reads it."""

from allegedly.model import Attribution, Document, Quantity
from allegedly.reading.how_much.quantities import read_quantities
from allegedly.reading.parsing import Analyses
from allegedly.reading.who.discourse import Discourse
from allegedly.reading.who.speakers import attributions
from allegedly.text.tokens import Tokens, tokenise


def unmarked(marked: str) -> tuple[str, int, int]:
    """The text without its brackets, and where what they held starts and ends."""
    before, inside, behind = marked.replace("]", "[").split("[")
    return before + inside + behind, len(before), len(before + inside)


def figures_of(tokens: Tokens, start: int, end: int) -> tuple[list[Quantity], int]:
    """The figures that the reader reads in a sentence, and which of them stands at `start` up to `end`.

    The number expressions that are no claims are among them only where the one in brackets is such.
    """
    found = read_quantities(tokens)
    if (start, end) not in [(figure.start, figure.end) for figure in found]:
        found = read_quantities(tokens, all=True)
    spans = [(figure.start, figure.end) for figure in found]
    assert (start, end) in spans, f"[{tokens.text[start:end]}] is no figure of the reader: it reads {found}"
    return found, spans.index((start, end))


def read_marked(marked: str) -> tuple[Tokens, list[Quantity], int]:
    """The tokens and figures of a sentence, and the number of the figure in brackets."""
    text, start, end = unmarked(marked)
    tokens = tokenise(text)
    return tokens, *figures_of(tokens, start, end)


def attribution(marked: str) -> Attribution:
    """Who says the figure in brackets, in the light of all the sentences around it."""
    return attribution_at(*unmarked(marked))


def attribution_at(text: str, start: int, end: int) -> Attribution:
    """Who says the figure of `text` at these offsets."""
    for article in (Analyses(Document("own", text)), Analyses(Document("own", text), all=True)):
        part = max((part for part in article.sentences if part.start <= start), key=lambda part: part.number)
        spans = [(figure.start, figure.end) for figure in article.figures(part.number)]
        if (start, end) in spans:
            found = attributions(Discourse(article), part.number, article.figures(part.number))
            return found[spans.index((start, end))]
    raise AssertionError(f"[{text[start:end]}] is no figure of the reader")
