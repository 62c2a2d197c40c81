"""What a folder's `sources.csv` says of its articles: a row a file, and what is wrong with the rows."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from ..errors import Trouble
from .csv_file import opened, rows_of
from .places import is_file
from .text import decoded

SOURCES = "sources.csv"
SIGNS = ",;"  #: what may part its cells
DATES = ("published", "as_of", "accessed")
WORDS = ("title", "author", "publisher", "url", "licence")
SOURCES_HEAD = ("file", "title", "author", "publisher", "url", *DATES, "licence", "sha256", "note")  #: its first line


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
    if not is_file(path):
        return Sources()
    try:
        text, _ = decoded(path.read_bytes(), path)
    except OSError as error:
        raise Trouble(path, f"cannot be read: {error.strerror}", "check its permissions") from None
    table, columns = opened(text, path, SIGNS)
    if "file" not in columns:
        raise Trouble(
            path, "has no column 'file'", f"its first line should name: file, {', '.join(WORDS + DATES)}, sha256"
        )
    rows, troubles = _rows(table, path)
    return Sources(path, rows, tuple(troubles), tuple(_misnamed(columns, path)))


def _misnamed(columns: Sequence[str], path: Path) -> list[str]:
    """A remark for each of `columns` that is not used and looks like one that would be; others are the owner's own."""
    known = ("file", *WORDS, *DATES, "sha256")
    missing = [name for name in known if name not in columns]
    meant = {name: get_close_matches(name.strip().lower(), missing, 1) for name in columns if name not in known}
    return [f"{path}: column {name!r} is not used; did you mean {near[0]}?" for name, near in meant.items() if near]


def _rows(table: "csv.DictReader[str]", path: Path) -> tuple[dict[str, dict[str, Any]], list[Trouble]]:
    """The rows of `table` by file, and what is wrong with them; from a row that is no CSV on, none is read."""
    rows: dict[str, dict[str, Any]] = {}
    troubles: list[Trouble] = []
    for place, row in rows_of(table, path):
        if isinstance(row, Trouble):
            troubles.append(row)
            continue
        if swallowed := _swallowed(row, path.parent, table.reader.dialect.delimiter):
            what = f"its cell runs on over the row of {swallowed}, which is not read"
            troubles.append(Trouble(place, what, "mend it; is a quotation mark left open?"))
        if any(row.get(None) or ()):
            troubles.append(Trouble(place, "has more cells than the first line names", "mend it; is a comma unquoted?"))
        if not (name := (row["file"] or "").strip()):
            if any(str(cell or "").strip() for name, cell in row.items() if name):
                troubles.append(Trouble(place, "names no file, and is not read", "name it in the column 'file'"))
            continue
        if name in rows:
            troubles.append(Trouble(place, f"a second row for {name}", "keep one of them; the first is used"))
            continue
        rows[name] = {key: (row.get(key) or "").strip() or None for key in (*WORDS, "sha256")}
        for key in DATES:
            rows[name][key], trouble = _date((row.get(key) or "").strip(), f"{place}, column {key}", name)
            troubles += trouble
    return rows, troubles


def _swallowed(row: dict[str, Any], folder: Path, sign: str) -> str | None:
    """The file whose row stands inside a cell of `row`, because that has a quotation mark too much."""
    lines = [line for cell in row.values() for line in str(cell).split("\n")[1:]]
    cells = (cell.strip(' "\r') for line in lines for cell in line.split(sign))
    return next((cell for cell in cells if cell and "\0" not in cell and (folder / cell).is_file()), None)


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
        if not (sources.path.parent / name.partition("#")[0]).is_file()
    ]


def name_in(path: Path, sources: Sources) -> str:
    """How a row names the file at `path`: seen from the folder that `sources.csv` stands in."""
    try:
        return path.resolve().relative_to(sources.path.parent.resolve()).as_posix() if sources.path else path.name
    except ValueError:
        return path.name


def row_of(path: Path, sources: Sources, member: str = "") -> tuple[dict[str, Any], list[str]]:
    """The row of `path`, or of a `member` of it, and remarks on it; without a row the document still has its text."""
    if sources.path is None:
        return {}, []
    name = f"{name_in(path, sources)}{member}"
    if name not in sources.rows:
        return {}, [f"{path}: has no row in {sources.path}, read without a date or title; add one"]
    return dict(sources.rows[name]), []
