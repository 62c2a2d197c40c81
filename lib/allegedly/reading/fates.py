"""What befell those who are not named: "five dead", "20 were killed"."""

from allegedly.lexicon import load
from allegedly.reading.clauses import words_of
from allegedly.reading.nouns import Span
from allegedly.reading.phrases import Phrases
from allegedly.reading.words import infinitive


def fate(sentence: Phrases, figure) -> Span | None:
    """The words that tell what befell those who are not named: "five dead", "20 were killed"."""
    kinds, at = sentence.kinds, figure.phrase + 1
    if figure.quantity.kind != "count":
        return None
    if kinds.startswith(("B", "PA", "EA"), at):
        at += 1  # "39 are confirmed dead"
    if at >= len(kinds) or kinds[at] not in "AEP":
        return None
    phrase = sentence.phrases[at]
    word = sentence.tokens.lower[phrase.last - 1]
    if word not in load("things-reading")["fate"] and infinitive(word) not in words_of("fate"):
        return None
    return (phrase.last - 1 if kinds[at] == "P" else phrase.first), phrase.last


def befell(sentence: Phrases, span: Span) -> str:
    """The verb of a fate: "dead" is to die, "injured" to be injured.

    >>> from allegedly.reading.tokens import tokenise
    >>> from allegedly.reading.phrases import phrases
    >>> befell(phrases(tokenise("five dead")), (1, 2))
    'die'
    """
    word = sentence.tokens.lower[span[1] - 1]
    return load("things-reading")["fate"].get(word) or infinitive(word)
