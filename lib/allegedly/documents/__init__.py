"""Files on disk → Documents, with what is known of them.

`readers/` holds a file a kind, `kinds` says which reads what, `articles` makes Documents of what they give; `sources`
reads `sources.csv`, `places` looks into folders, `datelines` and `dates` find the day of an article, `columns` the
columns of a table of articles, `fetch` gets a page of the web.
"""

from .articles import (
    CORRECTIONS,
    GIVENS,
    JUDGEMENTS,
    Found,
    from_bytes,
    from_memory,
    from_web,
    look_into,
    read,
    read_all,
)
from .columns import holds_articles
from .csv_file import sign_of
from .entered import missing_rows, with_rows
from .fetch import fetch, is_url
from .given import LARGEST, standard_input
from .kinds import READABLE, is_read, stem_of
from .links import link_to, page_of
from .places import FOLDER, REPORT, is_file, kind
from .received import received
from .sources import SOURCES, SOURCES_HEAD, Sources, missing_files, read_sources
from .text import decode

__all__ = [
    "CORRECTIONS",
    "FOLDER",
    "GIVENS",
    "JUDGEMENTS",
    "LARGEST",
    "READABLE",
    "REPORT",
    "SOURCES",
    "SOURCES_HEAD",
    "Found",
    "Sources",
    "decode",
    "fetch",
    "from_bytes",
    "from_memory",
    "from_web",
    "holds_articles",
    "is_file",
    "is_read",
    "is_url",
    "kind",
    "link_to",
    "look_into",
    "missing_files",
    "missing_rows",
    "page_of",
    "read",
    "read_all",
    "read_sources",
    "received",
    "sign_of",
    "standard_input",
    "stem_of",
    "with_rows",
]
