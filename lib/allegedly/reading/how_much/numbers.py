"""What a printed number is worth, and how finely it is printed."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from allegedly.lexicon import load
from allegedly.text.tokens import pieces

_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--", " \u00a0\u2009\u202f\n\t'’")
_POWER = re.compile(r"(?:(\d+(?:\.\d+)?)\s?[×x*·]\s?)?(\d+(?:\.\d+)?)(?:\^[-+−]?\d+|[⁻⁺]?[⁰¹²³⁴-⁹]+|[-−–]\d+)")
_LONGEST = 400  # digits; beyond, no float holds the number
_LARGEST = 1e300  # what floats hold with room for the bounds around it
_SCALES = ("hundred", "scale", "scales", "letter", "dozen", "dozens", "scores", "tens_of")


class Number(NamedTuple):
    """A number as printed."""

    value: float
    grain: float | None = None  #: the unit of the last significant digit
    exact: bool = True  #: neither decimals nor trailing zeros, so nothing was rounded away
    scale: float = 1  #: the last scale word: a million for "5 million"


@lru_cache(1 << 12)
def number(printed: str) -> Number | None:
    """The number that `printed` is, or None where no float holds it.

    >>> number("50,000").grain, number("7.5 million").value, number("two and a half").value
    (10000.0, 7500000.0, 2.5)
    """
    found = _Sum()
    for piece in pieces(printed.strip()):
        if piece[0].isdecimal() or (piece[0] == "." and len(piece) > 1):
            of = digits(piece)
            if of is None:
                return None
            found.digits(of)
        else:
            found.word(*(_worth().get(piece) or _worth().get(piece.lower()) or (None, 0)))
    value = found.value()
    if not abs(value) < _LARGEST:
        return None
    if found.factor != 1 and value % 1:
        value = float(f"{value:.15g}")  # 8.2 billion, not 8199999999.999999
    if found.printed is None:
        return Number(value, *_grain(value), found.scale)
    grain = found.printed.grain and found.printed.grain * found.factor
    return Number(value, grain, found.printed.exact and found.factor == 1, found.scale)


def million(printed: Number) -> Number:
    """So many millions.

    >>> million(number("2.1")).value
    2100000.0
    """
    return printed._replace(
        value=float(f"{printed.value * 1e6:.15g}"), grain=printed.grain and printed.grain * 1e6, exact=False, scale=1e6
    )


class _Sum:
    """A number as it is read from left to right: `two hundred and five thousand and one`."""

    def __init__(self) -> None:
        self.total = self.before = 0.0  # what is scaled already; what stood before "and"
        self.current: float | None = None  # what waits for its scale
        self.scale = self.factor = 1.0
        self.part = 0.0  # a half behind "and", that waits for its scale
        self.places = 0  # decimals read after "point"
        self.joined = False  # "and" stood behind a scale
        self.of = False  # "of" stood behind a fraction: "half of one percent"
        self.printed: Number | None = None  # the digits, where there are any

    def value(self) -> float:
        return self.total + self.part * self.scale + self.before + (self.current or 0)

    def digits(self, of: Number) -> None:
        if self.of and of.value == 1:
            return
        if self.places:
            self.current = (self.current or 0) + of.value / 10 ** len(str(int(of.value)))
        else:
            self.current, self.printed = (self.current or 0) + of.value, of

    def word(self, role: str | None, worth: float) -> None:
        if role == "of":
            self.of = True
        elif self.of and role == "ones" and worth == 1:
            return
        elif role in ("ones", "teens", "tens"):
            self.current = (self.current or 0) + (worth / 10**self.places if self.places else worth)
            self.places += bool(self.places)
        elif role in _SCALES:
            self._scale(worth)
        elif role == "half" and self.joined:
            self.part = worth  # of the scale before it, "a million and a half", or of one that follows
        elif role == "half" or role == "vulgar":
            current = self.current or 0 if role == "vulgar" else 0
            self.current = current + worth if current or self.current is None else self.current * worth
        elif role in ("nth", "nths"):
            self.current = (1 if self.current is None else self.current) / worth
        elif role in ("factor", "multiplied"):
            self.current = worth
        elif role == "and" and self.current is not None:
            self.before, self.current = self.before + self.current, None
        elif role == "and":
            self.joined = True
        elif role == "point":
            self.places = 1

    def _scale(self, worth: float) -> None:
        self.places, self.scale, self.factor = 0, worth, self.factor * worth
        if self.part:
            self.total, self.part = self.total + self.part * worth, 0.0
            return
        if worth == 100:
            self.current = (1 if self.current is None else self.current) * worth
        elif self.current is None and not self.before and self.total:
            self.total *= worth  # "a thousand million"
        else:
            self.total += (self.before + (1 if self.current is None and not self.before else self.current or 0)) * worth
            self.before, self.current = 0.0, None


@cache
def _worth() -> dict[str, tuple[str, float]]:
    """The table and the worth of each word that numbers are made of."""
    tables, glue = load("numbers"), load("grammar")["words"]
    found = {word: (role, 0.0) for role in ("and", "point", "of") for word in glue[role]}
    roles = {name: table for name, table in tables.items() if isinstance(table, dict)}
    return found | {word: (name, worth) for name, table in roles.items() for word, worth in table.items()}


def _grain(value: float) -> tuple[float | None, bool]:
    """The unit of the last digit of `value` that is not zero, and whether that is its last digit."""
    if not value or value != int(value) or abs(value) > 1e18:
        return None, True
    whole, grain = int(abs(value)), 1.0
    while whole % 10 == 0:
        whole, grain = whole // 10, grain * 10
    return grain, grain == 1


@lru_cache(1 << 12)
def digits(printed: str) -> Number | None:
    """The number that one piece of digits is, or None where no float holds it.

    >>> digits("1,000.50").value, digits("3/4").value, digits("6×10⁵").value, digits("1e999")
    (1000.5, 0.75, 600000.0, None)
    """
    if len(printed) > _LONGEST:
        return None
    try:
        found = _digits(printed)
    except (OverflowError, ZeroDivisionError, ValueError):
        return None
    return found if abs(found.value) < _LARGEST else None


@cache
def _marks() -> dict[int, str]:
    """The marks of the language that is read, and those of 1,234.5 for which they stand."""
    marks = load("grammar")["marks"]
    return str.maketrans({marks["decimal"]: ".", marks["grouping"]: ","}) if marks["decimal"] != "." else {}


def with_point(printed: str) -> str:
    """Digits with the marks of 1,234.5, whatever the marks of the language that is read.

    >>> with_point("1,234.5")
    '1,234.5'
    """
    return printed.translate(_marks()) if _marks() else printed


def _digits(printed: str) -> Number:
    printed = with_point(printed)
    plain = printed.translate(_PLAIN).replace("⁄", "/")
    if "/" in plain:
        above, below = plain.split("/")
        return Number(float(above) / float(below))
    if power := _POWER.fullmatch(printed):
        factor, base = power.groups()
        exponent = printed[power.end(2) :].translate(_PLAIN).removeprefix("^")
        return Number(float(factor or 1) * float(base) ** float(exponent))
    if "." in plain and plain.rfind(".") < plain.rfind(","):
        plain = plain.replace(".", "")  # 1.234,56
    if "," in plain and not re.fullmatch(r"[\d,]*,\d{3}(?:\.\d+)?", plain):
        plain = plain.replace(",", ".")
    elif plain.count(".") > 1:
        plain = plain.replace(".", "")
    value = float(plain.replace(",", ""))
    if "." in plain:
        return Number(value, 10.0 ** -len(plain.partition(".")[2]), False)
    return Number(value, *_grain(value))
