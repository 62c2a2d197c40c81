"""Ledgers: what there was, what was gained and lost, and what there is."""

from collections.abc import Iterator
from itertools import islice, product

from .asides import is_amount, same_measure
from .bound import ONE_SIDED, Bound
from .cells import Figure, Line
from .lines import Lines

MOST = 4  #: figures that were gained or lost


def stocks(lines: Lines) -> Iterator[Bound]:
    """A stock before, what came and went, and the stock after, within three sentences."""
    done: set[int] = set()
    for line in lines:
        for scope in ([line], [*lines.before(line), line], [*reversed(lines.before(line, 2)), line]):
            found = next(_ledgers(scope, line), None)
            if found and not done & {id(one) for one in found.figures}:
                done |= {id(one) for one in found.figures}
                yield found


def _ledgers(scope: list[Line], line: Line) -> Iterator[Bound]:
    """The ledgers that end in a sentence, those that fit first."""
    figures = [
        one
        for near in scope
        for one in near.figures
        if is_amount(one) and one.per is None and one.hedge not in ONE_SIDED
    ]
    refuted: list[Bound] = []
    for at in reversed([at for at, one in enumerate(figures) if one.line is line]):
        after = figures[at]
        if {"gained", "lost"} & set(after.marks) and not {"rest", "total"} & set(after.marks):
            continue
        own = _last(figures, at)
        for number, before in enumerate(own[:-1], 1):
            steps = own[number:]
            if (_is_step(before) and not _is_level(before)) or not all(map(_is_step, steps)):
                continue
            for found in _signed(before, steps, after):
                if found.fits:
                    yield found
                elif found.shown and found.stands:
                    refuted.append(found)
    yield from refuted


def _last(figures: list[Figure], at: int) -> list[Figure]:
    """The last figures before one that are of its measure: a stock and as many steps as a ledger may have."""
    before = (figures[number] for number in range(at - 1, -1, -1))
    back = (one for one in before if same_measure(one, figures[at]))
    return list(islice(back, MOST + 1))[::-1]


def _is_step(figure: Figure) -> bool:
    return bool({"gained", "lost", "by"} & set(figure.marks))


def _is_level(figure: Figure) -> bool:
    """Whether the verb before a figure says that there were so many: "had 212", "began the year with 96"."""
    line = figure.line
    start = max(0, figure.at - 5)
    return not {"gained", "lost"} & set(figure.marks) and (
        line.has("stock", start, figure.at) or line.has("aboard", start, figure.at)
    )


def _ends(figure: Figure) -> bool:
    """Whether words say that so many are there in the end."""
    if {"rest", "to", "at", "total"} & set(figure.marks):
        return True
    back = figure.line.cells[max(0, figure.at - 6) : figure.at]
    return any(
        cell.classes & {"now", "leaving"} or cell.word in ("so", "thus", "will", "then", "therefore") for cell in back
    )


def _signed(before: Figure, steps: list[Figure], after: Figure) -> Iterator[Bound]:
    """The ways to add the steps: one where words tell gains from losses."""
    ways = [_ways(one) for one in steps]
    clear = all(len(way) == 1 for way in ways)
    for choice in list(product(*ways))[:8]:
        roles: dict[str, list[Figure]] = {"before": [before]}
        for one, role in zip(steps, choice, strict=True):
            roles.setdefault(role, []).append(one)
        roles["after"] = [after]
        shown = clear and _ends(after) and _is_level(before) and not {"whole", "share"} & set(before.marks)
        words = " … ".join(one.marks.get(role, "") for one, role in zip(steps, choice, strict=True))
        yield Bound("ledger", roles, shown, words)


def _ways(figure: Figure) -> list[str]:
    marks = set(figure.marks)
    if figure.sign and "by" in marks and not {"gained", "lost"} & marks:
        return ["gained" if figure.sign > 0 else "lost"]
    return [role for role in ("gained", "lost") if role in marks] or ["gained", "lost"]
