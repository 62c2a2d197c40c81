"""One figure told in several articles: joined by stated keys, never accused, counted by voice."""

import pandas as pd
import pytest
from checks_marked import marked

from allegedly import Document, checks, claims, tidy

FIRST = ("The group has [50,000] personnel and [40,000] prisoners.", {"subject": "Varga", "speaker": "Ann Lee"})
SECOND = [
    ("The group has [about 50,000] personnel.", "The hedge changed in the telling"),
    ("It sent [40,000] convicts.", "Joined as one group by the thesaurus"),
    ("It has [50,000] personnel.", "Both come from one voice, Ann Lee"),
]


def told(second, **columns):
    """Two articles as one table; figures of one number in one unit are of one series."""
    table = pd.concat([marked(FIRST, doc="a"), marked(second, doc="b", **columns)], ignore_index=True)
    return table.assign(series=[f"{row.value:.0f}" for row in table.itertuples()])


@pytest.mark.parametrize(("second", "note"), SECOND)
def test_a_figure_told_again_says_what_changed(second, note):
    findings = checks.check(told(second, subject="Varga", speaker="Ann Lee"))
    [finding] = findings[findings.check == "across"].itertuples()
    assert finding.verdict == "agrees" and note in finding.why


def test_a_sentence_names_articles_by_title_and_the_column_by_id():
    findings = checks.check(told(SECOND[2][0], subject="Varga"), titles={"a": "A force of 50,000"})
    [finding] = findings[findings.check == "across"].itertuples()
    assert finding.doc == "a" and "in “A force of 50,000”" in finding.why and "in “b”" in finding.why


def test_what_is_of_no_series_is_not_asked():
    table = told(SECOND[2][0], subject="Varga")
    assert "across" not in {*checks.check(table.assign(series=None)).check}
    assert "across" not in {*checks.check(table.drop(columns="series")).check}
    assert "across" not in {*checks.check(table.assign(series=[*table["id"]])).check}


@pytest.mark.parametrize(("speaker", "count"), [("Ann Lee", 1), ("minister Ann Lee", 1), ("Bo Ruiz", 2)])
def test_voices_are_counted_by_speaker(speaker, count):
    [row] = checks.voices(told(SECOND[2][0], subject="Varga", speaker=speaker)).itertuples()
    assert (row.articles, row.voices) == (2, count)


DAYS = [  # the first and the later figure, the days they speak of, what is asked, and the verdict
    ("20", "12", ("2024-01-02", "2024-02-02"), "grown", "cannot tell"),
    ("12", "20", ("2024-01-02", "2024-02-02"), "grown", "agrees"),
    ("at least 12", "20", ("2024-01-02", "2024-02-02"), "grown", "agrees"),
    ("12", "20", ("2024-01-02", "2024-01-02"), "across", "conflicts"),
]


@pytest.mark.parametrize(("one", "other", "days", "check", "verdict"), DAYS)
def test_articles_of_two_speakers_that_differ_are_never_accused(one, other, days, check, verdict):
    [finding] = checks.check(two_days(one, other, days, "Ann Lee", "Bo Ruiz")).itertuples()
    assert (finding.check, finding.verdict, finding.severity) == (check, verdict, "info")


def two_days(one, other, days, speaker=None, second=None):
    said = f"[{one}] people were killed.", f"[{other}] people were killed."
    first = marked(said[0], doc="a", extent="so far", about_to=pd.Timestamp(days[0]))
    later = marked(said[1], doc="b", extent="so far", about_to=pd.Timestamp(days[1]))
    both = pd.concat([first, later], ignore_index=True).assign(series="s")
    return both.assign(speaker=[speaker, second])


@pytest.mark.parametrize("second", ["minister Ann Lee", None])
def test_a_running_total_of_one_speaker_that_shrinks_is_a_warning(second):
    [finding] = checks.check(two_days("20", "12", DAYS[0][2], "Ann Lee", second)).itertuples()
    assert (finding.check, finding.verdict, finding.severity) == ("grown", "conflicts", "warning")
    [vague] = checks.check(two_days("about 20", "12", DAYS[0][2], "Ann Lee", second)).itertuples()
    assert vague.verdict == "cannot tell"


@pytest.mark.parametrize(("one", "other"), [("up to 20", "12"), ("12", "4,000")])
def test_a_bound_is_no_count_and_a_total_of_another_size_is_anothers(one, other):
    assert checks.check(two_days(one, other, DAYS[0][2], "Ann Lee", "Ann Lee")).empty


def test_a_level_of_another_day_is_another_level():
    first = marked("The port has [20] cranes.", doc="a", extent="level", about_to=pd.Timestamp("2024-01-02"))
    later = marked("The port has [12] cranes.", doc="b", extent="level", about_to=pd.Timestamp("2024-02-02"))
    assert checks.check(pd.concat([first, later], ignore_index=True).assign(series="s")).empty


def test_articles_as_read_are_held_against_each_other():
    text = "Blast in Norrby\n\nA blast in Norrby killed {} people, police said."
    documents = [Document("a", text.format("47")), Document("b", text.format("at least 47"))]
    table = tidy([claim for document in documents for claim in claims(document)])
    [finding] = checks.check(table).itertuples()
    assert (finding.check, finding.verdict) == ("across", "agrees") and "The hedge changed" in finding.why
