"""Tallies: a total and its parts told over several sentences, in whatever order; what speaks for them is counted.

"An avalanche struck a party of 19. By nightfall twelve had been brought down, the bodies of four others lay in the
chapel. The search for the remaining three goes on."
"""

from collections.abc import Iterator
from itertools import combinations, pairwise

from .asides import head, is_amount, is_one_noun
from .bound import ONE_SIDED, Bound
from .cells import Cell, Figure
from .lines import Lines
from .openings import openings
from .sought import digits
from .sums import OUTCOMES, are_entries, is_closed, is_complete, is_disjoint, is_joined, is_of_others
from .told import is_entry

MOST = 6  #: parts of a tally
LEAST = 10  #: a total of fewer is made by chance
ASKED, SURE = 2, 4  #: what must speak for a tally to be asked, and to be accused
ELSEWHERE = ("rate", "average", "votes", "opposed", "majority", "base", "times")
LIVES = ("dead", "safe", "missing", "unhurt")  #: outcomes of which each person has one
CLOSING = ("missing", "unhurt", "held", "undecided")


def tallies(lines: Lines) -> Iterator[Bound]:
    """Each total with the parts right before or behind it, up to two sentences away."""
    figures = [one for line in lines for one in line.figures if _can_be(one)]
    for at, whole in enumerate(figures):
        if whole.value < LEAST or whole.hedge in ONE_SIDED or "rest" in whole.marks:
            continue
        behind, before = figures[at + 1 : at + 2 + MOST], figures[max(0, at - 1 - MOST) : at][::-1]
        for near in (behind, before):
            found = _best(whole, _around(whole, near))
            if found:
                yield found
                break


def _can_be(figure: Figure) -> bool:
    if figure.per is not None or {*ELSEWHERE} & set(figure.marks):
        return False
    more = figure.kind == "count" and "by" in figure.marks and outcome(figure) is not None
    return is_amount(figure) or more  # "11 more were dug out alive"


def outcome(figure: Figure) -> str | None:
    """What became of those that a figure counts, in its clause: behind it up to the next figure, else before it."""
    cells = figure.line.cells
    if figure.line.classes.isdisjoint(OUTCOMES):
        return None
    for cell in cells[figure.at + 1 : figure.at + 16]:
        other = cell.figure
        if (other is not None and other.kind == "count") or cell.word in (";", "—", ":"):
            break
        if name := _fate(cell):
            return name
    for cell in reversed(cells[max(0, figure.at - 8) : figure.at]):
        if cell.figure is not None or cell.word in (";", "—", ":", ",", "and"):
            break
        if name := _fate(cell):
            return name
    return None


def _fate(cell: Cell) -> str | None:
    if cell.upos == "ADP" or cell.classes.isdisjoint(OUTCOMES):
        return None
    return next(name for name in OUTCOMES if name in cell.classes)


def _around(whole: Figure, near: list[Figure]) -> list[Figure]:
    """The figures of a total's measure next to it, nearest first, within two sentences."""
    found: list[Figure] = []
    for one in near:
        if one.line.section != whole.line.section or abs(one.line.number - whole.line.number) > 2:
            break
        if one.line is not whole.line and is_entry(one.line) and is_entry(whole.line):
            break
        if one.measure == whole.measure:
            if one.value >= whole.value:
                break
            found.append(one)
    return found[:MOST]


def _best(whole: Figure, near: list[Figure]) -> Bound | None:
    """The parts that make a total, else those that are told to and do not."""
    refuted = None
    for size in range(len(near), 1, -1):
        own = near[:size]
        plain = [one for one in own if not _is_strange(one, whole)]
        for parts in (own, plain, [one for one in plain if not _is_part_of_part(one)]):
            if len(parts) < 2 or (parts is own and len(plain) < len(own) and not _opens(whole, own)):
                continue
            parts = sorted(parts, key=lambda one: one.start)
            score = _score(whole, parts)
            found = Bound("fates" if _kind(parts) else "sum", {"total": [whole], "part": parts}, score >= SURE, "")
            if any(_is_listed(one, parts) for one in near if one not in parts):
                continue
            if found.fits and score >= ASKED + (len(parts) == 2) and digits(whole) > 1:
                return found
            sure = score >= SURE and _is_closed(whole, parts) and not _is_left_out(whole, parts)
            if sure and found.stands and refuted is None:
                refuted = found
    return refuted if refuted and not _makes(whole, near) else None


def _is_left_out(whole: Figure, parts: list[Figure]) -> bool:
    """Whether a figure of the measure stands between a list and its total and is none of it."""
    first, last = min(parts[0].at, whole.at), max(parts[-1].at, whole.at)
    near = [one for one in whole.line.figures if first < one.at < last and parts[0].line is whole.line]
    bare = [one for one in near if one.measure == whole.measure or one.text.replace(",", "").isdecimal()]
    return any(one is not whole and one not in parts for one in bare)


def _kind(parts: list[Figure]) -> bool:
    return any(outcome(one) for one in parts)


def _is_listed(figure: Figure, parts: list[Figure]) -> bool:
    """Whether a figure stands in one list with a part."""
    pairs = [sorted((figure, one), key=lambda one: one.at) for one in parts if one.line is figure.line]
    return any(is_joined(figure.line.between(first, second)) for first, second in pairs)


