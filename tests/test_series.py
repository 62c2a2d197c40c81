"""Events, strands and series: what two articles tell of one thing is joined, and nothing else is."""

import json
from datetime import date

import pandas as pd
import pytest

from allegedly import Document, claims, tidy
from allegedly.alike import groups, story_of, unpacked
from allegedly.alike import rules as alike_rules
from allegedly.corpus import find_project, update
from allegedly.corpus import load as load_corpus
from allegedly.errors import Trouble
from allegedly.lexicon import load
from allegedly.reading.together.examples import spot
from allegedly.reading.together.known import diseases
from allegedly.reading.together.measures import fate_of, group_of
from allegedly.reading.together.spelt import spelt
from allegedly.reading.together.story import kinds_in
from allegedly.table import EVENTS, SERIES, events, read_judgements, read_table, series, with_series, write_table

JOINED = [  # two articles, and the two figures that are told of one thing
    (
        "Ferry sinks off Lindmark\n\nThe sinking of a ferry off Lindmark killed 58 people, the coast guard said.",
        "More bodies found\n\nThe toll in the Lindmark ferry disaster rose. 64 people died off Lindmark.",
        "58",
        "64",
    ),
    (
        "Norrby blast\n\nA blast in Norrby, Norland killed 47 people, police said.",
        "Norrby mourns\n\nThe explosion in Norrby claimed the lives of at least 47 people.",
        "47",
        "at least 47",
    ),
    (
        "Measles in Samland\n\nAn outbreak of measles infected 1,200 people in Samland.",
        "Measles spreads\n\nMeasles has infected 1,850 people in Samland, doctors said of the outbreak.",
        "1,200",
        "1,850",
    ),
    (
        "War in Peru\n\nThe war in Peru goes on. More than 2,000 soldiers have died in Peru.",
        "Senator on the war\n\nThe war in Peru must end. Some 2,500 of our troops have lost their lives in Peru.",
        "More than 2,000",
        "Some 2,500",
    ),
    (
        "Miners die\n\nIn Ohio 16 coal miners have died this year.",
        "Mine law\n\nAlready 18 Ohio miners have been killed in 2024, the union said.",
        "16",
        "18",
    ),
    (
        "Council fined\n\nThe Halden works had 276 violations of the safety rules, the Halden inspectors found.",
        "Halden again\n\nHalden inspectors wrote of 276 citations at the Halden works for breaches of safety rules.",
        "276",
        "276",
    ),
    (
        "Ports\n\nParliament passed a $9.7 billion bill to mend the flooded harbours of Moss after Hurricane Olga.",
        "Olga aid\n\nAfter Hurricane Olga the $9.7 billion bill for the flooded harbours went to the president.",
        "$9.7 billion",
        "$9.7 billion",
    ),
]
APART = [  # two articles, and two figures that are not told of one thing
    (
        "Blast in Norrby\n\nA blast in Norrby killed 12 people.",
        "Blast in Vinter\n\nA blast in Vinter killed 12 people.",
        "12",
        "12",
    ),
    (
        "Blast in Norrby\n\nA blast in Norrby killed 12 people and injured 40.",
        "Norrby\n\nThe blast in Norrby injured 12 people.",
        "12",
        "12",
    ),
    (
        "Measles\n\nThe outbreak of measles infected 40 people in Peru.",
        "Cholera\n\nThe outbreak of cholera infected 40 people in Peru.",
        "40",
        "40",
    ),
    (
        "Measles\n\nThe outbreak of measles infected 40 people in Peru.",
        "Measles\n\nThe outbreak of measles infected 90 people in Chile.",
        "40",
        "90",
    ),
    (
        "War in Peru\n\nThe war in Peru goes on. Some 300,000 people have died in Peru.",
        "War in Peru\n\nThe war in Peru goes on. Officials fear that 300,000 will die in Peru.",
        "Some 300,000",
        "300,000",
    ),
    (
        "War in Peru\n\nThe war in Peru goes on. Some 3,000 of our soldiers have died in Peru.",
        "War in Peru\n\nThe war in Peru goes on. Some 5,000 Peruvian civilians have died in Peru.",
        "Some 3,000",
        "Some 5,000",
    ),
    (
        "War in Peru\n\nThe war in Peru goes on. Some 3,000 soldiers have died in Peru.",
        "Ambush in Peru\n\nAn ambush in Peru killed six soldiers.",
        "Some 3,000",
        "six",
    ),
    (
        "Miners\n\nIn Ohio 16 miners have died this year.",
        "Miners\n\nIn Ohio 90 miners died in 1998.",
        "16",
        "90",
    ),
    (
        "Flood in Moss\n\nThe flood in Moss killed 40 people.",
        "Flood in Moss\n\nThe flood in Moss killed many people, including 12 children.",
        "40",
        "12",
    ),
    (
        "Fire\n\nTwelve people died.",
        "Storm\n\nTwelve people died.",
        "Twelve",
        "Twelve",
    ),
    (
        "Clinic opens\n\nThe clinic in Moss has 40 beds.",
        "School opens\n\nThe school in Vinter has 40 rooms.",
        "40",
        "40",
    ),
    (
        "Grants\n\nThree fire companies in Ohio receive grants, the fund said.",
        "Grants\n\nThree fire companies in Iowa receive grants, the fund said.",
        "Three",
        "Three",
    ),
]


