"""docs/patterns.md shows each sign of the pattern language: what it says that a pattern finds is what it finds."""

import re
from pathlib import Path

import pytest

from allegedly import Document
from allegedly.reading.parsing import Analyses
from allegedly.reading.who.rules import cells_of
from allegedly.text.matching import find
from allegedly.text.pattern import compiled

PAGE = (Path(__file__).parents[1] / "docs" / "patterns.md").read_text("utf8")
ROWS = [
    [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
    for line in PAGE.partition("<!-- signs -->\n")[2].partition("\n\n")[0].splitlines()[2:]
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1])
def test_a_pattern_finds_what_the_page_says(row):
    _, _, pattern, text, wanted = row
    analysis = Analyses(Document("page", text), all=True)[0]
    found, end = [], 0
    for match in find(compiled(pattern.strip("`")), cells_of(analysis)):
        if match.first >= end:  # a match within another is no further one
            end = match.last
            words = analysis.tokens.slice(match.first, match.last)
            taken = [f"{name} = {analysis.tokens.slice(*cells)}" for name, cells in match.captures.items()]
            found.append("; ".join([words, *taken]))
    assert "; ".join(found) == wanted


def test_every_sign_of_the_language_has_a_row():
    patterns = " ".join(row[2] for row in ROWS)
    for sign in ('"', "[", "&", "!=", "|", "?", "{0,4}", "{2}", "(", ":[", ":(", "[]"):
        assert sign in patterns, sign
