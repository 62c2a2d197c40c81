"""Every relation that can be found in a claims table: by layouts within sentences, by links between them."""

from . import across, denials, links, series, shares, subsets, sums
from .articles import articles
from .relation import Relation

# Where two kinds of check ask something of the same figures, the one that says more is kept.
RANK = (
    "change", "growth", "parts", "headline_share", "turnout", "percent_change", "percentage", "rate", "conversion",
    "revision", "cumulative", "falling", "order", "balance", "within", "headline", "sources", "denial", "quantifier",
    "subset", "restatement",
)  # fmt: skip
CHECKS = {"sum": "parts", "fates": "balance", "share": "percentage", "same": "conversion", "product": "rate"}
ROLES = {("sum", "part"): "parts", ("fates", "part"): "parts", ("fates", "whole"): "total", ("share", "whole"): "base",
         ("change", "from"): "earlier", ("change", "to"): "later"}  # fmt: skip
LISTS = ("within", "parts", "balance", "percentage")
LINKS = (
    sums.totals, sums.combined, sums.balances, sums.gaps, links.headlines,
    links.sources, denials.denials, shares.quantifiers, shares.percentages, shares.turnouts,
    series.revisions, series.toll, series.ranked, subsets.fates, subsets.groups, subsets.populations, subsets.places,
    subsets.early, subsets.stages, subsets.rests,
)  # fmt: skip


def relations(table, framed=()) -> list[Relation]:
    """The relations between sentences of `table`, each set of figures once; what frames say is known already."""
    found, told = [], articles(table)
    by_doc: dict = {}
    for frame in framed:
        by_doc.setdefault(frame.doc, []).append(frame)
    for article in told:
        given = as_relations(by_doc.get(article.doc, ()), article)
        known = list(given)
        for link in LINKS:
            where = standing(known)
            known += [relation for relation in link(article, known) if not held(relation, where)]
        found += distinct([relation for relation in known[len(given) :] if relation.check != "share_of"])
    return found + across.links(told, across.series_of(table))


def as_relations(framed, article) -> list[Relation]:
    """Frames as relations, so that what links sentences knows of them."""
    figures = {figure.id: figure for figure in article.figures}
    found = []
    for frame in framed:
        roles: dict = {}
        for member in frame.members:
            if member.claim in figures:
                name = ROLES.get((frame.kind, member.role), member.role)
                roles[name] = (*roles.get(name, ()), figures[member.claim])
        check = CHECKS.get(frame.kind, frame.kind)
        if frame.kind == "share" and set(roles) == {"share", "base"}:
            check = "share_of"
        if frame.kind == "change" and set(roles) == {"earlier", "later"}:
            check = "cumulative"
        if len(roles) > 1:
            found.append(Relation(check, roles, licensed=frame.shown))
    return found


def standing(known) -> dict:
    """The numbers of the relations that each figure, by its row, already stands in."""
    where: dict = {}
    for number, relation in enumerate(known):
        for figure in relation.figures:
            where.setdefault(figure.at, set()).add(number)
    return where


def held(relation, where) -> bool:
    """Whether two figures already stand in one relation that asks more of them."""
    if relation.check not in ("subset", "restatement"):
        return False
    return bool(set.intersection(*(where.get(figure.at, set()) for figure in relation.figures)))


def distinct(relations) -> list[Relation]:
    """One relation for each set of figures, the one of highest rank; longer lists before the lists they hold."""
    kept: dict = {}
    for relation in relations:
        key = frozenset(figure.at for figure in relation.figures)
        if len(key) > 1 and (key not in kept or RANK.index(relation.check) < RANK.index(kept[key].check)):
            kept[key] = relation
    lists = [relation for relation in kept.values() if relation.check in LISTS]
    where = standing(lists)
    return [relation for relation in kept.values() if not shadowed(relation, where, lists)]


def shadowed(relation, where, lists) -> bool:
    """Whether the same total is already held against a longer list that holds these parts."""
    if relation.check not in ("within", "subset", "parts"):
        return False
    around = set.intersection(*(where.get(figure.at, set()) for figure in relation.figures))
    return any(len(lists[number].figures) > len(relation.figures) for number in around)
