"""A day, in any of the ways in which files, headers and names of files write it."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from .datelines import day_of

_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_SECONDS, _MILLISECONDS = 1e8, 1e11  #: numbers from these on are moments since 1970


def as_day(value: Any) -> date | None:
    """The day that `value` says; None where it says none.

    >>> as_day("2024-03-14T08:00:00Z"), as_day("Thu, 14 Mar 2024 08:00:00 GMT"), as_day("14 March 2024"), as_day("soon")
    (datetime.date(2024, 3, 14), datetime.date(2024, 3, 14), datetime.date(2024, 3, 14), None)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date) or value is None:
        return value
    if isinstance(value, int | float):
        return _of_number(float(value))
    words = str(value).strip()
    for read in (_iso, _header, lambda words: day_of(words, None), _compact):
        try:
            if day := read(words):
                return day
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None


def of_name(name: str) -> date | None:
    """The day that a file is named after.

    >>> of_name("2022-12-22-north-korea.txt"), of_name("report_20240314.pdf"), of_name("boeing-737.txt")
    (datetime.date(2022, 12, 22), datetime.date(2024, 3, 14), None)
    """
    found = _IN_NAME.search(name)
    try:
        return date(int(found[1]), int(found[3]), int(found[4])) if found else None
    except ValueError:
        return None


def _iso(words: str) -> date | None:
    return date.fromisoformat(words[:10]) if re.match(r"\d{4}-\d\d-\d\d(?!\d)", words) else None


def _header(words: str) -> date | None:
    return parsedate_to_datetime(words).date()


def _compact(words: str) -> date | None:
    """Of PDF's "D:20240314…" and of "20240314", and of a moment written as a number."""
    found = re.match(r"(?:D:)?((?:19|20)\d\d)(\d\d)(\d\d)(?!\d{2,4}$)", words)
    return date(int(found[1]), int(found[2]), int(found[3])) if found else _of_number(float(words))


def _of_number(number: float) -> date | None:
    if not _SECONDS <= number < 1e14:
        return None
    seconds = number / 1000 if number >= _MILLISECONDS else number
    return datetime.fromtimestamp(seconds, UTC).date()
