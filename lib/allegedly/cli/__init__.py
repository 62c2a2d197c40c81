"""The command line: read · check · corpus · report · new · sources · export · gold · score · explain.

A person at a terminal gets tables and progress; a pipe gets CSV on standard output and all else on standard error.
Exit codes: 0 done · 1 found what --strict forbids · 2 wrong use · 3 some inputs failed, the rest is done and saved ·
70 a fault of allegedly itself.
"""

import signal
import sys
from typing import Any

import click

from .. import __version__
from ..errors import Trouble
from .faults import FAULT, record, told
from .output import say, silence


class Commands(click.Group):
    """A group whose commands end in one line and an exit code of their own, also where they cannot go on."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except Trouble as trouble:
            say(trouble)
            context.exit(2)
        except KeyboardInterrupt as stopped:
            say(f"stopped{stopped}")
            context.exit(128 + getattr(stopped, "number", signal.SIGINT))
        except BrokenPipeError:  # who reads has had enough, as `head` does
            silence(sys.stdout)
            context.exit(128 + signal.SIGPIPE)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except OSError as error:  # the machine's: a folder that is closed, a file that is gone
            place = error.filename or "the system"
            say(Trouble(place, f"cannot be used: {error.strerror or error}", "check that it is there, and open to you"))
            context.exit(2)
        except Exception as error:  # nobody foresaw it
            say(told(error, context.params["debug"]))
            if context.params["debug"]:
                click.echo(record(error), err=True)
            context.exit(FAULT)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="allegedly")
@click.option("--debug", is_flag=True, help="Show the traceback where allegedly itself breaks.")
def main(debug: bool) -> None:
    """Reads the figures in news text, checks them against each other, and reports what it finds.

    \b
    allegedly read                   every figure of the articles in data/raw
    allegedly check                  what agrees, what conflicts, what cannot be told
    allegedly report article.pdf     its page, beside it; without a name: a project's pages, reports/index.html
    allegedly new floods             a project: folders, notebooks, Makefile
    allegedly corpus archive.jsonl   a hundred thousand articles, in shards; asked with SQL
    allegedly sources                what the articles say of themselves, as rows of sources.csv
    allegedly export xlsx            the claims for other tools: spreadsheet, database, annotation …
    allegedly gold export.json       annotation made in other tools, for score
    allegedly score tests/gold       how well it reads, against annotation
    allegedly explain "SENTENCE"     how it reads: each layer, and what read each field

    Exit codes: 0 done, 1 found what --strict forbids, 2 wrong use, 3 some inputs failed (the rest is done),
    70 a fault of allegedly itself.
    """


def _add_commands() -> None:
    from .corpus import corpus
    from .explain import explain
    from .export import export, gold
    from .new import new
    from .read import check, read, score
    from .report import report
    from .sources import sources

    for command in (read, check, corpus, report, new, sources, export, gold, score, explain):
        main.add_command(command)


_add_commands()
