"""Lists of two places that hold the same words: one of them is to name the other, "@table.section.list"."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from .references import is_reference, label
from .schema import Fault, Key, Lookup, Record, Rows, Shape
from .tables import schema

_FEW = 4  #: fewer words than these may be the same by chance; whole within another list, no more than these
_MUCH = 0.6  #: of the words of both stand in both
_CLOSED = (
    "adverb", "be", "before-to", "conjunction", "determiner", "have", "modal", "number", "of", "possessive",
    "preposition", "pronoun", "relative", "subordinator", "to",
)  # fmt: skip


class WordList(NamedTuple):
    """A list of words of a table, in lower case, without what it takes from another."""

    table: str
    path: tuple[str | int, ...]
    words: frozenset[str]
    name: str  #: as a reference says it


def lists(tables: Mapping[str, dict[str, Any]]) -> Iterator[WordList]:
    """Each list of words of the tables, as they are written."""
    for table, value in tables.items():
        yield from _lists(table, schema(table).holds, value, (), table)


def _lists(
    table: str, keys: Mapping[str, Shape], row: Mapping[str, Any], path: tuple[str | int, ...], name: str
) -> Iterator[WordList]:
    for key, value in row.items():
        shape, here, said = keys[key], (*path, key), f"{name}.{key}"
        if isinstance(shape, Key):
            if shape.use == "words" and not shape.narrows and shape.form == "texts":
                words = frozenset(word.removeprefix("=").lower() for word in value if word and not is_reference(word))
                yield WordList(table, here, words, said)
        elif isinstance(shape, Rows):
            for number, item in enumerate(value):
                yield from _lists(table, shape.keys, item, (*here, number), f"{said}.{label(item)}")
        elif isinstance(shape, Record):
            yield from _lists(table, shape.keys, value, here, said)
        elif isinstance(shape, Lookup):
            yield from _lists(table, dict.fromkeys(value, shape.value), value, here, said)


def doubles(tables: Mapping[str, dict[str, Any]], closed: frozenset[str]) -> Iterator[tuple[str, Fault]]:
    """The tables and faults of lists that say again what another says, beside the words of closed classes.

    Two lists are one where they share most of their words, or where one stands whole in a list of another table.
    """
    long = [found for found in lists(tables) if len(found.words) >= _FEW]
    for one, other in combinations(long, 2):
        both = one.words & other.words
        if len(both) < _FEW:
            continue
        small, large = sorted((one, other), key=lambda found: len(found.words))
        is_inside = both == small.words and small.table != large.table and len(both - closed) > _FEW
        if is_inside or len(both) >= _MUCH * len(one.words | other.words):
            what = f"says again {len(both)} words of {small.name}: {', '.join(sorted(both)[:4])} …"
            yield large.table, Fault(large.path, what, f'write "@{small.name}" for them')


def closed_words(words: Mapping[str, Any]) -> frozenset[str]:
    """The words of the closed classes of words.toml."""
    return frozenset(word for name in _CLOSED if name in words for word in words[name]["words"])
