"""Tables of articles, a row an article: CSV, JSON, JSON Lines, Parquet."""

import csv
import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from ...errors import Trouble, parsed
from .. import columns
from ..csv_file import opened, rows_of
from ..given import LARGEST
from ..source import Source, Told
from ..text import decoded

_LONGEST = 2 * LARGEST  #: bytes of a line of JSON, signs of a cell
_WHOLE = 1_000_000_000  #: bytes of a file that is read at once
Rows = Iterator[tuple[str, Mapping[Any, Any] | Trouble]]  #: (where it stands, the row)


def csv_rows(source: Source) -> Iterator[Told]:
    """A row of a CSV file an article; the sign between its cells is found by its first line."""
    text, _ = decoded(source.bytes(_WHOLE), source.place)
    csv.field_size_limit(_LONGEST)
    table, names = opened(text, source.place)

    def rows() -> Rows:
        for place, row in rows_of(table, source.place):
            if not isinstance(row, Trouble) and row.get(None):
                row = Trouble(place, "has more cells than the first line names", "is a comma unquoted?")
            yield place, row

    yield from _articles(rows(), [name for name in names if name], source)


def json_lines(source: Source) -> Iterator[Told]:
    """A line of JSON Lines an article."""

    def rows() -> Rows:
        with source.open() as file:
            for number, line in enumerate(iter(lambda: file.readline(_LONGEST), b""), 1):
                if line.strip():
                    yield (place := f"{source.place}, line {number}"), _object(line, place)

    yield from _keyed(rows(), source)


def json_file(source: Source) -> Iterator[Told]:
    """A JSON file: one object, a list of them, or an object that holds such a list."""
    try:
        content = parsed(json.loads, source.bytes(_WHOLE))
    except ValueError as error:
        raise Trouble(source.place, f"is no JSON: {' '.join(str(error).split())[:99]}", "mend it") from None
    lists = [content] if isinstance(content, list) else []
    if isinstance(content, dict):
        lists = [value for value in content.values() if _is_list_of_objects(value)]
        if not lists or {columns.folded(key) for key in content} & {*columns.names()["text"]}:
            lists = [[content]]
    if not lists or not _is_list_of_objects(lists[0]):
        raise Trouble(source.place, "holds no object with a text", 'write it as [{"text": "…"}, …]')
    rows = ((f"{source.place}, object {number}", row) for number, row in enumerate(lists[0], 1))
    yield from _keyed(iter(rows), source)


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)


def parquet(source: Source) -> Iterator[Told]:
    """A row of a Parquet file an article; only the columns that are asked for are read."""
    import pyarrow as pa
    import pyarrow.parquet

    with source.open() as file:
        try:
            table = pyarrow.parquet.ParquetFile(file)
            names = table.schema_arrow.names
            wanted = [*columns.found(names, source.columns, source.place).values()]
            batches = (batch.to_pylist() for batch in table.iter_batches(1000, columns=wanted))
            numbered = enumerate((row for batch in batches for row in batch), 1)
            rows = ((f"{source.place}, row {number}", row) for number, row in numbered)
            yield from _articles(rows, names, source)
        except (pa.ArrowException, OSError) as error:
            what = f"is no Parquet file that can be read: {' '.join(str(error).split())[:99]}"
            raise Trouble(source.place, what, "write it anew") from None


def _object(line: bytes, place: str) -> Mapping[str, Any] | Trouble:
    try:
        row = parsed(json.loads, line)
    except ValueError as error:
        return Trouble(place, f"is no JSON: {' '.join(str(error).split())[:99]}", "each line holds one object")
    return row if isinstance(row, dict) else Trouble(place, "is no object", "each line holds one object")


def _keyed(rows: Rows, source: Source) -> Iterator[Told]:
    """The articles of objects, whose keys are those of the first hundred together."""
    first = [*islice(rows, 100)]
    names = dict.fromkeys(key for _, row in first if not isinstance(row, Trouble) for key in row)
    if not names and first:
        yield from (row for _, row in first if isinstance(row, Trouble))
    if not names:
        raise Trouble(source.place, "holds no article", "each line holds one object with a text")

    def every() -> Rows:
        yield from first
        yield from rows

    yield from _articles(every(), [*names], source)


def _articles(rows: Rows, names: list[str], source: Source) -> Iterator[Told]:
    of = columns.found(names, source.columns, source.place)
    empty = 0
    for number, (place, row) in enumerate(rows, 1):
        found = row if isinstance(row, Trouble) else columns.of_row(row, of, number, place)
        if isinstance(found, Trouble) and found.what == "holds no text":
            empty += 1
        else:
            yield found
    if empty:
        yield f"{source.place}: {empty} of its rows hold no text in {of['text']!r}, and are left out"
