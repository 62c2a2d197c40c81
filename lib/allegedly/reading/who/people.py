"""The names of an article: its people and bodies in full, what its abbreviations stand for, who has which role."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from allegedly.lexicon import load, words_of_class
from allegedly.model import Document, Sentence
from allegedly.reading.who.names import Who, bare
from allegedly.reading.who.voices import time_words
from allegedly.text.words import infinitive, referring

_CAPITAL = r"[A-ZÀ-ÖØ-ÞŁŚŠŽČĆİŞ]"
_ABBREVIATION = re.compile(rf"\(({_CAPITAL}[A-Za-z&.]{{1,11}})\)")
_BACK = re.compile(r"[\w'’.-]+|,")
_WORD = re.compile(r"[\w-]+")
_AGE = re.compile(r",? \(?\d{1,2}[,).;]")
_BODY = frozenset(("body", "caption"))
_INITIALS = re.compile(rf"(?:{_CAPITAL}\.)+\Z")  # the "U." of "U.S. Coast Guard"
_THE = "the "
_PRESENT = ("s", "ing")  # the endings of a verb's forms that are not of the past
_NEAR = 60  # characters around a name in which its role may stand


class Names:
    """The names of an article, read in one pass over its body."""

    def __init__(self, document: Document, sentences: Iterable[Sentence]):
        self._text = document.text
        self._people: dict[str, list[tuple[int, str]]] = {}  # a word of the name → from where on, whom it names
        self._fits: dict[str, list[tuple[int, str]]] = {}  # a name → where it or a longer form of it stands
        self._roles: dict[str, set[str]] = {}  # full name → "spokesman", …
        self._full: dict[str, str] = {}  # a short form → the form to show
        self._articled: dict[str, bool] = {}  # a name → whether "the" stands before it anywhere
        self._forms: dict[str, str] = {}  # in lower case, without "the" → the form to show
        self._sexes: dict[str, str] = {}  # full name → feminine or masculine, as the pronouns near it tell
        self._bodies: dict[str, dict[str, int]] = {}  # last word → names of bodies, with where each stands first
        run = _run()
        for sentence in sentences:
            if sentence.section in _BODY:
                matches = [*run.finditer(self._text, sentence.start, sentence.end)]
                ends = [match.start() for match in matches[1:]] + [sentence.end]
                for match, until in zip(matches, ends, strict=False):
                    self._keep(match.start(), match.end(), until)
        for match in _ABBREVIATION.finditer(self._text):
            self._abbreviate(match)

    def full(self, found: Who) -> str:
        """The fullest form of a name at its place, the same for all of its forms in the article.

        A surname is given to the last person of that name before it, else to the first after it.
        """
        name = found.name
        if name in self._full:
            return self._full[name]
        short = name[name.rindex("(") + 1 : -1] if name.endswith(")") and "(" in name else ""
        if short in self._full:
            return self._full[short]
        if found.sort in ("person", "name"):
            fitting = self._fitting(name)
            if fitting:
                before = bisect_left(fitting, (found.start + 1,))
                return fitting[before - 1 if before else 0][1]
        return self._body(found)

    def _body(self, found: Who) -> str:
        """One name for a body: "the Coast Guard" after "the U.S. Coast Guard", "coast guard" and "the coast guard"."""
        name = found.name
        key = name.lower().removeprefix(_THE)
        longer = [
            each
            for each, at in self._bodies.get(name.rsplit(" ", 1)[-1], {}).items()
            if each.endswith(f" {name}") and at < found.start
        ]
        if len(longer) == 1:
            return longer[0]
        if found.sort == "group" and key == name.lower() and self._has_article(key):
            name = f"{_THE}{key}"
        return self._forms.setdefault(key, name)

    def _has_article(self, key: str) -> bool:
        """Whether "the" stands before a name anywhere; sought once, as an article may name a body often."""
        if key not in self._articled:
            self._articled[key] = f"{_THE[1:]}{key}" in self._text
        return self._articled[key]

    def sex(self, found: Who) -> str | None:
        """Whether the pronouns near a person's name are feminine or masculine, where there are any."""
        return self._sexes.get(self.full(found))

    def roles(self, found: Who) -> set[str]:
        """The role words that the article gives a person anywhere: {"spokesman"}."""
        given = {found.head} if _known_words().get(found.head) == "role" else set()
        return given | self._roles.get(self.full(found), set())

    def is_person(self, found: Who) -> bool:
        """Whether a phrase names a person: a role stands by the name here or elsewhere."""
        return found.sort == "person" or (found.sort == "name" and bool(self.roles(found) or self.sex(found)))

    def may_be_person(self, found: Who) -> bool:
        """Whether a name has two words or is part of such, and no body is known by it."""
        return found.sort == "name" and found.name not in self._full and bool(self._fitting(found.name))

    def _fitting(self, name: str) -> list[tuple[int, str]]:
        """Where the people whom a name may mean stand; looked for once, as an article may name them often."""
        if name not in self._fits:
            self._fits[name] = self._found(name)
        return self._fits[name]

    def _found(self, name: str) -> list[tuple[int, str]]:
        people = self._people.get(name.rsplit(" ", 1)[-1], [])
        if " " in name:
            return [entry for entry in people if entry[1].endswith(name)]
        return [entry for entry in people if entry[1].endswith(" " + name)] or people

    def _keep(self, start: int, end: int, until: int) -> None:
        words = bare(" ".join(self._text[start:end].split())).split()
        known = _known_words()
        kinds = [known.get(word.lower().rstrip("."), "word" if bare(word) != word else "") for word in words]
        cut = max((i + 1 for i, kind in enumerate(kinds) if kind in ("role", "title", "word")), default=0)
        name = words[cut:]
        opening = next((i for i, kind in enumerate(kinds) if kind != "word"), 0)
        self._forms.setdefault(" ".join(words[opening:]).lower(), " ".join(words[opening:]))
        honorific = {word.lower().rstrip(".") for word in words[:cut]}
        sex = next((sex for sex, titles in load("telling")["honorifics"].items() if honorific & {*titles}), None)
        sex = sex or _sex(self._text[end:until])
        if name and sex:
            self._sexes.setdefault(" ".join(name), sex)
        if kinds[-1] == "group" and len(name) > 1 and "word" not in kinds[cut:]:
            initials = _INITIALS.search(self._text, max(0, start - 8), start) if cut == 0 else None
            body = f"{initials[0] if initials else ''}{' '.join(name)}"
            self._bodies.setdefault(name[-1], {}).setdefault(body, start)
        if len(name) > 1 and "firm" in kinds[cut:]:
            self._full.setdefault(name[0], " ".join(name))
        elif 1 < len(name) < 6 and "group" not in kinds[cut:]:
            self._add(start, end, " ".join(name), [w.lower() for w, k in zip(words, kinds, strict=True) if k == "role"])

    def _add(self, start: int, end: int, name: str, given: list[str]) -> None:
        """Keep a person's name, with the roles that stand right before it or in an apposition after it."""
        for word in name.split():
            if word[0].isupper():
                people = self._people.setdefault(word, [])
                if not people or people[-1][1] != name:
                    people.append((start, name))
        before = _WORD.findall(self._text, max(0, start - 20), start)[-1:]
        after = self._text[end : end + _NEAR]
        apposed = _WORD.findall(after[1:].split(",")[0]) if after.startswith(",") else ()
        known = _known_words()
        roles = {word.lower() for word in (*before, *apposed) if known.get(word.lower()) == "role"}
        if _AGE.match(after):
            roles.add("")
        if roles or given:
            self._roles.setdefault(name, set()).update(roles, given)

    def _abbreviate(self, match: re.Match[str]) -> None:
        """Keep what stands before "(NATO)", where its words have these initials."""
        short = match.group(1)
        from_ = max(0, match.start() - 120)
        before = self._text[from_ : match.start()].rsplit("\n", 1)[-1]
        links = _links()
        start = None
        initials: list[str] = []
        wanted = [c for c in short if c.isupper()]
        for word in reversed(list(_BACK.finditer(before))):
            text = word.group()
            if text[0].isupper():
                initials.insert(0, text[0])
                if initials[: len(wanted)] == wanted and (len(wanted) > 1 or text[:2] == short[:2]):
                    start = word.start()
                    break
                if len(initials) == len(wanted) > 1 and text[0] == short[0]:
                    start = word.start()
            elif text.lower() not in links and text != ",":
                break
        if start is not None:
            full = " ".join(before[start:].split())
            self._full[short] = self._full[full] = f"{full} ({short})"
            self._full[f"{full} ({short})"] = f"{full} ({short})"


