"""A text as it is read, sentence by sentence: what the layers and the sources of the fields are told from."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..model import Claim, Document, Quantity, Sentence
from ..reading.claims import claims
from ..reading.parsing import Analyses
from ..reading.who.cue import Cue
from ..reading.who.discourse import Discourse
from ..text.analysis import Analysis
from .traced import Call, traced


@dataclass(frozen=True)
class Reading:
    """A claim as read, with the calls that gave its thing, its time and its speaker."""

    claim: Claim
    calls: dict[str, Call | None]


@dataclass(frozen=True)
class Passage:
    """A sentence as reading has it: its analysis, its figures, its cues of speech, and the claims made of them."""

    sentence: Sentence
    analysis: Analysis
    figures: list[Quantity]
    discourse: Discourse
    cues: list[Cue]
    readings: tuple[Reading, ...]


def passages(document: Document) -> Iterator[Passage]:
    """The sentences of a document, each with what is read of it."""
    article = Analyses(document, all=True)
    discourse = Discourse(article)
    claims(document, all=True)  # what is remembered from the tables is no part of what is traced
    found, whole = traced(lambda: claims(document, all=True))
    calls = [*whole]
    for part in article.sentences:
        analysis = article[part.number]
        if len(analysis.tokens):
            readings = tuple(_reading(claim, calls) for claim in found if claim.sentence == part.number)
            cues = discourse.read(part.number)[1]
            yield Passage(part, analysis, article.figures(part.number), discourse, cues, readings)


def _reading(claim: Claim, calls: list[Call]) -> Reading:
    asked = {"thing": claim.thing, "time": claim.time, "attribution": claim.attribution}
    return Reading(claim, {name: _call(record, calls) for name, record in asked.items()})


def _call(record: Any, calls: list[Call]) -> Call | None:
    """The first call that gave this very record."""
    return next((call for call in calls if call.gave is record), None)
