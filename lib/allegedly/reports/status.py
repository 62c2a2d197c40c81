"""How each report's last run went: a JSON file a report, written last of all that a run writes.

What a killed run had already put in place is made again by the next, because the status still tells of the run before.
"""

import hashlib
import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import Any

from ..errors import Trouble, parsed
from ..table.files import sweep, write_bytes

STATUS, EARLIER = "status", "earlier"  #: folders in that of the reports


def status_file(reports: Path, name: str) -> Path:
    return reports / STATUS / f"{name}.json"


def read_status(reports: Path, name: str) -> dict[str, Any]:
    """What is known of the last run of the report `name`; nothing where it never ran, or the file is damaged."""
    try:
        found = parsed(json.loads, status_file(reports, name).read_bytes())
        return found if isinstance(found, dict) else {}
    except (OSError, ValueError):
        return {}


def write_status(reports: Path, name: str, status: dict[str, Any]) -> None:
    write_bytes(status_file(reports, name), json.dumps(status, ensure_ascii=False, indent=1, default=str).encode())


def damaged(reports: Path) -> list[Path]:
    """The status files that cannot be read."""
    return [path for path in sorted((reports / STATUS).glob("*.json")) if not read_status(reports, path.stem)]


def digest(path: Path) -> str | None:
    """The hash of a file; None where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def make_folders(reports: Path) -> None:
    """Makes the folder of reports, and removes what a killed run left half-written in it."""
    try:
        (reports / STATUS).mkdir(parents=True, exist_ok=True)
        for folder in (reports, reports / STATUS, reports / EARLIER):
            sweep(folder)
    except OSError as error:
        raise Trouble(
            reports, f"cannot be written: {error.strerror}", "make it writable, or name another with --reports"
        ) from None


@contextmanager
def locked(folder: Path, wait: float, say: Callable[[str], None] = print) -> Iterator[None]:
    """Holds the lock of `folder`, so that two runs do not mix; waits up to `wait` seconds for one that holds it.

    The lock is the system's own, which goes when its holder does: a dead run never keeps the next one out.
    """
    import fcntl

    path = folder / ".lock"
    try:
        file = path.open("a+b", buffering=0)
    except OSError as error:
        raise Trouble(
            path, f"cannot be written: {error.strerror}", "make its folder writable, or name another"
        ) from None
    with file:
        until, told = time.monotonic() + wait, False
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                file.seek(0)
                holder = file.read().decode(errors="replace").strip() or "another run"
            if time.monotonic() >= until:
                raise Trouble(folder, f"is in use by {holder}", "wait for it, or give --wait more seconds")
            if not told:
                say(f"waiting for {holder}, which is writing to {folder}")
                told = True
            time.sleep(0.1)
        _sign(file, f"process {os.getpid()} on {os.uname().nodename}")
        yield
        _sign(file, "")


def _sign(file: FileIO, holder: str) -> None:
    """Writes into the lock who holds it; on a full disk the lock holds all the same."""
    with suppress(OSError):
        os.ftruncate(file.fileno(), 0)
        os.write(file.fileno(), holder.encode())
