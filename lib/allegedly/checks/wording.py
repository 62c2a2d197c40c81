"""A finding's relation and its reason as text, from the templates of lexicon/findings.toml."""

import math

from ..lexicon import load, shown
from .articles import opening
from .layouts import EQUAL

NOISE = 1e-9  #: two calculated numbers this close, relative to their size, are one
DIGITS = 6  #: of a calculated number: more than any printed figure has, and no noise of binary fractions
MILLION = 1e6  #: a distance from here on is told to three digits
POINTS = ("percent", "percentage_point")
KEYS = {"agrees": "agrees", "agrees if rounded": "rounded", "conflicts": "conflicts", "cannot tell": "unclear"}


def number(value: float) -> str:
    """A number as a reader writes it.

    >>> number(2000.0), number(0.1), number(22.86)
    ('2,000', '0.1', '22.86')
    """
    if math.isinf(value) or math.isnan(value):
        return "∞"
    return f"{value:,.0f}" if abs(value - round(value)) < 1e-6 * max(1.0, abs(value)) else f"{value:,.4g}"


def amount(value: float, unit: str | None, per: str | None = None) -> str:
    """A number that was calculated, with its unit, as a reader writes it.

    >>> amount(80000000.0, "USD"), amount(2.0, "percent"), amount(22.86, "meter"), amount(1500.0, None)
    ('$80 million', '2%', '22.86 meters', '1,500')
    """
    if math.isinf(value) or math.isnan(value):
        return "∞"
    return shown.amount(shown.rounded(value, DIGITS), unit, per)


def apart(value: float, unit: str | None) -> str:
    """How far two amounts are apart; two percentages by percentage points.

    >>> apart(0.3, "percent"), apart(2000.0, "USD")
    ('0.3 percentage points', '$2,000')
    """
    if unit in POINTS:
        return load("findings")["words"]["points"].format(number=amount(value, None))
    return amount(shown.rounded(value) if value >= MILLION else value, unit)


def unit_of(terms) -> str | None:
    """The unit that a side of a comparison comes to."""
    figures = [figure for term in terms for figure in term[1:]]
    return next((one.unit for one in figures if one.kind not in ("share", "duration")), figures and figures[0].unit)


def listed(texts) -> str:
    """Texts as a list in a sentence.

    >>> listed(["one", "two", "three"])
    'one, two and three'
    """
    *first, last = texts
    return f"{', '.join(first)} {load('findings')['words']['and']} {last}" if first else last


def flat(text: str) -> str:
    """Printed text on one line."""
    return " ".join(text.split())


def phrase(figure) -> str:
    """A figure with what it counts, as printed."""
    return flat(" ".join(filter(None, (figure.text, figure.thing))))


def stated(figure) -> str:
    """A figure as printed, a rate with its time, a time without the word that says it is one."""
    text = flat(figure.text)[len(opening(figure)) if figure.kind == "duration" else 0 :]
    return text + shown.rate(figure.per) if figure.per and figure.per not in text else text


def told(figure) -> str:
    """What a figure is said of, with what was done: `aid (receive)`."""
    return flat(" ".join(filter(None, (figure.thing, figure.verb and f"({figure.verb})"))))


def common(relation) -> str:
    """What the figures are said of, where no single words license the question."""
    return " … ".join(dict.fromkeys(told(figure) or flat(figure.after) for figure in relation.figures))


def side(terms) -> str:
    """One side of a comparison, with the figures as printed."""
    return " + ".join(" × ".join(flat(figure.text) for figure in term[1:]) for term in terms if len(term) > 1)


def printed(relation, comparison) -> str:
    """A comparison with the numbers in it: `50,000 = 10,000 + 40,000`."""
    template = load("findings")["relation"].get(relation.check)
    if template:
        first = {role: own[0] for role, own in relation.roles.items()}
        words = {f"{role}_words": phrase(figure) for role, figure in first.items()}
        things = {f"{role}_thing": flat(figure.thing or figure.after) for role, figure in first.items()}
        return template.format(**{role: stated(figure) for role, figure in first.items()}, **words, **things)
    return f"{side(comparison.left)} {load('findings')['sign'][comparison.sign]} {side(comparison.right)}"


def middle(terms) -> float:
    """The number that a side comes to, taking each figure as printed."""
    total = 0.0
    for weight, *figures in terms:
        values = [figure.low if figure.value is None else figure.value for figure in figures]
        total += weight * math.prod(math.nan if value is None else value for value in values)
    return total


def speaker(figure) -> str:
    return figure.speaker or figure.holder or load("findings")["words"]["writer"]


def ratio(relation) -> str:
    """The part as a percentage of the whole; empty where there is none."""
    part, whole = relation.roles.get("part"), relation.roles.get("whole")
    if not part or not whole:
        return ""
    below, above = middle([(1.0, part[0])]), middle([(1.0, whole[0])])
    return amount(shown.rounded(100 * below / above, 2), "percent") if above else ""


def fields(relation, comparison, gap) -> dict:
    """What the templates may name."""
    texts = {role: listed([stated(figure) for figure in own]) for role, own in relation.roles.items() if own}
    first = {role: own[0] for role, own in relation.roles.items() if own}
    texts.setdefault("parts", texts.get("part", ""))
    if "earlier" in first:
        first |= {"a": first["earlier"], "b": first["later"]}
        texts |= {"a": texts["earlier"], "b": texts["later"]}
    if "seq" in first:
        texts |= {"a": side(comparison.left), "b": side(comparison.right)}
    left, right = ((middle(side), unit_of(side)) for side in (comparison.left, comparison.right))
    unit, per = left[1] or right[1], None
    if relation.check == "conversion":
        unit, per = first["b"].unit, first["b"].per
    return texts | {
        "left": amount(left[0], unit, per),
        "right": amount(right[0], unit),
        "gap": apart(gap, unit),
        "apart": apart(abs(left[0] - right[0]), unit),
        "evidence": relation.evidence,
        "because": relation.row.get("because"),
        "ratio": ratio(relation),
        "speakers": listed(sorted({speaker(figure) for figure in relation.figures})),
        "left_over": amount(max(right[0] - left[0], 0.0), unit),
        **{f"{role}_speaker": speaker(figure) for role, figure in first.items()},
        **{f"{role}_doc": figure.doc for role, figure in first.items()},
        **{f"{role}_told": told(figure) for role, figure in first.items()},
        **{f"{role}_words": phrase(figure) for role, figure in first.items()},
    }


def rounds(relation, comparison) -> bool:
    """Whether a calculation that agrees makes not quite the number printed: 12.4, 9.8 and 7.7 of 30."""
    made, stated = middle(comparison.left), middle(comparison.right)
    is_plain = all(figure.hedge in ("exact", "about") for figure in relation.figures)
    return is_plain and relation.check in EQUAL and abs(made - stated) > NOISE * abs(stated)


def sentence(relation, comparison, verdict, gap, firm) -> str:
    """Why the verdict is what it is, in a sentence or two."""
    table = load("findings")
    key = "rounded" if verdict == "agrees" and rounds(relation, comparison) else KEYS[verdict]
    known = fields(relation, comparison, gap)
    notes = [*relation.notes, *(["because"] if "because" in relation.row and verdict == "cannot tell" else [])]
    texts = [table["why"][relation.check][key], *(table["note"][note] for note in notes)]
    return " ".join(capital(text.format(**known)) for text in texts)


def capital(text: str) -> str:
    """A sentence with a capital at its start.

    >>> capital("about 1,000 is no more than 50,000.")
    'About 1,000 is no more than 50,000.'
    """
    return text[:1].upper() + text[1:]
