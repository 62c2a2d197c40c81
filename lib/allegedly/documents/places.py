"""What stands in a folder: the articles, and everything that is left out, with the reason."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import Trouble
from .kinds import READABLE, is_read

REPORT = ".report.html"  #: ends the name of a page that stands beside its article
FILE, FOLDER, NOTHING, OTHER = "a file", "a folder", "nothing", "no regular file"


@dataclass(slots=True)
class There:
    """The files in a folder and below that have a reader, and why the others are left out."""

    articles: list[Path] = field(default_factory=list)
    left_out: dict[Path, str] = field(default_factory=dict)
    closed: list[Trouble] = field(default_factory=list)  #: folders that cannot be looked into


def kind(path: Path) -> str:
    """What stands at `path`; a Trouble where the system does not let it be seen."""
    try:
        return FILE if path.is_file() else FOLDER if path.is_dir() else OTHER if path.exists() else NOTHING
    except (OSError, ValueError) as error:
        raise Trouble(path, f"cannot be read: {getattr(error, 'strerror', error)}", "check its permissions") from None


def is_file(path: Path) -> bool:
    """Whether there is a file at `path`; a Trouble where something else stands there, which would go unread."""
    found = kind(path)
    if found in (FOLDER, OTHER) or (found == NOTHING and path.is_symlink()):
        what = "is a link to nothing" if found == NOTHING else f"is {found}, not a file"
        raise Trouble(path, what, "put a file there, or move it away")
    return found == FILE


def look(folder: Path, own: Iterable[str]) -> There:
    """What stands in `folder` and below, by name.

    Hidden files, READMEs, our own reports and files named as in `own` are passed over.
    """
    found = There()
    for path, error in sorted(_walked(folder), key=lambda pair: pair[0]):
        if error:
            closed = Trouble(path, f"cannot be looked into: {error}", "check its permissions; the rest is read")
            found.closed.append(closed)
        elif path.name in own or path.name.endswith(REPORT) or path.stem.upper() == "README":
            continue
        elif reason := _unfit(path):
            found.left_out[path] = reason
        else:
            found.articles.append(path)
    return found


def _walked(folder: Path) -> Iterator[tuple[Path, str]]:
    """Each path below `folder` that is no folder, and each folder that cannot be looked into, with the reason."""
    errors: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=errors.append):
        for name in [*folders]:
            if name.startswith(".") or _is_reports(Path(place) / name):
                folders.remove(name)
            elif (Path(place) / name).is_symlink():
                yield Path(place) / name, ""
        yield from ((Path(place) / name, "") for name in files if not name.startswith("."))
    yield from ((Path(error.filename), error.strerror or "") for error in errors)


def _is_reports(folder: Path) -> bool:
    """Whether `folder` holds pages that we made: their lock and their statuses stand in it."""
    try:
        return (folder / ".lock").is_file() and (folder / "status").is_dir()
    except OSError:  # closed: that is said where it is looked into
        return False


def _unfit(path: Path) -> str:
    """Why no reader takes what stands at `path`; empty where one does."""
    try:
        found = kind(path)
    except Trouble as trouble:
        return trouble.what
    if found == FOLDER:
        return "it is a link to a folder; name that to read it"
    if found != FILE:
        return "it is a link to nothing" if found == NOTHING else "it is no regular file"
    return "" if is_read(path) else f"no reader for {path.suffix or 'it'}; what is read: {READABLE}"
