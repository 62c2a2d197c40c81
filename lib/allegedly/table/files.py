"""Tables on disk: CSV and Parquet with the same columns, and the data package that describes them.

A CSV cell that a spreadsheet would take for a formula carries an apostrophe, which `read_table` takes off again.
Every file is written beside its place and moved into it, so that a reader sees the old one or the new one, whole.
"""

import csv
import hashlib
import io
import json
import os
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from math import inf
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any
from uuid import uuid4

from ..errors import Trouble, parsed
from .frames import is_textual, strict
from .schema import CHECKS, CLAIMS, COVERAGE, EVENTS, FRAMES, SERIES, Column

if TYPE_CHECKING:
    import pandas as pd

# `'*` keeps the two directions each other's inverse: text that already begins so gets one more.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_ESCAPED = re.compile(r"'+[=+\-@\t\r]")
_TYPES = {"float64": "number", "Int32": "integer", "boolean": "boolean", "datetime64[s]": "date", "list": "array"}
_KNOWN = {column.name for column in (*CLAIMS, *CHECKS, *COVERAGE, *EVENTS, *FRAMES, *SERIES)}
_NUMBERS = {column.name for column in (*CLAIMS, *CHECKS) if column.dtype == "float64"}
_DECIMAL_COMMA = re.compile(r"[-+−]?\d+,\d+")
_LISTS = {column.name for column in (*CHECKS, *EVENTS, *SERIES) if column.dtype == "list"}
_APART = {column.name for column in CLAIMS if column.apart}
PART = ".part"  #: ends the name of a file that is being written, after the number of the process that writes it
FORMATS = ("csv", "parquet", "jsonl")


@contextmanager
def replacing(path: Path | str) -> Iterator[IO[bytes]]:
    """A file to write that takes the place of `path` when all is written, and leaves it alone where that fails."""
    path = Path(path)
    beside = path.with_name(f".{path.name[:40]}.{os.getpid()}-{uuid4().hex[:8]}{PART}")  # no longer than any name
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        what = f"cannot be written: {error.strerror or error}"
        raise Trouble(path, what, "make room, or make its folder writable, or name another") from None
    finally:
        with suppress(OSError):
            beside.unlink()


def sweep(folder: Path) -> None:
    """Removes what a process that lives no more left half-written in `folder`."""
    for path in folder.glob(f".*-*{PART}"):
        number = path.name.removesuffix(PART).rpartition(".")[2].partition("-")[0]
        if number.isdecimal() and not _lives(int(number)):
            with suppress(OSError):
                path.unlink()


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):  # another's, which we may not ask
        return True
    return True


def write_bytes(path: Path | str, data: bytes) -> None:
    """Puts `data` in the place of `path`, wholly or not at all."""
    with replacing(path) as file:
        file.write(data)


def table_bytes(frame: "pd.DataFrame", format: str, metadata: Mapping[bytes, Any] | None = None) -> bytes:
    """`frame` as the bytes of a CSV, Parquet or JSON Lines file; `metadata` goes into a Parquet file's own."""
    if format == "jsonl":
        return _json_lines(frame)
    if format == "parquet":
        import pyarrow as pa
        import pyarrow.parquet as parquet

        table = pa.Table.from_pandas(_flat(frame, _LISTS), preserve_index=False)
        marks = {key: json.dumps(value, sort_keys=True).encode() for key, value in (metadata or {}).items()}
        table = table.replace_schema_metadata({**table.schema.metadata, **marks})
        buffer = io.BytesIO()
        parquet.write_table(table, buffer)
        return buffer.getvalue()
    flat = _flat(frame[[name for name in frame.columns if name not in _APART]])
    for name in filter(lambda name: is_textual(flat[name]), flat.columns):
        flat[name] = [f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell for cell in flat[name]]
    quoting = csv.QUOTE_MINIMAL
    if any(isinstance(cell, str) and "\r" in cell for name in flat.columns for cell in flat[name]):
        quoting = csv.QUOTE_NONNUMERIC  # a lone carriage return would else end the line
    text: str = flat.to_csv(index=False, lineterminator="\n", date_format="%Y-%m-%d", quoting=quoting)
    return text.encode()


