"""Precision, recall and F1 from counts."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

COUNTS = ("n", "right", "ours", "gold")
COLUMNS = ("n", "right", "accuracy", "ours", "gold", "precision", "recall", "f1")


def rates(name: str, n: int, right: int, found: int, ours: int, gold: int) -> dict[str, Any]:
    """The row of a field: `right` of `n` judged; `found` are right among `ours` given and `gold` wanted."""
    precision, recall = share(found, ours), share(found, gold)
    f1 = share(2 * found, ours + gold)
    counts = {"field": name, "n": n, "right": right, "accuracy": share(right, n), "ours": ours, "gold": gold}
    return counts | {"precision": precision, "recall": recall, "f1": f1}


def share(part: float, whole: float) -> float:
    """`part` of `whole`, NaN where there is none."""
    return part / whole if whole else float("nan")


def as_frame(rows: Iterable[dict[str, Any]]) -> "pd.DataFrame":
    """The rows as a DataFrame, by field."""
    import pandas as pd

    frame = pd.DataFrame(rows).set_index("field").reindex(columns=COLUMNS)
    return frame.astype(dict.fromkeys(COUNTS, "Int64"))
