"""`allegedly sources`: the rows that sources.csv lacks, for a person to look over."""

from pathlib import Path

import click

from . import options
from .output import say, tell


@click.command(short_help="Missing rows of sources.csv.")
@click.argument("folder", required=False, type=click.Path(path_type=Path), metavar="[FOLDER]")
@options.quiet
@click.pass_context
def sources(context: click.Context, folder: Path | None, quiet: bool) -> None:
    """Writes a row into sources.csv for each article that has none, of what the article says of itself.

    FOLDER holds the articles; without it the project's data/raw. Look the rows over: a day may be that of printing.

    \b
    Example:
      allegedly sources
      allegedly sources ~/floods
    """
    from ..corpus import find_project
    from ..documents import SOURCES, missing_rows, with_rows
    from ..errors import Trouble
    from ..table.files import write_bytes

    folder = folder or find_project().raw
    if not folder.is_dir():
        raise Trouble(folder, "is no folder of articles", "name the folder that holds them")
    rows, troubles = missing_rows(folder)
    if rows:
        write_bytes(folder / SOURCES, with_rows(folder, rows))
    tell([f"{folder / row['file']}: {row['note']}" for row in rows], troubles, quiet)
    if not quiet:
        say(
            f"{len(rows)} rows written into {folder / SOURCES}"
            if rows
            else f"{folder / SOURCES}: every article has a row"
        )
    context.exit(3 if troubles else 0)
