"""A figure found again by its words: where its article has changed, or where another article tells the same."""

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_STAYED = 0.6  #: how much of a sentence must have stayed for its figure to be found again


def found(table: "pd.DataFrame", row: dict[str, Any]) -> tuple[Any, str]:
    """Where the figure of `row` stands in `table`, and how it was found; None, and why, where it is not there.

    A row names a `claim`, and may quote its `text` and `context`. Its id is enough where its words are not given, or
    stand there still. Else it is sought by its words and their sentence: the article has changed.
    """
    doc = str(row["claim"]).rpartition("@")[0]
    of_article = table["doc"].eq(doc).fillna(False)
    if not of_article.any():
        return None, f"there is no article {doc!r}, or it has no figure; remove the row or mend it"
    by_id = table.index[table["id"].eq(row["claim"]).fillna(False)]
    text = row.get("text")
    if len(by_id) and (text is None or table.at[by_id[0], "text"] == text):
        return by_id[0], ""
    if text is None:
        return None, "no figure with this id; remove the row or mend it"
    wanted = str(row.get("context", ""))
    alike = {
        at: likeness(wanted, str(table.at[at, "context"])) if wanted else 1.0
        for at in table.index[of_article & table["text"].eq(text)]
    }
    best = max(alike, key=lambda at: alike[at], default=None)
    if best is None or alike[best] < _STAYED:
        return None, f"the article has changed, and has no {text!r} in this sentence any more; remove the row"
    return best, f" (the article has changed: found again by its words at {table.at[best, 'id']})"


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """How much of two sentences is the same, 0 to 1; below `least` it is 0, which is quicker to tell.

    >>> likeness("Police saw 58 dead.", "Police saw 58 dead."), likeness("Police saw 58.", "Rain fell.", 0.7)
    (1.0, 0.0)
    """
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if least and (matcher.real_quick_ratio() < least or matcher.quick_ratio() < least):
        return 0.0
    return matcher.ratio()
