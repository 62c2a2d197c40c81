"""The first article's figures, and what the parts of the reading promise each other."""

import math
from math import inf
from pathlib import Path

import pytest

from allegedly.reading.how_much.intervals import hedge, interval
from allegedly.reading.how_much.numbers import number
from allegedly.reading.how_much.quantities import quantities, read_quantities
from allegedly.reading.how_much.units import unit
from allegedly.text.tokens import tokenise

ARTICLE = Path(__file__).parents[1] / "data" / "raw" / "2022-12-22-north-korea-weapons-wagner.txt"
FIRST = [
    ("$100 million", 1e8, "exact", "money", "USD", "month"),
    ("50,000", 5e4, "exact", "count", None, None),
    ("10,000", 1e4, "exact", "count", None, None),
    ("40,000", 4e4, "exact", "count", None, None),
    ("More than $100 million", 1e8, "more_than", "money", "USD", "month"),
    ("all", 100, "exact", "share", "percent", None),
    ("about 1,000", 1000, "about", "count", None, None),
    ("several", None, "vague", "count", None, None),
    ("not received any", 0, "exact", "count", None, None),
    ("no", 0, "exact", "count", None, None),
    ("never", 0, "exact", "count", None, None),
    ("no", 0, "exact", "count", None, None),
    ("never", 0, "exact", "count", None, None),
]
NUMBERS = {
    "50,000": 5e4, "1 000": 1000, "1,00,000": 1e5, "7.5 million": 7.5e6, "fifty-seven": 57,
    "a hundred and twenty": 120, "half a million": 5e5,
    "two and a half": 2.5, "one and one-half": 1.5, "two-thirds": 2 / 3, "a quarter of a million": 2.5e5,
    "5 lakh crore": 5e12, "two dozen": 24,
    "three point five": 3.5, "6×10⁵": 6e5, "10^6": 1e6, "4e14": 4e14, "½": 0.5, "2½": 2.5, "3/4": 0.75,
    "a million and a half": 1.5e6, "3.4bn": 3.4e9,
    "seven hundred twenty-one thousand twelve": 721012, "1e999": None, "10^10^10": None, "9" * 5000: None,
}  # fmt: skip
PLAIN = {  # without a hedge: (text, kind) → hard bounds
    ("143", "count"): (143, 143),
    ("40", "count"): (40, 40),
    ("50,000", "count"): (49_000, 51_000),
    ("7.5 million", "count"): (7.45e6, 7.55e6),
    ("67.3", "share"): (67.25, 67.35),
    ("85", "share"): (84.5, 85.5),
}
COLD = {
    "about": (-22, -21, -19, -18),
    "nearly": (-20, -20, -19, -18),
    "more than": (-20, -20, -17, inf),
    "below": (-inf, -23, -20, -20),
    "at most": (-inf, -inf, -20, -20),
}
NAMES = {
    "MW": "megawatt",
    "mW": "milliwatt",
    "sq km": "kilometer**2",
    "Australian dollars": "AUD",
    "cents": "USD",
    "nonsense": None,
}


def test_the_first_article_is_read_in_full():
    found = quantities(ARTICLE.read_text(encoding="utf8"))
    read = [(q.text, q.value, q.hedge, q.kind, q.unit, q.per) for q in found]
    assert [row for row in read if row in FIRST] == FIRST


def test_what_is_no_claim_is_listed_with_its_reason():
    found = read_quantities(tokenise("In 2014 the first shipment of 5G sets cost $3."), all=True)
    assert [(q.text, q.reason) for q in found] == [("2014", "year"), ("first", "ordinal"), ("5G", "name"), ("$3", None)]


@pytest.mark.parametrize("printed", NUMBERS)
def test_a_number_is_worth_what_is_printed(printed):
    found = number(printed)
    assert (found and found.value) == (NUMBERS[printed] and pytest.approx(NUMBERS[printed]))


@pytest.mark.parametrize("case", PLAIN, ids=str)
def test_without_a_hedge_the_last_digit_decides(case):
    printed, kind = case
    assert interval(number(printed), None, kind)[:2] == pytest.approx(PLAIN[case])


@pytest.mark.parametrize("words", ["about", "nearly", "more than", "at least", "less than", "up to", "exactly"])
@pytest.mark.parametrize("printed", ["3", "1,000", "0.3", "7.5 million"])
def test_what_readers_take_it_to_mean_lies_inside_what_the_words_allow(words, printed):
    found = interval(number(printed), hedge(words), "count")
    assert found.low <= found.likely_low <= found.likely_high <= found.high


@pytest.mark.parametrize("words", COLD)
def test_below_zero_a_bound_runs_on_and_nearly_is_nearer_to_it(words):
    [found] = quantities(f"It was {words} -20 degrees.")
    assert (found.low, found.likely_low, found.likely_high, found.high) == COLD[words]


@pytest.mark.parametrize("printed", NAMES)
def test_a_unit_is_told_by_its_printed_form(printed):
    found = unit(printed)
    assert (found and found.name) == NAMES[printed]


def test_a_figure_in_a_long_text_stands_where_it_says():
    text = "word " * 30_000 + "about 1,000 men " + "x" * 200_000 + " 12 men"
    assert [text[q.start : q.end] for q in quantities(text)] == ["about 1,000", "12"]


def test_an_open_bound_is_infinite():
    [figure] = quantities("more than 400 men")
    assert (figure.open, figure.high) == ("(low", math.inf)
