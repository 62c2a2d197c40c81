"""Sentences and the parts of an article: every row of sections.toml tells its own example."""

import re
from itertools import pairwise

import pytest

from allegedly.lexicon import load
from allegedly.model import Document
from allegedly.text.lines import folded
from allegedly.text.sentences import sentences
from allegedly.text.words import infinitive, singular

BEFORE = "Storm Hits Halden\n\nA storm tore the roofs off a dozen houses in the town on Monday.\n\n"
AFTER = "\n\nThe mayor of the town opened the school to all who had lost their homes."
ROWS = [row for rows in load("sections").values() if isinstance(rows, list) for row in rows]


def split(text: str) -> list[tuple[str, str]]:
    """The sentences of a text with their sections."""
    return [(part.section, part.text) for part in sentences(Document("own", text))]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_a_row_tells_its_own_example(row):
    found = split(BEFORE + row["example"] + AFTER)
    assert {section for section, text in found if text in row["example"]} == {row["section"]}


def test_a_subhead_stands_between_paragraphs():
    assert split(BEFORE + load("sections")["limits"]["example"] + AFTER)[2][0] == "subhead"


SPLIT = [
    ("", []),
    (" \n \n", []),
    ("At least 5 men died.", ["At least 5 men died."]),
    ("He met Gen. Ek on Dec. 22. It was No. 2.", ["He met Gen. Ek on Dec. 22.", "It was No. 2."]),
    ('He said so. "And 5 men left."', ["He said so.", '"And 5 men left."']),
    ("One\r\nTwo", ["One", "Two"]),
    ("5 dead\n6 hurt\n", ["5 dead", "6 hurt"]),
    ("• 5 men died\n• 6 were hurt", ["• 5 men died", "• 6 were hurt"]),
    ("Town\tDead\nOs\t5", ["Town\tDead", "Os\t5"]),
    ("It rose by 9 in the long and very wet month of March, to\nforty. It fell.", ["… to\nforty.", "It fell."]),
    ('"Good [...] men [...]." They left.', ['"Good [...] men [...]."', "They left."]),
]


@pytest.mark.parametrize(("text", "expected"), SPLIT, ids=lambda value: str(value)[:30])
def test_sentences_end_where_they_should(text, expected):
    found = [part.text for part in sentences(Document("own", text))]
    assert len(found) == len(expected)
    assert all(part.endswith(end.removeprefix("… ")) for part, end in zip(found, expected, strict=True))


CREDITED = "Storm Hits Halden\n(Photo : A. Nonymous)\nA street after the storm, with 5 men.\n\nA storm hit."
PARTS = [
    (CREDITED, ["headline", "caption", "caption", "body"]),
    ("A storm hit the town.\n\nIt killed 5 men.", ["body", "body"]),
    ("Did 5 Men Die?\n\nA storm hit.", ["headline", "body"]),
    ("A storm hit", ["body"]),
    ("STORM HITS HALDEN\n\nHALDEN (AP) - A storm hit.", ["headline", "body"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), PARTS, ids=lambda value: str(value)[:30])
def test_the_parts_of_an_article(text, expected):
    assert [section for section, _ in split(text)] == expected


HOSTILE = [
    "a" * 100_000,
    "word " * 50_000,
    '"' * 10_000,
    "U.S. " * 5_000,
    "a b\n" * 5_000,
    "1. " * 5_000,
    "\u2028x\x85y",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:9])
def test_sentences_keep_their_order_and_their_text(text):
    found = sentences(Document("own", text))
    assert [part.number for part in found] == list(range(len(found)))
    assert all(part.end <= later.start for part, later in pairwise(found))
    assert "".join("".join(part.text.split()) for part in found) == "".join(text.split()) or '"' in text


ONE_LEMMA = [
    "organise",
    "realise",
    "recognise",
    "criticise",
    "analyse",
    "paralyse",
    "apologise",
    "minimise",
    "emphasise",
    "favour",
    "honour",
]
ITS_OWN = [
    "rise",
    "raise",
    "advise",
    "surprise",
    "exercise",
    "supervise",
    "promise",
    "revise",
    "compromise",
    "prise",
    "pour",
    "tour",
    "devour",
    "scour",
]


@pytest.mark.parametrize("word", ONE_LEMMA)
def test_two_spellings_have_one_lemma(word):
    other = re.sub("our$", "or", re.sub("([iy])se$", r"\1ze", word))
    assert other != word
    assert infinitive(word) == infinitive(other) == other
    assert infinitive(f"{word.removesuffix('e')}ed") == infinitive(f"{other.removesuffix('e')}ed") == other


@pytest.mark.parametrize("word", ITS_OWN)
def test_a_word_that_only_looks_so_keeps_its_lemma(word):
    assert infinitive(word) == word


def test_nouns_of_two_spellings_have_one_lemma():
    assert [singular(word) for word in ("harbours", "harbors", "neighbour", "hours", "tours", "Seymour")] == [
        "harbor", "harbor", "neighbor", "hour", "tour", "Seymour"
    ]  # fmt: skip


LINES = [  # a text, and how many blocks it has once its wrapped lines are joined
    ("Police in Norvik\ncounted 40 cars.", 1),
    ("Police in Norvik counted\n40 cars.", 1),
    ("Police counted 40 cars in\nNorvik on Monday.", 1),
    ("Rain fell.\n\nPolice in Norvik, Ida\nHolm said, counted 40 cars.", 2),
    ("Rain fell.\n\nShe counted 40 cars.\nThen she left.", 2),
    ("Rain fell.\r\n\r\nShe counted\r\n40 cars.", 2),
    ("Rain fell.\r\rShe counted\r40 cars.", 2),
    ("Rain fell.\n \t\nShe counted\n40 cars.", 2),
    ("Storm Hits Halden\nPolice counted 40 cars.", 2),
    ("Storm Hits Halden\nBy Ida Holm\nPolice counted 40 cars.", 3),
    ("She came.\nHe left.\nThey stayed.\nNobody knew.", 4),
    ("A storm hit\n\n• 40 cars\n• 61 boats", 3),
    ("A storm hit\n\n1. Os 40\n2. Mo 61", 3),
    ("5 dead\n6 hurt", 2),
    ("Town\tDead\nOs\t5", 2),
    ("It rained.\n\nPhoto: A. Nonymous\nA crowd of 40 at the gate.", 3),
    ("It rained.\n\nRITA HANSEN: We saw 40.\nIDA HOLM: We saw 61.", 3),
    ("It rained.\n\nIt fell to\n−3.7 degrees.", 2),
    ("It rained.\n\nThe flats numbered\n104. They were old.", 2),
    ("It rained.\n\n— Ida Holm\n— Eva Lund", 3),
]


@pytest.mark.parametrize(("text", "count"), LINES, ids=lambda value: str(value)[:40])
def test_a_line_end_inside_a_paragraph_is_a_space(text, count):
    flat = folded(text)
    assert len(flat) == len(text)
    assert [each for each in flat if not each.isspace()] == [each for each in text if not each.isspace()]
    assert len([line for line in flat.split("\n") if line.strip()]) == count


def test_per_cent_ends_a_sentence_before_a_name():
    text = "Rain fell.\n\nTurnout was 60 per cent. Police left at noon. It was 4 per cent. of all."
    found = [part.text for part in sentences(Document("a", text))]
    assert found[1:] == ["Turnout was 60 per cent.", "Police left at noon.", "It was 4 per cent. of all."]
