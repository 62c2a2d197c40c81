"""A file on disk → a Document: one reader a format, and what `sources.csv` knows of it.

What a reader should know of the way there (an encoding, a changed file) stands in `Document.remarks`.
"""

import hashlib
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from ..errors import Trouble, printable
from ..model import Document
from .datelines import dateline
from .given import LARGEST
from .places import FOLDER, NOTHING, OTHER, Found, kind, look
from .sources import SOURCES, Sources, read_sources, row_of
from .text import decode

CORRECTIONS = "corrections.toml"
GIVENS = "givens.toml"
_TOO_LARGE = f"is larger than {LARGEST // 1_000_000} MB, which is no article"


def _html(data: bytes, place: object) -> tuple[str, tuple[str, ...]]:
    if not find_spec("trafilatura"):
        raise Trouble(place, "is a web page", "run `pip install trafilatura`, or save the article's words as .txt")
    import trafilatura

    page, remarks = decode(data, place)
    text = trafilatura.extract(page, include_comments=False, include_tables=True)
    if not text:
        raise Trouble(place, "no article was found in this web page", "save the article's words as .txt")
    return text, (*remarks, f"{place}: offsets count in the article's text as trafilatura found it, not in the page")


READERS = {".txt": decode, ".md": decode, ".html": _html, ".htm": _html}


def is_read(path: Path) -> bool:
    """Whether there is a reader for files named like `path`."""
    return path.suffix.lower() in READERS


def look_into(folder: Path | str) -> Found:
    """The articles in `folder` and below, sorted by name, and what else is there: files that no reader takes, pipes."""
    return look(Path(folder), READERS, (SOURCES, CORRECTIONS, GIVENS, "sources.csv~"))


def read(path: Path | str, sources: Sources | None = None, as_of: date | None = None) -> Document:
    """The article at `path`, with its row of the `sources.csv` beside it (or of `sources`).

    `as_of` replaces the day that "Wednesday" is resolved from. A Trouble where it cannot be read.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "a.txt"
    ...     _ = path.write_text("Some 40 people came.", encoding="utf8")
    ...     read(path).text
    'Some 40 people came.'
    """
    path = Path(path)
    reader = READERS.get(path.suffix.lower())
    found = kind(path)
    if found == NOTHING:
        raise Trouble(path, "is not there", "check the name; `ls` shows what is in the folder")
    if found == FOLDER:
        raise Trouble(path, "is a folder, not an article", "name a file in it")
    if found == OTHER:
        raise Trouble(path, "is no regular file", "save the article in one, or give it on standard input with -")
    if printable(path.name) != path.name:
        raise Trouble(path, "its name is not UTF-8", "rename it")
    if reader is None:
        raise Trouble(
            path, f"no reader for {path.suffix or 'a file without a suffix'}", f"save it as {', '.join(READERS)}"
        )
    try:
        if path.stat().st_size > LARGEST:
            raise Trouble(path, _TOO_LARGE, "split it into its articles")
        data = path.read_bytes()
    except OSError as error:
        raise Trouble(path, f"cannot be read: {error.strerror}", "check its permissions") from None
    sources = read_sources(path.parent) if sources is None else sources
    row, remarks = row_of(path, sources)
    text, decoding = reader(data, path)
    digest = hashlib.sha256(data).hexdigest()
    recorded = row.pop("sha256", None)
    if recorded and recorded.lower() != digest:
        changed = f"{path}: has changed since it was recorded: its sha256 is {digest}, not {recorded}; "
        remarks.append(f"{changed}restore it, or enter the new sha256 in {sources.path}")
    if as_of:
        row["as_of"] = as_of
    if not row.get("published") and not row.get("as_of"):
        row["published"], said = _of_its_dateline(text, path, row.get("accessed"))
        remarks += said
    return Document(path.stem, text, **row, sha256=digest, path=str(path), remarks=(*remarks, *decoding))


def _of_its_dateline(text: str, place: object, accessed: date | None) -> tuple[date | None, list[str]]:
    """The day that an article prints of itself, and a remark that it is from there."""
    day, words = dateline(text, accessed)
    return day, [f"{place}: no date is entered, read as of {day}: its dateline says {words!r}"] if day else []


def from_bytes(data: bytes, name: str = "stdin", as_of: date | None = None) -> Document:
    """A Document of bytes that have no file, such as standard input."""
    place = "standard input" if name == "stdin" else name
    if len(data) > LARGEST:
        raise Trouble(place, _TOO_LARGE, "split it into its articles")
    text, remarks = decode(data, place)
    published, said = (None, []) if as_of else _of_its_dateline(text, place, None)
    digest = hashlib.sha256(data).hexdigest()
    return Document(name, text, published=published, as_of=as_of, sha256=digest, remarks=(*remarks, *said))
