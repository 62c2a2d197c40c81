"""What each kind of frame asks of its members: equations between spans, whatever the roles at hand allow."""

from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from .spans import NOISE, Ends, Span, exactly, total

Roles = dict[str, list[Span]]
AGREES, ROUNDED, OPEN, CONFLICTS = range(4)  #: soft intervals meet; hard ones; only the last digits allow it; none
CONVERTED = 0.08  #: what a number in another unit may be off by
FINE = 0.03  #: the same where three of its digits count: 1.83 m are not 6 ft 4
SCALED = 0.08  #: how near to a thousand or a million a factor is that was made by a wrong word of scale
SHIFTED = 0.02  #: how near to ten or a hundred one is that was made by a digit too many
_TOLD = ("same", "headline", "restated", "contested", "grown", "across", "later", "quantifier", "denial", "vote")
MOST = 3.2  #: a figure that would have to change by more than this factor was bound wrongly, but for words of scale

WITHIN = 12.0  #: the same for a part that is more than its whole: a digit too many


class Equation(NamedTuple):
    """`left` `sign` `right`; `name` says which sentence tells of it."""

    left: Span
    sign: str  #: "=", "<=" or "<"
    right: Span
    name: str = ""
    step: float | None = None  #: the difference that is asked for, where it is one

    @property
    def rank(self) -> int:
        """How well both sides meet: AGREES, ROUNDED, OPEN or CONFLICTS."""
        for rank, (left, right) in enumerate(zip(self.left[1:], self.right[1:], strict=True)):
            if _meet(left, self.sign, right):
                return rank
        return CONFLICTS

    @property
    def gap(self) -> float:
        """How far the hard intervals are apart."""
        (low, high), (other_low, other_high) = self.left.hard, self.right.hard
        below = max(0.0, low - other_high)
        return max(below, other_low - high) if self.sign == "=" else below

    @property
    def is_near(self) -> bool:
        """Whether the numbers as printed are within a tenth of each other."""
        a, b = self.left.value, self.right.value
        return abs(a - b) <= 0.1 * max(abs(a), abs(b)) or self.name == "factor"

    @property
    def is_tight(self) -> bool:
        """Whether a difference is told so finely that the levels can bear it out."""
        return self.step is None or abs(self.left.value - self.right.value) <= 0.25 * abs(self.step)

    @property
    def is_slip(self) -> bool:
        """Whether the discrepancy is of the size that slips have."""
        a, b = abs(self.left.value), abs(self.right.value)
        if self.step and self.name == "by":  # what is told is the step: "up two million" is no slip for 4.3 trillion
            a, b = abs(self.step), abs(self.step + self.left.value - self.right.value)
        if self.name in _TOLD:
            return True
        if not a or not b or (self.left.value < 0) != (self.right.value < 0):
            return False
        ratio = max(a / b, b / a)
        digit = self.name == "product" and any(abs(ratio / power - 1) < SHIFTED for power in (10, 100))
        scale = any(abs(ratio / power - 1) < SCALED for power in (1e3, 1e6, 1e9))
        return ratio <= (WITHIN if self.name == "fits" else MOST) or digit or scale


def _meet(left: Ends, sign: str, right: Ends) -> bool:
    room = NOISE * max(1e-12, *(abs(end) for end in (*left, *right) if abs(end) != float("inf")), 0.0)
    if sign == "<":
        return left[0] < right[1]
    if sign == "<=":
        return left[0] <= right[1] + room
    return left[0] <= right[1] + room and right[0] <= left[1] + room


def change(m: Roles, way: int) -> list[Equation]:
    """A level, the one before, and what lies between, absolutely, as a share, or as a factor."""
    found = []
    old, new = _one(m, "from"), _one(m, "to")
    by, share, points, factor = (_one(m, role) for role in ("by", "by_share", "points", "factor"))
    sign = -1.0 if way < 0 else 1.0
    if old and new:
        if by:
            found.append(Equation(new, "=", old.plus(by, sign), "by", by.value))
        if points:
            found.append(Equation(new, "=", old.plus(points, sign), "points", points.value))
        if share:
            found.append(Equation(new, "=", _grown(old, share, sign), "by_share", share.value * old.value))
        if factor:
            found.append(Equation(new, "=", old.times(factor), "factor"))
        if way and not found:
            found.append(Equation(old, "<=", new, "moved") if way > 0 else Equation(new, "<=", old, "moved"))
    elif by and share and (old or new):
        base = old or _before(new, by, sign)  # type: ignore[arg-type]
        found.append(Equation(by, "=", base.times(share), "share_of_step"))
    return found


