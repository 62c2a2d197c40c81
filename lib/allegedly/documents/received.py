"""What a person hands over to be read, as a file: a path, or standard input saved for a while."""

from pathlib import Path

from .given import standard_input

STDIN = "stdin"  #: the name of an article from standard input


def received(place: str, folder: Path) -> tuple[Path, Path]:
    """The file or folder at `place`, and the folder that its report goes to.

    What is no file, standard input ("-"), is saved in `folder`, and its report goes to the current one.
    """
    if place != "-":
        path = Path(place).resolve()
        inside = path.is_dir() and path in (Path.cwd(), *Path.cwd().parents)
        return path, Path.cwd() if inside else path.parent
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{STDIN}.txt"
    path.write_bytes(standard_input())
    return path, Path.cwd()
