"""Claims go out in the formats of other tools, as these read them, and annotation comes back as gold."""

import csv
import io
import json
import sqlite3
from math import inf
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from projects import here, make_project

from allegedly import Document, evaluate
from allegedly.corpus import of_document
from allegedly.evaluate import gold_of
from allegedly.exports import FORMATS, export

HERE = Path(__file__).parent
TEXT = (
    "😀 The ferry carried 40 people, including 25 women and 22 men.\nMore than 300\nboats sank in 2014, =police said."
)
URL = "https://x.example/ferry"


@pytest.fixture(scope="module")
def corpus():
    return of_document(Document("ferry", TEXT, title="A ferry", url=URL))


def one(corpus, format, suffix):
    return next(data for name, data in export(corpus, format).items() if name.endswith(suffix))


def test_every_format_is_offered_by_the_command_line(tmp_path):
    told = here(tmp_path, "export", "--help").stdout
    assert all(f"{format} " in told for format in FORMATS)
    project = make_project(tmp_path / "project", {"ferry.txt": TEXT}, sources=None)
    done = here(project, "export", "doccano")
    assert (done.returncode, "claims written into exports: claims.doccano.jsonl" in done.stderr) == (0, True)
    assert (project / "exports/claims.doccano.jsonl").is_file()


def test_web_annotations_quote_and_place_their_figures(corpus):
    page = json.loads(one(corpus, "web-annotation", ".jsonld"))
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    for item in page["items"]:
        assert item["type"] == "Annotation" and item["target"]["source"] == URL
        quote, position = item["target"]["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        assert TEXT.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1
    assert "300 or more · boats" in str(page)


def test_web_annotations_are_as_the_recommendation_asks(corpus):
    schema = json.loads((HERE / "tools/web-annotation.schema.json").read_text())
    page = json.loads(one(corpus, "web-annotation", ".jsonld"))
    jsonschema.validate(page, schema)
    for spoil in ({"type": "Note"}, {"target": URL}, {"id": "no iri"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**page, "items": [{**page["items"][0], **spoil}]}, schema)


def test_a_database_has_views_and_full_text_search(corpus, tmp_path):
    (tmp_path / "a.db").write_bytes(one(corpus, "sqlite", ".db"))
    base = sqlite3.connect(tmp_path / "a.db")
    ask = lambda query: base.execute(query).fetchall()  # noqa: E731
    assert ask("select count(*) from claims") == [(len(corpus.claims),)]
    assert ask("select count(*) from findings") == [(len(corpus.checks),)]
    assert ask("select count(*) from series") == [(0,)]
    assert ask("select low, high from claims where text = '40'") == [(40.0, 40.0)]
    found = "select text from claims where rowid in (select rowid from figures_fts where figures_fts match 'women')"
    assert ("25",) in ask(found)
    views = json.loads(one(corpus, "sqlite", ".json"))["databases"]["allegedly"]["tables"]
    assert {*views} == {"claims", "findings", "series"} and views["claims"]["fts_table"] == "figures_fts"


def test_a_spreadsheet_has_numbers_filters_and_a_frozen_head(corpus):
    book = openpyxl.load_workbook(io.BytesIO(one(corpus, "xlsx", ".xlsx")))
    assert book.sheetnames == ["claims", "findings", "series"]
    sheet = book["claims"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", sheet.dimensions)
    head = [cell.value for cell in sheet[1]]
    rows = [dict(zip(head, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert [row["value"] for row in rows] == [40, 25, 22, 300]
    assert (rows[3]["allows"], rows[3]["high"], rows[3]["low"]) == ("300 or more", None, 300)
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_hxl_has_a_row_of_tags(corpus):
    head, tags, *rows = csv.reader(io.StringIO(one(corpus, "hxl", ".csv").decode()))
    assert all(tag.startswith("#") for tag in tags) and len(head) == len(tags)
    assert [row[head.index("value")] for row in rows] == ["40.0", "25.0", "22.0", "300.0"]
    assert rows[3][head.index("high")] == ""


def test_a_figure_over_the_end_of_a_line():
    text = "The owner of the harbour told reporters on Monday that more\r\nthan 300 boats sank."
    corpus = of_document(Document("a", text))
    assert "T1\tcount 55 59;61 69\tmore than 300\n" in one(corpus, "brat", "a.ann").decode()
    assert (
        ",The owner of the harbour told reporters on Monday that more than 300 " in one(corpus, "hxl", "csv").decode()
    )


def test_reviews_are_stubs_without_a_rating(corpus):
    graph = json.loads(one(corpus, "claimreview", ".jsonld"))["@graph"]
    assert len(graph) == len(corpus.claims)
    assert all(review["@type"] == "ClaimReview" and "reviewRating" not in review for review in graph)
    assert graph[0]["itemReviewed"]["appearance"]["url"] == URL


def exported(corpus, format, folder):
    """The export of `corpus` as the tool gives it back: Label Studio's predictions accepted as an annotation."""
    for name, data in export(corpus, format).items():
        (folder / name).write_bytes(data)
    path = {"label-studio": folder / "claims.label-studio.json", "doccano": folder / "claims.doccano.jsonl"}.get(format)
    if format == "label-studio":
        tasks = json.loads(path.read_text())
        for task in tasks:
            task["annotations"] = [{"result": task.pop("predictions")[0]["result"], "was_cancelled": False}]
        path.write_text(json.dumps(tasks))
    return path or folder


@pytest.mark.parametrize("format", ["label-studio", "doccano", "brat"])
def test_annotation_comes_back_as_gold(corpus, format, tmp_path):
    path = exported(corpus, format, tmp_path)
    done = here(tmp_path, "gold", path, "gold")
    assert "1 annotated texts written into gold" in done.stderr, done.stderr
    right = evaluate.read_gold(tmp_path / "gold")
    assert right["surface"].tolist() == corpus.figures["text"].tolist()
    scores = evaluate.score(corpus.figures, right)
    assert scores.loc["figures", "right"] == len(corpus.figures)
    assert (scores.loc["claim or not", "n"], scores.loc["claim or not", "right"]) == (len(right), len(right))
    assert scores.loc["value", "n"] == 0  # such tools annotate no values: none is judged


# Written by Label Studio's converter (2.1.2), doccano (1.8.4) and bratly (0.1.4), of tasks that were exported for them.
@pytest.mark.parametrize("name", ["label-studio.json", "doccano.jsonl", "brat"])
def test_what_the_tools_wrote_is_gold(tmp_path, name):
    done = here(tmp_path, "gold", HERE / "inputs/annotated" / name)
    assert "1 annotated texts written into gold" in done.stderr, done.stderr
    right = evaluate.read_gold(tmp_path / "gold")
    assert right["surface"].tolist() == ["40", "25", "22", "More than 300", "2014"]
    assert right["is_claim"].tolist() == [True, True, True, True, False]
    assert "figures" in here(tmp_path, "score", "gold").stdout


BAD = [  # the name of an export, its content, what is said
    ("a.json", "{", "a.json: is no JSON"),
    ("a.json", '[{"text": "x"}]', "task 1: is no task of Label Studio"),
    ("a.json", "40 \xff", "a.json: is no text in UTF-8"),
    ("a.jsonl", "40 \xff", "a.jsonl: is no text in UTF-8"),
    (
        "a.json",
        '[{"data": {"text": "40"}, "annotations": [{"result": [{"value": {"start": -2, "end": 1, "labels": ["a"]}}]}'
        "]}]",
        "task 1: is no task of Label Studio",
    ),
    ("a.jsonl", '{"label": []}', "line 1: is no line of doccano"),
    ("a.jsonl", '{"text": "40 came", "label": [[0, 99, "count"]]}', "marks 0:99, and the text has 7 characters"),
]


@pytest.mark.parametrize(("name", "content", "said"), BAD)
def test_annotation_that_cannot_be_read_is_said(tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content.encode("latin-1"))
    done = here(tmp_path, "gold", name)
    assert (done.returncode, said in done.stderr) == (2, True), done.stderr


def test_the_last_annotation_of_label_studio_counts(tmp_path):
    value = {"start": 0, "end": 2, "text": "40", "labels": ["count"]}
    done = [{"was_cancelled": False, "result": []}, {"was_cancelled": False, "result": [{"value": value}]}]
    Path(tmp_path, "a.json").write_text(json.dumps([{"data": {"text": "40 came"}, "annotations": done}]))
    made = gold_of(tmp_path / "a.json")
    assert json.loads(made["text-0001.jsonl"])["surface"] == "40"


def test_texts_of_one_name_are_both_kept_and_what_is_no_span_is_passed_over(tmp_path):
    value = {"start": 0, "end": 2, "text": "40", "labels": ["count"]}
    others = [{"type": "relation", "from_id": "a", "to_id": "b"}, {"type": "choices", "value": {"choices": ["long"]}}]
    done = [{"result": [{"value": value}, *others]}]
    tasks = [{"data": {"text": text, "doc": "ferry"}, "annotations": done} for text in ("40 came", "40 left")]
    Path(tmp_path, "a.json").write_text(json.dumps(tasks))
    made = gold_of(tmp_path / "a.json")
    assert [*made] == ["ferry.jsonl", "texts/ferry.txt", "ferry-2.jsonl", "texts/ferry-2.txt"]
    assert made["texts/ferry-2.txt"] == b"40 left" and json.loads(made["ferry-2.jsonl"])["surface"] == "40"


def test_bounds_without_end_are_said_in_words():
    from allegedly.exports.rows import allows

    assert allows(-inf, inf) == "any number"
