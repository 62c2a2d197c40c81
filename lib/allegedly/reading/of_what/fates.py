"""What befell those who are not named: "five dead", "20 were killed"."""

from allegedly.lexicon import load
from allegedly.reading.of_what.nouns import Figure, Span
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import words_of
from allegedly.text.words import infinitive

_FAR = 12  # phrases before "of whom" in which those stand


def fate(sentence: Analysis, figure: Figure) -> Span | None:
    """The words that tell what befell those who are not named: "five dead", "20 were killed"."""
    kinds, at = sentence.kinds, figure.phrase + 1
    if figure.quantity.kind != "count":
        return None
    if kinds.startswith(("B", "PA", "EA"), at):
        at += 1  # "39 are confirmed dead"
    if at >= len(kinds) or kinds[at] not in "AEP":
        return None
    phrase = sentence.chunks[at]
    if not is_fate_word(sentence.tokens.lower[phrase.last - 1]):
        return None
    return (phrase.last - 1 if kinds[at] == "P" else phrase.first), phrase.last


def is_fate_word(word: str) -> bool:
    """Whether a word stands for those whom something befell: "dead", "injured"."""
    return word in load("things-reading")["fate"] or infinitive(word) in words_of("fate")


def is_fatal(verb: str | None) -> bool:
    """Whether a verb tells such a fate."""
    return verb in words_of("fate") or verb in load("things-reading")["fate"].values()


def befell(sentence: Analysis, span: Span) -> str:
    """The verb of a fate: "dead" is to die, "injured" to be injured.

    >>> from allegedly.text.tokens import tokenise
    >>> from allegedly.text.analysis import analyse
    >>> befell(analyse(tokenise("five dead")), (1, 2))
    'die'
    """
    word = sentence.tokens.lower[span[1] - 1]
    return load("things-reading")["fate"].get(word) or infinitive(word)


def antecedent(sentence: Analysis, figure: Figure) -> int | None:
    """The noun phrase that "of whom" or "of which", beside a figure, stands for."""
    kinds, at = sentence.kinds, figure.phrase
    if kinds.startswith("ow", at + 1):
        end = at
    elif kinds[max(0, at - 2) : at] == "ow":
        end = at - 2
    else:
        return None
    return next(
        (i for i in range(end - 1, max(-1, end - _FAR), -1) if kinds[i] == "N" and kinds[i - 1 : i] not in ("o", "i")),
        None,
    )
