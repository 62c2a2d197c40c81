"""All reports of a project: those of its pages that are needed are made, and what the run found new is told."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..corpus.project import Project
from ..corpus.reading import Reading, read_documents
from ..corpus.store import failures, intact, make, row_digests, stored, tables_key, update
from ..corpus.tables import Corpus
from ..documents import JUDGEMENTS
from ..errors import Trouble
from ..table.files import write_bytes
from . import changes, feed
from .kernels import Nursery
from .plan import keyed, plan
from .status import STATUS, damaged, digest, locked, make_folders, read_status


@dataclass(slots=True)
class Report:
    """What a run of the suite did."""

    made: list[dict[str, Any]] = field(default_factory=list)  #: the statuses of the pages that were run
    skipped: list[str] = field(default_factory=list)  #: the names of the pages that were current
    remarks: tuple[str, ...] = ()
    troubles: list[Trouble] = field(default_factory=list)
    changes: dict[str, Any] | None = None
    index: Path | None = None

    @property
    def failed(self) -> list[dict[str, Any]]:
        return [status for status in self.made if status["status"] != "ok"]


def run_suite(
    project: Project,
    names: tuple[str | Path, ...] = (),
    given: dict[str, Any] | None = None,
    *,
    each: str | None = None,
    jobs: int = 1,
    force: bool = False,
    keep: int = 0,
    timeout: int = 600,
    wait: float = 600,
    alone: bool = False,
    say: Callable[[str], None] = lambda line: None,
    progress: Any = None,
) -> Report:
    """Reads what is new, makes the pages that are not current, and writes the index, the changes and the feed.

    Notebooks and parameters are checked before anything is written. One run at a time: the second waits. A page that
    is to stand `alone` has no link to the index.
    """
    from .run import run_pages

    reading = read_documents([project.raw], columns=project.columns)
    articles = [document.id for document in reading.documents]
    plan(project, names, given or {}, each, articles)
    make_folders(project.reports)
    with locked(project.reports, wait, say):
        for path in damaged(project.reports):
            say(f"{path}: damaged; its report is run anew")
        with _Tables(project, reading, jobs, force) as tables:
            pages, broken = plan(project, names, given or {}, each, tables.articles)
            judged = digest(project.beside / JUDGEMENTS)
            pages = [keyed(replace(page, is_alone=alone), tables.rows, project.reports, judged) for page in pages]
            needed = [page for page in pages if force or not page.is_current(project.reports)]
            report = Report(skipped=[page.name for page in pages if page not in needed])
            report.made = run_pages(project, needed, tables, jobs, keep, timeout, progress)
            report.remarks, report.troubles = tables.remarks, [*tables.troubles, *broken]
            report.changes = _note_changes(project.reports, tables)
            report.index = write_index(project.reports, tables.articles)
    return report


class _Tables:
    """The project's tables, brought up to date; loaded only where a page has to be made.

    What was made is kept at hand: another run may put its own tables into the folder meanwhile.
    """

    def __init__(self, project: Project, reading: Reading, jobs: int, force: bool):
        self._project, self._reading = project, reading
        self._nursery: Nursery | None = None
        self._corpus: Corpus | None = None
        self._key = tables_key(reading, project)
        package = None if force else intact(project.processed, self._key)
        if package is None:
            self._nursery = Nursery()  # warms up while the articles are read
            self._corpus = update(project, jobs, force)
            self.rows, self._failures = row_digests(self._corpus), []
        else:
            self.rows, self._failures = package["rows"], failures(project, package)
        self.articles = [id for id in self.rows if id != "*"]

    def __enter__(self) -> "_Tables":
        return self

    def __exit__(self, *error: object) -> None:
        if self._nursery:
            self._nursery.close()

    @property
    def nursery(self) -> Nursery:
        self._nursery = self._nursery or Nursery()
        return self._nursery

    @property
    def corpus(self) -> Corpus:
        self._corpus = self._corpus or stored(self._project, self._reading, self._key)
        self._corpus = self._corpus or make(self._project, self._reading)[0]
        return self._corpus

    @property
    def remarks(self) -> tuple[str, ...]:
        return self._corpus.remarks if self._corpus else tuple(self._reading.remarks)

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        return self._corpus.troubles if self._corpus else (*self._reading.troubles, *self._failures)


def _note_changes(reports: Path, tables: _Tables) -> dict[str, Any] | None:
    """Writes `changes.json` and `feed.xml` where the tables differ from those of the last run; then notes these."""
    path = reports / STATUS / "suite.json"
    last = read_status(reports, "suite")
    if last.get("rows") == tables.rows and (reports / "feed.xml").is_file() and (reports / "changes.json").is_file():
        return None
    now = changes.seen(tables.corpus)
    changed = changes.changes(last.get("seen"), now)
    entries, moment = last.get("entries", []), datetime.now(UTC).isoformat(timespec="seconds")
    if not changes.is_empty(changed):
        entries = feed.remembered(entries, feed.entry(changed, moment, entries[0] if entries else None))
    told = {"since": last.get("moment"), "moment": moment, **changed}
    write_bytes(reports / "changes.json", json.dumps(told, ensure_ascii=False, indent=1).encode())
    write_bytes(reports / "feed.xml", feed.feed(entries, "reports").encode())
    state = {"rows": tables.rows, "moment": moment, "seen": now, "entries": entries}
    write_bytes(path, json.dumps(state, ensure_ascii=False).encode())
    return told


def write_index(reports: Path, articles: list[str]) -> Path:
    """Writes the page of all reports: those that failed first, each with its last good page."""
    from .index import index

    runs = []
    for path in sorted((reports / STATUS).glob("*.json")):
        status = read_status(reports, path.stem)
        if "notebook" not in status or (status.get("article") and status["article"] not in articles):
            continue
        runs.append(status)
        if status["status"] != "ok" and status.get("last_good"):
            runs.append(status | status["last_good"] | {"status": "ok", "error": None})
    write_bytes(reports / "index.html", index(runs).encode())
    return reports / "index.html"
