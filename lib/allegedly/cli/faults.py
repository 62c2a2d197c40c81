"""What is said where allegedly itself breaks: one line, where to report it, and the traceback in a file."""

import platform
import tempfile
import traceback
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

from .. import __version__

FAULT = 70  #: the exit code, EX_SOFTWARE of sysexits.h
_HOME = Path(__file__).parents[1]


def told(error: Exception, debug: bool = False) -> str:
    """One line on a fault of the program, and where its record is kept; no record is kept where `debug` shows it.

    >>> print(told(KeyError("doc"), debug=True).partition(";")[0])
    a fault of allegedly itself: KeyError: 'doc'
    """
    if isinstance(error, MemoryError):
        return "not enough memory; give it fewer or shorter articles at once, or --jobs 1"
    what = " ".join(f"{type(error).__name__}: {error}".split())[:300].rstrip(": ")
    line = f"a fault of allegedly itself: {what}{_where(error)}; please report it to {_home()}"
    if debug:
        return f"{line} with what follows"
    kept = _kept(record(error))
    return f"{line} with {kept}" if kept else f"{line} with what `allegedly --debug …` shows"


def _where(error: Exception) -> str:
    """The last place in the library that the error came through."""
    frames = [(Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [(path, line) for path, line in frames if path.is_relative_to(_HOME)]
    return f" ({ours[-1][0].relative_to(_HOME)}, line {ours[-1][1]})" if ours else ""


def _home() -> str:
    """Where faults are reported, as the package says."""
    with suppress(PackageNotFoundError):
        for url in metadata("allegedly").get_all("Project-URL", ()):
            if url.lower().startswith("issues"):
                return str(url).partition(",")[2].strip()
    return "its maintainers (docs/promises.md, If it breaks)"


def record(error: Exception) -> str:
    """All that a maintainer needs; no argument of the command line, which may hold a secret."""
    versions = f"allegedly {__version__}, Python {platform.python_version()}, {platform.platform()}"
    return f"{versions}\n\n{''.join(traceback.format_exception(error))}"


def _kept(record: str) -> str | None:
    """The file that `record` is kept in; None where none can be written."""
    with suppress(OSError), tempfile.NamedTemporaryFile(
        "w", prefix="allegedly-", suffix=".log", delete=False, encoding="utf8", errors="backslashreplace"
    ) as file:  # fmt: skip
        file.write(record)
        return file.name
    return None
