"""Each word, flag, entry and branch of each table is needed: it is taken away, and an example of its row must notice.

`python tests/taken_away.py [TABLE …]` writes unread.toml anew: what no example needs yet. It may only become less.
"""

import sys
import tomllib
from json import dumps
from pathlib import Path

import pytest
from pieces import pieces, unnoticed, unnoticed_of
from readers import ALL, READ

from allegedly.lexicon import load
from allegedly.lexicon.speaking import forget

UNREAD = Path(__file__).with_name("unread.toml")
PATTERNS = ("kinds", "shape")  #: read by themselves, whatever their table
TABLES = [*dict.fromkeys(name.partition(".")[0] for name in READ if name not in PATTERNS)]


def found(table):
    """What no example of a table needs, by the place where it stands."""
    lost: dict[str, list[str]] = {}
    for piece in unnoticed_of(table, READ):
        lost.setdefault(piece.place, []).append(piece.what)
    return {place: sorted(words) for place, words in sorted(lost.items())}


@pytest.mark.parametrize("table", TABLES)
def test_each_piece_of_a_table_is_noticed_by_its_examples(table):
    known = tomllib.loads(UNREAD.read_text("utf8")).get(table, {})
    assert found(table) == known, "give an example to what is new here; what is needed again loses its line"


def test_what_nothing_needs_is_told():
    row = load("predicates")["class"][0]
    place, kept = f"predicates.class {row['name']}.word", row["word"]
    try:
        row["word"] = [*kept, "climbed"]  # its verb "climb" finds it already
        asked = [piece for piece in pieces("predicates") if piece.place == place]
        assert [piece.what for piece in unnoticed(asked, *READ["predicates"])] == ["climbed"]
    finally:
        row["word"] = kept
        forget(*ALL, tables=False)


def written(asked) -> str:
    """What no example needs, as the file says it; only the tables asked for are tried anew."""
    before = tomllib.loads(UNREAD.read_text("utf8"))
    lines = ["# What no example of its row needs yet (tests/taken_away.py): it may only become less."]
    for table in TABLES:
        lines += ["", f"[{table}]"]
        lines += [
            f"{said(place)} = {said(words)}"
            for place, words in (found(table) if table in asked else before.get(table, {})).items()
        ]
    return "\n".join(lines) + "\n"


def said(value) -> str:
    return dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    UNREAD.write_text(written(sys.argv[1:] or TABLES), "utf8")
