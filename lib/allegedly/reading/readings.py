"""What a matched row of the grammar means: one function for each way of reading; None declines the match."""

import math
import re
from dataclasses import replace
from math import inf
from typing import NamedTuple

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.reading.company import change, rate
from allegedly.reading.grammar import Row, around
from allegedly.reading.intervals import Hedge, Interval, half_digit, hedge, interval
from allegedly.reading.numbers import Number, number
from allegedly.reading.tokens import pieces
from allegedly.reading.units import Unit, guarded, unit

COUNT = Unit("", "count")
RATIO = Unit("ratio", "share")
_RECENT = re.compile(r"19\d\d|20[0-4]\d")
SIDES = {"low": ("sign", "code", "minus", "scale1", "unit1"), "high": ("sign2", "code2", "minus2", "scale2", "unit2")}
_OLDEST = 120
_YEAR = load("grammar")["shapes"]["year"][0]
UNHELD = "no float holds it"


class Place(NamedTuple):
    """A stretch of text as kinds: where each token starts."""

    text: str
    offsets: list[int]
    kinds: str

    def slice(self, first: int, last: int) -> str:
        return self.text[self.offsets[first] : self.offsets[last]]


class Found:
    """A match in its place: the printed parts of the row by name, and the span of the figure."""

    __slots__ = ("first", "last", "match", "place", "row")

    def __init__(self, place: Place, match: re.Match, row: Row):
        self.place, self.match, self.row = place, match, row
        self.first, self.last = match.span()
        for name in ("figure", "figure2", "figure3"):
            group = row.parts.get(name)
            if group and match.start(group) >= 0:
                self.first, self.last = match.span(group)

    def part(self, *names: str) -> str | None:
        """The first part of these names that is printed."""
        for name in names:
            group = self.row.parts.get(name)
            if group is not None:
                first, last = self.match.span(group)
                if first >= 0:
                    return self.place.slice(first, last)
        return None

    def number(self, name: str, *scales: str) -> Number | None:
        return number(self.part(name) + (self.part(*scales) or ""))

    def hedge(self) -> Hedge | None:
        words = self.part("hedge", "hedge2", "tilde", "after")
        found = hedge(words) if words else None
        if found and words.lower() in found.outside:
            self.first = next(at for at in range(self.first + len(pieces(words)), self.last) if self.place.kinds[at] != " ")
        return found

    def quantity(self, value=None, bounds=None, hedged="exact", of=COUNT, grain=None) -> Quantity:
        """The figure with its span and the row's name."""
        offsets = self.place.offsets
        start, end = offsets[self.first], offsets[self.last]
        low, high, likely_low, likely_high, opened = bounds
        return Quantity(
            start, end, self.place.text[start:end], value, low, high, likely_low, likely_high, opened, grain,
            hedged, change(self.place, self.first, self.last, of), of.kind, of.name or None, rate(self.place, self.last),
            self.row.name,
        )  # fmt: skip

    def none(self, why: str) -> list[Quantity]:
        """No claim, with the reason."""
        offsets = self.place.offsets
        start, end = offsets[self.first], offsets[self.last]
        return [Quantity(start, end, self.place.text[start:end], kind="none", rule=self.row.name, reason=why)]


def read(place: Place, match: re.Match, row: Row) -> list[Quantity] | None:
    """The figures of a match."""
    return READINGS[row.reads](Found(place, match, row))


def none(found: Found):
    return found.none(found.row.why)


def named(found: Found):
    """A number behind a capitalised word is part of a name, but not where the line is all in capitals, or at its start."""
    kinds = found.place.kinds
    return found.none(found.row.why) if around("running_before").search(kinds, max(0, found.first - 24), found.first) or around("named_after").match(kinds, found.last) else None


def year(found: Found):
    """Four digits are a year, unless they count what follows, or are neither of our time nor dated by a word."""
    kinds, (first, last) = found.place.kinds, (found.first, found.last)
    if last - first > 1:
        return found.none(found.row.why)
    digits = found.place.slice(first, last)
    if "/" in digits:
        return found.none(found.row.why)
    counted = kinds[last : last + 2] == " p"
    start = max(0, first - 3)
    if around("money_before").search(kinds, start, first):
        return None
    dated = around("past_before").search(kinds, start, first)
    if around("unit_after").match(kinds, last) and not dated:
        return None
    if counted and digits.endswith("00") and not _RECENT.fullmatch(digits):
        return None
    return found.none(found.row.why) if dated or _RECENT.fullmatch(digits) else None