def _grown(old: Span, share: Span, sign: float) -> Span:
    return old.times(exactly(1.0).plus(share, sign))


def _before(new: Span, by: Span, sign: float) -> Span:
    return new.plus(by, -sign)


def share(m: Roles, way: int) -> list[Equation]:
    """A part is its share of the whole, and no more than the whole."""
    part, whole, of = _one(m, "part"), _one(m, "whole"), _one(m, "share")
    if part and whole and of:
        return [Equation(part.over(whole), "=", of, "share")]
    return [Equation(part, "<=", whole, "fits")] if part and whole else []


def sums(m: Roles, way: int) -> list[Equation]:
    """All parts make the total; `way` 1 says that only some are named, so that they make no more than it."""
    whole = _one(m, "total") or _one(m, "whole")
    parts = m.get("part", []) + m.get("rest", [])
    if not whole or not parts:
        return []
    return [Equation(total(parts), "<=" if way > 0 else "=", whole, "within" if way > 0 else "sum")]


def ledger(m: Roles, way: int) -> list[Equation]:
    """What was there, and what was gained and lost, makes what is there."""
    before, after = _one(m, "before"), _one(m, "after")
    if not before or not after:
        return []
    made = before
    for role, sign in (("gained", 1.0), ("lost", -1.0)):
        for one in m.get(role, []):
            made = made.plus(one, sign)
    return [Equation(after, "=", made, "ledger")]


def product(m: Roles, way: int) -> list[Equation]:
    """So much for each, times how many; the factor between their units is the member `per`."""
    rate, count, made = (_one(m, role) for role in ("rate", "count", "total"))
    if not (rate and count and made):
        return []
    per = _one(m, "per")
    return [Equation(rate.times(count).over(per) if per else rate.times(count), "=", made, "product")]


def mean(m: Roles, way: int) -> list[Equation]:
    """Figures in a row, and what they make on average."""
    parts, made, number = m.get("part", []), _one(m, "mean"), _one(m, "number")
    return [Equation(total(parts).over(number), "=", made, "mean")] if parts and made and number else []


def same(m: Roles, way: int) -> list[Equation]:
    """Both say the same; in two units by the members `factor` and `offset`, rounded at will: 300 miles (500 km)."""
    a, b = _one(m, "figure"), _one(m, "again")
    if not a or not b:
        return []
    factor, offset = _one(m, "factor"), _one(m, "offset")
    if factor:
        a, b = a.printed(), b.printed()
        if offset and offset.value and abs(factor.value * a.value - b.value) <= 0.02 * abs(b.value):
            offset = None  # a difference of degrees: 2 C warmer is 3.6 F warmer
        a = a.scaled(factor.value, offset.value if offset else 0.0)
        half = 0.5 if b.value % 1 == 0 else 0.0  # of the last digit: 7 km are 4 miles
        by = max(CONVERTED * abs(b.value), half)
        fine = FINE * abs(b.value) if len(f"{abs(b.value):.6g}".replace(".", "").rstrip("0")) > 2 else by
        a = a.wider(0.005 * abs(b.value) + half * (abs(offset.value) > 0 if offset else 0), max(fine, half), by)
    return [Equation(a, "=", b, "same")]


def turnout(m: Roles, way: int) -> list[Equation]:
    """Those who voted are a share of those who may: of the member `whole`, which people give."""
    part, of, whole = _one(m, "part"), _one(m, "share"), _one(m, "whole")
    if not part or not of:
        return []
    return [Equation(part.over(whole), "=", of, "share")] if whole else [Equation(part, "=", part, "turnout")]


def exchange(m: Roles, way: int) -> list[Equation]:
    """Both are one sum in two currencies, by the member `factor`, which people give."""
    a, b, factor = _one(m, "figure"), _one(m, "again"), _one(m, "factor")
    if not a or not b:
        return []
    return [Equation(a.times(factor), "=", b, "exchange")] if factor else [Equation(b, "=", b, "exchange")]


def told(m: Roles, way: int) -> list[Equation]:
    """Both say the same; `way` 1 where the first stands above the text."""
    a, b = _one(m, "figure"), _one(m, "again")
    if not a or not b:
        return []
    asked = Equation(a, "=", b, "headline" if way == 1 else "restated")
    return [] if a.value == b.value and asked.rank == CONFLICTS else [asked]  # "50 or more" and "fewer than 50"


def implied(m: Roles, way: int) -> list[Equation]:
    """A share of a whole is what stands above the text."""
    figure, of, whole = _one(m, "figure"), _one(m, "share"), _one(m, "whole")
    return [Equation(figure, "=", of.times(whole), "implied")] if figure and of and whole else []


