"""A document as sentences, each with the part of the article it stands in.

Sentences end where nupunkt ends them, within blocks; a block is a line once wrapped ones are joined (text/lines.py).
The parts (headline, caption, subhead, body, link) are told by the rows of `lexicon/en/sections.toml`.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import count, repeat
from typing import Any, NamedTuple, overload

from allegedly.lexicon import load
from allegedly.model import Document, Sentence
from allegedly.text.lines import CLOSED, LINE, folded, has_cells, spaced

_QUOTE_OPENS = re.compile(r"[.!?](?<=[^\W\d_]{2}.)\s+(?=[\"“]\[?[^\W\d_])")
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_INNER_END = re.compile(r"[.!?…;:]\S{0,3}\s")
_WORD = re.compile(r"\w")
_LETTER = re.compile(r"[^\W\d_]")


class Block(NamedTuple):
    """A stretch of text that no sentence leaves: from `start` to `end`, and whether a blank line stands before it."""

    start: int
    end: int
    apart: bool


class Sentences(Sequence[Sentence]):
    """The sentences of a document, each made when it is asked for: of a long article only their ends are kept."""

    def __init__(self, document: Document):
        self._document = document
        self._starts, self._ends = array("I"), array("I")
        self._sections: list[str] = []

    def add(self, start: int, end: int, section: str) -> None:
        """Adds the sentence behind all others."""
        self._starts.append(start)
        self._ends.append(end)
        self._sections.append(section)

    def at(self, offset: int) -> int:
        """The number of the sentence that an offset is in, or behind; 0 before the first."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def __len__(self) -> int:
        return len(self._sections)

    @overload
    def __getitem__(self, number: int) -> Sentence: ...
    @overload
    def __getitem__(self, number: slice) -> list[Sentence]: ...
    def __getitem__(self, number: int | slice) -> Sentence | list[Sentence]:
        if isinstance(number, slice):
            return [self[each] for each in range(len(self))[number]]
        number = range(len(self))[number]
        return Sentence(self._document, number, self._starts[number], self._ends[number], self._sections[number])

    def __iter__(self) -> Iterator[Sentence]:
        return map(Sentence, repeat(self._document), count(), self._starts, self._ends, self._sections)


def sentences(document: Document, text: str | None = None) -> Sentences:
    """The sentences of `document` in order, numbered from 0, without the white space around them.

    `text` is that of the document as `folded` gives it, where it is known.

    >>> [s.text for s in sentences(Document("a", "It was Gen. Ek. He lost 5 men."))]
    ['It was Gen. Ek.', 'He lost 5 men.']
    """
    found, text = Sentences(document), folded(document.text) if text is None else text
    for block, section in sections(text):
        for start, end in _split(text, block.start, block.end):
            found.add(start, end, section)
    return found


def headline(document: Document) -> str:
    """What an article is called: by its title, else by the headline that its text begins with, else by its id.

    >>> headline(Document("a", "Ferry sinks" + 2 * chr(10) + "It was the worst storm in years."))
    'Ferry sinks'
    """
    block, section = next(sections(document.text), (None, ""))
    printed = spaced(document.text[block.start : block.end]).strip() if block and section == "headline" else ""
    return document.title or printed or document.id


def sections(text: str) -> Iterator[tuple[Block, str]]:
    """Each block of `text` with the name of its part; it is read with one block of foresight."""
    before: tuple[Block, str] | None = None
    waiting: Block | None = None
    for block in _blocks(text):
        if waiting:
            before = (waiting, _section(text, waiting, before, block))
            yield before
        waiting = block
    if waiting:
        yield waiting, _section(text, waiting, before, None)


def _section(text: str, block: Block, before: tuple[Block, str] | None, after: Block | None) -> str:
    raw = text[block.start : block.end]
    line = spaced(raw)
    told = _told(line)
    if told:
        return told
    if (
        before
        and not block.apart
        and before[1] == "caption"
        and _is_credit(spaced(text[before[0].start : before[0].end]))
    ):
        return "caption"
    if after is None or (CLOSED.search(line[-6:]) and not (before is None and line.endswith(("?", "!")))):
        return "body"
    limits = _table()["limits"]
    if before is None:
        return "headline" if len(line) <= limits["headline_characters"] else "body"
    short = len(line) <= limits["subhead_characters"] and line.count(" ") < limits["subhead_words"]
    behind = len(spaced(text[after.start : after.end]))
    alone = block.apart and after.apart and behind > max(len(line), limits["paragraph_characters"])
    return "subhead" if short and alone and _LETTER.search(line) and not has_cells(raw) else "body"