def figure(found: Found):
    """One number with its hedge and unit."""
    printed = number(found.part("number", "number2") + (found.part("scale", "scale2") or ""))
    if printed is None:
        return found.none(UNHELD)
    of = unit_of(found.part("sign", "code", "before", "prefix"), found.part("unit", "unit2", "unit3", "unit4", "suffix")) or COUNT
    of = weighed(found, of)
    if found.part("minus", "minus2", "minus3") not in (None, "+"):
        printed = printed._replace(value=-printed.value)
    if of.parts != 1:
        printed = Number(printed.value / of.parts, printed.grain and printed.grain / of.parts, printed.exact)
    hedged = found.hedge()
    bounds = interval(printed, hedged, of.kind)
    return [found.quantity(printed.value, bounds, hedged.name if hedged else "exact", of, printed.grain)]


def unit_of(sign: str | None, word: str | None) -> Unit | None:
    """The unit that a sign before the number or a word after it gives."""
    return unit(sign) if sign else unit(word) if word else None


def span(found: Found):
    """Two numbers and all between them."""
    low, high = found.number("low", "scale1", "scale1b"), found.number("high", "scale2", "scale2b")
    if low is None or high is None:
        return found.none(UNHELD)
    if not found.part("scale1", "scale1b"):
        low = rescaled(low, high)
    first = unit_of(found.part("sign", "code"), found.part("unit1"))
    second = unit_of(found.part("sign2", "code2"), found.part("unit2"))
    if first and second and first.name != second.name:
        return None
    of = second or first or COUNT
    if found.part("minus") not in (None, "+"):
        low = low._replace(value=-low.value)
    if found.part("minus2") not in (None, "+"):
        high = high._replace(value=-high.value)
    if joins_two(found, low, first, second):
        return None
    if (apart := why_apart(found, low, high, first or second)) is not None:
        return [single(found, "low", low, first or second, apart), single(found, "high", high, second or first, apart)]
    if found.part("old"):
        of = of._replace(kind="age")
    bottom, top = min(low.value, high.value), max(low.value, high.value)
    bounds = Interval(bottom - half_digit(low), top + half_digit(high), bottom, top)
    return [found.quantity(None, bounds, "range", of)]


def why_apart(found: Found, low: Number, high: Number, of: Unit | None) -> str | None:
    """Why two numbers are no range: the levels of a change ("rose from 40 to 50"), or a score or vote ("won 3-1")."""
    kinds, first = found.place.kinds, found.first
    before = kinds[max(0, first - 14) : first]
    if found.part("from"):
        return "change" if around("moved_somehow").search(before) else None
    if found.part("or", "between") or of or low.scale > 1 or high.scale > 1 or low.value % 1 or high.value % 1:
        return None
    return "score" if high.value <= low.value or around("in_a_match").search(before) else None


def joins_two(found: Found, low: Number, first: Unit | None, second: Unit | None) -> bool:
    """Does "to" join two figures: an amount and a level ("lost 212 points to 18,440"), or what is given to whom."""
    if found.part("unit1") and not found.part("unit2"):
        return True
    if found.part("dash", "or", "from", "between"):
        return False
    if first and not second and (low.scale > 1 or found.part("high").isalpha()):
        return True  # "paid €40 million to 50 waiters"
    kinds, start = found.place.kinds, max(0, found.first - 14)
    moved = any(around(name).search(kinds, start, found.first) for name in ("moved_strongly", "moved_weakly"))
    return moved and not (second and not first) and not (found.number("high").scale > 1 and low.scale == found.number("high").scale and not first)


def weighed(found: Found, of: Unit) -> Unit:
    """Pounds as mass, where the company is that of a weight: `weighed 900 pounds`, `40 pounds of opium`."""
    printed = found.part("unit")
    if not printed or of.name != "GBP" or not (mass := guarded(printed.lower())):
        return of
    kinds, first = found.place.kinds, found.first
    heavy = around("weighing").search(kinds, max(0, first - 8), first) or around("as_weight").match(kinds, found.last)
    return mass if heavy else of


def single(found: Found, name: str, printed: Number, of: Unit | None, apart: str) -> Quantity:
    """One of two numbers that are printed together and are no range."""
    of = of or COUNT
    parts = [found.match.span(found.row.parts[part]) for part in (name, *SIDES[name]) if part in found.row.parts]
    spans = [span for span in parts if span[0] >= 0]
    one = Found(found.place, found.match, found.row._replace(name=f"{found.row.name}: {apart}"))
    one.first, one.last = min(first for first, _ in spans), max(last for _, last in spans)
    if of.parts != 1:
        printed = printed._replace(value=printed.value / of.parts)
    figure = one.quantity(printed.value, interval(printed, None, of.kind), "exact", of, printed.grain)
    return replace(figure, change="level")


def rescaled(low: Number, high: Number) -> Number:
    """The lower number with the scale of the higher, where both share it: `3-5 million`."""
    scale = high.scale
    if low.scale == 1 and scale > 1 and low.value < high.value / scale:
        return Number(low.value * scale, low.grain and low.grain * scale, False, scale)
    return low


