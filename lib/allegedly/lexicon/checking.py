"""Everything that can be wrong in a language's folder, said at once."""

from collections.abc import Iterator, Mapping
from typing import Any

from ..errors import Trouble
from .doubles import closed_words, doubles
from .references import Lost, joined
from .schema import NOWHERE, Fault, Record, faults
from .tables import LANGUAGE, NAMES, folder, languages, named, parsed, schema, shown, trouble
from .wordclasses import homes


def check(language: str = LANGUAGE) -> list[Trouble]:
    """Everything that is wrong in a language's folder: what is missing, what does not fit, what has two homes."""
    if not folder(language).is_dir():
        return [Trouble(named(language), "is no folder", f"the languages are: {', '.join(languages())}")]
    found: list[Trouble] = []
    tables: dict[str, dict[str, Any]] = {}
    for name in NAMES:
        place = folder(language).joinpath(f"{name}.toml")
        try:
            if not place.is_file():
                raise Trouble(
                    shown(name, language),
                    "is missing",
                    "python -m allegedly.lexicon --begin FOLDER writes it, still without words",
                )
            tables[name] = parsed(place.read_bytes(), shown(name, language))
        except Trouble as lost:
            found.append(lost)
        else:
            found += [trouble(name, fault, language) for fault in faults(Record("", schema(name).holds), tables[name])]
    return found or [*lost_references(tables, language), *two_homes(tables, language), *said_again(tables, language)]


def lost_references(tables: Mapping[str, dict[str, Any]], language: str = LANGUAGE) -> Iterator[Trouble]:
    """The lists that name another list where there is none."""
    for name, table in tables.items():
        try:
            joined(Record("", schema(name).holds), table, tables.get)
        except Lost as reference:
            yield trouble(name, reference.fault, language)


def said_again(tables: Mapping[str, dict[str, Any]], language: str = LANGUAGE) -> Iterator[Trouble]:
    """The lists that write out again the words of another, which has one home."""
    for name, fault in doubles(tables, closed_words(tables["words"])):
        yield trouble(name, fault, language)


def two_homes(tables: Mapping[str, dict[str, Any]], language: str = LANGUAGE) -> list[Trouble]:
    """The (word, class) pairs that stand in two lists; a word may well be of two classes."""
    seen: dict[tuple[str, str], str] = {}
    found = []
    for word, of, table, path in homes(tables):
        if (word, of) in seen and word != NOWHERE:
            what = f'the word "{word}" is of the class "{of}" in {seen[word, of]} already'
            found.append(trouble(table, Fault(path, what, "take it out of one of them"), language))
        seen.setdefault((word, of), f"{table}.toml [{'.'.join(map(str, path))}]")
    return found
