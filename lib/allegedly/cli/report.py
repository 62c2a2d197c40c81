"""`allegedly report`: notebooks → pages, the index, and what is new."""

import json
import shlex
import subprocess
import sys
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from ..corpus import find_project
from ..documents import is_read, is_url
from ..errors import harmless
from . import options
from .output import say, tell


class Progress:
    """How far a run is: a bar at a terminal, else a line for each page."""

    def __init__(self, quiet: bool):
        self._quiet, self._bar, self._is_terminal = quiet, None, sys.stderr.isatty() and not quiet

    def running(self, name: str, heading: str) -> None:
        if self._bar is not None:
            self._bar.set_postfix_str(harmless(f"{name}: {heading}")[:70])

    def started(self, total: int) -> None:
        if self._is_terminal and total:
            from tqdm import tqdm

            self._bar = tqdm(total=total, unit="page", leave=False)

    def done(self, status: dict[str, Any]) -> None:
        if self._bar is not None:
            self._bar.update()
        if status["status"] != "ok":
            self._line(f"{status['name']}: {status['status']}: {status['error']}{_where(status)}")
        elif not self._quiet and self._bar is None:
            self._line(f"{status['name']}: ok, {status['seconds']:.1f} s")

    def _line(self, line: str) -> None:
        if self._bar is None:
            say(line)
        else:
            self._bar.write(f"allegedly: {harmless(line)}", file=sys.stderr)

    def close(self) -> None:
        if self._bar is not None:
            self._bar.close()


def _where(status: dict[str, Any]) -> str:
    cell = f" (cell {status['cell']})" if status.get("cell") else ""
    return cell + (f"; see {status['page']}" if status.get("page") else "")


@click.command(short_help="Notebooks → pages and their index.")
@click.argument("inputs", nargs=-1, metavar="[INPUT|NOTEBOOK …]")
@click.option(
    "--parameter", "-p", "given", nargs=2, multiple=True, metavar="NAME VALUE", help="A notebook's parameter."
)
@click.option("--each", type=click.Choice(["article"]), help="One page an article, of notebooks about one article.")
@options.jobs
@click.option("--force", is_flag=True, help="Read and run all, not only what changed.")
@click.option(
    "--keep", type=click.IntRange(0), default=0, metavar="N", help="Keep the last N pages that were replaced."
)
@click.option("--timeout", type=click.IntRange(1), default=600, show_default=True, help="Seconds a cell may take.")
@click.option("--wait", type=click.IntRange(0), default=600, show_default=True, help="Seconds to wait for another run.")
@click.option(
    "--notify", metavar="COMMAND", help="Called with changes.json on standard input when something conflicts anew."
)
@options.rules
@options.of_columns
@options.folders
@click.option("--reports", type=click.Path(path_type=Path), help="Folder of reports, not the project's or INPUT's.")
@click.option("--open", "open_", is_flag=True, help="Show the page in the browser.")
@options.quiet
@click.pass_context
def report(
    context: click.Context,
    /,
    inputs: tuple[str, ...],
    given: tuple[tuple[str, str], ...],
    notify: str | None,
    rules: Path | None,
    raw: Path | None,
    processed: Path | None,
    reports: Path | None,
    open_: bool,
    quiet: bool,
    **others: Any,
) -> None:
    """Makes pages: of any article or folder of them, anywhere; or of a project, with an index: reports/index.html.

    INPUT is a file, a folder, an address of the web or "-" for standard input; its page, INPUT.report.html, stands
    beside it. Of several articles there is a folder of pages, INPUT-report. No project is needed.

    NOTEBOOK is a path, or the name of one in notebooks/; a start of it is enough. Without INPUT and NOTEBOOK all
    notebooks of the project are run, those about one article once for each. Articles that are new or changed are read
    first; what did not change is skipped.

    \b
    Example:
      allegedly report article.txt --open
      allegedly report
      allegedly report 01-one-article -p article 2022-12-22-north-korea-weapons-wagner
      allegedly report --notify "mail -s conflict desk@example.org"
    """
    from ..reports.anywhere import report_on
    from ..reports.suite import Report, run_suite

    def run(make: Callable[..., Report], *what: Any, **how: Any) -> Report:
        progress = Progress(quiet)
        try:
            return make(*what, say=say, progress=progress, **how, **others)
        finally:
            progress.close()

    places = [name for name in inputs if _is_input(name)]
    notebooks = tuple(name for name in inputs if name not in places)
    columns = options.columns(context)
    done = [run(report_on, place, reports, rules, columns) for place in places]
    if notebooks or not places:
        project = find_project(raw=raw, processed=processed, reports=reports, rules=rules, columns=columns)
        done.append(run(run_suite, project, notebooks, dict(given)))
    for made in done:
        tell(made.remarks, made.troubles, quiet)
        if not quiet:
            counts = f"{len(made.made)} pages made, {len(made.skipped)} unchanged, {len(made.failed)} failed"
            say(f"{counts}: {made.index}" if made.index else counts)
        if open_ and made.index:
            webbrowser.open(made.index.resolve().as_uri())
        _notify(notify, made.changes)
    context.exit(3 if any(made.troubles or made.failed for made in done) else 0)


def _is_input(name: str) -> bool:
    """Whether `name` is of articles, not of a notebook."""
    path = Path(name)
    if path.suffix == ".ipynb":
        return False
    return name == "-" or is_url(name) or path.exists() or is_read(path)


def _notify(command: str | None, changes: dict[str, Any] | None) -> None:
    """Calls `command` with the changes where a finding is in conflict that was not before."""
    from ..reports.changes import conflicts

    if not command or not changes or not conflicts(changes):
        return
    try:
        subprocess.run(shlex.split(command), input=json.dumps(changes).encode(), check=True)
    except (OSError, ValueError, subprocess.CalledProcessError) as error:
        say(f"--notify {command}: {error}; the run itself is done")
