"""Where the parts of a large corpus stand, and which are whole.

A table is a folder with a Parquet file a shard. Each file is written beside its place and moved there; the mark of a
shard, in `done/`, is written last. What has no mark is made anew, so a run may be killed at any time.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...errors import Trouble, parsed
from ...table.files import sweep, write_bytes

TABLES = ("articles", "figures", "checks", "events", "series", "keys")  #: a file a shard, made of its texts
TEXTS, TAKEN, DONE = "texts", "taken", "done"
STATE = "state.json"
FOLDER = "linked"  #: the folder of what is told across articles
_NOTED = 5  #: remarks that a mark keeps


def digest(*parts: object) -> str:
    """A short name for what `parts` are: the same for the same, on every machine.

    >>> digest("a", 1), digest("a", 2)
    ('391d545b6971354e', '57fad4fc99fba575')
    """
    return hashlib.sha256(repr(parts).encode(errors="surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Shards:
    """The folder of a large corpus."""

    folder: Path

    def path(self, table: str, name: str) -> Path:
        """The file of a table that holds the shard `name`."""
        return self.folder / table / f"{name}.parquet"

    def files(self, table: str, names: Iterable[str]) -> list[str]:
        """The files of a table for the shards `names`, those that are there."""
        return [str(path) for name in names if (path := self.path(table, name)).is_file()]

    def make(self) -> None:
        """Makes the folders, and removes what processes that live no more left half-written."""
        try:
            for name in (*TABLES, TEXTS, TAKEN, DONE):
                (self.folder / name).mkdir(parents=True, exist_ok=True)
                sweep(self.folder / name)
            sweep(self.folder)
        except OSError as error:
            raise Trouble(self.folder, f"cannot be made: {error.strerror}", "name another with --processed") from None

    def mark(self, kind: str, name: str) -> dict[str, Any] | None:
        """The completion mark `name`, where it stands and each file that it speaks of is as large as it says."""
        found = self.read(f"{kind}/{name}.json")
        if found is None:
            return None
        try:
            sizes = found["bytes"].items()
            is_whole = all((self.folder / path).stat().st_size == size for path, size in sizes)
        except (OSError, KeyError, AttributeError):
            return None
        return found if is_whole else None

    def put_mark(self, kind: str, name: str, content: Mapping[str, Any], files: Iterable[Path]) -> None:
        """Writes the completion mark `name`: `content`, and how large each of its `files` is."""
        sizes = {path.relative_to(self.folder).as_posix(): path.stat().st_size for path in files}
        self.write(f"{kind}/{name}.json", {**content, "bytes": sizes})

    def read(self, name: str) -> dict[str, Any] | None:
        """What stands in a JSON file of the folder; None where it is not there, or damaged."""
        try:
            found = parsed(json.loads, (self.folder / name).read_bytes())
        except (OSError, ValueError):
            return None
        return found if isinstance(found, dict) else None

    def write(self, name: str, content: Mapping[str, Any]) -> None:
        """Writes a JSON file of the folder, wholly or not at all."""
        write_bytes(self.folder / name, json.dumps(content, ensure_ascii=False).encode())

    def forget(self, names: Iterable[str], batches: Iterable[str]) -> None:
        """Removes all files of shards and batches but those named."""
        kept, taken = {*names}, {*batches}
        for table in (*TABLES, TEXTS, DONE):
            for path in (self.folder / table).iterdir():
                if path.stem not in kept and not path.name.startswith("."):
                    path.unlink(missing_ok=True)
        for path in (self.folder / TAKEN).iterdir():
            if path.stem not in taken and not path.name.startswith("."):
                path.unlink(missing_ok=True)


def said(troubles: Iterable[Trouble]) -> list[list[str]]:
    """Troubles as a mark keeps them."""
    return [[trouble.place, trouble.what, trouble.way_out] for trouble in troubles]


def few(remarks: Iterable[str]) -> list[str]:
    """The first of many remarks, and how many more there are: a mark is read at every run.

    >>> few(map(str, range(8)))[-2:]
    ['4', 'and 3 more notes on articles beside these']
    """
    every = [*remarks]
    more = [f"and {len(every) - _NOTED:,} more notes on articles beside these"] if len(every) > _NOTED else []
    return every[:_NOTED] + more


def troubles_of(mark: Mapping[str, Any] | None) -> list[Trouble]:
    """The troubles that a mark keeps."""
    return [Trouble(*row) for row in (mark or {}).get("troubles", ())]
