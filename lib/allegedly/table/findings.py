"""What of the table of findings is told and what is only counted."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

TRIVIAL = ("subset", "within")  #: checks whose agreements are counted and not told: a part is less than its whole


def trivial(findings: "pd.DataFrame") -> "pd.Series[bool]":
    """Which findings say no more than that a part is less than its whole, by their rows.

    >>> import pandas as pd
    >>> rows = {"check": ["subset", "subset", "parts"], "verdict": ["agrees", "conflicts", "agrees"]}
    >>> trivial(pd.DataFrame(rows)).tolist()
    [True, False, False]
    """
    agrees = findings["verdict"].isin(["agrees", "agrees if rounded"])
    return (agrees & findings["check"].isin(TRIVIAL).fillna(False)).astype(bool)
