"""Each flag and each word of a row is needed: it is taken away, and an example of that row must notice."""

import pytest
from rows import READS, rows, unnoticed

ROWS = [(row, right) for table, right in READS.items() for row in rows(table)]
NAMES = [f"{row.table}.{row.label}" for row, _ in ROWS]
# What no example can show today, since it is not read: a row that reads it again must lose its line here.
UNREAD = {
    "speech.verb point": [("forms", "point")],  # taken for a noun: "officials point out that"
    "speech.verb lower": [("forms", "lower")],  # taken for an adjective: "Officials lower the death toll to"
    "speech.nouns official": [("documents", "log")],  # taken for a verb: "The log revealed 14 leaks"
    "speech.phrases of": [("between", "since")],  # "The council has since announced 14 posts"
}


@pytest.mark.parametrize(("row", "right"), ROWS, ids=NAMES)
def test_a_row_reads_its_examples(row, right):
    assert [case for case in row.cases() if not right(case)] == []


@pytest.mark.parametrize(("row", "right"), ROWS, ids=NAMES)
def test_each_part_of_a_row_is_noticed_by_its_examples(row, right):
    assert unnoticed(row, right) == UNREAD.get(f"{row.table}.{row.label}", [])
