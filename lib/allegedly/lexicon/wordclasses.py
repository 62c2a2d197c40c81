"""Word classes: which lists of the tables are the home of one, and which classes a word is of."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from .references import is_reference
from .schema import Key, Lookup, Record, Rows, Shape
from .tables import NAMES, load, schema


class Home(NamedTuple):
    """A word in a list that is the home of a class."""

    word: str
    of: str
    table: str
    path: tuple[str | int, ...]


def classes(word: str, language: str = "") -> frozenset[str]:
    """The classes that a word in lower case is of, as printed; it may be of several, or of none.

    >>> sorted(classes("ministers")), sorted(classes("may")), classes("zebra")
    (['role'], ['modal', 'month'], frozenset())
    """
    return _classes(language).get(word, _NONE)


def words_of_class(name: str, language: str = "") -> frozenset[str]:
    """The words of a class, in lower case.

    >>> sorted(words_of_class("having"))
    ['having']
    """
    return _words(language)[name]


@cache
def _classes(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in _words(language).items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@cache
def _words(language: str) -> dict[str, frozenset[str]]:
    found = {of: set[str]() for name in NAMES for of in _declared(schema(name).holds)}
    tables = {name: load(name, language) if language else load(name) for name in NAMES}  # one copy of each
    for home in homes(tables):
        found.setdefault(home.of, set()).add(home.word)
    return {name: frozenset(words) for name, words in found.items()}


def _declared(keys: Mapping[str, Shape]) -> Iterator[str]:
    """The classes that rows give their words to, also where a language has no such row yet."""
    for shape in keys.values():
        if isinstance(shape, Key):
            yield from [shape.home] if shape.home else []
        elif isinstance(shape, Rows | Record):
            yield from _declared(shape.keys)
        elif isinstance(shape, Lookup):
            yield from [shape.home] if shape.home else []


_NONE: frozenset[str] = frozenset()


def homes(tables: Mapping[str, dict[str, Any]]) -> Iterator[Home]:
    """Each word of each list that the schema marks as the home of a class."""
    for name, table in tables.items():
        yield from _homes(name, schema(name).holds, table, ())


def _homes(table: str, keys: Mapping[str, Shape], row: dict[str, Any], path: tuple[str | int, ...]) -> Iterator[Home]:
    for name, value in row.items():
        shape, here = keys[name], (*path, name)
        if isinstance(shape, Key):
            if shape.home is not None:
                of = shape.home or _named(path, name)
                yield from (
                    Home(word.removeprefix("=").lower(), of, table, here)
                    for word in value
                    if word and not is_reference(word)
                )
        elif isinstance(shape, Rows):
            for number, item in enumerate(value):
                yield from _homes(table, shape.keys, item, (*here, number))
        elif isinstance(shape, Lookup):
            if shape.home is not None:
                yield from (Home(word.lower(), shape.home, table, here) for word in value)
            for home in _homes(table, dict.fromkeys(value, shape.value), value, here):
                yield home._replace(of=shape.homes.get(str(home.path[-1]), home.of))
        else:
            yield from _homes(table, shape.keys, value, here)


def _named(path: tuple[str | int, ...], name: str) -> str:
    """A class is named as its list; a list named `words` as what holds it."""
    return str(path[-1] if name == "words" and path else name).lower()
