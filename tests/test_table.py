"""Tables on disk hold what the DataFrame holds, whatever the format, and are replaced whole or not at all."""

import json
from math import inf
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from allegedly import claims
from allegedly.errors import Trouble
from allegedly.model import Attribution, Claim, Document, Quantity, Thing, Time
from allegedly.table import (
    CHECKS,
    CLAIMS,
    conform,
    correct,
    read_corrections,
    read_table,
    sound,
    tidy,
    write_package,
    write_table,
)
from allegedly.table.files import PART, replacing

WORDS = st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00"), min_size=1, max_size=20)
NUMBERS = st.floats(allow_nan=False) | st.none()


def claim(text="40", start=0, thing=None, **figure):
    quantity = Quantity(start, start + len(text), text, **{"value": 40.0, "low": 40.0, "high": 40.0, **figure})
    return Claim(f"a@{start}", "a", "body", 0, quantity, Thing(thing), Time(), Attribution(), text, start)


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(st.lists(st.tuples(WORDS, WORDS, NUMBERS, NUMBERS), min_size=1, max_size=5), st.sampled_from(["csv", "parquet"]))
def test_a_table_comes_back_as_it_was_written(tmp_path_factory, rows, suffix):
    table = tidy([claim(text, n, thing, low=low, value=v) for n, (text, thing, low, v) in enumerate(rows)])
    path = tmp_path_factory.mktemp("table") / f"t.{suffix}"
    pd.testing.assert_frame_equal(read_table(write_table(table, path)), table)


@pytest.mark.parametrize("text", ["=1+1", "+40", "-5 %", "@home", "\tx", "'=x", "'never been'", "40"])
def test_no_cell_is_a_formula_to_a_spreadsheet(tmp_path, text):
    path = write_table(tidy([claim(text)]), tmp_path / "t.csv")
    cell = pd.read_csv(path, dtype=str)["text"][0]
    assert cell[0] not in "=+-@\t\r"
    assert read_table(path)["text"][0] == text


def test_findings_keep_their_lists(tmp_path):
    rows = [{"id": "f", "check": "parts", "verdict": "agrees", "severity": "info", "claims": ["a@0", "a@9"]}]
    table = conform(pd.DataFrame(rows), CHECKS)
    for suffix in ("csv", "parquet"):
        pd.testing.assert_frame_equal(read_table(write_table(table, tmp_path / f"f.{suffix}"), CHECKS), table)
    assert json.loads(pd.read_csv(tmp_path / "f.csv")["claims"][0]) == ["a@0", "a@9"]


def test_json_lines_are_strict_json(tmp_path):
    path = write_table(tidy([claim(high=float("inf"), value=None)]), tmp_path / "t.jsonl")
    row = json.loads(path.read_text(), parse_constant=lambda name: pytest.fail(name))
    assert (row["text"], row["high"], row["value"], row["doc"]) == ("40", None, None, "a")


def test_json_lines_come_back_with_their_open_bounds(tmp_path):
    bounds = {"low": -inf, "likely_low": -inf, "open": "(low"}
    table = tidy([claim(high=inf, likely_high=inf, open="high)"), claim(start=9, **bounds), claim(start=20)])
    pd.testing.assert_frame_equal(read_table(write_table(table, tmp_path / "t.jsonl")), table)


# a table of JSON lines by somebody else, what the one line says of it
LINES = [
    ("{", "line 1: is no JSON"),
    ('{"id": "a"}\n[1]', "line 2: is no object"),
    ('{"id": "a"}', "has no column doc, text, low, high"),
    ('{"id": "a", "doc": "a", "text": "4", "low": "x", "high": 4}', "line 1, column low: 'x' is no number"),
    ('{"id": "a", "doc": "a", "text": "4", "low": 4, "high": 4, "kind": "big"}', "column kind: 'big' is none of"),
]


@pytest.mark.parametrize(("content", "said"), LINES)
def test_json_lines_that_do_not_fit_are_named(tmp_path, content, said):
    (tmp_path / "t.jsonl").write_text(content)
    with pytest.raises(Trouble) as caught:
        read_table(tmp_path / "t.jsonl")
    assert said in str(caught.value)


# a CSV by somebody else, what the one line says of it
FOREIGN = [
    ("id,doc,text,low\na,a,40,40\n", "has no column high"),
    ("id,doc,text,low,high\na,a,40,forty,40\n", "line 2, column low: 'forty' is no number"),
    ("id,doc,text,low,high,hedge\na,a,40,40,40,abuot\n", "line 2, column hedge: 'abuot' is none of exact"),
    ("id,doc,text,low,high,about_from\na,a,40,40,40,May\n", "column about_from: 'May' is no date"),
    ("id,doc,text,low,high,start\na,a,40,40,40,x\n", "column start: 'x' is no whole number"),
    ("id,doc,text,low,high,start\na,a,40,40,40,1.5\n", "column start: '1.5' is no whole number"),
    ("id,doc,text,low,high\na,a,40,40,40,41\n", "more cells than the first line names"),
    ('id,doc,text,low,high\na,a,"40\n', "cannot be read as a table"),
    ("", "cannot be read as a table"),
]


