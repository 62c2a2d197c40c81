"""A finding's relation and its reason as text, from the templates of lexicon/en/findings.toml."""

import math
from dataclasses import dataclass, field

from ..lexicon import load, shown
from .articles import opening
from .relation import EQUAL

NOISE = 1e-9  #: two calculated numbers this close, relative to their size, are one
DIGITS = 6  #: of a calculated number: more than any printed figure has, and no noise of binary fractions
MILLION = 1e6  #: a distance from here on is told to three digits
POINTS = ("percent", "percentage_point")
KEYS = {"agrees": "agrees", "agrees if rounded": "rounded", "conflicts": "conflicts", "cannot tell": "unclear"}


def amount(value: float, unit: str | None = None, per: str | None = None) -> str:
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


def middle(terms) -> float:
    """The number that a side comes to, taking each figure as printed."""
    total = 0.0
    for weight, *figures in terms:
        values = [figure.low if figure.value is None else figure.value for figure in figures]
        total += weight * math.prod(math.nan if value is None else value for value in values)
    return total


@dataclass(frozen=True)
class Named:
    """The figures of one role, as a template of findings.toml names them: `{a}`, `{a.thing}`, `{a.speaker}`."""

    figures: tuple
    titles: dict  #: document → what it is called

    def __format__(self, spec: str) -> str:
        return listed([stated(figure) for figure in self.figures])

    @property
    def speaker(self) -> str:
        return self.figures[0].speaker or self.figures[0].holder or load("findings")["words"]["writer"]

    @property
    def article(self) -> str:
        return self.titles.get(self.figures[0].doc, self.figures[0].doc)

    @property
    def told(self) -> str:
        return told(self.figures[0])

    @property
    def words(self) -> str:
        return phrase(self.figures[0])

    @property
    def thing(self) -> str:
        return flat(self.figures[0].thing or self.figures[0].after)


@dataclass(frozen=True)
class Case:
    """A relation and its comparison, as a mapping of what the templates may name: roles, and the properties below."""

    relation: object
    comparison: object
    distance: float = 0.0
    titles: dict = field(default_factory=dict)

    def __getitem__(self, name: str):
        return Named(self.roles[name], self.titles) if name in self.roles else getattr(self, name)

    @property
    def roles(self) -> dict:
        roles = {role: figures for role, figures in self.relation.roles.items() if figures}
        if "earlier" in roles:
            roles |= {"a": roles["earlier"], "b": roles["later"]}
        if "seq" in roles:
            roles |= {"a": self.comparison.left[0][1:], "b": self.comparison.right[0][1:]}
        return roles

    @property
    def unit(self) -> tuple:
        """The unit that both sides come to, and per what."""
        if self.relation.check == "conversion":
            return self.roles["b"][0].unit, self.roles["b"][0].per
        return unit_of(self.comparison.left) or unit_of(self.comparison.right), None

    @property
    def left(self) -> str:
        return amount(middle(self.comparison.left), *self.unit)

    @property
    def right(self) -> str:
        return amount(middle(self.comparison.right), *self.unit)

    @property
    def gap(self) -> str:
        return apart(self.distance, self.unit[0])

    @property
    def apart(self) -> str:
        return apart(abs(middle(self.comparison.left) - middle(self.comparison.right)), self.unit[0])

    @property
    def left_over(self) -> str:
        return amount(max(middle(self.comparison.right) - middle(self.comparison.left), 0.0), *self.unit)

    @property
    def evidence(self) -> str:
        return self.relation.evidence

    @property
    def because(self) -> str:
        return self.relation.row["because"]

    @property
    def ratio(self) -> str:
        """The part as a percentage of the whole."""
        below, above = (middle([(1.0, self.roles[role][0])]) for role in ("part", "whole"))
        return amount(shown.rounded(100 * below / above, 2), "percent") if above else ""


def printed(relation, comparison) -> str:
    """A comparison with the numbers in it: `50,000 = 10,000 + 40,000`."""
    template = load("findings")["relation"].get(relation.check)
    if template:
        return template.format_map(Case(relation, comparison))
    return f"{side(comparison.left)} {load('findings')['sign'][comparison.sign]} {side(comparison.right)}"


def rounds(relation, comparison) -> bool:
    """Whether a calculation that agrees makes not quite the number printed: 12.4, 9.8 and 7.7 of 30."""
    made, stated = middle(comparison.left), middle(comparison.right)
    is_plain = all(figure.hedge in ("exact", "about") for figure in relation.figures)
    return is_plain and relation.check in EQUAL and abs(made - stated) > NOISE * abs(stated)


def sentence(relation, comparison, verdict, gap, titles) -> str:
    """Why the verdict is what it is, in a sentence or two."""
    table = load("findings")
    key = "rounded" if verdict == "agrees" and rounds(relation, comparison) else KEYS[verdict]
    case = Case(relation, comparison, gap, titles)
    notes = [*relation.notes, *(["because"] if "because" in relation.row and verdict == "cannot tell" else [])]
    texts = [table["why"][relation.check][key], *(table["note"][note] for note in notes)]
    return " ".join(capital(text.format_map(case)) for text in texts)


def capital(text: str) -> str:
    """A sentence with a capital at its start.

    >>> capital("about 1,000 is no more than 50,000.")
    'About 1,000 is no more than 50,000.'
    """
    return text[:1].upper() + text[1:]
