"""Every invented sentence of `tests/gold/figures-*.toml` is read as its row says."""

import tomllib
from pathlib import Path

import pytest

from allegedly.reading.how_much.quantities import read_quantities
from allegedly.text.tokens import tokenise

GOLD = Path(__file__).parent / "gold"
FILES = sorted(GOLD.glob("figures-*.toml"))
KNOWN = {row["text"]: row["why"] for row in tomllib.loads((GOLD / "known-failures.toml").read_text("utf8"))["failure"]}
EXAMPLES = {
    f"{file.stem.removeprefix('figures-')}:{topic}:{number}": row
    for file in FILES
    for topic, rows in tomllib.loads(file.read_text("utf8")).items()
    for number, row in enumerate(rows, start=1)
}


def example(name: str):
    """A row as a test case; a known failure is a strict xfail, so that it is moved up once it passes."""
    why = KNOWN.get(EXAMPLES[name]["text"])
    return pytest.param(EXAMPLES[name], id=name, marks=[pytest.mark.xfail(reason=why, strict=True)] if why else [])


def accepts(wanted, found) -> bool:
    """Whether a value is the wanted one, or one of those wanted; `""` stands for an empty cell."""
    if isinstance(wanted, list):
        return any(accepts(one, found) for one in wanted)
    if isinstance(wanted, str):
        return wanted == (found or "")
    return found is not None and found == pytest.approx(wanted, rel=1e-5)


def judged(quantity, wanted: dict) -> dict:
    """The keys of a figure that its row gives; an accepted reading is shown as the row has it."""
    found = {key: getattr(quantity, key) for key in wanted}
    return {key: wanted[key] if accepts(wanted[key], found[key]) else found[key] for key in wanted}


def claims(quantities, wanted: list[dict]) -> list[dict]:
    """The claims of a sentence, each as its row judges it; one too many is shown by its text."""
    found = [quantity for quantity in quantities if quantity.kind != "none"]
    extra = [{"text": quantity.text} for quantity in found[len(wanted) :]]
    return [judged(quantity, row) for quantity, row in zip(found, wanted, strict=False)] + extra


def listed(quantities, wanted: list[str]) -> list[str]:
    """Those of the wanted expressions that are listed as no claims, with a reason."""
    aside = [quantity.text for quantity in quantities if quantity.kind == "none" and quantity.reason]
    return [text for text in wanted if any(text in found or found in text for found in aside)]


@pytest.mark.parametrize("row", map(example, EXAMPLES))
def test_a_sentence_is_read_as_its_row_says(row):
    found = read_quantities(tokenise(row["text"]), all=True)
    assert claims(found, row["reads"]) == row["reads"]
    assert listed(found, row.get("none", [])) == row.get("none", [])


def test_known_failures_are_examples():
    assert KNOWN.keys() <= {row["text"] for row in EXAMPLES.values()}


def test_a_sentence_is_given_once():
    texts = [row["text"] for row in EXAMPLES.values()]
    assert sorted(texts) == sorted(set(texts))


def test_enough_examples_hold_what_is_no_claim():
    without = [row for row in EXAMPLES.values() if row.get("none") or not row["reads"]]
    assert len(without) >= 0.25 * len(EXAMPLES) >= 150
