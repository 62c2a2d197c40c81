"""W3C Web Annotation: claims as annotations that hypothes.is and others anchor by quotation and by position."""

import json
from typing import Any

from ..corpus.tables import Corpus
from .rows import allows, bounded, note, quotation

CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def files(corpus: Corpus) -> dict[str, bytes]:
    """An AnnotationPage with an annotation a claim."""
    items = [_annotation(corpus, *row) for row in bounded(corpus.claims)]
    page = {"@context": CONTEXT, "type": "AnnotationPage", "id": "urn:allegedly:claims", "items": items}
    return {"claims.jsonld": (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()}


def _annotation(corpus: Corpus, row: dict[str, Any], low: float, high: float) -> dict[str, Any]:
    document = corpus.documents[row["doc"]]
    start, end = int(row["start"]), int(row["end"])
    words = note(row, allows(low, high, row["unit"]))
    tags = [row["kind"], row["hedge"], row["stance"]]
    return {
        "id": f"urn:allegedly:{row['id']}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "value": words, "format": "text/plain", "purpose": "commenting"},
            *({"type": "TextualBody", "value": tag, "purpose": "tagging"} for tag in tags if tag),
        ],
        "target": {
            "source": document.url or f"urn:allegedly:{document.id}",
            "selector": [
                {"type": "TextQuoteSelector", **quotation(document.text, start, end)},
                {"type": "TextPositionSelector", "start": start, "end": end},
            ],
        },
    }
