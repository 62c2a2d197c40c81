"""How many number expressions there were, were read and could be checked, and why the others could not."""

from .likeness import REACH

REASONS = ("vague", "alone", "no_thing", "signed", "far")


def coverage(table, findings):
    """A DataFrame with a row an article: `doc`, `figures`, `claims`, `not_claims`, `checked`, and counts of why not.

    `unchecked_vague`: no number printed; `unchecked_signed`: a change, no part of a whole; `unchecked_no_thing`: what
    is counted was not found; `unchecked_far`: the next figure of the same thing stands more than `REACH` figures away,
    beyond where figures are held against each other; `unchecked_alone`: nothing else speaks of the same thing.
    """
    import pandas as pd

    used = {claim for claims in findings["claims"] for claim in claims}
    is_claim = table["kind"] != "none"
    checked = table["id"].isin(used) & is_claim
    reason = pd.Series("alone", index=table.index)
    reason[is_far(table, is_claim)] = "far"
    reason[table["thing"].isna()] = "no_thing"
    reason[table["change"].isin(["rise", "fall"])] = "signed"
    reason[table["value"].isna()] = "vague"
    made = pd.DataFrame(
        {"doc": table["doc"], "figures": 1, "claims": is_claim, "not_claims": ~is_claim, "checked": checked}
    )
    for name in REASONS:
        made[f"unchecked_{name}"] = is_claim & ~checked & (reason == name)
    return made.groupby("doc", sort=False).sum().astype("Int32").reset_index()


def is_far(table, is_claim):
    """Whether a claim's neighbours of the same thing, in its article, all stand out of reach."""
    import pandas as pd

    own = table[is_claim].sort_values(["doc", "start"])
    place = own.groupby("doc").cumcount()
    same = place.groupby([own[name].astype(object).fillna("") for name in ("doc", "kind", "unit", "head")])
    gaps = pd.concat([same.diff(), -same.diff(-1)], axis=1)
    return (gaps.min(axis=1) > REACH).reindex(table.index, fill_value=False)
