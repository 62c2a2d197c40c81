"""The way back to the original: the page of a PDF, the place in a page of the web."""

import re
from bisect import bisect_right
from urllib.parse import quote

from ..model import Document

_AROUND = 5  #: words before and behind a figure, by which a browser finds it


def page_of(document: Document, start: int) -> int | None:
    """The page of a PDF on which `start` stands, from 1; None where there are no pages.

    >>> page_of(Document("a", "One came. Two went.", pages=(0, 10)), 12)
    2
    """
    return bisect_right(document.pages, start) or None if document.pages else None


def link_to(document: Document, start: int, end: int) -> str | None:
    """The address at which a browser shows what stands from `start` to `end`; None where the article has none.

    A page of the web is searched for the words (a text fragment), a PDF opened at its page.

    >>> link_to(Document("a", "Police said about 300 boats sank.", url="https://courier.example/storm"), 12, 21)
    'https://courier.example/storm#:~:text=Police%20said-,about%20300,-boats%20sank.'
    """
    url = document.url
    if not url or not url.startswith(("http://", "https://")):
        return None
    base = url.partition("#")[0]
    if page := page_of(document, start):
        return f"{base}#page={page}" if base.lower().endswith(".pdf") else base
    line = document.text.rfind("\n", 0, start) + 1
    before = " ".join(document.text[line:start].split()[-_AROUND:])
    behind = " ".join(re.split(r"\n", document.text[end : end + 200])[0].split()[:_AROUND])
    parts = [
        f"{_quoted(before)}-" if before else "",
        _quoted(document.text[start:end]),
        f"-{_quoted(behind)}" if behind else "",
    ]
    return f"{base}#:~:text={','.join(filter(None, parts))}"


def _quoted(words: str) -> str:
    """`words` for a text fragment, in which a hyphen and a comma part its pieces."""
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")
