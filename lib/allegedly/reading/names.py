"""Who a noun phrase names, and the fullest form that the article gives them."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from allegedly.lexicon import load
from allegedly.model import Document, Sentence
from allegedly.reading.voices import Voice

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŠŽČĆİŞ]"
_TAIL = re.compile(r"(?<=[wrgmRk])(?:i?C)+\Z")
_ABBREVIATION = re.compile(rf"\(({_CAPITAL}[A-Za-z&.]{{1,11}})\)")
_WORD_BACK = re.compile(r"[\w'’.-]+")
_BODY = frozenset(("body", "caption"))


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
    chunk = chunk[: chunk.index("(")] if "(" in chunk else chunk
    person = _person(chunk)
    if person:
        begin, end = first + person[0], first + person[1]
        head = tokens.lower[begin - 1] if begin > first else ""
        return Who(_bare(tokens.slice(begin, end)), text, start, "person", head)
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
    owner = re.match(r"(D?)([CcGgRKki&]*[CGgRKk])(?:\([CRGM]+\))?[wme]*[mM]\Z", voice.kinds[first : head + 1])
    if not owner or (
        len(owner.group(2)) == 1
        and owner.group(2) in "C"
        and voice.tokens.words[first + owner.start(2)][-1] not in "Ss"
    ):
        pass
    return (first, first + owner.end(2)) if owner else None


def _bare(name: str) -> str:
    """A name without the 's of its owner."""
    return re.sub(r"['’]s?\Z", "", name)


def _plain(name: str, small: bool) -> str:
    """A phrase on one line, its article in lower case."""
    name = " ".join(name.split())
    return name[:1].lower() + name[1:] if small else _bare(name) if not name.endswith(("s'", "s’")) else name[:-1]


class Names:
    """The names of an article: the full forms of its people, and what its abbreviations stand for."""

    def __init__(self, document: Document, sentences: list[Sentence]):
        self._text = document.text
        self._people: dict[str, list[tuple[int, str]]] = {}
        self._full: dict[str, str] = {}
        self._forms: dict[str, str] = {}
        run = _run()
        for sentence in sentences:
            if sentence.section in _BODY:
                for match in run.finditer(self._text, sentence.start, sentence.end):
                    self._keep(match)
        for match in _ABBREVIATION.finditer(self._text):
            self._abbreviate(match)

    def _keep(self, match: re.Match) -> None:
        words = match.group().split()
        letters = _name_words()
        kinds = [letters.get(word.lower().rstrip("."), "C") for word in words]
        cut = max((i + 1 for i, kind in enumerate(kinds) if kind in "rx"), default=0)
        words = words[cut:]
        if 2 <= len(words) <= 5 and "g" not in kinds:
            full = _bare(" ".join(words))
            if full.rsplit(" ", 1)[-1].lower() in load("speech")["firms"]["words"]:
                self._full.setdefault(full.split()[0], full)
            else:
                self._people.setdefault(full.rsplit(" ", 1)[-1], []).append((match.start(), full))
        elif len(words) > 1 and words[-1].lower() in load("speech")["firms"]["words"]:
            self._full.setdefault(words[0], " ".join(words))

    def _abbreviate(self, match: re.Match) -> None:
        """Keep what stands before "(NATO)" if its capitals begin with the same letter."""
        short = match.group(1)
        before = self._text[max(0, match.start() - 120) : match.start()]
        words = [(m.start(), m.group()) for m in _WORD_BACK.finditer(before)][-12:]
        letters = [c for c in short if c.isupper()]
        for start, word in words:
            initials = [w[0] for s, w in words if s >= start and w[0].isupper()]
            if word[0] == short[0] and (initials == letters or word == words[0][1] and len(initials) >= len(letters)):
                break
        else:
            starts = [s for s, w in words if w[0] == short[0]]
            if not starts:
                return
            start = starts[0] if len(short) > 5 or len(words) < 3 else starts[-1]
        full = " ".join(before[start:].split())
        if len(full) > len(short):
            self._full[short] = self._full[full] = f"{full} ({short})"

    def full(self, found: Who) -> str:
        """The fullest form of a name at its place; the same for all of its forms in the article.

        A surname is given to the last person of that name before it, else the first after it.
        """
        name = found.name
        if name in self._full:
            return self._full[name]
        last = name.rsplit(" ", 1)[-1]
        people = self._people.get(last)
        if people and (" " not in name or found.sort == "person") and found.sort in ("person", "name", "other"):
            fitting = [(at, full) for at, full in people if full.endswith(name)] or people
            known = bisect_left(fitting, (found.start + 1,))
            name = self._longest([full for _, full in fitting[:known]][::-1] or [full for _, full in fitting])
        return self._forms.setdefault(name.lower(), name)

    @staticmethod
    def _longest(forms: list[str]) -> str:
        """The longest of the forms that end alike with the first: "John Kirby" before "Kirby"."""
        first = forms[0]
        given = first.split()[0]
        return max((form for form in forms[:50] if form.split()[0] == given or form.endswith(first)), key=len)

    def is_person(self, found: Who) -> bool:
        """Whether the phrase names a person, by its words or by a full name elsewhere."""
        if found.sort == "person":
            return True
        return found.sort == "name" and found.name.rsplit(" ", 1)[-1] in self._people and found.name not in self._full


@cache
def _run() -> re.Pattern:
    """Two or more capitalised words, particles between them."""
    particles = "|".join(re.escape(word) for word in load("speech")["particles"]["words"])
    word = rf"{_CAPITAL}(?:[\w'’-]+|\.)"
    return re.compile(rf"{word}(?:[ \u00a0](?:(?:{particles})[ \u00a0]?){{0,2}}{word})+")


@cache
def _name_words() -> dict[str, str]:
    """What a capitalised word of a run is, where it is no name: r role or title, g group, x any other known word."""
    words, speech = load("words"), load("speech")
    known = {w: "x" for row in words.values() if isinstance(row, dict) and "tag" in row for w in row["words"]}
    known = {w: "x" for w, _ in known.items() if words["noun"] is None or w not in words["adjective"]["words"]}
    known |= {w: "g" for w in speech["nouns"]["groups"]}
    return known | {w: "r" for w in speech["nouns"]["people"]} | {w: "r" for w in speech["titles"]["words"]}
