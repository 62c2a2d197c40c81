"""All reports of a project: which pages there are to make, which of them are needed, and what the run found new."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from ..corpus.project import Project
from ..corpus.reading import Reading, read_documents
from ..corpus.store import code_key, failures, intact, stored, tables_key, update
from ..errors import Trouble
from ..table.files import write_bytes
from . import changes, feed
from .notebooks import Notebook, find_notebooks, masked, open_notebook, read_notebook, typed
from .status import STATUS, damaged, digest, locked, make_folders, read_status


@dataclass(frozen=True, slots=True)
class Page:
    """One page to make: a notebook with its parameters, and what its result depends on."""

    name: str
    notebook: Notebook
    parameters: dict
    article: str | None = None
    key: str = ""
    last: dict = field(default_factory=dict)  #: the status of its last run

    def is_current(self, reports: Path) -> bool:
        """Whether its page stands as it was made, of just what it would be made of now."""
        is_same = self.last.get("status") == "ok" and self.last.get("key") == self.key
        return is_same and digest(reports / f"{self.name}.html") == self.last.get("sha256")


def _notebooks(project: Project, names: tuple, troubles: list) -> list[Notebook]:
    """Those that `names` name; where it is empty all reports there are, with those broken added to `troubles`."""
    if names:
        return [open_notebook(name, project.notebooks) for name in names]
    found = []
    for path in find_notebooks(project.notebooks):
        try:
            found.append(read_notebook(path))
        except Trouble as trouble:
            troubles.append(trouble)
    return [notebook for notebook in found if notebook.about.get("report", True)]


def plan(project: Project, names: tuple, given: dict, each: str | None, articles: list[str]) -> tuple[list[Page], list]:
    """The pages that `names` with the parameters `given` ask for; and a Trouble for each notebook that is broken."""
    troubles = []
    notebooks = _notebooks(project, names, troubles)
    if not notebooks and not troubles:
        raise Trouble(project.notebooks, "holds no notebook to report", "add one, or name one")
    pages = []
    for notebook in notebooks:
        known = {name: value for name, value in given.items() if names or name in notebook.declared}
        parameters = typed(notebook, known)
        if "article" in parameters and parameters["article"] and parameters["article"] not in articles:
            there = ", ".join(articles) or "none"
            raise Trouble(notebook.path, f"no article {parameters['article']!r}", f"there are: {there}")
        one_each = (each or notebook.each) == "article" and "article" in notebook.declared
        if one_each and "article" not in parameters:
            pages += [_page(notebook, parameters | {"article": article}) for article in articles]
        else:
            pages.append(_page(notebook, parameters))
    unknown = [name for name in given if not any(name in page.notebook.declared for page in pages)]
    if unknown:
        there = sorted({name for page in pages for name in page.notebook.declared})
        raise Trouble("-p", f"no notebook has a parameter {unknown[0]!r}", f"they have: {', '.join(there) or 'none'}")
    return [*{page.name: page for page in pages}.values()], troubles


def _page(notebook: Notebook, parameters: dict) -> Page:
    article = parameters.get("article") or None
    parts = [notebook.name, *(_slug(name, value) for name, value in parameters.items())]
    return Page("--".join(parts), notebook, parameters, article)


def _slug(name: str, value) -> str:
    """A parameter's part of a page's name: short, harmless in a file name, and telling no secret."""
    words = str(masked({name: value})[name])
    plain = "".join(sign if sign.isalnum() or sign in "-_." else "-" for sign in words).strip("-.")
    if name != "article":
        plain = f"{name}-{plain}"
    short = hashlib.sha256(repr(value).encode()).hexdigest()[:8]
    return plain if plain and len(plain) <= 80 and plain.endswith(words) else f"{plain[:80]}-{short}"


def keyed(page: Page, rows: dict[str, str], reports: Path) -> Page:
    """`page` with its key, of all that its result depends on, and what is known of its last run."""
    named = [*_values(page).values(), *page.notebook.about.get("reads", ())]
    files = [_content(value, page.notebook.path.parent) for value in named]
    article = page.article if page.notebook.each else None
    parts = [
        hashlib.sha256(page.notebook.data).hexdigest(),
        code_key(),
        {name: repr(value) for name, value in page.parameters.items()},
        rows.get(article or "*", "") if page.notebook.is_about_articles else "",
        files,
    ]
    key = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
    return Page(page.name, page.notebook, page.parameters, page.article, key, read_status(reports, page.name))


def _values(page: Page) -> dict:
    return {parameter.name: parameter.default for parameter in page.notebook.parameters} | page.parameters


def _content(value, folder: Path) -> str | None:
    """A hash of the file or folder that a parameter names, seen from the notebook; None where it names none."""
    if not isinstance(value, str) or not value or len(value) > 500 or "\n" in value:
        return None
    path = folder / value
    if path.is_file():
        return digest(path)
    if not path.is_dir() or path.resolve() in folder.resolve().parents:
        return None
    inside = sorted(file for file in path.rglob("*") if file.is_file())
    return hashlib.sha256(repr([(str(file.relative_to(path)), digest(file)) for file in inside]).encode()).hexdigest()


@dataclass(slots=True)
class Report:
    """What a run of the suite did."""

    made: list[dict] = field(default_factory=list)  #: the statuses of the pages that were run
    skipped: list[str] = field(default_factory=list)  #: the names of the pages that were current
    remarks: tuple = ()
    troubles: list = field(default_factory=list)
    changes: dict | None = None
    index: Path | None = None

    @property
    def failed(self) -> list[dict]:
        return [status for status in self.made if status["status"] != "ok"]


def run_suite(
    project: Project,
    names: tuple = (),
    given: dict | None = None,
    *,
    each: str | None = None,
    jobs: int = 1,
    force: bool = False,
    keep: int = 0,
    timeout: int = 600,
    wait: float = 600,
    rules: Path | None = None,
    say: Callable[[str], None] = lambda line: None,
    progress=None,
) -> Report:
    """Reads what is new, makes the pages that are not current, and writes the index, the changes and the feed.

    Notebooks and parameters are checked before anything is written. One run at a time: the second waits.
    """
    from .run import run_pages

    reading = read_documents([project.raw])
    articles = [document.id for document in reading.documents]
    plan(project, names, given or {}, each, articles)
    make_folders(project.reports)
    with locked(project.reports, wait, say):
        for path in damaged(project.reports):
            say(f"{path}: damaged; its report is run anew")
        with _Tables(project, reading, jobs, force, rules) as tables:
            pages, broken = plan(project, names, given or {}, each, tables.articles)
            pages = [keyed(page, tables.rows, project.reports) for page in pages]
            needed = [page for page in pages if force or not page.is_current(project.reports)]
            report = Report(skipped=[page.name for page in pages if page not in needed])
            report.made = run_pages(project, needed, tables, jobs, keep, timeout, progress)
            report.remarks, report.troubles = tables.remarks, [*tables.troubles, *broken]
            report.changes = _note_changes(project.reports, tables)
            report.index = write_index(project.reports, tables.articles)
    return report


class _Tables:
    """The project's tables, brought up to date; loaded only where a page has to be made."""

    def __init__(self, project: Project, reading: Reading, jobs: int, force: bool, rules: Path | None):
        from .kernels import Nursery

        self._project, self._reading, self._nursery, self._corpus = project, reading, None, None
        self._key = tables_key(reading, project.raw, rules)
        package = None if force else intact(project.processed, self._key)
        if package is None:
            self._nursery = Nursery()  # warms up while the articles are read
            self._corpus = update(project, jobs, force, rules)
            package = json.loads((project.processed / "datapackage.json").read_bytes())
        self.rows, self._failures = package["rows"], failures(project, package)
        self.articles = [id for id in self.rows if id != "*"]

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if self._nursery:
            self._nursery.close()

    @property
    def nursery(self):
        from .kernels import Nursery

        self._nursery = self._nursery or Nursery()
        return self._nursery

    @property
    def corpus(self):
        self._corpus = self._corpus or stored(self._project, self._reading, self._key)
        return self._corpus

    @property
    def remarks(self):
        return self._corpus.remarks if self._corpus else tuple(self._reading.remarks)

    @property
    def troubles(self):
        return self._corpus.troubles if self._corpus else (*self._reading.troubles, *self._failures)


def _note_changes(reports: Path, tables: _Tables) -> dict | None:
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
