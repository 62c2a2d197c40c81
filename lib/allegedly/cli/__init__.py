"""The command line: read · check · report · score · explain.

A person at a terminal gets tables and progress; a pipe gets CSV on standard output and all else on standard error.
Exit codes: 0 done · 1 found what --strict forbids · 2 wrong use · 3 some inputs failed, the rest is done and saved.
"""

import signal
from typing import Any

import click

from .. import __version__
from ..errors import Trouble
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
            silence()
            context.exit(128 + signal.SIGPIPE)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="allegedly")
def main() -> None:
    """Reads the figures in news text, checks them against each other, and reports what it finds.

    \b
    allegedly read                   every figure of the articles in data/raw
    allegedly check                  what agrees, what conflicts, what cannot be told
    allegedly report                 notebooks → reports/index.html
    allegedly score tests/gold       how well it reads, against annotation
    allegedly explain "SENTENCE"     how it reads: each layer, and what read each field

    Exit codes: 0 done, 1 found what --strict forbids, 2 wrong use, 3 some inputs failed (the rest is done).
    """


def _add_commands() -> None:
    from .explain import explain
    from .read import check, read, score
    from .report import report

    for command in (read, check, report, score, explain):
        main.add_command(command)


_add_commands()
