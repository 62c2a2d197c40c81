"""How one figure moves over time from voice to voice."""

from datetime import date, timedelta
from math import isinf
from typing import TYPE_CHECKING, Any

from ..lexicon import shown
from ..lexicon.shown import Row
from .picture import cut, drawing, empty, listed, words
from .style import CARD, EDGES, INK, SOFT

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from pandas import DataFrame

PANEL = 1.5  #: the height of a thing's panel in inches
SMALL: dict[str, Any] = {"fontsize": 10.5}


def over_time(table: "DataFrame", ax: "Axes | None" = None, most: int = 40) -> "Axes":
    """Counted things over time: each claim's interval at its day with its speaker, a panel a series.

    A line joins the claims of one series, in the order of their days, and no others; a series that tells the same
    number again is not drawn. `table` is that of `marks.topics`,
    or of claims: those without a day of their own are then left out. A ring stands at the day of its article.
    """
    rows = sorted(filter(_is_drawable, map(_placed, shown.rows(table))), key=lambda row: row["day"])
    if not rows:
        return empty(ax, words("no_date"))
    undated = len(table) - len(rows)
    things: dict[tuple[str | None, str | None], list[Row]] = {}
    for row in sorted(rows, key=lambda row: row["topic"] is None):
        things.setdefault((row["topic"], row["series"] if row["topic"] else None), []).append(row)
    things = {thing: own for thing, own in things.items() if not thing[0] or _moves(own)}
    if not things:
        return empty(ax, words("no_date"))
    rows = [row for own in things.values() for row in own]
    notes = [words("hollow")] if not all(row["dated"] for row in rows) else []
    notes += [words("undated", count=undated)] if undated else []
    alt = words("over_time", count=len(rows), list=listed([_dated(row) for row in rows], 20))
    days = [row["day"] for row in rows]
    with drawing(ax, 0.5 + PANEL * len(things), alt) as ax:
        ax.set_axis_off()
        ax.set_title("; ".join(notes), weight="normal", color=SOFT, loc="left", x=0, **SMALL)
        height = 1 / len(things)
        for place, ((topic, _), own) in enumerate(things.items()):
            bottom = 1 - (place + 0.82) * height
            panel = ax.inset_axes((0.14, bottom, 0.85, 0.58 * height if topic else 0.72 * height))
            _panel(panel, topic, own[:most], days)
    return ax


def _placed(row: Row) -> Row:
    """`row` with its day, and whether its own words name it."""
    day = row.get("day", row["about_to"])
    told = {name: row.get(name) for name in ("topic", "series")}
    return {**row, **told, "day": day, "dated": row.get("dated", True)}


def _is_drawable(row: Row) -> bool:
    return row["day"] is not None and row["value"] is not None


def _moves(rows: list[Row]) -> bool:
    """Whether a series has anything to show over time: two numbers on two days."""
    return len({row["day"] for row in rows}) > 1 < len({row["value"] for row in rows})


def _dated(row: Row) -> str:
    return f"{row['day']:%Y-%m-%d} {shown.said(row)}, {_voice(row)}"


def _voice(row: Row) -> str:
    return row["speaker"] or words("no_source")


def _panel(ax: "Axes", topic: str | None, rows: list[Row], days: list[date]) -> None:
    """One thing: its claims in turn, on the days that all panels share."""
    for side in ("left", "right", "top"):
        ax.spines[side].set_visible(False)
    ax.set_facecolor("none")
    if topic:  # a line joins the claims of one series, and nothing else
        ax.plot([row["day"] for row in rows], [row["value"] for row in rows], color=SOFT, linewidth=0.8, zorder=1)
    shown_at = []
    for row in rows:
        _point(ax, row)
        shown_at.append((row["day"], row["value"], f"{row['text']} · {cut(_voice(row), 18)}"))
    _name(ax, shown_at, days)
    values = [row["value"] for row in rows]
    if min(values) > 0 and max(values) > 50 * min(values):
        ax.set_yscale("log")
    ax.margins(y=0.8)
    ax.locator_params(axis="y", nbins=3) if ax.get_yscale() == "linear" else None
    ax.yaxis.set_major_formatter(lambda value, _: shown.number(value))
    ax.grid(True, axis="y")
    if topic:
        course = f": {rows[0]['text']} → {rows[-1]['text']}"
        ax.set_title(cut(topic, 62 - len(course)) + course, loc="left", x=-0.16, fontsize=11, pad=10)
    _days(ax, days)


def _point(ax: "Axes", row: Row) -> None:
    """A claim: its number and its interval; hollow where only its article is dated."""
    colour = EDGES[shown.sign(row["kind"])]
    low, high = row["low"], row["high"]
    if None not in (low, high) and low < high:
        top = row["likely_high"] if isinf(high) else high
        bottom = row["likely_low"] if isinf(low) else low
        if None not in (top, bottom) and not isinf(top) and not isinf(bottom):
            ax.plot([row["day"]] * 2, [bottom, top], color=colour, linewidth=3, alpha=0.6)
    inside: dict[str, Any] = {} if row["dated"] else {"markerfacecolor": CARD, "markeredgewidth": 1.6}
    ax.plot([row["day"]], [row["value"]], marker="o", color=colour, markersize=6.5, **inside)


def _name(ax: "Axes", points: list[tuple[date, float, str]], days: list[date]) -> None:
    """The words at each point: beside it, on the side where the axis has room."""
    middle = min(days) + (max(days) - min(days)) / 2
    for place, (day, value, said) in enumerate(points):
        left = day > middle
        is_above = value > points[place - 1][1] if place else len(points) == 1 or value >= points[1][1]
        further = 11 * [earlier[:2] for earlier in points[:place]].count((day, value))  # beyond those at the same point
        offset = (-8 if left else 8, 10 + further if is_above else -11 - further)
        ax.annotate(
            said, (day, value), textcoords="offset points", xytext=offset, va="center", color=INK,
            ha="right" if left else "left", annotation_clip=False, **SMALL,
        )  # fmt: skip


def _days(ax: Any, days: list[date]) -> None:
    """Few days on the axis, written out."""
    first, last = min(days), max(days)
    width = (last - first) or timedelta(days=4)
    ax.set_xlim(first - width * 0.06, last + width * 0.06)
    there = [first] if first == last else [first, last]
    ax.set_xticks(there, [shown.day(day) for day in there])
    ax.get_xticklabels()[0].set_ha("left")
    if len(there) > 1:
        ax.get_xticklabels()[-1].set_ha("right")
