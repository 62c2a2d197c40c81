"""A rule of one's own asked of figures: intervals and units of an expression, and the finding that follows."""

import re

from ..lexicon import load
from . import intervals
from .expressions import Name, Number
from .givens import NONE, Givens
from .rows import figures
from .userrules import asked, read_rules
from .wording import amount, flat

ANY = "any"  #: the unit of a plain number: it takes the other side's


class Mismatch(ValueError):
    """Two units that cannot be put together."""


def own_findings(table, rules, givens: Givens = NONE) -> list[dict]:
    """A finding for each way that a rule's selections can be put together, or a row that says why there is none."""
    selections, listed = read_rules(rules, givens)
    claims = figures(table)
    bounds = intervals.hard(table), intervals.soft(table)
    rows = []
    for rule in listed:
        ways, chosen = asked(rule, selections, claims)
        empty = [name for name, own in chosen.items() if not own]
        rows += [finding(rule, way, bounds) for way in ways] or [unasked(rule, empty)]
    return rows


def finding(rule, way, bounds) -> dict:
    """The finding of one rule for one way to fill its names."""
    try:
        sides = [[value(part, way, own) for own in bounds] for part in (rule.question.left, rule.question.right)]
        united(sides[0][0][1], sides[1][0][1])
    except Mismatch as error:
        return row(rule, way, "cannot tell", "units", first=error.args[0], second=error.args[1])
    (left, soft_left), (right, soft_right) = [[own for own, _ in side] for side in sides]
    rank = compared(left, rule.question.sign, right), compared(soft_left, rule.question.sign, soft_right)
    verdict = "conflicts" if not rank[0][0] else "agrees" if rank[1][0] else "agrees if rounded"
    made = row(
        rule, way, verdict, {"agrees": "agrees", "conflicts": "conflicts"}.get(verdict, "rounded"), gap=rank[0][1]
    )
    ends = ((f"{side}_{end}", own) for side, whole in (("left", left), ("right", right))
            for end, own in (("low", float(whole.low[0])), ("high", float(whole.high[0]))))  # fmt: skip
    return made | dict(ends) | {"gap": rank[0][1], "sign": rule.question.sign, "terms": linear(rule.question, way)}


def compared(left, sign, right) -> tuple[bool, float]:
    """Whether the sides can stand as asked, and how far they are from it."""
    if sign.startswith(">"):
        left, right, sign = right, left, sign.replace(">", "<")
    return bool(intervals.possible(left, sign, right)[0]), float(intervals.distance(left, sign, right)[0])


def value(part, way, bounds):
    """The interval and the unit of a part of an expression: (Intervals of one, (unit, per))."""
    if isinstance(part, Name):
        figure = way[part.name]
        return bounds.take([figure.at]), (figure.unit or figure.kind, figure.per)
    if isinstance(part, Number):
        return intervals.span(part.low, part.high), (part.unit.rstrip("s") if part.unit else ANY, None)
    (left, first), (right, second) = value(part.left, way, bounds), value(part.right, way, bounds)
    if part.sign in "+-":
        unit = united(first, second)
        return intervals.added(left, right, 1.0 if part.sign == "+" else -1.0), unit
    if part.sign == "*":
        return scaled(left, first, right, second)
    return intervals.divided(left, right), quotient(first, second)


def united(first, second):
    """The unit of two that are added or compared."""
    (unit, per), (other, pace) = first, second
    if ANY in (unit, other):
        return second if unit == ANY else first
    if unit != other or (per != pace and ANY not in (per, pace)):
        raise Mismatch(named(first), named(second))
    return first


def scaled(left, first, right, second):
    """A product with its unit: a rate times a time, a share of something, a number of something."""
    for one, other in ((first, second), (second, first)):
        if one[0] == "percent":
            return intervals.added(intervals.product(left, right), None, 0.0, 0.01), other
        if one[0] in (ANY, "count") or (other[1] and one[0] == other[1]):
            return intervals.product(left, right), (other[0], ANY if other[1] and one[0] != other[1] else None)
    raise Mismatch(named(first), named(second))


def quotient(first, second):
    """The unit of a quotient."""
    if second[0] in (ANY, "count"):
        return (first[0], ANY) if second[0] == "count" else first
    if first == second:
        return ANY, None
    raise Mismatch(named(first), named(second))


def named(unit) -> str:
    """A unit for a reader: `USD per month`."""
    texts = load("findings")["own"]
    return texts["unit_names"].get(unit[0], unit[0]) + (
        f" {texts['per']} {unit[1]}" if unit[1] and unit[1] != ANY else ""
    )


def linear(question, way) -> list:
    """Left minus right as (claim, weight), where the rule is a plain sum; else empty."""
    found: dict = {}

    def add(part, weight) -> bool:
        if isinstance(part, Name):
            found[way[part.name].id] = found.get(way[part.name].id, 0.0) + weight
            return True
        if isinstance(part, Number) or part.sign not in "+-":
            return False
        return add(part.left, weight) and add(part.right, weight if part.sign == "+" else -weight)

    return list(found.items()) if add(question.left, 1.0) and add(question.right, -1.0) else []


def row(rule, way, verdict, text, **known) -> dict:
    """A rule's row of the checks table."""
    ids = [figure.id for figure in way.values()]
    printed = re.sub(
        r"[^\W\d]\w*", lambda m: flat(way[m.group()].text) if m.group() in way else m.group(), rule.relation
    )
    texts = load("findings")["own"]
    known = {key: amount(one) if isinstance(one, float) else one for key, one in known.items()}
    why = texts[text].format(label=rule.label, relation=printed, **known)
    return {
        "id": f"own:{rule.label}:{'+'.join(ids)}",
        "check": "own",
        "verdict": verdict,
        "severity": rule.severity if verdict == "conflicts" else "info",
        "claims": ids,
        "evidence": rule.relation,
        "relation": printed,
        "why": " ".join(filter(None, (why, rule.description))),
        "doc": next((figure.doc for figure in way.values()), None),
        "roles": {name: [figure.id] for name, figure in way.items()},
        "licensed": True,
        "words": rule.label,
        "terms": [],
    }


def unasked(rule, empty) -> dict:
    """The row of a rule that selects nothing."""
    return row(rule, {}, "cannot tell", "empty", names=", ".join(empty) or "…")
