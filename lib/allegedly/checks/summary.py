"""What the checks of a table come to, in two sentences: what could not be asked first, and never "all agree"."""

from typing import TYPE_CHECKING

from ..lexicon.shown import counted
from ..table import trivial
from .coverage import unchecked

if TYPE_CHECKING:
    import pandas as pd


def summary(table: "pd.DataFrame", findings: "pd.DataFrame") -> list[str]:
    """Two sentences: how many claims were not asked and why; how many checks conflict, are contested, or agree.

    >>> from allegedly import Document, check, claims, tidy
    >>> table = tidy(claims(Document("a", "The mill sold 40 of its 90 boats. It fed 12 horses.")))
    >>> summary(table, check(table))[0]
    '3 claims, 1 could not be checked: 1 stands alone: nothing else in the text speaks of the same thing.'
    """
    claims = table[table["kind"].ne("none").fillna(True)]
    reasons = unchecked(claims, findings).dropna().value_counts()
    why = [counted("unchecked", f"unchecked_{name.replace(' ', '_')}", n) for name, n in reasons.items() if n]
    first = counted("summary", "claims", len(claims))
    if why:
        first += f", {counted('summary', 'unasked', int(reasons.sum()))}: {'; '.join(why)}"
    return [f"{first}.", *_outcomes(findings)]


def _outcomes(findings: "pd.DataFrame") -> list[str]:
    """The second sentence; none where nothing was asked."""
    contested = findings["verdict"].eq("conflicts") & findings["severity"].eq("info")
    told = findings[~trivial(findings) & ~contested]["verdict"].value_counts()
    counts = {
        "conflicts": told.get("conflicts", 0),
        "contested": contested.sum(),
        "cannot": told.get("cannot tell", 0),
        "rounded": told.get("agrees if rounded", 0),
        "agrees": told.get("agrees", 0),
    }
    parts = [counted("outcomes", name, int(count)) for name, count in counts.items() if count]
    small = int(trivial(findings).sum())
    parts += [counted("summary", "trivial", small)] if small else []
    return [f"{', '.join(parts)}."] if parts else []
