"""The figures of a claims table with the keys that say what each is of: what befell whom, where, when, by whose word.

A table of one's own without these columns is read for what it has: nothing is known of the rest.
"""

import json
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any

from ..alike import StoryKeys, Told, story_of, unpacked
from ..kinds.spans import Span
from .framed import Member, member

if TYPE_CHECKING:
    import pandas as pd

ABOVE = ("headline", "subhead", "caption")
UNSAID = ("denied", "hypothetical", "predicted")  #: stances of figures that are not said to be so


@dataclass(frozen=True, eq=False)
class Telling:
    """A figure of the table: its row (a named tuple with None where nothing is known) and its keys."""

    row: Any
    told: Told

    @property
    def id(self) -> str:
        return str(self.row.id)

    @property
    def value(self) -> float | None:
        number: float | None = self.row.value
        return number

    @property
    def size(self) -> float:
        """The number as printed, or the least that its words allow."""
        return float(self.row.value if self.row.value is not None else self.row.low or 0.0)

    @cached_property
    def span(self) -> Span:
        """What it is worth."""
        return self.as_member("", None).span

    @property
    def voice(self) -> str | None:
        """Whose word it is; None is the article's own voice."""
        found: str | None = self.row.speaker or self.row.holder
        return found

    @property
    def day(self) -> date | None:
        """The last day that it speaks of."""
        return as_date(self.row.about_to)

    @property
    def published(self) -> date | None:
        """The day of its article."""
        known = as_date(getattr(self.row, "published", None))
        return known or (date.fromordinal(self.told.day) if self.told.day else None)

    @property
    def is_above(self) -> bool:
        """Whether it stands above the text."""
        return self.row.section in ABOVE

    @property
    def is_level(self) -> bool:
        """Whether it says how much there is, at one time, and not how much more or less, or how much a day."""
        return self.row.change == "level" and self.row.per is None and self.row.stance not in UNSAID

    @property
    def is_tally(self) -> bool:
        """Whether it counts those whom something befell: all of them, as far as it says."""
        told = self.told
        return bool(told.fate and told.who) and self.row.kind == "count" and self.is_level and not told.foreseen

    @property
    def is_total(self) -> bool:
        """Whether it is a tally that is no part of another, none that comes on top, and none of a span of days."""
        told = self.told
        return self.is_tally and not (told.part or told.more or told.during or self.row.superseded)

    def meets(self, other: "Telling") -> bool:
        """Whether the hard intervals have a number in common; 6.3 and 6.4 have none, though they touch."""
        (low, high), (other_low, other_high) = self.span.hard, other.span.hard
        if low < high and other_low < other_high:
            return low < other_high and other_low < high
        return low <= other_high and other_low <= high

    def as_member(self, role: str, evidence: str | None) -> Member:
        """It as a member of a frame."""
        return member({"role": role, "evidence": evidence}, self.row)


def tellings(table: "pd.DataFrame") -> dict[str, list[Telling]]:
    """The claims of a table by document, in the order of the text."""
    rows = table[table["kind"].ne("none").fillna(True)]
    plain = rows.astype(object).where(rows.notna(), None)
    stories: dict[str, StoryKeys] = {}
    days: dict[str, int | None] = {}
    found: dict[str, list[Telling]] = {}
    for row in plain.itertuples(index=False, name="Row"):
        if row.low is None or row.high is None:
            continue
        keys = json.loads(row.keys) if getattr(row, "keys", None) else {}
        if "story" in keys or row.doc not in stories:
            stories[row.doc], days[row.doc] = story_of(keys), keys.get("day")
        told = unpacked(row._asdict(), keys, stories[row.doc], days[row.doc])
        found.setdefault(row.doc, []).append(Telling(row, told))
    return {doc: sorted(own, key=lambda one: (one.row.start, one.row.end)) for doc, own in found.items()}


def as_date(told: Any) -> date | None:
    """A day of the table as a date, whether it is a time stamp or a date already."""
    found: date | None = told.date() if hasattr(told, "date") else told
    return found
