"""Marks: an article with its figures marked, cards and tables; every link arrives, and hostile text is only shown."""

import base64
import re
from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest
from pages_sample import HOSTILE, TEXT, Seen, empty, hostile, sample

from allegedly import claims, marks, tidy
from allegedly.model import Document
from allegedly.table import events, read_table, series, with_series

FRAGMENTS = {
    "article": lambda given: marks.article(given.document, given.figures, given.checks),
    "bottom line": lambda given: marks.bottom_line(given.claims, given.checks),
    "brief": lambda given: marks.brief(given),
    "byline": lambda given: marks.byline(given.document),
    "caveats": lambda given: marks.caveats(given.claims),
    "claims": lambda given: marks.claims(given.claims, given.checks),
    "coverage": lambda given: marks.coverage(given.coverage),
    "findings": lambda given: marks.findings(given.checks, given.figures),
    "foot": lambda given: marks.foot(given, article=given.document.title),
    "frame": lambda given: marks.frame(given.figures, "Figures", "figures"),
    "told": lambda given: marks.told(as_topics(given.claims)),
    "voices": lambda given: marks.voices(given.claims),
}


def as_topics(table):
    """Claims as `topics` gives them: all of one series."""
    return table.assign(topic=table["thing"], series="s", day=pd.NaT, dated=False)


FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''@x", "\tx")
EACH = pytest.mark.parametrize("make", FRAGMENTS.values(), ids=FRAGMENTS)


@EACH
@pytest.mark.parametrize("words", HOSTILE, ids=[words[:12] for words in HOSTILE])
def test_whatever_a_text_holds_is_only_shown(make, words):
    assert not Seen(make(hostile(words)).html).runs


@EACH
def test_a_corpus_without_figures_is_told_in_words(make):
    assert Seen(make(empty()).html).text.strip()


def test_the_article_is_printed_as_it_is():
    html = marks.article(sample().document, sample().figures).html
    news = re.search(r'<div class="news".*?</div>', html, re.DOTALL)[0]
    printed = Seen(news).text.strip().splitlines()
    assert printed == [line for line in TEXT.splitlines() if line]


@pytest.mark.parametrize("words", HOSTILE, ids=[words[:12] for words in HOSTILE])
def test_hostile_words_are_printed_as_they_are(words):
    given = hostile(words)
    assert words in Seen(marks.article(given.document, given.figures).html).text


def test_each_mark_leads_to_its_card_and_back():
    html = marks.article(sample().document, sample().figures).html
    there, links = set(re.findall(r'id="([^"]+)"', html)), set(re.findall(r'href="#([^"]+)"', html))
    assert links == there and len(links) == 2 * len(sample().claims)


def test_figures_are_told_apart_by_more_than_colour():
    styles = re.findall(r"mark\.(\w+)\{[^}]*text-decoration:underline (\w+)", marks.STYLE)
    assert len(dict(styles)) == 5 == len({edge for _, edge in styles})


def test_findings_come_worst_first():
    html = marks.findings(sample().checks, sample().figures).html
    assert re.findall(r'class="finding (\w+)"', html) == ["conflicts", "contested", "cannot", "agrees"]


def test_findings_beyond_the_first_are_counted():
    assert "3 further findings" in marks.findings(sample().checks, sample().figures, most=1).html


@pytest.mark.parametrize(
    "words", [*HOSTILE, "=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''@x", "\tx"], ids=lambda words: words[:12]
)
def test_claims_taken_along_are_safe_in_a_spreadsheet_and_read_back_unchanged(words, tmp_path):
    given = sample(speaker=words)
    [name, link] = re.findall(r'download="(claims.csv)" href="data:[^,]*,([^"]+)"', marks.claims(given.claims).html)[0]
    path = tmp_path / name
    path.write_bytes(base64.b64decode(link))
    assert not re.search(r"(?:^|,)\"?[=+@\t](?!\d)", path.read_text(encoding="utf8"), re.MULTILINE)
    assert read_table(path)["speaker"].tolist() == given.claims["speaker"].tolist()


def test_the_table_gives_a_range_only_where_the_figure_does_not_print_it():
    table = tidy([*claims(Document("a", "Half of the 240 boats sank. Several sailed. About 1,000 people came."))])
    cells = re.findall(r'data-label="allows"[^>]*>([^<]*)<', marks.claims(table).html)
    assert "900 to 1,100" in cells[-1] and [cell for cell in cells if "exactly" in cell or "ratio" in cell] == []
    assert cells[:2] == ["", ""] and "or more" not in cells[2]


def test_a_long_table_says_where_the_rest_stands():
    assert "5 further claims stand in claims.csv only" in marks.claims(sample().claims, most=3).html


