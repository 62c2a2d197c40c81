"""The levels of a difference, sought in its passage: each pair is scored by what speaks for it.

A difference opens the search; its levels stand anywhere in the sentence or its neighbours. What speaks for a pair:
words that show a role, the order of time, one thing counted, a sentence that goes on from the other. One pair that
comes out well is the one meant; where none does, only a pair far ahead of all others may be wrong.
"""

from collections.abc import Iterator
from itertools import pairwise, permutations
from typing import NamedTuple

from .ages import order
from .asides import head, is_aside, is_one_noun
from .bound import ONE_SIDED, Bound
from .cells import Cell, Figure, Line
from .lines import Lines, beside
from .marks import is_level
from .openings import openings
from .ties import are_apart

LEAST = 3.0  #: what a pair needs for it to be asked
SURE = 6.0  #: what a pair needs to be accused
AHEAD = 2.0  #: how far it must be ahead of the next for that
APART = 50  #: times that two levels of one change may be apart
REACH = 16  #: figures of a passage on either side of a difference that are tried
MOVES = {"rise", "fall", "step", "extra"}  #: classes of nouns for a difference
ELSEWHERE = ("part", "whole", "rate", "votes", "opposed", "majority", "rest", "base", "average", "share")


class Pair(NamedTuple):
    """Two levels, and what speaks for them."""

    score: float
    old: Figure
    new: Figure


def passage(lines: Lines, line: Line) -> list[Line]:
    """The sentences in which a difference's levels are sought: two before it, itself, and one behind."""
    return [*reversed(lines.before(line, 2)), line, *lines.after(line)]


def pairs(lines: Lines, line: Line, group: list[Figure], way: int) -> list[Pair]:
    """The pairs of levels around a difference, the best first."""
    levels = levels_of(lines, line, group)
    found = [
        Pair(score, old, new)
        for old, new in permutations(levels, 2)
        if (score := _score(line, group, old, new, way, levels)) is not None
    ]
    return sorted(found, key=lambda pair: (-pair.score, abs(pair.old.start - pair.new.start)))


def levels_of(lines: Lines, line: Line, group: list[Figure]) -> list[Figure]:
    """The figures of a passage that can be levels of a difference."""
    near = beside([one for own in passage(lines, line) for one in own.figures], group[0], REACH)
    return [one for one in near if one not in group and _is_level(one, group)]


def _is_level(one: Figure, group: list[Figure]) -> bool:
    """Whether a figure has the unit that a difference asks for."""
    lasting = one.kind == "duration" and all(figure.kind in ("duration", "multiple", "share") for figure in group)
    if not (is_level(one) or (lasting and not one.per)) or not one.value or one.hedge in ONE_SIDED:
        return False
    for figure in group:
        if figure.is_points and not (one.is_share and one.unit == "percent"):
            return False
        if figure.is_share and one.is_share:
            return False  # percent of a percentage, or points
        if figure.kind not in ("share", "multiple") and not figure.is_points and not _alike(one, figure):
            return False
    return True


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one measure, a bare number taking the other's."""
    if one.per and other.per and one.per != other.per:
        return False
    return one.measure == other.measure or (
        "count" in (one.kind, other.kind)
        and "duration" not in (one.kind, other.kind)
        and ((one.kind == "count" and one.is_elided) or (other.kind == "count" and other.is_elided))
    )


def _score(line: Line, group: list[Figure], old: Figure, new: Figure, way: int, levels: list[Figure]) -> float | None:
    """What speaks for a pair; None where something stated speaks against it."""
    apart = old.measure != new.measure and old.line is not new.line
    if old.value == new.value or apart or not _alike(old, new) or not 1 / APART < abs(old.value / new.value) < APART:
        return None
    age = order(old, new)
    if age < 0 or ("from" in new.marks and "from" not in old.marks):
        return None
    if "to" in old.marks and not age and "from" not in old.marks:
        return None
    if not age and "from" not in old.marks and way and (new.value - old.value) * way < 0:
        return None
    score = 3.0 * _is_base(old, way) + 2.0 * ("to" in new.marks) + ("at" in new.marks) + 2.0 * (age > 0)
    score += _of_one(old, new) + 0.5 * (old.kind in ("money", "share"))
    score += (old.line is line) + (new.line is line)
    score += 2.0 * (_is_beside(group[0], new) or _is_beside(group[0], old))
    score += _linked(line, group[0], old, new, age) - 3.0 * _is_other_base(line, group[0], old, new, way)
    score -= 0.5 * (abs(old.line.number - line.number) + abs(new.line.number - line.number))
    score -= 2.5 * sum(bool(set(one.marks) & {*ELSEWHERE} and "from" not in one.marks) for one in (old, new))
    rivals = [one for one in levels if one not in (old, new) and _is_rival(line, one, old, new)]
    score += (2.5 if age > 0 and _is_definite(line, group[0]) else 1.5) * (not rivals)
    between = [one for one in rivals if min(old.start, new.start) < one.start < max(old.start, new.start)]
    return score - len(between)


