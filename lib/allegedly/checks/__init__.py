"""Holds the figures of a claims table against each other, and says what follows in a sentence.

check(table)              a row a finding: which figures, by which words, with what verdict
check_across(table)       the same of series alone, which several articles tell
unchecked(table, …)       why each claim was not asked, by the rows of the table
coverage(table, …)        how many figures there were, were read, could be checked, and why the others could not
summary(table, …)         the same in two sentences, with what conflicts and what agrees
derived(table, …)         figures a reader would want that follow from those printed
conflict_sets(table, …)   the smallest sets of claims that cannot all hold
read_givens(path)         exchange rates and numbers that people give, each with its source
voices(table)             how many independent speakers stand behind a figure told in several articles
"""

from .across import voices
from .checking import check, check_across
from .conflicts import conflict_sets
from .coverage import coverage, unchecked
from .derived import derived
from .givens import Givens, read_givens
from .summary import summary

__all__ = [
    "Givens",
    "check",
    "check_across",
    "conflict_sets",
    "coverage",
    "derived",
    "read_givens",
    "summary",
    "unchecked",
    "voices",
]
