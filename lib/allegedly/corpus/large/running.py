"""A run over a large corpus: inputs taken in, new shards read and checked, series and findings across articles."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ...documents import CORRECTIONS, GIVENS
from ...errors import Trouble
from ..reading import Reading
from ..store import code_key, language_key
from . import links
from .engines import Engine, Serial
from .intake import Batch, batches, take
from .linked import FILES, link
from .shard import Task, read_shard
from .shards import DONE, FOLDER, STATE, TAKEN, Shards, digest, troubles_of
from .tables import connected, listed

READERS = ("documents", "lexicon", "model", "reading", "table", "text", "alike", "kinds")
CHECKERS = ("checks", "corpus")
Decided = tuple[list[list[str]], list[list[str]]]  #: claims that people joined, and kept apart
Progress = Callable[[str, int, int], None]  #: (what is done, articles done, of how many)


@dataclass(slots=True)
class Ran:
    """What a run did, and what went wrong in it."""

    home: Path
    articles: int = 0
    read_now: int = 0
    claims: int = 0
    shards: int = 0
    linked: dict[str, int] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


def read_large(
    paths: Iterable[Path | str],
    home: Path | str,
    engine: Engine | None = None,
    columns: Mapping[str, str] | None = None,
    beside: Path | None = None,
    force: bool = False,
    progress: Progress = lambda said, done, of: None,
) -> Ran:
    """Brings the corpus in the folder `home` up to date with the articles at `paths`: only what changed is read.

    `beside` is the folder of `corrections.toml` and `givens.toml`. What cannot be read is named in `troubles`, and the
    rest is done.
    """
    engine = engine or Serial()
    shards = Shards(Path(home))
    shards.make()
    (shards.folder / FOLDER).mkdir(exist_ok=True)
    ran = Ran(shards.folder)
    reading = Reading()
    try:
        found = [*batches(paths, shards.folder, code_key("documents", "model"), reading, dict(columns or {}))]
        ran.remarks, ran.troubles = reading.remarks, reading.troubles
        now, sizes = _taken(shards, found, engine, ran, force, progress)
        corrections, decided = _corrections(beside, ran)
        wanted = _tasks(shards, now, sizes, ran, corrections, beside)
        whole = _read(shards, now, wanted, engine, ran, force, progress)
        _linked(shards, whole, engine, ran, decided, progress)
        _forget(shards, whole, now, found, ran)
    except Trouble as trouble:
        ran.troubles.append(trouble)
    finally:
        engine.close()
    return ran


def _taken(
    shards: Shards, found: Sequence[Batch], engine: Engine, ran: Ran, force: bool, progress: Progress
) -> tuple[list[str], dict[str, int]]:
    """The shards of text that the inputs make, in their order, and how many articles each has."""
    marks = {batch.name: None if force else shards.mark(TAKEN, batch.name) for batch in found}
    new = [batch for batch in found if marks[batch.name] is None]
    for number, (batch, answer) in enumerate(engine.run(take, new), 1):
        if isinstance(answer, Trouble):
            ran.troubles.append(Trouble(", ".join(batch.files[:3]), f"not taken in: {answer}", answer.way_out))
        else:
            marks[batch.name] = answer
        progress("taken in", number, len(new))
    sizes: dict[str, int] = {}
    for batch in found:
        mark = marks[batch.name] or {}
        ran.troubles += troubles_of(mark)
        ran.remarks += mark.get("remarks", ())
        for shard in mark.get("shards", ()):
            if shard["name"] in sizes:
                what = f"holds {shard['articles']} articles that stand before it, word for word"
                ran.troubles.append(Trouble(batch.files[0], what, "remove one of them; they are read once"))
            sizes.setdefault(shard["name"], shard["articles"])
    return [*sizes], sizes


def _read(
    shards: Shards,
    now: Sequence[str],
    wanted: Sequence[Task],
    engine: Engine,
    ran: Ran,
    force: bool,
    progress: Progress,
) -> list[str]:
    """Reads and checks the shards that are not done; gives those that are whole."""
    marks = {task.name: None if force else _done(shards, task) for task in wanted}
    new = [task for task in wanted if marks[task.name] is None]
    if new:
        new = _with_earlier(shards, new, now)
    at, total = 0, sum(task.articles for task in new)
    for task, answer in engine.run(read_shard, new):
        if isinstance(answer, Trouble):
            ran.troubles.append(Trouble(f"shard {task.name}", f"not read: {answer.what}", answer.way_out))
        else:
            marks[task.name] = answer
            ran.read_now += answer["read_now"]
        at += task.articles
        progress("read", at, total)
    whole = [name for name in now if marks.get(name)]
    for name in whole:
        mark = marks[name] or {}
        ran.articles += mark["articles"]
        ran.claims += mark["claims"]
        ran.troubles += troubles_of(mark)
        ran.remarks += mark["remarks"]
    ran.shards = len(whole)
    return whole


def _tasks(
    shards: Shards,
    now: Sequence[str],
    sizes: Mapping[str, int],
    ran: Ran,
    corrections: Sequence[dict[str, Any]],
    beside: Path | None,
) -> list[Task]:
    """What is to be done for each shard."""
    givens = beside / GIVENS if beside and (beside / GIVENS).is_file() else None
    read_by = code_key(*READERS) + language_key()
    given_by = str(givens) if givens else None
    given = hashlib.sha256(givens.read_bytes()).hexdigest() if givens else ""
    checked_by = f"{code_key(*CHECKERS)} {given}"
    twice = _twice(shards, now, ran)
    wanted = {str(row["claim"]).rpartition("@")[0] for row in corrections}
    of = _shards_of(shards, now, wanted) if wanted else {}
    found = []
    for name in now:
        own = tuple(row for row in corrections if str(row["claim"]).rpartition("@")[0] in of.get(name, ()))
        without = tuple(sorted(twice.get(name, ())))
        checked = digest(checked_by, own, without)
        found.append(Task(name, str(shards.folder), read_by, checked, without, (), own, given_by, sizes[name]))
    return found


def _corrections(beside: Path | None, ran: Ran) -> tuple[list[dict[str, Any]], Decided]:
    """The corrections of people, and the figures that they joined or kept apart."""
    from ...table import read_corrections, read_judgements

    if beside is None:
        return [], ([], [])
    try:
        rows, troubles = read_corrections(beside / CORRECTIONS)
        judged, left_out = read_judgements(beside / CORRECTIONS)
    except Trouble as trouble:
        ran.troubles.append(trouble)
        return [], ([], [])
    ran.troubles += [*troubles, *left_out]
    same, not_same = ([[str(one["claim"]) for one in told] for told in judged.of(is_same)] for is_same in (True, False))
    return rows, (same, not_same)


def _twice(shards: Shards, now: Sequence[str], ran: Ran) -> dict[str, set[str]]:
    """By shard, the keys of articles whose id an earlier one has; each is named."""
    known = shards.read("ids.json") or {}
    if known.get("shards") == [*now]:
        rows = known["twice"]
    else:
        rows = _ids_twice(shards, now)
        shards.write("ids.json", {"shards": [*now], "twice": rows})
    found: dict[str, set[str]] = {}
    for id, key, name, path in rows:
        found.setdefault(name, set()).add(key)
        ran.troubles.append(Trouble(path or id, f"has the id of an earlier article, {id!r}", "give it one of its own"))
    return found


def _ids_twice(shards: Shards, now: Sequence[str]) -> list[list[Any]]:
    files = shards.files("texts", now)
    if not files:
        return []
    order = {path: number for number, path in enumerate(files)}
    with connected(shards.folder) as sql:
        source = listed(files, named=True)
        rows = sql.execute(
            f"select id, key, filename, path from {source} where id in "
            f"(select id from {source} group by id having count(*) > 1)"
        ).fetchall()
    rows.sort(key=lambda row: (row[0], order[row[2]], row[1]))
    first: dict[str, str] = {}
    return [[id, key, Path(name).stem, path] for id, key, name, path in rows if first.setdefault(id, key) != key]


def _shards_of(shards: Shards, now: Sequence[str], docs: set[str]) -> dict[str, set[str]]:
    """By shard, those of some articles that it holds."""
    import pandas as pd

    found: dict[str, set[str]] = {}
    files = shards.files("texts", now)
    if files:
        with connected(shards.folder) as sql:
            sql.register("wanted", pd.DataFrame({"id": pd.Series([*docs], dtype=object)}))
            source = listed(files, named=True)
            for id, name in sql.execute(f"select id, filename from {source} where id in (from wanted)").fetchall():
                found.setdefault(Path(name).stem, set()).add(id)
    return found


def _done(shards: Shards, task: Task) -> dict[str, Any] | None:
    """The mark of a shard that is read and checked just as its task says."""
    mark = shards.mark(DONE, task.name)
    same = mark and (mark["read_by"], mark["checked_by"]) == (task.read_by, task.checked_by)
    return mark if same else None


def _with_earlier(shards: Shards, tasks: list[Task], now: Sequence[str]) -> list[Task]:
    """Tasks with the shards that hold articles of theirs as they were read before: their own, or one that went."""
    known = (shards.read(STATE) or {}).get("shards", ())
    gone = [name for name in known if name not in {*now} and shards.path("articles", name).is_file()]
    keys = _article_keys(shards, "articles", gone)
    found = []
    for task in tasks:
        earlier = {task.name} if shards.path("figures", task.name).is_file() else set()
        if keys:
            own = _article_keys(shards, "texts", [task.name])
            earlier |= {name for key in own if (name := keys.get(key))}
        found.append(replace(task, earlier=tuple(sorted(earlier))))
    return found


def _article_keys(shards: Shards, table: str, names: Iterable[str]) -> dict[str, str]:
    """The shard of each article, by the article's key."""
    import pyarrow.parquet as parquet

    found: dict[str, str] = {}
    for name in names:
        keys = parquet.read_table(shards.path(table, name), columns=["key"])["key"].to_pylist()
        found |= dict.fromkeys(keys, name)
    return found


