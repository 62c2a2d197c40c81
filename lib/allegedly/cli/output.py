"""What goes to standard output, and what to standard error."""

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable
from contextlib import suppress
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, TextIO
from unicodedata import combining, east_asian_width

import click

from ..errors import Trouble, harmless

if TYPE_CHECKING:
    import pandas as pd

# What a person at a terminal sees of each table; all columns are in the files and in the pipe.
SHOWN = {
    "claims": ("text", "low", "high", "unit", "per", "thing", "speaker", "stance", "when"),
    "figures": ("text", "kind", "low", "high", "unit", "thing", "speaker", "reason"),
    "checks": ("verdict", "severity", "relation"),
}
# How much of the terminal's width each may take, in parts.
_WIDE = {"relation": 6, "thing": 3, "text": 3, "speaker": 3, "reason": 3}
# The width under which a column says too little; 9 where it is not said.
_LEAST = {"text": 24, "relation": 24}
_NO_ARTICLE = "\0no article"  #: no article is called so
_LINE = 900  #: signs that are shown of a message; a cell or a name in it may be of any length
TOLD = 10  #: lines of a kind that are printed
_LONGEST = 18  #: signs of a number that is printed in full


def say(message: object) -> None:
    """One line on standard error, with places named from here; what that does not take is lost, and no accident."""
    with suppress(OSError):
        message = str(message).replace(f"{Path.cwd()}/", "")
    message = str(message)
    try:
        click.echo(f"allegedly: {harmless(_shortened(message))}", err=True)
    except OSError:
        silence(sys.stderr)


def _shortened(message: str) -> str:
    return message if len(message) <= _LINE else f"{message[: _LINE - 300]} … {message[-297:]}"


def tell(remarks: Iterable[object], troubles: Iterable[object], quiet: bool = False) -> None:
    """Remarks and troubles on standard error: a line each, at most ten of a kind, then how many more there are."""
    for lines, mark in (((), "") if quiet else (remarks, "note: ")), (troubles, ""):
        kinds: dict[str, list[str]] = {}
        for line in map(str, lines):
            kinds.setdefault(kind(line), []).append(line)
        for alike in kinds.values():
            for line in alike[:TOLD]:
                say(f"{mark}{line}")
            if len(alike) > TOLD:
                say(f"{mark}and {len(alike) - TOLD} more of this kind, such as {alike[-1].partition(': ')[0]}")


def kind(line: str) -> str:
    """What a line says, without the places, names and numbers in it.

    >>> kind("raw/b 2.txt: left out, no reader for .docx") == kind("raw/a.txt: left out, no reader for .docx")
    True
    """
    place, _, said = line.partition(": ")
    if not any(sign in place for sign in "/.@,"):
        return place  # "corrected: a@7, thing: …"
    return " ".join(re.sub(r"'[^']*'|\S*[\d/@]\S*", "…", said).split()[:8])


def agree(format: str | None, out: Path | None, is_by_article: bool = True) -> None:
    """A Trouble where `out` says another format than `format`, before any work is done.

    A folder is for tables whose rows are of an article each (`is_by_article`).
    """
    from ..table import FORMATS

    if out is None or str(out) == "-":
        return
    said = out.suffix[1:].lower()
    if not said and not is_by_article:
        raise Trouble(out, "is no table's name, and scores are of no single article", f"name a file: --out {out}.csv")
    if not said and format not in (None, "parquet"):
        raise Trouble(out, f"--format {format}: a folder gets Parquet files", f"name a file: --out {out}.{format}")
    if said in FORMATS and format not in (None, said):
        raise Trouble(out, f"--format {format} contradicts its name", "name it after its format, or leave --format out")
    if said and said not in FORMATS and format not in FORMATS:
        raise Trouble(out, "is no table's name", f"end it in .{', .'.join(FORMATS)}")


def emit(frame: "pd.DataFrame", name: str, format: str | None, out: Path | None) -> None:
    """Prints `frame`, or writes it to `out`: for a person where one reads along, for a program where not."""
    from ..table import FORMATS, table_bytes, trivial, write_table
    from ..table.files import write_bytes

    out = None if str(out) == "-" else out
    if out is not None and not out.suffix:
        _write_dataset(frame, out)
    elif out is not None and format in FORMATS:
        write_bytes(out, table_bytes(frame, format))
    elif out is not None:
        write_table(frame, out)
    elif sys.stdout is None:
        raise Trouble("standard output", "is closed", "name a file with --out")
    elif format == "table" or (format is None and sys.stdout.isatty()):
        shown = in_sentences if name == "checks" else in_columns
        text = shown(
            frame[~trivial(frame)] if name == "checks" else frame, SHOWN[name], shutil.get_terminal_size().columns
        )
        put(f"{text}\n".encode(errors="replace"))
    else:
        put(table_bytes(frame, format or "csv"))


def put(data: bytes) -> None:
    """Writes `data` to standard output; a Trouble where that takes none."""
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence(sys.stdout)
        raise Trouble("standard output", f"cannot be written: {error.strerror}", "name a file with --out") from None


