"""One number with its hedge and unit: amounts, ages, multiples, race times."""

from allegedly.lexicon import load
from allegedly.reading.found import COUNT, UNHELD, Found, unit_of
from allegedly.reading.grammar import around
from allegedly.reading.intervals import Interval
from allegedly.reading.numbers import number
from allegedly.reading.units import Unit, guarded, unit

_OLDEST = 120  # years; a greater number behind a name is no age


def figure(found: Found):
    """One number with its hedge and unit."""
    printed = number(found.part("number", "number2") + (found.part("scale", "scale2") or ""))
    if printed is None:
        return found.none(UNHELD)
    sign = found.part("sign", "code", "before", "prefix")
    word = found.part("unit", "unit2", "unit3", "unit4", "unit5", "unit6", "suffix")
    of = unit_of(sign, word) or COUNT
    of = weighed(found, of)
    if found.part("minus", "minus2", "minus3") not in (None, "+"):
        printed = printed._replace(value=-printed.value)
    if of.parts != 1:
        printed = printed._replace(value=printed.value / of.parts, grain=printed.grain and printed.grain / of.parts)
    return [found.hedged(printed, of)]


def weighed(found: Found, of: Unit) -> Unit:
    """What company makes of a unit: pounds a mass (`weighed 900 pounds`), a decimal a magnitude (`a 6.4 quake`)."""
    if of is COUNT and "." in found.part("number", "number2"):
        quaking = around("quaking").match(found.place.kinds, found.last)
        return unit(load("grammar")["words"]["magnitude"][0]) if quaking else of
    printed = found.part("unit")
    if not printed or of.name != "GBP" or not (mass := guarded(printed.lower())):
        return of
    kinds, first = found.place.kinds, found.first
    heavy = around("weighing").search(kinds, max(0, first - 8), first) or around("as_weight").match(kinds, found.last)
    return mass if heavy else of


def age(found: Found):
    """How old someone or something is."""
    printed = number(found.part("number", "number2", "number3"))
    if printed is None:
        return found.none(UNHELD)
    aside = found.row.parts.keys() == {"number", "number2"}
    if aside and not (found.part("number", "number2").isdigit() and printed.value <= _OLDEST):
        return figure(found)
    of = unit(found.part("unit") or "") or Unit("year", "age")
    return [found.hedged(printed, of._replace(kind="age"))]


def multiple(found: Found):
    """How many times as much."""
    printed = number(found.part("number", "number2", "number3"))
    if printed is None:
        return found.none(UNHELD)
    times = found.hedged(printed, Unit("", "multiple"))
    return [times._replace(kind="count" if times.per or found.part("number3") else "multiple")]


def multiplied(found: Found):
    """A verb that says how many times a thing grew."""
    [times] = multiple(found)
    return [times._replace(change="rise")]


def racetime(found: Found):
    """Minutes and seconds, as races are timed."""
    value = 0.0
    for part in found.place.slice(found.first, found.last).split(":"):
        value = value * 60 + float(part)
    return [found.quantity(value, Interval(value, value, value, value), of=unit("s"))]


def andahalf(found: Found):
    """One and a half of a unit."""
    value = 1 + number(found.part("number")).value
    return [found.quantity(value, Interval(value, value, value, value), of=unit(found.part("unit")))]
