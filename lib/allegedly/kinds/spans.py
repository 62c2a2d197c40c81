"""A figure as three nested intervals, and arithmetic on them: what readers take it for, what its words allow, what its
last printed digit allows at most."""

import math
from typing import Any, NamedTuple

NOISE = 1e-9  #: numbers this close, relative to their size, are one: binary fractions do not hold 0.1
EDGE = 1e-7  #: what lies between a number and the least that is more than it
WORDED = (0.05, 0.1)  #: a fraction in words may be off by so much, as read and at most: 127 of 189 are two thirds
STYLE = 0.02  #: "some 214,000": a hedge before a number of three digits that count is style

Ends = tuple[float, float]


class Span(NamedTuple):
    """The soft, the hard and the outermost interval of a number, each inside the next, and the number as printed."""

    value: float
    soft: Ends
    hard: Ends
    outer: Ends

    def over(self, other: "Span") -> "Span":
        """This divided by another, both zero or more."""
        return Span(
            _ratio(self.value, other.value), *(_divided(a, b) for a, b in zip(self[1:], other[1:], strict=True))
        )

    def times(self, other: "Span") -> "Span":
        return Span(self.value * other.value, *(_product(a, b) for a, b in zip(self[1:], other[1:], strict=True)))

    def plus(self, other: "Span", sign: float = 1.0) -> "Span":
        return Span(
            self.value + sign * other.value, *(_sum(a, b, sign) for a, b in zip(self[1:], other[1:], strict=True))
        )

    def scaled(self, factor: float, offset: float = 0.0) -> "Span":
        """This times a number, plus another."""
        sides = ([a * factor + offset, b * factor + offset] for a, b in self[1:])
        return Span(self.value * factor + offset, *((min(side), max(side)) for side in sides))

    def wider(self, soft: float, hard: float, outer: float | None = None) -> "Span":
        """With its ends further out by amounts."""
        outer = hard if outer is None else outer
        return Span(self.value, *((a - by, b + by) for (a, b), by in zip(self[1:], (soft, hard, outer), strict=True)))

    def printed(self) -> "Span":
        """The number alone, where it is an end of what is said: "below 30C (86F)" says the same bound twice."""
        low, high = self.hard
        room = 2 * EDGE * abs(self.value)
        return exactly(self.value) if low < high and min(self.value - low, high - self.value) <= room else self

    def closer(self) -> "Span":
        """Without the ends of its intervals, where these are more than a number."""
        sides = ((a + EDGE * abs(a), b - EDGE * abs(b)) if a < b < math.inf else (a, b) for a, b in self[1:])
        return Span(self.value, *sides)


def exactly(number: float) -> Span:
    return Span(number, (number, number), (number, number), (number, number))


def total(spans: list[Span]) -> Span:
    """Their sum."""
    made = spans[0]
    for one in spans[1:]:
        made = made.plus(one)
    return made


def span_of(figure: Any) -> Span:
    """The span of a figure with the columns `value`, `low`, `high`, `likely_low`, `likely_high`, `grain`, `hedge`.

    A share becomes a part of one: 15 percent is 0.15.
    """
    low = -math.inf if figure.low is None else figure.low
    high = math.inf if figure.high is None else figure.high
    soft = (
        low if figure.likely_low is None else figure.likely_low,
        high if figure.likely_high is None else figure.likely_high,
    )
    value = figure.value if figure.value is not None else _middle(low, high)
    if "(low" in (figure.open or ""):
        low, soft = low + EDGE * abs(low), (soft[0] + EDGE * abs(soft[0]) if soft[0] == low else soft[0], soft[1])
    if "high)" in (figure.open or "") and not math.isinf(high):
        high, soft = high - EDGE * abs(high), (soft[0], soft[1] - EDGE * abs(soft[1]) if soft[1] == high else soft[1])
    hard, outer = (low, high), (low, high)
    grain = figure.grain or 0.0
    half = grain / 2
    fine = grain > 1 and half <= STYLE * abs(value) and _trailing(figure.text, value)  # $13,910, and not 900
    bare = half >= 5 and abs(value) >= 100 and not _worded(figure.text)
    if figure.hedge == "exact" and grain and (low < high or fine or bare):
        outer = (min(low, value - half), max(high, value + half))
        if half <= STYLE * abs(value) or grain < 1 or not _trailing(figure.text, value):
            hard = outer
    if figure.hedge == "about" and _digits(figure.text) >= 3:
        slack = max(STYLE * abs(value), grain / 2)
        hard, outer, soft = ((value - slack, value + slack),) * 3
    unit = figure.unit
    if figure.kind == "share" and unit in ("percent", "percentage_point", "basis_point"):
        by = 0.0001 if unit == "basis_point" else 0.01
        return Span(value, soft, hard, outer).scaled(by)
    if (unit == "ratio" or figure.kind == "multiple") and figure.hedge == "exact" and low == high:
        return Span(value, _about(value, WORDED[0]), _about(value, WORDED[1]), _about(value, WORDED[1]))
    return Span(value, soft, hard, outer)


def _about(value: float, by: float) -> Ends:
    return value * (1 - by), value * (1 + by)


def _middle(low: float, high: float) -> float:
    if math.isinf(low) or math.isinf(high):
        return low if math.isinf(high) else high
    return (low + high) / 2


def _digits(text: str) -> int:
    """How many digits of a printed number count: 214,000 has three."""
    digits = "".join(sign for sign in text if sign.isdecimal())
    return len(digits.strip("0")) if "." not in text else len(digits.lstrip("0"))


def _worded(text: str) -> bool:
    """Whether a word stands in front of the digits: `exactly 4,000`. "A total of" is no part of a figure, and no digit
    is finer for it."""
    first, *more = text.split() or [""]
    return bool(more) and first.isalpha() and not first.isupper()


def _trailing(text: str, value: float) -> bool:
    """Whether the printed digits end in zeros, without a fraction: 50,000, 100 million."""
    digits = [sign for sign in text if sign.isdecimal()]
    return bool(digits) and digits[-1] == "0" and "." not in text


def _ratio(a: float, b: float) -> float:
    return a / b if b else math.inf


def _divided(a: Ends, b: Ends) -> Ends:
    low = max(a[0], 0.0) / b[1] if b[1] and not math.isinf(b[1]) else 0.0
    high = a[1] / b[0] if b[0] > 0 else math.inf
    return low, high


def _product(a: Ends, b: Ends) -> Ends:
    low = _times(max(a[0], 0.0), max(b[0], 0.0))
    return low, _times(a[1], b[1])


def _times(a: float, b: float) -> float:
    return 0.0 if a == 0 or b == 0 else a * b


def _sum(a: Ends, b: Ends, sign: float) -> Ends:
    low, high = (b[0], b[1]) if sign > 0 else (b[1], b[0])
    return a[0] + sign * low, a[1] + sign * high