def toll(m: Roles, way: int) -> list[Equation]:
    """What only grows is later at least what it was."""
    earlier, later = _one(m, "earlier"), _one(m, "later")
    return [Equation(earlier, "<=", later, "grown")] if earlier and later else []


def contest(m: Roles, way: int) -> list[Equation]:
    """Two voices say the same; 6.3 and 6.4 are two numbers, though their intervals touch."""
    a, b = _one(m, "figure"), _one(m, "again")
    return [Equation(a.closer(), "=", b.closer(), "contested")] if a and b else []


def across(m: Roles, way: int) -> list[Equation]:
    """Two articles say the same; `way` 1 where a total may have grown from one to the other."""
    a, b = _one(m, "figure"), _one(m, "again")
    if not a or not b:
        return []
    return [Equation(a, "<=", b, "later")] if way == 1 else [Equation(a, "=", b, "across")]


def quantifier(m: Roles, way: int) -> list[Equation]:
    """Some of a whole, beside a word that speaks of all of it, or none: whether they are the same is not said."""
    part, of, all_ = _one(m, "part"), _one(m, "share"), _one(m, "whole")
    return [Equation(of.times(all_), "=", part, "quantifier")] if part and of and all_ else []


def denial(m: Roles, way: int) -> list[Equation]:
    """What one voice says there was, at least once, is what another says there never was."""
    none = _one(m, "denied")
    return [Equation(exactly(1.0), "<=", none, "denial")] if none and _one(m, "claimed") else []


def revision(m: Roles, way: int) -> list[Equation]:
    """Nothing: the text itself replaces one by the other."""
    new = _one(m, "new")
    return [Equation(new, "=", new, "revised")] if new and _one(m, "old") else []


def order(m: Roles, way: int) -> list[Equation]:
    """One is more than the other, or than all that follow it."""
    ranked = [*m.get("more", [])[:1], *m.get("less", [])]
    asked = [Equation(less, "<=", more, "order") for more, less in pairwise(ranked)]
    return [max(asked, key=lambda one: one.rank)] if "more" in m and asked else []


def whole(m: Roles, way: int) -> list[Equation]:
    """Shares of one whole make all of it; `way` 1 says that some may be missing."""
    shares = m.get("share", [])
    if len(shares) < 2:
        return []
    return [Equation(total(shares), "<=" if way > 0 else "=", exactly(1.0), "whole")]


def vote(m: Roles, way: int) -> list[Equation]:
    """The majority is the votes less those for the other side."""
    votes, opposed, majority = (_one(m, role) for role in ("votes", "opposed", "majority"))
    return (
        [Equation(votes.plus(opposed, -1.0), "=", majority, "vote", majority.value)]
        if votes and opposed and majority
        else []
    )


def span(m: Roles, way: int) -> list[Equation]:
    """The calendar: an end is its beginning and the time between."""
    length, made = _one(m, "length"), _one(m, "calendar")
    return [Equation(made, "=", length, "span")] if length and made else []


def listed(m: Roles, way: int) -> list[Equation]:
    """As many are named as are announced."""
    count, items = _one(m, "count"), _one(m, "items")
    return [Equation(items, "=", count, "listed")] if count and items else []


ASKS: dict[str, Callable[[Roles, int], list[Equation]]] = {
    "change": change, "share": share, "sum": sums, "fates": sums, "ledger": ledger, "product": product, "same": same,
    "exchange": exchange, "told": told, "implied": implied, "toll": toll, "contest": contest, "revision": revision,
    "across": across, "quantifier": quantifier, "denial": denial, "order": order,
    "turnout": turnout, "whole": whole, "vote": vote, "span": span, "list": listed, "average": product, "mean": mean,
}  # fmt: skip


def asked(kind: str, members: Roles, way: int = 0) -> list[Equation]:
    """What a frame asks.

    >>> [one] = asked("change", {"from": [exactly(120)], "to": [exactly(150)], "by_share": [exactly(0.1)]}, 1)
    >>> one.rank == CONFLICTS, one.right.value
    (True, 132.0)
    """
    return ASKS[kind](members, way)


def in_role(role: str, unit: str | None, span: Span) -> Span:
    """A span as its role takes it: points between percentages are hundredths too."""
    return span.scaled(0.01) if role == "points" and unit == "point" else span


def worst(kind: str, members: Roles, way: int = 0) -> Equation | None:
    """The equation that holds least, if the frame asks any."""
    return max(asked(kind, members, way), key=lambda one: one.rank, default=None)


def _one(m: Roles, role: str) -> Span | None:
    found = m.get(role)
    return found[0] if found else None
