"""Kernels that start in no time: a process that has imported what notebooks import, and forks one for each notebook.

Each notebook gets a process of its own, as fresh as any: nothing a notebook does is seen by the next. Run by
`kernels.Nursery` as `python -m allegedly.reports.nursery`; a JSON line in asks for a kernel, a JSON line out names its
process. When the asking side closes the pipe, or dies, all kernels end with it.
"""

import gc
import importlib
import json
import os
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from ..corpus.reading import end_with_parent

# Not pyplot: it looks for IPython's shell when it is imported, and there is none before the fork.
PRELOADED = (
    "IPython.core.completer",
    "IPython.core.interactiveshell",
    "ipykernel.kernelapp",
    "ipykernel.zmqshell",
    "allegedly.corpus.store",
    "allegedly.corpus.load",
    "allegedly.checks",
    "allegedly.charts",
    "allegedly.marks",
    "allegedly.table",
    "pandas",
    "pyarrow.parquet",
    "matplotlib.figure",
    "matplotlib.legend",
    "matplotlib.backends.backend_agg",
)


def main() -> None:
    """Answers each line on standard input with a new kernel, until that ends."""
    # matplotlib takes its backend from here when it is imported; ipykernel would set it later, too late for us
    os.environ.setdefault("MPLBACKEND", "module://matplotlib_inline.backend_inline")
    for name in PRELOADED:
        with suppress(ImportError):  # what is not installed is not needed, or the notebook will say so
            importlib.import_module(name)
    gc.collect()
    gc.freeze()  # so that the collector does not touch, and thereby copy, the memory that kernels share
    children: set[int] = set()
    for line in _lines(children):
        request = json.loads(line)
        pid = os.fork()
        if not pid:
            _become_kernel(request)
        children.add(pid)
        sys.stdout.write(json.dumps({"pid": pid}) + "\n")
        sys.stdout.flush()
    for pid in children:
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)


def _lines(children: set[int]) -> Iterator[bytes]:
    """The lines of standard input; the dead among `children` are buried while waiting for one."""
    source = sys.stdin.buffer
    while True:
        while not select.select([source], [], [], 1.0)[0]:
            _bury(children)
        if not (line := source.readline()):
            return
        _bury(children)
        yield line


def _bury(children: set[int]) -> None:
    with suppress(ChildProcessError):
        while pid := os.waitpid(-1, os.WNOHANG)[0]:
            children.discard(pid)


def _become_kernel(request: dict[str, Any]) -> None:
    """Turns this fork into the kernel that was asked for; never returns."""
    try:
        os.setsid()
        end_with_parent()
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        os.environ.clear()
        os.environ.update(request["env"])
        os.chdir(request["cwd"])
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if "numpy" in sys.modules:
            sys.modules["numpy"].random.seed()  # else all kernels would draw the same numbers
        gc.unfreeze()
        sys.argv = ["ipykernel_launcher.py", "-f", request["file"]]
        sys.path[0] = ""
        from ipykernel.kernelapp import IPKernelApp

        IPKernelApp.launch_instance(sys.argv[1:])
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
