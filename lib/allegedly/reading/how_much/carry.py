"""What a figure leaves out because the one that it is held against, or listed with, says it: unit, scale, rate."""

import re
from collections.abc import Sequence
from functools import cache

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.reading.how_much.numbers import number
from allegedly.text.words import closed, is_plural, open_class

_BACK = 3  # figures and dates before a figure among which the one is that lends it its unit
_LENDING = ("money", "measure", "share", "duration")
_ALIKE = 5  # two moves that are held against each other are less than so many times apart
_VERBS = frozenset("evYbhm")  # the letters of words that are a verb, or may be one
_SIZE = 50  # the scale is lent where it brings two numbers less than so many times apart
_SPACE = re.compile(r"\\s(?![?*+])")  # a space of a pattern, which may be printed as two


@cache
def _words(name: str) -> str:
    """The words of a row of `[carry]` as alternatives, the longer first."""
    return "|".join(sorted(map(re.escape, load("grammar")["carry"][name]), key=len, reverse=True))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """What stands between two figures of which one lends the other its unit, and behind a figure without a noun."""
    placing, still, rated = _words("placing"), r"[^;:.!?()]", rf"(?:\s(?:{_words('rated')})\s\w+)?"
    within = rf"(?:\s(?:{_words('sized')})|\s(?:{_words('inner')}|{placing})\s(?:\w+\s){{0,2}}?\w+)?"
    name = rf"(?:the\s(?!(?:{_words('other')})\b)\w+|[A-ZÀ-Þ][\w'’-]*(?:\s[A-ZÀ-Þ][\w'’-]*){{0,2}}|(?P<noun>[a-z]+))"
    shapes = {
        "alone": rf"\s*(?:[.,;)!?\n]|$)|\s(?:{_words('behind')})\b",
        "compared": rf"{still}{{0,60}}?\b(?:{_words('compared')})\s(?:(?:{_words('leading')})\s)*$",
        "set_against": rf"{still}{{0,60}}?\s(?:{_words('against')})\s(?:(?:{_words('leading')})\s)*$",
        "reached": rf"(?:{rated}\s(?:{placing})\s{still}{{1,25}}?)?\sto\s$",
        "left": rf"\b(?:{_words('left')})\s$",
        "bracketed": r"\s?\((?:[\w -]{2,20}:\s?)$",
        "aside": r"\s?\($",
        "listed": rf"{rated}\s({placing})\s{still}{{1,40}}?(?:,|,?\sand)\s$",
        "named": rf"{rated}{within}(?:[,;]|,?\s(?:and|but|while))\s{name}\s$",
        "placed": rf"\s({placing})\s",
        "located": rf"\s(?:{_words('locating')})\s((?:[\w'’-]+\s){{0,3}}?[\w'’-]+)(?:[.,;]|\sand\s|$)",
        "comma": r",\s$",
    }
    return {name: re.compile(_SPACE.sub(r"\\s+", shape)) for name, shape in shapes.items()}


def lent(figure: Quantity, before: Sequence[Quantity], text: str) -> Quantity:
    """A bare number with the unit, scale and rate of the figure before it that lends them.

    >>> from allegedly.reading.how_much.quantities import quantities
    >>> [figure.unit for figure in quantities("Output was 412 tonnes, up from 515 in May.")]
    ['metric_ton', 'metric_ton']
    """
    lender = next((one for one in reversed(before[-_BACK:]) if one.kind != "none"), None)
    if lender is None or not _is_bare(figure, text):
        return figure
    between = text[lender.end : figure.start]
    if lender.kind not in _LENDING:
        rate = lender.kind == "count" and figure.per is None and _is_held_against(between, lender, figure, text)
        return figure._replace(per=lender.per) if rate else figure
    if lender.kind == "share" and lender.change != "level":
        if not _is_set_against(between, lender, figure):
            return figure  # "fell 3 percent from 412"
        figure = figure._replace(change=lender.change)
    elif not _is_held_against(between, lender, figure, text) and not _is_set_against(between, lender, figure):
        return figure
    return _with_scale(figure, lender)._replace(
        kind=lender.kind, unit=lender.unit, per=figure.per or (lender.per if lender.unit else None)
    )


