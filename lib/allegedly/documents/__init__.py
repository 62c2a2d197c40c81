"""Files on disk → Documents, with what is known of them.

`text` decodes bytes, `sources` reads `sources.csv`, `places` looks into folders, `articles` reads: one reader a format,
`datelines` finds the day that an article prints of itself.
"""

from .articles import CORRECTIONS, GIVENS, LARGEST, from_bytes, look_into, read
from .places import FOLDER, is_file, kind
from .sources import Sources, missing_files, read_sources
from .text import decode

__all__ = [
    "CORRECTIONS",
    "FOLDER",
    "GIVENS",
    "LARGEST",
    "Sources",
    "decode",
    "from_bytes",
    "is_file",
    "kind",
    "look_into",
    "missing_files",
    "read",
    "read_sources",
]
