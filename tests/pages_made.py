"""The project's notebooks run as `allegedly report` runs them, each once a session, and their pages."""

import atexit
from functools import cache
from pathlib import Path

from allegedly.reports.execute import OK, Conditions, execute
from allegedly.reports.html import page
from allegedly.reports.kernels import Nursery

ROOT = Path(__file__).parents[1]
NOTEBOOKS = {path.stem: path for path in sorted((ROOT / "notebooks").glob("*.ipynb"))}


@cache
def _nursery() -> Nursery:
    nursery = Nursery()
    atexit.register(nursery.close)
    return nursery


def ran(name: str, **parameters):
    """The notebook `name` after it ran to its end; what went wrong, if it did not."""
    path = NOTEBOOKS[name]
    outcome = execute(path, parameters, Conditions(path.parent, nursery=_nursery()))
    assert outcome.status == OK, f"{outcome.error}\n{outcome.traceback}"
    return outcome.notebook


@cache
def page_of(name: str) -> str:
    """Its page, made with its defaults."""
    return page(ran(name), title=name, status={"status": "ok", "notebook": name})
