"""A noun phrase as a thing: where it starts and ends, its head, its text."""

import re
from typing import NamedTuple

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import REACH, first_word, referent, relative_of, words_of
from allegedly.text.tokens import DASHES
from allegedly.text.words import is_plural, singular

Span = tuple[int, int]  # a half-open range of tokens

_TOGETHER = re.compile(r"N(?:oN)?(?:,N){0,9},?cN$")  # "Justice, State and Labor"
_OPENS = ';k,"VjEr'  # what may stand before a subject
_LINKS = 4  # how many times a thing goes on with "of …"


class Figure(NamedTuple):
    """A quantity where it stands: its token range and the number of its phrase."""

    quantity: Quantity
    first: int
    last: int
    phrase: int


def whole(sentence: Analysis, number: int) -> Span:
    """The token range of noun phrase `number` and what belongs to it, without its article and figure."""
    phrase, tags = sentence.chunks[number], sentence.tags
    first = phrase.first
    while first < phrase.last - 1 and tags[first] in "dsr#":
        first += 1
    figure = tags.rfind("q", first, phrase.last - 1)
    return through(sentence, first if figure < 0 else figure + 1, number)


def through(sentence: Analysis, first: int, number: int) -> Span:
    """From token `first`, phrase `number` with its "of …"; past a noun that only says that something is counted."""
    if sentence.kinds.startswith("oN", number + 1) and _is_transparent(sentence, number):
        return whole(sentence, number + 2)
    return first, sentence.chunks[_last_of(sentence, number)].last


def _is_transparent(sentence: Analysis, number: int) -> bool:
    """Whether a noun only says that something is counted: "the share of voters", but not "shares of Bed in Motion"."""
    last = sentence.tokens.lower[sentence.chunks[number].last - 1]
    return _head_word(sentence, number) in words_of("transparent") and not (
        is_plural(last) and last in words_of("held")
    )


def _head_word(sentence: Analysis, number: int) -> str:
    return singular(sentence.tokens.lower[sentence.chunks[number].last - 1])


def _last_of(sentence: Analysis, number: int) -> int:
    """The phrase that ends a noun phrase with its "of …" and "recruited from …"."""
    kinds, end = sentence.kinds, number
    for _ in range(_LINKS):
        if kinds.startswith("oN", end + 1):
            end += 2
            end += 2 * _is_joined_name(sentence, number, end)
        elif kinds.startswith(("EiN", "EtN"), end + 1) and _is_participle(kinds, end + 1):
            end += 3
        else:
            break
    return end


def _is_joined_name(sentence: Analysis, number: int, end: int) -> bool:
    """Whether a preposition and a name go on with the name of what is held: "shares of Bed in Motion"."""
    names = sentence.kinds.startswith("iN", end + 1) and all(
        sentence.tags[sentence.chunks[at].last - 1] == "p" for at in (end, end + 2)
    )
    return names and sentence.tokens.lower[sentence.chunks[number].last - 1] in words_of("held")


def _is_participle(kinds: str, at: int) -> bool:
    """Whether a verb in -ed belongs to the noun before it: its clause has another verb."""
    before = re.split("[;k]", kinds[max(0, at - REACH) : at])[-1]
    after = kinds[at + 1 : at + REACH].partition(";")[0]
    return any(kind in before + after for kind in "VPB")


def head_token(sentence: Analysis, span: Span) -> int:
    """The token of the head noun: the last of the first noun phrase in a thing."""
    first, last = span
    return min(sentence.chunks[sentence.chunk_at(first)].last, last) - 1


def head_of(sentence: Analysis, span: Span) -> str:
    """The head noun of a thing, singular; hyphenated words stay whole: "ex-soldier"."""
    tokens, last = sentence.tokens, head_token(sentence, span)
    first = last
    while first - 2 >= span[0] and tokens.words[first - 1] in DASHES and tokens.starts[first] == tokens.ends[first - 1]:
        first -= 2
    return tokens.text[tokens.starts[first] : tokens.starts[last]] + singular(tokens.words[last])


def text_of(sentence: Analysis, number: int | None, together: bool = False) -> str | None:
    """A phrase as printed, `together` with those it is joined to by "and" before it; None for a pronoun."""
    if number is None or sentence.kinds[number] == "u":
        return None
    first = number
    if together and (joined := _TOGETHER.search(sentence.kinds, max(0, number - REACH), number + 1)):
        first = joined.start()
        if first and sentence.kinds[first - 1] not in _OPENS:
            first = number
    return sentence.tokens.slice(sentence.chunks[first].first, sentence.chunks[number].last)


def theme_of(sentence: Analysis, number: int) -> str | None:
    """Whose it is of which the size is told: "the number of deaths in Norland", "shares in Telvia", "its profit"."""
    phrase = sentence.chunks[number]
    at = sentence.tags.find("s", phrase.first, phrase.last)
    if at >= 0 and (owner := referent(sentence, number, sentence.tokens.lower[at])) != number:
        return text_of(sentence, owner)
    if number and sentence.kinds[number - 1] == "w" and first_word(sentence, number - 1) in words_of("whose_relative"):
        return text_of(sentence, relative_of(sentence, number - 1))
    while sentence.kinds.startswith("oN", number + 1) and _head_word(sentence, number) in words_of("transparent"):
        number += 2
    if not sentence.kinds.startswith(("oN", "iN"), number + 1) or first_word(sentence, number + 1) not in words_of(
        "whose"
    ):
        return None
    return text_of(sentence, number + 2)


def owner_of(sentence: Analysis, span: Span) -> str | None:
    """The possessor or the name within a thing: "Wagner's activities", "Wagner fighters"."""
    tags, words = sentence.tags, sentence.tokens.words
    head = head_token(sentence, span)
    for i in range(sentence.chunks[sentence.chunk_at(span[0])].first, head + 1):
        if tags[i] == "z":
            first = i
            while first and tags[first - 1] == "p":
                first -= 1
            return sentence.tokens.slice(first, i + 1)[: -1 if words[i][-1] in "'’" else -2]
    names = [i for i in range(span[0], head) if tags[i] == "p" and tags[head] != "p"]
    if (
        not names
        or names[0] != span[0]
        or words[names[-1]].lower().endswith(tuple(load("words")["peoples"]["endings"]))
    ):
        return None
    return sentence.tokens.slice(names[0], names[-1] + 1)
