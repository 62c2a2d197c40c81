"""Figures and intervals put into words for a reader: `shown.toml` has the words, Babel the numbers and currencies."""

import re
from datetime import date
from math import inf, isinf
from typing import Any

from . import load

Row = dict[str, Any]  #: of a table: each column with its value, None where it has none


def rows(table: Any) -> list[Row]:
    """The rows of a DataFrame as dicts, with None for what is missing."""
    found: list[Row] = table.astype(object).where(table.notna(), None).to_dict("records")
    return found


def number(value: float) -> str:
    """A number as a newspaper prints it, never rounded.

    >>> number(50000), number(1e8), number(1234567), number(0.3)
    ('50,000', '100 million', '1,234,567', '0.3')
    """
    from babel.numbers import format_compact_decimal, format_decimal

    rounded = round(value, 12 - len(str(int(abs(value)))) if abs(value) < 1e12 else 0)
    if abs(rounded) >= 1e6 and rounded == round(rounded, -4 if abs(rounded) < 1e9 else -7):
        return format_compact_decimal(rounded, format_type="long", locale="en", fraction_digits=2)
    return format_decimal(rounded, format="#,##0.######", locale="en")


def rounded(value: float, digits: int = 3) -> float:
    """A number that was calculated, to so many digits: more would feign precision.

    >>> rounded(19.2156862745), rounded(2040.8163)
    (19.2, 2040.0)
    """
    return float(f"{value:.{digits}g}")


def amount(value: float, unit: str | None = None, per: str | None = None) -> str:
    """A number with its unit: an ISO 4217 code, "percent", or a unit's name; null for counts.

    >>> amount(1e8, "USD", "month"), amount(67.3, "percent"), amount(3, "kilometer"), amount(12)
    ('$100 million a month', '67.3%', '3 kilometers', '12')
    """
    return _with_unit(value, unit) + rate(per)


def rate(per: str | None) -> str:
    """What a figure is a rate of, as it stands behind it; empty where it is none.

    >>> rate("month"), rate("hour"), rate("100,000 people"), rate(None)
    (' a month', ' an hour', ' per 100,000 people', '')
    """
    if not per:
        return ""
    shape = "many" if per[0].isdecimal() else "vowel" if per.startswith(tuple(words("rates")["vowels"])) else "one"
    return _text("rates", shape).format(per=per)


def _with_unit(value: float, unit: str | None) -> str:
    from babel.core import UnknownLocaleError
    from babel.numbers import get_currency_symbol
    from babel.units import UnknownUnitError, format_unit

    if not unit:
        return number(value)
    if unit == "percent":
        return f"{number(value)}%"
    if len(unit) == 3 and unit.isupper():
        symbol = get_currency_symbol(unit, locale="en")
        return f"{'-' if value < 0 else ''}{symbol}{' ' if symbol[-1].isalnum() else ''}{number(abs(value))}"
    try:
        return format_unit(value, unit.replace("_", "-"), format="#,##0.######", locale="en")
    except (UnknownUnitError, UnknownLocaleError, ValueError):
        return f"{number(value)} {unit.replace('_', ' ')}"


def span(low: float, high: float, unit: str | None = None, per: str | None = None, open: str | None = "") -> str:
    """An interval in words.

    >>> span(49000, 51000), span(1e8, float("inf"), "USD", open="(low high)"), span(16, 16)
    ('49,000 to 51,000', 'more than $100 million', 'exactly 16')
    """
    low, high = (-inf if low is None else low), (inf if high is None else high)
    shown = ["" if isinf(bound) else amount(bound, unit) for bound in (low, high)]
    behind = rate(per) if any(shown) else ""
    return _text("span", _shape(low, high, open or "")).format(low=shown[0], high=shown[1]) + behind


def _shape(low: float, high: float, open: str) -> str:
    """The name of an interval's shape in `shown.toml`."""
    if isinf(low) and isinf(high):
        return "unknown"
    if low == high:
        return "exact"
    if isinf(high):
        return "above" if "(low" in open else "from"
    if isinf(low) or (low == 0 and "high)" in open):
        return "below" if "high)" in open else "upto"
    return "open" if open else "closed"


