"""DuckDB over the Parquet files of a corpus."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ...errors import Trouble

_MEMORY = "300MB"  #: that DuckDB takes before it puts what it works on beside the tables


def connection(folder: Path, threads: int = 1) -> Any:
    """A connection to DuckDB in memory, which puts aside beside the tables in `folder` what it cannot hold."""
    try:
        import duckdb
    except ImportError:
        way_out = "pip install 'allegedly[scale]'"
        raise Trouble("a large corpus", "needs DuckDB, which is not installed", way_out) from None
    aside = folder / f".duckdb-{os.getpid()}"
    made = duckdb.connect(config={"memory_limit": _MEMORY, "threads": threads, "temp_directory": str(aside)})
    made.execute("set preserve_insertion_order = false")
    return made


@contextmanager
def connected(folder: Path, threads: int = 1) -> Iterator[Any]:
    """A connection to DuckDB for a while; a Trouble where it cannot read the files, or cannot write."""
    made = connection(folder, threads)
    import duckdb

    try:
        yield made
    except duckdb.Error as error:
        said = " ".join(str(error).split())[:200]
        raise Trouble(folder, f"cannot be asked: {said}", "make its tables anew with --force") from None
    finally:
        made.close()


def listed(files: Iterable[str], named: bool = False) -> str:
    """Parquet files as one table of SQL; where `named`, with the column `filename`.

    >>> listed(["it's.parquet"])
    "read_parquet(['it''s.parquet'], union_by_name = true)"
    """
    names = ", ".join("'" + name.replace("'", "''") + "'" for name in files)
    return f"read_parquet([{names}], union_by_name = true{', filename = true' if named else ''})"
