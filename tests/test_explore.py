"""For people at a notebook: a text read at once, the table narrowed down, a misreading mended."""

import tomllib

import openpyxl
import pytest

from allegedly import corpus, explore
from allegedly.errors import Trouble
from allegedly.explore.choices import DRAWN
from allegedly.explore.panel import _Panel
from allegedly.table import read_table

ARTICLE = "Mayor Ana Ruiz said about 300 boats burned. Police counted 40 arrests and $2 million in damage."


@pytest.fixture
def news(tmp_path):
    (tmp_path / "harbour.txt").write_text(ARTICLE, encoding="utf8")
    return corpus.load(tmp_path / "processed", tmp_path)


# (a text, what its cards must say)
TEXTS = (
    ("About 1,000 people came.", "900 to 1,100"),
    ("It cost more than $5 million.", "more than $5 million"),
    ("<b>Some</b> 40 dogs", "&lt;b&gt;"),
    ("Nothing at all was said of it", "</p>"),
    ("", "No figure was found"),
)


@pytest.mark.parametrize(("text", "shown"), TEXTS)
def test_any_text_is_read_at_once(text, shown):
    assert shown in explore.read_text(text).html


# (choices, the figures that are left)
CHOICES = (
    ({}, ["about 300", "40", "$2 million"]),
    ({"kind": "money"}, ["$2 million"]),
    ({"search": "BOATS ruiz"}, ["about 300"]),
    ({"kind": "money", "search": "boats burned arrests"}, []),
    ({"verdict": "conflicts"}, []),
)


@pytest.mark.parametrize(("choices", "left"), CHOICES, ids=str)
def test_choices_narrow_the_table_down(news, choices, left):
    assert explore.explore(news).left(**choices)["text"].tolist() == left


# (choices by day and by number, the figures that are left)
BOUNDS = (
    ({"least": 100}, ["about 300", "$2 million"]),
    ({"most": 100}, ["40"]),
    ({"least": 100, "most": 1000}, ["about 300"]),
    ({"since": "2030-01-01"}, []),
    ({"unit": "USD", "least": 1}, ["$2 million"]),
)


@pytest.mark.parametrize(("choices", "left"), BOUNDS, ids=str)
def test_days_and_numbers_bound_the_table(news, choices, left):
    assert explore.explore(news).left(**choices)["text"].tolist() == left


def test_what_is_picked_is_a_table_and_its_sentence_is_shown(news):
    bench = explore.explore(news)
    assert len(bench.selected) == 3
    bench.pick([2])
    assert bench.selected["text"].tolist() == ["$2 million"]
    assert "$2 million</mark>" in bench.cited().html and bench.chosen in bench.cited().html


@pytest.mark.parametrize("how", DRAWN)
def test_what_is_picked_is_drawn(news, how):
    bench = explore.explore(news)
    bench.left(kind="count")
    assert bench.draw(how)._repr_html_()


def test_one_picture_over_time_has_one_unit(news):
    assert explore.explore(news).dated()["text"].tolist() == ["about 300", "40"]


def test_what_is_picked_is_taken_along(news, tmp_path):
    bench = explore.explore(news)
    bench.left(kind="money")
    assert read_table(bench.to_csv(tmp_path / "x.csv"))["text"].tolist() == ["$2 million"]
    sheet = openpyxl.load_workbook(bench.to_xlsx(tmp_path / "x.xlsx"))["claims"]
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == ["$2 million"]


def test_the_panel_follows_what_is_chosen_and_mends(news, tmp_path):
    panel = _Panel(explore.explore(news, tmp_path / "processed", tmp_path))
    assert "3 of 3 claims" in panel.said.value and len(panel.grid.df) == 3
    panel.filters["kind"].value = "count"
    assert "2 of 3 claims" in panel.said.value and panel.grid.df["text"].tolist() == ["about 300", "40"]
    panel.filters["kind"].value = "cou"  # half typed: not asked yet
    assert "3 of 3 claims" in panel.said.value
    panel.grid.selected_rows = [1]
    assert ">40</mark>" in panel.cited.value and "1 selected" in panel.said.value
    boxes = {box.description: box for row in panel.shown.children for box in getattr(row, "children", ())}
    boxes["No claim"].click()
    assert "Not done: say why" in panel.said.value
    boxes["because"].value, boxes["by"].value = "the caption says so", "a test"
    boxes["No claim"].click()
    assert "does not say" not in panel.said.value and "1 correction;" in panel.said.value
    assert panel.grid.df["text"].tolist() == ["about 300", "$2 million"]
    boxes["Undo"].click()
    assert "Taken back: kind" in panel.said.value and len(panel.grid.df) == 3
    boxes["Undo"].click()
    assert "Not done" in panel.said.value


@pytest.mark.parametrize(("text", "seen"), [("", 0), ("Some 40 boats sank. <b>", 1)])
def test_what_is_pasted_is_read_at_once(text, seen):
    box, view = explore.paste().widget().children
    box.value = text
    assert view.value.count('<mark class="count" id') == seen and "<b>" not in view.value


def test_a_correction_written_by_hand_can_be_taken_back_where_it_is_told_apart(news, tmp_path):
    path, there = tmp_path / "corrections.toml", 'same = []\n\n[[correction]]\nclaim = "x"\ncolumn = "thing"\n'
    path.write_text(there + 'now = "y"\nwhy = "z"\nby = "me"\n', encoding="utf8")
    assert "thing of x" in explore.undo(news) and "correction" not in path.read_text()
    with pytest.raises(LookupError, match="no correction"):
        explore.undo(news)


def test_without_widgets_the_whole_table_stands_there(news):
    shown = explore.explore(news)._repr_mimebundle_()
    assert all(text in shown["text/html"] for text in ("about 300", "$2 million"))


def test_a_correction_is_obeyed_by_the_next_run(news, tmp_path):
    [claim] = news.claims.loc[news.claims["text"] == "40", "id"]
    said = explore.correct(news, claim, column="thing", now='ta"xi\nrides', why="see line 1", by="a test")
    again = corpus.load(tmp_path / "processed", tmp_path)
    assert "1 correction;" in said and again.claims.set_index("id")["thing"][claim] == 'ta"xi\nrides'


def test_corrections_are_added_to_those_that_are_there(news, tmp_path):
    for claim in news.claims["id"]:
        explore.correct(news, claim, column="thing", now="x", why="y", by="z")
    assert len(tomllib.loads((tmp_path / "corrections.toml").read_text())["correction"]) == 3


@pytest.mark.parametrize(("claim", "column"), [("harbour@1", "thing"), ("harbour@21", "nonsense")])
def test_a_correction_of_nothing_is_refused(news, claim, column):
    with pytest.raises(LookupError, match="take its id from the table"):
        explore.correct(news, claim, column=column, now="x", why="y", by="z")


@pytest.mark.parametrize(
    ("column", "now", "said"),
    [("value", "many", "is no number"), ("low", "9e9", "would be above high"), ("start", "3", "cannot be corrected")],
)
def test_a_correction_that_cannot_be_is_refused_and_nothing_is_written(news, tmp_path, column, now, said):
    with pytest.raises(Trouble, match=said):
        explore.correct(news, news.claims["id"].iloc[0], column=column, now=now, why="y", by="z")
    assert not (tmp_path / "corrections.toml").exists()
