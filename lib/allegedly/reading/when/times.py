"""When: the time words that date a figure, and the days that they allow."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date as Date
from typing import Any

from allegedly.lexicon import load
from allegedly.model import Quantity, Time
from allegedly.reading.when.ahead import is_ahead
from allegedly.reading.when.asides import FAR, ends_a_relative, is_aside, is_of_a_base, is_restricted
from allegedly.reading.when.expressions import Expression, fields, printed
from allegedly.reading.when.spans import resolve
from allegedly.text.analysis import Analysis
from allegedly.text.tokens import HYPHENS
from allegedly.text.words import is_plural

_AROUND = 4  # expressions on either side of a figure that are looked at
_SIGHT = 200  # words in which an opening expression dates a figure
_ASIDE = 60  # added to the distance of an expression that dates something else
_APART = {";": 60, "k": 14, "w": 20, ",": 7, "(": 12, "q": 1}  # what each letter between adds to the distance
_HANDED_ON = 12  # added where an expression belongs to a figure before it
_VERBS = frozenset("vebhm")
_OPENING = 12  # the distance of an expression that opens the sentence: it dates all of it


def times(sentence: Analysis, quantities: list[Quantity], date: Date | None = None) -> list[Time]:
    """What dates each of the quantities, in their order; no days without the `date` of the article.

    >>> from allegedly.reading.when.expressions import expressions
    >>> from allegedly.text.analysis import analyse
    >>> from allegedly.text.tokens import tokenise
    >>> tokens = tokenise("On Friday 40 homes burned.")
    >>> [time] = times(analyse(tokens, [(2, 3)], expressions(tokens)), [Quantity(10, 12, "40")], Date(2024, 5, 15))
    >>> time.when, str(time.about_from), str(time.about_to), time.time_rule
    ('On Friday', '2024-05-10', '2024-05-10', 'weekday')
    """
    if not sentence.dates:
        return [Time()] * len(quantities)
    found, before = [], None
    for quantity in quantities:
        if quantity.kind == "age" or (quantity.kind == "duration" and _is_timeless(sentence, quantity)):
            found.append(Time())
            continue
        dating = _dating(sentence, quantity) or (before and _inherited(sentence, *before, quantity))
        found.append(_time(sentence, dating, date))
        before = (quantity, dating) if dating else before
    return found


def _is_timeless(sentence: Analysis, quantity: Quantity) -> bool:
    """Whether a duration tells how long something lasts, or when, and is not of a day itself."""
    first, last = sentence.tokens.span(quantity.start, quantity.end)
    return (
        _is_between(sentence, quantity)
        or _is_window(sentence, quantity)
        or sentence.tokens.lower[max(0, first - 1)] in load("times")["lasting"]  # "he served for five years"
        or not set(HYPHENS).isdisjoint(quantity.text)  # "a three-day strike"
        or (sentence.tags[last : last + 1] in ("g", "n") and not is_plural(sentence.tokens.lower[last - 1]))
    )


def _is_between(sentence: Analysis, quantity: Quantity) -> bool:
    """Whether a duration is the time between two events: "three years later", "two days after the quake"."""
    last = sentence.tokens.span(quantity.start, quantity.end)[1]
    return sentence.tokens.lower[last : last + 1] in [[word] for word in load("times")["sequent"]]


def _is_window(sentence: Analysis, quantity: Quantity) -> bool:
    """Whether a duration is itself a time in which something was: "in 25 years", "in the last 24 hours".

    "in two hours" may be how long it took.
    """
    first, window = sentence.tokens.span(quantity.start, quantity.end)[0], load("times")["window"]
    at = first - 1
    while at > first - 4 and at >= 0 and sentence.tokens.lower[at] in window["between"]:
        at -= 1
    word = sentence.tokens.lower[at] if at >= 0 else ""
    return word in window["words"] and (
        at < first - 1 or (quantity.unit in window["units"] and word in window["alone"])
    )


def _inherited(sentence: Analysis, before: Quantity, dating: Expression, quantity: Quantity) -> Expression | None:
    """The expression that dates the figure before, in one clause with it."""
    first, last = sentence.tokens.span(before.end, quantity.start)
    if last - first > FAR or is_of_a_base(sentence, dating, first) or ends_a_relative(sentence, dating):
        return None
    return None if set(sentence.tags[first:last]) & set(";kw") else dating


def _dating(sentence: Analysis, quantity: Quantity) -> Expression | None:
    """The expression that dates a quantity: the nearest in its clause."""
    first, last = sentence.tokens.span(quantity.start, quantity.end)
    free = [e for e in _near(sentence.dates, first) if e.last <= first or e.first >= last]
    dated = [(_distance(sentence, e, quantity, first, last), e.first, e) for e in free if "rate" not in e.row]
    return min(dated)[2] if dated and min(dated)[0] <= FAR else None


def _near(dates: Sequence[Any], first: int) -> list[Expression]:
    """The expressions around a token, and the one that opens the sentence."""
    at = bisect_left(dates, first, key=lambda e: e.first)
    around = [*dates[max(0, at - _AROUND) : at + _AROUND]]
    return around if not around or around[0] is dates[0] else [dates[0], *around]


def _distance(sentence: Analysis, expression: Expression, quantity: Quantity, first: int, last: int) -> int:
    """How far an expression is from a figure, in words, more across the edges of clauses."""
    behind = expression.first >= last
    start, end = (last, expression.first) if behind else (expression.last, first)
    if end - start > _SIGHT:
        return end - start
    if is_aside(sentence, expression, quantity, first, last):
        return end - start + _ASIDE
    between = sentence.tags[start:end]
    if not behind and _has_its_own(sentence, expression, first):
        return end - start + _HANDED_ON
    if behind and is_restricted(between):
        return len(between)
    if ";" in between and _is_listed(sentence, first, last):
        between = between.replace(";", ",")  # "On Friday 12 died in Os; 11 in Mo"
    distance = len(between) + sum(cost * between.count(letter) for letter, cost in _APART.items())
    if expression.first <= 1 and not behind:
        return min(distance, _OPENING + _APART[";"] * between.count(";"))
    return distance if behind else distance + 2


def _has_its_own(sentence: Analysis, expression: Expression, first: int) -> bool:
    """Whether an expression belongs to a figure before it, and what is behind has a time of its own."""
    joint = sentence.tokens.lower[expression.last] if expression.last < len(sentence.tokens) else ""
    if joint not in load("times")["onward"] or not any(end <= expression.first for _, end in sentence.figures):
        return False
    behind = next((e for e in sentence.dates if e.first > first), None)
    return behind is not None and set(";kw").isdisjoint(sentence.tags[first : behind.first])


def _is_listed(sentence: Analysis, first: int, last: int) -> bool:
    """Whether the stretch that a figure stands in has no verb of its own."""
    tags = sentence.tags
    start, end = tags.rfind(";", max(0, first - FAR), first) + 1, tags.find(";", last, last + FAR)
    return _VERBS.isdisjoint(tags[max(start, first - FAR) : end if end >= 0 else last + FAR])


def _time(sentence: Analysis, expression: Expression | None, today: Date | None) -> Time:
    """The record of one expression."""
    if expression is None:
        return Time()
    time = Time(printed(sentence.tokens, expression), time_rule=expression.row["name"])
    if today is None:
        return time
    named = fields(sentence.tokens, expression)
    if "anchored" in expression.row:
        anchor = _anchor(sentence, expression, today)
        if anchor is None and expression.row["anchored"] == "named":
            return time
        today = anchor or today
    elif is_ahead(sentence, expression):
        named = named._replace(ahead=True)
    first, last = resolve(expression.row["span"], named, today, expression.row)
    return time._replace(about_from=first, about_to=last)


def _anchor(sentence: Analysis, expression: Expression, today: Date) -> Date | None:
    """The last day that the expression before "the previous year" or "a day earlier" allows."""
    for e in reversed(_near(sentence.dates, expression.first)):
        if e.first < expression.first and "anchored" not in e.row:
            last = resolve(e.row["span"], fields(sentence.tokens, e), today, e.row)[1]
            if last:
                return last
    return None
