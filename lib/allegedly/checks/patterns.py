"""The words of lexicon/en/relations.toml as patterns over sentences whose figures are marked."""

import re
from functools import cache

from ..lexicon import load
from .articles import CLOSE, OPEN

FIGURE = f"{OPEN}(\\d+){CLOSE}"
_WORDS = rf"(?:[^{OPEN}{CLOSE}.,;:!?()\"“”]|\.(?=\w)){{0,60}}?"  #: a few words of one clause, without a comma


@cache
def word_list(name: str) -> re.Pattern:
    """Any of the words of a list of relations.toml, as a pattern.

    >>> bool(word_list("WHOM").search("two, among them one"))
    True
    """
    words = sorted(load("relations")["words"][name], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words) + r")\b")


def cue(passage, name: str) -> str | None:
    """The first of a list's words that stands in a passage."""
    match = word_list(name).search(passage.marked)
    return match.group() if match else None


def cue_in(text: str, name: str) -> str | None:
    """The first of a list's words that stands in a text."""
    match = word_list(name).search(text.lower())
    return match.group() if match else None


def figure_list(name: str) -> str:
    """The pattern of a list of two or more figures: `70 schools, 40 houses and two halls`."""
    last = f"{word_list('JOINING').pattern}|{word_list('PLUS').pattern}"
    another = word_list("ANOTHER").pattern
    return f"(?P<{name}>{FIGURE}(?:{_WORDS}(?:,\\s*(?:{last})?|{last})\\s*(?:{another}\\s*)?{FIGURE})+)"


@cache
def compiled_list() -> re.Pattern:
    """The pattern of a list of figures, as the group PARTS."""
    return re.compile(figure_list("PARTS"))


def lists(passage):
    """The lists of figures in a passage, each with the words that say it is all of a total, or None."""
    for match in compiled_list().finditer(passage.marked):
        parts = tuple(passage.figures[int(number)] for number in re.findall(FIGURE, match.group()))
        stated = word_list("STATED").search(passage.marked[max(0, match.start() - 20) : match.start()])
        yield parts, stated.group() if stated else None
