"""Files on disk → Documents, with what is known of them.

`text` decodes bytes, `sources` reads `sources.csv`, `articles` finds and reads the files: one reader a format.
"""

from .articles import CORRECTIONS, find, from_bytes, read, unreadable
from .sources import Sources, missing_files, read_sources
from .text import decode

__all__ = [
    "CORRECTIONS",
    "Sources",
    "decode",
    "find",
    "from_bytes",
    "missing_files",
    "read",
    "read_sources",
    "unreadable",
]