@pytest.mark.parametrize(("content", "words"), FOREIGN)
def test_a_table_that_does_not_fit_is_named_by_line_and_column(tmp_path, content, words):
    (tmp_path / "t.csv").write_text(content)
    with pytest.raises(Trouble, match=r"has no column|line 2|cannot be read") as caught:
        read_table(tmp_path / "t.csv")
    assert words in str(caught.value)


def test_anybodys_table_is_filled_with_what_is_meant(tmp_path):
    (tmp_path / "t.csv").write_text("id,doc,text,low,high,mine\na@0,a,40,40,inf,x\n")
    row = read_table(tmp_path / "t.csv").iloc[0]
    assert (row["hedge"], row["kind"], row["stance"], row["high"]) == ("exact", "count", "asserted", float("inf"))
    assert (row["mine"], row["thing"] is pd.NA or pd.isna(row["thing"])) == ("x", True)


# the rows of a table by somebody else, what the one line says of them
UNSOUND = [
    (",a,40,40,40", "row 1, column id: is empty"),
    ("a,a,40,40,40\na,a,50,50,50", "row 2, column id: stands in an earlier row too"),
    ("a,a,40,40,", "row 1, column high: is empty"),
    ("a,a,40,41,40", "row 1, column low: is above high"),
]


@pytest.mark.parametrize(("rows", "said"), UNSOUND)
def test_claims_that_no_check_could_use_are_named_by_row(tmp_path, rows, said):
    (tmp_path / "t.csv").write_text(f"id,doc,text,low,high\n{rows}\n")
    with pytest.raises(Trouble) as caught:
        sound(read_table(tmp_path / "t.csv"), "t.csv")
    assert said in str(caught.value)


def test_figures_that_do_not_say_where_they_stand_get_a_sentence_of_their_own(tmp_path):
    (tmp_path / "t.csv").write_text("id,doc,text,low,high\na,x,40,40,40\nb,x,about 50,45,55\n")
    table = sound(read_table(tmp_path / "t.csv"), "t.csv")
    assert table[["start", "end", "context_start"]].to_numpy().tolist() == [[0, 2, 0], [3, 11, 3]]
    assert table["context"].tolist() == ["40", "about 50"]


@pytest.mark.parametrize("content", [b"PAR1", b"", b"PAR1garbagePAR1"])
def test_a_corrupt_parquet_is_a_trouble(tmp_path, content):
    (tmp_path / "t.parquet").write_bytes(content)
    with pytest.raises(Trouble, match="cannot be read as a table"):
        read_table(tmp_path / "t.parquet")


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), replacing(path) as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert path.read_text() == "old"
    assert not [*tmp_path.glob(f"*{PART}")]


def test_the_package_says_what_the_files_are(tmp_path):
    write_table(tidy([claim()]), tmp_path / "claims.csv")
    [resource] = json.loads(Path(write_package(tmp_path)).read_text())["resources"]
    assert [field["name"] for field in resource["schema"]["fields"]] == [
        column.name for column in CLAIMS if not column.apart
    ]
    assert resource["bytes"] == (tmp_path / "claims.csv").stat().st_size


ROW = 'claim = "a@0"\ncolumn = "{}"\nwas = "{}"\nnow = "{}"\nwhy = "misprint"\nby = "me"\n'
# column, was, now; the value after, and how the note on it begins
CORRECTIONS = [
    ("thing", "men", "women", "women", "corrected: a@0, thing: 'men' → 'women' (misprint; me)"),
    ("value", "40", "44", 44.0, "corrected: a@0, value: '40.0' → '44'"),
    ("thing", "ships", "women", "men", "not corrected: a@0, thing: reads 'men', not 'ships' any more"),
    ("speaker", "", "the mayor", "the mayor", "corrected: a@0, speaker: nothing → 'the mayor'"),
]


@pytest.mark.parametrize(("column", "was", "now", "after", "note"), CORRECTIONS)
def test_a_correction_is_applied_and_said(tmp_path, column, was, now, after, note):
    (tmp_path / "corrections.toml").write_text("[[correction]]\n" + ROW.format(column, was, now))
    table, [said] = correct(tidy([claim(thing="men")]), read_corrections(tmp_path / "corrections.toml")[0])
    assert table[column][0] == after
    assert said.startswith(note)
    assert (said.startswith("corrected")) == bool(pd.notna(table["corrected"][0]))