def _linked(
    shards: Shards,
    whole: Sequence[str],
    engine: Engine,
    ran: Ran,
    decided: Decided,
    progress: Progress,
) -> None:
    """Series and findings across articles, made anew from the keys that changed; nothing where none did."""
    state = shards.read(STATE) or {}
    code = digest(code_key(*READERS, *CHECKERS), decided)
    made_of = {name: (shards.mark(DONE, name) or {}).get("checked_by") for name in whole}
    known: dict[str, Any] = state.get("shards", {})
    is_there = all((shards.folder / FOLDER / f"{name}.parquet").is_file() for name in FILES)
    if is_there and ([*known.items()], state.get("code")) == ([*made_of.items()], code):
        ran.linked = state["linked"]
        return
    if not whole:
        return
    is_same = all(made_of.get(name, mark) == mark for name, mark in known.items())
    is_known = is_there and is_same and state.get("code") == code
    wanted = links.tasks(shards.folder, whole, [*known] if is_known else ())
    for number, (_, answer) in enumerate(engine.run(links.find_links, wanted), 1):
        if isinstance(answer, Trouble):
            raise answer
        progress("linked", number, len(wanted))
    ran.linked = link(shards.folder, wanted, whole, decided)
    shards.write(STATE, {"shards": made_of, "code": code, "linked": ran.linked})


def _forget(shards: Shards, whole: Sequence[str], now: Sequence[str], found: Sequence[Batch], ran: Ran) -> None:
    """Removes what no input makes any more, once the state says so; what failed stays to be tried again."""
    if [*(shards.read(STATE) or {}).get("shards", ())] == [*whole]:
        shards.forget({*whole, *now}, (batch.name for batch in found))
