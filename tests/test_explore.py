"""For people at a notebook: a text read at once, the table narrowed down, a misreading mended."""

import tomllib

import pytest

from allegedly import corpus, explore
from allegedly.errors import Trouble

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


def test_the_view_shows_the_table_and_the_article(news):
    html = explore.explore(news).view(kind="money").html
    assert "<tbody>" in html and 'class="news"' in html and html.count("<mark") == 2


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
