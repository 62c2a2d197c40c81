"""Arithmetic on many intervals at once, with open and closed ends."""

from dataclasses import dataclass
from typing import Any

NOISE = 1e-9  #: bounds this close, relative to their size, are one number: binary fractions do not hold 0.1


@dataclass(frozen=True, slots=True)
class Intervals:
    """Parallel arrays: the ends of many intervals, and whether each end is left out."""

    low: Any
    high: Any
    low_open: Any
    high_open: Any

    def __len__(self) -> int:
        return len(self.low)

    def take(self, rows: Any) -> "Intervals":
        """The intervals at `rows`, in that order."""
        return Intervals(self.low[rows], self.high[rows], self.low_open[rows], self.high_open[rows])

    def at(self, row: Any) -> tuple[Any, ...]:
        """The ends of one interval as plain numbers."""
        return float(self.low[row]), float(self.high[row])

    def join(self, other: "Intervals") -> "Intervals":
        """These intervals, then the others."""
        import numpy as np

        pairs = zip(self.parts(), other.parts(), strict=True)
        return Intervals(*(np.concatenate(pair) for pair in pairs))

    def parts(self) -> Any:
        return self.low, self.high, self.low_open, self.high_open


def hard(table: Any) -> Intervals:
    """What the words and printed digits of each claim allow."""
    import numpy as np

    ends = table["open"].fillna("").astype(str)
    low, high = (table[name].to_numpy(dtype=float, na_value=np.nan) for name in ("low", "high"))
    low, high = np.where(np.isnan(low), -np.inf, low), np.where(np.isnan(high), np.inf, high)
    rounds_up = (table["hedge"] == "exact").to_numpy(dtype=bool) & (low < high)  # 6.35 is printed as 6.4, not as 6.3
    low_open, high_open = (ends.str.contains(end, regex=False).to_numpy(dtype=bool) for end in ("(low", "high)"))
    return Intervals(low, high, low_open, high_open | rounds_up)


def soft(table: Any) -> Intervals:
    """What readers take each claim to mean; an end that is also a hard one keeps that one's openness."""
    import numpy as np

    firm = hard(table)
    low, high = (table[name].to_numpy(dtype=float, na_value=np.nan) for name in ("likely_low", "likely_high"))
    low, high = np.where(np.isnan(low), firm.low, low), np.where(np.isnan(high), firm.high, high)
    below_the_figure = (table["hedge"] == "nearly").to_numpy(dtype=bool)
    return Intervals(low, high, firm.low_open & (low == firm.low),
                     (firm.high_open & (high == firm.high)) | below_the_figure)  # fmt: skip


def exactly(numbers: Any) -> Intervals:
    """Each number as an interval that holds only it."""
    import numpy as np

    values, closed = np.array(numbers, dtype=float), np.zeros(len(numbers), dtype=bool)
    return Intervals(values, values, closed, closed)


def span(low: float, high: float) -> Intervals:
    """One closed interval."""
    import numpy as np

    closed = np.zeros(1, dtype=bool)
    return Intervals(np.array([float(low)]), np.array([float(high)]), closed, closed)


def added(left: Intervals, right: Intervals | None, sign: float, weight: float = 1.0) -> Intervals:
    """Each left interval times `weight`, plus or minus its right one."""
    import numpy as np

    if right is None:
        return Intervals(left.low * weight, left.high * weight, left.low_open, left.high_open)
    low, high = (right.low, right.high) if sign > 0 else (right.high, right.low)
    opens = (right.low_open, right.high_open) if sign > 0 else (right.high_open, right.low_open)
    with np.errstate(invalid="ignore"):
        ends = left.low * weight + sign * low, left.high * weight + sign * high
    return Intervals(np.nan_to_num(ends[0], nan=-np.inf, posinf=np.inf, neginf=-np.inf),
                     np.nan_to_num(ends[1], nan=np.inf, posinf=np.inf, neginf=-np.inf),
                     left.low_open | opens[0], left.high_open | opens[1])  # fmt: skip


def divided(left: Intervals, right: Intervals) -> Intervals:
    """Each left interval by its right one, both zero or more; a divisor that may be 0 leaves the top open."""
    import numpy as np

    with np.errstate(divide="ignore", invalid="ignore"):
        low, high = np.maximum(left.low, 0) / right.high, left.high / np.maximum(right.low, 0)
    return Intervals(np.nan_to_num(low, nan=0.0, posinf=np.inf), np.nan_to_num(high, nan=np.inf, posinf=np.inf),
                     left.low_open | right.high_open, left.high_open | right.low_open)  # fmt: skip


def product(left: Intervals, right: Intervals) -> Intervals:
    """Each left interval times its right one; both are taken to be zero or more, as figures in news are."""
    import numpy as np

    with np.errstate(invalid="ignore"):
        low = np.nan_to_num(np.maximum(left.low, 0) * np.maximum(right.low, 0), nan=0.0, posinf=np.inf)
        high = np.nan_to_num(left.high * right.high, nan=np.inf, posinf=np.inf)
    return Intervals(low, high, left.low_open | right.low_open, left.high_open | right.high_open)


def total(intervals: Intervals, group: Any, weight: Any, groups: int) -> Intervals:
    """For each of `groups` sides, the weighted sum of the intervals that belong to it."""
    import numpy as np

    falls = weight < 0
    ends = [np.zeros(groups), np.zeros(groups)]
    for end, straight, turned in ((ends[0], intervals.low, intervals.high), (ends[1], intervals.high, intervals.low)):
        np.add.at(end, group, weight * np.where(falls, turned, straight))
    opens = [np.zeros(groups, dtype=bool), np.zeros(groups, dtype=bool)]
    for flag, straight, turned in (
        (opens[0], intervals.low_open, intervals.high_open),
        (opens[1], intervals.high_open, intervals.low_open),
    ):
        np.logical_or.at(flag, group, np.where(falls, turned, straight))
    low, high = np.where(np.isnan(ends[0]), -np.inf, ends[0]), np.where(np.isnan(ends[1]), np.inf, ends[1])
    return Intervals(low, high, opens[0], opens[1])


def reaches(low: Any, high: Any, is_open: Any) -> Any:
    """Whether `low` ≤ `high`, or `low` < `high` where an end between them is open."""
    import numpy as np

    with np.errstate(invalid="ignore"):
        room = NOISE * np.maximum(np.abs(low), np.abs(high))
        room = np.where(np.isfinite(room), room, 0.0)
        return np.where(is_open, high - low > room, (high - low >= -room) | (low <= high))


def possible(left: Intervals, sign: Any, right: Intervals) -> Any:
    """Whether some number of each left interval stands in relation `sign` (=, <=, <) to some of the right one."""
    import numpy as np

    upward = reaches(left.low, right.high, left.low_open | right.high_open | (sign == "<"))
    downward = reaches(right.low, left.high, right.low_open | left.high_open)
    return np.where(sign == "=", upward & downward, upward)


def distance(left: Intervals, sign: Any, right: Intervals) -> Any:
    """How far the two intervals are from standing in relation `sign`; 0 where they can."""
    import numpy as np

    with np.errstate(invalid="ignore"):
        above = np.nan_to_num(left.low - right.high, nan=0.0, posinf=np.inf, neginf=0.0)
        below = np.nan_to_num(right.low - left.high, nan=0.0, posinf=np.inf, neginf=0.0)
    gap = np.where(sign == "=", np.maximum(above, below), above)
    return np.where(possible(left, sign, right), 0.0, np.maximum(gap, 0.0))
