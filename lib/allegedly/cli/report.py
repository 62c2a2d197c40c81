"""`allegedly report`: notebooks → pages."""

import click

from . import options


@click.command(short_help="Notebooks → reports.")
def report():
    """Not yet."""
    raise SystemExit(2)


__all__ = ["options", "report"]
