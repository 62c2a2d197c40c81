"""Changes: a level, the one it came from, and what lies between, in whatever order and words."""

from collections.abc import Iterator
from itertools import permutations, product

from allegedly.kinds.arithmetic import AGREES

from .ages import NEAR, time_of
from .asides import head, is_one_noun, owner
from .bound import Bound
from .cells import Figure, Line
from .differences import has_own_time, is_denied, is_difference, is_of_years, is_told_again, role_of, way_of_all
from .lines import Lines, beside, figures_of
from .marks import is_level
from .sought import goes_on as refers
from .sought import is_contrasted, is_precise, levels_of, sought, speaks_of
from .ties import are_apart


def changes(lines: Lines) -> Iterator[Bound]:
    """Each difference of the article with the levels that it lies between."""
    for line in lines:
        done: set[int] = set()
        for figure in line.figures:
            if id(figure) in done or not is_difference(figure) or is_denied(figure):
                continue
            near = beside(line.figures, figure)
            group = [figure, *(one for one in near if one is not figure and is_told_again(line, figure, one))]
            done |= {id(one) for one in group}
            found = _bound(lines, line, group)
            if found:
                done |= {id(one) for one in found.figures}
                yield found
        yield from _moves(line, done)


def _moves(line: Line, done: set[int]) -> Iterator[Bound]:
    """Two levels that a verb leads between, where no difference is told: "rose from 27 to 41"."""
    for old, new in zip(line.figures, line.figures[1:], strict=False):
        if "from" in new.marks and "from" not in old.marks:
            old, new = new, old
        if id(old) in done or id(new) in done or not (is_level(old) and is_level(new) and old.value != new.value):
            continue
        verb = [
            cell
            for cell in line.cells[max(0, min(old.at, new.at) - NEAR) : max(old.at, new.at)]
            if cell.classes & {"rise", "fall"}
        ]
        if (
            "from" in old.marks
            and "to" in new.marks
            and old.measure == new.measure
            and verb
            and "adjusted" not in verb[-1].classes
        ):
            way = 1 if "rise" in verb[0].classes else -1
            yield Bound("change", {"from": [old], "to": [new]}, False, old.marks["from"], way)


def _bound(lines: Lines, line: Line, group: list[Figure]) -> Bound | None:
    """The best frame around a difference: one that fits in the nearest passage, else one that words show whole."""
    refuted = None
    for scope in lines.scopes(line):
        for found in _candidates(scope, line, group):
            if found.fits and (found.shown or _is_supported(found)):
                return found
            if found.shown and found.stands and not refuted:
                refuted = found
        if refuted:
            return refuted
    return _one_level(line, group) or _sought(lines, line, group)


def _sought(lines: Lines, line: Line, group: list[Figure]) -> Bound | None:
    """The frame of the pair of levels that most speaks for, wherever in the passage they stand."""
    refuted, way = None, way_of_all(group)
    for pair, sure in sought(lines, line, group, way):
        if not _is_owned(group, pair.old, pair.new):
            continue
        found = Bound("change", _roles(group, pair.old, pair.new), sure, _told(group, pair.old, pair.new),
                      way or (1 if pair.new.value > pair.old.value else -1))  # fmt: skip
        if found.fits and is_precise(found, group, pair.score):
            return found
        if sure and found.stands and not refuted and not _is_turned(group, pair.old, pair.new, way):
            refuted = found
    return None if refuted and _fits_others(lines, line, group, way) else refuted


def _is_turned(group: list[Figure], old: Figure, new: Figure, way: int) -> bool:
    """Whether two levels go the other way than the words, or a multiple names what it is a multiple of."""
    factor = next((one for one in group if role_of(one) == "factor"), None)
    if factor is None:
        return bool(way) and (new.value - old.value) * way < 0 and "from" not in old.marks
    if is_of_years(factor, old, new):
        return True
    behind = factor.line.cells[factor.at + 1 : factor.at + 4]
    own = any(cell.upos == "DET" or cell.word in ("that", "those") for cell in behind) and old.at < factor.at
    return own or (factor.value - 1) * (new.value - old.value) < 0


def _fits_others(lines: Lines, line: Line, group: list[Figure], way: int) -> bool:
    """Whether two other levels of the passage come out: then they are the ones that are meant."""
    near = permutations(levels_of(lines, line, group), 2)
    alike = [(old, new) for old, new in near if old.measure == new.measure and old.value != new.value]
    return any(Bound("change", _roles(group, old, new), True, "", way).fits for old, new in alike)


def _is_supported(found: Bound) -> bool:
    """Whether some words show a level of a change that fits, so that it is no chance."""
    old, new = found.roles["from"][0], found.roles["to"][0]
    if "at" in old.marks and "from" not in old.marks:
        return False
    return found.rank == AGREES and ("from" in old.marks or "to" in new.marks or is_earlier(old, new))


