"""The phrases of a sentence as cells for the rules of counted.toml, as they stand around one figure.

Every cell has `chunk` and `form` (text/chunks.py), `word` and `head` (its first and last word), `class` (the roles of
things-reading.toml that these are in), `name` and `known` ("the", "its"), what it stands `behind`; a sign its `sign`.
The figure that is asked about has `this`, its kind, and what its clause does with it; the one before it and the last
of its kind are marked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from allegedly.lexicon import load
from allegedly.model import Thing
from allegedly.reading.of_what.fates import is_fate_word
from allegedly.reading.of_what.inside import base_of, named_measure, rest_of
from allegedly.reading.of_what.nouns import Figure
from allegedly.reading.of_what.patterns import bits_of
from allegedly.reading.of_what.places import is_place
from allegedly.text.analysis import Analysis
from allegedly.text.chunks import Chunk
from allegedly.text.clauses import Standing, first_word
from allegedly.text.kept import Kept
from allegedly.text.matching import Pairs
from allegedly.text.words import KEEP, is_reckoning, is_saying, lemmas, movers, singular

Read = tuple[Figure, Thing]  # a figure that has been read

WIDE = 18  #: phrases that are seen on each side of a figure
_SIGNS = {",": "comma", ";": "stop", "(": "open", ")": "close", '"': "quote", "-": "hyphen"}
_FORMS = {"A": "adjective", "r": "adverb", "i": "preposition", "o": "of", "t": "to", "c": "conjunction"}
_EDGE = (("form", "edge"),)
_GOVERNS = (("governs", "yes"),)
_SCORE = ": score"  # how the rows of the grammar end that read "Arda 1 – 2 Norland"
_VAST = 1_000_000  # from here on a count without a number may be one of money: "millions in aid"


@dataclass(frozen=True)
class Seen:
    """A figure where it stands in its sentence: its clause, and the figures that have been read before it."""

    sentence: Analysis
    phrases: Sequence[int]  #: the phrases of the sentence as the bits of cells, whatever figure is asked about
    figure: Figure
    clause: Standing
    held: str | None  #: the verb that it holds
    group: int | None = None  #: the phrase that "of whom" beside it stands for
    before: Read | None = None  #: the figure before it
    alike: Read | None = None  #: the last of its kind
    count: Thing | None = None  #: the thing of the last count
    is_near: bool = False  #: whether that stands in the same sentence

    @property
    def first(self) -> int:
        """The number of the phrase of the first cell; the cell before it is the sentence's edge, or one more phrase."""
        return max(0, self.figure.phrase - WIDE)

    def earlier(self, which: str) -> Thing | None:
        """The thing of the figure before, of the last one alike, or of the last count."""
        read = {"before": self.before, "alike": self.alike}.get(which)
        return self.count if which == "count" else read[1] if read else None

    @cached_property
    def _cells(self) -> list[int]:
        """The phrases around the figure as the bits of cells, but for what its own verb does."""
        first = self.first
        found = [*self.phrases[first : self.figure.phrase + WIDE]]
        for read in (self.before, self.alike):
            if read and first <= read[0].phrase < self.figure.phrase:
                at = read[0].phrase - first
                found[at] |= bits_of(self._earlier(read))
        verb = self.clause.verb
        if verb is not None and first <= verb < first + len(found) and verb != self.figure.phrase:
            found[verb - first] |= bits_of(_GOVERNS)
        found[self.figure.phrase - first] = bits_of(self._own()) | bits_of(self._clause())
        return [bits_of(_EDGE), *found, bits_of(_EDGE)]

    def cells(self, verb: str | None = None) -> list[int]:
        """The phrases around the figure with a cell of its edge at each end; the figure with what its `verb` does."""
        if verb is None:
            return self._cells
        found, at = [*self._cells], self.figure.phrase - self.first + 1
        found[at] |= _acts(verb)
        return found

    def _earlier(self, read: Read) -> Iterator[tuple[str, str]]:
        """What a figure that has been read is to this one."""
        figure, thing = read
        if read is self.before:
            yield "before", "yes"
        if figure.quantity.kind == self.figure.quantity.kind:
            yield "alike", figure.quantity.kind
            if figure.quantity.unit == self.figure.quantity.unit:
                yield "unit", "same"
        if base_of(self.sentence, figure) is not None:
            yield "rated", "yes"
        if thing.thing:
            yield "thing", "yes"

    def _own(self) -> Iterator[tuple[str, str]]:
        """The features of the figure itself."""
        sentence, figure, quantity = self.sentence, self.figure, self.figure.quantity
        chunk = sentence.chunks[figure.phrase]
        yield from _outer(chunk.letter)
        yield "this", quantity.kind
        if figure.phrase:
            yield _behind(sentence.kinds[figure.phrase - 1])
            yield from (("behind", role) for role in sorted(_roles(first_word(sentence, figure.phrase - 1))))
        else:
            yield "behind", "edge"
        yield "word", sentence.tokens.lower[figure.first]
        yield from (("class", role) for role in sorted(_roles(sentence.tokens.lower[figure.first])))
        yield from _held(
            known=sentence.tags[chunk.first] == "d",
            digits=sentence.letters[figure.first] == "#",
            per=quantity.per is not None,
            rated=base_of(sentence, figure) is not None,
            named=named_measure(sentence, figure) is not None,
            vast=quantity.kind == "count" and quantity.value is None and (quantity.low or 0) >= _VAST,
            score=quantity.rule.endswith(_SCORE),
        )
        yield "unit", quantity.unit or "none"
        yield "rest", rest_of(sentence, figure)

    def _clause(self) -> Iterator[tuple[str, str]]:
        """What the clause and the figures before it make of the figure."""
        sentence, clause, at = self.sentence, self.clause, self.figure.phrase
        if clause.verb == at:
            yield "inner", "copula" if sentence.kinds[at - 1 : at] == "B" else "verb"
        if clause.is_subject:
            yield "is", "subject"
        elif clause.verb is not None:
            yield "governed", "yes"
        if self.held:
            yield "held", "yes"
        if clause.subject is not None and sentence.kinds[clause.subject] != "u":
            is_name = sentence.tags[sentence.chunks[clause.subject].last - 1] == "p"
            yield "subject", "name" if is_name else "noun"
        if self.group is not None:
            yield "group", "figure" if sentence.kinds[self.group] == "Q" else "yes"
        if self.before:
            yield "follows", "yes"
        if self.alike and _word_behind(sentence, self.alike[0].phrase) == _word_behind(sentence, at):
            yield "echoes", "yes"
        if self.count:
            yield "counted", "near" if self.is_near else "far"


