"""Figures as read, before corrections, kept on disk, so that no article is read twice.

`figures.parquet` holds all of them, and a file beside it each part of a run that has not ended: a run that is killed
is carried on by the next. Each file names in its own metadata the key of each article, so that they cannot fall apart.
"""

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Trouble, parsed
from ..model import Document
from ..table import conform, read_table, table_bytes, tidy
from ..table.files import write_bytes
from ..table.schema import CLAIMS

if TYPE_CHECKING:
    import pandas as pd

PART = 200  #: articles that are read before they are kept
_MARK = b"allegedly"


def keep_all(folder: Path, figures: "pd.DataFrame", keys: dict[str, str]) -> None:
    """Writes the figures of a whole corpus, with the key of each article."""
    write_bytes(folder / "figures.parquet", table_bytes(figures, "parquet", {_MARK: keys}))


def keep(folder: Path, figures: "pd.DataFrame", keys: dict[str, str]) -> None:
    """Writes the figures of a part of a corpus, with the key of each article."""
    name = hashlib.sha256(repr(keys).encode()).hexdigest()[:16]
    write_bytes(folder / f"figures-{name}.parquet", table_bytes(figures, "parquet", {_MARK: keys}))


def forget_parts(folder: Path) -> None:
    """Removes the parts, once the whole is written."""
    for path in folder.glob("figures-*.parquet"):
        path.unlink(missing_ok=True)


def kept(folder: Path, remarks: list[str]) -> tuple[list["pd.DataFrame"], dict[str, str]]:
    """The tables of figures in `folder`, and the key of each article; what is damaged is left out, with a remark."""
    import pyarrow.parquet as parquet

    tables: list[pd.DataFrame] = []
    keys: dict[str, str] = {}
    for path in [folder / "figures.parquet", *sorted(folder.glob("figures-*.parquet"))]:
        if not path.is_file():
            continue
        try:
            found = parsed(json.loads, (parquet.read_schema(path).metadata or {}).get(_MARK, b"{}"))
            table = read_table(path)
        except (Trouble, OSError, ValueError) as error:
            remarks.append(f"{path}: damaged ({' '.join(str(error).split())[:99]}); its articles are read anew")
            continue
        tables = [*(older[~older["doc"].isin(found.keys())] for older in tables), table]
        keys |= found
    return tables, keys


def joined(tables: list["pd.DataFrame"], documents: list[Document]) -> "pd.DataFrame":
    """One table of all `tables`, in the order of `documents`."""
    import pandas as pd

    order = {document.id: number for number, document in enumerate(documents)}
    tables = [table for table in tables if not table.empty] or [tidy([])]
    if len(tables) > 1:
        tables = [conform(pd.concat([table.astype(object) for table in tables]), CLAIMS)]
    rank = tables[0]["doc"].map(order).astype("int64")
    return tables[0].assign(_=rank).sort_values(["_", "start"], kind="stable").drop(columns="_").reset_index(drop=True)
