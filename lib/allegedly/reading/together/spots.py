"""A figure where it stands: its words in the sentence, and the room that the figures beside it leave."""

from collections.abc import Iterator
from dataclasses import dataclass

from allegedly.model import Claim

from .known import forms, words
from .names import Name
from .spelt import Word, span
from .story import Passage


@dataclass(slots=True)
class Spot:
    """A claim in its sentence: the words `first` up to `last` are its figure.

    Other figures stand before word `floor` and from word `ceiling` on; `low` and `high` are the same where durations
    are none ("50,000 in the last four months").
    """

    claim: Claim
    passage: Passage
    first: int
    last: int
    floor: int = 0
    ceiling: int = 0
    low: int = 0
    high: int = 0

    @property
    def line(self) -> list[Word]:
        return self.passage.words

    def before(self, count: int, floor: int = 0) -> list[Word]:
        """The words before the figure, at most `count`."""
        return self.line[max(floor, self.first - count) : self.first]

    def behind(self, count: int, ceiling: int | None = None) -> list[Word]:
        """The words behind the figure, at most `count`."""
        return self.line[self.last : min(len(self.line) if ceiling is None else ceiling, self.last + count)]

    def names(self) -> list[Name]:
        """The names in its sentence that are more than a body such as the Senate."""
        bodies = words("events", "bodies")
        return [name for name in self.passage.names if name.key not in bodies or name.key == "united states"]


def spots(claims: list[Claim], passages: dict[int, Passage]) -> list[Spot]:
    """Each claim where it stands."""
    by_sentence: dict[int, list[Spot]] = {}
    made = []
    for claim in claims:
        passage = passages[claim.sentence]
        spot = Spot(claim, passage, *span(passage.words, claim.quantity.start, claim.quantity.end))
        by_sentence.setdefault(claim.sentence, []).append(spot)
        made.append(spot)
    for spot in made:
        others = [one for one in by_sentence[spot.claim.sentence] if one is not spot]
        lasting = [one for one in others if one.claim.quantity.kind != "duration"]
        end = len(spot.line)
        spot.floor, spot.ceiling = _floor(spot, others), min(_starts(spot, others), default=end)
        spot.low, spot.high = _floor(spot, lasting), min(_starts(spot, lasting), default=end)
    return made


def _floor(spot: Spot, others: list[Spot]) -> int:
    return max((one.last for one in others if one.claim.quantity.end <= spot.claim.quantity.start), default=0)


def _starts(spot: Spot, others: list[Spot]) -> Iterator[int]:
    return (one.first for one in others if one.claim.quantity.start >= spot.claim.quantity.end)


def matches(line: list[Word], at: int, phrase: list[str], owners: frozenset[str]) -> bool:
    """Whether the words from number `at` on are the dictionary forms of a phrase; any possessive stands for another."""
    if at + len(phrase) > len(line):
        return False
    return all(
        line[at + number].lower in owners if wanted in owners else wanted in forms(line[at + number].lower)
        for number, wanted in enumerate(phrase)
    )


def spoken(found: list[Word]) -> str:
    """Words in lower case, with spaces between and around, so that phrases can be looked for."""
    return f" {' '.join(word.lower for word in found)} "
