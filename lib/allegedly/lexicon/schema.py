"""What a table may hold: the shapes of its rows, and what is wrong where a row does not fit.

A table is a `Record`: its keys are named. `Rows` are many records of one shape (`[[verb]]`), a `Lookup` has keys of
its own (the words of a language), and a `Key` is what stands behind a key in the end. Each says what it means: the head
of the table's file is made from that (heads.py). A key's `use` tells the tests what to do with it: a flag and each of
the words is taken away in turn, and one of the row's examples must notice.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

NOWHERE = "‡"  #: in a list of a language that has no word for it yet: the sign stands in no text
Use = Literal["name", "flag", "words", "example", "reads", "value"]


@dataclass(frozen=True, slots=True)
class Key:
    """What may stand behind a key: a value of this form, and one of these where `among` names any."""

    says: str = ""
    form: str = "text"
    use: Use = "value"
    needed: bool = False
    among: tuple[object, ...] = ()
    home: str | None = None  #: the word class that these words are of; "" is named as the key is
    narrows: bool = False  #: without the key more would be read, so that it is taken away whole as well
    lemmas: bool = False  #: the words are dictionary forms, of which a text has others
    pattern: str = ""  #: the notation of a pattern: "shape", "kinds" or "cells"; each of its branches is taken away


@dataclass(frozen=True, slots=True)
class Lookup:
    """Any keys, which are words of the language or names that other rows use; each has a value of one shape."""

    says: str
    value: "Shape"
    needed: bool = True
    home: str | None = None  #: the word class that its keys are of
    homes: Mapping[str, str] = field(default_factory=dict)  #: the class of a list that is not named as its key is
    fixed: bool = False  #: its keys are names that the readers or other rows use, and no words of the language
    entries: bool = False  #: each entry is taken away in turn, and an example must notice


@dataclass(frozen=True, slots=True)
class Record:
    """Named keys, and no others."""

    says: str
    keys: "Mapping[str, Shape]"
    needed: bool = True


@dataclass(frozen=True, slots=True)
class Rows:
    """Many records of one shape, with their examples."""

    says: str
    keys: "Mapping[str, Shape]"
    needed: bool = True


Shape = Key | Lookup | Record | Rows


def name(says: str, form: str = "text", **more: Any) -> Key:
    """What a row is known by: it must be there."""
    return Key(says, form, "name", True, **more)


def words(says: str, form: str = "texts", **more: Any) -> Key:
    """Alternatives: each is taken away in turn, and an example must notice."""
    return Key(says, form, "words", **more)


def flag(says: str, form: str = "true", **more: Any) -> Key:
    """What a row does besides: it is taken away, and an example must notice."""
    return Key(says, form, "flag", **more)


def example(says: str, form: str = "text", **more: Any) -> Key:
    """What the row reads, as text; `reads` says what must be read of it."""
    return Key(says, form, "example", **more)


def reads(says: str, form: str = "text", **more: Any) -> Key:
    """What must be read of the example."""
    return Key(says, form, "reads", **more)


def value(says: str = "", form: str = "text", **more: Any) -> Key:
    """Anything else: it must be there unless `needed` says otherwise."""
    return Key(says, form, "value", **({"needed": True} | more))


class Fault(NamedTuple):
    """What does not fit: the keys that lead there from the top of the file, what is wrong, and the way out."""

    path: tuple[str | int, ...]
    what: str
    way_out: str


@dataclass(frozen=True, slots=True)
class Table:
    """A file of a language's folder: what it is for, and the shape of what it holds."""

    says: str
    holds: Mapping[str, Shape]
    after: str = ""  #: what its head says behind the list of keys


def _number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


FORMS: dict[str, tuple[str, Any]] = {
    "text": ("a text", lambda value: isinstance(value, str)),
    "texts": ("a list of texts", _texts),
    "text groups": ("a list of lists of texts", lambda value: isinstance(value, list) and all(map(_texts, value))),
    "true": ("true (leave the key out where it is not)", lambda value: value is True),
    "true or text": ("true or a text", lambda value: value is True or isinstance(value, str)),
    "number": ("a number", _number),
    "numbers": ("a list of numbers", lambda value: isinstance(value, list) and all(map(_number, value))),
    "factors": (
        'a pair of factors, "0" or "inf"',
        lambda value: (
            isinstance(value, list) and len(value) == 2 and all(_number(item) or item in ("0", "inf") for item in value)
        ),
    ),
    "days": (
        'a pair of days ("" is open)',
        lambda value: isinstance(value, list) and len(value) == 2 and _texts([str(item) for item in value]),
    ),
    "sign and pattern": ("a sign and a pattern", lambda value: _texts(value) and len(value) == 2 == 1 + len(value[0])),
    "code and parts": (
        "a code and a number",
        lambda value: isinstance(value, list) and len(value) == 2 and isinstance(value[0], str) and _number(value[1]),
    ),
    "examples": (
        "a list of examples, each a list that begins with a text",
        lambda value: isinstance(value, list) and all(isinstance(item, list) and _texts(item[:1]) for item in value),
    ),
    "cases": (
        "a list of {key = value} rows, each with a text",
        lambda value: isinstance(value, list) and all(isinstance(row, dict) and "text" in row for row in value),
    ),
    "any": ("anything", lambda value: True),
}


