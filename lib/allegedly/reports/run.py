"""Pages made: each notebook run, rendered and put in place, its status last."""

import platform
import re
import signal
import threading
import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from ..corpus.project import NOTEBOOKS, Project
from ..corpus.tables import Corpus
from ..errors import Trouble
from ..table import trivial
from ..table.files import write_bytes
from . import changes
from .execute import FAILED, OK, STOPPED, Conditions, Outcome, execute, import_papermill
from .notebooks import masked, without_secrets
from .plan import Page
from .status import EARLIER, digest, write_status

if TYPE_CHECKING:
    from pandas import DataFrame

_REMEMBERED = 30  # runs of which the index draws the course


class Stopped(KeyboardInterrupt):
    """The run was asked to end, by Ctrl-C or a signal."""

    def __init__(self, number: int):
        super().__init__("; what was done is saved, the next run carries on")
        self.number = number


def run_pages(
    project: Project, pages: list[Page], tables: Any, jobs: int, keep: int, timeout: int, progress: Any = None
) -> list[dict[str, Any]]:
    """The statuses of `pages` after running them, `jobs` at once; raises Stopped when it is told to end."""
    if not pages:
        return []
    nursery, corpus, stopping, made = tables.nursery, tables.corpus, threading.Event(), []
    import_papermill()

    def make(page: Page) -> dict[str, Any]:
        told = (lambda heading: progress.running(page.name, heading)) if progress else None
        conditions = Conditions(_cwd(project, page), timeout, project.environment, nursery, stopping, told)
        try:
            return make_page(project, page, corpus, conditions, keep)
        except (Trouble, OSError):
            raise
        except Exception as error:  # one page that breaks the maker must not take the others with it
            return _broken(project.reports, page, error)

    with _signals_raise(), ThreadPoolExecutor(jobs) as pool:
        running = [pool.submit(make, page) for page in pages]
        try:
            for done in as_completed(running):
                made.append(done.result())
                if progress:
                    progress.done(made[-1])
        except BaseException:  # also Ctrl-C and SIGTERM: no kernel may outlive the run
            stopping.set()
            for one in running:
                one.cancel()
            nursery.close()
            raise
    order = {page.name: number for number, page in enumerate(pages)}
    return sorted(made, key=lambda status: order[status["name"]])


def _cwd(project: Project, page: Page) -> Path:
    """Where a notebook runs: in its own folder, but one that comes with the library in the project."""
    folder = page.notebook.path.parent
    return project.root if folder == NOTEBOOKS else folder


