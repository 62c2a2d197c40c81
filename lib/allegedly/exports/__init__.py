"""A corpus in the formats of other tools: one module a format, with a function `files`: a corpus → files by name.

Claims go out with the words they stand in, so that a tool that holds another copy of the text finds them again.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..corpus.tables import Corpus

#: Format → the module here that writes it, which is loaded when it is asked for.
FORMATS = {
    "web-annotation": "annotation",
    "label-studio": "labelstudio",
    "doccano": "doccano",
    "brat": "brat",
    "sqlite": "sqlite",
    "xlsx": "xlsx",
    "hxl": "hxl",
    "claimreview": "claimreview",
}


def export(corpus: "Corpus", format: str) -> dict[str, bytes]:
    """The files of `corpus` in `format`, by their names.

    >>> from allegedly import Document, corpus
    >>> [*export(corpus.of_document(Document("a", "Some 40 boats sank.")), "doccano")]
    ['claims.doccano.jsonl']
    """
    made: dict[str, bytes] = import_module(f"{__name__}.{FORMATS[format]}").files(corpus)
    return made


__all__ = ["FORMATS", "export"]
