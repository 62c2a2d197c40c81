"""Time words: each row of lexicon/en/times.toml reads its own example."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.reading.parsing import parse
from allegedly.reading.when.expressions import expressions
from allegedly.reading.when.times import times
from allegedly.text.tokens import tokenise

SENTENCES = tomllib.loads(Path(__file__).with_name("times.toml").read_text("utf8"))["sentence"]
TODAY = date(2024, 5, 15)  # a Wednesday


def _read(text, figure, per=None, today=TODAY):
    start = text.index(figure)
    figures = [Quantity(start, start + len(figure), figure, per=per)]
    return times(parse(tokenise(text), figures), figures, today)[0]


@pytest.mark.parametrize("row", load("times")["phrase"], ids=lambda row: row["shape"])
def test_a_row_reads_its_example(row):
    tokens = tokenise(row["example"])
    assert row["when"] in [tokens.slice(e.first, e.last) for e in expressions(tokens) if e.row is row]


@pytest.mark.parametrize("row", load("times")["phrase"], ids=lambda row: row["shape"])
def test_a_row_allows_the_days_of_its_example(row):
    *_, figure = re.finditer(
        r"\d[\d,.]*\d|\d|four|Four|million", row["example"].replace(row["when"], " " * len(row["when"]))
    )
    figures = [Quantity(*figure.span(), figure.group(), per="day" if "rate" in row else None)]
    [read] = times(parse(tokenise(row["example"]), figures), figures, TODAY)
    assert row.get("rate") == "silent" or [str(day or "") for day in (read.about_from, read.about_to)] == row["days"]


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["text"])
def test_a_figure_is_dated_only_by_what_dates_it(row):
    before, inside, behind = re.split(r"[\[\]]", row["text"])
    figure = Quantity(len(before), len(before + inside), inside, kind=row.get("kind", "count"))
    [found] = times(parse(tokenise(before + inside + behind), [figure]), [figure])
    assert (found.when or "") == row["when"]
