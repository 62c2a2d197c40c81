"""Products: so much for each, how many of them, and what it comes to; averages and rates a head among them."""

from collections.abc import Iterator
from itertools import islice

from allegedly.kinds.units import TIMES
from allegedly.kinds.units import line as converted

from .asides import is_amount, is_aside
from .bound import Bound, Number
from .cells import Figure, Line
from .lines import Lines

NEAR = 14  #: cells between a rate and what it comes to
MOST = 24  #: ways to fill a product that are tried for a rate


def products(lines: Lines) -> Iterator[Bound]:
    """Each rate with the number or time it holds for and what that makes."""
    for line in lines:
        for rate in line.figures:
            if not is_rate(rate) or rate.text.lower() == "one":
                continue
            refuted = None
            for scope in lines.scopes(line)[:4]:
                for found in islice(_candidates(scope, line, rate), MOST):
                    if found.fits:
                        refuted = found
                        break
                    if found.shown and found.stands and refuted is None:
                        refuted = found
                if refuted:
                    yield refuted
                    break


def is_rate(figure: Figure) -> bool:
    """Whether a figure is so much for each of something."""
    if figure.kind not in ("money", "count", "measure") or "by" in figure.marks or "times" in figure.marks:
        return False
    return bool(figure.per) or bool({"rate", "average"} & set(figure.marks))


def _candidates(scope: list[Line], line: Line, rate: Figure) -> Iterator[Bound]:
    figures = [one for near in scope for one in near.figures if one is not rate]
    base = next(
        (one for one in line.figures if "base" in one.marks and one.marks["base"] == rate.marks.get("rate")), None
    )
    totals = [one for one in figures if one is not base and _is_total(rate, one)]
    units = [(total, factor) for total in totals if (factor := _unit(rate, total))]
    counts = [(one, per) for one in figures if one is not base and (per := _per(rate, one, base)) is not None]
    ways = [(total, factor, count, per) for total, factor in units for count, per in counts
            if count is not total and _belongs(rate, count, total)
            and not (base is not None and count.value < total.value)]  # fmt: skip
    for total, factor, count, per in ways:
        extra = {"per": [Number(per / factor)]} if abs(per / factor - 1) > 1e-9 else {}
        roles = {"rate": [rate], "count": [count], "total": [total]}
        words = (
            total.marks.get("total")
            or rate.marks.get("rate")
            or rate.marks.get("average")
            or line.words(rate.at, rate.at + 3)
        )
        alone = len(ways) == 1 or (
            _only(count, [way[2] for way in ways], rate) and _only(total, [way[0] for way in ways], rate)
        )
        alone = alone or (
            len(ways) == 2 and "average" in rate.marks and ways[0][0] is ways[1][2] and total.value / count.value > 1
        )
        yield Bound("product", roles, alone and (base is not None or _is_shown(rate, count, total)), words, 0, extra)


def _only(figure: Figure, rivals: list[Figure], rate: Figure) -> bool:
    """Whether no other figure could fill the role as well: one that words show, or the only one beside the rate."""
    rivals = list({id(one): one for one in rivals}.values())
    told = [one for one in rivals if "total" in one.marks]
    near = [one for one in rivals if one.line is rate.line]
    return figure in (told if len(told) == 1 else near if len(near) == 1 else rivals if len(rivals) == 1 else [])


def _is_total(rate: Figure, one: Figure) -> bool:
    return (
        is_amount(one)
        and one.kind == rate.kind
        and (one.per is None or one.per in TIMES)
        and one.value > rate.value
        and "rate" not in one.marks
        and not one.marks.get("average")
    )


def _unit(rate: Figure, total: Figure) -> float | None:
    """How many of the total's units one of the rate's is."""
    if rate.unit == total.unit:
        return 1.0
    if rate.kind != "measure" or not rate.unit or not total.unit:
        return None
    turn = converted(rate.unit, total.unit)
    return turn[0] if turn and not turn[1] else None


def _per(rate: Figure, one: Figure, base: Figure | None) -> float | None:
    """How many of the count's units the rate is for; None where the figure counts something else."""
    per = rate.per
    if base is not None:
        return base.value if one.kind == "count" else None
    if per in TIMES and not ("rate" in rate.marks and one.kind == "count"):
        if one.kind == "duration" and one.unit in TIMES:
            return TIMES[per] / TIMES[one.unit]
        return 1.0 if one.kind == "count" and _names(one, per) else None
    if per and one.kind == "count" and _names(one, per.rstrip("s")):
        return 1.0
    if per and per[0].isdigit():
        number = float("".join(sign for sign in per.split()[0] if sign.isdigit()) or 1)
        return number if one.kind == "count" else None
    if per and one.kind == "measure":
        return 1.0 if one.unit == per else None
    return 1.0 if one.kind == "count" and one.per is None and one.value % 1 == 0 else None


def _names(figure: Figure, word: str) -> bool:
    """Whether a figure counts what is named: "120 working days"."""
    return any(cell.word.rstrip("s") == word for cell in figure.line.cells[figure.at + 1 : figure.at + 4])


def _belongs(rate: Figure, count: Figure, total: Figure) -> bool:
    """Whether the three can be of one product: one sentence holds rate and total, or words say that it is the total."""
    if rate.line is count.line is total.line and rate.per and (count.unit == rate.per or _names(count, rate.per)):
        return True
    told = "total" in total.marks or "total" in rate.marks or "average" in rate.marks
    return (
        told
        or (rate.line is total.line and ("rate" in rate.marks or is_aside(total)))
        or (rate.line is count.line and total.line.has("total"))
    )


def _is_shown(rate: Figure, count: Figure, total: Figure) -> bool:
    if any(near.has("adjusted") for near in (rate.line, total.line)):
        return False
    if rate.per and rate.per not in TIMES and count.line is not rate.line and "total" not in rate.marks:
        return False
    told = bool({"total"} & set(total.marks)) or bool({"average", "total", "base"} & set(rate.marks))
    near = rate.line is total.line and abs(rate.at - total.at) <= NEAR
    beside = is_aside(total) or is_aside(rate) or bool({"rate", "average"} & set(rate.marks))
    return told or (near and beside)
