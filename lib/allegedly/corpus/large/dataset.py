"""A corpus asked by what one wants to know of it: with SQL, or by series, speaker and day.

The same views stand over the shards of a large corpus and over the tables of a small project.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import Trouble
from ...model import Document
from ...table import CHECKS, CLAIMS, COVERAGE, EVENTS, SERIES, conform
from ..project import given_project
from ..tables import Corpus
from .intake import texts
from .shards import FOLDER, STATE, Shards
from .tables import connection, listed

if TYPE_CHECKING:
    import pandas as pd

HOME = "corpus"  #: the folder of a large corpus, in that of a project's tables
VIEWS = ("articles", "figures", "claims", "checks", "series", "events")
_LARGE = """
create view articles as from {articles};
create view series as select * exclude (formerly), formerly from {linked_series} union all by name
    select * from {series} where series not in (select strand from {involved});
create view checks as from {checks} union all by name from {linked_checks};
create view events as from {events};
create table told as select unnest(claims) as id, series from {linked_series};
create table asked as select distinct unnest(claims) as id from {linked_checks};
create view figures as from {figures};
create view claims as select f.* exclude (unchecked),
    case when f.id in (select id from asked) then null else f.unchecked end as unchecked,
    coalesce(t.series, case when f.strand in (select series from {series}) then f.strand end) as series
    from {figures} f left join told t on f.id = t.id where f.kind <> 'none';
"""
_SMALL = """
create view figures as from {figures};
create view claims as from {claims};
create view checks as from {checks};
create view series as from {series};
create view events as from {events};
create view articles as select c.*, p.published, p.publisher from {coverage} c left join
    (select doc, any_value(published) as published, any_value(publisher) as publisher from {figures} group by doc) p
    on c.doc = p.doc;
"""


@dataclass(slots=True)
class Dataset:
    """A corpus that is asked for rows, and holds none: its tables are the views articles, claims, checks, series …"""

    folder: Path
    shards: tuple[str, ...] = ()  #: none where it is a small project's
    sql: Any = field(default=None, repr=False)

    def query(self, sql: str, parameters: Any = None) -> "pd.DataFrame":
        """What an SQL query gives, as a DataFrame: over `articles`, `claims`, `figures`, `checks`, `series`, `events`.

        A "?" in it stands for one of `parameters`.
        """
        import duckdb

        try:
            found: pd.DataFrame = self.sql.execute(sql, parameters).df()
        except duckdb.Error as error:
            said = " ".join(str(error).split())[:300]
            raise Trouble("query", said, f"the tables are {', '.join(VIEWS)}; docs/tables.md lists columns") from None
        return found

    def claims(
        self,
        series: str | None = None,
        speaker: str | None = None,
        since: date | str | None = None,
        doc: str | None = None,
        most: int | None = None,
    ) -> "pd.DataFrame":
        """The claims of one series, of speakers whose name holds `speaker`, of articles from the day `since` on.

        The newest come first; `most` says how many at most.
        """
        asked = {
            "series = ?": series,
            "contains(lower(speaker), lower(?))": speaker,
            "published >= cast(? as date)": str(since) if since is not None else None,
            "doc = ?": doc,
        }
        given = {condition: value for condition, value in asked.items() if value is not None}
        where = f" where {' and '.join(given)}" if given else ""
        limit = f" limit {int(most)}" if most is not None else ""
        order = "order by published desc nulls last, doc, start"
        return conform(self.query(f"select * from claims{where} {order}{limit}", [*given.values()]), CLAIMS)

    def document(self, id: str) -> Document:
        """The article of that id, with its text."""
        known = [*self.query("select shard from articles where doc = ?", [id])["shard"]] if self.shards else []
        if not known:
            raise Trouble(id, "is no article of this corpus", "`select doc from articles` lists them")
        path = Shards(self.folder).path("texts", known[0])
        return next(document for _, document in texts(path) if document.id == id)

    def article(self, id: str) -> Corpus:
        """One article with its tables, as the notebook of one article shows them; nothing else is read."""
        document = self.document(id)
        figures = conform(self.query("select * from figures where doc = ? order by start", [id]), CLAIMS)
        claims = conform(self.query("select * from claims where doc = ? order by start", [id]), CLAIMS)
        its = "(select list(id) from claims where doc = ?)"
        findings = self.query(f"select * from checks where list_has_any(claims, {its})", [id])
        events = conform(self.query("select * from events where doc = ?", [id]), EVENTS)
        series = conform(self.query(f"select * from series where list_has_any(claims, {its})", [id]), SERIES)
        coverage = self.query("select * from articles where doc = ?", [id])
        numbers = [name for name in coverage if name == "doc" or coverage[name].dtype.kind in "iu"]
        counts = conform(coverage[numbers], COVERAGE)
        return Corpus(figures, claims, _findings(findings), counts, {id: document}, events, series)


def _findings(table: "pd.DataFrame") -> "pd.DataFrame":
    """Findings as `checks.check` gives them."""
    import json

    made = conform(table, CHECKS)
    for name in ("roles", "terms"):
        if name in made:
            made[name] = [json.loads(cell) if isinstance(cell, str) else cell for cell in made[name]]
    return made


def open_dataset(processed: Path | str | None = None) -> Dataset:
    """The corpus that stands in a folder of tables: a project's own where none is named."""
    folder = Path(processed) if processed is not None else given_project().processed
    home = next((one for one in (folder, folder / HOME) if (one / STATE).is_file()), None)
    sql = connection(home or folder, threads=2)
    if home is None:
        if not (folder / "claims.parquet").is_file():
            raise Trouble(folder, "holds no corpus", "`allegedly corpus PATH …` or `allegedly read` makes one")
        files = {name: listed([str(folder / f"{name}.parquet")]) for name in (*VIEWS[1:],)}
        coverage = str(folder / "coverage.csv").replace("'", "''")
        sql.execute(_SMALL.format(**files, coverage=f"read_csv('{coverage}')"))
        return Dataset(folder, (), sql)
    shards = Shards(home)
    names = tuple((shards.read(STATE) or {}).get("shards", ()))
    files = {name: listed(shards.files(name, names)) for name in ("articles", "figures", "checks", "events", "series")}
    linked = {f"linked_{name}": listed([str(home / FOLDER / f"{name}.parquet")]) for name in ("series", "checks")}
    involved = listed([str(home / FOLDER / "involved.parquet")])
    sql.execute(_LARGE.format(**files, **linked, involved=involved))
    return Dataset(home, names, sql)