def _is_part_of_part(figure: Figure) -> bool:
    """Whether a figure is told of the one right before it: "twelve, four of them on stretchers"."""
    before = figure.line.cells[max(0, figure.at - 2) : figure.at]
    return "part" in figure.marks and any(cell.word == "," for cell in before)


def _is_strange(one: Figure, whole: Figure) -> bool:
    """Whether a figure counts other things than a total: "two fishing boats" of "27 crew"."""
    if one.kind != "count" or one.is_elided or outcome(one) or "rest" in one.marks:
        return False
    first, second = head(one), head(whole)
    return first is not None and second is not None and not is_one_noun(first, second) and not _is_tight(one)


def _is_tight(figure: Figure) -> bool:
    """Whether the next figure, or the one before, stands a noun and a comma away: "11 golds, 9 silvers"."""
    cells = figure.line.cells
    near = [*cells[figure.at + 2 : figure.at + 4], *cells[max(0, figure.at - 3) : max(0, figure.at - 2)]]
    return any(cell.figure is not None for cell in near)


def _score(whole: Figure, parts: list[Figure]) -> int:
    """How much speaks for a total and its parts."""
    near = {name for cell in whole.line.cells[max(0, whole.at - 6) : whole.at + 8] for name in cell.classes}
    fates = [fate for one in parts if (fate := outcome(one))]
    one_line = len({id(one.line) for one in parts}) == 1
    joined = one_line and all(is_joined(first.line.between(first, second)) for first, second in pairwise(parts))
    tight = joined and all(_is_tight(one) for one in parts)
    grouped = whole.start < parts[0].start and bool(near & {"aboard", "people", "male"} or "whole" in whole.marks)
    checks = (
        (1, grouped and outcome(whole) is None),
        (1, whole.start < parts[0].start and outcome(whole) is None and len(fates) > 1),
        (1, len(parts) > 2 and len(fates) == len(parts) and {*fates} <= {*LIVES}),
        (2, "total" in whole.marks and "total" not in parts[-1].marks),
        (2, any("rest" in one.marks for one in parts)),
        (1, len(set(fates)) > 1),
        (1, _is_exclusive(parts)),
        (1, joined),
        (1, tight or (joined and is_disjoint(parts))),
        (2, _opens(whole, parts)),
        (2, is_complete(parts)),
        (1, whole.kind == "money" and len(parts) > 2),
        (1, joined and all(one.is_elided for one in parts[1:])),
        (1, digits(whole) > 2 and _is_typo(whole, parts)),
        (-2, whole.kind == "count" and not tight and outcome(whole) is not None),
    )
    return sum(weight for weight, holds in checks if holds)


def _opens(whole: Figure, parts: list[Figure]) -> bool:
    """Whether a colon, or a word such as "comprised", stands between a total and its parts."""
    first, last = (whole, parts[0]) if whole.start < parts[0].start else (parts[-1], whole)
    if first.line is not last.line:
        return last.line.has("whole-made", 0, last.at) and last.line.number - first.line.number == 1
    between = first.line.between(first, last)
    if first is whole and head(whole) is None:
        return False  # "At 83, she shows: five rooms, 64 canvases"
    colon = any(cell.word == ":" for cell in between) and not are_entries([whole, *parts])
    return colon or any("whole-made" in cell.classes for cell in between)


def _is_closed(whole: Figure, parts: list[Figure]) -> bool:
    """Whether words say that the parts are all."""
    fates = {outcome(one) for one in parts}
    if not is_closed(whole, parts) or is_of_others(whole, parts):
        return False
    told = "total" in whole.marks or any("rest" in one.marks for one in parts) or _opens(whole, parts)
    if told or not (len(parts) > 2 and _is_exclusive(parts)):
        return told
    return bool(fates & {*CLOSING}) or {"safe", "dead"} <= fates


def _is_exclusive(parts: list[Figure]) -> bool:
    """Whether nobody is in two parts: each has an outcome of its own, or counts "more" or "others" of one."""
    kept = [outcome(one) for one in parts if not _is_more(one)]
    return None not in [outcome(one) for one in parts] and len(set(kept)) == len(kept)


def _is_more(figure: Figure) -> bool:
    return any(cell.word in openings("further") for cell in figure.line.cells[figure.at + 1 : figure.at + 2])


def _is_typo(whole: Figure, parts: list[Figure]) -> bool:
    """Whether one digit of the total, or two turned round, are all that is wrong."""
    made, told = f"{sum(one.value for one in parts):.10g}", f"{whole.value:.10g}"
    if len(made) != len(told):
        return False
    wrong = [i for i in range(len(made)) if made[i] != told[i]]
    return len(wrong) < 2 or (len(wrong) == 2 and made[wrong[0]] == told[wrong[1]] and made[wrong[1]] == told[wrong[0]])


def _makes(whole: Figure, near: list[Figure]) -> bool:
    """Whether some of the figures nearby make the total after all."""
    return any(
        Bound("sum", {"total": [whole], "part": [*some]}, True).fits
        for size in range(2, len(near) + 1)
        for some in combinations(near, size)
    )
