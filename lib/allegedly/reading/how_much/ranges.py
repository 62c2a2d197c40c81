"""Two numbers that stand around "to", "and", "or" or a dash: one range, or two figures with their order."""

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.reading.how_much.company import means_million
from allegedly.reading.how_much.found import COUNT, UNHELD, Found, unit_of
from allegedly.reading.how_much.grammar import around
from allegedly.reading.how_much.intervals import Interval, half_digit, hedge, interval
from allegedly.reading.how_much.numbers import Number, million
from allegedly.reading.how_much.units import Unit, factor

_SIDES = {
    "low": ("hedge2", "sign", "code", "minus", "scale1", "unit1", "suffix1"),
    "high": ("hedge3", "sign2", "code2", "minus2", "scale2", "unit2", "suffix2"),
}
_CLAUSE = 40  # kinds before "from" in which a verb of moving stands
_GOALS = 150  # no side of a score that nothing else tells makes more
_ALIKE = 5.0  # "or" makes a range of numbers that are no more times apart: "5 or 6 percent"


def span(found: Found) -> list[Quantity] | None:
    """Two numbers and all between them; each by itself where they are the levels of a change, a score, a vote."""
    low, high = found.number("low", "scale1", "scale1b"), found.number("high", "scale2", "scale2b")
    if low is None or high is None:
        return found.none(UNHELD)
    first = unit_of(found.part("sign", "code"), found.part("unit1", "suffix1"))
    second = unit_of(found.part("sign2", "code2"), found.part("unit2", "suffix2"))
    if found.part("unit2") and (scaled := _in_millions(found, low, high)):
        (low, high), first, second = scaled, None, None
    elif not found.part("scale1", "scale1b"):
        low = rescaled(low, high)
    if found.part("or") and (_are_two(low, high, first, second) or (first and _has_noun(found))):
        return None
    low, high = signed(found, "minus", low), signed(found, "minus2", high)
    if joins_two(found, low, first, second):
        return None
    if (even := _evened(low, high, first, second)) is None:
        return None
    if (apart := why_apart(found, *even, first or second)) == "score":
        return found.none(apart)
    if apart is not None:
        return [single(found, "low", low, first or second, apart), single(found, "high", high, second or first, apart)]
    return [_range(found, *even, second or first or COUNT)]


def _evened(low: Number, high: Number, first: Unit | None, second: Unit | None) -> tuple[Number, Number] | None:
    """Two numbers in the unit of the second; None where they measure different things."""
    of = second or first or COUNT
    times = 1.0 if first is None or second is None or first.name == second.name else factor(first.name, second.name)
    if times is None:
        return None
    low, high = _times(low, times / (first or of).parts), _times(high, 1 / of.parts)
    if first and second and first != second:  # "99 cents to $5": both as finely as the finer
        high = high._replace(grain=min(low.grain or 0, high.grain or 0))
    return low, high


def _in_millions(found: Found, low: Number, high: Number) -> tuple[Number, Number] | None:
    """Both numbers in millions, where the m behind them is no metre: `2m to 3m children`."""
    letters, units = load("grammar")["either"]["metre_or_million"], (found.part("unit1"), found.part("unit2"))
    if units[1] not in letters or units[0] not in (None, units[1]):
        return None
    if not means_million(found.place, found.first, found.last, high.value):
        return None
    return million(low), million(high)


def _range(found: Found, low: Number, high: Number, of: Unit) -> Quantity:
    """All between two numbers."""
    if found.part("old", "old2"):
        of = of._replace(name=of.name or "year", kind="age")
    bottom, top = min(low.value, high.value), max(low.value, high.value)
    bounds = Interval(bottom - half_digit(low), top + half_digit(high), bottom, top)
    return found.quantity(None, bounds, "range", of)


def _times(printed: Number, by: float) -> Number:
    """A number in another unit."""
    if by == 1:
        return printed
    return printed._replace(value=float(f"{printed.value * by:.12g}"), grain=printed.grain and printed.grain * by)


def signed(found: Found, part: str, printed: Number) -> Number:
    """A number with the sign that is printed before it."""
    return printed if found.part(part) in (None, "+") else printed._replace(value=-printed.value)


