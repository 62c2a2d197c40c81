"""Notebooks are prose and one-line calls: their budgets, and that each runs from top to bottom."""

import ast
import json
import os
import re
from pathlib import Path
from statistics import median

import pytest
from pages_made import page_of, ran

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
EACH = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
PUBLIC = {"charts", "checks", "corpus", "evaluate", "explain", "explore", "marks", "sentences"}


def cells(path, kind):
    return [cell for cell in json.loads(path.read_text(encoding="utf8"))["cells"] if cell["cell_type"] == kind]


def source(cell):
    return "".join(cell["source"])


def code(path):
    return [source(cell) for cell in cells(path, "code")]


def test_there_are_notebooks():
    assert len(NOTEBOOKS) >= 5


@EACH
def test_code_cells_are_short(path):
    lengths = [len([line for line in text.splitlines() if line.strip()]) for text in code(path)]
    assert max(lengths) <= 5 and median(lengths) <= 2


@EACH
def test_there_is_more_prose_than_code(path):
    prose = sum(len(source(cell).split()) for cell in cells(path, "markdown"))
    assert prose > sum(len(re.findall(r"\w+", text)) for text in code(path))


@EACH
def test_logic_lives_in_the_library(path):
    nodes = [node for text in code(path) for node in ast.walk(ast.parse(text))]
    banned = (
        ast.FunctionDef,
        ast.ClassDef,
        ast.For,
        ast.While,
        ast.If,
        ast.Try,
        ast.With,
        ast.Lambda,
        ast.comprehension,
    )
    assert not [ast.unparse(node) for node in nodes if isinstance(node, banned)]


@EACH
def test_only_the_library_is_imported(path):
    lines = [
        node
        for text in code(path)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert all(isinstance(line, ast.ImportFrom) and line.module.partition(".")[0] == "allegedly" for line in lines)
    assert {alias.name for line in lines for alias in line.names} <= PUBLIC


@EACH
def test_parameters_are_few_annotated_and_explained(path):
    [parameters] = [source(cell) for cell in cells(path, "code") if "parameters" in cell["metadata"].get("tags", ())]
    assert all(isinstance(line, ast.AnnAssign) for line in ast.parse(parameters).body)
    assert len(parameters.splitlines()) <= 6 and all("  # " in line for line in parameters.splitlines())


@EACH
def test_a_notebook_opens_with_a_question_and_two_sentences(path):
    first = source(cells(path, "markdown")[0])
    title, _, opening = first.partition("\n\n")
    assert title.startswith("# ") and title.endswith("?") and len(re.findall(r"\.(?:\s|$)", opening)) == 2


@EACH
def test_no_number_is_typed_into_prose(path):
    prose = " ".join(source(cell) for cell in cells(path, "markdown"))
    assert not re.findall(r"(?<![\w-])\d[\d,.]*(?![\w-])", prose)


@EACH
def test_outputs_are_stripped(path):
    assert not [cell for cell in cells(path, "code") if cell["outputs"] or cell["execution_count"]]
    assert "papermill" not in json.loads(path.read_text(encoding="utf8"))["metadata"]


@EACH
def test_a_notebook_runs_with_its_defaults_and_becomes_a_page(path, tmp_path):
    html = page_of(path.stem)
    (Path(os.environ.get("ALLEGEDLY_PAGES") or tmp_path) / f"{path.stem}.html").write_text(html, encoding="utf8")
    assert 'role="alert"' not in html and "does not describe" not in html and len(html.encode()) < 400_000


def test_a_notebook_runs_on_folders_it_is_given(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    (raw / "harbour.txt").write_text("Police said about 300 boats burned.", encoding="utf8")
    run = ran("01-one-article", raw=str(raw), processed=str(tmp_path / "processed"))
    assert "about 300" in json.dumps(run)