def _candidates(scope: list[Line], line: Line, group: list[Figure]) -> Iterator[Bound]:
    """Pairs of levels of one measure, the likelier first."""
    levels = [one for one in beside(figures_of(scope), group[0])
              if is_level(one) and one not in group and _can_be_level(one, group)]  # fmt: skip
    for own in _by_measure(levels):
        olds = [one for one in own if "from" in one.marks] or own
        pairs = [(old, new) for old, new in product(olds, own) if old is not new and _may_lead(old, new)]
        pairs.sort(key=lambda pair: _distance(group[0], *pair))
        pairs = [pair for pair in pairs if pair[0].value != pair[1].value]
        for old, new in [pair for pair in pairs if _is_possible(scope, line, group, *pair)][:6]:
            yield _change(scope, line, group, old, new, own)


def _is_possible(scope: list[Line], line: Line, group: list[Figure], old: Figure, new: Figure) -> bool:
    """Whether a difference can be that of two levels: it stands with one of them, or goes on from them."""
    if line not in (old.line, new.line) and not goes_on(scope, line, group[0], old, new):
        return False
    if not _is_owned(group, old, new):
        return False
    if old.is_share and any(role_of(one) in ("by_share", "factor") for one in group):
        return "from" in old.marks and ("to" in new.marks or "at" in new.marks or new.line is line)
    return True


def _is_owned(group: list[Figure], old: Figure, new: Figure) -> bool:
    """Whether no bracket says that a difference is of another figure: each belongs to the one right before it."""
    for level in (old, new):
        owned = [one for one in level.line.figures if is_difference(one) and owner(one) is level]
        if owned and not any(one in group for one in owned):
            return False
    own = owner(group[0])
    return own is None or own in (old, new) or not is_level(own)


def _by_measure(levels: list[Figure]) -> list[list[Figure]]:
    """Levels that may be compared: of one measure, and bare numbers whose unit is left out beside them."""
    groups: dict[tuple[str, str | None], list[Figure]] = {}
    for one in levels:
        groups.setdefault(one.measure, []).append(one)
    bare = [one for one in levels if one.is_elided]
    for measure, own in groups.items():
        if measure[0] != "count":
            own += [one for one in bare if any(0.1 < _ratio(one, other) < 10 for other in own)]
    return list(groups.values())


def _ratio(one: Figure, other: Figure) -> float:
    return abs(one.value / other.value) if other.value else 0.0


def _can_be_level(one: Figure, group: list[Figure]) -> bool:
    """Whether a level has the unit that a difference of the group asks for."""
    for figure in group:
        if figure.is_points:
            if not (one.is_share and one.unit == "percent") and figure.unit != "point":
                return False
        elif role_of(figure) == "by" and one.measure != figure.measure and not (one.is_elided or figure.is_elided):
            return False
    return True


def _may_lead(old: Figure, new: Figure) -> bool:
    """Whether nothing says that the new level is the older one."""
    if "from" in new.marks and "from" not in old.marks:
        return False
    if "to" in old.marks and "from" not in old.marks and not is_earlier(old, new):
        return False
    return not (old.per and new.per and old.per != new.per) and 1e-5 < _ratio(old, new) < 1e5


def _change(scope: list[Line], line: Line, group: list[Figure], old: Figure, new: Figure, own: list[Figure]) -> Bound:
    roles = _roles(group, old, new)
    way = way_of_all(group)
    if not way and "by_share" in roles:
        way = 1 if new.value >= old.value else -1
    words = _told(group, old, new)
    return Bound("change", roles, _is_shown(scope, line, group, old, new, own, way), words, way)


def _roles(group: list[Figure], old: Figure, new: Figure) -> dict[str, list[Figure]]:
    """The figures of a change by their roles."""
    roles: dict[str, list[Figure]] = {}
    for figure in group:
        role = role_of(figure)
        if figure.unit == "point":
            role = "points" if old.is_share else "by"
        roles.setdefault(role, []).append(figure)
    return roles | {"from": [old], "to": [new]}


def _told(group: list[Figure], old: Figure, new: Figure) -> str:
    """The words that show the roles of a change."""
    shown = ("from", "to", "by", "times")
    return " … ".join(dict.fromkeys(one.marks[role] for role in shown for one in (old, new, *group)
                                    if role in one.marks))  # fmt: skip


def _is_shown(
    scope: list[Line], line: Line, group: list[Figure], old: Figure, new: Figure, own: list[Figure], way: int
) -> bool:
    """Whether words show both levels and the difference, and nothing else could be meant."""
    if not way and any(role_of(one) != "factor" for one in group):
        return False
    if any(is_of_years(one, old, new) for one in group if role_of(one) == "factor"):
        return False
    if any(one.has("adjusted") for one in scope) or any(
        "share" in one.marks or "whole" in one.marks for one in (old, new)
    ):
        return False
    if is_contrasted(line, group[0], old, new) or any(_counts_else(one, old, new) for one in group):
        return False
    if are_apart(group, old, new, refers(line, group[0])):
        return False
    turned = way and (new.value - old.value) * way < 0 and 0.11 < _ratio(new, old) < 9
    plain = "from" in old.marks and old.line is new.line is line and 0.5 < _ratio(new, old) < 2 and len(own) == 2
    if turned and not plain and not any(role_of(one) == "factor" for one in group):
        return False
    if "from" in old.marks and "to" in new.marks and old.line is new.line:
        return old.line is line or speaks_of(line, group[0], old)
    if not ("from" in old.marks and (old.line is new.line or _follows(old, new))) and not (
        is_earlier(old, new) and _are_of_one(old, new)
    ):
        return False
    if old.line is line and any(_is_between(line, group, one, old) for one in beside(line.figures, group[0])):
        return False
    if old.line is not new.line and any(has_own_time(one) for one in group):
        return False
    return _is_alone(line, old, new, own)


