"""Checks by kind, judged by intervals as the tool does, by equality of printed numbers, and with a tolerance of 2 %.

    python -m benchmarks.checked ITEMS.jsonl

ITEMS has mini-articles in a true and a wrong version, and traps (`../shared/newsroom`). All three judge the same frames
and series: only what counts as agreement differs. `caught`: wrong versions accused (error or warning) on the figures of
the relation; `asked`: true versions ticked on all of them; `accused`: true versions and traps with any such accusation;
`passed`: wrong versions ticked on all of their figures.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from allegedly import Document, check, claims, tidy
from allegedly.checks import judging
from allegedly.checks.framed import Framed
from allegedly.kinds.arithmetic import AGREES, CONFLICTS, Equation

TICKS, LOUD = ("agrees", "agrees if rounded"), ("error", "warning")
Judge = Callable[[Framed, Equation], int]
Span = tuple[str, int, int]  # article, start, end


def by_points(tolerance: float) -> Judge:
    """A judge that compares printed numbers, whatever their hedges and last digits."""

    def judge(frame: Framed, equation: Equation) -> int:
        left, right = equation.left.value, equation.right.value
        room = (tolerance + 1e-9) * max(abs(left), abs(right))
        holds = abs(left - right) <= room if equation.sign == "=" else left <= right + room
        return AGREES if holds else CONFLICTS

    return judge


JUDGES: dict[str, Judge] = {
    "intervals": judging.rank_of,
    "equality": by_points(0.0),
    "within 2 %": by_points(0.02),
}


class Finding(NamedTuple):
    """A verdict, how much it matters, and where its figures stand."""

    verdict: str
    severity: str
    spans: list[Span]


def findings(item: dict[str, Any]) -> dict[str, list[Finding]]:
    """What each judge says of an item."""
    documents = [Document(one["name"], one["text"], published=_day(one)) for one in item["articles"]]
    table = tidy([claim for one in documents for claim in claims(one, all=True)])
    spans = {row.id: (row.doc, row.start, row.end) for row in table.itertuples()}
    return {name: [*_judged(table, spans, judge)] for name, judge in JUDGES.items()}


def _day(article: dict[str, Any]) -> date | None:
    return date.fromisoformat(article["published"]) if article.get("published") else None


def _judged(table: Any, spans: dict[str, Span], judge: Judge) -> Iterator[Finding]:
    with patch.object(judging, "rank_of", judge):
        made = check(table)
    for row in made.itertuples():
        yield Finding(row.verdict, row.severity, [spans[id] for id in row.claims])


def outcome(item: dict[str, Any], found: list[Finding]) -> set[str]:
    """Which of caught, asked, accused and passed hold of an item.

    >>> figures = [{"article": "a", "start": 0, "end": 2}, {"article": "a", "start": 5, "end": 7}]
    >>> found = Finding("conflicts", "error", [("a", 0, 2), ("a", 5, 7)])
    >>> outcome({"version": "wrong", "figures": figures}, [found])
    {'caught'}
    """
    places = [(one["article"], one["start"], one["end"]) for one in item.get("figures", [])]
    told = set()
    for finding in found:
        hit = sum(any(_overlap(place, span) for span in finding.spans) for place in places)
        loud = finding.verdict == "conflicts" and finding.severity in LOUD
        whole = bool(places) and hit == len(places) and finding.verdict in TICKS
        if item["version"] == "wrong":
            told |= {"caught"} if loud and hit >= min(item.get("need", 2), len(places)) else set()
            told |= {"passed"} if whole else set()
        else:
            told |= {"accused"} if loud else set()
            told |= {"asked"} if whole and item["version"] == "true" else set()
    return told


def _overlap(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def main(arguments: list[str]) -> int:
    """Prints a row a kind: pairs, and for each judge caught, asked, accused and passed."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("items", type=Path)
    told: Counter[tuple[str, str, str]] = Counter()
    pairs: Counter[str] = Counter()
    with options.parse_args(arguments).items.open(encoding="utf8") as lines:
        for item in map(json.loads, lines):
            pairs[item["kind"]] += item["version"] != "wrong"
            told.update(
                (item["kind"], name, what) for name, own in findings(item).items() for what in outcome(item, own)
            )
    columns = ("caught", "asked", "accused", "passed")
    print(f"{'':12}{'':>5}", *(f"{name:^32}" for name in JUDGES))
    print(f"{'kind':12}{'texts':>5}", *(f"{what:>7}" for _ in JUDGES for what in columns))
    for kind in (*pairs, "all"):
        own = [kind] if kind in pairs else [*pairs]
        counts = (sum(told[one, name, what] for one in own) for name in JUDGES for what in columns)
        print(f"{kind:12}{sum(pairs[one] for one in own):5}", *(f"{count:7}" for count in counts))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
