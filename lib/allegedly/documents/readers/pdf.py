"""PDF → its text in reading order: lines joined into paragraphs, hyphens mended, page headers and footers left out."""

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ...errors import Trouble
from ..dates import as_day
from ..source import Article, Source
from .needed import needed

LARGEST = 100_000_000  #: bytes; pictures take room and no time
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": ""}
_MENDED = str.maketrans(_LIGATURES)
_EDGE = 3  #: lines at the top and the bottom of a page, among which its header and footer stand
_FOOT = re.compile(r"(?:https?|file):/{2,3}\S+ ?\d+/\d+$")  # as browsers print: address, page
_HEAD = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}, \d{1,2}:\d\d(?: [AP]M)?\b")  # moment of printing, title
_ENDED = re.compile(r"[.!?:…][\"'”’)\]]*$")
_OPENS = re.compile(r"[\"'“‘(\[•–—-]*[A-ZÀ-Þ0-9]")
_HYPHEN = re.compile(r"[^\W\d_-]{2,}-$")


def articles(source: Source) -> Iterator[Article]:
    """The text of the document, with where each of its pages begins; a Trouble where it is locked or only a picture."""
    pypdf = needed("pypdf", source.place, "a PDF")
    data = source.bytes(LARGEST)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        printed = [] if locked else [page.extract_text().translate(_MENDED).split("\n") for page in reader.pages]
        about = {} if locked else {**(reader.metadata or {})}
    except Exception as error:  # pypdf raises whatever a broken file makes it meet
        if "encrypt" in f"{error} {type(error).__name__}".lower() or "cryptography" in str(error):
            locked, printed, about = True, [], {}
        else:
            what = f"is no PDF that can be read: {' '.join(str(error).split())[:99] or type(error).__name__}"
            raise Trouble(source.place, what, "open it and print it to a new PDF") from None
    if locked:
        raise Trouble(source.place, "is encrypted", "save it without a password")
    if not any(line.strip() for lines in printed for line in lines):
        raise Trouble(source.place, "holds no text: a scan, or pictures only", "run OCR on it, such as ocrmypdf")
    yield _article(printed, about, source.place)


def _article(printed: list[list[str]], about: dict[str, Any], place: str) -> Article:
    kept, left_out = without_edges(printed)
    text, pages = joined(kept)
    found = re.search(r"https?://\S+", " ".join(left_out))
    known = {
        "title": _words(about.get("/Title")),
        "author": _words(about.get("/Author")),
        "url": found[0] if found else None,
        "published": as_day(about.get("/CreationDate")),
    }
    said = f"{place}: offsets count in the text taken out of it, {len(pages)} page{'s' if len(pages) > 1 else ''}"
    empty = sum(not any(line.strip() for line in lines) for lines in printed)
    remarks = [f"{said}; pictures are left out"]
    if left_out:
        remarks.append(f"{place}: page headers and footers are left out: {'; '.join(dict.fromkeys(left_out))[:200]}")
    if empty:
        remarks.append(f"{place}: {empty} of its pages hold no text: a scan? run OCR on it to have them read")
    return Article(text, known=known, dated="PDF header", pages=pages, remarks=tuple(remarks))


def _words(value: object) -> str | None:
    return " ".join(str(value).split()) or None if value is not None else None


def without_edges(printed: list[list[str]]) -> tuple[list[list[str]], list[str]]:
    """The lines of each page without those that stand at the edge of several, numbers aside; and these.

    >>> without_edges([["Courier 1", "Some came.", "x", "y"], ["Courier 2", "Some went.", "v", "w"]])[1]
    ['Courier 1', 'Courier 2']
    """
    pages = [[line.strip() for line in lines if line.strip()] for lines in printed]

    def edges(lines: list[str]) -> set[int]:
        return {*range(min(_EDGE, len(lines))), *range(max(0, len(lines) - _EDGE), len(lines))}

    seen = Counter(key for lines in pages for key in {_folded(lines[at]) for at in edges(lines)})
    kept, left_out = [], []
    for lines in pages:
        printed_by = {at for at in edges(lines) if _FOOT.search(lines[at])}
        headed = {at for at in edges(lines) if printed_by and _HEAD.match(lines[at])}
        again = {
            at for at in edges(lines) if seen[_folded(lines[at])] > 1 and seen[_folded(lines[at])] * 2 >= len(pages)
        }
        out = printed_by | headed | again
        kept.append([line for at, line in enumerate(lines) if at not in out])
        left_out += [lines[at] for at in sorted(out)]
    return kept, left_out


def _folded(line: str) -> str:
    return re.sub(r"\d+", "0", line)


def joined(pages: list[list[str]]) -> tuple[str, tuple[int, ...]]:
    """The text of `pages`, lines joined into paragraphs, and where each page begins in it.

    >>> joined([["A short head", "The coastguard counted 40 demon-", "strators on the quay."], ["They went."]])
    ('A short head\\n\\nThe coastguard counted 40 demonstrators on the quay.\\n\\nThey went.', (0, 68))
    """
    text, starts, ended = "", list[int](), ("", 0)
    for lines in pages:
        starts.append(len(text))
        width = sorted(map(len, lines))[len(lines) * 4 // 5] if lines else 0
        for number, line in enumerate(lines):
            text, begun = _added(text, *ended, line)
            if number == 0:
                starts[-1] = begun
            ended = line, width
    return text, tuple(starts)


def _added(text: str, before: str, width: int, line: str) -> tuple[str, int]:
    """`text` with `line` behind the line `before`, which stands where lines are so wide, and where it begins."""
    if not text:
        return line, 0
    if _HYPHEN.search(before) and line[:1].islower():
        is_compound = before.split()[-1].count("-") > 1  # "43-year-" goes on as "43-year-old"
        text = text if is_compound else text[:-1]
        return text + line, len(text)
    ends = _ended(before, width) and _OPENS.match(line)
    text += "\n\n" if ends else " "
    return text + line, len(text)


def _ended(line: str, width: int) -> bool:
    """Whether a paragraph, or a heading, ends with `line`, on a page whose lines are so wide."""
    return len(line) < width * (0.9 if _ENDED.search(line) else 0.6)
