"""Figures of IN.jsonl (`id`, `text`) written to OUT.jsonl in the conventions of NewsQuant's scorer.

    python -m benchmarks.predict IN.jsonl OUT.jsonl

The library keeps its own conventions (docs/tables.md). What the benchmark wants otherwise is translated here: two
levels of a change and the two sides of a score are one range, "dozens" is [12, 120], "one of the best" is 1.
"""

import json
import re
import sys
from itertools import pairwise
from pathlib import Path

from allegedly.reading.intervals import hedge
from allegedly.reading.quantities import read_quantities
from allegedly.reading.tokens import tokenise

BOUNDS = {"about": "~", "nearly": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<"}
MOVES = {"rise": "up", "fall": "down"}
ONE_OF = re.compile(r"one of (?:the|its|his|her|their|our|those|these)\b", re.I)
BEHIND = re.compile(
    r"[ -](?:\w+ )?(?:higher|lower|improvement|increase|decrease|rise|drop|below|above|more|less|fewer|growth|decline"
    r"|gain|boost)\b"
)
BEST_OF = re.compile(r" of \w+ ((?:[\w'’-]+ ){0,5}?[\w-]*[^s\W]s)\b")
PENCE = re.compile(r"\dp$")
ADDED = re.compile(r"\b(?:another|additional)\s*$", re.I)
AVERAGED = re.compile(r"\b(?:averaged|averaging|averages) $")
BARELY = re.compile(r"just (?:under|below|shy|short)\b", re.I)
PARTS = {
    "USD": ("cent", re.compile(r"\bcents?\b|¢|\dc\b", re.I)),
    "GBP": ("penny", re.compile(r"\bpence|penn(?:y|ies)\b|\dp\b", re.I)),
    "MYR": ("sen", re.compile(r"\bsens?\b")),
}
NAMES = {
    "oil_barrel": "barrel", "mile/hour": "mile per hour", "kilometer/hour": "kilometre per hour",
    "newton_meter": "newton metre", "foot_pound": "pound-foot", "mile/gallon": "mile per gallon",
    "rpm": "revolutions per minute", "ratio": None,
}  # fmt: skip


def main():
    source, target = map(Path, sys.argv[1:])
    with source.open(encoding="utf8") as rows, target.open("w", encoding="utf8") as out:
        for row in map(json.loads, rows):
            out.write(json.dumps({"id": row["id"], "quantities": predict(row["text"])}, ensure_ascii=False) + "\n")


def predict(text):
    """The figures of `text` as the scorer takes them."""
    tokens = tokenise(text)
    read = [figure for figure in read_quantities(tokens, all=True) if wanted(figure, text)]
    found = [translated(figure, thing, text) for figure, thing in zip(read, of_what(tokens, read), strict=True)]
    return merged(read, found, text)


def wanted(figure, text):
    """Is it counted there? Not words for all, none and double, nor the age behind a name; "one of the best" is."""
    if figure.kind == "none":
        return figure.reason == "pronoun" and ONE_OF.match(text, figure.start)
    if figure.rule.startswith("quantifier"):
        return False
    return figure.kind != "multiple" or any(map(str.isdigit, figure.text))


def of_what(tokens, read):
    """The thing of each figure, where they can be read."""
    try:
        from allegedly.reading.things import things
    except ImportError:
        return [None] * len(read)
    return things(tokens, read)


def best_of(text, figure):
    """What "one of the best" is one of: the words up to the first plural."""
    match = BEST_OF.match(text, figure.end)
    return match and match[1]


def translated(figure, thing, text):
    """A figure as a row of the scorer."""
    value = figure.value if figure.value is not None else [figure.likely_low, figure.likely_high]
    if figure.rule.startswith("vague"):
        value = [figure.low, figure.low * 10]
    unit = unit_name(figure, thing)
    if figure.kind == "none":
        value, unit = 1, best_of(text, figure)
    part, pattern = PARTS.get(figure.unit, (None, None))
    if part and figure.value is not None and figure.rule.count("<hedge>") < 2 and pattern.search(figure.text):
        value, unit = round(figure.value * 100, 6), unit.replace(figure.unit, part)
    of_it = (thing and thing.thing) or ""
    counted = figure.unit in (None, "ratio") and of_it in text[figure.end :]  # the unit is what is counted,
    parts = [thing.subject, of_it.partition(" of ")[2] if counted else of_it] if thing else []  # so what that is of
    words = " ".join(filter(None, parts))
    return {
        "start": figure.start, "end": figure.end, "surface": figure.text, "value": value, "unit": unit,
        "bound": bound(figure), "concept": re.findall(r"[\w'-]+", words),
    }  # fmt: skip


def bound(figure):
    if figure.hedge == "range":
        if figure.text[0] in "~≈":
            return "~"
        words = figure.text.split()
        hedges = [hedge(" ".join(words[first:last])) for first in (0, 1) for last in (3, 2)]
        return next((BOUNDS.get(found.name, "=") for found in hedges if found), "=")
    if figure.hedge == "less_than" and figure.change in MOVES:
        return MOVES[figure.change]  # "rose under 4 percent" is up there
    return BOUNDS.get(figure.hedge) or MOVES.get(figure.change, "=")


def merged(read, found, text):
    """`found` with what is one range there as such, and with the bounds that are meant there."""
    rows, said = [], []
    for figure, row in zip(read, found, strict=True):
        if figure.unit is not None and figure.unit != "ratio":
            row["concept"] = said = row["concept"] or said  # a list says once what it is of
        if row["bound"] in ("up", "down") and (BEHIND.match(text, figure.end) or ADDED.search(text[: figure.start])):
            row["bound"] = "="
        elif row["bound"] == "=" and AVERAGED.search(text[: figure.start]):
            row["bound"] = "~"
        elif row["bound"] == "~" and BARELY.match(figure.text):
            row["bound"] = "<"
        if figure.hedge == "range" and figure.change in MOVES and text[: figure.start].endswith((" by ", "(")):
            row["bound"] = MOVES[figure.change]
    skip = False
    for (first, one), (second, two) in pairwise([*zip(read, found, strict=True), (None, None)]):
        if skip:
            skip = False
        elif second is not None and together(first, second, text):
            rows.append(
                {
                    **(one if first.unit else two),
                    "value": [one["value"], two["value"]],
                    "bound": "=",
                    "start": one["start"],
                    "end": two["end"],
                }
            )
            skip = True
        else:
            rows.append(one)
    return rows


def together(first, second, text):
    if first.rule.endswith((": score", ": change")) and second.rule == first.rule:
        return second.start - first.end < 8
    between = text[first.end : second.start]
    return (
        None not in (first.value, second.value)
        and second.unit in (first.unit, None)
        and re.search(r"\bfrom (?:up )?$", text[: first.start])
        and re.fullmatch(r"[^,.;\d]*(?:\d{4})?[^,.;\d]*\bto $", between)
    )


def unit_name(figure, thing):
    """The unit, or the thing counted."""
    if figure.unit == "ratio":
        return f"% {thing.thing}" if thing and thing.thing else None
    if PENCE.search(figure.text) or (thing and thing.thing == "p"):
        return "point"  # so are share prices labelled there
    if figure.unit is None:
        name = thing.thing.partition(" of ")[0] if thing and thing.thing else None
    else:
        name = "bhp" if figure.text.lower().endswith("bhp") else spelled(figure.unit)
    if figure.kind == "age":
        name = f"{name} of age"
    return f"{name} per {spelled(figure.per)}" if figure.per and name else name


def spelled(unit):
    unit = NAMES.get(unit, unit)
    return unit and re.sub(r"(\w+)\*\*2", r"square \1", re.sub(r"(\w+)\*\*3", r"cubic \1", unit)).replace(
        "_", " "
    ).replace("/", " per ")


if __name__ == "__main__":
    main()
