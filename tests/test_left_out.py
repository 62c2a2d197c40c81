"""Nothing is left out in silence: what was not read or not obeyed is named, at most ten of a kind, then counted."""

import os
import zipfile

import pytest
from projects import FLOOD, here, make_project

from allegedly.cli.output import TOLD, kind, tell
from allegedly.corpus import read_corpus
from allegedly.documents import read_sources
from allegedly.errors import Trouble


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path / "project")


def put(path, content="x"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content)


# what is done in data/raw, the exit code, what is said
LEFT_OUT = [
    (lambda raw: put(raw / "sub/deeper/a.odt"), 0, "data/raw/sub/deeper/a.odt: left out, no reader for .odt"),
    (lambda raw: put(raw / "sub/b.epub"), 0, "data/raw/sub/b.epub: left out, no reader for .epub"),
    (lambda raw: put(raw / "sub/noend"), 0, "data/raw/sub/noend: left out, no reader for it"),
    (lambda raw: (raw / "sub").symlink_to(raw.parent), 0, "data/raw/sub: left out, it is a link to a folder; name"),
    (lambda raw: (raw / "gone.txt").symlink_to("nowhere"), 0, "data/raw/gone.txt: left out, it is a link to nothing"),
    (lambda raw: (raw / "loop.txt").symlink_to("loop.txt"), 0, "data/raw/loop.txt: left out, it is a link to nothing"),
    (lambda raw: os.mkfifo(raw / "pipe.txt"), 0, "data/raw/pipe.txt: left out, it is no regular file"),
    (lambda raw: ((raw / "sources.csv").unlink(), (raw / "sources.csv").mkdir()), 3,
     "data/raw/sources.csv: is a folder, not a file; put a file there, or move it away; the articles are read with"),
    (lambda raw: ((raw / "sources.csv").unlink(), (raw / "sources.csv").symlink_to("nowhere")), 3,
     "data/raw/sources.csv: is a link to nothing"),
    (lambda raw: (raw / "corrections.toml").mkdir(), 3,
     "data/raw/corrections.toml: is a folder, not a file; put a file there, or move it away; no correction is obeyed"),
    (lambda raw: put(raw / "corrections.toml", "[[correction"), 3, "corrections.toml: is no TOML"),
    (lambda raw: put(raw / "corrections.toml", '[[correction]]\nclaim = "flood@99"\ncolumn = "thing"\nnow = "x"\n'
                     'why = "x"\nby = "x"\n'), 0, "note: not corrected: flood@99, thing: no figure with this id"),
]  # fmt: skip


@pytest.mark.parametrize(("do", "code", "line"), LEFT_OUT)
@pytest.mark.parametrize("again", [False, True])
def test_what_is_left_out_is_named_and_the_rest_is_read(project, do, code, line, again):
    do(project / "data/raw")
    if again:  # what was said is said again where the tables stand as they are
        here(project, "read")
    done = here(project, "read")
    assert (done.returncode, done.stderr.count(line), "flood@" in done.stdout) == (code, 1, True), done.stderr
    said = line.removeprefix("note: ").replace("data/raw/", "").partition(";")[0]
    assert said in (project / "data/processed/reading.log").read_text()


# the rows of sources.csv, the files that have a row, a word of the one trouble
SOURCES = [
    ('a.txt,"A flood\nb.txt,B\nc.txt,C\n', set(), "line 2: this row and all below it are not read: "),
    ('a.txt,A\nb.txt,"B\nc.txt,C"\nd.txt,D\n', {"a.txt", "b.txt", "d.txt"}, "line 3: its cell runs on over the row of"),
    ('a.txt,A\nb.txt,"B\nc.txt,C\nd.txt,"D"\n', {"a.txt"}, "line 3: this row and all below it are not read: "),
    ('a.txt,"A" flood\nb.txt,B\n', set(), "line 2: this row and all below it are not read: "),
    ("a.txt,A,x\nb.txt,B\n", {"a.txt", "b.txt"}, "line 2: has more cells than the first line names"),
    (",A\nb.txt,B\n", {"b.txt"}, "line 2: names no file, and is not read"),
    ('a.txt,"two\nlines of a note"\nb.txt,B\n', {"a.txt", "b.txt"}, None),
    ("a.txt,A,,,\n,,\nb.txt,B\n\n", {"a.txt", "b.txt"}, None),
]


