"""A finding's relation and its reason as text, from the templates of lexicon/findings.toml."""

import math

from ..lexicon import load

KEYS = {"agrees": "agrees", "agrees if rounded": "rounded", "conflicts": "conflicts", "cannot tell": "unclear"}


def number(value: float) -> str:
    """A number as a reader writes it.

    >>> number(2000.0), number(0.1), number(22.86)
    ('2,000', '0.1', '22.86')
    """
    if math.isinf(value) or math.isnan(value):
        return "∞"
    return f"{value:,.0f}" if abs(value - round(value)) < 1e-6 * max(1.0, abs(value)) else f"{value:,.4g}"


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
        return template.format(**{role: flat(own[0].text) for role, own in relation.roles.items()})
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
    return f"{100 * below / above:.2g} %" if above else ""


def fields(relation, comparison, gap) -> dict:
    """What the templates may name."""
    texts = {role: listed([flat(figure.text) for figure in own]) for role, own in relation.roles.items() if own}
    first = {role: own[0] for role, own in relation.roles.items() if own}
    texts.setdefault("parts", texts.get("part", ""))
    if "earlier" in first:
        first |= {"a": first["earlier"], "b": first["later"]}
        texts |= {"a": texts["earlier"], "b": texts["later"]}
    if "seq" in first:
        texts |= {"a": side(comparison.left), "b": side(comparison.right)}
    unit = next((figure.unit for figure in relation.figures if figure.unit and figure.kind != "share"), None)
    return texts | {
        "left": number(middle(comparison.left)),
        "right": number(middle(comparison.right)),
        "gap": " ".join(filter(None, (number(gap), unit))),
        "apart": " ".join(filter(None, (number(abs(middle(comparison.left) - middle(comparison.right))), unit))),
        "unit": next((figure.unit for figure in relation.roles.get("b", ()) if figure.unit), ""),
        "evidence": relation.evidence,
        "ratio": ratio(relation),
        "speakers": listed(sorted({speaker(figure) for figure in relation.figures})),
        "left_over": number(max(middle(comparison.right) - middle(comparison.left), 0.0)),
        **{f"{role}_speaker": speaker(figure) for role, figure in first.items()},
        **{f"{role}_doc": figure.doc for role, figure in first.items()},
        **{f"{role}_told": told(figure) for role, figure in first.items()},
        **{f"{role}_words": phrase(figure) for role, figure in first.items()},
    }


def sentence(relation, comparison, verdict, gap, firm) -> str:
    """Why the verdict is what it is, in a sentence or two."""
    table = load("findings")
    known = fields(relation, comparison, gap)
    texts = [table["why"][relation.check][KEYS[verdict]], *(table["note"][note] for note in relation.notes)]
    return " ".join(text.format(**known) for text in texts)