def _held(**features: bool) -> Iterator[tuple[str, str]]:
    """Of features that a cell has or has not, those that it has."""
    return ((name, "yes") for name, holds in features.items() if holds)


def _word_behind(sentence: Analysis, number: int) -> str:
    return first_word(sentence, number + 1) if number + 1 < len(sentence.chunks) else ""


def phrases_of(sentence: Analysis) -> list[int]:
    """The phrases of a sentence as the bits of cells, whatever figure is asked about."""
    lower, tags, behind = sentence.tokens.lower, sentence.tags, ""
    found: list[int] = []
    for number, (first, last, letter) in enumerate(sentence.chunks):
        more = ""
        if letter == "i" and is_place(sentence, number):
            more = "place"
        elif letter == '"' and _opens(sentence, first):
            more = "opens"
        elif letter == "N" and "q" in tags[first:last]:
            more = "counts"
        place = _PLACES[letter, behind, more, tags[first] in "ds", tags[last - 1] == "p"]
        found.append(place | _FIRST_WORDS[lower[first]] | _LAST_WORDS[lower[last - 1], letter])
        behind = letter
    return found


def _opens(sentence: Analysis, at: int) -> bool:
    """Whether a quotation mark opens a quotation: a space stands before it, and none behind."""
    tokens = sentence.tokens
    if at + 1 >= len(tokens):
        return False
    return (at == 0 or tokens.ends[at - 1] < tokens.starts[at]) and tokens.ends[at] == tokens.starts[at + 1]


def _place(asked: tuple[str, str, str, bool, bool]) -> int:
    """What a phrase is, whatever its words: its kind, what it stands behind, whether its thing is known or a name."""
    letter, behind, more, is_known, is_name = asked
    held = _held(known=is_known, name=is_name, **({more: True} if more else {}))
    return bits_of((*_outer(letter), _behind(behind), *held))


def _first_word(word: str) -> int:
    """What the first word of a phrase says of it."""
    return bits_of((("word", word), *(("class", role) for role in sorted(_roles(word)))))


def _last_word(asked: tuple[str, str]) -> int:
    """What the last word says of a phrase of a kind."""
    word, letter = asked
    roles = _roles(word) | (_roles(singular(word)) if letter == "N" else frozenset())
    is_noun = letter == "A" and "NOUN" in lemmas(word)
    return bits_of(
        (
            ("head", word),
            *(("class", role) for role in sorted(roles)),
            *((("class", "fated"),) if is_fate_word(word) else ()),
            *((("also", "noun"),) if is_noun else ()),
        )
    )


_PLACES: Kept[tuple[str, str, str, bool, bool], int] = Kept(_place)
_FIRST_WORDS: Kept[str, int] = Kept(_first_word)
_LAST_WORDS: Kept[tuple[str, str], int] = Kept(_last_word)


@cache
def _behind(letter: str) -> tuple[str, str]:
    """What a phrase stands behind: the form of the phrase before it, or its sign."""
    return "behind", _outer(letter)[-1][1] if letter else "edge"


@cache
def _outer(letter: str) -> Pairs:
    """What kind of phrase it is."""
    if sign := _SIGNS.get(letter):
        return (("chunk", "PUNCT"), ("sign", sign))
    chunk = Chunk(0, 0, letter)
    form = chunk.form or _FORMS.get(letter) or chunk.kind
    return (("chunk", chunk.kind), ("form", form))


def _roles(word: str) -> frozenset[str]:
    """The roles of things-reading.toml that a word is in."""
    return _by_word().get(word, frozenset())


@cache
def _by_word() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, role in load("things-reading")["roles"].items():
        for word in role["words"]:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=KEEP)
def _acts(verb: str) -> int:
    """What a verb does: the roles that it is in, and whether it moves, says or reckons."""
    more = (("move", verb in movers()), ("say", is_saying(verb)), ("reckon", is_reckoning(verb)))
    return bits_of(tuple(("does", name) for name in (*sorted(_roles(verb)), *(name for name, holds in more if holds))))
