"""The names in a sentence: runs of words with a capital, with what stands before them; and which are people."""

from functools import lru_cache
from typing import NamedTuple

from allegedly.text.words import KEEP, bare, lemmas

from .known import aliases, calendar, function_words, kinds, sort_of, words
from .spelt import Word

_OPENS = frozenset('.:"“‘(')
_APPOSED = 3  #: words before a name that may belong to it
_SHOUTED = 0.6  #: a line with more of its words in capitals says nothing by them
_TITLED = 0.8  #: the same of long words with a first capital: a headline


class Name(NamedTuple):
    """A name: its key (lower case, no possessive), the range of its words, and the preposition before it."""

    key: str
    first: int
    last: int
    before: str


class Named(NamedTuple):
    """The names of a sentence, and the last words of those that are people; `authors` are politicians by title."""

    names: list[Name]
    people: frozenset[str]
    authors: frozenset[str]


def is_shouted(line: list[Word]) -> bool:
    """Whether capitals say nothing in a line: most of its words have one.

    >>> from allegedly.reading.together.spelt import spelt
    >>> is_shouted(spelt("MAYOR ORT SPEAKS ON MINE")), is_shouted(spelt("Mayor Ort spoke in Moss"))
    (True, False)
    """
    plain = long = upper = titled = 0
    for text, *_ in line:
        is_capital = text[0].isupper()
        upper += is_capital and len(text) > 1
        if text.isalpha():
            plain += 1
            long += len(text) > 3
            titled += is_capital and len(text) > 3
    return plain >= 3 and (upper > _SHOUTED * plain or titled > _TITLED * max(1, long))


def names_of(line: list[Word], small: frozenset[str]) -> Named:
    """The names of a sentence; `small` are the words that the article prints with a small letter.

    >>> from allegedly.reading.together.spelt import spelt
    >>> found = names_of(spelt("Twelve men died at the Halden Mine, Mayor Lena Ort said."), frozenset())
    >>> [(name.key, name.before) for name in found.names], found.people
    ([('halden mine', 'at')], frozenset({'ort'}))
    """
    found: list[Name] = []
    people: set[str] = set()
    authors: set[str] = set()
    at = 0
    while at < len(line):
        if not line[at].text[:1].isupper():
            at += 1
            continue
        last = _end(line, at)
        first = _begin(line, at, last, small)
        title = ""
        while first < last and line[first].lower.rstrip(".") in words("events", "titles"):
            title, first = line[first].lower.rstrip("."), first + 1
            first += first < last and line[first].text == "."
        if not title and first and line[first - 1].lower.rstrip(".") in words("events", "titles"):
            title = line[first - 1].lower.rstrip(".")
        at = last
        if first >= last:
            continue
        own = bare(line[last - 1].lower)
        if title or _speaks(line, first, last):
            people.add(own)
            if title in words("events", "titles", "authors"):
                authors.add(own)
            if title:
                continue
        key = key_of([word.text for word in line[first:last]])
        if not key or all(part.rstrip(".") in calendar() for part in key.split()):
            continue
        found.append(Name(key, first, last, _before(line, first)))
    return Named(found, frozenset(people), frozenset(authors))


def _end(line: list[Word], first: int) -> int:
    """Where a name that begins at word `first` ends: "Department of the Interior"."""
    last = first + 1
    while last < len(line):
        rest = [word.text for word in line[last : last + 3]]
        if rest[0][:1].isupper():
            last += 1
        elif rest[0] in words("events", "linking") and rest[1:] and rest[1][:1].isupper():
            last += 2
        elif rest[0] in words("events", "linking") and rest[2:] and rest[1] in _the() and rest[2][:1].isupper():
            last += 3
        else:
            break
    return last


def _before(line: list[Word], first: int) -> str:
    """The word before a name, but for an article or an adjective: "in the nearby Moss"."""
    at = first - 1
    while at >= max(0, first - _APPOSED) and (line[at].lower in _the() or _is_adjective(line[at].lower)):
        at -= 1
    return line[at].lower if at >= 0 else ""


def _is_adjective(word: str) -> bool:
    return word.islower() and word not in function_words() and ("ADJ" in lemmas(word) or word.endswith("ing"))


def _the() -> frozenset[str]:
    """The article before a name."""
    return words("words", "definite")


def _begin(line: list[Word], first: int, last: int, small: frozenset[str]) -> int:
    """Where the name in a run of capitals begins: a common word may only open the sentence."""
    if first == 0 or line[first - 1].text in _OPENS:
        lower = line[first].lower
        first += lower in small or lower in function_words()
    while first < last and bare(line[first].lower) in function_words():
        first += 1
    return first


def _speaks(line: list[Word], first: int, last: int) -> bool:
    """Whether it is a short name that says something, and no site: "Ort said"."""
    if last >= len(line) or line[last].lower not in words("events", "saying") or last - first > 3:
        return False
    if sort_of(key_of([word.text for word in line[first:last]])) != "place":
        return False
    return not {word.lower for word in line[first:last]} & words("events", "sites")


def key_of(parts: list[str]) -> str:
    """A name in lower case, without an article or the 's of an owner; a country by its first name.

    >>> key_of(["Halden", "Mine's"]), key_of(["U.S."])
    ('halden mine', 'united states')
    """
    lower = [part.lower() if "." in part[:-1] else bare(part).lower().strip(".") for part in parts]
    while lower and lower[0] in words("events", "linking", "opening"):
        lower = lower[1:]
    key = " ".join(lower)
    return aliases().get(key, key)


@lru_cache(maxsize=KEEP)
def core(key: str) -> str:
    """The part of a name that is its own: without what sort of place or event it is.

    >>> core("halden mine"), core("hurricane olga"), core("kaduma region")
    ('halden', 'olga', 'kaduma')
    """
    common = words("events", "sites") | kinds().keys()
    parts = key.split()
    while len(parts) > 1 and parts[-1] in common:
        parts = parts[:-1]
    while len(parts) > 1 and parts[0] in common:
        parts = parts[1:]
    return " ".join(parts)
