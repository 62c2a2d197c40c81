"""Texts that need one branch of a pattern over kinds: the pattern is walked, each of its branches taken once.

>>> [*samples("{a}·(?:{half}|{nth})")][:2]
['a half', 'a third']
"""

import re
from collections.abc import Iterator
from functools import cache
from re import _constants as sre
from re import _parser

from allegedly.lexicon import load
from allegedly.reading.how_much.kinds import lexis

_PLACE = re.compile(r"\{(\w+)\}|<(\w+)(?::\w+)?>|[·_~]")
_FIRST = 0xF0000  # a sign for each class, so that the pattern is a plain regular expression
# A word for each shape of grammar.toml, and for each folded kind.
_SHOWN = {
    "year": "2014", "integer": "12", "decimal": "2.5", "leadzero": "007", "grouped": "1,200", "comma": "3,25",
    "fraction": "3/4", "power": "10^6", "code": "1.2.3", "link": "https://example.org", "clocktime": "4:53",
    "racetime": "1:58.40", "daydate": "4/5/2019", "malformed": "12,00", "slashname": "24/7", "digits": "12",
    "number": "12", "number_start": "12", "spelled": "twelve", "numeral": "12", "moneysign": "$", "moneycode": "EUR",
    "moneyprefix": "R", "unit_first": "metres", "unit_one": "metres", "measure": "metres",
    "portion": "a third", "known": "said", "ones": "two", "past": "in", "tens": "twenty", "teens": "twelve",
    "daypart": "in the evening", "group": "the", "determiner": "this", "plainword": "is",
}  # fmt: skip
_LETTERS = {
    "w": "grey", "p": "ships", "C": "Orsk", "A": "ABC", "0": "12", "1": "1,200", "2": "2.5", "3": "3,25", "4": "3/4",
    "6": "10^6", "7": "4:53", "D": "4/5/2019", "L": "https://example.org", "M": "007", "R": "1:58.40", "V": "1.2.3",
    "W": "12,00", "Y": "2014", "N": "12", "S": "$", "U": "metres", "H": "about", "B": "below zero", "z": "",
    "\n": "\n\n",
}  # fmt: skip


def samples(pattern: str) -> Iterator[str]:
    """A text for each branch of a pattern, other choices at their first."""
    for loose in (" ", ""):
        yield from _samples(pattern, loose)


def _samples(pattern: str, loose: str) -> Iterator[str]:
    """The same with a space, or none, where either may stand."""
    names: list[str] = []

    def sign(place: re.Match) -> str:
        name = place[1] or place[2]
        if name is None:
            return {"·": " ", "_": loose, "~": " "}[place[0]]
        names.append(name)
        return chr(_FIRST + len(names) - 1)

    tree = _parser.parse(_PLACE.sub(sign, pattern))
    yield from dict.fromkeys(_joined(parts, names) for parts in _ways([*tree]))


def _joined(signs: str, names: list[str]) -> str:
    text = ""
    for sign in signs:
        at = ord(sign) - _FIRST
        text += _word(names[at]) if 0 <= at < len(names) else sign
    return text


@cache
def _word(name: str) -> str:
    """A word of a class, or what shows a shape or a part."""
    if name in _SHOWN:
        return _SHOWN[name]
    grammar = load("grammar")
    if name in grammar["parts"]:
        return next(samples(grammar["parts"][name]))
    steps = next(iter(lexis().phrases.get(name, ())), None)
    return _printed(steps) if steps else ""


def _printed(steps: list[str]) -> str:
    """A phrase of a class as it is printed: each step is a set of kinds of words, or a sign."""
    spelt = {char: word for home in (lexis().exact, lexis().folded) for word, char in home.items()}
    shown = [next((spelt[char] for char in step if char in spelt), step) for step in steps]
    return "".join({"[ -]": " ", "[- ]?": "-"}.get(step, step.removeprefix("\\")) for step in shown)


def _ways(nodes: list) -> list[str]:
    """The texts of a sequence: the first with each choice at its first, the others with one choice at another."""
    found = [_of(node) for node in nodes]
    first = ["".join(ways[:1]) for ways in found]
    made = ["".join(first)]
    for at, ways in enumerate(found):
        op = nodes[at][0]
        for way in ways[1:]:
            made.append("".join([*first[:at], way, *first[at + 1 :]]))
            if op in (sre.ASSERT, sre.ASSERT_NOT):  # what is looked ahead for takes the place of what follows
                made.append("".join([*first[:at], way]))
                made.append("".join([*first[:at], way, *first[at + 2 :]]))
                before = "".join(first[:at]).rstrip()
                made.append(before + way)
    return [*dict.fromkeys(made)]


def _of(node: tuple) -> list[str]:
    op, value = node
    if op is sre.LITERAL:
        return [_LETTERS.get(chr(value), chr(value))]
    if op is sre.NOT_LITERAL or op is sre.ANY:
        return ["x"]
    if op is sre.IN:
        return _of_set(value)
    if op is sre.BRANCH:
        return [way for branch in value[1] for way in _ways([*branch])]
    if op is sre.SUBPATTERN:
        return _ways([*value[3]])
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        low, _, inner = value
        ways = _ways([*inner])
        if low:
            return [way * low for way in ways]
        return [*ways, ""] if " " in ways else ["", *ways]
    if op is sre.ASSERT:
        return _ways([*value[1]])
    if op is sre.ASSERT_NOT:
        return ["", *_ways([*value[1]])]
    return [""]


def _of_set(value: list) -> list[str]:
    if value[0][0] is sre.NEGATE:
        return [" so ", "x"]
    return [_LETTERS.get(chr(one), chr(one)) for op, one in value if op is sre.LITERAL] or ["x"]