ALL = "Of 4 checks 1 conflicts, 1 is contested between speakers, 1 cannot be told, 1 agrees: The parts make the whole."
NONE = slice(0, 0)
# (claims and checks of the sample, what the bottom line says of them)
LINES = (
    (slice(None), slice(None), f"8 claims by 3 named voices. 2 could not be checked. {ALL}"),
    (NONE, NONE, "No claim was found."),
    (slice(1), NONE, "1 claim, without a named voice. It could not be checked."),
    (
        slice(2, 3),
        slice(1),
        "1 claim by 1 named voice. It stands in a check. Of 1 check 1 agrees: The parts make the whole.",
    ),
    (slice(2, 5), [0, 0], "Each stands in a check. Of 2 checks 2 agree: The parts make the whole × 2."),
    (slice(2, 5), slice(2, 4), "2 could not be checked. Of 2 checks 1 conflicts, 1 cannot be told."),
    (slice(2, 5), slice(1, 2), "None could be checked. Of 1 check 1 is contested between speakers."),
)


@pytest.mark.parametrize(("claims", "checks", "said"), LINES)
def test_the_bottom_line_counts(claims, checks, said):
    given = sample()
    assert said in Seen(marks.bottom_line(given.claims.iloc[claims], given.checks.iloc[checks]).html).text


# (claims and checks of the sample, what its first screen says)
SCREENS = (
    (slice(None), slice(None), "One thing does not fit. One figure is contested: speakers differ. 6 of 8 figures"),
    (slice(2, 5), slice(1), "Nothing wrong found. 3 of 3 figures could be checked"),
    (slice(2, 4), NONE, "None of 2 figures could be checked"),
    (NONE, NONE, "This text gives no figures."),
)


@pytest.mark.parametrize(("claims", "checks", "said"), SCREENS)
def test_the_first_screen_says_how_it_stands(claims, checks, said):
    given = sample()
    part = SimpleNamespace(
        claims=given.claims.iloc[claims], checks=given.checks.iloc[checks], document=given.document, headline="Ferry"
    )
    assert said in " ".join(Seen(marks.brief(part).html).text.split())


def test_what_to_ring_up_about_leads_to_its_place_in_the_article():
    html = marks.brief(sample()).html
    calls = re.search(r'<ol class="calls">.*?</ol>', html, re.DOTALL)[0]
    there = set(re.findall(r'id="([^"]+)"', marks.article(sample().document, sample().figures).html))
    links = re.findall(r'href="#([^"]+)"', html)
    assert 1 <= calls.count("<li>") <= 3 and links and set(links) <= there


def test_a_body_with_and_without_its_article_is_one_voice():
    table = sample().claims.assign(speaker=["coast guard", "the coast guard", *["Ida Brandt"] * 6])
    assert marks.voices(table).html.count("<dt") == 2


def test_findings_on_one_claim_stand_together():
    checks = sample().checks
    again = checks.iloc[[1]].assign(id="denial:again")
    html = marks.findings(pd.concat([checks, again]), sample().figures).html
    assert html.count("<article") == 4 and "Also denied by The owner:" in html and 'id="denial:again"' in html


def test_sides_that_are_no_amounts_are_not_drawn():
    checks = sample().checks
    assert [marks.findings(checks.iloc[[n]], sample().figures).html.count("<svg") for n in (1, 2)] == [0, 1]


# (what is told in each of two articles, how many of the figures are told as one thing)
THINGS = (
    (("{} fighters were killed", "{} fighters died"), 2),
    (("{} fighters were killed", "killed {} combatants"), 2),
    (("{} fighters were killed", "{} fighters were hired"), 0),
    (("{} fighters were killed", "{} children were killed"), 0),
)


@pytest.mark.parametrize(("words", "count"), THINGS)
def test_one_thing_in_several_articles_is_found(words, count):
    told = marks.topics(two_articles(*words))
    assert len(told) == count and told["day"].notna().all() and not told["dated"].any()
    assert told["series"].nunique() == (count > 0)


def test_a_thing_can_be_named():
    corpus = two_articles("{} fighters were killed", "{} fighters died")
    assert marks.topics(corpus, "die")["doc"].tolist() == marks.topics(corpus, "fighter")["doc"].tolist() == ["a", "b"]
    assert marks.topics(corpus, "house").empty


def test_a_series_is_called_by_what_it_counts_and_where():
    told = marks.topics(two_articles("{} fighters were killed", "{} fighters died"))
    assert told["topic"].unique().tolist() == ["Fighters killed, Tarsk (war)"]


def test_voices_on_one_thing_are_told_in_a_sentence():
    html = marks.told(marks.topics(two_articles("{} fighters were killed", "{} fighters died"))).html
    assert "The last figure is higher than the first allows." in html and "1 May 2024" in html


def test_one_article_has_no_series_of_its_own_or_shows_it():
    html = marks.told(marks.topics(two_articles("{} fighters were killed", "{} horses were sold"))).html
    assert "there is no series to show" in html


def two_articles(first, second):
    """A corpus of two articles on a war in Tarsk with a figure each."""
    text = "War in Tarsk\n\nThe war in Tarsk goes on. In Tarsk {}."
    told = {"a": first.format(300), "b": second.format(500)}
    documents = {id: Document(id=id, text=text.format(said), as_of=date(2024, 5, 1)) for id, said in told.items()}
    table = tidy([claim for document in documents.values() for claim in claims(document)])
    found = with_series(table, series(table))
    tables = {"series": series(table), "events": events(table)}
    return SimpleNamespace(claims=found, checks=sample().checks[:0], documents=documents, **tables)
