"""Kinds of check on changes and stocks."""

from ...kinds.arithmetic import Equation
from ..framed import Framed
from .base import Kind, amount, percent, roles, weights


def _plus(frame: Framed) -> dict[str, str]:
    return {"plus": "−" if frame.way < 0 else "+"}


def _step(frame: Framed, equation: Equation) -> dict[str, str]:
    [new], [old] = frame.of("to"), frame.of("from")
    return roles(frame) | _plus(frame) | {"should": amount(abs(new.span.value - old.span.value), old)}


def _growth(frame: Framed, equation: Equation) -> dict[str, str]:
    [new], [old] = frame.of("to"), frame.of("from")
    return roles(frame) | {"should": percent(abs(new.span.value / old.span.value - 1) if old.span.value else 0.0)}


def _factor(frame: Framed, equation: Equation) -> dict[str, str]:
    [new], [old] = frame.of("to"), frame.of("from")
    return roles(frame) | {
        "should": f"{new.span.value / old.span.value:.2f}".rstrip("0").rstrip(".") if old.span.value else ""
    }


def _points(frame: Framed, equation: Equation) -> dict[str, str]:
    [new], [old] = frame.of("to"), frame.of("from")
    number = round(abs(new.span.value - old.span.value) * 100, 3)
    return roles(frame) | _plus(frame) | {"should": f"{number:g} percentage point{'' if number == 1 else 's'}"}


def _share_of_step(frame: Framed, equation: Equation) -> dict[str, str]:
    [step] = frame.of("by")
    if frame.of("from"):
        base = frame.of("from")[0].span.value
    else:
        base = frame.of("to")[0].span.value - (frame.way or 1) * step.span.value
    return roles(frame) | {"base": amount(base, step), "should": percent(abs(step.span.value / base) if base else 0.0)}


def _ledger(frame: Framed, equation: Equation) -> dict[str, str]:
    [after] = frame.of("after")
    steps = "".join(
        f" {'+' if one.role == 'gained' else '−'} {one.text}" for one in frame.members if one.role in ("gained", "lost")
    )
    return roles(frame) | {"steps": frame.of("before")[0].text + steps, "should": amount(equation.right.value, after)}


def _order(frame: Framed, equation: Equation) -> dict[str, str]:
    names = roles(frame)
    if "more" not in names:
        names |= (
            {"more": names["to"], "less": names["from"]}
            if frame.way > 0
            else {"more": names["from"], "less": names["to"]}
        )
    return names


CHANGES = (
    Kind("by", _step, linear=lambda frame: weights(frame, **{"to": 1.0, "from": -1.0, "by": -float(frame.way or 1)})),
    Kind("by_share", _growth),
    Kind("factor", _factor),
    Kind("points", _points),
    Kind("share_of_step", _share_of_step),
    Kind("ledger", _ledger, linear=lambda frame: weights(frame, after=1.0, before=-1.0, gained=-1.0, lost=1.0)),
    Kind("moved", _order, "warning"),
    Kind("order", _order),
)
