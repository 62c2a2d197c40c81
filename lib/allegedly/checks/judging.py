"""Frames judged: the equation that holds least decides, and its sentence says why."""

import math
from dataclasses import replace
from typing import Any

from ..kinds.arithmetic import AGREES, CONFLICTS, OPEN, ROUNDED, Equation
from ..lexicon import load
from .framed import Framed
from .kinds import KINDS

VERDICTS = ("agrees", "agrees if rounded", "cannot tell", "conflicts")
_KEYS = ("agrees", "rounded", "unclear", "conflicts")


def frame_findings(framed: list[Framed]) -> list[dict[str, Any]]:
    """A finding for each equation that frames ask, as rows of the checks table."""
    asked = {(frame.kind, *sorted(frame.claims)) for frame in framed}
    found: list[dict[str, Any]] = []
    for frame in framed:
        for one in _singly(frame):
            if one is frame or (one.kind, *sorted(one.claims)) not in asked:
                found += [row(one, equation) for equation in one.equations]
    return found


def _singly(frame: Framed) -> list[Framed]:
    """A frame of some of a total, where it holds, as one for each part: "12 in the north and nine pensioners, of 37".

    That they fit says no more, and joins no two. A list of three is told together, and so are fates: nobody has two.
    """
    parts, wholes = frame.of("part", "rest"), frame.of("total", "whole")
    is_some = frame.kind == "sum" and any(one.name == "within" and one.rank < OPEN for one in frame.equations)
    if not is_some or len(parts) != 2 or len(wholes) != 1:
        return [frame]
    whole = replace(wholes[0], role="whole")
    return [replace(frame, kind="share", way=0, members=[replace(part, role="part"), whole]) for part in parts]


def rank_of(frame: Framed, equation: Equation) -> int:
    """The rank of an equation; a conflict of roles that words do not show is none."""
    rank = equation.rank
    if (equation.name == "exchange" and not frame.of("factor")) or equation.name == "turnout":
        return OPEN
    if rank == ROUNDED and equation.name in ("headline", "restated") and is_unsupported(equation):
        return OPEN
    if equation.sign != "=" and equation.left.hard[1] == equation.right.hard[1] == math.inf:
        return OPEN
    return OPEN if rank == CONFLICTS and not (frame.shown and equation.is_slip) else rank


def is_unsupported(equation: Equation) -> bool:
    """Whether one side only bounds the other from one side: "62 dead" over "at least 31" is not borne out."""
    one_sided = math.inf in (equation.left.hard[1], equation.right.hard[1])
    return one_sided and equation.left.value != equation.right.value


def row(frame: Framed, equation: Equation) -> dict[str, Any]:
    """The finding that an equation of a frame makes."""
    rank = rank_of(frame, equation)
    name = "fates" if frame.kind == "fates" and equation.name == "sum" else equation.name
    kind, words = KINDS[name], load("kinds")["equation"][name]
    named = kind.says(frame, equation) | frame.names
    claims = frame.claims
    check = words["check"]
    (left_low, left_high), (right_low, right_high) = equation.left.hard, equation.right.hard
    return {
        "id": f"{check}:{'+'.join(claims)}",
        "check": check,
        "verdict": VERDICTS[rank],
        "severity": severity(frame, kind.severity) if rank == CONFLICTS else kind.unclear if rank == OPEN else "info",
        "claims": claims,
        "evidence": next((one.evidence for one in frame.members if one.evidence), None),
        "relation": words["relation"].format_map(named),
        "left_low": left_low,
        "left_high": left_high,
        "right_low": right_low,
        "right_high": right_high,
        "gap": equation.gap if rank > AGREES else 0.0,
        "why": " ".join([capital(words[_KEYS[rank]].format_map(named)), *frame.notes]),
        "doc": frame.doc,
        "roles": {
            role: [one.claim for one in frame.of(role) if one.claim]
            for role in dict.fromkeys(m.role for m in frame.members)
        },
        "licensed": frame.shown,
        "words": frame.id,
        "sign": equation.sign,
        "terms": kind.linear(frame),
    }


def severity(frame: Framed, most: str) -> str:
    """How much a conflict matters: two speakers in one frame may count differently; a forecast is no error."""
    speakers = {one.speaker for one in frame.members if one.claim} - {None}
    return most if len(speakers) < 2 or most == "info" else "warning"


def capital(text: str) -> str:
    """A sentence with a capital at its start."""
    return text[:1].upper() + text[1:]
