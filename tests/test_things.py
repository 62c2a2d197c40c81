"""Things: sentences of our own, and the examples in the rows of lexicon/en/things-reading.toml."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marked import read_marked

from allegedly import claims
from allegedly.lexicon import load
from allegedly.model import Document, Quantity
from allegedly.reading.of_what.things import things
from allegedly.reading.parsing import parse
from allegedly.reading.when.times import times
from allegedly.text.tokens import tokenise

TABLE = tomllib.loads(Path(__file__).with_name("things.toml").read_text("utf8"))
SENTENCES = TABLE["sentence"]
FIELDS = ("thing", "head", "subject", "place", "verb", "kind", "value")


def read(row):
    """The figure in brackets and its thing, in one dict."""
    tokens, figures, number = read_marked(row.get("text") or row["example"])
    found = things(parse(tokens, figures), figures)[number]
    return figures[number]._asdict() | found._asdict()


def differences(row, wanted):
    """{field: what was read} where that is not what is wanted."""
    found = read(row)
    found = {name: found[name] for name in FIELDS if name in wanted}
    found = {name: "" if value is None else value for name, value in found.items()}
    return {name: value for name, value in found.items() if value != wanted[name]}


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["way"])
def test_a_sentence_tells_what_is_counted(row):
    assert differences(row, row) == {}


@pytest.mark.parametrize("row", TABLE["misread"], ids=lambda row: row["why"])
@pytest.mark.xfail(strict=True)
def test_known_failures(row):
    assert differences(row, row) == {}


@pytest.mark.parametrize("row", TABLE["paragraph"], ids=lambda row: row["text"])
def test_a_bare_count_goes_on_with_the_sentence_before(row):
    found = {claim.quantity.text: claim.thing.head or "" for claim in claims(Document("a", row["text"]))}
    assert found[row["figure"]] == row["head"]


@pytest.mark.parametrize("role", load("things-reading")["roles"].values(), ids=lambda role: role["example"])
def test_a_role_reads_its_example(role):
    assert differences(role, role["reads"]) == {}


RULES = [
    (column, row) for column, part in (("thing_rule", "rule"), ("verb_rule", "verb")) for row in load("counted")[part]
]


@pytest.mark.parametrize(("column", "row"), RULES, ids=lambda case: case["name"] if isinstance(case, dict) else case)
def test_a_rule_reads_its_example_and_not_its_negative(column, row):
    asked = {key: value for key, value in row.items() if key in FIELDS or key == "kind"}
    assert read(row)[column] == row["name"]
    assert differences(row, asked) == {}
    assert read({"text": row["not"]})[column] != row["name"]


@pytest.mark.parametrize(
    "also", [also for _, row in RULES for also in row.get("also", ())], ids=lambda row: row["text"]
)
def test_a_rule_reads_its_further_examples(also):
    assert differences(also, also) == {}


WORDS = sorted({word for row in SENTENCES for word in row["text"].split()}) + list('(),;:"-.%') + ["300", "never"]


@given(st.lists(st.sampled_from(WORDS), max_size=40), st.sampled_from(("count", "share", "money", "duration", "none")))
def test_any_string_of_words_has_an_answer(words, kind):
    text = " ".join(words)
    figures = [
        Quantity(*found.span(), found.group(), value=0, kind=kind) for found in re.finditer(r"\b(300|5|never)\b", text)
    ]
    found = things(parse(tokenise(text), figures), figures)
    assert len(found) == len(figures) == len(times(parse(tokenise(text), figures), figures, date(2024, 5, 15)))
    assert all((one.thing or "") in text and (one.subject or "") in text for one in found)
