"""The layouts of lexicon/en/relations.toml, laid over sentences: which figures stand in which role, by which words."""

import re
from dataclasses import dataclass, field, replace

from ..lexicon import load
from .patterns import FIGURE, compiled, cue, cue_in, evidence, without_cues, word_list

PERCENT = ("percent", "percentage_point")
EQUAL = ("parts", "change", "growth", "percent_change", "percentage", "rate", "conversion")
EXPLAIN = ("ADDED", "INCLUDING", "PLUS", "ADJUSTED")  #: lists of words that explain why figures need not come out
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


def found(article):
    """Each sentence of `article` in which a layout finds a relation, and the relation."""
    rows = load("relations")["layout"]
    for passage in article.passages:
        if len(passage.figures) < 2:
            continue
        for row in rows:
            for match in compiled(row["layout"]).finditer(passage.marked):
                roles = roles_of(match, passage)
                if fits(roles, row) and moves_once(match):
                    relation = Relation(row["check"], roles, evidence(match), licensed(roles, passage, row), (), row)
                    yield passage, explained(relation, match)


def moves_once(match: re.Match) -> bool:
    """Whether no second rise or fall stands in the words between: `fell to 45 after rising from 40 to 46`."""
    between = without_cues(match, match.group())
    return not (word_list("RISEN").search(between) or word_list("FALLEN").search(between))


def explained(relation: Relation, match: re.Match) -> Relation:
    """The relation, without its accusation where words say why figures need not come out: `$20 million with fees`.

    A total that holds more than its parts still cannot be less than they make.
    """
    some = relation.check == "within"
    is_measure = relation.check == "conversion" and not relation.row.get("paces")
    if is_measure or not (relation.check in EQUAL or (some and len(relation.roles["parts"]) > 1)):
        return relation
    behind = match.string[match.end() :]
    rest = behind if some else without_cues(match, match.group()) + behind
    words = {name: found.group() for name in EXPLAIN if (found := word_list(name).search(rest))}
    if not words:
        return relation
    if relation.check == "parts" and "ADJUSTED" not in words:
        return replace(relation, check="within")
    return replace(relation, licensed=False, row=relation.row | {"because": next(iter(words.values()))})


def licensed(roles: dict, passage, row: dict) -> bool:
    """Whether the words may accuse: losses and changes are no parts of a whole."""
    if row["check"] in ("growth", "percent_change"):
        return not rivals(roles, passage)
    if row["check"] not in ("parts", "within", "subset"):
        return True
    figures = [figure for own in roles.values() for figure in own]
    loose = any(figure.hedge == "at_most" and cue_in(figure.text, "UP_TO") for figure in figures)
    if len({measure(figure) for figure in figures}) > 1:
        return False
    signed = row["check"] != "subset" and cue(passage, "SIGNED")  # whoever lost 12 of 10 had no 10
    levels = cue(passage, "MADE_OF") or all(figure.change == "level" for figure in figures)  # "made up of" is no rise
    return bool(levels) and not loose and not signed


def rivals(roles: dict, passage) -> list:
    """Other figures of the sentence that could stand in the place of an amount: another year's, another half's."""
    own = {figure.at for figures in roles.values() for figure in figures}
    measures = {measure(figure) for role, figures in roles.items() if role != "share" for figure in figures}
    return [figure for figure in passage.figures if figure.at not in own and measure(figure) in measures]


def roles_of(match: re.Match, passage) -> dict:
    """The figures of a match by role, roles in small letters."""
    roles = {}
    for name, text in match.groupdict().items():
        if text and name.isupper():
            numbers = [int(number) for number in re.findall(FIGURE, text)]
            roles[name.lower()] = tuple(passage.figures[number] for number in numbers)
    if "total" in roles and "part" in roles:
        roles["parts"] = roles.pop("part")
    return roles


def measure(figure) -> tuple:
    """What amounts must have in common; a step between percentages is in percentage points."""
    return PERCENT if figure.unit in PERCENT else (figure.kind, figure.unit)


def one_currency(amounts) -> bool:
    """Whether the amounts are money, though some leave the currency out: `4 billion euros, of which 1 billion`."""
    counts = [one for one in amounts if one.kind == "count"]
    clipped = [one for one in counts if one.text[-1:].isalpha() and (one.value or 0) >= MILLION]
    named = {measure(one) for one in amounts if one not in clipped}
    return len(named) == 1 and all(kind == "money" for kind, _ in named)


def fits(roles: dict, row: dict) -> bool:
    """Whether the figures are of the kinds that their roles want."""
    kinds = {"share": "share", "duration": "duration"}
    amounts = [one for role, own in roles.items() if role not in ("share", "rate", "duration") for one in own]
    wanted = all(one.kind == kinds[role] for role, own in roles.items() if role in kinds for one in own)
    converted = row["check"] == "conversion" and not row.get("paces")
    same = converted or len({measure(one) for one in amounts}) <= 1 or one_currency(amounts)
    points = [one for one in roles.get("share", ()) if one.unit not in ("percent", "ratio")]
    if points and (row["check"] != "growth" or any(one.unit not in PERCENT for one in amounts)):
        return False
    pace = {one.per for one in amounts}
    paced = (
        len(pace) > 1 and None not in pace if row.get("paces") else row["check"] == "rate" or len(pace - {None}) <= 1
    )
    return wanted and same and paced and all(one.per for one in roles.get("rate", ()))