def _are_two(low: Number, high: Number, first: Unit | None, second: Unit | None) -> bool:
    """Whether "or" stands between figures of two scales or units: `$2 million or 3 cents`, not `5 or 6 percent`."""
    if first is not None:
        return (first != second or low.scale != high.scale) if second else low.scale > high.scale
    return second is not None and not low.value < high.value <= _ALIKE * max(low.value, 1)


def _has_noun(found: Found) -> bool:
    """Whether the second number counts things that the first does not: `$300 or three goats`."""
    if found.part("unit2", "sign2", "code2", "suffix2"):
        return False
    return around("objects_after").match(found.place.kinds, found.last) is not None


def why_apart(found: Found, low: Number, high: Number, of: Unit | None) -> str | None:
    """Why two numbers are no range.

    They are the levels of a change ("rose from 40 to 50"), the sides of a vote ("53 % to 47 %"), a score ("won 3-1").
    """
    kinds, first = found.place.kinds, found.first
    falls = low.value > high.value > 0 and not around("backwards").match(kinds, found.last)
    if found.part("from"):
        return "change" if _moves(found, falls) else None
    if found.part("or", "between", "old", "old2"):
        return None
    if of or low.scale > 1 or high.scale > 1 or low.value % 1 or high.value % 1:
        return "sides" if falls and not found.part("dash") else None
    before = kinds[max(0, first - 14) : first]
    falls = high.value <= low.value
    if around("voted").search(kinds, max(0, first - _CLAUSE), first) or around("voted_after").match(kinds, found.last):
        return "sides" if falls or around("in_a_match").search(before) else None
    named = around("scored_before").search(before) and around("scored_after").match(kinds, found.last)
    if named or around("in_a_match").search(before) or _is_among_scores(found):
        return "score"
    return None if not falls else "score" if found.part("dash") and max(low.value, high.value) < _GOALS else "sides"


def _is_among_scores(found: Found) -> bool:
    """Whether two numbers stand in a list of scores, told by a verb before the list: `winning 6-4, 3-6, 7-6`."""
    kinds, start = found.place.kinds, max(0, found.first - _CLAUSE)
    listed = around("among_scores").search(kinds, start, found.first) or around("scores_after").match(kinds, found.last)
    return listed is not None and around("played").search(kinds, start, found.first) is not None


def _moves(found: Found, falls: bool) -> bool:
    """Whether "from … to" tells a move, and no reach: by its direction, by a verb before it, by a noun behind it."""
    if found.printed("from").lower() not in load("grammar")["words"]["plainly_from"]:
        return False  # "ranging from"
    kinds, first = found.place.kinds, found.first
    before = kinds[max(0, first - _CLAUSE) : first]
    return bool(falls or around("moved_somehow").search(before) or around("moved_thereby").match(kinds, found.last))


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
    words = found.part("hedge2" if name == "low" else "hedge3")
    by = hedge(words) if words else None
    figure = one.quantity(printed.value, interval(printed, by, of.kind), by.name if by else "exact", of, printed.grain)
    return figure if figure.text.startswith("+") else figure._replace(change="level")


def joins_two(found: Found, low: Number, first: Unit | None, second: Unit | None) -> bool:
    """Does "to" join two figures: an amount and a level ("lost 212 points to 18,440"), or what is given to whom."""
    if first and found.part("unit1") and not found.part("unit2", "sign2", "code2"):
        return True
    if found.part("dash", "or", "from", "between", "old", "old2"):
        return False
    if first and not second and (low.scale > 1 or found.printed("high").isalpha()):
        return True  # "paid €40 million to 50 waiters"
    kinds, start = found.place.kinds, max(0, found.first - 14)
    moved = any(around(name).search(kinds, start, found.first) for name in ("moved_strongly", "moved_weakly"))
    shared = not first and (second or low.scale == _scale(found.number("high")) > 1)  # "rose 2 to 3 percent"
    return moved and not shared


def _scale(printed: Number | None) -> float:
    return printed.scale if printed else 1


def rescaled(low: Number, high: Number) -> Number:
    """The lower number with the scale of the higher, where both share it: `3-5 million`."""
    scale = high.scale
    if low.scale == 1 and scale > 1 and low.value < high.value / scale:
        return Number(low.value * scale, low.grain and low.grain * scale, False, scale)
    return low
