"""Frames written onto their claims: the first frame and role, and all memberships as JSON."""

import json
from collections.abc import Iterable

from allegedly.model import Claim, Together

from .bound import Bound
from .cells import Figure

_OWN = ("text", "value", "low", "high", "likely_low", "likely_high", "grain", "hedge", "kind", "unit", "open")


def written(claims: list[Claim], frames: Iterable[Bound]) -> list[Claim]:
    """The claims with what they belong to."""
    rows: dict[str, list[dict]] = {}
    seen: dict[str, int] = {}
    for bound in frames:
        for claim, row in _rows(bound, seen):
            rows.setdefault(claim, []).append(row)
    made = []
    for claim in claims:
        own = rows.get(claim.id)
        if own:
            text = json.dumps(own, ensure_ascii=False, separators=(",", ":"))
            claim = claim._replace(together=Together(own[0]["frame"], own[0]["role"], text))
        made.append(claim)
    return made


def _rows(bound: Bound, seen: dict[str, int]) -> list[tuple[str, dict]]:
    """A row a member, with the id of the claim in whose row it is written."""
    figures = [(role, figure) for role, own in bound.roles.items() for figure in own]
    carrier = next(figure.claim for _, figure in figures if figure.claim is not None)
    name = f"{carrier.doc}:{bound.kind}@{min(figure.start for _, figure in figures)}"
    seen[name] = seen.get(name, 0) + 1
    if seen[name] > 1:
        name = f"{name}/{seen[name]}"
    shared: dict[str, object] = {"frame": name, "kind": bound.kind}
    found = []
    for role, figure in figures:
        row = shared | {
            "role": role,
            "start": figure.start,
            "end": figure.end,
            "evidence": _evidence(bound, role, figure),
        }
        if bound.way:
            row["way"] = bound.way
        claim = figure.claim or carrier
        q = claim.quantity
        if figure.claim is None or (q.start, q.end, q.kind, q.hedge) != (
            figure.start,
            figure.end,
            figure.kind,
            figure.quantity.hedge,
        ):
            row |= _own(figure)
        if figure.claim is None:
            row["apart"] = True
        found.append((claim.id, row))
    for role, spans in bound.extra.items():
        for one in spans:
            number = {"text": one.text, "value": one.value, "start": one.start, "end": one.end}
            if one.ends:
                number |= {"low": one.ends[0], "high": one.ends[1]}
            found.append((carrier.id, shared | number | {"role": role, "evidence": bound.evidence, "apart": True}))
    return found


def _evidence(bound: Bound, role: str, figure: Figure) -> str | None:
    return bound.evidence or figure.marks.get(role) or bound.kind if bound.shown else None


def _own(figure: Figure) -> dict:
    """What a member is worth that is not its claim as it stands."""
    worth = figure.quantity._asdict()
    return {"of" if name == "kind" else name: worth[name] for name in _OWN if worth[name] is not None}
