"""The shapes of time expressions, rows of lexicon/en/times.toml, as one pattern over letters, a letter a word."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from allegedly.lexicon import load
from allegedly.text.kept import Kept
from allegedly.text.words import bare

_UNKNOWN, _SIGN = " \ue005"  # letters that no word of the table has
_NUMBER, _DAY, _YEAR, _DECADE, _CLOCK, _SHORT, _YEARS = "\ue000\ue001\ue002\ue003\ue004\ue006\ue007"
_DIGITS = {
    "NUMBER": _NUMBER + _DAY + _SHORT,
    "DAY": _DAY,
    "SHORT": _SHORT + _DAY,
    "YEAR": _YEAR + _DECADE,
    "DECADE": _DECADE,
    "YEARS": _YEARS,
    "CLOCK": _CLOCK + _DAY,
}
_ANY, _END = "WORD", "END"
_CAPITAL = ("WEEKDAY", "MONTH", "MONTH_SHORT", "HOLIDAY")  # classes whose words are names
_TWO_YEARS = re.compile(r"(1\d|2[01])(\d\d)/((?:1\d|2[01])?\d\d)")  # "2017/18"


@dataclass(frozen=True, slots=True)
class Reader:
    """The rows of the table as one pattern, and what the letters of its words are."""

    letters: dict[str, str]
    names: frozenset[str]  #: words that count only with a capital
    core: re.Pattern[str]  #: a word without which nothing is dated
    pattern: re.Pattern[str]  #: the group that matched, "r12", names the row
    rows: list[dict[str, Any]]
    classes: dict[str, dict[str, int]]


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The reader of the table.

    >>> reader().rows[0]["name"]
    'months to a month'
    """
    table = load("times")
    classes = {name: {w: i for i, w in enumerate(words) if w} for name, words in table["classes"].items()}
    classes["COUNT"] = {word: worth for name in table["counts"] for word, worth in load("numbers")[name].items()}
    rows, parts = table["phrase"], table["parts"]
    shapes = [row["shape"] for row in rows] + [shape for shapes in parts.values() for shape in shapes]
    literals = {word for shape in shapes for item in shape.split() for word in item.strip("?").split("|")}
    literals |= {*table["core"]}
    words = sorted({w for found in classes.values() for w in found} | {w for w in literals if not w.isupper()})
    letters = {word: chr(0xE100 + i) for i, word in enumerate(words)}
    any_word = "".join([_UNKNOWN, *(letter for word, letter in letters.items() if word.isalpha())])
    open_classes = _DIGITS | {_ANY: any_word}

    def one_of(names: Iterable[str]) -> str:
        return "".join(open_classes.get(n) or "".join(letters[w] for w in classes.get(n, (n,))) for n in names)

    def item(text: str) -> str:
        if text == _END:
            return f"(?![{any_word}])"
        names = text.removesuffix("?").split("|")
        single = one_of(n for n in names if n not in parts)
        ways = [sequence(shape) for name in names if name in parts for shape in parts[name]]
        return f"(?:{'|'.join([*ways, *([f'[{single}]'] if single else [])])})" + ("?" if text.endswith("?") else "")

    def sequence(shape: str) -> str:
        return "".join(map(item, shape.split()))

    def opens(shape: str) -> set[str]:
        """The letters of the items that a shape may start with."""
        found: set[str] = set()
        for text in shape.split():
            names = text.removesuffix("?").split("|")
            found.update(one_of(n for n in names if n not in parts))
            found = found.union(*(opens(part) for name in names for part in parts.get(name, ())))
            if not text.endswith("?"):
                break
        return found

    first = "".join(sorted(set().union(*(opens(row["shape"]) for row in rows)) - {_UNKNOWN, _SIGN}))
    ways = (f"{sequence(row['shape'])}(?P<r{i}>)" for i, row in enumerate(rows))
    names = frozenset(w for name in _CAPITAL for w in classes[name])
    core = re.compile(f"[{one_of(table['core'])}]")
    pattern = f"(?=[{first}])(?:{'|'.join(ways)})" if rows else "(?!)"
    return Reader(letters, names, core, re.compile(pattern), rows, classes)


def letter(word: str) -> str:
    """The letter of a word as printed; names of days and months count only with a capital.

    >>> letter("March") == letter("march")
    False
    """
    if word[0].isdecimal():
        return _digits(word)
    known = bare(word.lower())
    other = _UNKNOWN if word[0].isalpha() else _SIGN
    return other if known in reader().names and not word[0].isupper() else reader().letters.get(known, other)


LETTERS = Kept(letter)  #: the letter of each word as printed


def is_of(word: str, name: str) -> bool:
    """Whether a number as printed is of a class of numbers.

    >>> is_of("2014", "YEAR"), is_of("31", "DAY"), is_of("98", "DAY"), is_of("2017/18", "YEARS")
    (True, True, False, True)
    """
    return word[0].isdecimal() and _digits(word) in _DIGITS[name]


def _digits(word: str) -> str:
    """The letter of a number by its size."""
    if not word.isascii() or not word.isdecimal():
        return _YEARS if _TWO_YEARS.fullmatch(word) and years(word) else _CLOCK if ":" in word else _NUMBER
    if len(word) <= 2:
        return _DAY if 1 <= int(word) <= 31 else _SHORT if len(word) == 2 else _NUMBER
    if len(word) == 4 and "1000" <= word < "2200":
        return _DECADE if word.endswith("0") else _YEAR
    return _NUMBER


def years(word: str) -> tuple[int, ...]:
    """The two years of "2017/18", where the second is the one after the first; none of any other fraction.

    >>> years("2017/18"), years("1999/2000"), years("2017/12")
    ((2017, 2018), (1999, 2000), ())
    """
    first, _, second = word.partition("/")
    later = int(first) + 1
    return (later - 1, later) if str(later).endswith(second) and len(second) in (2, 4) else ()
