"""Reports are made of notebooks: parameters are checked first, only what changed is run, and the status is honest."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from projects import FLOOD, NOTEBOOKS, WRONG, allegedly, copied, here, make_project, notebook, status

from allegedly import render
from allegedly.errors import Trouble
from allegedly.reports import changes
from allegedly.reports.execute import without
from allegedly.reports.notebooks import MASK, find_notebooks, masked, read_notebook, typed
from allegedly.reports.run import _verdicts

DECLARED = (
    'name: str = "x"  # of whom\ncount: int = 3\nshare: float = 0.5\nis_open: bool = True\nwords: list = []\nplain = 7'
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project after its first run, for tests that only look."""
    project = make_project(tmp_path_factory.mktemp("made") / "project")
    done = allegedly(project, "report", "--jobs", 2)
    assert done.returncode == 0, done.stderr
    return project


@pytest.fixture
def project(made, tmp_path):
    return copied(made, tmp_path)


# name, as given on a command line or from Python, what the notebook gets (None: refused)
VALUES = [
    ("name", "007", "007"),
    ("name", "no", "no"),
    ("name", 7, None),
    ("count", "7", 7),
    ("count", "7.5", None),
    ("count", 7.0, 7),
    ("count", True, None),
    ("count", "", None),
    ("share", "7", 7.0),
    ("share", "1e-3", 0.001),
    ("share", "half", None),
    ("is_open", "no", False),
    ("is_open", "True", True),
    ("is_open", "maybe", None),
    ("words", '["a"]', ["a"]),
    ("words", "a", None),
    ("plain", "8", 8),
    ("plain", "eight", None),
    ("other", "1", None),
]


@pytest.mark.parametrize(("name", "given", "value"), VALUES)
def test_parameters_are_typed_as_declared(tmp_path, name, given, value):
    (tmp_path / "a.ipynb").write_text(notebook("A", DECLARED))
    declared = read_notebook(tmp_path / "a.ipynb")
    if value is None:
        with pytest.raises(Trouble, match=name):
            typed(declared, {name: given})
    else:
        assert typed(declared, {name: given}) == {name: value}


def test_declared_parameters_are_read_with_their_comments(tmp_path):
    (tmp_path / "a.ipynb").write_text(notebook("A", DECLARED))
    found = {parameter.name: parameter for parameter in read_notebook(tmp_path / "a.ipynb").parameters}
    assert (found["name"].type, found["name"].default, found["name"].help) == ("str", "x", "of whom")
    assert (found["plain"].type, found["plain"].default) == ("int", 7)


@pytest.mark.parametrize("name", ["password", "API_KEY", "access_token", "db_secret", "my_credentials"])
def test_what_looks_like_a_secret_is_masked(name):
    assert masked({name: "hunter2"}) == {name: MASK}


def test_a_secret_is_nowhere_in_what_is_written(tmp_path):
    books = {"01-secret": notebook("Secret?", 'api_token: str = ""', "1 + 1")}
    project = make_project(tmp_path / "secret", notebooks=books)
    assert here(project, "report", "-p", "api_token", "hunter2-hunter2").returncode == 0
    assert not [path for path in (project / "reports").rglob("*") if path.is_file() and b"hunter2" in path.read_bytes()]


def test_the_first_run_makes_every_page_and_says_so(made):
    pages = {path.name for path in (made / "reports").glob("*.html")}
    assert pages == {"index.html", "01-one--flood.html", "01-one--strike.html", "03-all.html"}
    assert {status(made, page.removesuffix(".html"))["status"] for page in pages - {"index.html"}} == {"ok"}


def test_a_conflict_between_speakers_is_counted_apart():
    import pandas as pd

    rows = {"verdict": ["conflicts", "conflicts", "agrees"], "severity": ["info", "error", "info"]}
    assert _verdicts(pd.DataFrame({"check": "parts", **rows})) == {"contested": 1, "conflicts": 1, "agrees": 1}


def test_each_page_stands_beside_its_notebook_and_tables(made):
    shown = status(made, "01-one--flood")
    assert (made / "reports" / shown["csv"]["claims"]).read_text().count("\nflood@") == shown["coverage"]["claims"]
    assert "about 300" in (made / "reports/01-one--flood.ipynb").read_text()


def test_what_is_unchanged_is_not_run_again(made):
    before = {path: path.stat().st_mtime_ns for path in (made / "reports").glob("0*")}
    done = allegedly(made, "report")
    assert "0 pages made, 3 unchanged, 0 failed" in done.stderr
    assert before == {path: path.stat().st_mtime_ns for path in (made / "reports").glob("0*")}


def _damage(project):
    """Damages a page, a status and the index."""
    (project / "reports/01-one--strike.html").write_text("torn")
    (project / "reports/status/03-all.json").write_text('{"status": "o')
    (project / "reports/index.html").unlink()


# what is done to the project, the pages that must be made again
TOUCHES = [
    (lambda p: (p / "data/raw/flood.txt").write_text(FLOOD.replace("300", "400")), "01-one--flood 03-all"),
    (lambda p: (p / "data/raw/new.txt").write_text("Some 70 came."), "01-one--new 03-all"),
    (lambda p: (p / "notebooks/03-all.ipynb").write_text(NOTEBOOKS["01-one"]), "03-all--flood 03-all--strike"),
    (_damage, "01-one--strike 03-all"),
]


@pytest.mark.parametrize(("touch", "again"), TOUCHES)
def test_what_changed_is_run_again_and_nothing_else(project, touch, again):
    touch(project)
    done = here(project, "report", "--jobs", 2)
    run = {line.split(": ")[1] for line in done.stderr.splitlines() if ": ok, " in line}
    assert run == {*again.split()}
    assert (project / "reports/index.html").is_file()


