"""One claim in its sentence, for who looks at a row of a table."""

from typing import TYPE_CHECKING

from ..lexicon.shown import rows
from .article import excerpt, findings_by_claim
from .fragment import Fragment, fragment

if TYPE_CHECKING:
    from pandas import DataFrame


def cited(claims: "DataFrame", checks: "DataFrame | None" = None) -> Fragment:
    """Each of `claims` in its sentence, its figure marked, with who says so, its id, and what its checks say."""
    about = findings_by_claim(checks)
    found = [
        {**row, "pieces": [*excerpt(row["context"], row["context_start"], [row])], "findings": about.get(row["id"], [])}
        for row in rows(claims)
        if row["context"]
    ]
    return fragment("cited.html", text="\n".join(row["context"] for row in found), rows=found)
