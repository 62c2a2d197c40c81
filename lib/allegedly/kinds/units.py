"""How many of one unit make another, by pint; spans of time as calendars count them."""

import re
from functools import cache
from typing import Any

TIMES = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0,
         "month": 365.25 / 12, "quarter": 365.25 / 4, "year": 365.25, "decade": 3652.5}  # fmt: skip  #: in days
_UNIT = re.compile(r"\w+(?:(?:\*\*|/)\w+)*")  # what a rate is of may be any printed sign, which pint cannot parse


@cache
def _registry() -> Any:
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
    if unit == other:
        return 1.0, 0.0
    if not (_UNIT.fullmatch(unit) and _UNIT.fullmatch(other)):
        return None
    import pint

    units = _registry()
    try:
        zero, one = (
            units.Quantity(number, units(unit).units).to(units(other).units).magnitude for number in (0.0, 1.0)
        )
    except (pint.errors.PintError, AttributeError, ValueError):
        return None
    return round(one - zero, 12), round(zero, 12)
