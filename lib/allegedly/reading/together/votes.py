"""Votes: those for one side, those for the other, and what lies between; turnout; all the votes of a chamber."""

from collections.abc import Iterator

from .asides import head
from .bound import ONE_SIDED, Bound
from .cells import Figure, Line
from .lines import Lines

OUTCOMES = ("for", "opposed", "undecided")  #: classes of what a vote can be
NEAR = 5  #: cells behind a figure in which its vote is told


def votes(lines: Lines) -> Iterator[Bound]:
    """Each vote whose majority, turnout or chamber is told."""
    for line in lines:
        for majority in line.figures:
            sides = _sides(lines, line, majority)
            if sides:
                more, less = sorted(sides, key=lambda one: -one.value)
                words = majority.marks.get("majority") or majority.marks["by"]
                yield Bound("vote", {"votes": [more], "opposed": [less], "majority": [majority]}, True, words)
        yield from _turnouts(lines, line)
        yield from _chambers(line)


def _sides(lines: Lines, line: Line, majority: Figure) -> list[Figure]:
    """The two numbers of votes that a majority lies between; none where others could be meant."""
    if "votes" in majority.marks or "opposed" in majority.marks:
        return []
    if any(cell.word == "after" for cell in line.cells[max(0, majority.at - 2) : majority.at]):
        return []  # "passed 231-204 after a 72-vote margin in committee"
    told = "majority" in majority.marks or ("by" in majority.marks and majority.sign and line.has("vote"))
    if not told or majority.kind != "count" or majority.hedge in ONE_SIDED:
        return []
    own = _counts(line, majority)
    if len(own) == 2:
        return own if line.has("vote") or own[0].marks.get("votes") else []
    definite = line.cells[0].word in ("her", "his", "their", "the", "that", "this")
    before = [one for near in lines.before(line) if near.has("vote") for one in _counts(near, majority)]
    if not own and definite and len(before) == 2:
        return before
    after = [one for near in lines.after(line) if near.has("vote") for one in _counts(near, majority)]
    return after if not own and len(after) == 2 and not before else []


def _counts(line: Line, majority: Figure) -> list[Figure]:
    """Numbers that can be votes: plain ones, that count nothing else."""
    pairs = [one for one in line.figures if one.marks.get("votes") or one.marks.get("opposed")]
    if len(pairs) == 2:
        return pairs
    return [one for one in line.figures if one is not majority and one.kind == "count" and "by" not in one.marks
            and one.hedge == "exact" and one.value > majority.value and (one.is_elided or _is_vote(one))]  # fmt: skip


def _is_vote(one: Figure) -> bool:
    return any("vote" in cell.classes for cell in one.line.cells[one.at + 1 : one.at + 3])


def _turnouts(lines: Lines, line: Line) -> Iterator[Bound]:
    """ "31,560 went to the polls, out of 68,900 on the roll. At 45.8 percent it was …"."""
    for share in line.figures:
        if not share.is_share or share.unit != "percent" or not line.has("showing"):
            continue
        for near in [line, *lines.before(line), *lines.after(line)]:
            counts = [one for one in near.figures if one.kind == "count" and one.hedge == "exact" and one.value > 20]
            told = len(counts) == 2 and (any({"whole", "from"} & set(one.marks) for one in counts) or _is_cast(counts))
            if told and near.has("electorate") and sum(one.is_share for one in line.figures) == 1:
                whole, part = sorted(counts, key=lambda one: -one.value)
                yield Bound(
                    "share", {"part": [part], "whole": [whole], "share": [share]}, True, line.words(0, share.at + 1)
                )
                break


def _is_cast(counts: list[Figure]) -> bool:
    """Whether the one counts ballots, the other those who may cast them: "31,680 ballots … by its 72,000 voters"."""
    part, whole = sorted(counts, key=lambda one: one.value)
    return _is_vote(part) and any(
        "electorate" in cell.classes for cell in whole.line.cells[whole.at + 1 : whole.at + 3]
    )


def _chambers(line: Line) -> Iterator[Bound]:
    """ "23 were in favour and 19 against, with three abstaining, when the full chamber of 45 divided"."""
    counts = [one for one in line.figures if one.kind == "count" and one.hedge == "exact"]
    parts = {name: own[0] for name in OUTCOMES if len(own := [one for one in counts if _outcome(one) == name]) == 1}
    wholes = [one for one in counts if one not in parts.values()]
    if (
        len(parts) == 3
        and len(wholes) == 1
        and _is_chamber(wholes[0])
        and wholes[0].value > max(one.value for one in parts.values())
    ):
        yield Bound("fates", {"total": wholes, "part": list(parts.values())}, True, "voted")


def _outcome(figure: Figure) -> str | None:
    """What the votes were that a figure counts."""
    for cell in figure.line.cells[figure.at + 1 : figure.at + 1 + NEAR + 3]:
        if cell.figure is not None and cell.figure.kind == "count" and not _is_chamber(cell.figure):
            return None
        for name in OUTCOMES:
            if name in cell.classes and cell.word not in ("for", "of"):
                return name
    return None


def _is_chamber(figure: Figure) -> bool:
    cells = figure.line.cells
    beside = cells[max(0, figure.at - 3) : figure.at] + cells[figure.at + 1 : figure.at + 5]
    return any("chamber" in cell.classes for cell in beside) or head(figure) == "seats"
