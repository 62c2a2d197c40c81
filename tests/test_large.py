"""A corpus in shards: the tables of a small project, by any engine; only what changed is read; nothing is lost."""

import json
import os
from pathlib import Path

import pytest

from allegedly.corpus import read_corpus
from allegedly.corpus.completed import complete
from allegedly.corpus.large import open_dataset, read_large, running
from allegedly.corpus.large.engines import Dask, Processes, Serial, engine
from allegedly.errors import Trouble

TOWNS = ("Norrby", "Vassbo", "Ekhamn", "Tolvik", "Granfors")


def rows(count=75):
    """Articles in a few words: in each town a blast whose toll grows, and a mill that sells boats."""
    found = []
    for number in range(count):
        town, day = TOWNS[number % 5], 1 + number // 5
        text = (
            f"{town} blast\n\nA blast in {town}, Norland killed {40 + number // 5} people, police said on Monday. "
            f"The mill sold {number + 20} of its {number + 90} boats."
        )
        row = {"id": f"{town}-{number}", "title": f"{town} blast", "published": f"2024-03-{day:02}", "text": text}
        found.append(row | {"publisher": f"Paper {number % 3}"})
    return found


def write(path, articles):
    path.write_text("".join(f"{json.dumps(row)}\n" for row in articles), encoding="utf8")
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A corpus that one process made, and its input."""
    folder = tmp_path_factory.mktemp("large")
    source = write(folder / "archive.jsonl", rows())
    ran = read_large([source], folder / "corpus")
    assert (ran.articles, ran.read_now, ran.troubles) == (75, 75, [])
    return source, folder / "corpus"


def files(folder):
    """All that stands in a corpus, byte for byte."""
    return {path.relative_to(folder): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file()}


def same(table, other, names):
    """Whether two tables say the same in the columns `names`, in whatever order."""

    def cells(frame):
        plain = frame[[*names]].astype(object)
        return sorted(map(repr, plain.where(plain.notna(), None).itertuples(index=False, name=None)))

    assert cells(table) == cells(other)


def test_it_says_what_a_small_project_says_of_the_same_articles(made):
    source, home = made
    small, large = complete(read_corpus([source])), open_dataset(home)
    assert len(large.shards) > 1
    names = [name for name in small.claims.columns if name != "published"]
    same(small.claims, large.query("select * from claims"), names)
    series = large.query("select * from series")
    for table in (small.series, series):
        for name in ("claims", "strands", "voices"):
            table[name] = table[name].map(list)
    assert (series["claims"].map(len) > 10).any()
    same(small.series, series, ("series", "event", "measure", "strands", "claims", "voices", "newest", "highest"))
    same(small.checks, large.query("select * from checks"), ("id", "check", "verdict", "severity", "relation", "why"))


@pytest.mark.parametrize("make", [lambda: Processes(2), lambda: Dask(1)], ids=["processes", "dask"])
def test_every_engine_makes_the_same_bytes(made, tmp_path, make):
    source, home = made
    ran = read_large([source], tmp_path / "corpus", make())
    assert not ran.troubles
    assert files(tmp_path / "corpus") == files(home)


def test_with_nothing_new_nothing_is_read_and_no_file_is_touched(made):
    source, home = made
    before = {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()}
    ran = read_large([source], home)
    assert (ran.articles, ran.read_now) == (75, 0)
    assert {path: path.stat().st_mtime_ns for path in home.rglob("*") if path.is_file()} == before


def test_one_change_reads_one_article_and_comes_to_what_a_new_run_comes_to(tmp_path):
    articles = rows()
    source, home = write(tmp_path / "archive.jsonl", articles), tmp_path / "corpus"
    read_large([source], home)
    articles[30]["text"] = articles[30]["text"].replace("46 people", "at least 51 people")
    del articles[7]
    articles.append({**articles[0], "id": "another", "published": "2024-03-30"})
    write(source, articles)
    ran = read_large([source], home)
    assert (ran.articles, ran.read_now) == (75, 2)
    read_large([source], tmp_path / "anew")
    assert {path: held for path, held in files(home).items() if path.parts[0] != "done"} == {
        path: held for path, held in files(tmp_path / "anew").items() if path.parts[0] != "done"
    }


def test_a_run_that_is_killed_goes_on_where_it_stopped(made, tmp_path, monkeypatch):
    source, home = made

    def killed(task):
        if done:
            raise KeyboardInterrupt
        done.append(task)
        return read_shard(task)

    done, read_shard = [], running.read_shard
    monkeypatch.setattr(running, "read_shard", killed)
    with pytest.raises(KeyboardInterrupt):
        read_large([source], tmp_path / "corpus")
    monkeypatch.setattr(running, "read_shard", read_shard)
    ran = read_large([source], tmp_path / "corpus")
    assert 0 < ran.read_now < 75
    assert files(tmp_path / "corpus") == files(home)


def test_what_is_damaged_is_made_anew(made, tmp_path):
    source, home = made
    for path, held in files(home).items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(held)
    cut = sorted((tmp_path / "figures").iterdir())[0]
    cut.write_bytes(cut.read_bytes()[:100])
    assert read_large([source], tmp_path).read_now > 0
    assert files(tmp_path) == files(home)


def end(task):
    """Ends its process as one is ended that takes too much memory."""
    if task == "bad":
        os._exit(9)
    return {"task": task}


def test_a_lost_process_loses_its_own_task_alone():
    answers = dict(Processes(2).run(end, ["a", "b", "bad", "c", "d", "e"]))
    assert {task for task, answer in answers.items() if isinstance(answer, dict)} == {*"abcde"}
    assert "killed" in str(answers["bad"])


def test_a_scheduler_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setattr("allegedly.corpus.large.engines._PATIENCE", 0.5)
    with pytest.raises(Trouble, match="no scheduler answers"):
        engine("dask", 1, "tcp://127.0.0.1:9")


def test_corrections_and_decisions_of_people_are_obeyed(tmp_path):
    source = write(tmp_path / "archive.jsonl", rows(35))
    read_large([source], tmp_path / "corpus", beside=tmp_path)
    claims = open_dataset(tmp_path / "corpus").query("select * from claims where text = '46' order by id")
    apart = json.dumps(claims["id"].tolist()[:2])
    (tmp_path / "corrections.toml").write_text(
        f"not_same = [{apart}]\n[[correction]]\n"
        f'claim = "{claims["id"][0]}"\ncolumn = "value"\nnow = "47"\nwhy = "misprint"\nby = "A. Reader"\n'
    )
    ran = read_large([source], tmp_path / "corpus", beside=tmp_path)
    assert ran.read_now == 1
    assert open_dataset(tmp_path / "corpus").claims(doc=claims["doc"][0])["value"].tolist()[0] == 47
    (tmp_path / "corrections.toml").unlink()
    read_large([source], tmp_path / "corpus", beside=tmp_path)
    assert open_dataset(tmp_path / "corpus").claims(doc=claims["doc"][0])["value"].tolist()[0] == 46


def test_serial_is_one_process():
    assert isinstance(engine("processes", 1), Serial)


def test_claims_are_asked_by_series_speaker_and_day(made):
    large = open_dataset(made[1])
    told = large.query("select series from series order by len(claims) desc limit 1")["series"][0]
    assert {*large.claims(series=told)["fate"]} == {"die"}
    assert large.claims(since="2024-03-12")["published"].min().day == 12
    assert len(large.claims(speaker="POLICE", most=5)) == 5
    article = large.article("Norrby-0")
    assert article.claims["text"].tolist()[0] == "40"
    assert article.document.text.startswith("Norrby blast")
    with pytest.raises(Trouble, match="is no article of this corpus"):
        large.article("nobody")
    with pytest.raises(Trouble, match="the tables are articles"):
        large.query("select * from nothing")
