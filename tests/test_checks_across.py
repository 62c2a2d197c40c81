"""One figure told in several articles: joined by stated keys, never accused, counted by voice."""

import pandas as pd
import pytest
from checks_marked import marked

from allegedly import checks

FIRST = ("The group has [50,000] personnel and [40,000] prisoners.", {"subject": "Varga", "speaker": "Ann Lee"})
SECOND = [
    ("The group has [about 50,000] personnel.", "The hedge changed in the telling"),
    ("It sent [40,000] convicts.", "Joined as one group by the thesaurus"),
    ("It has [50,000] personnel.", "Both come from one voice, Ann Lee"),
]


def told(second, **columns):
    """Two articles as one table."""
    return pd.concat([marked(FIRST, doc="a"), marked(second, doc="b", **columns)], ignore_index=True)


@pytest.mark.parametrize(("second", "note"), SECOND)
def test_a_figure_told_again_says_what_changed(second, note):
    findings = checks.check(told(second, subject="Varga", speaker="Ann Lee"))
    [finding] = findings[findings.check == "across"].itertuples()
    assert finding.verdict == "agrees" and note in finding.why


def test_a_sentence_names_articles_by_title_and_the_column_by_id():
    findings = checks.check(told(SECOND[2][0], subject="Varga"), titles={"a": "A force of 50,000"})
    [finding] = findings[findings.check == "across"].itertuples()
    assert finding.doc == "a" and "in “A force of 50,000”" in finding.why and "in “b”" in finding.why


UNRELATED = [
    ("The club has [50,000] personnel.", {"subject": "Osman"}),
    ("The group has [20] personnel.", {"subject": "Varga"}),
    ("The group has [50,000] horses.", {"subject": "Varga"}),
    ("The group has [50,000 km] of road.", {"subject": "Varga"}),
]


@pytest.mark.parametrize(("second", "columns"), UNRELATED)
def test_what_only_looks_alike_is_not_joined(second, columns):
    assert "across" not in {*checks.check(told(second, **columns)).check}


@pytest.mark.parametrize(("speaker", "count"), [("Ann Lee", 1), ("minister Ann Lee", 1), ("Bo Ruiz", 2)])
def test_voices_are_counted_by_speaker(speaker, count):
    [row] = checks.voices(told(SECOND[2][0], subject="Varga", speaker=speaker)).itertuples()
    assert (row.articles, row.voices) == (2, count)


def test_articles_that_differ_are_never_accused():
    first = marked("[20] people were killed.", doc="a", subject="Varga", about_to=pd.Timestamp("2024-01-02"))
    later = marked("[12] people were killed.", doc="b", subject="Varga", about_to=pd.Timestamp("2024-02-02"))
    [finding] = checks.check(pd.concat([first, later], ignore_index=True)).itertuples()
    assert (finding.check, finding.verdict) == ("grown", "cannot tell")
