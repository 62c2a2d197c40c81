"""What a matched row of the grammar means: one function for each way of reading."""

from math import inf

from allegedly.model import Quantity
from allegedly.reading.intervals import Interval, half_digit, hedge, interval
from allegedly.reading.numbers import Number, number
from allegedly.reading.units import Unit, unit

COUNT = Unit("", "count")


class Found:
    """A match in its text: the printed parts of the row by name."""

    __slots__ = ("kinds", "match", "offsets", "row", "text")

    def __init__(self, text, offsets, kinds, match, row):
        self.text, self.offsets, self.kinds, self.match, self.row = text, offsets, kinds, match, row

    def part(self, name: str) -> str | None:
        """The part as printed, or None where the row has none or it did not match."""
        group = self.row.parts.get(name)
        if group is None:
            return None
        first, last = self.match.span(group)
        return self.text[self.offsets[first] : self.offsets[last]] if first >= 0 else None

    def start(self, name: str) -> int:
        return self.offsets[self.match.start(self.row.parts[name])]

    def end(self, name: str) -> int:
        return self.offsets[self.match.end(self.row.parts[name])]


def none(found: Found) -> list[Quantity]:
    """What is no claim, with the reason."""
    first, last = found.match.span()
    start, end = found.offsets[first], found.offsets[last]
    return [Quantity(start, end, found.text[start:end], kind="none", rule=found.row.name, reason=found.row.why)]


def figure(found: Found) -> list[Quantity]:
    """One number with its hedge and unit."""
    printed = number(found.part("number") + (found.part("scale") or ""))
    first, last = found.match.span()
    start, end = found.offsets[first], found.offsets[last]
    text = found.text[start:end]
    if printed is None:
        return [Quantity(start, end, text, kind="none", rule=found.row.name, reason="no number that can be held")]
    of = unit_of(found.part("sign"), found.part("unit") or found.part("money")) or COUNT
    if found.part("minus") or found.part("minus2"):
        printed = printed._replace(value=-printed.value)
    if of.parts != 1:
        printed = Number(printed.value / of.parts, printed.grain and printed.grain / of.parts, printed.exact)
    words = found.part("hedge") or found.part("tilde") or found.part("after")
    hedged = hedge(words) if words else None
    bounds = interval(printed, hedged, of.kind)
    return [quantity(found, start, end, printed, bounds, hedged.name if hedged else "exact", of)]


def range(found: Found) -> list[Quantity]:
    """Two numbers and all between them."""
    low = number(found.part("low") + (found.part("scale1") or ""))
    high = number(found.part("high") + (found.part("scale2") or ""))
    first, last = found.match.span()
    start, end = found.offsets[first], found.offsets[last]
    if low is None or high is None:
        return [Quantity(start, end, found.text[start:end], kind="none", rule=found.row.name, reason="no number that can be held")]
    of = unit_of(found.part("sign") or found.part("sign2"), found.part("unit2") or found.part("money2")) or COUNT
    bottom, top = min(low.value, high.value), max(low.value, high.value)
    bounds = Interval(bottom - half_digit(low), top + half_digit(high), bottom, top)
    return [quantity(found, start, end, Number(None, low.grain, False), bounds, "range", of)]


def vague(found: Found) -> list[Quantity]:
    """A plural that names no number."""
    first, last = found.match.span()
    worth = number(found.part("plural"))
    start, end = found.offsets[first], found.offsets[last]
    bounds = Interval(worth.value, inf, 2 * worth.value, 10 * worth.value - 1)
    return [quantity(found, start, end, Number(None, None, True), bounds, "vague", COUNT)]


def unit_of(sign: str | None, word: str | None) -> Unit | None:
    """The unit that a sign before the number or a word after it gives."""
    return unit(sign) if sign else unit(word) if word else None


def quantity(found: Found, start: int, end: int, printed: Number, bounds: Interval, hedged: str, of: Unit) -> Quantity:
    return Quantity(
        start, end, found.text[start:end], printed.value, *bounds[:4], bounds.open, printed.grain,
        hedged, "level", of.kind, of.name or None, None, found.row.name,
    )  # fmt: skip


READINGS = {"none": none, "figure": figure, "range": range, "vague": vague}
