"""The frames of a claims table: its column `frames` as a table with a row a membership."""

import json
from typing import TYPE_CHECKING

from .frames import conform
from .schema import FRAMES

if TYPE_CHECKING:
    import pandas as pd


def frames(table: "pd.DataFrame") -> "pd.DataFrame":
    """A DataFrame with a row a membership and the columns of `FRAMES`, in the order of the text.

    >>> from allegedly import Document, claims, tidy
    >>> made = frames(tidy(claims(Document("a", "Sales rose 10 percent, from 200 cars to 220."))))
    >>> dict(zip(made["role"], made["claim"], strict=True))
    {'by_share': 'a@11', 'from': 'a@28', 'to': 'a@40'}
    """
    import pandas as pd

    rows = []
    if "frames" in table:
        for claim, text in zip(table["id"], table["frames"], strict=True):
            for one in json.loads(text) if isinstance(text, str) else ():
                rows.append(one | {"claim": None if one.get("apart") else claim})
    names = [column.name for column in FRAMES]
    made = pd.DataFrame([{name: row.get(name) for name in names} for row in rows], columns=names)
    return conform(made, FRAMES)
