"""Which column of a table holds the text of an article, which its day, its title …: `columns.toml` knows the names."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import Trouble
from .dates import as_day
from .source import Article

OF_CLAIMS = frozenset({"doc", "low", "high"})  #: a table with these columns is one of claims, not of articles


@cache
def names() -> dict[str, tuple[str, ...]]:
    """The names of each field's column, those that come first asked first."""
    rows = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf8"))
    return {field: tuple(row["names"]) for field, row in rows.items()}


def found(columns: Iterable[str], given: Mapping[str, str], place: object) -> dict[str, str]:
    """The column of each field among `columns`; those `given` come first. A Trouble where none holds the text.

    >>> found(["ID", "Headline", "Main Text"], {}, "a.csv")
    {'text': 'Main Text', 'id': 'ID', 'title': 'Headline'}
    """
    there = [*columns]
    for field, name in given.items():
        if name not in there:
            near = get_close_matches(name, there, 1)
            way_out = f"did you mean {near[0]}?" if near else f"there are: {', '.join(there)[:300]}"
            raise Trouble(place, f"has no column {name!r} for the {field}", way_out)
    if "text" not in given and {*there} >= OF_CLAIMS:
        raise Trouble(place, "is a table of claims, not of articles", "`allegedly check` reads it")
    known = {folded(name): name for name in reversed(there)}
    of = {**given}
    for field, usual in names().items():
        column = next((known[folded(name)] for name in usual if folded(name) in known), None)
        if column and field not in of:
            of[field] = column
    if "text" not in of:
        raise Trouble(place, f"has no column of text, only: {', '.join(there)[:200]}", _way_out(there))
    return of


def holds_articles(columns: Iterable[str]) -> bool:
    """Whether a table with these `columns` is one of articles.

    >>> holds_articles(["date", "maintext"]), holds_articles(["id", "doc", "kind", "low", "high", "text"])
    (True, False)
    """
    try:
        return bool(found(columns, {}, ""))
    except Trouble:
        return False


def _way_out(there: list[str]) -> str:
    if len(there) == 1 and re.search(r"[~^:|]|\S\s{2,}\S", there[0]):
        return "is it parted by another sign? save it with commas"
    return "name it with --text COLUMN"


def folded(name: str) -> str:
    """A column's name as names are compared: without case, spaces and signs."""
    return re.sub(r"[\s_.-]+", "", name.lower())


def of_row(row: Mapping[str, Any], of: Mapping[str, str], number: int, place: str) -> Article | Trouble:
    """The article of a row, whose columns are `of`; a Trouble where it holds no text."""
    text = row.get(of["text"])
    if not isinstance(text, str) or not text.strip():
        return Trouble(place, "holds no text", "it is left out")
    known: dict[str, Any] = {
        field: _said(row.get(of[field])) for field in ("title", "author", "publisher", "url") if field in of
    }
    if "published" in of:
        known["published"] = as_day(row.get(of["published"]))
    id = _said(row.get(of["id"])) if "id" in of else None
    return Article(text, name=str(number), id=id or "", known=known, dated=f"column {of.get('published')}")


def _said(value: Any) -> str | None:
    """A cell as words; lists, such as those of authors, joined."""
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    if value is None or value != value or isinstance(value, dict):
        return None
    return " ".join(str(value).split()) or None
