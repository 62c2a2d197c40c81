"""The command line as people and programs use it; what pipes, terminals and kernels do, in processes of their own."""

import io
import json
import os
import pty
import signal
import subprocess
import time
from functools import partial
from math import inf
from pathlib import Path

import pandas as pd
import pytest
from projects import NOTEBOOKS, WRONG, allegedly, command, here, make_project, notebook

from allegedly.cli.output import in_columns

GOLD = Path(__file__).parent / "gold"
ARTICLE = "Some 40 people came."
CONTESTED = (
    "Adam Holt, the mayor, said that a first shipment of rifles had arrived. Syldavia said it had never sold rifles."
)


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path / "project")


# arguments, standard input, exit code, words on standard output, words on standard error
USES = [
    (["--version"], b"", 0, "allegedly, version 0.", ""),
    (["--help"], b"", 0, "report", ""),
    (["read", "--help"], b"", 0, "Example:", ""),
    (["check", "--help"], b"", 0, "Example:", ""),
    (["report", "--help"], b"", 0, "Example:", ""),
    (["score", "--help"], b"", 0, "Example:", ""),
    (["explain", "--help"], b"", 0, "Example:", ""),
    (["read"], b"", 0, "flood@", ""),
    (["read", "data/raw/flood.txt"], b"", 0, "about 300", ""),
    (["read", "-"], ARTICLE.encode(), 0, "stdin@0", ""),
    (["read", "-", "--as-of", "2022-12-22"], b"Last month 40 people came.", 0, "2022-11-01", ""),
    (["read", "-", "--format", "table"], ARTICLE.encode(), 0, "text", ""),
    (["read", "-", "--all"], b"In 2014 the first came.", 0, "none", ""),
    (["explain", ARTICLE], b"", 0, "claim: Some 40", ""),
    (["explain", *ARTICLE.split()], b"", 0, "hedges.toml: about", ""),
    (["explain", "-", "--as-of", "2022-12-22"], b"Last month 40 people came.", 0, "2022-11-01", ""),
    (["explain", ARTICLE, "--format", "json"], b"", 0, '"read_by": "hedges.toml: about"', ""),
    (["check"], b"", 0, "agrees", ""),
    (["check", "-", "--strict"], WRONG.encode(), 1, "conflicts", "1 in conflict"),
    (["check", "data/raw/strike.txt", "--strict"], b"", 0, "agrees", ""),
    (["check", "-", "--strict"], CONTESTED.encode(), 0, "conflicts,info", ""),
    (["read", "data/raw/flood.txt", "./data/raw/flood.txt"], b"", 0, "about 300", ""),
    (["read", "-", "--out", "-"], ARTICLE.encode(), 0, "stdin@0", ""),
    (["score", GOLD], b"", 0, "figures,", ""),
    (["score", GOLD, "--relations"], b"", 0, "relation found,", ""),
    (["score", GOLD / "RELATIONS.jsonl", "--relations"], b"", 2, "", "RELATIONS.jsonl"),
    (["check", "--format", "table"], b"", 0, "verdict", ""),
    # wrong use
    (["red"], b"", 2, "", "No such command"),
    (["read", "--format", "xml"], b"", 2, "", "'xml' is not one of"),
    (["explain"], b"", 2, "", "Missing argument 'SENTENCE"),
    (["explain", " "], b"", 2, "", "SENTENCE: is empty; give one in quotation marks"),
    (["explain", ARTICLE, "--format", "csv"], b"", 2, "", "'csv' is not one of"),
    (["read", "--as-of", "yesterday"], b"", 2, "", "'yesterday' is no date; write it as 2022-12-31"),
    (["read", "--raw", "nosuch"], b"", 2, "", "nosuch: is no folder of articles"),
    (["read", "--out", "a.xls"], b"", 2, "", "a.xls: is no table's name; end it in .csv"),
    (["read", "--out", "y.csv", "--format", "parquet"], b"", 2, "", "y.csv: --format parquet contradicts its name"),
    (["read", "--out", "tables", "--format", "csv"], b"", 2, "", "tables: --format csv: a folder gets Parquet"),
    (["read", "--out", "nosuch/a.csv"], b"", 2, "", "nosuch/a.csv: cannot be written"),
    (["score", "nosuch"], b"", 2, "", "nosuch: is not there"),
    (["check", "--rules", "nosuch.toml"], b"", 2, "", "nosuch.toml"),
    (["report", "05-nosuch"], b"", 2, "", "05-nosuch: is no notebook; there are: 01-one, 03-all"),
    (["report", "03-all", "-p", "colour", "red"], b"", 2, "", "has no parameter 'colour'; it has: top: int = 5"),
    (["report", "03-all", "-p", "top", "many"], b"", 2, "", "parameter top is int, not 'many'"),
    (["report", "03-all", "-p", "quick", "perhaps"], b"", 2, "", "parameter quick is bool, not 'perhaps'"),
    (["report", "03-all", "-p", "rate", "fast"], b"", 2, "", "parameter rate is float, not 'fast'"),
    (["report", "01-one", "-p", "article", "storm"], b"", 2, "", "no article 'storm'; there are: flood, strike"),
    (["report", "-p", "colour", "red"], b"", 2, "", "no notebook has a parameter 'colour'"),
    # inputs that fail
    (["read", "nosuch.txt"], b"", 3, "", "nosuch.txt: is not there"),
    (["read", "nosuch.txt", "data/raw/flood.txt"], b"", 3, "flood@", "nosuch.txt: is not there"),
    (["read", "-"], b"", 3, "", "standard input: is empty"),
    (["check", "data/raw/sources.csv"], b"", 3, "", "data/raw/sources.csv: has no column id"),
]


