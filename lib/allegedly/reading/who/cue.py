"""A cue: the words that give a claim to a speaker, who that is, and how far they reach."""

from bisect import bisect_left
from dataclasses import dataclass

from allegedly.reading.who.scopes import LONGEST
from allegedly.reading.who.subjects import Phrase
from allegedly.reading.who.voices import Row


@dataclass(slots=True, eq=False)
class Cue:
    """A cue: its row, its token range, its speaker's phrase and the token range of what it says."""

    row: Row
    first: int
    last: int
    speaker: Phrase | None
    lead: int
    stop: int
    follows: bool = False  #: the speaker is the sentence's own subject or the last one: "…, adding that"
    hearer: Phrase | None = None
    sort: str = "verb"  #: verb, source; doubt: words that name no speaker; relay: such that name who passes it on

    @property
    def tells(self) -> bool:
        """Whether it gives what it covers to a speaker."""
        return self.sort in ("verb", "source")

    def covers(self, token: int) -> bool:
        """Whether the token is part of what is said."""
        inside = self.lead <= token < self.stop and not self.first <= token < self.last
        return inside and not (self.speaker and self.speaker[0] <= token < self.speaker[1])

    def reach(self) -> int:
        """The tokens it reaches over: of two cues the nearer reaches less far."""
        return self.stop - self.lead


def cues_near(cues: list[Cue], token: int) -> list[Cue]:
    """Those of a sentence's cues that may reach a token."""
    low = bisect_left(cues, token - 2 * LONGEST, key=_first)
    return cues[low : bisect_left(cues, token + 2 * LONGEST, key=_first)]


def _first(cue: Cue) -> int:
    return cue.first
