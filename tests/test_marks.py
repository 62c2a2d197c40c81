"""Marks: an article with its figures marked, cards and tables; every link arrives, and hostile text is only shown."""

import base64
import re

import pytest
from pages_sample import HOSTILE, TEXT, Seen, empty, hostile, sample

from allegedly import marks
from allegedly.table import read_table

FRAGMENTS = {
    "article": lambda given: marks.article(given.document, given.figures, given.checks),
    "bottom line": lambda given: marks.bottom_line(given.claims, given.checks),
    "caveats": lambda given: marks.caveats(given.claims),
    "claims": lambda given: marks.claims(given.claims, given.checks),
    "coverage": lambda given: marks.coverage(given.coverage),
    "findings": lambda given: marks.findings(given.checks, given.figures),
    "foot": lambda given: marks.foot(given, article=given.document.title),
    "frame": lambda given: marks.frame(given.figures, "Figures", "figures"),
    "voices": lambda given: marks.voices(given.claims),
}
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


def test_a_long_table_says_where_the_rest_stands():
    assert "5 further claims stand in claims.csv only" in marks.claims(sample().claims, most=3).html


ALL = "1 of 4 checks agrees, 1 conflicts, 1 is contested between speakers, 1 cannot be told."
# (claims and checks of the sample, what the bottom line says of them)
LINES = (
    (slice(None), f"8 claims by 3 named voices; {ALL}"),
    (slice(0, 0), "No claims by no named voices; nothing in it could be held against anything else."),
)


@pytest.mark.parametrize(("part", "said"), LINES)
def test_the_bottom_line_counts(part, said):
    given = sample()
    assert said in Seen(marks.bottom_line(given.claims[part], given.checks[part]).html).text
