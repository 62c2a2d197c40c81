"""A Word document → its text; title, author and day as its own properties say."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from ...errors import Trouble
from ..dates import as_day
from ..source import Article, Source
from .needed import needed

LARGEST, UNPACKED = 100_000_000, 300_000_000  #: bytes, as a file and unpacked
_MAIN, _ABOUT = "word/document.xml", "docProps/core.xml"
_MEDIA = "word/media/"


def articles(source: Source) -> Iterator[Article]:
    """The paragraphs of the document, those of its tables and notes among them."""
    mammoth = needed("mammoth", source.place, "a Word document")
    data = source.bytes(LARGEST)
    members = _members(data, source.place)
    try:
        text = mammoth.extract_raw_text(io.BytesIO(data)).value
    except Exception as error:  # mammoth raises whatever a broken file makes it meet
        what = f"is no Word document that can be read: {' '.join(str(error).split())[:99]}"
        raise Trouble(source.place, what, "open it in a word processor and save it anew") from None
    text = re.sub(r"\n{3,}", "\n\n", text.replace("\xad", "")).strip()
    if not text:
        raise Trouble(source.place, "holds no text", "save the article's words as .txt")
    pictures = sum(name.startswith(_MEDIA) for name in members)
    left_out = f"headers, footers, comments{f' and {pictures} pictures' if pictures else ''} are left out"
    said = f"{source.place}: offsets count in the text taken out of it; {left_out}"
    yield Article(text, known=_about(data), dated="document properties", remarks=(said,))


def _members(data: bytes, place: str) -> list[str]:
    """The names of its parts; a Trouble where it is no Word document, or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            names, size = packed.namelist(), sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        raise Trouble(place, "is no Word document", "save it anew as .docx, or its words as .txt") from None
    if _MAIN not in names:
        raise Trouble(place, f"is a ZIP archive, and no Word document: it has no {_MAIN}", "name it .zip to read it")
    if size > UNPACKED:
        raise Trouble(place, f"unpacks to {size // 1_000_000:,} MB, which is no article", "save its words as .txt")
    return names


def _about(data: bytes) -> dict[str, object]:
    """What its properties say; nothing where it has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            root = ElementTree.fromstring(packed.read(_ABOUT))
    except (KeyError, ElementTree.ParseError, zipfile.BadZipFile, NotImplementedError):
        return {}
    found = {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in root}
    return {
        "title": found.get("title") or None,
        "author": found.get("creator") or None,
        "published": as_day(found.get("created") or None),
    }
