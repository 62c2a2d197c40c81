"""Every kind of file becomes its articles: real files of each kind in tests/inputs, others made here, bad ones too.

inputs/ferry.pdf and scan.pdf were printed by Chromium, ferry.docx and ferry.rtf saved by LibreOffice, crawl.warc.gz
written by `wget --warc-file`, each of ferry.html.
"""

import csv
import io
import json
import mailbox
import time
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from projects import here, make_project

from allegedly import Document, claims, read
from allegedly.corpus import read_corpus
from allegedly.corpus.reading import read_documents
from allegedly.documents import READABLE, from_memory
from allegedly.documents.columns import found, names
from allegedly.documents.kinds import SUFFIXES
from allegedly.errors import Trouble

INPUTS = Path(__file__).parent / "inputs"
FERRY = ["412", "25", "About 1,200", "$3 million", "two years", "43-year-old", "14", "90", "Some 40", "more than 300"]
BOATS = "Some 40 boats sank on Wednesday, police said."
ROW = {
    "id": "a-17",
    "title": "Storm",
    "date_publish": "2024-03-14 08:00:00",
    "maintext": BOATS,
    "source_domain": "x.example",
}
EMPTY = {**ROW, "id": "b", "maintext": ""}


def numbered(rows):
    """A name for each of `rows`, by its file: their bytes differ from run to run."""
    return [f"{number}-{name}" for number, (name, *_) in enumerate(rows)]


