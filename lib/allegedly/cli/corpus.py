"""`allegedly corpus`: corpora that no table in memory holds, read in shards; and questions to them."""

import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from ..errors import Trouble
from . import options
from .output import agree, emit, say, tell

if TYPE_CHECKING:
    from ..corpus.large import Ran

_EVERY = 5.0  #: seconds between lines of progress where nobody sits at a terminal


@click.command(short_help="Many articles → shards.")
@click.argument("paths", nargs=-1, metavar="[PATH …]")
@click.option("--query", "-s", metavar="SQL", help="Ask what was read, instead of reading.")
@click.option("--force", is_flag=True, help="Read all anew.")
@click.option(
    "--engine",
    "engine_",
    type=click.Choice(["processes", "dask", "serial"]),
    default="processes",
    show_default=True,
    help="Who does the work.",
)
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler, such as tcp://10.0.0.5:8786, and its workers.")
@options.output
@options.of_columns
@options.language
@options.jobs
@click.option("--processed", type=click.Path(path_type=Path), help="Folder of tables instead of the project's.")
@options.quiet
@click.pass_context
def corpus(
    context: click.Context,
    paths: tuple[str, ...],
    query: str | None,
    force: bool,
    engine_: str,
    scheduler: str | None,
    format_: str | None,
    out: Path | None,
    jobs: int,
    processed: Path | None,
    quiet: bool,
) -> None:
    """Reads and checks articles by the hundred thousand: into shards, by many processes or machines.

    PATH is a file of articles (JSON Lines, CSV, Parquet, a web archive, a zip), an article, or a folder of them;
    without one the project's. Only what changed is read again. A run that was stopped goes on where it stopped. The
    tables stand in data/processed/corpus, a Parquet file a shard.

    \b
    Example:
      allegedly corpus archive.jsonl --processed tables
      allegedly corpus --query "select speaker, count(*) n from claims group by all order by n desc limit 9"
    """
    from ..corpus import find_project
    from ..corpus.large import open_dataset, read_large
    from ..corpus.large.dataset import HOME
    from ..corpus.large.engines import engine

    agree(format_, out)
    if query is not None:
        if paths or force:
            raise Trouble("--query", "asks what was read, and reads nothing", "leave PATH and --force away")
        emit(open_dataset(processed or find_project().processed).query(query), "rows", format_, out)
        return
    if not paths or processed is None:
        project = find_project(raw=None if not paths else paths[0])
        paths, processed = paths or (str(project.raw),), processed or project.processed
    first = Path(paths[0])
    beside = first if first.is_dir() else first.parent
    worker = engine(engine_, jobs, scheduler)
    ran = read_large(paths, processed / HOME, worker, options.columns(context), beside, force, progress(quiet))
    tell(ran.remarks, ran.troubles, quiet)
    if not quiet:
        say(told(ran))
    context.exit(3 if ran.troubles else 0)


def told(ran: "Ran") -> str:
    """What a run did, in a line."""
    counts = [f"{ran.articles:,} articles", f"{ran.read_now:,} read now", f"{ran.claims:,} claims"]
    across = [f"{number:,} {name}" for name, number in ran.linked.items()]
    return f"{', '.join(counts)}; across articles {', '.join(across)}; in {ran.home}"


def progress(quiet: bool) -> Callable[[str, int, int], None]:
    """What shows how far a run is: a line that is written over at a terminal, else one every few seconds."""
    began: dict[str, float] = {}
    last = [monotonic()]
    is_terminal = sys.stderr.isatty()

    def show(said: str, done: int, of: int) -> None:
        start = began.setdefault(said, last[0])
        now = monotonic()
        if quiet or not (is_terminal or now - last[0] >= _EVERY):
            return
        last[0] = now
        rate = done / max(0.001, now - start)
        left = (of - done) / rate if rate else 0
        line = f"{said}: {done:,} of {of:,}, {rate:,.1f} a second, {left / 60:,.0f} min left"
        if is_terminal:
            click.echo(f"\r{line}\x1b[K", err=True, nl=done >= of)
        else:
            say(line)

    return show
