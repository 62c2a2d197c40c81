"""The day that an article prints of itself: on a line of its own, in its byline or in its dateline."""

import re
from datetime import date, timedelta
from functools import cache
from itertools import islice

from ..lexicon import load

_LINES = 12  # lines with words from the top, among which the date stands
_LONGEST = 200  # signs of the beginning of a line that are looked at
_PLACE = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ ,]+[A-Z][\w.'’-]*){0,4}"  # "LINDMARK", "WASHINGTON, D.C.", "PORT HALVARD, Ostra"
_DASH = r"\s*(?:\([^)]{1,40}\)|/[^/]{1,40}/)?\s*(?:--?|–|—|:)"


def dateline(text: str, until: date | None = None) -> tuple[date | None, str]:
    """The day that `text` prints of itself, and the words that say so; without a year the last such day to `until`.

    >>> dateline("Storm Hits Halden" + chr(10) + "Saturday, December 7, 2019" + chr(10) + "It rained.")
    (datetime.date(2019, 12, 7), 'Saturday, December 7, 2019')
    >>> dateline("LINDMARK, March 14 (Wire) — It rained.", date(2024, 5, 1))
    (datetime.date(2024, 3, 14), 'March 14')
    >>> dateline("It rained on March 14, 2019.")
    (None, '')
    """
    lines = (line for line in re.split(r"[\r\n]+", text[: _LINES * 2000]) if line.strip())
    for line in islice(lines, _LINES):
        if match := _printed().match(line[:_LONGEST]):
            words = next(filter(None, (match[name] for name in ("iso", "own", "placed", "by"))))
            found = day_of(words, until)
            if found:
                return found, words.strip(" ,")
    return None, ""


@cache
def _printed() -> re.Pattern[str]:
    """A line that is a date, behind a label or not; one that opens with a place and a date; a byline with a date."""
    classes, labels = load("times")["classes"], load("sections")["dated"]
    months = "|".join([*classes["MONTH"], *(f"{name[:3]}[a-z]?" for name in classes["MONTH"])])
    weekdays = "|".join(f"{day}|{day[:3]}\\.?" for day in classes["WEEKDAY"])
    month = rf"(?:{months})\.?"
    year = r"(?:1[89]|20|21)\d\d"
    day = r"\d{1,2}(?:[a-z]{2})?"  # "7th"
    full = rf"(?i:(?:(?:{weekdays}),?\s+)?(?:{month}\s+{day},?\s+{year}|{day}\s+(?:[a-z]{{2}}\s+)?{month},?\s+{year}))"
    short = rf"(?i:(?:(?:{weekdays}),?\s+)?(?:{month}\s+{day}|{day}\s+{month})(?:,?\s+{year})?)"
    label = "|".join(map(re.escape, labels["labels"]))
    by = "|".join(map(re.escape, labels["by"]))
    hour = r"[^\w]{0,5}(?:(?:[a-z]{2}\s+)?\d{1,2}[:.]\d\d.{0,20})?"
    return re.compile(
        rf"\s*(?:(?i:{label})\s*:?\s*)?(?:(?P<iso>{year}-\d\d-\d\d)(?:T.*)?|(?P<own>{full}){hour})\s*$"
        rf"|\s*{_PLACE}\s*(?:,|--?|–|—|\()\s*(?P<placed>{short})\)?{_DASH}"
        rf"|\s*(?i:{by})\s[^.]{{3,60}}?[,|–—-]\s*(?P<by>{full})\s*$"
    )


def day_of(words: str, until: date | None) -> date | None:
    """The day that the words of a date name; None for one of no calendar, or without a year where none is known."""
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", words):
            return date.fromisoformat(words)
        known = [name[:3] for name in load("times")["classes"]["MONTH"]]
        month = next(known.index(name) + 1 for name in re.findall(r"\b[a-z]{3}", words.lower()) if name in known)
        numbers = [int(number) for number in re.findall(r"\d+", words)]
        year = next((number for number in numbers if number > 31), None)
        day = next(number for number in numbers if number <= 31)
        if year is None and until is None:
            return None
        found = date(year or (until or date.max).year, month, day)
        if year is None and until and found > until + timedelta(days=1):
            found = date(found.year - 1, month, day)
    except (ValueError, StopIteration):
        return None
    return found