def test_a_misreading_can_be_taken_out_of_the_claims(tmp_path):
    (tmp_path / "corrections.toml").write_text("[[correction]]\n" + ROW.format("kind", "count", "none"))
    table, _ = correct(tidy([claim()]), read_corrections(tmp_path / "corrections.toml")[0])
    assert (table["kind"][0], table["reason"][0]) == ("none", "misprint")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[[correction]]\nclaim = 1\n", "does not say column, now, why, by"),
        ("[[correction]\n", "is no TOML"),
        ("correction = 3\n", "its corrections are no rows"),
        ("correction = [1]\n", "its corrections are no rows"),
        ("[[correction]]\n" + ROW.format("thing", "", "x").replace('"a@0"', '["a@0"]'), "claim is no single value"),
        ("[[correction]]\n" + ROW.format("colour", "", "red"), "there is no column 'colour'"),
        ("[[correction]]\n" + ROW.format("low", "", "many"), "'many' is no number"),
        ("[[correction]]\n" + ROW.format("low", "", "nan"), "'nan' is no number that it may hold"),
        ("[[correction]]\n" + ROW.format("value", "", "inf"), "'inf' is no number that it may hold"),
        ("[[correction]]\n" + ROW.format("kind", "", "cuont"), "'cuont' is none of count, money"),
        ("[[correction]]\n" + ROW.format("id", "", "a@7"), "id says where the figure stands, and cannot be corrected"),
        ("[[correction]]\n" + ROW.format("start", "", "7"), "start says where the figure stands"),
        ("[[correction]]\n" + ROW.format("frame", "", "x"), "frame is made of the other columns"),
        (
            "[[correction]]\n" + ROW.format("publisher", "", "x"),
            "publisher is of the whole article; enter it in sources",
        ),
        (
            "[[correction]]\n" + ROW.format("thing", "", "x") + 'whyy = "x"\n',
            "has an unknown key 'whyy'; did you mean why?",
        ),
        ("[[corection]]\n" + ROW.format("thing", "", "x"), "has an unknown key 'corection'; did you mean correction?"),
    ],
)
def test_a_bad_correction_is_named(tmp_path, content, words):
    (tmp_path / "corrections.toml").write_text(content)
    try:
        rows, troubles = read_corrections(tmp_path / "corrections.toml")
        said = "; ".join(map(str, troubles))
    except Trouble as trouble:
        rows, said = [], str(trouble)
    assert (rows, words in said) == ([], True), said


def corrected(tmp_path, table, *rows):
    """`table` corrected by rows of (column, now, further lines), and what is said of each."""
    content = [
        f'[[correction]]\nclaim = "a@0"\ncolumn = "{c}"\nnow = "{n}"\nwhy = "x"\nby = "me"\n{m}' for c, n, m in rows
    ]
    (tmp_path / "corrections.toml").write_text("\n".join(content))
    return correct(table, read_corrections(tmp_path / "corrections.toml")[0])


def test_a_bad_row_is_left_out_and_the_others_are_obeyed(tmp_path):
    table = tidy([claim(thing="men")])
    content = (
        "[[correction]]\n" + ROW.format("colour", "", "red") + "[[correction]]\n" + ROW.format("thing", "men", "cats")
    )
    (tmp_path / "corrections.toml").write_text(content)
    rows, [trouble] = read_corrections(tmp_path / "corrections.toml")
    assert str(trouble).endswith("this row is left out") and "correction 1: there is no column" in str(trouble)
    assert correct(table, rows)[0]["thing"][0] == "cats"


def test_a_value_moves_its_bounds(tmp_path):
    table = tidy(claims(Document("a", "About 40 people came.")))
    wide = table.loc[0, "high"] - table.loc[0, "low"]
    row = corrected(tmp_path, table, ("value", "400", ""))[0].loc[0]
    assert (row["value"], row["high"] - row["low"]) == (400, 10 * wide)
    assert row["low"] <= row["likely_low"] <= row["value"] <= row["likely_high"] <= row["high"]
    table = tidy(claims(Document("a", "More than 40 people came.")))
    row = corrected(tmp_path, table, ("value", "400", ""))[0].loc[0]
    assert (row["low"], row["high"]) == (400, float("inf"))


def test_a_low_bound_stays_below_the_high_one(tmp_path):
    table = tidy(claims(Document("a", "About 40 people came.")))
    after, [said] = corrected(tmp_path, table, ("low", "90", ""))
    assert after["low"][0] == table["low"][0]
    assert "not corrected: a@0, low: low 90 would be above high 44" in said
    after, _ = corrected(tmp_path, table, ("low", "90", ""), ("high", "95", ""))
    assert after.loc[0, ["low", "likely_low", "likely_high", "high"]].tolist() == [90, 90, 90, 95]


def test_a_correction_follows_its_figure_by_its_words(tmp_path):
    words = 'text = "40"\ncontext = "The mayor saw 40 boats in the harbour."\n'
    new = "It rained all day. The mayor saw 40 boats in the old harbour. A guard saw 40 cars."
    table, [said] = corrected(tmp_path, tidy(claims(Document("a", new))), ("thing", "ships", words))
    assert table.set_index("start")["thing"].to_dict()[33] == "ships"
    assert "the article has changed: found again by its words at a@33" in said
    gone = tidy(claims(Document("a", "It rained. The mayor saw 50 boats in the harbour.")))
    assert "and has no '40' in this sentence any more" in corrected(tmp_path, gone, ("thing", "ships", words))[1][0]
    other = tidy(claims(Document("b", new)))
    assert "there is no article 'a'" in corrected(tmp_path, other, ("thing", "ships", words))[1][0]
