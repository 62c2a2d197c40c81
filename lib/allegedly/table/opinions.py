"""What people say of findings, in `judgements.toml` beside the articles: accepted, rejected, or a note.

[[judgement]]
finding = "growth:2024-03-15-ferry@912+…"     # its id
check = "growth"
said = "accepted"                             # or "rejected", "noted"
note = "the company confirms 50 percent"
by = "A. Reader"
on = 2026-11-28
quotes = ["$4.2 million", "She said …"]       # each figure, then its sentence: it holds as long as these stand
"""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Trouble
from .corrections import parsed_file

if TYPE_CHECKING:
    import pandas as pd

SAID = ("accepted", "rejected", "noted")
KEYS = ("finding", "check", "said", "note", "by", "on", "quotes")
_OPTIONAL = {"note"}
Opinion = dict[str, Any]


def read_opinions(path: Path | str) -> tuple[list[Opinion], list[Trouble]]:
    """The sound rows of the `judgements.toml` at `path`, and a Trouble for each that is not; none where no file is."""
    path = Path(path)
    if not path.is_file():
        return [], []
    rows = parsed_file(path, "[[judgement]]").get("judgement", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Trouble(path, "its judgements are no rows", "each starts with [[judgement]]")
    sound, troubles = [], []
    for number, row in enumerate(rows, 1):
        if wrong := _wrong(row):
            troubles.append(Trouble(f"{path}, judgement {number}", wrong, "mend it; this row is left out"))
        else:
            sound.append(row)
    return sound, troubles


def _wrong(row: Opinion) -> str | None:
    """What keeps a row from being obeyed.

    >>> _wrong({"finding": "x"}), _wrong(dict.fromkeys(KEYS, "x"))
    ('does not say check, said, by, on, quotes', "said is 'x', which is none of accepted, rejected, noted")
    """
    missing = [key for key in KEYS if key not in row and key not in _OPTIONAL]
    if missing:
        return f"does not say {', '.join(missing)}"
    if row["said"] not in SAID:
        return f"said is {row['said']!r}, which is none of {', '.join(SAID)}"
    if not isinstance(row["on"], date):
        return f"on is {row['on']!r}, and no day such as 2026-11-28"
    if not isinstance(row["quotes"], list) or not all(isinstance(quote, str) for quote in row["quotes"]):
        return "quotes is no list of texts"
    return None


def quotes(claims: Iterable[str], figures: "pd.DataFrame") -> list[str]:
    """What tells a finding in an article that has moved: each of its figures, then the sentence it stands in."""
    own = figures[figures["id"].isin([*claims])]
    known = {row.id: (row.text, row.context) for row in own.astype(object).itertuples()}
    return [str(words) for claim in claims for words in known.get(claim, ())]


def held(opinions: list[Opinion], checks: "pd.DataFrame", figures: "pd.DataFrame") -> dict[str, Opinion]:
    """The last opinion on each finding of `checks`, by its id, as long as its sentences are as they were."""
    if not opinions:
        return {}
    last = {(row["check"], *row["quotes"]): row for row in opinions}
    asked = {row["check"] for row in opinions}
    found = {}
    for id, check, claims in zip(checks["id"], checks["check"], checks["claims"], strict=True):
        if check in asked and (row := last.get((check, *quotes(claims, figures)))):
            found[id] = row
    return found


def precision(opinions: list[Opinion]) -> "pd.DataFrame":
    """A row a kind of check: how many of its findings people accepted and rejected, and the share accepted.

    >>> rows = [{"finding": "a", "check": "sum", "said": said} for said in ("rejected", "accepted")]
    >>> precision([*rows, {"finding": "b", "check": "sum", "said": "rejected"}]).to_dict("records")
    [{'check': 'sum', 'accepted': 1, 'rejected': 1, 'precision': 0.5}]
    """
    import pandas as pd

    last = {row["finding"]: row for row in opinions if row["said"] != SAID[2]}
    counts: dict[str, list[int]] = {}
    for row in last.values():
        counts.setdefault(row["check"], [0, 0])[row["said"] == SAID[1]] += 1
    rows = [(check, yes, no, round(yes / (yes + no), 3)) for check, (yes, no) in sorted(counts.items())]
    return pd.DataFrame(rows, columns=["check", "accepted", "rejected", "precision"])
