"""The chunks of a sentence: noun phrases, verb groups and the words between them, by regexes over the words' letters.

No model: closed word classes (lexicon/en/words.toml), the parts of speech that lemminflect's tables allow a word, and a
few rules on neighbours (text/tags.py). Kinds have the names of the CoNLL-2000 task; "figure" and "date" are ours.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple, Protocol

from allegedly.text.tokens import Tokens

_LEAD = "(?:a|r(?=[aq#ds])|[np]{0,6}z){0,9}"  # what stands between an article and a figure
_JOINED = "a-?(?:(?:,a-?){0,4},?ca|(?:,a){1,4})(?=[npa])"  # "confirmed, probable and suspected", "low- and middle"
_COUNTED = f"(?:[ds]{{1,3}}|(?<=[oi])|[ds]{{0,3}}{_LEAD}[q#]{{1,60}})"  # what stands before those
_FIGURED = "(?:[q#]{1,60}(?:a|r(?=a)){0,9})?"  # a figure before its noun: "about 1,000 Wagner"

# Each chunk is a named row; the first that matches wins, and any other word is a chunk of its own.
# Repeats are bounded, so that time stays linear in whatever text. j is a word of a date, q one of a figure.
_CHUNK = re.compile(
    "|".join(
        f"(?P<{name}>{shape})"
        for name, shape in {
            "F": "tr{0,3}(?:[mhb]r{0,3}){0,4}[vbheg]",  # "to support"
            "P": "(?:[mhb]r{0,3}){0,4}br{0,3}e",  # "have been killed"
            "B": "(?:[mh]r{0,3}){0,4}b(?!r{0,3}[gb])",  # "has been", "are"
            "V": "(?:[mhb]r{0,3}){1,4}[vegh]|v|[mhb]",  # "has deployed"
            "E": "e",  # "killed"
            "G": "Hr{0,3}(?:b?e|b|h)|[gH]",  # "including"
            "j": "j+",  # "in the past few weeks"
            "N": f"(?:{_COUNTED}{_JOINED}|[ds]{{0,3}}{_LEAD}{_FIGURED})"
            + "[npaz#]{0,20}[np]",  # "about 1,000 Wagner fighters"
            "Q": "[ds]{0,3}(?:a|r(?=[aq])){0,9}q+",  # a figure without a noun
            "Z": "[ds]{0,3}z",  # "the firm's"
            "A": "r{0,3}a",
        }.items()
    )
    + "|."
)

_KINDS = {
    "F": ("VP", "infinitive"),
    "P": ("VP", "passive"),
    "B": ("VP", "copula"),
    "V": ("VP", "active"),
    "E": ("VP", "past"),
    "G": ("VP", "gerund"),
    "N": ("NP", "noun"),
    "Z": ("NP", "possessor"),
    "u": ("NP", "pronoun"),
    "d": ("NP", "determiner"),
    "s": ("NP", "possessor"),
    "#": ("NP", "number"),
    "Q": ("figure", ""),
    "q": ("figure", ""),
    "j": ("date", ""),
    "A": ("ADJP", ""),
    "r": ("ADVP", ""),
    "i": ("PP", ""),
    "o": ("PP", ""),
    "t": ("PP", ""),
    "k": ("SBAR", "conjunction"),
    "w": ("SBAR", "relative"),
    "c": ("CONJ", ""),
}


class Ranged(Protocol):
    """A time expression, or whatever else covers the tokens from `first` up to `last`."""

    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...


class Chunk(NamedTuple):
    """A run of tokens: the half-open range of their numbers, and the letter of its kind."""

    first: int
    last: int
    letter: str

    @property
    def kind(self) -> str:
        """NP, VP, ADJP, ADVP, PP (its preposition alone), SBAR ("that", "who"), CONJ, figure, date or PUNCT."""
        return _KINDS.get(self.letter, ("PUNCT", ""))[0]

    @property
    def form(self) -> str:
        """Of a VP active, passive, copula, past (or participle), gerund or infinitive; of an NP noun, pronoun …"""
        return _KINDS.get(self.letter, ("PUNCT", ""))[1]

    @property
    def finite(self) -> bool | None:
        """Whether a verb group is finite; None where a form in -ed may be either, and for what is no verb group."""
        return {"V": True, "P": True, "B": True, "G": False, "F": False}.get(self.letter)

    @property
    def voice(self) -> str | None:
        """The voice of a verb group."""
        return None if self.kind != "VP" else "passive" if self.letter == "P" else "active"


_CHUNK_OF: Callable[[Iterable[Any]], Chunk] = partial(tuple.__new__, Chunk)  # as Chunk._make, without a call for each


def chunk(letters: str) -> list[Chunk]:
    """The chunks of a sentence, given the letters of its words (text/tags.py).

    >>> [(found.kind, found.form) for found in chunk("danhe#an")]  # "the old bridge has carried 300 heavy lorries"
    [('NP', 'noun'), ('VP', 'active'), ('NP', 'noun')]
    """
    found = [(*match.span(), match.lastgroup or letters[match.start()]) for match in _CHUNK.finditer(letters)]
    return [*map(_CHUNK_OF, found)]


class Chunked(Protocol):
    """A sentence as far as its chunks (text/analysis.py)."""

    @property
    def tokens(self) -> Tokens: ...
    @property
    def tags(self) -> str: ...
    @property
    def dates(self) -> Sequence[Ranged]: ...
    @property
    def chunks(self) -> list[Chunk]: ...
    @property
    def kinds(self) -> str: ...
