"""Time expressions: words that date something, as rows of lexicon/en/times.toml read them."""

import re
from collections.abc import Iterator
from math import ceil
from typing import Any, NamedTuple

from allegedly.lexicon import load
from allegedly.reading.when.shapes import LETTERS, is_of, reader, years
from allegedly.reading.when.spans import Fields
from allegedly.text.tokens import Tokens
from allegedly.text.words import bare

_REACH = 14  # words of an expression on either side of the one without which nothing is dated
_CENTURY = 50  # "FY18" is 2018, "FY98" is 1998


class Expression(NamedTuple):
    """A time expression: the half-open range of its tokens, and the row that read it."""

    first: int
    last: int
    row: dict[str, Any]


def expressions(tokens: Tokens) -> list[Expression]:
    """The time expressions of a sentence in order; rates ("each month") are among them.

    >>> from allegedly.text.tokens import tokenise
    >>> tokens = tokenise("It hired 60 nurses in March")
    >>> [tokens.slice(found.first, found.last) for found in expressions(tokens)]
    ['in March']
    """
    table = reader()
    line = "".join(map(LETTERS.__getitem__, tokens.words))
    matches = [m for first, last in _around(table.core, line) for m in table.pattern.finditer(line, first, last)]
    return [Expression(m.start(), _trim(tokens, m.end()), table.rows[int((m.lastgroup or "")[1:])]) for m in matches]


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


def fields(tokens: Tokens, expression: Expression) -> Fields:
    """What the words of an expression name.

    >>> from allegedly.text.tokens import tokenise
    >>> tokens = tokenise("From 3 May to 9 June 2012")
    >>> found = fields(tokens, *expressions(tokens))
    >>> found.days, found.months, found.years
    ((3, 9), (5, 6), (2012,))
    """
    row, of = expression.row, reader().classes
    words = _full([bare(w) for w in tokens.lower[expression.first : expression.last]])
    months = of["MONTH"] | of["MONTH_SHORT"]
    end = next((i for i, w in enumerate(words) if w in of["UNIT"]), 0)
    unit = _unit(words[end]) if end or words[0] in of["UNIT"] else None
    counts = _counts(words, end)
    named = tuple(months[w] + 1 for w in words if w in months)
    start = (
        0 if named and not any(w in months for w in words[end:]) else end
    )  # "9 April last year", "24 hours to 9 April"
    hours = [i - 1 for i, w in enumerate(words) if w in of["HALF_DAY"]]  # "5 p.m."
    days = tuple(int(w) for i, w in enumerate(words) if i >= start and i not in hours and is_of(w, "DAY"))
    numbered = not of["NUMBERED"].keys().isdisjoint(words)  # "Q3"
    return Fields(
        weekdays=tuple(of["WEEKDAY"][w] for w in words if w in of["WEEKDAY"]),
        months=named,
        days=() if len(named) == 2 and len(days) == 1 else days,  # "from May 2019 to 3 June 2021"
        years=tuple(int(w) for w in words if is_of(w, "YEAR")),
        unit=(unit.get("days", 0), unit.get("months", 0)) if unit else None,
        number=row.get("months") or (ceil(sum(counts) / unit.get("in_a_day", 1)) if counts and unit else None),
        nth=days[0] if numbered else next((of["NTH"][w] + 1 for w in words if w in of["NTH"]), None),
        half=not of["HALF"].keys().isdisjoint(words),
        shift=0 - (not of["PAST"].keys().isdisjoint(words)) + (not of["NEXT"].keys().isdisjoint(words)),
        from_today=next((of["RELATIVE"][w] - 1 for w in words if w in of["RELATIVE"]), None),
        part=not of["PART"].keys().isdisjoint(words),
    )


def _full(words: list[str]) -> list[str]:
    """The words with each year in full: "2012–13", "2017/18" and "fy 18" name 2013, 2018 and 2018."""
    found: list[str] = []
    for i, word in enumerate(words):
        if is_of(word, "YEARS"):
            found += map(str, years(word))
        elif is_of(word, "SHORT") and i > 1 and words[i - 1] in load("times")["joints"] and is_of(words[i - 2], "YEAR"):
            century = int(words[i - 2][:2]) + (word < words[i - 2][2:])
            found.append(f"{century}{word:0>2}")
        elif is_of(word, "SHORT") and i and words[i - 1] in load("times")["fiscal"]:
            found.append(f"{20 if int(word) < _CENTURY else 19}{word:0>2}")
        else:
            found.append(word)
    return found


def _counts(words: list[str], end: int) -> list[int]:
    """How many units the words before the one at `end` say; "the coming months" are as many as a vague word can say."""
    of, vague = reader().classes, load("times")["vague"]
    found = [
        int(w) if w.isdecimal() and is_of(w, "NUMBER") else of["COUNT"].get(w) or vague.get(w) or 0 for w in words[:end]
    ]
    counts = [count for count in found if count]
    if not counts and any(w in of["UNIT"] and w not in load("times")["units"] for w in words):
        return [max(vague.values())]
    return counts


def _unit(word: str) -> dict[str, int] | None:
    """How long a unit is."""
    units = load("times")["units"]
    found: dict[str, int] | None = units.get(word) or units.get(word.removesuffix("s"))
    return found