@pytest.mark.parametrize(("arguments", "stdin", "code", "out", "err"), USES)
def test_every_use_ends_as_it_should(project, arguments, stdin, code, out, err):
    done = here(project, *arguments, stdin=stdin)
    assert (done.returncode, out in done.stdout, err in done.stderr) == (code, True, True), done.stderr
    assert err == "" or len([line for line in done.stderr.splitlines() if err in line]) == 1


# an article's bytes as data/raw/odd.txt, the row of sources.csv it gets, exit code, what the one line says
GOOD_ROW = "odd.txt,,2022-12-22,,\n"
BAD_INPUTS = [
    (b"", GOOD_ROW, 3, "odd.txt: is empty"),
    (b"\x89PNG\x00\x01", GOOD_ROW, 3, "odd.txt: is not text"),
    (b"\x81\x8d 40 people \xff", GOOD_ROW, 3, "odd.txt: is not text"),
    (
        "Some 40 cafés".encode("windows-1252"),
        GOOD_ROW,
        0,
        "odd.txt: is not UTF-8 at byte 11 (line 1), read as",
    ),
    ("Some 40 cafés".encode("utf-16"), GOOD_ROW, 0, "odd.txt: read as UTF-16"),
    (b"Some 40 people.\r\nSome 50 ships.\r\n", GOOD_ROW, 0, "odd.txt: has Windows line ends"),
    (b"Some 40 people.", "", 0, "odd.txt: has no row in data/raw/sources.csv"),
    (b"Some 40 people.", "odd.txt,,22 December,,\n", 3, "column published: '22 December' is no date"),
    (b"Some 40 people.", f"{GOOD_ROW}gone.txt,,,,\n", 3, "has a row for gone.txt, which is not there"),
    (b"Some 40 people.", f"odd.txt,,,,{'0' * 64}\n", 0, "odd.txt: has changed since it was recorded"),
]


@pytest.mark.parametrize(("content", "row", "code", "line"), BAD_INPUTS)
def test_bad_input_gets_one_clear_line_and_the_rest_is_done(project, content, row, code, line):
    (project / "data/raw/odd.txt").write_bytes(content)
    with (project / "data/raw/sources.csv").open("a") as sources:
        sources.write(row)
    done = here(project, "read")
    assert (done.returncode, len([said for said in done.stderr.splitlines() if line in said])) == (code, 1), done.stderr
    assert "strike@" in done.stdout
    assert "strike@" in (project / "data/processed/claims.csv").read_text()


def test_a_pipe_gets_csv_and_nothing_else(project):
    done = allegedly(project, "read", "--all")
    table = pd.read_csv(io.StringIO(done.stdout))
    assert {"about 300", "50,000"} <= {*table["text"]}
    assert not done.stderr


@pytest.mark.parametrize("format_", ["csv", "jsonl", "parquet"])
def test_what_goes_to_a_file_is_what_goes_to_the_pipe(project, format_):
    here(project, "read", "--out", f"out.{format_}")
    piped = subprocess.run(command("read", "--format", format_), cwd=project, capture_output=True, check=True).stdout
    assert (project / f"out.{format_}").read_bytes() == piped


def test_a_folder_gets_a_parquet_file_an_article(project):
    here(project, "read", "--out", "dataset")
    assert sorted(path.stem for path in (project / "dataset").iterdir()) == ["flood", "strike"]
    assert len(pd.read_parquet(project / "dataset")) == len(pd.read_csv(project / "data/processed/claims.csv"))


def test_json_lines_are_json(project):
    rows = [json.loads(line) for line in here(project, "check", "--format", "jsonl").stdout.splitlines()]
    assert rows
    assert all(isinstance(row["claims"], list) for row in rows)


def test_a_person_at_a_terminal_gets_a_table(project):
    parent, child = pty.openpty()
    subprocess.run(command("read"), cwd=project, stdout=child, stderr=subprocess.DEVNULL, check=True)
    os.close(child)
    shown = os.read(parent, 10_000).decode()
    os.close(parent)
    assert "about 300" in shown
    assert "doc,section" not in shown


LONG = "the people who were reported to have fled from the valley to the coast"