def sentence(text: str) -> str:
    """`text` as a sentence in the house style: a capital first, percent signs closed up, currencies by their signs.

    >>> sentence("about 2 % of it, more than 2,000 USD a month")
    'About 2% of it, more than $2,000 a month'
    """
    from babel.numbers import get_currency_symbol

    def money(found: re.Match[str]) -> str:
        symbol = get_currency_symbol(found[2], locale="en")
        return found[0] if symbol == found[2] else f"{symbol}{found[1]}"

    text = re.sub(r"(?<=\d) %", "%", text or "")
    text = re.sub(r"(?<![\d.,])(\d[\d,.]*(?: (?:million|billion|trillion))?) ([A-Z]{3})\b", money, text)
    return text[:1].upper() + text[1:]


def words(part: str) -> dict[str, Any]:
    """The table `part` of `shown.toml`.

    >>> words("facts")["as_of"]
    'As of {day}'
    """
    found: dict[str, Any] = load("shown")[part]
    return found


def _text(part: str, name: str) -> str:
    text: str = words(part)[name]
    return text


def counted(part: str, name: str, count: int) -> str:
    """A count in the words that the table `part` has for one and for several.

    >>> counted("index", "claims", 1), counted("outcomes", "agrees", 8)
    ('1 claim', '8 agree')
    """
    one, many = words(part)[name]
    text: str = one if count == 1 else many
    return text.replace("{count}", f"{count:,}")


def day(date: date) -> str:
    """A day as a reader writes it.

    >>> from datetime import date
    >>> day(date(2022, 12, 22))
    '22 December 2022'
    """
    return f"{date.day} {date:%B %Y}"


def hard(row: Row) -> str:
    """What the words and digits of a claim allow."""
    return span(row["low"], row["high"], row["unit"], row["per"], row["open"])


def likely(row: Row) -> str | None:
    """What readers take it to mean, where that says more than the hard bounds do.

    >>> bounds = {"low": 900.0, "high": 1100.0, "unit": None, "per": None, "open": ""}
    >>> likely({**bounds, "likely_low": 950.0, "likely_high": 1050.0})
    '950 to 1,050'
    """
    bounds = row["likely_low"], row["likely_high"]
    if bounds == (row["low"], row["high"]) or bounds in [(None, None), (-inf, inf)]:
        return None
    return span(*bounds, row["unit"], row["per"])


def allows(row: Row) -> str | None:
    """What a claim allows, where that says more than its words do: nothing of a figure that is exact.

    >>> bounds = {"unit": None, "per": None, "open": "", "likely_low": 240.0, "likely_high": 240.0, "value": 240.0}
    >>> allows({**bounds, "hedge": "exact", "low": 240.0, "high": 240.0})
    >>> allows({**bounds, "hedge": "exact", "low": 235.2, "high": 244.8})
    '235.2 to 244.8, if rounded'
    """
    if row["low"] is None or row["low"] == row["high"]:
        return None
    soft = likely(row)
    if row["value"] is None and soft:
        return _text("allows", "likely").format(span=soft)
    if row["hedge"] == "exact":
        return _text("allows", "rounded").format(span=hard(row))
    both = _text("allows", "both").format(span=hard(row), likely=soft)
    return both if soft else hard(row)


def why(row: Row) -> list[tuple[str, str]]:
    """What read a claim, field by field: the name of each rule, which is in the shape of what it reads.

    >>> why({"rule": "<n>-year-old", "speaker_rule": "source: according to"})
    [('how much', 'the like of a 23-year-old man'), ('who', 'source: according to')]
    """
    names = words("why")
    found = [(names[column], row.get(column)) for column in ("thing_rule", "verb_rule", "time_rule", "speaker_rule")]
    layout = _like(row.get("rule"))
    return [*([(names["rule"], names["like"].format(layout))] if layout else []), *((n, r) for n, r in found if r)]


def _like(rule: str | None) -> str:
    """The example of a row of the grammar: its name is no words for a reader."""
    grammar = load("grammar")
    found = [row for kind in ("exception", "pair", "figure") for row in grammar[kind] if row["name"] == rule]
    examples = found[0]["examples"][0] if found else ""
    return str(examples if isinstance(examples, str) else examples[0])


def said(row: Row) -> str:
    """A figure as printed with what it counts: "about 1,000 Wagner fighters"."""
    thing, text = row["thing"], row["text"]
    figure = text if row["per"] and row["per"] in text else text + rate(row["per"])
    return f"{figure} {thing}" if thing and thing not in text and row["kind"] != "money" else figure


def sign(kind: str) -> str:
    """Which of the five signs marks a figure of this kind: count, money, share, measure or none."""
    return _text("signs", kind if kind in words("signs") else "measure")
