"""`allegedly explain`: a sentence → the layers of its analysis, and what read each field."""

import json
import sys
from datetime import date

import click

from ..errors import Trouble
from . import options


@click.command(short_help="A sentence → how it is read.")
@click.argument("text", nargs=-1, required=True, metavar="SENTENCE")
@options.as_of
@click.option(
    "--format",
    "-f",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to print; text, if not said.",
)
def explain(text: tuple[str, ...], as_of: date | None, format_: str) -> None:
    """Shows how a sentence is read: tokens, chunks, clauses, quotations, cues, times and figures; and for each field of
    each figure the row of a table, or the function, that read it.

    SENTENCE may be several; "-" is standard input.

    \b
    Example:
      allegedly explain "The mayor said about 300 houses were flooded."
      allegedly explain "It sold 40 boats on Friday." --as-of 2024-05-15 --format json
    """
    from ..documents import from_bytes
    from ..explanation import explain as explained

    words = from_bytes(sys.stdin.buffer.read()).text if text == ("-",) else " ".join(text)
    if not words.strip():
        raise Trouble("SENTENCE", "is empty", 'give one in quotation marks: allegedly explain "It sold 40 boats."')
    found = explained(words, as_of)
    click.echo(json.dumps(found.as_dict(), ensure_ascii=False, indent=2) if format_ == "json" else repr(found))
