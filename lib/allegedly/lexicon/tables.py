"""The tables of a language: read once, and held against their schema as they are read."""

import os
import tomllib
from functools import cache
from importlib import import_module
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from ..errors import Trouble
from .references import Lost, joined
from .schema import Fault, Record, Table, faults

LANGUAGE = "en"
BEGIN = "python -m allegedly.lexicon --begin FOLDER writes it, still without words"
CHOSEN = "ALLEGEDLY_LANGUAGE"  #: the environment variable by which other processes know which language is read
ROOT = files(__package__)  # a folder a language
NAMES = {  # table → the file of schemas/ that says what it holds
    "words": "words", "numbers": "figures", "units": "figures", "currencies": "figures", "hedges": "figures",
    "changes": "figures", "grammar": "figures", "times": "times", "speech": "speech", "telling": "telling",
    "counted": "counted", "things-reading": "things", "things": "things",
    "sections": "sections", "findings": "findings", "shown": "shown",
    "gold": "gold", "events": "story", "measures": "story", "geography": "story",
    "predicates": "together", "roles": "together", "kinds": "together",
}  # fmt: skip


@cache
def load(name: str, language: str = "") -> dict[str, Any]:
    """The table `name`.toml as nested dicts and lists, checked, of the language that is read if none is named.

    Treat it as read-only: it is shared.

    >>> isinstance(load("numbers"), dict)
    True
    """
    language = language or chosen()

    def other(table: str) -> Any:
        return given(table, language) if table in NAMES else None

    try:
        return dict(joined(Record("", schema(name).holds), given(name, language), other))
    except Lost as lost:
        raise trouble(name, lost.fault, language) from None


@cache
def given(name: str, language: str) -> dict[str, Any]:
    """The table as it is written, checked: a list that stands in another is only named there (references.py)."""
    place = folder(language).joinpath(f"{name}.toml")
    if not place.is_file():
        raise Trouble(shown(name, language), "is missing", _lacking(language))
    table = parsed(place.read_bytes(), shown(name, language))
    for fault in faults(Record("", schema(name).holds), table):
        raise trouble(name, fault, language)
    return table


def parsed(data: bytes, place: str) -> dict[str, Any]:
    """The bytes of a file as a table; a broken file is said with its line."""
    try:
        return tomllib.loads(data.decode("utf8"))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Trouble(f"{place}:{line}", "is no UTF-8", "save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise Trouble(
            place, f"is broken: {error}", "mend that line: a row is key = value, a text stands in quotes"
        ) from None


@cache
def schema(name: str) -> Table:
    """What the table `name` may hold."""
    found: dict[str, Table] = import_module(f"{__package__}.schemas.{NAMES[name]}").TABLES
    return found[name]


def languages() -> list[str]:
    """The languages that have a folder.

    >>> languages()
    ['en']
    """
    return sorted(place.name for place in ROOT.iterdir() if place.is_dir() and any(map(_is_table, place.iterdir())))


def lacking(language: str) -> list[str]:
    """The tables that a language's folder lacks.

    >>> lacking("en")
    []
    """
    return [name for name in NAMES if not folder(language).joinpath(f"{name}.toml").is_file()]


def chosen() -> str:
    """The language that is read: a folder of lexicon/, or the path of one that stands elsewhere.

    >>> chosen()
    'en'
    """
    return os.environ.get(CHOSEN) or LANGUAGE


def require(language: str = "") -> None:
    """Refuse a language that cannot be read whole: half a language reads wrongly. Its tables are loaded."""
    language = language or chosen()
    if language not in languages() and not is_elsewhere(language):
        way_out = f"the languages are: {', '.join(languages())}; another may be given as the path of its folder"
        raise Trouble(f"lexicon/{language}", "is no folder", way_out)
    if lacking(language):
        raise Trouble(named(language), "is not whole", _lacking(language))
    for name in NAMES:
        load(name, language)


def folder(language: str) -> Traversable:
    """The folder of a language."""
    return Path(language) if is_path(language) else ROOT.joinpath(language)


def is_elsewhere(language: str) -> bool:
    """Whether a language is given as the path of its folder, and it is there."""
    return is_path(language) and Path(language).is_dir()


def is_path(language: str) -> bool:
    """Whether a language is given as a path: ./es, and not es."""
    return "/" in language or os.sep in language or language.startswith(".")


def named(language: str) -> str:
    """A language's folder as messages name it."""
    return language.rstrip("/") if is_path(language) else f"lexicon/{language}"


def shown(name: str, language: str = LANGUAGE) -> str:
    """A table as messages name it."""
    return f"{named(language)}/{name}.toml"


def _lacking(language: str) -> str:
    missing = ", ".join(lacking(language))
    return f"the folder lacks: {missing}; {BEGIN.replace(' it', ' them')}"


def _is_table(place: Traversable) -> bool:
    return place.name.endswith(".toml")


def trouble(name: str, fault: Fault, language: str = LANGUAGE) -> Trouble:
    """A fault as one line: file, line, row, what is wrong, way out."""
    text = folder(language).joinpath(f"{name}.toml").read_text(encoding="utf8")
    line, row = located(text, fault.path)
    place = f"{shown(name, language)}:{line}" if line else shown(name, language)
    return Trouble(place, f"{row} {fault.what}".strip(), fault.way_out)


def located(text: str, path: tuple[str | int, ...]) -> tuple[int, str]:
    """The line at which a row begins, and the row as a reader finds it.

    >>> located('[[verb]]\\nforms = ["say"]\\n\\n[[verb]]\\nforms = ["add"]', ("verb", 1))
    (4, '[[verb]] 2 (add)')
    """
    if not path:
        return 0, ""
    numbers = [i for i, step in enumerate(path) if isinstance(step, int)]
    if numbers:
        cut, number = numbers[0], int(path[numbers[0]])
        head = f"[[{'.'.join(map(str, path[:cut]))}]]"
        lines = [at for at, line in enumerate(text.splitlines(), 1) if line.split("#")[0].strip() == head]
        value: Any = tomllib.loads(text)
        for step in path[: cut + 1]:
            value = value[step]
        label = next((_label(item) for item in value.values()), "") if isinstance(value, dict) else ""
        return (lines[number] if number < len(lines) else 0), f"{head} {number + 1} ({label})"
    for cut in range(len(path), 0, -1):
        name = ".".join(map(str, path[:cut]))
        for at, line in enumerate(text.splitlines(), 1):
            if line.split("#")[0].strip() == f"[{name}]" or (cut == 1 and line.startswith(f"{name} =")):
                return at, f"[{'.'.join(map(str, path))}]" if line.startswith("[") else ""
    return 0, f"[{'.'.join(map(str, path))}]"


def _label(value: object) -> str:
    label = str(value[0]) if isinstance(value, list) and value else str(value)
    return label if len(label) < 40 else label[:36] + " …"
