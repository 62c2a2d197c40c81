"""Shares: a part, its whole, and what share the one is of the other, in whatever order and words."""

from collections.abc import Iterator
from itertools import pairwise

from .asides import is_amount, is_aside, joined_by_or, same_measure, segment, shared_words
from .bound import Bound
from .cells import Cell, Figure, Line
from .differences import is_difference
from .lines import Lines, beside
from .openings import openings
from .recalled import recalled


def shares(lines: Lines) -> Iterator[Bound]:
    """Each share with its part and whole; then parts of wholes of which no share is told."""
    for line in lines:
        taken: set[int] = set()
        for share in line.figures:
            if share.is_share and not is_difference(share) and not _is_hurdle(line, share):
                found = _of_share(lines, line, share)
                if not found and (whole := _whole_behind(line, share)):
                    found = Bound("share", {"share": [share], "whole": [whole]}, True, share.marks["share"])
                if found:
                    taken |= {id(one) for one in found.figures}
                    yield found
        for part, whole in pairs(line):
            if id(part) not in taken and id(whole) not in taken:
                yield Bound(
                    "share", {"part": [part], "whole": [whole]}, part.kind == whole.kind, _shows(line, part, whole)
                )


def _is_hurdle(line: Line, share: Figure) -> bool:
    """Whether a share is what is asked for, and not what there was: "over the hurdle of two thirds"."""
    return any(cell.word in openings("hurdle") for cell in line.cells[max(0, share.at - 3) : share.at])


def pairs(line: Line, share: Figure | None = None) -> list[tuple[Figure, Figure]]:
    """Parts with their wholes, said in so many words: "118 of the 486", "189 people, 127 of them women"."""
    found = []
    figures = beside(line.figures, share) if share else line.figures
    for first, second in pairwise(figures):
        if not (is_amount(first) and is_amount(second) and same_measure(first, second)):
            continue
        if "part" in first.marks and "whole" in second.marks and first.marks["part"] == second.marks["whole"]:
            found.append((first, second))
        elif (_names_part(line.between(first, second)) and second.value <= first.value) or (
            "part" in second.marks and second.marks["part"] != second.marks.get("whole") and first.value >= second.value
        ):
            found.append((second, first))
    return found


def _names_part(between: list[Cell]) -> bool:
    """Whether words open parts of the number before: "including 40", and not "most of them at two mills"."""
    return any("made" in cell.classes for cell in between[1:][-3:]) and between[-1].upos != "ADP"


def _shows(line: Line, part: Figure, whole: Figure) -> str:
    """The words that show a part and its whole."""
    first, last = sorted((part.at, whole.at))
    return part.marks.get("part") or line.words(first, last + 1)


def _of_share(lines: Lines, line: Line, share: Figure) -> Bound | None:
    best = None
    for part, whole, shown, words in _candidates(lines, line, share):
        found = Bound("share", {"part": [part], "whole": [whole], "share": [share]}, shown, words)
        if found.fits:
            return found
        if shown and found.stands and best is None:
            best = found
    again = recalled(lines, line, share) if not _whole_behind(line, share) else None
    return again if again and (again.fits or not best) else best


def _candidates(lines: Lines, line: Line, share: Figure) -> Iterator[tuple[Figure, Figure, bool, str]]:
    """Parts and wholes for a share, those that words show first."""
    whole = _whole_behind(line, share)
    if whole:
        for part, shown in _parts_of(lines, line, share, whole):
            yield part, whole, shown, share.marks["share"]
        return
    for part, other in pairs(line, share):
        after = is_aside(share) and 0 < share.at - max(part.at, other.at) <= 14
        before = share.at < part.at and _opens(line, part) and _is_only(line, share)
        yield part, other, after or before, _shows(line, part, other)
        if not after and not before and _is_rate_of(line, other if other.at > part.at else part, share):
            yield part, other, True, _shows(line, part, other)
    yield from _of_opening(lines, line, share)
    yield from _told_twice(lines, line, share)
    yield from _of_that(lines, line, share)
    yield from _of_before(lines, line, share)
    for later in lines.after(line):
        for part, other in pairs(later):
            has_share = any(one.is_share for one in later.figures)
            if not has_share and shared_words(segment(share), segment(part)):
                yield part, other, False, _shows(later, part, other)


def _is_only(line: Line, share: Figure) -> bool:
    return sum(one.is_share for one in line.figures) == 1


def _opens(line: Line, figure: Figure) -> bool:
    return figure.at > 0 and line.cells[figure.at - 1].word in (":", ",", "—", "–", "-", "(")


def _whole_behind(line: Line, share: Figure) -> Figure | None:
    """The whole that stands right behind its share: "86% of the 2.2 million"."""
    for other in line.figures:
        if "share" in share.marks and other.at > share.at and other.marks.get("whole") == share.marks["share"]:
            return other
    return None


def _parts_of(lines: Lines, line: Line, share: Figure, whole: Figure) -> Iterator[tuple[Figure, bool]]:
    """Parts for a share whose whole is known: beside it, before it in the sentence, or what "that" stands for."""
    near = beside(line.figures, share)
    amounts = [one for one in near if is_amount(one) and one is not whole and same_measure(one, whole)]
    behind = [one for one in amounts if one.at > whole.at and is_aside(one)]
    for one in behind[:1]:
        yield one, joined_by_or(whole, one)
    before = [one for one in amounts if one.at < share.at]
    for one in reversed(before):
        near = is_aside(share) or share.at - one.at <= 3 or _is_which(line, one, share)
        yield one, one is before[-1] and near and "from" not in one.marks
    if not before and line.has("anaphor", 0, 2):
        for earlier in lines.before(line):
            own = [one for one in earlier.figures if is_amount(one) and same_measure(one, whole)]
            for one in own:
                yield one, len(own) == 1


