"""Inputs of any kind → shards of text: files in batches, articles in shards, both cut where their names say.

A cut follows from the names beside it alone, so that a new article moves the bounds of its own shard and of no other.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from ...documents import Sources, read_all
from ...documents.sources import name_in
from ...errors import Trouble
from ...model import Document
from ...table.files import write_bytes
from ..reading import Reading, each, files_of, remarks_of, sources_for
from .shards import TAKEN, Shards, digest, few, said

LEAST, MOST, ONE_IN = 50, 200, 64  #: articles of a shard; a cut is at one of so many names
LARGEST = 2_000_000  #: characters of a shard
_FILE = 1_000_000  #: bytes of a file that is a batch by itself
_BATCH = 8_000_000  #: bytes of a batch
_DATES = ("published", "as_of", "accessed")
_FIELDS = [one.name for one in fields(Document)]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some of the inputs, whose articles become shards together."""

    name: str
    home: str  #: the folder of the corpus
    files: tuple[str, ...]
    sources: Sources = field(default_factory=Sources)
    columns: tuple[tuple[str, str], ...] = ()


def batches(
    paths: Iterable[Path | str], home: Path, code: str, reading: Reading, columns: dict[str, str]
) -> Iterator[Batch]:
    """The inputs at `paths` in batches; each is named after the bytes of its files, and what is known of them."""
    known: dict[Path, Sources] = {}
    held: list[tuple[str, str, str]] = []
    size = 0

    def batch() -> Batch:
        files = tuple(path for path, _, _ in held)
        name = digest(code, columns, [(mark, row, path) for path, mark, row in held])
        source = known[Path(files[0]).parent]
        rows = {name_in(Path(path), source): None for path in files} if source.path else {}
        own = {key: row for key, row in source.rows.items() if key.partition("#")[0] in rows}
        return Batch(name, str(home), files, replace(source, rows=own, troubles=(), remarks=()), (*columns.items(),))

    for path in files_of(paths, reading):
        try:
            mark, length = _hash(path)
        except OSError as error:
            reading.troubles.append(Trouble(path, f"cannot be read: {error.strerror}", "check its permissions"))
            continue
        folder = path.parent
        if folder not in known:
            known[folder] = sources_for(folder, reading, known)
        alone = length > _FILE
        if held and (alone or size + length > _BATCH or Path(held[0][0]).parent != folder):
            yield batch()
            held, size = [], 0
        held.append((str(path), mark, _row(path, known[folder])))
        size += length
        if alone or (len(held) >= LEAST and is_cut(path.name)) or len(held) >= MOST:
            yield batch()
            held, size = [], 0
    if held:
        yield batch()


def _row(path: Path, sources: Sources) -> str:
    """What `sources.csv` says of a file, and of the articles in it."""
    if sources.path is None:
        return ""
    name = name_in(path, sources)
    inside = [key for key in sources.rows if key.startswith(f"{name}#")] if path.stat().st_size > _FILE else []
    return repr([sources.rows.get(key) for key in (name, *inside)])


def _hash(path: Path) -> tuple[str, int]:
    """A hash of a file's bytes, and how many there are."""
    with path.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
        return found, file.tell()


def is_cut(name: str, one_in: int = ONE_IN) -> bool:
    """Whether a shard may end behind an article of this name."""
    return int.from_bytes(hashlib.blake2b(name.encode(errors="surrogatepass"), digest_size=4).digest()) % one_in == 0


def take(batch: Batch) -> dict[str, Any]:
    """Writes the shards of text of a batch; what comes back is its completion mark."""
    shards = Shards(Path(batch.home))
    reading = Reading()
    made: list[dict[str, Any]] = []
    files: list[Path] = []
    for part in _parts(_documents(batch, reading)):
        name, count, size = write_texts(shards, part)
        made.append({"name": name, "articles": count, "characters": size})
        files.append(shards.path("texts", name))
    mark = {"shards": made, "troubles": said(reading.troubles), "remarks": few(reading.remarks)}
    shards.put_mark(TAKEN, batch.name, mark, dict.fromkeys(files))
    return mark


def _documents(batch: Batch, reading: Reading) -> Iterator[Document]:
    """The articles of a batch, one by one; what is to know of them is noted in `reading`."""
    for path in batch.files:
        for found in each(partial(read_all, path, batch.sources, None, dict(batch.columns))):
            if isinstance(found, Trouble):
                reading.troubles.append(found)
            elif isinstance(found, str):
                reading.remarks.append(found)
            else:
                reading.remarks += remarks_of(found)
                yield found


def _parts(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents in the parts that become shards."""
    part: list[Document] = []
    size = 0
    for document in documents:
        part.append(document)
        size += len(document.text)
        if len(part) >= MOST or size >= LARGEST or (len(part) >= LEAST and is_cut(document.id)):
            yield part
            part, size = [], 0
    if part:
        yield part


def article_key(document: Document) -> str:
    """What the reading of a document depends on, and all that is known of it."""
    return digest(*(getattr(document, name) for name in _FIELDS))


def write_texts(shards: Shards, documents: list[Document]) -> tuple[str, int, int]:
    """Writes a shard of text: its name, which follows from its articles; how many there are; their characters."""
    import io

    import pyarrow as pa
    import pyarrow.parquet as parquet

    keys = [article_key(document) for document in documents]
    rows: dict[str, list[Any]] = {name: [getattr(one, name) for one in documents] for name in _FIELDS}
    for name in _DATES:
        rows[name] = [day and day.isoformat() for day in rows[name]]
    for name in ("pages", "remarks"):
        rows[name] = [[*cell] for cell in rows[name]]
    types = {"pages": pa.list_(pa.int32()), "remarks": pa.list_(pa.string()), "is_extract": pa.bool_()}
    arrays = {name: pa.array(_stored(cells), types.get(name, pa.string())) for name, cells in rows.items()}
    buffer = io.BytesIO()
    parquet.write_table(pa.table({"key": pa.array(keys), **arrays}), buffer)
    name = digest(*keys)
    write_bytes(shards.path("texts", name), buffer.getvalue())
    return name, len(documents), sum(len(document.text) for document in documents)


def _stored(cells: list[Any]) -> list[Any]:
    """Cells as Parquet can hold them: half of a pair of surrogates, which is no character, becomes a mark."""
    return [cell.encode("utf8", "replace").decode() if isinstance(cell, str) and not cell.isascii() else cell
            for cell in cells]  # fmt: skip


def texts(path: Path | str) -> list[tuple[str, Document]]:
    """(key, document) for each article of a shard of text."""
    import pyarrow.parquet as parquet

    found = []
    for row in parquet.read_table(path).to_pylist():
        key = row.pop("key")
        for name in _DATES:
            row[name] = row[name] and date.fromisoformat(row[name])
        found.append((key, Document(**row | {"pages": tuple(row["pages"]), "remarks": tuple(row["remarks"])})))
    return found
