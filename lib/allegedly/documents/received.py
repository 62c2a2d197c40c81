"""What a person hands over to be read, as a file: a path, or what has none saved for a while."""

import csv
from datetime import date
from pathlib import Path

from ..names import file_name
from .fetch import fetch, is_url
from .given import standard_input
from .kinds import kind_of, stem_of, suffix_of
from .sources import SOURCES, SOURCES_HEAD

STDIN = "stdin"  #: the name of an article from standard input


def received(place: str, folder: Path) -> tuple[Path, Path]:
    """The file or folder at `place`, and the folder that its report goes to.

    What is no file, standard input ("-") or a page of the web, is saved in `folder`, and its report goes to the
    current one.
    """
    if place != "-" and not is_url(place):
        path = Path(place).resolve()
        inside = path.is_dir() and path in (Path.cwd(), *Path.cwd().parents)
        return path, Path.cwd() if inside else path.parent
    row = {}
    if place == "-":
        data = standard_input()
        name = f"{STDIN}{kind_of(data)}"
    else:
        page = fetch(place)
        data, name = page.data, f"{file_name(stem_of(page.name))}{suffix_of(page.name)}"
        row = {"file": name, "url": page.url, "accessed": date.today().isoformat()}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    if row:
        with (folder / SOURCES).open("w", newline="", encoding="utf8") as file:
            table = csv.DictWriter(file, SOURCES_HEAD)
            table.writeheader()
            table.writerow(row)
    return folder / name, Path.cwd()
