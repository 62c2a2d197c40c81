"""Figures in groups that are told of one thing: looked up by keys, so that time grows straight with their number."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import combinations
from math import floor, log10

from .rules import conflict, ground
from .told import Told

Key = tuple[object, ...]
REACH = 12  #: of those that could be one figure, how many earlier ones each is held against


def blocks(told: Told) -> Iterator[Key]:
    """The keys under which a figure is looked up: one of them is shared by any two that could be one thing."""
    measure = told.kind, told.unit, told.per
    if told.fate:
        for place in told.locus if not told.disease else {f"{told.disease} {told.held}"}:
            yield (*measure, told.fate, place)
    if not told.value:
        return
    for value in {told.value, *_cut(told.value)}:
        if told.digits >= 3 or value != told.value:
            yield (*measure, value)
        for name in filter(None, (told.group, told.head)):
            yield (*measure, value, name)
        for word in told.strong:
            yield (*measure, value, word)


def _cut(value: float) -> set[float]:
    """A value cut off and rounded to two digits, and rounded to one: as others may print it."""
    step = 10.0 ** (floor(log10(abs(value))) - 1)
    return {round(value / step) * step, floor(value / step) * step, round(value / step / 10) * step * 10}


class _Group:
    """Figures that are told of one thing; `faces` has one for each different thing that they say of it."""

    def __init__(self, members: list[Told]) -> None:
        self.members = members
        self.faces = {_face(one): one for one in members}

    def take(self, other: "_Group") -> None:
        self.members += other.members
        self.faces |= other.faces

    def is_against(self, other: "_Group", against: Callable[[Told, Told], bool]) -> bool:
        return any(against(one, two) for one in self.faces.values() for two in other.faces.values())


def _face(one: Told) -> Key:
    """All by which figures can be in conflict."""
    who = one.group, one.named and one.head, one.fate, one.nation, one.local, one.subject
    return one.value, *who, one.scope, one.held, one.period, one.part, one.foreseen, one.more


def groups(
    told: Iterable[list[Told]],
    same: Iterable[Iterable[str]] = (),
    not_same: Iterable[Iterable[str]] = (),
    found: Iterable[tuple[str, str]] | None = None,
) -> list[list[Told]]:
    """The figures in groups that are told of one thing; those of one list in `told` stay together.

    The surest pair joins first, and no two groups are joined that hold a conflict. `same` and `not_same` are lists of
    ids that people decided on: they come first. `found` are the pairs of ids that could be one thing, where another
    has looked them up.
    """
    apart = _parted(not_same)
    of = {one.id: group for members in told for group in _split(members, apart) for one in group.members}
    for ids in same:
        known = [id for id in ids if id in of]
        for id in known[1:]:
            _join(of[known[0]], of[id], of)
    every = {one.id: one for group in _each(of) for one in group.members} if found is not None else {}
    could = _candidates(of) if found is None else [(every[a], every[b]) for a, b in found if a in every and b in every]
    pairs = [(ground(a, b), a, b) for a, b in could]
    for why, a, b in sorted(pairs, key=lambda pair: (-pair[0].sureness, pair[1].id, pair[2].id)):
        left, right = of[a.id], of[b.id]
        if not why.sureness or left is right:
            continue
        if apart and any(frozenset((x.id, y.id)) in apart for x in left.members for y in right.members):
            continue
        if not left.is_against(right, partial(conflict, loose=why.loose)):
            _join(left, right, of)
    return [group.members for group in _each(of)]


def _parted(lists: Iterable[Iterable[str]]) -> set[frozenset[str]]:
    """The pairs of ids that people keep apart."""
    return {frozenset(pair) for ids in lists for pair in combinations(ids, 2)}


def _split(members: list[Told], apart: set[frozenset[str]]) -> list[_Group]:
    """A list of figures as one group, or as several where people keep some of them apart."""
    found: list[list[Told]] = []
    for one in members:
        place = next((own for own in found if not any(frozenset((one.id, two.id)) in apart for two in own)), None)
        if place is None:
            found.append([one])
        else:
            place.append(one)
    return [_Group(own) for own in found]


def _join(left: _Group, right: _Group, of: dict[str, _Group]) -> None:
    if left is not right:
        large, small = sorted((left, right), key=lambda group: -len(group.members))
        of |= dict.fromkeys((one.id for one in small.members), large)
        large.take(small)


def _each(of: dict[str, _Group]) -> list[_Group]:
    """The groups, each once."""
    return [*{id(group): group for group in of.values()}.values()]


def _candidates(of: dict[str, _Group]) -> list[tuple[Told, Told]]:
    """Pairs of figures that share a key and are not together yet; each with its nearest earlier ones."""
    known: defaultdict[Key, list[Told]] = defaultdict(list)
    found: dict[tuple[str, str], tuple[Told, Told]] = {}
    every = [one for group in _each(of) for one in group.members]
    for one in sorted(every, key=lambda one: (one.day or 0, one.id)):
        for key in blocks(one):
            for other in known[key][-REACH:]:
                if of[other.id] is not of[one.id]:
                    found[other.id, one.id] = other, one
            known[key].append(one)
    return [*found.values()]
