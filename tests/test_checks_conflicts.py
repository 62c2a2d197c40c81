"""The smallest sets of claims that cannot all hold."""

import pandas as pd
import pytest
from checks_marked import marked

from allegedly import checks
from allegedly.checks.conflicts import cheapest_way_out

CLAIMS = {name: {"head": name} for name in ("staff", "women", "men", "nurse", "porter")}
RULES = ["staff == women + men", "women == nurse + porter", "men <= staff"]
TEXT = "The ward has [{staff}] staff, [{women}] women, [{men}] men, [{nurse}] nurse, [{porter}] porter."
SETS = [
    ({"staff": 50, "women": 10, "men": 40, "nurse": 6, "porter": 4}, []),
    ({"staff": 50, "women": 10, "men": 44, "nurse": 6, "porter": 4}, [{50, 10, 44}, {50, 44, 6, 4}]),
    ({"staff": 50, "women": 10, "men": 40, "nurse": 6, "porter": 5}, [{10, 6, 5}, {50, 40, 6, 5}]),
    ({"staff": 50, "women": 10, "men": 60, "nurse": 6, "porter": 4}, [{50, 60}]),
]


def findings(counts):
    """The table of `TEXT` with these counts, and its findings by `RULES`."""
    table = marked(TEXT.format(**counts))
    rules = {"claims": CLAIMS, "rule": [{"label": rule, "relation": rule} for rule in RULES]}
    found = checks.check(table, rules=rules)
    return table, found[found.check == "own"]


@pytest.mark.parametrize(("counts", "expected"), SETS)
def test_the_sets_are_irreducible(counts, expected):
    table, found = findings(counts)
    value = dict(zip(table.id, table.value, strict=True))
    sets = [{value[claim] for claim in claims} for claims in checks.conflict_sets(table, found).claims]
    assert sorted(map(sorted, sets)) == sorted(map(sorted, expected))


@pytest.mark.parametrize(("counts", "expected"), SETS[1:])
def test_each_way_out_ends_its_conflict(counts, expected):
    table, found = findings(counts)
    changed = cheapest_way_out(table, found)
    for row in changed.itertuples():
        table.loc[table.id == row.claim, ["value", "low", "high", "likely_low", "likely_high"]] = row.to
    assert len(changed) == 1 and len(checks.conflict_sets(table, found)) == 0


def test_a_thousand_linked_claims_are_one_programme():
    table = marked(" ".join(f"[{1000 if not number else 1}] cups." for number in range(1001)))
    terms = [(table.id[0], 1.0), *((claim, -1.0) for claim in table.id[1:])]
    row = {"id": "sum", "check": "parts", "licensed": True, "sign": "=", "terms": terms, "relation": "1,000 = …"}
    assert len(checks.conflict_sets(table, pd.DataFrame([row]))) == 0
    table.loc[5, ["low", "high"]] = 30.0
    assert [len(claims) for claims in checks.conflict_sets(table, pd.DataFrame([row])).claims] == [1001]
