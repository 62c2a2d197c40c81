"""What a figure takes over from the one beside it: a unit, a hedge, the way it moved."""

from functools import cache
from itertools import zip_longest

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.reading.intervals import hedge, interval, settled
from allegedly.reading.numbers import Number

_NEAR = 60  # characters in which a figure takes over the way the one before it moved


@cache
def _shared() -> frozenset[str]:
    return frozenset(load("grammar")["joins"]["shared"])


@cache
def _by() -> tuple[str, ...]:
    return tuple(f" {word}" for word in load("grammar")["words"]["by"])


@cache
def _or() -> frozenset[str]:
    return frozenset(load("grammar")["words"]["or"])


def joined(figures: list[Quantity], text: str) -> list[Quantity]:
    """`figures`, each with what it shares with its neighbours.

    >>> from allegedly.reading.quantities import quantities
    >>> [figure.unit for figure in quantities("doses of 45 and 50 mg")]
    ['milligram', 'milligram']
    """
    found: list[Quantity] = []
    for figure, after in zip_longest(figures, figures[1:]):
        if after is not None and _takes_unit(figure, after, text):
            figure = figure._replace(kind=after.kind, unit=after.unit, per=after.per)
        if found and figure.kind != "none":
            figure = _with_hedge(figure, found[-1], text)
            figure = _with_change(figure, found[-1], text)
            if (whole := _together(found[-1], figure, text)) is not None:
                found[-1] = whole
                continue
        found.append(figure)
    return found


def _together(larger: Quantity, smaller: Quantity, text: str) -> Quantity | None:
    """One figure printed in two units: `5 feet 11 inches`, `2 hours 1 minute`, `3 dollars and 4 cents`."""
    if None in (larger.value, smaller.value) or not larger.kind == smaller.kind in ("measure", "duration", "money"):
        return None
    if smaller.hedge != "exact" or larger.hedge == "range" or not _joins(text[larger.end : smaller.start]):
        return None
    if larger.kind == "money":
        of_it = larger.unit == smaller.unit or smaller.text[-1].isalpha()  # "3 CHF 4 cents"
        parts = of_it and smaller.value < 1 <= larger.value
        value = larger.value + smaller.value if parts else None
    else:
        steps = load("units")["ladder"].get(larger.unit, {})
        fits = smaller.unit in steps and (larger.kind == "measure" or smaller.value < steps[smaller.unit])
        value = larger.value * steps[smaller.unit] + smaller.value if fits else None
    if value is None:
        return None
    whole = larger._replace(end=smaller.end, text=text[larger.start : smaller.end], value=value)
    unit = larger.unit if larger.kind == "money" else smaller.unit
    whole = whole._replace(unit=unit, grain=smaller.grain, rule=f"{larger.rule} {smaller.rule}")
    return _bounded(whole, larger.hedge)


def _joins(between: str) -> bool:
    """Is this what may stand between the two units of one figure: a space, a comma, "and"?"""
    return between.strip(", \n").lower() in ("", *load("grammar")["words"]["and"]) and len(between) < 7


def _takes_unit(figure: Quantity, after: Quantity, text: str) -> bool:
    """Is the unit of the next figure meant here too: `45 and 50 mg`, `280 million of the 1.5 billion shekels`."""
    return (
        figure.kind == "count"
        and figure.value is not None
        and after.kind in ("money", "measure")
        and after.start - figure.end < 12
        and text[figure.end : after.start].strip().lower() in _shared()
        and not text[after.start].isalpha()
        and text[after.start].isdigit()
    )


def _with_hedge(figure: Quantity, before: Quantity, text: str) -> Quantity:
    """A conversion in brackets is hedged as what it converts: `more than 7 miles (11 km)`."""
    if not _converts(figure, before, text):
        return figure
    figure = figure._replace(change=before.change)
    if figure.hedge == "exact" and before.hedge not in ("exact", "range", "vague") and figure.value is not None:
        return _bounded(figure, before.hedge)
    return figure


def _bounded(figure: Quantity, hedged: str) -> Quantity:
    """The figure with the bounds that a hedge gives it."""
    exact = figure.kind == "money" or not figure.grain or figure.grain >= 1
    by = None if hedged == "exact" else hedge(hedged)
    bounds = interval(Number(figure.value, figure.grain, exact), by, figure.kind)
    low, high, likely_low, likely_high, opened = settled(bounds, figure.unit, figure.change)
    return figure._replace(
        hedge=hedged, low=low, high=high, likely_low=likely_low, likely_high=likely_high, open=opened
    )


def _converts(figure: Quantity, before: Quantity, text: str) -> bool:
    """Does the figure stand in brackets and say the one before it in another unit?"""
    return (
        figure.unit not in (None, before.unit)
        and text[before.end : figure.start].strip() in ("(", "/")
        and text[figure.end : figure.end + 3].lstrip()[:1] in (")", "/")
        and text[max(0, before.start - 3) : figure.start].count("(") == 1
    )


def _with_change(figure: Quantity, before: Quantity, text: str) -> Quantity:
    """A verb said once moves both: `A was down 2.3%, B by 2.6%`."""
    if figure.change != "level" or before.change == "level" or figure.start - before.end > _NEAR:
        return figure
    between = text[before.end : figure.start].rstrip().lower()
    if between.endswith(_by()) or between.lstrip(", ") in _or():
        return figure._replace(change=before.change)
    return figure
