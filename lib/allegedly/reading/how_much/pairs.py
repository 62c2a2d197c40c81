"""Two numbers that are one figure, or are printed as if they were: shares, ages, pressures."""

import math

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.reading.how_much.found import COUNT, RATIO, UNHELD, Found, unit_of
from allegedly.reading.how_much.intervals import Interval
from allegedly.reading.how_much.numbers import Number, number
from allegedly.reading.how_much.ranges import single
from allegedly.reading.how_much.units import Unit

OLDEST = 120  # years; a greater number is no age


def ages(found: Found) -> list[Quantity] | None:
    """The ages of several: `boys aged 5, 8 and 14`."""
    spans = [(name, found.printed(name)) for name in ("low", "middle", "high") if found.part(name)]
    printed = [(name, age) for name, words in spans if (age := number(words)) and 1 <= age.value <= OLDEST]
    if len(printed) < len(spans):
        return None
    told = [single(found, name, age, Unit("year", "age"), "age") for name, age in printed]
    first = found.place.offsets[found.first]
    return [told[0]._replace(start=first, text=found.place.text[first : told[0].end]), *told[1:]]


def portions(found: Found) -> list[Quantity] | None:
    """A share between two fractions."""
    parts = [number(found.printed(name)) for name in ("part", "part2")]
    low, high = (part.value if part else 0.0 for part in parts)
    if not 0 < low < high <= 1:
        return None
    return [found.quantity(None, Interval(low, high, low, high), "range", RATIO)]


def pressure(found: Found) -> list[Quantity] | None:
    """The two values of a blood pressure: `140/90`; one of any other."""
    words = found.printed("part", "part2").split("/")
    of = unit_of(None, found.part("unit") or load("grammar")["blood_pressure"]["unit"]) or COUNT
    values = [value for word in words if (value := number(word))]
    if len(values) < len(words):
        return found.none(UNHELD)
    first, *second = [found.hedged(value, of) for value in values]
    if not second:
        return [first]
    end = first.start + first.text.index("/")
    return [
        first._replace(end=end, text=first.text.partition("/")[0]),
        second[0]._replace(start=end + 1, text=first.text.partition("/")[2]),
    ]


def ratio(found: Found) -> list[Quantity] | None:
    """So many in so many: a share."""
    part, whole = found.number("part"), found.number("whole")
    dated = found.place.kinds[found.match.start(found.row.parts["whole"])] == load("grammar")["shapes"]["year"][0]
    if not part or not whole or part.value >= whole.value or dated:
        return None
    if part.value > 1 and found.part("of") and whole.value > 10 and math.log10(whole.value) % 1:
        return None
    value = part.value / whole.value
    return [found.hedged(Number(value), RATIO)]


def tolerance(found: Found) -> list[Quantity] | None:
    """A number and how far it may be off: `12 ± 2 metres`, `12 plus or minus 2 metres`."""
    within = found.part("within")
    if within and within.lower() not in load("grammar")["words"]["plusminus"]:
        return None
    printed, slack = found.number("part"), found.number("whole")
    if printed is None or slack is None:
        return found.none(UNHELD)
    low, high = printed.value - slack.value, printed.value + slack.value
    of = unit_of(found.part("sign", "code"), found.part("unit")) or COUNT
    return [found.quantity(printed.value, Interval(low, high, low, high), "exact", of, printed.grain)]


def portion(found: Found) -> list[Quantity] | None:
    """A fraction of something."""
    words = found.part("hedge", "hedge2")
    printed = number(found.place.slice(found.first, found.last).removeprefix(words or ""))
    if printed is None:
        return found.none(UNHELD)
    return [found.hedged(printed._replace(grain=None), RATIO)]
