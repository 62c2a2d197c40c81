"""No name from data becomes a path as it is: every place that makes a path is known, evil names are tried at each."""

import ast
import os
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from projects import FLOOD, STRIKE, here, make_project, notebook

from allegedly import explore
from allegedly.corpus import find_project, load
from allegedly.names import file_name

LIBRARY = Path(__file__).parents[1] / "lib" / "allegedly"
WRITING = ("cli", "corpus", "reports", "table", "documents", "evaluate", "explore")  #: rooms that touch files
JOINING = ("with_name", "with_suffix", "with_stem", "joinpath")

SLUGGED, OURS, READ = "made by file_name", "made of our own words", "only read, never written"
# Every expression of these rooms that makes a path of something that is no constant, and why that is safe.
KNOWN = {
    "cli/export.py": {"folder / name": SLUGGED},
    "cli/sources.py": {"folder / SOURCES": OURS, "folder / row['file']": "only printed"},
    "corpus/large/dataset.py": {
        "folder / HOME": OURS,
        "folder / f'{name}.parquet'": OURS,
        "home / FOLDER": OURS,
        "home / FOLDER / f'{name}.parquet'": OURS,
        "one / STATE": OURS,
    },
    "corpus/large/linked.py": {
        "home / FOLDER": OURS,
        "home / FOLDER / f'{name}.parquet'": OURS,
        "shards.folder / FOLDER": OURS,
    },
    "corpus/large/links.py": {
        "Path(self.home) / FOLDER": OURS,
        "Path(self.home) / FOLDER / f'.links-{self.name}.parquet'": OURS,
        "shards.folder / FOLDER": OURS,
    },
    "corpus/large/running.py": {
        "beside / CORRECTIONS": OURS,
        "beside / GIVENS": OURS,
        "shards.folder / FOLDER": OURS,
        "shards.folder / FOLDER / f'{name}.parquet'": OURS,
    },
    "corpus/large/shards.py": {
        "self.folder / TAKEN": OURS,
        "self.folder / name": OURS,
        "self.folder / path": READ,
        "self.folder / table": OURS,
        "self.folder / table / f'{name}.parquet'": "a shard is named by a hash of its articles",
    },
    "corpus/large/tables.py": {"folder / f'.duckdb-{os.getpid()}'": OURS},
    "documents/entered.py": {"folder / SOURCES": OURS},
    "cli/output.py": {"folder / f'{file_name(doc)}.parquet'": SLUGGED},
    "corpus/completed.py": {"raw / GIVENS": OURS},
    "corpus/obeyed.py": {"raw / CORRECTIONS": OURS},
    "corpus/load.py": {"project.beside / JUDGEMENTS": OURS, "given_project(raw=raw).beside / JUDGEMENTS": OURS},
    "corpus/kept.py": {"folder / f'figures-{name}.parquet'": OURS},
    "corpus/project.py": {"root.joinpath(*usual)": OURS},
    "corpus/store.py": {
        "project.beside / CORRECTIONS": OURS,
        "project.beside / GIVENS": OURS,
        "project.beside / place": "only printed",
        "folder / TEXTS": OURS,
        "folder / f'{name}.{format}'": OURS,
        "folder / f'{name}.parquet'": OURS,
        "folder / name": "made by file_name, or only read",
    },
    "reports/__init__.py": {
        "project.reports / f\"{(report.skipped or [report.made[0]['name']])[0]}.html\"": SLUGGED,
        "project.reports / status['page']": "only printed",
    },
    "reports/anywhere.py": {
        "beside / f'{_stem(raw)}{REPORT}'": SLUGGED,
        "beside / f'{_stem(raw)}-report'": SLUGGED,
        "reports / made": SLUGGED,
    },
    "reports/begin.py": {
        "folder / place": OURS,
        "folder / 'notebooks' / path.name": "as the library's own notebooks are named",
        "_TEMPLATES / name": OURS,
    },
    "reports/plan.py": {"folder / value": READ, "reports / f'{self.name}.html'": SLUGGED},
    "reports/run.py": {
        "reports / f'{page.name}.ipynb'": SLUGGED,
        "reports / f'{page.name}.html'": SLUGGED,
        "reports / f'{page.name}.failed.ipynb'": SLUGGED,
        "reports / f'{page.name}.failed.html'": SLUGGED,
        "reports / f'{name}.html'": SLUGGED,
        "reports / f'{prefix}{name}.csv'": SLUGGED,
        "folder / f'{name}.{number}.html'": SLUGGED,
        "folder / f'{name}.{(kept[-1] + 1 if kept else 1)}.html'": SLUGGED,
        "reports / left_over": SLUGGED,
        "reports / EARLIER": OURS,
    },
    "reports/status.py": {
        "reports / STATUS / f'{name}.json'": SLUGGED,
        "reports / STATUS": OURS,
        "reports / EARLIER": OURS,
    },
    "reports/suite.py": {"reports / STATUS": OURS, "project.beside / JUDGEMENTS": OURS},
    "explore/judging.py": {"folder_of(corpus.documents[claims[0].rpartition('@')[0]]) / JUDGEMENTS": OURS},
    "table/opinions.py": {"yes / (yes + no)": "a share"},
    "table/files.py": {
        "path.with_name(f'.{path.name[:40]}.{os.getpid()}-{uuid4().hex[:8]}{PART}')": "beside a path that is known",
        "folder / f'{name}.{format}'": OURS,
    },
    "documents/places.py": {"Path(place) / name": "as the system lists it"},
    "documents/columns.py": {"Path(__file__).with_suffix('.toml')": OURS},
    "documents/received.py": {"folder / name": SLUGGED, "folder / SOURCES": OURS},
    "documents/sources.py": {
        "Path(folder) / SOURCES": OURS,
        "sources.path.parent / name.partition('#')[0]": READ,
        "folder / cell": READ,
    },
    "evaluate/imported.py": {"path.with_suffix('.txt')": READ},
    "evaluate/gold.py": {
        "above / name": OURS,
        "file.with_suffix('.yml')": READ,
        "folder / f'{annotation.stem}.txt'": READ,
    },
}
NUMBERS = {
    "corpus/versions.py",
    "table/corrected.py",
    "cli/corpus.py",
    "cli/output.py",
    "reports/index.py",
    "evaluate/rates.py",
}  #: where `/` also divides


