"""For people at a notebook: read a text, ask the table, mend a misreading.

`texts` reads what is typed, `choices` narrows a table down, `explorer` shows it as a grid with the article beside it,
`corrections` writes what people say of a figure into the project, `judging` what they say of a finding.
"""

from typing import TYPE_CHECKING

from .corrections import correct, judge, undo
from .judging import accept, reject, remark
from .texts import paste, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from ..corpus import Corpus
    from .explorer import Explorer


def explore(corpus: "Corpus", processed: "Path | str | None" = None, raw: "Path | str | None" = None) -> "Explorer":
    """A grid of the claims of `corpus` with filters, the sentence of the chosen row, pictures, and corrections.

    `processed` and `raw` are the folders it was loaded from: after a correction it is loaded from there again. Without
    widgets, as on GitHub, the first claims stand there as a table.
    """
    from .explorer import Explorer

    return Explorer(corpus, processed, raw)


__all__ = ["accept", "correct", "explore", "judge", "paste", "read_text", "reject", "remark", "undo"]