def _flat(frame: "pd.DataFrame", kept: Collection[str] = frozenset()) -> "pd.DataFrame":
    """`frame` with the lists and dicts of its columns, but for those `kept`, as JSON."""
    flat = frame.copy()
    for name in frame.columns:
        if name not in kept and frame[name].dtype == object:
            flat[name] = [json.dumps(c, ensure_ascii=False) if isinstance(c, list | dict) else c for c in frame[name]]
    return flat


def _unflat(frame: "pd.DataFrame") -> "pd.DataFrame":
    """Undoes `_flat` in the columns that are not of the schema."""
    for name in frame.columns:
        if name not in _KNOWN and len(frame) and all(isinstance(c, str) and c[:1] in ("[", "{") for c in frame[name]):
            with suppress(ValueError):  # text that only looks like it stays text
                frame[name] = frame[name].astype(object).map(partial(parsed, json.loads))
    return frame


def _json_lines(frame: "pd.DataFrame") -> bytes:
    """A JSON object a row; what JSON cannot say (an open bound, a missing value) is null."""
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    lines = [json.dumps({key: _plain(cell) for key, cell in row.items()}, ensure_ascii=False) for row in rows]
    return "".join(f"{line}\n" for line in lines).encode()


def _plain(cell: Any) -> Any:
    if isinstance(cell, float) and cell in (float("inf"), float("-inf")):
        return None
    return cell.date().isoformat() if hasattr(cell, "date") else cell


def write_table(frame: "pd.DataFrame", path: Path | str) -> Path:
    """Writes `frame` to `path`, as its suffix says: .csv, .parquet or .jsonl."""
    path = Path(path)
    format = path.suffix[1:].lower()
    if format not in FORMATS:
        raise Trouble(path, "is no table's name", f"end it in .{', .'.join(FORMATS)}")
    write_bytes(path, table_bytes(frame, format))
    return path


