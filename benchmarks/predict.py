"""Figures of IN.jsonl (`id`, `text`) written to OUT.jsonl in the conventions of NewsQuant's scorer.

    python -m benchmarks.predict IN.jsonl OUT.jsonl

The library keeps its own conventions (docs/tables.md). What the benchmark wants otherwise is translated here, by rules
that hold for any text:

- counted: "one of the best" as 1, 5G, and "a litre" as 1 where it is all that was said; not counted: words for all,
  none and double;
- values: dozens are [12, 120]; cents, pence and dimes are counted as such; the two levels of a change, and the two
  sides of a score, are one range;
- units: their names in British spelling; of a count, the thing counted; of a share in words,
  "% " and what it is a share of; the price of a share in pence is in points;
- a span in two units of the calendar, "two years and six months", as two;
- bounds: up or down only where the figure is the size of a change.
"""

import json
import re
import sys
from itertools import pairwise
from pathlib import Path

from allegedly.reading.how_much.intervals import hedge
from allegedly.reading.how_much.quantities import read_quantities
from allegedly.reading.how_much.units import unit as unit_named
from allegedly.reading.of_what.things import things
from allegedly.reading.parsing import parse
from allegedly.text.tokens import tokenise

BOUNDS = {"about": "~", "nearly": "~", "more_than": ">", "at_least": ">", "less_than": "<", "at_most": "<"}
MOVES = {"rise": "up", "fall": "down"}
NAMES = {  # units whose names there are others than those of the library
    "oil_barrel": "barrel", "mile/hour": "mile per hour", "newton_meter": "newton metre", "foot_pound": "pound-foot",
    "mile/gallon": "mile per gallon", "rpm": "revolutions per minute", "electron_volt": "electronvolt",
    "mmbtu": "mega british thermal unit", "light_year": "light-year", "gigatonne": "gigaton",
    "ratio": None,
}  # fmt: skip
PRINTED = ("bhp",)  # units that are told apart there by the form that is printed
PARTS = {
    "cents": "cent", "c": "cent", "¢": "cent", "dimes": "dime", "nickels": "nickel", "p": "penny", "pence": "penny",
    "pennies": "penny", "sens": "sen",
}  # fmt: skip
SHARE_PRICE = "point"

ARTICLE = re.compile(r"\s*an?(?=\s)", re.I)
ONE_OF = re.compile(r"one of (?:the|its|his|her|their|our|those|these)\b", re.I)
NETWORK = re.compile(r"(\d)G$")
CALENDAR = re.compile(r"(?:year|month|week|day|hour)s?\b(?=,? |$)")
SCORE = re.compile(r"(\d+) ?(?:[-–—]|to) ?(\d+)")
BEST_OF = re.compile(r" of \w+ ((?:[\w'’-]+ ){0,5}?[\w-]*[^s\W]s)\b")
DIFFERS = re.compile(
    r"[ -](?:\w+ )?(?:higher|lower|improvement|increase|decrease|rise|drop|below|above|more|less|fewer|growth|decline"
    r"|gain|boost)\b"
)
ADDED = re.compile(r"\b(?:another|additional)\s*$", re.I)
AVERAGED = re.compile(r"\b(?:averaged|averaging|averages) $")
BARELY = re.compile(r"just (?:under|below|shy|short)\b", re.I)
PENCE = re.compile(r"\dp$")
FROM = re.compile(r"\bfrom (?:up )?$")
TO = re.compile(r"[^.;\n]{0,60}\bto (?:up to )?$|[^,.;\d]*(?:\d{4})?[^,.;\d]*\bto $")


def main():
    source, target = map(Path, sys.argv[1:])
    with source.open(encoding="utf8") as rows, target.open("w", encoding="utf8") as out:
        for row in map(json.loads, rows):
            out.write(json.dumps({"id": row["id"], "quantities": predict(row["text"])}, ensure_ascii=False) + "\n")


def predict(text):
    """The figures of `text` as the scorer takes them."""
    if said := alone(text):
        return said
    tokens = tokenise(text)
    found = [one for figure in read_quantities(tokens, all=True) for one in apart(figure, text)]
    read = [figure for figure in found if is_counted(figure, text)]
    rows = [
        translated(figure, thing, text) for figure, thing in zip(read, things(parse(tokens, read), read), strict=True)
    ]
    share_concept(read, rows)
    return joined(read, rows, text)


def alone(text):
    """One of a unit, where a text is nothing else: "a litre"."""
    if len(text.split()) != 2 or not (article := ARTICLE.match(text)):
        return None
    found = read_quantities(tokenise(f"1{text[article.end() :]}"))
    if len(found) != 1 or not found[0].unit:
        return None
    unit, start = spelled(found[0].unit), len(text) - len(text.lstrip())
    return [{"start": start, "end": len(text.rstrip()), "surface": text.strip(), "value": 1.0, "unit": unit,
             "bound": "=", "concept": []}]  # fmt: skip


def apart(figure, text):
    """A figure, or the two that a span of years and months is there."""
    parts = [*CALENDAR.finditer(figure.text)] if figure.kind == "duration" else []
    if len(parts) < 2:
        return [figure]
    starts = [figure.start, *(figure.start + part.end() for part in parts[:-1])]
    ends = [*(figure.start + part.end() for part in parts[:-1]), figure.end]
    return [one for start, end in zip(starts, ends, strict=True) for one in read_quantities(tokenise(text, start, end))]


