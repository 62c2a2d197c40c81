"""The name of a table's row, as a reader finds it in its file."""

from collections.abc import Iterator
from typing import Any

from ..lexicon import load

_LABELS = ("name", "shape", "forms", "words", "text", "example")  #: the keys that tell a row from its neighbours
NOT_NAMED = "row not named yet"


def row_name(table: str, row: dict[str, Any]) -> str:
    """File, kind and label of a row of `table`.

    >>> row_name("speech", load("speech")["verb"][0])
    'speech.toml verb: say'
    """
    for kind, known in _rows(load(table)):
        if known is row or (row and known == row):
            label = next((row[key] for key in _LABELS if key in row), "")
            return f"{table}.toml {kind}: {label if isinstance(label, str) else label[0]}".removesuffix(": ")
    return NOT_NAMED


def cue_name(row: dict[str, Any]) -> str:
    """The name of the row that found a cue of speech: one of speech.toml, or a rule of telling.toml.

    >>> cue_name(load("telling")["void"][0])
    'telling.toml void: a share of those asked say'
    """
    if "pattern" in row:  # a rule may have taken its stance from the verb that it found
        row = next(known for _, known in _rows(load("telling")) if known.get("name") == row["name"])
        return row_name("telling", row)
    return row_name("speech", row)


def row_called(table: str, kind: str, name: str | None) -> dict[str, Any] | None:
    """The row of a table that has this `name`.

    >>> row_called("hedges", "hedge", "about")["hard"]
    [0.9, 1.1]
    """
    return next((row for row in load(table)[kind] if row["name"] == name), None)


def example_of(row: dict[str, Any]) -> str:
    """The first example of a row, in quotation marks."""
    example = row["examples"][0] if row.get("examples") else row.get("example", "")
    text = example if isinstance(example, str) else example[0]
    return f"as in “{text}”" if text else ""


def _rows(table: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of a table with the names of their lists; a row of a kind of its own is one too."""
    for kind, part in table.items():
        if isinstance(part, dict):
            yield kind, part
        elif isinstance(part, list):
            yield from ((kind, row) for row in part if isinstance(row, dict))
