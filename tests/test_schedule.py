"""The pieces of docs/schedule.md work, and docs/tables.md says what the schema says."""

import ast
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from allegedly.table import CHECKS, CLAIMS, COVERAGE, EVENTS, SERIES

DOCS = Path(__file__).parents[1] / "docs"


def pieces(language):
    return re.findall(rf"```{language}\n(.*?)```", (DOCS / "schedule.md").read_text(), re.DOTALL)


@pytest.mark.parametrize("column", [*CLAIMS, *CHECKS, *COVERAGE, *EVENTS, *SERIES], ids=lambda column: column.name)
def test_the_page_on_tables_names_every_column(column):
    [row] = re.findall(rf"^\| `{column.name}` \| {re.escape(column.dtype)} \| .+$", _tables(column), re.MULTILINE)
    assert column.meaning in row
    assert all(f"`{value}`" in row for value in column.values)


def _tables(column):
    """The part of the page that is about the table of `column`."""
    parts = re.split(r"^## ", (DOCS / "tables.md").read_text(), flags=re.MULTILINE)
    titles = {id(CLAIMS): "claims", id(CHECKS): "checks", id(COVERAGE): "coverage"}
    titles |= {id(EVENTS): "events", id(SERIES): "series"}
    [table] = [table for table in (CLAIMS, CHECKS, COVERAGE, EVENTS, SERIES) if any(column is other for other in table)]
    return next(part for part in parts if part.startswith(titles[id(table)]))


@pytest.mark.parametrize("verify", [pytest.param(shutil.which("systemd-analyze"), id="systemd-analyze"), None])
def test_the_systemd_units_are_valid(tmp_path, verify, request):
    if "systemd-analyze" in request.node.name and not verify:
        pytest.skip("needs systemd-analyze, of Debian's systemd")
    service, timer = pieces("ini")
    service = service.replace("/srv/allegedly", str(tmp_path)).replace("User=news\n", "")
    (tmp_path / "allegedly.service").write_text(service.replace("/usr/bin/make", shutil.which("make") or "/bin/true"))
    (tmp_path / "allegedly.timer").write_text(timer)
    assert "ExecStart=" in service
    assert "OnCalendar=*-*-* 06:00:00" in timer
    if verify:
        units = [str(tmp_path / name) for name in ("allegedly.service", "allegedly.timer")]
        said = subprocess.run([verify, "verify", *units], capture_output=True, text=True, check=False).stderr
        assert not [line for line in said.splitlines() if str(tmp_path) in line or "allegedly" in line], said


def test_the_crontab_line_has_five_fields_and_the_command_of_the_makefile():
    [line] = pieces("crontab")
    fields = line.split(maxsplit=5)
    assert all(re.fullmatch(r"[\d*/,-]+", field) for field in fields[:5])
    assert fields[5].strip().endswith("make --no-print-directory nightly")
    assert re.search(r"^nightly:.*\n\t\S*/allegedly report", (DOCS.parent / "Makefile").read_text(), re.MULTILINE)


def test_the_workflow_is_what_github_reads():
    [workflow] = [yaml.safe_load(piece) for piece in pieces("yaml")]
    steps = workflow["jobs"]["report"]["steps"]
    assert workflow[True]["schedule"] == [{"cron": "0 6 * * *"}]  # YAML reads "on" as true
    assert [step["run"] for step in steps if "run" in step] == ["make nightly"]
    assert all(("uses" in step) != ("run" in step) for step in steps)


def test_the_dag_is_python_and_names_files_that_are_there():
    [dag] = pieces("python")
    texts = [node.value for node in ast.walk(ast.parse(dag)) if isinstance(node, ast.Constant)]
    notebooks = [text for text in texts if str(text).endswith(".ipynb") and "/notebooks/" in str(text)]
    assert [(DOCS.parent / "notebooks" / Path(name).name).is_file() for name in notebooks] == [True]


def test_the_workflow_of_the_project_runs_the_one_script_on_every_python_that_is_supported():
    workflow = yaml.safe_load((DOCS.parent / ".github/workflows/ci.yml").read_text())
    [job] = workflow["jobs"].values()
    supported = re.findall(r"Python :: (3\.\d+)", (DOCS.parent / "pyproject.toml").read_text())
    assert job["strategy"]["matrix"]["python"] == supported
    assert [step["run"] for step in job["steps"] if "run" in step][-1] == ".ci/run"
    assert job["timeout-minutes"] <= 40
