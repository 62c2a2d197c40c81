"""docs/reading.md takes one sentence through all layers: its tables are what `explain` prints.

Write them anew where reading has changed: `python tests/test_reading_page.py`.
"""

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from allegedly import explain
from allegedly.explanation.printed import in_columns, in_words

PAGE = Path(__file__).parents[1] / "docs" / "reading.md"
SENTENCE = (
    "The number of trapped miners rose 20% to about 1,200 on Friday from 1,000, Ida Holm, the mayor, "
    "told the Morning Tide."
)
SHOWN = "about 1,200"
_MARK = re.compile(r"<!-- explained: (\w+) -->\n(?:```text\n.*?\n```\n)?", re.DOTALL)


@cache
def explained():
    return explain(SENTENCE, date(2024, 5, 15))


def block(name):
    """What stands behind the mark `name`: the sentence, the fields of one claim, or a layer."""
    found = explained()
    if name == "sentence":
        return f"> {SENTENCE}\n"
    if name == "claim":
        whole = in_words(found.sentences)
        lines = [whole[whole.index(f"claim: {SHOWN}") :].partition("\n\n")[0]]
    else:
        [layer] = found.layers(name)
        lines = [line.removeprefix("  ") for line in in_columns([layer.columns, *layer.rows])]
    return "\n".join(["```text", *lines, "```\n"])


def marked(text):
    """The page with every block as it is read today."""
    return _MARK.sub(
        lambda mark: f"<!-- explained: {mark[1]} -->\n{block(mark[1])}", text.replace(block("sentence"), "")
    )


@pytest.mark.parametrize("name", sorted(set(_MARK.findall(PAGE.read_text(encoding="utf8")))))
def test_a_table_of_the_page_is_what_explain_prints(name):
    assert f"<!-- explained: {name} -->\n{block(name)}" in PAGE.read_text(encoding="utf8")


def test_every_layer_with_rows_stands_on_the_page():
    layers = {layer.name for sentence in explained().sentences for layer in sentence.layers if layer.rows}
    assert layers <= {*_MARK.findall(PAGE.read_text(encoding="utf8"))}


def test_the_page_is_short():
    prose = re.sub(r"```text\n.*?\n```", "", PAGE.read_text(encoding="utf8"), flags=re.DOTALL)
    assert len(prose.split()) < 1000


if __name__ == "__main__":
    PAGE.write_text(marked(PAGE.read_text(encoding="utf8")), encoding="utf8")