def read_table(path: Path | str, columns: tuple[Column, ...] = CLAIMS) -> "pd.DataFrame":
    """The table at `path`, CSV, Parquet or JSON Lines, with the columns and dtypes of the schema.

    It may be anybody's: `id`, `doc`, `text`, `low` and `high` must be there, the others are filled with what
    their absence means. A Trouble names the line and column of a cell that does not fit.
    """
    path = Path(path)
    if not path.is_file():
        what = "is no file" if path.exists() else "is not there"
        raise Trouble(path, what, "name a table; `allegedly read` makes one")
    read = {".parquet": _from_parquet, ".jsonl": _from_json_lines}.get(path.suffix.lower(), _from_csv)
    try:
        frame = read(path)
    except (OSError, ValueError, UnicodeError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        raise Trouble(path, f"cannot be read as a table: {reason}", "save it as UTF-8, or make it anew") from None
    return strict(_unflat(frame), columns, path, 2 if read is _from_csv else 1)


def _from_parquet(path: Path) -> "pd.DataFrame":
    import pandas as pd

    return pd.read_parquet(path)


def _from_csv(path: Path) -> "pd.DataFrame":
    import pandas as pd

    with path.open(encoding="utf-8-sig") as file:
        head = file.readline()
    sign = max(",;\t", key=head.count)
    frame = pd.read_csv(path, dtype=object, keep_default_na=False, encoding="utf-8-sig", sep=sign)
    if not isinstance(frame.index, pd.RangeIndex):
        raise ValueError("a row has more cells than the first line names")
    for name in frame.columns:
        frame[name] = [cell[1:] if isinstance(cell, str) and _ESCAPED.match(cell) else cell for cell in frame[name]]
    return frame if sign == "," else _with_points(frame, path)


def _with_points(frame: "pd.DataFrame", path: Path) -> "pd.DataFrame":
    """`frame` with decimal commas, as spreadsheets of many countries write them, made points.

    A Trouble where a number of the same file has a point, which may stand for a fraction or for thousands.
    """
    cells = [(name, line, str(cell).strip()) for name in frame.columns if name in _NUMBERS
             for line, cell in enumerate(frame[name], 2)]  # fmt: skip
    if not any(_DECIMAL_COMMA.fullmatch(cell) for _, _, cell in cells):
        return frame
    if pointed := next(((name, line, cell) for name, line, cell in cells if "." in cell), None):
        name, line, cell = pointed
        what = f"{cell!r} has a point where other numbers have decimal commas"
        raise Trouble(f"{path}, line {line}, column {name}", what, "write it without the point, as 1234,5")
    for name in frame.columns.intersection(list(_NUMBERS)):
        frame[name] = [str(cell).replace(",", ".") for cell in frame[name]]
    return frame


def _from_json_lines(path: Path) -> "pd.DataFrame":
    import pandas as pd

    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        try:
            rows += [parsed(json.loads, line)] if line.strip() else []
        except ValueError as error:
            what = f"is no JSON: {' '.join(str(error).split())[:99]}"
            raise Trouble(f"{path}, line {number}", what, "each line holds one object") from None
        if rows and not isinstance(rows[-1], dict):
            raise Trouble(f"{path}, line {number}", "is no object", "each line holds one object")
    return _opened(pd.DataFrame(rows, dtype=object))


def _opened(frame: "pd.DataFrame") -> "pd.DataFrame":
    """`frame` with the bounds that `open` says are open, and that JSON cannot say, as infinities."""
    for name, sign, endless in (("low", "(", -inf), ("high", ")", inf)):
        for column in (name, f"likely_{name}"):
            if column in frame and "open" in frame:
                is_open = frame["open"].fillna("").str.contains(sign, regex=False)
                frame[column] = frame[column].mask(is_open & frame[column].isna(), endless)
    return frame


def write_package(folder: Path | str, further: dict[str, Any] | None = None) -> Path:
    """Writes the `datapackage.json` (Frictionless Data) of the tables that stand in `folder`, with `further` keys."""
    folder = Path(folder)
    tables = {
        "claims": CLAIMS,
        "figures": CLAIMS,
        "checks": CHECKS,
        "coverage": COVERAGE,
        "events": EVENTS,
        "frames": FRAMES,
        "series": SERIES,
    }
    resources = [
        _resource(folder / f"{name}.{format}", name, columns)
        for name, columns in tables.items()
        for format in ("csv", "parquet")
        if (folder / f"{name}.{format}").is_file()
    ]
    package = {"profile": "data-package", "name": "allegedly", "title": "Figures in news text", "resources": resources}
    package |= further or {}
    write_bytes(folder / "datapackage.json", (json.dumps(package, indent=1, ensure_ascii=False) + "\n").encode())
    return folder / "datapackage.json"


def _resource(path: Path, name: str, columns: tuple[Column, ...]) -> dict[str, Any]:
    data = path.read_bytes()
    format = path.suffix[1:]
    return {
        "name": name if format == "csv" else f"{name}-{format}",
        "path": path.name,
        "format": format,
        "mediatype": {"csv": "text/csv", "parquet": "application/vnd.apache.parquet"}[format],
        **({"profile": "tabular-data-resource", "encoding": "utf-8"} if format == "csv" else {}),
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {
            "fields": [_field(column) for column in columns if format != "csv" or not column.apart],
            "primaryKey": columns[0].name,
            "missingValues": [""],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    constraints = {"constraints": {"enum": [*column.values]}} if column.values else {}
    return {
        "name": column.name,
        "type": _TYPES.get(column.dtype, "string"),
        "description": column.meaning,
        **constraints,
    }
