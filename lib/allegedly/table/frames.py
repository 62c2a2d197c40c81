"""Claims and findings as DataFrames with the columns, order and dtypes of the schema."""

import json

from ..errors import Trouble
from .schema import CHECKS, CLAIMS, Column

# Text that says something by being empty; elsewhere an empty string means that nothing is known.
_MAY_BE_EMPTY = {"open"}
# What a table by others may leave out, and what is then meant.
_MEANT = {"section": "body", "hedge": "exact", "change": "level", "kind": "count", "stance": "asserted", "open": ""}
_NEEDED = {CLAIMS: ("id", "doc", "text", "low", "high"), CHECKS: ("id", "check", "verdict", "claims")}
_BOOLEANS = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def tidy(claims):
    """A DataFrame with a row a claim and the columns of `CLAIMS`.

    >>> from allegedly import Document, claims
    >>> tidy(claims(Document("a", "About 1,000 people came.")))["high"].tolist()
    [1100.0]
    """
    import pandas as pd

    rows = [
        (
            c.id, c.doc, c.section, c.sentence,
            q.start, q.end, q.text, q.value, q.low, q.high, q.likely_low, q.likely_high, q.open, q.grain,
            q.hedge, q.change, q.kind, q.unit, q.per,
            c.thing.thing, c.thing.head, c.thing.subject, c.thing.place, c.thing.verb,
            c.time.when, c.time.about_from, c.time.about_to,
            a.speaker, a.speaker_text, a.holder, a.via, a.cue, a.stance, a.quoted,
            q.rule, q.reason, None, c.context, c.context_start,
        )
        for c in claims
        for q, a in [(c.quantity, c.attribution)]
    ]  # fmt: skip
    return conform(pd.DataFrame(rows, columns=[column.name for column in CLAIMS], dtype=object), CLAIMS)


def conform(frame, columns):
    """`frame` with every one of `columns` in their order and dtype, then its own further columns."""
    import pandas as pd

    typed = {}
    for column in columns:
        values = frame[column.name] if column.name in frame else pd.Series([None] * len(frame), frame.index, object)
        typed[column.name] = _typed(values, column)
    further = frame[[name for name in frame.columns if name not in typed]]
    return pd.concat([pd.DataFrame(typed, index=frame.index), further], axis=1)


def _typed(values, column: Column):
    import pandas as pd

    if column.values:
        return values.astype(pd.CategoricalDtype(column.values))
    if column.dtype == "list":
        return pd.Series([[*map(str, value)] for value in values], values.index, object)
    values = values.astype(column.dtype)
    if column.dtype == "string":
        return values.fillna("") if column.name in _MAY_BE_EMPTY else values.mask(values.eq("").fillna(False))
    return values


def strict(frame, columns, place: object):
    """`frame` of cells as text, conformed to `columns`; a Trouble that names line and column where one does not fit."""
    missing = [name for name in _NEEDED.get(columns, (columns[0].name,)) if name not in frame]
    if missing:
        has = ", ".join(map(str, frame.columns)) or "none"
        raise Trouble(
            place, f"has no column {', '.join(missing)}", f"docs/tables.md lists the columns; this one has: {has}"
        )
    for column in columns:
        if column.name not in frame:
            if column.name in _MEANT:
                frame[column.name] = _MEANT[column.name]
            continue
        frame[column.name] = [
            _cell(cell, column, place, number) for number, cell in enumerate(frame[column.name].tolist(), 2)
        ]
    return conform(frame, columns)


def _cell(cell, column: Column, place: object, line: int):
    """The value of one cell of a CSV, read as its column's dtype."""
    if cell is None or cell != cell or (cell == "" and column.name not in _MAY_BE_EMPTY):
        return [] if column.dtype == "list" else _MEANT.get(column.name) if column.values else None
    try:
        if column.values and cell not in column.values:
            raise ValueError(f"is none of {', '.join(column.values)}")
        if column.dtype == "list":
            return json.loads(cell)
        if column.dtype == "float64":
            return float(cell)
        if column.dtype == "Int32":
            return int(cell)
        if column.dtype == "boolean":
            return _BOOLEANS[cell.lower()]
        if column.dtype.startswith("datetime"):
            return _day(cell)
    except (ValueError, KeyError) as error:
        what = str(error) if column.values else f"is no {_NAMES[column.dtype]}"
        raise Trouble(f"{place}, line {line}, column {column.name}", f"{cell!r} {what}", "mend the cell") from None
    return cell


_NAMES = {
    "float64": "number",
    "Int32": "whole number",
    "boolean": "true or false",
    "datetime64[s]": "date such as 2022-12-31",
    "list": "list in JSON",
}


def _day(words: str):
    from datetime import datetime

    return datetime.fromisoformat(words)
