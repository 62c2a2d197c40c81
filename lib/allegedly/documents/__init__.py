"""Files on disk → Documents, with what is known of them.

`text` decodes bytes, `sources` reads `sources.csv`, `places` looks into folders, `articles` reads: one reader a format,
`datelines` finds the day that an article prints of itself.
"""

from .articles import CORRECTIONS, GIVENS, from_bytes, is_read, look_into, read
from .given import LARGEST, standard_input
from .places import FOLDER, REPORT, is_file, kind
from .received import received
from .sources import SOURCES_HEAD, Sources, missing_files, read_sources
from .text import decode

__all__ = [
    "CORRECTIONS",
    "FOLDER",
    "GIVENS",
    "LARGEST",
    "REPORT",
    "SOURCES_HEAD",
    "Sources",
    "decode",
    "from_bytes",
    "is_file",
    "is_read",
    "kind",
    "look_into",
    "missing_files",
    "read",
    "read_sources",
    "received",
    "standard_input",
]
