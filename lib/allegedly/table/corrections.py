"""Known misreadings and misprints: rows of `corrections.toml`, applied to the table and said.

    [[correction]]
    claim = "2022-12-22-north-korea-weapons-wagner@1402"   # its id
    column = "thing"
    was = "individuals"                                    # expected: a row that no longer fits is reported
    now = "fighters"
    why = "the caption calls them so"
    by = "A. Reader"

`column = "kind"` with `now = "none"` takes a row out of the claims, with `why` as the reason.
"""

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Trouble, parsed
from .frames import _cell, conform
from .schema import CLAIMS, Column

if TYPE_CHECKING:
    import pandas as pd

_KEYS = ("claim", "column", "was", "now", "why", "by")
_COLUMNS = {column.name: column for column in CLAIMS}


def read_corrections(path: Path | str) -> list[dict[str, Any]]:
    """The rows of the `corrections.toml` at `path`; none where there is no such file."""
    path = Path(path)
    if not path.is_file():
        return []
    rows = _parsed(path).get("correction", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Trouble(path, "its corrections are no rows", "each starts with [[correction]]")
    for number, row in enumerate(rows, 1):
        place = f"{path}, correction {number}"
        missing = [key for key in _KEYS if key not in row and key != "was"]
        if missing:
            raise Trouble(place, f"does not say {', '.join(missing)}", f"a row has: {', '.join(_KEYS)}")
        for key in row.keys() & {*_KEYS}:
            if isinstance(row[key], list | dict):
                raise Trouble(place, f"{key} is no single value", f'write {key} = "…"')
        if row["column"] not in _COLUMNS:
            raise Trouble(place, f"there is no column {row['column']!r}", f"there are: {', '.join(_COLUMNS)}")
        _cell(str(row["now"]), _COLUMNS[row["column"]], place, number)
    return rows


def read_decisions(path: Path | str) -> tuple[list[list[str]], list[list[str]]]:
    """The claims that people joined, and kept apart: `same` and `not_same` of the `corrections.toml` at `path`.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "corrections.toml").write_text('same = [["a@1", "b@7"]]', encoding="utf8")
    ...     read_decisions(Path(folder, "corrections.toml"))
    ([['a@1', 'b@7']], [])
    """
    path = Path(path)
    if not path.is_file():
        return [], []
    content = _parsed(path)
    found = []
    for name in ("same", "not_same"):
        lists = content.get(name, [])
        if not isinstance(lists, list) or not all(_is_list_of_ids(ids) for ids in lists):
            way_out = f'write {name} = [["a@1", "b@7"]] above the first [[correction]]'
            raise Trouble(path, f"{name} is no list of lists of ids of claims", way_out)
        found.append(lists)
    return found[0], found[1]


def _is_list_of_ids(ids: object) -> bool:
    return isinstance(ids, list) and len(ids) > 1 and all(isinstance(id, str) and "@" in id for id in ids)


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return parsed(tomllib.loads, path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise Trouble(path, f"cannot be read: {error.strerror}", "check its permissions") from None
    except ValueError as error:
        raise Trouble(path, f"is no TOML: {error}", "each row starts with [[correction]]") from None


def correct(table: "pd.DataFrame", corrections: list[dict[str, Any]]) -> tuple["pd.DataFrame", list[str]]:
    """`table` with each of `corrections` applied, and a line on each: what changed, why, by whom, or why it did not."""
    if not corrections:
        return table, []
    table, said = table.astype(dict.fromkeys(table.columns, object)), []
    place = {id: number for number, id in enumerate(table["id"])}
    for row in corrections:
        name = f"{row['claim']}, {row['column']}"
        if row["claim"] not in place:
            if any(str(row["claim"]).startswith(f"{doc}@") for doc in table["doc"].unique()):
                said.append(f"not corrected: {name}: no figure with this id; remove the row or mend it")
            continue
        at = table.index[place[row["claim"]]]
        column = _COLUMNS[row["column"]]
        before, now = table.at[at, row["column"]], _cell(str(row["now"]), column, "corrections", 1)
        if "was" in row and not _same(before, row["was"], column):
            said.append(
                f"not corrected: {name}: reads {_shown(before)}, not {_shown(row['was'])} any more; remove the row"
            )
            continue
        table.at[at, row["column"]] = now
        if row["column"] == "kind" and now == "none":
            table.at[at, "reason"] = row["why"]
        note = f"{row['column']}: {_shown(before)} → {_shown(row['now'])} ({row['why']}; {row['by']})"
        table.at[at, "corrected"] = "; ".join(filter(None, [_known(table.at[at, "corrected"]), note]))
        said.append(f"corrected: {row['claim']}, {note}")
    return conform(table, CLAIMS), said


def _known(cell: Any) -> Any:
    import pandas as pd

    return None if pd.isna(cell) else cell


def _same(cell: Any, expected: Any, column: Column) -> bool:
    if _known(cell) is None:
        return bool(expected == "")
    return bool(cell == _cell(str(expected), column, "corrections", 1))


def _shown(cell: Any) -> str:
    return "nothing" if _known(cell) is None or cell == "" else repr(str(cell))
