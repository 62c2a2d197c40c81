"""The one pattern language: corpus query language over the cells of a sentence, compiled to a regular expression.

A cell is a token, or a figure or time expression of several tokens, with features: `word`, `lemma`, `upos`, `class` …
    [upos="NOUN" & class="rise"]      a cell with both features; `!=` denies one; "a|b" is either
    "from"  []  [fig]                 a cell whose word is "from"; any cell; a cell that has the feature at all
    x?  x{0,4}  ( … | … )             optional, repeated within bounds, either
    by:[fig]   by:( … )               a named capture
A repeat is always bounded, so that time grows straight with the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache, reduce
from itertools import accumulate
from operator import or_
from typing import NamedTuple

MOST = 20  #: a part may repeat up to so many times
_KEEP = 1 << 14  #: cells remembered in code: the words of a year of news come again and again

_TOKEN = re.compile(
    r'\s*(?:(?P<name>[a-z_]+[0-9]*):(?=[\[("]))?(?:(?P<open>\()|(?P<close>\))|(?P<or>\|)|(?P<cell>\[[^\]]*\])'
    r'|"(?P<word>[^"]+)")|\s*(?P<repeat>\?|\{\d+(?:,\d+)?\})'
)
_TEST = re.compile(r'\s*(?P<feature>[a-z]+)\s*(?:(?P<sign>!?=)\s*"(?P<values>[^"]*)")?\s*(?:&|$)')
#: features that say little: another test of the cell is the one to look for first
_COMMON = ("upos", "form", "chunk", "sign")
_CLEAN = re.compile(r"[<>\s]")


class WrongPattern(ValueError):
    """A pattern that cannot be read: what is wrong and where."""


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A cell in code: its (feature, value) pairs, its part of the string of a sentence, and what it is found by."""

    features: tuple[tuple[str, str], ...]
    text: str
    keys: frozenset[str]  #: "feature=value", and "feature" alone


class Cells:
    """A sentence as encoded cells; what patterns search is made when the first of them asks for it."""

    def __init__(self, coded: list[Coded]) -> None:
        self.coded = coded

    def __len__(self) -> int:
        return len(self.coded)

    @cached_property
    def text(self) -> str:
        """The cells as one string."""
        return "".join([cell.text for cell in self.coded])

    @cached_property
    def starts(self) -> list[int]:
        """Where each cell begins in the string."""
        return [*accumulate([len(cell.text) for cell in self.coded[:-1]], initial=0)] if self.coded else []

    @cached_property
    def keys(self) -> frozenset[str]:
        """The features that any cell has."""
        return frozenset().union(*[cell.keys for cell in self.coded])


class Match(NamedTuple):
    """A pattern found: the half-open range of its cells, and of each capture."""

    first: int
    last: int
    captures: dict[str, tuple[int, int]]


class Pattern(NamedTuple):
    """A compiled pattern; `needs` are sets of features of which a sentence must hold one each.

    `opening` are features of which its first cell has one; empty where the pattern may begin with any cell.
    """

    regex: re.Pattern[str]
    needs: tuple[frozenset[str], ...]
    opening: frozenset[str] = frozenset()

    def find(self, cells: Cells) -> Iterator[Match]:
        """Each place in `cells` where the pattern holds, from left to right; one match a start."""
        if any(cells.keys.isdisjoint(need) for need in self.needs):
            return
        opening = self.opening
        yield from self.at([n for n, cell in enumerate(cells.coded) if not opening.isdisjoint(cell.keys)], cells)

    def at(self, places: Iterable[int], cells: Cells) -> Iterator[Match]:
        """The matches that begin at some cells; at any, where the pattern has no opening."""
        if self.opening:
            for number in places:
                if found := self.regex.match(cells.text, cells.starts[number]):
                    yield _match(found, cells)
            return
        at = 0
        while found := self.regex.search(cells.text, at):
            yield _match(found, cells)
            at = cells.text.find("<", found.start() + 1)
            if at < 0:
                return


