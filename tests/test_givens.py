"""Exchange rates and numbers that people give: what rests on them says so, and a wrong row is named."""

from pathlib import Path

import pytest

from allegedly import Document, checks, claims, tidy
from allegedly.errors import Trouble

RATE = '[[given]]\nfrom = "EUR"\nto = "USD"\nvalue = 1.1\nsource = "a bank, 3 May"\n'
NUMBER = '[[given]]\nname = "electorate"\nvalue = 4_000_000\nsource = "the register"\n'


def givens(tmp_path: Path, text: str) -> checks.Givens:
    (tmp_path / "givens.toml").write_text(text, encoding="utf8")
    return checks.read_givens(tmp_path / "givens.toml")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [("It gave €30 million ($33 million).", "agrees"), ("It gave €30 million ($43 million).", "conflicts"),
     ("It gave $33 million (€30 million).", "agrees"), ("It gave £30 million ($33 million).", "cannot tell")],
)  # fmt: skip
def test_a_sum_in_two_currencies_rests_on_the_rate_that_is_given(tmp_path: Path, text: str, verdict: str) -> None:
    table = tidy(claims(Document("a", text)))
    [finding] = checks.check(table, givens=givens(tmp_path, RATE)).itertuples()
    assert (finding.check, finding.verdict) == ("conversion", verdict)
    assert ("a bank, 3 May" in finding.why) == (verdict != "cannot tell")


def test_a_rule_may_name_a_given_and_its_finding_says_so(tmp_path: Path) -> None:
    table = tidy(claims(Document("a", "Some 5 million people voted.")))
    rules = {
        "claims": {"votes": {"verb": "vote"}},
        "rule": [{"label": "no more votes than voters", "relation": "votes <= electorate"}],
    }
    found = checks.check(table, rules, givens=givens(tmp_path, NUMBER))
    [finding] = found[found.check == "own"].itertuples()
    assert finding.verdict == "conflicts" and "electorate is 4 million (the register)" in finding.why


WRONG = [
    ("given = 1", "holds no [[given]]"),
    ("[[given]", "is no TOML"),
    (RATE.replace("source", "sauce"), "'sauce' is no part of a given"),
    (RATE.replace('source = "a bank, 3 May"\n', ""), "has no source"),
    (RATE.replace("1.1", '"1.1"'), "has no number"),
    (RATE.replace('"EUR"', '"euros"'), "are no currencies"),
    (NUMBER.replace("electorate", "the electorate"), "has no name that a rule can use"),
    (NUMBER + "low = 5_000_000\n", "does not lie between"),
    (NUMBER * 2, "is given twice"),
]


@pytest.mark.parametrize(("text", "what"), WRONG, ids=[what for _, what in WRONG])
def test_a_wrong_row_is_named(tmp_path: Path, text: str, what: str) -> None:
    with pytest.raises(Trouble) as error:
        givens(tmp_path, text)
    assert what in str(error.value) and "givens.toml" in str(error.value)
