"""Kinds of check on products, votes, conversions, lists and the calendar."""

from ...kinds.arithmetic import Equation
from ...lexicon import load
from ..framed import Framed, Member
from .base import Kind, amount, printed, roles, weights


def _product(frame: Framed, equation: Equation) -> dict[str, str]:
    [total] = frame.of("total")
    return roles(frame) | {"should": amount(equation.left.value, total)}


def _mean(frame: Framed, equation: Equation) -> dict[str, str]:
    [made] = frame.of("mean")
    return roles(frame) | {"parts": printed(frame.of("part")), "should": amount(equation.left.value, made, 4)}


def _same(frame: Framed, equation: Equation) -> dict[str, str]:
    [again] = frame.of("again")
    return roles(frame) | {"should": amount(equation.left.value, again, 4)}


def _told(frame: Framed, equation: Equation) -> dict[str, str]:
    [first], [second] = frame.of("figure"), frame.of("again")
    differs = first.kind == "money" and first.told != second.told and first.told and second.told
    wording = " " + load("kinds")["words"]["wording"].format(a=first.told, b=second.told) if differs else ""
    return roles(frame) | {"wording": wording}


def _vote(frame: Framed, equation: Equation) -> dict[str, str]:
    return roles(frame) | {"should": amount(equation.left.value)}


def _span(frame: Framed, equation: Equation) -> dict[str, str]:
    [length] = frame.of("length")
    return roles(frame) | {"should": amount(equation.left.value, length, 3)}


def _listed(frame: Framed, equation: Equation) -> dict[str, str]:
    return roles(frame) | {"should": amount(equation.left.value)}


def _contested(frame: Framed, equation: Equation) -> dict[str, str]:
    [first], [second] = frame.of("figure"), frame.of("again")
    writer = load("kinds")["words"]["writer"]
    apart = amount(abs(equation.left.value - equation.right.value), first)
    return roles(frame) | {"who": first.speaker or writer, "other": second.speaker or writer, "apart": apart}


def _implied(frame: Framed, equation: Equation) -> dict[str, str]:
    [whole] = frame.of("whole")
    return roles(frame) | {"should": amount(equation.right.value, whole)}


def _across(frame: Framed, equation: Equation) -> dict[str, str]:
    return roles(frame) | {"gap": amount(equation.gap, frame.members[0])}


def _quantifier(frame: Framed, equation: Equation) -> dict[str, str]:
    [share], [part] = frame.of("share"), frame.of("part")
    return roles(frame) | {"share_words": _phrase(share), "part_words": _phrase(part)}


def _denied(frame: Framed, equation: Equation) -> dict[str, str]:
    [claimed], [denied] = frame.of("claimed"), frame.of("denied")
    names = {"who": claimed.speaker or "", "other": denied.speaker or ""}
    return roles(frame) | names | {"claimed_words": _phrase(claimed), "denied_words": _phrase(denied)}


def _phrase(one: Member) -> str:
    """A member with what it is said of, as printed."""
    return " ".join(f"{one.text} {one.thing}".split())


def _plain(frame: Framed, equation: Equation) -> dict[str, str]:
    return roles(frame)


COUNTS = (
    Kind("product", _product),
    Kind("mean", _mean),
    Kind("same", _same, linear=lambda frame: weights(frame, figure=1.0, again=-1.0)),
    Kind("turnout", _plain, "info"),
    Kind("exchange", _same, "warning"),
    Kind("headline", _told, "warning", lambda frame: weights(frame, figure=1.0, again=-1.0)),
    Kind("restated", _told, "warning", lambda frame: weights(frame, figure=1.0, again=-1.0)),
    Kind("contested", _contested, "info"),
    Kind("implied", _implied, "info"),
    Kind("grown", _plain, "warning", lambda frame: weights(frame, earlier=1.0, later=-1.0)),
    Kind("revised", _plain, "info"),
    Kind("across", _across, "info"),
    Kind("later", _across, "warning"),
    Kind("quantifier", _quantifier, "info", unclear="warning"),
    Kind("denial", _denied, "info"),
    Kind("vote", _vote, linear=lambda frame: weights(frame, votes=1.0, opposed=-1.0, majority=-1.0)),
    Kind("span", _span, severity="warning"),
    Kind("listed", _listed, severity="warning"),
)
