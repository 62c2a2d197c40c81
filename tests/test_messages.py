"""What is printed helps, whoever made the file: spreadsheets, odd names, cells without end, terminals of any width."""

import json

import pandas as pd
import pytest
from projects import FLOOD, allegedly, here, make_project, notebook, status

from allegedly.cli.output import _width, in_columns, in_sentences
from allegedly.errors import harmless
from allegedly.table import read_table

HEAD = "id;doc;text;low;high;thing\n"
# a table as a spreadsheet writes it, what is read as low and high (None: refused), a word of the refusal
SHEETS = [
    (f"{HEAD}a;x;1,5;1,25;1,75;votes\n", [1.25, 1.75], None),
    (f"{HEAD}a;x;15;15;15;votes\n", [15, 15], None),
    (f"{HEAD}a;x;1.5;1.25;1.75;votes\n", [1.25, 1.75], None),
    (f"\ufeff{HEAD}a;x;1,5;-inf;1,75;votes, and more\n".replace("\n", "\r\n"), [float("-inf"), 1.75], None),
    (f"{HEAD}a;x;1,5;1.250;1,75;votes\n", None, "line 2, column low: '1.250' has a point where other numbers have"),
    (f"{HEAD}a;x;1,5;1.250,5;1,75;votes\n", None, "line 2, column low: '1.250,5' has a point"),
    (HEAD.replace(";", "\t") + "a\tx\t15\t15\t16\tvotes\n", [15, 16], None),
    ('id,doc,text,low,high\na,x,"1,5","1,25",2\n', None, "line 2, column low: '1,25' is no number"),
]


@pytest.mark.parametrize(("content", "bounds", "word"), SHEETS)
def test_a_table_from_a_spreadsheet_is_read_or_named(tmp_path, content, bounds, word):
    (tmp_path / "mine.csv").write_bytes(content.encode())
    done = here(tmp_path, "check", "mine.csv")
    assert (done.returncode, word is None or f"mine.csv, {word}" in done.stderr) == (0 if bounds else 3, True), (
        done.stderr
    )
    if bounds:
        assert read_table(tmp_path / "mine.csv")[["low", "high"]].iloc[0].tolist() == bounds


NASTY = "evil\x1b[31mred\u202etxt\x07.txt"


def test_signs_that_move_a_terminal_never_reach_it(tmp_path):
    project = make_project(
        tmp_path / "project", {NASTY: FLOOD, f"{NASTY}.docx": "x", f"x{NASTY}": ""}, sources="file\n"
    )
    for arguments in (["read", "--format", "table"], ["check", "--format", "table"], ["read", f"no{NASTY}"]):
        done = allegedly(project, *arguments)  # in a process: click takes some signs out where it prints to no terminal
        shown = done.stderr + (done.stdout if "--format" in arguments else "")
        assert not {*shown} & {*"\x1b\x07\u202e"}, ascii(shown)
        assert "\\x1b[31m" in done.stderr


@pytest.mark.parametrize(
    ("text", "shown"), [("a\x1b[2Jb", r"a\x1b[2Jb"), ("é “x” 中", "é “x” 中"), ("a\u2066b", r"a\u2066b")]
)
def test_text_is_shown_as_it_is_where_it_is_harmless(text, shown):
    assert harmless(text) == shown


WORDS = "the people who were reported to have fled from the valley 谷から逃げた人々 to the cöast"
FRAME = pd.DataFrame(
    {"text": ["about 1,000", WORDS], "low": [900.0, 1.0], "thing": [WORDS, "é" * 50], "why": [WORDS] * 2}
)


@pytest.mark.parametrize("width", [1, 2, 3, 5, 9, 10, 20, 24, 25, 40, 79, 80, 133, 400])
def test_a_table_fits_a_terminal_of_any_width(width):
    for shown in (in_columns(FRAME, ("text", "low", "thing"), width), in_sentences(FRAME, ("text", "low"), width)):
        assert max(map(_width, shown.splitlines())) <= max(width, 2)


def test_a_cell_that_takes_too_long_is_named_without_noise(tmp_path):
    books = {"03-all": notebook("All?", "x: int = 1", "x", "import time\ntime.sleep(600)", "x")}
    project = make_project(tmp_path / "project", notebooks=books)
    done = allegedly(project, "report", "--timeout", 2)
    assert "03-all: timed out: cell 4 took longer than 2 seconds (cell 4); see 03-all.failed.html" in done.stderr
    assert (done.returncode, status(project, "03-all")["cell"]) == (3, 4)
    assert all(line.startswith("allegedly: ") for line in done.stderr.splitlines()), done.stderr


# a cell that shows much, what stands on the page of it
ENDLESS = [
    ("print('x' * 30_000_000)", "29,900,001 signs are left out here"),
    ("for n in range(3000): print('line', n, 'y' * 10_000)", "signs are left out here"),
    (
        "class X:\n    def _repr_html_(self): return '<p>' + 'z' * 30_000_000 + '</p>'\nX()",
        "30,000,007 signs of text/html",
    ),
    ("raise ValueError('w' * 30_000_000)", "signs are left out here"),
]


@pytest.mark.parametrize(("cell", "said"), ENDLESS)
def test_a_cell_without_end_makes_no_page_without_end(tmp_path, cell, said):
    project = make_project(tmp_path / "project", {"a.txt": FLOOD}, {"03-all": notebook("All?", "x: int = 1", cell)}, "")
    done = allegedly(project, "report")
    assert max(map(len, done.stderr.splitlines())) < 1000
    pages = [*(project / "reports").glob("03-all*")]
    assert len(pages) >= 2 and all(path.stat().st_size < 1_000_000 for path in pages)
    [page] = [path for path in pages if path.suffix == ".html"]
    assert said in page.read_text()
    assert len(json.dumps(status(project, "03-all"))) < 200_000
