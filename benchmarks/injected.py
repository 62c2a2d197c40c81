"""How many errors the checks catch when figures of real relations are made wrong, and whether they accuse right ones.

    python -m benchmarks.injected [GOLD]        GOLD is a folder of annotated articles with RELATIONS.jsonl

First each annotated relation is judged, given its claims as the library reads them: right verdicts, false conflicts.
Then each printed number of each relation that holds is multiplied, and the article checked again. "given" judges the
one relation; "found" is what `check` says of the altered figure without being told of any relation; "no longer
agrees" also counts a relation that was found and now is not. Beside them, the same by point equality and by half a
digit with and without the cap of 2 % (docs/method.md). An error inside what the words allow cannot be seen by anybody.
"""

import math
import sys
import warnings
from dataclasses import replace
from pathlib import Path

from allegedly import checks, tidy
from allegedly.checks.articles import articles
from allegedly.checks.patterns import word_list
from allegedly.checks.relation import Relation
from allegedly.checks.rules import comparisons
from allegedly.checks.units import ready
from allegedly.checks.wording import middle
from allegedly.evaluate import gold_documents, read_relations
from allegedly.reading.claims import claims
from allegedly.reading.how_much.quantities import quantities

FACTORS = (1.05, 1.1, 1.25, 2, 10)
KINDS = {
    "part_whole_sum": "parts", "part_whole_bound": "within", "subset_bound": "subset", "restatement": "restatement",
    "headline_body": "headline", "cumulative_monotone": "cumulative", "cross_source": "sources", "difference": "change",
    "percentage_of": "percentage", "balance": "balance", "revision": "revision", "order": "order",
    "unit_conversion": "conversion",
}  # fmt: skip
ROLES = {"percent": "share", "count": "part"}
VERDICTS = {"agrees": "consistent", "agrees if rounded": "consistent", "conflicts": "inconsistent"}


def main(folder="../shared/gold"):
    warnings.simplefilter("ignore")
    if not Path(folder).exists():
        raise SystemExit(f"{folder}: is not there; give a folder of annotated articles")
    table = tidy([claim for document in gold_documents(folder) for claim in claims(document, all=True)])
    given = [
        (row, relation) for row in read_relations(folder).to_dict("records") if (relation := as_relation(row, table))
    ]
    print(verdicts(given, table), *errors(given, table), sep="\n")


def as_relation(row, table):
    """An annotated relation over the table's own figures; None where one of them was not read as a claim."""
    by_doc = {article.doc: article.figures for article in articles(table)}
    roles = {}
    for role, spans in row["roles"].items():
        found = [next((f for f in by_doc[doc] if f.start < end and start < f.end), None) for doc, start, end in spans]
        if None in found:
            return None
        roles[ROLES.get(role, role)] = tuple(found)
    return dressed(row, roles)


def dressed(row, roles):
    """The relation in the library's own terms, licensed by the annotated words and by nothing else."""
    check, words, more = KINDS[row["kind"]], row["cue"] or "", {}
    if check == "percentage":
        check = {"change": "percent_change", "base": "percentage"}.get(
            next(iter(roles.keys() & {"change", "base"}), "")
        )
        check = check or "turnout"
    if check == "headline" and "base" in roles:
        check, roles = "headline_share", {"a": roles["a"], "share": roles["share"], "base": roles["base"]}
    if check == "change":
        more["turned"] = (middle([(1.0, roles["new"][0])]) or 0) < (middle([(1.0, roles["old"][0])]) or 0)
    if check == "conversion":
        return next(ready(Relation(check, roles, words, bool(words))), None)
    if check == "cumulative" and word_list("REVISED").search(words):
        check, roles = "revision", {"old": roles["earlier"], "new": roles["later"]}
    more |= {"rest": True} if word_list("REST").search(words) else {}
    more |= {"unclear": True} if check == "turnout" else {}
    return Relation(check, roles, words, bool(words), (), more)


def verdicts(given, table) -> str:
    """How many verdicts are right, and how many accuse wrongly, as a sentence."""
    found = checks.judge([relation for _, relation in given], table).verdict
    wanted = [row["verdict_final"] for row, _ in given]
    said = [VERDICTS.get(verdict, verdict) for verdict in found]
    right = sum(one == other for one, other in zip(said, wanted, strict=True))
    false = sum(one == "inconsistent" != other for one, other in zip(said, wanted, strict=True))
    wrong = [row["id"] for (row, _), one, other in zip(given, said, wanted, strict=True) if one != other]
    return (
        f"{len(given)} relations judged: {right} verdicts right, {false} false conflicts; not right: {wrong or 'none'}"
    )


