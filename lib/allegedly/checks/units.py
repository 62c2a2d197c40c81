"""How many of one unit make another, by pint."""

import re
from dataclasses import replace
from functools import cache

from .articles import opening

POINTS = ("percentage_point", "basis_point")
_UNIT = re.compile(r"\w+(?:(?:\*\*|/)\w+)*")  # what a rate is of may be any printed sign, which pint cannot parse
SHORTEST = "week"  #: the shortest span whose rates are turned into those of longer ones
CALENDAR = 0.01  #: how far a year is from 52 weeks and 12 months of four, as a part of it


@cache
def registry():
    """pint's table of units; it takes a quarter of a second to load, so only where something is converted."""
    import pint

    return pint.UnitRegistry()


@cache
def line(unit: str, other: str) -> tuple[float, float] | None:
    """The factor and the offset that turn `unit` into `other`; None where no fixed line does.

    >>> line("foot", "meter")
    (0.3048, 0.0)
    >>> line("USD", "EUR") is None, line("month", "£") is None
    (True, True)
    """
    import pint

    if not (_UNIT.fullmatch(unit) and _UNIT.fullmatch(other)):
        return None
    units = registry()
    try:
        zero, one = (
            units.Quantity(number, units(unit).units).to(units(other).units).magnitude for number in (0.0, 1.0)
        )
    except (pint.errors.PintError, AttributeError, ValueError):
        return None
    return round(one - zero, 12), round(zero, 12)


def ready(relation):
    """The relation with the factors between its units; nothing where they are of two dimensions, or one."""
    if relation.row.get("paces"):
        yield from paced(relation)
    elif relation.check == "conversion":
        yield from converted(relation)
    elif relation.check == "growth":
        yield stepped(relation)
    elif relation.check == "rate":
        (per,), (time,) = relation.roles["rate"], relation.roles["duration"]
        turn = line(time.unit, per.per)
        if turn:
            yield replace(relation, row=relation.row | {"scale": turn[0], "during": bool(opening(time))})
    else:
        yield relation


def converted(relation):
    """A measure in two units; two currencies stay, for the finding that no rate is known."""
    (a,), (b,) = relation.roles["a"], relation.roles["b"]
    if not a.unit or not b.unit or a.unit == b.unit or a.kind != b.kind:
        return
    turn = line(a.unit, b.unit)
    if turn:
        offset = turn[1] if nearer(turn, a, b) else 0.0
        yield replace(relation, row=relation.row | {"factor": turn[0], "offset": offset})
    elif a.kind == "money":
        yield replace(relation, row=relation.row | {"factor": 1.0, "offset": 0.0, "unclear": True})


def paced(relation):
    """One rate by two spans of time: `$500 a month, or $6,000 a year`.

    Days and hours of work make no week. A longer span may cost less than its parts, for it is often sold at a
    discount; only that it costs more may be a conflict.
    """
    (a,), (b,) = relation.roles["a"], relation.roles["b"]
    turn = line(b.per, a.per)
    if turn and min(line(one.per, SHORTEST)[0] for one in (a, b)) >= 1 and None not in (a.low, b.low):
        long, short, times = (b, a, turn[0]) if turn[0] > 1 else (a, b, 1 / turn[0])
        licensed = relation.licensed and long.low > short.low * times
        row = {"factor": turn[0], "offset": 0.0, "loose": CALENDAR}
        yield replace(relation, licensed=licensed, row=relation.row | row)


def stepped(relation):
    """Percentage points add; whether a rate that "fell 10 percent" fell by points or by a part of it is not said."""
    (share,), (old,), (new,) = relation.roles["share"], relation.roles["old"], relation.roles["new"]
    if share.unit in POINTS:
        return replace(relation, check="change", roles={"old": (old,), "new": (new,), "change": (share,)})
    if old.unit in (*POINTS, "percent"):
        return replace(relation, row=relation.row | {"unclear": True})
    return relation


def nearer(turn, a, b) -> bool:
    """Whether `b` is `a` as a point of its scale, 10 °C (50 °F), rather than a step, colder by 10 °C (18 °F)."""
    factor, offset = turn
    return abs(factor * a.low + offset - b.low) <= abs(factor * a.low - b.low)
