"""Small projects to run the real command line on: articles and notebooks written here, in a folder of their own."""

import json
import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from types import SimpleNamespace

from click.testing import CliRunner

from allegedly.cli import main

FLOOD = "The mayor said on Monday that about 300 houses were flooded. Some 40 families were moved."
STRIKE = "The union has 50,000 members, including 10,000 drivers and 40,000 porters. More than $3 million was paid."
WRONG = "The ferry carried 40 people, including 25 women and 22 men."

LOADING = "from allegedly.corpus import load\n"
ONE = (f"{LOADING}corpus = load(article=article)", "len(corpus.claims), corpus.claims.text[0]")
ALL = (f"{LOADING}corpus = load()", "len(corpus.claims), len(corpus.checks)")
UNRUN = {"outputs": [], "execution_count": None}
SOURCES = "file,title,published,as_of,sha256\nflood.txt,A flood,2022-12-22,,\nstrike.txt,A strike,2022-12-20,,\n"


def notebook(title, parameters, *cells, **about):
    """A notebook as JSON text: a title, a cell of parameters, and further cells of code."""
    tagged = [(parameters, ["parameters"]), *((cell, []) for cell in cells)]
    code = [
        {"cell_type": "code", "id": f"c{n}", "metadata": {"tags": tags}, "source": source, **UNRUN}
        for n, (source, tags) in enumerate(tagged)
    ]
    heading = {"cell_type": "markdown", "id": "title", "metadata": {}, "source": f"# {title}"}
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}, "allegedly": about}
    return json.dumps({"cells": [heading, *code], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


NOTEBOOKS = {
    "01-one": notebook("One article?", 'article: str = ""  # its id', *ONE, each="article"),
    "03-all": notebook("All articles?", "top: int = 5  # rows to show\nquick: bool = False\nrate: float = 1.0", *ALL),
}


def make_project(folder, articles=None, notebooks=None, sources=SOURCES):
    """A project in `folder`; `articles` by file name, as text or bytes, `notebooks` by name, as JSON text."""
    folder = Path(folder)
    raw, books = folder / "data" / "raw", folder / "notebooks"
    raw.mkdir(parents=True)
    books.mkdir()
    for name, content in ({"flood.txt": FLOOD, "strike.txt": STRIKE} if articles is None else articles).items():
        (raw / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    if sources:
        (raw / "sources.csv").write_text(sources)
    for name, content in (NOTEBOOKS if notebooks is None else notebooks).items():
        (books / f"{name}.ipynb").write_text(content)
    return folder


def command(*arguments):
    return [sys.executable, "-m", "allegedly", *map(str, arguments)]


def allegedly(project, *arguments, stdin=b"", timeout=120, **options):
    """The real command line, run in `project`; what it printed, as text."""
    done = subprocess.run(
        command(*arguments), cwd=project, input=stdin, capture_output=True, timeout=timeout, check=False, **options
    )
    done.stdout, done.stderr = done.stdout.decode(errors="replace"), done.stderr.decode()
    assert "Traceback" not in done.stderr, done.stderr
    return done


def here(project, *arguments, stdin=b""):
    """The same command in this process, quicker by all its imports; what it raises is raised."""
    with chdir(project):
        done = CliRunner().invoke(main, [*map(str, arguments)], input=stdin, catch_exceptions=False)
    assert done.exit_code != 70, done.stderr
    return SimpleNamespace(returncode=done.exit_code, stdout=done.stdout, stderr=done.stderr)


def copied(project, folder):
    """A copy of `project` in `folder`, with all that its runs made."""
    return shutil.copytree(project, folder / "project")


def status(project, name):
    """The status of the last run of the report `name`."""
    return json.loads((project / "reports" / "status" / f"{name}.json").read_text())
