"""Where the words around a time expression look ahead: "will open in July", "is set to open on Friday"."""

from allegedly.lexicon import load
from allegedly.reading.when.expressions import Expression
from allegedly.text.analysis import Analysis

_NEAR = 12  # words around an expression in which "will" makes it one of the future
_NOUN, _TO = "n", "t"


def is_ahead(sentence: Analysis, expression: Expression) -> bool:
    """Whether a word of the future stands near an expression.

    >>> from allegedly.reading.when.expressions import expressions
    >>> from allegedly.text.analysis import analyse
    >>> from allegedly.text.tokens import tokenise
    >>> tokens = tokenise("The mill is set to open in July")
    >>> sentence = analyse(tokens, [], expressions(tokens))
    >>> is_ahead(sentence, sentence.dates[0])
    True
    """
    first, last = max(0, expression.first - _NEAR), min(len(sentence.tokens), expression.last + _NEAR)
    return any(_looks_ahead(sentence, at) for at in range(first, last))


def _looks_ahead(sentence: Analysis, at: int) -> bool:
    """Whether the word at a token does: "will", "plans to", "are to"; no "would have", no "the plans"."""
    table, lower = load("times"), sentence.tokens.lower
    if lower[at] in table["bound"]:
        return _TO in sentence.letters[at + 1 : at + 3]
    if lower[at] not in table["future"] or lower[at + 1 : at + 2] == table["unreal"]:
        return False
    return sentence.letters[at] != _NOUN or sentence.letters[at + 1 : at + 2] == _TO
