"""Every figure as the interval it allows."""

from collections.abc import Iterator
from math import floor, isinf, log10
from typing import TYPE_CHECKING

from ..lexicon import shown
from ..lexicon.shown import Row
from .ends import interval
from .picture import cut, drawing, empty, listed, words
from .style import EDGES, INK, LINE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from pandas import DataFrame

LETTERS = 48  #: that fit on a line of a chart


def figures(table: "DataFrame", ax: "Axes | None" = None, most: int = 40) -> "Axes":
    """Every figure as an interval on a log axis, by unit, its ends drawn as its words leave them."""
    rows = [row for row in shown.rows(table) if row["kind"] != "none" and _bounds(row)]
    if not rows:
        return empty(ax, words("nothing"))
    lines = list(_lines(rows[:most]))
    left, right = _range(rows[:most])
    alt = words("figures", count=len(rows), list=listed([f"{shown.said(row)}: {shown.hard(row)}" for row in rows]))
    with drawing(ax, 0.7 + 0.42 * len(lines), alt) as ax:
        ax.set_xscale("log")
        ax.set_xlim(left * 0.7, right * 1.4)
        for place, line in enumerate(lines):
            _draw(ax, line, -place, left, right)
        ax.set_ylim(-len(lines) + 0.4, 0.9)
        _ticks(ax, left, right)
    return ax


def _bounds(row: Row) -> list[float]:
    """What of a figure has a place on a log axis; 0 stands at its left end."""
    bounds = [row[name] for name in ("value", "low", "high", "likely_low", "likely_high")]
    return [bound for bound in bounds if bound is not None and not isinf(bound) and bound >= 0]


def _lines(rows: list[Row]) -> Iterator[str | Row]:
    """The rows by unit, the largest first, each unit under its name."""
    units: dict[tuple[str | None, str | None], list[Row]] = {}
    for row in rows:
        units.setdefault((row["unit"], row["per"]), []).append(row)
    for (unit, per), own in units.items():
        if len(units) > 1:
            yield (unit or words("counts")) + shown.rate(per)
        yield from sorted(own, key=lambda row: -max(_bounds(row)))


def _range(rows: list[Row]) -> tuple[float, float]:
    """The ends of the axis: whole powers of ten around all bounds."""
    bounds = [bound for row in rows for bound in _bounds(row) if bound > 0] or [1.0]
    return 10.0 ** floor(log10(min(bounds))), 10.0 ** (floor(log10(max(bounds))) + 1)


def _draw(ax: "Axes", line: str | Row, y: float, left: float, right: float) -> None:
    """A unit's name, or a figure's words above its interval."""
    if isinstance(line, str):
        ax.text(left * 0.7, y - 0.1, line, weight="bold", va="center", color=INK)
        return
    ax.plot([left, right], [y - 0.22] * 2, color=LINE, linewidth=0.8, zorder=1)
    ax.text(left * 0.7, y + 0.16, cut(shown.said(line), LETTERS), va="center", color=INK)
    if line["value"] == line["high"] == 0:
        ax.text(left * 0.7, y - 0.22, words("zero"), va="center", weight="bold", color=EDGES[shown.sign(line["kind"])])
    else:
        interval(ax, line, y - 0.22, EDGES[shown.sign(line["kind"])], left, right)


def _ticks(ax: "Axes", left: float, right: float) -> None:
    """Few ticks, in the words of a newspaper."""
    first, last = round(log10(left)), round(log10(right))
    step = 1 if last - first < 4 else 2 if last - first < 7 else 3
    powers = [10.0**power for power in range(first, last + 1, step)]
    ax.set_xticks(powers, [shown.number(power) for power in powers])
    ax.set_yticks([])
    ax.minorticks_off()
