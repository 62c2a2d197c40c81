"""What a run is given: which folder holds the articles, which the tables and the reports, and which rules are asked.

All of it reaches the notebooks' kernels as environment variables, so that a page shows what the tables hold.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import Trouble

RAW, PROCESSED, RULES = "ALLEGEDLY_RAW", "ALLEGEDLY_PROCESSED", "ALLEGEDLY_RULES"  #: environment variables
GOLD, COLUMNS = "ALLEGEDLY_GOLD", "ALLEGEDLY_COLUMNS"
NOTEBOOKS = Path(__file__).parents[1] / "notebooks"  #: those that come with the library, for a project without its own


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a project, and its rules file where there is one, as absolute paths."""

    raw: Path
    processed: Path
    reports: Path
    notebooks: Path
    rules: Path | None = None  #: further rules that its figures are held against
    root: Path = Path()
    columns: Mapping[str, str] = field(default_factory=dict)  #: field → column, for tables of articles

    @property
    def beside(self) -> Path:
        """Where corrections and rates stand: the folder of the articles, or that of the one file that holds them."""
        return self.raw if self.raw.is_dir() else self.raw.parent

    @property
    def gold(self) -> Path | None:
        """The folder of its annotation by people; None where there is none."""
        usual = (self.root / "gold", self.root / "tests" / "gold")
        return next((folder for folder in usual if any(folder.glob("*.jsonl"))), None)

    @property
    def environment(self) -> dict[str, str]:
        """All that its tables are made from, as environment variables; what is not given is empty, not missing."""
        given = {RAW: self.raw, PROCESSED: self.processed, RULES: self.rules, GOLD: self.gold}
        return {name: str(path or "") for name, path in given.items()} | {COLUMNS: json.dumps({**self.columns})}


def find_project(
    start: Path | str = ".",
    raw: Path | str | None = None,
    processed: Path | str | None = None,
    reports: Path | str | None = None,
    rules: Path | str | None = None,
    columns: Mapping[str, str] | None = None,
) -> Project:
    """The project that `start` lies in: the nearest folder upwards that holds `data/raw`; named folders come first.

    `rules` is a file of further rules, which every table and page of the project is then made with. A Trouble where
    there is no project and `raw` does not say where the articles are.
    """
    start = Path(start).resolve()
    root = next((folder for folder in (start, *start.parents) if (folder / "data" / "raw").is_dir()), None)
    if raw is not None and not Path(raw).exists():
        raise Trouble(raw, "is no folder of articles", "name the folder that holds them with --raw")
    if root is None:
        if raw is None:
            way_out = "name an article or a folder of them, or begin a project: allegedly new DIR"
            raise Trouble(start, "no project here or above", way_out)
        root = start

    def folder(given: Path | str | None, *usual: str) -> Path:
        return Path(given).resolve() if given is not None else root.joinpath(*usual)

    return Project(
        folder(raw, "data", "raw"),
        folder(processed, "data", "processed"),
        folder(reports, "reports"),
        root / "notebooks" if (root / "notebooks").exists() else NOTEBOOKS,
        Path(rules).resolve() if rules is not None else None,
        root,
        columns or {},
    )


def given_project(
    environment: Mapping[str, str] = os.environ, raw: Path | str | None = None, processed: Path | str | None = None
) -> Project:
    """The project as a run handed it on in `environment`; folders that are named come first."""
    raw, processed = raw or environment.get(RAW) or None, processed or environment.get(PROCESSED) or None
    columns = json.loads(environment.get(COLUMNS) or "{}")
    return find_project(raw=raw, processed=processed, rules=environment.get(RULES) or None, columns=columns)


def annotation(given: Path | str = "", environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of annotation by people: the one `given`, the one a run handed on, or the project's own."""
    named = given or environment.get(GOLD)
    if found := Path(named) if named else find_project().gold:
        return found
    raise Trouble(find_project().root / "gold", "holds no annotation", "put a .jsonl with its text there")
