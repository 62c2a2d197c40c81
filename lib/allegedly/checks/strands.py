"""What two figures of one strand share, and a frame of such figures.

Only keys are compared here: reading has looked at the words.
"""

from ..alike.rules import conflict, of_one_event, of_one_group
from .framed import Framed
from .tellings import Telling


def is_one(a: Telling, b: Telling) -> bool:
    """Whether both tell one tally: of one strand, or of one group, fate and event where a number is not printed."""
    if a.row.strand is not None and a.row.strand == b.row.strand:
        return True
    told, other = a.told, b.told
    if not (told.fate and told.fate == other.fate and of_one_group(told, other)) or conflict(told, other):
        return False
    return (a.is_above != b.is_above and _one_place(a, b)) or of_one_event(told, other)


def _one_place(a: Telling, b: Telling) -> bool:
    """Whether no place says that two figures of one article are of two events."""
    return a.told.scope is None or b.told.scope is None or a.told.scope == b.told.scope


def ground(one: Telling) -> str:
    """What a tally is of, for a finding's evidence: `person, die`."""
    return ", ".join(filter(None, (one.row.group or one.row.head, one.row.fate))) or one.row.text


def frame(kind: str, way: int = 0, shown: bool = True, **roles: list[Telling]) -> Framed:
    """A frame of figures in roles; one that is not `shown` may not accuse."""
    return frame_of(kind, roles, way, shown)


def frame_of(kind: str, roles: dict[str, list[Telling]], way: int = 0, shown: bool = True) -> Framed:
    """The same, for roles whose names are words of Python."""
    every = [one for own in roles.values() for one in own]
    first = min(every, key=lambda one: one.row.start)
    members = [one.as_member(role, ground(one) if shown else None) for role, own in roles.items() for one in own]
    return Framed(f"{first.row.doc}:{kind}@{first.row.start}", kind, first.row.doc, way, members)
