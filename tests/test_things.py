"""Things: sentences of our own, and the examples in the rows of lexicon/en/things-reading.toml."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegedly import claims
from allegedly.lexicon import load
from allegedly.model import Document, Quantity
from allegedly.reading.of_what.things import things
from allegedly.reading.parsing import parse
from allegedly.reading.when.times import times
from allegedly.text.tokens import tokenise

TABLE = tomllib.loads(Path(__file__).with_name("things.toml").read_text("utf8"))
SENTENCES = TABLE["sentence"]
FIELDS = ("thing", "head", "subject", "place", "verb")
_FIGURE = re.compile(r"(?<![\w,.])\d[\d,.]*(?: (?:square miles|percent|%|ft|km))?|\b(?:two|three|four)\b")


def read(row):
    """The thing of the figure in brackets; the other numbers of the sentence are figures too."""
    before, inside, behind = re.split(r"[\[\]]", row.get("text") or row["example"])
    text, start = before + inside + behind, len(before)
    kind = row.get("kind", "count")
    figures = [Quantity(start, start + len(inside), inside, value=row.get("value"), kind=kind)]
    for match in _FIGURE.finditer(text):
        if match.end() <= start or match.start() >= start + len(inside):
            unit = match[0].rpartition(" ")[2]
            kinds = {"percent": "share", "%": "share"} | dict.fromkeys(("miles", "ft", "km"), "measure")
            figures.append(Quantity(*match.span(), match.group(), kind=kinds.get(unit, "count")))
    figures.sort(key=lambda figure: figure.start)
    found = things(parse(tokenise(text), figures), figures)
    return found[[figure.start for figure in figures].index(start)]


def differences(row, wanted):
    """{field: what was read} where that is not what is wanted."""
    found = {name: getattr(read(row), name) or "" for name in FIELDS if name in wanted}
    return {name: value for name, value in found.items() if value != wanted[name]}


@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["way"])
def test_a_sentence_tells_what_is_counted(row):
    assert differences(row, row) == {}


@pytest.mark.parametrize("row", TABLE["paragraph"], ids=lambda row: row["text"])
def test_a_bare_count_goes_on_with_the_sentence_before(row):
    found = {claim.quantity.text: claim.thing.head or "" for claim in claims(Document("a", row["text"]))}
    assert found[row["figure"]] == row["head"]


@pytest.mark.parametrize("role", load("things-reading")["roles"].values(), ids=lambda role: role["example"])
def test_a_role_reads_its_example(role):
    assert differences(role, role["reads"]) == {}


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
