"""The one pattern language: corpus query language over the cells of a sentence, read into a tree of parts.

A cell is a token, or a figure or time expression of several tokens, with features: `word`, `lemma`, `upos`, `class` …
    [upos="NOUN" & class="rise"]      a cell with both features; `!=` denies one; "a|b" is either
    "from"  []  [fig]                 a cell whose word is "from"; any cell; a cell that has the feature at all
    x?  x{0,4}  ( … | … )             optional, repeated within bounds, either
    by:[fig]   by:( … )               a named capture
A repeat is always bounded, so that time grows straight with the text. text/matching.py lays patterns over cells.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

MOST = 20  #: a part may repeat up to so many times

_TOKEN = re.compile(
    r'\s*(?:(?P<name>[a-z_]+[0-9]*):(?=[\[("]))?(?:(?P<open>\()|(?P<close>\))|(?P<or>\|)|(?P<cell>\[[^\]]*\])'
    r'|"(?P<word>[^"]+)")|\s*(?P<repeat>\?|\{\d+(?:,\d+)?\})'
)
_TEST = re.compile(r'\s*(?P<feature>[a-z]+)\s*(?:(?P<sign>!?=)\s*"(?P<values>[^"]*)")?\s*(?:&|$)')
#: features that say little: another test of the cell is the one to look for first
_COMMON = ("upos", "form", "chunk", "sign")
_SPACE = re.compile(r"\s")

Keys = frozenset[str]  #: "feature=value" or "feature": what a cell must have one of


class WrongPattern(ValueError):
    """A pattern that cannot be read: what is wrong and where."""


@dataclass(frozen=True, slots=True)
class One:
    """A cell that has one of each of `wanted`, and none of `denied`."""

    wanted: tuple[Keys, ...] = ()
    denied: tuple[Keys, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """Parts one behind the other."""

    parts: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """The first of some parts that leads to a match."""

    choices: tuple["Part", ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """A part so many times, as many as fit."""

    part: "Part"
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Named:
    """A part that the pattern takes; `label` numbers it, as a name may stand in two branches."""

    name: str
    label: int
    part: "Part"


Part = One | Row | Either | Repeat | Named


class Pattern(NamedTuple):
    """A pattern as a tree.

    `needs` are sets of features of which a sentence must hold one each; `opening` those of which its first cell has
    one, empty where the pattern may begin with any cell; `names` those of its captures, by label.
    """

    tree: Part
    names: tuple[str, ...]
    needs: tuple[Keys, ...]
    opening: Keys


@cache
def compiled(pattern: str) -> Pattern:
    """The pattern as a tree.

    >>> [sorted(keys) for keys in compiled('"from" old:[fig="count|share"]').needs]
    [['word=from'], ['fig=count', 'fig=share']]
    """
    names: list[str] = []
    open_ = [_Open()]
    at = 0
    while at < len(pattern.rstrip()):
        token = _TOKEN.match(pattern, at)
        if not token:
            raise WrongPattern(f"cannot read {pattern[at:].strip()[:30]!r} in {pattern!r}")
        kind, at = token.lastgroup or "", token.end()
        if kind == "open":
            open_.append(_Open(token["name"], len(names)))
            names += [token["name"]] if token["name"] else []
        elif kind == "close":
            if len(open_) == 1:
                raise WrongPattern(f"a bracket closes that was not opened in {pattern!r}")
            open_.pop().close(open_[-1])
        elif kind == "or":
            if len(open_) == 1:
                raise WrongPattern(f"a choice stands in round brackets: {pattern!r}")
            open_[-1].choices.append([])
        elif kind == "repeat":
            if not open_[-1].choices[-1]:
                raise WrongPattern(f"nothing stands before {token['repeat']} in {pattern!r}")
            open_[-1].choices[-1].append(_repeated(open_[-1].choices[-1].pop(), token["repeat"], pattern))
        else:
            cell: Part = _cell(token["cell"] or f'[word="{token["word"]}"]', pattern)
            if token["name"]:
                cell = Named(token["name"], len(names), cell)
                names.append(token["name"])
            open_[-1].choices[-1].append(cell)
    if len(open_) > 1:
        raise WrongPattern(f"a bracket is not closed in {pattern!r}")
    tree = Row(tuple(open_[0].choices[0]))
    return Pattern(tree, tuple(names), tuple(_needs(tree)), _opening(tree))


@dataclass
class _Open:
    """An open bracket while a pattern is read: its name, and the parts of each choice."""

    name: str | None = None
    label: int = 0
    choices: list[list[Part]] = field(default_factory=lambda: [[]])

    def close(self, around: "_Open") -> None:
        """Puts it as one part into the bracket around it."""
        rows = tuple(Row(tuple(parts)) for parts in self.choices)
        part: Part = Either(rows) if len(rows) > 1 else rows[0]
        around.choices[-1].append(Named(self.name, self.label, part) if self.name else part)


def _repeated(part: Part, sign: str, pattern: str) -> Repeat:
    if sign == "?":
        return Repeat(part, 0, 1)
    bounds = [int(bound) for bound in sign.strip("{}").split(",")]
    if bounds[-1] > MOST:
        raise WrongPattern(f"{sign} repeats more than {MOST} times in {pattern!r}")
    return Repeat(part, bounds[0], bounds[-1])


def _cell(text: str, pattern: str) -> One:
    """A cell with what it must have and must not have."""
    body, at = text[1:-1].strip(), 0
    found: dict[str, list[Keys]] = {"=": [], "!=": []}
    while at < len(body):
        test = _TEST.match(body, at)
        if not test:
            raise WrongPattern(f"cannot read the cell {text} in {pattern!r}")
        at = test.end()
        if test["values"] is None:
            found["="].append(frozenset({test["feature"]}))
        else:
            found[test["sign"]].append(frozenset(key_of(test["feature"], one) for one in test["values"].split("|")))
    return One(tuple(found["="]), tuple(found["!="]))


def key_of(feature: str, value: str) -> str:
    """A feature with its value as one word.

    >>> key_of("unit", "square metre")
    'unit=square_metre'
    """
    return f"{feature}={value if value.isalnum() else _SPACE.sub('_', value)}"


def _needs(part: Part) -> list[Keys]:
    """What a sentence must hold for a part to be found; of a choice, any of what each of them needs first of all."""
    match part:
        case One():
            return [min(part.wanted, key=_is_common)] if part.wanted else []
        case Row():
            return [need for one in part.parts for need in _needs(one)]
        case Either():
            own = [_needs(one) for one in part.choices]
            return [frozenset().union(*(min(needs, key=_is_common) for needs in own))] if all(own) else []
        case Repeat():
            return _needs(part.part) if part.least else []
        case Named():
            return _needs(part.part)


def _opening(part: Part) -> Keys:
    """The features of which the first cell of a part has one; empty where it may be any."""
    match part:
        case One():
            return min(part.wanted, key=_is_common) if part.wanted else frozenset()
        case Row():
            return _opening(part.parts[0]) if part.parts else frozenset()
        case Either():
            own = [_opening(one) for one in part.choices]
            return frozenset().union(*own) if all(own) else frozenset()
        case Repeat():
            return _opening(part.part) if part.least else frozenset()
        case Named():
            return _opening(part.part)


def _is_common(keys: Keys) -> bool:
    """Whether features say little; what says more comes first."""
    return any(key.partition("=")[0] in _COMMON for key in keys)
