"""The small language of rules of one's own: sums, products and comparisons of named figures; no code is run."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

_TOKEN = re.compile(r"\s*(?:(\d[\d_]*(?:\.\d+)?)|([^\W\d]\w*)|(==|<=|>=|[-+*/()<>=\[\],])|(\S))")
SIGNS = {"==": "=", "=": "=", "<=": "<=", "<": "<", ">=": ">=", ">": ">"}
RANGE = "in"  #: the one word of the language
DEEPEST = 50  #: brackets within brackets
LONGEST = 200  #: names and numbers


class WrongExpression(ValueError):
    """What is wrong with an expression, and at which character of it (from 0)."""

    def __init__(self, at: int, what: str):
        super().__init__(f"at character {at + 1}: {what}")


@dataclass(frozen=True)
class Number:
    """A number as written in a rule, with its unit if one stands behind it."""

    low: float
    high: float
    unit: str | None = None


@dataclass(frozen=True)
class Name:
    """A named selection of claims."""

    name: str


@dataclass(frozen=True)
class Operation:
    """Two sides and what is done with them: + - * /."""

    sign: str
    left: object
    right: object


@dataclass(frozen=True)
class Question:
    """What a rule asks: `left` `sign` `right`."""

    left: object
    sign: str
    right: object


def parse(text: str) -> Question:
    """The question that `text` asks.

    >>> parse("killed <= deployed")
    Question(left=Name(name='killed'), sign='<=', right=Name(name='deployed'))
    >>> parse("share in [0, 100] percent").right
    Number(low=0.0, high=100.0, unit='percent')
    """
    return Parser(text).question()


def names(part: Any) -> list[str]:
    """The names in a question or a part of it, in their order, each once."""
    if isinstance(part, Name):
        return [part.name]
    if isinstance(part, Number):
        return []
    return list(dict.fromkeys(names(part.left) + names(part.right)))


def filled(part: Any, numbers: Mapping[str, Number]) -> Any:
    """A question or a part of it with numbers in place of some names.

    >>> filled(parse("votes <= electorate"), {"electorate": Number(900.0, 900.0)}).right
    Number(low=900.0, high=900.0, unit=None)
    """
    if isinstance(part, Name):
        return numbers.get(part.name, part)
    if isinstance(part, Number):
        return part
    return replace(part, left=filled(part.left, numbers), right=filled(part.right, numbers))


class Parser:
    """Reads an expression from left to right; each method reads what it is named for."""

    def __init__(self, text: str):
        found = list(_TOKEN.finditer(text))
        self.tokens = [match.group().strip() for match in found] + [""]
        self.places = [match.end() - len(match.group().strip()) for match in found] + [len(text)]
        self.at = self.depth = 0
        for match in found:
            if match.group(4):
                raise WrongExpression(match.start(4), f"{match.group(4)!r} has no meaning here")
        terms = [match for match in found if match.group(1) or match.group(2)]
        if len(terms) > LONGEST:
            raise WrongExpression(terms[LONGEST].end(), f"at most {LONGEST} names and numbers can be asked at once")

    def next(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1]

    def wrong(self, wanted: str) -> WrongExpression:
        token = self.tokens[self.at]
        seen = repr(token) if token else "the end"
        return WrongExpression(self.places[self.at], f"{wanted} was expected, not {seen}")

    def expect(self, sign: str) -> None:
        if self.tokens[self.at] != sign:
            raise self.wrong(repr(sign))
        self.at += 1

    def question(self) -> Question:
        left = self.sum()
        sign = self.tokens[self.at]
        if sign != RANGE and sign not in SIGNS:
            raise self.wrong("a comparison (==, <=, <, >=, >, in)")
        self.at += 1
        right = self.range() if sign == RANGE else self.sum()
        if self.tokens[self.at]:
            raise self.wrong("the end")
        return Question(left, SIGNS.get(sign, "="), right)

    def range(self) -> Number:
        self.expect("[")
        low = self.number()
        self.expect(",")
        high = self.number()
        self.expect("]")
        return Number(low, high, self.unit())

    def sum(self):
        left = self.product()
        while self.tokens[self.at] in ("+", "-"):
            left = Operation(self.next(), left, self.product())
        return left

    def product(self):
        left = self.atom()
        while self.tokens[self.at] in ("*", "/"):
            left = Operation(self.next(), left, self.atom())
        return left

    def atom(self):
        token = self.tokens[self.at]
        if token == "(":
            if self.depth >= DEEPEST:
                raise self.wrong("fewer brackets")
            self.at, self.depth = self.at + 1, self.depth + 1
            inner = self.sum()
            self.expect(")")
            self.depth -= 1
            return inner
        if token[:1].isdecimal():
            number = self.number()
            return Number(number, number, self.unit())
        if token[:1].isalpha() and token != RANGE:
            return Name(self.next())
        raise self.wrong("a name or a number")

    def number(self) -> float:
        if not self.tokens[self.at][:1].isdecimal():
            raise self.wrong("a number")
        return float(self.next().replace("_", ""))

    def unit(self) -> str | None:
        token = self.tokens[self.at]
        return self.next() if token[:1].isalpha() and token != RANGE else None
