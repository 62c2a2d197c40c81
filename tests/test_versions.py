"""A publisher's new version of an article is recognised, and what its figures were and are is said."""

import pytest

from allegedly import explore
from allegedly.corpus import find_project, read_corpus, update
from allegedly.corpus.completed import complete
from allegedly.errors import Trouble

OLD = "Police counted 58 dead after the storm on Monday. Some 40 boats sank in the harbour of Norrby."
NEW = OLD.replace("58", "64") + " It took 3 days."
HEAD = "file,title,publisher,url,published\n"
ROWS = [  # the rows of the two articles, whether the second is a new version of the first
    ("a.txt,,,https://x.example/s,2024-01-01\nb.txt,,,https://x.example/s#top,2024-01-02\n", True),
    ("a.txt,Storm,Courier,,2024-01-01\nb.txt,STORM,courier,,2024-01-02\n", True),
    ("a.txt,Storm,Courier,,2024-01-01\nb.txt,Storm,Wire,,2024-01-02\n", False),
    ("a.txt,,,https://x.example/s,2024-01-01\nb.txt,,,https://x.example/t,2024-01-02\n", False),
]


SAID = "b: is a new version of a: 1 figures changed, 0 gone, 1 new: '58' → '64'"


def told(folder, rows, *texts):
    """What is said of new versions where `rows` are those of the articles a, b … in sources.csv."""
    for name, text in zip("ab", texts, strict=True):
        (folder / f"{name}.txt").write_text(text)
    (folder / "sources.csv").write_text(HEAD + rows)
    return of_versions(folder)


def of_versions(folder):
    return [remark for remark in complete(read_corpus([folder])).remarks if "new version" in remark]


@pytest.mark.parametrize(("rows", "is_version"), ROWS)
def test_a_new_version_says_what_changed(tmp_path, rows, is_version):
    assert told(tmp_path, rows, OLD, NEW) == ([SAID] if is_version else [])


def test_another_article_at_one_address_is_no_version(tmp_path):
    other = "The mill sold 12 of its 90 cars last month, its owner said in a letter to staff."
    assert told(tmp_path, ROWS[0][0], OLD, other) == []


STORY = OLD + (
    " The mayor told reporters that the harbour would stay closed until the wrecks were taken away, and asked people to"
    " keep off the quays. Fishermen, who lost most of their nets, met in the town hall in the evening. The storm came"
    " from the west at dawn and was gone by noon, a ferry master said."
)
LATER = STORY.replace("58", "64") + " It took 3 days."
DAY = "2024-01-01"
NEAR = [  # the rows of two articles that have nearly all of their text in common; whether the second is a new version
    (f"a.txt,,,,{DAY}\nb.txt,,,,2024-01-02\n", True),
    (f"a.txt,Storm,Courier,,{DAY}\nb.txt,58 dead in storm,,,2024-01-02\n", True),
    (f"a.txt,,,https://x.example/s,{DAY}\nb.txt,,,https://x.example/s-2,2024-01-02\n", True),
    (f"a.txt,,Courier,,{DAY}\nb.txt,,Wire,,2024-01-02\n", False),  # a copy
    (f"a.txt,,,https://x.example/s,{DAY}\nb.txt,,,https://y.example/s,2024-01-02\n", False),
    (f"a.txt,,,,{DAY}\nb.txt,,,,2024-02-02\n", False),  # a report that is made anew each month
]


@pytest.mark.parametrize(("rows", "is_version"), NEAR)
def test_a_new_version_is_known_by_its_text_alone(tmp_path, rows, is_version):
    assert told(tmp_path, rows, STORY, LATER) == ([SAID] if is_version else [])


def test_the_last_version_is_the_one_compared(tmp_path):
    for name, dead in (("a", "58"), ("b", "64"), ("c", "70")):
        (tmp_path / f"{name}.txt").write_text(STORY.replace("58", dead))
    (tmp_path / "sources.csv").write_text(HEAD + "".join(f"{n}.txt,,,,2024-01-0{d}\n" for n, d in ("a1", "b2", "c3")))
    remarks = of_versions(tmp_path)
    assert [remark[:26] for remark in remarks] == ["b: is a new version of a: ", "c: is a new version of b: "]


