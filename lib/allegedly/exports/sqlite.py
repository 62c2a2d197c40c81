"""SQLite, for Datasette: tables, views, full-text search, and the metadata that explain them."""

import json
import tempfile
from pathlib import Path
from typing import Any

from ..corpus.tables import Corpus
from ..errors import Trouble
from ..table.schema import CHECKS, CLAIMS, SERIES
from .rows import rows

_VIEWS = {
    "claims": "select rowid, * from figures where kind != 'none'",
    "findings": "select * from checks",
    "series": "select * from series_table",
}
_SEARCHED = ["text", "thing", "subject", "speaker", "context"]
_MEANINGS = {"claims": CLAIMS, "findings": CHECKS, "series": SERIES}


def files(corpus: Corpus) -> dict[str, bytes]:
    """The database, and its metadata: `datasette allegedly.db --metadata allegedly.metadata.json`."""
    try:
        import sqlite_utils
    except ImportError:
        raise Trouble("sqlite", "needs sqlite-utils", "run `pip install 'allegedly[export]'`") from None
    with tempfile.TemporaryDirectory(prefix="allegedly-") as folder:
        path = Path(folder) / "allegedly.db"
        base = sqlite_utils.Database(path)
        _fill(base, corpus)
        base.conn.close()
        return {"allegedly.db": path.read_bytes(), "allegedly.metadata.json": metadata()}


def _fill(base: Any, corpus: Corpus) -> None:
    named = [("id", "title", "author", "publisher", "url", "published", "dated", "text")]
    articles = [{name: _text(getattr(document, name)) for name in named[0]} for document in corpus.documents.values()]
    tables = {"articles": articles, "figures": [*rows(corpus.figures)], "checks": [*rows(corpus.checks)]}
    tables["series_table"] = [] if corpus.series is None else [*rows(corpus.series)]
    empty = {"articles": named[0], "figures": corpus.figures.columns, "checks": corpus.checks.columns}
    empty["series_table"] = [column.name for column in SERIES]
    for name, content in tables.items():
        key = "series" if name == "series_table" else "id"
        base[name].create({column: _type(content, column) for column in empty[name]}, pk=key)
        base[name].insert_all(content, pk=key, ignore=True)
    base["figures"].enable_fts(_SEARCHED, create_triggers=True)
    base["articles"].enable_fts(["title", "text"], create_triggers=True)
    for name, query in _VIEWS.items():
        base.create_view(name, query)


def _type(content: list[dict[str, Any]], column: str) -> type:
    """The type of a column: that of all its values, text where they differ or there are none."""
    types = {type(row[column]) for row in content if row.get(column) is not None}
    if types <= {int, float} and types:
        return float if float in types else int
    return int if types == {bool} else str


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def metadata() -> bytes:
    """What Datasette shows beside the tables: the meaning of each column, and where views are searched."""
    views: dict[str, Any] = {
        name: {"columns": {column.name: column.meaning for column in columns}} for name, columns in _MEANINGS.items()
    }
    views["claims"] |= {"fts_table": "figures_fts", "fts_pk": "rowid", "sort": "id"}
    views["claims"] |= {"description": "A row a claim: what its figure allows, of what, who says so, of when."}
    views["findings"] |= {"description": "A row a finding: claims that agree, that conflict, or cannot be told."}
    views["series"] |= {"description": "One measure of one event, as several articles tell it."}
    content = {"title": "The figures in news text", "databases": {"allegedly": {"tables": views}}}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
