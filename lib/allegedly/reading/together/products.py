"""Products: so much for each, how many of them, and what it comes to; averages and rates a head among them."""

from collections.abc import Iterator
from itertools import islice, pairwise

from allegedly.kinds.units import TIMES
from allegedly.kinds.units import line as converted
from allegedly.lexicon import load

from .asides import is_amount, is_aside
from .bound import ONE_SIDED, Bound, Number
from .cells import Figure, Line
from .lines import Lines

BREAKS = ("and", "but", "while", ";", "whereas", "though", "where")
GOES_ON = ("that", "this", "it")
OWN = ("over", "during", "since", "across")
PERSONS = ("person", "head", "capita", "piece")  #: what a rate is for that names no kind of thing
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
    return bool(per_of(figure)) or bool({"rate", "average"} & set(figure.marks))


def unit_of(rate: Figure) -> str | None:
    """What a rate is of: miles, of miles an hour."""
    return rate.unit.split("/")[0] if rate.unit else None


def per_of(rate: Figure) -> str | None:
    """What a rate is for each of: an hour, of miles an hour."""
    return rate.per or (rate.unit.split("/")[1] if rate.unit and "/" in rate.unit and rate.kind == "measure" else None)


def _candidates(scope: list[Line], line: Line, rate: Figure) -> Iterator[Bound]:
    figures = [one for near in scope for one in near.figures if one is not rate]
    base = next(
        (one for one in line.figures if "base" in one.marks and one.marks["base"] == rate.marks.get("rate")), None
    )
    totals = [one for one in figures if one is not base and _is_total(rate, one)]
    units = [(total, factor) for total in totals if (factor := _unit(rate, total))]
    counts = [(one, per) for one in figures if one is not base and (per := _per(rate, one, base)) is not None]
    ways = [(total, factor, count, per) for total, factor in units for count, per in counts
            if count is not total and (_belongs(rate, count, total) or (base is not None and _counts_people(count)))
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


def incidences(lines: Lines) -> Iterator[Bound]:
    """So many for every thousand people: the people, and the cases among them."""
    for line in lines:
        for rate in line.figures:
            if rate.kind != "share" or not any(
                word.isdecimal() and int(word) >= 100 for word in rate.text.replace(",", "").split()[1:]
            ):
                continue
            near = [
                one
                for own in [line, *lines.before(line)]
                for one in own.figures
                if one is not rate and one.kind == "count" and one.hedge not in ONE_SIDED
            ]
            wholes = [one for one in near if _counts_people(one)]
            parts = [
                one for one in near if one not in wholes and not one.per and not one.is_elided and "by" not in one.marks
            ]
            parts = [one for one in parts if one.value >= 10] or parts  # "two valleys" are no cases
            inside = [one for one in parts if one.line is line] or parts
            if len(wholes) == 1 and len(inside) == 1 and inside[0].value < wholes[0].value:
                yield Bound(
                    "share", {"part": inside, "whole": wholes, "share": [rate]}, True, line.words(rate.at, rate.at + 1)
                )


def _counts_people(figure: Figure) -> bool:
    cells = figure.line.cells
    near = [*cells[max(0, figure.at - 3) : figure.at], *cells[figure.at + 1 : figure.at + 3]]
    return any("populace" in cell.classes for cell in near)


def _only(figure: Figure, rivals: list[Figure], rate: Figure) -> bool:
    """Whether no other figure could fill the role as well: one that words show, or the only one beside the rate."""
    rivals = list({id(one): one for one in rivals}.values())
    told = [one for one in rivals if "total" in one.marks]
    near = [one for one in rivals if one.line is rate.line]
    return figure in (told if len(told) == 1 else near if len(near) == 1 else rivals if len(rivals) == 1 else [])


def _is_total(rate: Figure, one: Figure) -> bool:
    flows = one.kind == "money" and bool({"gained", "lost"} & set(one.marks))
    return (
        (is_amount(one) or flows)
        and one.kind == rate.kind
        and one.value > rate.value
        and (one.per is None or one.per in TIMES)
        and "rate" not in one.marks
        and not one.marks.get("average")
    )


def _unit(rate: Figure, total: Figure) -> float | None:
    """How many of the total's units one of the rate's is."""
    if rate.unit == total.unit or unit_of(rate) == total.unit:
        return 1.0
    if rate.kind != "measure" or not rate.unit or not total.unit:
        return None
    turn = converted(unit_of(rate) or "", total.unit)
    return turn[0] if turn and not turn[1] else None


def _per(rate: Figure, one: Figure, base: Figure | None) -> float | None:
    """How many of the count's units the rate is for; None where the figure counts something else."""
    per = per_of(rate)
    if one.value < 2 and one.kind == "count":
        return None
    if base is not None:
        return base.value if one.kind == "count" else None
    if per in TIMES and not ("rate" in rate.marks and one.kind == "count"):
        if one.kind == "duration" and one.unit in TIMES:
            return TIMES[per] / TIMES[one.unit]
        return 1.0 if one.kind == "count" and _names(one, per) else None
    if per and one.kind == "count" and _names(one, per.rstrip("s")):
        return 1.0
    if per and per[0].isdecimal():
        number = float("".join(sign for sign in per.split()[0] if sign.isdecimal()) or 1)
        return number if one.kind == "count" else None
    if per and one.kind == "measure":
        return 1.0 if one.unit == per else None
    return 1.0 if one.kind == "count" and one.per is None and one.value % 1 == 0 else None


def _is_broken(line: Line, first: Figure, second: Figure) -> bool:
    """Whether another clause with its own subject begins between two figures: "$15 apiece and the bar took $2,600"."""
    low, high = sorted((first.at, second.at))
    cells = line.cells[low + 1 : high + 1]
    if any(cell.classes & {"link", "each"} for cell in cells):
        return False
    return any(
        cell.word in BREAKS and after.figure is None and after.upos not in ("VERB", "AUX", "ADV", "PHRASE", "ADP")
        for cell, after in pairwise(cells)
    )


def _linked(first: Figure, second: Figure) -> bool:
    """Whether words between two figures say that one makes the other."""
    if first.line is not second.line:
        return False
    low, high = sorted((first.at, second.at))
    return first.line.has("link", low, high)


def _goes_on(total: Figure, rate: Figure) -> bool:
    """Whether the sentence of one speaks of the other's by a pronoun or a definite noun at its start, or "each"."""
    later = max((total, rate), key=lambda one: one.line.number)
    opening = later.line.cells[:2]
    near = rate.line.cells[max(0, rate.at - 3) : rate.at + 1]
    told = later is rate and any(
        cell.word in GOES_ON and after.upos != "NOUN" for cell, after in pairwise(near)
    )  # "that is $4 each", and not "run this program at $4 each"
    opens = opening[0].word in GOES_ON or "each" in opening[0].classes
    return bool(opens or told or "bill" in total.marks or "bill" in rate.marks)


def _names(figure: Figure, word: str) -> bool:
    """Whether a figure counts what is named: "120 working days"."""
    return any(
        bool(_alike(word) & {cell.lemma, cell.word.rstrip("s")})
        for cell in figure.line.cells[figure.at + 1 : figure.at + 4]
    )


def _alike(word: str) -> set[str]:
    """What else a thing is called that something is for each of: a match is a game."""
    return next((set(row["words"]) for row in load("roles")["alike"] if word in row["words"]), {word})


def _belongs(rate: Figure, count: Figure, total: Figure) -> bool:
    """Whether the three can be of one product: one sentence holds rate and total, or words say that it is the total."""
    if rate.line is count.line is total.line and rate.per and (count.unit == rate.per or _names(count, rate.per)):
        return True
    if (
        rate.per
        and rate.per not in TIMES
        and rate.per not in PERSONS
        and count.kind == "count"
        and not _names(count, rate.per)
    ):
        return False
    if (
        total.per
        and total.per != rate.per
        and not (is_aside(rate) or _linked(total, rate) or (total.line is not rate.line and _goes_on(total, rate)))
    ):
        return False
    if len({id(rate.line), id(count.line), id(total.line)}) == 1 and {"rate", "average"} & set(rate.marks):
        return True
    if total.line is not rate.line and _goes_on(total, rate):
        return True
    told = "total" in total.marks or "total" in rate.marks or "average" in rate.marks
    return (
        told
        or (rate.line is total.line and ("rate" in rate.marks or is_aside(total)))
        or (rate.line is count.line and total.line.has("total"))
    )


def _is_shown(rate: Figure, count: Figure, total: Figure) -> bool:
    """Whether words bind the three: one clause or clauses that go on from each other, and nothing between them."""
    if any(near.has("adjusted") for near in (rate.line, total.line)) or any(
        one.hedge in ONE_SIDED for one in (rate, count, total)
    ):
        return False
    if (
        rate.per
        and rate.per not in TIMES
        and rate.per not in PERSONS
        and not (_names(count, rate.per) or count.unit == rate.per)
    ):
        return False
    if total.line is not rate.line:
        return _goes_on(total, rate) or "worth" not in total.marks.get("total", "worth")
    if any(cell.word in OWN or cell.word.startswith("since ") for cell in rate.line.cells[rate.at + 1 : rate.at + 6]):
        return False  # a rate of another span: "averages two a game over her career"
    aside = is_aside(rate) or is_aside(total) or _linked(rate, total)
    if _is_broken(rate.line, rate, total) and not aside and "bill" not in total.marks:
        return False
    if count.line is not rate.line:
        opens = rate.at <= 2 or rate.marks.get("rate", "").startswith(("each ", "every "))
        return opens or bool("total" in total.marks or "bill" in total.marks or "bill" in rate.marks)
    bound = (
        {"average", "total", "base", "rate"} & set(rate.marks) or "total" in total.marks or rate.per in TIMES or aside
    )
    bound = bound or (rate.per is not None and _names(count, rate.per))
    return bool(bound) and (aside or not _is_broken(rate.line, rate, count))
