"""pyproject.toml, environment.yml and constraints.txt ask for the same things, and name no place of one machine."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
# Conda's names for parts that it splits.
CONDA_NAMES = {
    "matplotlib-base": "matplotlib",
    "nbconvert-core": "nbconvert",
    "lxml_html_clean": "lxml-html-clean",
    "python-duckdb": "duckdb",
}
REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)\s*(.*)")


def stated(requirements):
    """{name: bounds} of requirements such as 'pandas>=2.2'."""
    pairs = (REQUIREMENT.match(row).groups() for row in requirements)
    return {CONDA_NAMES.get(name, name).lower(): bounds.replace(" ", "") for name, bounds in pairs}


def of_pyproject():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = [row for rows in project["optional-dependencies"].values() for row in rows]
    return stated([*project["dependencies"], *extras]), project["requires-python"]


def of_conda():
    rows = yaml.safe_load((ROOT / "environment.yml").read_text())["dependencies"]
    by_pip = [row for rows in rows if isinstance(rows, dict) for row in rows["pip"]]
    names = stated([row for row in rows if isinstance(row, str)] + [row for row in by_pip if not row.startswith("-e")])
    return names, "-e ." in by_pip


def test_conda_states_what_pyproject_states():
    conda, installs_the_project = of_conda()
    project, python = of_pyproject()
    assert conda.pop("python").startswith(python)
    assert conda.pop("pip") == ""
    assert (conda, installs_the_project) == (project, True)


def test_every_dependency_is_pinned():
    pinned = {line.split("==")[0] for line in (ROOT / "constraints.txt").read_text().splitlines() if "==" in line}
    assert of_pyproject()[0].keys() <= pinned


# Names that differ between the package and what is imported from it.
IMPORTED_AS = {"sqlite_utils": "sqlite-utils", "dateutil": "python-dateutil", "yaml": "pyyaml"}
# Come with the extra `report`: papermill and nbconvert stand on them.
BROUGHT = {"nbclient", "nbformat", "jupyter_client", "traitlets", "bs4", "matplotlib_inline"}


def imported():
    """The top-level packages that the library imports, but for Python's own."""
    trees = [ast.parse(path.read_text(encoding="utf8")) for path in (ROOT / "lib").rglob("*.py")]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    names = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    names += [node.module for node in nodes if isinstance(node, ast.ImportFrom) and not node.level]
    return {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"allegedly"}


def test_what_is_imported_is_asked_for():
    wanted = {IMPORTED_AS.get(name, name).lower() for name in imported() - BROUGHT}
    assert wanted <= of_pyproject()[0].keys()


def tracked():
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("needs git, and a repository of it")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize(
    "pattern",
    [r"https?://[^ \"']+/simple\b", r"\"resolved\": *\"https?:", r"/(home|root|Users|work)/[a-z.]+/", r"index-url"],
)
def test_no_tracked_file_names_a_registry_or_a_machine(pattern):
    looking = re.compile(pattern.encode())
    allowed = {Path(__file__), ROOT / "Makefile"}  # they hold the patterns and the options themselves
    assert [path for path in tracked() if path not in allowed and looking.search(path.read_bytes())] == []
