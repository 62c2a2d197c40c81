"""From time words to days: the first and the last day that the words allow, counted from the article's date.

A span is never narrower than the words: a week may begin on a Sunday or a Monday, "a few" may be nine.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

Span = tuple[date | None, date | None]


class Fields(NamedTuple):
    """What a time expression names: numbers in the order of the words."""

    weekdays: tuple[int, ...] = ()  #: 0 is Monday
    months: tuple[int, ...] = ()
    days: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    unit: tuple[int, int] | None = None  #: (days, months) that one unit lasts
    number: int | None = None  #: how many units
    nth: int | None = None  #: which quarter
    half: bool = False  #: the nth half, not quarter
    shift: int = 0  #: -1 with "last", 1 with "next"
    from_today: int | None = None  #: -1 with "yesterday", 0 with "today"
    part: bool = False  #: a part of a day: "night"
    ahead: bool = False  #: the future is spoken of: "will open in July"


def resolve(span: str, fields: Fields, today: date, row: dict[str, Any]) -> Span:
    """The days that a row of lexicon/en/times.toml allows for these fields.

    >>> resolve("since", Fields(years=(2014,)), date(2024, 5, 15), {})
    (datetime.date(2014, 1, 1), datetime.date(2024, 5, 15))
    """
    try:
        first, last = _SPANS[span](fields, today, row)
        earlier, later = row.get("wider", (0, 0))
        return first and _months_on(first, -earlier), last and _month_end(last, later)
    except (ValueError, OverflowError):  # the 31st of April, the year 0: no day of any calendar
        return None, None


def _months_on(day: date, months: int) -> date:
    """The same day `months` later, or the last of its month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month_end(day: date, months: int) -> date:
    """The last day of a month end's month `months` later."""
    if not months:
        return day
    later = _months_on(day, months)
    return later.replace(day=monthrange(later.year, later.month)[1])


def _stretch(first: date, months: int) -> tuple[date, date]:
    """From `first`, as many whole months."""
    return first, _months_on(first, months) - timedelta(days=1)


def _weekday(number: int, today: date, fields: Fields) -> tuple[date, date]:
    """The latest such day up to today, or the next from today on where the future is spoken of.

    With "last" or "next" the day of this week may be meant or that of another.
    """
    shift = fields.shift
    if fields.ahead and not shift:
        day = today + timedelta(days=(number - today.weekday()) % 7)
        return day, day
    if shift > 0:
        day = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
        return day, day + timedelta(days=7 * (number > today.weekday()))
    day = today - timedelta(days=(today.weekday() - number) % 7)
    return day - timedelta(days=-7 * shift * (number <= today.weekday())), day


def _month(number: int, fields: Fields, today: date, which: int = 0) -> date:
    """The first day of a named month: in the named year, or the latest that has begun."""
    if fields.years:
        return date(fields.years[min(which, len(fields.years) - 1)], number, 1)
    if fields.ahead and not fields.unit:
        return date(today.year + (number < today.month), number, 1)
    year = today.year if (number, 1) <= (today.month, today.day) else today.year - 1
    if fields.unit and fields.shift:  # "in March last year"
        year = today.year + fields.shift
    elif fields.shift > 0:
        year += 1
    return date(year, number, 1)


def _named(fields: Fields, today: date, which: int = 0) -> Span:
    """The days of the `which`-th day, month, quarter, decade or year that is named."""
    if fields.months:
        first = _month(fields.months[min(which, len(fields.months) - 1)], fields, today, which)
        if fields.days:
            day = first.replace(day=fields.days[min(which, len(fields.days) - 1)])
            return day, day
        return _stretch(first, 1)
    if fields.nth is not None:
        months = 6 if fields.half else 3
        year = fields.years[0] if fields.years else today.year + fields.shift
        first = date(year, 1 + months * (fields.nth - 1), 1)
        if not fields.years and first > today and not fields.ahead:
            first = first.replace(year=year - 1)
        return _stretch(first, months)
    if fields.weekdays:
        return _weekday(fields.weekdays[min(which, len(fields.weekdays) - 1)], today, fields)
    if fields.years:
        year = fields.years[min(which, len(fields.years) - 1)]
        months = 12 if fields.unit or not fields.number else fields.number
        return _stretch(date(year, 1, 1), months)
    if fields.from_today is not None:
        day = today + timedelta(days=fields.from_today)
        return day, day
    if fields.unit:
        return _whole(fields, today, {"offset": fields.shift})
    return (today + timedelta(days=min(fields.shift, 0)), today) if fields.part else (None, None)


