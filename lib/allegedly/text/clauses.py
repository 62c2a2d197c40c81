"""Who does what in a sentence: the verb that governs a phrase, and the subject of a verb.

Everything is read off the string of phrase letters (text/chunks.py), looking at most `REACH` phrases away, so that
time stays linear in the length of a sentence.
"""

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from allegedly.lexicon import load, words_of_class
from allegedly.text.chunks import Chunked
from allegedly.text.words import infinitive, is_plural, is_saying, movers

REACH = 40
_TOLD = re.compile("w[VBE]r?[NQ](?:[iot][NQ]|[NQjr]){0,5}$")  # "who sell milk to Norland", "that cost $35 a decade ago"
_SENTENCE = re.compile("[;k]")
_VERBS = "VEPGFB"
_FINITE = "VPB"
_NOUNS = "NQ"
_OF = re.compile("(?:o[NQ])*")
# What may stand between a noun phrase and its verb: "of the town", "in May", an adverb, a bracket.
_AFTER_SUBJECT = re.compile(r"(?:[oi]r?(?:N|Q|d|u|d?A*j+)|[rjQ]|\([^()]{0,12}\)|,[^,;kw]{1,6},(?=[VPBE]))*")


class Clause(NamedTuple):
    """A stretch of a sentence with one verb."""

    first: int  #: its first token
    last: int  #: the token behind its last one
    subject: int | None  #: the number of the chunk that is its verb's subject, be it in another clause
    verb: int | None  #: the token of its verb, the last one of the verb group
    kind: str  #: main, relative, subordinate, infinitive, participle or verbless


class Standing(NamedTuple):
    """Where a phrase stands: the number of its verb, whether it is that verb's subject, and the subject's number."""

    verb: int | None = None
    is_subject: bool = False
    subject: int | None = None


@cache
def words_of(name: str) -> frozenset[str]:
    """A class of function words from lexicon/en/things-reading.toml."""
    return frozenset(load("things-reading")["roles"][name]["words"])


@cache
def measuring_verbs() -> frozenset[str]:
    """The verbs whose subject is what a figure behind them measures: "reach", "total", and those of rising, falling."""
    return words_of("level") | movers()


def lemma_of(sentence: Chunked, number: int) -> str:
    """The infinitive of a verb group.

    >>> from allegedly.text.tokens import tokenise
    >>> from allegedly.text.analysis import analyse
    >>> lemma_of(analyse(tokenise("They have been killed")), 1)
    'kill'
    """
    if sentence.kinds[max(0, number - 1) : number + 1] == "iB" and first_word(sentence, number - 1) in words_of("as"):
        repeated = governor_of(sentence, number - 1)
        if repeated is not None:
            return lemma_of(sentence, repeated)  # "90 were hurt, as were seven soldiers"
    lemma = infinitive(sentence.tokens.lower[sentence.chunks[number].last - 1])
    if lemma in words_of("helping") and sentence.kinds.startswith("F", number + 1):
        return lemma_of(sentence, number + 1)  # "had to leave"
    return lemma


def first_word(sentence: Chunked, number: int) -> str:
    """The first word of a phrase, in lower case."""
    return sentence.tokens.lower[sentence.chunks[number].first]


def standing_of(sentence: Chunked, number: int) -> Standing:
    """Where phrase `number` stands in its clause."""
    governor = governor_of(sentence, number)
    right = _verb_behind(sentence, number, governor)
    if right is not None:
        return Standing(right, True, None)
    if governor is None:
        return Standing()
    return Standing(governor, False, subject_of(sentence, governor))


def _verb_behind(sentence: Chunked, number: int, governor: int | None) -> int | None:
    """The verb that follows a phrase as its subject, or None."""
    kinds = sentence.kinds
    said = governor is not None and is_saying(lemma_of(sentence, governor))
    if number and not said and (kinds[number - 1] in "it" or _is_dated(sentence, number) or governor == number - 1):
        return None
    last = number + _with_noun(sentence, number)
    behind = _AFTER_SUBJECT.match(kinds, last + 1, number + REACH)
    at = behind.end() if behind else last + 1
    if at >= len(kinds):
        return None
    if kinds[at] == "B" and kinds[at + 1 : at + 2] == "E":
        return at + 1
    if kinds[at] in _FINITE:
        return at
    if governor is not None and not said:
        return None
    if kinds[at] == "w" and kinds[at + 1 : at + 2] in tuple("VPBE") and _OF.fullmatch(kinds, number + 1, at):
        return at + 1  # "the 300 who voted"
    if kinds[at] == "E":
        return at
    return None


