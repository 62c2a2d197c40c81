"""What people say of figures of several articles in `corrections.toml`: that they tell of one thing, or do not.

same = [["a@1", "b@7"]]       # lists of ids, above the first row
not_same = [["a@1", "c@5"]]

[[judgement]]                 # the same with the figures' words, by which they are found in a changed article
same = false
claims = [
    {claim = "a@1", text = "58", context = "Police counted 58 dead."},
    {claim = "c@5", text = "58", context = "It cost 58 crowns."},
]
why = "the one counts people, the other crowns"
by = "A. Reader"
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Trouble
from .corrections import parsed_file
from .quoted import found

if TYPE_CHECKING:
    import pandas as pd

Told = list[dict[str, Any]]  #: the claims of a judgement, each with its id and perhaps its words
_LISTS = ("same", "not_same")
_KEYS = ("same", "claims", "why", "by")
_QUOTED = ("claim", "text", "context")


@dataclass(slots=True)
class Judgements:
    """The claims that people joined, and kept apart."""

    same: list[Told] = field(default_factory=list)
    not_same: list[Told] = field(default_factory=list)

    def of(self, is_same: bool) -> list[Told]:
        return self.same if is_same else self.not_same


def read_judgements(path: Path | str) -> tuple[Judgements, list[Trouble]]:
    """The judgements of the `corrections.toml` at `path`, and a Trouble for each that is left out.

    A Trouble is raised where the file as a whole, or a list of ids in it, cannot be read.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "corrections.toml").write_text('same = [["a@1", "b@7"]]', encoding="utf8")
    ...     read_judgements(Path(folder, "corrections.toml"))[0].same
    [[{'claim': 'a@1'}, {'claim': 'b@7'}]]
    """
    path = Path(path)
    made, troubles = Judgements(), list[Trouble]()
    if not path.is_file():
        return made, troubles
    content = parsed_file(path)
    for name in _LISTS:
        lists = content.get(name, [])
        if not isinstance(lists, list) or not all(_is_list_of_ids(ids) for ids in lists):
            way_out = f'write {name} = [["a@1", "b@7"]] above the first [[correction]]'
            raise Trouble(path, f"{name} is no list of lists of ids of claims", way_out)
        made.of(name == "same").extend([{"claim": id} for id in ids] for ids in lists)
    rows = content.get("judgement", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Trouble(path, "its judgements are no rows", "each starts with [[judgement]]")
    for number, row in enumerate(rows, 1):
        try:
            check_judgement(row, f"{path}, judgement {number}")
            made.of(row["same"]).append(row["claims"])
        except Trouble as trouble:
            troubles.append(Trouble(trouble.place, trouble.what, f"{trouble.way_out}; this row is left out"))
    return made, troubles


def check_judgement(row: dict[str, Any], place: object) -> None:
    """A Trouble where a row cannot be obeyed.

    >>> check_judgement({"same": "yes", "claims": []}, "row 1")
    Traceback (most recent call last):
    allegedly.errors.Trouble: row 1: does not say whether its claims are the same; write same = true or same = false
    """
    if unknown := [key for key in row if key not in _KEYS]:
        raise Trouble(place, f"has an unknown key {unknown[0]!r}", f"known: {', '.join(_KEYS)}")
    if not isinstance(row.get("same"), bool):
        raise Trouble(place, "does not say whether its claims are the same", "write same = true or same = false")
    claims = row.get("claims")
    if not isinstance(claims, list) or len(claims) < 2 or not all(_is_quoted(claim) for claim in claims):
        way_out = 'write claims = [{claim = "a@1", text = "58", context = "its sentence"}, {claim = "b@7", …}]'
        raise Trouble(place, "its claims are no list of two or more claims", way_out)


def _is_list_of_ids(ids: object) -> bool:
    return isinstance(ids, list) and len(ids) > 1 and all(isinstance(id, str) and "@" in id for id in ids)


def _is_quoted(claim: object) -> bool:
    if not isinstance(claim, dict) or not {*claim} <= {*_QUOTED}:
        return False
    return all(isinstance(cell, str) for cell in claim.values()) and "@" in claim.get("claim", "")


def placed(judgements: Iterable[Told], table: "pd.DataFrame") -> tuple[list[list[str]], list[str]]:
    """The ids that the claims of `judgements` have in `table` today, and a line on each that was not where it was.

    What is of an article that is not in `table` is left as it is: that article may come.
    """
    docs, said = {*table["doc"]}, dict[str, None]()

    def now(claim: dict[str, Any]) -> str:
        id = str(claim["claim"])
        if id.rpartition("@")[0] not in docs:
            return id
        at, how = found(table, claim)
        if at is None:
            said[f"not joined or kept apart: {id}: {how}"] = None
            return id
        if how:
            said[f"joined or kept apart: {id}{how}"] = None
        return str(table.at[at, "id"])

    return [[now(claim) for claim in told] for told in judgements], [*said]


def quoted(table: "pd.DataFrame", ids: Iterable[str]) -> Iterator[dict[str, str]]:
    """The claims with `ids` as a judgement quotes them; a LookupError where `table` has none of that id."""
    for id in ids:
        row = table[table["id"].eq(id).fillna(False)]
        if row.empty:
            raise LookupError(f"{id}: no such claim; take its id from the table of claims")
        yield {"claim": id, "text": str(row["text"].iloc[0]), "context": str(row["context"].iloc[0])}
