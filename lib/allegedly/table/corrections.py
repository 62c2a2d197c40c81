"""Known misreadings and misprints, as people write them: rows of `corrections.toml`, each checked before it is obeyed.

    [[correction]]
    claim = "2022-12-22-north-korea-weapons-wagner@1402"   # its id
    column = "thing"
    was = "individuals"                                    # expected: a row that no longer fits is reported
    now = "fighters"
    why = "the caption calls them so"
    by = "A. Reader"
    text = "50,000"                                        # the figure, and its sentence: by these it is found again
    context = "Wagner has deployed 50,000 individuals."    # where the article has changed

`column = "kind"` with `now = "none"` takes a row out of the claims, with `why` as the reason.
"""

import tomllib
from difflib import get_close_matches
from math import isfinite, isnan
from pathlib import Path
from typing import Any

from ..errors import Trouble, parsed
from .frames import read_cell
from .schema import CLAIMS

KEYS = ("claim", "column", "was", "now", "why", "by", "text", "context")
_OPTIONAL = {"was", "text", "context"}
_OTHERS = ("same", "not_same", "judgement")  # read by judgements.py
COLUMNS = {column.name: column for column in CLAIMS}
# What tells a figure from all others and where it stands; and what other rooms make of it, or of its article.
_FIXED = {"id", "doc", "section", "sentence", "start", "end", "text", "context", "context_start"}
_MADE = {"rule", "frame", "role", "frames", "strand", "keys", "unchecked", "corrected", "page", "link", "dated"}
_OF_ARTICLE = {"published", "publisher"}


def read_corrections(path: Path | str) -> tuple[list[dict[str, Any]], list[Trouble]]:
    """The sound rows of the `corrections.toml` at `path`, and a Trouble for each that is not; none where no file is.

    A Trouble is raised where the file as a whole cannot be read.
    """
    path = Path(path)
    if not path.is_file():
        return [], []
    content = parsed_file(path)
    rows = content.get("correction", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Trouble(path, "its corrections are no rows", "each starts with [[correction]]")
    troubles = [_unknown(path, key, ("correction", *_OTHERS)) for key in content if key not in ("correction", *_OTHERS)]
    sound = []
    for number, row in enumerate(rows, 1):
        try:
            check_correction(row, f"{path}, correction {number}")
            sound.append(row)
        except Trouble as trouble:
            troubles.append(Trouble(trouble.place, trouble.what, f"{trouble.way_out}; this row is left out"))
    return sound, troubles


def check_correction(row: dict[str, Any], place: object) -> None:
    """A Trouble where a row cannot be obeyed: a key or a column that there is not, a value of another type.

    >>> check_correction({"claim": "a@0", "column": "start", "now": "7", "why": "x", "by": "me"}, "row 1")
    Traceback (most recent call last):
    allegedly.errors.Trouble: row 1: start says where the figure stands, and cannot be corrected; annotate it anew
    """
    for key in row:
        if key not in KEYS:
            raise _unknown(place, key, KEYS)
    missing = [key for key in KEYS if key not in row and key not in _OPTIONAL]
    if missing:
        raise Trouble(place, f"does not say {', '.join(missing)}", f"a row has: {', '.join(KEYS)}")
    for key in row:
        if isinstance(row[key], list | dict):
            raise Trouble(place, f"{key} is no single value", f'write {key} = "…"')
    name = row["column"]
    if name not in COLUMNS:
        raise Trouble(place, f"there is no column {name!r}", f"there are: {', '.join(COLUMNS)}")
    if name in _FIXED:
        raise Trouble(place, f"{name} says where the figure stands, and cannot be corrected", "annotate it anew")
    if name in _MADE:
        raise Trouble(place, f"{name} is made of the other columns, and cannot be corrected", "correct these")
    if name in _OF_ARTICLE:
        raise Trouble(place, f"{name} is of the whole article", "enter it in sources.csv")
    for key in ("now", "was"):
        if key in row:
            _check_value(row[key], name, place, is_now=key == "now")


def _check_value(value: Any, name: str, place: object, is_now: bool) -> None:
    """A Trouble where `value` is of another type than the column `name`, or no number that it may hold."""
    try:
        cell = read_cell(str(value), COLUMNS[name], place, 1)
    except Trouble as trouble:
        raise Trouble(f"{place}, column {name}", trouble.what, "mend it") from None
    if not is_now or not isinstance(cell, float):
        return
    if isnan(cell) or (name in ("value", "grain") and not isfinite(cell)):
        raise Trouble(f"{place}, column {name}", f"{value!r} is no number that it may hold", "write a number")


def _unknown(place: object, key: str, known: tuple[str, ...]) -> Trouble:
    near = get_close_matches(key, known, 1)
    return Trouble(
        place, f"has an unknown key {key!r}", f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"
    )


def parsed_file(path: Path, head: str = "[[correction]]") -> dict[str, Any]:
    """The content of the file of rows under `head` at `path`; a Trouble where it cannot be read."""
    try:
        return parsed(tomllib.loads, path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise Trouble(path, f"cannot be read: {error.strerror}", "check its permissions") from None
    except ValueError as error:
        raise Trouble(path, f"is no TOML: {error}", f"each row starts with {head}") from None
