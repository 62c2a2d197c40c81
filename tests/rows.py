"""The rows of the tables with their examples: how each kind of example is read, and what is taken away in turn.

A case is a text and what must be read of it. A row's cases are its examples, and the same with another of the row's
words in the place of the one that they have: the words of a list stand for each other.
"""

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from marked import attribution

from allegedly.lexicon import load
from allegedly.lexicon.schema import Key, Lookup, Record, Rows
from allegedly.lexicon.tables import schema

READERS = {"speech": ("reading.who", "text", "lexicon.wordclasses")}  # where the caches are that depend on a table


@dataclass(frozen=True)
class Row:
    """A row or a section of a table that carries examples."""

    table: str
    name: str
    keys: dict
    values: dict

    @property
    def label(self) -> str:
        """The row as a person finds it: its section and its first word."""
        first = next(iter(self.values.values()), "")
        return f"{self.name.partition('[')[0]} {first[0] if isinstance(first, list) and first else first}"

    def cases(self) -> list[dict]:
        """Its examples, each with what must be read of it."""
        example, says = None, {}
        for key, value in self.values.items():
            use = self.keys[key].use if isinstance(self.keys[key], Key) else None
            if use == "example" and key != "also":
                example = value
            elif use == "reads" or (key == "stance" and use):
                says[key] = value
        return [*([{"text": example} | says] if example else []), *self.values.get("also", ())]

    def parts(self) -> Iterator[tuple[str, Any]]:
        """What can be taken away: (key, None) for a flag or a list, (key, word) for each word of a list."""
        for key, value in self.values.items():
            shape = self.keys[key]
            if isinstance(shape, Key) and (shape.use == "flag" or (shape.use == "words" and not shape.needed)):
                yield key, None
            if isinstance(shape, Key) and shape.use == "words":
                yield from ((key, word) for word in value)


def rows(table: str) -> Iterator[Row]:
    """The rows of a table, and its sections that have words of their own."""
    yield from _rows(table, schema(table).holds, load(table), "")


def _rows(table, keys, values, path):
    own = {key: shape for key, shape in keys.items() if isinstance(shape, Key)}
    if any(shape.use in ("flag", "words") for shape in own.values()):
        yield Row(table, path, keys, values)
    for key, value in values.items():
        shape, name = keys[key], f"{path}.{key}" if path else key
        if isinstance(shape, Rows):
            for number, row in enumerate(value):
                yield from _rows(table, shape.keys, row, f"{name}[{number}]")
        elif isinstance(shape, Record):
            yield from _rows(table, shape.keys, value, name)
        elif isinstance(shape, Lookup):
            yield from _rows(table, dict.fromkeys(value, shape.value), value, name)


def variants(row: Row, key: str, word: str) -> list[dict]:
    """The row's cases that hold `word`; where they have another word of that list, with `word` in its place."""
    if not isinstance(word, str):
        return row.cases()
    found = []
    for case in row.cases():
        if _holds(case, word):
            found.append(case)
        else:
            other = next((other for other in row.values[key] if _holds(case, other)), None)
            if other:
                found.append(_put(case, other, word))
    return found or row.cases()  # an ending is part of a word


def _found(word: str) -> re.Pattern:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.I)


def _holds(case: dict, word: str) -> bool:
    return bool(_found(word).search(case["text"]))


def _put(case: dict, other: str, word: str) -> dict:
    def put(text):
        return _found(other).sub(lambda m: word[:1].upper() + word[1:] if m[0][0].isupper() else word, text, count=1)

    return {key: put(value) if isinstance(value, str) and key != "stance" else value for key, value in case.items()}


def forget(table: str) -> None:
    """Clear what the readers keep of a table."""
    places = tuple(f"allegedly.{reader}" for reader in READERS[table])
    for name, module in list(sys.modules.items()):
        if name.startswith(places):
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and value is not load:
                    value.cache_clear()


def without(row: Row, key: str, word: str | None, ask: Callable[[], bool]) -> bool:
    """What `ask` answers while a flag, or a word of a list, is taken away."""
    kept = row.values[key]
    if word is None:
        del row.values[key]
    else:
        row.values[key] = [other for other in kept if other != word]
    forget(row.table)
    try:
        return ask()
    finally:
        row.values[key] = kept
        forget(row.table)


def unnoticed(row: Row, right: Callable[[dict], bool]) -> list[tuple[str, str | None]]:
    """The flags and words of a row that can be taken away, and each of its cases still reads right."""
    found, right = [], _safe(right)
    for key, word in list(row.parts()):
        cases = [case for case in (row.cases() if word is None else variants(row, key, word)) if right(case)]
        if not cases or without(row, key, word, lambda cases=cases: all(map(right, cases))):
            found.append((key, word))
    return found


def _safe(right):
    def asked(case):
        try:
            return right(case)
        except (AssertionError, KeyError, IndexError, TypeError, ValueError):  # no figure, or no key
            return False

    return asked


# --- speech ---------------------------------------------------------------------------------------------------------


def speaks(case: dict) -> bool:
    """Whether a case of speech.toml reads as it must."""
    wanted = {"speaker": "", "stance": "asserted"} | {key: value for key, value in case.items() if key != "text"}
    found = attribution(case["text"])
    return all((getattr(found, key) or "") == value for key, value in wanted.items())


READS = {"speech": speaks}  # table → whether one of its cases reads right
