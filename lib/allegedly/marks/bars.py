"""Intervals drawn as inline SVG: a dot for the number, a bar for what readers take, a dashed line for what the words allow.

An end that belongs to the interval has a tick, one that does not a ring, one without end an arrow: no colour is needed.
"""

from math import isinf, log10

from markupsafe import Markup, escape

LEFT, RIGHT, MIDDLE = 14, 226, 10


def bar(row: dict):
    """One claim's interval on an axis of its own."""
    from ..lexicon.shown import hard

    place = _scale([row[name] for name in ("value", "low", "high", "likely_low", "likely_high")])
    drawn = _interval(row, place, MIDDLE) + _dot(row, place, MIDDLE)
    label = Markup('<svg class="bar" viewBox="0 0 240 20" role="img" aria-label="{}">').format(
        f"{row['text']}: {hard(row)}"
    )
    return label + Markup(f'<path d="M4 {MIDDLE}H236" stroke="currentColor" stroke-opacity=".22"/>{drawn}</svg>')


def pair(finding: dict):
    """A finding's two intervals, one above the other on one axis; nothing where it compared none."""
    from ..lexicon.shown import number, span

    sides = [(finding[f"{side}_low"], finding[f"{side}_high"]) for side in ("left", "right")]
    if any(bound is None for side in sides for bound in side):
        return ""
    place = _scale([bound for side in sides for bound in side], left=90, right=270)
    label = " · ".join(span(*side) for side in sides)
    drawn = [Markup('<svg class="two" viewBox="0 0 360 58" role="img" aria-label="{}">').format(label)]
    for (low, high), y in zip(sides, (15, 43), strict=True):
        row = {"low": low, "high": high, "likely_low": low, "likely_high": high, "open": "", "value": None}
        first, last = place(low), place(high)
        drawn.append(
            Markup(f'<path d="M20 {y}H340" stroke="currentColor" stroke-opacity=".22"/>{_interval(row, place, y)}')
        )
        if low == high:
            drawn.append(Markup(f'<circle cx="{first:.1f}" cy="{y}" r="4.5" fill="currentColor"/>'))
            drawn.append(_text(last + 10, y, "start", escape(number(low))))
            continue
        if not isinf(low):
            drawn.append(_text(first - 9, y, "end", escape(number(low))))
        if not isinf(high):
            drawn.append(_text(last + 9, y, "start", escape(number(high))))
    return Markup("").join(drawn) + Markup("</svg>")


def _text(x, y, anchor, words):
    style = 'font-size="13" fill="currentColor"'
    return Markup(f'<text x="{x:.1f}" y="{y + 4.5}" text-anchor="{anchor}" {style}>{words}</text>')


def _scale(values, left=40, right=200):
    """A function that gives a number its place; beyond `left` and `right` there is room for open ends."""
    finite = sorted({value for value in values if value is not None and not isinf(value)}) or [0.0]
    low, high = finite[0], finite[-1]
    wide = low > 0 and high / low > 30
    turned = log10 if wide else float
    width = (turned(high) - turned(low)) or None

    def place(value):
        if isinf(value):
            return left - 26 if value < 0 else right + 26
        return (left + right) / 2 if width is None else left + (turned(value) - turned(low)) / width * (right - left)

    return place


def _interval(row, place, y) -> str:
    """The hard interval as a dashed line with its ends, the soft one as a bar upon it."""
    low, high = row["low"], row["high"]
    if low is None or high is None or low == high:
        return ""
    edge = 'stroke="var(--edge,currentColor)"'
    drawn = f'<path d="M{place(low):.1f} {y}H{place(high):.1f}" {edge} stroke-width="2.5" stroke-dasharray="4 3"/>'
    soft = row["likely_low"], row["likely_high"]
    if None not in soft and not any(map(isinf, soft)) and soft[0] < soft[1]:
        drawn += f'<path d="M{place(soft[0]):.1f} {y}H{place(soft[1]):.1f}" {edge} stroke-width="7"/>'
    return (
        drawn
        + _end(low, place(low), y, "(low" in row["open"], -1)
        + _end(high, place(high), y, "high)" in row["open"], 1)
    )


def _end(value, x, y, is_open, way) -> str:
    """A tick, a ring or an arrow."""
    if isinf(value):
        return f'<path d="M{x - 7 * way:.1f} {y - 5}L{x + 3 * way:.1f} {y}L{x - 7 * way:.1f} {y + 5}z" fill="var(--edge,currentColor)"/>'
    if is_open:
        return f'<circle cx="{x:.1f}" cy="{y}" r="4" fill="var(--card,#fff)" stroke="currentColor" stroke-width="1.6"/>'
    return f'<path d="M{x:.1f} {y - 6}v12" stroke="currentColor" stroke-width="1.8"/>'


def _dot(row, place, y) -> str:
    """The number as printed; not where a ring says that it is just not reached."""
    value = row["value"]
    rings = [bound for bound, side in ((row["low"], "(low"), (row["high"], "high)")) if side in (row["open"] or "")]
    if value is None or isinf(value) or value in rings:
        return ""
    return f'<circle cx="{place(value):.1f}" cy="{y}" r="4.2" fill="currentColor"/>'
