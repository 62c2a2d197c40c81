"""Rosters: so many are announced, and the next sentence, or the one before, names each.

"It will shut four schools. Closing are Orr Lane, Brackwater, Vell Street and Newdyke."
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from allegedly.lexicon import load

from .bound import Bound, Number
from .cells import Figure, Line
from .lines import Lines

LEAST, MOST = 3, 12  #: names that make a roster
LEAD = 8  #: words before the names, at most


def rosters(lines: Lines) -> Iterator[Bound]:
    """Each small count of an article with the names that are told of it."""
    for line in lines:
        announced = [one for one in line.figures if _announces(one)]
        if not announced:
            continue
        found = _named_behind(line, announced[-1]) or _aged_before(lines, line, announced[0])
        if found:
            yield found


def _announces(figure: Figure) -> bool:
    """Whether a figure is a small count of things named by a plural noun, or of people named before: "all three"."""
    if figure.kind != "count" or figure.hedge != "exact" or not 2 <= figure.value <= MOST or figure.value % 1:
        return False
    if figure.marks and not set(figure.marks) <= {"lost", "gained", "by", "to", "at", "total"}:
        return False
    return figure.is_elided or any(
        cell.upos == "NOUN" and cell.word.endswith("s") for cell in figure.line.cells[figure.at + 1 : figure.at + 4]
    )


def _named_behind(line: Line, figure: Figure) -> Bound | None:
    """The names that the next sentence gives, where it gives nothing else: "They are …", "Closing are …"."""
    start, text = line.following
    match = next(_roster().finditer(text), None)
    if figure.is_elided or not match or len(re.findall(r"[.!?]\s", text[: match.start()])) > 1:
        return None
    lead = match["lead"].split()
    if len(lead) > LEAD or any(word[0].isdecimal() for word in lead):
        return None
    if not (len(lead) < 4 or lead[-1].lower() in load("roles")["lists"]["calling"]):
        return None
    names = re.split(r",\s+(?:and\s+|or\s+)?|\s+(?:and|or)\s+", match["names"])
    if not LEAST <= len(names) <= MOST:
        return None
    number = Number(float(len(names)), match["names"], start + match.start("names"), start + match.end("names"))
    words = line.words(figure.at, figure.at + 2)
    return Bound("list", {"count": [figure]}, True, words, 0, {"items": [number]})


@cache
def _roster() -> re.Pattern[str]:
    """A sentence that opens with a few words and is a list of names up to its end, or to who says so."""
    lists = load("roles")["lists"]
    name = r"(?:[A-Z][\w.'’-]*)(?:\s+(?:(?:of|the|de|la|von|van|al)\s+)?[A-Z][\w'’-]*(?:\.(?=\s+[A-Z]))?)*"
    verbs = "|".join((*lists["being"], *lists["calling"]))
    told = rf"[.;]|,\s+(?:{'|'.join(lists['telling'])})\b"
    return re.compile(
        rf"(?:^\s*|[.!?]\s+)(?P<lead>(?:[\w'’-]+\s+){{0,{LEAD}}}?(?:{verbs}))\s+"
        rf"(?P<names>{name}(?:,\s+{name})+,?\s+(?:and|or)\s+{name})(?={told})"
    )


def _aged_before(lines: Lines, line: Line, figure: Figure) -> Bound | None:
    """All of those whose ages the sentence before gives: "Ada Orr, 61, and Ian Moffat, 34. Both …"."""
    first = line.cells[0].word in load("roles")["lists"]["every"] and figure.at == 1 and figure.is_elided
    if not first:
        return None
    for before in lines.before(line):
        ages = [one for one in before.figures if _is_age(one)]
        if len(ages) < 2:
            continue
        joined = all(
            any(cell.word == "," for cell in before.between(one, other)) for one, other in pairwise(ages)
        ) and any(cell.word == "and" for cell in before.between(*ages[-2:]))
        if joined:
            text = before.text[ages[0].start - before.start : ages[-1].end - before.start]
            number = Number(float(len(ages)), text, ages[0].start, ages[-1].end)
            return Bound("list", {"count": [figure]}, True, line.words(0, 2), 0, {"items": [number]})
    return None


def _is_age(figure: Figure) -> bool:
    """Whether a number behind a name and a comma is an age: "Kirsty, 29,"."""
    cells = figure.line.cells
    before, behind = cells[max(0, figure.at - 2) : figure.at], cells[figure.at + 1 : figure.at + 2]
    apposed = len(before) == 2 and before[1].word == "," and before[0].upos in ("PROPN", "NOUN")
    return apposed and 0 < figure.value < 120 and (not behind or behind[0].upos == "PUNCT")
