"""The words of a sentence with names in one piece: "U.S.", "SARS-CoV-2", "forty-hour"."""

from typing import NamedTuple

from allegedly.text.tokens import Tokens


class Word(NamedTuple):
    """A word or sign, where it stands, and in lower case."""

    text: str
    start: int
    end: int
    lower: str


def spelt(tokens: Tokens) -> list[Word]:
    """The words of `tokens`; what is written with hyphens or as initials is one.

    >>> from allegedly.text.tokens import tokenise
    >>> [word.text for word in spelt(tokenise("The U.S. has 40 COVID-19 cases."))]
    ['The', 'U.S.', 'has', '40', 'COVID-19', 'cases', '.']
    """
    made: list[Word] = []
    at, count = 0, len(tokens)
    while at < count:
        last = _initials(tokens, at) or _hyphened(tokens, at)
        start, end = tokens.starts[at], tokens.ends[last]
        text = tokens.words[at] if last == at else tokens.text[start:end]
        made.append(Word(text, start, end, tokens.lower[at] if last == at else text.lower()))
        at = last + 1
    return made


def _initials(tokens: Tokens, at: int) -> int | None:
    """The last token of "U.S." or "D.C."; of "C." too, where a name goes on."""
    last, count = at, len(tokens)
    while last + 1 < count and len(tokens.words[last]) == 1 and tokens.words[last].isalpha():
        if tokens.words[last + 1] != "." or tokens.starts[last + 1] != tokens.ends[last]:
            break
        last += 2
        if last >= count or tokens.starts[last] != tokens.ends[last - 1]:
            break
    if last == at:
        return None
    last = last - 1 if tokens.words[min(last, count - 1)] != "." or last == count else last
    is_one = last == at + 1
    goes_on = last + 1 < count and tokens.words[last + 1][:1].isupper()
    return last if not is_one or (goes_on and tokens.words[at].isupper()) else None


def _hyphened(tokens: Tokens, at: int) -> int:
    """The last token of a word with hyphens that begins with a letter."""
    last = at
    if not tokens.words[at][:1].isalpha():
        return at
    while last + 2 < len(tokens) and tokens.words[last + 1] == "-" and tokens.words[last + 2][:1].isalnum():
        if tokens.starts[last + 1] != tokens.ends[last] or tokens.starts[last + 2] != tokens.ends[last + 1]:
            break
        last += 2
    return last


def span(words: list[Word], start: int, end: int) -> tuple[int, int]:
    """The half-open range of the words at `start` up to `end` of the text."""
    first = next((number for number, word in enumerate(words) if word.end > start), len(words))
    last = next((number for number, word in enumerate(words) if word.start >= end), len(words))
    return first, last
