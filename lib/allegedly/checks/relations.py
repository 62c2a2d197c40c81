"""Every relation that can be found in a claims table: by layouts within sentences, by links between them."""

from dataclasses import replace

from . import across, denials, layouts, links, series, shares, subsets, sums
from .articles import articles
from .layouts import Relation
from .units import line

# Where two kinds of check ask the same of the same figures, the one that says more is kept.
RANK = ("change", "parts", "headline_share", "turnout", "percent_change", "percentage", "rate", "conversion", "revision", "cumulative", "falling",
        "order", "balance", "within", "headline", "sources", "denial", "quantifier", "subset", "restatement")  # fmt: skip


LINKS = (
    sums.totals, sums.combined, sums.balances, links.headlines, links.restatements, links.sources, denials.denials,
    shares.quantifiers, shares.percentages, shares.turnouts, series.revisions, series.toll, series.ranked,
    subsets.fates, subsets.groups, subsets.populations, subsets.places, subsets.early,
)  # fmt: skip


def relations(table) -> list[Relation]:
    """The relations found in `table`, article by article, each set of figures once."""
    found, told = [], articles(table)
    for article in told:
        laid = (exhausted(relation) for relation in layouts.found(article) if believable(relation))
        within_sentences = [ready for relation in laid for ready in converted(relation)]
        known = list(within_sentences)
        for link in LINKS:
            known += [relation for relation in link(article, known) if not held(relation, known)]
        found += distinct([relation for relation in known if relation.check != "share_of"])
    return found + across.links(told)


def nearer(turn, a, b) -> bool:
    """Whether `b` is nearer to `a` as a point of its scale than as a difference: 10 °C (50 °F), colder by 10 °C (18 °F)."""
    factor, offset = turn
    return abs(factor * a.low + offset - b.low) <= abs(factor * a.low - b.low)


def held(relation, known) -> bool:
    """Whether two figures already stand in one relation that asks more of them."""
    pair = {figure.at for figure in relation.figures}
    return relation.check in ("subset", "restatement") and any(
        pair <= {one.at for one in other.figures} for other in known
    )


def believable(relation) -> bool:
    """Whether a layout that also fits plain lists (`strict`) fits here: its parts do make the total."""
    if not relation.row.get("strict"):
        return True
    values = [figure.value for figure in (*relation.roles["parts"], *relation.roles["total"])]
    return None not in values and sum(values[:-1]) == values[-1]


def exhausted(relation) -> Relation:
    """A list of parts that is introduced as a choice but comes to the total exactly is read as all of it."""
    parts = relation.roles.get("parts", ())
    if relation.check != "within" or len(parts) < 2:
        return relation
    values = [figure.value for figure in (*parts, *relation.roles["total"])]
    if None in values or sum(values[:-1]) != values[-1]:
        return relation
    return replace(relation, check="parts")


def converted(relation):
    """The relation with what it needs to compare two units; nothing where the units are one or of two dimensions."""
    if relation.check != "conversion":
        yield relation
        return
    (a,), (b,) = relation.roles["a"], relation.roles["b"]
    if a.unit and b.unit and a.unit != b.unit and a.kind == b.kind:
        turn = line(a.unit, b.unit)
        if turn:
            offset = turn[1] if nearer(turn, a, b) else 0.0
            yield replace(relation, row=relation.row | {"factor": turn[0], "offset": offset})
        elif a.kind == "money":
            yield replace(relation, row=relation.row | {"factor": 1.0, "offset": 0.0, "unclear": True})


def distinct(relations) -> list[Relation]:
    """One relation for each set of figures, the one of highest rank; longer lists before the lists they hold."""
    kept: dict = {}
    for relation in relations:
        key = frozenset(figure.at for figure in relation.figures)
        if len(key) > 1 and (key not in kept or RANK.index(relation.check) < RANK.index(kept[key].check)):
            kept[key] = relation
    return [relation for key, relation in kept.items() if not shadowed(key, relation, kept)]


def shadowed(key, relation, kept) -> bool:
    """Whether the same total is already held against a longer list that holds these parts."""
    if relation.check not in ("within", "subset"):
        return False
    return any(key < other and kept[other].check in ("within", "parts", "balance", "percentage") for other in kept)
