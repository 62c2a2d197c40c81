"""Named rules of what a figure counts: the rows of counted.toml, laid over the phrases around it; the first wins."""

from functools import cache
from typing import Any, NamedTuple

from allegedly.lexicon import load
from allegedly.lexicon.macros import unfolded
from allegedly.model import Thing
from allegedly.reading.of_what.cells import Seen
from allegedly.reading.of_what.fates import is_fatal, is_fate_word
from allegedly.reading.of_what.inside import named_measure, noun_inside, own_noun
from allegedly.reading.of_what.nouns import Span, head_of, whole
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import words_of
from allegedly.text.pattern import Match, Patterns, compiled

Row = dict[str, Any]


class Found(NamedTuple):
    """What a rule found: its row, and the tokens of the thing, or the thing of another figure."""

    row: Row
    span: Span | None = None
    carried: Thing | None = None


def counted(seen: Seen) -> Found | None:
    """What a figure counts, by the first rule that fits."""
    cells = seen.cells()
    for number, match in _patterns().find(cells):
        row = load("counted")["rule"][number]
        if found := _taken(seen, row, match):
            return found
    return None


def matching(seen: Seen) -> set[str]:
    """The names of the rules whose pattern lies over the phrases around a figure."""
    return {load("counted")["rule"][number]["name"] for number, _ in _patterns().find(seen.cells())}


@cache
def _patterns() -> Patterns:
    return Patterns([compiled(unfolded("counted", "rule", row)) for row in load("counted")["rule"]])


def _taken(seen: Seen, row: Row, match: Match) -> Found | None:
    """What a rule takes of its match."""
    take = row.get("take")
    if take in ("before", "alike", "count"):
        thing = seen.earlier(take)
        if thing is None or (row.get("clause") and _befell_others(thing, seen.verb)):
            return None
        return Found(row, carried=thing)
    span = _span(seen, take, match)
    if span is None:
        return None
    if seen.count and seen.figure.quantity.kind == "count" and head_of(seen.sentence, span).lower() in words_of("sum"):
        return Found(row, carried=seen.count)  # "others put the figure at 80"
    return Found(row, span)


def _span(seen: Seen, take: str | None, match: Match) -> Span | None:
    """The tokens of the thing."""
    sentence, figure = seen.sentence, seen.figure
    if take == "own":
        return own_noun(sentence, figure)
    if take == "inside":
        return noun_inside(sentence, figure)
    if take == "named":
        return named_measure(sentence, figure)
    if take in ("subject", "group"):
        number = seen.clause.subject if take == "subject" else seen.group
        return None if number is None else _before(seen, whole(sentence, number), number)
    first, last = (seen.first - 1 + at for at in match.captures["thing"])
    chunk = sentence.chunks[first]
    if sentence.kinds[first] in "AEPZ":
        return (chunk.last - 1 if sentence.kinds[first] == "P" else chunk.first), chunk.last
    start, end = whole(sentence, first)
    if take == "measured":
        start, end = _measured(sentence, (start, end))
    return _before(seen, (start, max(end, sentence.chunks[last - 1].last)), last - 1)


def _before(seen: Seen, span: Span, number: int) -> Span:
    """A thing before the figure ends before it, with its phrase `number`: "a fine of $300"."""
    edge = seen.sentence.chunks[seen.figure.phrase].first
    return (span[0], seen.sentence.chunks[number].last) if span[0] < edge < span[1] else span


def _measured(sentence: Analysis, span: Span) -> Span:
    """A noun phrase without the adjective that takes the measure: "long commercial boat"."""
    first, last = span
    while first < last - 1 and sentence.tokens.lower[first] in words_of("measuring"):
        first += 1
    return first, last


def _befell_others(thing: Thing, verb: str | None) -> bool:
    """Whether evil befell those of a figure, but not the thing before, or another: "razed 300 homes, killed nine"."""
    return is_fatal(verb) and (not is_fatal(thing.verb) or is_fate_word(thing.head or ""))
