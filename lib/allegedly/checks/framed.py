"""The frames of a claims table, as its column `frames` holds them: members with what each is worth."""

import json
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from ..kinds.arithmetic import Equation, Roles, asked, in_role
from ..kinds.spans import Span, span_of

if TYPE_CHECKING:
    import pandas as pd

_WORTH = ("text", "value", "low", "high", "likely_low", "likely_high", "grain", "hedge", "kind", "unit", "open")


@dataclass(frozen=True)
class Member:
    """A member of a frame: its claim (None where it is none), and what it is worth."""

    role: str
    claim: str | None
    text: str
    span: Span
    unit: str | None
    kind: str
    evidence: str | None
    speaker: str | None = None
    stance: str | None = None
    told: str = ""  #: what it is said of
    own: bool = False  #: worth something else than the claim as it stands
    thing: str = ""  #: what is counted, as printed


@dataclass
class Framed:
    """A frame: its members in the order of the text."""

    id: str
    kind: str
    doc: str
    way: int = 0
    members: list[Member] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)  #: what its sentence may name besides
    notes: list[str] = field(default_factory=list)  #: sentences that say more

    def of(self, *roles: str) -> list[Member]:
        return [one for one in self.members if one.role in roles]

    @property
    def shown(self) -> bool:
        """Whether words show every role."""
        return all(one.evidence for one in self.members)

    @property
    def claims(self) -> list[str]:
        return list(dict.fromkeys(one.claim for one in self.members if one.claim))

    @property
    def roles(self) -> Roles:
        found: Roles = {}
        for one in self.members:
            found.setdefault(one.role, []).append(one.span)
        return found

    @property
    def equations(self) -> list[Equation]:
        return asked(self.kind, self.roles, self.way)


def frames(table: "pd.DataFrame") -> list[Framed]:
    """The frames of a table, in the order of their first members; none where it has no such column."""
    import pandas as pd

    if "frames" not in table or table["frames"].isna().all():
        return []
    rows = table[table["frames"].notna()]
    plain = rows.astype(object).where(pd.notna(rows), None)
    found: dict[str, Framed] = {}
    for row in plain.itertuples(index=False, name="Row"):
        for one in json.loads(row.frames):
            frame = found.setdefault(one["frame"], Framed(one["frame"], one["kind"], row.doc))
            frame.way = one.get("way", frame.way)
            frame.members.append(member(one, row))
    for frame in found.values():
        frame.members.sort(key=lambda member: member.claim is None)
    return list(found.values())


def member(one: dict[str, Any], row: Any) -> Member:
    """A row of the table in a role; its own `value` or `low`, where it has them, is what it is worth there."""
    evidence, role = one.get("evidence"), one["role"]
    if one.get("apart"):
        ends = (one.get("low", one["value"]), one.get("high", one["value"]))
        return Member(role, None, one.get("text", ""), Span(one["value"], ends, ends, ends), None, "number", evidence)
    own = "value" in one or "low" in one
    worth = SimpleNamespace(
        **(
            {name: one.get("of" if name == "kind" else name) for name in _WORTH}
            if own
            else {name: getattr(row, name) for name in _WORTH}
        )
    )
    worth.hedge = worth.hedge or "exact"
    span = in_role(role, worth.unit, span_of(worth))
    claim = None if one.get("apart") else row.id
    return Member(role, claim, " ".join((worth.text or "").split()), span, worth.unit, worth.kind or "count", evidence,
                  row.speaker or row.holder, row.stance, _told(row), own, row.thing or "")  # fmt: skip


def _told(row: Any) -> str:
    """What a figure is said of, with what was done: `aid (receive)`."""
    return " ".join(" ".join(filter(None, (row.thing, row.verb and f"({row.verb})"))).split())
