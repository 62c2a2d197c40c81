"""Named rules of telling, in the pattern language: rows of telling.toml laid over a sentence.

A cell is a token with its word, lemma, upos, the lists of telling.toml that hold it (`class`), its place in a noun
phrase (`np`: first, in), whether it is an owner's ("mayor's": `owner`), of a figure (`fig`), in a quotation (`quoted`),
a sign that ends a stretch of words (`stop`), the first of its sentence (`start`).
"""

from collections.abc import Iterator
from functools import cache, reduce
from operator import or_
from typing import NamedTuple

from allegedly.lexicon import load, words_of_class
from allegedly.lexicon.macros import unfolded
from allegedly.reading.who.complements import has_frame
from allegedly.reading.who.cue import Cue
from allegedly.reading.who.scopes import clause_end, clause_start, verb_scope
from allegedly.reading.who.subjects import Phrase, issuer
from allegedly.reading.who.verbs import said_by
from allegedly.reading.who.voices import Row, Voice, time_words
from allegedly.text.analysis import Analysis
from allegedly.text.kept import Kept
from allegedly.text.matching import Bundle, Cell, Match, Pairs, Patterns, bundle
from allegedly.text.pattern import compiled
from allegedly.text.words import bare, denials, lemmas

SECTIONS = ("rule", "void")
_OF_WORDS = ("word", "lemma", "class", "owner", "stop")  # features that a word has wherever it stands
_STOPS = frozenset(',;:.!?()[]–—"“”„«»')
_INNER, _OPENING = ("ADJ", "NOUN", "PROPN", "NUM"), ("DET", "PRON")
_APOSTROPHES = ("'", "’")
_MANY = "many"  # the class of a number of two digits or more


class Told(NamedTuple):
    """What the rules say of a sentence: cues, and the verbs of saying that give nothing to anybody."""

    cues: list[Cue]
    void: frozenset[int] = frozenset()


def told(voice: Voice) -> Told:
    """What the named rules find in a sentence; of those that match at one place the first wins."""
    found: list[Cue] = []
    void: set[int] = set()
    for row, match in _matches(voice):
        if row in load("telling")["void"]:
            void.add(match.captures["verb"][0])
            continue
        cue = _cue(voice, row, match)
        if cue and not any(each.first < cue.last and cue.first < each.last for each in found):
            found.append(cue)
    return Told(found, frozenset(void))


def matching(voice: Voice) -> set[str]:
    """The names of the rules that match in a sentence.

    >>> from allegedly.model import Document
    >>> from allegedly.reading.parsing import Analyses
    >>> from allegedly.reading.who.voices import read_voice
    >>> matching(read_voice(Analyses(Document("a", "Norland admits to 61 dead."))[0]))
    {'admits to so many'}
    """
    return {row["name"] for row, _ in _matches(voice)}


def _matches(voice: Voice) -> Iterator[tuple[Row, Match]]:
    """Each match of each rule, in the order of the table."""
    rules, held = _rules(), reduce(or_, map(_MEETS.__getitem__, voice.tokens.lower), 0)
    if _FITS[held]:
        found = rules.patterns.find(cells_of(voice.analysis))
        yield from ((rules.rows[number], match) for number, match in found)


def _cue(voice: Voice, row: Row, match: Match) -> Cue | None:
    """The cue that a rule makes of its match: its words, its speaker, and how far it reaches."""
    captures = match.captures
    verb, speaker, via = captures.get("verb"), captures.get("speaker"), captures.get("via")
    if verb and not speaker:
        cue = said_by(voice, row, *verb)
        if cue and "said" in captures:
            cue.lead, cue.stop = captures["said"]
        return cue
    known = _said().get(voice.tokens.lower[verb[0]]) if verb else None
    if speaker:
        framed = verb is None or known is None or verb[1] < match.last
        if not framed and not has_frame(voice, known or {}, match.last, (match.first, speaker[1])):
            return None
        speaker = (None if via else issuer(voice, speaker)) or speaker
        if not (voice.is_source(speaker) or _is_owner(voice.tokens.lower[speaker[1] - 1]) or (known or row).get("any")):
            return None
    first, last = verb or captures.get("cue") or (match.first, match.last)
    lead, stop = captures.get("said") or _reach(voice, match, verb)
    sort = "verb" if verb else "source" if speaker else "relay" if via else "doubt"
    if known and "stance" in known:
        row = row | {"stance": known["stance"]}  # "with the union claiming that"
    return Cue(row, first, last, speaker, lead, stop, hearer=via, sort=sort)


def _reach(voice: Voice, match: Match, verb: Phrase | None) -> tuple[int, int]:
    """What is said where no capture tells: what follows, or what stands before an aside that ends the sentence."""
    last = match.last - (voice.kinds[match.last - 1] in ",.;")
    if verb:
        return verb_scope(voice, match.first, last, False, False)
    if match.first and voice.kinds[match.first - 1] == "," and voice.kinds[last : last + 1] in ("", ".", ";"):
        return clause_start(voice, match.first), match.first
    return last, clause_end(voice, match.last)


