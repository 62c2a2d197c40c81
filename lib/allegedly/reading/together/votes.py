"""Votes: those for one side, those for the other, and what lies between."""

from collections.abc import Iterator

from .bound import Bound
from .lines import Lines


def votes(lines: Lines) -> Iterator[Bound]:
    """Each vote whose majority is told."""
    for line in lines:
        for first, second in zip(line.figures, line.figures[1:], strict=False):
            if first.marks.get("votes") is None or first.marks["votes"] != second.marks.get("opposed"):
                continue
            majorities = [one for one in line.figures if "majority" in one.marks and one not in (first, second)]
            for after in lines.after(line):
                majorities += [one for one in after.figures if "majority" in one.marks]
            for one in majorities[:1]:
                words = f"{first.marks['votes']} … {one.marks['majority']}"
                more, less = (first, second) if first.value >= second.value else (second, first)
                yield Bound("vote", {"votes": [more], "opposed": [less], "majority": [one]}, one.line is line, words)
