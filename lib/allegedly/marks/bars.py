"""Intervals drawn as inline SVG: a dot for the number, a bar for what readers take, dashes for what the words allow.

An end that belongs to the interval has a tick, one that does not a ring, one without end an arrow: no colour is needed.
"""

from collections.abc import Callable, Iterator
from math import inf, isinf, log10

from markupsafe import Markup

from ..lexicon.shown import Row, hard, number, span

MIDDLE = 10  #: where a card's interval lies in its picture
Place = Callable[[float], float]  #: where a number stands in a picture
EDGE = "var(--edge,currentColor)"


def bar(row: Row) -> Markup:
    """One claim's interval on an axis of its own."""
    place = _scale([row[name] for name in ("value", "low", "high", "likely_low", "likely_high")])
    opening = Markup('<svg class="bar" viewBox="0 0 240 20" role="img" aria-label="{}">')
    drawn = _axis(4, 236, MIDDLE), _interval(row, place, MIDDLE), _dot(row, place, MIDDLE)
    return Markup("").join([opening.format(f"{row['text']}: {hard(row)}"), *drawn, Markup("</svg>")])


def pair(finding: Row) -> Markup:
    """A finding's two intervals, one above the other on one axis; nothing where it compared none."""
    sides = [(finding[f"{side}_low"], finding[f"{side}_high"]) for side in ("left", "right")]
    if any(bound is None for side in sides for bound in side):
        return Markup("")
    place = _scale([bound for side in sides for bound in side], left=100, right=260)
    opening = Markup('<svg class="two" viewBox="0 0 360 58" role="img" aria-label="{}">')
    drawn = [opening.format(" · ".join(span(*side) for side in sides))]
    for (low, high), y in zip(sides, (15, 43), strict=True):
        row = {"value": low if low == high else None, "low": low, "high": high, "open": ""}
        drawn += [_axis(20, 340, y), _interval(row, place, y), _dot(row, place, y), *_labels(low, high, place, y)]
    return Markup("").join([*drawn, Markup("</svg>")])


def _scale(values: list[float | None], left: float = 40, right: float = 200) -> Place:
    """A function that gives a number its place; outside of `left` to `right` there is room for open ends."""
    finite = sorted({value for value in values if value is not None and not isinf(value)}) or [0.0]
    turned: Place = log10 if finite[0] > 0 and finite[-1] / finite[0] > 30 else float
    first, width = turned(finite[0]), turned(finite[-1]) - turned(finite[0])

    def place(value: float) -> float:
        if isinf(value):
            return left - 26 if value < 0 else right + 26
        return left + (turned(value) - first) / width * (right - left) if width else (left + right) / 2

    return place


def _axis(first: int, last: int, y: int) -> Markup:
    return Markup(f'<path d="M{first} {y}H{last}" stroke="currentColor" stroke-opacity=".22"/>')


def _interval(row: Row, place: Place, y: int) -> Markup:
    """The hard interval as dashes with their ends, the soft one as a bar upon it."""
    low, high, open = row["low"], row["high"], row["open"] or ""
    if low is None or high is None or low == high:
        return Markup("")
    drawn = _stroke(place(low), place(high), y, 'stroke-width="2.5" stroke-dasharray="4 3"')
    soft_low, soft_high = row.get("likely_low"), row.get("likely_high")
    if soft_low is not None and soft_high is not None and -inf < soft_low < soft_high < inf:
        drawn += _stroke(place(soft_low), place(soft_high), y, 'stroke-width="7"')
    return drawn + _end(low, place(low), y, "(low" in open, -1) + _end(high, place(high), y, "high)" in open, 1)


def _stroke(first: float, last: float, y: int, style: str) -> Markup:
    return Markup(f'<path d="M{first:.1f} {y}H{last:.1f}" stroke="{EDGE}" {style}/>')


def _end(value: float, x: float, y: int, is_open: bool, way: int) -> Markup:
    """A tick, a ring or an arrow."""
    if isinf(value):
        back, tip = x - 7 * way, x + 3 * way
        return Markup(f'<path d="M{back:.1f} {y - 5}L{tip:.1f} {y}L{back:.1f} {y + 5}z" fill="{EDGE}"/>')
    if is_open:
        ring = 'r="4" fill="var(--card,#fff)" stroke="currentColor" stroke-width="1.6"'
        return Markup(f'<circle cx="{x:.1f}" cy="{y}" {ring}/>')
    return Markup(f'<path d="M{x:.1f} {y - 6}v12" stroke="currentColor" stroke-width="1.8"/>')


def _dot(row: Row, place: Place, y: int) -> Markup:
    """The number as printed; not where a ring says that it is just not reached."""
    value, open = row["value"], row["open"] or ""
    rings = [row[side] for side, end in (("low", "(low"), ("high", "high)")) if end in open]
    if value is None or isinf(value) or value in rings:
        return Markup("")
    return Markup(f'<circle cx="{place(value):.1f}" cy="{y}" r="4.2" fill="currentColor"/>')


def _labels(low: float, high: float, place: Place, y: int) -> Iterator[Markup]:
    """The bounds as numbers outside of the interval they bound."""
    halo = 'stroke="var(--card,#fff)" stroke-width="6" paint-order="stroke"'
    style = f'font-size="13" fill="currentColor" {halo}'
    if not isinf(low) and low != high:
        yield Markup(f'<text x="{place(low) - 9:.1f}" y="{y + 4.5}" text-anchor="end" {style}>{number(low)}</text>')
    if not isinf(high):
        yield Markup(f'<text x="{place(high) + 9:.1f}" y="{y + 4.5}" {style}>{number(high)}</text>')
