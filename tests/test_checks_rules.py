"""Rules of one's own: what they find, and the one line that a wrong file gets."""

import pytest
from checks_marked import marked

from allegedly import checks
from allegedly.checks.expressions import WrongExpression, parse
from allegedly.errors import Trouble

CLAIMS = {
    "staff": {"head": "staff"}, "women": {"head": "women"}, "men": {"head": "men"},
    "pay": {"unit": "USD", "per": "month"},
    "budget": {"unit": "USD", "text": "*million"}, "share": {"unit": "percent"}, "unicorns": {"head": "unicorn"},
}  # fmt: skip
TABLE = marked(
    "It has [500] staff and pays [$20,000 per month] each year of [$3 million].",
    "They are [200] women and [300] men, [60 percent] abroad.",
)
ASKED = [
    ("staff == women + men", "agrees"),
    ("staff == women * 2 + men", "conflicts"),
    ("women <= staff", "agrees"),
    ("women > men", "conflicts"),
    ("pay * 12 <= budget", "agrees"),
    ("pay * 12 month == 240_000 USD", "agrees"),
    ("share in [0, 100] percent", "agrees"),
    ("share in [70, 100] percent", "conflicts"),
    ("share * staff == men", "agrees"),
    ("women / staff <= 0.5", "agrees"),
    ("(women + men) - staff == 0", "agrees"),
    ("pay <= staff", "cannot tell"),
    ("unicorns == men", "cannot tell"),
]


@pytest.mark.parametrize(("relation", "verdict"), ASKED)
def test_a_rule_is_asked_by_the_same_engine(relation, verdict):
    rules = {"claims": CLAIMS, "rule": [{"label": "mine", "relation": relation}]}
    findings = checks.check(TABLE, rules=rules)
    assert {*findings[findings.check == "own"].verdict} == {verdict}
    assert all("mine" in why for why in findings[findings.check == "own"].why)


def test_a_row_says_what_cannot_be_compared():
    rules = {"claims": CLAIMS, "rule": [{"label": "mine", "relation": "pay <= staff"}]}
    [finding] = [row for row in checks.check(TABLE, rules=rules).itertuples() if row.check == "own"]
    assert "dollars per month cannot be held against a number of things" in finding.why


WRONG_EXPRESSIONS = [
    ("staff", "a comparison"), ("staff ==", "a name or a number"), ("staff == (men", "')'"),
    ("staff == men men", "the end"),
    ("__import__('os') == 1", "no meaning"), ("staff == men; men", "';'"), ("share in 5", "'['"), ("", "a name"),
    ("(" * 60 + "1" + ")" * 60 + " == 1", "fewer brackets"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), WRONG_EXPRESSIONS)
def test_a_wrong_relation_says_where(text, wanted):
    with pytest.raises(WrongExpression, match="at character") as error:
        parse(text)
    assert wanted in str(error.value)


WRONG_FILES = [
    ("[claims.a]\nhead = 'x'\n[[rule]]\nrelation = 'a == b'\n", "line 4", "names no selection"),
    ("[claims.a]\nhead = 'x'\n[[rule]]\nrelation = 'a =='\n", "line 4", "is wrong at character"),
    ("[claims.a]\nhaed = 'x'\n", "line 2", "nothing to select by"),
    ("[claims.a]\nhead = 3\n", "line 2", "no text"),
    ("[claims.a]\nfrom = 'May'\n", "line 2", "no date"),
    ("[claims.a]\nhead = 'x'\n", "", "no [[rule]]"),
    ("[[rule]]\nrelation = 'a == b'\n", "", "selects no claims"),
    ("[claims.a]\nhead = 'x'\n[[rule]]\nlabel = 'r'\n", "line 3", "has no relation"),
    ("[claims.a]\nhead = 'x'\n[[rule]]\nrelation = 'a == 1'\nseverity = 'dire'\n", "line 4", "no severity"),
    ("[claims.a]\nhead = 'x'\n[[rule]]\nrelation = 'a == 1'\ncolour = 'red'\n", "line 4", "no part of a rule"),
    ("[claims.a\n", "", "is no TOML"),
]


@pytest.mark.parametrize(("text", "line", "what"), WRONG_FILES)
def test_a_wrong_file_gets_one_line_with_the_place(tmp_path, text, line, what):
    path = tmp_path / "rules.toml"
    path.write_text(text, encoding="utf8")
    with pytest.raises(Trouble) as error:
        checks.check(TABLE, rules=path)
    assert line in str(error.value) and what in str(error.value) and "\n" not in str(error.value)


def test_a_missing_rules_file_is_named(tmp_path):
    with pytest.raises(Trouble, match=r"nowhere\.toml"):
        checks.check(TABLE, rules=tmp_path / "nowhere.toml")
