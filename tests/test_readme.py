"""What the README shows is what the tool does: its tables are of a real run, the tree and the targets are there.

Write its tables anew after the tool reads better: `python tests/test_readme.py`.
"""

import re
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from allegedly import check, claims, read, tidy

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf8")
HOUSE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf8")
ARTICLE = ROOT / "data" / "raw" / "2022-12-22-north-korea-weapons-wagner.txt"
COLUMNS = {
    "text": "figure",
    "allows": "allows",
    "per": "per",
    "thing": "of what",
    "speaker": "who says so",
    "stance": "stance",
    "when": "when",
}


@cache
def table():
    return tidy(claims(read(ARTICLE), all=True))


def number(value):
    return "∞" if value == float("inf") else f"{value:,.0f}"


def allows(row):
    if row.low == row.high:
        return number(row.low) + (" %" if row.kind == "share" else "")
    return f"{'>' if row.open.startswith('(low') else ''}{number(row.low)} to {number(row.high)}"


def markdown(rows, header):
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def shown_claims():
    shown = table()[table().kind != "none"].copy()
    shown["allows"] = [allows(row) for row in shown.itertuples()]
    rows = [["" if pd.isna(cell) else str(cell) for cell in row] for row in shown[[*COLUMNS]].itertuples(index=False)]
    return markdown(rows, [*COLUMNS.values()])


def shown_findings():
    """The first finding of each verdict."""
    found = check(table()).drop_duplicates("verdict")
    columns = ["verdict", "severity", "why"]
    return markdown(found[columns].astype(str).to_numpy().tolist(), columns)


SHOWN = {"claims": shown_claims, "findings": shown_findings}


@pytest.mark.parametrize("name", SHOWN)
def test_the_tables_are_of_a_real_run(name):
    shown = re.search(rf"<!-- {name}.*?-->\n(.*?)\n<!-- /{name} -->", README, re.DOTALL)[1]
    assert shown == SHOWN[name]()


def tree():
    """The paths that the drawn tree names, from the depth of their lines."""
    drawing = HOUSE.split("## The tree")[1].split("```")[1]
    above = []
    for line in drawing.splitlines()[2:]:
        indent, names = re.match(r"([│├└─ ]*)(.*)", line).groups()
        names = re.split(r"\s{2,}", names)
        several = names if all(re.fullmatch(r"[\w.]+", name) for name in names) else names[:1]
        above = [*above[: len(indent) // 4 - 1], several[0]]
        yield from (Path(*above[:-1], name) for name in several)


@pytest.mark.parametrize("path", [*tree()], ids=str)
def test_the_tree_is_there(path):
    assert (ROOT / path).exists()


@pytest.mark.parametrize("target", sorted({*re.findall(r"make ([a-z-]+)", README)} - {"of"}))
def test_the_targets_are_there(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


def test_it_is_short():
    assert len(README.split()) < 1200


def test_its_small_table_is_that_of_the_page_of_measurements():
    from benchmarks.accuracy import SETS, scores, with_small

    page = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf8")
    assert with_small(README, page) == README
    assert all(scores(page, name) for name in SETS)


def main():
    text = README
    for name, made in SHOWN.items():
        pattern = rf"(<!-- {name}.*?-->\n).*?(<!-- /{name} -->)"
        text = re.sub(pattern, lambda found, made=made: f"{found[1]}{made()}\n{found[2]}", text, flags=re.DOTALL)
    (ROOT / "README.md").write_text(text, encoding="utf8")


if __name__ == "__main__":
    main()
