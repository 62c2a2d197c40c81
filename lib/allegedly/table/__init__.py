"""The tidy tables: claims a row a claim, findings a row a finding. Their columns are the contract of docs/tables.md.

`schema` names the columns, `frames` makes DataFrames of them, `files` reads and writes those, `corrections` mends them.
"""

from .corrected import correct
from .corrections import check_correction, read_corrections
from .files import FORMATS, read_table, replacing, table_bytes, write_package, write_table
from .findings import trivial
from .frames import conform, sound, tidy
from .judgements import Judgements, check_judgement, placed, quoted, read_judgements
from .opinions import held, precision, quotes, read_opinions
from .quoted import found, likeness
from .schema import (
    CHANGES,
    CHECKS,
    CLAIMS,
    COVERAGE,
    EVENTS,
    HEDGES,
    KINDS,
    SECTIONS,
    SERIES,
    SEVERITIES,
    STANCES,
    UNCHECKED,
    VERDICTS,
    Column,
)
from .series import COLUMNS_OF_SERIES, FEW, REACH, events, is_copy, series, told_of, with_series

__all__ = [
    "CHANGES",
    "CHECKS",
    "CLAIMS",
    "COLUMNS_OF_SERIES",
    "COVERAGE",
    "EVENTS",
    "FEW",
    "FORMATS",
    "HEDGES",
    "KINDS",
    "REACH",
    "SECTIONS",
    "SERIES",
    "SEVERITIES",
    "STANCES",
    "UNCHECKED",
    "VERDICTS",
    "Column",
    "Judgements",
    "check_correction",
    "check_judgement",
    "conform",
    "correct",
    "events",
    "found",
    "held",
    "is_copy",
    "likeness",
    "placed",
    "precision",
    "quoted",
    "quotes",
    "read_corrections",
    "read_judgements",
    "read_opinions",
    "read_table",
    "replacing",
    "series",
    "sound",
    "table_bytes",
    "tidy",
    "told_of",
    "trivial",
    "with_series",
    "write_package",
    "write_table",
]