def errors(given, table):
    """A line a factor: how many injected errors each method sees."""
    whole = [(row, relation) for row, relation in given if row["verdict_final"] == "consistent"]
    cases = [(row, relation, figure) for row, relation in whole for figure in relation.figures if is_printed(figure)]
    before = {figure.id: standing(figure, table) for _, _, figure in cases}
    names = ("point", "half digit", "capped 2 %", "given", "found", "no longer agrees")
    yield f"{'factor':>7} {'errors':>7} " + " ".join(f"{name:>17}" for name in names)
    for factor in (1, *FACTORS):
        counts = dict.fromkeys(names, 0)
        for _, relation, figure in cases:
            for name, caught in seen(relation, figure, table, factor, before).items():
                counts[name] += caught
        yield f"{factor:>7} {len(cases):>7} " + " ".join(f"{counts[name]:>17}" for name in names)
    yield "factor 1 is the untouched figure: every number in its line is a false alarm"


def is_printed(figure) -> bool:
    return figure.value is not None and figure.value > 0


def standing(figure, table):
    """The findings of a figure's article that rest on it: ({conflicts}, {those that agree})."""
    found = checks.check(table[table["doc"] == figure.doc])
    own = found[[figure.id in claims_ for claims_ in found["claims"]]]
    return {*own.id[own.verdict == "conflicts"]}, {*own.id[own.verdict.isin(["agrees", "agrees if rounded"])]}


def seen(relation, figure, table, factor, before) -> dict:
    """Which methods see that `figure` was multiplied."""
    altered = changed(table, figure, factor)
    moved = {one.id: one for article in articles(altered[altered["doc"] == figure.doc]) for one in article.figures}
    at = {id_: number for number, id_ in enumerate(altered["id"])}
    moved = {id_: replace(one, at=at[id_]) for id_, one in moved.items()}
    roles = {role: tuple(moved.get(one.id, one) for one in own) for role, own in relation.roles.items()}
    there = replace(relation, roles=roles, licensed=True)
    conflicts, agreeing = standing(moved[figure.id], altered)
    return {
        "point": any(apart(asked, 0.0, 0.0) for asked in comparisons(there)),
        "half digit": any(apart(asked, math.inf, 0.5) for asked in comparisons(there)),
        "capped 2 %": any(apart(asked, 0.02, 0.5) for asked in comparisons(there)),
        "given": checks.judge([there], altered).verdict.iloc[0] == "conflicts",
        "found": bool(conflicts - before[figure.id][0]),
        "no longer agrees": bool(before[figure.id][1] - agreeing),
    }


def apart(asked, cap, digit) -> bool:
    """Whether two sides differ by more than `digit` last digits, each at most `cap` of its figure."""
    left, right = middle(asked.left), middle(asked.right)
    figures = [figure for side in (asked.left, asked.right) for term in side for figure in term[1:]]
    if any(figure.hedge not in ("exact", "about") for figure in figures) or math.isnan(left) or math.isnan(right):
        return False
    slack = sum(
        min(digit * (figure.grain or 1.0), cap * figure.value) if is_round(figure) else 0.0 for figure in figures
    )
    slack += 1e-9 * abs(left)
    over = {"=": abs(left - right), "<=": left - right, "<": left - right, ">=": right - left, ">": right - left}
    return over[asked.sign] > slack


def is_round(figure) -> bool:
    return figure.value % 1 != 0 or (figure.value >= 100 and figure.value % 10 == 0)


def changed(table, figure, factor):
    """The table with one figure multiplied, read anew from its altered text."""
    if factor == 1:
        return table
    made = table.copy()
    row = table.index[table["id"] == figure.id][0]
    old, value = figure.value, figure.value * factor
    low, high = figure.low, figure.high
    read = [one for one in quantities(f"{value:,.10g}") if one.value == value]
    if figure.hedge == "exact" and read and figure.kind != "share":
        low, high, grain = read[0].low, read[0].high, read[0].grain
    else:
        low, high, grain = low * value / old, high * value / old, figure.grain
    made.loc[row, ["value", "low", "high", "grain"]] = [value, low, high, grain]
    made.loc[row, ["likely_low", "likely_high"]] = [figure.likely_low * factor, figure.likely_high * factor]
    return made


if __name__ == "__main__":
    main(*sys.argv[1:])