def silence(stream: TextIO) -> None:
    """Has what `stream` still holds go nowhere, so that neither an error nor another code follows at the end."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _write_dataset(frame: "pd.DataFrame", folder: Path) -> None:
    """A Parquet file an article in `folder`, which readers of Parquet open as one table.

    Rows of no single article get a file of their own; files of earlier runs are left, and said.
    """
    from ..names import file_name
    from ..table import write_table

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Trouble(folder, f"cannot be made: {error.strerror}", "name another place with --out") from None
    written = set()
    groups = frame.groupby(frame["doc"].astype(object).fillna(_NO_ARTICLE), sort=False)
    for doc, rows in groups if len(frame) else [(_NO_ARTICLE, frame)]:
        path = folder / f"{file_name(doc)}.parquet"
        write_table(rows.reset_index(drop=True), path)
        written.add(path)
    if others := sorted({*folder.glob("*.parquet")} - written):
        say(f"note: {folder}: {len(others)} files of other runs are left in it, such as {others[0].name}")


def in_columns(frame: "pd.DataFrame", names: Iterable[str], width: int) -> str:
    """The columns `names` of `frame` as text that fits into `width`: words are cut, numbers never.

    Where even that does not fit, the last columns are left out; the first is cut where it alone does not.

    >>> import pandas as pd
    >>> print(in_columns(pd.DataFrame({"text": ["about 1,000"], "low": [900.0]}), ("text", "low"), 40))
    text         low
    about 1,000  900
    """
    if frame.empty:
        return "nothing found"
    names = [name for name in names if name in frame and frame[name].notna().any()]
    cells = {name: [_shown(cell) for cell in frame[name].tolist()] for name in names}
    needed = {name: max(len(name), *map(_width, cells[name])) for name in names}
    least = {name: _least(name, needed[name], frame[name].dtype.kind in "iuf") for name in names}
    while len(least) > 1 and sum(least.values()) + 2 * (len(least) - 1) > width:
        least.popitem()
    given = _widths({name: needed[name] for name in least}, least, width - 2 * (len(least) - 1))
    lines = ["  ".join(_fitted(name, given[name]) for name in given)]
    lines += ["  ".join(_fitted(cells[name][row], given[name]) for name in given) for row in range(len(frame))]
    return "\n".join(_fitted(line, width).rstrip() for line in lines)


def _least(name: str, needed: int, is_number: bool) -> int:
    """The width below which a column is left out rather than cut."""
    return needed if is_number else min(needed, _LEAST.get(name, 9))


def in_sentences(frame: "pd.DataFrame", names: Iterable[str], width: int) -> str:
    """The findings in `frame`: the columns `names` on one line, on the next the sentence that says why."""
    heading, *lines = in_columns(frame, names, width).splitlines()
    for number, why in reversed([*enumerate(frame["why"].fillna(""), 1)]):
        indent = "    " if width > _LEAST["text"] else ""
        lines[number:number] = _wrapped(harmless(why), width, indent)
    return "\n".join([heading, *lines])


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    """`text` in lines of at most `width` places, half as many signs where some take two."""
    for signs in (width, width // 2):
        lines = textwrap.wrap(text, max(1, signs), initial_indent=indent, subsequent_indent=indent)
        if max(map(_width, lines), default=0) <= width:
            break
    return lines


def _widths(needed: dict[str, int], least: dict[str, int], room: int) -> dict[str, int]:
    """A width for each column: what it needs, or its part of the room that the least widths leave."""
    given, spare = dict(least), room - sum(least.values())
    wanting = [name for name in needed if needed[name] > least[name]]
    for name in sorted(wanting, key=lambda name: (needed[name] - least[name]) / _WIDE.get(name, 1)):
        more = min(needed[name] - least[name], spare * _WIDE.get(name, 1) // sum(_WIDE.get(n, 1) for n in wanting))
        given[name] += more
        spare -= more
        wanting = [other for other in wanting if other != name]
    return given


def _fitted(text: str, width: int) -> str:
    if (own := _width(text)) > width:
        while text and own > width - 1:
            own -= _width(text[-1])
            text = text[:-1]
        text, own = (f"{text}…", own + 1) if width > 0 else ("", 0)
    return text + " " * (width - own)


def _width(text: str) -> int:
    """How many places of a terminal `text` takes: two a Chinese sign, none an accent that is set on another."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _shown(cell: object) -> str:
    import pandas as pd

    if not isinstance(cell, list) and pd.isna(cell):
        return ""
    if isinstance(cell, float):
        return "∞" if cell == inf else "−∞" if cell == -inf else _number(cell)
    return harmless(" ".join(str(cell).split()))


def _number(value: float) -> str:
    """A number in full, or in powers of ten where that is too long to be read."""
    full = f"{value:,.15g}"
    return full if len(full) <= _LONGEST else f"{value:.4g}"
