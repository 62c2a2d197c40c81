"""Lines and paragraphs: where a line end inside a paragraph is only a space.

Two line ends make a paragraph. One is a space where lines were wrapped to a width, or where paragraphs stand apart by
blank lines; it ends a paragraph where most lines end as sentences do. No offset moves: each sign keeps its place.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from allegedly.lexicon import load
from allegedly.text.words import closed, number_words, sayings

LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_ENDS = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*")
_ODD_ENDS = re.compile(r"[\r\v\f\x85\u2028\u2029]|\n[^\S\n]+\n")
_SINGLE = re.compile(r"\S[^\S\n\r]*(?:\r\n|[\n\r\v\f\x85\u2028\u2029])[^\S\n\r]*\S")
_SPACES = re.compile(r"[^\S\n\r]+")
# A bullet, a number up to 31, a speaker; no "−3.7", and no "104." that a line happens to begin with.
_LIST_ITEM = re.compile(
    r"""(?! [−<>~≈±-]\d )
    (?: [^\w\s"“'‘([$€£+–—] | [–—]\s?[A-Z] | (?:[12]?\d|3[01])[.)]\s | (?P<speaker>[A-Z][\w .'’-]{0,40}:\s) )""",
    re.VERBOSE,
)
_LEADING = frozenset("dsio")  # the letters of words that something must follow: "the", "its", "in", "of"
_CELLS = re.compile(r"\t|\||\S {3,}\S")
_WORD = re.compile(r"\s*(\S{0,40})")
_LAST_WORD = re.compile(r"(\S+)\s*$")
CLOSED = re.compile(r"[.!?…:;,][\"”’')\]]*$")
_ENDED = re.compile(r"[.!?…:;][\"”’')\]]*$")
_WRAPPED = 0.8  # the share of lines on which the next word would not have fitted, in a text that was wrapped
_LINED = 0.5  # the share of lines that end as sentences do, in a text whose lines are paragraphs
_ITEMS = (";", ":")  # what is behind them in small letters is the next of a list
_SHORT = 6  # words of an item of a list
_FEW = 3  # fewer line ends than these tell nothing of a text


class Line(NamedTuple):
    """A line that holds a word or sign: its offsets, how it reads with single spaces, whether it is a table's row."""

    start: int
    end: int
    words: str
    celled: bool


class Paragraph(NamedTuple):
    """Lines with no blank line between them, and whether a blank line stands before them."""

    apart: bool
    lines: list[Line]


class _Layout(NamedTuple):
    """How the lines of a text were set."""

    width: int  #: what they were wrapped to; 0 where they were not
    lined: bool  #: each line is a paragraph


def folded(text: str) -> str:
    r"""`text` with a space for each line end that only wraps a paragraph, and the others plain; sign for sign.

    >>> folded("Rain fell.\n\nPolice in\nNorvik counted 40 cars.")
    'Rain fell.\n\nPolice in Norvik counted 40 cars.'
    >>> folded("Rain fell.\n\nIt paid two farmers in\nNorvik. Profit: $50.")
    'Rain fell.\n\nIt paid two farmers in Norvik. Profit: $50.'
    """
    if _SINGLE.search(text):
        text = _joined(text)
    return _ENDS.sub(_plain, text) if _ODD_ENDS.search(text) else text


def _plain(ends: re.Match[str]) -> str:
    """Line ends of any kind as the plain one, behind the spaces among them."""
    count = len(_LINE_END.findall(ends[0]))
    return " " * (len(ends[0]) - count) + "\n" * count


def _joined(text: str) -> str:
    """`text` with a space for each line end inside a paragraph."""
    paragraphs = [*_paragraphs(text)]
    layout = _layout(paragraphs)
    found, at = [], 0
    for number, paragraph in enumerate(paragraphs):
        for place, (last, line) in enumerate(zip(paragraph.lines, paragraph.lines[1:], strict=False)):
            if _continues(last, line, layout, opens=number == 0 and place == 0):
                found += [text[at : last.end], " " * (line.start - last.end)]
                at = line.start
    return "".join([*found, text[at:]])


def _paragraphs(text: str) -> Iterator[Paragraph]:
    run: list[Line] = []
    for line in LINE.finditer(text):
        start, end = line.span()
        words = spaced(text[start:end])
        if not words:
            continue
        if run and len(_LINE_END.findall(text, run[-1].end, start)) > 1:
            yield Paragraph(True, run)
            run = []
        run.append(Line(start, end, words, has_cells(text[start:end])))
    if run:
        yield Paragraph(True, run)


def spaced(line: str) -> str:
    """A line with one space between its words, whatever stands there.

    >>> spaced("two  goats\u00a0bleat ")
    'two goats bleat'
    """
    return _SPACES.sub(" ", line).strip()


def has_cells(line: str) -> bool:
    """Whether a line is a row of a table: its cells stand apart by tabs, bars or many spaces."""
    return _CELLS.search(line) is not None


def _layout(paragraphs: list[Paragraph]) -> _Layout:
    pairs = [pair for each in paragraphs for pair in zip(each.lines, each.lines[1:], strict=False)]
    told = [(last.words, line.words) for last, line in pairs if not _LIST_ITEM.match(line.words)]
    if len(told) < _FEW:
        return _Layout(0, lined=False)
    width = max(len(last) for last, _ in told)
    full = sum(len(last) + 1 + len(_first_word(line)) > width for last, line in told)
    if full >= _WRAPPED * len(told):
        return _Layout(width, lined=False)
    return _Layout(0, lined=sum(_ENDED.search(last) is not None for last, _ in told) >= _LINED * len(told))


def _first_word(line: str) -> str:
    match = _WORD.match(line)
    return match.group(1) if match else ""


def _continues(last: Line, line: Line, layout: _Layout, opens: bool) -> bool:
    """Whether `line` goes on with the `last` one; `opens` is true of the first line of a text, its headline."""
    item = _LIST_ITEM.match(line.words)
    if last.celled or line.celled or (item and not (item["speaker"] and _is_led(last.words))):
        return False
    word = _first_word(line.words)
    is_ended = _ENDED.search(last.words) is not None
    if word[:1].islower() and not last.words.endswith(_ITEMS):
        return True
    if layout.width:
        return len(last.words) + 1 + len(word) > layout.width
    begins = last.words[0].isdecimal() and word[:1].isdecimal()
    is_listed = begins and last.words.count(" ") < _SHORT  # "5 dead", "6 hurt"
    if layout.lined or is_listed or is_label(last.words) or is_label(line.words):
        return False
    return not opens or (not is_ended and (not word[:1].isalpha() or _is_cut(last.words)))


def _is_led(line: str) -> bool:
    """Whether a line ends with a word that something must follow: "two farmers in", before "Norvik. Profit: $50"."""
    return closed().get(line.rpartition(" ")[2].lower()) in _LEADING


def _is_cut(line: str) -> bool:
    """Whether a line cannot end where it does: behind a comma, "the", "in" or "said"."""
    match = _LAST_WORD.search(line)
    word = match.group(1).lower() if match else ""
    return word.endswith((",", "-", "–", "—")) or (word in closed() and word not in number_words()) or word in sayings()


@cache
def _labels() -> re.Pattern[str]:
    """What begins a line that stands alone: a picture's credit, a link, a byline, one who asks."""
    words = "|".join(re.escape(row["words"]) for row in load("sections")["start"])
    asks = "|".join(map(re.escape, load("speech")["labels"]["question"]))
    return re.compile(rf"[(\[]?\s*(?i:{words})\b|(?:{asks})\.\s")


def is_label(line: str) -> bool:
    """Whether a line begins as captions, links and bylines do.

    >>> is_label("Photo: A. Nonymous"), is_label("Two goats bleat.")
    (True, False)
    """
    return _labels().match(line) is not None