def _sex(behind: str) -> str | None:
    """The sex of the first pronoun behind a name: "Rolf Berger opened his shop"; None for "its" and "their"."""
    pronoun = _pronouns().search(behind)
    word = pronoun[0].lower() if pronoun else ""
    return next((sex for sex in ("masculine", "feminine") if word in words_of_class(sex)), None)


@cache
def _pronouns() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(referring())))})\b", re.IGNORECASE)


@cache
def _run() -> re.Pattern[str]:
    """Two or more capitalised words, particles between them."""
    particles = "|".join(re.escape(word) for word in load("speech")["particles"]["words"])
    word = rf"{_CAPITAL}(?:[\w'’-]+|\.)"
    return re.compile(rf"{word}(?:[ \u00a0]+(?:(?:{particles})[ \u00a0]*){{0,2}}{word})+")


@cache
def _links() -> frozenset[str]:
    """The small words inside a name: "of", "and", "for", "the"."""
    words, links = load("words"), load("speech")["phrases"]["links"]
    return frozenset([*links, *words["conjunction"]["words"], *words["determiner"]["words"]])


@cache
def _known_words() -> dict[str, str]:
    """What a capitalised word of a run is where it is no name: role, title, group, firm, or another known word."""
    words, speech = load("words"), load("speech")
    closed = (
        "determiner",
        "possessive",
        "pronoun",
        "preposition",
        "subordinator",
        "relative",
        "adverb",
        "conjunction",
        "be",
    )
    known = {word: "word" for name in closed for word in words[name]["words"]} | dict.fromkeys(time_words(), "word")
    past = (word for word in words_of_class("say") if word != infinitive(word) and not word.endswith(_PRESENT))
    known |= dict.fromkeys(past, "word")  # "Added Ida Holm"
    known |= dict.fromkeys([*speech["nouns"]["groups"], *speech["nouns"]["outlets"]], "group") | dict.fromkeys(
        speech["titles"]["words"], "title"
    )
    return known | dict.fromkeys(speech["nouns"]["people"], "role") | dict.fromkeys(speech["firms"]["words"], "firm")
