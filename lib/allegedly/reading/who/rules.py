"""Named rules of telling, in the pattern language: rows of telling.toml laid over a sentence.

A cell is a token with its word, lemma, upos, the lists of telling.toml that hold it (`class`), its place in a noun
phrase (`np`: first, in), whether it is an owner's ("mayor's": `owner`), of a figure (`fig`), in a quotation (`quoted`),
a sign that ends a stretch of words (`stop`), the first of its sentence (`start`).
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple

from allegedly.lexicon import load, words_of_class
from allegedly.lexicon.macros import unfolded
from allegedly.reading.who.complements import has_frame
from allegedly.reading.who.cue import Cue
from allegedly.reading.who.scopes import clause_end, clause_start, verb_scope
from allegedly.reading.who.subjects import issuer
from allegedly.reading.who.verbs import said_by
from allegedly.reading.who.voices import Voice, time_words
from allegedly.text.analysis import Analysis
from allegedly.text.pattern import Cells, Match, Pattern, compiled, encode
from allegedly.text.words import KEEP, bare, denials, lemmas

_STOPS = frozenset(',;:.!?()[]–—"“”„«»')
SECTIONS = ("rule", "void")
_OF_WORDS = ("word", "lemma", "class")  # features that a word has wherever it stands
_INNER = ("ADJ", "NOUN", "PROPN", "NUM")
_OPENING = ("DET", "PRON")
_APOSTROPHES = ("'", "’")


class Told(NamedTuple):
    """What the rules say of a sentence: cues, and the verbs of saying that give nothing to anybody."""

    cues: list[Cue]
    void: frozenset[int] = frozenset()


def told(voice: Voice) -> Told:
    """What the named rules find in a sentence."""
    found: list[Cue] = []
    void: set[int] = set()
    for section, rule, match in _matches(voice):
        if section == "void":
            void.add(match.captures["verb"][0])
            continue
        cue = _cue(voice, rule.row, match)
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
    return {str(rule.row["name"]) for _, rule, _ in _matches(voice)}


def _matches(voice: Voice) -> Iterator[tuple[str, "Rule", Match]]:
    """Each match of each rule, by section, in the order of the table."""
    held = 0
    for word in voice.tokens.lower:
        held |= _meets(word)
    near = [(name, rule) for name in SECTIONS for rule in _rules(name) if held & rule.needs == rule.needs]
    cells = cells_of(voice.analysis) if near else None
    for section, rule in near:
        if cells:
            yield from ((section, rule, match) for match in rule.pattern.find(cells))


def _cue(voice: Voice, row: dict[str, Any], match: Match) -> Cue | None:
    """The cue that a rule makes of its match: its words, its speaker, and how far it reaches."""
    captures = match.captures
    verb, speaker, via = captures.get("verb"), captures.get("speaker"), captures.get("via")
    if verb and not speaker:
        cue = said_by(voice, row, *verb)
        if cue and "said" in captures:
            cue.lead, cue.stop = captures["said"]
        return cue
    told = _said().get(voice.tokens.lower[verb[0]]) if verb else None
    ends = verb is not None and verb[1] == match.last
    if verb and told and speaker and ends and not has_frame(voice, told, verb[1], (match.first, speaker[1])):
        return None
    first, last = verb or captures.get("cue") or (match.first, match.last)
    if speaker:
        speaker = (None if via else issuer(voice, speaker)) or speaker
        is_owner = bare(voice.tokens.lower[speaker[1] - 1]) != voice.tokens.lower[speaker[1] - 1]
        if not (voice.is_source(speaker) or is_owner or (told and told.get("any"))):
            return None
    lead, stop = captures.get("said") or _reach(voice, match, verb)
    sort = "verb" if verb else "source" if speaker else "relay" if via else "doubt"
    if told and "stance" in told:
        row = row | {"stance": told["stance"]}  # "with the union claiming that"
    return Cue(row, first, last, speaker, lead, stop, hearer=via, sort=sort)


def _reach(voice: Voice, match: Match, verb: tuple[int, int] | None) -> tuple[int, int]:
    """What is said where no capture tells: what follows, or what stands before an aside that ends the sentence."""
    last = match.last - (voice.kinds[match.last - 1] in ",.;")
    if verb:
        return verb_scope(voice, match.first, last, False, False)
    if match.first and voice.kinds[match.first - 1] == "," and voice.kinds[last : last + 1] in ("", ".", ";"):
        return clause_start(voice, match.first), match.first
    return last, clause_end(voice, match.last)


@cache
def _said() -> dict[str, dict[str, Any]]:
    """The rows of verbs of saying by their forms."""
    return {form: row for row in load("speech")["verb"] for form in row["forms"]}


def cells_of(sentence: Analysis) -> Cells:
    """The tokens of a sentence as cells."""
    figured = {i for first, last in sentence.figures for i in range(first, last)}
    return encode(
        _known(word, lemma, upos) + place + _QUOTED[quote >= 0] + _FIGURED[i in figured] + _STARTS[i == 0]
        for i, (word, lemma, upos, place, quote) in enumerate(
            zip(sentence.lower, sentence.lemmas, sentence.upos, _places(sentence), sentence.quotations, strict=True)
        )
    )


def _places(sentence: Analysis) -> list["Pairs"]:
    """Where each token stands in a noun phrase: a run of its words, which a determiner or a pronoun opens anew."""
    found: list[Pairs] = []
    inside = False
    for word, upos in zip(sentence.lower, sentence.upos, strict=True):
        owner = inside and word in _APOSTROPHES
        found.append((("np", "in" if owner or (inside and upos in _INNER) else "first"),))
        if not owner and upos not in _INNER and upos not in _OPENING:
            found[-1] = ()
        inside = bool(found[-1])
    return found


Pairs = tuple[tuple[str, str], ...]
_STARTS: tuple[Pairs, Pairs] = ((), (("start", "yes"),))
_QUOTED: tuple[Pairs, Pairs] = ((), (("quoted", "yes"),))
_FIGURED: tuple[Pairs, Pairs] = ((), (("fig", "yes"),))


@lru_cache(maxsize=KEEP)
def _known(word: str, lemma: str, upos: str) -> Pairs:
    """The features of a token that do not depend on its place."""
    lists = _lists()
    names = sorted(frozenset().union(*(lists.get(form, ()) for form in (word, lemma, bare(word)))))
    names += ["many"] * (word[:1].isdigit() and len(word) > 1)
    owner = bare(word) != word or word in _APOSTROPHES
    return (
        ("word", word),
        ("lemma", lemma),
        ("upos", upos),
        *(("class", name) for name in names),
        *((("stop", "yes"),) if word in _STOPS else ()),
        *((("owner", "yes"),) if owner else ()),
    )


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


class Rule(NamedTuple):
    """A row with its pattern, and a bit for each need of the pattern that a word can meet."""

    row: dict[str, Any]
    pattern: Pattern
    needs: int


@cache
def _rules(section: str) -> tuple[Rule, ...]:
    """The rules of a section in order: the first that matches a place wins."""
    found = []
    for row in load("telling")[section]:
        pattern = compiled(unfolded("telling", section, row))
        needs = [need for need in pattern.needs if all(feature.partition("=")[0] in _OF_WORDS for feature in need)]
        found.append(Rule(row, pattern, sum(1 << _needs().setdefault(need, len(_needs())) for need in {*needs})))
    return tuple(found)


@cache
def _needs() -> dict[frozenset[str], int]:
    """The needs of all rules, numbered as they are met."""
    return {}


@lru_cache(maxsize=KEEP)
def _meets(word: str) -> int:
    """The needs that a word in lower case meets, a bit each."""
    for section in SECTIONS:
        _rules(section)
    forms = {word, *lemmas(word).values()}
    features = {f"word={word}"}.union(
        *({f"lemma={form}", *(f"class={name}" for name in _lists().get(form, ()))} for form in forms)
    )
    return sum(1 << number for need, number in _needs().items() if not need.isdisjoint(features))
