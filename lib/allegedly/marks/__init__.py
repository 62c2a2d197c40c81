"""Articles, claims and findings as HTML for notebooks and pages: figures marked in their text, cards with drawn intervals.

Each function gives a `Fragment`, which JupyterLab shows and `reports.html` sets into a page. All text is escaped.
"""

from .article import article, excerpt
from .findings import findings
from .fragment import STYLE, Fragment
from .lines import bottom_line, caveats, coverage, foot, voices
from .tables import claims, frame

__all__ = [
    "STYLE",
    "Fragment",
    "article",
    "bottom_line",
    "caveats",
    "claims",
    "coverage",
    "excerpt",
    "findings",
    "foot",
    "frame",
    "voices",
]
