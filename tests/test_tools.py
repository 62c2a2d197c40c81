"""Exports opened by the tools that they are for, and annotation that these tools wrote read as gold: `make test-tools`.

The tools live in an environment of their own, .venv-tools. Where it is not there, these tests are not run, and named.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from allegedly import Document, evaluate
from allegedly.corpus import of_document
from allegedly.evaluate import gold_of
from allegedly.exports import export
from allegedly.table.schema import CLAIMS

HERE = Path(__file__).parent
TOOLS = Path(os.environ.get("TOOLS", HERE.parent / ".venv-tools"))
# Two signs of JavaScript's in one of ours, a figure over the end of a line, one that is no claim, a formula.
TEXT = (
    "😀 The ferry carried 40 people, including 25 women and 22 men.\n\n"
    "The owner of the harbour told reporters on Monday that more\r\nthan 300 boats sank in 2014, =police said. "
    "“Some 300 of them were old,” Ida Holm said."
)
URL = "https://x.example/ferry one"
MEANING = next(column.meaning for column in CLAIMS if column.name == "low")

pytestmark = [
    pytest.mark.tools,
    pytest.mark.skipif(not (TOOLS / ".tools").exists(), reason="make test-tools installs the tools"),
]


@pytest.fixture(scope="module")
def corpus():
    return of_document(Document("ferry", TEXT, title="A ferry", url=URL))


def written(corpus, format, folder):
    for name, data in export(corpus, format).items():
        (folder / name).write_bytes(data)
    return folder


def asked(script, *arguments):
    """What a script of tests/tools prints, as JSON."""
    call = [TOOLS / "bin" / "python", HERE / "tools" / script, *arguments]
    done = subprocess.run(call, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def same_gold(corpus, path, folder):
    """Asserts that annotation by a tool comes back as gold of which every figure of `corpus` is right."""
    for name, data in gold_of(path).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    right = evaluate.read_gold(folder)
    assert right["surface"].tolist() == corpus.figures["text"].tolist()
    scores = evaluate.score(corpus.figures, right)
    assert scores.loc[["figures", "claim or not"], "right"].tolist() == [len(right)] * 2


def test_label_studio_takes_the_tasks_and_its_export_is_gold(corpus, tmp_path):
    said = asked("label_studio.py", written(corpus, "label-studio", tmp_path))
    assert said["wrong"] == []
    assert re.findall(r"^(\S+) -X- _ B-count$", said["tagged"], re.M) == ["40", "25", "22", "more", "“Some"]
    same_gold(corpus, tmp_path / "annotated" / "result.json", tmp_path / "gold")


def test_brat_is_read_and_what_it_writes_is_gold(corpus, tmp_path):
    read = asked("brat.py", written(corpus, "brat", tmp_path))["ferry"]
    assert [label for _, label, _ in read] == corpus.figures["kind"].tolist()
    for pieces, _, words in read:
        assert " ".join(TEXT[start:end] for start, end in pieces) == words
    assert [len(pieces) for pieces, _, words in read if words == "more than 300"] == [2]
    same_gold(corpus, tmp_path / "annotated", tmp_path / "gold")


def test_libhxl_reads_the_rows_and_finds_nothing_wrong(corpus, tmp_path):
    said = asked("hxl_rows.py", written(corpus, "hxl", tmp_path) / "claims.hxl.csv")
    assert said["issues"] == []
    assert [float(figure) for figure in said["figures"]] == corpus.claims["value"].tolist()
    assert "#indicator+value+num" in said["tags"]


@contextmanager
def datasette(folder):
    """The address of a Datasette that serves the database in `folder`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    files = [folder / "allegedly.db", "--metadata", folder / "allegedly.metadata.json"]
    server = subprocess.Popen(
        [TOOLS / "bin" / "datasette", *files, "--host", "127.0.0.1", "--port", str(port)], stderr=subprocess.DEVNULL
    )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def got(address, patience=60):
    until = time.monotonic() + patience
    while True:
        try:
            with urlopen(address, timeout=20) as answer:
                return answer.read().decode()
        except (URLError, ConnectionError) as error:
            if getattr(error, "code", None) or time.monotonic() > until:
                raise
            time.sleep(0.1)


def test_datasette_serves_the_views_and_searches(corpus, tmp_path):
    with datasette(written(corpus, "sqlite", tmp_path)) as address:
        rows = json.loads(got(f"{address}/allegedly/claims.json?_shape=array&_sort=start"))
        assert [row["text"] for row in rows] == corpus.claims["text"].tolist()
        found = json.loads(got(f"{address}/allegedly/claims.json?{urlencode({'_search': 'women', '_shape': 'array'})}"))
        assert {row["text"] for row in found} >= {"25"} and len(found) < len(rows)
        for view, held in (("findings", corpus.checks), ("series", ())):
            assert len(json.loads(got(f"{address}/allegedly/{view}.json?_shape=array"))) == len(held)
        page = got(f"{address}/allegedly/claims")
        assert "A row a claim: what its figure allows" in page and MEANING in page


@pytest.mark.skipif(not shutil.which("node"), reason="node is not here")
@pytest.mark.skipif(not (TOOLS / "node_modules").exists(), reason="no npm was here when the tools were installed")
def test_apache_annotator_anchors_each_claim_by_its_quotation(corpus, tmp_path):
    article = tmp_path / "article.txt"
    article.write_bytes(TEXT.encode())
    call = ["node", HERE / "tools" / "anchor.mjs", TOOLS, written(corpus, "web-annotation", tmp_path) / "claims.jsonld"]
    done = subprocess.run([*call, article], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert [one["exact"] for one in found] == corpus.claims["text"].tolist()
    for one in found:
        assert one["TextQuoteSelector"] == one["TextPositionSelector"] == [one["exact"]]
