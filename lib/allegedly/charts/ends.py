"""How an interval and its ends are drawn: a tick if closed, a ring if open, faded if fuzzy, an arrow if endless."""

from math import isinf
from typing import TYPE_CHECKING, Any

from ..lexicon.shown import Row
from .style import CARD, INK

if TYPE_CHECKING:
    from matplotlib.axes import Axes

FUZZY = ("about", "nearly", "vague")  #: hedges whose ends no word fixes


def interval(ax: "Axes", row: Row, y: float, colour: str, left: float, right: float) -> None:
    """The interval of `row` at height `y` of `ax`, whose axis runs from `left` to `right`."""
    low, high = _within(row["low"], left, right), _within(row["high"], left, right)
    soft_low, soft_high = _within(row["likely_low"], left, right), _within(row["likely_high"], left, right)
    fuzzy = row["hedge"] in FUZZY
    if low is not None and high is not None and low < high:
        faint: dict[str, Any] = {"alpha": 0.4, "linewidth": 6} if fuzzy else {"linewidth": 1.6, "dashes": (2, 1)}
        ax.plot([low, high], [y, y], color=colour, zorder=2, **faint)
    if soft_low is not None and soft_high is not None and soft_low < soft_high:
        ax.plot([soft_low, soft_high], [y, y], color=colour, linewidth=6, zorder=3)
    for bound, place, side in ((row["low"], low, "(low"), (row["high"], high, "high)")):
        if bound is not None and place is not None and low != high:
            _end(ax, bound, place, y, side, side in (row["open"] or ""), fuzzy, colour, left)
    if row["value"] is not None and left <= row["value"] <= right and not _is_ring(row):
        ax.plot([row["value"]], [y], marker="o", markersize=6, color=INK, zorder=5)


def _within(bound: float | None, left: float, right: float) -> float | None:
    return None if bound is None else min(max(bound, left), right)


def _is_ring(row: Row) -> bool:
    """Whether the number itself is just not reached."""
    ends = ((row["low"], "(low"), (row["high"], "high)"))
    return any(row["value"] == bound and side in (row["open"] or "") for bound, side in ends)


def _end(
    ax: "Axes", bound: float, place: float, y: float, side: str, is_open: bool, fuzzy: bool, colour: str, left: float
) -> None:
    if isinf(bound) or place == left > bound:
        ax.plot(
            [place], [y], marker="<" if side == "(low" else ">", markersize=8, color=colour, zorder=4, clip_on=False
        )
    elif is_open:
        ax.plot([place], [y], marker="o", markersize=6.5, markerfacecolor=CARD, markeredgecolor=INK, zorder=4)
    elif not fuzzy:
        ax.plot([place], [y], marker="|", markersize=11, markeredgewidth=1.6, color=INK, zorder=4)