class Patterns:
    """Patterns that are looked for together: of each cell it is known by bits what they need that it has.

    >>> both = Patterns([compiled('"up" by:[fig]'), compiled('"to" to:[fig]')])
    >>> [(number, match.captures) for number, match in both.find(encode([[("word", "to")], [("fig", "count")]]))]
    [(1, {'to': (1, 2)})]
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        bits: dict[frozenset[str], int] = {}
        for pattern in patterns:
            for need in filter(None, (*pattern.needs, pattern.opening)):
                bits.setdefault(need, 1 << len(bits))
        self._rows = [
            (number, pattern, sum({bits[need] for need in pattern.needs}), bits.get(pattern.opening, 0))
            for number, pattern in enumerate(patterns)
        ]
        by_key: dict[str, int] = {}
        for need, bit in bits.items():
            for key in need:
                by_key[key] = by_key.get(key, 0) | bit

        @lru_cache(maxsize=_KEEP)
        def bits_of(cell: Coded) -> int:
            held = 0
            for key in cell.keys & by_key.keys():
                held |= by_key[key]
            return held

        self._bits_of = bits_of

    def find(self, cells: Cells) -> Iterator[tuple[int, Match]]:
        """Each match with the number of its pattern: pattern by pattern, from left to right."""
        held = [*map(self._bits_of, cells.coded)]
        any_of = reduce(or_, held, 0)
        for number, pattern, needs, opening in self._rows:
            if needs & ~any_of == 0:
                for match in pattern.at([n for n, bits in enumerate(held) if bits & opening], cells):
                    yield number, match


def encode(cells: Iterable[Iterable[tuple[str, str]]]) -> Cells:
    """Cells from the (feature, value) pairs of each.

    >>> encode([[("word", "from")], [("fig", "count")]]).text
    '< word=from >< fig=count >'
    """
    return Cells([code(tuple(cell)) for cell in cells])


@lru_cache(maxsize=_KEEP)
def code(cell: tuple[tuple[str, str], ...]) -> Coded:
    """A cell in code."""
    pairs = [f"{name}={_CLEAN.sub('_', value)}" for name, value in cell]
    return Coded(cell, f"< {' '.join(pairs)} >", frozenset([*pairs, *(name for name, _ in cell)]))


@cache
def compiled(pattern: str) -> Pattern:
    """The pattern ready to be found.

    >>> cells = encode([[("word", "from"), ("lemma", "from")], [("fig", "count"), ("fig", "any")]])
    >>> [found.captures for found in compiled('"from" old:[fig]').find(cells)]
    [{'old': (1, 2)}]
    """
    parts: list[str] = []
    counts: dict[str, int] = {}
    open_: list[_Group] = [_Group()]
    at = 0
    while at < len(pattern.rstrip()):
        token = _TOKEN.match(pattern, at)
        if not token:
            raise WrongPattern(f"cannot read {pattern[at:].strip()[:30]!r} in {pattern!r}")
        kind, at = token.lastgroup or "", token.end()
        label = _label(token["name"], counts)
        if kind == "open":
            parts.append(f"(?P<{label}>(?:" if label else "(?:")
            open_.append(_Group(label=bool(label)))
        elif kind == "close":
            if len(open_) == 1:
                raise WrongPattern(f"a bracket closes that was not opened in {pattern!r}")
            group = open_.pop()
            parts.append("))" if group.label else ")")
            open_[-1].add(group.needed, group.opening)
        elif kind == "or":
            if len(open_) == 1:
                raise WrongPattern(f"a choice stands in round brackets: {pattern!r}")
            parts.append("|")
            open_[-1].choose()
        elif kind == "repeat":
            if not open_[-1].needs:
                raise WrongPattern(f"nothing stands before {token['repeat']} in {pattern!r}")
            parts.append(_repeat(token["repeat"], pattern))
            if parts[-1].startswith(("?", "{0")):
                open_[-1].spare()
        else:
            cell, need = _cell(token["cell"] or f'[word="{token["word"]}"]', pattern)
            parts.append(f"(?P<{label}>{cell})" if label else f"(?:{cell})")
            open_[-1].add([need] if need else [], need)
    if len(open_) > 1:
        raise WrongPattern(f"a bracket is not closed in {pattern!r}")
    return Pattern(re.compile("".join(parts)), tuple(open_[0].needed), open_[0].opening)


@dataclass
class _Group:
    """An open bracket while a pattern is read: what its parts need, and whether they are a choice."""

    needs: list[list[frozenset[str]]] = field(default_factory=list)  #: of each part of this choice
    choices: list[list[frozenset[str]]] = field(default_factory=list)  #: of each choice before this one
    openings: list[frozenset[str] | None] = field(default_factory=lambda: [None])  #: of each choice: of its first cell
    label: bool = False
    is_first: bool = False  #: whether its last part is the first of its choice

    def choose(self) -> None:
        """Begins another choice."""
        self.choices.append([need for own in self.needs for need in own])
        self.needs = []
        self.openings.append(None)

    @property
    def needed(self) -> list[frozenset[str]]:
        """What it needs; of a choice, any of what each of them needs first of all."""
        own = [need for part in self.needs for need in part]
        if not self.choices:
            return own
        first = [min(needs, key=_telling) for needs in (*self.choices, own) if needs]
        return [frozenset().union(*first)] if len(first) > len(self.choices) else []

    def add(self, needs: list[frozenset[str]], opening: frozenset[str]) -> None:
        """Takes in a part: what it needs, and the features of which its first cell has one."""
        self.needs.append(needs)
        self.is_first = self.openings[-1] is None
        if self.is_first:
            self.openings[-1] = opening

    def spare(self) -> None:
        """Makes its last part optional: what it needs is not needed, and it may not be what comes first."""
        self.needs[-1] = []
        if self.is_first:
            self.openings[-1] = frozenset()

    @property
    def opening(self) -> frozenset[str]:
        """The features of which the first cell has one; empty where it may be any."""
        return frozenset().union(*filter(None, self.openings)) if all(self.openings) else frozenset()


def _telling(need: frozenset[str]) -> bool:
    """Whether a need says little; what says more comes first."""
    return any(feature.partition("=")[0] in _COMMON for feature in need)


def _label(name: str | None, counts: dict[str, int]) -> str | None:
    """The name of a capture, numbered: the same name may stand in two branches."""
    if not name:
        return None
    counts[name] = counts.get(name, 0) + 1
    return f"{name}__{counts[name]}"


def _repeat(sign: str, pattern: str) -> str:
    if sign != "?" and int(sign.strip("{}").split(",")[-1]) > MOST:
        raise WrongPattern(f"{sign} repeats more than {MOST} times in {pattern!r}")
    return sign


def _cell(text: str, pattern: str) -> tuple[str, frozenset[str]]:
    """A cell as a regular expression, and the features of which it needs one."""
    body, tests, at = text[1:-1].strip(), [], 0
    need: frozenset[str] = frozenset()
    is_common = False
    while at < len(body):
        test = _TEST.match(body, at)
        if not test:
            raise WrongPattern(f"cannot read the cell {text} in {pattern!r}")
        at = test.end()
        if test["values"] is None:
            tests.append(rf"(?=[^<>]* {test['feature']}=)")
            if not need or is_common:
                need, is_common = frozenset({test["feature"]}), True
            continue
        values = [_CLEAN.sub("_", value) for value in test["values"].split("|")]
        own = rf"[^<>]* {test['feature']}=(?:{'|'.join(map(re.escape, values))}) "
        tests.append(f"(?{'!' if test['sign'] == '!=' else '='}{own})")
        if test["sign"] == "=" and (not need or is_common):
            need = frozenset(f"{test['feature']}={value}" for value in values)
            is_common = test["feature"] in _COMMON
    return f"<{''.join(tests)}[^<>]*+>", need


def _match(found: re.Match[str], cells: Cells) -> Match:
    """A match of the string as ranges of cells."""

    def number(place: int) -> int:
        return bisect_right(cells.starts, place) - 1

    captures = {
        name.rsplit("__", 1)[0]: (number(found.start(name)), number(found.end(name) - 1) + 1)
        for name, text in found.groupdict().items()
        if text
    }
    return Match(number(found.start()), number(found.end() - 1) + 1 if found.end() > found.start() else 0, captures)
