"""Paces: one rate told for two spans of time, "200 litres a minute, or 12,000 an hour"; means of figures in a row."""

from collections.abc import Iterator

from allegedly.kinds.units import TIMES

from .asides import is_aside, same_measure
from .bound import ONE_SIDED, Bound, Number
from .cells import Figure, Line
from .lines import Lines
from .products import per_of, unit_of

NEAR = 12  #: cells between two tellings of one rate


def paces(lines: Lines) -> Iterator[Bound]:
    """Each rate told for another span of time, and each mean of a row of figures."""
    for line in lines:
        for figure in line.figures:
            found = _again(lines, line, figure) or _mean(lines, line, figure)
            if found:
                yield found


def _again(lines: Lines, line: Line, total: Figure) -> Bound | None:
    """The rate that a longer span's amount tells again."""
    span = _span(line, total)
    if span is None or total.kind not in ("money", "count", "measure") or total.hedge in ONE_SIDED:
        return None
    for near in [line, *lines.before(line)]:
        for rate in reversed(near.figures):
            per = per_of(rate)
            if rate is total or per not in TIMES or TIMES[per] >= TIMES[span] or (near is line and rate.at > total.at):
                continue
            alike = unit_of(rate) == unit_of(total) or (total.kind == "count" and total.is_elided)
            if (
                not alike
                or not (rate.kind == total.kind or total.kind == "count")
                or not _says_again(line, near, rate, total)
            ):
                continue
            times = round(TIMES[span] / TIMES[per], 2)
            number = Number(times, f"{span} ÷ {per}", None, None, (times * 0.96, times * 1.04) if times % 1 else None)
            return Bound(
                "product",
                {"rate": [rate], "total": [total]},
                rate.hedge not in ONE_SIDED and not _is_tariff(near, rate, total),
                line.words(total.at, total.at + 3),
                0,
                {"count": [number]},
            )
    return None


def _span(line: Line, figure: Figure) -> str | None:
    """The span of time that an amount is for: "an hour", "in a week"."""
    per = per_of(figure)
    if per in TIMES:
        return per
    for cell, after in zip(
        line.cells[figure.at + 1 : figure.at + 4], line.cells[figure.at + 2 : figure.at + 5], strict=False
    ):
        if (
            cell.word in ("in", "over")
            and after.is_time
            and after.word.split()[0] in ("a", "one")
            and after.word.split()[-1] in TIMES
        ):
            return after.word.split()[-1]
        if cell.is_time and cell.word.split()[:2] == ["in", "a"] and cell.word.split()[-1] in TIMES:
            return cell.word.split()[-1]
    return None


def _says_again(line: Line, near: Line, rate: Figure, total: Figure) -> bool:
    """Whether words say that an amount is a rate again: "or", "which is", "at that pace"."""
    if near is not line:
        return line.has("at-that", 0, total.at)
    cells = line.between(rate, total)
    if len(cells) > NEAR or any(cell.figure is not None for cell in cells):
        return False
    return any(cell.word == "or" or "link" in cell.classes or "at-that" in cell.classes for cell in cells) or (
        is_aside(total) and cells[-1].word == "("
    )


def _is_tariff(line: Line, rate: Figure, total: Figure) -> bool:
    """Whether two rates may be two prices: "$5 per day, or $50 per week" is no slip, "which is $50 a week" would be."""
    if rate.kind != "money" or rate.line is not total.line:
        return False
    return not any(cell.classes & {"link", "at-that"} for cell in line.between(rate, total))


def _mean(lines: Lines, line: Line, mean: Figure) -> Bound | None:
    """The row of figures that a mean is of."""
    if "average" not in mean.marks or mean.per or mean.hedge in ONE_SIDED:
        return None
    for near in [line, *lines.before(line)]:
        row = _row([one for one in near.figures if near is not line or one.at < mean.at], near)
        if (
            len(row) >= 2
            and mean not in row
            and same_measure(row[-1], mean)
            and (near is line or "anaphor" in line.cells[0].classes)
        ):
            number = Number(float(len(row)), "")
            exact = all(one.hedge not in ONE_SIDED for one in row)
            return Bound(
                "mean",
                {"part": row, "mean": [mean]},
                exact and len(row) > 2,
                mean.marks["average"],
                0,
                {"number": [number]},
            )
    return None


def _row(figures: list[Figure], line: Line) -> list[Figure]:
    """The last figures that stand in a row, only commas and "and" between them."""
    row: list[Figure] = []
    for one in reversed(figures):
        if one.kind not in ("count", "money", "measure", "share") or (row and not same_measure(one, row[-1])):
            if len(row) > 1:
                break
            continue
        if row and not all(cell.word in (",", "and") for cell in line.between(one, row[0])):
            if len(row) > 1:
                break
            row = []
        row.insert(0, one)
    return row
