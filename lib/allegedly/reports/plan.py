"""Which pages there are to make, and what the result of each depends on."""

import hashlib
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..corpus.project import Project
from ..corpus.store import code_key
from ..errors import Trouble
from ..names import file_name
from .notebooks import Notebook, find_notebooks, masked, open_notebook, read_notebook, typed
from .status import digest, read_status

_LONGEST = 200  #: bytes of a page's name: a file system takes 255, and a page has further files beside it


@dataclass(frozen=True, slots=True)
class Page:
    """One page to make: a notebook with its parameters, and what its result depends on."""

    name: str
    notebook: Notebook
    parameters: dict[str, Any]
    article: str | None = None
    key: str = ""
    last: dict[str, Any] = field(default_factory=dict)  #: the status of its last run
    is_alone: bool = False  #: no index leads to it

    def is_current(self, reports: Path) -> bool:
        """Whether its page stands as it was made, of just what it would be made of now."""
        is_same = self.last.get("status") == "ok" and self.last.get("key") == self.key
        return is_same and digest(reports / f"{self.name}.html") == self.last.get("sha256")


def _notebooks(project: Project, names: tuple[str | Path, ...], troubles: list[Trouble]) -> list[Notebook]:
    """Those that `names` name; where it is empty all reports there are, with those broken added to `troubles`."""
    if names:
        return [open_notebook(name, project.notebooks) for name in names]
    found = []
    for path in find_notebooks(project.notebooks):
        try:
            found.append(read_notebook(path))
        except Trouble as trouble:
            troubles.append(trouble)
    return [notebook for notebook in found if _is_made(notebook, project)]


def _is_made(notebook: Notebook, project: Project) -> bool:
    """Whether a run makes its page unasked: it is a report, and what it needs is there."""
    lacks_gold = notebook.about.get("needs") == "gold" and project.gold is None
    return bool(notebook.about.get("report", True)) and not lacks_gold


def plan(
    project: Project, names: tuple[str | Path, ...], given: dict[str, Any], each: str | None, articles: list[str]
) -> tuple[list[Page], list[Trouble]]:
    """The pages that `names` with the parameters `given` ask for; and a Trouble for each notebook that is broken."""
    troubles: list[Trouble] = []
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
        has = ", ".join(sorted({name for page in pages for name in page.notebook.declared})) or "none"
        raise Trouble("-p", f"no notebook has a parameter {unknown[0]!r}", f"they have: {has}")
    return [*{page.name: page for page in pages}.values()], troubles


def _page(notebook: Notebook, parameters: dict[str, Any]) -> Page:
    article = parameters.get("article") or None
    name = "--".join([notebook.name, *(_part(name, value) for name, value in parameters.items())])
    name = name if len(name.encode()) <= _LONGEST else file_name(name, _LONGEST)
    return Page(name, notebook, parameters, article)


def _part(name: str, value: object) -> str:
    """A parameter's part of a page's name: short, harmless in a file name, and telling no secret."""
    is_secret = masked({name: value})[name] != value
    words = hashlib.sha256(repr(value).encode()).hexdigest()[:8] if is_secret else file_name(str(value))
    return words if name == "article" else f"{name}-{words}"


def keyed(page: Page, rows: dict[str, str], reports: Path, judged: str | None = None) -> Page:
    """`page` with its key, of all that its result depends on, and what is known of its last run.

    `judged` is the hash of what people say of the findings.
    """
    named = [*_values(page).values(), *page.notebook.about.get("reads", ())]
    files = [_content(value, page.notebook.path.parent) for value in named]
    article = page.article if page.notebook.each else None
    parts = [
        hashlib.sha256(page.notebook.data).hexdigest(),
        code_key(),
        {name: repr(value) for name, value in page.parameters.items()},
        [rows.get(article or "*", ""), judged or ""] if page.notebook.is_about_articles else "",
        files,
    ]
    key = hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
    return replace(page, key=key, last=read_status(reports, page.name))


def _values(page: Page) -> dict[str, Any]:
    return {parameter.name: parameter.default for parameter in page.notebook.parameters} | page.parameters


def _content(value: object, folder: Path) -> str | None:
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
