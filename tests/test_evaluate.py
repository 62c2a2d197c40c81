"""The scorer itself: a table that says what the gold says is wholly right, and each error costs its own field."""

import json
from pathlib import Path

import pandas as pd
import pytest

from allegedly import evaluate
from allegedly.errors import Trouble
from allegedly.evaluate.gold import sentence_around
from allegedly.evaluate.words import same_referent, same_words, share_word

GOLD = {
    "doc": "a", "start": 10, "end": 19, "surface": "about 300", "value": 300, "bound": "~", "hedge": "about",
    "unit": None, "counted": "fighters killed", "subject": "army", "period": None, "time": "on Monday",
    "attributed_to": "Vera Holt", "modality": "asserted", "is_claim": True, "change": None, "alt": None,
}  # fmt: skip
OURS = {
    "id": "a@10", "doc": "a", "start": 10, "end": 19, "text": "about 300", "value": 300.0, "likely_low": 285.0,
    "likely_high": 315.0, "hedge": "about", "kind": "count", "unit": None, "per": None, "change": "level",
    "thing": "fighters", "head": "fighter", "subject": "army", "speaker": "Holt", "stance": "asserted",
    "when": "Monday", "rule": "<hedge> <number>", "context": "Holt said about 300 fighters were killed on Monday.",
}  # fmt: skip
FIELDS = (
    "figures", "exact span", "claim or not", "value", "value and bound", "hedge", "unit", "per", "change", "thing",
    "head", "subject", "speaker", "no wrong speaker", "stance", "time", "time, same words", "whole row",
)  # fmt: skip


def wrong_fields(gold, ours):
    """The fields that are not wholly right for one figure."""
    scores = evaluate.score(pd.DataFrame([OURS | ours]), pd.DataFrame([GOLD | gold]))
    return {name for name in FIELDS if scores.loc[name, "accuracy"] < 1}


# What the gold says otherwise, what we say otherwise, and the fields that this costs.
CASES = [
    ({}, {}, ""),
    ({}, {"start": 16, "text": "300"}, "exact span"),
    ({"alt": {"surface": ["about 300", "300"]}}, {"start": 16, "text": "300"}, ""),
    ({}, {"value": 30.0}, "value; value and bound; whole row"),
    ({}, {"hedge": "nearly"}, "hedge"),
    ({}, {"hedge": "at_least"}, "hedge; value and bound; whole row"),
    ({"bound": "=", "hedge": None}, {}, "hedge; value and bound; whole row"),
    ({"bound": "=", "hedge": None, "alt": {"bound": ["=", "~"]}}, {}, ""),
    ({"value": [24, 99], "bound": "="}, {"value": None, "likely_low": 24.0, "likely_high": 99.0, "hedge": "vague"}, ""),
    ({"value": 0.1, "unit": "ratio"}, {"value": 10.0, "unit": "percent", "kind": "share"}, ""),
    ({"value": 0.1, "unit": "ratio"}, {"value": 0.1}, ""),
    ({"value": 7e-5, "unit": "ratio", "rate_base": 100000}, {"value": 7.0, "per": "100,000 people"}, ""),
    ({"unit": "USD"}, {}, "unit; whole row"),
    ({"unit": "mi2"}, {"unit": "mile ** 2"}, ""),
    ({"period": "month"}, {"per": "months"}, ""),
    ({"period": "month"}, {"per": "day"}, "per; whole row"),
    ({}, {"per": "person"}, ""),
    ({"change": "increase"}, {"change": "rise"}, ""),
    ({"change": "increase"}, {"change": "fall"}, "change"),
    ({}, {"thing": "houses", "head": "house"}, "thing; head; whole row"),
    ({}, {"thing": None, "head": None, "verb": "kill"}, ""),
    ({}, {"head": None, "verb": "flee"}, "head"),
    ({}, {"subject": "navy"}, "subject"),
    ({}, {"speaker": None}, "speaker; whole row"),
    ({}, {"speaker": "Otto Falk"}, "speaker; no wrong speaker; whole row"),
    ({"attributed_to": None}, {}, "speaker; whole row"),
    ({"attributed_to": None, "alt": {"attributed_to": [None, "Vera Holt"]}}, {}, ""),
    ({}, {"stance": "alleged"}, "stance; whole row"),
    ({}, {"when": None}, "time; time, same words; whole row"),
    ({}, {"when": "Monday night"}, "time, same words"),
    ({"time": None}, {}, "time; time, same words; whole row"),
]


