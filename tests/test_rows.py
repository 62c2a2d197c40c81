"""Each flag and each word of a row is needed: it is taken away, and an example of that row must notice."""

import pytest
from rows import READS, rows, unnoticed_of

ROWS = {table: [*rows(table)] for table in READS}
# What no example can show today: a part that one shows again must lose its line here.
UNREAD = {
    "speech": {
        ("verb lower", "forms", "lower"),  # taken for an adjective: "Officials lower the death toll to 300"
        ("nouns official", "documents", "log"),  # taken for a verb: "The log revealed 14 leaks"
    },
    "times": {
        # a rate dates nothing, and has no days
        ("phrase each month", "span", None),
        ("phrase a month", "span", None),
        ("phrase monthly", "span", None),
    },
}


@pytest.mark.parametrize("table", ROWS)
def test_the_rows_of_a_table_read_their_examples(table):
    wrong = [(row.label, case) for row in ROWS[table] for case in row.cases() if not READS[table](case)]
    assert wrong == []


@pytest.mark.parametrize("table", ROWS)
def test_each_part_of_a_row_is_noticed_by_its_examples(table):
    lost = {(part.row.label, part.key, part.word) for part in unnoticed_of(ROWS[table], READS[table])}
    assert lost == UNREAD.get(table, set())
