"""Time words: each row of lexicon/en/times.toml reads its own example."""

from datetime import date

import pytest
from marked import read_marked

from allegedly.lexicon import load
from allegedly.reading.how_much.quantities import read_quantities
from allegedly.reading.parsing import parse
from allegedly.reading.when.expressions import expressions
from allegedly.reading.when.times import times
from allegedly.text.tokens import tokenise

SENTENCES = load("times")["sentence"]
TODAY = date(2024, 5, 15)  # a Wednesday


@pytest.mark.parametrize("row", load("times")["phrase"], ids=lambda row: row["name"])
def test_a_row_reads_its_example(row):
    tokens = tokenise(row["example"])
    assert row["when"] in [tokens.slice(e.first, e.last) for e in expressions(tokens) if e.row == row]


@pytest.mark.parametrize("row", load("times")["phrase"], ids=lambda row: row["name"])
def test_a_row_dates_the_last_figure_of_its_example(row):
    tokens, start = tokenise(row["example"]), row["example"].index(row["when"])
    figures = read_quantities(tokens)
    found = zip(figures, times(parse(tokens, figures), figures, TODAY), strict=True)
    *_, read = [time for figure, time in found if figure.end <= start or figure.start >= start + len(row["when"])]
    silent = row.get("rate", False)
    assert (read.when or "") == ("" if silent else row["when"])
    assert [str(day or "") for day in (read.about_from, read.about_to)] == (["", ""] if silent else row["days"])


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["text"])
def test_a_figure_is_dated_only_by_what_dates_it(row):
    tokens, figures, number = read_marked(row["text"])
    assert (times(parse(tokens, figures), figures)[number].when or "") == row["when"]
