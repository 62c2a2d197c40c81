"""What befell those who are not named: "five dead", "20 were killed"."""

from allegedly.lexicon import load
from allegedly.reading.of_what.nouns import Figure
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import words_of
from allegedly.text.words import infinitive

_FAR = 12  # phrases before "of whom" in which those stand


def is_fate_word(word: str) -> bool:
    """Whether a word stands for those whom something befell: "dead", "injured"."""
    return word in load("things-reading")["fate"] or infinitive(word) in words_of("fate")


def is_fatal(verb: str | None) -> bool:
    """Whether a verb tells such a fate."""
    return verb in words_of("fate") or verb in load("things-reading")["fate"].values()


def befell(sentence: Analysis, number: int) -> str:
    """The verb of a fate, phrase `number`: "dead" is to die, "injured" to be injured.

    >>> from allegedly.text.tokens import tokenise
    >>> from allegedly.text.analysis import analyse
    >>> befell(analyse(tokenise("five dead")), 1)
    'die'
    """
    word = sentence.tokens.lower[sentence.chunks[number].last - 1]
    return str(load("things-reading")["fate"].get(word) or infinitive(word))


def antecedent(sentence: Analysis, figure: Figure) -> int | None:
    """The noun phrase, or the figure, that "of whom" or "of which", beside a figure, stands for."""
    kinds, at = sentence.kinds, figure.phrase
    if kinds.startswith("ow", at + 1):
        end = at
    elif kinds[max(0, at - 2) : at] == "ow":
        end = at - 2
    else:
        return None
    found = (i for i in range(end - 1, max(-1, end - _FAR), -1) if kinds[i] in "NQ")
    return next((i for i in found if kinds[i] == "Q" or kinds[i - 1 : i] not in ("o", "i", "t")), None)
