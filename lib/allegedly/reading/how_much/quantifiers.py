"""Figures that name no number: vague plurals, several, all, none, most, half."""

import math
from math import inf

from allegedly.model import Quantity
from allegedly.reading.how_much.found import COUNT, RATIO, Found
from allegedly.reading.how_much.intervals import Interval
from allegedly.reading.how_much.numbers import Number, number
from allegedly.reading.how_much.units import Unit, unit


def vague(found: Found) -> list[Quantity] | None:
    """A plural that names no number."""
    words = found.part("hedge", "hedge2") or ""
    printed = found.part("unit", "unit2")
    whole = found.place.slice(found.first, found.last).removeprefix(words)
    worth = number(found.part("scale", "scale2", "scale3", "scale4", "scale5") or whole)
    if not worth or worth.value < 10:
        return None
    top = 10 ** (math.floor(math.log10(worth.value)) + 1) - 1
    if 2 * worth.value > top:
        return None  # "several 90-minute rides" are not several nineties
    of = (printed and unit(printed)) or COUNT
    return [found.quantity(None, Interval(worth.value, inf, 2 * worth.value, top), "vague", of)]


def some(found: Found) -> list[Quantity] | None:
    return [found.quantity(None, Interval(0, inf, 2, 9), "vague", unit(found.part("unit") or "") or COUNT)]


def many(found: Found) -> list[Quantity] | None:
    return [found.quantity(None, Interval(0, inf, 2, inf), "vague")]


def every(found: Found) -> list[Quantity] | None:
    return [found.quantity(100, Interval(100, 100, 100, 100), of=Unit("percent", "share"))]


def nothing(found: Found) -> list[Quantity] | None:
    return [found.quantity(0, Interval(0, 0, 0, 0))]


def most(found: Found) -> list[Quantity] | None:
    return [found.quantity(None, Interval(50, 100, 50, 100, "(low"), "vague", Unit("percent", "share"))]


def half(found: Found) -> list[Quantity] | None:
    share = found.hedged(Number(0.5), RATIO)
    return [share._replace(change="fall") if found.part("verb") else share]
