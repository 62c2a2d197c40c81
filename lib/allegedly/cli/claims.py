"""Which tables are of claims, to be checked as they are, and which of articles, to be read."""

import json
from pathlib import Path

from ..documents import holds_articles, sign_of
from ..errors import parsed

_TABLES = (".csv", ".parquet", ".jsonl")


def holds_claims(place: str) -> bool:
    """Whether `place` is a table that holds no articles: one of claims, or of what only a message can say."""
    path = Path(place)
    if path.suffix.lower() not in _TABLES:
        return False
    try:
        return not holds_articles(_columns(path))
    except (OSError, ValueError):
        return True


def _columns(path: Path) -> list[str]:
    """The names that a table gives its columns, by its first line or its schema."""
    if path.suffix.lower() == ".parquet":
        import pyarrow as pa
        import pyarrow.parquet

        try:
            return [*pyarrow.parquet.read_schema(path).names]
        except pa.ArrowException as error:
            raise ValueError(error) from None
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        line = file.readline(1_000_000)
    if path.suffix.lower() == ".jsonl":
        row = parsed(json.loads, line)
        return [*row] if isinstance(row, dict) else []
    return [cell.strip(' "\r\n') for cell in line.split(sign_of(line))]
