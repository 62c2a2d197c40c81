"""A list of words that stands in another: "@times.classes.MONTH" in a list is every word of that one, its one home.

"=@times.classes.MONTH" is each of them in capitals that matter ("=March", "=MARCH"), "=@times.classes.MONTH_SHORT."
the same with a stop behind ("=Mar."), "on @times.classes.WEEKDAY" each with a word before it ("on monday").
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from .schema import Fault, Key, Lookup, Record, Rows, Shape

_REFERENCE = re.compile(r"(?P<cased>=?)(?P<lead>(?:\w+ )*)@(?P<table>[a-z-]+)\.(?P<path>[\w .-]*?)(?P<stop>\.?)")


class Lost(Exception):
    """A reference that leads nowhere: the fault, to be said with its file."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.what)
        self.fault = fault


def is_reference(word: object) -> bool:
    """Whether an entry of a list stands for another list.

    >>> is_reference("@times.classes.MONTH"), is_reference("@"), is_reference("=March")
    (True, False, False)
    """
    return isinstance(word, str) and _REFERENCE.fullmatch(word) is not None


def named(word: str) -> tuple[str, list[str]] | None:
    """The table that an entry names and the steps to its list, where it names one.

    >>> named("=@times.classes.MONTH")
    ('times', ['classes', 'MONTH'])
    """
    match = _REFERENCE.fullmatch(word)
    return (match["table"], match["path"].split(".")) if match else None


def joined(shape: Shape, value: Any, given: Callable[[str], Any], path: tuple[str | int, ...] = ()) -> Any:
    """A table, or a part of one, with the words of other lists where it names them; what names none is as it was."""
    if isinstance(shape, Key):
        if shape.use != "words" or not any(map(is_reference, value)):
            return value
        return [*dict.fromkeys(word for entry in value for word in _words(entry, given, path, ()))]
    if isinstance(shape, Rows):
        return [joined(Record("", shape.keys), row, given, (*path, number)) for number, row in enumerate(value)]
    if isinstance(shape, Lookup):
        return {key: joined(shape.value, item, given, (*path, key)) for key, item in value.items()}
    return {key: joined(shape.keys[key], item, given, (*path, key)) for key, item in value.items()}


def _words(
    entry: str, given: Callable[[str], Any], path: tuple[str | int, ...], above: tuple[str, ...]
) -> Iterator[str]:
    """The words that an entry stands for: itself, or those of the list that it names."""
    match = _REFERENCE.fullmatch(entry)
    if match is None:
        yield entry
        return
    if entry in above:
        raise Lost(Fault(path, f'the list "{entry}" names itself', "write its words in one of the two"))
    found = given(match["table"])
    for step in match["path"].split("."):
        found = _step(found, step)
    if not isinstance(found, list):
        raise Lost(Fault(path, f'"{entry}" is no list', "write @TABLE.SECTION.LIST, a row by its name"))
    for word in found:
        for said in _words(word, given, path, (*above, entry)):
            if said:
                if match["cased"]:
                    yield from (f"={form}{match['stop']}" for form in (said.title(), said.upper()))
                else:
                    yield f"{match['lead']}{said}{match['stop']}"


def label(row: Mapping[str, Any]) -> str:
    """What a row is known by: the first that it holds."""
    first = next(iter(row.values()), "")
    return str(first[0] if isinstance(first, list) and first else first)


def _step(found: Any, step: str) -> Any:
    """What a step of a path leads to: the value of a key, or the row of that name."""
    if isinstance(found, list):
        return next((row for row in found if isinstance(row, dict) and step == label(row)), None)
    return found.get(step) if isinstance(found, dict) else None
