"""Articles, claims and findings as HTML for notebooks and pages: figures marked in text, cards with intervals.

Each function gives a `Fragment`, which JupyterLab shows and `reports.html` sets into a page. All text is escaped.
"""

from ..lexicon.shown import counted, day, words
from .article import article, excerpt
from .brief import brief
from .findings import findings
from .fragment import STYLE, Fragment
from .lines import bottom_line, byline, caveats, conflicts, coverage, derived, fields, foot, score_line, voices
from .quotes import cited
from .tables import claims, frame
from .topics import told, topics

__all__ = [
    "STYLE",
    "Fragment",
    "article",
    "bottom_line",
    "brief",
    "byline",
    "caveats",
    "cited",
    "claims",
    "conflicts",
    "counted",
    "coverage",
    "day",
    "derived",
    "excerpt",
    "fields",
    "findings",
    "foot",
    "frame",
    "score_line",
    "told",
    "topics",
    "voices",
    "words",
]
