"""The rows of a table as plain values, and what their figures allow in words: what every export asks for."""

import math
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

AROUND = 32  #: signs before and behind a quotation, by which it is found again


def plain(cell: Any) -> Any:
    """A cell as JSON, a database and a spreadsheet take it: None where nothing is known, or a bound is open."""
    if cell is None or (isinstance(cell, float) and not math.isfinite(cell)):
        return None
    if isinstance(cell, list):
        return [plain(one) for one in cell]
    if isinstance(cell, str | bool | int | float):
        return cell
    if isinstance(cell, date | datetime):
        return cell.isoformat()[:10] if cell == cell else None
    if hasattr(cell, "item"):
        return plain(cell.item())
    return None if cell != cell or str(cell) in ("<NA>", "NaT") else str(cell)


def rows(table: Any) -> Iterator[dict[str, Any]]:
    """The rows of `table`, with plain cells."""
    for row in table.astype(object).to_dict("records"):
        yield {str(name): plain(cell) for name, cell in row.items()}


def bounded(table: Any) -> Iterator[tuple[dict[str, Any], float, float]]:
    """The rows of `table`, each with the bounds of its figure, which may be endless."""
    yield from zip(rows(table), table["low"], table["high"], strict=True)


def allows(low: float, high: float, unit: str | None = None) -> str:
    """What a figure allows, in words.

    >>> allows(900, 1100), allows(40, 40, "USD"), allows(300, math.inf), allows(-math.inf, 5)
    ('900 to 1,100', '40 USD', '300 or more', '5 or less')
    """
    if low == high:
        words = _number(low)
    elif math.isinf(high):
        words = "any number" if math.isinf(low) else f"{_number(low)} or more"
    elif math.isinf(low):
        words = f"{_number(high)} or less"
    else:
        words = f"{_number(low)} to {_number(high)}"
    return f"{words} {unit}" if unit else words


def _number(value: float) -> str:
    return f"{value:,.15g}"


def quotation(text: str, start: int, end: int) -> dict[str, str]:
    """A place in `text` by its words and those around it."""
    return {
        "exact": text[start:end],
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }


def utf16(text: str, at: int) -> int:
    """Where the code point `at` of `text` stands as JavaScript counts, to which a sign such as 😀 is two.

    >>> utf16("😀 40", 2)
    3
    """
    return at + sum(sign > "\uffff" for sign in text[:at])


def note(row: dict[str, Any], figure: str) -> str:
    """What is said of a figure, in one line: what it allows, of what, who says so."""
    said = [figure, row.get("thing"), f"says {row['speaker']}" if row.get("speaker") else None, row.get("when")]
    return " · ".join(filter(None, said))
