"""What the strands of an article ask: headline and body, two voices, revisions; and where they are silent."""

import pandas as pd
import pytest

from allegedly import Document, checks, claims, tidy

ASKED = [  # headline, body, the check, the verdict
    ("Dozens dead in Norrby blast", "A blast in Norrby killed 33 people on Monday, police said.", "headline", "agrees"),
    ("Norrby blast kills 94", "A blast in Norrby killed 47 people on Monday, police said.", "headline", "conflicts"),
    ("62 dead in Norrby blast", "A blast in Norrby killed at least 31 people on Monday.", "headline", "cannot tell"),
    (
        "Seven killed in Norrby blast",
        "A blast in Norrby killed five men on Monday. Two women were killed by the blast in Norrby, police said.",
        "parts",
        "agrees",
    ),
    (
        "Norrby blast",
        "A blast in Norrby killed 14 people on Monday. The mayor corrected an earlier toll of 27 dead in the blast.",
        "revision",
        "agrees",
    ),
    (
        "Norrby quake",
        "The quake near Norrby had a magnitude of 6.3, the Seismic Office said. "
        "It had a magnitude of 6.5, the Ostra Survey said.",
        "sources",
        "conflicts",
    ),
    ("March", "Police counted 8,000 people at the march. The unions counted 30,000.", "sources", "conflicts"),
]
SILENT = [
    ("Norrby blast", "A blast in Norrby killed ten people on Monday. In Osby 22 people were killed by a blast."),
    ("About 50 dead in Norrby blast", "A blast in Norrby killed 47 people on Monday, police said."),
    ("Norrby blast kills 47", "A blast in Norrby killed 40 people on Monday. Seven more died in hospital."),
    ("Norrby blast", "A blast in Norrby killed 40 people on Monday. By Friday 47 people had died in the Norrby blast."),
]


def findings(headline: str, body: str) -> pd.DataFrame:
    return checks.check(tidy(claims(Document("a", f"{headline}\n\n{body}"), all=True)))


@pytest.mark.parametrize(("headline", "body", "check", "verdict"), ASKED, ids=lambda text: text[:40])
def test_a_strand_is_asked(headline: str, body: str, check: str, verdict: str) -> None:
    found = findings(headline, body)
    assert [*found.verdict[found.check == check]] == [verdict], found[["check", "verdict", "why"]].to_dict("records")
    assert not (found.verdict.eq("conflicts") & found.check.ne(check)).any()


@pytest.mark.parametrize(("headline", "body"), SILENT, ids=lambda text: text[:40])
def test_what_is_no_slip_is_not_accused(headline: str, body: str) -> None:
    found = findings(headline, body)
    assert not found.verdict.eq("conflicts").any(), found.why.to_list()


def test_a_headline_that_the_body_contradicts_is_a_warning_and_a_dispute_is_none() -> None:
    assert [*findings(*ASKED[1][:2]).severity] == ["warning"]
    assert [*findings(*ASKED[5][:2]).severity] == ["info"]


def test_each_claim_that_is_not_asked_has_a_reason() -> None:
    table = tidy(claims(Document("a", "The mill sold 40 of its 90 boats. It fed 12 horses and several dogs.")))
    reasons = checks.unchecked(table, checks.check(table))
    assert reasons.astype(object).fillna("").to_list() == ["", "", "alone", "vague"]
