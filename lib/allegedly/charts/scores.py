"""How well the readings agree with people's, field by field."""

from typing import TYPE_CHECKING

from ..lexicon import load, shown
from .picture import drawing, empty, listed, words
from .style import EDGES, INK, LINE

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from pandas import DataFrame


def scores(table: "DataFrame", ax: "Axes | None" = None) -> "Axes":
    """Precision and recall of each field, the worst at the foot; a bar joins the two."""
    rows = [row for row in shown.rows(table.reset_index()) if None not in (row["precision"], row["recall"])]
    rows = sorted(rows, key=lambda row: min(row["precision"], row["recall"]))
    if not rows:
        return empty(ax, words("nothing"))
    said = [words("score", **{**row, "n": row["n"]}) for row in reversed(rows)]
    with drawing(ax, 0.9 + 0.36 * len(rows), words("scores", list=listed(said, 30))) as ax:
        for y, row in enumerate(rows):
            ends = row["precision"], row["recall"]
            ax.plot([0, 1], [y, y], color=LINE, linewidth=0.8, zorder=1)
            ax.plot(ends, [y, y], color=EDGES["count"], linewidth=2, alpha=0.5, zorder=2)
            ax.plot(ends[0], y, marker=">", color=EDGES["count"], markersize=8, zorder=3)
            ax.plot(ends[1], y, marker="o", color=EDGES["share"], markersize=7, zorder=3)
            ax.text(1.04, y, f"{row['n']:,}", va="center", color=INK)
        ax.set_yticks(range(len(rows)), [row["field"] for row in rows])
        ax.set_xticks([0, 0.5, 1], ["0", "50%", "100%"])
        ax.set_xlim(0, 1.16)
        ax.set_ylim(-0.6, len(rows) - 0.3)
        ax.set_title(load("shown")["charts"]["score_signs"], fontsize=10.5, weight="normal")
    return ax
