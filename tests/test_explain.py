"""How a text is read: one sentence through all layers, and what read each of its fields."""

import json
from datetime import date

import pytest

from allegedly import claims, explain
from allegedly.explanation import LAYERS
from allegedly.explanation.printed import WIDTH
from allegedly.model import Document

SENTENCE = '"We buried nearly 300 Norland sailors on Friday," Ida Holm, the mayor, told the Morning Tide.'
FOUND = explain(SENTENCE, date(2024, 5, 15))
# Texts of other kinds: several sentences, reported doubts, changes, no figure, no claim, nothing at all, no English.
TEXTS = [
    SENTENCE,
    "Ole Brandt met Ida Holm. She said that 40 goats, at most, had died. He denied it: none had.",
    "Reportedly, sales rose 12% to $1.4bn from $1.2bn in 2020, including 3 to 5 boats a month.",
    "Nothing was sold.",
    "In 2014 the first came.",
    "Town\tDead\nOs\t5\nMo\t6",
    "<b>5 & 6</b> “goats”",
    "5",
    "…",
    "1.200 personas murieron.",
    "MR. VIK: We lost 5 men.\n\nThe board expects no losses.",
]


def layer(name):
    [found] = FOUND.layers(name)
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def test_the_tokens_have_their_tags_lemmas_and_classes():
    rows = {row["text"]: (row["upos"], row["lemma"]) for row in layer("tokens")}
    assert rows["buried"] == ("VERB", "bury")
    assert rows["sailors"] == ("NOUN", "sailor")
    assert rows["Norland"] == ("PROPN", "norland")
    assert rows["300"][0] == "NUM"
    assert "say" in next(row["classes"] for row in layer("tokens") if row["text"] == "told")


def test_the_chunks_are_phrases():
    kinds = {row["text"]: row["kind"] for row in layer("chunks")}
    assert kinds["nearly 300 Norland sailors"] == "NP"
    assert (kinds["buried"], kinds["told"]) == ("VP", "VP")


def test_the_clauses_have_verb_and_subject():
    assert ("bury", "We") in [(row["lemma"], row["subject"]) for row in layer("clauses")]


def test_the_quotation_stands_between_its_marks():
    assert [row["text"] for row in layer("quotations")] == ['"We buried nearly 300 Norland sailors on Friday,"']


def test_the_cue_has_its_speaker_and_row():
    assert [(row["text"], row["row"]) for row in layer("cues")] == [("told", "speech.toml verb: tell")]


def test_the_time_has_its_row():
    [row] = layer("times")
    assert row["text"] == "on Friday"
    assert row["row"] == "times.toml phrase: weekday"


def test_the_figure_has_what_it_allows_and_its_row():
    [row] = layer("figures")
    assert row == {
        "text": "nearly 300",
        "kind": "count",
        "allows": "270 to 300",
        "row": "<hedge> <number> <unit>",
        "unit": "",
    }


def test_the_figures_of_a_change_are_one_frame():
    [found] = explain("Sales rose 20% to 1,200 boats from 1,000.").layers("frames")
    assert {row[:3] for row in found.rows} == {
        ("change", "by_share", "20%"),
        ("change", "to", "1,200"),
        ("change", "from", "1,000"),
    }


# field, value, what read it begins with, whether that is a named row
FIELDS = [
    ("text", "nearly 300", "grammar.toml: <hedge> <number> <unit>", True),
    ("hedge", "nearly", "hedges.toml: nearly", True),
    ("thing", "Norland sailors", "counted.toml: so many cows", True),
    ("head", "sailor", "counted.toml: so many cows", True),
    ("verb", "bury", "counted.toml: bought 40 boats", True),
    ("when", "on Friday", "times.toml phrase: weekday", True),
    ("about_from", "2024-05-10", "times.toml phrase: weekday", True),
    ("speaker", "Ida Holm", "speech.toml verb: tell", True),
    ("via", "Morning Tide", "code", False),
    ("stance", "asserted", "no word that doubts", True),
    ("quoted", "yes", "quotation marks", True),
]


@pytest.mark.parametrize(("name", "value", "read_by", "is_named"), FIELDS)
def test_a_field_tells_what_read_it(name, value, read_by, is_named):
    [figure] = FOUND.figures
    field = figure[name]
    assert (field.value, field.read_by[: len(read_by)], field.is_named) == (value, read_by, is_named)


def test_a_field_that_there_is_not_is_an_error():
    with pytest.raises(KeyError, match="colour"):
        FOUND.figures[0]["colour"]


# a sentence, a field of its first figure, its value, what read it
OTHERS = [
    ("Some 40 percent of wells are dry.", "unit", "percent", "units.toml: percent"),
    ("It cost $3 million.", "unit", "USD", "currencies.toml: USD"),
    ("In 2014 they came.", "reason", "year", "grammar.toml: <year>"),
    ("Reportedly, 40 people had died.", "stance", "alleged", "speech.toml adverb: reportedly"),
    ("At least 16 died, according to the Coast Guard.", "speaker", "Coast Guard", "speech.toml source: according to"),
    (
        "The town lost 40 shops. By May, 12 had reopened.",
        "thing",
        "shops",
        "counted.toml: so many cows",
    ),
    ("Sales rose 20% to 1,200 boats from 1,000.", "role", "by_share", "code frames"),
    ("A flood in Arda killed 12 miners.", "fate", "die", "measures.toml fate: die"),
    ("A flood in Arda killed 12 miners.", "group", "miner", "measures.toml group: miner"),
    ("A flood in Norway killed 12 miners on Friday.", "event", "text#flood-norway", "events.toml kind: flood"),
]


@pytest.mark.parametrize(("text", "name", "value", "read_by"), OTHERS, ids=lambda case: case)
def test_a_row_of_each_table_is_named(text, name, value, read_by):
    field = explain(text).figures[0][name]
    assert (field.value, field.read_by[: len(read_by)]) == (value, read_by)


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_explained_is_what_is_read(text):
    wanted = {
        (claim.quantity.text, claim.thing.thing or "", claim.attribution.speaker or "")
        for claim in claims(Document("a", text))
    }
    found = {
        (figure.text, figure["thing"].value, figure["speaker"].value)
        for figure in explain(text).figures
        if figure.is_claim
    }
    assert found == wanted


@pytest.mark.parametrize("text", TEXTS)
def test_every_field_names_what_read_it(text):
    assert all(field.read_by for figure in explain(text).figures for field in figure.fields)


@pytest.mark.parametrize("text", TEXTS)
def test_no_line_is_too_wide(text):
    assert [line for line in repr(explain(text)).splitlines() if len(line) > WIDTH] == []


@pytest.mark.parametrize("text", TEXTS)
def test_every_layer_stands_in_the_json(text):
    told = json.loads(json.dumps(explain(text).as_dict()))
    names = [function.__name__ for function in LAYERS]
    assert all([*sentence["layers"]] == names for sentence in told["sentences"])


def test_a_notebook_shows_it_with_all_text_escaped():
    html = explain("<b>5 & 6</b> goats")._repr_html_()
    assert "&lt;b&gt;" in html or "&lt;" in html
    assert "<b>5" not in html
