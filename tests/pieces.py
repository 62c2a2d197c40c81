"""What a table is made of, piece by piece: each is taken away, and what is read of an example must change.

A piece is a flag, a word of a list, an entry of a lookup, or a branch of a pattern. Its examples are those of its own
row (of its table, where a list has none of its own), and the same with the word in the place of another of its list.
What an example must read is told by the tests of its table; here it is read with the piece and without it.
"""

import re
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from alternatives import of_cells, of_kinds, of_shape, phrases
from carriers import CARRIERS, inflect
from samples import samples

from allegedly.lexicon import load
from allegedly.lexicon.schema import Key, Lookup, Record, Rows
from allegedly.lexicon.speaking import forget
from allegedly.lexicon.tables import schema

MADE = {  # texts for each branch of a pattern, made of it
    "shape": lambda shape: (f"It sold 9,000 cars {phrase}." for phrase in phrases(shape)),
    "kinds": lambda pattern: (around.format(text) for text in samples(pattern) for around in AROUND),
    "cells": lambda pattern: (),
}
AROUND = (
    "{}",
    "{}.",
    "It was {} there.",
    "It had 12 {} there.",
    "It came {} $12.",
    "it {} to it",
    "He came to Orsk {} ships.",
)
NOTHING = "‡‡‡"  #: stands in a list that would be empty: no text holds it
SPLIT = {"shape": of_shape, "kinds": of_kinds, "cells": of_cells}
MOST = 8  #: examples tried of a piece
Read = Callable[[str], Any]


@dataclass
class Piece:
    """Something to take away: the value of a key as it is without it (None: the key goes), and what may notice."""

    place: str
    what: str
    holder: dict
    key: str
    texts: list[str]
    words: frozenset[str] = frozenset()  #: the word, to tell which texts it bears on; empty where that cannot be told
    entry: Any = None  #: the word as it stands in its list, or a pattern without one of its branches
    notation: str = ""  #: of a pattern

    def take(self) -> None:
        """Take it away."""
        value = self.holder[self.key]
        if self.entry is None:
            del self.holder[self.key]
        elif isinstance(value, str):
            self.holder[self.key] = self.entry
        else:
            self.holder[self.key] = [word for word in value if word != self.entry] or [NOTHING]


def pieces(name: str) -> list[Piece]:
    """The pieces of a table, each with the texts that may notice."""
    table = load(name)
    pool = [text for text in _texts(schema(name).holds, table, deep=True) if "{}" not in text]
    named = {f"{name}.{key}": [*_flat(value)] for key, value in table.get("examples", {}).items()}
    framed = {f"{name}.{key}": frames for key, frames in table.get("frames", {}).items()}
    found = [*_pieces(schema(name).holds, table, name, pool, named)]
    for piece in found:
        if frames := framed.get(piece.place):
            piece.texts = [_with(frame, piece.what) for frame in frames] + piece.texts
    return found


def _with(frame: str, word: str) -> str:
    """A frame with the word in it; at its begin with a capital."""
    said = word.removeprefix("=") if len(word) > 1 else word
    return frame.replace("{}", said) if not frame.startswith("{}") else said[0].upper() + frame.replace("{}", said)[1:]


def _pieces(keys, values, place, pool, named) -> Iterator[Piece]:
    own = [*_texts(keys, values)] or named.get(place, [])
    lists = [value for key, value in values.items() if _use(keys[key]) == "words"]
    for key, value in values.items():
        shape, here = keys[key], f"{place}.{key}"
        if isinstance(shape, Key):
            yield from _of_key(shape, values, key, here, own or named.get(here) or pool, lists)
        elif isinstance(shape, Rows):
            for row in value:
                yield from _pieces(shape.keys, row, f"{here} {_label(row)}", own or pool, named)
        elif isinstance(shape, Record):
            yield from _pieces(shape.keys, value, here, own or pool, named)
        elif isinstance(shape, Lookup):
            if shape.entries:
                for entry in value:
                    texts = _tried(here, own or named.get(here) or pool, entry, value, [value], False)
                    yield Piece(here, entry, value, entry, texts, _words(entry))
            if not isinstance(shape.value, Key) or shape.value.use != "value" or shape.value.pattern:
                yield from _pieces(dict.fromkeys(value, shape.value), value, here, own or pool, named)


