"""schema.org: each claim as a Claim, with a ClaimReview that is a stub: the rating is for a person to give."""

import json
from typing import Any

from ..corpus.tables import Corpus
from .rows import rows

CONTEXT = "https://schema.org"


def files(corpus: Corpus) -> dict[str, bytes]:
    """A graph of stubs; no verdict is written, as nothing was checked against the world."""
    graph = [_stub(corpus, row) for row in rows(corpus.claims)]
    content = {"@context": CONTEXT, "@graph": graph}
    return {"claimreview.jsonld": (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()}


def _stub(corpus: Corpus, row: dict[str, Any]) -> dict[str, Any]:
    document = corpus.documents[row["doc"]]
    article = {
        "@type": "NewsArticle",
        "headline": document.title,
        "url": document.url,
        "datePublished": row["published"],
        "publisher": {"@type": "Organization", "name": document.publisher} if document.publisher else None,
    }
    claim = {
        "@type": "Claim",
        "@id": f"urn:allegedly:{row['id']}",
        "text": row["context"],
        "author": {"@type": "Thing", "name": row["speaker"]} if row["speaker"] else None,
        "datePublished": row["published"],
        "appearance": _known(article),
    }
    return {"@type": "ClaimReview", "claimReviewed": row["context"], "itemReviewed": _known(claim)}


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
