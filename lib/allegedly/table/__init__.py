"""The tidy tables: claims a row a claim, findings a row a finding. Their columns are the contract of docs/tables.md.

`schema` names the columns, `frames` makes DataFrames of them, `files` reads and writes those, `corrections` mends them.
"""

from .corrections import correct, read_corrections
from .files import FORMATS, read_table, replacing, table_bytes, write_package, write_table
from .frames import conform, sound, tidy
from .schema import (
    CHANGES,
    CHECKS,
    CLAIMS,
    COVERAGE,
    HEDGES,
    KINDS,
    SECTIONS,
    SEVERITIES,
    STANCES,
    VERDICTS,
    Column,
)

__all__ = [
    "CHANGES",
    "CHECKS",
    "CLAIMS",
    "COVERAGE",
    "FORMATS",
    "HEDGES",
    "KINDS",
    "SECTIONS",
    "SEVERITIES",
    "STANCES",
    "VERDICTS",
    "Column",
    "conform",
    "correct",
    "read_corrections",
    "read_table",
    "replacing",
    "sound",
    "table_bytes",
    "tidy",
    "write_package",
    "write_table",
]
