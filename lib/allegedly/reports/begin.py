"""A new project: folders, the notebooks that come with the library, and the few files around them."""

import sys
from pathlib import Path

from ..corpus.project import NOTEBOOKS
from ..documents import SOURCES_HEAD
from ..errors import Trouble
from ..table.files import write_bytes

_TEMPLATES = Path(__file__).parent / "project"
_PLACES = {"README.md": "README.md", "Makefile": "Makefile", "environment.yml": "environment.yml"}
_PLACES |= {"gitignore": ".gitignore"}


def begin(folder: Path) -> list[Path]:
    """Makes a project in `folder`, and says what it wrote; a Trouble where one of its files is there already."""
    wanted = {folder / place: _template(name) for name, place in _PLACES.items()}
    wanted[folder / "data" / "raw" / "sources.csv"] = f"{','.join(SOURCES_HEAD)}\n".encode()
    wanted |= {folder / "notebooks" / path.name: path.read_bytes() for path in sorted(NOTEBOOKS.glob("*.ipynb"))}
    if there := next((path for path in wanted if path.exists()), None):
        raise Trouble(there, "is there already", "name a new folder, or move it away")
    for path, data in wanted.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Trouble(path.parent, f"cannot be made: {error.strerror}", "name another place") from None
        write_bytes(path, data)
    return [*wanted]


def _template(name: str) -> bytes:
    text = (_TEMPLATES / name).read_text(encoding="utf8")
    return text.replace("@PYTHON@", sys.executable).encode()
