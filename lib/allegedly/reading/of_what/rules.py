"""Named rules of what a figure counts: the rows of counted.toml, laid over the phrases around it; the first wins."""

from typing import NamedTuple

from allegedly.model import Thing
from allegedly.reading.of_what.cells import Seen
from allegedly.reading.of_what.fates import befell, is_fatal, is_fate_word
from allegedly.reading.of_what.inside import named_measure, noun_inside, own_noun
from allegedly.reading.of_what.nouns import Span, head_of, whole
from allegedly.reading.of_what.patterns import Row, matches
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import lemma_of, words_of
from allegedly.text.matching import Match
from allegedly.text.tokens import HYPHENS


class Found(NamedTuple):
    """What a rule found: its row, and the tokens of the thing, or the thing of another figure."""

    row: Row
    span: Span | None = None
    carried: Thing | None = None


def verb_of(seen: Seen) -> tuple[str | None, str | None]:
    """The verb that tells what befell the thing or was done with it, as an infinitive, and the rule that found it."""
    for row, match in matches("verb", seen.cells()):
        if "fate" in match.captures:
            return befell(seen.sentence, seen.first - 1 + match.captures["fate"][0]), row["name"]
        if verb := seen.held or (None if seen.clause.verb is None else lemma_of(seen.sentence, seen.clause.verb)):
            return verb, row["name"]
    return None, None


def counted(seen: Seen, verb: str | None) -> Found | None:
    """What a figure counts, by the first rule that fits."""
    for row, match in matches("rule", seen.cells(verb)):
        if found := _taken(seen, row, match, verb):
            return found
    return None


def _taken(seen: Seen, row: Row, match: Match, verb: str | None) -> Found | None:
    """What a rule takes of its match."""
    take = row.get("take")
    if take in ("before", "alike", "count"):
        thing = seen.earlier(take)
        if thing is None or (row.get("clause") and _befell_others(thing, verb)):
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
        is_figure = number is not None and sentence.kinds[number] == "Q"  # "grew by 4 %, which is $1.4 billion"
        return None if number is None or is_figure else _before(seen, whole(sentence, number), number)
    first, last = (seen.first - 1 + at for at in match.captures["thing"])
    chunk = sentence.chunks[first]
    if sentence.kinds[first] in "AEPZ":
        return (chunk.last - 1 if sentence.kinds[first] == "P" else chunk.first), chunk.last
    start, end = whole(sentence, first)
    if take == "measured":
        start, end = _measured(sentence, (start, end))
    elif take == "shared" and start + 3 < end and sentence.tokens.words[start + 1] in HYPHENS:
        start += 3  # "family- and 225 center-based providers"
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
