"""Time expressions: words that date something, as rows of lexicon/en/times.toml read them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from math import ceil
from typing import Any, NamedTuple

from allegedly.lexicon import load
from allegedly.reading.when.spans import Fields
from allegedly.text.tokens import Tokens
from allegedly.text.words import KEEP, bare

_UNKNOWN, _SIGN = " \ue005"  # letters that no word of the table has
_NUMBER, _DAY, _YEAR, _DECADE, _CLOCK = "\ue000\ue001\ue002\ue003\ue004"
_DIGITS = {
    "NUMBER": _NUMBER + _DAY,
    "DAY": _DAY,
    "YEAR": _YEAR + _DECADE,
    "DECADE": _DECADE,
    "CLOCK": _CLOCK + _DAY,
}
_REACH = 14  # words of an expression on either side of the one without which nothing is dated
_ANY, _END = "WORD", "END"
_CAPITAL = ("WEEKDAY", "MONTH", "MONTH_SHORT", "HOLIDAY")  # classes whose words are names


class Expression(NamedTuple):
    """A time expression: the half-open range of its tokens, and the row that read it."""

    first: int
    last: int
    row: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Reader:
    """The rows of lexicon/en/times.toml as one regex over letters, a letter a word."""

    letters: dict[str, str]
    names: frozenset[str]  #: words that count only with a capital
    core: re.Pattern[str]  #: a word without which nothing is dated
    pattern: re.Pattern[str]
    rows: list[dict[str, Any]]
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
    any_word = "".join([_UNKNOWN, *(letter for word, letter in letters.items() if word.isalpha())])
    open_classes = _DIGITS | {_ANY: any_word}

    def one_of(names: Iterable[str]) -> str:
        return (
            "[" + "".join(open_classes.get(n) or "".join(letters[w] for w in classes.get(n, (n,))) for n in names) + "]"
        )

    def item(text: str) -> str:
        if text == _END:
            return f"(?![{any_word}])"
        return one_of(text.removesuffix("?").split("|")) + ("?" if text.endswith("?") else "")

    def opens(shape: str) -> Iterator[str]:
        """The letters of the items that a shape may start with."""
        for text in shape.split():
            yield one_of(text.removesuffix("?").split("|"))[1:-1]
            if not text.endswith("?"):
                return

    shapes = (f"{''.join(map(item, row['shape'].split()))}(?P<r{i}>)" for i, row in enumerate(rows))
    first = "".join(
        sorted({letter for row in rows for part in opens(row["shape"]) for letter in part} - {_UNKNOWN, _SIGN})
    )
    names = frozenset(w for name in _CAPITAL for w in classes[name])
    core = re.compile(one_of(table["core"]))
    return _Reader(letters, names, core, re.compile(f"(?=[{first}])(?:{'|'.join(shapes)})"), rows, classes)


def expressions(tokens: Tokens) -> list[Expression]:
    """The time expressions of a sentence in order; rates ("each month") are among them.

    >>> from allegedly.text.tokens import tokenise
    >>> tokens = tokenise("It hired 60 nurses in March")
    >>> [tokens.slice(found.first, found.last) for found in expressions(tokens)]
    ['in March']
    """
    reader = _reader()
    line = "".join(map(_letter, tokens.words))
    matches = [
        match for first, last in _around(reader.core, line) for match in reader.pattern.finditer(line, first, last)
    ]
    return [Expression(m.start(), _trim(tokens, m.end()), reader.rows[int((m.lastgroup or "")[1:])]) for m in matches]


def _around(core: re.Pattern[str], line: str) -> Iterator[tuple[int, int]]:
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
def _letter(word: str) -> str:
    """The letter of a word as printed; names of days and months count only with a capital."""
    if word[0].isdigit():
        return _digits(word)
    reader, known = _reader(), bare(word.lower())
    other = _UNKNOWN if word[0].isalpha() else _SIGN
    return other if known in reader.names and not word[0].isupper() else reader.letters.get(known, other)


def printed(tokens: Tokens, expression: Expression) -> str:
    """The words of an expression as they stand in the text, without a possessive's ending."""
    text = tokens.slice(expression.first, expression.last)
    return text[: len(text) - len(tokens.words[expression.last - 1]) + len(bare(tokens.words[expression.last - 1]))]


def _trim(tokens: Tokens, last: int) -> int:
    """The end of an expression without the stop of its sentence; that of "p.m." stays."""
    while not (word := tokens.words[last - 1])[0].isalnum():
        if word == "." and tokens.lower[last - 2] in load("times")["short"]:
            break
        last -= 1
    return last


def _digits(word: str) -> str:
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
    end = next((i for i, w in enumerate(words) if w in of["UNIT"]), 0)
    unit = _unit(words[end]) if end or words[0] in of["UNIT"] else None
    counts = [of["COUNT"].get(w) or table["vague"].get(w) or int(w) for w in words[:end] if _counts(w)]
    if not counts and any(w in of["UNIT"] and w not in table["units"] for w in words):
        counts = [max(table["vague"].values())]  # "the coming months"
    digits = [(w, _digits(w)) for w in words[end:] if w[0].isdigit()]
    days = tuple(int(w) for w, kind in digits if kind == _DAY)
    numbered = not of["NUMBERED"].keys().isdisjoint(words)  # "Q3"
    return Fields(
        weekdays=tuple(of["WEEKDAY"][w] for w in words if w in of["WEEKDAY"]),
        months=tuple(months[w] + 1 for w in words if w in months),
        days=days,
        years=tuple(int(w) for w in words if w[0].isdigit() and _digits(w) in (_YEAR, _DECADE)),
        unit=(unit.get("days", 0), unit.get("months", 0)) if unit else None,
        number=row.get("months") or (ceil(sum(counts) / unit.get("in_a_day", 1)) if counts and unit else None),
        nth=days[0] if numbered else next((of["NTH"][w] + 1 for w in words if w in of["NTH"]), None),
        half=not of["HALF"].keys().isdisjoint(words),
        shift=0 - (not of["PAST"].keys().isdisjoint(words)) + (not of["NEXT"].keys().isdisjoint(words)),
    )


def _unit(word: str) -> dict[str, int] | None:
    """How long a unit is."""
    units = load("times")["units"]
    found: dict[str, int] | None = units.get(word) or units.get(word.removesuffix("s"))
    return found


def _counts(word: str) -> bool:
    """Whether a word says how many: "24", "few", "three"."""
    if word[0].isdigit():
        return _digits(word) in (_DAY, _NUMBER) and word.isdigit()
    return word in _reader().classes["COUNT"] or word in load("times")["vague"]
