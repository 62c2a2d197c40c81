"""A spreadsheet: claims, findings and series, each with filters, a frozen head, and numbers as numbers."""

import io
import re
from datetime import datetime
from typing import Any

from ..corpus.tables import Corpus
from ..errors import Trouble
from .rows import allows, bounded, rows

_WIDE = {"text": 24, "allows": 24, "thing": 28, "speaker": 24, "context": 80, "why": 80, "relation": 40, "link": 40}
_FIRST = ["doc", "text", "allows", "hedge", "thing", "speaker", "stance", "when", "value", "low", "high", "unit", "per"]
_LEFT_OUT = {"keys", "frames"}  #: for programs
_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
_LONGEST = 32_767  #: signs of a cell
_DAYS = {"published", "about_from", "about_to", "first", "last"}


def files(corpus: Corpus) -> dict[str, bytes]:
    """The workbook."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise Trouble("xlsx", "needs openpyxl", "run `pip install 'allegedly[export]'`") from None
    book = Workbook()
    book.remove(book.active)
    words = [allows(low, high, row["unit"]) for row, low, high in bounded(corpus.claims)]
    claims = corpus.claims.assign(allows=words)
    names = [*_FIRST, *(name for name in claims.columns if name not in _FIRST and name not in _LEFT_OUT)]
    _sheet(book, "claims", claims[names])
    _sheet(book, "findings", corpus.checks)
    if corpus.series is not None:
        _sheet(book, "series", corpus.series)
    data = io.BytesIO()
    book.save(data)
    return {"allegedly.xlsx": data.getvalue()}


def _sheet(book: Any, name: str, table: Any) -> None:
    """A sheet of `table`; text is text, also where it begins like a formula."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name)
    sheet.append([*table.columns])
    for row in rows(table):
        sheet.append([None] * len(row))
        for cell, (column, value) in zip(sheet[sheet.max_row], row.items(), strict=True):
            _put(cell, column, value)
    for number, column in enumerate(table.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDE.get(column, 14)
        sheet.cell(1, number).font = Font(bold=True)
        sheet.cell(1, number).alignment = Alignment(vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _put(cell: Any, column: str, value: Any) -> None:
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    if column in _DAYS and value:
        cell.value, cell.number_format = datetime.fromisoformat(value), "yyyy-mm-dd"
    elif isinstance(value, str):
        cell.value = _ILLEGAL.sub("", value)[:_LONGEST]
        cell.data_type = "s"
    else:
        cell.value = value
        if isinstance(value, float):
            cell.number_format = "#,##0.##"