def _with_noun(sentence: Chunked, number: int) -> int:
    """How many phrases behind a figure its noun is that stands apart: "half the dealers", "dozens more people"."""
    kinds = sentence.kinds
    if kinds.startswith("QN", number) and sentence.tags[sentence.chunks[number + 1].first] in "ds":
        return 1
    return 2 if kinds.startswith("QrN", number) and first_word(sentence, number + 1) in words_of("measuring") else 0


def _is_dated(sentence: Chunked, number: int) -> bool:
    """Whether a figure stands within a time expression: "over the past two years"."""
    first = sentence.chunks[number].first
    at = bisect_right(sentence.dates, first, key=lambda date: date.first) - 1
    return at >= 0 and first < sentence.dates[at].last


def governor_of(sentence: Chunked, number: int) -> int | None:
    """The nearest verb before a phrase in its clause."""
    kinds = sentence.kinds
    for i in range(number - 1, max(-1, number - REACH), -1):
        kind = kinds[i]
        if kind in _VERBS:
            return i
        if kind in ";kw":
            return None
    return None


def subject_of(sentence: Chunked, verb: int) -> int | None:
    """The noun phrase that is the subject of a verb; across "who", "and", "to" and "-ing", that of the verb before it.

    >>> from allegedly.text.tokens import tokenise
    >>> from allegedly.text.analysis import analyse
    >>> found = analyse(tokenise("The old mill in Kent, which burned, plans to dismiss workers"))
    >>> found.tokens.slice(found.chunks[subject_of(found, 8)].first, found.chunks[subject_of(found, 8)].last)
    'The old mill'
    """
    kinds = sentence.kinds
    stop = max(0, verb - REACH)
    i, of = verb - 1, kinds[verb]
    if of in "EVPB" and (relative := _told_before(kinds, verb, stop)) is not None:
        return relative_of(sentence, relative, stop)
    if of == "B" and i >= 0 and kinds[i] == "i":  # "as were seventeen soldiers"
        return None
    if of in "GE" and i >= 0 and kinds[i] == "N" and _is_doer(sentence, i, of, stop):
        return i
    if (
        of == "F"
        and i > 0
        and kinds[i] == "N"
        and kinds[i - 1] in _VERBS
        and lemma_of(sentence, verb) in measuring_verbs()
    ):
        return i  # "causes sea levels to rise"
    if of == "G" and i > stop + 1 and kinds[i - 1 : i + 1] == "N," and lemma_of(sentence, verb) in words_of("summing"):
        return i - 1  # "received grants, totaling $8 million"
    if of in "VE" and i > stop and kinds[i] == ",":  # "the firm, founded in 1990, employs"
        i = max(kinds.rfind(",", stop, i), stop) - 1
    while i >= stop:
        kind = kinds[i]
        if kind == "Q" and i > stop and kinds[i - 1] == "N":
            i -= 1  # "homes over $3 million sell": the homes
            kind = "N"
        if kind in "Nu" and not _is_object(sentence, i):
            if of not in "FG" or not _verb_before(kinds, i, stop):
                return i if kind != "u" or of == "B" else referent(sentence, i, first_word(sentence, i))
        elif kind == ")":
            i = max(kinds.rfind("(", stop, i), stop)
        elif kind == "w":
            return relative_of(sentence, i, stop)
        elif kind in _VERBS:
            relative = _relative_before(kinds, i, stop) if of in _FINITE and kind in "VPBE" else None
            if relative is not None:
                return relative_of(sentence, relative, stop)
            of = kind
        elif kind == ";" or (kind == "k" and of != "G"):  # "while shooting" has the subject of the main clause
            return None
        i -= 1
    return None