def ratio(found: Found):
    """So many in so many: a share."""
    part, whole = found.number("part"), found.number("whole")
    dated = found.place.kinds[found.match.start(found.row.parts["whole"])] == _YEAR
    if not part or not whole or part.value >= whole.value or dated:
        return None
    if part.value > 1 and found.part("of") and whole.value > 10 and math.log10(whole.value) % 1:
        return None
    value = part.value / whole.value
    printed, hedged = Number(value, None, True), found.hedge()
    return [found.quantity(value, interval(printed, hedged, "share"), hedged.name if hedged else "exact", RATIO)]


def tolerance(found: Found):
    """A number and how far it may be off."""
    printed, slack = found.number("part"), found.number("whole")
    if printed is None or slack is None:
        return found.none(UNHELD)
    low, high = printed.value - slack.value, printed.value + slack.value
    of = unit_of(found.part("sign", "code"), found.part("unit")) or COUNT
    return [found.quantity(printed.value, Interval(low, high, low, high), "exact", of, printed.grain)]


def racetime(found: Found):
    """Minutes and seconds, as races are timed."""
    value = 0.0
    for part in found.place.slice(found.first, found.last).split(":"):
        value = value * 60 + float(part)
    return [found.quantity(value, Interval(value, value, value, value), of=unit("s"))]


def portion(found: Found):
    """A fraction of something."""
    words = found.part("hedge", "hedge2")
    printed = number(found.place.slice(found.first, found.last).removeprefix(words or ""))
    if printed is None:
        return found.none(UNHELD)
    hedged = found.hedge()
    return [found.quantity(printed.value, interval(printed, hedged, "share"), hedged.name if hedged else "exact", RATIO)]


def age(found: Found):
    """How old someone or something is."""
    printed = number(found.part("number", "number2", "number3"))
    if printed is None:
        return found.none(UNHELD)
    aside = found.row.parts.keys() == {"number", "number2"}
    if aside and not (found.part("number", "number2").isdigit() and printed.value <= _OLDEST):
        return figure(found)
    hedged, of = found.hedge(), unit(found.part("unit") or "") or Unit("year", "age")
    return [found.quantity(printed.value, interval(printed, hedged, "age"), hedged.name if hedged else "exact", Unit(of.name, "age"), printed.grain)]


def multiple(found: Found):
    """How many times as much."""
    printed = number(found.part("number", "number2"))
    if printed is None:
        return found.none(UNHELD)
    hedged = found.hedge()
    times = found.quantity(printed.value, interval(printed, hedged, "multiple"), hedged.name if hedged else "exact", Unit("", "multiple"), printed.grain)
    return [replace(times, kind="count" if times.per else "multiple")]


def multiplied(found: Found):
    """A verb that says how many times a thing grew."""
    [times] = multiple(found)
    return [replace(times, change="rise")]


def vague(found: Found):
    """A plural that names no number."""
    words = found.part("hedge", "hedge2") or ""
    printed = found.part("unit")
    worth = number(found.part("scale", "scale2", "scale3", "scale4") or found.place.slice(found.first, found.last).removeprefix(words))
    if not worth or worth.value < 10:
        return None
    top = 10 ** (math.floor(math.log10(worth.value)) + 1) - 1
    return [found.quantity(None, Interval(worth.value, inf, 2 * worth.value, top), "vague", (printed and unit(printed)) or COUNT)]


def some(found: Found):
    return [found.quantity(None, Interval(0, inf, 2, 9), "vague", unit(found.part("unit") or "") or COUNT)]


def many(found: Found):
    return [found.quantity(None, Interval(0, inf, 2, inf), "vague")]


def every(found: Found):
    return [found.quantity(100, Interval(100, 100, 100, 100), of=Unit("percent", "share"))]


def nothing(found: Found):
    return [found.quantity(0, Interval(0, 0, 0, 0))]


def most(found: Found):
    return [found.quantity(None, Interval(50, 100, 50, 100, "(low"), "vague", Unit("percent", "share"))]


def half(found: Found):
    hedged = found.hedge()
    share = found.quantity(0.5, interval(Number(0.5, None, True), hedged, "share"), hedged.name if hedged else "exact", RATIO)
    return [replace(share, change="fall") if found.part("verb") else share]


def andahalf(found: Found):
    """One and a half of a unit."""
    value = 1 + number(found.part("number")).value
    return [found.quantity(value, Interval(value, value, value, value), of=unit(found.part("unit")))]


READINGS = {
    function.__name__: function
    for function in (none, named, year, figure, span, ratio, tolerance, racetime, portion, age, multiple, multiplied, vague, some, many, every, nothing, most, half, andahalf)
}
