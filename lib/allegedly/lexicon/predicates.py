"""The classes of lexicon/en/predicates.toml: which classes a word, by its lemma and part of speech, belongs to."""

from functools import cache
from typing import NamedTuple

from . import load

_PARTS = {"verb": "VERB", "noun": "NOUN", "adjective": "ADJ", "adverb": "ADV"}


class Predicates(NamedTuple):
    """The table turned round: classes by (lemma, part of speech), by printed word, by phrase under its first word."""

    lemmas: dict[tuple[str, str], frozenset[str]]
    words: dict[str, frozenset[str]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def predicates() -> Predicates:
    """The table, checked.

    >>> sorted(predicates().lemmas["climb", "VERB"])
    ['rise']
    """
    lemmas: dict[tuple[str, str], set[str]] = {}
    words: dict[str, set[str]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in load("predicates")["class"]:
        for part, upos in _PARTS.items():
            for lemma in row.get(part, ()):
                if " " in lemma:
                    phrases.setdefault(lemma.split()[0], []).append((tuple(lemma.split()), row["name"]))
                else:
                    lemmas.setdefault((lemma, upos), set()).add(row["name"])
        for word in row.get("word", ()):
            words.setdefault(word, set()).add(row["name"])
        for phrase in row.get("phrase", ()):
            phrases.setdefault(phrase.split()[0], []).append((tuple(phrase.split()), row["name"]))
    return Predicates(
        {key: frozenset(names) for key, names in lemmas.items()},
        {word: frozenset(names) for word, names in words.items()},
        {first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in phrases.items()},
    )
