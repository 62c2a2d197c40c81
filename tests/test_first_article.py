"""The first article, from raw text to claims and findings: the rows that the project was founded for."""

import math
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from allegedly import check, claims, read, tidy

ARTICLE = Path(__file__).parents[1] / "data" / "raw" / "2022-12-22-north-korea-weapons-wagner.txt"

KIRBY = {"speaker": "John Kirby", "holder": "United States", "stance": "estimated", "section": "body"}
EXPECTED = {
    167: {
        "text": "$100 million", "value": 1e8, "low": 98e6, "high": 102e6, "unit": "USD", "per": "month",
        "kind": "money",
        "thing": "aid", "verb": "receive", "subject": "the Russian mercenary group", "when": None,
        "speaker": "Reports", "stance": "asserted", "section": "caption", "hedge": "exact",
    },
    1194: KIRBY | {
        "text": "50,000", "value": 50_000, "low": 49_000, "high": 51_000, "unit": None, "per": None,
        "thing": "individuals", "head": "individual", "verb": "deploy", "subject": "Wagner", "kind": "count",
    },
    1224: KIRBY | {
        "text": "10,000", "value": 10_000, "low": 9_800, "high": 10_200, "thing": "mercenaries", "head": "mercenary",
        "verb": "deploy", "subject": "Wagner",
    },
    1247: KIRBY | {
        "text": "40,000", "value": 40_000, "low": 39_200, "high": 40_800,
        "thing": "criminals recruited from Russian jails", "head": "criminal", "verb": "deploy", "subject": "Wagner",
    },
    1507: {
        "text": "More than $100 million", "value": 1e8, "low": 1e8, "high": math.inf, "open": "(low",
        "unit": "USD", "per": "month", "thing": "Wagner's activities in Ukraine", "verb": "spend", "subject": "Wagner",
        "when": None, "speaker": "John Kirby", "speaker_text": "the White House official",
        "stance": "asserted", "section": "body", "hedge": "more_than",
    },
    1952: {
        "text": "about 1,000", "value": 1_000, "low": 900, "high": 1_100, "thing": "Wagner fighters", "head": "fighter",
        "verb": "kill", "subject": "Wagner", "when": "in the past few weeks", "speaker": "US intelligence",
        "stance": "asserted", "section": "body", "hedge": "about",
    },
}  # fmt: skip
# Claims without digits: words that stand in the figure, and what it says.
WITHOUT_DIGITS = [
    ("are all ex-servicemen", "all", {"kind": "share", "value": 100, "unit": "percent", "stance": "asserted"}),
    ("had never conducted military deals", "never", {"value": 0, "stance": "denied", "speaker": "North Korea"}),
    ('has "never been" a weapons', "never", {"value": 0, "stance": "denied", "quoted": True}),
    ("no such efforts", "no", {"value": 0, "stance": "denied", "speaker": "Yevgeny Prigozhin", "quoted": True}),
    ("had not received any North Korean", "not", {"value": 0, "stance": "denied", "speaker": "Yevgeny Prigozhin"}),
    ("met with several failures", "several", {"hedge": "vague", "likely_low": 2, "likely_high": 9}),
]
NO_CLAIMS = [("first", "ordinal"), ("2014", "year")]


@cache
def table():
    return tidy(claims(read(ARTICLE), all=True))


@cache
def findings():
    return check(table())


def row_at(place):
    rows = table()[(table().start <= place) & (place < table().end)]
    assert len(rows) == 1, f"no single figure at {place}"
    return rows.iloc[0]


def differences(row, expected):
    """{column: (found, expected)} where they differ; None stands for an empty cell."""
    found = {name: None if pd.isna(row[name]) else row[name] for name in expected}
    return {name: (found[name], value) for name, value in expected.items() if found[name] != value}


@pytest.mark.parametrize("start", EXPECTED)
def test_each_figure_is_read_whole(start):
    assert differences(row_at(start), EXPECTED[start] | {"start": start}) == {}


@pytest.mark.parametrize(("words", "figure", "expected"), WITHOUT_DIGITS)
def test_claims_without_digits_are_rows_too(words, figure, expected):
    place = ARTICLE.read_text("utf8").index(words) + words.index(figure)
    assert differences(row_at(place), expected) == {}


@pytest.mark.parametrize(("text", "reason"), NO_CLAIMS)
def test_what_is_no_claim_is_listed_with_its_reason(text, reason):
    [row] = [row for row in table().itertuples() if row.text == text]
    assert (row.kind, row.reason) == ("none", reason)


def test_every_figure_points_at_its_own_characters():
    article = read(ARTICLE).text
    assert [article[row.start : row.end] for row in table().itertuples()] == table().text.to_list()


# The findings: the starts of the claims it rests on, the verdict, its severity, and words of its sentence.
FINDINGS = [
    ({1194, 1224, 1247}, "agrees", "info", "make 50,000"),
    ({167, 1507}, "agrees if rounded", "info", "spen"),
    ({1194, 1952}, "agrees", "info", "2"),
]


@pytest.mark.parametrize(("starts", "verdict", "severity", "words"), FINDINGS)
def test_the_figures_are_held_against_each_other(starts, verdict, severity, words):
    ids = {row.id for row in table().itertuples() if row.start in starts}
    [finding] = [row for row in findings().itertuples() if {*row.claims} == ids]
    assert (finding.verdict, finding.severity) == (verdict, severity)
    assert words in finding.why


def test_a_share_of_all_beside_a_count_is_worth_a_look():
    [finding] = [row for row in findings().itertuples() if "ex-servicemen" in row.why]
    assert finding.verdict == "cannot tell"


def test_asserted_by_one_side_and_denied_by_the_other_accuses_nobody():
    contested = findings()[findings().verdict == "conflicts"]
    assert {*contested.severity} == {"info"}
    assert any("Kirby" in row.why and "Prigozhin" in row.why for row in contested.itertuples())
