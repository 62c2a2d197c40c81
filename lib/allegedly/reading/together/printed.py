"""The figures that a claim prints: one, two levels of a range, or a fraction that looked like an ordinal."""

import re

from allegedly.kinds.spans import span_of
from allegedly.lexicon import load
from allegedly.lexicon.predicates import predicates
from allegedly.model import Claim, Quantity
from allegedly.text.analysis import Analysis

from .cells import Figure, Line, When

_JOINT = re.compile(r"(?P<from>from )?(?P<first>.+?)(?(from) to | [-–—] )(?P<second>.+)", re.IGNORECASE)


def figures_in(claim: Claim, line: Line, read: Analysis, last: int) -> list[Figure]:
    """The figures that a claim is, none where it is no number: a range from one level to another is two."""
    q = _through(claim.quantity)
    when = (claim.time.about_from, claim.time.about_to)
    if q.kind == "none":
        return _fraction(claim, line, read, last, when)
    if q.hedge == "range":
        two = _two_levels(claim, line, when)
        if two:
            return two
    if q.value is None and (q.hedge != "range" or q.low is None):
        return []
    return [
        Figure(
            0, line, q.start, q.end, q.text, q.kind, q.unit, q.per, span_of(q), claim, q, q.change, q.hedge, when=when
        )
    ]


def _through(q: Quantity) -> Quantity:
    """A small number that a sentence opens with is a span, no bound: "Over five games they scored 15"."""
    first, _, rest = q.text.partition(" ")
    if first != "Over" or not rest.islower() or q.hedge != "more_than" or q.low is None or not rest.isalpha():
        return q
    return q._replace(hedge="exact", value=q.low, high=q.low, likely_low=q.low, likely_high=q.low, open="")


def ordinal(claim: Claim, line: Line) -> Figure:
    """An ordinal as the number it stands for."""
    q = claim.quantity
    value = float("".join(sign for sign in q.text if sign.isdecimal()))
    made = q._replace(kind="count", value=value, low=value, high=value, likely_low=value, likely_high=value)
    return Figure(len(line.cells), line, q.start, q.end, q.text, "count", None, None, span_of(made), claim, made)


def is_fraction(taken: tuple[int, Claim], read: Analysis) -> bool:
    """Whether a number that is no claim is a fraction after all."""
    return taken[1].quantity.kind == "none" and _worth(taken[1], read, taken[0]) is not None


def _worth(claim: Claim, read: Analysis, last: int) -> float | None:
    """What a fraction word is worth where it says by how much: "a quarter fewer"."""
    worth, tokens = load("roles")["fractions"].get(claim.quantity.text.lower()), read.tokens
    if worth is None or last >= len(tokens):
        return None
    return worth if predicates().words.get(tokens.lower[last], frozenset()) & {"more", "less"} else None


def _fraction(claim: Claim, line: Line, read: Analysis, last: int, when: When) -> list[Figure]:
    """A fraction that the reader of figures took for an ordinal: "a quarter fewer"."""
    worth = _worth(claim, read, last)
    if worth is None:
        return []
    q = claim.quantity
    made = q._replace(
        kind="share", unit="ratio", value=worth, low=worth, high=worth, likely_low=worth, likely_high=worth
    )
    return [Figure(0, line, q.start, q.end, q.text, "share", "ratio", None, span_of(made), claim, made, when=when)]


def _two_levels(claim: Claim, line: Line, when: When) -> list[Figure]:
    """A range "from A to B" as its two levels, where both are printed as numbers."""
    quantities = line.quantities
    q = claim.quantity
    joint = _JOINT.match(q.text)
    if not joint:
        return []
    first = [one for one in quantities(joint["first"]) if one.value is not None]
    second = [one for one in quantities(joint["second"]) if one.value is not None]
    if len(first) != 1 or len(second) != 1:
        return []
    if not joint["from"] and (first[0].value or 0.0) <= (second[0].value or 0.0):
        return []  # a range rises; what falls is a total with its first part behind a dash
    roles = ("from", "to") if joint["from"] else ("", "")
    made = []
    for one, shift, role in ((first[0], joint.start("first"), roles[0]), (second[0], joint.start("second"), roles[1])):
        unit = one.unit or q.unit
        kind = q.kind if one.kind == "count" else one.kind
        start, end = q.start + shift + one.start, q.start + shift + one.end
        own = one._replace(kind=kind, unit=unit)
        figure = Figure(0, line, start, end, one.text, kind, unit, q.per, span_of(own), claim, own, when=when)
        if role:
            figure.marks[role] = joint["from"].strip().lower() + " … to"
        made.append(figure)
    return made
