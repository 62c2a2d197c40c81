"""Time expressions: words that date something, as rows of lexicon/times.toml read them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from allegedly.lexicon import load
from allegedly.reading.spans import Fields
from allegedly.reading.tokens import Tokens
from allegedly.reading.words import KEEP, bare

_UNKNOWN, _NUMBER, _DAY, _YEAR, _DECADE, _CLOCK = " ", *"\ue000\ue001\ue002\ue003\ue004"  # letters that no word has
_DIGITS = {
    "NUMBER": _NUMBER + _DAY,
    "DAY": _DAY,
    "YEAR": _YEAR + _DECADE,
    "DECADE": _DECADE,
    "CLOCK": _CLOCK + _DAY,
}
_REACH = 14  # words of an expression on either side of the one without which nothing is dated
_CAPITAL = ("WEEKDAY", "MONTH", "MONTH_SHORT")  # classes whose words are names


class Expression(NamedTuple):
    """A time expression: the half-open range of its tokens, and the row that read it."""

    first: int
    last: int
    row: dict


@dataclass(frozen=True, slots=True)
class _Reader:
    """The rows of lexicon/times.toml as one regex over letters, a letter a word."""

    letters: dict[str, str]
    names: frozenset[str]  #: words that count only with a capital
    core: re.Pattern  #: a word without which nothing is dated
    pattern: re.Pattern
    rows: list[dict]
    classes: dict[str, dict[str, int]]


@lru_cache(maxsize=1)
def _reader() -> _Reader:
    """The reader of the table."""
    table = load("times")
    classes = {name: {w: i for i, w in enumerate(words) if w} for name, words in table["classes"].items()}
    classes["COUNT"] = {word: worth for name in table["counts"] for word, worth in load("numbers")[name].items()}
    rows = table["phrase"]
    literals = {word for row in rows for item in row["shape"].split() for word in item.strip("?").split("|")}
    words = sorted({w for found in classes.values() for w in found} | {w for w in literals if not w.isupper()})
    letters = {word: chr(0xE100 + i) for i, word in enumerate(words)}

    def one_of(names):
        return "[" + "".join(_DIGITS.get(n) or "".join(letters[w] for w in classes.get(n, (n,))) for n in names) + "]"

    def item(text):
        return one_of(text.removesuffix("?").split("|")) + ("?" if text.endswith("?") else "")

    shapes = (f"{''.join(map(item, row['shape'].split()))}(?P<r{i}>)" for i, row in enumerate(rows))
    names = frozenset(w for name in _CAPITAL for w in classes[name])
    core = re.compile(one_of(table["core"]))
    return _Reader(letters, names, core, re.compile(f"(?!{_UNKNOWN})(?:{'|'.join(shapes)})"), rows, classes)


def expressions(tokens: Tokens) -> list[Expression]:
    """The time expressions of a sentence in order; rates ("each month") are among them.

    >>> from allegedly.reading.tokens import tokenise
    >>> tokens = tokenise("It hired 60 nurses in March")
    >>> [tokens.slice(found.first, found.last) for found in expressions(tokens)]
    ['in March']
    """
    reader = _reader()
    line = "".join(map(_letter, tokens.words))
    matches = [
        match for first, last in _around(reader.core, line) for match in reader.pattern.finditer(line, first, last)
    ]
    return [Expression(m.start(), _trim(tokens, m.end()), reader.rows[int(m.lastgroup[1:])]) for m in matches]


def _around(core, line):
    """The stretches of a line of letters that may hold an expression: those around a word of `core`."""
    first = last = 0
    for match in core.finditer(line):
        if match.start() - _REACH > last:
            if last:
                yield first, last
            first = match.start() - _REACH
        last = match.end() + _REACH
    if last:
        yield max(first, 0), last


@lru_cache(maxsize=KEEP)
def _letter(word):
    """The letter of a word as printed; names of days and months count only with a capital."""
    if word[0].isdigit():
        return _digits(word)
    reader, known = _reader(), bare(word.lower())
    return _UNKNOWN if known in reader.names and not word[0].isupper() else reader.letters.get(known, _UNKNOWN)


def printed(tokens: Tokens, expression: Expression) -> str:
    """The words of an expression as they stand in the text, without a possessive's ending."""
    text = tokens.slice(expression.first, expression.last)
    return text[: len(text) - len(tokens.words[expression.last - 1]) + len(bare(tokens.words[expression.last - 1]))]


def _trim(tokens, last):
    """The end of an expression without the stop of its sentence; that of "p.m." stays."""
    while not tokens.words[last - 1][0].isalnum() and len(tokens.words[last - 2]) != 1:
        last -= 1
    return last


def _digits(word):
    """The letter of a number by its size."""
    if not word.isascii() or not word.isdigit():
        return _CLOCK if ":" in word else _NUMBER
    if len(word) <= 2:
        return _DAY if 1 <= int(word) <= 31 else _NUMBER
    if len(word) == 4 and "1000" <= word < "2200":
        return _DECADE if word.endswith("0") else _YEAR
    return _NUMBER


def fields(tokens: Tokens, expression: Expression) -> Fields:
    """What the words of an expression name."""
    words = [bare(w) for w in tokens.lower[expression.first : expression.last]]
    row = expression.row
    reader, table = _reader(), load("times")
    of = reader.classes
    months = of["MONTH"] | of["MONTH_SHORT"]
    units = [table["units"].get(w) or table["units"].get(w.removesuffix("s")) for w in words if w in of["UNIT"]]
    digits = [(w, _digits(w)) for w in words if w[0].isdigit()]
    counts = [of["COUNT"][w] for w in words if w in of["COUNT"]]
    counts += [table["vague"][w] for w in words if w in of["VAGUE"]]
    counts += [int(w) for w, kind in digits if kind in (_DAY, _NUMBER) and w.isdigit()]
    if not counts and any(w in of["UNIT"] and w not in table["units"] for w in words):
        counts = [max(table["vague"].values())]  # "the coming months"
    unit = next((u for u in units if u), None)
    return Fields(
        weekdays=tuple(of["WEEKDAY"][w] for w in words if w in of["WEEKDAY"]),
        months=tuple(months[w] + 1 for w in words if w in months),
        days=tuple(int(w) for w, kind in digits if kind == _DAY),
        years=tuple(int(w) for w, kind in digits if kind in (_YEAR, _DECADE)),
        unit=unit and (unit.get("days", 0), unit.get("months", 0)),
        number=row.get("months") or (sum(counts) if counts else None),
        nth=next((of["NTH"][w] + 1 for w in words if w in of["NTH"]), None),
        half=not of["HALF"].keys().isdisjoint(words),
        shift=0 - (not of["PAST"].keys().isdisjoint(words)) + (not of["NEXT"].keys().isdisjoint(words)),
    )
