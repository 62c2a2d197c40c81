"""What a printed number is worth, and how finely it is printed."""

import math
import re
from functools import cache, lru_cache
from typing import NamedTuple

from allegedly.lexicon import load
from allegedly.reading.tokens import pieces

_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_POWER = re.compile(r"(?:([\d.]+)\s?[×x*·]\s?)?(\d+)(?:\^?([-+]?\d+))", re.DOTALL)
_LONGEST = 400  # digits; beyond, no float holds the number, and int() would refuse it


class Number(NamedTuple):
    """A number as printed."""

    value: float
    grain: float | None  #: the unit of the last significant digit
    exact: bool  #: a word or a digit that is not rounded: no decimals, no trailing zeros


@cache
def _worth() -> dict[str, tuple[str, float]]:
    """The table and the worth of each number word."""
    tables = load("numbers")
    return {word: (name, worth) for name, table in tables.items() if isinstance(table, dict) for word, worth in table.items()}


@cache
def _glue() -> dict[str, str]:
    words = load("grammar")["words"]
    return {word: role for role in ("a", "and", "of", "point") for word in words[role]}


@lru_cache(1 << 12)
def number(printed: str) -> Number | None:
    """The number that `printed` is, or None where no float holds it.

    >>> number("50,000"), number("7.5 million").value, number("two and a half").value
    (Number(value=50000.0, grain=10000.0, exact=False), 7500000.0, 2.5)
    """
    total = current = base = 0.0
    seen = False  # is there a part that waits for its scale
    grain, fine = None, True
    worth, glue = _worth(), _glue()
    decimals = None
    for piece in pieces(printed.strip()):
        lower = piece.lower()
        if piece[0].isdigit() or (piece[0] == "." and len(piece) > 1):
            if decimals is not None:
                current += float(f"0.{piece}")
                decimals = None
                continue
            found = digits(piece)
            if found is None:
                return None
            current, seen = (current + found.value if seen else found.value), True
            grain, fine = found.grain, found.exact
            continue
        role, value = worth.get(piece) or worth.get(lower) or (glue.get(lower), None)
        if role in ("ones", "teens", "tens"):
            if decimals is not None:
                current += value / 10**decimals
                decimals += 1
            else:
                current, seen = current + value, True
        elif role in ("hundred", "scale", "scales", "letter", "group", "groups"):
            decimals = None
            if role == "hundred" or value == 100:
                current = (current if seen else 1) * value
                seen = True
            elif base or current or seen:
                total, current, base, seen = total + (base + current) * value, 0.0, 0.0, False
            else:
                total = (total or 1) * value
            grain = grain * value if grain else None
        elif role in ("half", "vulgar"):
            current, seen = current + value if role == "vulgar" else (current or 1) * value, True
            grain = None
        elif role in ("nth", "nths"):
            current, seen = (current if seen else 1) / value, True
        elif role == "and" and seen:
            base, current, seen = base + current, 0.0, False
        elif role == "point":
            decimals = 1
    value = total + base + current
    if not math.isfinite(value):
        return None
    return Number(value, *( (grain, fine) if grain else _grain(value)))


def _grain(value: float) -> tuple[float | None, bool]:
    """The unit of the last digit that is not zero in `value`, and whether that is the last digit."""
    if not value or value != int(value) or value > 1e18:
        return None, True
    whole, grain = int(abs(value)), 1.0
    while whole % 10 == 0:
        whole, grain = whole // 10, grain * 10
    return grain, grain == 1


@lru_cache(1 << 12)
def digits(printed: str) -> Number | None:
    """The number that one piece of digits is.

    >>> digits("1,000.50"), digits("3/4").value, digits("6×10⁵").value
    (Number(value=1000.5, grain=0.01, exact=False), 0.75, 600000.0)
    """
    if len(printed) > _LONGEST:
        return None
    try:
        return _digits(printed)
    except (OverflowError, ZeroDivisionError, ValueError):
        return None


def _digits(printed: str) -> Number | None:
    plain = printed.translate(_SUPERSCRIPT).replace("\u00a0", "").replace("\u202f", "").replace("\u2009", "").replace(" ", "")
    if "/" in plain:
        above, below = plain.split("/")
        return Number(float(above) / float(below), None, True)
    if re.search(r"[×x*·^⁰-⁹]", printed):
        factor, base, power = _POWER.fullmatch(plain).groups()
        value = float(factor or 1) * float(base) ** float(power)
        return Number(value, None, True) if math.isfinite(value) else None
    if "e" in plain.lower():
        value = float(plain)
        return Number(value, None, True) if math.isfinite(value) else None
    if re.fullmatch(r"\d+,\d{1,2}|\d+,\d{4,}", plain):
        plain = plain.replace(",", ".")
    elif plain.count(".") > 1:
        plain = plain.replace(".", "")
    plain = plain.replace(",", "")
    value = float(plain)
    if not math.isfinite(value):
        return None
    if "." in plain:
        return Number(value, 10.0 ** -len(plain.split(".")[1]), False)
    return Number(value, *_grain(value))
