"""A text as a string of kinds: one character a token, so that a layout of tokens is a regular expression.

Each word of the tables has a character of its own in Unicode's private area, so that a word may belong to several
classes; numbers and words that no table knows are told by their shape (`[shapes]` of grammar.toml).
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from allegedly.lexicon import NOWHERE, load
from allegedly.reading.how_much.numbers import with_point
from allegedly.reading.how_much.units import unit_classes
from allegedly.text.kept import Kept
from allegedly.text.tokens import pieces

_OF_WORDS = ("link", "plural", "upper", "title", "lower")  # the shapes of what begins with a letter
Tree = dict[str, "Tree"]  # each step of phrases with what may follow it
FIRST, LAST = "\ue000", "\uf8ff"  #: the characters that stand for words of the tables


class Place(NamedTuple):
    """A stretch of text as kinds: where each token starts."""

    text: str
    offsets: list[int]
    kinds: str

    def slice(self, first: int, last: int) -> str:
        return self.text[self.offsets[first] : self.offsets[last]]


class Lexis:
    """A character for each word of the classes, and each class as a pattern over such characters."""

    def __init__(self, classes: dict[str, list[str]], shapes: dict[str, list[str]]):
        self._shape_of = "".join(char for char, _ in shapes.values())
        self._numbers = _one_pattern(pattern for _, pattern in shapes.values())
        self._words = _one_pattern(pattern if name in _OF_WORDS else "(?!)" for name, (_, pattern) in shapes.items())
        self.exact: dict[str, str] = {}
        self.folded: dict[str, str] = {}
        self._cased: dict[str, str] = {}
        cut = {name: [self._enter(phrase) for phrase in phrases] for name, phrases in classes.items()}
        for word, char in self.exact.items():
            self._cased[word.lower()] = self._cased.get(word.lower(), "") + char
        self.phrases = {name: [self._steps(phrase) for phrase in phrases] for name, phrases in cut.items()}
        self.patterns = {name: alternatives(phrases) for name, phrases in self.phrases.items()}
        self.patterns |= {name: char for name, (char, _) in shapes.items()}
        self._shown = {char: self._shape(word) for home in (self.folded, self.exact) for word, char in home.items()}

    def kind(self, piece: str) -> str:
        """The character of a piece: its own if a table knows it, else that of its shape."""
        return self.exact.get(piece) or self.folded.get(piece.lower()) or self._shape(piece)

    def also(self, context: list[str]) -> dict[str, str]:
        """By shape, the words that stand in no class but those of `context`."""
        inside: set[str] = set()
        outside: set[str] = set()
        for name, phrases in self.phrases.items():
            home = inside if name in context else outside
            home.update(*(steps[0] for steps in phrases if len(steps) == 1))
            inside.update(*("".join(steps) for steps in phrases if len(steps) > 1))
        found: dict[str, str] = {}
        for char in sorted(inside - outside):
            if shape := self._shown.get(char):
                found[shape] = found.get(shape, "") + char
        return found

    def _shape(self, piece: str) -> str:
        if piece.isspace():
            return "\n" if piece.count("\n") > 1 else " "
        if len(piece) == 1 and not piece.isalnum() and not FIRST <= piece <= LAST:
            return piece
        matched = self._words(piece) if piece[0].isalpha() else self._numbers(with_point(piece))
        return self._shape_of[matched.lastindex - 1]  # type: ignore[union-attr, operator]  # the last shape fits all

    def _enter(self, phrase: str) -> list[tuple[str, bool]]:
        """The pieces of a phrase with whether their case matters; its words are given characters."""
        exact = len(phrase) > 1 and phrase.startswith("=")
        cut = pieces(phrase[1:] if exact else phrase.lower())
        home = self.exact if exact else self.folded
        for piece in cut:
            if piece[0].isalpha() or not piece[0].isascii() or "/" in piece[1:]:
                home.setdefault(piece, chr(ord(FIRST) + len(self.exact) + len(self.folded)))
        return [(piece, exact) for piece in cut]

    def _steps(self, phrase: list[tuple[str, bool]]) -> list[str]:
        """A phrase as the patterns of its pieces: a space may be printed as a hyphen, and the other way round."""
        steps = []
        for piece, exact in phrase:
            known = self.exact.get(piece, "") if exact else self.folded.get(piece, "") + self._cased.get(piece, "")
            steps.append({" ": "[ -]", "-": "[- ]?"}.get(piece) or known or re.escape(self._shape(piece)))
        return steps


def _one_pattern(patterns: Iterable[str]) -> Callable[[str], re.Match[str] | None]:
    return re.compile("|".join(f"({pattern})" for pattern in patterns), re.DOTALL).fullmatch


def alternatives(phrases: Iterable[Sequence[str]]) -> str:
    """One pattern for all `phrases`, each a list of steps: the longer first, and what they begin with said once."""
    tree: Tree = {}
    for steps in phrases:
        node = tree
        for step in steps:
            node = node.setdefault(step, {})
        node[""] = {}
    return _branches(tree) if tree else ""


def _branches(tree: Tree) -> str:
    longer = [_one_of(step) + _branches(rest) for step, rest in tree.items() if step and set(rest) != {""}]
    last = [step for step, rest in tree.items() if step and set(rest) == {""}]
    words = "".join(step for step in last if FIRST <= step[0] <= LAST)
    signs = [step for step in last if not FIRST <= step[0] <= LAST]
    found = [*longer, *signs, *([one_of(words)] if words else [])]
    return f"(?:{'|'.join(found)})?" if "" in tree else f"(?:{'|'.join(found)})" if len(found) > 1 else found[0]


def _one_of(step: str) -> str:
    return one_of(step) if FIRST <= step[0] <= LAST else step


def one_of(chars: str) -> str:
    """A pattern for any of `chars`, with stretches of neighbours written as such."""
    codes = sorted(map(ord, set(chars)))
    spans: list[list[int]] = []
    for code in codes:
        if spans and spans[-1][1] == code - 1:
            spans[-1][1] = code
        else:
            spans.append([code, code])
    return "[" + "".join(chr(low) if low == high else f"{chr(low)}-{chr(high)}" for low, high in spans) + "]"


@cache
def lexis() -> Lexis:
    """The words of all tables that figures are read with."""
    grammar, numbers, hedges = load("grammar"), load("numbers"), load("hedges")
    classes = {name: list(words) for name, words in numbers.items() if isinstance(words, dict)}
    classes["letter"] = [f"={word}" for word in numbers["letter"]]
    for place in ("before", "sign", "after"):
        classes[f"hedge_{place}"] = [form for hedge in hedges["hedge"] for form in hedge.get(place, ())]
    moves = {f"{place}_{way}": words for place, ways in load("changes").items() for way, words in ways.items()}
    moves["moveword"] = moves.pop("words_moveword")
    classes |= moves | unit_classes() | grammar["words"]
    for name in grammar["context"]["classes"]:
        classes[name] = [*classes[name], *(f"={word.title()}" for word in classes[name] if word.islower())]
    return Lexis({name: words or [NOWHERE] for name, words in classes.items()}, grammar["shapes"])


_KINDS: Kept[str, str] = Kept(lambda piece: lexis().kind(piece))  #: the character of each piece met of late


def kinds(cut: list[str]) -> str:
    """The kinds of `cut`, a character a piece.

    >>> len(kinds(["about", " ", "1,000"]))
    3
    """
    return "".join(map(_KINDS.__getitem__, cut))
