"""Many documents → one table of claims, its findings and its coverage.

`project` knows which folder is which, `reading` reads articles in parallel, `kept` keeps their figures, `store` makes
all tables of them and reads only what is new, `load` gives a notebook all of it in one line.
"""

from ..documents import JUDGEMENTS
from .completed import of_document
from .load import judged, load
from .project import Project, annotation, find_project
from .reading import Reading, read_corpus
from .store import update
from .tables import Corpus

__all__ = [
    "JUDGEMENTS",
    "Corpus",
    "Project",
    "Reading",
    "annotation",
    "find_project",
    "judged",
    "load",
    "of_document",
    "read_corpus",
    "update",
]