@pytest.mark.parametrize("width", [60, 120])
def test_a_table_fits_its_width_and_cuts_words_only(width):
    numbers = {"low": [102e6, 0.125], "high": [1_234_567.0, inf]}
    frame = pd.DataFrame({"text": ["102 million", LONG], **numbers, "thing": [LONG, LONG], "speaker": [LONG, None]})
    shown = in_columns(frame, frame.columns, width)
    assert all(number in shown for number in ("102,000,000", "0.125", "1,234,567", "∞", "…"))
    assert max(map(len, shown.splitlines())) <= width


# where standard output goes, the exit code, what is said
OUTPUTS = [
    ("| head -n 0; exit ${PIPESTATUS[0]}", 141, ""),
    (
        "> /dev/full",
        2,
        "allegedly: standard output: cannot be written: No space left on device; name a file with --out\n",
    ),
    (">&-", 2, "allegedly: standard output: is closed; name a file with --out\n"),
]


@pytest.mark.parametrize(("where", "code", "said"), OUTPUTS)
def test_an_output_that_takes_nothing_is_no_accident(project, where, code, said):
    line = f"{' '.join(command('read'))} {where}"
    done = subprocess.run(["bash", "-c", line], cwd=project, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, said)


@pytest.mark.parametrize("jobs", [1, 2])
def test_ctrl_c_ends_reading_in_one_line(tmp_path, jobs):
    for n in range(300):
        (tmp_path / f"{n}.txt").write_text("The union has 50,000 members, including 10,000 drivers. " * 300)
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's background jobs ignore it
    run = subprocess.Popen(
        command("read", tmp_path, "--jobs", jobs),
        stdout=-1,
        stderr=-1,
        text=True,
        start_new_session=True,
        preexec_fn=heard,
    )
    time.sleep(2)
    os.killpg(run.pid, signal.SIGINT)
    assert (*run.communicate(), run.returncode) == ("", "allegedly: stopped\n", 130)


def test_findings_from_anybodys_table(project):
    rows = here(project, "read", "data/raw/strike.txt").stdout
    (project / "mine.csv").write_text(rows)
    assert here(project, "check", "mine.csv").stdout == here(project, "check", "data/raw/strike.txt").stdout


LEAST = "id,doc,text,low,high,thing\na,x,100,100,100,votes\nb,x,80,80,80,votes\n"
SUM = """
[claims.all]
text = "100"
[claims.part]
text = "80"
[[rule]]
label = "parts"
relation = "part == all"
description = "the part is the whole"
"""


def test_the_least_table_is_checked_against_rules_of_ones_own(project):
    (project / "least.csv").write_text(LEAST)
    (project / "rules.toml").write_text(SUM)
    done = here(project, "check", "least.csv", "--rules", "rules.toml")
    assert (done.returncode, "conflicts" in done.stdout) == (0, True), done.stderr


def test_named_folders_take_the_place_of_the_projects(project, tmp_path):
    folders = ["--raw", project / "data/raw", "--processed", tmp_path / "tables"]
    assert here(tmp_path, "read", *folders).returncode == 0
    assert (tmp_path / "tables/claims.parquet").is_file()
    assert not (project / "data/processed").exists()


def test_outside_of_a_project_it_says_what_to_do(tmp_path):
    done = here(tmp_path, "read")
    assert (done.returncode, "no project here or above; name an article or a folder of them" in done.stderr) == (
        2,
        True,
    )


def test_raw_is_never_written(project):
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (project / "data/raw").iterdir()}
    for use in (["read"], ["check"], ["report", "03-all"]):
        assert here(project, *use).returncode == 0
    assert before == {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (project / "data/raw").iterdir()}


def test_two_hundred_articles_of_which_seven_are_broken(tmp_path):
    texts = {f"a{n:03}.txt": f"Some {n + 11} people came." for n in range(193)}
    contents = [b"", b"\x00", b"\x81\x8d\xff", b" ", b"%PDF-1", b"\n\n", b"PK\x03\x04\x00"]
    broken = {f"b{n}.txt": content for n, content in enumerate(contents)}
    project = make_project(tmp_path / "many", texts | broken, {"03-all": NOTEBOOKS["03-all"]}, sources=None)
    done = here(project, "report", "--jobs", 2)
    named = {name for name in broken if f"data/raw/{name}: " in done.stderr}
    assert (done.returncode, named) == (3, {*broken})
    assert len(pd.read_csv(project / "data/processed/coverage.csv")) == 193


def test_a_half_written_notebook_does_not_keep_the_others(tmp_path):
    books = {"03-all": NOTEBOOKS["03-all"], "02-half": NOTEBOOKS["03-all"][:200], "05-odd": notebook("x", "x = = 1")}
    project = make_project(tmp_path / "half", notebooks=books)
    done = here(project, "report")
    assert done.returncode == 3
    assert "02-half.ipynb: is no notebook, or only half of one" in done.stderr
    assert "05-odd.ipynb: its parameters cell is no Python (line 1)" in done.stderr
    assert (project / "reports/03-all.html").is_file()
