"""A matched row in its place: its printed parts, and the figure that is made of it."""

import re

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.reading.how_much.company import change, led_to, of_a_whole, rate
from allegedly.reading.how_much.grammar import Row
from allegedly.reading.how_much.intervals import Hedge, Interval, clean, hedge, interval, plain, settled
from allegedly.reading.how_much.kinds import Place
from allegedly.reading.how_much.numbers import Number, number
from allegedly.reading.how_much.units import Unit, unit, unit_before
from allegedly.text.tokens import pieces

COUNT = Unit("", "count")
RATIO = Unit("ratio", "share")
UNHELD = "no float holds it"


class Found:
    """A match in its place: the printed parts of the row by name, and the span of the figure."""

    __slots__ = ("first", "last", "match", "place", "row")

    def __init__(self, place: Place, match: re.Match[str], row: Row):
        self.place, self.match, self.row = place, match, row
        self.first, self.last = match.span()
        for group in row.figures:
            if match.start(group) >= 0:
                self.first, self.last = match.span(group)

    def part(self, *names: str) -> str | None:
        """The first part of these names that is printed."""
        span, parts = self.match.span, self.row.parts
        for name in names:
            if (group := parts.get(name)) is not None:
                first, last = span(group)
                if first >= 0:
                    offsets = self.place.offsets
                    return self.place.text[offsets[first] : offsets[last]]
        return None

    @property
    def why(self) -> str:
        """Why the row reads no claim."""
        return self.row.why or ""

    def number(self, name: str, *scales: str) -> Number | None:
        return number(f"{self.part(name)} {self.part(*scales) or ''}")

    def hedge(self, of: Unit = COUNT) -> Hedge | None:
        """The hedge; none, where its word is a preposition: `flew over nine towns`, `$2000 over three years`."""
        words = self.part("hedge", "hedge2", "tilde", "after")
        found = hedge(words) if words else None
        if found is None or words is None:
            return None
        led = led_to(self.place, self.first, self.last, plain(words), of.kind)
        is_outside, inner = plain(words) in found.outside, self.part("inner")
        if led or is_outside:
            behind = self.first + len(pieces(words))
            self.first = next(at for at in range(behind, self.last) if self.place.kinds[at] != " ")
            opens = self.place.slice(self.first, self.first + 1)
            if opens in load("grammar")["words"]["a"] and self.first + 2 < self.last:
                self.first += 2
                return None  # "over a five-year period", "passed a $3 billion budget"
        if is_outside and inner:
            return hedge(inner)  # "a total of more than 300"
        return None if led else found

    def printed(self, *names: str) -> str:
        """The first part of these names, of a row that always prints one."""
        return self.part(*names) or ""

    def quantity(
        self,
        value: float | None,
        bounds: Interval,
        hedged: str = "exact",
        of: Unit = COUNT,
        grain: float | None = None,
    ) -> Quantity:
        """The figure with its span and the row's name."""
        offsets = self.place.offsets
        start, end = offsets[self.first], offsets[self.last]
        moved, per = (
            change(self.place, self.first, self.last, of),
            of.per or rate(self.place, self.first, self.last, of.kind),
        )
        whole = of.kind == "share" and of_a_whole(self.place, self.last)
        low, high, likely_low, likely_high, opened = settled(bounds, of.name, moved, whole, value)
        return Quantity(
            start, end, self.place.text[start:end], value and clean(value),
            low, high, likely_low, likely_high, opened, grain,
            hedged, moved, of.kind, of.name or None, per, self.row.name,
        )  # fmt: skip

    def hedged(self, printed: Number, of: Unit = COUNT) -> Quantity:
        """The figure that `printed` is with the hedge of the match."""
        hedged = self.hedge(of)
        bounds = interval(printed, hedged, of.kind)
        return self.quantity(printed.value, bounds, hedged.name if hedged else "exact", of, printed.grain)

    def none(self, why: str) -> list[Quantity]:
        """No claim, with the reason."""
        offsets = self.place.offsets
        start, end = offsets[self.first], offsets[self.last]
        return [Quantity(start, end, self.place.text[start:end], kind="none", rule=self.row.name, reason=why)]


def unit_of(sign: str | None, word: str | None) -> Unit | None:
    """The unit that a sign before the number or a word after it gives."""
    return unit_before(sign) if sign else unit(word) if word else None