def _is_base(old: Figure, way: int) -> bool:
    """Whether words show that a level is what another is compared with: "from 4", "up on the 4"."""
    return "from" in old.marks or bool(way and ("less" if way > 0 else "more") in old.marks)


def _is_other_base(line: Line, figure: Figure, old: Figure, new: Figure, way: int) -> bool:
    """Whether a level of another sentence is older than the one a change of a year is on: 2021, for "last year"."""
    if old.line is line or _is_base(old, way) or goes_on(line, figure) or not (old.when[0] and new.when[0]):
        return False
    return abs(new.when[0].year - old.when[0].year) > 1


def _of_one(old: Figure, new: Figure) -> float:
    """What the things that two levels count say of them."""
    first, second = head(old), head(new)
    if first and second and old.kind == new.kind == "count" and not (old.is_elided or new.is_elided):
        return 2.0 if is_one_noun(first, second) else -4.0
    return 1.0 if old.kind == "count" and (old.is_elided or new.is_elided) else 0.0


def _linked(line: Line, figure: Figure, old: Figure, new: Figure, age: int) -> float:
    """What the sentences of a difference and its levels say of each other."""
    if old.line is new.line is line:
        return 0.0
    on = goes_on(line, figure)
    if on:
        return 2.0 if max(old.line.number, new.line.number) <= line.number else -2.0
    score = 2.0 if _speaks_on(line, old, new) else -1.0
    if old.line is new.line and age > 0 and abs(old.line.number - line.number) == 1:
        score += 2.0  # the next sentence tells both: "It tripled. It was 30 in May; on Monday it was 90."
    return score


def _is_rival(line: Line, rival: Figure, old: Figure, new: Figure) -> bool:
    """Whether a third level could as well be meant: one of that size that stands no further from the difference."""
    if not _alike(rival, old) or not any(1 / APART < abs(rival.value / one.value) < APART for one in (old, new)):
        return False
    far = max(abs(old.line.number - line.number), abs(new.line.number - line.number))
    return abs(rival.line.number - line.number) <= far and not {*ELSEWHERE} & set(rival.marks)


def _is_beside(figure: Figure, level: Figure) -> bool:
    """Whether a difference stands right behind or before a level: "4.75%, a step of half a point"."""
    if level.line is not figure.line:
        return False
    first, second = sorted((figure, level), key=lambda one: one.at)
    between = figure.line.between(first, second)
    if any(cell.figure is not None for cell in between) or len(between) > 7:
        return False
    return is_aside(second) or (bool(between) and between[0].word in (",", "—", "–", "(")) or len(between) < 4


def goes_on(line: Line, figure: Figure) -> bool:
    """Whether a difference's clause speaks of levels named before: "That is a drop of 4", "the 80p increase"."""
    if _is_definite(line, figure):
        return True
    behind = line.cells[figure.at + 1 : figure.at + 3]
    if behind and (behind[0].word in openings("pronoun") or _names_before(behind)):
        return True
    return "anaphor" in line.cells[0].classes and figure.at < 14


def _names_before(behind: list[Cell]) -> bool:
    """Whether a multiple is one of what was before, which is not told again: "three times the old one"."""
    return len(behind) > 1 and behind[0].word in openings("definite") and "earlier" in behind[1].classes


