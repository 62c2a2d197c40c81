"""What people wrote into `corrections.toml`, obeyed: misreadings mended, figures joined and kept apart.

A correction and a judgement follow their figures by quotation: in an article that has changed, and into a new version
of it that came as a file of its own.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..documents import CORRECTIONS, is_file
from ..errors import Trouble
from ..model import Document
from ..table import Judgements, correct, found, placed, read_corrections, read_judgements
from .reading import Reading

if TYPE_CHECKING:
    import pandas as pd

Pairs = Iterable[tuple[Document, Document]]  #: an article and its new version
Row = dict[str, Any]


def obeyed(reading: Reading, raw: Path | None, pairs: Pairs = ()) -> tuple[list[list[str]], list[list[str]]]:
    """Applies the `corrections.toml` in `raw` to the figures of `reading`, and notes what it changed.

    What comes back are the claims that people join and keep apart. `pairs` are articles and their new versions.
    """
    if raw is None:
        return [], []
    path = raw / CORRECTIONS
    try:
        there = is_file(path)
        rows, troubles = read_corrections(path) if there else ([], [])
        judgements, left_out = read_judgements(path) if there else (Judgements(), [])
    except Trouble as trouble:
        way_out = f"{trouble.way_out}; no correction is obeyed until then"
        reading.troubles.append(Trouble(trouble.place, trouble.what, way_out))
        return [], []
    reading.troubles += [*troubles, *left_out]
    newer = {old.id: new.id for old, new in pairs}
    decided = []
    for told in (judgements.same, judgements.not_same):
        ids, said = placed(told, reading.figures)
        later = [row for row in (_later(told, reading.figures, newer) for told in told) if row]
        decided.append([*ids, *placed(later, reading.figures)[0]])
        reading.remarks += said
    reading.figures, said = correct(reading.figures, [*rows, *_of_newer(rows, reading.figures, newer)])
    reading.remarks += said
    return decided[0], decided[1]


def _of_newer(rows: list[Row], table: "pd.DataFrame", newer: dict[str, str]) -> Iterator[Row]:
    """The corrections of an article that fit the same figure of its new version, where that has none of its own."""
    own = {(row["claim"], row["column"]) for row in rows}
    for row in rows:
        claim = _in_newer(row, table, newer)
        if claim and (claim["claim"], row["column"]) not in own:
            fitting = row | claim
            if correct(table[table["doc"].eq(claim["doc"]).fillna(False)], [_bare(fitting)])[1][0].startswith("corr"):
                yield _bare(fitting)


def _bare(row: Row) -> Row:
    return {name: cell for name, cell in row.items() if name != "doc"}


def _later(told: list[Row], table: "pd.DataFrame", newer: dict[str, str]) -> list[Row]:
    """A judgement on an article's claims as one on those of its new version; empty where that has not all of them."""
    if not any(str(claim["claim"]).rpartition("@")[0] in newer for claim in told):
        return []
    moved = [_in_newer(claim, table, newer) or claim for claim in told]
    return moved if moved != told else []


def _in_newer(row: Row, table: "pd.DataFrame", newer: dict[str, str]) -> Row | None:
    """The claim of a new version that says in its sentence what that of `row` said, with its words."""
    doc = newer.get(str(row["claim"]).rpartition("@")[0])
    at, _ = found(table, row) if doc else (None, "")
    if at is None:
        return None
    words = {name: str(table.at[at, name]) for name in ("text", "context")}
    there, _ = found(table, {"claim": f"{doc}@", **words})
    return None if there is None else {"claim": str(table.at[there, "id"]), "doc": doc, **words}
