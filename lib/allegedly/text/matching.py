"""Patterns laid over the cells of a sentence.

What a pattern asks of a cell is one bit; a cell is the bits of its features, and a pattern a chain of functions, each
of which looks at one cell and calls the next. So a pattern is refused by one look at a number, and words are compared
only where a word is new.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, reduce
from operator import or_
from typing import NamedTuple

from .pattern import Either, Keys, Named, One, Part, Pattern, Repeat, Row, key_of

KEEP = 1 << 14  #: bundles remembered: the words of a year of news come again and again

Pairs = tuple[tuple[str, str], ...]
Captures = dict[int, tuple[int, int]]  #: a half-open range of cells by the label of the capture
Step = Callable[[Sequence[int], int, Captures], int]  #: where a match ends that goes on at a cell; -1 for none
IS_CELL = 1  #: the bit that every cell has; the end of the sentence has none
_NONE = -1


class Bundle:
    """Features that come together, such as all that a word has by itself; one object for each set of them."""

    __slots__ = ("keys",)

    def __init__(self, keys: tuple[str, ...]) -> None:
        self.keys = keys  #: "feature=value", and "feature" alone


Cell = tuple[Bundle, ...]  #: a cell is all the features of its bundles


@lru_cache(maxsize=KEEP)
def bundle(pairs: Pairs) -> Bundle:
    """Features with their values as one bundle.

    >>> bundle((("word", "from"),)).keys
    ('word=from', 'word')
    """
    return Bundle((*(key_of(*pair) for pair in pairs), *dict.fromkeys(name for name, _ in pairs)))


def encode(cells: Iterable[Iterable[tuple[str, str]]]) -> list[Cell]:
    """Cells from the (feature, value) pairs of each."""
    return [(bundle(tuple(cell)),) for cell in cells]


class Match(NamedTuple):
    """A pattern found: the half-open range of its cells, and of each capture."""

    first: int
    last: int
    captures: dict[str, tuple[int, int]]


class Patterns:
    """Patterns that are looked for together, each in the order of their table; those `beside` them share their bits.

    >>> from .pattern import compiled
    >>> both = Patterns([compiled('"up" by:[fig]'), compiled('"to" to:[fig]')])
    >>> [(number, match.captures) for number, match in both.find(encode([[("word", "to")], [("fig", "count")]]))]
    [(1, {'to': (1, 2)})]
    """

    def __init__(self, patterns: Sequence[Pattern], beside: "Patterns | None" = None) -> None:
        self._bits: _Bits = beside._bits if beside else _Bits()
        self._rows = [
            (
                number,
                sum({self._bits.of(need) for need in pattern.needs}),
                self._bits.of(pattern.opening) if pattern.opening else IS_CELL,
                _step(pattern.tree, _end, self._bits),
                pattern.names,
            )
            for number, pattern in enumerate(patterns)
        ]

    def find(self, cells: Sequence[Cell]) -> Iterator[tuple[int, Match]]:
        """Each match with the number of its pattern: pattern by pattern, from left to right, one match a start."""
        bits = self._bits
        held = []
        for cell in cells:
            own = IS_CELL
            for one in cell:
                own |= bits[one]
            held.append(own)
        return self.among(held)

    def bits(self, pairs: Pairs) -> int:
        """The bits of some features, for `among`."""
        return self._bits.held(bundle(pairs).keys)

    def among(self, cells: Sequence[int]) -> Iterator[tuple[int, Match]]:
        """As `find`, where of each cell its bits are known."""
        any_of, held = reduce(or_, cells, 0), (*cells, 0)
        places: dict[int, list[int]] = {}
        for number, needs, opening, step, names in self._rows:
            if any_of & needs != needs:
                continue
            if opening not in places:
                places[opening] = [at for at, own in enumerate(held) if own & opening]
            for at in places[opening]:
                captures: Captures = {}
                if (end := step(held, at, captures)) >= 0:
                    yield number, _match(at, end, captures, names)


@cache
def alone(pattern: Pattern) -> Patterns:
    """A pattern that is looked for by itself."""
    return Patterns([pattern])


def find(pattern: Pattern, cells: Sequence[Cell]) -> Iterator[Match]:
    """Each place in `cells` where a pattern holds, from left to right.

    >>> from .pattern import compiled
    >>> cells = encode([[("word", "from"), ("lemma", "from")], [("fig", "count"), ("fig", "any")]])
    >>> [found.captures for found in find(compiled('"from" old:[fig]'), cells)]
    [{'old': (1, 2)}]
    """
    return (match for _, match in alone(pattern).find(cells))


def _match(first: int, last: int, captures: Captures, names: tuple[str, ...]) -> Match:
    taken = {name: captures[label] for label, name in enumerate(names) if label in captures}
    return Match(first, last, {name: (start, end) for name, (start, end) in taken.items() if start < end})


class _Bits(dict[Bundle, int]):
    """The bits of each bundle, worked out when it is first met."""

    def __init__(self) -> None:
        super().__init__()
        self._by_keys: dict[Keys, int] = {}
        self._by_key: dict[str, int] = {}

    def of(self, keys: Keys) -> int:
        """The bit of what has one of these features."""
        if keys not in self._by_keys:
            bit = self._by_keys[keys] = IS_CELL << 1 + len(self._by_keys)
            for key in keys:
                self._by_key[key] = self._by_key.get(key, 0) | bit
        return self._by_keys[keys]

    def __missing__(self, one: Bundle) -> int:
        if len(self) >= KEEP:
            self.clear()
        found = self[one] = self.held(one.keys)
        return found

    def held(self, keys: Iterable[str]) -> int:
        """The bits of what has these features."""
        return reduce(or_, (self._by_key.get(key, 0) for key in keys), 0)


def _end(held: Sequence[int], at: int, captures: Captures) -> int:
    return at


def _step(part: Part, then: Step, bits: _Bits) -> Step:
    """What looks for a part and goes on with `then` behind it."""
    match part:
        case One():
            return _one(*_asked(part, bits), then)
        case Row():
            for one in reversed(part.parts):
                then = _step(one, then, bits)
            return then
        case Either():
            return _either([_step(choice, then, bits) for choice in part.choices])
        case Repeat(One() as one):
            return _run(*_asked(one, bits), part.least, part.most, then)
        case Repeat():
            step = then
            for done in range(part.most, 0, -1):
                step = _step(part.part, step, bits)
                step = step if done <= part.least else _either([step, then])
            return step
        case Named(_, label, One() as one):
            return _one(*_asked(one, bits), _noted(label, then))
        case Named():
            return _opened(part.label, _step(part.part, _closed(part.label, then), bits))


def _asked(cell: One, bits: _Bits) -> tuple[int, int]:
    """The bits that tell of a cell, and what they must be."""
    wanted = reduce(or_, map(bits.of, cell.wanted), IS_CELL)
    return reduce(or_, map(bits.of, cell.denied), wanted), wanted


def _one(mask: int, wanted: int, then: Step) -> Step:
    def step(held: Sequence[int], at: int, captures: Captures) -> int:
        return then(held, at + 1, captures) if held[at] & mask == wanted else _NONE

    return step


def _run(mask: int, wanted: int, least: int, most: int, then: Step) -> Step:
    """As many cells of a kind as lead to a match."""

    def step(held: Sequence[int], at: int, captures: Captures) -> int:
        last = at
        while last < at + most and held[last] & mask == wanted:
            last += 1
        while last >= at + least:
            if (end := then(held, last, captures)) >= 0:
                return end
            last -= 1
        return _NONE

    return step


def _either(steps: Sequence[Step]) -> Step:
    def step(held: Sequence[int], at: int, captures: Captures) -> int:
        for one in steps:
            if (end := one(held, at, captures)) >= 0:
                return end
        return _NONE

    return step


def _noted(label: int, then: Step) -> Step:
    """Notes the cell before as a capture; of a capture that is repeated the last counts."""

    def step(held: Sequence[int], at: int, captures: Captures) -> int:
        end = then(held, at, captures)
        if end >= 0:
            captures.setdefault(label, (at - 1, at))
        return end

    return step


def _opened(label: int, inner: Step) -> Step:
    """Notes where a capture begins, under a number below 0, until it is closed."""

    def step(held: Sequence[int], at: int, captures: Captures) -> int:
        before = captures.get(~label, (at, at))
        captures[~label] = at, at
        end = inner(held, at, captures)
        captures[~label] = before
        return end

    return step


def _closed(label: int, then: Step) -> Step:
    def step(held: Sequence[int], at: int, captures: Captures) -> int:
        start, _ = captures[~label]
        end = then(held, at, captures)
        if end >= 0:
            captures.setdefault(label, (start, at))
        return end

    return step
