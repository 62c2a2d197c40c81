"""One notebook, run by papermill in this process: what came out, and honestly how it went.

papermill marks a run as completed also where its kernel was killed or a cell never ended. Here it is judged by the
exception raised, and by whether every cell was run.
"""

import logging
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock
from typing import Any

from .bounds import ERROR, TEXT, bounded, short
from .kernels import Nursery, kernel_manager

OK, FAILED, DIED, TIMED_OUT, STOPPED = "ok", "failed", "died", "timed out", "stopped"
_IMPORTING = Lock()


@dataclass(slots=True)
class Outcome:
    """How a run went: the notebook as far as it came, the status, and what went wrong in which cell."""

    notebook: Any = None
    status: str = OK
    error: str | None = None
    traceback: str | None = None
    cell: int | None = None  #: the number of the cell it ended in, from 1
    begun: int | None = None  #: the number of the cell that was begun last


@dataclass(slots=True)
class Conditions:
    """Under what a notebook is run."""

    cwd: Path
    timeout: int = 600  #: seconds a cell may take
    env: dict[str, Any] | None = None  #: further environment variables
    nursery: Nursery | None = None
    stopping: Event | None = None  #: set when the whole suite is being stopped
    on_cell: Callable[[str], None] | None = None  #: told the heading above each cell


def execute(path: Path, parameters: dict[str, Any], conditions: Conditions) -> Outcome:
    """Runs the notebook at `path` with `parameters`, which are already checked and typed."""
    papermill = import_papermill()
    from jupyter_client.kernelspec import NoSuchKernel
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from nbformat import ValidationError

    outcome = Outcome()
    engine = {"engine_name": "allegedly", "outcome": outcome, "conditions": conditions}
    options = {"progress_bar": False, "execution_timeout": conditions.timeout, **engine}
    try:
        outcome.notebook = papermill.execute_notebook(str(path.absolute()), None, parameters, **options)
    except papermill.PapermillExecutionError as error:
        outcome.status, outcome.cell = FAILED, error.cell_index + 1
        outcome.error = short(f"{error.ename}: {error.evalue}".strip(": "), ERROR)
        outcome.traceback = short("\n".join(error.traceback), TEXT)
    except CellTimeoutError:
        outcome.status = TIMED_OUT
    except DeadKernelError:
        outcome.status, outcome.error = DIED, "its kernel died, killed or out of memory"
    except NoSuchKernel as error:
        outcome.status, outcome.error = FAILED, f"it wants the kernel {error.name!r}, which is not installed"
    except ValidationError as error:
        outcome.status, outcome.error = FAILED, f"it is no valid notebook: {error.message}"
    except (RuntimeError, OSError, ValueError) as error:  # the kernel did not start, or its messages broke off
        outcome.status, outcome.error = DIED, f"{type(error).__name__}: {error}"
    return _judged(outcome, conditions)


def _judged(outcome: Outcome, conditions: Conditions) -> Outcome:
    """`outcome` with its marks of failure taken out of the notebook, and a run that ended early found out."""
    from papermill.execute import remove_error_markers

    if outcome.notebook is not None:
        remove_error_markers(outcome.notebook)
        unrun = [number for number, cell in enumerate(outcome.notebook.cells, 1) if _is_unrun(cell)]
        if unrun and outcome.status == OK:
            ended = unrun[0] - 1
            outcome.status, outcome.cell = FAILED, ended
            outcome.error = f"it ended itself after cell {ended}: {len(unrun)} cells were not run"
        elif outcome.status != OK and outcome.cell is None and (unrun or outcome.begun):
            outcome.cell = outcome.begun or unrun[0]
        bounded(outcome.notebook)
    if outcome.status == TIMED_OUT:
        place = f"cell {outcome.cell}" if outcome.cell else "a cell"
        outcome.error = f"{place} took longer than {conditions.timeout} seconds"
    if conditions.stopping and conditions.stopping.is_set() and outcome.status != OK:
        outcome.status, outcome.error = STOPPED, "it was stopped from outside"
    return outcome


def _is_unrun(cell: Any) -> bool:
    """Whether it is a code cell that should have been run and was not."""
    skipped = "skip-execution" in cell.metadata.get("tags", [])
    return cell.cell_type == "code" and bool(cell.source.strip()) and not skipped and cell.execution_count is None


@contextmanager
def without(module: str) -> Iterator[None]:
    """Keeps `module` from being imported meanwhile."""
    absent = module not in sys.modules
    if absent:
        sys.modules[module] = None  # type: ignore[assignment]  # as `import` documents it
    try:
        yield
    finally:
        if absent:
            del sys.modules[module]


def import_papermill() -> Any:
    """papermill, with our engine registered."""
    # jsonschema imports rfc3987_syntax where JupyterLab has brought it, and that builds parsers for two seconds;
    # it checks only whether texts are IRIs, which no notebook's schema asks.
    with _IMPORTING, without("rfc3987_syntax"):
        import papermill
        from papermill.engines import papermill_engines

        logging.getLogger("asyncio").addFilter(_is_no_echo)
        if "allegedly" not in papermill_engines._engines:
            papermill_engines.register("allegedly", _engine())
    return papermill


def _is_no_echo(record: logging.LogRecord) -> bool:
    """Whether a line of asyncio's says more than that a socket was waited for when its kernel was ended."""
    return "cancel_poll" not in record.getMessage()


def _engine() -> type:
    """papermill's engine, with kernels of ours, and the notebook kept also where the run breaks off."""
    from papermill.clientwrap import PapermillNotebookClient
    from papermill.engines import NBClientEngine

    class Engine(NBClientEngine):  # type: ignore[misc]  # papermill has no types
        @classmethod
        def execute_managed_notebook(
            cls, nb_man: Any, kernel_name: str, *, outcome: Outcome, conditions: Conditions, **options: Any
        ) -> None:
            outcome.notebook = nb_man.nb
            _announce(nb_man, conditions, outcome)
            env = {**os.environ, **(conditions.env or {})}
            with kernel_manager(conditions.nursery) as manager:
                PapermillNotebookClient(
                    nb_man,
                    kernel_manager_class=manager,
                    kernel_name=kernel_name,
                    shutdown_kernel="immediate",
                    timeout=options["execution_timeout"],
                    startup_timeout=options["start_timeout"],
                ).execute(cwd=str(conditions.cwd), env=env)

    return Engine


def _announce(nb_man: Any, conditions: Conditions, outcome: Outcome) -> None:
    """Tells `conditions.on_cell` the heading above each cell as it starts, and ends the run where it is to stop."""
    start, heading = nb_man.cell_start, [""]

    def started(cell: Any, cell_index: int | None = None, **options: Any) -> Any:
        if conditions.stopping and conditions.stopping.is_set():
            raise RuntimeError("stopped")
        outcome.begun = None if cell_index is None else cell_index + 1
        if cell.cell_type == "markdown" and (found := re.search(r"^#+ +(.+)$", cell.source, re.MULTILINE)):
            heading[0] = found[1]
        if conditions.on_cell and cell.cell_type == "code":
            conditions.on_cell(heading[0])
        return start(cell, cell_index, **options)

    nb_man.cell_start = started
