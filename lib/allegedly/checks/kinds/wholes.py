"""Kinds of check on parts, shares and wholes."""

from ...kinds.arithmetic import Equation
from ...lexicon import load
from ..framed import Framed
from .base import Kind, amount, percent, printed, roles, weights


def _share(frame: Framed, equation: Equation) -> dict[str, str]:
    return roles(frame) | {"should": percent(equation.left.value)}


def _fits(frame: Framed, equation: Equation) -> dict[str, str]:
    [part], [whole] = frame.of("part"), frame.of("whole")
    ratio = percent(part.span.value / whole.span.value) if whole.span.value else ""
    return roles(frame) | {"ratio": ratio, "gap": amount(equation.gap, whole)}


def _sum(frame: Framed, equation: Equation) -> dict[str, str]:
    words = load("kinds")["words"]
    parts, [whole] = frame.of("part", "rest"), frame.of("total", "whole")
    missing = equation.right.value - equation.left.value
    return roles(frame) | {
        "whole": whole.text,
        "parts": printed(parts),
        "sum": " + ".join(one.text for one in parts),
        "should": amount(equation.left.value, whole),
        "gap": amount(abs(missing), whole),
        "side": words["missing"] if missing > 0 else words["over"],
    }


def _whole(frame: Framed, equation: Equation) -> dict[str, str]:
    parts = frame.of("share")
    return {
        "parts": printed(parts),
        "sum": " + ".join(one.text for one in parts),
        "should": percent(equation.left.value),
    }


def _linear(frame: Framed) -> list[tuple[str, float]]:
    return weights(frame, part=1.0, rest=1.0, total=-1.0, whole=-1.0)


WHOLES = (
    Kind("share", _share),
    Kind("fits", _fits, linear=lambda frame: weights(frame, part=1.0, whole=-1.0)),
    Kind("sum", _sum, linear=_linear),
    Kind("fates", _sum, linear=_linear),
    Kind("within", _sum, linear=_linear),
    Kind("whole", _whole),
)
