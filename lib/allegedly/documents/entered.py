"""The rows that `sources.csv` lacks: what each article says of itself, for a person to look over."""

import csv
import io
from pathlib import Path

from ..errors import Trouble
from ..model import Document
from .articles import look_into, read_all
from .csv_file import sign_of
from .sources import SIGNS, SOURCES, SOURCES_HEAD, name_in, read_sources
from .text import decoded

_SAID = ("title", "author", "publisher", "url", "licence", "published", "as_of", "accessed", "sha256")


def missing_rows(folder: Path) -> tuple[list[dict[str, str]], list[Trouble]]:
    """A row for each file in `folder` and below that its `sources.csv` has none for; and what could not be read."""
    sources = read_sources(folder)
    found = look_into(folder)
    rows: list[dict[str, str]] = []
    troubles = [*sources.troubles, *found.closed]
    for path in found.articles:
        name = name_in(path, sources) if sources.path else path.relative_to(folder).as_posix()
        if name in sources.rows:
            continue
        documents = []
        try:
            for one in read_all(path, sources):
                if isinstance(one, Document):
                    documents.append(one)
                elif isinstance(one, Trouble):
                    troubles.append(one)
        except Trouble as trouble:
            troubles.append(trouble)
        if documents:
            rows.append({"file": name, **(_row(documents[0]) if len(documents) == 1 else _of_many(documents))})
    return rows, troubles


def _row(document: Document) -> dict[str, str]:
    """What is known of the one article of a file, and where its day is from."""
    known = {field: str(getattr(document, field) or "") for field in _SAID}
    note = f"its day is from its {document.dated}; look it over" if document.dated else "no day was found; enter it"
    return known | {"note": note}


def _of_many(documents: list[Document]) -> dict[str, str]:
    """What the articles of one file have in common."""
    publishers = {document.publisher for document in documents}
    common = str(next(iter(publishers)) or "") if len(publishers) == 1 else ""
    undated = sum(document.date is None for document in documents)
    days = f"{undated} without a day" if undated else "each with a day of its own"
    return {"publisher": common, "note": f"{len(documents)} articles, {days}; one of them is named file#name"}


def with_rows(folder: Path, rows: list[dict[str, str]]) -> bytes:
    """The `sources.csv` of `folder` with `rows` behind those it has, in its own columns and with its own signs."""
    path = folder / SOURCES
    there, _ = decoded(path.read_bytes(), path) if path.is_file() else ("", ())
    head = there.partition("\n")[0]
    sign = sign_of(head, SIGNS)
    columns = next(csv.reader([head.strip("\r")], delimiter=sign), None) if head.strip() else None
    text = io.StringIO()
    table = csv.DictWriter(text, columns or SOURCES_HEAD, delimiter=sign, extrasaction="ignore", lineterminator="\n")
    if columns is None:
        table.writeheader()
    table.writerows({name: row.get(name.strip(), "") for name in columns or SOURCES_HEAD} for row in rows)
    between = "" if not there or there.endswith("\n") else "\n"
    return f"{there}{between}{text.getvalue()}".encode()
