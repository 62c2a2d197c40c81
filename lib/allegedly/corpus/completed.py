"""A corpus made of a reading: corrected by people, checked, with its coverage, events and series."""

from pathlib import Path
from typing import TYPE_CHECKING

from ..documents import GIVENS, is_file
from ..errors import Trouble
from ..model import Document
from ..table import with_series
from . import joined
from .joined import sourced
from .obeyed import obeyed
from .reading import Reading, figures
from .tables import Corpus
from .versions import noted, versions

if TYPE_CHECKING:
    import pandas as pd

    from ..checks import Givens


def complete(
    reading: Reading,
    raw: Path | None = None,
    rules: Path | str | None = None,
    before: dict[str, str] | None = None,
) -> Corpus:
    """The corpus of a reading: its figures corrected and checked, with their coverage, events and series.

    `before` says of which series each strand was.
    """
    from ..checks import check, coverage

    reading.figures = sourced(reading.figures, reading.documents)
    pairs = versions(reading.documents)
    decided = obeyed(reading, raw, pairs)
    noted(reading, pairs)
    titles = {document.id: document.title for document in reading.documents if document.title}
    claims = reading.claims
    events, series = joined.tables(claims, before or {}, *decided)
    findings = check(with_series(reading.figures, series), rules, titles, given(raw, reading))
    counts = every(coverage(reading.figures, findings), reading)
    documents = {document.id: document for document in reading.documents}
    told = asked(with_series(claims, series), findings)
    corpus = Corpus(reading.figures, told, findings, counts, documents, events, series)
    corpus.remarks, corpus.troubles = tuple(reading.remarks), tuple(reading.troubles)
    return corpus


def given(raw: Path | None, reading: Reading) -> "Givens":
    """What people give beside the articles of a folder; a Trouble where their file is wrong.

    Where nobody can look for the file, the trouble is noted in `reading`, and nothing is given.
    """
    from ..checks import Givens, read_givens

    if raw is None:
        return Givens()
    try:
        there = is_file(raw / GIVENS)
    except Trouble as trouble:
        reading.troubles.append(Trouble(trouble.place, trouble.what, f"{trouble.way_out}; nothing is given until then"))
        return Givens()
    return read_givens(raw / GIVENS) if there else Givens()


def of_document(document: Document) -> Corpus:
    """The corpus of one document that is no file: a text typed in.

    >>> of_document(Document("text", "The mill sold 40 of its 90 boats.")).checks["verdict"].tolist()
    ['agrees']
    """
    reading = Reading([document])
    reading.figures = figures(reading.documents, reading.troubles)
    return complete(reading)


def asked(claims: "pd.DataFrame", findings: "pd.DataFrame") -> "pd.DataFrame":
    """The claims with the column `unchecked`: why no finding rests on them."""
    from ..checks import unchecked

    return claims.assign(unchecked=unchecked(claims, findings))


def every(coverage: "pd.DataFrame", reading: Reading) -> "pd.DataFrame":
    """`coverage` with a row for every document, those without a single figure among them."""
    import pandas as pd

    from ..table import COVERAGE, conform

    coverage = coverage.reset_index() if coverage.index.name == "doc" else coverage
    silent = [document.id for document in reading.documents if document.id not in set(coverage["doc"])]
    coverage = pd.concat([coverage, pd.DataFrame({"doc": silent}, dtype=object)], ignore_index=True)
    counts = [name for name in coverage.columns if name != "doc"]
    coverage[counts] = coverage[counts].astype("Float64").fillna(0).astype("Int32")
    return conform(coverage.set_index("doc").loc[[d.id for d in reading.documents]].reset_index(), COVERAGE)
