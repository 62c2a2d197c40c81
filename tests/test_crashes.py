"""What nobody foresaw ends in one line and 70; what somebody should have, in one line, 2 or 3, and a way out."""

import ctypes
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from projects import FLOOD, STRIKE, allegedly, command, here, make_project, notebook, status

import allegedly as library
from allegedly.cli import main
from allegedly.cli.faults import told

DEEP = "[" * 100_000
RULES = '[claims.all]\ntext = "100"\n[[rule]]\nlabel = "x"\nrelation = "all == all"\n'
GOLD = {"doc": "a", "start": 0, "end": 2, "surface": "40"}


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path / "project")


# a file, its content, the command, its exit code, what the line says
SPOILT = [
    ("claims.jsonl", f'{{"id": {DEEP}', ["check", "claims.jsonl"], 3, "line 1: is no JSON: it is nested too deep"),
    ("claims.csv", f'id,check,verdict,claims\nx,own,agrees,"{DEEP}"\n', ["check", "claims.csv"], 3, "has no column"),
    ("data/raw/corrections.toml", f"x = {DEEP}", ["read"], 3, "corrections.toml: is no TOML: it is nested too deep"),
    ("notebooks/03-all.ipynb", DEEP, ["report"], 3, "03-all.ipynb: is no notebook, or only half of one"),
    ("notebooks/03-all.ipynb", notebook("x", f"x = {'-' * 100_000}1"), ["report"], 3, "parameters cell is no Python"),
    (
        "notebooks/03-all.ipynb",
        notebook("x", "x = (1"),
        ["report", "03"],
        2,
        "its parameters cell is no Python (line 1)",
    ),
    ("gold/a.jsonl", b"\x89PNG\xff\xfe\x00", ["score", "gold"], 2, "a.jsonl: is not text in UTF-8 at byte 0"),
    ("gold/a.jsonl", DEEP, ["score", "gold"], 2, "a.jsonl, line 1: is not JSON (it is nested too deep)"),
    ("gold/a.jsonl", "[1]", ["score", "gold"], 2, "a.jsonl, line 1: is no object"),
    ("gold/RELATIONS.jsonl", "{}", ["score", "gold", "--relations"], 2, "RELATIONS.jsonl, line 1: has no members"),
    ("data/processed/datapackage.json", DEEP, ["read"], 0, ""),
    ("reports/status/03-all.json", DEEP, ["report", "03"], 0, "03-all.json: damaged"),
    (
        "rules.toml",
        f"x = {DEEP}",
        ["check", "--rules", "rules.toml"],
        2,
        "rules.toml: is no TOML: it is nested too deep",
    ),
    ("rules.toml", "\ufeff" + RULES, ["check", "--rules", "rules.toml"], 0, "could not be checked"),
    (
        "rules.toml",
        RULES.replace("all ==", "all + " * 1000 + "all =="),
        ["check", "--rules", "rules.toml"],
        2,
        "at most 200 names and numbers can be asked at once",
    ),
    (
        "rules.toml",
        RULES.replace("all ==", "(" * 100_000 + "all =="),
        ["check", "--rules", "rules.toml"],
        2,
        "fewer brackets",
    ),
    ("x", "", ["report", "03", "-p", "words", DEEP], 2, "parameter words is list, not"),
]