def joins():
    """(file, expression) of every place in these rooms that makes a path of something that is no constant."""
    for room in WRITING:
        for path in sorted((LIBRARY / room).rglob("*.py")) or [LIBRARY / room]:
            name = path.relative_to(LIBRARY).as_posix()
            for node in ast.walk(ast.parse(path.read_text(encoding="utf8"))):
                is_division = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
                is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
                if is_division and not isinstance(node.right, ast.Constant):
                    is_path = isinstance(node.right, ast.JoinedStr) or name not in NUMBERS
                    yield from [(name, ast.unparse(node))] if is_path else []
                elif is_call and node.func.attr in JOINING:
                    yield name, ast.unparse(node)


def test_every_place_that_makes_a_path_is_known():
    """A new one: give the name through `names.file_name`, or say here why it needs none."""
    found = {(name, join) for name, join in joins()}
    assert found == {(name, ast.unparse(ast.parse(join))) for name, known in KNOWN.items() for join in known}


EVIL = [
    "../../pwned", "/tmp/allegedly-pwned", "..", ".", "a/b", "a\\b", "con\nx", "x" * 300, "ü" * 150, "_hidden", ".dot",
    "-rf", "~", "$HOME", "a:b", "\x1b[31mred", "None", "tab\tx",
]  # fmt: skip


@given(st.text())
def test_a_name_is_harmless_and_only_equal_words_share_it(words):
    name = file_name(words)
    assert name and not {*name} & {*"/\\\0\n\t :~$*?[]"} and name[0] not in "._-"
    assert len(name.encode()) <= 90
    assert file_name(f"{words}x") != name


