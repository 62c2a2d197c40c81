"""The kinds of check: what each asks of the figures in its roles, one function a kind."""

from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Comparison:
    """`left` `sign` `right`, each side a list of (number,), (weight, figure) or (weight, figure, times this figure)."""

    left: tuple
    sign: str  #: "=", "<=", "<", ">=" or ">"
    right: tuple
    slack: tuple = (
        0.0,
        0.0,
    )  #: what both sides may differ by: once converted numbers are rounded, and as readers take it


WORDED = 0.1  #: a third of 60 may be 19, as "about" a third may
CONVERTED = 0.08  #: a number in brackets is rounded at will: 300 miles (500 km)


def weight(share) -> float:
    """What one of a share's unit is of the whole."""
    return 0.01 if share.unit == "percent" else 1.0


def one(figures) -> tuple:
    """A side that is the sum of `figures`."""
    return tuple((1.0, figure) for figure in figures)


def parts(roles, row):
    """The parts make the total."""
    return [Comparison(one(roles["total"]), "=", one(roles["parts"]))]


def within(roles, row):
    """The parts named make at most the total."""
    return [Comparison(one(roles["total"]), ">=", one(roles.get("parts") or roles["part"]))]


def subset(roles, row):
    """The part is at most the whole."""
    return [Comparison(one(roles["part"]), "<=", one(roles["whole"]))]


def restatement(roles, row):
    """Both say the same."""
    return [Comparison(one(roles["a"]), "=", one(roles["b"]))]


def change(roles, row):
    """The new figure is the old one and the change."""
    if row.get("turned"):
        return [Comparison(one(roles["new"] + roles["change"]), "=", one(roles["old"]))]
    return [Comparison(one(roles["new"]), "=", one(roles["old"] + roles["change"]))]


def cumulative(roles, row):
    """What only grows is later at least what it was."""
    return [Comparison(one(roles["earlier"]), "<=", one(roles["later"]))]


def grown(roles, row):
    """What only grows is later at least what it was, in another article too."""
    return cumulative(roles, row)


def revision(roles, row):
    """The text itself replaces the old figure: nothing is asked."""
    return [Comparison(one(roles["new"]), row.get("sign", "="), one(roles["old"]))]


def falling(roles, row):
    """What is said to fall is later at most what it was."""
    return [Comparison(one(roles["new"]), "<=", one(roles["old"]))]


def balance(roles, row):
    """Those who were there are accounted for; words for a rest leave room for more."""
    sign = "<=" if row.get("rest") else "="
    return [Comparison(one(roles["parts"]), sign, one(roles["total"]))]


def rate(roles, row):
    """The rate over the time makes the total."""
    (per,), (time,) = roles["rate"], roles["duration"]
    if row.get("during") and time.value is not None:  # "over 12 months" behind a rate is a time, not a bound
        return [Comparison(((row.get("scale", 1.0) * time.value, per),), "=", one(roles["total"]))]
    return [Comparison(((row.get("scale", 1.0), per, time),), "=", one(roles["total"]))]


def percentage(roles, row):
    """The part is that share of the base."""
    (share,), (base,) = roles["share"], roles["base"]
    loose = (
        WORDED * (share.value or 0.0) * (base.value or 0.0) if (share.unit, share.hedge) == ("ratio", "exact") else 0.0
    )
    return [Comparison(one(roles["part"]), "=", ((weight(share), share, base),), (loose, 0.0))]


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


def headline_share(roles, row):
    """What stands above the text is that share of the base."""
    (share,), (base,) = roles["share"], roles["base"]
    return [Comparison(one(roles["a"]), "=", ((weight(share), share, base),))]


def turnout(roles, row):
    """The share of an unstated base makes the part: nothing can be asked."""
    return [Comparison(one(roles["part"]), "<=", one(roles["part"]))]


def denial(roles, row):
    """What is said to have been, at least once, against what is said never to have been."""
    return [Comparison(((1.0,),), "<=", one(roles["b"]))]


def quantifier(roles, row):
    """The share of the group, beside a count of some of it."""
    (share,), (whole,) = roles["share"], roles["whole"]
    return [Comparison(((weight(share), share, whole),), "=", one(roles["part"]))]


KINDS = {
    rule.__name__: rule
    for rule in (
        parts, within, subset, restatement, change, cumulative, falling, balance, rate, percentage, percent_change,
        conversion, order, quantifier, revision,
        headline_share, turnout, grown, denial, growth,
    )
} | dict.fromkeys(("headline", "sources", "across"), restatement)  # fmt: skip


def comparisons(relation) -> list[Comparison]:
    """What `relation` asks."""
    return KINDS[relation.check](relation.roles, relation.row)
