"""Who a noun phrase names, by its own words."""

import re
from dataclasses import dataclass

from allegedly.lexicon import load
from allegedly.reading.voices import Voice

_TAIL = re.compile(r"(?<=[wrgmRk])(?:i?C)+\Z")
_OWNED = re.compile(r"(?P<owner>D?[CcGgRKki&]*[CGgRKk](?:\([CRGM]+\))?)[wme]*[mM]")


@dataclass(frozen=True, slots=True)
class Who:
    """A possible speaker: the name to show, as printed where, and what sort of phrase it is."""

    name: str
    text: str
    start: int
    sort: str  #: person, role, group, document, pronoun or other
    head: str = ""  #: the word that says what they are: "spokesman", "ministry", "he"
    definite: bool = False


def who(voice: Voice, phrase: tuple[int, int]) -> Who:
    """Whom a phrase names, by its own words."""
    first, last = phrase
    tokens = voice.tokens
    text = tokens.slice(first, last)
    kinds = voice.kinds[first:last]
    start = tokens.starts[first]
    if kinds == "P":
        return Who(text, text, start, "pronoun", tokens.lower[first])
    definite = kinds[0] == "D" and tokens.lower[first] in load("words")["determiner"]["words"]
    split = re.search("[o&]", kinds)
    chunk = kinds[: split.start()] if split else kinds
    chunk = chunk[: chunk.index("(")] if chunk.endswith(")") else chunk
    person = _person(chunk)
    if person:
        begin, end = first + person[0], first + person[1]
        head = tokens.lower[begin - 1] if begin > first else ""
        return Who(bare(tokens.slice(begin, end)), text, start, "person", head)
    inner = _source_inside(voice, first, last, chunk)
    if inner:
        found = who(voice, inner)
        return Who(found.name, text, start, found.sort, found.head, found.definite)
    head = tokens.lower[first + len(chunk) - 1]
    sort = {"r": "role", "R": "role", "g": "group", "G": "group", "m": "document", "M": "document"}.get(
        chunk[-1], "other"
    )
    if sort == "other" and re.fullmatch("D?(?:i?C)+i?", chunk):
        sort = "group" if kinds[0] == "D" or split or "(" in kinds else "name"
    named = chunk[-1] in "CGRM" or (sort == "group" and "C" in chunk)
    skip = 1 if named and definite else 0
    return Who(_plain(tokens.slice(first + skip, last), definite and not named), text, start, sort, head, definite)


def _person(chunk: str) -> tuple[int, int] | None:
    """Where in a chunk a person's name stands after a role or title: "spokesman John Kirby", "Dr Flora"."""
    tail = _TAIL.search(chunk)
    if not tail:
        return None
    before = chunk[tail.start() - 1]
    if before == "k" or (before in "gm" and len(tail.group().replace("i", "")) < 2):
        return None
    return tail.span()


def _source_inside(voice: Voice, first: int, last: int, chunk: str) -> tuple[int, int] | None:
    """Whose document it is: the Red Lamp in "data from the Red Lamp", "Red Lamp figures", "the Red Lamp's report"."""
    if chunk[-1] not in "mM":
        return None
    head = first + len(chunk) - 1
    lower = voice.tokens.lower
    if voice.kinds[head + 1 : last].startswith("o") and lower[head + 1] in load("speech")["phrases"]["owners"]:
        inner = (head + 2, last)
        return inner if voice.is_source(inner) else None
    if lower[head] not in load("speech")["nouns"]["stripped"]:
        return None
    owner = _OWNED.match(voice.kinds, first, head + 1)
    return (first, owner.end("owner")) if owner else None


def bare(name: str) -> str:
    """A name without the 's of its owner."""
    return re.sub(r"['’]s?\Z", "", name)


def _plain(name: str, small: bool) -> str:
    """A phrase on one line, its article in lower case."""
    name = " ".join(name.split())
    return name[:1].lower() + name[1:] if small else bare(name) if not name.endswith(("s'", "s’")) else name[:-1]
