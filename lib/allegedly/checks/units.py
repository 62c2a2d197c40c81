"""How many of one unit make another, by pint."""

from functools import cache


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
    >>> line("USD", "EUR") is None
    True
    """
    import pint

    units = registry()
    try:
        zero, one = (
            units.Quantity(number, units(unit).units).to(units(other).units).magnitude for number in (0.0, 1.0)
        )
    except (pint.errors.PintError, AttributeError, ValueError):
        return None
    return round(one - zero, 12), round(zero, 12)
