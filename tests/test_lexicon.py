"""The rows of the figures' tables read their own examples, and every word stands in one place."""

from collections import Counter

import pytest

from allegedly.lexicon import load
from allegedly.reading.how_much.quantities import read_quantities
from allegedly.text.tokens import tokenise

STAGES = ("exception", "pair", "figure")
ROWS = {
    (row["name"], *example): row for stage in STAGES for row in load("grammar")[stage] for example in row["examples"]
}
HEDGES = {tuple(example): row["name"] for row in load("hedges")["hedge"] for example in row["examples"]}
UNITS = {unit["example"]: unit["name"] for unit in load("units")["unit"] if "example" in unit}
NUMBERS = {
    word: worth for table in ("ones", "teens", "tens", "scale") for word, worth in load("numbers")[table].items()
}

NO_UNITS = {  # what CLDR lists and news prints as counts, or as words that mean something else more often
    "angle-revolution", "concentr-item", "concentr-permyriad", "concentr-mole", "energy-therm-us", "graphics-em",
    "graphics-dot", "length-earth-radius", "light-solar-luminosity", "mass-stone", "mass-earth-mass", "mass-grain",
    "pressure-bar", "pressure-gasoline-energy-density", "speed-beaufort", "speed-light-speed", "volume-pint-metric",
    "volume-cup-metric", "volume-gallon-imperial", "volume-fluid-ounce-imperial", "volume-dessert-spoon",
    "volume-dessert-spoon-imperial", "volume-drop", "volume-jigger", "volume-pinch", "volume-quart-imperial",
}  # fmt: skip


def read(text):
    return read_quantities(tokenise(text), all=True)


@pytest.mark.parametrize("case", ROWS, ids=str)
def test_a_row_of_the_grammar_reads_its_example(case):
    name, text, printed = case
    assert printed in [figure.text for figure in read(text) if figure.rule.startswith(name)]


@pytest.mark.parametrize("case", HEDGES, ids=str)
def test_a_hedge_gives_the_bounds_of_its_example(case):
    text, low, high = case
    [figure] = read(f"It held {text} doors")
    assert (figure.hedge, figure.low, figure.high) == (HEDGES[case], pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize("text", UNITS)
def test_a_unit_is_read_from_its_example(text):
    assert [figure.unit for figure in read(f"It took {text} there")] == [UNITS[text]]


@pytest.mark.parametrize("word", NUMBERS)
def test_a_number_word_is_worth_what_its_table_says(word):
    assert [figure.value for figure in read(f"{word} ships")][:1] == [NUMBERS[word]]


@pytest.mark.parametrize("example", load("currencies")["example"], ids=lambda example: example["text"])
def test_money_is_read_from_its_example(example):
    [figure] = read(f"It cost {example['text']} there")
    assert (figure.kind, figure.value, figure.unit) == ("money", pytest.approx(example["value"]), example["unit"])


def test_every_currency_in_use_is_known():
    from babel.core import get_global

    tender = {
        code
        for places in get_global("territory_currencies").values()
        for code, _, end, legal in places
        if legal and not end
    }
    assert tender <= set(load("currencies")["currency"])


def test_every_unit_of_cldr_is_known():
    from babel.localedata import load as locale

    rows = locale("en")["unit_patterns"]
    printed = {name: forms["long"]["other"] for name, forms in rows.items() if "other" in forms.get("long", ())}
    unread = {name for name, form in printed.items() if [q.unit for q in read(form.format(12.5))][:1] in ([], [None])}
    assert {name for name in unread if "person" not in name} == NO_UNITS


@pytest.mark.parametrize(
    "tables",
    [["ones", "teens", "tens", "hundred", "scale", "scales", "nth", "nths", "ordinal", "factor", "multiplied"]],
)
def test_a_number_word_stands_in_one_table(tables):
    words = Counter(word for table in tables for word in load("numbers")[table])
    assert [word for word, times in words.items() if times > 1] == []