@pytest.mark.parametrize(("name", "content", "arguments", "code", "line"), SPOILT)
def test_a_spoilt_file_gets_its_line(project, name, content, arguments, code, line):
    (project / "notebooks/03-all.ipynb").write_text(notebook("All?", "words: list = []", "words"))
    (project / "gold/texts").mkdir(parents=True)
    (project / "gold/texts/a.txt").write_text("40 came.")
    (project / "gold/a.jsonl").write_text('{"id": "a1", "start": 0, "end": 2, "surface": "40"}\n')
    (project / name).parent.mkdir(parents=True, exist_ok=True)
    (project / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    done = here(project, *arguments)
    found = [said for said in done.stderr.splitlines() if line in said]
    assert (done.returncode, bool(found)) == (code, bool(line)), done.stderr[:2000]
    assert max(map(len, done.stderr.splitlines()), default=0) < 1000


def unprivileged():
    """Has the process keep to permissions, also where the tests run as root: without these rights root is as others."""
    libc = ctypes.CDLL(None)
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        libc.prctl(24, capability, 0, 0, 0)  # PR_CAPBSET_DROP


# what is closed, the command, its code, what it says, what it reads all the same
CLOSED = [
    ("data/raw/sub", ["read"], 3, "data/raw/sub: cannot be looked into: Permission denied; check its perm", "flood@"),
    ("data/raw/sub", ["read", "data/raw/sub", "data/raw/flood.txt"], 3, "raw/sub: cannot be looked into", "flood@"),
    ("data/raw/sub", ["read", "data/raw/sub/a.txt", "data/raw/flood.txt"], 3, "a.txt: cannot be read: Perm", "flood@"),
    ("data/raw/strike.txt", ["read"], 3, "data/raw/strike.txt: cannot be read: Permission denied", "flood@"),
    ("data/raw/sources.csv", ["read"], 3, "data/raw/sources.csv: cannot be read: Permission denied", "flood@"),
    ("data/raw/corrections.toml", ["read"], 3, "corrections.toml: cannot be read: Permission denied", "flood@"),
    ("data/raw", ["read"], 3, "data/raw: cannot be looked into: Permission denied", ""),
    ("data", ["read"], 2, "Permission denied", ""),
    ("data/processed", ["read"], 2, "data/processed", ""),
    ("notebooks", ["report"], 2, "notebooks", ""),
    ("notebooks/03-all.ipynb", ["report"], 3, "03-all.ipynb: cannot be read: Permission denied", ""),
    ("rules.toml", ["check", "--rules", "rules.toml"], 2, "rules.toml", ""),
    ("gold", ["score", "gold"], 2, "gold", ""),
    ("gold/a.jsonl", ["score", "gold"], 2, "gold/a.jsonl", ""),
    ("reports", ["report"], 2, "reports", ""),
]


@pytest.mark.parametrize(("name", "arguments", "code", "line", "out"), CLOSED)
def test_what_is_closed_is_named_and_the_rest_is_read(project, name, arguments, code, line, out):
    for folder in ("data/raw/sub", "data/processed", "gold/texts", "reports"):
        (project / folder).mkdir(parents=True)
    for path in ("data/raw/sub/a.txt", "gold/texts/a.txt"):
        (project / path).write_text(FLOOD)
    (project / "gold/a.jsonl").write_text("{}")
    (project / "data/raw/corrections.toml").write_text("")
    (project / "rules.toml").write_text(RULES)
    (project / name).chmod(0)
    try:
        done = allegedly(project, *arguments, preexec_fn=unprivileged)
    finally:
        (project / name).chmod(0o755)
    found = [said for said in done.stderr.splitlines() if line in said]
    assert (done.returncode, len(found), out in done.stdout) == (code, 1, True), done.stderr


def shell(project, line):
    done = subprocess.run(["bash", "-c", line], cwd=project, capture_output=True, text=True, timeout=100, check=False)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stderr


# what is put around the command, its code, its line
STREAMS = [
    ("read - <&-", 3, "allegedly: standard input: is closed; name a file, or pipe a text in\n"),
    ("read - 0>there", 3, "standard input: cannot be read: Bad file descriptor; name a file, or pipe a text in"),
    ("check - <&- >&-", 2, "standard input: is closed"),
    ("read nosuch.txt 2>&-", 3, ""),
    ("read nosuch.txt 2>/dev/full", 3, ""),
    (f"read {'a' * 300}.txt", 3, "cannot be read: File name too long"),
    ("read data/raw/flood.txt/x.txt", 3, "x.txt: is not there"),
]


@pytest.mark.parametrize(("line", "code", "said"), STREAMS)
def test_streams_that_are_closed_or_full_are_no_accident(project, line, code, said):
    ended, err = shell(project, f"{' '.join(command())} {line}")
    assert (ended, said in err) == (code, True), err


def test_a_folder_that_is_gone_is_no_accident(tmp_path):
    ended, err = shell(tmp_path, f"mkdir gone; cd gone; rmdir ../gone; {' '.join(command('read'))}")
    assert (ended, "allegedly: " in err) == (2, True), err


# --- what nobody foresaw: done for real, by a library that is broken on purpose in a process of its own


def broken(project, *arguments, code="raise KeyError('doc')", debug=(), **options):
    """The command in a process in which the reading of corpora is broken."""
    program = (
        f"import allegedly.corpus.store as s\ndef broken(*a, **k):\n {code}\ns.read_documents = broken\n"
        "from allegedly.cli import main\nmain()"
    )
    call = [sys.executable, "-c", program, *debug, *arguments]
    return subprocess.run(call, cwd=project, capture_output=True, text=True, timeout=100, check=False, **options)


def test_a_fault_ends_in_one_line_that_says_where_to_report_it(project, tmp_path):
    done = broken(project, "read", env=os.environ | {"TMPDIR": str(tmp_path)})
    [line] = done.stderr.splitlines()
    said = (
        r"allegedly: a fault of allegedly itself: KeyError: 'doc' \(corpus/store.py, line \d+\); please report it to .+"
    )
    assert (done.returncode, bool(re.match(said, line))) == (70, True), line
    kept = Path(re.search(r"with (\S+\.log)$", line)[1])
    assert (kept.parent, "Traceback" in kept.read_text(), "Python 3." in kept.read_text()) == (tmp_path, True, True)


def test_a_traceback_is_shown_where_it_is_asked_for(project):
    done = broken(project, "read", debug=["--debug"])
    assert (done.returncode, "Traceback" in done.stderr, "KeyError: 'doc'" in done.stderr) == (70, True, True)


def test_where_no_file_can_be_kept_the_line_says_how_to_see_more(project, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", "/nowhere/at/all")
    assert "with what `allegedly --debug …` shows" in told(KeyError("doc"), debug=False)


@pytest.mark.parametrize(
    ("code", "ended", "said"),
    [
        ("s.json.loads('[' * 100_000)", 70, "RecursionError"),
        ("raise EOFError", 70, "EOFError"),
        ("raise RuntimeError('a\\nb' * 1000)", 70, "RuntimeError: a b"),
        ("raise MemoryError", 70, "not enough memory"),
        ("raise OSError(5, 'Input/output error', 'data/raw')", 2, "data/raw: cannot be used: Input/output error"),
        ("raise KeyboardInterrupt", 130, "stopped"),
    ],
)
def test_every_kind_of_fault_has_its_code(project, code, ended, said):
    done = broken(project, "read", code=code)
    assert (done.returncode, said in done.stderr, len(done.stderr.splitlines())) == (ended, True, 1), done.stderr


def test_a_secret_on_the_command_line_is_in_no_record(project, tmp_path):
    arguments = ["report", "-p", "api_token", "hunter2-hunter2", "03"]
    program = "import allegedly.reports.suite as s\ndef b(*a, **k):\n raise KeyError('doc')\ns.plan = b\n"
    call = [sys.executable, "-c", f"{program}from allegedly.cli import main\nmain()", *arguments]
    env = os.environ | {"TMPDIR": str(tmp_path)}
    done = subprocess.run(call, cwd=project, capture_output=True, text=True, env=env, check=False)
    assert (done.returncode, "hunter2" in done.stderr) == (70, False)
    assert [*tmp_path.glob("*.log")] and not [p for p in tmp_path.glob("*.log") if "hunter2" in p.read_text()]


def test_a_page_that_breaks_the_maker_does_not_take_the_others_with_it(tmp_path):
    books = {"03-bad": notebook("Bad?", "x: int = 1", "'BREAKS'"), "04-good": notebook("Good?", "x: int = 1", "x")}
    project = make_project(tmp_path / "project", {"a.txt": STRIKE}, books, sources=None)
    program = (
        "import allegedly.reports.html as h\nmade = h.page\ndef page(notebook, **k):\n"
        " if 'BREAKS' in str(notebook): raise KeyError('doc')\n return made(notebook, **k)\nh.page = page\n"
        "from allegedly.cli import main\nmain()"
    )
    call = [sys.executable, "-c", program, "report"]
    done = subprocess.run(call, cwd=project, capture_output=True, text=True, timeout=100, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (3, False), done.stderr
    assert "03-bad: failed: it broke the maker of pages (KeyError: 'doc'); please report it" in done.stderr
    assert (status(project, "03-bad")["status"], status(project, "04-good")["status"]) == ("failed", "ok")
    assert "Bad?" in (project / "reports/index.html").read_text()


def test_every_command_says_the_codes_it_can_end_with():
    assert {"0", "1", "2", "3", "70"} <= set(re.findall(r"\b\d+\b", main.help.partition("Exit codes")[2]))


ODD = "²³¹①⑳㊿₂½Ⅳ٣५𝟓"  # signs that Unicode calls digits, decimals or numbers, of which `int` reads some
LINES = (
    "Police counted {} people on Monday.",
    "The court counted 50,000 votes on Monday.{}",
    "In {0}{0}{0}{0} the ferry sank, as ${0} million was lost in 201{0}.",
    "Up {} percent since 199{}, 5{} of 1{} men, 4{}-5{} years old, came at 1{}:3{} on {} May.",
)


@pytest.mark.parametrize("sign", ODD)
def test_a_sign_that_is_called_a_digit_ends_no_reading(sign):
    """Notes of a page stand as ² behind a figure or a sentence; the other figures of it are read all the same."""
    for line in LINES:
        text = re.sub(r"\{0?\}", sign, line)
        read = library.claims(library.Document("a", f"{text}\n\nThe storm killed 40 people."))
        assert read[-1].quantity.value == 40


def test_what_is_asked_to_be_a_number_is_one_that_can_be_counted_with():
    """`"²".isdigit()` is true, and `int("²")` an error: the library asks `isdecimal`."""
    files = Path(library.__file__).parent
    assert [path.name for path in files.rglob("*.py") if ".isdigit()" in path.read_text("utf8")] == []
