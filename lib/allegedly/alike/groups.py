"""Figures in groups that are told of one thing: looked up by keys, so that time grows straight with their number."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from math import floor, log10

from .rules import COPIED, Ground, conflict, ground
from .told import Told

_REACH = 40  #: of those that could be one figure, how many earlier ones each is held against


def blocks(told: Told) -> Iterator[tuple]:
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


def groups(
    told: Iterable[list[Told]],
    same: Callable[[Told, Told], bool] = lambda a, b: False,
    apart: Callable[[Told, Told], bool] = lambda a, b: False,
) -> list[list[Told]]:
    """The figures in groups that are told of one thing; those of one list in `told` stay together.

    The surest pair joins first, and no two groups are joined that hold a conflict. `same` and `apart` are what people
    decided: they come first.
    """
    group: dict[str, list[Told]] = {one.id: members for members in told for one in members}
    pairs = [(Ground(COPIED + 1, True) if same(a, b) else ground(a, b), a, b) for a, b in _candidates(group, same)]
    for why, a, b in sorted(pairs, key=lambda pair: (-pair[0].sureness, pair[1].id, pair[2].id)):
        left, right = group[a.id], group[b.id]
        if not why.sureness or left is right or any(apart(x, y) for x in left for y in right):
            continue
        if why.sureness <= COPIED and any(conflict(x, y, why.loose) for x in left for y in right):
            continue
        left += right
        group |= dict.fromkeys((one.id for one in right), left)
    return [*{id(members): members for members in group.values()}.values()]


def _candidates(group: dict[str, list[Told]], same) -> list[tuple[Told, Told]]:
    """Pairs of figures that share a key and are not together yet; each with its nearest earlier ones."""
    known: defaultdict[tuple, list[Told]] = defaultdict(list)
    found: dict[tuple[str, str], tuple[Told, Told]] = {}
    every = [one for members in {id(members): members for members in group.values()}.values() for one in members]
    for one in sorted(every, key=lambda one: (one.day or 0, one.id)):
        for key in blocks(one):
            for other in known[key][-_REACH:]:
                if group[other.id] is not group[one.id]:
                    found[other.id, one.id] = other, one
            known[key].append(one)
    return [*found.values()]