def _of_opening(lines: Lines, line: Line, share: Figure) -> Iterator[tuple[Figure, Figure, bool, str]]:
    """ "Of the 340 samples, 51, or 15%, …": the whole opens the clause, part and share follow."""
    wholes = [
        one
        for one in beside(line.figures, share)
        if is_amount(one) and one.at < share.at and "whole" in one.marks and "part" not in one.marks
    ]
    around = beside(line.figures, share)
    for whole in reversed(wholes):
        parts = [one for one in around if is_amount(one) and one.at > whole.at and same_measure(one, whole)]
        for part in parts:
            near = abs(part.at - share.at) <= 12
            told = (is_aside(share) and part.at < share.at) or joined_by_or(part, share) or joined_by_or(share, part)
            turnout = line.has("turnout", max(0, share.at - 3), share.at)
            other = [one for one in parts if min(part.at, share.at) < one.at < max(part.at, share.at)]
            yield part, whole, near and (told or turnout) and not other, whole.marks["whole"]
        if not parts:
            for after in lines.after(line):
                made = [
                    one for one in after.figures if is_amount(one) and "total" in one.marks and same_measure(one, whole)
                ]
                for part in made[:1]:
                    yield part, whole, after.has("anaphor", 0, 2), part.marks["total"]


def _of_before(lines: Lines, line: Line, share: Figure) -> Iterator[tuple[Figure, Figure, bool, str]]:
    """ "Almost half of the money, $8.9 million, went to schools": the whole stands in the sentence before."""
    after = line.cells[share.at + 1 : share.at + 4]
    definite = len(after) > 1 and after[0].word == "of" and after[1].upos in ("DET", "PRON")
    parts = [
        one
        for one in beside(line.figures, share)
        if is_amount(one) and abs(one.at - share.at) <= 8 and _says_again(line, one, share)
    ]
    if share.value >= 1:
        return
    for part in parts[:1]:
        for before in lines.before(line):
            own = [
                one
                for one in before.figures
                if is_amount(one) and one.measure == part.measure and one.value > part.value
            ]
            for whole in own:
                yield part, whole, definite and len(own) == 1 and part.kind == "money", line.words(share.at, part.at)


def _is_which(line: Line, part: Figure, share: Figure) -> bool:
    """Whether a clause says of a number what share it is: "5,940 claims, which is 33%"."""
    between = line.between(part, share)
    return len(between) <= 8 and any("link" in cell.classes for cell in between[-3:])


def _is_rate_of(line: Line, last: Figure, share: Figure) -> bool:
    """Whether a pair is told as a rate behind it: "90 of 360 applicants, an acceptance rate of 25 percent"."""
    if last.at > share.at:
        return False
    between = line.between(last, share)
    closed = any(cell.word == "," for cell in between) and not any(cell.upos in ("VERB", "AUX") for cell in between)
    return closed and len(between) <= 9 and any("turnout" in cell.classes for cell in between[-3:])


def _told_twice(lines: Lines, line: Line, share: Figure) -> Iterator[tuple[Figure, Figure, bool, str]]:
    """ "1,860 flats … In 428 of them, or 23%": part and share are one told twice, the whole is the number before."""
    for part in beside(line.figures, share):
        same = is_amount(part) and part.at < share.at and share.at - part.at <= 5 and joined_by_or(part, share)
        if not same or not _says_again(line, part, share) or "whole" in part.marks:
            continue
        named = "part" in part.marks
        if not named and not part.is_elided:
            return
        for near in [line, *lines.before(line)]:
            wholes = [one for one in near.figures if _can_be_whole(one, part)]
            for whole in wholes:
                yield part, whole, len(wholes) == 1 and "from" not in whole.marks, line.words(part.at, share.at + 1)
            if wholes:
                return


def _can_be_whole(one: Figure, part: Figure) -> bool:
    before = one.line is not part.line or one.at < part.at
    return before and is_amount(one) and one.per == part.per and same_measure(one, part) and one.value > part.value


def _of_that(lines: Lines, line: Line, share: Figure) -> Iterator[tuple[Figure, Figure, bool, str]]:
    """ "84 of the 350 homes … That is 24 percent of the homes": the sentence before holds the pair."""
    if share.at > 5 or not line.has("anaphor", 0, 1) or any(is_amount(one) for one in line.figures):
        return
    for before in lines.before(line):
        found = pairs(before)
        told = len(found) == 1 and not any(one.is_share for one in before.figures)
        for part, whole in found:
            yield part, whole, told and _is_only(line, share), _shows(before, part, whole)


def _says_again(line: Line, part: Figure, share: Figure) -> bool:
    """Whether a part and a share are one told twice, with no clause between: "half of the money, $8.9 million,"."""
    first, second = sorted((part, share), key=lambda one: one.at)
    if any(cell.word == ";" or cell.upos in ("VERB", "AUX") for cell in line.between(first, second)):
        return False
    return is_aside(second) or joined_by_or(first, second)