def told(*texts, days=None):
    """The claims of articles, with the day of each; all of one week where none is given."""
    days = days or [date(2024, 5, 6 + number) for number in range(len(texts))]
    documents = [
        Document(f"d{number}", text, published=day) for number, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    table = tidy([claim for document in documents for claim in claims(document)])
    known = {document.id: document.published for document in documents}
    return table.assign(published=pd.to_datetime(table["doc"].map(known)).astype("datetime64[s]"))


def of(table, doc, text):
    """The id of the last figure of an article with this text."""
    return table.loc[table["doc"].eq(doc) & table["text"].eq(text), "id"].tolist()[-1]


def together(table, **more):
    joined = with_series(table, series(table, **more))
    return joined.set_index("id")["series"]


@pytest.mark.parametrize(("one", "other", "first", "second"), JOINED, ids=lambda text: text[:14])
def test_what_is_told_of_one_thing_is_joined(one, other, first, second):
    table = told(one, other)
    found = together(table)
    assert found[of(table, "d0", first)] == found[of(table, "d1", second)] is not pd.NA


@pytest.mark.parametrize(("one", "other", "first", "second"), APART, ids=lambda text: text[:14])
def test_what_is_told_of_two_things_is_not(one, other, first, second):
    table = told(one, other)
    found = together(table)
    names = {found[of(table, "d0", first)], found[of(table, "d1", second)]}
    assert len(names) == 2 or names == {pd.NA}


@pytest.mark.parametrize("number", range(2))
def test_a_series_needs_articles_of_one_time(number):
    one, other = JOINED[number][:2]
    table = told(one, other, days=[date(2014, 5, 6), date(2024, 5, 6)])
    assert not [ids for ids in series(table)["claims"] if len({id[:2] for id in ids}) > 1]


def test_one_article_has_strands_too():
    text = "58 die as ferry sinks\n\nThe sinking of a ferry off Lindmark killed 58 people. Another 12 were hurt."
    table = told(text)
    assert table["strand"].tolist() == ["d0@0", "d0@0", "d0@85"]
    assert table["fate"].tolist() == ["die", "die", "injure"]


EXTENTS = [
    ("The flood killed [40] people.", "so far"),
    ("So far [40] trucks have come.", "so far"),
    ("The harbour has [40] cranes.", "level"),
    ("The harbour loses [40] cranes a year.", "during"),
    ("In the last four weeks [40] people died of measles.", "during"),
    ("The outbreak killed [40] people on Wednesday.", "during"),
    ("The blast killed [40] people on Wednesday.", "so far"),
    ("[12] more people died.", "during"),
    ("The port received [400] calls per day.", "during"),
]


@pytest.mark.parametrize(("text", "extent"), EXTENTS)
def test_a_figure_says_what_it_covers_of_time(text, extent):
    at = text.index("[")
    table = told(text.replace("[", "").replace("]", ""))
    assert table.loc[table["start"].le(at) & table["end"].gt(at), "extent"].tolist() == [extent]


def test_what_the_text_itself_replaces_is_superseded():
    table = told("Police counted 58 dead. They had earlier reported 64 dead.")
    assert table["superseded"].tolist() == [False, True]


@pytest.mark.parametrize("row", load("events")["kind"], ids=lambda row: row["name"])
def test_a_kind_of_event_is_read_as_its_row_says(row):
    assert row["name"] in kinds_in(spelt(row["example"]))


@pytest.mark.parametrize("row", load("events")["disease"], ids=lambda row: row["name"])
def test_a_disease_is_read_as_its_row_says(row):
    assert row["name"] in {*map(diseases().get, spelt(row["example"]).lower)}


@pytest.mark.parametrize("row", load("measures")["group"] + load("measures")["sum"], ids=lambda row: row["name"])
def test_a_group_is_read_as_its_row_says(row):
    text = row["example"] if "$" in row["example"] else row["example"].replace("12", "[12]")
    assert group_of(spot(text)) == row["name"]


@pytest.mark.parametrize("row", load("measures")["fate"], ids=lambda row: row["name"])
def test_a_fate_is_read_as_its_row_says(row):
    assert fate_of(spot(row["example"].replace("12", "[12]"))) == row["name"]


def test_people_join_and_part_by_hand():
    table = told(*APART[0][:2])
    pair = [of(table, "d0", "12"), of(table, "d1", "12")]
    assert together(table, same=[pair])[pair].nunique() == 1
    table = told(*JOINED[0][:2])
    pair = [of(table, "d0", "58"), of(table, "d1", "64")]
    assert together(table)[pair].nunique() == 1
    assert not [row for row in series(table, not_same=[pair])["claims"] if {*pair} <= {*row}]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ('same = ["a@1", "b@2"]', "same is no list of lists"),
        ("not_same = [[1, 2]]", "not_same is no list of lists"),
        ('same = [["a@1"]]', "same is no list of lists"),
        ("same = [", "is no TOML"),
    ],
)
def test_a_bad_decision_is_named(tmp_path, content, words):
    path = tmp_path / "corrections.toml"
    path.write_text(content, encoding="utf8")
    with pytest.raises(Trouble, match=words):
        read_judgements(path)


