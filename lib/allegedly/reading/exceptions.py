"""Numbers that are no quantities, each with the reason."""

import re

from allegedly.reading.found import Found
from allegedly.reading.grammar import around

_RECENT = re.compile(r"19\d\d|20[0-4]\d")  # what is a year wherever it stands alone


def none(found: Found):
    return found.none(found.row.why)


def clock(found: Found):
    """A time of day; what stands for its hours and minutes has two decimals: `6.30 pm`, not `2.1 pm`, a length."""
    hours = found.part("hours")
    return None if hours and len(hours.partition(".")[2]) != 2 else found.none(found.row.why)


def named(found: Found):
    """A number behind a capitalised word is part of a name, but not in a headline of capitals."""
    kinds = found.place.kinds
    running = around("running_before").search(kinds, max(0, found.first - 24), found.first)
    return found.none(found.row.why) if running or around("named_after").match(kinds, found.last) else None


def year(found: Found):
    """Four digits are a year, unless they count what follows, or are neither of our time nor dated by a word."""
    kinds, (first, last) = found.place.kinds, (found.first, found.last)
    if last - first > 1:
        return found.none(found.row.why)
    digits = found.place.slice(first, last)
    if "/" in digits:
        return found.none(found.row.why)
    counted = kinds[last : last + 2] == " p"
    start = max(0, first - 3)
    if around("money_before").search(kinds, start, first):
        return None
    follows = around("unit_after").match(kinds, last)
    if around("hedge_before_it").search(kinds, max(0, first - 8), first) and (
        follows or kinds[last : last + 2] == " p"
    ):
        return None
    dated = around("past_before").search(kinds, start, first)
    if follows and not dated:
        return None
    if counted and digits.endswith("00") and not _RECENT.fullmatch(digits):
        return None
    return found.none(found.row.why) if dated or _RECENT.fullmatch(digits) else None
