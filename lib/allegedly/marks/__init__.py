"""Articles, claims and findings as HTML for notebooks and pages: figures marked in text, cards with intervals.

Each function gives a `Fragment`, which JupyterLab shows and `reports.html` sets into a page. All text is escaped.
"""

from .article import article, excerpt
from .findings import findings
from .fragment import STYLE, Fragment
from .lines import bottom_line, caveats, conflicts, coverage, derived, foot, score_line, voices
from .tables import claims, frame

__all__ = [
    "STYLE",
    "Fragment",
    "article",
    "bottom_line",
    "caveats",
    "claims",
    "conflicts",
    "coverage",
    "derived",
    "excerpt",
    "findings",
    "foot",
    "frame",
    "score_line",
    "voices",
]
