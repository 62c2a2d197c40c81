"""Whatever a run was given reaches its pages: the rules, the folders; each page counts what its tables hold."""

import ast
import json
import re
import subprocess
import time
from pathlib import Path

import pandas as pd
import pytest
from projects import ALL, FLOOD, LOADING, STRIKE, allegedly, command, here, make_project, notebook, status

from allegedly.cli.report import report
from allegedly.corpus import find_project
from allegedly.corpus.project import given_project

BOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))
RULES = """
[claims.members]
head = "member"
[claims.drivers]
head = "driver"
[claims.ghosts]
head = "ghost"
[[rule]]
label = "Every member drives"
relation = "drivers == members"
[[rule]]
label = "Ghosts are members"
relation = "ghosts <= members"
"""
# Options of `allegedly report` that say what its pages hold; each must reach the kernels.
NAMED = {"column_text", "column_id", "column_published", "column_title"}
REACHING = {"inputs", *NAMED, "given", "each", "rules", "raw", "processed"}
# Those that say only how it is done, or where the pages go.
MANNER = {"jobs", "force", "keep", "timeout", "wait", "notify", "reports", "open_", "quiet"}


def test_of_every_option_it_is_known_whether_it_reaches_the_kernels():
    assert {option.name for option in report.params} == REACHING | MANNER


def test_a_project_handed_on_is_the_project(tmp_path):
    project = find_project(make_project(tmp_path / "project"), rules=tmp_path / "rules.toml", columns={"text": "words"})
    handed = given_project(project.environment)
    assert (handed.raw, handed.processed, handed.rules) == (project.raw, project.processed, project.rules)
    assert handed.columns == project.columns
    assert set(project.environment) == set(find_project(project.raw).environment)  # nothing is left from outside


@pytest.fixture(scope="module")
def ruled(tmp_path_factory):
    """A project with the project's own notebooks, reported with rules, its folders elsewhere."""
    folder = tmp_path_factory.mktemp("ruled")
    books = {path.stem: path.read_text() for path in BOOKS if "corpus.load(" in path.read_text()}
    project = make_project(folder / "project", {"flood.txt": FLOOD, "strike.txt": f"{STRIKE} Some 900 left."}, books)
    (project / "rules.toml").write_text(RULES)
    done = allegedly(project, "report", "--rules", "rules.toml", "--processed", "../tables", "--jobs", 2)
    assert done.returncode == 0, done.stderr
    return project


def pages(project):
    return sorted(path.stem for path in (project / "reports").glob("0*.ipynb"))


def shown(project, name):
    """The texts that the executed notebook `name` printed."""
    cells = json.loads((project / f"reports/{name}.ipynb").read_text())["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    return ["".join(output.get("data", {}).get("text/plain", "")) for output in outputs]


def test_every_page_counts_what_the_tables_hold(ruled):
    findings = pd.read_csv(ruled.parent / "tables/checks.csv")
    claims = pd.read_csv(ruled.parent / "tables/claims.csv")
    assert {"conflicts", "cannot tell"} <= {*findings[findings["check"].eq("own")]["verdict"]}
    assert len(pages(ruled)) >= 4
    for name in pages(ruled):
        article = status(ruled, name)["article"]
        about = findings["claims"].str.contains(f'"{article}@') if article else findings["id"].notna()
        rows = claims[claims["doc"].eq(article)] if article else claims
        foots = [text for text in shown(ruled, name) if text.startswith("allegedly ")]
        counts = [ast.literal_eval(text.partition(": ")[2]) for text in foots]
        assert all((c["claims"], c["findings"]) == (len(rows), about.sum()) for c in counts), name
        lines = [text for text in shown(ruled, name) if re.match(r"\{'claims': .*\{'agrees'", text)]
        told = [ast.literal_eval(text.partition("} ")[2]) for text in lines]
        assert counts or told, name
        if (verdicts := status(ruled, name).get("verdicts")) and "02" not in name:
            assert all(line.get(verdict, 0) == count for line in told for verdict, count in verdicts.items()), name


def test_a_conflict_with_a_rule_is_on_the_page_of_conflicts(ruled):
    [name] = [name for name in pages(ruled) if name.startswith("03")]
    page = (ruled / f"reports/{name}.html").read_text()
    assert "Every member drives" in page
    assert "Ghosts are members" in page


def test_pages_are_made_again_where_only_the_rules_changed(ruled):
    again = ["report", "--rules", "rules.toml", "--processed", "../tables"]
    assert "0 pages made" in here(ruled, *again).stderr
    (ruled / "rules.toml").write_text(RULES.replace("ghost", "spook"))
    done = here(ruled, *again, "03")
    assert "1 pages made" in done.stderr, done.stderr
    (ruled / "rules.toml").write_text(RULES)


WAITS = "import os, time\nopen('begun', 'w').close()\nwhile not os.path.exists('go'): time.sleep(0.05)"


def test_another_run_that_rewrites_the_tables_does_not_show_on_the_pages(tmp_path):
    """`read` without the rules puts its own tables there between two steps of `report --rules`."""
    counting = notebook("All?", "top: int = 5", WAITS, f"{LOADING}corpus = load()", "len(corpus.checks)")
    project = make_project(tmp_path / "project", notebooks={"03-all": counting, "04-more": notebook("More?", "", *ALL)})
    (project / "rules.toml").write_text(RULES)
    assert here(project, "check", "--rules", "rules.toml").returncode == 0  # so that the run finds its tables made
    findings = len(pd.read_csv(project / "data/processed/checks.csv"))
    run = subprocess.Popen(command("report", "--rules", "rules.toml"), cwd=project, stderr=subprocess.PIPE)
    until = time.monotonic() + 60
    while not (project / "notebooks/begun").exists():
        assert time.monotonic() < until and run.poll() is None
        time.sleep(0.05)
    assert here(project, "read").returncode == 0
    (project / "notebooks/go").write_text("")
    said = run.communicate(timeout=120)[1].decode()
    assert (run.returncode, "Traceback" in said) == (0, False), said
    assert len(pd.read_csv(project / "data/processed/checks.csv")) < findings
    assert shown(project, "03-all")[-1] == str(findings)
    assert shown(project, "04-more")[-1].endswith(f", {findings})")
    assert sum(status(project, "03-all")["verdicts"].values()) == findings
