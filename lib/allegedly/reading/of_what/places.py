"""Where: the named place that stands by a figure."""

import re

from allegedly.reading.of_what.nouns import Figure, Span, text_of
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import Standing, first_word, words_of

_STEPS = 5  # how many times more is told before the place: "killed by a bomb on Monday in Moss"
# "… at a fair", "… linked to the virus", "… (40 feet)", "…, two of them children,"
_TOLD = re.compile(r"E(?=[it]N)|[iot]N|[jr]|\([^()]{1,7}\)|,[^,;kwVPBF]{1,6},(?=i)")
_OPENING = 9  # phrases in which a sentence opens with its place


def is_place(sentence: Analysis, number: int) -> bool:
    """Whether a preposition, phrase `number`, and what follows it tell a named place: "in Davao", "in Kaduma state"."""
    if not sentence.kinds.startswith("iN", number) or first_word(sentence, number) not in words_of("place"):
        return False
    first, last, _ = sentence.chunks[number + 1]
    if "q" in sentence.tags[first:last] or "#" in sentence.tags[last : last + 1]:
        return False  # "in FY 2012"
    of = sentence.chunks[number - 2].first if sentence.kinds[max(0, number - 2) : number] == "oN" else first - 1
    if sentence.tokens.lower[max(0, of - 1)] in words_of("held"):
        return False  # "shares in Telvia", "shares of Bed in Motion"
    if is_name(sentence, number + 1):
        return True
    is_site = first_word(sentence, number) in words_of("site")  # "at Halden factory"
    return "p" in sentence.tags[first : last - 1] and (is_site or sentence.tokens.lower[last - 1] in words_of("region"))


def where(sentence: Analysis, figure: Figure, span: Span | None, clause: Standing) -> str | None:
    """The place of a figure: behind it, behind its thing or its verb, or at the start of the sentence."""
    place = place_of(sentence, figure.phrase)
    if span and not place:
        end = sentence.chunk_at(span[1] - 1)
        place = place_of(sentence, end - 2 if is_place(sentence, end - 1) else end)
    return place or place_of(sentence, clause.verb) or _opening(sentence, figure)


def place_of(sentence: Analysis, number: int | None) -> str | None:
    """The named place behind a phrase ("in Davao", "at a fair in the town of Moss"), or the one of its "where"."""
    if number is None:
        return None
    kinds, at = sentence.kinds, number + 1
    for _ in range(_STEPS):
        if place := _place_at(sentence, at):
            return place
        told = _TOLD.match(kinds, at)
        if not told:
            break
        at = told.end()
    if number > 1 and kinds[number - 1] == "w" and first_word(sentence, number - 1) in words_of("where"):
        noun = number - 2 - (kinds[number - 2] == ",")
        return text_of(sentence, noun) if is_name(sentence, noun) else None
    return None


def _place_at(sentence: Analysis, at: int) -> str | None:
    """The place that the phrases from number `at` on tell: "in Davao", "on the island of Samos", "worldwide"."""
    kinds = sentence.kinds
    if kinds.startswith("r", at):
        return text_of(sentence, at) if first_word(sentence, at) in words_of("everywhere") else None
    if is_place(sentence, at) or _is_everywhere(sentence, at):
        return text_of(sentence, at + 1)
    if not kinds.startswith("iNoN", at) or first_word(sentence, at) not in words_of("place") | words_of("on"):
        return None
    is_region = sentence.tokens.lower[sentence.chunks[at + 1].last - 1] in words_of("region")
    return text_of(sentence, at + 3) if is_region and is_name(sentence, at + 3) else None


def _is_everywhere(sentence: Analysis, at: int) -> bool:
    """Whether a preposition and what follows it mean all the world or the land: "across the country"."""
    if not sentence.kinds.startswith("iN", at) or first_word(sentence, at) not in words_of("place"):
        return False
    first, last, _ = sentence.chunks[at + 1]
    return last - first == 2 and sentence.tokens.lower[last - 1] in words_of("world")


def _opening(sentence: Analysis, figure: Figure) -> str | None:
    """The place that opens a sentence and so places its first clause: "On Friday, in Norland, 40 homes burned"."""
    kinds = sentence.kinds[: min(figure.phrase, _OPENING)]
    if not set(sentence.kinds[: min(figure.phrase, 43)]).isdisjoint(";k"):
        return None
    for at in range(len(kinds)):
        if (at == 0 or kinds[at - 1] in ",j") and (place := _place_at(sentence, at)):
            return place if "," in kinds[at + 2 : at + 5] else None
        if kinds[at] in "VPBEFGu":
            return None
    return None


def is_name(sentence: Analysis, number: int) -> bool:
    """Whether phrase `number` is a name."""
    return sentence.kinds[number] == "N" and sentence.tags[sentence.chunks[number].last - 1] == "p"
