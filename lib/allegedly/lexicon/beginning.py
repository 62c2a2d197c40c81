"""A new language: a folder of tables without words, sound as it is, to be filled row by row."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from .heads import head
from .references import named
from .schema import NOWHERE, Lookup, Record, Rows, Shape
from .tables import NAMES, given, load, schema

_SAID = ("findings", "kinds", "shown", "gold")  #: what is said to a reader, in English until somebody writes it anew
_LAYOUTS = "grammar"  #: how figures are printed is much the same in many languages: its patterns are kept
_NAMED = ("starts", "context", "counts")  #: lists of the names of classes and sections, not of words


def begin(folder: Path) -> list[str]:
    """Write the tables that a language's folder lacks, without words; the names of those written.

    A list holds the sign that stands in no text, until words take its place; or the name of the list that it is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lacking = [name for name in NAMES if not (folder / f"{name}.toml").exists()]
    for name in lacking:
        said = name in _SAID
        made = load(name, "en") if said else _emptied(schema(name).holds, given(name, "en"), name == _LAYOUTS)
        (folder / f"{name}.toml").write_text(head(name) + "".join(_written(made)), encoding="utf8")
    return lacking


def _emptied(keys: Mapping[str, Shape], row: Mapping[str, Any], layouts: bool) -> dict[str, Any]:
    """A table, or a part of one, without its words."""
    return {
        key: value if key in _NAMED else _emptied_of(keys[key], value, layouts)
        for key, value in row.items()
        if keys[key].needed or getattr(keys[key], "use", "words") == "words"
    }


def _emptied_of(shape: Shape, value: Any, layouts: bool) -> Any:
    if isinstance(shape, Rows):
        return value if layouts else []
    if isinstance(shape, Record):
        return _emptied(shape.keys, value, layouts)
    if isinstance(shape, Lookup):
        if layouts or shape.fixed:
            return {key: _emptied_of(shape.value, item, layouts) for key, item in value.items()}
        return {}
    if shape.use == "words":
        if shape.form == "text groups":
            return value if layouts else []
        return [word for word in value if _stays(word)] or [NOWHERE]
    if shape.use == "example":
        return "" if shape.form == "text" else []
    return value if layouts or not isinstance(value, str) else NOWHERE


def _stays(word: str) -> bool:
    """Whether an entry of a list is no word of English: a sign, or another list, which is no row's."""
    place = named(word)
    if place is None:
        return not any(map(str.isalpha, word))
    table, steps = place
    shape: Shape | None = Record("", schema(table).holds)
    for step in steps:
        shape = shape.value if isinstance(shape, Lookup) else getattr(shape, "keys", {}).get(step)
        if isinstance(shape, Rows):
            return False
    return True


def _written(table: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """A table as TOML: its keys first, then the tables in it."""
    for key, value in table.items():
        if not isinstance(value, dict) and not _is_rows(value):
            yield f"{_key(key)} = {_value(value)}\n"
    for key, value in table.items():
        name = f"{path}.{_key(key)}" if path else _key(key)
        if isinstance(value, dict):
            yield f"\n[{name}]\n"
            yield from _written(value, name)
        elif _is_rows(value):
            for row in value:
                yield f"\n[[{name}]]\n"
                yield from _written(row, name)


def _is_rows(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)


def _key(key: str) -> str:
    return key if key.replace("_", "").replace("-", "").isalnum() and key.isascii() else json.dumps(key)


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_value(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
