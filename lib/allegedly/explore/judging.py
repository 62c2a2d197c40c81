"""What people say of a finding, written into `judgements.toml`: accepted, rejected, or a note."""

from datetime import date
from typing import TYPE_CHECKING

from .corrections import appended, folder_of, in_toml

if TYPE_CHECKING:
    from ..corpus import Corpus

HEADER = "# What people say of findings: pages show it as long as the sentences stand as they were.\n"


def accept(corpus: "Corpus", finding: str, *, by: str, note: str = "") -> str:
    """Writes into `judgements.toml` that `finding` is right; a sentence says where.

    A LookupError where there is no such finding.
    """
    return _judged(corpus, finding, "accepted", by, note)


def reject(corpus: "Corpus", finding: str, *, by: str, note: str = "") -> str:
    """Writes into `judgements.toml` that `finding` is wrong: pages fold it away from now on."""
    return _judged(corpus, finding, "rejected", by, note)


def remark(corpus: "Corpus", finding: str, *, by: str, note: str) -> str:
    """Writes a note on `finding` into `judgements.toml`: pages show it with who wrote it and when."""
    return _judged(corpus, finding, "noted", by, note)


def _judged(corpus: "Corpus", finding: str, said: str, by: str, note: str) -> str:
    from ..corpus import JUDGEMENTS
    from ..table import held, quotes, read_opinions

    if not by.strip():
        raise LookupError("say who judges")
    own = corpus.checks[corpus.checks["id"].eq(finding)]
    if own.empty:
        raise LookupError(f"{finding}: no such finding; take its id from corpus.checks")
    claims = own["claims"].iloc[0]
    path = folder_of(corpus.documents[claims[0].rpartition("@")[0]]) / JUDGEMENTS
    read_opinions(path)  # a file that is broken is not written to
    told = {"finding": finding, "check": str(own["check"].iloc[0]), "said": said, "note": note.strip(), "by": by}
    lines = [f"{name} = {in_toml(value)}" for name, value in told.items()]
    quoted = ", ".join(map(in_toml, quotes(claims, corpus.figures)))
    appended(path, "[[judgement]]", [*lines, f"on = {date.today().isoformat()}", f"quotes = [{quoted}]"], HEADER)
    corpus.judged = held(read_opinions(path)[0], corpus.checks, corpus.figures)
    return f"{path.name} now says that this is {said} by {by}."