def packed(**files):
    """A ZIP archive of `files`, whose names have a full stop for each double underscore."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return data.getvalue()


def message(body=BOATS, subtype="plain", subject="Storm"):
    one = EmailMessage()
    one["Subject"], one["From"], one["Date"] = subject, "Press <press@x.example>", "Thu, 14 Mar 2024 08:00:00 +0100"
    one.set_content(body, subtype=subtype)
    one.add_attachment(b"1,2", maintype="text", subtype="csv", filename="list.csv")
    return one


def box(*messages):
    return b"".join(b"From x Thu Mar 14 08:00:00 2024\n" + bytes(one) + b"\n" for one in messages)


def parquet(*rows):
    data = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows)), data)
    return data.getvalue()


def table(sign, *rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, rows[0].keys(), delimiter=sign)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def feed(*items):
    head = "<?xml version='1.0'?><rss version='2.0'><channel><title>Courier</title>"
    return f"{head}{''.join(items)}</channel></rss>".encode()


ITEM = f"""<item><title>Storm</title><link>https://x.example/s</link><pubDate>Thu, 14 Mar 2024 08:00:00 GMT</pubDate>
<description>&lt;p&gt;{BOATS}&lt;/p&gt;</description></item>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><id>urn:x</id>
<entry><title>Storm</title><id>urn:1</id><link href="https://x.example/s"/><updated>2024-03-14T08:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BOATS}</p></div></content></entry></feed>""".encode()
RTF = rb"{\rtf1\ansi{\info{\title Storm}{\creatim\yr2024\mo3\dy14}}Some 40 boats sank on Wednesday, police said.\par}"

# the name of a file, its bytes, and the id, title, day and what that was taken from of its one article
ONE = [
    ("a.txt", BOATS.encode(), "a", None, None, None),
    ("2024-03-14-storm.md", BOATS.encode(), "2024-03-14-storm", None, 14, "file name"),
    ("a.rtf", RTF, "a", "Storm", 14, "document properties"),
    ("a.eml", bytes(message()), "a", "Storm", 14, "e-mail header"),
    ("a.eml", bytes(message(f"<p>{BOATS}</p>", "html")), "a", "Storm", 14, "e-mail header"),
    ("a.mbox", box(message()), "a-Storm", "Storm", 14, "e-mail header"),
    ("a.xml", feed(ITEM), "a-Storm", "Storm", 14, "feed entry"),
    ("a.atom", ATOM, "a-Storm", "Storm", 14, "feed entry"),
    ("a.json", json.dumps(ROW).encode(), "a-17", "Storm", 14, "column date_publish"),
    ("a.json", json.dumps({"status": "ok", "articles": [ROW]}).encode(), "a-17", "Storm", 14, "column date_publish"),
    ("a.jsonl", json.dumps(ROW).encode(), "a-17", "Storm", 14, "column date_publish"),
    ("a.csv", table(",", ROW), "a-17", "Storm", 14, "column date_publish"),
    ("a.csv", table(";", ROW), "a-17", "Storm", 14, "column date_publish"),
    ("a.tsv", table("\t", ROW), "a-17", "Storm", 14, "column date_publish"),
    ("a.parquet", parquet(ROW), "a-17", "Storm", 14, "column date_publish"),
    ("a.zip", packed(b__txt=BOATS), "a-b", None, None, None),
    ("a.zip", packed(b__csv=table(",", ROW)), "a-17", "Storm", 14, "column date_publish"),
]


@pytest.mark.parametrize(("name", "data", "id", "title", "day", "dated"), ONE, ids=numbered(ONE))
def test_each_kind_gives_its_article_with_its_day_and_its_name(tmp_path, name, data, id, title, day, dated):
    (tmp_path / name).write_bytes(data)
    document = read(tmp_path / name)
    assert (document.id, document.title, document.dated) == (id, title, dated)
    assert document.published == (date(2024, 3, day) if day else None)
    assert document.text.strip() == BOATS


@pytest.mark.parametrize(("name", "data", "id", "title", "day", "dated"), ONE, ids=numbered(ONE))
def test_what_comes_without_a_name_is_known_by_its_bytes(name, data, id, title, day, dated):
    if name.endswith((".csv", ".tsv")):
        return  # a table looks like text
    [document] = [one for one in from_memory(data) if isinstance(one, Document)]
    assert document.text.strip() == BOATS


@pytest.mark.parametrize("name", ["ferry.html", "ferry.pdf", "ferry.docx", "ferry.rtf", "crawl.warc.gz"])
def test_a_real_file_gives_the_figures_of_its_article(name):
    reading = read_documents([INPUTS / name])
    document = next(one for one in reading.documents if "ferry" in one.id)
    figures = [claim.quantity.text for claim in claims(document)]
    assert [text for text in figures if text in FERRY] == FERRY
    assert all(document.text[c.quantity.start : c.quantity.end] == c.quantity.text for c in claims(document))
    assert "Demonstrators gathered in the harbour after the extraordinary circumstances" in document.text
    assert document.is_extract and any("offsets count in" in remark for remark in document.remarks)


def test_a_page_says_of_itself_what_it_is():
    page = read(INPUTS / "ferry.html")
    said = (page.title, page.author, page.publisher, page.published, page.dated)
    assert said == ("Ferry sinks off Norrby", "Ida Holm", "Norrby Courier", date(2024, 3, 14), "page metadata")
    assert "Home" not in page.text


def test_a_pdf_keeps_its_pages_and_leaves_their_edges_out():
    table = read_corpus([INPUTS / "ferry.pdf"]).claims.set_index("text")["page"]
    assert (table["412"], table["50,000"]) == (1, 2)
    document = read(INPUTS / "ferry.pdf")
    assert "127.0.0.1" not in document.text and "PM" not in document.text
    assert any("page headers and footers are left out" in remark for remark in document.remarks)


def test_a_web_archive_holds_several_pages_and_says_what_is_none():
    reading = read_documents([INPUTS / "crawl.warc.gz"])
    assert [one.id for one in reading.documents] == ["crawl-ferry", "crawl-boats"]
    assert any("what is no page is left out: 1 of text/css" in remark for remark in reading.remarks)
    assert reading.documents[0].url.endswith("/ferry.html")


def locked():
    import pypdf

    data = io.BytesIO()
    writer = pypdf.PdfWriter(clone_from=INPUTS / "scan.pdf")
    writer.encrypt("secret", algorithm="AES-256")
    writer.write(data)
    return data.getvalue()


DEEP = b"<html><body>" + b"<div>" * 100_000 + BOATS.encode()
WIDE = f"<html><body><div {' '.join(f'a{n}={n}' for n in range(200_000))}>{BOATS}".encode()
# the name of a file, its bytes, and what is said of it
BAD = [
    ("bad.pdf", locked(), "bad.pdf: is encrypted; save it without a password"),
    ("bad.pdf", (INPUTS / "scan.pdf").read_bytes(), "bad.pdf: holds no text: a scan"),
    ("bad.pdf", b"%PDF-1.7\nnothing", "bad.pdf: is no PDF that can be read"),
    ("bad.pdf", b"", "bad.pdf: is no PDF that can be read"),
    ("bad.docx", packed(a__txt="x"), "bad.docx: is a ZIP archive, and no Word document"),
    ("bad.docx", b"words", "bad.docx: is no Word document"),
    ("bad.rtf", b"words", "bad.rtf: is no Rich Text"),
    ("bad.eml", b"words", "bad.eml: is no e-mail"),
    ("bad.mbox", b"words", "bad.mbox: holds no message"),
    ("bad.xml", b"<?xml version='1.0'?><note>40 came</note>", "bad.xml: holds no entry of a feed"),
    ("bad.xml", feed(ITEM)[:-30] + b"<item><title>B</ti", "bad.xml: is a feed with broken XML"),
    ("bad.json", b"[1, 2", "bad.json: is no JSON"),
    ("bad.json", b"[" * 100_000, "bad.json: is no JSON: it is nested too deep"),
    ("bad.json", b"[1, 2]", "bad.json: holds no object with a text"),
    ("bad.jsonl", json.dumps(ROW).encode() + b"\n{half\n", "bad.jsonl, line 2: is no JSON"),
    ("bad.csv", table("~", ROW), "is it parted by another sign? save it with commas"),
    ("bad.csv", table(",", {"a": 1, "b": 2}), "bad.csv: has no column of text, only: a, b; name it with --text COLUMN"),
    ("bad.csv", table(",", {"id": 1, "doc": 1, "kind": 1, "low": 1, "high": 1, "text": 1}), "is a table of claims"),
    ("bad.csv", table(",", ROW) + b'x,"open', "bad.csv, line 3: this row and all below it are not read"),
    ("bad.parquet", parquet({"a": 1}), "bad.parquet: has no column of text, only: a"),
    ("bad.parquet", b"PAR1", "bad.parquet: is no Parquet file that can be read"),
    ("bad.zip", b"PK\x03\x04", "bad.zip: is no ZIP archive that can be read"),
    ("bad.zip", packed(b__txt=b"0" * 201_000_000), "bad.zip, b.txt: unpacks to 201 MB, which is no article"),
    ("bad.zip", packed(b__zip=packed(c__zip=packed(d__txt=BOATS))), "is an archive in an archive in an archive"),
    ("bad.warc", b"words", "bad.warc: "),
    ("bad.html", DEEP, "bad.html: its elements are nested over 2,000 deep"),
    ("bad.html", WIDE, "bad.html: an element <div> has 200,000 attributes"),
    ("bad.html", b"<html><body></body></html>", "bad.html: no article was found in this web page"),
    ("bad.odt", b"words", f"bad.odt: no reader for .odt; save it as one of {READABLE}"),
]


@pytest.mark.parametrize(("name", "data", "said"), BAD, ids=numbered(BAD))
def test_what_cannot_be_read_is_said_in_a_line_and_the_rest_is_done(tmp_path, name, data, said):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(BOATS)
    begun = time.process_time()
    done = here(tmp_path, "read", name, "good.txt")
    assert (done.returncode, "good@0" in done.stdout) == (3, True), done.stderr
    assert len([line for line in done.stderr.splitlines() if said in line]) == 1, done.stderr
    assert time.process_time() - begun < 5


def test_a_file_of_200_megabytes_is_refused_before_it_is_read(tmp_path):
    for name in ("a.txt", "a.pdf", "a.html"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(200_000_000)
        with pytest.raises(Trouble, match=r"is larger than \d+ MB, which is no article"):
            read(tmp_path / name)


def test_a_locked_pdf_that_asks_no_password_is_read(tmp_path):
    import pypdf

    writer = pypdf.PdfWriter(clone_from=INPUTS / "ferry.pdf")
    writer.encrypt("", owner_password="x", algorithm="AES-256")
    writer.write(tmp_path / "open.pdf")
    assert "412 passengers" in read(tmp_path / "open.pdf").text


def test_what_is_left_out_is_said_wherever_it_stands(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/notes.odt").write_text("x")
    (tmp_path / "all.zip").write_bytes(packed(b__odt="x", c__txt=BOATS, README__md="x", sources__csv="file\n"))
    (tmp_path / "m.eml").write_bytes(bytes(message()))
    (tmp_path / "t.csv").write_bytes(table(",", ROW, EMPTY))
    remarks = "\n".join(read_documents([tmp_path]).remarks)
    for said in (
        f"sub/notes.odt: left out, no reader for .odt; what is read: {READABLE}",
        f"all.zip, b.odt: left out, no reader for .odt; what is read: {READABLE}",
        "attachments are left out: list.csv",
        "t.csv: 1 of its rows hold no text in 'maintext', and are left out",
    ):
        assert said in remarks


def test_articles_of_one_name_in_one_file_are_told_apart(tmp_path):
    (tmp_path / "a.mbox").write_bytes(box(message(), message("About 50 boats sank.")))
    first, second = read_documents([tmp_path]).documents
    assert (first.id, second.id.startswith("a-Storm-2")) == ("a-Storm", True)
    assert len(mailbox.mbox(tmp_path / "a.mbox")) == 2


def test_other_columns_are_named_on_the_command_line(tmp_path):
    row = {"nr": "n1", "words": BOATS, "day": "14 March 2024", "head": "Storm"}
    (tmp_path / "a.csv").write_bytes(table(",", row))
    named = ["--text", "words", "--id", "nr", "--published", "day", "--title", "head"]
    done = here(tmp_path, "read", "a.csv", *named)
    assert "n1@0" in done.stdout and "2024-03-14" in done.stdout
    assert (
        "has no column 'word' for the text; did you mean words?"
        in here(tmp_path, "read", "a.csv", "--text", "word").stderr
    )
    assert here(tmp_path, "report", "a.csv", *named).returncode == 0
    assert "Some 40" in (tmp_path / "a.report.html").read_text()


def test_each_row_of_the_table_of_columns_finds_its_example():
    import tomllib

    import allegedly.documents.columns as columns

    rows = tomllib.loads(Path(columns.__file__).with_suffix(".toml").read_text())
    for field, row in rows.items():
        assert found(row["example"], {}, "")[field] in row["example"]
        assert len({*row["names"]}) == len(row["names"]) and names()[field] == tuple(row["names"])


def test_texts_that_were_taken_out_stand_beside_the_tables(tmp_path):
    project = make_project(tmp_path, {"ferry.pdf": (INPUTS / "ferry.pdf").read_bytes(), "a.txt": BOATS}, sources=None)
    here(project, "read")
    text = (project / "data/processed/texts/ferry.txt").read_text()
    assert text == read(project / "data/raw/ferry.pdf").text
    assert [path.name for path in (project / "data/processed/texts").iterdir()] == ["ferry.txt"]
    (project / "data/raw/ferry.pdf").unlink()
    here(project, "read")
    assert not [*(project / "data/processed/texts").iterdir()]


def test_a_claim_leads_back_to_its_place_in_the_page(tmp_path):
    (tmp_path / "a.csv").write_bytes(table(",", {"text": BOATS, "url": "https://x.example/storm"}))
    [link] = read_corpus([tmp_path / "a.csv"]).claims["link"]
    assert link == "https://x.example/storm#:~:text=Some%2040,-boats%20sank%20on%20Wednesday%2C%20police"


def test_sources_come_first_also_for_one_article_of_a_file(tmp_path):
    (tmp_path / "a.xml").write_bytes(feed(ITEM, ITEM.replace("Storm", "Mill")))
    (tmp_path / "sources.csv").write_text("file,published,publisher\na.xml,,Wire\na.xml#Mill,2020-01-02,\n")
    found = {one.id: one for one in read_documents([tmp_path]).documents}
    assert (found["a-Mill"].published, found["a-Mill"].dated) == (date(2020, 1, 2), "sources.csv")
    assert (found["a-Storm"].published, found["a-Storm"].publisher) == (date(2024, 3, 14), "Wire")


def test_the_list_of_kinds_is_whole():
    assert {".txt", ".md", ".html", ".pdf", ".docx", ".rtf", ".eml", ".mbox", ".xml", ".json", ".jsonl", ".csv"} < {
        *SUFFIXES
    }
    assert {".parquet", ".zip", ".warc"} < {*SUFFIXES}


def test_sources_writes_the_rows_that_are_missing_and_no_others(tmp_path):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub/ferry.html").write_bytes((INPUTS / "ferry.html").read_bytes())
    (tmp_path / "a.txt").write_text(BOATS)
    (tmp_path / "f.xml").write_bytes(feed(ITEM, ITEM))
    (tmp_path / "sources.csv").write_text("file;title;published;publisher;note\na.txt;Mine;2020-01-02;;seen")
    done = here(tmp_path, "sources", ".")
    assert (done.returncode, "2 rows written into" in done.stderr) == (0, True), done.stderr
    rows = list(csv.DictReader((tmp_path / "sources.csv").open(), delimiter=";"))
    assert [row["file"] for row in rows] == ["a.txt", "f.xml", "sub/ferry.html"]
    assert (rows[0]["title"], rows[0]["note"]) == ("Mine", "seen")
    assert (rows[2]["published"], rows[2]["publisher"]) == ("2024-03-14", "Norrby Courier")
    assert rows[2]["note"] == "its day is from its page metadata; look it over"
    assert rows[1]["note"].startswith("2 articles, each with a day of its own")
    assert "every article has a row" in here(tmp_path, "sources", ".").stderr
    assert read_documents([tmp_path]).troubles == []


def test_cells_of_a_feed_stand_apart_and_a_note_s_mark_is_no_figure(tmp_path):
    """Cells that ran together were read as no figure; "4.3 metres.1" as two."""
    table = "<table><tr><th>District</th><th>Homes</th></tr><tr><td>North</td><td>310</td></tr></table>"
    said = (
        f"<p>The water stood at 4.3 metres.<sup>1</sup> It esti&shy;mated 30 km<sup>2</sup> of fields lost.</p>{table}"
    )
    entry = f"<item><title>Dike</title><description><![CDATA[{said}]]></description></item>"
    (tmp_path / "a.xml").write_text(f'<rss version="2.0"><channel><title>t</title>{entry}</channel></rss>')
    [document] = read_corpus([tmp_path / "a.xml"]).documents
    assert "metres.¹ It estimated 30 km² of" in document.text and "\nNorth\t310" in document.text
    assert [claim.quantity.text for claim in claims(document)] == ["4.3 metres", "estimated 30 km²", "310"]