def _told(line: str) -> str | None:
    """The section that a row of the table gives `line`, if one does."""
    start, end, whole = _patterns()
    match = start.match(line) if len(line) < 1000 else None
    if match:
        return _row("start", match).get("section")
    match = end.search(line[-120:])
    if match:
        return _row("end", match).get("section")
    match = whole.fullmatch(line) if len(line) <= _table()["limits"]["headline_characters"] else None
    return _row("line", match).get("section") if match else None


def _is_credit(line: str) -> bool:
    match = _patterns()[0].match(line) if len(line) < 1000 else None
    return match is not None and bool(_row("start", match).get("credit"))


def _row(sort: str, match: re.Match[str]) -> dict[str, Any]:
    """The row that matched: its group is named "row3"."""
    row: dict[str, Any] = _table()[sort][int((match.lastgroup or "")[3:])]
    return row


def _table() -> dict[str, Any]:
    return load("sections")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The rows of the table as three patterns; the group that matched tells the row: `row3`."""
    follow = {
        "any": r"(?![a-zß-ÿ])",
        "edge": r"(?!\w)",
        "colon": r"\s?:",
        "name": r"(?: (?-i:[A-ZÀ-Þ])[\w.'’-]*){2,4}\s*$",
    }
    table = _table()
    start = [rf"(?P<row{i}>(?i:{re.escape(r['words'])}){follow[r['then']]})" for i, r in enumerate(table["start"])]
    end = [
        rf"(?P<row{i}>(?i:{re.escape(r['words'])})s?\s?: (?:[^.]|\b[A-Z]\.){{1,60}}\.?$)"
        for i, r in enumerate(table["end"])
    ]
    line = [rf"(?P<row{i}>{r['words']})" for i, r in enumerate(table["line"])]
    return (
        re.compile(rf"\s*[(\[]?\s*(?:{_any(start)})"),
        re.compile(rf"[.)] \(?(?:{_any(end)})"),
        re.compile(_any(line)),
    )


@cache
def _closing() -> re.Pattern[str]:
    """What ends a sentence though it looks abbreviated: "60 per cent. Police left"."""
    words = "|".join(map(re.escape, _table()["closing"]["words"]))
    return re.compile(rf"\b(?:{words})\.\s+(?=[A-ZÀ-Þ])")


@cache
def _numbered() -> re.Pattern[str]:
    """An abbreviation that its number follows, at the beginning of a line too: "H.R. 3074 was passed"."""
    bills = [word.removeprefix("=") for word in load("grammar")["words"]["bill"]]
    words = [re.escape(word) for word in (*_table()["closing"]["numbered"], *bills) if word.endswith(".")]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words) or '(?!)'})\s+(?=\d)")


def _any(patterns: list[str]) -> str:
    """One of some patterns; where a language has none, what never matches."""
    return "|".join(patterns) or "(?!)"


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of one block; pieces without a word go to the next one, or to the last."""
    from nupunkt import sent_spans

    block = text[start:end]
    first = 0
    inner = {stop for _, stop in sent_spans(block)} if _INNER_END.search(block) else set()
    cuts = inner | {m.end() for ends in (_QUOTE_OPENS, _closing()) for m in ends.finditer(block)} | {len(block)}
    if inner:
        for match in _numbered().finditer(block):
            cuts = {cut for cut in cuts if not match.start() < cut <= match.end()}
    pieces = []
    for cut in sorted(cuts):
        if _WORD.search(block, first, cut):
            pieces.append([first, cut])
            first = cut
    if pieces:
        pieces[-1][1] = len(block)
    for begin, stop in pieces:
        piece = block[begin:stop]
        left = len(piece) - len(piece.lstrip())
        yield start + begin + left, start + begin + len(piece.rstrip())


def _blocks(text: str) -> Iterator[Block]:
    """The blocks of `text`: its lines that hold a word or sign."""
    last = None
    for line in LINE.finditer(text):
        if not line[0].isspace():
            yield Block(*line.span(), last is None or len(_LINE_END.findall(text, last, line.start())) > 1)
            last = line.end()
