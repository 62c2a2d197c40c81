"""Figures of many articles that are told of one thing, found through their keys, part by part.

Two figures may be one where they share a key and stand near each other in time under it; `alike.ground` decides. A link
is (key, earlier figure, later figure). Where little changed, only keys of what changed are looked at again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...alike import REACH, Told, ground
from ...table import CLAIMS, COLUMNS_OF_SERIES, conform, table_bytes, told_of
from ...table.files import write_bytes
from .keys import PARTS
from .shards import FOLDER, Shards
from .tables import connected, listed

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    Numbers = np.ndarray[Any, np.dtype[Any]]

LINKS = ("key", "a", "b")


@dataclass(frozen=True, slots=True)
class Links:
    """Parts of the keys whose links are to be found."""

    name: str
    home: str  #: the folder of the corpus
    parts: tuple[int, ...]
    now: tuple[str, ...]  #: the shards that there are
    before: tuple[str, ...] = ()  #: those that the links known were made of; none where all are made anew
    articles: int = 0

    @property
    def path(self) -> Path:
        return Path(self.home) / FOLDER / f".links-{self.name}.parquet"


def tasks(home: Path, now: Sequence[str], before: Sequence[str]) -> list[Links]:
    """What has to be done: each part by itself, or all at once where few shards changed."""
    changed = {*now} ^ {*before}
    if before and len(changed) <= max(2, len(now) // 10):
        return [Links("all", str(home), (*range(PARTS),), (*now,), (*before,))]
    return [Links(f"{part:02d}", str(home), (part,), (*now,)) for part in range(PARTS)]


def find_links(task: Links) -> dict[str, Any]:
    """Writes the links of some parts into a file; what comes back is how many pairs were looked at, and linked."""
    import numpy as np
    import pandas as pd

    shards = Shards(Path(task.home))
    with connected(shards.folder) as sql:
        now = _rows(sql, shards, task, task.now)
        old = _rows(sql, shards, task, task.before) if task.before else now.iloc[:0]
        both = pd.concat([now, old])
        codes = {name: pd.factorize(both[name], sort=True) for name in ("key", "id")}
        split = len(now)
        ids = codes["id"][1]
        pairs_now = _pairs(now, codes["key"][0][:split], codes["id"][0][:split], len(ids))
        pairs_old = _pairs(old, codes["key"][0][split:], codes["id"][0][split:], len(ids))
        new, gone = np.setdiff1d(pairs_now, pairs_old), np.setdiff1d(pairs_old, pairs_now)
        asked = np.unique(new % (len(ids) ** 2)) if len(ids) else new
        linked = asked[_grounded(sql, shards, task, ids, asked)]
        found = new[np.isin(new % max(1, len(ids) ** 2), linked)]
        table = _table(found, codes["key"][1], ids)
        if task.before:
            table = _with_earlier(shards, table, _table(gone, codes["key"][1], ids))
    write_bytes(task.path, table_bytes(table.sort_values([*LINKS]).reset_index(drop=True), "parquet"))
    return {"pairs": len(asked), "links": len(table)}


def _rows(sql: Any, shards: Shards, task: Links, names: Iterable[str]) -> "pd.DataFrame":
    """The keys of shards in their order: all of the parts, or those alone that stand in what changed."""
    files = shards.files("keys", names)
    if not files:
        import pandas as pd

        return pd.DataFrame({"key": [], "id": [], "strand": []})
    where = f"part in ({', '.join(map(str, task.parts))})"
    if task.before:
        where = f"key in ({_changed_keys(shards, task)})"
    found: pd.DataFrame = sql.execute(
        f"select key, id, strand from {listed(files)} where {where} order by key, day, id"
    ).df()
    return found


def _changed_keys(shards: Shards, task: Links) -> str:
    """SQL that gives the keys of the articles that are new, gone or changed, not of others in their shards."""
    gone, came = {*task.before} - {*task.now}, {*task.now} - {*task.before}
    keys = listed(shards.files("keys", gone | came))
    articles = [listed(files) for names in (gone, came) if (files := shards.files("articles", names))]
    if len(articles) < 2:
        return f"select key from {keys}"
    old, new = articles
    same = f"select a.doc from {old} a join {new} b using (doc, key) where not a.corrected and not b.corrected"
    return f"select key from {keys} where doc not in ({same})"


def _pairs(rows: "pd.DataFrame", keys: "Numbers", ids: "Numbers", size: int) -> "Numbers":
    """Each row with the nearest earlier ones of its key: a number of the key, the earlier and the later figure."""
    import numpy as np

    strands = rows["strand"].to_numpy()
    found = []
    for back in range(1, REACH + 1):
        is_one = (keys[back:] == keys[:-back]) & (strands[back:] != strands[:-back])
        here = np.flatnonzero(is_one)
        found.append((keys[here].astype(np.int64) * size + ids[here]) * size + ids[here + back])
    return np.unique(np.concatenate(found)) if len(rows) else np.array([], np.int64)


def _grounded(sql: Any, shards: Shards, task: Links, ids: Any, asked: "Numbers") -> "Numbers":
    """Of pairs of figures, as numbers, whether they are told of one thing."""
    import numpy as np

    size = max(1, len(ids))
    earlier, later = asked // size, asked % size
    told = told_by_id(sql, shards, task.now, [ids[code] for code in np.union1d(earlier, later)])
    names = [*ids]
    answers = []
    for a, b in zip(earlier.tolist(), later.tolist(), strict=True):
        one, other = told.get(names[a]), told.get(names[b])
        answers.append(one is not None and other is not None and ground(one, other).sureness > 0)
    return np.array(answers, bool)


def told_by_id(sql: Any, shards: Shards, names: Iterable[str], ids: list[str]) -> dict[str, Told]:
    """The figures of these ids, as keys."""
    return {told.id: told for _, told in told_of(claims_by_id(sql, shards, names, ids))}


def claims_by_id(sql: Any, shards: Shards, names: Iterable[str], ids: list[str], whole: bool = False) -> "pd.DataFrame":
    """The claims of these ids, and those that hold the story of their articles; in all columns where asked `whole`."""
    import pandas as pd

    wanted = pd.DataFrame({"id": pd.Series(ids, dtype=object)})
    sql.register("wanted", wanted)
    files = listed(shards.files("figures", names))
    every = [column.name for column in CLAIMS]
    columns = ", ".join(f'f."{name}"' for name in (every if whole else COLUMNS_OF_SERIES))
    sql.execute(f"create or replace temp table docs as select distinct doc from {files} where id in (from wanted)")
    found: pd.DataFrame = sql.execute(
        f"select {columns} from {files} f where f.kind <> 'none' and (f.id in (from wanted) "
        """or (f.doc in (from docs) and contains(f.keys, '"story"'))) order by f.doc, f.start"""
    ).df()
    return conform(found, CLAIMS) if whole else found


def _table(pairs: "Numbers", keys: Any, ids: Any) -> "pd.DataFrame":
    import pandas as pd

    size = max(1, len(ids))
    cells = {"key": keys[pairs // size**2], "a": ids[pairs // size % size], "b": ids[pairs % size]}
    return pd.DataFrame(cells).astype({"key": "int64", "a": "string", "b": "string"})


def _with_earlier(shards: Shards, found: "pd.DataFrame", gone: "pd.DataFrame") -> "pd.DataFrame":
    """The links known, without those that are gone, and with those found."""
    import pandas as pd

    known = pd.read_parquet(shards.folder / FOLDER / "links.parquet")
    lost = pd.MultiIndex.from_frame(gone)
    kept = known[~pd.MultiIndex.from_frame(known).isin(lost)]
    return pd.concat([kept, found]).drop_duplicates(ignore_index=True)
