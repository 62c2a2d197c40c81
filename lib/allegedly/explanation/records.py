"""What an explanation is made of: sentences, each with its layers, and its figures with their fields."""

from dataclasses import dataclass
from typing import NamedTuple


class Layer(NamedTuple):
    """One layer of a sentence's analysis, as a small table."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Field(NamedTuple):
    """One field of a figure: its value, what read it, and what that is or does."""

    name: str
    value: str
    read_by: str
    is_named: bool  #: whether a row of a table read it; else the functions that led to it are told
    meaning: str = ""  #: an example of the row, or what the function does


@dataclass(frozen=True)
class ExplainedFigure:
    """A figure of a sentence, and where each of its fields comes from."""

    text: str
    start: int
    end: int
    is_claim: bool
    fields: tuple[Field, ...]

    def __getitem__(self, name: str) -> Field:
        """The field `name`; a KeyError where the figure has none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)


class ExplainedSentence(NamedTuple):
    """A sentence with its layers, and its figures with their fields."""

    text: str
    section: str
    layers: tuple[Layer, ...]
    figures: tuple[ExplainedFigure, ...]
