"""A file on disk → a Document: one reader a format, and what `sources.csv` knows of it.

The text is the decoded bytes, nothing added, dropped or translated, so that offsets stay true to the file.
What a reader should know of the way there (an encoding, a changed file) stands in `Document.remarks`.
"""

import codecs
import csv
import hashlib
import io
import re
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path

from .errors import Trouble, printable
from .model import Document

SOURCES = "sources.csv"
CORRECTIONS = "corrections.toml"
DATES = ("published", "as_of", "accessed")
WORDS = ("title", "publisher", "url", "licence")

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
    (codecs.BOM_UTF8, "UTF-8-SIG"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x19\x1c-\x1f\x7f]")


def decode(data: bytes, place: object) -> tuple[str, tuple[str, ...]]:
    """The text of `data`, and remarks on how it was decoded; a Trouble where it is no text.

    >>> decode("Ł12".encode("utf-16"), "a.txt")
    ('Ł12', ('a.txt: read as UTF-16, as its mark says',))
    """
    text, remarks = _decoded(data, place)
    if "\x00" in text or len(_CONTROLS.findall(text)) * 100 > len(text) or text.startswith("%PDF-"):
        raise Trouble(place, "is not text", "save the article's words as a .txt file in UTF-8")
    if not text.strip():
        raise Trouble(place, "is empty", "save the article's text in it, or remove it")
    if "\r\n" in text:
        remarks = (*remarks, f"{place}: has Windows line ends, kept as they are: offsets count both characters")
    return text, remarks


def _decoded(data: bytes, place: object) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                name = encoding.removesuffix("-SIG")
                return data.decode(encoding), (f"{place}: read as {name}, as its mark says",)
            except UnicodeDecodeError as error:
                raise Trouble(
                    place, f"its mark says {name}, but byte {error.start} is not", "save it as UTF-8"
                ) from None
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        where = f"byte {error.start} (line {line})"
    try:
        text = data.decode("windows-1252")
    except UnicodeDecodeError:
        raise Trouble(place, f"is not text: {where} is neither UTF-8 nor Windows-1252", "save it as UTF-8") from None
    return text, (f"{place}: is not UTF-8 at {where}, read as Windows-1252; save it as UTF-8 if letters look wrong",)


def _text(data: bytes, place: object) -> tuple[str, tuple[str, ...]]:
    return decode(data, place)


def _html(data: bytes, place: object) -> tuple[str, tuple[str, ...]]:
    if not find_spec("trafilatura"):
        raise Trouble(place, "is a web page", "run `pip install trafilatura`, or save the article's words as .txt")
    import trafilatura

    page, remarks = decode(data, place)
    text = trafilatura.extract(page, include_comments=False, include_tables=True)
    if not text:
        raise Trouble(place, "no article was found in this web page", "save the article's words as .txt")
    return text, (*remarks, f"{place}: offsets count in the article's text as trafilatura found it, not in the page")


READERS = {".txt": _text, ".md": _text, ".html": _html, ".htm": _html}


@dataclass(frozen=True, slots=True)
class Sources:
    """The rows of a folder's `sources.csv` by file, and what is wrong with them."""

    path: Path | None = None
    rows: dict[str, dict] = field(default_factory=dict)
    troubles: tuple[Trouble, ...] = ()
    remarks: tuple[str, ...] = ()


def read_sources(folder: Path | str) -> Sources:
    """What the `sources.csv` of `folder` says; nothing where there is none."""
    path = Path(folder) / SOURCES
    if not path.is_file():
        return Sources()
    try:
        text, _ = _decoded(path.read_bytes(), path)
    except OSError as error:
        raise Trouble(path, f"cannot be read: {error.strerror}", "check its permissions") from None
    head = text.partition("\n")[0]
    table = csv.DictReader(io.StringIO(text, newline=""), delimiter=";" if head.count(";") > head.count(",") else ",")
    if "file" not in (table.fieldnames or ()):
        raise Trouble(
            path, "has no column 'file'", f"its first line should name: file, {', '.join(WORDS + DATES)}, sha256"
        )
    try:
        rows, troubles = _rows(table, path)
    except csv.Error as error:
        raise Trouble(path, f"line {table.line_num}: {error}", "mend it; is a quotation mark left open?") from None
    return Sources(path, rows, tuple(troubles), tuple(_misnamed(table.fieldnames, path)))


def _misnamed(columns: list[str], path: Path) -> list[str]:
    """A remark for each of `columns` that is not used and looks like one that would be; others are the owner's own."""
    known = ("file", *WORDS, *DATES, "sha256")
    missing = [name for name in known if name not in columns]
    meant = {name: get_close_matches(name.strip().lower(), missing, 1) for name in columns if name not in known}
    return [f"{path}: column {name!r} is not used; did you mean {near[0]}?" for name, near in meant.items() if near]


