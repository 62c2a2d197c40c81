"""Where in the article the figures stand, and what the checks found."""

from typing import TYPE_CHECKING

from ..lexicon import load, shown
from ..lexicon.shown import Row
from .picture import drawing, empty, listed, words
from .style import CARD, EDGES, INK, LINE, VERDICTS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from pandas import DataFrame

MARKERS = {"count": "o", "money": "D", "share": "^", "measure": "s"}
SIGNS = {"agrees": "✓", "rounded": "≈", "conflicts": "✗", "contested": "⇄", "cannot": "?"}


def positions(table: "DataFrame", ax: "Axes | None" = None) -> "Axes":
    """Where in the article the figures stand, from its begin to its end, by kind."""
    rows = [row for row in shown.rows(table) if row["kind"] != "none"]
    if not rows:
        return empty(ax, words("nothing"))
    ends = {doc: max(_last(row) for row in rows if row["doc"] == doc) for doc in {row["doc"] for row in rows}}
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    places = [(row, row["start"] / max(1, ends[row["doc"]])) for row in rows]
    alt = words("places", list=listed([f"{row['text']} {place:.2f}" for row, place in places], 20))
    with drawing(ax, 0.8 + 0.34 * len(kinds), alt) as ax:
        for y, kind in enumerate(reversed(kinds)):
            own = [place for row, place in places if row["kind"] == kind]
            sign = shown.sign(kind)
            ax.plot([0, 1], [y, y], color=LINE, linewidth=1, zorder=1)
            ax.plot(own, [y] * len(own), MARKERS.get(sign, "o"), color=EDGES[sign], markersize=8, alpha=0.8)
        ax.set_yticks(range(len(kinds)), [load("shown")["kinds"][kind] for kind in reversed(kinds)])
        ax.set_xticks([0, 1], [words("begin"), words("end")])
        ax.set_xlabel(words("position"))
        ax.set_ylim(-0.6, len(kinds) - 0.4)
        ax.set_xlim(-0.04, 1.04)
    return ax


def _last(row: Row) -> int:
    """Where a row's sentence ends."""
    return max(int(row["end"]), (row["context_start"] or 0) + len(row["context"] or ""))


def verdicts(checks: "DataFrame", ax: "Axes | None" = None) -> "Axes":
    """How many findings of each kind of check agree, conflict or cannot be told."""
    counts: dict[str, dict[str, int]] = {}
    for row in shown.rows(checks):
        own = counts.setdefault(row["check"], {})
        own[_verdict(row)] = own.get(_verdict(row), 0) + 1
    if not counts:
        return empty(ax, words("no_finding"))
    names = {check: load("shown")["checks"].get(check, check.replace("_", " ")) for check in counts}
    said = [
        f"{names[check]}: {', '.join(f'{n} {verdict}' for verdict, n in own.items())}" for check, own in counts.items()
    ]
    with drawing(ax, 0.5 + 0.52 * len(counts), words("verdicts", list=listed(said))) as ax:
        for y, (check, own) in enumerate(reversed(counts.items())):
            ax.text(0, y + 0.36, names[check], va="center", color=INK)
            _bar(ax, own, y - 0.06)
        ax.set_yticks([])
        ax.set_xticks([])
        ax.spines["bottom"].set_visible(False)
        ax.set_xlim(0, max(sum(own.values()) for own in counts.values()))
        ax.set_ylim(-0.4, len(counts) - 0.3)
    return ax


def _verdict(row: Row) -> str:
    contested = row["verdict"] == "conflicts" and row["severity"] == "info"
    return "contested" if contested else str(load("shown")["verdicts"][row["verdict"]])


def _bar(ax: "Axes", own: dict[str, int], y: float) -> None:
    """One check's findings side by side, each with its sign and number."""
    at = 0
    for verdict in (name for name in SIGNS if name in own):
        ax.barh(y, own[verdict], left=at, height=0.44, color=VERDICTS[verdict], edgecolor=CARD, linewidth=1.5)
        ax.text(at + own[verdict] / 2, y, f"{SIGNS[verdict]} {own[verdict]}", ha="center", va="center", color=CARD)
        at += own[verdict]