def related(sentence: Chunked, number: int, clause: Standing) -> int | None:
    """Whose a phrase is that is no verb's object: "a survey of 7 towns", "struck by the storm"."""
    kinds = sentence.kinds
    if number > 1 and kinds[number - 2 : number] == "No":
        return number - 2
    if (
        clause.verb is not None
        and clause.is_subject
        and kinds[clause.verb] == "P"
        and kinds.startswith("iN", clause.verb + 1)
    ):
        return clause.verb + 2 if first_word(sentence, clause.verb + 1) in words_of("by") else None
    return None


def _is_doer(sentence: Chunked, noun: int, of: str, stop: int) -> bool:
    """Whether the noun right before "-ing" or "-ed" is what does or suffers it: "helicopters covering the bay"."""
    if of == "G":
        is_name = sentence.tags[sentence.chunks[noun].last - 1] == "p"
        return not is_name or (noun > 0 and first_word(sentence, noun - 1) in words_of("with"))
    if sentence.kinds[noun - 1 : noun] == "c" and _is_joined_object(sentence, noun):
        return False
    return noun == stop or sentence.kinds[noun - 1] not in "oit" or _verb_before(sentence.kinds, noun, stop)


def referent(sentence: Chunked, number: int, word: str) -> int:
    """The noun phrase that a pronoun or a possessive of phrase `number` may stand for; itself if there is none."""
    kinds, many = sentence.kinds, word in words_of_class("plural-pronoun")
    is_person = word in words_of_class("masculine") | words_of_class("feminine")
    if not (many or is_person or word in words_of_class("neuter")):
        return number
    for i in range(number - 1, max(-1, number - REACH), -1):
        if kinds[i] != "N" or (i and kinds[i - 1] in "oit"):
            continue
        head = sentence.chunks[i].last - 1
        if is_person and sentence.tags[head] != "p":
            continue
        is_name = sentence.tags[head] == "p"  # "Norland Airways said it"
        if is_name or many == is_plural(sentence.tokens.lower[head]):
            return i
    return number


def _is_object(sentence: Chunked, number: int) -> bool:
    """Whether a noun phrase belongs to the preposition or verb right before it."""
    before = sentence.kinds[number - 1] if number else ";"
    if before == "c" and _is_joined_object(sentence, number):
        return True
    if before == "i" and sentence.kinds.startswith(tuple("VPBE"), number + 1):
        return first_word(sentence, number - 1) not in words_of("as")  # "as prices rose"
    return before in "oit" or (before in _VERBS and not is_saying(lemma_of(sentence, number - 1)))


def _is_joined_object(sentence: Chunked, number: int) -> bool:
    """Whether a noun goes on with one behind a preposition: "at shops and restaurants", not "and the storm"."""
    opens = [sentence.tags[sentence.chunks[at].first] for at in (number - 2, number)]
    return number > 2 and sentence.kinds[number - 3 : number - 1] in ("iN", "oN") and set(opens).isdisjoint("dsp")


def _relative_before(kinds: str, verb: int, stop: int) -> int | None:
    """The "where" or "which" that opens a clause with a subject of its own: "the shop where the fight began is"."""
    i = verb - 1
    while i > stop and kinds[i] in "Nuroi":
        i -= 1
    return i if i < verb - 1 and kinds[i] == "w" else None


def _told_before(kinds: str, verb: int, stop: int) -> int | None:
    """The "who" whose own clause ends right before a verb: "farmers who sell milk to Norland earned $300"."""
    told = _TOLD.search(kinds, stop, verb)
    if told is None:
        return None
    return None if any(kind in _FINITE for kind in _SENTENCE.split(kinds[stop : told.start()])[-1]) else told.start()


def _verb_before(kinds: str, i: int, stop: int) -> bool:
    """Whether a finite verb stands before `i` in its clause."""
    start = max(kinds.rfind(";", stop, i), kinds.rfind("k", stop, i), stop)
    return any(kind in kinds[start:i] for kind in "VPBE")


