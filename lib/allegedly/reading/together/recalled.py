"""A share whose part and whole are told elsewhere in its passage: each pair is scored by what speaks for it.

"Sales were $380 million, and exports made $133 million of that, a share of 35 percent": neither the order nor the words
between are fixed. What speaks for a pair: a part told again by its share, "of that" behind a part, a whole that is said
to be one, one thing counted, one sentence; what speaks against it: a base of its own, another figure that could be it.
"""

from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from .asides import head, is_amount, is_aside, is_one_noun, joined_by_or, same_measure
from .bound import ONE_SIDED, Bound
from .cells import Figure, Line
from .differences import is_difference
from .lines import Lines, beside
from .openings import openings
from .sought import digits

LEAST = 4.0  #: what a pair needs for it to be asked
SURE = 6.0  #: what a pair needs to be accused
AHEAD = 1.5  #: how far it must be ahead of the next for that
REACH = 8  #: figures on either side of a share that are tried
CLOSE = 7  #: cells between a part and its share
OUTCOMES = ("for", "opposed", "passed", "failed", "dead", "safe")  #: classes that a part and its share may both be of
_PAUSES = (",", "–", "—", "(")
ELSEWHERE = ("by", "from", "average", "rest", "majority", "times")


class Pair(NamedTuple):
    """A part and its whole, and what speaks for them."""

    score: float
    part: Figure
    whole: Figure


def recalled(lines: Lines, line: Line, share: Figure) -> Bound | None:
    """The share with the part and whole that its passage tells: those that fit, else the one far ahead."""
    if share.value >= 1 or "from" in share.marks or share.hedge in ONE_SIDED or not share.is_share:
        return None
    found = _pairs(lines, line, share)
    for number, pair in enumerate(found[:4]):
        ahead = number == 0 and (len(found) == 1 or pair.score - found[1].score >= AHEAD)
        sure = ahead and pair.score >= SURE and not any(own.has("adjusted") for own in (line, pair.part.line))
        bound = Bound(
            "share", {"part": [pair.part], "whole": [pair.whole], "share": [share]}, sure, _words(line, share)
        )
        if bound.fits and (pair.score >= SURE or (digits(pair.part) > 1 and digits(pair.whole) > 1)):
            return bound
        if sure:
            return bound if bound.stands else None
    return None


def _words(line: Line, share: Figure) -> str:
    return line.words(max(0, share.at - 3), share.at + 1)


def _pairs(lines: Lines, line: Line, share: Figure) -> list[Pair]:
    """The pairs around a share, the best first."""
    own = [one for one in beside(line.figures, share, REACH) if _can_be(one, share)]
    before = [one for near in lines.before(line, 2) for one in near.figures if _can_be(one, share)]
    after = [] if own or before else [one for near in lines.after(line) for one in near.figures if _can_be(one, share)]
    figures = [*own, *before, *after]
    found = [
        Pair(score, part, whole)
        for part, whole in permutations(figures, 2)
        if part.value < whole.value and _are_of_one(part, whole)
        if (score := _score(line, share, part, whole, figures)) >= LEAST
    ]
    return sorted(found, key=lambda pair: -pair.score)


def _can_be(one: Figure, share: Figure) -> bool:
    return one is not share and is_amount(one) and one.hedge not in ONE_SIDED and not set(ELSEWHERE) & set(one.marks)


def _are_of_one(part: Figure, whole: Figure) -> bool:
    """Whether nothing says that a part is of another thing than the whole."""
    if part.per != whole.per or not same_measure(part, whole):
        return False
    return part.kind != "count" or part.is_elided or whole.is_elided or _is_one_thing(part, whole)


def _is_one_thing(part: Figure, whole: Figure) -> bool:
    first, second = head(part), head(whole)
    return first is not None and second is not None and is_one_noun(first, second)


def _score(line: Line, share: Figure, part: Figure, whole: Figure, figures: list[Figure]) -> float:
    """What speaks for a pair."""
    told = _is_told_again(line, part, share)
    on = not told and _sums_up(line, share, part)
    base = _of_base(line, share, whole)
    if not (told or on or base > 0):
        return 0.0  # nothing says that the share is theirs
    score = 3.0 * told + 2.0 * on
    score += 2.0 * _is_of_that(part) + 1.5 * ("whole" in whole.marks or "total" in whole.marks)
    score += 1.0 * (whole.start < part.start) + 1.0 * (whole.line is part.line)
    score += 1.0 * (part.kind == "money" or part.is_elided or _is_one_thing(part, whole))
    score += 1.5 * _shares_outcome(part, share) + base
    score -= 0.75 * (abs(whole.line.number - line.number) + abs(part.line.number - line.number))
    wholes = [one for one in figures if one is not whole and one is not part and _is_rival(one, whole, part, line)]
    parts = [one for one in figures if one is not whole and one is not part and _is_rival(one, part, whole, line)]
    return score + (1.0 if not wholes and not parts else -1.0 * len(wholes) - (0.0 if told else 1.0) * len(parts))


