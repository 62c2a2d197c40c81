"""A sentence as its layers show it, in the field's names; made here of today's letters (text/phrases.py)."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..lexicon import load
from ..text.clauses import lemma_of, subject_of
from ..text.phrases import Phrases
from ..text.words import infinitive, singular

# Universal Dependencies' part of speech, and its features, of each letter.
_WORDS = {
    "d": ("DET", ""), "s": ("PRON", "Poss=Yes"), "z": ("NOUN", "Case=Gen"), "n": ("NOUN", ""), "p": ("PROPN", ""),
    "a": ("ADJ", ""), "r": ("ADV", ""), "b": ("AUX", ""), "h": ("AUX", ""), "m": ("AUX", ""), "v": ("VERB", ""),
    "e": ("VERB", "Tense=Past"), "g": ("VERB", "VerbForm=Ger"), "H": ("AUX", "VerbForm=Ger"), "i": ("ADP", ""),
    "o": ("ADP", ""), "t": ("PART", ""), "c": ("CCONJ", ""), "w": ("PRON", "PronType=Rel"),
    "u": ("PRON", ""), "#": ("NUM", ""),
    "y": ("NOUN", ""), "Y": ("VERB", "Tense=Past"), "f": ("ADJ", ""), "G": ("VERB", "VerbForm=Ger"), "k": ("SCONJ", ""),
    "I": ("ADP", ""), "x": ("ADJ", ""),  # what stands for two classes, inside a figure or a date
}  # fmt: skip
# CoNLL-2000's kind of each phrase, and what form of it.
_CHUNKS = {
    "F": ("VP", "infinitive"), "P": ("VP", "passive"), "B": ("VP", "copula"), "V": ("VP", "active"),
    "E": ("VP", "past"), "G": ("VP", "gerund"), "j": ("date", ""), "N": ("NP", "noun"), "Q": ("figure", ""),
    "Z": ("NP", "possessor"), "u": ("NP", "pronoun"), "A": ("ADJP", ""), "r": ("ADVP", ""), "i": ("PP", ""),
    "o": ("PP", ""), "t": ("PP", ""), "c": ("CONJ", ""), "k": ("SBAR", "conjunction"), "w": ("SBAR", "relative"),
    "#": ("number", ""),
}  # fmt: skip
_VERBS = "VEPGFB"


class Word(NamedTuple):
    """A token with its tag, its dictionary form and its classes."""

    text: str
    upos: str
    lemma: str
    features: str
    classes: tuple[str, ...]


class Chunk(NamedTuple):
    """A phrase: its words, its kind and form."""

    text: str
    kind: str
    form: str


class Clause(NamedTuple):
    """A verb group, its dictionary form and its subject."""

    verb: str
    lemma: str
    subject: str
    form: str


def words(sentence: Phrases) -> Iterator[Word]:
    """The tokens of a sentence, in order."""
    tokens = sentence.tokens
    for number, (word, lower) in enumerate(zip(tokens.words, tokens.lower, strict=True)):
        letter = sentence.tags[number]
        letter = sentence.raw[number] if letter in "qj" else letter  # a figure's and a date's words are words
        upos, features = _WORDS.get(letter, ("X" if word[0].isalpha() else "PUNCT", ""))
        yield Word(word, upos, word if upos == "PROPN" else _lemma(lower, upos), features, classes(lower))


def _lemma(word: str, upos: str) -> str:
    """The dictionary form of a lower-case word of this part of speech."""
    if upos == "NOUN":
        return singular(word)
    return infinitive(word) if upos in ("VERB", "AUX") else word


def chunks(sentence: Phrases) -> Iterator[Chunk]:
    """The phrases of a sentence, in order."""
    for phrase, letter in zip(sentence.phrases, sentence.kinds, strict=True):
        yield Chunk(sentence.tokens.slice(*phrase), *_CHUNKS.get(letter, ("PUNCT", "")))


def clauses(sentence: Phrases) -> Iterator[Clause]:
    """The verb groups of a sentence, each with its subject."""
    for number, letter in enumerate(sentence.kinds):
        if letter in _VERBS:
            subject = subject_of(sentence, number)
            verb = sentence.tokens.slice(*sentence.phrases[number])
            whose = "" if subject is None else sentence.tokens.slice(*sentence.phrases[subject])
            yield Clause(verb, lemma_of(sentence, number), whose, _CHUNKS[letter][1])


def classes(word: str) -> tuple[str, ...]:
    """The classes of function words, of numbers and of saying that a lower-case word belongs to.

    >>> classes("believes")
    ('say',)
    """
    return _classes().get(word, ())


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    lists = [(name, row["words"]) for name, row in load("words").items() if isinstance(row, dict) and "words" in row]
    lists += [("say", row["forms"]) for row in load("speech")["verb"]]
    found: dict[str, dict[str, None]] = {}
    for name, members in lists:
        for word in members:
            found.setdefault(word, {})[name] = None
    return {word: tuple(names) for word, names in found.items()}
