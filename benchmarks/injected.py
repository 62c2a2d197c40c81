"""How many errors the checks catch when figures of real relations are made wrong, and whether they accuse right ones.

    python -m benchmarks.injected [GOLD]        GOLD is a folder of annotated articles with RELATIONS.jsonl

Each printed number of each annotated relation that holds is multiplied in the table, and the article checked again.
"found" is what `check` says of the altered figure without being told of any relation; "no longer agrees" counts a
relation that was found and now is not. A factor of 1 is the untouched figure: every number in its line is a false
alarm. An error inside what the words allow cannot be seen by anybody.
"""

import sys
import warnings
from pathlib import Path
from typing import Any

from allegedly import checks, tidy
from allegedly.evaluate import gold_documents, read_relations
from allegedly.reading.claims import claims
from allegedly.reading.how_much.quantities import quantities

FACTORS = (1, 1.05, 1.1, 1.25, 2, 10)


def main(folder: str = "../shared/gold") -> None:
    warnings.simplefilter("ignore")
    if not Path(folder).exists():
        raise SystemExit(f"{folder}: is not there; give a folder of annotated articles")
    table = tidy([claim for document in gold_documents(folder) for claim in claims(document, all=True)])
    print(*lines(table, read_relations(folder)), sep="\n")


def lines(table: Any, relations: Any):
    """A line a factor."""
    rows = cases(table, relations)
    before = {claim: standing(claim, table) for claim in dict.fromkeys(rows)}
    yield f"{'factor':>7} {'errors':>7} {'found':>7} {'no longer agrees':>17}"
    for factor in FACTORS:
        found = gone = 0
        for claim in rows:
            conflicts, agreeing = standing(claim, changed(table, claim, factor))
            found += bool(conflicts - before[claim][0])
            gone += bool(before[claim][1] - agreeing)
        yield f"{factor:>7} {len(rows):>7} {found:>7} {gone:>17}"


def cases(table: Any, relations: Any) -> list[str]:
    """The claims of relations that hold, a row for each relation; those with a printed number above zero."""
    found = []
    for relation in relations.to_dict("records"):
        if relation["verdict_final"] != "consistent":
            continue
        for doc, start, end in relation["members"]:
            own = table[(table["doc"] == doc) & (table["start"] < end) & (table["end"] > start) & (table["value"] > 0)]
            found += [*own["id"][:1]]
    return found


def standing(claim: str, table: Any) -> tuple[set[str], set[str]]:
    """The findings of a claim's article that rest on it: ({conflicts}, {those that agree})."""
    doc = table.loc[table["id"] == claim, "doc"].iloc[0]
    found = checks.check(table[table["doc"] == doc])
    own = found[found["claims"].map(lambda claims_: claim in claims_).astype(bool)]
    return {*own.id[own.verdict == "conflicts"]}, {*own.id[own.verdict.isin(["agrees", "agrees if rounded"])]}


def changed(table: Any, claim: str, factor: float):
    """The table with one figure multiplied, read anew from its altered text."""
    if factor == 1:
        return table
    made = table.copy()
    row = table.index[table["id"] == claim][0]
    figure = table.loc[row]
    old, value = figure["value"], figure["value"] * factor
    low, high, grain = figure["low"], figure["high"], figure["grain"]
    read = [one for one in quantities(f"{value:,.10g}") if one.value == value]
    if figure["hedge"] == "exact" and read and figure["kind"] != "share":
        low, high, grain = read[0].low, read[0].high, read[0].grain
    else:
        low, high = low * value / old, high * value / old
    made.loc[row, ["value", "low", "high", "grain"]] = [value, low, high, grain]
    made.loc[row, ["likely_low", "likely_high"]] = [figure["likely_low"] * factor, figure["likely_high"] * factor]
    return made


if __name__ == "__main__":
    main(*sys.argv[1:])
