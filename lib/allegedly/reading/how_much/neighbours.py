"""What a figure takes over from the one beside it: a unit, a hedge, the way it moved."""

import re
from functools import cache

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.reading.how_much.carry import is_comma, lends_back, lends_rate, lent
from allegedly.reading.how_much.intervals import clean, hedge, interval, settled
from allegedly.reading.how_much.numbers import Number
from allegedly.reading.how_much.units import beside, smaller_of, step
from allegedly.reading.how_much.units import unit as unit_named

_ENDS = re.compile(r"[.,;:!?)]|\s*$|\s+(\w+)")  # what may follow "six feet two": no noun
_STOP = re.compile(r"[.!?;]\s|\n\s*\n")  # between them a sentence ends
_BACK = 2  # figures before cents among which the one is that tells their currency
_TIMES = 5  # shares of one list are less far apart: "12 and 51 percent"
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

    >>> from allegedly.reading.how_much.quantities import quantities
    >>> [figure.unit for figure in quantities("doses of 45 and 50 mg")]
    ['milligram', 'milligram']
    """
    found: list[Quantity] = []
    for figure in _with_units(figures, text):
        if found and figure.kind != "none":
            figure = lent(figure, found, text)
            figure = _in_its_currency(figure, found, text)
            if lends_rate(figure, found[-1], text):
                found[-1] = found[-1]._replace(per=figure.per)
            figure = _with_hedge(figure, found[-1], text)
            figure = _with_change(figure, found[-1], text)
            figure = _going_on(figure, found[-1], text)
            if _restates(figure, found[-1], text):
                found[-1] = _restated(found[-1], figure, text)
                continue
            if (whole := _together(found[-1], figure, text)) is not None:
                found[-1] = whole
                continue
        found.append(figure)
    return found


def _with_units(figures: list[Quantity], text: str) -> list[Quantity]:
    """`figures`, each with the unit of the next one where that is meant here too: `45, 50 and 60 mg`."""
    after, listed, found = None, False, []
    for figure in reversed(figures):
        if after is not None:
            takes = _takes_unit(figure, after, text) or lends_back(figure, after, text)
            if takes or (
                listed and figure.kind == "count" and figure.value is not None and is_comma(figure, after, text)
            ):
                figure, listed = figure._replace(kind=after.kind, unit=after.unit, per=after.per), True
            else:
                listed = False
        found.append(figure)
        after = figure
    return found[::-1]


def _together(larger: Quantity, smaller: Quantity, text: str) -> Quantity | None:
    """One figure printed in two units: `5 feet 11 inches`, `2 hours 1 minute`, `3 dollars and 4 cents`."""
    if larger.value is None or smaller.value is None or "share" in (larger.kind, smaller.kind):
        return None
    if larger.unit is None or smaller.unit is None:
        return None
    if smaller.hedge != "exact" or larger.hedge == "range" or not _joins(larger, smaller, text):
        return None
    of, unit = beside(larger.unit, smaller.unit), beside(smaller.unit, larger.unit)
    if larger.kind == smaller.kind == "money":
        hundredths = (found := unit_named(smaller.text.split()[-1])) and found.parts > 1  # "3 CHF 4 cents"
        parts = (hundredths or larger.unit == smaller.unit) and smaller.value < 1 <= larger.value
        value: float | None = larger.value + smaller.value if parts else None
    else:
        steps = step(of, unit)
        fits = steps is not None and (larger.kind == "measure" or smaller.value < steps)
        value = larger.value * (steps or 0) + smaller.value if fits else None
    if value is None:
        return None
    whole = larger._replace(end=smaller.end, text=text[larger.start : smaller.end], value=clean(value))
    unit, kind = (of, "money") if smaller.kind == "money" == larger.kind else (unit, _kind(larger, smaller))
    whole = whole._replace(unit=unit, kind=kind, grain=smaller.grain, rule=f"{larger.rule} {smaller.rule}")
    return _bounded(whole, larger.hedge)


def _kind(larger: Quantity, smaller: Quantity) -> str:
    """The kind of a figure in two units, of which one may mean something else by itself: `6 pounds 3 ounces`."""
    return larger.kind if "money" not in (larger.kind, smaller.kind) else "measure"


def _going_on(figure: Quantity, before: Quantity, text: str) -> Quantity:
    """A bare number that goes on with the one before it, in its smaller unit: `six feet two`, `two pounds fifty`."""
    between = text[before.end : figure.start]
    if figure.kind != "count" or figure.value is None or between not in (" ", "-"):
        return figure
    if not (between == "-" or _ends(text, figure.end)) or not before.text[-1].isalpha() or before.value is None:
        return figure
    if (
        before.kind == "money"
        and between == " "
        and 10 <= figure.value < 100
        and before.value % 1 == 0
        and figure.value % 1 == 0
    ):
        return figure._replace(kind="money", unit=before.unit, value=figure.value / 100, grain=0.01)
    smaller = smaller_of(before.unit) if before.unit else None
    if smaller and before.unit and 0 < figure.value < (step(before.unit, smaller) or 0):
        return figure._replace(kind=before.kind, unit=smaller)
    return figure


def _ends(text: str, at: int) -> bool:
    """Whether no noun follows: the sentence ends there, or goes on with "and", "of", "tall"."""
    behind, words = _ENDS.match(text, at), load("grammar")["words"]
    return behind is not None and (
        not behind[1] or any(behind[1] in words[name] for name in ("and", "plainword", "long"))
    )


def _restates(figure: Quantity, before: Quantity, text: str) -> bool:
    """Does a figure in brackets say the one before it again: `forty-five (45) days`, `five dollars ($5)`?"""
    return (
        None is not figure.value == before.value
        and (before.unit is None or (before.kind == "money" and before.unit == figure.unit))
        and text[before.end : figure.start].strip() == "("
        and ")" in (text[figure.end : figure.end + 1], figure.text[len(figure.text.partition(")")[0]) :][:1])
        and before.text[-1].isalpha() != figure.text[0].isalpha()
    )


def _restated(before: Quantity, figure: Quantity, text: str) -> Quantity:
    """A figure with what says it again."""
    end = figure.end + (")" not in figure.text)
    whole = figure._replace(start=before.start, end=end, text=text[before.start : end])
    return whole if before.hedge == "exact" else _bounded(whole, before.hedge)


def _joins(larger: Quantity, smaller: Quantity, text: str) -> bool:
    """Is what may stand between the two units of one figure between them: a space, a comma, "and"?"""
    between = text[larger.end : smaller.start]
    if between == ". " and larger.text[-3:-2] in " 0123456789":
        return True  # "6 ft. 3 in."
    said = between.strip(", \n").lower()
    return between == "-" or (len(between) < 7 and said in ("", *load("grammar")["words"]["and"]))


def _takes_unit(figure: Quantity, after: Quantity, text: str) -> bool:
    """Is the unit of the next figure meant here too: `45 and 50 mg`, `280 million of the 1.5 billion shekels`."""
    between = text[figure.end : after.start].strip().lower()
    if figure.kind != "count" or figure.value is None or len(between) > 12:
        return False
    if between.startswith("-"):
        return between[1:].strip() in _shared() and after.unit is not None  # "two- and three-year-olds"
    if after.kind == "share" and (" " in between or not after.value or figure.value >= _TIMES * after.value):
        return False  # "10,000 or 20 percent", "one of the 53 percent"
    return between in _shared() and after.kind in ("money", "measure", "share") and text[after.start].isdecimal()


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
    bounds = interval(Number(figure.value or 0.0, figure.grain, exact), by, figure.kind)
    low, high, likely_low, likely_high, opened = settled(bounds, figure.unit or "", figure.change, value=figure.value)
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


def _in_its_currency(figure: Quantity, before: list[Quantity], text: str) -> Quantity:
    """Cents beside a figure in a currency that has some are of that: `€12 million, or 31 cents a share`."""
    codes = (
        load("currencies")["parted"].get(figure.text.rpartition(" ")[2].lower(), ()) if figure.kind == "money" else ()
    )
    if figure.unit not in codes:
        return figure
    whole = next((one for one in reversed(before[-_BACK:]) if one.kind == "money"), None)
    if whole is None or whole.unit not in codes or figure.start - whole.end > _NEAR:
        return figure
    return figure if _STOP.search(text, whole.end, figure.start) else figure._replace(unit=whole.unit)


def _with_change(figure: Quantity, before: Quantity, text: str) -> Quantity:
    """A verb said once moves both: `A was down 2.3%, B by 2.6%`."""
    if figure.change != "level" or before.change == "level" or figure.start - before.end > _NEAR:
        return figure
    between = text[before.end : figure.start].rstrip().lower()
    if between.endswith(_by()) or between.lstrip(", ") in _or():
        return figure._replace(change=before.change)
    return figure
