"""The ranking that benchmarks/ranking.py judges: it learns what its examples show, and its sentences can be read."""

import json
from pathlib import Path

from marked import unmarked

from benchmarks.ranking import Example, held_out, trained

SENTENCES = Path(__file__).parents[1] / "benchmarks" / "ranking.jsonl"
GIVEN = [
    Example(f"article {number}", "300", [("none", f"only {number}"), ("behind of",), ("before",)], [1], None)
    for number in range(20)
]


def test_a_trait_of_what_is_right_weighs_more_than_one_of_what_is_wrong():
    weights = trained(GIVEN)
    assert weights["behind of"] > 0 > weights["before"]


def test_a_rare_trait_weighs_nothing():
    assert "only 3" not in trained(GIVEN)


def test_each_example_is_judged_by_weights_of_other_articles():
    rows = list(held_out(GIVEN))
    assert len(rows) == len(GIVEN) and all(best == 1 and likely > 0.5 for _, best, likely in rows)


def test_each_sentence_marks_one_figure_and_names_nouns_of_its_own():
    rows = [json.loads(line) for line in SENTENCES.read_text(encoding="utf8").splitlines()]
    assert len(rows) > 400
    for row in rows:
        text, start, end = unmarked(row["text"])
        assert start < end and all(noun in text for noun in row["things"])
