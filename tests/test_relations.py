"""The relations of tests/relations.py, tried for a minute: on each sentence, on random texts, on our own articles."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from relations import RELATIONS, SENTENCES, broken, filled, noisy, texts

SEEDS = sorted((Path(__file__).parent / "seeds").glob("*.txt"))
ROOT = Path(__file__).parents[1]
FOLDERS = ("data/raw", "tests/gold/articles", "tests/genres/articles")
ARTICLES = {path.stem: path for folder in FOLDERS for path in sorted((ROOT / folder).glob("*.txt"))}
QUICK = settings(deadline=None, derandomize=True, database=None)  # what is new is for `make fuzz` to find


EACH = [
    pytest.param(relation, number, id=f"{relation}-{number}")
    for relation in RELATIONS
    for number in range(len(SENTENCES))
]


@pytest.mark.parametrize(("relation", "number"), EACH)
def test_a_relation_holds_of_each_sentence(relation, number):
    RELATIONS[relation](filled(number))


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_holds_of_random_texts(relation):
    @settings(QUICK, max_examples=120)
    @given(texts)
    def holds(text):
        RELATIONS[relation](text)

    holds()


@settings(QUICK, max_examples=400)
@given(noisy)
def test_noise_is_read_soundly(text):
    RELATIONS["is_sound"](text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_what_fuzzing_found_stays_mended(path):
    """`make fuzz` puts a file here for what it finds; its name begins with the relation."""
    relation = path.stem.rpartition("-")[0]
    RELATIONS[relation](path.read_text(encoding="utf8"))


OF_ARTICLES = [
    pytest.param(relation, name, id=f"{relation}-{name}")
    for relation in (
        "is_sound",
        "stays_with_a_paragraph_more",
        "follows_a_number",
        "stays_with_other_spaces",
        "stays_with_other_lines",
        "stays_with_other_spelling",
    )
    for name in ARTICLES
]


@pytest.mark.parametrize(("relation", "name"), OF_ARTICLES)
def test_a_relation_holds_of_our_own_articles(relation, name):
    RELATIONS[relation](ARTICLES[name].read_text(encoding="utf8"))


def test_a_relation_that_does_not_hold_is_noticed(monkeypatch):
    """The tests can fail: here the paragraph about something else is none."""
    monkeypatch.setattr("relations.UNRELATED", ("Then 7 more came.",))
    assert [name for name, _ in broken(filled(0))] == ["stays_with_a_paragraph_more"]
