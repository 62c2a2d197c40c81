"""The smallest sets of claims that cannot all hold, and the cheapest ways out, shown as ways and not as blame.

Sources: Fellegi & Holt 1976; van der Loo & de Jonge, *errorlocate*; deletion filter: Chinneck & Dravnieks 1991.
"""

from ..lexicon import load
from .programmes import Programme, programme, pushing, relaxed
from .wording import amount, listed

MOST_SETS = 20  #: conflict sets named for one group of linked claims
MOST_TRIALS = 12  #: programmes solved in the search for further sets
MOST_WAYS = 8  #: claims of a set for which a way out is sought
FILTERED = 24  #: claims up to which a set is tried without each of them
ACROSS = ("sources", "denial", "revision", "across")  #: speakers or times that differ bind nobody


def conflict_sets(table, findings):
    """A DataFrame with a row a set: `id`, `claims`, `findings`, `ways_out`, `why`.

    `findings` are those of `check`; only relations that words license, and that are linear, bind. A set is irreducible:
    without any one of its claims the others can all hold. `ways_out` lists, cheapest first, for each claim of the set
    the number that would end this conflict (`claim`, `from`, `to`, `change` as a part of it): one way of several.
    """
    import pandas as pd

    position = {claim: at for at, claim in enumerate(table["id"])}
    bound = [one for one in findings.itertuples() if binds(one, position)]
    rows = [row for group in connected(bound, position) for row in sets_of(group, table, position)]
    return pd.DataFrame(rows, columns=["id", "claims", "findings", "ways_out", "why"])


def cheapest_way_out(table, findings):
    """The claims of which as few as possible, and the vaguest first, must change so that all relations hold.

    A DataFrame with a row a claim: `claim`, `from`, `to`.
    """
    import pandas as pd

    position = {claim: at for at, claim in enumerate(table["id"])}
    bound = [one for one in findings.itertuples() if binds(one, position)]
    rows = []
    for group in connected(bound, position):
        problem = programme(group, table, position)
        kept = problem.low > float("-inf")
        _, found, left = relaxed(problem, kept | True, weights(problem, table), mixed=True)
        rows += [way(problem, table, at, found[at]) for at in (left > 1e-6).nonzero()[0]]
    return pd.DataFrame(rows, columns=["claim", "from", "to", "change"])


def weights(problem: Programme, table):
    """What it costs to change each claim: a hedged figure less than one stated flatly."""
    import numpy as np

    hedge = table["hedge"].iloc[problem.claims]
    return np.where((hedge == "exact").to_numpy(dtype=bool), 1.0, 0.5)


def binds(finding, position) -> bool:
    """Whether a finding's relation is a licensed linear one between claims of the table."""
    return bool(finding.licensed and finding.terms and finding.check not in ACROSS
                and all(claim in position for claim, _ in finding.terms))  # fmt: skip


def connected(bound, position) -> list[list]:
    """The findings in groups that share claims."""
    import numpy as np
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    if not bound:
        return []
    links = [(position[one.terms[0][0]], position[claim]) for one in bound for claim, _ in one.terms]
    first, second = np.array(links).T
    size = 1 + max(first.max(), second.max())
    _, label = connected_components(
        coo_matrix((np.ones(len(links)), (first, second)), shape=(size, size)), directed=False
    )
    groups: dict = {}
    for one in bound:
        groups.setdefault(label[position[one.terms[0][0]]], []).append(one)
    return list(groups.values())


def sets_of(group, table, position):
    """The irreducible conflict sets of one group, each found by giving up a claim of one that is known."""
    import numpy as np

    problem = programme(group, table, position)
    seen, waiting, tried = set(), [np.ones(len(problem.claims), dtype=bool)], 0
    while waiting and tried < MOST_TRIALS and len(seen) < MOST_SETS:
        kept, tried = waiting.pop(0), tried + 1
        suspects = pushing(problem, kept)
        if not suspects.any():
            continue
        suspects = irreducible(problem, suspects)
        for at in np.flatnonzero(suspects)[:MOST_SETS]:
            waiting.append(kept & (np.arange(len(kept)) != at))
        if suspects.tobytes() not in seen:
            seen.add(suspects.tobytes())
            yield described(problem, suspects, group, table)


def irreducible(problem: Programme, suspects):
    """`suspects` without those whose absence leaves the rest in conflict (a deletion filter).

    A set larger than `FILTERED` comes back as the shadow prices gave it; on one relation that is irreducible already.
    """
    import numpy as np

    if suspects.sum() > FILTERED:
        return suspects
    for at in np.flatnonzero(suspects):
        fewer = suspects.copy()
        fewer[at] = False
        if pushing(problem, fewer).any():
            suspects = fewer
    return suspects


def described(problem: Programme, suspects, group, table) -> dict:
    """One set as a row."""
    import numpy as np

    ids = [str(table["id"].iloc[problem.claims[at]]) for at in np.flatnonzero(suspects)]
    own = [one for one in group if sum(claim in ids for claim, _ in one.terms) > 1 or len(ids) == 1]
    tried = np.flatnonzero(suspects)[:MOST_WAYS]
    ways = sorted((way_out(problem, suspects, at, table) for at in tried), key=lambda one: one["change"])
    texts = [str(text) for text in table["text"].iloc[[problem.claims[at] for at in np.flatnonzero(suspects)]]]
    return {
        "id": "set:" + "+".join(ids),
        "claims": ids,
        "findings": [one.id for one in own],
        "ways_out": ways,
        "why": explained(texts, ways, own),
    }


def way_out(problem: Programme, suspects, at, table) -> dict:
    """What one claim would have to be for the rest of its set to hold."""
    others = suspects.copy()
    others[at] = False
    problem_value = nearest(problem, others, at)
    return way(problem, table, at, problem_value)


def nearest(problem: Programme, others, at) -> float:
    """The number nearest to a claim's own bounds under which the relations and the `others` hold."""
    import numpy as np

    cost = np.where(np.arange(len(others)) == at, 1.0, 1e6)
    kept = others.copy()
    kept[at] = True
    _, found, _ = relaxed(problem, kept, cost)
    return float(found[at])


def way(problem: Programme, table, at, scaled) -> dict:
    """A claim's printed number, and the one that would do, to six digits."""
    row = table.iloc[problem.claims[at]]
    to = float(f"{scaled * problem.scale:.6g}")
    value = row["low"] if row["value"] != row["value"] else row["value"]
    return {"claim": row["id"], "from": value, "to": to, "change": abs(to - value) / abs(value) if value else abs(to)}


def explained(texts, ways, findings) -> str:
    """The set in a sentence."""
    best = ways[0]
    asked = listed([one.relation for one in findings]) if findings else ""
    numbers = {"old": amount(best["from"]), "new": amount(best["to"])}
    return load("findings")["set"]["why"].format(claims=listed(texts), asked=asked, **numbers)
