"""Options that several commands share."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click


class Day(click.ParamType[date]):
    """A date, given as 2022-12-31."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write it as 2022-12-31", param, ctx)


Decorator = Callable[[Any], Any]


def several(*options: Decorator) -> Decorator:
    """One decorator that adds all `options`, in the order in which --help shows them."""

    def add(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return add


folders = several(
    click.option("--raw", type=click.Path(path_type=Path), help="Folder of articles instead of the project's."),
    click.option("--processed", type=click.Path(path_type=Path), help="Folder of tables instead of the project's."),
)
quiet = click.option("--quiet", "-q", is_flag=True, help="Say only what went wrong.")
jobs = click.option(
    "--jobs",
    "-j",
    type=click.IntRange(1),
    default=lambda: min(os.cpu_count() or 1, 4),
    show_default="processors, at most 4",
    help="How many at once.",
)
output = several(
    click.option(
        "--format",
        "-f",
        "format_",
        type=click.Choice(["table", "csv", "jsonl", "parquet"]),
        help="How to print: a table at a terminal, CSV in a pipe, if not said.",
    ),
    click.option(
        "--out",
        "-o",
        type=click.Path(path_type=Path),
        help="Write there instead: a file (.csv, .jsonl, .parquet), or a folder for a Parquet file an article.",
    ),
)
as_of = click.option("--as-of", type=Day(), help="The day that “Wednesday” and “last month” are resolved from.")
rules = click.option(
    "--rules",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Further rules, a TOML file (docs/method.md).",
)


FIELDS = ("text", "id", "published", "title")


def _columns(context: click.Context, option: click.Parameter, column: str | None) -> None:
    """Notes the column that holds a field, for `columns`."""
    if column:
        context.obj = {**(context.obj or {}), str(option.name).removeprefix("column_"): column}


def columns(context: click.Context) -> dict[str, str]:
    """The columns of tables of articles that were named on the command line, by field."""
    return {**(context.obj or {})}


of_columns = several(
    *(
        click.option(
            f"--{field}",
            f"column_{field}",
            expose_value=False,
            callback=_columns,
            metavar="COLUMN",
            help=f"Of a table of articles (CSV, JSON, Parquet): the column of their {meant}, if not found by its name.",
        )
        for field, meant in zip(FIELDS, ("texts", "ids", "days", "titles"), strict=True)
    )
)


def _speak(context: click.Context, option: click.Parameter, language: str | None) -> None:
    """Reads that language from now on."""
    if language:
        from ..lexicon import speak

        speak(language)


language = click.option(
    "--language",
    expose_value=False,
    callback=_speak,
    metavar="CODE|FOLDER",
    help="The language of the articles: a folder of the lexicon, or the path of one of your own. English if not said.",
)
articles = several(output, as_of, of_columns, language, jobs, folders, quiet)  #: of every command that reads articles