def faults(shape: Shape, value: object, path: tuple[str | int, ...] = ()) -> Iterator[Fault]:
    """What in `value` does not fit the shape.

    >>> row = Record("a verb", {"forms": Key(form="texts", use="words", needed=True)})
    >>> [fault.what for fault in faults(row, {"forms": ["say"], "invertz": True})]
    ['the key "invertz" is unknown']
    """
    if isinstance(shape, Key):
        yield from _key_faults(shape, value, path)
    elif isinstance(shape, Rows):
        if not isinstance(value, list):
            yield Fault(path, "is no list of rows", f"write its rows under [[{path[-1]}]]")
            return
        for number, row in enumerate(value):
            yield from _record_faults(shape.keys, row, (*path, number))
            yield from _example_faults(shape.keys, row, (*path, number))
    elif not isinstance(value, dict):
        yield Fault(path, "is no table of keys", f"write its keys under [{'.'.join(map(str, path))}]")
    elif isinstance(shape, Lookup):
        for name, item in value.items():
            yield from faults(shape.value, item, (*path, name))
    else:
        yield from _record_faults(shape.keys, value, path)
        if not _is_begun(shape.keys, value):
            yield from _example_faults(shape.keys, value, path)


def _record_faults(keys: Mapping[str, Shape], row: object, path: tuple[str | int, ...]) -> Iterator[Fault]:
    if not isinstance(row, dict):
        yield Fault(path, "is no table of keys", "write one key = value a line")
        return
    for name, value in row.items():
        shape = keys.get(name)
        if shape is None:
            yield Fault(path, f'the key "{name}" is unknown', _near(name, keys))
        else:
            yield from faults(shape, value, (*path, name))
    for name, shape in keys.items():
        if name not in row and shape.needed:
            yield Fault(path, f'"{name}" is missing', _wanted(name, shape))


def _example_faults(keys: Mapping[str, Shape], row: object, path: tuple[str | int, ...]) -> Iterator[Fault]:
    """A row whose shape knows examples has one at least."""
    names = [name for name, shape in keys.items() if isinstance(shape, Key) and shape.use == "example"]
    if names and isinstance(row, dict) and not any(row.get(name) for name in names):
        yield Fault(path, "has no example", f"add `{names[0]}`, and what must be read of it")


def _is_begun(keys: Mapping[str, Shape], row: Mapping[str, Any]) -> bool:
    """Whether a section of a new language waits for its words: its lists hold none."""
    lists = [row.get(name, ()) for name, shape in keys.items() if isinstance(shape, Lookup) or _is_words(shape)]
    own = (str(word) for words in lists for word in words if "@" not in str(word))  # "@" names another list
    return not any(map(str.isalpha, "".join(own)))


def _is_words(shape: Shape) -> bool:
    return isinstance(shape, Key) and shape.use == "words"


def _key_faults(key: Key, value: object, path: tuple[str | int, ...]) -> Iterator[Fault]:
    wanted, fits = FORMS[key.form]
    if not fits(value):
        yield Fault(path[:-1], f'"{path[-1]}" is {_shown(value)}, not {wanted}', f"write {wanted}")
    elif key.among:
        for item in value if isinstance(value, list) else [value]:
            if item not in key.among:
                way_out = "write one of: " + ", ".join(str(name) for name in key.among)
                yield Fault(path[:-1], f'"{path[-1]}" is {_shown(item)}', way_out)


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) < 40 else shown[:36] + " …"


def _near(name: str, keys: Mapping[str, Shape]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, keys, n=1, cutoff=0.7)
    return f'did you mean "{near[0]}"?' if near else "its keys are: " + ", ".join(keys)


def _wanted(name: str, shape: Shape) -> str:
    head = f"[[{name}]]" if isinstance(shape, Rows) else f"[{name}]" if not isinstance(shape, Key) else f"`{name}`"
    choice = f"one of: {', '.join(map(str, shape.among))}" if isinstance(shape, Key) and shape.among else ""
    return f"add {head}: {choice or shape.says}"
