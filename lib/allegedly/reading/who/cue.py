"""A cue: the words that give a claim to a speaker, who that is, and how far they reach."""

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from allegedly.lexicon import load
from allegedly.reading.who.scopes import LONGEST
from allegedly.reading.who.subjects import Phrase
from allegedly.reading.who.voices import Row

QUOTED = "quotation"  #: the rule of a speaker who is that of the quotation or the label around a figure


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


def rule_of(row: Row) -> str:
    """The name of a rule of telling.toml, or of a row of speech.toml: its kind and the words that it stands for.

    >>> rule_of(load("speech")["source"][0]), rule_of(load("speech")["verb"][0]), rule_of(load("telling")["rule"][0])
    ('source: according to', 'verb: say', 'the report that … is false')
    """
    if "pattern" in row:
        return str(row["name"])
    kind = _kinds().get(id(row), "")
    words = row.get("words") or (row.get("forms") or [""])[0]
    return ": ".join(filter(None, [kind, words]))


@cache
def _kinds() -> dict[int, str]:
    """The kind of each row of speech.toml, by the row itself: asked for every figure that somebody tells."""
    return {id(row): kind for kind, rows in load("speech").items() if isinstance(rows, list) for row in rows}
