"""Numbers and lists as a reader writes them."""

import math
from collections.abc import Iterable

from ..lexicon import load, shown

DIGITS = 6  #: of a calculated number: more than any printed figure has, and no noise of binary fractions


def amount(value: float, unit: str | None = None, per: str | None = None) -> str:
    """A number that was calculated, with its unit, as a reader writes it.

    >>> amount(80000000.0, "USD"), amount(2.0, "percent"), amount(22.86, "meter"), amount(1500.0, None)
    ('$80 million', '2%', '22.86 meters', '1,500')
    """
    if math.isinf(value) or math.isnan(value):
        return "∞"
    return shown.amount(shown.rounded(value, DIGITS), unit, per)


def listed(texts: Iterable[str]) -> str:
    """Texts as a list in a sentence.

    >>> listed(["one", "two", "three"])
    'one, two and three'
    """
    *first, last = texts
    return f"{', '.join(first)} {load('findings')['words']['and']} {last}" if first else last


def flat(text: str) -> str:
    """Printed text on one line."""
    return " ".join(text.split())


def capital(text: str) -> str:
    """A sentence with a capital at its start.

    >>> capital("about 1,000 is no more than 50,000.")
    'About 1,000 is no more than 50,000.'
    """
    return text[:1].upper() + text[1:]
