"""What a reader is given, and what it makes of it: bytes with a name; articles."""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from ..errors import Trouble
from .given import RECEIVED

_HALVES = re.compile("[\ud800-\udfff]")


class Article(NamedTuple):
    """One article of a file, and what the file itself says of it."""

    text: str
    name: str = ""  #: what tells it from others of its file: a number, a title; "" where it is all there is
    id: str = ""  #: its own id, where the file gives one
    known: Mapping[str, Any] = {}  #: title, author, publisher, url, published
    dated: str = ""  #: what `published` was taken from
    pages: tuple[int, ...] = ()  #: where each page begins in `text`
    is_extract: bool = True  #: its text was taken out of the file: offsets count there, not in the file
    remarks: tuple[str, ...] = ()


def in_characters(article: Article, place: str) -> Article:
    r"""`article` with the sign � for each half of a pair of UTF-16 that stands alone: no file can hold such a half.

    >>> in_characters(Article("Some \ud83d 40", known={"title": "\ud83d"}), "a.jsonl").text
    'Some � 40'
    """
    text, count = _HALVES.subn("\ufffd", article.text)
    name, id = (_HALVES.sub("\ufffd", word) for word in (article.name, article.id))
    known = {
        name: _HALVES.sub("\ufffd", cell) if isinstance(cell, str) else cell for name, cell in article.known.items()
    }
    place = ", ".join(filter(None, [place, name]))
    said = (f"{place}: {count} signs that are none are read as \ufffd",) if count else ()
    return article._replace(text=text, known=known, name=name, id=id, remarks=(*article.remarks, *said))


@dataclass(frozen=True, slots=True)
class Source:
    """A file on disk, or bytes that came otherwise."""

    name: str  #: the file's name; its suffix says which reader takes it
    place: str  #: how messages call it
    path: Path | None = None
    held: bytes = b""
    columns: Mapping[str, str] = field(default_factory=dict)  #: field → column of a table, where a person named it
    depth: int = 0  #: how many archives it lies in

    @property
    def size(self) -> int:
        """Its bytes; a Trouble where the system does not say."""
        try:
            return self.path.stat().st_size if self.path else len(self.held)
        except OSError as error:
            raise Trouble(self.place, f"cannot be read: {error.strerror}", "check its permissions") from None

    def bytes(self, most: int = RECEIVED) -> bytes:
        """All of it; a Trouble where that is more than `most`."""
        if self.size > most:
            raise Trouble(
                self.place, f"is larger than {most // 1_000_000} MB, which is no article", "split it into its articles"
            )
        with self.open() as file:
            return file.read()

    @contextmanager
    def open(self) -> Iterator[BinaryIO]:
        """It as a file to read from; a Trouble where the system does not give it."""
        try:
            file = self.path.open("rb") if self.path else io.BytesIO(self.held)
            with file:
                yield file
        except OSError as error:
            raise Trouble(self.place, f"cannot be read: {error.strerror or error}", "check its permissions") from None


Told = Article | Trouble | str  #: an article, one that cannot be read, or a remark on the file as a whole
Reader = Callable[[Source], Iterator[Told]]
