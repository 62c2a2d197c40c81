"""From a claims table to the table of findings."""

from ..table import CHECKS, conform
from .asking import own_findings
from .findings import judged
from .framed import frames
from .judging import frame_findings
from .relations import relations

FURTHER = ("doc", "roles", "licensed", "words", "sign", "terms")  #: columns of findings beyond the contract's
WORST_FIRST = ("conflicts", "cannot tell", "agrees if rounded", "agrees")


def check(table, rules=None, titles=None):
    """A DataFrame with a row a finding, worst first: the columns of `table.CHECKS`, then those of `FURTHER`.

    `table` has the columns of `table.CLAIMS`; rows of kind "none" are used only where a claim is denied. `rules` is a
    rules file's path or its parsed content (docs/method.md, "Rules of one's own"). `titles` is a dict of what an
    article is called, by `doc`: sentences about several articles name them so; without it, by their `doc`.
    """
    framed = frames(table)
    told = frame_findings(framed)
    rows = told + judged(beside(relations(table, framed), told), table, titles or {})
    return frame(rows + (own_findings(table, rules) if rules is not None else []))


def beside(found, framed):
    """The relations that no frame speaks of: those that join no two claims of one frame."""
    where: dict = {}
    for number, row in enumerate(framed):
        for claim in row["claims"]:
            where.setdefault(claim, set()).add(number)
    return [one for one in found if not set.intersection(*(where.get(figure.id, set()) for figure in one.figures))]


def judge(found, table):
    """Findings for relations that are given, in their order, as `check` returns them."""
    return frame(judged(found, table, {}), ordered=False)


def frame(rows, ordered=True):
    """Rows as a table of findings."""
    import pandas as pd

    columns = [column.name for column in CHECKS]
    made = conform(pd.DataFrame(rows, columns=[*columns, *FURTHER]), CHECKS)
    if not ordered:
        return made
    place = made["verdict"].map(WORST_FIRST.index).astype(int) * 3 - made["severity"].cat.codes
    return made.iloc[place.argsort(kind="stable")].reset_index(drop=True)
