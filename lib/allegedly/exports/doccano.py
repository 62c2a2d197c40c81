"""doccano: JSON Lines, a line an article, its figures as labelled spans."""

import json

from ..corpus.tables import Corpus
from .rows import rows


def files(corpus: Corpus) -> dict[str, bytes]:
    """The lines of a project of sequence labelling; the label is the kind of figure, "none" for what is no claim."""
    lines = []
    for id, document in corpus.documents.items():
        table = corpus.figures[corpus.figures["doc"].eq(id).fillna(False)]
        spans = [[row["start"], row["end"], row["kind"]] for row in rows(table)]
        lines.append(json.dumps({"text": document.text, "label": spans, "doc": id}, ensure_ascii=False))
    return {"claims.doccano.jsonl": "".join(f"{line}\n" for line in lines).encode()}
