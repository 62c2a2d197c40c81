"""A text as it is read, sentence by sentence: what the layers and the sources of the fields are told from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..model import Claim, Document, Quantity, Sentence
from ..reading.claims import claims
from ..reading.how_much.quantities import read_quantities
from ..reading.parsing import parse
from ..reading.who.cue import Cue
from ..reading.who.discourse import Discourse
from ..text.phrases import Phrases
from ..text.sentences import sentences
from ..text.tokens import tokenise
from .traced import Call, traced


@dataclass(frozen=True)
class Reading:
    """A claim as read, with the calls that gave its thing, its time and its speaker."""

    claim: Claim
    calls: dict[str, Call | None]


@dataclass(frozen=True)
class Passage:
    """A sentence as reading has it: its phrases, its figures, its cues of speech, and the claims made of them."""

    sentence: Sentence
    phrases: Phrases
    figures: list[Quantity]
    discourse: Discourse
    cues: list[Cue]
    readings: tuple[Reading, ...]


def passages(document: Document) -> Iterator[Passage]:
    """The sentences of a document, each with what is read of it."""
    parts = sentences(document)
    discourse = Discourse(document, parts)
    found, whole = traced(lambda: claims(document, all=True))
    calls = [*whole]
    for part in parts:
        tokens = tokenise(document.text, part.start, part.end)
        if not len(tokens):
            continue
        figures = read_quantities(tokens, all=True)
        readings = tuple(_reading(claim, calls) for claim in found if claim.sentence == part.number)
        cues = discourse.read(part.number, tokens)[1]
        yield Passage(part, parse(tokens, figures), figures, discourse, cues, readings)


def _reading(claim: Claim, calls: list[Call]) -> Reading:
    asked = {"thing": claim.thing, "time": claim.time, "attribution": claim.attribution}
    return Reading(claim, {name: _call(record, calls) for name, record in asked.items()})


def _call(record: Any, calls: list[Call]) -> Call | None:
    """The first call that gave this very record."""
    return next((call for call in calls if call.gave is record), None)
