"""One shard read and checked: a file of texts goes in; its tables, a mark and a few counts come out."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...model import Document
from ...table import CLAIMS, conform, correct, events, series, table_bytes
from ...table.files import write_bytes
from ..completed import every
from ..joined import sourced
from ..kept import joined
from ..reading import Reading, figures
from .intake import texts
from .keys import keys_of
from .shards import DONE, Shards, few, said

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Task:
    """A shard to be read and checked."""

    name: str
    home: str  #: the folder of the corpus
    read_by: str  #: the code that reads
    checked_by: str  #: the code that checks, and what people give
    without: tuple[str, ...] = ()  #: keys of articles whose id an earlier shard has
    earlier: tuple[str, ...] = ()  #: shards that may hold its articles as they were read before
    corrections: tuple[dict[str, Any], ...] = ()
    givens: str | None = None  #: the file of what people give
    articles: int = 0


def read_shard(task: Task) -> dict[str, Any]:
    """Reads and checks the shard of a task, and writes its tables; what comes back is its completion mark.

    What an earlier shard holds of an article that has not changed is taken from there.
    """
    shards = Shards(Path(task.home))
    rows = [(key, document) for key, document in texts(shards.path("texts", task.name)) if key not in task.without]
    documents = [document for _, document in rows]
    keys = {document.id: key for key, document in rows}
    reading = Reading(documents)
    old, known = _earlier(shards, task, keys)
    new = [document for document in documents if document.id not in known]
    fresh = figures(new, reading.troubles)
    failed = {trouble.place for trouble in reading.troubles}
    reading.documents = [document for document in documents if (document.path or document.id) not in failed]
    reading.figures = joined([*old, fresh], documents)
    files = _written(shards, task, _tables(task, reading, keys))
    mark = {
        "read_by": task.read_by,
        "checked_by": task.checked_by,
        "articles": len(reading.documents),
        "read_now": len(new) - len(failed),
        "figures": len(reading.figures),
        "claims": int(reading.figures["kind"].ne("none").sum()),
        "troubles": said(reading.troubles),
        "remarks": reading.remarks if task.corrections else few(reading.remarks),
    }
    shards.put_mark(DONE, task.name, {**mark, "read_now": 0}, files)
    return mark


def _earlier(shards: Shards, task: Task, keys: dict[str, str]) -> tuple[list["pd.DataFrame"], set[str]]:
    """The figures of unchanged articles as earlier shards hold them, and the ids of these articles."""
    import pandas as pd

    found, known = list[pd.DataFrame](), set[str]()
    corrected = {str(row["claim"]).rpartition("@")[0] for row in task.corrections}
    for name in task.earlier:
        mark = shards.mark(DONE, name)
        if mark is None or mark["read_by"] != task.read_by:
            continue
        articles = pd.read_parquet(shards.path("articles", name), columns=["doc", "key", "corrected"])
        same = {
            row.doc
            for row in articles.itertuples()
            if keys.get(row.doc) == row.key and not row.corrected and row.doc not in corrected
        } - known
        if same:
            table = pd.read_parquet(shards.path("figures", name))
            found.append(conform(table[table["doc"].isin(same)], CLAIMS))
            known |= same
    return found, known


def _tables(task: Task, reading: Reading, keys: dict[str, str]) -> "dict[str, pd.DataFrame]":
    """All tables of a shard."""
    import pandas as pd

    from ...checks import Givens, check, coverage, read_givens, unchecked

    reading.figures = sourced(reading.figures, reading.documents)
    reading.figures, remarks = correct(reading.figures, [*task.corrections])
    reading.remarks += remarks
    givens = read_givens(Path(task.givens)) if task.givens else Givens()
    alone = reading.figures.assign(series=pd.Series(pd.NA, reading.figures.index, "string"))
    findings = check(alone, titles={one.id: one.title for one in reading.documents if one.title}, givens=givens)
    counts = every(coverage(reading.figures, findings), reading).set_index("doc")
    asked = conform(reading.figures.assign(unchecked=unchecked(reading.figures, findings)), CLAIMS)
    claims = asked[asked["kind"].ne("none").fillna(True)]
    changed = {*asked.loc[asked["corrected"].notna(), "doc"]}
    articles = pd.DataFrame([_about(one, keys[one.id], task.name, one.id in changed) for one in reading.documents])
    return {
        "articles": articles.join(counts, on="doc") if len(articles) else articles,
        "figures": asked,
        "checks": findings,
        "events": events(claims),
        "series": series(claims, found=(), copies={}),  # what one article tells again by itself
        "keys": keys_of(claims),
    }


def _about(document: Document, key: str, shard: str, corrected: bool) -> dict[str, Any]:
    """What is known of an article besides its text."""
    names = ("title", "author", "publisher", "url", "published", "licence", "path")
    known = {name: getattr(document, name) for name in names}
    known["published"] = document.published and document.published.isoformat()
    return {"doc": document.id, "key": key, "shard": shard, "corrected": corrected, **known}


def _written(shards: Shards, task: Task, tables: "dict[str, pd.DataFrame]") -> Iterable[Path]:
    """Writes the tables of a shard, and gives their files."""
    for name, table in tables.items():
        write_bytes(shards.path(name, task.name), table_bytes(table, "parquet"))
    return [shards.path(name, task.name) for name in tables]
