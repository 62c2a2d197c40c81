"""How a hedge and the last printed digit become the interval that a figure allows (docs/method.md)."""

from functools import cache, lru_cache
from math import inf
from typing import NamedTuple

from allegedly.lexicon import load
from allegedly.reading.how_much.numbers import Number

_WHOLES = {"percent": 100.0, "ratio": 1.0}  # what a share is at most


Bound = float | str  # a factor of the number, or "0" or "inf"


class Interval(NamedTuple):
    """The hard bounds, the soft bounds inside them, and which of the hard ones are open."""

    low: float
    high: float
    likely_low: float
    likely_high: float
    open: str = ""


class Hedge(NamedTuple):
    """A row of hedges.toml."""

    name: str
    hard: tuple[Bound, ...]  #: factors of the number
    soft: tuple[Bound, ...]
    open: str
    grain: bool
    outside: frozenset[str]


@cache
def _hedges() -> dict[str, Hedge]:
    found = {}
    for row in load("hedges")["hedge"]:
        widens, outside = row.get("grain", False), frozenset(row.get("outside", ()))
        hedge = Hedge(row["name"], tuple(row["hard"]), tuple(row["soft"]), row.get("open", ""), widens, outside)
        found[plain(hedge.name)] = hedge
        for place in ("before", "sign", "after"):
            forms = (plain(_bare(form)) for form in row.get(place, ()))
            found |= {form: hedge for form in forms if form not in found or place != "after"}
    return found


def _bare(form: str) -> str:
    """A form without the "=" that tells that its case matters."""
    return form[1:] if len(form) > 1 and form[0] == "=" else form


def plain(words: str) -> str:
    """Words in lower case, with one blank between them."""
    return " ".join(words.lower().replace("-", " ").split())


@lru_cache(1 << 10)
def hedge(printed: str) -> Hedge | None:
    """The hedge that `printed` is.

    >>> hedge("More than").name
    'more_than'
    """
    return _hedges().get(plain(printed))


def _bound(factor: Bound, value: float) -> float:
    if factor == "inf":
        return inf
    if isinstance(factor, str):  # "0"
        return 0.0 if value > 0 else -inf
    return value * factor


def interval(number: Number, hedged: Hedge | None, kind: str) -> Interval:
    """What `number` allows with its hedge.

    >>> from allegedly.reading.how_much.numbers import number
    >>> interval(number("1,000"), hedge("about"), "count")[:2]
    (900.0, 1100.0)
    """
    value = number.value
    if hedged is None:
        return _plainly(number, kind)
    (low, high), (soft_low, soft_high) = hedged.hard, hedged.soft
    bounds = [_bound(factor, value) for factor in (low, high, soft_low, soft_high)]
    if value < 0:
        bounds = _below_zero(value, sorted(bounds[:2]), sorted(bounds[2:]))
    if hedged.grain:
        slack = half_digit(number)
        bounds[0], bounds[1] = min(bounds[0], value - slack), max(bounds[1], value + slack)
    hard_low, hard_high, likely_low, likely_high = map(float, bounds)
    return Interval(hard_low, hard_high, likely_low, likely_high, hedged.open)


def _below_zero(value: float, hard: list[float], likely: list[float]) -> list[float]:
    """The bounds of a negative number: "nearly -20" is likely nearer to zero, "below -20" further from it."""
    if not hard[0] <= likely[0] <= likely[1] <= hard[1]:
        likely = [2 * value - likely[1], 2 * value - likely[0]]
    return [*hard, *likely]


def settled(bounds: Interval, unit: str, moved: str, whole: bool = False, value: float | None = None) -> Interval:
    """The bounds without the dust of binary fractions, and those of a share within its whole.

    A hedge takes no share of up to 100 percent beyond that; a change may pass it. What has no upper bound gets one
    where the text names the `whole` ("over 90 percent of the men"): inflation of over 90 percent may well be 120.
    """
    low, high, likely_low, likely_high, opened = bounds
    top = _WHOLES.get(unit) if moved == "level" else None
    if top and value is not None and value > top:
        top = None  # "up to 120 percent of capacity"
    if top and low <= top < likely_high:
        likely_high = max(top, likely_low)
    if top and low <= top < high and (whole or high != inf):
        high = max(top, likely_high)
    return Interval(clean(low), clean(high), clean(likely_low), clean(likely_high), opened)


def clean(number: float) -> float:
    """A number without what binary fractions leave behind its fifteenth digit: 109.25 for 109.24999999999999."""
    return number if number == inf or number % 1 == 0 else float(f"{number:.15g}")


def half_digit(number: Number) -> float:
    """Half the last printed digit; for trailing zeros, rounded or not, at most a fiftieth of the number."""
    if not number.grain:
        return 0.0
    return min(number.grain / 2, 0.02 * abs(number.value)) if number.grain >= 10 else number.grain / 2


def _plainly(number: Number, kind: str) -> Interval:
    """Without a hedge: exact, or as wide as the rounding of its last digit."""
    value, grain, exact, _ = number
    if kind == "share" and grain:
        slack = min(grain, 1.0) / 2
        return Interval(value - slack, value + slack, value - slack, value + slack)
    if exact or not grain or (grain >= 1 and abs(value) < 100):
        return Interval(value, value, value, value)
    slack = half_digit(number)
    if grain < 1:
        return Interval(value - slack, value + slack, value - slack, value + slack)
    return Interval(value - slack, value + slack, value, value)