def _of_key(shape: Key, row: dict, key: str, place: str, texts: list[str], lists: list) -> Iterator[Piece]:
    value = row[key]
    if (shape.use == "flag" and not shape.needed) or shape.narrows:
        yield Piece(place, "", row, key, texts)
    if shape.use == "words":
        for word in value:
            if word:
                yield Piece(
                    place,
                    word,
                    row,
                    key,
                    _tried(place, texts, word, value, [value, *lists], shape.lemmas),
                    _words(word),
                    word,
                )
    if shape.pattern:
        found = [*SPLIT[shape.pattern](value)]
        made = [*MADE[shape.pattern](value)]
        for number, (what, without) in enumerate(found):
            near = [name for name, _ in found if name]
            own = variants(texts, what, [near]) if what else []
            tried = [*texts, *own, *(made if shape.pattern == "kinds" else made[number : number + 1])]
            yield Piece(place, what, row, key, tried, frozenset(), without, shape.pattern)


def _tried(place: str, texts: list[str], word: str, value: list, lists: list, lemmas: bool) -> list[str]:
    """The examples that may notice a word: what holds it, its frame, or else all of its row."""
    frames = [frame for begins, frame in CARRIERS.items() if re.fullmatch(begins, place)]
    made = [frame(word, value) if callable(frame) else frame.format(word.removeprefix("=")) for frame in frames]
    return [*variants(texts, word, lists, lemmas), *made] or texts


def _use(shape) -> str:
    return shape.use if isinstance(shape, Key) else ""


def _label(row: dict) -> str:
    first = next(iter(row.values()), "")
    return str(first[0] if isinstance(first, list) and first else first)


def _texts(keys, values, deep: bool = False) -> Iterator[str]:
    """The examples of a row; with `deep`, those of all rows within it too."""
    for key, value in values.items():
        shape = keys[key]
        if isinstance(shape, Key) and shape.use == "example":
            yield from map(unmarked, _flat(value))
        elif deep and isinstance(shape, Rows):
            for row in value:
                yield from _texts(shape.keys, row, deep)
        elif deep and isinstance(shape, Record):
            yield from _texts(shape.keys, value, deep)
        elif deep and isinstance(shape, Lookup) and isinstance(shape.value, Record | Lookup):
            for row in value.values():
                yield from _texts(getattr(shape.value, "keys", {}), row, deep) if isinstance(row, dict) else ()