def is_counted(figure, text):
    """Is it counted there? Not words for all, none and double; "one of the best" and 5G are."""
    if figure.kind == "none":
        return (
            NETWORK.match(figure.text)
            or (figure.reason == "score" and SCORE.fullmatch(figure.text))
            or (figure.reason == "pronoun" and ONE_OF.match(text, figure.start))
        )
    if figure.rule.startswith("quantifier"):
        return False
    return figure.kind != "multiple" or any(map(str.isdigit, figure.text))


def translated(figure, thing, text):
    """A figure as a row of the scorer."""
    value, unit = measured(figure, thing, text)
    of_it = thing.thing or ""
    counted = figure.unit in (None, "ratio") and of_it in text[figure.end :]  # the unit is what is counted,
    words = filter(None, [thing.subject, of_it.partition(" of ")[2] if counted else of_it])  # so what that is of
    return {
        "start": figure.start, "end": figure.end, "surface": figure.text, "value": value, "unit": unit,
        "bound": bound(figure, text), "concept": re.findall(r"[\w'-]+", " ".join(words)),
    }  # fmt: skip


def measured(figure, thing, text):
    """The value of a figure, and its unit."""
    if figure.kind == "none":
        if figure.reason == "score" and (sides := SCORE.fullmatch(figure.text)):
            return [float(side) for side in sides.groups()], None
        network, best = NETWORK.match(figure.text), BEST_OF.match(text, figure.end)
        return (float(network[1]), "generation wireless") if network else (1.0, best and best[1])
    if PENCE.search(figure.text) or thing.thing == "p":
        return figure.value if figure.kind == "count" else round(figure.value * 100, 6), SHARE_PRICE
    value = figure.value if figure.value is not None else [figure.likely_low, figure.likely_high]
    if figure.rule.startswith("vague"):
        value = [figure.low, figure.low * 10]
    unit = unit_name(figure, thing)
    if figure.kind == "money" and (part := part_of(figure)):
        value, unit = round(figure.value * part.parts, 6), unit.replace(spelled(figure.unit), PARTS[last_word(figure)])
    return value, unit


def last_word(figure):
    words = re.findall(r"[^\W\d_]+|¢", figure.text.lower())
    word = words[-1] if words else ""
    return next((name for name in (word, f"{word}s") if name in PARTS), "")


def part_of(figure):
    """The part of a currency that a figure is printed in, by itself: cents, but not "3 dollars and 4 cents"."""
    part = unit_named(last_word(figure))
    alone = figure.value is not None and " and <n>" not in figure.rule and figure.rule.count("<hedge>") < 2
    return part if part and part.parts > 1 and alone else None


def unit_name(figure, thing):
    """The unit, or the thing counted."""
    if figure.unit == "ratio":
        return f"% {thing.thing}" if thing.thing else None
    printed = next((form for form in PRINTED if figure.text.lower().endswith(form)), None)
    counted = thing.thing and thing.thing.partition(" of ")[0]
    name = counted if figure.unit is None else printed or spelled(figure.unit)
    if figure.kind == "age":
        name = f"{name} of age"
    return f"{name} per {spelled(figure.per)}" if figure.per and name else name


def spelled(unit):
    """A unit of the library in words: `square kilometre`; a currency keeps its code."""
    if unit in NAMES:
        return NAMES[unit]
    words = re.sub(r"(\w+)\*\*2", r"square \1", re.sub(r"(\w+)\*\*3", r"cubic \1", unit))
    return re.sub(r"(lit|met)er\b", r"\1re", words.replace("_", " ").replace("/", " per "))


def bound(figure, text):
    """The bound, as the benchmark has it: of a change its way, of anything else what its hedge says."""
    before, moved = text[: figure.start], MOVES.get(figure.change)
    if figure.hedge == "range":
        return moved if moved and before.endswith((" by ", "(")) else bound_of_range(figure)
    found = BOUNDS.get(figure.hedge) or moved or "="
    if figure.hedge == "less_than" and moved:
        found = moved  # "rose under 4 percent"
    if found in ("up", "down") and (DIFFERS.match(text, figure.end) or ADDED.search(before)):
        return "="
    if found == "=" and AVERAGED.search(before):
        return "~"
    return "<" if found == "~" and BARELY.match(figure.text) else found


def bound_of_range(figure):
    if figure.text[0] in "~≈":
        return "~"
    words = figure.text.split()
    hedges = [hedge(" ".join(words[first:last])) for first in (0, 1) for last in (3, 2)]
    return next((BOUNDS.get(found.name, "=") for found in hedges if found), "=")


def share_concept(read, rows):
    """A list of measures says once what they are of."""
    said = []
    for figure, row in zip(read, rows, strict=True):
        if figure.unit not in (None, "ratio"):
            row["concept"] = said = row["concept"] or said


def joined(read, rows, text):
    """`rows` with what is one range there as one."""
    found, last = [], None
    for (figure, row), (after, other) in pairwise([*zip(read, rows, strict=True), (None, None)]):
        if figure is last:
            continue
        if after is not None and is_one(figure, after, text):
            named, last = row if figure.unit else other, after
            both = {"value": [row["value"], other["value"]], "bound": "=", "start": row["start"], "end": other["end"]}
            row = {**named, **both}
        found.append(row)
    return found


def is_one(first, second, text):
    """Are two figures one range there: the sides of a score, the levels of a change?"""
    if first.rule.endswith((": sides", ": change")) and second.rule == first.rule:
        return second.start - first.end < 8
    if None in (first.value, second.value) or second.unit not in (first.unit, None):
        return False
    return FROM.search(text[: first.start]) is not None and TO.fullmatch(text, first.end, second.start) is not None


if __name__ == "__main__":
    main()
