"""Figures bound into a frame while it is being read: their roles, and whether the arithmetic lets it stand."""

from dataclasses import dataclass, field
from typing import NamedTuple

from allegedly.kinds.arithmetic import AGREES, CONFLICTS, OPEN, Equation, asked, in_role
from allegedly.kinds.spans import Span, exactly

from .cells import Figure

ONE_SIDED = ("more_than", "at_least", "less_than", "at_most")


class Number(NamedTuple):
    """A member that is no claim: a factor between units, a count of list items, days of the calendar."""

    value: float
    text: str = ""
    start: int | None = None
    end: int | None = None
    ends: tuple[float, float] | None = None  #: where it is an interval: six days, or seven with both ends

    @property
    def span(self) -> Span:
        return Span(self.value, self.ends, self.ends, self.ends) if self.ends else exactly(self.value)


@dataclass(eq=False)
class Bound:
    """A proposal: figures by role. `shown` says that words show every role, so that it may accuse."""

    kind: str
    roles: dict[str, list[Figure]]
    shown: bool
    evidence: str = ""
    way: int = 0
    extra: dict[str, list[Number]] = field(default_factory=dict)  #: members that are no figures

    @property
    def figures(self) -> list[Figure]:
        return [one for own in self.roles.values() for one in own]

    @property
    def equations(self) -> list[Equation]:
        members = {role: [in_role(role, one.unit, one.span) for one in own] for role, own in self.roles.items()}
        return asked(
            self.kind, members | {role: [one.span for one in own] for role, own in self.extra.items()}, self.way
        )

    @property
    def rank(self) -> int | None:
        """The rank of the equation that holds least; None where nothing is asked."""
        return max((one.rank for one in self.equations), default=None)

    @property
    def fits(self) -> bool:
        """Whether it holds, on two sides: a bound without an end refutes, but what readers take it for must meet."""
        rank = self.rank
        if rank is None or rank >= OPEN:
            return False
        if not all(one.is_tight for one in self.equations):
            return False
        if any(one.hedge in ONE_SIDED for one in self.figures) and not self.is_weak:
            return rank == AGREES and all(one.is_near for one in self.equations)
        return True

    @property
    def is_weak(self) -> bool:
        """Whether it only asks which of two is more."""
        return all(one.sign != "=" for one in self.equations)

    @property
    def stands(self) -> bool:
        """Whether it is a frame: it fits, or every role is shown and it misses by a slip."""
        rank = self.rank
        if rank is None:
            return set(self.roles) == {"share", "whole"} or self.kind == "exchange"
        if rank < CONFLICTS:
            return self.fits or self.shown
        return self.shown and all(one.is_slip for one in self.equations if one.rank == CONFLICTS)
