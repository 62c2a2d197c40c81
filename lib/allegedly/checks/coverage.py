"""Which claims could be checked, and why the others could not."""

from typing import TYPE_CHECKING

from ..table import UNCHECKED

if TYPE_CHECKING:
    import pandas as pd


def unchecked(table: "pd.DataFrame", findings: "pd.DataFrame") -> "pd.Series":
    """Why each claim was not asked, by the row of `table`: one of `UNCHECKED`, the first that fits of these. Null where
    it was asked, or is no claim.

    - vague: no number is printed
    - no thing: what is counted was not found
    - signed: a change, and the levels that it lies between are not told
    - scope: others count the same, but of another place, day or part
    - alone: nothing else in the text speaks of the same thing

    >>> from allegedly import Document, check, claims, tidy
    >>> table = tidy(claims(Document("a", "The mill sold 40 of its 90 boats. It fed 12 horses.")))
    >>> unchecked(table, check(table)).astype(object).fillna("").tolist()
    ['', '', 'alone']
    """
    import pandas as pd

    used = {claim for claims in findings["claims"] for claim in claims}
    reason = pd.Series("alone", index=table.index, dtype="string")
    reason[_has_others(table)] = "scope"
    reason[table["change"].isin(["rise", "fall"])] = "signed"
    reason[table["thing"].isna() & table["head"].isna() & table["group"].isna()] = "no thing"
    reason[table["value"].isna()] = "vague"
    reason = reason.mask(table["id"].isin(used) | (table["kind"] == "none"))
    return reason.astype(pd.CategoricalDtype(UNCHECKED))


def _has_others(table: "pd.DataFrame") -> "pd.Series":
    """Whether another claim of the article counts the same: one measure, one head or one group and fate."""
    is_claim = table["kind"] != "none"
    found = is_claim & False
    for columns in (("head",), ("group", "fate")):
        known = is_claim & table[[*columns]].notna().all(axis=1)
        names = ["doc", "kind", "unit", *columns]
        own = table.loc[known, names].astype(object)
        own = own.where(own.notna(), "")
        found = found | own.duplicated(keep=False).reindex(table.index, fill_value=False)
    return found


def coverage(table: "pd.DataFrame", findings: "pd.DataFrame") -> "pd.DataFrame":
    """A DataFrame with a row an article: `doc`, `figures`, `claims`, `not_claims`, `checked`, and counts of why not.

    The counts are `unchecked_vague`, `unchecked_no_thing` …, a column for each reason.
    """
    import pandas as pd

    is_claim = table["kind"] != "none"
    reason = unchecked(table, findings)
    counts = {"doc": table["doc"], "figures": 1, "claims": is_claim, "not_claims": ~is_claim}
    made = pd.DataFrame(counts | {"checked": is_claim & reason.isna()})
    for name in UNCHECKED:
        made[f"unchecked_{name.replace(' ', '_')}"] = (reason == name).fillna(False)
    return made.groupby("doc", sort=False).sum().astype("Int32").reset_index()
