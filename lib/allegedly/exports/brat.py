"""brat standoff: a text and an annotation file an article, and the list of kinds."""

import re

from ..corpus.tables import Corpus
from ..names import file_name
from ..table import KINDS
from .rows import allows, bounded, note


def files(corpus: Corpus) -> dict[str, bytes]:
    """NAME.txt and NAME.ann of each article, and annotation.conf."""
    made = {"annotation.conf": f"[entities]\n{chr(10).join(KINDS)}\n[relations]\n[events]\n[attributes]\n".encode()}
    for id, document in corpus.documents.items():
        table = corpus.figures[corpus.figures["doc"].eq(id).fillna(False)]
        lines = []
        for number, (row, low, high) in enumerate(bounded(table), 1):
            pieces = [*re.finditer(r"[^\r\n]+", row["text"])]
            words = " ".join(piece[0] for piece in pieces).replace("\t", " ")
            lines.append(f"T{number}\t{row['kind']} {_span(row['start'], pieces)}\t{words}")
            said = row["reason"] or "" if row["kind"] == "none" else note(row, allows(low, high, row["unit"]))
            lines.append(f"#{number}\tAnnotatorNotes T{number}\t{' '.join(said.split())}")
        made[f"{file_name(id)}.txt"] = document.text.encode(errors="surrogatepass")
        made[f"{file_name(id)}.ann"] = "".join(f"{line}\n" for line in lines).encode()
    return made


def _span(start: int, pieces: list[re.Match[str]]) -> str:
    """Where the pieces of a figure stand: one a line, as brat has no span over a line's end."""
    return ";".join(f"{start + piece.start()} {start + piece.end()}" for piece in pieces)
