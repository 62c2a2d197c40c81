"""Relations judged: intervals compared, verdicts given, and each finding said in a sentence."""

from . import intervals
from .rules import comparisons
from .wording import common, printed, sentence

OPPOSITE = {">=": "<=", ">": "<", "=": "=", "<=": "<=", "<": "<"}


def terms(relations):
    """Every comparison of every relation: (relation number, comparison)."""
    return [(number, asked) for number, relation in enumerate(relations) for asked in comparisons(relation)]


def sides(asked, bounds):
    """The left and the right intervals of all comparisons, as stated: (left, right)."""
    import numpy as np

    left, right = ([], [], []), ([], [], [])
    bounds = bounds.join(intervals.exactly([1.0]))
    pairs, size = [], len(bounds)
    for number, (_, comparison) in enumerate(asked):
        for side, (groups, rows, weights) in ((comparison.left, left), (comparison.right, right)):
            for weight, *figures in side:
                groups.append(number)
                weights.append(weight)
                at = [figure.at for figure in figures]
                rows.append({0: size - 1, 1: at[0] if at else 0, 2: size + len(pairs)}[len(at)])
                pairs += [at] if len(at) == 2 else []
    if pairs:
        first, second = np.array(pairs).T
        bounds = bounds.join(intervals.product(bounds.take(first), bounds.take(second)))
    return tuple(
        intervals.total(
            bounds.take(np.array(rows, dtype=int)), np.array(groups, dtype=int), np.array(weights), len(asked)
        )
        for groups, rows, weights in (left, right)
    )


def ordered(left, sign, right):
    """The two sides with the one that is to be smaller first."""
    import numpy as np

    turned = np.array([mark.startswith(">") for mark in sign], dtype=bool)

    def choose(first, second):
        pairs = zip(first.parts(), second.parts(), strict=True)
        return intervals.Intervals(*(np.where(turned, b, a) for a, b in pairs))

    return choose(left, right), choose(right, left)


def judged(relations, table, titles) -> list[dict]:
    """A finding for each relation, in their order, as rows of the checks table; `titles` names the documents."""
    import numpy as np

    if not relations:
        return []
    asked = terms(relations)
    slack = np.array([comparison.slack for _, comparison in asked]).T
    firm, likely = (
        (intervals.widened(left, by), right)
        for by, (left, right) in zip(
            slack, (sides(asked, own(table)) for own in (intervals.hard, intervals.soft)), strict=True
        )
    )
    sign = np.array([comparison.sign for _, comparison in asked])
    plain = np.array([OPPOSITE[mark] for mark in sign])
    (small, large), (soft_small, soft_large) = ordered(firm[0], sign, firm[1]), ordered(likely[0], sign, likely[1])
    can, meets = intervals.possible(small, plain, large), intervals.possible(soft_small, plain, soft_large)
    unbounded = (plain != "=") & np.isinf(small.high) & np.isinf(large.high)
    gap = intervals.distance(small, plain, large)
    rank = np.select([~can, unbounded, ~meets], [3, 2, 1], 0)
    worst: dict = {}
    for number, (relation, _) in enumerate(asked):
        if relation not in worst or rank[number] > rank[worst[relation]]:
            worst[relation] = number
    return [
        row(
            relations[relation], asked[at][1], int(rank[at]), float(gap[at]), [end.at(at) for end in firm], titles or {}
        )
        for relation, at in worst.items()
    ]


def verdict(relation, rank: int) -> str:
    """The verdict for a comparison's rank: 0 soft ones meet, 1 hard ones do, 2 both unbounded, 3 they cannot."""
    if relation.check == "revision":
        return "agrees"
    if relation.row.get("unclear") or rank == 2 or (rank == 3 and not relation.licensed):
        return "cannot tell"
    return {0: "agrees", 1: "agrees if rounded", 3: "conflicts"}[rank]


def severity(relation, found: str, rank: int) -> str:
    """How much a finding matters: only a conflict within one voice is an error."""
    if found == "cannot tell":
        return "warning" if relation.row.get("worth_a_look") and rank == 3 else "info"
    if found != "conflicts" or relation.check in ("sources", "denial", "across"):
        return "info"
    speakers = {figure.speaker or figure.holder for figure in relation.figures}
    if len(speakers - {None}) > 1:
        return "info"
    return "error" if len(speakers) == 1 and relation.check != "headline" else "warning"


def linear(relation, comparison) -> list:
    """Left minus right as (claim, weight); empty where the relation is no single sum of claims."""
    if len(comparisons(relation)) > 1 or any(len(term) != 2 for term in comparison.left + comparison.right):
        return []
    return [
        (figure.id, weight * factor)
        for side, factor in ((comparison.left, 1.0), (comparison.right, -1.0))
        for weight, figure in side
    ]


def row(relation, comparison, rank, gap, firm, titles) -> dict:
    """One row of the checks table."""
    found = verdict(relation, rank)
    figures = relation.figures
    unique = list(dict.fromkeys(figure.id for figure in figures))
    (left_low, left_high), (right_low, right_high) = firm
    return {
        "id": f"{relation.check}:{'+'.join(unique)}",
        "check": relation.check,
        "verdict": found,
        "severity": severity(relation, found, rank),
        "claims": unique,
        "evidence": relation.evidence or common(relation) or None,
        "relation": printed(relation, comparison),
        "left_low": left_low,
        "left_high": left_high,
        "right_low": right_low,
        "right_high": right_high,
        "gap": gap,
        "why": sentence(relation, comparison, found, gap, titles),
        "doc": figures[0].doc,
        "roles": {role: [figure.id for figure in own] for role, own in relation.roles.items()},
        "licensed": relation.licensed,
        "words": relation.row.get("layout"),
        "sign": comparison.sign,
        "terms": linear(relation, comparison),
    }