@pytest.mark.parametrize(("rows", "named", "word"), SOURCES)
def test_no_row_of_sources_goes_in_silence(tmp_path, rows, named, word):
    for name in "abcd":
        put(tmp_path / f"{name}.txt", FLOOD)
    put(tmp_path / "sources.csv", f"file,title\n{rows}")
    found = read_sources(tmp_path)
    assert {*found.rows} == named
    assert [word in str(trouble) for trouble in found.troubles] == ([True] if word else [])


def test_ten_of_a_kind_are_named_and_the_others_counted(project):
    for n in range(25):
        put(project / f"data/raw/sub/{n:02}.odt")
    for n in range(12):
        put(project / f"data/raw/bad/{n:02}.txt", "")
    done = here(project, "read")
    assert done.returncode == 3
    assert done.stderr.count("left out, no reader for .odt") == TOLD
    assert "note: and 15 more of this kind, such as data/raw/sub/24.odt" in done.stderr
    assert done.stderr.count("is empty; ") == TOLD
    assert "allegedly: and 2 more of this kind, such as data/raw/bad/11.txt" in done.stderr
    log = (project / "data/processed/reading.log").read_text()
    assert (log.count("left out, no reader"), log.count("is empty;")) == (25, 12)


KINDS = [
    ("data/raw/a.txt: is empty; save", "data/raw/b c.txt: is empty; save", True),
    ("data/raw/a.txt: is empty; save", "data/raw/a.txt: is not text; save", False),
    ("corrected: a@7, thing: 'x' → 'y' (z; me)", "corrected: b@99, thing: nothing → 'men at work' (other; me)", True),
    ("corrected: a@7, thing: 'x' → 'y'", "not corrected: a@7, thing: no figure with this id", False),
    ("a.txt: is not UTF-8 at byte 7 (line 2), read as", "b.txt: is not UTF-8 at byte 99 (line 12), read as", True),
    (
        "sources.csv, line 2, column as_of: '3 May' is no date",
        "sources.csv, line 9, column as_of: '4' is no date",
        True,
    ),
]


@pytest.mark.parametrize(("one", "other", "same"), KINDS)
def test_lines_are_of_one_kind_where_they_say_the_same_of_others(one, other, same):
    assert (kind(one) == kind(other)) is same


def test_a_quiet_run_says_what_failed(capsys):
    tell(["a.txt: is odd"], [Trouble("b.txt", "is empty")], quiet=True)
    assert capsys.readouterr().err == "allegedly: b.txt: is empty\n"


def test_no_name_in_an_archive_hides_an_article(tmp_path):
    """What begins with a dot is passed over; a way up the tree is none."""
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for name in ("../up.txt", "./here.txt", ".hidden/no.txt", "__MACOSX/no.txt"):
            archive.writestr(name, "Some 40 boats sank.")
    found = read_corpus([tmp_path / "a.zip"])
    assert len(found.documents) == 2 and not any("hidden" in document.id for document in found.documents)


def test_half_a_sign_is_read_as_none_and_said(tmp_path):
    """JSON may hold half of a pair of UTF-16, which no file of ours can: offsets stay true."""
    row = '{"id": "\\ud83d", "title": "a \\udc00", "text": "It cost \\ud83d 40 crowns."}\n'
    (tmp_path / "a.jsonl").write_text(row)
    done = here(tmp_path, "read", "a.jsonl", "-q")
    assert (done.returncode, "40" in done.stdout) == (0, True), done.stderr
    assert "1 signs that are none are read as �" in here(tmp_path, "read", "a.jsonl").stderr
