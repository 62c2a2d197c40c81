"""What is counted, by the thesaurus: who (`group`), what befell them (`fate`), or what a sum of money is."""

from functools import cache, lru_cache

from allegedly.lexicon import classes, load
from allegedly.text.words import KEEP, lemmas

from .known import by_word, forms, function_words, peoples, words
from .spots import Spot, matches, spoken

_BEFORE, _BEHIND = 12, 18  #: words around a figure in which its fate is looked for
_FAR = 9  #: from this distance on a fate is another's; each clause border counts for three words
_BORDER = 3
_MONEY_BEHIND, _MONEY_BEFORE = 6, 8


def group_of(spot: Spot) -> str | None:
    """Who or what is counted.

    >>> from allegedly.reading.together.examples import spot
    >>> group_of(spot("[12] servicemen and women died.")), group_of(spot("A $12 million relief bill passed."))
    ('soldier', 'aid')
    """
    claim = spot.claim
    if claim.quantity.kind == "money":
        return _sum_of(spot)
    thing, head = (claim.thing.thing or "").lower(), (claim.thing.head or "").lower()
    behind = spoken(spot.behind(7)).split(" , ")[0]
    said = f"{behind} | {thing} "
    for phrase, name in _phrases():
        if phrase in said and (f" {phrase} " in f"{behind} " or f" {phrase} " in f" {thing} "):
            return name
    if head:
        if found := _named("group", head):
            return found
        if head.removesuffix("s") in peoples():
            return "person"
    for word in reversed((claim.thing.thing or "").split()):
        found = _named("group", word.lower())
        if found and word[0].islower():
            return found
    return _noun_behind(spot)


@lru_cache(maxsize=KEEP)
def _named(section: str, word: str) -> str | None:
    """The row that a lower-case word names in one of its forms."""
    known = by_word("measures", section)
    return next((known[form] for form in forms(word) if form in known), None)


def _noun_behind(spot: Spot) -> str | None:
    """The group that the noun right behind the figure names."""
    for word in spot.behind(5):
        if not word.text.isalpha():
            return None
        if found := _named("group", word.lower):
            return found
        if word.lower in _ending():
            return None
    return None


@cache
def _ending() -> frozenset[str]:
    """Words with which what is counted ends."""
    return function_words() - words("measures", "another", "behind")


@cache
def _phrases() -> list[tuple[str, str]]:
    """The groups that more than one word names, the longest first."""
    found = [(phrase, row["name"]) for row in load("measures")["group"] for phrase in row.get("phrases", ())]
    return sorted(found, key=lambda pair: -len(pair[0]))


def _sum_of(spot: Spot) -> str | None:
    """What a sum of money is: the noun that it stands before, or the word that brings it."""
    stops = words("measures", "sum_end")
    for word in spot.behind(_MONEY_BEHIND):
        if word.text in ",;.:)" or word.lower in stops:
            break
        if found := _named("sum", word.lower):
            return found
    for word in reversed(spot.before(_MONEY_BEFORE)):
        if word.text in ";." or word.text[0].isdecimal():
            break
        if found := _named("sum", word.lower):
            return found
    return None


def fate_of(spot: Spot) -> str | None:
    """What befell those who are counted: the nearest word or phrase for a fate, this side of the next figure.

    >>> from allegedly.reading.together.examples import spot
    >>> fate_of(spot("Some [40] people lost their lives.")), fate_of(spot("Some [40] people sang."))
    ('die', None)
    """
    claim = spot.claim
    if claim.quantity.kind not in ("count", "measure"):
        return None
    nouns = by_word("measures", "fate", "nouns")
    if claim.thing.head:
        head = claim.thing.head.lower()
        if found := next((nouns[form] for form in (head, *forms(head)) if form in nouns), None):
            return found
    best = min([*_fates_before(spot), *_fates_behind(spot)], default=None)
    return best[2] if best and best[0] <= _FAR else None


@cache
def _fates() -> dict[str, list[tuple[list[str], str]]]:
    """The phrases of all fates by their first word, the longest first."""
    made: dict[str, list[tuple[list[str], str]]] = {}
    for row in load("measures")["fate"]:
        for phrase in (*row.get("passive", ()), *row.get("active", ()), *row["phrases"]):
            made.setdefault(phrase.split()[0], []).append((phrase.split(), row["name"]))
    return {first: sorted(found, key=lambda pair: -len(pair[0])) for first, found in made.items()}


def _fate_at(spot: Spot, at: int) -> tuple[list[str], str] | None:
    owners = words("words", "possessive")
    for phrase, name in _fates_from(spot.line[at].lower):
        if matches(spot.line, at, phrase, owners):
            return phrase, name
    return None


@lru_cache(maxsize=KEEP)
def _fates_from(word: str) -> tuple[tuple[list[str], str], ...]:
    """The phrases of fates that begin with a form of a word."""
    return tuple(found for form in forms(word) for found in _fates().get(form, ()))


def _fates_before(spot: Spot) -> list[tuple[int, int, str]]:
    """(distance, minus length, name) of each fate before the figure."""
    found = []
    for at in range(max(spot.floor, spot.first - _BEFORE), spot.first):
        if (hit := _fate_at(spot, at)) and at + len(hit[0]) <= spot.first:
            between = [word.lower for word in spot.line[at + len(hit[0]) : spot.first]]
            borders = sum(word in words("measures", "border", "before") for word in between)
            if not {";", ":"} & {*between}:
                found.append((len(between) + _BORDER * borders, -len(hit[0]), hit[1]))
    return found


def _fates_behind(spot: Spot) -> list[tuple[int, int, str]]:
    """The same behind the figure, where a verb is expected: one word nearer."""
    found = []
    for at in range(spot.last, min(spot.ceiling, spot.last + _BEHIND)):
        if spot.line[at].text in ";:":
            break
        if hit := _fate_at(spot, at):
            borders = sum(word.lower in words("measures", "border", "behind") for word in spot.line[spot.last : at])
            found.append((at - spot.last + _BORDER * borders - 1, -len(hit[0]), hit[1]))
    return found


def is_elided(spot: Spot) -> bool:
    """Whether those counted are not named again: "1,200 soldiers died and 8,000 were wounded".

    >>> from allegedly.reading.together.examples import spot
    >>> is_elided(spot("with [8,000] badly wounded")), is_elided(spot("with [8,000] wounded soldiers"))
    (True, False)
    """
    line, at = spot.line, spot.last
    while at < spot.ceiling and _is_helper(line[at].lower):
        at += 1
    hit = _fate_at(spot, at) if at < spot.ceiling else None
    if not hit or hit[0][0] in by_word("measures", "fate", "nouns"):
        return False
    following = line[at + len(hit[0])].lower if at + len(hit[0]) < len(line) else "."
    return following in function_words() or "NOUN" not in lemmas(following)


def _is_helper(word: str) -> bool:
    """Whether a word only stands between those counted and what befell them: "have been badly"."""
    return bool(classes(word) & {"be", "have", "adverb", "modal"}) or [*lemmas(word)] == ["ADV"]