@pytest.mark.parametrize(("gold", "ours", "wrong"), CASES)
def test_an_error_costs_its_own_field(gold, ours, wrong):
    assert wrong_fields(gold, ours) == set(filter(None, wrong.split("; ")))


def test_precision_and_recall_count_what_each_side_gives():
    gold = pd.DataFrame([GOLD, GOLD | {"start": 50, "end": 52, "attributed_to": None}])
    scores = evaluate.score(
        pd.DataFrame([OURS, OURS | {"start": 50, "end": 52}, OURS | {"start": 90, "end": 95}]), gold
    )
    assert scores.loc["figures", ["ours", "gold", "right"]].tolist() == [3, 2, 2]
    assert scores.loc["speaker", ["precision", "recall", "accuracy"]].tolist() == [0.5, 1.0, 0.5]
    assert scores.loc["whole row", ["n", "right", "ours"]].tolist() == [2, 1, 3]


def test_spans_match_one_to_one_and_the_larger_overlap_wins():
    gold = pd.DataFrame([GOLD])
    scores = evaluate.score(pd.DataFrame([OURS | {"start": 8, "end": 12, "value": 1.0}, OURS | {"start": 13}]), gold)
    assert scores.loc["figures", ["ours", "right"]].tolist() == [2, 1]
    assert scores.loc["value", "right"] == 1


@pytest.mark.parametrize(("annotated", "left_out", "ours"), [(None, 1, 1), (True, 0, 2)])
def test_quantifiers_count_where_the_gold_annotates_them(annotated, left_out, ours):
    gold = pd.DataFrame([GOLD | {"digitless": annotated}])
    scores = evaluate.score(pd.DataFrame([OURS, OURS | {"start": 40, "end": 45, "rule": "quantifier never"}]), gold)
    assert scores.loc["left out", "n"] == left_out
    assert scores.loc["figures", "ours"] == ours


def test_misses_are_told_by_the_rule_that_read():
    table = pd.DataFrame([OURS | {"thing": "boats", "thing_rule": "so many cows", "when": None}])
    found = evaluate.misses(table, pd.DataFrame([GOLD])).set_index("field")
    assert found.loc["thing"].tolist() == ["so many cows", 1, 1, "fighters killed, not boats"]
    assert found.loc["time", "rule"] == "none"
    assert set(found.index) == {"thing", "time"}


def test_errors_come_worst_first_with_their_sentence():
    table = pd.DataFrame([OURS | {"value": 3.0, "speaker": "Otto Falk", "when": None}])
    found = evaluate.errors(table, pd.DataFrame([GOLD]))
    assert found["field"].tolist() == ["value", "no wrong speaker", "time", "time, same words"]
    assert found["sentence"].tolist() == [OURS["context"]] * 4
    assert found.loc[0, ["gold", "ours"]].tolist() == ["300 (~)", "3.0 (about)"]
    assert found.loc[1, ["gold", "ours"]].tolist() == ["Vera Holt", "Otto Falk"]


def test_a_table_of_no_rows_is_scored():
    scores = evaluate.score(pd.DataFrame([OURS]).iloc[:0], pd.DataFrame([GOLD]))
    assert scores.loc["figures", ["ours", "right", "recall"]].tolist() == [0, 0, 0.0]


REFERENTS = [
    ("John Kirby", "Kirby", True),
    ("WHO", "World Health Organization", True),
    ("Emergencies Ministry", "Defence Ministry", False),
    ("US intelligence", "US officials", False),
    ("NRS", "the National Rescue Service (NRS)", True),
    ("he", "Kirby", False),
]


@pytest.mark.parametrize(("one", "other", "same"), REFERENTS)
def test_names_of_one_referent(one, other, same):
    assert same_referent(one, other) is same_referent(other, one) is same


TIMES = [
    ("on Monday", "Monday", True), ("Monday", "Monday night", False), ("in the past weeks", "the past weeks", True),
    ("as of Saturday", "Saturday", True), ("last year", "this year", False),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "same"), TIMES)
def test_times_may_lose_a_leading_preposition(one, other, same):
    assert same_words(one, other) is same


SHARED = [
    ("people killed", "kill"),
    ("survivors", "survivor"),
    ("a death toll", "tolls"),
    ("people", "person"),
    ("in May", "May 3"),
]


