"""Who says so? The speaker, cue and stance of each figure, read over the whole article."""

from allegedly.model import Attribution, Document, Quantity, Sentence
from allegedly.reading.tokens import Tokens


def attributions(
    document: Document, sentences: list[Sentence], wanted: list[tuple[int, Tokens, list[Quantity]]]
) -> dict[tuple[int, int], Attribution]:
    """The attribution of each wanted quantity, by its `(start, end)`."""
    return {(q.start, q.end): Attribution() for _, _, quantities in wanted for q in quantities}
