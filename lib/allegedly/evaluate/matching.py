"""Which figure of ours is which of the gold: one to one, by overlap."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..lexicon.shown import rows
from .fields import Row

if TYPE_CHECKING:
    import pandas as pd


class Pairs(NamedTuple):
    """Figures found by both, by the gold alone, by us alone, and those of ours that were left out of the count."""

    both: list[tuple[Row, Row]]  #: (gold row, our row)
    missed: list[Row]
    spurious: list[Row]
    left_out: list[Row]


def pair_figures(table: "pd.DataFrame", gold: "pd.DataFrame") -> Pairs:
    """Each figure of `gold` with the figure of `table` that overlaps it most, one to one, document by document.

    Documents that the gold does not hold are left out. So are figures that we read from words without digits ("never",
    "several": their rule starts with "quantifier") in documents where the gold annotates none of these.
    """
    ours = _by_document(rows(table))
    both: list[tuple[Row, Row]] = []
    missed: list[Row] = []
    spurious: list[Row] = []
    left_out: list[Row] = []
    for doc, wanted in _by_document(rows(gold)).items():
        found = ours.get(doc, [])
        pairs, lone_gold, lone_ours = _pair(wanted, found)
        both += pairs
        missed += lone_gold
        digitless = any(row.get("digitless") for row in wanted)
        for row in lone_ours:
            is_quantifier = str(row.get("rule") or "").startswith("quantifier")
            (left_out if is_quantifier and not digitless else spurious).append(row)
    return Pairs(both, missed, spurious, left_out)


def _by_document(records: Iterable[Row]) -> dict[str, list[Row]]:
    documents: dict[str, list[Row]] = {}
    for row in sorted(records, key=lambda row: (row["doc"], row["start"])):
        documents.setdefault(row["doc"], []).append(row)
    return documents


def _pair(wanted: list[Row], found: list[Row]) -> tuple[list[tuple[Row, Row]], list[Row], list[Row]]:
    """(pairs, unpaired gold, unpaired of ours): the largest overlaps are paired first."""
    overlaps = sorted(_overlaps(wanted, found), key=lambda overlap: (-overlap[0], overlap[1], overlap[2]))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in overlaps:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    pairs = [(wanted[i], found[j]) for i, j in sorted(partner.items())]
    missed = [row for i, row in enumerate(wanted) if i not in partner]
    return pairs, missed, [row for j, row in enumerate(found) if j not in taken]


def _overlaps(wanted: list[Row], found: list[Row]) -> Iterator[tuple[int, int, int]]:
    """(length, i, j) for each gold span i and span j of ours that share a character; both are sorted."""
    first = 0
    for i, gold in enumerate(wanted):
        while first < len(found) and found[first]["end"] <= gold["start"]:
            first += 1
        for j in range(first, len(found)):
            if found[j]["start"] >= gold["end"]:
                break
            yield min(gold["end"], found[j]["end"]) - max(gold["start"], found[j]["start"]), i, j
