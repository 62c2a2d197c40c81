"""What a folder's `sources.csv` says of its articles: a row a file, and what is wrong with the rows."""

import csv
import io
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ..errors import Trouble
from .text import decoded

SOURCES = "sources.csv"
DATES = ("published", "as_of", "accessed")
WORDS = ("title", "publisher", "url", "licence")


@dataclass(frozen=True, slots=True)
class Sources:
    """The rows of a folder's `sources.csv` by file, and what is wrong with them."""

    path: Path | None = None
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    troubles: tuple[Trouble, ...] = ()
    remarks: tuple[str, ...] = ()


def read_sources(folder: Path | str) -> Sources:
    """What the `sources.csv` of `folder` says; nothing where there is none."""
    path = Path(folder) / SOURCES
    if not path.is_file():
        return Sources()
    try:
        text, _ = decoded(path.read_bytes(), path)
    except OSError as error:
        raise Trouble(path, f"cannot be read: {error.strerror}", "check its permissions") from None
    head = text.partition("\n")[0]
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    if "file" not in (table.fieldnames or ()):
        raise Trouble(
            path, "has no column 'file'", f"its first line should name: file, {', '.join(WORDS + DATES)}, sha256"
        )
    try:
        rows, troubles = _rows(table, path)
    except csv.Error as error:
        raise Trouble(path, f"line {table.line_num}: {error}", "mend it; is a quotation mark left open?") from None
    return Sources(path, rows, tuple(troubles), tuple(_misnamed([*(table.fieldnames or ())], path)))


def _misnamed(columns: list[str], path: Path) -> list[str]:
    """A remark for each of `columns` that is not used and looks like one that would be; others are the owner's own."""
    known = ("file", *WORDS, *DATES, "sha256")
    missing = [name for name in known if name not in columns]
    meant = {name: get_close_matches(name.strip().lower(), missing, 1) for name in columns if name not in known}
    return [f"{path}: column {name!r} is not used; did you mean {near[0]}?" for name, near in meant.items() if near]


def _rows(table: "csv.DictReader[str]", path: Path) -> tuple[dict[str, dict[str, Any]], list[Trouble]]:
    """The rows of `table` by file, and what is wrong with them."""
    rows: dict[str, dict[str, Any]] = {}
    troubles: list[Trouble] = []
    for row in table:
        name = (row["file"] or "").strip()
        place = f"{path}, line {table.line_num}"
        if not name:
            continue
        if name in rows:
            troubles.append(Trouble(place, f"a second row for {name}", "keep one of them; the first is used"))
            continue
        rows[name] = {key: (row.get(key) or "").strip() or None for key in (*WORDS, "sha256")}
        for key in DATES:
            rows[name][key], trouble = _date((row.get(key) or "").strip(), f"{place}, column {key}", name)
            troubles += trouble
    return rows, troubles


def _date(words: str, place: str, name: str) -> tuple[date | None, list[Trouble]]:
    try:
        return (date.fromisoformat(words) if words else None), []
    except ValueError:
        way_out = f"write it as 2022-12-31; {name} is read without it"
        return None, [Trouble(place, f"{words!r} is no date", way_out)]


def missing_files(sources: Sources) -> list[Trouble]:
    """A Trouble for each row of `sources.csv` whose file is not there."""
    if sources.path is None:
        return []
    return [
        Trouble(sources.path, f"has a row for {name}, which is not there", "add the file or remove the row")
        for name in sources.rows
        if not (sources.path.parent / name).is_file()
    ]


def row_of(path: Path, sources: Sources) -> tuple[dict[str, Any], list[str]]:
    """The row of `path`, and remarks on it; without a row the document still has its text."""
    if sources.path is None:
        return {}, []
    try:
        name = path.resolve().relative_to(sources.path.parent.resolve()).as_posix()
    except ValueError:
        name = path.name
    if name not in sources.rows:
        return {}, [f"{path}: has no row in {sources.path}, read without a date or title; add one"]
    return dict(sources.rows[name]), []
