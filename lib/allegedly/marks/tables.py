"""Tables to read: claims that sort, search and filter where JavaScript runs, and that can be taken along as CSV."""

import base64
from typing import TYPE_CHECKING, Any

from ..lexicon.shown import number, rows
from .article import findings_by_claim
from .fragment import Fragment, fragment

if TYPE_CHECKING:
    from pandas import DataFrame

LARGEST = 250_000  #: of a CSV inside a page, in bytes


def claims(
    table: "DataFrame", checks: "DataFrame | None" = None, link: bool = True, most: int = 400, take: bool = True
) -> Fragment:
    """The claims of `table`, a row each, with their CSV inside where they are to be taken along.

    With `link` a row leads to its claim's card on the same page; without it, the row itself is what links lead to.
    """
    about = findings_by_claim(checks)
    shown = [{**row, "verdicts": about.get(row["id"], [])} for row in rows(table.head(most))]
    documents = table["doc"].nunique()
    return fragment(
        "claims.html",
        text=table[["text", "thing", "speaker", "stance"]].to_string(),
        rows=shown,
        left_out=len(table) - len(shown),
        link=link,
        articles=documents,
        downloads=_downloads(claims=table, checks=checks) if take else [],
    )


def frame(table: "DataFrame", title: str, what: str = "rows") -> Fragment:
    """Any DataFrame as a table that sorts, searches and filters; numbers as a newspaper prints them."""

    def cell(value: Any) -> dict[str, Any]:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return {
            "text": number(value) if is_number else "" if value is None else str(value),
            "number": value if is_number else None,
        }

    cells = [[cell(value) for value in row.values()] for row in rows(table)]
    headings = [str(name).replace("_", " ") for name in table.columns]
    return fragment(
        "frame.html", text=table.to_string(), headings=headings, rows=cells, title=title, what=what,
        downloads=_downloads(**{what.replace(" ", "-"): table}),
    )  # fmt: skip


def _downloads(**tables: "DataFrame | None") -> list[tuple[str, int, str]]:
    """(file name, rows, data link) of each table: the bytes that `write_table` would write, formulas made harmless."""
    from ..table import table_bytes

    found = []
    for name, table in tables.items():
        if table is not None:
            data = table_bytes(table, "csv")
            link = (
                f"data:text/csv;charset=utf-8;base64,{base64.b64encode(data).decode()}" if len(data) <= LARGEST else ""
            )
            found.append((f"{name}.csv", len(table), link))
    return found
