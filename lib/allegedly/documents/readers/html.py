"""A saved web page → its article, without menus; title, author, site and day as the page's own metadata say."""

from collections.abc import Iterator

from ...errors import Trouble
from ..dates import as_day
from ..source import Article, Source
from ..text import decode
from .markup import bounded, raised
from .needed import needed

_MADE_BY_US = '<meta name="generator" content="allegedly'
_DATES = {"original_date": True, "extensive_search": False}  # the page's own, not one that stands somewhere in it


def articles(source: Source) -> Iterator[Article]:
    """The article of the page, as trafilatura finds it."""
    page, remarks = decode(source.bytes(), source.place)
    yield article(page, source.place, remarks)


def article(page: str, place: str, remarks: tuple[str, ...] = (), url: str | None = None) -> Article:
    """The article of `page`; a Trouble where none is found."""
    trafilatura = needed("trafilatura", place, "a web page")
    found = trafilatura.bare_extraction(
        raised(bounded(page, place)),
        url=url,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params=_DATES,
    )
    if not found or not (found.text or "").strip():
        raise Trouble(place, "no article was found in this web page", "save the article's words as .txt")
    said = f"{place}: offsets count in the article's text as trafilatura found it, not in the page; "
    left_out = f"{said}menus, comments, pictures and scripts are left out"
    known = {
        "title": found.title,
        "author": found.author,
        "publisher": found.sitename,
        "url": url or found.url,
        "published": as_day(found.date),
    }
    return Article(found.text, known=known, dated="page metadata", remarks=(*remarks, left_out))
