"""`allegedly new`: a project of one's own."""

from pathlib import Path

import click

from . import options
from .output import say


@click.command(short_help="A new project.")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@options.quiet
def new(folder: Path, quiet: bool) -> None:
    """Begins a project in DIR: data/raw for the articles, with its sources.csv, notebooks and a Makefile.

    \b
    Example:
      allegedly new floods
      cp ~/Downloads/*.pdf floods/data/raw
      cd floods && make report
    """
    from ..reports.begin import begin

    made = begin(folder)
    if not quiet:
        say(f"{len(made)} files made; put articles into {folder / 'data' / 'raw'}, then run `make report` in {folder}")
