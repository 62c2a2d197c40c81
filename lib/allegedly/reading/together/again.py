"""The same said again in another unit: "186 miles (299 kilometres)"."""

from collections.abc import Iterator

from allegedly.kinds.units import line as converted

from .asides import joined_by_or
from .bound import Bound, Number
from .cells import Figure
from .lines import Lines

MASSES = ("kilogram", "metric_ton", "gram", "ton", "ounce")


def conversions(lines: Lines) -> Iterator[Bound]:
    """Each measure with the same in another unit right behind it."""
    for line in lines:
        for first, second in zip(line.figures, line.figures[1:], strict=False):
            if second.at - first.at > 6 or not joined_by_or(first, second):
                continue
            if first.kind == second.kind == "money" and first.unit != second.unit and first.per == second.per:
                words = line.words(first.at, second.at + 1)
                yield Bound("exchange", {"figure": [first], "again": [second]}, True, words)
            turn = _turn(first, second)
            if turn:
                extra = {"factor": [Number(turn[0])], "offset": [Number(turn[1])]}
                yield Bound(
                    "same", {"figure": [first], "again": [second]}, True, line.words(first.at, second.at + 1), 0, extra
                )


def _turn(first: Figure, second: Figure) -> tuple[float, float] | None:
    if first.kind != "measure" or not first.unit or first.is_points or first.per != second.per:
        return None
    unit = second.unit
    if second.kind == "money" and unit == "GBP" and first.unit in MASSES and second.text[:1].isdecimal():
        unit = "pound"  # weights, not money
    if not unit or unit == first.unit or (second.kind != "measure" and unit != "pound"):
        return None
    return converted(first.unit, unit)