def tree(folder):
    """Every file below `folder`, with its content."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != ".lock"}


def outside(before, folder, inside):
    """What was made or changed below `folder` but not `inside`."""
    now = tree(folder)
    changed = {path for path in now.keys() | before.keys() if now.get(path) != before.get(path)}
    return {path for path in changed if not path.is_relative_to(inside)}


def evil_table(folder):
    """A table of an article for each evil name, and a rule that gives a finding in each."""
    rows = [{"id": f"{doc}@{n}", "doc": doc, "text": f"{n}", "low": n, "high": n} for doc in EVIL for n in (40, 50)]
    pd.DataFrame(rows).to_csv(folder / "evil.csv", index=False)
    selected = "".join(f'[claims.{name}]\ntext = "{n}"\n' for name, n in (("few", 40), ("many", 50)))
    (folder / "rules.toml").write_text(f'{selected}[[rule]]\nlabel = "fewer"\nrelation = "few <= many"\n')


@pytest.mark.parametrize("out", ["deep/er", "deep/er/new", "deep/er/t.csv", "deep/er/t.parquet", "deep/er/t.jsonl"])
def test_a_table_of_evil_names_stays_in_the_folder_that_was_named(tmp_path, out):
    inside = tmp_path / "a/b/deep/er"
    inside.mkdir(parents=True)
    evil_table(tmp_path / "a/b")
    before, tmp = tree(tmp_path), {*Path("/tmp").glob("allegedly-pwned*")}
    done = here(tmp_path / "a/b", "check", "evil.csv", "--rules", "rules.toml", "--out", out)
    assert done.returncode == 0, done.stderr
    assert (outside(before, tmp_path, inside), {*Path("/tmp").glob("allegedly-pwned*")}) == (set(), tmp)
    if Path(out).suffix == "":
        written = pd.read_parquet(tmp_path / "a/b" / out)
        assert {*written["doc"]} == {*EVIL}


def test_findings_of_no_article_have_a_file_and_files_of_other_runs_are_said(tmp_path):
    (tmp_path / "a.txt").write_text(STRIKE)
    rules = '[claims.ghosts]\nhead = "ghost"\n[[rule]]\nlabel = "none"\nrelation = "ghosts <= 5"\n'
    (tmp_path / "rules.toml").write_text(rules)
    done = here(tmp_path, "check", "a.txt", "--rules", "rules.toml", "--out", "found")
    assert (done.returncode, len([*(tmp_path / "found").iterdir()])) == (0, 2)
    assert pd.read_parquet(tmp_path / "found")["doc"].isna().sum() == 1
    done = here(tmp_path, "check", "a.txt", "--out", "found")
    assert "note: found: 1 files of other runs are left in it, such as " in done.stderr


# what may stand in a file's name on this system
NAMES = [name for name in EVIL if "/" not in name and name not in (".", "..") and len(name.encode()) < 240]


def test_articles_of_evil_names_are_read_and_reported(tmp_path):
    texts = {f"{name}.txt": f"{FLOOD} {STRIKE}" for name in NAMES if name[0] != "."}
    books = {"01 one [x]": notebook("One?", 'article: str = ""', "article", each="article")}
    project = make_project(tmp_path / "a/b/project", texts, books, sources="file,title\n../../pwned,x\n/etc/passwd,y\n")
    before = tree(tmp_path)
    done = here(project, "report", "--keep", 2)
    assert done.returncode == 3, done.stderr  # a row of sources.csv names no file
    assert "\x1b" not in done.stderr
    assert not outside(before, tmp_path, project)
    pages = [*(project / "reports").glob("01*.html")]
    assert len(pages) == len(texts)
    assert all(path.parent in (project / "reports", project / "reports/status", project / "data/processed")
               for path in tree(tmp_path).keys() - before.keys())  # fmt: skip
    assert here(project, "report", "--keep", 2, "--force").returncode == 3
    assert len([*(project / "reports/earlier").iterdir()]) == len(texts)


@pytest.mark.parametrize("value", EVIL)
def test_a_parameter_of_an_evil_value_makes_a_page_in_its_folder(tmp_path, value, monkeypatch):
    """Planned only: what a page is written to follows from its name, as the tests of runs show."""
    from allegedly.reports.plan import plan

    books = {"01-one": notebook("One?", 'thing: str = ""\napi_token: str = ""', "thing")}
    project = find_project(make_project(tmp_path / "project", notebooks=books))
    [page], _ = plan(project, (), {"thing": value, "api_token": value}, None, [])
    assert Path(page.name).name == page.name
    assert len(f".{page.name}.failed.ipynb".encode()) < 255
    assert value not in page.name or value in ("-rf", "None", "con\nx")


def test_an_earlier_page_of_another_report_is_never_taken_for_ones_own(tmp_path):
    books = {name: notebook("x", "x: int = 1", "x") for name in ("03-all", "03-all.2-new", "03-all.7x")}
    project = make_project(tmp_path / "project", notebooks=books)
    for _ in range(3):
        assert here(project, "report", "--force", "--keep", 1, "--jobs", 2).returncode == 0
    kept = sorted(path.name for path in (project / "reports/earlier").iterdir())
    assert kept == ["03-all.2-new.2.html", "03-all.2.html", "03-all.7x.2.html"]


def test_a_correction_goes_beside_its_article_whatever_that_is_called(tmp_path):
    project = make_project(tmp_path / "a/b/project", {f"{NAMES[0]}.txt": FLOOD}, sources=None)
    before = tree(tmp_path)
    project = find_project(project)
    corpus = load(project.processed, project.raw)
    explore.correct(corpus, corpus.claims["id"][0], column="thing", now="../../pwned", why="/x", by="..")
    made = tree(tmp_path).keys() - before.keys()
    assert made == {project.raw / "corrections.toml"}
    assert os.sep not in file_name("../../pwned")
