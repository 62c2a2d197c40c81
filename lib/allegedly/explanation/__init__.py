"""How a text is read: the layers of its analysis, and what read each field of each figure.

A layer is one function in layers.py; what read a field is told in sources.py. Both look only at what reading made.
"""

from datetime import date

from ..model import Document, Sentence
from .layers import LAYERS
from .passages import Passage, passages
from .records import ExplainedSentence, Layer
from .sources import explained
from .whole import Explanation

__all__ = ["LAYERS", "ExplainedSentence", "Explanation", "Layer", "Passage", "explain"]


def explain(text: str, published: date | None = None) -> Explanation:
    """How `text` is read, sentence by sentence; `published` is the day that "Wednesday" is resolved from.

    It shows itself: as text where it is printed, as tables in a notebook; `as_dict()` gives the same as plain data.

    >>> [figure] = explain("Ida Holm said about 300 goats were sold.").figures
    >>> figure["hedge"].value, figure["hedge"].read_by
    ('about', 'hedges.toml: about')
    """
    document = Document("text", text, published=published)
    return Explanation(text, tuple(_explained(passage) for passage in passages(document)))


def _explained(passage: Passage) -> ExplainedSentence:
    sentence: Sentence = passage.sentence
    layers = tuple(layer(passage) for layer in LAYERS)
    figures = tuple(explained(passage, reading) for reading in passage.readings)
    return ExplainedSentence(sentence.text, sentence.section, layers, figures)
