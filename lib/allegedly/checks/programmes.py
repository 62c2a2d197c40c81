"""Linked claims as one linear programme: a claim is a variable between its hard bounds, a relation a row."""

from dataclasses import dataclass

from . import intervals

STRICT = 1e-7  #: how far inside an open end a number must lie, as a part of the group's largest bound
NONE = 1e-9  #: strain below this is noise of the solver


@dataclass(frozen=True)
class Programme:
    """Variables in [low, high], and rows with lower ≤ A x ≤ upper; all numbers scaled to about 1."""

    claims: list  #: the positions in the table of its variables
    low: object
    high: object
    matrix: object
    lower: object
    upper: object
    scale: float


def programme(group, table, position) -> Programme:
    """The programme of a group of findings, each a row of its `terms` and its `sign`."""
    import numpy as np
    from scipy.sparse import csr_matrix

    claims = sorted({position[claim] for one in group for claim, _ in one.terms})
    column = {at: number for number, at in enumerate(claims)}
    bounds = intervals.hard(table.iloc[claims])
    finite = np.concatenate([end[np.isfinite(end)] for end in (bounds.low, bounds.high)] + [np.ones(1)])
    scale = float(np.abs(finite).max())
    entries = [(row, column[position[claim]], weight) for row, one in enumerate(group) for claim, weight in one.terms]
    rows, columns, weights = (np.array(part) for part in zip(*entries, strict=True))
    matrix = csr_matrix((weights.astype(float), (rows, columns)), shape=(len(group), len(claims)))
    sign = np.array([one.sign for one in group])
    lower = np.select([np.isin(sign, ["<=", "<"]), sign == ">"], [-np.inf, STRICT], 0.0)
    upper = np.select([np.isin(sign, [">=", ">"]), sign == "<"], [np.inf, -STRICT], 0.0)
    low, high = bounds.low / scale + STRICT * bounds.low_open, bounds.high / scale - STRICT * bounds.high_open
    return Programme(claims, low, high, matrix, lower, upper, scale)


def constraints(problem: Programme, kept):
    """The rows over (x, s): relations hold for x, and x leaves the bounds of `kept` claims by at most s."""
    import numpy as np
    from scipy.optimize import LinearConstraint
    from scipy.sparse import hstack, identity

    size = len(problem.claims)
    eye = identity(size, format="csr")
    low, high = np.where(kept, problem.low, -np.inf), np.where(kept, problem.high, np.inf)
    return [
        LinearConstraint(hstack([problem.matrix, problem.matrix * 0], format="csr"), problem.lower, problem.upper),
        LinearConstraint(hstack([eye, eye], format="csr"), low, np.inf),
        LinearConstraint(hstack([eye, -eye], format="csr"), -np.inf, high),
    ]


def relaxed(problem: Programme, kept, cost=None, mixed=False):
    """The cheapest numbers under which all relations hold: (cost, x, how far each leaves its bounds).

    With `mixed`, what costs is that a claim leaves its bounds at all, not how far.
    """
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import hstack, identity

    size = len(problem.claims)
    cost = np.ones(size) if cost is None else cost
    rows, zero = constraints(problem, kept), np.zeros(size)
    low, high = [np.full(size, -np.inf), zero], [np.full(2 * size, np.inf)]
    if not mixed:
        found = milp(np.concatenate([zero, cost]), constraints=rows, bounds=Bounds(np.concatenate(low), *high))
        return found.fun, found.x[:size], found.x[size:]
    most = 1e3  # no claim need leave its bounds by more than a thousand times the largest of them
    eye = identity(size, format="csr")
    rows = [LinearConstraint(hstack([row.A, row.A[:, :size] * 0]), row.lb, row.ub) for row in rows]
    rows.append(LinearConstraint(hstack([eye * 0, eye, -most * eye]), -np.inf, 0.0))
    found = milp(
        np.concatenate([zero, zero, cost]),
        constraints=rows,
        bounds=Bounds(np.concatenate([*low, zero]), np.concatenate([*high, np.ones(size)])),
        integrality=np.concatenate([zero, zero, np.ones(size)]),
    )
    return found.fun, found.x[:size], found.x[size : 2 * size]


def pushing(problem: Programme, kept):
    """The claims whose bounds together leave no room, by the programme's shadow prices; none where all can hold."""
    import numpy as np
    from scipy.optimize import linprog
    from scipy.sparse import vstack

    size = len(problem.claims)
    rows = constraints(problem, kept)
    matrix = vstack([row.A for row in rows], format="csr")
    lower, upper = (np.concatenate([np.broadcast_to(end, row.A.shape[0]) for row, end in pairs])
                    for pairs in ([(row, row.lb) for row in rows], [(row, row.ub) for row in rows]))  # fmt: skip
    below, above = np.flatnonzero(np.isfinite(upper)), np.flatnonzero(np.isfinite(lower))
    found = linprog(
        np.concatenate([np.zeros(size), np.ones(size)]),
        A_ub=vstack([matrix[below], -matrix[above]]),
        b_ub=np.concatenate([upper[below], -lower[above]]),
        bounds=[(None, None)] * size + [(0, None)] * size,
        method="highs",
    )
    if found.fun is None or found.fun < NONE:
        return np.zeros(size, dtype=bool)
    pushed = np.concatenate([below, above])[np.abs(found.ineqlin.marginals) > NONE] - problem.matrix.shape[0]
    mark = np.zeros(size, dtype=bool)
    mark[pushed[pushed >= 0] % size] = True
    return mark & kept
