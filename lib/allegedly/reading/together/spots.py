"""A figure where it stands: its words in the sentence, and the room that the figures beside it leave."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from allegedly.model import Claim

from .known import forms
from .names import Name
from .spelt import Word, span
from .story import Passage

_AROUND = 40  #: words around a figure in which a name can be of it


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
        return self.passage.line.words

    def before(self, count: int, floor: int = 0) -> list[Word]:
        """The words before the figure, at most `count`."""
        return self.line[max(floor, self.first - count) : self.first]

    def behind(self, count: int, ceiling: int | None = None) -> list[Word]:
        """The words behind the figure, at most `count`."""
        return self.line[self.last : min(len(self.line) if ceiling is None else ceiling, self.last + count)]

    def names(self) -> list[Name]:
        """The names around it in its sentence that are more than a body such as the Senate."""
        named = self.passage.placeable
        first = bisect_left(named, self.first - _AROUND, key=attrgetter("first"))
        return named[first : bisect_right(named, self.last + _AROUND, key=attrgetter("first"))]


def spots(claims: list[Claim], passages: dict[int, Passage]) -> list[Spot]:
    """Each claim where it stands, in the order of the text."""
    made = []
    for claim in sorted(claims, key=lambda claim: claim.quantity.start):
        passage = passages[claim.sentence]
        end = len(passage.line)
        first, last = span(passage.line.words, claim.quantity.start, claim.quantity.end)
        made.append(Spot(claim, passage, first, last, ceiling=end, high=end))
    for before, after in pairwise(made):
        if before.passage is after.passage:
            after.floor, before.ceiling = max(before.floor, before.last), max(after.first, before.last)
    lasting = [spot for spot in made if spot.claim.quantity.kind != "duration"]
    for before, after in pairwise(lasting):
        if before.passage is after.passage:
            after.low, before.high = max(before.low, before.last), max(after.first, before.last)
    for spot, other in pairwise(made):
        if spot.passage is other.passage and other.claim.quantity.kind == "duration":
            other.low, other.high = max(spot.low, spot.last), other.high
    return made


def matches(line: list[Word], at: int, phrase: list[str], owners: frozenset[str]) -> bool:
    """Whether the words from number `at` on are the dictionary forms of a phrase; any possessive stands for another."""
    if at + len(phrase) > len(line):
        return False
    return all(
        line[at + number].lower in owners if wanted in owners else wanted in forms(line[at + number].lower)
        for number, wanted in enumerate(phrase)
    )


def says(found: list[Word], phrases: frozenset[str]) -> bool:
    """Whether one of some phrases stands in words."""
    if _openers(phrases).isdisjoint([word.lower for word in found]):
        return False
    said = spoken(found)
    return any(f" {phrase} " in said for phrase in phrases)


@lru_cache(maxsize=64)
def _openers(phrases: frozenset[str]) -> frozenset[str]:
    """The first words of phrases."""
    return frozenset(phrase.split()[0] for phrase in phrases)


def spoken(found: list[Word]) -> str:
    """Words in lower case, with spaces between and around, so that phrases can be looked for."""
    return f" {' '.join(word.lower for word in found)} "
