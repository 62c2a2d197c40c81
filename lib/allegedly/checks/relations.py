"""Every relation that can be found in a claims table: by layouts within sentences, by links between them."""

from . import across, denials, layouts, links, parts, series, shares, subsets, sums, units
from .articles import articles
from .layouts import Relation

# Where two kinds of check ask the same of the same figures, the one that says more is kept.
RANK = ("change", "growth", "parts", "headline_share", "turnout", "percent_change", "percentage", "rate", "conversion", "revision", "cumulative", "falling",
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
        known = list(laid_out(article))
        for link in LINKS:
            known += [relation for relation in link(article, known) if not held(relation, known)]
        found += distinct([relation for relation in known if relation.check != "share_of"])
    return found + across.links(told)


def laid_out(article):
    """The relations within sentences, each with the figures that can stand in it and the factors that it needs."""
    for passage, relation in layouts.found(article):
        own = parts.own_parts(relation, passage) if parts.believable(relation) else None
        for settled in parts.settled(own) if own else ():
            yield from units.ready(settled)


def held(relation, known) -> bool:
    """Whether two figures already stand in one relation that asks more of them."""
    pair = {figure.at for figure in relation.figures}
    return relation.check in ("subset", "restatement") and any(
        pair <= {one.at for one in other.figures} for other in known
    )


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
