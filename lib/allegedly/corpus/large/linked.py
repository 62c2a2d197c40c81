"""Series and findings across the articles of a large corpus, of figures that are linked and of no others."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...checks import check_across
from ...table import FEW, REACH, SERIES, conform, is_copy, series, table_bytes, with_series
from ...table.files import write_bytes
from .links import Links, claims_by_id
from .shards import FOLDER, Shards
from .tables import connected, listed

if TYPE_CHECKING:
    import pandas as pd

FILES = ("links", "series", "checks", "involved", "copies")  #: what stands in that folder


def link(home: Path, found: Sequence[Links], now: Sequence[str], decided: tuple[Any, Any]) -> dict[str, int]:
    """Writes the series and findings across articles, of links that stand in the files of `found`."""
    import pandas as pd

    shards = Shards(home)
    links = pd.concat([pd.read_parquet(one.path) for one in found], ignore_index=True)
    links = links.sort_values(["key", "a", "b"]).reset_index(drop=True)
    with connected(home) as sql:
        copies = _copies(sql, shards, now)
        claims = _involved(sql, shards, now, links, copies, decided)
        pairs = [*links[["a", "b"]].drop_duplicates().itertuples(index=False, name=None)]
        made = series(claims, _names_before(shards), *decided, found=pairs, copies=copies)
        titles = _titles(sql, shards, now, claims)
    findings = check_across(with_series(claims, made), titles)
    strands = claims["strand"].fillna(claims["id"])
    tables = {
        "links": links,
        "series": made,
        "checks": findings,
        "involved": pd.DataFrame({"strand": sorted({*strands})}, dtype="string"),
        "copies": pd.DataFrame(sorted(copies.items()), columns=["doc", "of"], dtype="string"),
    }
    for name, table in tables.items():
        write_bytes(home / FOLDER / f"{name}.parquet", table_bytes(table, "parquet"))
    for one in found:
        one.path.unlink(missing_ok=True)
    return {"links": len(pairs), "series": len(made), "findings": len(findings), "copies": len(copies)}


def _involved(
    sql: Any, shards: Shards, now: Sequence[str], links: Any, copies: Mapping[str, str], decided: tuple[Any, Any]
) -> "pd.DataFrame":
    """The claims of all strands of which one is linked, decided on by people, or told by a copy."""
    import pandas as pd

    ids = [*{*links["a"], *links["b"], *(id for lists in decided for own in lists for id in own)}]
    files = listed(shards.files("figures", now))
    sql.register("linked", pd.DataFrame({"id": pd.Series(ids, dtype=object)}))
    sql.register("copied", pd.DataFrame({"doc": pd.Series([*copies], dtype=object)}))
    known = sql.execute(
        f"select id from {files} where kind <> 'none' and (doc in (from copied) or coalesce(strand, id) in "
        f"(select distinct coalesce(strand, id) from {files} where id in (from linked)))"
    ).df()
    return claims_by_id(sql, shards, now, known["id"].tolist(), whole=True)


def _copies(sql: Any, shards: Shards, now: Sequence[str]) -> dict[str, str]:
    """The first article of which another is a copy: nearly all sentences with figures are the same."""
    said = (
        f"select doc, context, min(start) as start from {listed(shards.files('figures', now))} "
        "where kind <> 'none' and keys is not null group by doc, context"
    )
    sql.execute(
        f"create temp table said as select doc, hash(context) as sentence, start, row_number() over "
        f"(partition by context order by doc) as number from ({said})"
    )
    shared = sql.execute(
        "select a.doc, b.doc as other, count(*) as shared, min(a.start) as first from said a join said b "
        f"on a.sentence = b.sentence and b.number <= {REACH} and b.doc < a.doc group by all having shared >= {FEW} "
        "order by a.doc, shared desc, first, other"
    ).fetchall()
    sizes: Counter[str] = Counter(dict(sql.execute("select doc, count(*) from said group by doc").fetchall()))
    found: dict[str, str] = {}
    asked = set[str]()
    for doc, other, count, _ in shared:
        if doc not in asked and is_copy(count, sizes[doc], sizes[other]):
            found[doc] = found.get(other, other)
        asked.add(doc)
    return found


def _names_before(shards: Shards) -> dict[str, str]:
    """The series of each strand, as it was named before."""
    import pandas as pd

    path = shards.folder / FOLDER / "series.parquet"
    if not path.is_file():
        return {}
    known = conform(pd.read_parquet(path), SERIES)
    return {strand: row.series for row in known.itertuples() for strand in row.strands}


def _titles(sql: Any, shards: Shards, now: Sequence[str], claims: Any) -> dict[str, str]:
    """What the articles of claims are called."""
    import pandas as pd

    sql.register("told", pd.DataFrame({"doc": pd.Series([*{*claims["doc"]}], dtype=object)}))
    files = listed(shards.files("articles", now))
    rows = sql.execute(f"select doc, title from {files} where title is not null and doc in (from told)").fetchall()
    return dict(rows)
