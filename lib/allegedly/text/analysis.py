"""A sentence analysed: words with part of speech, features, lemma and classes; chunks, clauses, quotations.

It is made once a sentence (reading/analyses.py), and every question reads it. The layers are tuples with an entry a
token, named as Universal Dependencies and CoNLL-2000 name things. `tags` and `kinds` are the same layers as strings of
letters, a letter a token and a letter a chunk, for patterns over a whole sentence.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from allegedly.lexicon import classes
from allegedly.text.chunks import Chunk, Ranged, chunk
from allegedly.text.clauses import Clause, clauses
from allegedly.text.kept import Kept
from allegedly.text.tags import tag
from allegedly.text.tagset import SIGN, TAGS
from allegedly.text.tokens import Tokens
from allegedly.text.words import KEEP, infinitive, is_plural, singular

Span = tuple[int, int]  # a half-open range of tokens


@dataclass(frozen=True)
class Analysis:
    """A sentence with all its layers; those that few readers ask for are made when they are asked for.

    >>> from allegedly.text.tokens import tokenise
    >>> found = analyse(tokenise("The old bridge has carried 300 lorries"), [(5, 6)])
    >>> found.upos
    ('DET', 'ADJ', 'NOUN', 'AUX', 'VERB', 'NUM', 'NOUN')
    >>> [(each.kind, found.tokens.slice(each.first, each.last)) for each in found.chunks]
    [('NP', 'The old bridge'), ('VP', 'has carried'), ('NP', '300 lorries')]
    """

    tokens: Tokens
    letters: str  #: the letter of each token (text/tagset.py)
    tags: str  #: the same, with q for the words of figures and j for those of dates
    figures: Sequence[Span]  #: the token ranges of its figures
    dates: Sequence[Ranged]  #: its time expressions
    quotations: Sequence[int]  #: the number of the quotation that each token stands in; -1 for none
    section: str  #: headline, caption, subhead, body or link
    is_title: bool  #: whether its capitals tell nothing, as in a headline

    @property
    def words(self) -> list[str]:
        """The tokens as printed."""
        return self.tokens.words

    @property
    def lower(self) -> list[str]:
        """The tokens in lower case."""
        return self.tokens.lower

    @cached_property
    def upos(self) -> tuple[str, ...]:
        """The part of speech of each token, by its name in Universal Dependencies."""
        return tuple(map(_UPOS.__getitem__, zip(self.letters, self.tokens.words, strict=True)))

    @cached_property
    def features(self) -> tuple[str, ...]:
        """The features of each token, as Universal Dependencies write them.

        >>> from allegedly.text.tokens import tokenise
        >>> analyse(tokenise("Its two ships sank")).features
        ('Poss=Yes|PronType=Prs', 'NumType=Card', 'Number=Plur', 'Tense=Past')
        """
        return tuple(map(_features, self.letters, self.tokens.lower))

    @cached_property
    def lemmas(self) -> tuple[str, ...]:
        """The dictionary form of each token as the part of speech that it is here, in lower case.

        >>> from allegedly.text.tokens import tokenise
        >>> analyse(tokenise("The shares rose")).lemmas
        ('the', 'share', 'rise')
        """
        return tuple(map(_LEMMAS.__getitem__, zip(self.letters, self.tokens.lower, strict=True)))

    @cached_property
    def classes(self) -> tuple[frozenset[str], ...]:
        """The word classes of each token (lexicon.classes): "say", "role", "month" …; a word may be of several.

        >>> from allegedly.text.tokens import tokenise
        >>> [sorted(each) for each in analyse(tokenise("Ministers argued")).classes]
        [['role'], ['say']]
        """
        return tuple(map(classes, self.tokens.lower))

    @cached_property
    def chunks(self) -> list[Chunk]:
        """Noun phrases, verb groups and the words between them; they cover the sentence."""
        return chunk(self.tags)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses, a verb each, with their subjects."""
        return clauses(self)

    @cached_property
    def kinds(self) -> str:
        """The letter of each chunk (text/chunks.py)."""
        return "".join([found.letter for found in self.chunks])

    @cached_property
    def topic(self) -> int | None:
        """In a sentence without a verb, its first noun phrase, as the number of a chunk."""
        has_verb = not set(self.kinds).isdisjoint("VPBEF")
        return None if has_verb or "N" not in self.kinds else self.kinds.find("N")

    def chunk_at(self, token: int) -> int:
        """The number of the chunk that a token is in."""
        return bisect_right(self._starts, token) - 1

    @cached_property
    def _starts(self) -> list[int]:
        return [found.first for found in self.chunks]


def analyse(
    tokens: Tokens,
    figures: Sequence[Span] = (),
    dates: Sequence[Ranged] = (),
    measured: frozenset[int] = frozenset(),
    quotations: Sequence[int] = (),
    section: str = "body",
) -> Analysis:
    """The analysis of a sentence, given what is known of it already.

    `figures` are the token ranges of its figures, `measured` the ends of those with a unit; `dates` its time
    expressions, `quotations` the number of the quotation that each token stands in.
    """
    letters, tags, is_title = tag(tokens, figures, [(date.first, date.last) for date in dates], measured)
    return Analysis(tokens, letters, tags, figures, dates, quotations or [-1] * len(tokens), section, is_title)


def _upos(token: tuple[str, str]) -> str:
    letter, word = token
    if not word[0].isalnum() and word != "&":
        return SIGN.upos  # a hyphen keeps its place in a chunk by the letter of its neighbours
    upos = TAGS.get(letter, SIGN).upos
    return "PROPN" if letter == "z" and word[0].isupper() else upos


@lru_cache(maxsize=KEEP)
def _features(letter: str, word: str) -> str:
    found = TAGS.get(letter, SIGN)
    if found.upos != "NOUN":
        return found.features
    number = "Number=Plur" if is_plural(word) else "Number=Sing"
    return f"{found.features}|{number}" if found.features else number


def _lemma(token: tuple[str, str]) -> str:
    letter, word = token
    upos = TAGS.get(letter, SIGN).upos
    return singular(word) if upos == "NOUN" else infinitive(word) if upos in ("VERB", "AUX") else word


_UPOS = Kept(_upos)  #: by letter and word as printed
_LEMMAS = Kept(_lemma)  #: by letter and word in lower case
