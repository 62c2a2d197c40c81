"""What people say of a figure, written into `corrections.toml`: that it was misread, or is the same as another."""

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Trouble, parsed
from ..model import Document

if TYPE_CHECKING:
    from ..corpus import Corpus

HEADER = (
    "# Known misreadings and misprints: where, what, why, by whom. Each row is obeyed by the next run, which says so.\n"
)
_ROW = "[[correction]]"


def correct(corpus: "Corpus", claim: str, *, column: str, now: str, why: str, by: str) -> str:
    """Writes into `corrections.toml` that `claim` was misread in `column`; a sentence says where.

    The next run obeys it, and finds the figure by its words where the article has changed. A LookupError where there
    is no such claim or column, a Trouble where the correction is none: nothing is written then.
    """
    from ..table import check_correction, read_corrections
    from ..table import correct as obeyed

    row = corpus.figures[corpus.figures["id"].eq(claim)]
    if row.empty or column not in row:
        raise LookupError(f"{claim}: no such claim with a column {column!r}; take its id from the table of claims")
    path = folder_of(corpus.documents[row["doc"].iloc[0]]) / "corrections.toml"
    was = row[column].iloc[0]
    before = "" if was is None or was != was else str(was)
    fields = {"claim": claim, "column": column, "was": before, "now": str(now), "why": why, "by": by}
    fields |= {"text": str(row["text"].iloc[0]), "context": str(row["context"].iloc[0])}
    check_correction(fields, claim)
    _, [said] = obeyed(row, [fields])
    if said.startswith("not corrected"):
        raise Trouble(claim, said.partition(": ")[2], "nothing was written")
    read_corrections(path)  # a file that is broken is not written to
    appended(path, _ROW, [f"{name} = {in_toml(value)}" for name, value in fields.items()])
    count = len(read_corrections(path)[0])
    return f"{path.name} now holds {count} correction{'' if count == 1 else 's'}; the next run obeys it and says so."


def undo(corpus: "Corpus") -> str:
    """Takes the last correction out of `corrections.toml` beside the articles of `corpus`; a sentence says which.

    A LookupError where there is none, a Trouble where the file is written in another way than `correct` writes it.
    """
    from ..table import read_corrections, replacing

    path = folder_of(corpus.document) / "corrections.toml"
    rows = read_corrections(path)[0]
    if not rows:
        raise LookupError(f"{path.name} holds no correction to take back")
    lines = path.read_text(encoding="utf8").splitlines(keepends=True)
    first = max(at for at, line in enumerate(lines) if line.strip() == _ROW)
    last = next((at for at, line in enumerate(lines) if at > first and line.startswith("[")), len(lines))
    left = "".join([*lines[:first], *lines[last:]])
    if parsed(tomllib.loads, left).get("correction", []) != parsed(tomllib.loads, "".join(lines))["correction"][:-1]:
        raise Trouble(path, "its last correction is not told apart from the others", "take it out by hand")
    with replacing(path) as file:
        file.write(left.encode())
    return f"Taken back: {rows[-1]['column']} of {rows[-1]['claim']}."


def judge(corpus: "Corpus", *claims: str, same: bool, why: str, by: str) -> str:
    """Writes into `corrections.toml` that `claims` tell of one thing, or (`same=False`) do not; a sentence says where.

    The next run joins them in one series, or keeps them apart, and finds them by their words where an article has
    changed. A LookupError where there is no such claim, a Trouble where one alone is named: nothing is written then.
    """
    from ..table import check_judgement, quoted, read_judgements

    told = [*quoted(corpus.figures, claims)]
    check_judgement({"same": same, "claims": told, "why": why, "by": by}, ", ".join(claims) or "judge")
    path = folder_of(corpus.documents[claims[0].rpartition("@")[0]]) / "corrections.toml"
    read_judgements(path)  # a file that is broken is not written to
    rows = [", ".join(f"{name} = {in_toml(cell)}" for name, cell in claim.items()) for claim in told]
    listed = ["claims = [", *(f"    {{{row}}}," for row in rows), "]"]
    appended(
        path, "[[judgement]]", [f"same = {str(same).lower()}", *listed, f"why = {in_toml(why)}", f"by = {in_toml(by)}"]
    )
    return f"{path.name} now says that these are {'' if same else 'not '}the same; the next run obeys it."


def appended(path: Path, head: str, lines: list[str], header: str = HEADER) -> None:
    """Writes a row of TOML at the end of `path`, which may be new."""
    from ..table import replacing

    there = path.read_text(encoding="utf8").rstrip("\n") + "\n" if path.exists() else header
    with replacing(path) as file:
        file.write("\n".join([there, head, *lines, ""]).encode())


def folder_of(document: Document) -> Path:
    """The folder of the file that holds `document`, which may be one of several in it."""
    path = Path(document.path or "")
    return next((folder for folder in path.parents if folder.is_dir()), Path())


def in_toml(value: str) -> str:
    """`value` as a TOML string."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
