"""The kinds of files that are read: which reader takes which, by the file's name or by what its bytes begin with."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from ..errors import Trouble
from .readers import archive, docx, feed, html, mail, pdf, plain, rtf, tables, warc
from .source import Article, Reader, Source, Told, in_characters

READERS: dict[str, Reader] = {
    ".txt": plain.articles,
    ".md": plain.articles,
    ".html": html.articles,
    ".htm": html.articles,
    ".xhtml": html.articles,
    ".pdf": pdf.articles,
    ".docx": docx.articles,
    ".rtf": rtf.articles,
    ".eml": mail.articles,
    ".mbox": mail.messages,
    ".xml": feed.articles,
    ".rss": feed.articles,
    ".atom": feed.articles,
    ".json": tables.json_file,
    ".jsonl": tables.json_lines,
    ".ndjson": tables.json_lines,
    ".csv": tables.csv_rows,
    ".tsv": tables.csv_rows,
    ".parquet": tables.parquet,
    ".warc": warc.articles,
    ".warc.gz": warc.articles,
}
ZIP = ".zip"
SUFFIXES = (*READERS, ZIP)
READABLE = ", ".join(SUFFIXES)
OF_OURS = ("sources.csv", "sources.csv~", "corrections.toml", "givens.toml", "judgements.toml")  #: beside articles
# What a file of a kind begins with, for what came without a name.
_BEGINNINGS = (
    (b"%PDF-", ".pdf"),
    (b"{\\rtf", ".rtf"),
    (b"PAR1", ".parquet"),
    (b"WARC/", ".warc"),
)
_MAILBOX = re.compile(rb"From \S+ .{0,30}\d\d:\d\d.{0,20}\d{4}.{0,20}\r?\n[\w-]+:")  # as each of its messages begins
_HEADERS = (b"return-path:", b"received:", b"delivered-to:", b"message-id:", b"mime-version:", b"from:", b"subject:")


def suffix_of(name: str) -> str:
    """The suffix of `name` that a reader is known for; else the last that it has.

    >>> suffix_of("crawl.warc.gz"), suffix_of("Flood.PDF"), suffix_of("notes.odt")
    ('.warc.gz', '.pdf', '.odt')
    """
    low = name.lower()
    return next((end for end in sorted(SUFFIXES, key=len, reverse=True) if low.endswith(end)), Path(low).suffix)


def stem_of(name: str) -> str:
    """`name` without that suffix."""
    end = suffix_of(name)
    return name[: -len(end)] if end else name


def is_read(path: Path | str) -> bool:
    """Whether there is a reader for files named like `path`."""
    return suffix_of(Path(path).name) in SUFFIXES


def passed_over(name: str) -> bool:
    """Whether a file of an archive is none of its articles: hidden, a README, or one of ours."""
    path = PurePosixPath(name)
    hidden = any(part == "__MACOSX" or (part.startswith(".") and part.strip(".")) for part in path.parts)
    return hidden or path.name in OF_OURS or path.stem.upper() == "README"


def read_source(source: Source) -> Iterator[Told]:
    """The articles of `source`, and a Trouble for each that cannot be read; a Trouble where it is of no known kind."""
    suffix = suffix_of(source.name)
    if suffix == ZIP:
        yield from _packed(source)
    elif suffix in READERS:
        for found in READERS[suffix](source):
            yield in_characters(found, source.place) if isinstance(found, Article) else found
    else:
        what = f"no reader for {suffix or 'a file without a suffix'}"
        raise Trouble(source.place, what, f"save it as one of {READABLE}")


def _packed(source: Source) -> Iterator[Told]:
    """The articles of all files of an archive."""
    for member in archive.members(source, passed_over):
        if isinstance(member, Trouble):
            yield member
            continue
        held, name = member
        if not is_read(held.name):
            yield f"{held.place}: left out, no reader for {suffix_of(held.name) or 'it'}; what is read: {READABLE}"
            continue
        try:
            for found in read_source(held):
                if isinstance(found, Article):
                    yield found._replace(name="-".join(filter(None, [name, found.name])))
                else:
                    yield found
        except Trouble as trouble:
            yield trouble


def named(source: Source) -> Source:
    """`source` with the suffix that its bytes tell, for what came without a name."""
    return replace(source, name=f"{source.name}{kind_of(source.held)}")


def kind_of(data: bytes) -> str:
    """The suffix of the kind that bytes begin like; text where they begin like nothing else.

    >>> kind_of(b"%PDF-1.7 ..."), kind_of(b"<!DOCTYPE html><html>"), kind_of(b"From the desk of J. Doe")
    ('.pdf', '.html', '.txt')
    """
    head = data[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    low = head.lower()
    if found := next((suffix for sign, suffix in _BEGINNINGS if head.startswith(sign)), ""):
        return found
    if _MAILBOX.match(head):
        return ".mbox"
    if head.startswith(b"PK\x03\x04"):
        return ".docx" if b"word/" in data[:4000] + data[-4000:] else ZIP
    if low.startswith((b"<?xml", b"<rss", b"<feed", b"<rdf")):
        return ".html" if b"<html" in low else ".xml"
    if low.startswith((b"<!doctype html", b"<html")) or b"<html" in low[:1000]:
        return ".html"
    if low.startswith(_HEADERS) and b"\nfrom:" in b"\n" + low and b"\ndate:" in b"\n" + low:
        return ".eml"
    if head[:1] in (b"{", b"["):
        return _kind_of_json(data)
    return ".txt"


def _kind_of_json(data: bytes) -> str:
    """Of what begins like JSON, which a text in brackets does too."""
    head = data.lstrip()
    if head.startswith((b'{"', b"{ ")):
        return ".jsonl" if b"\n{" in data.strip() and b"}\n{" in data.replace(b"\r", b"") else ".json"
    return ".json" if head[1:].lstrip()[:1] == b"{" else ".txt"
