"""Inclusions: some of a number are told of, in its sentence or the next: "23 people, 14 of them children"."""

from collections.abc import Iterator

from .asides import head, is_amount, is_one_noun
from .bound import ONE_SIDED, Bound
from .cells import Figure, Line
from .lines import Lines
from .openings import openings

NEAR = 4  #: cells between "including" and the figure that it opens
STOPS = (";", ":", ".", "—")  #: behind which another thing may be told of
FAR = 16  #: cells between a number and some of it


def inclusions(lines: Lines) -> Iterator[Bound]:
    """Each figure that words call some of another, with the one it is of; a larger one is refused."""
    for line in lines:
        for part in line.figures:
            words = _shows(line, part)
            if not words or not is_amount(part) or part.value < 2:
                continue
            wholes = _wholes(lines, line, part)
            if not wholes:
                continue
            fitting = [one for one in wholes if one.value >= part.value]
            whole = (fitting or wholes)[0]
            sure = not fitting and _is_plain(whole) and _is_plain(part) and _is_of_group(line, part, whole)
            if fitting or sure:
                yield Bound("share", {"part": [part], "whole": [whole]}, True, words)


def _shows(line: Line, part: Figure) -> str | None:
    """The words that call a figure some of another."""
    if "part" in part.marks and part.marks["part"] != part.marks.get("whole"):
        behind = [cell.word for cell in line.cells[part.at + 1 : part.at + 3]]
        named = any(one.marks.get("whole") == part.marks["part"] for one in line.figures)
        own = {*behind[:1]} & openings("of_them") and behind[1:] not in ([","], ["."], [")"])
        return None if named or own else part.marks["part"]  # "29 of those held" are of others
    for at in range(part.at - 1, max(-1, part.at - 1 - NEAR), -1):
        cell = line.cells[at]
        if cell.figure is not None or (cell.upos in ("VERB", "AUX") and "made" not in cell.classes):
            return None
        if "made" in cell.classes and "whole-made" not in cell.classes:
            return line.words(at, part.at + 1)
        if cell.upos in ("NOUN", "ADJ", "PROPN") and "approx" not in cell.classes:
            return None  # "including the top five hit"
    return None


def _wholes(lines: Lines, line: Line, part: Figure) -> list[Figure]:
    """The numbers that a part can be of, nearest first: before it in its sentence, else in the one it goes on from."""
    own = [
        one
        for one in line.figures
        if part.at - FAR <= one.at < part.at
        and _can_hold(one, part)
        and not any(cell.word in STOPS for cell in line.between(one, part))
    ]
    if own:
        return own[::-1]
    if not line.cells[0].classes & {"anaphor", "made"} and line.cells[0].word not in openings("resuming"):
        return []
    near = [one for before in lines.before(line) for one in before.figures if _can_hold(one, part)]
    return near if len(near) == 1 else []


def _is_of_group(line: Line, part: Figure, whole: Figure) -> bool:
    """Whether no noun before a part is another's: "It has 4 panels. The schedule includes 30 shows."."""
    if whole.line is line:
        return True
    nouns = [cell.word for cell in line.cells[: part.at] if cell.upos == "NOUN" and not cell.is_time]
    own = head(whole)
    return not nouns or (own is not None and any(is_one_noun(own, noun) for noun in nouns))


def _can_hold(whole: Figure, part: Figure) -> bool:
    return is_amount(whole) and whole.measure == part.measure and whole.per == part.per and "rate" not in whole.marks


def _is_plain(figure: Figure) -> bool:
    """Whether a number is told flatly, and no balance of gains and losses: "lost $5m, including $7m on wheat"."""
    near = figure.line.cells[max(0, figure.at - 5) : figure.at + 4]
    balance = figure.kind == "money" and any(cell.classes & {"loss", "gain", "fall", "rise"} for cell in near)
    parts = {"part", "rest", "gained", "lost"} & set(figure.marks) if figure.kind != "count" else set()
    return figure.hedge not in ONE_SIDED and figure.hedge != "range" and not balance and not parts
