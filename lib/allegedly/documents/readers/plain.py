"""Text and Markdown: as received, so that offsets count in the file itself."""

from collections.abc import Iterator

from ..given import LARGEST
from ..source import Article, Source
from ..text import decode


def articles(source: Source) -> Iterator[Article]:
    """The text of `source`, nothing added, dropped or translated."""
    text, remarks = decode(source.bytes(LARGEST), source.place)
    yield Article(text, is_extract=False, remarks=remarks)
