"""Rich Text Format → its text; title, author and day as its own head says."""

import re
from collections.abc import Iterator
from datetime import date

from ...errors import Trouble
from ..source import Article, Source
from .needed import needed

_SAID = re.compile(r"\{\\(title|author) ([^{}\\]+)\}")
_CREATED = re.compile(r"\\creatim\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")


def articles(source: Source) -> Iterator[Article]:
    """The text of the document."""
    striprtf = needed("striprtf.striprtf", source.place, "Rich Text")
    raw = source.bytes().decode("latin-1")
    if not raw.lstrip().startswith("{\\rtf"):
        raise Trouble(source.place, "is no Rich Text, though its name says so", "save it anew as .rtf or .txt")
    try:
        text = striprtf.rtf_to_text(raw, errors="ignore").replace("\xad", "").strip()
    except Exception as error:  # striprtf raises whatever a broken file makes it meet
        what = f"is no Rich Text that can be read: {' '.join(str(error).split())[:99]}"
        raise Trouble(source.place, what, "open it in a word processor and save it anew") from None
    if not text:
        raise Trouble(source.place, "holds no text", "save the article's words as .txt")
    said = f"{source.place}: offsets count in the text taken out of it; pictures and layout are left out"
    yield Article(text, known=_about(raw), dated="document properties", remarks=(said,))


def _about(raw: str) -> dict[str, object]:
    head = raw[:20_000]
    found = {name: words.strip() for name, words in _SAID.findall(head)}
    created = _CREATED.search(head)
    try:
        day = date(*map(int, created.groups())) if created else None
    except ValueError:
        day = None
    return {"title": found.get("title"), "author": found.get("author"), "published": day}
