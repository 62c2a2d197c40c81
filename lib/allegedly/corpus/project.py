"""Which folder holds the articles, which the tables made of them, which the reports."""

from dataclasses import dataclass
from pathlib import Path

from ..errors import Trouble


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of a project, as absolute paths."""

    raw: Path
    processed: Path
    reports: Path
    notebooks: Path

    @property
    def root(self) -> Path:
        return self.notebooks.parent


def find_project(
    start: Path | str = ".",
    raw: Path | str | None = None,
    processed: Path | str | None = None,
    reports: Path | str | None = None,
) -> Project:
    """The project that `start` lies in: the nearest folder upwards that holds `data/raw`; named folders come first.

    A Trouble where there is none and `raw` does not say where the articles are.
    """
    start = Path(start).resolve()
    root = next((folder for folder in (start, *start.parents) if (folder / "data" / "raw").is_dir()), None)
    if raw is not None and not Path(raw).is_dir():
        raise Trouble(raw, "is no folder of articles", "name the folder that holds them with --raw")
    if root is None:
        if raw is None:
            raise Trouble(start, "no project here or above", "run it where data/raw is, or name the folder with --raw")
        root = start

    def folder(given, *usual) -> Path:
        return Path(given).resolve() if given is not None else root.joinpath(*usual)

    return Project(
        folder(raw, "data", "raw"),
        folder(processed, "data", "processed"),
        folder(reports, "reports"),
        root / "notebooks",
    )
