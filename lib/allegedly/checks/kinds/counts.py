"""Kinds of check on products, votes, conversions, lists and the calendar."""

from ...kinds.arithmetic import Equation
from ...lexicon import load
from ..framed import Framed
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


COUNTS = (
    Kind("product", _product),
    Kind("mean", _mean),
    Kind("same", _same, linear=lambda frame: weights(frame, figure=1.0, again=-1.0)),
    Kind("headline", _told, "warning", lambda frame: weights(frame, figure=1.0, again=-1.0)),
    Kind("restated", _told, "warning", lambda frame: weights(frame, figure=1.0, again=-1.0)),
    Kind("vote", _vote, linear=lambda frame: weights(frame, votes=1.0, opposed=-1.0, majority=-1.0)),
    Kind("span", _span, severity="warning"),
    Kind("listed", _listed, severity="warning"),
)
