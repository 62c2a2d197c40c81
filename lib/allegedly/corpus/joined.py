"""What several articles tell of one thing: their figures with the day and publisher of each, events and series."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..documents import link_to, page_of
from ..errors import Trouble
from ..model import Document
from ..table import EVENTS, SERIES, events, read_table, series, with_series


def sourced(figures: Any, documents: Iterable[Document]) -> Any:
    """`figures` with the day and publisher of their articles, and where each leads back to (`page`, `link`)."""
    known = {document.id: document for document in documents}
    published = {id: document.published for id, document in known.items() if document.published}
    publisher = {id: document.publisher for id, document in known.items() if document.publisher}
    return figures.assign(
        published=figures["doc"].map(published).astype("datetime64[s]"),
        publisher=figures["doc"].map(publisher).astype("string"),
        dated=figures["doc"].map({id: document.dated for id, document in known.items()}).astype("string"),
        **_places(figures, known),
    )


def _places(figures: Any, known: dict[str, Document]) -> dict[str, Any]:
    """The page of a PDF that each figure stands on, and the address of its place in the original."""
    import pandas as pd

    pages: list[int | None] = []
    links: list[str | None] = []
    for doc, start, end in zip(figures["doc"], figures["start"], figures["end"], strict=True):
        document = known.get(doc)
        pages.append(page_of(document, int(start)) if document else None)
        links.append(link_to(document, int(start), int(end)) if document else None)
    return {
        "page": pd.Series(pages, index=figures.index, dtype="Int32"),
        "link": pd.Series(links, index=figures.index, dtype="string"),
    }


def told(claims: Any, documents: list[Document]) -> Any:
    """`claims` with the column `series`, where there are several articles.

    >>> from allegedly import Document, claims, tidy
    >>> text = "Norrby blast\\n\\nA blast in Norrby, Norland killed {} people, police said."
    >>> documents = [Document("a", text.format("47")), Document("b", text.format("50"))]
    >>> table = tidy([claim for document in documents for claim in claims(document)])
    >>> told(table, documents)["series"].tolist()
    ['a@48', 'a@48']
    """
    return with_series(claims, series(claims)) if len(documents) > 1 else claims


def tables(claims: Any, before: dict[str, str], same: list[list[str]], not_same: list[list[str]]) -> tuple[Any, Any]:
    """The events and the series of `claims`; a series keeps the name that it had."""
    return events(claims), series(claims, before, same, not_same)


def stored(folder: Path) -> tuple[Any, Any]:
    """The events and the series that stand in `folder`."""
    return read_table(folder / "events.parquet", EVENTS), read_table(folder / "series.parquet", SERIES)


def names_before(folder: Path) -> dict[str, str]:
    """The series of each strand as it stands in `folder`; of none where nothing does."""
    try:
        known = read_table(folder / "series.parquet", SERIES)
    except Trouble:
        return {}
    return {strand: row.series for row in known.itertuples() for strand in row.strands}
