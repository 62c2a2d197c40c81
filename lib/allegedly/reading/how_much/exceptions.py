"""Numbers that are no quantities, each with the reason."""

import re
from functools import cache

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.reading.how_much.found import Found
from allegedly.reading.how_much.grammar import around
from allegedly.text.words import possessives

_LIST = 600  # characters in which the next or the last item of a list told in a sentence stands
_ITEMS = 30  # a list told in a sentence has no more
_ROAD = 3  # digits of a highway's number
_AIRLINER = re.compile(r"7[0-8]7")
_MONTHS, _DAYS, _CLOCK = 12, 31, 12
_HALVES = 10  # up to here a number behind a slash may be the parts of a whole: "1/2", "3/8"
_MINUTES = 120  # of a match
_COLON = ":"  # behind the name of a side
_CLOSES = re.compile(r"[\w.,!?]['’](?=[\s.,;)]|$)")  # a quotation of single marks ends
_QUOTED = 300  # characters in which it does
_RECENT = re.compile(r"19\d\d|20[0-4]\d")  # what is a year wherever it stands alone


def none(found: Found) -> list[Quantity]:
    return found.none(found.why)


def clock(found: Found) -> list[Quantity] | None:
    """A time of day; what stands for its hours and minutes has two decimals: `6.30 pm`, not `2.1 pm`, a length."""
    hours = found.part("hours")
    return None if hours and len(hours.partition(".")[2]) != 2 else found.none(found.why)


def dated(found: Found) -> list[Quantity] | None:
    """A day, or some of one month: `on May 6 and 7`; no month has more than 31: `by the end of June 500 had left`."""
    days = [found.part(name) for name in ("digits", "digits2", "digits3", "digits4")]
    return found.none(found.why) if all(int(day) <= _DAYS for day in days if day) else None


def slashed(found: Found) -> list[Quantity] | None:
    """A day in figures; behind "on" a fraction is one where it may be: `on 2/21`, not `on 1/2`."""
    month, _, day = (found.part("digits") or "").partition("/")
    is_day = not month or (
        month.isdecimal() and day.isdecimal() and int(month) <= _MONTHS and _HALVES < int(day) <= _DAYS
    )
    return found.none(found.why) if is_day else None


def phone(found: Found) -> list[Quantity] | None:
    """A number to dial has seven to fifteen digits, or spells a word."""
    printed = found.place.slice(found.first, found.last)
    digits = sum(map(str.isdigit, printed))
    return found.none(found.why) if 7 <= digits <= 15 or printed[-1].isalpha() else None


def dialled(found: Found) -> list[Quantity] | None:
    """What is called: a short number (`call 101`), or a local one of three and four digits."""
    printed = found.place.slice(found.first, found.last)
    return found.none(found.why) if re.fullmatch(r"\d{3}(?:-\d{4})?|\d{5,6}", printed) else None


def highway(found: Found) -> list[Quantity] | None:
    """A road of one to three digits: `on U.S. 35 in Moss`."""
    printed = found.place.slice(found.first, found.last)
    return found.none(found.why) if len(printed.rpartition(" ")[2]) <= _ROAD else None


def airliner(found: Found) -> list[Quantity] | None:
    """A type of aircraft, by its number: `larger 777 planes`; others are counted: `300 planes`."""
    return found.none(found.why) if _AIRLINER.fullmatch(found.part("digits") or "") else None


def symbol(found: Found) -> list[Quantity] | None:
    """What is named by letters and digits; a single capital that may be a currency takes but one digit: `R0`."""
    return None if len(found.part("digits") or "") > 1 else found.none(found.why)


def innername(found: Found) -> list[Quantity] | None:
    """A number between two words of a name: `the Lost 52 Project`; nothing else has a capital before a number."""
    word = found.place.slice(found.first, found.first + 1)
    found.first = found.last - 1
    return found.none(found.why) if word[0].isupper() and not word.isupper() else None


def crossed(found: Found) -> list[Quantity] | None:
    """The same number twice, in a name: `the 10 by 10 Act`, `the "25 x 25" plan`."""
    text, end = found.place.text, found.place.offsets[found.last]
    named = not text[end].isspace() or text[end + 1].isupper()
    return found.none(found.why) if named and found.part("digits") == found.part("digits2") else None


def postcode(found: Found) -> list[Quantity] | None:
    """What stands behind the code of a state, with five digits."""
    return found.none(found.why) if len(found.part("digits", "digits2") or "") == 5 else None


def address(found: Found) -> list[Quantity] | None:
    """A house number: all words up to the street are names."""
    words = re.split(r"[\s-]+", found.place.slice(found.first, found.last))
    return found.none(found.why) if all(word[0].isupper() or word[0].isdecimal() for word in words if word) else None