def test_a_notebook_about_no_article_shows_no_articles_counts_and_follows_what_it_reads(tmp_path):
    gold = notebook("Gold?", "x: int = 1", "x + 1", corpus=False, reads=["../gold"])
    project = make_project(tmp_path / "gold", notebooks={"04-gold": gold})
    (project / "gold").mkdir()
    assert here(project, "report", "04", "04-gold").stderr.count("04-gold: ok") == 1
    assert not {"coverage", "verdicts"} & status(project, "04-gold").keys()
    (project / "data/raw/flood.txt").write_text(FLOOD.replace("300", "400"))
    assert "0 pages made, 1 unchanged" in here(project, "report").stderr
    (project / "gold/a.jsonl").write_text("{}")
    assert "1 pages made, 0 unchanged" in here(project, "report").stderr


def test_what_is_new_is_told_in_page_file_and_feed(project):
    (project / "data/raw/strike.txt").write_text(f"{WRONG} Some 20 left.")
    notified = f"{sys.executable} -c \"import sys; open('told.json', 'w').write(sys.stdin.read())\""
    assert here(project, "report", "03", "--notify", notified).returncode == 0
    told = json.loads((project / "told.json").read_text())
    assert told == json.loads((project / "reports/changes.json").read_text())
    assert [row["verdict"] for row in changes.conflicts(told)] == ["conflicts"]
    assert [row["text"] for row in told["claims"]["new"]][-1] == "Some 20"
    assert "What changed since the last good run" in (project / "reports/03-all.html").read_text()
    entries = ET.parse(project / "reports/feed.xml").findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == 2


def test_the_feed_is_valid_atom(made):
    feed = ET.parse(made / "reports/feed.xml").getroot()
    name = "{http://www.w3.org/2005/Atom}"
    assert feed.tag == f"{name}feed"
    for part in (feed, *feed.findall(f"{name}entry")):
        assert all(part.find(f"{name}{child}").text for child in ("id", "title", "updated"))
    assert feed.find(f"{name}author/{name}name").text


CLAIM = {"doc": "a", "hedge": "exact", "thing": "men", "speaker": None}


@pytest.mark.parametrize(
    ("before", "after", "new", "gone", "changed"),
    [
        ({}, {"a@0": ("40", "f")}, 1, 0, 0),
        ({"a@0": ("40", "f")}, {}, 0, 1, 0),
        ({"a@0": ("40", "f")}, {"a@7": ("40", "f")}, 0, 0, 0),
        ({"a@0": ("40", "f")}, {"a@7": ("50", "f")}, 0, 0, 1),
        ({"a@0": ("40", "f")}, {"a@0": ("40", "g")}, 1, 1, 0),
    ],
)
def test_a_claim_is_the_same_where_its_sentence_is(before, after, new, gone, changed):
    def seen(claims):
        return {"claims": {id: {**CLAIM, "text": t, "frame": f} for id, (t, f) in claims.items()}, "findings": {}}

    found = changes.changes(seen(before), seen(after))["claims"]
    assert [len(found[kind]) for kind in ("new", "gone", "changed")] == [new, gone, changed]


def test_kept_pages_are_the_last_that_were_replaced(project):
    for _ in range(3):
        assert here(project, "report", "03", "--force", "--keep", 2).returncode == 0
    assert sorted(path.name for path in (project / "reports/earlier").iterdir()) == ["03-all.2.html", "03-all.3.html"]


def test_render_gives_a_page_of_its_own_and_refuses_what_is_not_declared(project, monkeypatch):
    monkeypatch.chdir(project)
    page = render("03-all", top=3)
    assert (page.name, page.is_file()) == ("03-all--top-3.html", True)
    assert status(project, "03-all--top-3")["parameters"] == {"top": 3}
    with pytest.raises(Trouble, match="parameter top is int"):
        render("03-all", top="many")


def test_kernels_are_fresh_and_stand_in_the_notebooks_folder(tmp_path):
    books = {
        f"0{n}-own": notebook(
            "Own?",
            "x: int = 1",
            "import os, sys, numpy\nassert not hasattr(sys, 'touched')\nsys.touched = True",
            "print(os.getpid(), os.path.basename(os.getcwd()), numpy.random.rand())",
            "import matplotlib.pyplot as plt\nplt.plot([1, 2]);",
        )
        for n in (1, 2, 3)
    }
    project = make_project(tmp_path / "fresh", notebooks=books)
    assert here(project, "report", "--jobs", 2).returncode == 0
    outputs = [json.loads((project / f"reports/{name}.ipynb").read_text())["cells"] for name in books]
    printed = [cells[-2]["outputs"][0]["text"] for cells in outputs]
    assert len({line.split()[0] for line in "".join(map("".join, printed)).splitlines()}) == 3
    assert len({"".join(text).split()[2] for text in printed}) == 3
    assert {"".join(text).split()[1] for text in printed} == {"notebooks"}
    assert all("image/png" in cells[-1]["outputs"][0]["data"] for cells in outputs)


def test_the_runner_keeps_out_what_slows_papermill(made):
    code = "import sys; from allegedly.reports.execute import import_papermill; import_papermill(); import nbconvert; "
    code += "print('rfc3987_syntax' in sys.modules, 'papermill' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "False True\n"
    )
    with without("json_nosuch"), pytest.raises(ImportError):
        __import__("json_nosuch")


def test_drafts_are_no_reports(tmp_path):
    for name in ("_draft", "01-a", ".hidden"):
        (tmp_path / f"{name}.ipynb").write_text(NOTEBOOKS["03-all"])
    assert [path.stem for path in find_notebooks(tmp_path)] == ["01-a"]