def test_a_project_keeps_its_series_and_what_people_decided(tmp_path):
    raw = tmp_path / "data" / "raw"
    raw.mkdir(parents=True)
    for name, text in (("a", JOINED[0][0]), ("b", JOINED[0][1]), ("c", APART[10][0]), ("d", APART[10][1])):
        (raw / f"{name}.txt").write_text(text, encoding="utf8")
    project = find_project(tmp_path)
    first = update(project)
    [one] = first.series["claims"]
    assert {id[:2] for id in one} == {"a@", "b@"} and first.claims["series"].notna().sum() == 2
    beds, rooms = (first.claims.loc[first.claims["doc"].eq(doc), "id"].iloc[0] for doc in "cd")
    said = f'same = [{json.dumps([beds, rooms])}]\nnot_same = [{json.dumps([*one])}, ["a@1", "b@999"]]\n'
    (raw / "corrections.toml").write_text(said, encoding="utf8")
    second = update(project)
    assert [{*ids} for ids in second.series["claims"]] == [{beds, rooms}]
    assert sum("no figure with this id" in remark for remark in second.remarks) == 2
    kept = load_corpus(project.processed, raw)
    assert kept.series["claims"].tolist() == second.series["claims"].tolist()
    assert kept.claims["series"].tolist() == second.claims["series"].tolist()
    assert len(kept.events) == len(second.events) > 0
    assert "keys" not in (project.processed / "claims.csv").read_text(encoding="utf8").splitlines()[0]


def test_a_series_keeps_its_name():
    """An older article that comes later changes the map, and no name."""
    one, other = JOINED[0][:2]
    table = told(one, other)
    [first] = series(table)["series"]
    strands = dict.fromkeys(series(table)["strands"][0], first)
    older = told(one, other, "Off Lindmark\n\nA ferry is sinking off Lindmark. Some 20 people died off Lindmark.",
                 days=[date(2024, 5, 6), date(2024, 5, 7), date(2024, 5, 5)])  # fmt: skip
    [row] = series(older, strands).itertuples()
    assert (row.series, len(row.claims), row.formerly) == (first, 3, [])
    assert series(older)["series"].tolist() == [of(older, "d2", "Some 20")]


def test_series_that_grow_together_keep_the_name_of_the_older():
    table = told(*JOINED[0][:2])
    first, second = series(table)["strands"][0]
    [row] = series(table, {first: "old", second: "younger"}).itertuples()
    assert (row.series, row.formerly) == ("old", ["younger"])


def test_a_copy_is_no_voice_of_its_own():
    text = (
        "Norrby blast\n\nA blast in Norrby killed 47 people. It broke 300 windows in Norrby. "
        "Some 20 firemen came to Norrby."
    )
    other = "Norrby mourns\n\nThe explosion in Norrby claimed the lives of 47 people."
    found = series(told(text, f"{text} More follows.", other))
    assert found.loc[found["measure"].eq("person, die"), "voices"].tolist() == [["d0", "d2"]]


def test_a_series_says_what_it_is_of():
    table = told(*JOINED[0][:2])
    [row] = series(table).itertuples()
    lowest, highest = of(table, "d0", "58"), of(table, "d1", "64")
    assert (row.measure, row.place, row.lowest, row.highest, row.newest) == (
        "person, die",
        "lindmark",
        lowest,
        highest,
        highest,
    )
    assert row.first == pd.Timestamp("2024-05-06")


def test_events_are_a_table(tmp_path):
    table = told(*APART[6][:2])
    found = events(table)
    assert found[["kind", "place"]].values.tolist() == [["war", "peru"], ["attack", "peru"]]
    pd.testing.assert_frame_equal(read_table(write_table(found, tmp_path / "events.parquet"), EVENTS), found)
    kept = series(told(*JOINED[0][:2]))
    pd.testing.assert_frame_equal(read_table(write_table(kept, tmp_path / "series.parquet"), SERIES), kept)


def test_a_table_without_keys_has_no_series():
    table = told(*JOINED[0][:2]).drop(columns="keys")
    assert series(table).empty
    assert with_series(table, series(table))["series"].isna().all()


def test_time_grows_straight_with_the_figures(monkeypatch):
    """However many articles tell the same, each figure is held against a bounded number of others."""
    asked = []
    monkeypatch.setattr("allegedly.alike.joining.ground", lambda a, b: asked.append(1) or alike_rules.ground(a, b))

    def pairs(count):
        table = told(*[JOINED[1][0]] * count, days=[date(2024, 5, 6)] * count)
        rows = table.astype(object).where(table.notna(), None).to_dict("records")
        asked.clear()
        keys = [json.loads(row["keys"]) for row in rows]
        groups([[unpacked(row, key, story_of(key), 1)] for row, key in zip(rows, keys, strict=True)])
        return len(asked)

    assert pairs(240) < 2.6 * pairs(120)