@cache
def _said() -> dict[str, Row]:
    """The rows of verbs of saying by their forms."""
    return {form: row for row in load("speech")["verb"] for form in row["forms"]}


def cells_of(sentence: Analysis) -> list[Cell]:
    """The tokens of a sentence as cells."""
    figured = {i for first, last in sentence.figures for i in range(first, last)}
    inside = False
    found: list[Cell] = []
    rows = zip(sentence.lower, sentence.lemmas, sentence.upos, sentence.quotations, strict=True)
    for i, (word, lemma, upos, quote) in enumerate(rows):
        goes_on = inside and (upos in _INNER or word in _APOSTROPHES)
        inside = goes_on or upos in _INNER or upos in _OPENING
        found.append((_WORDS[word, lemma], _PLACES[upos, inside, goes_on, quote >= 0, i in figured, i == 0]))
    return found


def _word(asked: tuple[str, str]) -> Bundle:
    """What a token is by itself."""
    word, lemma = asked
    return bundle((("word", word), ("lemma", lemma), *_own(word, (lemma,))))


def _place(asked: tuple[str, bool, bool, bool, bool, bool]) -> Bundle:
    """What its place makes a token.

    A noun phrase is a run of its words, which a determiner or a pronoun opens anew.
    """
    upos, inside, goes_on, quoted, figured, first = asked
    named = (("np", "in" if goes_on else "first"),) if inside else ()
    flags = zip(("quoted", "fig", "start"), (quoted, figured, first), strict=True)
    return bundle((("upos", upos), *named, *((name, "yes") for name, holds in flags if holds)))


_WORDS = Kept(_word)
_PLACES = Kept(_place)


def _own(word: str, forms: tuple[str, ...]) -> Pairs:
    """The features that a word has by itself: its classes, whether it is an owner's, and whether it ends a stretch."""
    lists, plain = _lists(), bare(word)
    names = frozenset().union(*(lists.get(form, ()) for form in (word, plain, *forms)))
    return (
        *(("class", name) for name in sorted(names)),
        *((("class", _MANY),) if word[:1].isdecimal() and len(word) > 1 else ()),
        *((("owner", "yes"),) if _is_owner(word) else ()),
        *((("stop", "yes"),) if word in _STOPS else ()),
    )


def _is_owner(word: str) -> bool:
    return word in _APOSTROPHES or bare(word) != word


class Rules(NamedTuple):
    """The rows in their order, their patterns, and of each what words must meet, a bit for each need."""

    rows: list[Row]
    patterns: Patterns
    needs: list[int]
    bits: dict[str, int]  #: what a feature meets


@cache
def _rules() -> Rules:
    """The rules of all sections."""
    numbers: dict[frozenset[str], int] = {}
    needs, bits = [], dict[str, int]()
    rows = [(section, row) for section in SECTIONS for row in load("telling")[section]]
    patterns = [compiled(unfolded("telling", section, row)) for section, row in rows]
    for pattern in patterns:
        own = {need for need in pattern.needs if all(feature.partition("=")[0] in _OF_WORDS for feature in need)}
        needs.append(sum(1 << numbers.setdefault(need, len(numbers)) for need in own))
    for need, number in numbers.items():
        for feature in need:
            bits[feature] = bits.get(feature, 0) | 1 << number
    return Rules([row for _, row in rows], Patterns(patterns), needs, bits)


def _meets(word: str) -> int:
    """The needs of rules that a word in lower case meets, a bit each."""
    bits, forms = _rules().bits, tuple({word, *lemmas(word).values()})
    own = (*(("lemma", form) for form in forms), ("word", word), *_own(word, forms))
    held = 0
    for name, value in own:
        held |= bits.get(f"{name}={value}", 0) | bits.get(name, 0)
    return held


_MEETS = Kept(_meets)
_FITS: Kept[int, bool] = Kept(
    lambda held: any(held & needs == needs for needs in _rules().needs)
)  #: whether these are all of a rule's


@cache
def _lists() -> dict[str, frozenset[str]]:
    """The lists that each word is in: those of telling.toml, the verbs of saying, and what denies."""
    lists = {name: frozenset(words) for name, words in load("telling")["lists"].items()}
    says, ending = words_of_class("say"), load("speech")["phrases"]["participle"]
    lists |= {"say": says, "saying": frozenset(word for word in says if word.endswith(ending)), "negation": denials()}
    dating = time_words() | words_of_class("month") | words_of_class("weekday")
    lists |= {"document": words_of_class("document"), "time": dating, "outlet": words_of_class("outlet")}
    found: dict[str, set[str]] = {}
    for name, words in lists.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
