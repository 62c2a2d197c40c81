"""Corrections obeyed: each figure found by its id or by its words, what was changed said, nothing left impossible."""

from math import isfinite
from typing import TYPE_CHECKING, Any

from .corrections import COLUMNS
from .frames import conform, read_cell
from .quoted import found
from .schema import CLAIMS, Column

if TYPE_CHECKING:
    import pandas as pd

_BOUNDS = ("low", "high", "likely_low", "likely_high")


def correct(table: "pd.DataFrame", corrections: list[dict[str, Any]]) -> tuple["pd.DataFrame", list[str]]:
    """`table` with each of `corrections` applied, and a line on each: what changed, why, by whom, or why it did not.

    A value moves its bounds; what would put a low bound above a high one is left out.
    """
    if not corrections:
        return table, []
    table, said = table.astype(dict.fromkeys(table.columns, object)), list[str]()
    for number, row in enumerate(corrections):
        name = f"{row['claim']}, {row['column']}"
        at, moved = found(table, row)
        if at is None:
            said.append(f"not corrected: {name}: {moved}")
            continue
        column = COLUMNS[row["column"]]
        before, now = table.at[at, row["column"]], read_cell(str(row["now"]), column, "corrections", 1)
        if "was" in row and not _same(before, row["was"], column):
            said.append(
                f"not corrected: {name}: reads {_shown(before)}, not {_shown(row['was'])} any more; remove the row"
            )
            continue
        cells = _cells(table, at, row["column"], now)
        if wrong := _impossible(table, at, cells, corrections[number + 1 :], row["claim"]):
            said.append(f"not corrected: {name}: {wrong}; mend the row")
            continue
        for key, cell in cells.items():
            table.at[at, key] = cell
        if row["column"] == "kind" and now == "none":
            table.at[at, "reason"] = row["why"]
        note = f"{row['column']}: {_shown(before)} → {_shown(row['now'])} ({row['why']}; {row['by']})"
        table.at[at, "corrected"] = "; ".join(filter(None, [_known(table.at[at, "corrected"]), note]))
        said.append(f"corrected: {row['claim']}, {note}{moved}")
    return conform(table, CLAIMS), said


def _cells(table: "pd.DataFrame", at: Any, name: str, now: Any) -> dict[str, Any]:
    """What a correction of `name` sets: the cell itself, and what cannot stay as it is beside it."""
    cells = {name: now}
    if name == "value" and now is not None:
        before = _known(table.at[at, "value"])
        factor = now / before if before else None
        for bound in _BOUNDS:
            there = _known(table.at[at, bound])
            keeps = there is not None and not isfinite(there)
            cells[bound] = there if keeps else now if factor is None or there is None else there * factor
        if now < 0 < (before or 0):
            cells |= {"low": cells["high"], "high": cells["low"]}
            cells |= {"likely_low": cells["likely_high"], "likely_high": cells["likely_low"]}
    elif name in ("low", "high") and now is not None:
        likely = {bound: _known(table.at[at, bound]) for bound in ("likely_low", "likely_high")}
        keep = max if name == "low" else min
        cells |= {bound: keep(there, now) for bound, there in likely.items() if there is not None}
    return cells


def _impossible(table: "pd.DataFrame", at: Any, cells: dict[str, Any], later: list[dict[str, Any]], claim: str) -> str:
    """Why a row cannot be obeyed: a low bound above a high one, also once later rows on its claim are obeyed."""
    bounds = {bound: cells.get(bound, _known(table.at[at, bound])) for bound in _BOUNDS}
    for row in later:
        if row["claim"] == claim and row["column"] in _BOUNDS:
            bounds[row["column"]] = float(row["now"])
    for low, high in (("low", "high"), ("likely_low", "likely_high")):
        if bounds[low] is not None and bounds[high] is not None and bounds[low] > bounds[high]:
            return f"{low} {bounds[low]:g} would be above {high} {bounds[high]:g}"
    return ""


def _known(cell: Any) -> Any:
    import pandas as pd

    return None if pd.isna(cell) else cell


def _same(cell: Any, expected: Any, column: Column) -> bool:
    if _known(cell) is None:
        return bool(expected == "")
    return bool(cell == read_cell(str(expected), column, "corrections", 1))


def _shown(cell: Any) -> str:
    return "nothing" if _known(cell) is None or cell == "" else repr(str(cell))
