"""Claims and findings as DataFrames with the columns, order and dtypes of the schema."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..errors import Trouble, parsed
from ..model import Claim
from .schema import CHECKS, CLAIMS, Column

if TYPE_CHECKING:
    import pandas as pd

# Text that says something by being empty; elsewhere an empty string means that nothing is known.
_MAY_BE_EMPTY = {"open"}
# What a table by others may leave out, and what is then meant.
_MEANT = {"section": "body", "hedge": "exact", "change": "level", "kind": "count", "stance": "asserted", "open": ""}
_NEEDED = {CLAIMS: ("id", "doc", "text", "low", "high"), CHECKS: ("id", "check", "verdict", "claims")}
# The records in a claim, whose fields are columns.
_PARTS = ("quantity", "thing", "time", "attribution", "telling", "together")
_BOOLEANS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def tidy(claims: Iterable[Claim]) -> "pd.DataFrame":
    """A DataFrame with a row a claim and the columns of `CLAIMS`.

    >>> from allegedly import Document, claims
    >>> tidy(claims(Document("a", "About 1,000 people came.")))["high"].tolist()
    [1100.0]
    """
    import pandas as pd

    rows, cells = list(claims), dict[str, tuple[Any, ...]]()
    for records in (rows, *([getattr(claim, part) for claim in rows] for part in _PARTS)):
        cells |= zip(records[0]._fields, zip(*records, strict=True), strict=True) if records else {}
    return conform(pd.DataFrame(cells, columns=[column.name for column in CLAIMS], dtype=object), CLAIMS)


def conform(frame: "pd.DataFrame", columns: tuple[Column, ...]) -> "pd.DataFrame":
    """`frame` with every one of `columns` in their order and dtype, then its own further columns."""
    import pandas as pd

    typed = {}
    for column in columns:
        values = frame[column.name] if column.name in frame else pd.Series([None] * len(frame), frame.index, object)
        typed[column.name] = _typed(values, column)
    further = frame[[name for name in frame.columns if name not in typed]]
    return pd.concat([pd.DataFrame(typed, index=frame.index), further], axis=1)


def _typed(values: "pd.Series", column: Column) -> "pd.Series":
    import pandas as pd

    if column.values:
        return values.astype(pd.CategoricalDtype(column.values))
    if column.dtype == "list":
        return pd.Series([[*map(str, value)] for value in values], values.index, object)
    values = values.astype(column.dtype)
    if column.dtype == "string":
        if column.name in _MAY_BE_EMPTY:
            return values.fillna("")
        empty = values.eq("").fillna(False)
        return values.mask(empty) if empty.any() else values
    return values


def strict(frame: "pd.DataFrame", columns: tuple[Column, ...], place: object, first: int = 2) -> "pd.DataFrame":
    """`frame`, as anybody wrote it, conformed to `columns`; a Trouble names the line and column that do not fit.

    `first` is the line of its first row.
    """
    missing = [name for name in _NEEDED.get(columns, (columns[0].name,)) if name not in frame]
    if missing:
        has = ", ".join(map(str, frame.columns)) or "none"
        raise Trouble(
            place, f"has no column {', '.join(missing)}", f"docs/tables.md lists the columns; this one has: {has}"
        )
    for column in columns:
        if column.name not in frame and column.name in _MEANT:
            frame[column.name] = _MEANT[column.name]
        elif column.name in frame and is_textual(frame[column.name]):
            cells = frame[column.name].where(frame[column.name].notna(), "").tolist()
            frame[column.name] = [read_cell(cell, column, place, line) for line, cell in enumerate(cells, first)]
    try:
        frame = conform(frame, columns)
    except (ValueError, TypeError, OverflowError) as error:
        raise Trouble(place, f"does not fit the schema: {error}", "docs/tables.md lists the columns") from None
    return _placed(frame) if columns is CLAIMS else frame


def sound(frame: "pd.DataFrame", place: object) -> "pd.DataFrame":
    """`frame` of claims, where each has all that a claim needs to be checked; a Trouble names the row that has not."""
    is_claim = frame["kind"].ne("none").fillna(True)
    wrong = [(frame[name].isna(), name, "is empty", "fill the cell") for name in ("id", "doc", "text")]
    for name in ("low", "high"):
        wrong.append(
            (frame[name].isna() & is_claim, name, "is empty", "write a number, or -inf or inf where it is open")
        )
    wrong.append((frame["low"] > frame["high"], "low", "is above high", "mend the cell"))
    wrong.append((frame["id"].duplicated(), "id", "stands in an earlier row too", "give each row a name of its own"))
    for rows, column, what, way_out in wrong:
        if rows.any():
            raise Trouble(f"{place}, row {1 + int(rows.to_numpy().argmax())}, column {column}", what, way_out)
    return frame


def _placed(frame: "pd.DataFrame") -> "pd.DataFrame":
    """`frame` of claims; those that do not say where they stand get a sentence of their own, one behind the other."""
    if not frame[["start", "end", "sentence", "context", "context_start"]].isna().any(axis=None):
        return frame
    frame["text"] = frame["text"].fillna("")
    lengths = frame["text"].str.len().astype("Int32")
    frame["start"] = frame["start"].fillna((lengths + 1).cumsum() - lengths - 1)
    frame["end"] = frame["end"].fillna(frame["start"] + lengths)
    frame["sentence"] = frame["sentence"].fillna(frame["start"])
    frame["context"] = frame["context"].fillna(frame["text"])
    within = [max(0, context.find(text)) for context, text in zip(frame["context"], frame["text"], strict=True)]
    frame["context_start"] = frame["context_start"].fillna(frame["start"] - within)
    return frame


def is_textual(values: "pd.Series") -> bool:
    """Whether a column may hold text, under whatever name pandas gives its dtype."""
    return str(values.dtype) in ("object", "str", "string")


def read_cell(cell: Any, column: Column, place: object, line: int) -> Any:
    """The value of one cell, read as its column's dtype; `""` where it is empty."""
    if isinstance(cell, str) and cell == "" and column.name not in _MAY_BE_EMPTY:
        return [] if column.dtype == "list" else _MEANT.get(column.name) if column.values else None
    try:
        if column.values and cell not in column.values:
            raise ValueError(f"is none of {', '.join(column.values)}")
        return _READ.get(column.dtype, str)(cell)
    except (ValueError, KeyError, TypeError) as error:
        what = str(error) if column.values else f"is no {_NAMES[column.dtype]}"
        raise Trouble(f"{place}, line {line}, column {column.name}", f"{cell!r} {what}", "mend the cell") from None


def _whole(cell: Any) -> int:
    if float(cell) != int(cell) or abs(int(cell)) >= 2**31:
        raise ValueError
    return int(cell)


_NAMES = {
    "float64": "number",
    "Int32": "whole number",
    "boolean": "true or false",
    "datetime64[s]": "date such as 2022-12-31",
    "list": "list in JSON",
}
_READ: dict[str, Callable[[Any], Any]] = {
    "float64": float,
    "Int32": _whole,
    "boolean": lambda cell: _BOOLEANS[str(cell).lower()],
    "datetime64[s]": lambda cell: datetime.fromisoformat(str(cell)),
    "list": lambda cell: parsed(json.loads, cell) if isinstance(cell, str) else [*cell],
}
