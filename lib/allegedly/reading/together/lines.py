"""An article's sentences in their order, and which of them go on with which."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date

from .cells import Figure, Line


class Lines:
    """The sentences with figures of one article."""

    def __init__(self, lines: Iterable[Line], published: date | None = None):
        self.all = list(lines)
        self.published = published  #: the day that years are counted to
        self._numbers = [line.number for line in self.all]

    def __iter__(self) -> Iterator[Line]:
        return iter(self.all)

    def release(self) -> None:
        """Lets go of what the sentences hold: they and their figures hold each other, until collected."""
        for line in self.all:
            vars(line).clear()

    def of(self, number: int) -> Line | None:
        """The sentence of a number; None where it is too long to be read."""
        at = bisect_left(self._numbers, number)
        return self.all[at] if at < len(self.all) and self._numbers[at] == number else None

    def before(self, line: Line, reach: int = 1) -> list[Line]:
        """The sentences up to `reach` before one, nearest first, of its own part of the article."""
        return self._near(line, range(line.number - 1, line.number - 1 - reach, -1))

    def after(self, line: Line, reach: int = 1) -> list[Line]:
        return self._near(line, range(line.number + 1, line.number + 1 + reach))

    def _near(self, line: Line, numbers: Iterable[int]) -> list[Line]:
        found = []
        for number in numbers:
            at = bisect_left(self._numbers, number)
            if at < len(self.all) and self._numbers[at] == number and self.all[at].section == line.section:
                found.append(self.all[at])
        return found

    def scopes(self, line: Line) -> list[list[Line]]:
        """The passages around a sentence in which its relations are sought, nearest first, at most three sentences."""
        before, after = self.before(line, 2), self.after(line)
        scopes = [[line]]
        if before:
            scopes.append([before[0], line])
        if after:
            scopes.append([line, after[0]])
        if before and after:
            scopes.append([before[0], line, after[0]])
        if len(before) > 1:
            scopes.append([before[1], before[0], line])
        return scopes


def beside(figures: list[Figure], figure: Figure, most: int = 20) -> list[Figure]:
    """The figures around one, at most so many to each side: in a list of hundreds one is not read with all."""
    if len(figures) <= most:
        return figures
    at = figures.index(figure)
    return figures[max(0, at - most) : at + most + 1]


def figures_of(lines: Iterable[Line]) -> list[Figure]:
    return [figure for line in lines for figure in line.figures]
