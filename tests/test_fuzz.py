"""Whatever stands in a text, its figures keep their promises."""

import math
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from allegedly.lexicon import load
from allegedly.reading.how_much.quantities import read_quantities
from allegedly.text.tokens import tokenise

WORDS = [
    *load("numbers")["ones"], *load("numbers")["scale"], *load("numbers")["nth"], *load("currencies")["sign"],
    *(form for row in load("hedges")["hedge"] for form in row.get("before", ())), *load("grammar")["words"]["month"],
    *(form for unit in load("units")["unit"] for form in unit.get("symbols", ())),
    "1,000", "3.5", "2014", "10 000", "3/4", "½", "6×10⁵", "4e14", "1e999", "3:30", "9,9,9", "(", ")", ".",
    ",", "-", "–", "%", "+", "and", "to",
    "between", "from", "per", "each", "a", "the", "of", "men", "Boeing", "no", "all", "never", "several",
    "\n\n", "²", "\ue001", "İ", "\x00",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=25).map("".join),
)
NASTY = {
    "a number of a million digits": "9" * 1_000_000,
    "nines and commas": "9," * 200_000,
    "a thousand hedges": "more than " * 1_000 + "5 men",
    "ten megabytes without a space": "x" * 10_000_000,
    "hundred and hundred": "hundred and " * 20_000,
    "nested brackets": "(" * 50_000 + "5" + ")" * 50_000,
    "a great power": "1e999999999 and 10^10^10",
    "halves": "½" * 100_000,
    "hyphens": "A-" * 50_000 + "2",
    "a long list": "1 million, 2 million, " * 10_000,
    "spaced digits": "1 000 " * 50_000,
    "months": "May 5 " * 20_000,
}


def read(text):
    return read_quantities(tokenise(text), all=True)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_figures_stand_in_order_inside_their_text(text):
    found = read(text)
    edges = [edge for figure in found for edge in (figure.start, figure.end)]
    assert edges == sorted(edges)
    assert all(text[figure.start : figure.end] == figure.text != "" for figure in found)


@given(TEXTS)
@example("a third of them, one in seven, 32725 thirds")
@example("more than -20 degrees, less than 0.7 -0.1 percent")
@example("several 5.9e290, no smaller than -1.79e308, several 90 men")
@settings(max_examples=300, deadline=None)
def test_a_claim_has_bounds_around_its_value(text):
    for figure in (figure for figure in read(text) if figure.kind != "none"):
        assert figure.low <= figure.likely_low <= figure.likely_high <= figure.high
        assert figure.value is None or (math.isfinite(figure.value) and figure.low <= figure.value <= figure.high)


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_text_is_read_the_same_twice_and_tells_why_what_is_no_claim(text):
    found = read(text)
    assert found == read(text)
    assert all((figure.kind == "none") == (figure.reason is not None) for figure in found)


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_text_is_read_to_its_end(name):
    text = NASTY[name]
    assert all(text[figure.start : figure.end] == figure.text for figure in read(text))


def test_the_search_of_make_fuzz_runs_and_counts_what_it_tried(tmp_path):
    """Without Atheris Hypothesis goes by itself; one that does not start would find nothing."""
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("fuzz.py"), "1", tmp_path],
        capture_output=True,
        text=True,
        timeout=300,
    )
    texts, _, relations = done.stdout.splitlines()[-1].partition(" texts; relations that did not hold: ")
    assert int(texts) > 0 and relations.startswith("{"), done.stderr
