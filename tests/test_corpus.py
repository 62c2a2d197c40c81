"""Many documents become one table: only what is new is read, every failure is named, and the rest is done."""

import json
import os

import pytest
from projects import FLOOD, STRIKE, make_project

from allegedly.corpus import find_project, kept, load, read_corpus, store, update
from allegedly.errors import Trouble


@pytest.fixture
def project(tmp_path):
    return find_project(make_project(tmp_path))


def test_only_new_and_changed_articles_are_read(project):
    assert update(project).read_now == 2
    assert update(project).read_now == 0
    (project.raw / "third.txt").write_text("Some 70 people came.")
    assert update(project).read_now == 1
    (project.raw / "flood.txt").write_text(FLOOD.replace("300", "400"))
    assert update(project).read_now == 1


def test_what_was_read_before_a_run_was_killed_is_not_read_again(project, tmp_path, monkeypatch):
    def figures(documents, troubles, jobs):
        if documents[0].id == "strike":
            raise KeyboardInterrupt
        return read_figures(documents, troubles, jobs)

    read_figures = store.figures
    monkeypatch.setattr(kept, "PART", 1)
    monkeypatch.setattr(store, "figures", figures)
    with pytest.raises(KeyboardInterrupt):
        update(project)
    assert [path.name[:8] for path in project.processed.iterdir()] == ["figures-"]
    monkeypatch.setattr(store, "figures", read_figures)
    assert update(project).read_now == 1
    undisturbed = find_project(make_project(tmp_path / "undisturbed"))
    update(undisturbed)
    assert tables(project) == tables(undisturbed)


def test_the_order_of_reading_does_not_show(project):
    update(project)
    (project.raw / "a-new.txt").write_text("Some 70 people came.")
    step_by_step = update(project).claims
    assert step_by_step.equals(update(project, force=True).claims)


def test_an_article_that_goes_takes_its_rows_along(project):
    update(project)
    (project.raw / "strike.txt").unlink()
    assert {*update(project).claims["doc"]} == {"flood"}


@pytest.mark.parametrize("jobs", [1, 2])
def test_as_many_at_once_as_one_likes(project, jobs):
    for n in range(8):
        (project.raw / f"more-{n}.txt").write_text(f"Some {n + 2}0 people came.")
    assert len({*update(project, jobs=jobs).claims["doc"]}) == 10


# what is in the folder of tables when a run starts
DAMAGES = {
    "figures.parquet": b"PAR1 half",
    "checks.parquet": b"",
    "coverage.csv": b"doc,fig",
    "claims.csv": b"id\n",
    "datapackage.json": b'{"key": ',
    "reading.log": None,
}


def tables(project):
    return {path.name: path.read_bytes() for path in project.processed.iterdir() if path.suffix != ".log"}


@pytest.mark.parametrize("name", DAMAGES)
def test_damaged_tables_are_made_again(project, name):
    update(project)
    whole = tables(project)
    if DAMAGES[name] is None:
        (project.processed / name).unlink()
    else:
        (project.processed / name).write_bytes(DAMAGES[name])
    remarks = update(project).remarks
    assert tables(project) == whole
    assert name != "figures.parquet" or "figures.parquet: damaged" in " ".join(remarks)


def test_a_notebook_on_its_own_loads_what_the_articles_say(project):
    in_memory = load(project.processed, project.raw)
    assert not project.processed.exists()
    update(project)
    on_disk = load(project.processed, project.raw)
    assert on_disk.claims.equals(in_memory.claims)
    assert on_disk.coverage.equals(in_memory.coverage)
    assert on_disk.article("strike").document.text == STRIKE


def test_an_unknown_article_is_refused_with_those_there_are(project):
    with pytest.raises(Trouble, match="there are: flood, strike"):
        load(project.processed, project.raw, "storm")


def test_offsets_hold_in_whatever_the_file_is_written_in(tmp_path):
    text = f"“Große” Flut\r\n{FLOOD}\r\n{STRIKE}"
    for name, encoding in {"a": "utf-8", "b": "utf-16", "c": "windows-1252", "d": "utf-8-sig"}.items():
        (tmp_path / f"{name}.txt").write_bytes(text.encode(encoding))
    reading = read_corpus([tmp_path])
    assert {*reading.claims["doc"]} == {*"abcd"}
    assert all(text[row.start : row.end] == row.text for row in reading.figures.itertuples())


def test_two_files_of_one_name_are_a_trouble(tmp_path):
    for name in ("a.txt", "a.md"):
        (tmp_path / name).write_text("Some 40 people came.")
    assert "has the same name as" in str(read_corpus([tmp_path]).troubles[0])


def test_one_file_is_read_once(tmp_path):
    (tmp_path / "a.txt").write_text("Some 40 people came.")
    reading = read_corpus([tmp_path / "a.txt", tmp_path / "." / "a.txt", tmp_path])
    assert (len(reading.documents), reading.troubles) == (1, [])


@pytest.mark.parametrize("content", [b"", b"\x81\x8d\xff"])
def test_articles_are_read_where_their_sources_cannot_be(project, content):
    (project.raw / "sources.csv").write_bytes(content)
    corpus = update(project)
    assert ({*corpus.claims["doc"]}, len(corpus.troubles)) == ({"flood", "strike"}, 1)
    assert "sources.csv: " in str(corpus.troubles[0])
    assert str(corpus.troubles[0]).endswith("the articles are read without it")


def test_what_is_no_file_is_left_out(project):
    os.mkfifo(project.raw / "pipe.txt")
    (project.raw / "link.txt").symlink_to("nowhere")
    remarks = " ".join(update(project).remarks)
    assert "pipe.txt: left out, it is no regular file" in remarks
    assert "link.txt: left out, it is a link to nothing" in remarks


def test_a_correction_is_applied_without_reading_again(project):
    update(project)
    row = load(project.processed, project.raw).claims.iloc[0]
    toml = f'[[correction]]\nclaim = "{row["id"]}"\ncolumn = "thing"\nnow = "homes"\nwhy = "x"\nby = "me"\n'
    (project.raw / "corrections.toml").write_text(toml)
    corpus = update(project)
    assert (corpus.read_now, corpus.claims.iloc[0]["thing"]) == (0, "homes")
    assert "corrected: " in (project.processed / "reading.log").read_text()
    assert update(project).claims.equals(corpus.claims)


def test_the_log_tells_what_was_left_out_and_why(tmp_path):
    project = find_project(make_project(tmp_path, {"a.txt": "In 2014 the first 40 people came.", "b.txt": b"\x00"}))
    update(project)
    log = (project.processed / "reading.log").read_text()
    assert "a: 3 number expressions, 1 claims, 2 left out" in log
    assert "failed: b.txt: is not text" in log


def test_the_package_names_every_table(project):
    update(project)
    package = json.loads((project.processed / "datapackage.json").read_text())
    tables = {resource["path"] for resource in package["resources"]}
    assert tables == {path.name for path in project.processed.iterdir() if path.suffix in {".csv", ".parquet"}}


def test_no_project_is_a_trouble(tmp_path):
    with pytest.raises(Trouble, match="no project here or above"):
        find_project(tmp_path)