def _is_set_against(between: str, lender: Quantity, figure: Quantity) -> bool:
    """Whether one figure follows another of its size: `rose 3.2 percent in April, after 2.9 in March`."""
    if not lender.value or not figure.value or _patterns()["set_against"].fullmatch(between) is None:
        return False
    return 1 / _ALIKE < figure.value / lender.value < _ALIKE


def lends_rate(figure: Quantity, before: Quantity, text: str) -> bool:
    """Whether the rate of a figure is meant before it too: `3,120, down from 12,000 a year`."""
    return (
        figure.per is not None
        and before.per is None
        and before.value is not None
        and (before.kind, before.unit) == (figure.kind, figure.unit)
        and _patterns()["compared"].fullmatch(text, before.end, figure.start) is not None
    )


def lends_back(figure: Quantity, after: Quantity, text: str) -> bool:
    """Whether a bare number takes the unit of the level that it went to: `from 53 in May to 46 percent`."""
    return (
        after.kind in _LENDING
        and _is_bare(figure, text)
        and _patterns()["left"].search(text, max(0, figure.start - 12), figure.start) is not None
        and _patterns()["reached"].fullmatch(text, figure.end, after.start) is not None
    )


def is_comma(figure: Quantity, after: Quantity, text: str) -> bool:
    """Whether only a comma stands between two figures."""
    return _patterns()["comma"].fullmatch(text, figure.end, after.start) is not None


def _is_bare(figure: Quantity, text: str) -> bool:
    """Is it a count without a noun: `up from 515 in May`, not `from 12 villages`?"""
    bare = figure.kind == "count" and figure.value is not None and figure.hedge not in ("range", "vague")
    return bare and _patterns()["alone"].match(text, figure.end) is not None


def _is_held_against(between: str, lender: Quantity, figure: Quantity, text: str) -> bool:
    """Whether one figure is compared with the other, stands in brackets behind it, or is listed with it."""
    known = _patterns()
    if known["compared"].fullmatch(between) or known["bracketed"].fullmatch(between):
        return True
    if known["reached"].fullmatch(between):
        return known["left"].search(text, max(0, lender.start - 12), lender.start) is not None
    if known["aside"].fullmatch(between):
        return figure.grain is not None and figure.grain < 1 and text[figure.end : figure.end + 1] == ")"
    if listed := known["listed"].fullmatch(between):
        placed = known["placed"].match(text, figure.end)
        return placed is not None and (placed[1] == listed[1] or _is_place(text, figure.end))
    if lender.change != "level" or not (named := known["named"].fullmatch(between)):
        return False
    return not named["noun"] or (open_class(named["noun"]) == "n" and is_plural(named["noun"]))


def _is_place(text: str, at: int) -> bool:
    """Whether nothing but a place follows a figure: `121 on the ridge`, not `14 at the firm lost their jobs`."""
    located = _patterns()["located"].match(text, at)
    return located is not None and all((closed().get(w) or open_class(w)) not in _VERBS for w in located[1].split())


def _with_scale(figure: Quantity, lender: Quantity) -> Quantity:
    """A number with the scale of the one that it is held against: `$1.4 billion, up from 1.2`."""
    theirs, own = number(lender.text), number(figure.text)
    if theirs is None or own is None or theirs.scale <= own.scale or not lender.value:
        return figure
    if figure.value is None:
        return figure
    times = theirs.scale / own.scale
    if not 1 / _SIZE < figure.value * times / lender.value < _SIZE:
        return figure
    value, grain, low, high, likely_low, likely_high = (
        size and size * times
        for size in (figure.value, figure.grain, figure.low, figure.high, figure.likely_low, figure.likely_high)
    )
    return figure._replace(value=value, grain=grain, low=low, high=high, likely_low=likely_low, likely_high=likely_high)
