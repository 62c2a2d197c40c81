"""The explanation of a text as a whole, and how it shows itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .printed import in_words
from .records import ExplainedFigure, ExplainedSentence, Layer


@dataclass(frozen=True, repr=False)
class Explanation:
    """How a text is read, sentence by sentence."""

    text: str
    sentences: tuple[ExplainedSentence, ...]

    @property
    def figures(self) -> list[ExplainedFigure]:
        """The figures of all sentences, in the order of the text; what is no claim is among them, with the reason."""
        return [figure for sentence in self.sentences for figure in sentence.figures]

    def layers(self, name: str) -> Iterator[Layer]:
        """The layer `name` of each sentence.

        >>> from allegedly import explain
        >>> [row[:4] for layer in explain("Two goats bleat.").layers("tokens") for row in layer.rows][1]
        ('1', 'goats', 'NOUN', 'goat')
        """
        return (layer for sentence in self.sentences for layer in sentence.layers if layer.name == name)

    def as_dict(self) -> dict[str, Any]:
        """The same as dicts, lists and strings, as JSON has it."""
        return {"text": self.text, "sentences": [_sentence(sentence) for sentence in self.sentences]}

    def __repr__(self) -> str:
        return in_words(self.sentences)

    def _repr_html_(self) -> str:
        from ..marks.fragment import fragment

        return fragment("explanation.html", sentences=self.sentences)._repr_html_()


def _sentence(sentence: ExplainedSentence) -> dict[str, Any]:
    layers = {
        layer.name: [dict(zip(layer.columns, row, strict=True)) for row in layer.rows] for layer in sentence.layers
    }
    figures = [
        {
            "text": figure.text,
            "start": figure.start,
            "end": figure.end,
            "is_claim": figure.is_claim,
            "fields": [field._asdict() for field in figure.fields],
        }
        for figure in sentence.figures
    ]
    return {"text": sentence.text, "section": sentence.section, "layers": layers, "figures": figures}
