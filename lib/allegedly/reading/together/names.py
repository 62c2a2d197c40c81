"""The names in a sentence: runs of words with a capital, with what stands before them; and which are people."""

from functools import lru_cache
from typing import NamedTuple

from allegedly.text.words import KEEP, bare, lemmas

from .known import aliases, calendar, function_words, kinds, sort_of, words
from .spelt import Words

_OPENS = frozenset('.:"“‘(')
_APPOSED = 3  #: words before a name that may belong to it
_SHORTEST = 3  #: letters that a long word has more than
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


def is_shouted(line: Words) -> bool:
    """Whether capitals say nothing in a line: most of its words have one.

    >>> from allegedly.reading.together.spelt import spelt
    >>> is_shouted(spelt("MAYOR ORT SPEAKS ON MINE")), is_shouted(spelt("Mayor Ort spoke in Moss"))
    (True, False)
    """
    plain = [*filter(str.isalpha, line.texts)]
    if len(plain) < 3:
        return False
    long = sum(map(_SHORTEST.__lt__, map(len, plain)))
    most = _TITLED * max(1, long)
    if len(line.capitals) <= min(most, _SHOUTED * len(plain)):
        return False
    capitals = [line.texts[number] for number in line.capitals]
    if len(capitals) > _SHOUTED * len(plain) and sum([len(text) > 1 for text in capitals]) > _SHOUTED * len(plain):
        return True
    return len(capitals) > most and sum([text.isalpha() and len(text) > _SHORTEST for text in capitals]) > most


def names_of(line: Words, small: frozenset[str]) -> Named:
    """The names of a sentence; `small` are the words that the article prints with a small letter.

    >>> from allegedly.reading.together.spelt import spelt
    >>> found = names_of(spelt("Twelve men died at the Halden Mine, Mayor Lena Ort said."), frozenset())
    >>> [(name.key, name.before) for name in found.names], found.people
    ([('halden mine', 'at')], frozenset({'ort'}))
    """
    found: list[Name] = []
    people: set[str] = set()
    authors: set[str] = set()
    texts, lower, titles = line.texts, line.lower, words("events", "titles")
    at = 0
    for start in line.capitals:
        if start < at:
            continue
        at = last = _end(texts, start)
        first = _begin(line, start, last, small)
        title = ""
        while first < last and lower[first].rstrip(".") in titles:
            title, first = lower[first].rstrip("."), first + 1
            first += first < last and texts[first] == "."
        if not title and first and lower[first - 1].rstrip(".") in titles:
            title = lower[first - 1].rstrip(".")
        if first >= last:
            continue
        own = bare(lower[last - 1])
        if title or _speaks(line, first, last):
            people.add(own)
            if title in words("events", "titles", "authors"):
                authors.add(own)
            if title:
                continue
        key = key_of(texts[first:last])
        if not key or _is_date(key):
            continue
        found.append(Name(key, first, last, _before(lower, first)))
    return Named(found, frozenset(people), frozenset(authors))


@lru_cache(maxsize=KEEP)
def _is_date(key: str) -> bool:
    return all(part.rstrip(".") in calendar() for part in key.split())


def _end(texts: list[str], first: int) -> int:
    """Where a name that begins at word `first` ends: "Department of the Interior"."""
    last, linking, size = first + 1, words("events", "linking"), len(texts)
    while last < size:
        if texts[last][0].isupper():
            last += 1
        elif texts[last] not in linking:
            break
        elif last + 1 < size and texts[last + 1][0].isupper():
            last += 2
        elif last + 2 < size and texts[last + 1] in _the() and texts[last + 2][0].isupper():
            last += 3
        else:
            break
    return last


def _before(lower: list[str], first: int) -> str:
    """The word before a name, but for an article or an adjective: "in the nearby Moss"."""
    at = first - 1
    while at >= max(0, first - _APPOSED) and (lower[at] in _the() or _is_adjective(lower[at])):
        at -= 1
    return lower[at] if at >= 0 else ""


@lru_cache(maxsize=KEEP)
def _is_adjective(word: str) -> bool:
    return word.islower() and word not in function_words() and ("ADJ" in lemmas(word) or word.endswith("ing"))


def _the() -> frozenset[str]:
    """The article before a name."""
    return words("words", "definite")


def _begin(line: Words, first: int, last: int, small: frozenset[str]) -> int:
    """Where the name in a run of capitals begins: a common word may only open the sentence."""
    lower, closed = line.lower, function_words()
    if first == 0 or line.texts[first - 1] in _OPENS:
        first += lower[first] in small or lower[first] in closed
    while first < last and bare(lower[first]) in closed:
        first += 1
    return first


def _speaks(line: Words, first: int, last: int) -> bool:
    """Whether it is a short name that says something, and no site: "Ort said"."""
    if last >= len(line) or line.lower[last] not in words("events", "saying") or last - first > 3:
        return False
    if sort_of(key_of(line.texts[first:last])) != "place":
        return False
    return words("events", "sites").isdisjoint(line.lower[first:last])


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
