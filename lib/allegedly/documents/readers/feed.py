"""RSS and Atom → an entry an article, with its day, title and address."""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from ...errors import Trouble
from ..source import Article, Source, Told
from .markup import words
from .needed import needed


def articles(source: Source) -> Iterator[Told]:
    """Every entry that says something; where the feed breaks off, that is a Trouble behind those that could be read."""
    feedparser = needed("feedparser", source.place, "a feed")
    feed = feedparser.parse(source.bytes(), sanitize_html=False)
    entries, wrong = feed.entries, feed.get("bozo_exception") if feed.bozo else None
    is_encoding = wrong is not None and type(wrong).__name__ in ("CharacterEncodingOverride", "NonXMLContentType")
    broken = None if is_encoding or wrong is None else " ".join(str(wrong).split())[:99]
    if not entries:
        what = f"is no feed that can be read: {broken}" if broken else "holds no entry of a feed (RSS, Atom)"
        raise Trouble(source.place, what, "save the feed anew")
    empty = 0
    for number, entry in enumerate(entries, 1):
        place = f"{source.place}, entry {number}"
        try:
            text = words(_said(entry), place)
        except Trouble as trouble:
            yield trouble
            continue
        if not text:
            empty += 1
            continue
        known = {
            "title": words(entry.get("title", ""), place) or None,
            "author": entry.get("author") or None,
            "publisher": feed.feed.get("title") or None,
            "url": entry.get("link") or None,
            "published": _day(entry),
        }
        name = known["title"] or hashlib.sha256(str(entry.get("id") or text).encode()).hexdigest()[:8]
        said = f"{place}: offsets count in the words of the entry, not in the feed"
        yield Article(text, name=str(name), known=known, dated="feed entry", remarks=(said,))
    if empty:
        yield f"{source.place}: {empty} of its entries say nothing, and are left out; save the pages that they link to"
    if broken:
        what = f"is a feed with broken XML ({broken}): entries behind that are not read"
        yield Trouble(source.place, what, "save the feed anew")


def _said(entry: Any) -> str:
    """The longest that an entry says of itself."""
    said = [str(content.get("value", "")) for content in entry.get("content", ())]
    return max([*said, str(entry.get("summary", ""))], key=len)


def _day(entry: Any) -> date | None:
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    return date(*moment[:3]) if moment else None
