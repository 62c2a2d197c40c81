"""What a person can mend, said in one line."""

import re
from collections.abc import Callable
from typing import TypeVar

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
Source = TypeVar("Source")
T = TypeVar("T")


def printable(place: object) -> str:
    """A path as text that every file and terminal takes, though its bytes be no UTF-8.

    >>> import os
    >>> printable(os.fsdecode(b"bad\\xff.txt"))
    'bad\\\\xff.txt'
    """
    return str(place).encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def harmless(text: str) -> str:
    """`text` without the signs by which a terminal is made to do something, or to show words in another order.

    >>> print(harmless("a\x1b[31m\u202eb"))
    a\\x1b[31m\\u202eb
    """
    return _CONTROLS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def parsed(parse: Callable[[Source], T], source: Source) -> T:
    """What `parse` makes of `source`; a ValueError also where that is nested deeper than `parse` can go.

    >>> import json
    >>> parsed(json.loads, "[" * 100_000)
    Traceback (most recent call last):
    ValueError: it is nested too deep
    """
    try:
        return parse(source)
    except (RecursionError, MemoryError):
        raise ValueError("it is nested too deep") from None


class Trouble(Exception):
    """Something wrong with an input: the place, what is wrong there, and the way out.

    >>> print(Trouble("data/raw/a.txt", "is empty", "save the article's text in it"))
    data/raw/a.txt: is empty; save the article's text in it
    """

    def __init__(self, place: object, what: str, way_out: str = ""):
        super().__init__(place, what, way_out)
        self.place, self.what, self.way_out = printable(place), what, way_out

    def __str__(self) -> str:
        return f"{self.place}: {self.what}" + (f"; {self.way_out}" if self.way_out else "")
