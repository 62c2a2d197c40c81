"""Noun phrases and verb groups of a sentence: one letter a word, one letter a phrase, and regexes over the letters.

No model: closed word classes (lexicon/en/words.toml), the parts of speech that lemminflect's tables allow a word, and a
few rules on neighbours. The letters of words: d determiner, s possessive, z noun with 's, n noun, p name, a adjective,
r adverb, b be, h have, m modal, v verb, e verb in -ed, g verb in -ing, i preposition, o of, t to, c and, k that, w who,
u pronoun, j time word, q figure, # other number; signs stand for themselves.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import NamedTuple

from allegedly.text.tags import tag_words
from allegedly.text.tokens import Tokens

# Each phrase is a named row; the first that matches wins, and any other word is a phrase of its own.
# Repeats are bounded, so that time stays linear in whatever text.
_FIGURED = "(?:[q#]{1,60}(?:a|r(?=a)){0,9})?"  # a figure before its noun: "about 1,000 Wagner"
_PHRASE = re.compile(
    "|".join(
        f"(?P<{name}>{shape})"
        for name, shape in {
            "F": "tr{0,3}(?:[mhb]r{0,3}){0,4}[vbheg]",  # infinitive: "to support"
            "P": "(?:[mhb]r{0,3}){0,4}br{0,3}e",  # passive: "have been killed"
            "B": "(?:[mh]r{0,3}){0,4}b(?!r{0,3}[gb])",  # copula: "has been", "are"
            "V": "(?:[mhb]r{0,3}){1,4}[vegh]|v|[mhb]",  # active: "has deployed"
            "E": "e",  # past or participle: "killed"
            "G": "Hr{0,3}(?:b?e|b|h)|[gH]",  # "including"
            "j": "j+",  # "in the past few weeks"
            "N": "[ds]{0,3}(?:a|r(?=[aq#ds])|[np]{0,6}z){0,9}"
            + _FIGURED
            + "[npaz#]{0,20}[np]",  # "about 1,000 Wagner fighters"
            "Q": "[ds]{0,3}(?:a|r(?=[aq])){0,9}q+",  # a figure without a noun
            "Z": "[ds]{0,3}z",
            "A": "r{0,3}a",
        }.items()
    )
    + "|."
)


class Phrase(NamedTuple):
    """A run of tokens: the half-open range of their numbers."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Phrases:
    """A sentence as phrases, in order; `kinds` is their letters as one string."""

    tokens: Tokens
    tags: str
    phrases: list[Phrase]
    kinds: str
    starts: list[int]  #: the first token of each phrase
    dates: list  #: its time expressions (reading/when)
    raw: str  #: the letters of its words, figures among them
    topic: int | None  #: in a sentence without a verb, its first noun phrase

    def at(self, token: int) -> int:
        """The number of the phrase that a token is in."""
        return bisect_right(self.starts, token) - 1


def phrases(tokens: Tokens, figures=(), dates=(), measured=frozenset()) -> Phrases:
    """The phrases of a sentence, where `figures` are the token ranges of its figures, `measured` the ends of some.

    >>> from allegedly.text.tokens import tokenise
    >>> found = phrases(tokenise("The old bridge has carried 300 heavy lorries"), [(5, 6)])
    >>> found.kinds, [found.tokens.slice(p.first, p.last) for p in found.phrases]
    ('NVN', ['The old bridge', 'has carried', '300 heavy lorries'])
    """
    raw, tags = tag_words(tokens, figures, [(e.first, e.last) for e in dates], measured)
    matches = list(_PHRASE.finditer(tags))
    found = [Phrase(*match.span()) for match in matches]
    starts = [phrase.first for phrase in found]
    kinds = "".join([match.lastgroup or tags[match.start()] for match in matches])
    topic = kinds.find("N") if "N" in kinds and set(kinds).isdisjoint("VPBEF") else None
    return Phrases(tokens, tags, found, kinds, starts, dates, raw, topic)
