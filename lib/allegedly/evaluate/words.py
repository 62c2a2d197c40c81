"""Phrases compared by their content words."""

import re
from functools import cache

from .. import lexicon

_WORD = re.compile(r"[^\W_]+(?:[.'’][^\W_]+)*")


def content_words(phrase: str | None) -> list[str]:
    """The content words of `phrase`, in order, lower-cased, possessives cut.

    >>> content_words("the owner of Wagner's fighters")
    ['owner', 'wagner', 'fighters']
    """
    found = (re.sub(r"['’]s?$", "", word).replace(".", "") for word in _WORD.findall(phrase or ""))
    return [
        word.lower() for word in found if word and (_is_abbreviation(word) or word.lower() not in _words_of("empty"))
    ]


def lemmas(phrase: str | None) -> set[str]:
    """Every lemma that a content word of `phrase` can have, and the words themselves.

    >>> sorted(lemmas("fighters killed"))
    ['fighter', 'fighters', 'kill', 'killed']
    """
    return {lemma for word in content_words(phrase) for lemma in _lemmas_of(word)}


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two time expressions are the same words but for leading prepositions."""
    return _without_lead(one) == _without_lead(other)


def share_word(one: str | None, other: str | None) -> bool:
    """Whether two phrases share a content word, in any inflection."""
    return bool(lemmas(one) & lemmas(other))


def same_referent(one: str | None, other: str | None) -> bool:
    """Whether two names are of one source: more than half of the content words of the shorter name stand in the other.

    An abbreviation stands for the capitals of the other name.

    >>> same_referent("John Kirby", "National Security Council spokesman John Kirby")
    True
    >>> same_referent("WHO", "the World Health Organization")
    True
    >>> same_referent("Emergencies Ministry", "Defence Ministry")
    False
    """
    shorter, longer = sorted((set(content_words(one)), set(content_words(other))), key=len)
    if not shorter:
        return False
    if _initials(one) & _long_words(other) or _initials(other) & _long_words(one):
        return True
    return 2 * len(shorter & longer) > len(shorter)


def _long_words(name: str | None) -> set[str]:
    """The content words of `name` that are long enough to be an abbreviation of another name."""
    return {word for word in content_words(name) if len(word) > 2}


def _initials(name: str | None) -> set[str]:
    """The abbreviation that the capitalised words of `name` make, where there are three or more."""
    capitals = "".join(word[0] for word in _WORD.findall(name or "") if word[0].isupper()).lower()
    return {capitals} if len(capitals) > 2 else set()


def _is_abbreviation(word: str) -> bool:
    """WHO is no pronoun, US none either."""
    return len(word) > 1 and word.isupper()


def _without_lead(phrase: str | None) -> list[str]:
    words = (phrase or "").lower().split()
    while words and words[0] in _words_of("leading"):
        words = words[1:]
    return words


@cache
def _words_of(use: str) -> frozenset[str]:
    """The words of the classes that `use` names in gold.toml."""
    classes = lexicon.load("gold")["words"][use]
    return frozenset(word for name in classes for word in lexicon.load("words")[name]["words"])


@cache
def _lemmas_of(word: str) -> frozenset[str]:
    """The word, its singular, and its lemmas by lemminflect's tables, or by its rules for nouns where it is in none."""
    from lemminflect import getAllLemmas, getAllLemmasOOV

    known = getAllLemmas(word) or getAllLemmasOOV(word, "NOUN")
    singular = lexicon.load("words")["singular"].get(word, word)
    return frozenset({word, singular, *(lemma for found in known.values() for lemma in found)})