def _is_rival(one: Figure, meant: Figure, other: Figure, line: Line) -> bool:
    """Whether a third figure could as well be meant: one that stands no further off and is on the same side."""
    if not _are_of_one(one, other) or (one.value < other.value) != (meant.value < other.value):
        return False
    return abs(one.line.number - line.number) <= abs(meant.line.number - line.number)


def _is_told_again(line: Line, part: Figure, share: Figure) -> bool:
    """Whether part and share are one told twice: "1,457 of those – 62 per cent –", "$133 million, a share of 35%"."""
    if part.line is not line:
        return False
    first, second = sorted((part, share), key=lambda one: one.at)
    between = line.between(first, second)
    if len(between) > CLOSE or any(cell.figure is not None for cell in between):
        return False
    if joined_by_or(first, second) or is_aside(second):
        return not any(cell.upos == "VERB" or cell.word in openings("contrast") for cell in between)
    named = any(cell.classes & {"turnout", "link"} for cell in between[-3:])
    if not named:
        return False
    opens = between[0].word in _PAUSES or between[0].word in openings("of_them")
    return (first is part and opens) or any(cell.word == "," for cell in between)


def _sums_up(line: Line, share: Figure, part: Figure) -> bool:
    """Whether the share's sentence goes on from the part's, and tells no amount: "The result, 60% in favour"."""
    if part.line is line or any(is_amount(one) for one in line.figures if one.at < share.at):
        return False
    later = max((part.line, line), key=lambda one: one.number)
    opening = later.cells[:4]
    if later is line and (share.at > CLOSE or any(cell.word == "of" for cell in line.cells[: share.at])):
        return False  # "The percentage of employers who pay it has declined from 68%"
    if opening[0].classes & {"anaphor"} or (later is line and opening[0].word in openings("definite")):
        return True
    return later is not line and any("of-whom" in cell.classes for cell in opening)


def _is_of_that(part: Figure) -> bool:
    """Whether words behind a part say that it is one: "$133 million of that", "51 of them"."""
    cells = part.line.cells[part.at + 1 : part.at + 4]
    if "part" in part.marks and "whole" not in part.marks:
        return True
    return len(cells) > 1 and cells[0].word == "of" and "anaphor" in cells[1].classes


def _shares_outcome(part: Figure, share: Figure) -> bool:
    """Whether a part and its share are told of one outcome: "612 said yes … 60% in favour"."""

    def outcomes(figure: Figure) -> set[str]:
        near = figure.line.cells[figure.at + 1 : figure.at + 5]
        return {name for cell in near for name in cell.classes if cell.figure is None} & set(OUTCOMES)

    return part.line is not share.line and bool(outcomes(part) & outcomes(share))


def _of_base(line: Line, share: Figure, whole: Figure) -> float:
    """What the words behind a share say of its whole: "12 per cent of the pupils" is no share of 40 buses."""
    behind = line.cells[share.at + 1 : share.at + 6]
    if not behind or behind[0].word != "of":
        return 0.0
    nouns = [cell.word for cell in behind[1:] if cell.upos == "NOUN"]
    named = head(whole)
    if not nouns or named is None:
        return 0.0 if whole.is_elided else -1.0
    return 2.0 if any(is_one_noun(noun, named) for noun in nouns) else -4.0


def others(lines: Lines) -> Iterator[Bound]:
    """Shares of one whole, told over several sentences, the last of which says that it is the rest."""
    for line in lines:
        for last in line.figures:
            if not _is_percent(last) or not _closes(last):
                continue
            run = [one for one in line.figures if one.at < last.at and _is_percent(one)]
            for near in lines.before(line, 2):
                more = [one for one in near.figures if _is_percent(one)]
                if not more:
                    break
                run = [*more, *run]
            made = sum(one.value for one in [*run, last])
            if len(run) > 1 and 0.75 <= made <= 1.3 and run[0].line is not line:
                yield Bound("whole", {"share": [*run, last]}, True, _words(line, last))


def _is_percent(one: Figure) -> bool:
    return one.is_share and one.unit == "percent" and not is_difference(one)


def _closes(figure: Figure) -> bool:
    """Whether words say that a share is the last of a whole: "the last 9 per cent", "everything else, 20.5%"."""
    if "rest" in figure.marks:
        return True
    before = figure.line.cells[max(0, figure.at - 2) : figure.at]
    return len(before) == 2 and before[0].word in openings("definite") and before[1].word in openings("closing")
