"""The tables of a corpus, together."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..errors import Trouble
from ..model import Document
from ..text.sentences import Sentences, headline, sentences

if TYPE_CHECKING:
    import pandas as pd


@dataclass(slots=True)
class Corpus:
    """The tables of a corpus, and its documents by id."""

    figures: "pd.DataFrame"  #: every number expression, those that are no claims among them (kind "none")
    claims: "pd.DataFrame"  #: the claims only
    checks: "pd.DataFrame"  #: the findings
    coverage: "pd.DataFrame"  #: a row an article
    documents: dict[str, Document] = field(default_factory=dict)
    events: Any = None  #: a row an event of an article
    series: Any = None  #: a row a series: one measure of one event, told more than once
    remarks: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    read_now: int = 0  #: how many articles were read anew
    judged: dict[str, dict[str, Any]] = field(default_factory=dict)  #: what people say of findings, by their ids

    def article(self, id: str = "") -> "Corpus":
        """The part of it that is about the article `id`; the first one where none is named."""
        id = id or next(iter(self.documents), "")
        if id not in self.documents:
            raise Trouble(id, "is no article of this corpus", f"there are: {', '.join(self.documents) or 'none'}")

        def of(frame: "pd.DataFrame") -> "pd.DataFrame":
            return frame[frame["doc"].eq(id).fillna(False)].reset_index(drop=True)

        about = self.checks["claims"].map(lambda ids: any(claim.rpartition("@")[0] == id for claim in ids)).astype(bool)
        findings = self.checks[about].reset_index(drop=True)
        document = {id: self.documents[id]}
        events = None if self.events is None else of(self.events)
        series = None if self.series is None else _told_by(self.series, id)
        part = Corpus(of(self.figures), of(self.claims), findings, of(self.coverage), document, events, series)
        part.judged = self.judged
        return part

    @property
    def document(self) -> Document:
        """Its one document, or its first."""
        return next(iter(self.documents.values()))

    @property
    def headline(self) -> str:
        """What that document is called: its title, the headline of its text, or its id."""
        return headline(self.document)

    @property
    def sentences(self) -> Sentences:
        """The sentences of that document."""
        return sentences(self.document)


def _told_by(series: Any, id: str) -> Any:
    """The series that the article `id` tells of."""
    its = series["claims"].map(lambda ids: any(claim.rpartition("@")[0] == id for claim in ids)).astype(bool)
    return series[its].reset_index(drop=True)
