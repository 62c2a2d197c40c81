"""Notebooks → pages: run by papermill, judged honestly, written whole, and only where something changed.

`notebooks` says what a notebook declares, `execute` runs one in a kernel of `kernels`, `run` makes its page of it with
`html`, `status` remembers how it went, `plan` says which pages there are, `suite` makes those that are needed, `index`
lists them, `changes` and `feed` say what is new.
"""

from pathlib import Path
from typing import Any


def render(notebook: Path | str, **parameters: Any) -> Path:
    """The page of `notebook` (a path, or its name in the project's `notebooks`) run with `parameters`.

    Runs only where something changed since it was last made. A Trouble where a parameter is unknown or ill-typed,
    and where the run fails: its own page then stands beside the last good one.
    """
    from ..corpus.project import find_project
    from ..errors import Trouble
    from .suite import run_suite

    project = find_project()
    report = run_suite(project, (notebook,), parameters, each="none")
    for status in report.failed:
        way_out = f"see {project.reports / status['page']}" if status.get("page") else "run it in JupyterLab"
        raise Trouble(notebook, f"{status['status']}: {status['error']}", way_out)
    return project.reports / f"{(report.skipped or [report.made[0]['name']])[0]}.html"


__all__ = ["render"]