def relative_of(sentence: Chunked, relative: int, stop: int = 0) -> int | None:
    """The noun phrase that "who" or "which", phrase number `relative`, stands for."""
    kinds, i, nearest = sentence.kinds, relative - 1, None
    stop, is_person = max(stop, relative - REACH), first_word(sentence, relative) in words_of("who")
    while i >= stop and kinds[i] in ",oiNQ()":
        if kinds[i] == ")":
            i = max(kinds.rfind("(", stop, i), stop)
        elif kinds[i] in _NOUNS:
            if i == 0 or kinds[i - 1] not in "oi" or (is_person and first_word(sentence, i - 1) in words_of("by")):
                return i
            nearest = nearest or i
        i -= 1
    return nearest


def clauses(sentence: Chunked) -> tuple[Clause, ...]:
    """The clauses of a sentence in the order of their verbs; one that stands inside another is within its range.

    >>> from allegedly.text.analysis import analyse
    >>> from allegedly.text.tokens import tokenise
    >>> found = analyse(tokenise("The firm, which sold 40 boats, said that it hopes to leave Moss."))
    >>> for each in clauses(found):
    ...     print(each.kind, "|", found.tokens.slice(each.first, each.last))
    relative | which sold 40 boats,
    main | The firm, which sold 40 boats, said
    subordinate | that it hopes
    infinitive | to leave Moss.
    """
    verbs = [number for number, letter in enumerate(sentence.kinds) if letter in _VERBS]
    if not verbs:
        return (Clause(0, len(sentence.tokens), None, None, "verbless"),) if len(sentence.tokens) else ()
    opened: list[tuple[int, str]] = []  # where each clause begins, as the number of a chunk, and its kind
    for at, verb in enumerate(verbs):
        opened.append(_opening(sentence, verb, verbs[at - 1] if at else -1, opened))
    return tuple(_clause(sentence, verbs, opened, at) for at in range(len(verbs)))


def _opening(sentence: Chunked, verb: int, before: int, opened: list[tuple[int, str]]) -> tuple[int, str]:
    """Where the clause of a verb begins, and its kind; `before` is the verb before it."""
    kinds = sentence.kinds
    if kinds[verb] in "FG":
        return verb, "infinitive" if kinds[verb] == "F" else "participle"
    at = verb - 1
    while at > before and kinds[at] not in ";kw":
        at -= 1
    if at > before:
        return at + (kinds[at] == ";"), {"w": "relative", "k": "subordinate"}.get(kinds[at], "main")
    if before < 0:
        return 0, "main"
    if kinds[verb] == "E" and kinds[verb - 1] == "N" and subject_of(sentence, verb) == verb - 1 == before + 1:
        return verb, "participle"  # "has 40 boats built in May"
    joint = max(kinds.rfind("c", before, verb), kinds.rfind(",", before, verb))
    inner, kind = opened[-1]
    subject = subject_of(sentence, verb)
    around = subject is not None and subject < inner and kind in ("relative", "participle", "subordinate")
    if (around or (subject is not None and joint < subject)) and (joint < 0 or kinds[joint] == ","):
        outer = [first for first, of in opened if of == "main" and first < inner]  # the clause around it goes on
        return outer[-1] if outer else kinds.rfind(";", 0, inner) + 1, "main"
    return (joint if joint > before else before + 1), "main" if kind in ("infinitive", "participle") else kind


def _clause(sentence: Chunked, verbs: list[int], opened: list[tuple[int, str]], at: int) -> Clause:
    """The clause of a verb: it ends where the next one begins, or goes on."""
    (first, kind), verb = opened[at], verbs[at]
    if at + 1 < len(verbs):
        further, then = opened[at + 1][0], verbs[at + 1]
        if further <= verb:  # it goes on with its verb, or the subject of that
            subject = subject_of(sentence, then)
            further = subject if subject is not None and verb < subject < then else then
        end = sentence.chunks[further].first
    else:
        end = len(sentence.tokens)
    return Clause(sentence.chunks[first].first, end, subject_of(sentence, verb), sentence.chunks[verb].last - 1, kind)
