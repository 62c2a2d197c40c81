"""Figures that are held against each other: a whole and its parts, the two sides of a finding."""

from math import isinf
from typing import TYPE_CHECKING

from ..lexicon import shown
from ..lexicon.shown import Row
from .ends import interval
from .picture import cut, drawing, empty, listed, words
from .style import EDGES, INK, LINE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.ticker import MaxNLocator
    from pandas import DataFrame

WHOLES, PARTS = ("total", "whole"), ("part", "rest")  #: names of the roles that a whole and its parts play


def composition(table: "DataFrame", checks: "DataFrame", ax: "Axes | None" = None, most: int = 3) -> "Axes":
    """Each whole with its parts laid end to end, the intervals they allow at their ends."""
    wholes = _wholes(table, checks)[:most]
    if not wholes:
        return empty(ax, words("no_whole"))
    made = [
        words("made", parts=" + ".join(part["text"] for part in parts), whole=whole["text"]) for whole, parts in wholes
    ]
    alt = " ".join(
        words("composition", whole=_full(whole), list=listed([_full(part) for part in parts]))
        for whole, parts in wholes
    )
    top = max(_top(row) for whole, parts in wholes for row in (whole, *parts))
    height = sum(len(parts) + 1.3 for _, parts in wholes)
    with drawing(ax, 0.6 + 0.52 * height, alt) as ax:
        ax.set_title(cut("; ".join(made), 60), loc="left", x=0, fontsize=11)
        y = 0.0
        for whole, parts in wholes:
            y = _stack(ax, whole, parts, y) - 0.3
        ax.set_xlim(0, top * 1.04)
        ax.set_ylim(y + 0.5, 0.75)
        ax.set_yticks([])
        ax.xaxis.set_major_locator(_few())
        ax.xaxis.set_major_formatter(lambda value, _: shown.number(value))
    return ax


def _wholes(table: "DataFrame", checks: "DataFrame") -> list[tuple[Row, list[Row]]]:
    """(whole, parts) for each finding that speaks of a total and its parts."""
    known = {row["id"]: row for row in shown.rows(table)}
    found: dict[str, tuple[Row, list[Row]]] = {}
    for finding in shown.rows(checks):
        roles = finding.get("roles") or {}
        ids = [id for role in (*WHOLES, *PARTS) for id in roles.get(role, ())]
        rows = [known[id] for id in ids if id in known and known[id]["value"] is not None]
        alike = {(row["unit"], row["per"]) for row in rows}
        if len(rows) > 2 and len(rows) == len(ids) and len(alike) == 1 and set(roles) <= {*WHOLES, *PARTS}:
            found.setdefault(rows[0]["id"], (rows[0], rows[1:]))
    return list(found.values())


def _full(row: Row) -> str:
    return f"{shown.said(row)} ({shown.hard(row)})"


def _top(row: Row) -> float:
    return float(row["value"] if row["high"] is None or isinf(row["high"]) else max(row["value"], row["high"]))


def _stack(ax: "Axes", whole: Row, parts: list[Row], y: float) -> float:
    """The whole, and below it each part where the one before it ends; gives the height below."""
    colour, at = EDGES[shown.sign(whole["kind"])], 0.0
    for row in (whole, *parts):
        start = 0.0 if row is whole else at
        ax.barh(y - 0.16, row["value"], left=start, height=0.34, color=colour, alpha=0.85 if row is whole else 0.45)
        ax.text(
            0, y + 0.28, cut(shown.said(row), 50), va="center", weight="bold" if row is whole else "normal", color=INK
        )
        bounds = [row[name] for name in ("low", "high")]
        if None not in bounds and bounds[0] < bounds[1] and not any(map(isinf, bounds)):
            ax.plot(
                [start + bound for bound in bounds], [y - 0.16] * 2, color=INK, linewidth=1.4, marker="|", markersize=9
            )
        at = start + row["value"] if row is not whole else 0.0
        y -= 1.0
    return y


def _few() -> "MaxNLocator":
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(nbins=3, steps=[1, 2, 2.5, 5, 10])


def finding(checks: "DataFrame", id: str = "", ax: "Axes | None" = None) -> "Axes":
    """The two intervals of a finding, one above the other: the one named, or the first that compares any."""
    rows = [row for row in shown.rows(checks) if row["left_low"] is not None and id in ("", row["id"])]
    if not rows:
        return empty(ax, words("no_finding"))
    row = rows[0]
    sides = [(row[f"{side}_low"], row[f"{side}_high"]) for side in ("left", "right")]
    finite = [bound for side in sides for bound in side if not isinf(bound)] or [0.0]
    pad = (max(finite) - min(finite)) * 0.12 or 1.0
    left, right = min(finite) - pad, max(finite) + pad
    spans = [shown.span(*side) for side in sides]
    alt = words("finding", relation=row["relation"] or "", left=spans[0], right=spans[1])
    with drawing(ax, 1.7, alt) as ax:
        for y, (low, high), name, span in zip((1, 0), sides, ("left", "right"), spans, strict=True):
            bounds = {"value": low if low == high else None, "low": low, "high": high, "likely_low": None}
            ax.plot([left, right], [y, y], color=LINE, linewidth=0.8, zorder=1)
            interval(ax, {**bounds, "likely_high": None, "hedge": "exact", "open": ""}, y, EDGES["count"], left, right)
            ax.text(left, y + 0.3, words(name, span=span), va="center", color=INK)
        ax.set_xlim(left, right)
        ax.set_ylim(-0.4, 1.7)
        ax.set_yticks([])
        ax.xaxis.set_major_locator(_few())
        ax.xaxis.set_major_formatter(lambda value, _: shown.number(value))
    return ax
