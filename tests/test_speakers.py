"""Who says so: every row of speech.toml reads its own example, every sentence of speakers.toml its speaker."""

import tomllib
from pathlib import Path

import pytest
from marked import attribution as read_marked
from marked import attribution_at, unmarked

from allegedly.lexicon import load
from allegedly.model import Document
from allegedly.reading.parsing import Analyses
from allegedly.reading.who.discourse import Discourse
from allegedly.reading.who.rules import SECTIONS, matching
from allegedly.reading.who.speakers import attributions
from allegedly.reading.who.voices import read_voice

OWN = tomllib.loads(Path(__file__).with_suffix("").with_name("speakers.toml").read_text(encoding="utf8"))
KINDS = tomllib.loads(Path(__file__).with_name("speaker_kinds.toml").read_text(encoding="utf8"))
ROWS = [row for sort in ("verb", "noun", "source", "adverb", "modal", "worth") for row in load("speech")[sort]]
ROWS += [row for section in ("rule", "void") for row in load("telling")[section]]
SINGLES = [row for row in load("speech").values() if isinstance(row, dict) and "example" in row]
RAW = Path(__file__).parent.parent / "data" / "raw" / "2022-12-22-north-korea-weapons-wagner.txt"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_a_row_reads_its_own_example(row):
    found = read_marked(row["example"])
    assert found.speaker == (row.get("speaker") or None)
    assert found.stance == row.get("stance", "asserted")


@pytest.mark.parametrize("row", SINGLES, ids=lambda row: row["example"])
def test_a_list_of_words_reads_its_own_example(row):
    found = read_marked(row["example"])
    assert found.speaker == (row.get("speaker") or None)
    assert found.stance == "asserted"


@pytest.mark.parametrize("case", OWN["cases"], ids=lambda case: case["text"])
def test_a_sentence_has_its_speaker(case):
    found = read_marked(case["text"])
    expected = {"speaker": None, "stance": "asserted"} | {k: v or None for k, v in case.items() if k != "text"}
    assert {column: getattr(found, column) for column in expected} == expected


@pytest.mark.parametrize(
    "case", [case for kind in KINDS["kind"] for case in kind["cases"]], ids=lambda case: case["text"]
)
def test_a_kind_is_read_whole(case):
    test_a_sentence_has_its_speaker(case)


@pytest.mark.parametrize("case", KINDS["failures"]["cases"], ids=lambda case: case["why"])
@pytest.mark.xfail(strict=True)
def test_known_failures_of_a_kind(case):
    test_a_sentence_has_its_speaker(case)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_what_else_a_row_reads(row):
    for case in row.get("also", ()):
        test_a_sentence_has_its_speaker(case)


RULES = [row for section in SECTIONS for row in load("telling")[section]]


@pytest.mark.parametrize("row", RULES, ids=lambda row: row["name"])
def test_a_rule_matches_its_example_and_not_its_negative(row):
    assert row["name"] in rules_in(row["example"])
    assert row["name"] not in rules_in(row["not"])


def rules_in(marked):
    """The names of the rules that match in a text."""
    article = Analyses(Document("own", marked.replace("[", "").replace("]", "")), all=True)
    return {name for n in range(len(article.sentences)) for name in matching(read_voice(article[n]))}


@pytest.mark.parametrize("case", OWN["failures"], ids=lambda case: case["why"])
@pytest.mark.xfail(strict=True)
def test_known_failures(case):
    assert read_marked(case["text"]).speaker == case.get("speaker")


# The claims of the first article, in the words: the figure in its words, speaker, holder, stance.
FIRST = [
    ("[$100 million]", "Reports", None, "asserted"),
    ("[first]", "John Kirby", None, "asserted"),
    ("[50,000]", "John Kirby", "United States", "estimated"),
    ("[10,000]", "John Kirby", "United States", "estimated"),
    ("[40,000]", "John Kirby", "United States", "estimated"),
    ("[More than $100 million]", "John Kirby", None, "asserted"),
    ("[all] ex", None, None, "asserted"),
    ("[about 1,000]", "US intelligence", None, "asserted"),
    ("[several]", None, None, "asserted"),
    ("[not received any]", "Yevgeny Prigozhin", None, "denied"),
    ("[no] such", "Yevgeny Prigozhin", None, "denied"),
    ("[never] conducted", "North Korea", None, "denied"),
    ("[never] been", "a representative for North Korea", None, "denied"),
]


@pytest.mark.parametrize(("figure", "speaker", "holder", "stance"), FIRST)
def test_the_first_article(figure, speaker, holder, stance):
    text = RAW.read_bytes().decode("utf8")
    phrase, start, end = unmarked(figure)
    at = text.index(phrase)
    found = attribution_at(text, at + start, at + end)
    assert (found.speaker, found.holder, found.stance) == (speaker, holder, stance)


HOSTILE = [
    '"We lost 5 men.\n\n' * 300,
    "He said 5 men left. " * 300,
    "He said 5 men left and " * 300,
    '"' * 999 + " 5",
    ", said, 5 " * 300,
    "MR. VIK: We lost 5 men.\n" * 100,
    "POLICE SAID 5 MEN DIED. " * 50,
    "Aa " * 5000 + "5",
    "according to 5 " * 300,
    "• 5 dead\n• 6 hurt\n",
    "Town\tDead\nOs\t5\nMo\t6\n",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20])
def test_any_text_gets_an_attribution_a_figure(text):
    article = Analyses(Document("own", text), all=True)
    discourse = Discourse(article)
    for number in range(len(article.sentences)):
        figures = article.figures(number)
        assert len(attributions(discourse, number, figures)) == len(figures)
