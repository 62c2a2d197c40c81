"""Figures in their roles, and what they must have in common to be held against each other."""

from dataclasses import dataclass, field

PERCENT = ("percent", "percentage_point")
EQUAL = ("parts", "change", "growth", "percent_change", "percentage", "rate", "conversion")
MILLION = 1e6  #: a number this large, written with a word, may be of money


@dataclass(frozen=True)
class Relation:
    """Figures in their roles, the question they pose, and the words that license it."""

    check: str
    roles: dict  #: role → tuple of figures
    evidence: str = ""
    licensed: bool = False
    notes: tuple = ()  #: names of rows of lexicon/en/findings.toml that say more
    row: dict = field(default_factory=dict)

    @property
    def figures(self) -> list:
        return [figure for figures in self.roles.values() for figure in figures]


def measure(figure) -> tuple:
    """What amounts must have in common; a step between percentages is in percentage points."""
    return PERCENT if figure.unit in PERCENT else (figure.kind, figure.unit)


def one_currency(amounts) -> bool:
    """Whether the amounts are money, though some leave the currency out: `4 billion euros, of which 1 billion`."""
    counts = [one for one in amounts if one.kind == "count"]
    clipped = [one for one in counts if one.text[-1:].isalpha() and (one.value or 0) >= MILLION]
    named = {measure(one) for one in amounts if one not in clipped}
    return len(named) == 1 and all(kind == "money" for kind, _ in named)
