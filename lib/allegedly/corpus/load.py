"""All that is known of a corpus, in one line of a notebook."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import Trouble
from ..model import Document
from .project import find_project


@dataclass(slots=True)
class Corpus:
    """The tables of a corpus, and its documents by id."""

    figures: object  #: every number expression, those that are no claims among them (kind "none")
    claims: object  #: the claims only
    checks: object  #: the findings
    coverage: object  #: a row an article
    documents: dict[str, Document] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    read_now: int = 0  #: how many articles were read anew

    def article(self, id: str = "") -> "Corpus":
        """The part of it that is about the article `id`; the first one where none is named."""
        id = id or next(iter(self.documents), "")
        if id not in self.documents:
            raise Trouble(id, "is no article of this corpus", f"there are: {', '.join(self.documents) or 'none'}")

        def of(frame):
            return frame[frame["doc"].eq(id).fillna(False)].reset_index(drop=True)

        about = self.checks["claims"].map(lambda ids: any(claim.rpartition("@")[0] == id for claim in ids)).astype(bool)
        findings = self.checks[about].reset_index(drop=True)
        document = {id: self.documents[id]}
        return Corpus(of(self.figures), of(self.claims), findings, of(self.coverage), document)

    @property
    def document(self) -> Document:
        """Its one document, or its first."""
        return next(iter(self.documents.values()))


def load(processed: Path | str | None = None, raw: Path | str | None = None, article: str = "") -> Corpus:
    """The corpus of the project, or of the folders named; one `article` of it where one is named.

    It comes from `processed` where its tables are those of the articles in `raw`, and is read anew in memory where
    they are not, so that a notebook opened on its own shows what the articles say. Nothing is written. Folders may
    also be named by the environment variables ALLEGEDLY_RAW and ALLEGEDLY_PROCESSED, as `allegedly report` does.
    """
    from .reading import read_documents
    from .store import make, stored, tables_key

    raw, processed = raw or os.environ.get("ALLEGEDLY_RAW"), processed or os.environ.get("ALLEGEDLY_PROCESSED")
    project = find_project(raw=raw, processed=processed)
    reading = read_documents([project.raw])
    corpus = stored(project, reading, tables_key(reading, project.raw)) or make(project, reading)[0]
    return corpus.article(article) if article else corpus
