"""The report of any article, or of any folder of them: no project is needed.

One article becomes one page beside it, `flood.report.html`; several become a folder of pages with an index beside
them, `floods-report/index.html`. Where `--reports` names a folder, all pages and their index stand there.
"""

import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..corpus.project import NOTEBOOKS, Project, find_project
from ..corpus.reading import read_documents
from ..documents import REPORT, received, stem_of
from ..names import file_name
from ..table.files import replacing
from .suite import Report, run_suite

_ARTICLE = "01-one-article"  #: the notebook whose page an article gets


def report_on(
    place: str,
    reports: Path | None = None,
    rules: Path | None = None,
    columns: Mapping[str, str] | None = None,
    **options: Any,
) -> Report:
    """The report of what stands at `place`: a file, a folder, an address of the web, or "-" for standard input.

    Its `index` is the page to open. What cannot be read is in its `troubles`; where nothing can, no page is made.
    """
    with tempfile.TemporaryDirectory(prefix="allegedly-") as folder:
        raw, beside = received(place, Path(folder) / "raw")
        if (raw / "data" / "raw").is_dir():
            return run_suite(find_project(raw, reports=reports, rules=rules, columns=columns), (), **options)
        reading = read_documents([raw], columns=columns)
        if not reading.documents:
            return Report(remarks=tuple(reading.remarks), troubles=reading.troubles)
        is_one = len(reading.documents) == 1 and not raw.is_dir()
        if is_one and reports is None:
            made = _project(raw, Path(folder) / "reports", rules, columns)
            report = run_suite(made, (_ARTICLE,), alone=True, **options)
            report.index = _put_beside(report, made.reports, beside / f"{_stem(raw)}{REPORT}")
            return report
        reports = reports or beside / f"{_stem(raw)}-report"
        return run_suite(_project(raw, reports.resolve(), rules, columns), (), **options)


def _project(raw: Path, reports: Path, rules: Path | None, columns: Mapping[str, str] | None) -> Project:
    """`raw` as a project whose tables stand beside its pages."""
    rules = rules.resolve() if rules else None
    root = raw if raw.is_dir() else raw.parent
    return Project(raw, reports / "tables", reports, NOTEBOOKS, rules, root, columns or {})


def _stem(raw: Path) -> str:
    return file_name(raw.name if raw.is_dir() else stem_of(raw.name))


def _put_beside(report: Report, reports: Path, page: Path) -> Path | None:
    """The one page that was made, put at `page`; that of a run that failed as well."""
    made = next((status["page"] for status in report.made if status.get("page")), None)
    if made is None:
        return None
    with replacing(page) as file:
        file.write((reports / made).read_bytes())
    for status in report.made:
        status["page"] = page.name
    return page
