"""What the checks found."""

from typing import TYPE_CHECKING

from ..lexicon import load, shown
from ..lexicon.shown import Row
from .picture import drawing, empty, listed, words
from .style import CARD, INK, VERDICTS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from pandas import DataFrame

SIGNS = {"agrees": "✓", "rounded": "≈", "conflicts": "✗", "contested": "⇄", "cannot": "?"}


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
