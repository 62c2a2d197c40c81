"""The figures that are not exact, as the intervals that they allow: each unit on an axis of its own."""

from collections.abc import Callable, Iterator
from math import inf, isinf, log10
from typing import TYPE_CHECKING, Any

from ..lexicon import shown
from ..lexicon.shown import Row
from .ends import interval
from .picture import cut, drawing, empty, listed, words
from .style import EDGES, INK, LINE, SOFT

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from pandas import DataFrame

LETTERS = 52  #: of a figure's name and its bounds, that fit on a line of a chart
SEEN = 0.02  #: the least width of an interval that can be seen, in parts of its axis
STEEP = 30  #: how many times the largest bound of a unit may be the smallest before its axis is logarithmic
BOUNDS = ("value", "low", "high", "likely_low", "likely_high")


def figures(table: "DataFrame", ax: "Axes | None" = None, most: int = 24) -> "Axes":
    """The figures that name a range, a bound or about so much, by unit; each unit has a scale of its own.

    What is exact, or too narrow to be seen, is left out, and how many of how many are drawn stands above.
    """
    rows = [row for row in shown.rows(table) if row["kind"] != "none"]
    lines = list(_lines(rows))
    drawn = [line[0] for line in lines if not isinstance(line, str)]
    if not drawn:
        return empty(ax, words("nothing_wide"))
    alt = words("figures", count=len(drawn), list=listed([f"{shown.said(row)}: {shown.hard(row)}" for row in drawn]))
    with drawing(ax, 0.5 + 0.46 * len(lines[:most]), alt) as ax:
        ax.set_title(words("wide", count=len(drawn), all=len(rows)), loc="left", x=0, fontsize=11)
        ax.set_xlim(-0.06, 1.06)
        ax.set_ylim(-len(lines[:most]) + 0.4, 0.7)
        for place, line in enumerate(lines[:most]):
            _draw(ax, line, -place)
        ax.set_axis_off()
    return ax


def _lines(rows: list[Row]) -> Iterator[str | tuple[Row, Row]]:
    """A unit's name, then its rows, each as it is and as it stands on that unit's axis; widest units first."""
    units: dict[tuple[str | None, str | None], list[Row]] = {}
    for row in rows:
        units.setdefault((row["unit"], row["per"]), []).append(row)
    for (unit, per), own in sorted(units.items(), key=lambda group: -len(group[1])):
        place = _scale([row[name] for row in own for name in BOUNDS])
        placed = [(row, {**row, **{name: place(row[name]) for name in BOUNDS}}) for row in own]
        wide = [pair for pair in placed if _is_wide(pair[1])]
        if wide:
            yield (unit or words("counts")) + shown.rate(per)
        yield from sorted(wide, key=lambda pair: -(pair[0]["value"] or 0))


def _is_wide(row: Row) -> bool:
    bounded = row["hedge"] != "exact" and None not in (row["low"], row["high"])
    return bounded and bool(row["high"] - row["low"] > SEEN)


def _scale(bounds: list[Any]) -> Callable[[Any], Any]:
    """Gives a number of a unit its place between 0 and 1; what has no end stays so."""
    finite = [bound for bound in bounds if bound is not None and not isinf(bound)] or [0.0]
    least, most = min(finite), max(finite)
    positive = min((bound for bound in finite if bound > 0), default=1.0)
    is_steep = least >= 0 and most > STEEP * positive
    turned: Callable[[float], float] = (lambda value: log10(max(value, positive / 2))) if is_steep else float
    first, last = turned(positive / 2 if is_steep else min(least, 0.0)), turned(most)

    def place(value: Any) -> Any:
        if value is None or isinf(value):
            return value
        return 0.9 * (turned(value) - first) / (last - first) if last > first else 0.5

    return place


def _draw(ax: "Axes", line: str | tuple[Row, Row], y: float) -> None:
    """A unit's name, or a figure's words with what they allow above its interval."""
    if isinstance(line, str):
        ax.text(0, y - 0.1, line, weight="bold", va="center", color=INK)
        return
    row, placed = line
    ax.plot([0, 1], [y - 0.22] * 2, color=LINE, linewidth=0.8, zorder=1)
    name = cut(shown.said(row), LETTERS)
    ax.text(0, y + 0.16, name, va="center", color=INK)
    if len(name) + len(shown.hard(row)) < LETTERS:
        ax.text(1, y + 0.16, shown.hard(row), va="center", ha="right", color=SOFT)
    low, high = (-inf if row["low"] == -inf else placed["low"]), placed["high"]
    interval(ax, {**placed, "low": low, "high": high}, y - 0.22, EDGES[shown.sign(row["kind"])], 0.0, 1.0)
