"""Two numbers that are one figure, or are printed as if they were: ranges, shares, scores, changes."""

import math

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.reading.how_much.found import COUNT, RATIO, UNHELD, Found, unit_of
from allegedly.reading.how_much.grammar import around
from allegedly.reading.how_much.intervals import Interval, half_digit, interval
from allegedly.reading.how_much.numbers import Number, number
from allegedly.reading.how_much.units import Unit

OLDEST = 120  # years; a greater number is no age
_SIDES = {"low": ("sign", "code", "minus", "scale1", "unit1"), "high": ("sign2", "code2", "minus2", "scale2", "unit2")}


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
    if found.part("old", "old2"):
        of = of._replace(name=of.name or "year", kind="age")
    bottom, top = min(low.value, high.value), max(low.value, high.value)
    bounds = Interval(bottom - half_digit(low), top + half_digit(high), bottom, top)
    return [found.quantity(None, bounds, "range", of)]


def why_apart(found: Found, low: Number, high: Number, of: Unit | None) -> str | None:
    """Why two numbers are no range: the levels of a change ("rose from 40 to 50"), or a score or vote ("won 3-1")."""
    kinds, first = found.place.kinds, found.first
    before = kinds[max(0, first - 14) : first]
    if found.part("from"):
        return "change" if around("moved_somehow").search(before) else None
    if (
        found.part("or", "between", "old", "old2")
        or of
        or low.scale > 1
        or high.scale > 1
        or low.value % 1
        or high.value % 1
    ):
        return None
    named = around("scored_before").search(before) and around("scored_after").match(kinds, found.last)
    return "score" if high.value <= low.value or named or around("in_a_match").search(before) else None


def single(found: Found, name: str, printed: Number, of: Unit | None, apart: str) -> Quantity:
    """One of two numbers that are printed together and are no range."""
    of = of or COUNT
    parts = [
        found.match.span(found.row.parts[part]) for part in (name, *_SIDES.get(name, ())) if part in found.row.parts
    ]
    spans = [span for span in parts if span[0] >= 0]
    one = Found(found.place, found.match, found.row._replace(name=f"{found.row.name}: {apart}"))
    one.first, one.last = min(first for first, _ in spans), max(last for _, last in spans)
    if of.parts != 1:
        printed = printed._replace(value=printed.value / of.parts)
    figure = one.quantity(printed.value, interval(printed, None, of.kind), "exact", of, printed.grain)
    return figure if figure.text.startswith("+") else figure._replace(change="level")


def joins_two(found: Found, low: Number, first: Unit | None, second: Unit | None) -> bool:
    """Does "to" join two figures: an amount and a level ("lost 212 points to 18,440"), or what is given to whom."""
    if found.part("unit1") and not found.part("unit2"):
        return True
    if found.part("dash", "or", "from", "between", "old", "old2"):
        return False
    if first and not second and (low.scale > 1 or found.part("high").isalpha()):
        return True  # "paid €40 million to 50 waiters"
    kinds, start = found.place.kinds, max(0, found.first - 14)
    moved = any(around(name).search(kinds, start, found.first) for name in ("moved_strongly", "moved_weakly"))
    shared = not first and (second or low.scale == found.number("high").scale > 1)  # "rose 2 to 3 percent"
    return moved and not shared


def rescaled(low: Number, high: Number) -> Number:
    """The lower number with the scale of the higher, where both share it: `3-5 million`."""
    scale = high.scale
    if low.scale == 1 and scale > 1 and low.value < high.value / scale:
        return Number(low.value * scale, low.grain and low.grain * scale, False, scale)
    return low


def ages(found: Found):
    """The ages of several: `boys aged 5, 8 and 14`."""
    spans = [(name, found.part(name)) for name in ("low", "middle", "high") if found.part(name)]
    printed = [(name, number(words)) for name, words in spans]
    if any(age is None or not 1 <= age.value <= OLDEST for _, age in printed):
        return None
    told = [single(found, name, age, Unit("year", "age"), "age") for name, age in printed]
    first = found.place.offsets[found.first]
    return [told[0]._replace(start=first, text=found.place.text[first : told[0].end]), *told[1:]]


def portions(found: Found):
    """A share between two fractions."""
    parts = [number(found.part(name)) for name in ("part", "part2")]
    if None in parts or not 0 < parts[0].value < parts[1].value <= 1:
        return None
    low, high = (part.value for part in parts)
    return [found.quantity(None, Interval(low, high, low, high), "range", RATIO)]


def pressure(found: Found):
    """The two values of a blood pressure: `140/90`; one of any other."""
    words = found.part("part", "part2")
    of = unit_of(None, found.part("unit") or load("grammar")["blood_pressure"]["unit"])
    values = [number(word) for word in words.split("/")]
    if None in values:
        return found.none(UNHELD)
    first, *second = [found.hedged(value, of) for value in values]
    if not second:
        return [first]
    end = first.start + first.text.index("/")
    return [
        first._replace(end=end, text=first.text.partition("/")[0]),
        second[0]._replace(start=end + 1, text=first.text.partition("/")[2]),
    ]


def ratio(found: Found):
    """So many in so many: a share."""
    part, whole = found.number("part"), found.number("whole")
    dated = found.place.kinds[found.match.start(found.row.parts["whole"])] == load("grammar")["shapes"]["year"][0]
    if not part or not whole or part.value >= whole.value or dated:
        return None
    if part.value > 1 and found.part("of") and whole.value > 10 and math.log10(whole.value) % 1:
        return None
    value = part.value / whole.value
    return [found.hedged(Number(value), RATIO)]


def tolerance(found: Found):
    """A number and how far it may be off."""
    printed, slack = found.number("part"), found.number("whole")
    if printed is None or slack is None:
        return found.none(UNHELD)
    low, high = printed.value - slack.value, printed.value + slack.value
    of = unit_of(found.part("sign", "code"), found.part("unit")) or COUNT
    return [found.quantity(printed.value, Interval(low, high, low, high), "exact", of, printed.grain)]


def portion(found: Found):
    """A fraction of something."""
    words = found.part("hedge", "hedge2")
    printed = number(found.place.slice(found.first, found.last).removeprefix(words or ""))
    if printed is None:
        return found.none(UNHELD)
    return [found.hedged(printed._replace(grain=None), RATIO)]