@contextmanager
def _signals_raise() -> Iterator[None]:
    """Makes SIGTERM and SIGINT raise Stopped in the main thread."""

    def stop(number: int, frame: object) -> None:
        raise Stopped(number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def make_page(project: Project, page: Page, corpus: Corpus, conditions: Conditions, keep: int = 0) -> dict[str, Any]:
    """Runs the notebook of `page` and writes its page, its tables and, last of all, its status, which it gives."""
    reports, last, started = project.reports, page.last, datetime.now().astimezone()
    clock = monotonic()
    outcome = execute(page.notebook.path, page.parameters, conditions)
    part = corpus.article(page.article) if page.article else corpus
    now = changes.seen(part)
    changed = changes.changes((last.get("good") or {}).get("seen"), now)
    status = {
        "name": page.name,
        "title": page.notebook.title,
        "notebook": page.notebook.name,
        "article": page.article,
        **_of(part, page),
        "parameters": masked(page.parameters),
        "status": outcome.status,
        "error": outcome.error,
        "cell": outcome.cell,
        "traceback": outcome.traceback,
        "started": started.isoformat(timespec="seconds"),
        "seconds": round(monotonic() - clock, 2),
        "version": _version(),
        "versions": {"python": platform.python_version(), "papermill": import_papermill().__version__},
        "key": page.key,
    }
    if outcome.status == OK:
        status |= _good(reports, page, part, outcome, status, changed, now, keep)
    elif outcome.status != STOPPED or outcome.notebook is not None:
        status |= _bad(reports, page, outcome, status)
    write_status(reports, page.name, status)
    return status


def _of(part: Corpus, page: Page) -> dict[str, Any]:
    """What stands at the top of an article's own page: its headline, publisher, day and address."""
    if not page.article:
        return {"article_title": None}
    document = part.document
    day = document.date.isoformat() if document.date else None
    is_link = (document.url or "").startswith(("http://", "https://"))
    url = document.url if is_link else None
    return {"article_title": part.headline, "publisher": document.publisher, "as_of": day, "url": url}


def _broken(reports: Path, page: Page, error: Exception) -> dict[str, Any]:
    """The status of a page that could not be made, which is a fault of the library; its last good one stays."""
    good = page.last.get("good")
    status = {
        "name": page.name,
        "title": page.notebook.title,
        "notebook": page.notebook.name,
        "article": page.article,
        "parameters": masked(page.parameters),
        "status": FAILED,
        "error": f"it broke the maker of pages ({type(error).__name__}: {error}); please report it with the notebook",
        "traceback": "".join(traceback.format_exception(error)),
        "started": datetime.now().astimezone().isoformat(timespec="seconds"),
        "version": _version(),
        "key": page.key,
        "good": good,
        "last_good": {key: value for key, value in (good or {}).items() if key != "seen"} or None,
        "page": None,
    }
    write_status(reports, page.name, status)
    return status


def _version() -> str:
    from .. import __version__

    return __version__


def _good(
    reports: Path,
    page: Page,
    part: Corpus,
    outcome: Outcome,
    status: dict[str, Any],
    changed: dict[str, Any],
    now: dict[str, Any],
    keep: int,
) -> dict[str, Any]:
    """Puts a good run's files in place; what its status adds."""
    from ..table import table_bytes

    since = (page.last.get("good") or {}).get("started")
    is_about_articles = page.notebook.is_about_articles
    html = _rendered(page, outcome, status, changes.told(changed, since) if since and is_about_articles else None)
    _keep(reports, page.name, keep)
    tables = {"claims": part.claims, "checks": part.checks} if is_about_articles else {}
    prefix = f"{page.name}." if page.article else ""
    for name, frame in tables.items():
        write_bytes(reports / f"{prefix}{name}.csv", table_bytes(frame, "csv"))
    write_bytes(reports / f"{page.name}.ipynb", _notebook(page, outcome))
    write_bytes(reports / f"{page.name}.html", html)
    for left_over in (f"{page.name}.failed.html", f"{page.name}.failed.ipynb"):
        (reports / left_over).unlink(missing_ok=True)
    shown: dict[str, Any] = {"page": f"{page.name}.html", "csv": {name: f"{prefix}{name}.csv" for name in tables}}
    if is_about_articles:
        shown["coverage"] = {name: int(part.coverage[name].sum()) for name in part.coverage.columns[1:]}
        shown |= {"verdicts": _verdicts(part.checks), "history": _history(page.last, part)}
    good = {"started": status["started"], "seconds": status["seconds"], "seen": now, **shown}
    return shown | {"sha256": digest(reports / f"{page.name}.html"), "good": good, "changes": _counts(changed)}


def _verdicts(checks: "DataFrame") -> dict[str, int]:
    """How many findings a page tells of each verdict; conflicts that are no error are "contested"."""
    checks = checks[~trivial(checks)]
    is_contested = checks["verdict"].eq("conflicts") & checks["severity"].eq("info")
    counts = checks["verdict"].astype(object).mask(is_contested, "contested").value_counts()
    return {str(name): int(count) for name, count in counts.items()}


def _history(last: dict[str, Any], part: Corpus) -> list[dict[str, Any]]:
    now = {"claims": len(part.claims), "conflicts": _verdicts(part.checks).get("conflicts", 0)}
    return [*(last.get("good") or {}).get("history", []), now][-_REMEMBERED:]


def _counts(changed: dict[str, Any]) -> dict[str, Any]:
    return {part: {kind: len(rows) for kind, rows in changed[part].items()} for part in ("claims", "findings")}


def _bad(reports: Path, page: Page, outcome: Outcome, status: dict[str, Any]) -> dict[str, Any]:
    """Puts a failed run's page beside the last good one; what its status adds."""
    good = page.last.get("good")
    added = {"good": good, "last_good": {k: v for k, v in (good or {}).items() if k != "seen"} or None, "page": None}
    if outcome.notebook is not None:
        write_bytes(reports / f"{page.name}.failed.ipynb", _notebook(page, outcome))
        write_bytes(reports / f"{page.name}.failed.html", _rendered(page, outcome, status, None))
        added["page"] = f"{page.name}.failed.html"
    return added


def _rendered(page: Page, outcome: Outcome, status: dict[str, Any], opening: str | None) -> bytes:
    """The page, with what changed since the last good run before its first section."""
    from nbformat.v4 import new_markdown_cell

    from .html import page as html

    notebook = without_secrets(outcome.notebook, page.parameters).copy()
    if opening:
        cells = notebook.cells
        at = next((n for n, cell in enumerate(cells) if n and cell.cell_type == "markdown"), 1)
        notebook.cells = [*cells[:at], new_markdown_cell(opening), *cells[at:]]
    home = None if page.is_alone else "index.html"
    return html(notebook, title=page.notebook.title, status=status, home=home).encode()


def _notebook(page: Page, outcome: Outcome) -> bytes:
    """The executed notebook as a file, without the paths of this machine."""
    import nbformat

    notebook = without_secrets(outcome.notebook, page.parameters)
    notebook.metadata.setdefault("papermill", {}).update(input_path=page.notebook.path.name, output_path=None)
    return str(nbformat.writes(notebook)).encode()


def _keep(reports: Path, name: str, keep: int) -> None:
    """Keeps the page that is about to be replaced as the newest of `keep` earlier ones."""
    page, folder = reports / f"{name}.html", reports / EARLIER
    if not keep or not page.is_file():
        return
    folder.mkdir(exist_ok=True)
    numbered = [re.fullmatch(re.escape(name) + r"\.(\d+)\.html", path.name, re.ASCII) for path in folder.iterdir()]
    kept = sorted(int(found[1]) for found in numbered if found)
    write_bytes(folder / f"{name}.{kept[-1] + 1 if kept else 1}.html", page.read_bytes())
    for number in kept[: max(0, len(kept) + 1 - keep)]:
        (folder / f"{name}.{number}.html").unlink(missing_ok=True)
