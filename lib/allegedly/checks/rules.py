"""The kinds of check: what each asks of the figures in its roles, a line or a function a kind."""

from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Comparison:
    """`left` `sign` `right`, each side a list of (number,), (weight, figure) or (weight, figure, times this figure)."""

    left: tuple
    sign: str  #: "=", "<=", "<", ">=" or ">"
    right: tuple
    slack: tuple = (0.0, 0.0)  #: what both sides may differ by: once rounded at will, and as readers take it


WORDED = 0.1  #: a third of 60 may be 19, as "about" a third may
CONVERTED = 0.08  #: a number in brackets is rounded at will: 300 miles (500 km)

# Kinds that compare the sum of one role with the sum of another.
SUMS = {
    "parts": ("total", "=", "parts"),  # the parts make the total
    "within": ("total", ">=", "parts"),  # the parts named make at most the total
    "subset": ("part", "<=", "whole"),
    "restatement": ("a", "=", "b"),  # both say the same: further down,
    "headline": ("a", "=", "b"),  # above the text,
    "sources": ("a", "=", "b"),  # by another source,
    "across": ("a", "=", "b"),  # in another article
    "cumulative": ("earlier", "<=", "later"),  # what only grows is later at least what it was,
    "grown": ("earlier", "<=", "later"),  # in another article too
    "falling": ("new", "<=", "old"),
    "revision": ("new", "=", "old"),  # the text itself replaces the old figure: findings never accuse it
    "turnout": ("part", "<=", "part"),  # the base of the share is not stated: nothing can be asked
}


def weight(share) -> float:
    """What one of a share's unit is of the whole."""
    return 0.01 if share.unit == "percent" else 1.0


def one(figures) -> tuple:
    """A side that is the sum of `figures`."""
    return tuple((1.0, figure) for figure in figures)


def change(roles, row):
    """The new figure is the old one and the change."""
    if row.get("turned"):
        return [Comparison(one(roles["new"] + roles["change"]), "=", one(roles["old"]))]
    return [Comparison(one(roles["new"]), "=", one(roles["old"] + roles["change"]))]


def balance(roles, row):
    """Those who were there are accounted for; words for a rest leave room for more."""
    return [Comparison(one(roles["parts"]), "<=" if row.get("rest") else "=", one(roles["total"]))]


def rate(roles, row):
    """The rate over the time makes the total."""
    (per,), (time,) = roles["rate"], roles["duration"]
    if row.get("during") and time.value is not None:  # "over 12 months" behind a rate is a time, not a bound
        return [Comparison(((row["scale"] * time.value, per),), "=", one(roles["total"]))]
    return [Comparison(((row["scale"], per, time),), "=", one(roles["total"]))]


def percentage(roles, row):
    """The part is that share of the base."""
    (share,), (base,) = roles["share"], roles["base"]
    loose = WORDED * (share.value or 0.0) * (base.value or 0.0)
    slack = (loose, 0.0) if (share.unit, share.hedge) == ("ratio", "exact") else (0.0, 0.0)
    return [Comparison(one(roles["part"]), "=", ((weight(share), share, base),), slack)]


def headline_share(roles, row):
    """What stands above the text is that share of the base."""
    (share,), (base,) = roles["share"], roles["base"]
    return [Comparison(one(roles["a"]), "=", ((weight(share), share, base),))]


def quantifier(roles, row):
    """The share of the group, beside a count of some of it."""
    (share,), (whole,) = roles["share"], roles["whole"]
    return [Comparison(((weight(share), share, whole),), "=", one(roles["part"]))]


def percent_change(roles, row):
    """The change is that share of the level it started from."""
    (step,), (share,), (level,) = roles["change"], roles["share"], roles["level"]
    sign = -weight(share) if row.get("turned") else weight(share)
    return [Comparison(((1.0, step), (sign, share, step)), "=", ((weight(share), share, level),))]


def growth(roles, row):
    """The new level is the old one and that share of it."""
    (share,), (old,), (new,) = roles["share"], roles["old"], roles["new"]
    sign = -1.0 if row.get("turned") else 1.0
    return [Comparison(one([new]), "=", ((1.0, old), (sign * weight(share), share, old)))]


def conversion(roles, row):
    """Both are one measure in two units."""
    (a,), (b,) = roles["a"], roles["b"]
    digit = max(last_digit(b), abs(row["factor"]) * last_digit(a)) / 2
    loose = max(digit, row.get("loose", CONVERTED) * abs(b.value or 0.0))
    return [Comparison(((row["factor"], a), (row["offset"],)), "=", one([b]), (loose, digit))]


def last_digit(figure) -> float:
    """The unit of the last digit, at most 1 where no fraction is printed: 10 may be ten exactly."""
    return min(figure.grain or 1.0, 1.0)


def order(roles, row):
    """Each is more than the next."""
    line = roles.get("seq") or roles["a"] + roles["b"]
    return [Comparison(one([more]), ">", one([less])) for more, less in pairwise(line)]


def denial(roles, row):
    """What is said to have been, at least once, against what is said never to have been."""
    return [Comparison(((1.0,),), "<=", one(roles["b"]))]


RULES = (
    change, balance, rate, percentage, headline_share, quantifier, percent_change, growth, conversion, order, denial,
)  # fmt: skip
KINDS = {rule.__name__: rule for rule in RULES}


def comparisons(relation) -> list[Comparison]:
    """What `relation` asks."""
    if relation.check not in SUMS:
        return KINDS[relation.check](relation.roles, relation.row)
    left, sign, right = SUMS[relation.check]
    return [Comparison(one(relation.roles[left]), sign, one(relation.roles[right]))]
