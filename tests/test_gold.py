"""How well claims are read: sentences of our own field by field, and floors a field over the articles of our own."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from allegedly import Document, claims, evaluate, lexicon, tidy
from allegedly.evaluate.words import same_referent, same_words, share_word

GOLD = Path(__file__).parent / "gold"
GENRES = Path(__file__).parent / "genres"
BLIND = Path(__file__).parent / "blind"
SENTENCES = tomllib.loads((GOLD / "sentences.toml").read_text(encoding="utf8"))
FAILURES = tomllib.loads((GOLD / "known-failures-claims.toml").read_text(encoding="utf8"))["failures"]

# What a field of sentences.toml is held against: the columns of the table, and how they are compared.
COLUMNS = {"from": "about_from", "to": "about_to"}
SAME = {
    "speaker": same_referent, "speaker_text": str.__eq__, "via": same_referent, "holder": same_referent,
    "when": same_words, "thing": share_word, "subject": share_word, "place": share_word, "per": same_words,
    "share": lambda wanted, found: found == pytest.approx(wanted),
    "from": lambda wanted, found: str(found)[:10] == wanted, "to": lambda wanted, found: str(found)[:10] == wanted,
}  # fmt: skip


@cache
def figures(way):
    """The rows of one sentence, as dicts in which a missing cell is None."""
    sentence = next(row for row in SENTENCES["sentence"] if row["way"] == way)
    day = date.fromisoformat(str(sentence.get("date", SENTENCES["date"])))
    table = tidy(claims(Document(id="a", text=sentence["text"], as_of=day), all=True))
    rows = table.astype(object).where(table.notna(), None).to_dict("records")
    return sentence["text"], [
        row | {name: row[column] for name, column in COLUMNS.items()} | share_of(row) for row in rows
    ]


def share_of(row):
    """A share in percent, whether the table gives it as a ratio or in percent."""
    is_ratio = row["kind"] == "share" and row["unit"] != "percent" and row["value"] is not None
    return {"share": row["value"] * 100 if is_ratio else row["value"]}


def row_of(way, printed):
    """Our row for the figure `printed`: the first that shares a character with it."""
    text, rows = figures(way)
    start = text.index(printed)
    return next((row for row in rows if row["start"] < start + len(printed) and start < row["end"]), {})


def cases(marked):
    """A test a field a claim; those in known-failures-claims.toml must fail until they are taken out of it."""
    for sentence in SENTENCES["sentence"]:
        for way, printed, field, wanted in marked(sentence):
            name = f"{way} · {printed} · {field}"
            marks = [pytest.mark.xfail(strict=True, reason=FAILURES[name])] if name in FAILURES else []
            yield pytest.param(way, printed, field, wanted, id=name, marks=marks)


def fields_of(sentence):
    for claim in sentence["claims"]:
        yield sentence["way"], claim["text"], "kind", claim.get("kind")
        for field, wanted in claim.items():
            if field not in ("text", "kind"):
                yield sentence["way"], claim["text"], field, wanted


def none_of(sentence):
    for printed in sentence.get("none", []):
        yield sentence["way"], printed, "none", True


@pytest.mark.parametrize(("way", "printed", "field", "wanted"), cases(fields_of))
def test_each_field_of_each_sentence_reads_as_a_person_reads_it(way, printed, field, wanted):
    row = row_of(way, printed)
    if field == "kind":
        assert row.get("kind") not in (None, "none") and wanted in (None, row["kind"])
    elif wanted == "":
        assert row and row[field] is None
    else:
        assert row.get(field) is not None and SAME.get(field, lambda a, b: a == b)(wanted, row[field]), row.get(field)


@pytest.mark.parametrize(("way", "printed", "field", "wanted"), cases(none_of))
def test_what_is_no_claim_is_listed_as_none(way, printed, field, wanted):
    assert row_of(way, printed).get("kind", "none") == "none"


@cache
def table(folder=GOLD):
    """All our own articles in a folder, read."""
    return tidy([claim for document in evaluate.gold_documents(folder) for claim in claims(document, all=True)])


@cache
def scores(folder):
    """The scores over all our own articles in a folder together."""
    return evaluate.score(table(folder), evaluate.read_gold(folder))


def floors():
    """Each floor of each folder, as (folder, measure, field, floor)."""
    for folder in (GOLD, GENRES, BLIND):
        measures = tomllib.loads((folder / "floors.toml").read_text(encoding="utf8"))
        for measure, fields in measures.items():
            for field, floor in fields.items():
                yield pytest.param(folder, measure, field, floor, id=f"{folder.name} · {measure} · {field}")


@pytest.mark.parametrize(("folder", "measure", "field", "floor"), floors())
def test_no_field_falls_under_its_floor(folder, measure, field, floor):
    assert scores(folder).loc[field, measure] >= floor, scores(folder).loc[field].to_dict()


@cache
def small_words():
    """The words of the closed classes that can be no head noun and no speaker."""
    classes = ("determiner", "possessive", "pronoun", "be", "have", "modal", "preposition", "conjunction", "relative")
    return {word for name in classes for word in lexicon.load("words")[name]["words"]}


# Cells that would make an analyst doubt the whole table: the column, and what it must never hold.
ABSURD = [
    ("head", lambda cell: cell.lower() in small_words()),
    ("thing", lambda cell: not cell[0].isalnum() and cell[0] not in "'’\"“$€£"),
    ("thing", lambda cell: len(cell.split()) > 12),
    ("speaker", lambda cell: cell.lower() in small_words() or cell[0].isdigit()),
    ("speaker", lambda cell: len(cell.split()) > 12),
    ("subject", lambda cell: cell.lower() in small_words()),
    ("verb", lambda cell: not cell.replace("-", "").isalpha()),
    ("when", lambda cell: len(cell.split()) > 15),
]


@pytest.mark.parametrize(("column", "is_absurd"), ABSURD)
def test_no_cell_is_absurd(column, is_absurd):
    cells = table().query("kind != 'none'")[column].dropna()
    assert [cell for cell in cells if is_absurd(cell)] == []


@pytest.mark.parametrize("column", ["thing", "when", "speaker_text"])
def test_cells_as_printed_stand_in_their_sentence(column):
    rows = table().dropna(subset=[column])
    texts = {document.id: document.text for document in evaluate.gold_documents(GOLD)}
    assert [cell for cell, doc in zip(rows[column], rows["doc"], strict=True) if cell not in texts[doc]] == []


def test_every_known_failure_names_a_case():
    names = {case.id for marked in (fields_of, none_of) for case in cases(marked)}
    assert set(FAILURES) <= names, set(FAILURES) - names


def test_every_way_is_named_once():
    ways = [sentence["way"] for sentence in SENTENCES["sentence"]]
    assert len(set(ways)) == len(ways) >= 80
