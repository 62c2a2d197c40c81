"""The suite anywhere: from its wheel, in an environment of its own, on any article in any folder."""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest
from projects import FLOOD, STRIKE, here

from allegedly.corpus.project import NOTEBOOKS

ROOT = Path(__file__).parents[1]
ALONE = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
PACKED = ("pyproject.toml", "README.md", "LICENSE", "lib", "notebooks")


def test_an_article_gets_its_page_beside_it(tmp_path, monkeypatch):
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {opened}\n')
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    (tmp_path / "flood.txt").write_text(FLOOD)
    done = here(tmp_path, "report", "flood.txt", "--open")
    page = (tmp_path / "flood.report.html").read_text()
    assert (done.returncode, "about 300" in page, 'href="index.html"' in page) == (0, True, False), done.stderr
    assert opened.read_text().strip() == (tmp_path / "flood.report.html").as_uri()


def test_several_articles_get_a_folder_of_pages_that_is_no_article(tmp_path):
    (tmp_path / "flood.txt").write_text(FLOOD)
    (tmp_path / "strike.txt").write_text(STRIKE)
    name = f"{tmp_path.name}-report"
    assert here(tmp_path, "report", ".").returncode == 0
    pages = sorted(path.name for path in (tmp_path / name).glob("*.html"))
    assert pages == ["01-one-article--flood.html", "01-one-article--strike.html", "02-one-figure-many-voices.html",
                     "03-do-the-figures-agree.html", "index.html"]  # fmt: skip
    assert "0 pages made, 4 unchanged, 0 failed" in here(tmp_path, "report", ".").stderr


USES = [  # arguments of report in a folder that holds flood.txt alone, exit code, what is said, what is made
    (["-"], 0, "1 pages made, 0 unchanged, 0 failed: stdin.report.html", "stdin.report.html"),
    (["flood.txt", "--reports", "out"], 0, "out/index.html", "out/01-one-article--flood.html"),
    (["nosuch.txt"], 3, "nosuch.txt: is not there", None),
    (["nosuch"], 2, "no project here or above; name an article or a folder of them, or begin a project", None),
    ([], 2, "no project here or above; name an article", None),
]


@pytest.mark.parametrize(("arguments", "code", "said", "made"), USES)
def test_no_project_is_needed(tmp_path, arguments, code, said, made):
    (tmp_path / "flood.txt").write_text(FLOOD)
    done = here(tmp_path, "report", *arguments, stdin=STRIKE.encode())
    assert (done.returncode, said in done.stderr) == (code, True), done.stderr
    assert made is None or (tmp_path / made).is_file()


def test_a_new_project_leaves_what_is_there_alone(tmp_path):
    (tmp_path / "new").mkdir()
    (tmp_path / "new/README.md").write_text("mine")
    done = here(tmp_path, "new", "new")
    assert (done.returncode, [path.name for path in (tmp_path / "new").iterdir()]) == (2, ["README.md"])
    assert "new/README.md: is there already; name a new folder" in done.stderr


def test_the_notebooks_of_the_library_are_those_at_the_top():
    assert NOTEBOOKS.resolve() == ROOT / "notebooks"


def test_notebook_04_joins_where_there_is_annotation(tmp_path):
    here(tmp_path, "new", "mine")
    project = tmp_path / "mine"
    (project / "data/raw/flood.txt").write_text(FLOOD)
    (project / "gold/texts").mkdir(parents=True)
    (project / "gold/texts/flood.txt").write_text(FLOOD)
    row = {"id": "a1", "start": 30, "end": 39, "surface": "about 300", "is_claim": True, "value": 300}
    (project / "gold/flood.jsonl").write_text(json.dumps(row) + "\n")
    done = here(project, "report", "04")
    assert (done.returncode, "04-how-well-do-we-read: ok" in done.stderr) == (0, True), done.stderr


def fresh(folder, wheel):
    """An environment with the wheel and what it asks for; without a network, with what this environment has."""
    venv.create(folder, symlinks=True)
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin/python"), "--disable-pip-version-check"]
    install = [*pip, "install", "--quiet", "--no-compile", "--retries", "0"]
    wanted = [f"{wheel}[report,ingest]", "-c", str(ROOT / "constraints.txt")]
    if subprocess.run([*install, *wanted], capture_output=True, check=False, env=ALONE).returncode:
        subprocess.run([*install, "--no-deps", "--no-index", str(wheel)], check=True, env=ALONE)
        paths = {"base": str(folder), "platbase": str(folder)}
        site = Path(sysconfig.get_path("purelib", "venv", vars=paths))
        (site / "others.pth").write_text(sysconfig.get_path("purelib") + "\n")
        (folder / "share").mkdir(exist_ok=True)
        (folder / "share/jupyter").symlink_to(Path(sys.prefix, "share/jupyter"))
    return folder / "bin"


def test_the_wheel_alone_makes_pages_and_a_project_in_an_empty_folder(tmp_path):
    source, empty = tmp_path / "source", tmp_path / "empty"
    source.mkdir()
    for name in PACKED:
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, source / name)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*build, "-w", str(tmp_path), str(source)], check=True)
    [wheel] = tmp_path.glob("*.whl")
    bin = fresh(tmp_path / "fresh", wheel)
    empty.mkdir()

    def run(*call, cwd=empty):
        done = subprocess.run([*map(str, call)], cwd=cwd, capture_output=True, text=True, check=False, env=ALONE)
        assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
        return done.stdout

    (empty / "flood.txt").write_text(FLOOD)
    run(bin / "allegedly", "report", "flood.txt")
    run(bin / "allegedly", "new", "mine")
    (empty / "mine/data/raw/flood.txt").write_text(FLOOD)
    run("make", "report", cwd=empty / "mine")
    run("make", "lab", f"PYTHON={sys.executable}", "ARGS=--version", cwd=empty / "mine")
    for page in ("flood.report.html", "mine/reports/01-one-article--flood.html"):
        assert "about 300" in (empty / page).read_text(), page
    here_and_there = ((ROOT / "notebooks").glob("*.ipynb"), (empty / "mine/notebooks").glob("*.ipynb"))
    ours, theirs = ({path.name: path.read_bytes() for path in paths} for paths in here_and_there)
    assert ours == theirs
