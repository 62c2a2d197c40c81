"""A CSV file from anybody: the sign between its cells, its first line, its rows up to the first that is no CSV."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from ..errors import Trouble

SIGNS = ",;\t|"  #: what parts the cells of a table
Row = dict[Any, Any]  #: a cell by its column; what stands behind the last column is a list under None


def sign_of(line: str, signs: str = SIGNS) -> str:
    """The sign that parts the cells of a table, by its first line; the first of `signs` where none stands in it.

    >>> sign_of("file;title, in full;url"), sign_of("file")
    (';', ',')
    """
    return max(signs, key=line.count)


def opened(text: str, place: object, signs: str = SIGNS) -> tuple["csv.DictReader[str]", list[str]]:
    """A table and the names of its columns; a Trouble where its first line is no CSV."""
    sign = sign_of(text.partition("\n")[0], signs)
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        return table, [*(table.fieldnames or ())]
    except csv.Error as error:
        raise Trouble(place, f"its first line cannot be read: {error}", "mend it") from None


def rows_of(table: "csv.DictReader[str]", place: object) -> Iterator[tuple[str, Row | Trouble]]:
    """(where it stands, the row) for each row of a table; from one that is no CSV on none is read, and that is said."""
    while True:
        line = f"{place}, line {table.line_num + 1}"
        try:
            row = next(table, None)
        except csv.Error as error:
            what = f"this row and all below it are not read: {error}"
            yield line, Trouble(line, what, "mend it; is a quotation mark left open?")
            return
        if row is None:
            return
        yield line, row
