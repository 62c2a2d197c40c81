"""A file becomes a Document: its text decoded and nothing else done to it, and all that is odd about it said."""

import os
from datetime import date

import pytest

from allegedly.documents import LARGEST, decode, from_bytes, look_into, missing_files, read, read_sources
from allegedly.documents.datelines import dateline
from allegedly.errors import Trouble

# bytes, the text they are, a word of the remark (none: nothing to say)
READABLE = [
    (b"Some 40 people", "Some 40 people", None),
    ("£3 million – „ja“".encode(), "£3 million – „ja“", None),
    (b"\xef\xbb\xbf40 people", "40 people", "UTF-8"),
    ("40 caf\u00e9s".encode("utf-16"), "40 cafés", "UTF-16"),
    ("40 caf\u00e9s".encode("utf-16-be").join([b"\xfe\xff", b""]), "40 cafés", "UTF-16"),
    ("40 caf\u00e9s".encode("utf-32"), "40 cafés", "UTF-32"),
    (b"\x93about 40\x94 caf\xe9s", "“about 40” cafés", "Windows-1252"),
    (b"40 people\r\n50 ships\r\n", "40 people\r\n50 ships\r\n", "Windows line ends"),
    (b"40 people\r50 ships", "40 people\r50 ships", None),
]
# bytes, what the one line says of them
REFUSED = [
    (b"", "is empty"),
    (b" \n\t\n", "is empty"),
    (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not text"),
    (b"PK\x03\x04\x14\x00\x06\x00" + bytes(range(256)), "is not text"),
    (b"%PDF-1.7\nabout 40 people", "is not text"),
    ("40 people".encode("utf-16-le"), "is not text"),
    (b"\x81\x8d\x8f caf\xe9", "neither UTF-8 nor Windows-1252"),
    (b"\xff\xfe4\x00\x00\xd8", "its mark says UTF-16"),
]


@pytest.mark.parametrize(("data", "text", "remark"), READABLE)
def test_text_is_the_bytes_decoded(data, text, remark):
    decoded, remarks = decode(data, "a.txt")
    assert decoded == text
    assert (remark in remarks[0]) if remark else not remarks


@pytest.mark.parametrize(("data", "what"), REFUSED)
def test_what_is_no_text_is_refused_with_a_way_out(data, what):
    with pytest.raises(Trouble, match=what) as caught:
        decode(data, "a.txt")
    assert caught.value.place == "a.txt"
    assert caught.value.way_out


# the content of sources.csv, the place and word of its trouble
BAD_SOURCES = [
    ("title\nA flood\n", "sources.csv: has no column 'file'"),
    ("file,as_of\na.txt,22.12.2022\n", "line 2, column as_of: '22.12.2022' is no date"),
    ("file,published\na.txt,2022-13-01\n", "line 2, column published"),
    ("file,title\na.txt,One\na.txt,Two\n", "line 3: a second row for a.txt"),
    ("", "sources.csv: has no column 'file'"),
    (f'file,title\na.txt,"{"x" * 200_000}\n', "sources.csv, line "),
]


@pytest.mark.parametrize(("content", "words"), BAD_SOURCES)
def test_a_bad_row_is_named_by_file_and_line(tmp_path, content, words):
    (tmp_path / "sources.csv").write_text(content)
    try:
        said = [str(trouble) for trouble in read_sources(tmp_path).troubles]
    except Trouble as trouble:
        said = [str(trouble)]
    assert [line for line in said if words in line]


@pytest.mark.parametrize("form", ["{0},{1}\n{2},{3}\n", "{0};{1}\n{2};{3}\n", "\ufeff{0},{1}\r\n{2},{3}\r\n"])
def test_sources_may_come_from_a_spreadsheet(tmp_path, form):
    (tmp_path / "a.txt").write_text("Some 40 people")
    (tmp_path / "sources.csv").write_bytes(form.format("file", "as_of", "a.txt", "2022-12-22").encode())
    assert read(tmp_path / "a.txt").date.isoformat() == "2022-12-22"


def test_a_changed_file_is_reported(tmp_path):
    (tmp_path / "a.txt").write_text("Some 40 people")
    (tmp_path / "sources.csv").write_text(f"file,sha256\na.txt,{'0' * 64}\n")
    assert "has changed since it was recorded" in read(tmp_path / "a.txt").remarks[0]


def test_a_file_without_its_row_is_read_with_a_remark(tmp_path):
    (tmp_path / "a.txt").write_text("Some 40 people")
    (tmp_path / "sources.csv").write_text("file,title\nb.txt,Another\n")
    assert "has no row in" in read(tmp_path / "a.txt").remarks[0]
    assert "has a row for b.txt, which is not there" in str(missing_files(read_sources(tmp_path))[0])


# a name, what the one line says
UNREADABLE = [
    ("nosuch.txt", "nosuch.txt: is not there"),
    ("a.odt", "no reader for .odt; save it as one of .txt, .md"),
    ("folder.txt", "is a folder"),
    ("pipe.txt", "pipe.txt: is no regular file"),
    (os.fsdecode(b"bad\xff.txt"), r"bad\\xff.txt: its name is not UTF-8; rename it"),
]


@pytest.mark.parametrize(("name", "said"), UNREADABLE)
def test_what_cannot_be_read_is_a_trouble(tmp_path, name, said):
    for other in ("a.odt", os.fsdecode(b"bad\xff.txt")):
        (tmp_path / other).write_bytes(b"words")
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(Trouble, match=said):
        read(tmp_path / name)


def test_what_is_too_large_for_an_article_is_refused_before_it_is_read(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(Trouble, match=r"a\.txt: is larger than 5 MB, which is no article"):
        read(tmp_path / "a.txt")
    with pytest.raises(Trouble, match="standard input: is larger than 5 MB"):
        from_bytes(b"x" * (LARGEST + 1))


# the first line of a sources.csv, what is said of it
COLUMNS = [
    ("file,asof", ["column 'asof' is not used; did you mean as_of?"]),
    ("file,Title,licence", ["column 'Title' is not used; did you mean title?"]),
    ("file,note", []),
    ("file,title,publisher,url,published,as_of,accessed,licence,sha256", []),
]


@pytest.mark.parametrize(("columns", "said"), COLUMNS)
def test_a_misnamed_column_is_said(tmp_path, columns, said):
    (tmp_path / "sources.csv").write_text(f"{columns}\n")
    assert [remark.partition(": ")[2] for remark in read_sources(tmp_path).remarks] == said


def test_articles_are_found_in_folders_below_and_nothing_else(tmp_path):
    for name in ("b.txt", "a.md", "README.md", ".hidden.txt", "sources.csv", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert [path.name for path in look_into(tmp_path).articles] == ["a.md", "b.txt", "c.txt"]


DATELINES = [  # the top of an article, and the day that it prints of itself
    ("Storm Hits Halden\nSaturday, December 7, 2019\nIt rained.", date(2019, 12, 7)),
    ("Storm Hits Halden\n\nDecember 7, 2019\n\nIt rained.", date(2019, 12, 7)),
    ("Storm Hits Halden\n7 December 2019\nIt rained.", date(2019, 12, 7)),
    ("Storm Hits Halden\nDec. 7, 2019\nIt rained.", date(2019, 12, 7)),
    ("Storm Hits Halden\nSat, 7th December 2019\nIt rained.", date(2019, 12, 7)),
    ("Storm Hits Halden\nPublished: 7 December 2019\nIt rained.", date(2019, 12, 7)),
    ("Storm Hits Halden\nPosted on December 7, 2019 at 10:35 AM\nIt rained.", date(2019, 12, 7)),
    ("Storm Hits Halden\n7 December 2019 10.35 GMT\nIt rained.", date(2019, 12, 7)),
    ("Storm Hits Halden\n2019-12-07\nIt rained.", date(2019, 12, 7)),
    ("FOR IMMEDIATE RELEASE: December 7, 2019\nIt rained.", date(2019, 12, 7)),
    ("Storm Hits Halden\nBy Ida Holm, 7 December 2019\nIt rained.", date(2019, 12, 7)),
    ("LINDMARK, December 7, 2019 (Wire) — It rained.", date(2019, 12, 7)),
    ("LINDMARK, Dec. 7 (Wire) — It rained.", date(2019, 12, 7)),
    ("PORT HALVARD, Ostra, 7 December (Wire) - It rained.", date(2019, 12, 7)),
    ("LINDMARK, Feb 3 (Wire) -- It rained.", date(2020, 2, 3)),
    ("LINDMARK, May 9 (Wire) — It rained.", date(2019, 5, 9)),
    ("SAN AURELIO (December 7, 2019) — It rained.", date(2019, 12, 7)),
    ("It rained on December 7, 2019, in Halden.", None),
    ("December 7, 2019, was a dark day in Halden.", None),
    ("LINDMARK, December 7 was a dark day.", None),
    ("LINDMARK, December 37, 2019 (Wire) — It rained.", None),
    ("The ACLU, March 2019 figures say: 40.", None),
]


@pytest.mark.parametrize(("text", "day"), DATELINES, ids=lambda value: str(value)[:40])
def test_an_article_is_of_the_day_that_it_prints_of_itself(text, day):
    assert dateline(text, until=date(2020, 3, 1))[0] == day


def test_a_dateline_without_a_year_tells_no_day_where_none_is_known():
    assert dateline("LINDMARK, March 14 (Wire) — It rained.") == (None, "")


def test_a_date_that_is_entered_goes_before_the_dateline(tmp_path):
    (tmp_path / "a.txt").write_text("LINDMARK, March 14, 2019 (Wire) — It rained.", encoding="utf8")
    found = read(tmp_path / "a.txt")
    assert found.date == date(2019, 3, 14)
    assert "its dateline says 'March 14, 2019'" in found.remarks[-1]
    (tmp_path / "sources.csv").write_text("file,published\na.txt,2020-01-02\n", encoding="utf8")
    found = read(tmp_path / "a.txt")
    assert (found.date, found.remarks) == (date(2020, 1, 2), ())