def marker(found: Found) -> list[Quantity] | None:
    """The number of a list's item; where its bracket is not opened before it, it stands alone: `1) roads`."""
    printed = found.place.slice(found.first, found.last)
    if (item := found.part("number")) is not None:
        text, here = found.place.text, found.place.offsets[found.first]
        before, behind = text[max(0, here - _LIST) : here], text[here : here + _LIST]
        follows = f"({int(item) - 1})" in before or (item == "1" and "(2)" in behind)
        return found.none(found.why) if follows else None
    if printed.isdecimal():
        line = found.place.text[: found.place.offsets[found.first]].rpartition("\n")[2]
        if line.count("(") > line.count(")") or int(printed) > _ITEMS:
            return None
    return found.none(found.why)


def shortyear(found: Found) -> list[Quantity] | None:
    """Two digits behind an apostrophe that opens no quotation: `the '08 cut`."""
    printed = found.place.slice(found.first, found.last)
    ends = _CLOSES.search(found.place.text, found.place.offsets[found.last], found.place.offsets[found.last] + _QUOTED)
    return found.none(found.why) if len(printed) == 3 and not ends else None


def dotted(found: Found) -> list[Quantity] | None:
    """A time of day with a dot, where no share is traded: `doors close at 19.30`."""
    if whole := found.part("hours3"):
        traded = around("shares_near").search(found.place.kinds, max(0, found.first - 40), found.first)
        return found.none(found.why) if 1 <= int(whole) <= _CLOCK and not traded else None
    hours, _, minutes = (found.part("hours", "hours2") or "").partition(".")
    if len(minutes) != 2 or not hours or int(hours) > 24 or int(minutes) > 59:
        return None
    if found.part("hours2"):
        return found.none(found.why)
    before = found.place.kinds[max(0, found.first - 40) : found.first]
    exact = int(minutes) % 5 == 0 and len(hours) == 2 and not around("shares_near").search(before)
    return found.none(found.why) if exact else None


def titled(found: Found) -> list[Quantity] | None:
    """The name of a work in the middle of a sentence, all its words in capitals: `saw The Six Million Dollar Man`."""
    words = found.place.slice(found.first, found.last).split()
    if words[-1][0].islower() and len(words) > 3:
        words.pop()  # what follows the name
        found.last -= 2
    before = found.place.text[max(0, found.place.offsets[found.first] - 2) : found.place.offsets[found.first]]
    named = all(word[0].isupper() and not word.isupper() for word in words)
    return found.none(found.why) if named and before[:1].islower() and before[1:] == " " else None


def substitute(found: Found) -> list[Quantity] | None:
    """A player and the minute in which he came on, in a line-up."""
    words = found.place.slice(found.first, found.last).split()
    named = all(word[0].isupper() for word in words[:-1])
    line = found.place.text[: found.place.offsets[found.first]].rpartition("\n")[2]
    return found.none(found.why) if named and int(words[-1].partition("+")[0]) <= _MINUTES and _COLON in line else None


def named(found: Found) -> list[Quantity] | None:
    """A number behind a capitalised word is part of a name, but not in a headline, nor whose it is: `Norland's 56`."""
    if found.place.slice(found.first, found.first + 1).endswith(possessives()):
        return None
    kinds = found.place.kinds
    running = around("running_before").search(kinds, max(0, found.first - 24), found.first)
    return found.none(found.why) if running or around("named_after").match(kinds, found.last) else None


def _is_plural(found: Found) -> bool:
    """Whether a plural follows the number, regular or not: `1885 aftershocks`, `1709 schoolchildren`."""
    behind = found.place.slice(found.last, min(found.last + 2, len(found.place.kinds)))
    return found.place.kinds[found.last : found.last + 2] == " p" or behind.endswith(_plural_ends())


@cache
def _plural_ends() -> tuple[str, ...]:
    return tuple(load("grammar")["plurals"]["ends"])


def year(found: Found) -> list[Quantity] | None:
    """Four digits are a year, unless they count what follows, or are neither of our time nor dated by a word."""
    kinds, (first, last) = found.place.kinds, (found.first, found.last)
    if last - first > 1:
        return found.none(found.why)
    if around("a_rate").match(kinds, last):
        return None  # "an average of 1700 a day"
    digits = found.place.slice(first, last)
    if "/" in digits:
        return found.none(found.why)
    start = max(0, first - 3)
    if around("money_before").search(kinds, start, first):
        return None
    summed = around("amounting").search(kinds, max(0, first - 6), first)
    if summed and (summed[1] or _is_plural(found)):
        return None  # "an average of 1900"
    follows = around("unit_after").match(kinds, last)
    if around("hedge_before_it").search(kinds, max(0, first - 8), first) and (follows or _is_plural(found)):
        return None
    if around("people_after").match(kinds, last) and not around("of_a_year").search(kinds, start, first):
        return None  # "2020 guests"
    dated = around("past_before").search(kinds, start, first)
    recent = _RECENT.fullmatch(digits)
    if recent and not digits.endswith("00") and around("duration_after").match(kinds, last) and not _is_plural(found):
        return found.none(found.why)  # "World Cup 2018 day five"
    if follows and not dated:
        return None
    if _is_plural(found) and not recent:
        loosely = not dated or around("loosely_before").search(kinds, start, first)
        if loosely or digits.endswith("00"):
            return None
    return found.none(found.why) if dated or _RECENT.fullmatch(digits) else None