@pytest.mark.parametrize(("one", "other"), SHARED)
def test_inflections_share_a_word(one, other):
    assert share_word(one, other) and not share_word(one, "of the")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("Rain fell. Some 40 houses were lost. Then it stopped.", encoding="utf8")
    (tmp_path / "texts" / "a.yml").write_text('title: "Rain"\npublished: "2024-05-14"\n', encoding="utf8")
    row = {"id": "a#1", "start": 11, "end": 18, "surface": "Some 40", "is_claim": True}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf8")
    return tmp_path


def test_gold_is_read_with_its_text_date_and_sentence(folder):
    gold, [document] = evaluate.read_gold(folder), evaluate.gold_documents(folder)
    assert gold.loc[0, ["doc", "sentence"]].tolist() == ["a", "Some 40 houses were lost."]
    assert (document.id, str(document.date)) == ("a", "2024-05-14")


def test_a_date_that_is_none_is_remarked_and_left_out(folder):
    (folder / "texts" / "a.yml").write_text('published: "2024-05"', encoding="utf8")
    [document] = evaluate.gold_documents(folder)
    assert document.date is None and "'2024-05' is no date" in document.remarks[0]


def spoil_surface(folder):
    (folder / "a.jsonl").write_text(
        '{"id": "a#1", "start": 0, "end": 4, "surface": "Snow", "is_claim": true}', encoding="utf8"
    )


def spoil_json(folder):
    (folder / "a.jsonl").write_text("{", encoding="utf8")


def lose_text(folder):
    (folder / "texts" / "a.txt").unlink()


def lose_annotation(folder):
    (folder / "a.jsonl").unlink()


SPOILT = [
    (spoil_surface, "a.jsonl, line 1: the text has 'Rain' at 0:4, not 'Snow'"),
    (spoil_json, "a.jsonl, line 1: is not JSON"),
    (lose_text, "its text a.txt is not found"),
    (lose_annotation, "no annotation in this folder"),
]


@pytest.mark.parametrize(("spoil", "said"), SPOILT)
def test_a_spoilt_annotation_is_told_in_one_line(folder, spoil, said):
    spoil(folder)
    with pytest.raises(Trouble) as trouble:
        evaluate.read_gold(folder), evaluate.gold_documents(folder)
    assert said in str(trouble.value) and "\n" not in str(trouble.value)


def test_a_path_that_is_not_there_is_told():
    with pytest.raises(Trouble, match="nowhere: is not there"):
        evaluate.read_gold(Path("nowhere"))


@pytest.mark.parametrize(("span", "sentence"), [((0, 3), "One."), ((5, 8), "Two."), ((10, 15), "Three")])
def test_a_sentence_is_cut_at_full_stops_and_lines(span, sentence):
    assert sentence_around("One. Two.\nThree", *span) == sentence


RELATION = {
    "id": "R1", "kind": "subset_bound", "members": [("a", 10, 19), ("a", 40, 45)],
    "verdict_final": "consistent", "why": "",
}  # fmt: skip
FINDING = {"check": "subset", "verdict": "agrees if rounded", "claims": ["a@10", "a@40"]}


@pytest.mark.parametrize(
    ("finding", "found", "verdicts"),
    [
        ({}, 1, 1),
        ({"claims": ["a@40", "a@10"]}, 1, 1),
        ({"claims": ["a@10", "a@70"]}, 0, 0),
        ({"check": "conversion"}, 0, 0),
        ({"verdict": "cannot tell"}, 1, 0),
    ],
)
def test_relations_are_found_by_their_claims_and_their_kind(finding, found, verdicts):
    table = pd.DataFrame(
        [OURS, OURS | {"id": "a@40", "start": 40, "end": 45}, OURS | {"id": "a@70", "start": 70, "end": 75}]
    )
    findings, relations = pd.DataFrame([FINDING | finding]), pd.DataFrame([RELATION])
    scores = evaluate.score_relations(findings, relations, table)
    assert scores["right"][["relation found", "verdict"]].tolist() == [found, verdicts]
    assert len(evaluate.relation_errors(findings, relations, table)) == 1 - verdicts


@pytest.mark.parametrize(("severity", "accused"), [("info", 0), ("error", 1)])
def test_a_conflict_that_is_only_noted_accuses_nobody(severity, accused):
    table = pd.DataFrame([OURS, OURS | {"id": "a@40", "start": 40, "end": 45}])
    finding = FINDING | {"verdict": "conflicts", "severity": severity}
    scores = evaluate.score_relations(pd.DataFrame([finding]), pd.DataFrame([RELATION]), table)
    assert scores.loc["just accusations", ["n", "right"]].tolist() == [accused, 0]
