"""Figures bound into frames: sentences that hold, the same with one figure changed, and sentences that tempt."""

import tomllib
from pathlib import Path

import pytest
from test_checks import INNOCENT

from allegedly import Document, check, claims, tidy
from allegedly.lexicon.roles import roles
from allegedly.table.memberships import frames
from allegedly.text.matching import encode, find
from allegedly.text.pattern import WrongPattern, compiled


def findings(text):
    return check(tidy(claims(Document("a", text), all=True)))


CASES = tomllib.loads(Path(__file__).with_name("frames.toml").read_text(encoding="utf8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_what_holds_is_ticked_and_accused_of_nothing(case):
    verdicts = {*findings(case["text"]).verdict}
    assert verdicts & {"agrees", "agrees if rounded"} and "conflicts" not in verdicts


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_a_changed_figure_is_caught(case):
    """Where it is not yet, the row says so; one that starts to be caught must be moved up."""
    caught = "conflicts" in {*findings(case["text"].replace(case["was"], case["now"])).verdict}
    assert caught != case.get("uncaught", False)


@pytest.mark.parametrize("sentences", INNOCENT, ids=lambda sentences: sentences[0])
def test_what_tempts_is_accused_of_nothing(sentences):
    found = findings(" ".join(sentences).replace("[", "").replace("]", ""))
    assert found[(found.verdict == "conflicts") & (found.severity != "info")].empty


def test_a_frame_has_a_row_a_membership():
    made = frames(tidy(claims(Document("a", "Sales rose 10 percent, from 200 cars to 220."))))
    assert made.role.to_list() == ["by_share", "from", "to"] and made.frame.nunique() == 1


def test_every_pattern_of_the_table_compiles():
    assert all(compiled(role.pattern).needs for role in roles())


@pytest.mark.parametrize("pattern", ["[word=", '("a"', '"a" | "b"', '"a"{0,99}', "?"])
def test_a_wrong_pattern_is_said(pattern):
    with pytest.raises(WrongPattern):
        compiled(pattern)


def test_a_capture_is_a_range_of_cells():
    cells = encode([[("word", "from")], [("word", "the")], [("fig", "count")]])
    [match] = find(compiled('"from" [word="the"]? old:[fig]'), cells)
    assert match.captures == {"old": (2, 3)}
