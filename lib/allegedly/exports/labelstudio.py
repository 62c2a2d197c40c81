"""Label Studio: a task an article, its figures as predictions for people to mend; and the labels as a configuration.

Its offsets count as JavaScript does.
"""

import json
from typing import Any

from .. import __version__
from ..corpus.tables import Corpus
from ..table import KINDS
from .rows import allows, bounded, note, utf16


def files(corpus: Corpus) -> dict[str, bytes]:
    """The tasks, to be imported, and the configuration of the project that takes them."""
    tasks = [_task(corpus, id) for id in corpus.documents]
    return {
        "claims.label-studio.json": (json.dumps(tasks, ensure_ascii=False, indent=1) + "\n").encode(),
        "label-studio.xml": configuration().encode(),
    }


def configuration() -> str:
    """The labels, one a kind of figure: "none" is for what is no claim."""
    labels = "\n".join(f'    <Label value="{kind}"/>' for kind in KINDS)
    frame = (
        '<View>\n  <Labels name="label" toName="text">\n{}\n  </Labels>\n  <Text name="text" value="$text"/>\n</View>\n'
    )
    return frame.format(labels)


def _task(corpus: Corpus, id: str) -> dict[str, Any]:
    document = corpus.documents[id]
    table = corpus.figures[corpus.figures["doc"].eq(id).fillna(False)]
    result = []
    for row, low, high in bounded(table):
        start, end = (utf16(document.text, row[name]) for name in ("start", "end"))
        value = {"start": start, "end": end, "text": row["text"], "labels": [row["kind"]]}
        meta = {} if row["kind"] == "none" else {"meta": {"text": [note(row, allows(low, high, row["unit"]))]}}
        result.append(
            {"id": row["id"], "from_name": "label", "to_name": "text", "type": "labels", "value": value} | meta
        )
    prediction = {"model_version": f"allegedly {__version__}", "result": result}
    return {"data": {"text": document.text, "doc": id, "title": document.title or ""}, "predictions": [prediction]}
