"""What all kinds of check share: members as printed, numbers as a reader writes them."""

from collections.abc import Callable
from dataclasses import dataclass

from ...kinds.arithmetic import Equation
from ...lexicon import load, shown
from ..framed import Framed, Member

DIGITS = 4  #: of a number that was calculated from printed ones


@dataclass(frozen=True)
class Kind:
    """A kind of check: the name of its equation, what a conflict of it is, and what its sentence may name."""

    name: str
    says: Callable[[Framed, Equation], dict[str, str]]
    severity: str = "error"
    linear: Callable[[Framed], list[tuple[str, float]]] = lambda frame: []
    unclear: str = "info"  #: how much it matters where the numbers do not meet, and no words show every role


def printed(members: list[Member]) -> str:
    """Members as a list in a sentence."""
    texts = [one.text for one in members]
    *first, last = texts or [""]
    return f"{', '.join(first)} {load('kinds')['words']['and']} {last}" if first else last


def roles(frame: Framed) -> dict[str, str]:
    """Each role as printed."""
    return {role: printed(frame.of(role)) for role in dict.fromkeys(one.role for one in frame.members)}


def amount(value: float, like: Member | None = None, digits: int = 9) -> str:
    """A calculated number in the unit of a member."""
    unit = like.unit if like else None
    if like and like.kind == "share" and unit in ("percent", "ratio"):
        return percent(value)
    return shown.amount(shown.rounded(value, digits), None if unit == "ratio" else unit)


def percent(value: float, digits: int = 3) -> str:
    """A part of one as a percentage.

    >>> percent(0.4123), percent(0.25), percent(0.0412)
    ('41.2%', '25%', '4.1%')
    """
    number = round(value * 100, 1)
    return shown.amount(number if abs(number) < 100 else round(number), "percent")


def weights(frame: Framed, **signs: float) -> list[tuple[str, float]]:
    """The claims of a linear equation with the signs of their roles; none where a member is no whole claim."""
    if any(one.claim is None or one.own or one.kind == "share" for one in frame.members):
        return []
    return [(one.claim or "", signs[one.role]) for one in frame.members if one.role in signs]