def _flat(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield value["text"]
    else:
        for item in value:
            yield from [item[0]] if isinstance(item, list) else _flat(item)


def unmarked(text: str) -> str:
    """A text without the brackets around its figures."""
    return re.sub(r"\[([^\]]*)\]", r"\1", text)


# --- the same example with another word -----------------------------------------------------------------------------


def variants(texts: list[str], word: str, lists: list, lemmas: bool = False) -> list[str]:
    """The texts that hold the word; else those that hold another of its lists, with the word in its place."""
    found = [text for text in texts if _in(text, word) or (lemmas and _tokens(word) & _lemmas(text))]
    for other in (other for others in lists for other in others):
        if len(found) >= MOST:
            break
        if other and other != word:
            near = texts if lemmas else _near(tuple(texts), other)
            found += [put for text in near if (put := _put(text, other, word, lemmas))]
    return [*dict.fromkeys(found)][:MOST]


@lru_cache(1 << 14)
def _near(texts: tuple[str, ...], word: str) -> list[str]:
    """The texts that hold a word, the first few."""
    return [text for text in texts if _in(text, word)][:MOST]


@cache
def _found(word: str) -> re.Pattern:
    said = word.removeprefix("=") or word
    before, after = ("(?<!\\w)" if said[0].isalnum() else ""), ("(?!\\w)" if said[-1].isalnum() else "")
    return re.compile(f"{before}{re.escape(said)}{after}", 0 if word.startswith("=") else re.I)


def _in(text: str, word: str) -> bool:
    return word.removeprefix("=").lower() in text.lower() and bool(_found(word).search(text))


def _put(text: str, other: str, word: str, lemmas: bool) -> str | None:
    said = word.removeprefix("=") or word

    def put(match):
        return said[:1].upper() + said[1:] if match[0][0].isupper() and not word.startswith("=") else said

    if _in(text, other):
        return _found(other).sub(put, text, count=1)
    if not lemmas or " " in other or not word[0].isalpha():
        return None
    for match in re.finditer(r"[^\W\d_]+", text):
        if tag := _inflected(other.lower(), match[0].lower()):
            form = inflect(said, tag)
            return text[: match.start()] + (form.capitalize() if match[0][0].isupper() else form) + text[match.end() :]
    return None


@lru_cache(1 << 16)
def _inflected(lemma: str, form: str) -> str | None:
    """As what the form is one of the lemma's."""
    from lemminflect import getAllInflections

    return next((tag for tag, forms in getAllInflections(lemma).items() if form in forms), None)


def _words(word: str) -> frozenset[str]:
    return frozenset(_tokens(word.removeprefix("=")))


@lru_cache(1 << 16)
def _lemmas(text: str) -> frozenset[str]:
    return frozenset(form for word in re.findall(r"\w+", text.lower()) for form in _tokens(word) - {word})


@lru_cache(1 << 16)
def _tokens(text: str) -> frozenset[str]:
    """The words of a text with their dictionary forms."""
    from lemminflect import getAllLemmas

    found = {*re.findall(r"\w+|[^\w\s]", text.lower()), *re.findall(r"[^\W\d_]+|\d+", text.lower())}  # "5m" holds "m"
    return frozenset(form for word in found for form in (word, *(f for fs in getAllLemmas(word).values() for f in fs)))


# --- taking away ----------------------------------------------------------------------------------------------------


def unnoticed_of(name: str, readers: dict[str, tuple[Read, tuple[str, ...]]]) -> list[Piece]:
    """The pieces of a table that its examples do not need; a section may have a reader of its own."""
    by: dict[str, list[Piece]] = {}
    for piece in pieces(name):
        section = piece.notation if piece.notation in readers else ".".join(piece.place.split(" ")[0].split(".")[:2])
        if section in readers or name in readers:
            by.setdefault(section if section in readers else name, []).append(piece)
    lost = [lost for reader, found in by.items() for lost in unnoticed(found, *readers[reader])]
    forget("allegedly.reading", tables=False)  # a pattern by itself may stand in the place of all
    return lost


def unnoticed(found: list[Piece], read: Read, places: tuple[str, ...]) -> list[Piece]:
    """The pieces without which all their examples read as before. What does not bear on each other goes at once."""
    lost = [piece for piece in found if not piece.texts]
    asked = [piece for piece in found if piece.texts]
    if not places:  # a pattern by itself
        return lost + [piece for piece in asked if _is_same(piece, _safe(read))]
    kept: dict[str, Any] = {}
    for few in (1, 3, None):  # the fewer texts, the more of them can go at once
        forget(*places, tables=False)
        for text in {text for piece in asked for text in piece.texts[:few]} - kept.keys():
            kept[text] = read(text)
        asked = [piece for group in _groups(asked, few) for piece in _without(group, few, kept, _safe(read), places)]
    forget(*places, tables=False)
    return lost + asked


def _without(
    group: list[Piece], few: int | None, kept: dict[str, Any], read: Read, places: tuple[str, ...]
) -> list[Piece]:
    """The pieces of a group without which their first few texts read as before."""
    values = [(piece.holder, copy(piece.holder)) for piece in group]
    for piece in group:
        piece.take()
    forget(*places, tables=False)
    same = [piece for piece in group if all(read(text) == kept[text] for text in piece.texts[:few])]
    for holder, value in reversed(values):
        holder.clear()
        holder.update(value)
    return same


def _is_same(piece: Piece, read: Read) -> bool:
    """Whether a pattern finds the same in all its texts without one of its branches; a few texts at a time."""
    whole, texts = piece.holder[piece.key], piece.texts
    for start in range(0, len(texts), MOST):
        some = texts[start : start + MOST]
        before = [read((piece.place, whole, text)) for text in some]
        if any(read((piece.place, piece.entry, text)) != was for text, was in zip(some, before, strict=True)):
            return False
    return True


def _groups(found: list[Piece], few: int | None = None) -> Iterator[list[Piece]]:
    """The pieces in groups of which none bears on another's examples."""
    groups: list[tuple[list[Piece], set[frozenset[str]], set[str]]] = []
    for piece in found:
        if not piece.words:
            yield [piece]
            continue
        heard = {word for text in piece.texts[:few] for word in _tokens(text)}
        for group, words, texts in groups:
            if not (piece.words <= texts or any(other <= heard for other in words)):
                group.append(piece)
                words.add(piece.words)
                texts |= heard
                break
        else:
            groups.append(([piece], {piece.words}, set(heard)))
    yield from (group for group, *_ in groups)


def _safe(read: Read) -> Read:
    def asked(text: str) -> Any:
        try:
            return read(text)
        except (AssertionError, AttributeError, LookupError, TypeError, ValueError, re.error) as error:
            return type(error)

    return asked