@pytest.fixture
def project(tmp_path):
    """A project with an article and another, and a function that reads it."""
    raw = tmp_path / "data" / "raw"
    raw.mkdir(parents=True)
    (raw / "a.txt").write_text(STORY)
    (raw / "other.txt").write_text("Police in Vesterby said that 58 crowns were stolen. Some 40 boats were sold.")
    return raw, lambda: update(find_project(tmp_path))


def id_of(corpus, doc, text):
    [id] = corpus.figures.loc[corpus.figures["doc"].eq(doc) & corpus.figures["text"].eq(text), "id"]
    return id


CHANGES = [  # what happens to the article, the article that then holds the figure
    (lambda raw: (raw / "a.txt").write_text("It is cold in the north. " + STORY), "a"),
    (lambda raw: (raw / "b.txt").write_text("It is cold in the north. " + STORY), "b"),
]


@pytest.mark.parametrize(("change", "doc"), CHANGES)
def test_corrections_and_judgements_follow_their_figures(project, change, doc):
    raw, read = project
    corpus = read()
    claims = [id_of(corpus, "a", "Some 40"), id_of(corpus, "other", "Some 40")]
    said = explore.judge(corpus, *claims, same=True, why="one fleet", by="A. Reader")
    assert said == "corrections.toml now says that these are the same; the next run obeys it."
    explore.correct(corpus, claims[0], column="thing", now="ferries", why="the caption says so", by="A. Reader")
    assert [{*ids} for ids in read().series["claims"]] == [{*claims}]
    change(raw)
    corpus = read()
    moved = id_of(corpus, doc, "Some 40")
    assert moved not in claims
    assert corpus.figures.set_index("id").at[moved, "thing"] == "ferries"
    assert any({moved, claims[1]} <= {*ids} for ids in corpus.series["claims"])
    assert not [remark for remark in corpus.remarks if remark.startswith("not ")]


def test_a_correction_does_not_follow_into_a_sentence_that_is_gone(project):
    raw, read = project
    corpus = read()
    explore.correct(corpus, id_of(corpus, "a", "58"), column="thing", now="sailors", why="they were", by="A. Reader")
    (raw / "b.txt").write_text(LATER)
    corpus = read()
    assert "sailors" not in set(corpus.figures.loc[corpus.figures["doc"].eq("b"), "thing"])
    assert [remark for remark in corpus.remarks if remark.startswith("not ")] == []


BAD = [  # a row of corrections.toml, what is said of it
    ('same = "yes"\nclaims = []', "judgement 1: does not say whether its claims are the same"),
    ('same = true\nclaims = [{claim = "a@1"}]', "judgement 2: its claims are no list of two or more claims"),
    (
        'same = true\nclaims = [{claim = "a@1"}, {claim = "b"}]',
        "judgement 3: its claims are no list of two or more claims",
    ),
    ('same = true\nclaim = "a@1"', "judgement 4: has an unknown key 'claim'"),
]


def test_bad_judgements_are_named_and_the_rest_obeyed(project):
    raw, read = project
    corpus = read()
    ids = [id_of(corpus, "a", "Some 40"), id_of(corpus, "other", "Some 40")]
    good = f'[[judgement]]\nsame = true\nclaims = [{{claim = "{ids[0]}"}}, {{claim = "{ids[1]}"}}]\n'
    (raw / "corrections.toml").write_text("".join(f"[[judgement]]\n{row}\n\n" for row, _ in BAD) + good)
    corpus = read()
    told = [str(trouble).partition(", ")[2] for trouble in corpus.troubles]
    for (_, said), line in zip(BAD, told, strict=True):
        assert line.startswith(said) and line.endswith("this row is left out")
    assert [{*claims} for claims in corpus.series["claims"]] == [{*ids}]


def test_a_judgement_on_no_claim_is_not_written(project):
    raw, read = project
    corpus = read()
    with pytest.raises(LookupError, match="a@9999: no such claim"):
        explore.judge(corpus, "a@9999", "a@1", same=True, why="x", by="y")
    with pytest.raises(Trouble, match="no list of two or more"):
        explore.judge(corpus, id_of(corpus, "a", "58"), same=True, why="x", by="y")
    assert not (raw / "corrections.toml").exists()