def _point(fields: Fields, today: date, _row: dict[str, Any]) -> Span:
    return _named(fields, today)


def _since(fields: Fields, today: date, _row: dict[str, Any]) -> Span:
    return _named(fields, today)[0], today


def _from(fields: Fields, today: date, _row: dict[str, Any]) -> Span:
    return _named(fields, today)[0], None


def _until(fields: Fields, today: date, _row: dict[str, Any]) -> Span:
    return None, _named(fields, today, which=1)[1]


def _between(fields: Fields, today: date, _row: dict[str, Any]) -> Span:
    first, last = _named(fields, today)[0], _named(fields, today, which=1)[1]
    if len(fields.years) < 2 and first and last and first > last:
        return (_months_on(first, -12) if fields.months else first - timedelta(days=7)), last
    return first, last


def _whole(fields: Fields, today: date, row: dict[str, Any]) -> Span:
    """The calendar week, month or year `offset` from today's; a week from Sunday to Sunday."""
    days, months = fields.unit or (0, 0)
    if months:
        first = date(today.year, today.month // 1, 1)
        first = first.replace(month=1 + (today.month - 1) // months * months) if months < 12 else first.replace(month=1)
        if months > 12:
            first = first.replace(year=today.year // (months // 12) * (months // 12))
        return _stretch(_months_on(first, months * row["offset"]), months)
    if days == 7:
        sunday = today - timedelta(days=today.weekday() + 1) + timedelta(days=7 * row["offset"])
        return sunday, sunday + timedelta(days=7)
    day = today + timedelta(days=row["offset"])
    return day, day


def _weekend(_fields: Fields, today: date, _row: dict[str, Any]) -> Span:
    """The last Friday before today, as a weekend may begin with its evening, to the Sunday after it."""
    friday = today - timedelta(days=(today.weekday() - 5) % 7 + 1)
    return friday, friday + timedelta(days=2)


def _ended(fields: Fields, today: date, _row: dict[str, Any]) -> Span:
    """So many units up to the last of the days that are named."""
    last = _named(fields._replace(unit=None), today)[1]
    first = last and _shift(last + timedelta(days=(fields.unit or (0, 0))[1] > 0), fields, -1)
    return first, last


def _part(fields: Fields, today: date, row: dict[str, Any]) -> Span:
    """The first or the last so many units of a year."""
    year = fields.years[0] if fields.years else today.year + fields.shift
    if row["span"] == "first part":
        first = date(year, 1, 1)
        return first, _shift(first, fields, 1) - timedelta(days=1)
    last = date(year, 12, 31)
    return _shift(last + timedelta(days=1), fields, -1), last


def _shift(today: date, fields: Fields, sign: int) -> date:
    """The day NUMBER units from today."""
    days, months = fields.unit or (0, 0)
    count = 1 if fields.number is None else fields.number
    return _months_on(today, sign * months * count) if months else today + timedelta(days=sign * days * count)


def _back(fields: Fields, today: date, _row: dict[str, Any]) -> Span:
    return _shift(today, fields, -1), today


def _ahead(fields: Fields, today: date, _row: dict[str, Any]) -> Span:
    return today, _shift(today, fields, 1)


def _ago(fields: Fields, today: date, _row: dict[str, Any]) -> Span:
    return _whole(fields, _shift(today, fields, -1), {"offset": 0})


def _so_far(fields: Fields, today: date, row: dict[str, Any]) -> Span:
    return _whole(fields, today, row | {"offset": 0})[0], today


def _days(_fields: Fields, today: date, row: dict[str, Any]) -> Span:
    first, last = (None if n == "" else today + timedelta(days=n) for n in row["offset_days"])
    return first, last


def _none(_fields: Fields, _today: date, _row: dict[str, Any]) -> Span:
    return None, None


_SPANS: dict[str, Callable[[Fields, date, dict[str, Any]], Span]] = {
    "point": _point,
    "since": _since,
    "from": _from,
    "until": _until,
    "between": _between,
    "whole": _whole,
    "back": _back,
    "ahead": _ahead,
    "ago": _ago,
    "so far": _so_far,
    "days": _days,
    "ended": _ended,
    "first part": _part,
    "last part": _part,
    "weekend": _weekend,
    "none": _none,
}
