"""Rules of one's own: a TOML file of named selections of claims, and relations between them."""

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import islice, product
from pathlib import Path

from ..errors import Trouble, parsed
from ..table import SEVERITIES
from .expressions import Number, WrongExpression, filled, names, parse
from .givens import NONE, Givens

COLUMNS = (
    "doc",
    "thing",
    "head",
    "subject",
    "speaker",
    "holder",
    "unit",
    "per",
    "kind",
    "verb",
    "place",
    "section",
    "text",
)
DATES = ("from", "to")
KEYS = ("label", "relation", "description", "severity")
MOST = 200  #: ways in which the claims selected by one rule are put together


@dataclass(frozen=True)
class Rule:
    """A question about named selections, and what to say of it."""

    label: str
    question: object
    relation: str
    description: str
    severity: str


def read_rules(rules, givens: Givens = NONE):
    """The selections by name, and the rules, of a file's path or of its parsed content; a rule may name a given."""
    place, content, text = "rules", rules, ""
    if not isinstance(rules, dict):
        place = str(rules)
        try:
            text = Path(rules).read_text(encoding="utf-8-sig")
            content = parsed(tomllib.loads, text)
        except OSError as error:
            raise Trouble(place, f"cannot be read ({error.strerror})", "give the path of a rules file") from error
        except ValueError as error:
            raise Trouble(place, f"is no TOML: {error}", "see docs/method.md, Rules of one's own") from error
    selections = checked_selections(content.get("claims"), place, text)
    rows = content.get("rule")
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise Trouble(place, "holds no [[rule]]", "add one with a label and a relation")
    return selections, [
        checked_rule(row, number, selections, place, text, givens) for number, row in enumerate(rows, 1)
    ]


def where(place: str, text: str, word) -> str:
    """The place with the first line that holds `word`."""
    lines = [number for number, line in enumerate(text.splitlines(), 1) if str(word) in line]
    return f"{place}, line {lines[0]}" if lines else place


def checked_selections(selections, place, text) -> dict:
    """The selections, if each names columns that can be selected by."""
    if not isinstance(selections, dict) or not selections:
        raise Trouble(place, "selects no claims", 'add a table such as [claims.killed] with verb = "kill"')
    for name, wanted in selections.items():
        spot = where(place, text, f"claims.{name}")
        if not isinstance(wanted, dict) or not wanted:
            raise Trouble(spot, f"[claims.{name}] selects nothing", f"give it one of {', '.join(COLUMNS)}")
        for column, value in wanted.items():
            if column not in COLUMNS + DATES:
                known = ", ".join(COLUMNS + DATES)
                raise Trouble(where(place, text, column), f"{column!r} is nothing to select by", f"one of {known}")
            if column in COLUMNS and not isinstance(value, str):
                raise Trouble(where(place, text, column), f"{column} in [claims.{name}] is no text", "put it in quotes")
            if column in DATES and not hasattr(value, "year"):
                raise Trouble(where(place, text, column), f"{column} in [claims.{name}] is no date", "write 2022-12-31")
    return selections


def checked_rule(row, number, selections, place, text, givens: Givens = NONE) -> Rule:
    """One rule, if it can be asked."""
    label = str(row.get("label") or f"rule {number}")
    relation = row.get("relation")
    spot = where(place, text, relation or label)
    if set(row) - set(KEYS):
        raise Trouble(spot, f"{sorted(set(row) - set(KEYS))[0]!r} is no part of a rule", f"one of {', '.join(KEYS)}")
    if not isinstance(relation, str):
        raise Trouble(spot, f"{label!r} has no relation", 'give it one, such as relation = "killed <= deployed"')
    try:
        question = parse(relation)
    except WrongExpression as error:
        raise Trouble(spot, f"the relation of {label!r} is wrong {error}", "see docs/method.md") from error
    used = [givens.numbers[name] for name in names(question) if name in givens.numbers and name not in selections]
    unknown = [name for name in names(question) if name not in selections and name not in givens.numbers]
    if unknown:
        raise Trouble(spot, f"{unknown[0]!r} names no selection and no given", f"add [claims.{unknown[0]}]")
    numbers = {one.name: Number(one.low, one.high, one.unit) for one in used}
    severity = row.get("severity", "error")
    if severity not in SEVERITIES:
        raise Trouble(spot, f"{severity!r} is no severity", f"one of {', '.join(SEVERITIES)}")
    description = " ".join([*filter(None, [str(row.get("description") or "")]), *(one.said for one in used)])
    return Rule(label, filled(question, numbers), relation, description, severity)


def selected(wanted: dict, figures) -> list:
    """The figures that fit a selection; texts ignore case, and * stands for anything."""
    return [figure for figure in figures if all(matches(figure, column, value) for column, value in wanted.items())]


def matches(figure, column, value) -> bool:
    """Whether a figure fits one line of a selection."""
    if column in DATES:
        ours = figure.about_to if column == "from" else figure.about_from
        day = None if ours is None else ours.date() if hasattr(ours, "date") else ours
        limit = value.date() if hasattr(value, "date") else value
        return day is not None and (day >= limit if column == "from" else day <= limit)
    return fnmatchcase((getattr(figure, column) or "").lower(), value.lower())


def asked(rule: Rule, selections, figures):
    """Each way to put selected figures into a rule: dicts of name → figure. Within an article where it has all."""
    wanted = names(rule.question)
    chosen = {name: selected(selections[name], figures) for name in wanted}
    docs = list(dict.fromkeys(figure.doc for own in chosen.values() for figure in own))
    within = [{name: [one for one in chosen[name] if one.doc == doc] for name in wanted} for doc in docs]
    pools = [pool for pool in within if all(pool.values())] or [chosen]
    ways = (dict(zip(wanted, way, strict=True)) for pool in pools for way in product(*pool.values()))
    return [way for way in islice(ways, MOST) if len({figure.at for figure in way.values()}) == len(way)], chosen
