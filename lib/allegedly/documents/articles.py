"""A file on disk → its Documents, and what `sources.csv` knows of each.

What a reader should know of the way there (an encoding, a changed file) stands in `Document.remarks`.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ..errors import Trouble, printable
from ..model import Document
from ..names import file_name
from .datelines import dateline
from .dates import of_name
from .fetch import Fetched
from .given import LARGEST
from .kinds import OF_OURS, SUFFIXES, named, read_source, stem_of, suffix_of
from .places import FOLDER, NOTHING, OTHER, There, kind, look
from .source import Article, Source
from .sources import Sources, read_sources, row_of

CORRECTIONS = "corrections.toml"
GIVENS = "givens.toml"
JUDGEMENTS = "judgements.toml"
Found = Document | Trouble | str  #: an article, one that cannot be read, or a remark on the file as a whole
_UNSURE = "PDF header"  #: the day on which a file was made, which may be that of printing it


def look_into(folder: Path | str) -> There:
    """The articles in `folder` and below, sorted by name, and what else is there: files that no reader takes, pipes."""
    return look(Path(folder), OF_OURS)


def read(path: Path | str, sources: Sources | None = None, as_of: date | None = None) -> Document:
    """The article at `path`, with its row of the `sources.csv` beside it (or of `sources`).

    `as_of` replaces the day that "Wednesday" is resolved from. A Trouble where it cannot be read, and where it holds
    more than one article, which `read_all` gives.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "a.txt"
    ...     _ = path.write_text("Some 40 people came.", encoding="utf8")
    ...     read(path).text
    'Some 40 people came.'
    """
    return _only(read_all(path, sources, as_of), path, "read them with allegedly.corpus.read_corpus([path])")


def read_all(
    path: Path | str,
    sources: Sources | None = None,
    as_of: date | None = None,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Found]:
    """The articles in the file at `path`, and a Trouble for each of them that cannot be read.

    `columns` names those of a table that hold the text, the id, the title … where they are called otherwise. A Trouble
    is raised where the file as a whole cannot be read.
    """
    path = Path(path)
    found = kind(path)
    if found == NOTHING:
        raise Trouble(path, "is not there", "check the name; `ls` shows what is in the folder")
    if found == FOLDER:
        raise Trouble(path, "is a folder, not an article", "name a file in it")
    if found == OTHER:
        raise Trouble(path, "is no regular file", "save the article in one, or give it on standard input with -")
    if printable(path.name) != path.name:
        raise Trouble(path, "its name is not UTF-8", "rename it")
    source = Source(path.name, str(path), path, columns=columns or {})
    sources = read_sources(path.parent) if sources is None else sources
    row, remarks = row_of(path, sources) if suffix_of(path.name) in SUFFIXES else ({}, [])
    yield from _documents(source, row, remarks, sources, as_of)


def from_bytes(data: bytes, name: str = "stdin", as_of: date | None = None) -> Document:
    """A Document of bytes that have no file, such as standard input; a Trouble where they hold several articles."""
    return _only(from_memory(data, name, as_of), name, "save it as a file, and name that")


def _only(found: Iterator[Found], place: object, way_out: str) -> Document:
    """The one Document of `found`; a Trouble where there are several, and the first of them where there is none."""
    read = [*found]
    documents = [one for one in read if isinstance(one, Document)]
    if len(documents) > 1:
        raise Trouble(place, f"holds {len(documents)} articles", way_out)
    for one in read:
        if isinstance(one, Trouble):
            raise one
    return documents[0]


def from_memory(
    data: bytes, name: str = "stdin", as_of: date | None = None, columns: Mapping[str, str] | None = None
) -> Iterator[Found]:
    """The articles of bytes that have no file, of whatever kind they are."""
    source = named(Source(name, "standard input" if name == "stdin" else name, held=data, columns=columns or {}))
    yield from _documents(source, {}, [], Sources(), as_of)


def from_web(page: Fetched, as_of: date | None = None, columns: Mapping[str, str] | None = None) -> Iterator[Found]:
    """The articles of a page that was fetched."""
    source = Source(page.name, page.url, held=page.data, columns=columns or {})
    yield from _documents(source, {"url": page.url, "accessed": date.today()}, [], Sources(), as_of)


def _documents(
    source: Source, row: dict[str, Any], remarks: list[str], sources: Sources, as_of: date | None
) -> Iterator[Found]:
    """The articles of `source` as Documents, `row` being what `sources` says of the file as a whole."""
    seen: dict[str, int] = {}
    recorded = row.pop("sha256", None)
    for article in read_source(source):
        if not isinstance(article, Article):
            yield article
            continue
        digest = _digest(source, article)
        if not article.name and recorded and recorded.lower() != digest:
            said = f"{source.place}: has changed since it was recorded: its sha256 is {digest}, not {recorded}; "
            remarks = [*remarks, f"{said}restore it, or enter the new sha256 in {sources.path}"]
        yield _document(source, article, _told_apart(article, seen), digest, row, remarks, sources, as_of)
        remarks = remarks if not article.name else []


def _digest(source: Source, article: Article) -> str:
    """A hash of the file, or of the one article of several in it."""
    if article.name:
        return hashlib.sha256(repr((article.text, article.known)).encode(errors="surrogatepass")).hexdigest()
    digest = hashlib.sha256()
    with source.open() as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def _told_apart(article: Article, seen: dict[str, int]) -> str:
    """The name of an article in its file, with a number behind where another has it already."""
    name = article.id or article.name
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"


def _document(
    source: Source,
    article: Article,
    name: str,
    digest: str,
    row: dict[str, Any],
    remarks: list[str],
    sources: Sources,
    as_of: date | None,
) -> Document:
    if len(article.text) > LARGEST:
        raise Trouble(
            source.place,
            f"its text is larger than {LARGEST // 1_000_000} MB, which is no article",
            "split it into its articles",
        )
    row = {**row, **_of_member(source, name, sources)} if name else row
    known = {key: value for key, value in article.known.items() if key != "published" and value}
    known |= {key: value for key, value in row.items() if value and key != "sha256"}
    place = f"{source.path or source.place}, {name}" if name else str(source.path or "") or None
    said: list[str] = []
    dated: str | None = "sources.csv"
    if as_of:
        known["as_of"], dated = as_of, "--as-of"
    elif row.get("published") or row.get("as_of"):
        pass
    else:
        known["published"], dated, said = _dated(article, source, place or source.place, row.get("accessed"))
    id = _id(source, article, name)
    return Document(
        id,
        article.text,
        **known,
        dated=dated,
        sha256=digest,
        path=place,
        pages=article.pages,
        is_extract=article.is_extract,
        remarks=(*remarks, *said, *article.remarks),
    )


def _id(source: Source, article: Article, name: str) -> str:
    """The name of its document: the file's without its suffix, or its own, or both."""
    stem = stem_of(source.name)
    if not name:
        return stem
    return file_name(name) if article.id else f"{stem}-{file_name(name, 50)}"


def _of_member(source: Source, name: str, sources: Sources) -> dict[str, Any]:
    """What `sources.csv` says of one article of a file that holds several: its row is named "feed.xml#title"."""
    if source.path is None or sources.path is None:
        return {}
    key, _ = row_of(source.path, sources, f"#{name}")
    return {field: value for field, value in key.items() if value}


def _dated(
    article: Article, source: Source, place: str, accessed: date | None
) -> tuple[date | None, str | None, list[str]]:
    """The day of an article that nobody entered, what it was taken from, and a remark that it is from there."""
    own, file = article.known.get("published"), of_name(source.name)
    day, words = dateline(article.text, own or accessed or file)
    if day:
        return day, "dateline", [f"{place}: no date is entered, read as of {day}: its dateline says {words!r}"]
    ways = [(own, article.dated), (file, "file name")]
    for day, of in reversed(ways) if article.dated == _UNSURE else ways:
        if day:
            return day, of, [f"{place}: no date is entered, read as of {day}, from its {of}"]
    return None, None, []