def _counts_else(step: Figure, old: Figure, new: Figure) -> bool:
    """Whether a difference counts another thing than its levels: "lost 12 games" beside "40 players"."""
    if step.kind != "count" or step.is_elided:
        return False
    own, things = head(step), [head(one) for one in (old, new) if one.kind == "count" and not one.is_elided]
    return own is not None and any(thing and not is_one_noun(own, thing) for thing in things)


def _is_between(line: Line, group: list[Figure], other: Figure, old: Figure) -> bool:
    """Whether another difference of the same role stands nearer to the levels."""
    if other in group or not is_difference(other) or role_of(other) != role_of(group[0]):
        return False
    return abs(other.at - old.at) < min(abs(one.at - old.at) for one in group)


def _follows(old: Figure, new: Figure) -> bool:
    """Whether the sentence of one level goes on from the other's: "It is up from 40", "Last year there were 30"."""
    first, second = sorted((old.line, new.line), key=lambda line: line.number)
    opening = second.cells[0]
    return second.number - first.number < 2 and bool(
        opening.is_time or opening.classes & {"anaphor", "earlier", "now", "later"}
    )


def _are_of_one(old: Figure, new: Figure) -> bool:
    """Whether nothing says that two levels count two things, and they stand together or go on from each other."""
    one, other = head(old), head(new)
    counted = [figure for figure in (old, new) if figure.kind == "count" and not figure.is_elided]
    if len(counted) == 2 and (not one or not other or not is_one_noun(one, other)):
        return False
    return old.line is new.line or _follows(old, new)


def goes_on(scope: list[Line], line: Line, figure: Figure, old: Figure, new: Figure) -> bool:
    """Whether a difference in a sentence of its own speaks of the levels in its neighbour."""
    if old.line.number > line.number or new.line.number > line.number:
        near = beside(line.figures, figure)
        levels = [one for one in near if is_level(one) and one.measure in (old.measure, new.measure)]
        return not levels and bool(line.figures) and not any("by" in one.marks for one in new.line.figures)
    return "anaphor" in line.cells[0].classes or any(
        first.upos == "DET"
        and first.word not in ("a", "an")
        and second.upos == "NOUN"
        and second.classes & {"rise", "fall"}
        for first, second in zip(line.cells[: figure.at], line.cells[1 : figure.at + 1], strict=False)
    )


def _is_alone(line: Line, old: Figure, new: Figure, own: list[Figure]) -> bool:
    """Whether no third level nearby could be meant by the same words."""
    rivals = [
        one for one in own if one not in (old, new) and one.line in (old.line, new.line) and 0.2 < _ratio(one, new) < 5
    ]
    rivals = [one for one in rivals if not {"part", "whole", "from"} & set(one.marks)]
    if old.line is new.line:
        rivals = [one for one in rivals if one.line is old.line and one.at < max(old.at, new.at)]
    return not rivals


def is_earlier(old: Figure, new: Figure) -> bool:
    """Whether words of time say that one level is older than the other."""
    first, second = time_of(old), time_of(new)
    if first == 0.0 and second is None:
        return abs(old.line.number - new.line.number) < 2  # "a year earlier", beside a level that is now
    return first is not None and second is not None and first < second


def _distance(figure: Figure, old: Figure, new: Figure) -> tuple[int, int]:
    """The nearer and the better shown first."""
    shown = ("from" in old.marks) + ("to" in new.marks) + is_earlier(old, new)
    return (-shown, sum(abs(one.start - figure.start) for one in (old, new)))


def _one_level(line: Line, group: list[Figure]) -> Bound | None:
    """A difference told twice, with the level it led to: "lost 84 cents, or 3.1 percent, to $26.31"."""
    steps = {role_of(one): one for one in group}
    if set(steps) != {"by", "by_share"}:
        return None
    levels = [one for one in line.figures if is_level(one) and one.measure == steps["by"].measure]
    way = way_of_all(group)
    for level in levels:
        role = "to" if {"to", "at"} & set(level.marks) else "from" if "from" in level.marks else ""
        if role and way:
            roles = {"by": [steps["by"]], "by_share": [steps["by_share"]], role: [level]}
            found = Bound("change", roles, not line.has("adjusted"), level.marks.get(role, ""), way)
            return found if found.stands else None
    return None