def _rows(table: csv.DictReader, path: Path) -> tuple[dict[str, dict], list[Trouble]]:
    """The rows of `table` by file, and what is wrong with them."""
    rows, troubles = {}, []
    for row in table:
        name = (row["file"] or "").strip()
        place = f"{path}, line {table.line_num}"
        if not name:
            continue
        if name in rows:
            troubles.append(Trouble(place, f"a second row for {name}", "keep one of them; the first is used"))
            continue
        rows[name] = {key: (row.get(key) or "").strip() or None for key in (*WORDS, "sha256")}
        for key in DATES:
            rows[name][key], trouble = _date((row.get(key) or "").strip(), f"{place}, column {key}", name)
            troubles += trouble
    return rows, troubles


def _date(words: str, place: str, name: str) -> tuple[date | None, list[Trouble]]:
    try:
        return (date.fromisoformat(words) if words else None), []
    except ValueError:
        way_out = f"write it as 2022-12-31; {name} is read without it"
        return None, [Trouble(place, f"{words!r} is no date", way_out)]


def missing_files(sources: Sources) -> list[Trouble]:
    """A Trouble for each row of `sources.csv` whose file is not there."""
    return [
        Trouble(sources.path, f"has a row for {name}, which is not there", "add the file or remove the row")
        for name in sources.rows
        if not (sources.path.parent / name).is_file()
    ]


def find(folder: Path | str) -> list[Path]:
    """The articles in `folder` and below, sorted by name: every file that has a reader, but no README."""
    folder = Path(folder)
    return sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in READERS
        and path.stem.upper() != "README"
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    )


def unreadable(folder: Path | str) -> dict[Path, str]:
    """What in `folder` is left out, and why: files that no reader takes (a .docx, a .pdf), and pipes."""
    known = {SOURCES, CORRECTIONS, "sources.csv~"}
    seen = [path for path in sorted(Path(folder).iterdir()) if path.name not in known and path.name[:1] != "."]
    unread = [path for path in seen if path.is_file() and path.suffix.lower() not in READERS]
    return {path: f"no reader for {path.suffix or 'it'}" for path in unread} | {
        path: "it is no regular file" if path.exists() else "it is a link to nothing"
        for path in seen
        if not path.is_file() and not path.is_dir()
    }


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
    if not path.exists():
        raise Trouble(path, "is not there", "check the name; `ls` shows what is in the folder")
    if path.is_dir():
        raise Trouble(path, "is a folder, not an article", "name a file in it")
    if not path.is_file():
        raise Trouble(path, "is no regular file", "save the article in one, or give it on standard input with -")
    if printable(path.name) != path.name:
        raise Trouble(path, "its name is not UTF-8", "rename it")
    if reader is None:
        raise Trouble(
            path, f"no reader for {path.suffix or 'a file without a suffix'}", f"save it as {', '.join(READERS)}"
        )
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Trouble(path, f"cannot be read: {error.strerror}", "check its permissions") from None
    sources = read_sources(path.parent) if sources is None else sources
    row, remarks = _row(path, sources)
    text, decoding = reader(data, path)
    digest = hashlib.sha256(data).hexdigest()
    recorded = row.pop("sha256", None)
    if recorded and recorded.lower() != digest:
        changed = f"{path}: has changed since it was recorded: its sha256 is {digest}, not {recorded}; "
        remarks.append(f"{changed}restore it, or enter the new sha256 in {sources.path}")
    if as_of:
        row["as_of"] = as_of
    return Document(path.stem, text, **row, sha256=digest, path=str(path), remarks=(*remarks, *decoding))


def _row(path: Path, sources: Sources) -> tuple[dict, list[str]]:
    """The row of `path`, and remarks on it; without a row the document still has its text."""
    if sources.path is None:
        return {}, []
    try:
        name = path.resolve().relative_to(sources.path.parent.resolve()).as_posix()
    except ValueError:
        name = path.name
    if name not in sources.rows:
        return {}, [f"{path}: has no row in {sources.path}, read without a date or title; add one"]
    return dict(sources.rows[name]), []


def from_bytes(data: bytes, name: str = "stdin", as_of: date | None = None) -> Document:
    """A Document of bytes that have no file, such as standard input."""
    text, remarks = decode(data, "standard input" if name == "stdin" else name)
    return Document(name, text, as_of=as_of, sha256=hashlib.sha256(data).hexdigest(), remarks=remarks)
