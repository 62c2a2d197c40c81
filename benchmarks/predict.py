"""Figures of IN.jsonl (`id`, `text`) written to OUT.jsonl in the conventions of NewsQuant's scorer.

    python -m benchmarks.predict IN.jsonl OUT.jsonl

The library keeps its own conventions (docs/tables.md); what the benchmark wants otherwise is translated here:
a span of two numbers instead of bounds, a score or a change "from A to B" as such a span, "dozens" as [12, 120].
"""

import json
import re
import sys
from pathlib import Path

from allegedly.lexicon import load
from allegedly.reading.quantities import read_quantities
from allegedly.reading.tokens import tokenise

BOUNDS = {"about": "~", "nearly": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<"}
MOVES = {"rise": "up", "fall": "down"}


def main():
    source, target = map(Path, sys.argv[1:])
    with source.open(encoding="utf8") as rows, target.open("w", encoding="utf8") as out:
        for row in map(json.loads, rows):
            out.write(json.dumps({"id": row["id"], "quantities": predict(row["text"])}, ensure_ascii=False) + "\n")


def predict(text):
    """The figures of `text` as the scorer takes them."""
    tokens = tokenise(text)
    read = [figure for figure in read_quantities(tokens, all=True) if wanted(figure)]
    things = of_what(tokens, read)
    return [translated(figure, thing, text) for figure, thing in zip(read, things, strict=True)]


def wanted(figure):
    """Is it counted there: no digitless quantifiers, no multiples; "one of the best" counts."""
    if figure.kind == "none":
        return False
    return not figure.rule.startswith("quantifier")


def of_what(tokens, read):
    try:
        from allegedly.reading.things import things
    except ImportError:
        return [None] * len(read)
    return things(tokens, read)


def translated(figure, thing, text):
    unit = unit_name(figure, thing)
    bound = BOUNDS.get(figure.hedge, "=")
    if bound == "=" and figure.change in MOVES:
        bound = MOVES[figure.change]
    value = figure.value if figure.value is not None else [figure.likely_low, figure.likely_high]
    if figure.rule.startswith("vague"):
        value = [figure.low, figure.low * 10]
    if figure.unit in PENCE and figure.value is not None and SMALL.search(figure.text):
        value, unit = figure.value * 100, PENCE[figure.unit]
    words = " ".join(filter(None, [thing.subject, thing.thing] if thing else []))
    return {
        "start": figure.start, "end": figure.end, "surface": figure.text, "value": value, "unit": unit, "bound": bound,
        "concept": re.findall(r"[\w'-]+", words),
    }  # fmt: skip


SMALL = re.compile(r"\b(?:cents?|pence|penn(?:y|ies)|sens?)\b|\dp\b|¢|\dc\b", re.I)
PENCE = {"USD": "cent", "GBP": "penny", "MYR": "sen"}
NAMES = {"second": "second", "percentage_point": "percentage point", "basis_point": "basis point", "ratio": None, "oil_barrel": "barrel", "mile/hour": "mile per hour",
  "kilometer/hour": "kilometre per hour", "newton_meter": "newton metre", "foot_pound": "pound-foot", "mile/gallon": "mile per gallon", "rpm": "revolutions per minute"}


def unit_name(figure, thing):
    """The unit, or the thing counted."""
    if figure.unit is None or figure.unit == "ratio":
        name = thing.thing if thing else None
    else:
        name = figure.unit
        if name == "horsepower" and figure.text.lower().endswith("bhp"):
            name = "bhp"
        name = NAMES.get(name, name)
        name = re.sub(r"(\w+)\*\*2", r"square \1", re.sub(r"(\w+)\*\*3", r"cubic \1", name)).replace("_", " ").replace("/", " per ")
    if figure.kind == "age":
        name = f"{name} of age"
    if figure.per and name:
        per = re.sub(r"(\w+)\*\*2", r"square \1", figure.per).replace("_", " ")
        name = f"{name} per {per}"
    return name


if __name__ == "__main__":
    main()
