"""Charts: an Axes each, with alt text made from the data, drawn as SVG that a strict page shows."""

from functools import cache
from xml.etree import ElementTree

import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from pages_sample import HOSTILE, empty, hostile, sample

from allegedly import charts
from allegedly.evaluate import score


def scores(given):
    gold = given.figures.assign(surface=given.figures["text"], bound="=", is_claim=True, digitless=False)
    return score(given.figures, gold.astype(object).where(gold.notna(), None))


# Each chart: how it is drawn, and what its alt text must tell of the sample.
CHARTS = {
    "composition": (
        lambda given, ax: charts.composition(given.claims, given.checks, ax),
        "120 people (117.6 to 122.4)",
    ),
    "figures": (lambda given, ax: charts.figures(given.claims, ax), "About 1,000 people: 900 to 1,100"),
    "finding": (lambda given, ax: charts.finding(given.checks, ax=ax), "117.6 to 122.4 against exactly 120"),
    "over_time": (lambda given, ax: charts.over_time(given.claims, ax), "2024-05-03 About 1,000 people, a police"),
    "verdicts": (lambda given, ax: charts.verdicts(given.checks, ax), "Asserted and denied: 1 contested"),
}


@cache
def drawn(draw, given):
    """(its SVG, its alt text) of a chart, drawn once."""
    chart = draw(given, None)
    return chart._repr_html_(), chart.alt


ALL = pytest.mark.parametrize("draw", [draw for draw, _ in CHARTS.values()], ids=CHARTS)


@pytest.mark.parametrize(("draw", "told"), CHARTS.values(), ids=CHARTS)
def test_alt_text_is_made_from_the_data(draw, told):
    assert told in drawn(draw, sample())[1]


@ALL
def test_a_chart_draws_on_the_axes_it_is_given(draw):
    ax = Figure().add_subplot()
    assert draw(sample(), ax) is ax and isinstance(ax, Axes) and ax.alt


@ALL
def test_an_empty_table_draws_a_chart_that_says_so(draw):
    chart = draw(empty(), None)
    assert chart.alt.startswith("No ") and chart.texts[0].get_text() == chart.alt


@ALL
def test_a_picture_holds_its_alt_text_and_no_style(draw):
    html, alt = drawn(draw, sample())
    svg = ElementTree.fromstring(html)[0]
    assert svg.get("role") == "img" and svg.get("aria-label") == alt
    assert not [part for part in svg.iter() if part.tag == "style" or part.get("style") or part.get("class")]


@ALL
def test_whatever_a_text_holds_is_only_shown(draw):
    figure = ElementTree.fromstring(draw(hostile(" ".join(HOSTILE)), None)._repr_html_())
    assert {part.tag for part in figure.iter()} <= {
        "figure",
        "svg",
        "g",
        "path",
        "text",
        "use",
        "defs",
        "clipPath",
        "rect",
        "tspan",
    }
    assert not [name for part in figure.iter() for name in part.attrib if name.startswith("on")]


def test_dollars_are_money_and_not_mathematics():
    html = charts.figures(sample().claims)._repr_html_()
    assert "$5 million to $7 million a year" in "".join(ElementTree.fromstring(html).itertext())


def test_names_in_two_charts_of_a_page_do_not_meet():
    first, second = (charts.figures(sample().claims.head(rows))._repr_html_() for rows in (8, 3))
    names = [{part.get("id") for part in ElementTree.fromstring(html).iter()} - {None} for html in (first, second)]
    assert names[0] and not names[0] & names[1]


def test_the_same_table_draws_the_same_picture():
    assert charts.figures(sample().claims)._repr_html_() == charts.figures(sample().claims)._repr_html_()


def test_scores_tell_precision_and_recall():
    assert "figures: precision 1.00, recall 1.00" in charts.scores(scores(sample())).alt


@pytest.mark.parametrize(
    "table", [sample().claims.iloc[::-1], sample().claims.sample(frac=1, random_state=7)], ids=["turned", "mixed"]
)
def test_the_order_of_rows_does_not_matter_to_the_axis(table):
    assert charts.figures(table).get_xlim() == charts.figures(sample().claims).get_xlim()


def test_only_what_is_not_exact_is_drawn_and_how_many_is_said():
    chart = charts.figures(sample().claims)
    assert chart.get_title(loc="left").endswith("of 8 figures") and "120 people" not in chart.alt


def test_a_chart_with_nothing_to_show_is_marked_so_that_a_page_leaves_it_out():
    exact = sample().claims.iloc[3:5]
    assert " data-empty" in charts.figures(exact)._repr_html_()
    assert " data-empty" not in charts.figures(sample().claims)._repr_html_()
