"""A figure as keys: all that tells whether another is told of the same thing. No words of the language but as keys."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from operator import attrgetter
from typing import Any, NamedTuple


class StoryKeys(NamedTuple):
    """What tells an article's story from others: names, people, places, kinds of event, a disease."""

    names: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    diseases: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """A figure as keys: its number, what it counts, where and when, and the words around it."""

    id: str
    doc: str
    day: int | None  #: of the article, counted from a fixed one
    kind: str
    unit: str | None
    per: str | None
    value: float | None
    low: float | None
    high: float | None
    grain: float | None
    vague: bool
    exact: bool
    head: str | None
    group: str | None
    fate: str | None
    story: StoryKeys
    who: str = ""  #: anyone, civilians, some; "" where no people are counted
    named: bool = False  #: whether its people go by a noun of their own: worshippers, traders
    kin: frozenset[str] = frozenset()  #: groups that may name the same
    contest: bool = False  #: of what is won in a contest
    nation: str | None = None
    local: bool = False  #: whether its people are those of its place
    scope: str | None = None  #: the place that it names itself
    held: str | None = None  #: the country or state that it is of
    locus: frozenset[str] = frozenset()  #: places of its event
    wide: frozenset[str] = frozenset()  #: those of them that are countries or states
    own: bool = False  #: whether its own sentence names them
    lasting: dict[str, int] = field(default_factory=dict)  #: the kinds of its event, and the days that each lasts
    short: bool = False
    disease: str | None = None
    period: str | None = None
    part: bool = False
    foreseen: bool = False
    during: bool = False
    more: bool = False  #: an increment
    subject: frozenset[str] = frozenset()
    strong: frozenset[str] = frozenset()  #: words of substance around it
    weak: frozenset[str] = frozenset()

    @property
    def digits(self) -> int:
        """How many digits of its value count.

        >>> number = [26.5e6, 26.5e6, 26.5e6, 1e5]
        >>> Told("a@0", "a", 1, "count", None, None, *number, False, True, None, None, None, StoryKeys()).digits
        3
        """
        return _digits(self.value)

    def allows(self, value: float | None) -> bool:
        """Whether a number lies within its bounds."""
        if value is None:
            return False
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)


@lru_cache(1 << 16)
def _digits(value: float | None) -> int:
    if not value:
        return 0
    plain = f"{abs(value):.10g}".split("e")[0].replace(".", "").strip("0")
    return len(plain) or 1


_SETS = ("kin", "locus", "wide", "subject", "strong", "weak")
_NUMBER = ("kind", "unit", "per", "value", "low", "high", "grain")
_PLAIN = ("id", "doc", *_NUMBER, "head", "group", "fate")  #: columns of the claims table
_OF_ROW = (*_PLAIN, "day", "vague", "exact", "story")
_KEPT = [one.name for one in fields(Told) if one.name not in _OF_ROW]
_VALUES = attrgetter(*_KEPT)


def packed(told: Told, event: tuple[str, str] | None = None, with_story: bool = False) -> str:
    """The keys of a figure that no column of its row says, as JSON; those of its article's story where asked."""
    held = zip(_KEPT, _VALUES(told), strict=True)
    kept: dict[str, Any] = {
        name: sorted(value) if isinstance(value, frozenset) else value for name, value in held if value
    }
    if event:
        kept["event"] = event
    if with_story:
        kept["day"] = told.day
        kept["story"] = {name: sorted(value) for name, value in told.story._asdict().items() if value}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True)


def unpacked(row: Mapping[str, Any], keys: Mapping[str, Any], story: StoryKeys, day: int | None) -> Told:
    """The figure of a row of the claims table with its keys."""
    kept: dict[str, Any] = {
        name: frozenset(value) if name in _SETS else value
        for name, value in keys.items()
        if name not in ("event", "story", "day")
    }
    plain: dict[str, Any] = {name: row[name] for name in _PLAIN}
    hedge = row["hedge"]
    return Told(**plain, day=day, vague=hedge == "vague", exact=hedge == "exact", story=story, **kept)


def story_of(keys: Mapping[str, Any]) -> StoryKeys:
    """The keys of a story as `packed` keeps them."""
    return StoryKeys(**{name: frozenset(value) for name, value in keys.get("story", {}).items()})