def _is_definite(line: Line, figure: Figure) -> bool:
    """Whether a definite noun of motion holds a difference: "the loss of 4 posts", "the 80p increase"."""
    near = range(max(0, figure.at - 7), figure.at + 1)
    for at in near:
        if line.cells[at].word not in openings("definite"):
            continue
        for cell in line.cells[at + 1 : max(at + 2, figure.at + 3 if figure.at - at < 4 else 0)]:
            if (cell.classes & MOVES and cell.upos == "NOUN") or "extra" in cell.classes:
                return True
            if cell is not line.cells[figure.at] and cell.upos not in ("ADJ", "ADV", "NOUN"):
                break
    return False


def _speaks_on(line: Line, old: Figure, new: Figure) -> bool:
    """Whether the sentences of the levels follow the difference's and go on from it by a pronoun or a definite noun."""
    later = [one.line for one in (old, new) if one.line.number > line.number]
    if not later or any(one.line.number < line.number for one in (old, new)):
        return False
    opening = later[0].cells[:2]
    return bool(opening[0].classes & {"anaphor", "earlier", "now"} or opening[0].word == "the" or opening[0].is_time)


def speaks_of(line: Line, figure: Figure, level: Figure) -> bool:
    """Whether the later of two sentences goes on from the other: by a pronoun, a time, a definite or a shared noun."""
    if goes_on(line, figure):
        return True
    first, second = (line, level.line) if line.number < level.line.number else (level.line, line)
    opening = second.cells[:2]
    if opening[0].classes & {"anaphor", "earlier", "now", "later"} or opening[0].is_time or opening[0].word == "the":
        return True
    at, other = (figure.at, level.at) if first is line else (level.at, figure.at)
    return bool(_nouns(first.cells[:at]) & _nouns(second.cells[:other]))


def _nouns(cells: list[Cell]) -> set[str]:
    return {cell.word.rstrip("s") for cell in cells if cell.upos in ("NOUN", "PROPN") and not cell.classes & MOVES}


def sought(lines: Lines, line: Line, group: list[Figure], way: int) -> Iterator[tuple[Pair, bool]]:
    """The pairs that may be asked, the best first, each with whether it may be accused."""
    found = [pair for pair in pairs(lines, line, group, way) if pair.score >= LEAST][:8]
    for number, pair in enumerate(found):
        ahead = number == 0 and (len(found) == 1 or pair.score - found[1].score >= AHEAD)
        told = ahead and pair.score >= SURE and not _is_other_move(line, group[0], pair.old)
        told = told and not is_contrasted(line, group[0], pair.old, pair.new)
        told = told and not are_apart(group, pair.old, pair.new, goes_on(line, group[0]))
        yield pair, told and not any(own.has("adjusted") for own in (line, pair.old.line, pair.new.line))


def is_contrasted(line: Line, figure: Figure, old: Figure, new: Figure) -> bool:
    """Whether a difference is told of something else: "sales were 64, while footfall fell by 4 per cent"."""
    own = [one.at for one in (old, new) if one.line is line]
    last = max((at for at in own if at < figure.at), default=figure.at)
    if any(cell.word in openings("contrast") for cell in line.cells[last + 1 : figure.at]):
        return True
    behind = line.cells[figure.at + 1 : min(own)] if len(own) > 1 and min(own) > figure.at else []
    return any(one.word == "," and after.word in openings("contrast") for one, after in pairwise(behind))


def _is_other_move(line: Line, figure: Figure, old: Figure) -> bool:
    """Whether another verb of motion leads to a level: "fell 3% to $45 after rising from $40 to $46"."""
    return old.line is line and any(
        cell.classes & {"rise", "fall"} and cell.upos not in ("NOUN", "ADP", "ADV")
        for cell in line.cells[figure.at + 1 : old.at]
    )


def is_precise(bound: Bound, group: list[Figure], score: float) -> bool:
    """Whether a fit is no chance: two digits that count, or much that speaks for the pair."""
    if score >= 5:
        return True
    return all(digits(one) > 1 for one in group) and all(digits(one) > 1 for one in bound.figures)


def digits(figure: Figure) -> int:
    """How many digits of a figure count: 3,400 has two, a number in words one."""
    return len("".join(sign for sign in figure.text if sign.isdecimal()).strip("0"))
