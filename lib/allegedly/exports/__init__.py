"""A corpus in the formats of other tools: one file a format, each a function from a corpus to files by name.

Claims go out with the words they stand in, so that a tool that holds another copy of the text finds them again.
"""

from collections.abc import Callable

from ..corpus.tables import Corpus
from . import annotation, brat, claimreview, doccano, hxl, labelstudio, sqlite, xlsx

Writer = Callable[[Corpus], dict[str, bytes]]  #: the files of an export, by their names

#: Format → its writer. A format of one file is named by its suffix.
FORMATS: dict[str, Writer] = {
    "web-annotation": annotation.files,
    "label-studio": labelstudio.files,
    "doccano": doccano.files,
    "brat": brat.files,
    "sqlite": sqlite.files,
    "xlsx": xlsx.files,
    "hxl": hxl.files,
    "claimreview": claimreview.files,
}


def export(corpus: Corpus, format: str) -> dict[str, bytes]:
    """The files of `corpus` in `format`, by their names.

    >>> from allegedly import Document, corpus
    >>> [*export(corpus.of_document(Document("a", "Some 40 boats sank.")), "doccano")]
    ['claims.doccano.jsonl']
    """
    return FORMATS[format](corpus)


__all__ = ["FORMATS", "export"]
