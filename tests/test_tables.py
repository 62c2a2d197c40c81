"""The tables of the lexicon hold to their schema, and what does not is said in one line: file, row and way out."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from allegedly.errors import Trouble
from allegedly.lexicon import load, require, tables
from allegedly.lexicon.checking import check
from allegedly.lexicon.heads import body, head
from allegedly.lexicon.tables import NAMES, folder, schema

LIBRARY = Path(__file__).parents[1] / "lib" / "allegedly"


@pytest.fixture
def copy(tmp_path, monkeypatch):
    """The English tables in a folder of their own, to spoil."""
    shutil.copytree(str(folder("en")), tmp_path / "en")
    monkeypatch.setattr(tables, "ROOT", tmp_path)
    return tmp_path / "en"


def spoil(place: Path, was: str, now: str) -> None:
    """Put other words into a table, once."""
    text = place.read_text(encoding="utf8")
    assert was in text
    place.write_text(text.replace(was, now, 1), encoding="utf8")


def read(name):
    """A table anew, with those that it names: what was loaded before stays as it is."""
    tables.given.cache_clear()
    try:
        return load.__wrapped__(name)
    finally:
        tables.given.cache_clear()


def test_the_tables_hold_to_their_schema():
    assert [str(trouble) for trouble in check()] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_table_begins_with_the_head_of_its_schema(name):
    """python -m allegedly.lexicon --heads writes it."""
    text = folder("en").joinpath(f"{name}.toml").read_text(encoding="utf8")
    assert text == head(name) + body(text)


def test_every_table_of_the_folder_has_a_schema():
    assert {place.name for place in folder("en").iterdir()} == {f"{name}.toml" for name in NAMES}
    assert all(schema(name).says for name in NAMES)


FAULTS = [  # table, what is written, what is written instead, and the line that says so
    (
        "speech",
        "any = true",
        "anyy = true",
        'lexicon/en/speech.toml:{line}: [[verb]] 1 (say) the key "anyy" is unknown; did you mean "any"?',
    ),
    (
        "speech",
        'passive = "alleged"',
        'passive = "aleged"',
        "lexicon/en/speech.toml:{line}: [[verb]] 1 (say) \"passive\" is 'aleged'; "
        "write one of: estimated, alleged, denied, predicted, hypothetical",
    ),
    (
        "speech",
        'example = "The mayor said [40] houses burnt."\n',
        "",
        "lexicon/en/speech.toml:{line}: [[verb]] 1 (say) \"example\" is missing; "
        "add `example`: a sentence with the figure in [brackets]",
    ),
    (
        "times",
        'span = "ended"\n',
        "",
        'lexicon/en/times.toml:{line}: [[phrase]] 1 (months to a month) "span" is missing; '
        "add `span`: one of: point, since, from, until, between, whole, back, ahead, ago, so far, days, none, ended, "
        "first part, last part, weekend",
    ),
    (
        "hedges",
        "examples = [",
        "exampels = [",
        'lexicon/en/hedges.toml:{line}: [[hedge]] 1 (about) the key "exampels" is unknown; did you mean "examples"?',
    ),
    (
        "units",
        'example = "0.3 percent"\n',
        "",
        "lexicon/en/units.toml:{line}: [[unit]] 1 (percent) has no example; "
        "add `example`, and what must be read of it",
    ),
    (
        "numbers",
        "nine = 9",
        'nine = "9"',
        "lexicon/en/numbers.toml:{line}: [ones] \"nine\" is '9', not a number; write a number",
    ),
    (
        "shown",
        'failed = "This',
        'faild = "This',
        'lexicon/en/shown.toml:{line}: [failures] the key "faild" is unknown; did you mean "failed"?',
    ),
    (
        "changes",
        "\n[only_by]",
        "\n[only_buy]",
        'lexicon/en/changes.toml: the key "only_buy" is unknown; did you mean "only_by"?',
    ),
]  # fmt: skip
ROWS = {"speech": "[[verb]]", "times": "[[phrase]]", "hedges": "[[hedge]]", "units": "[[unit]]", "numbers": "[ones]"}


@pytest.mark.parametrize(("name", "was", "now", "said"), FAULTS, ids=lambda text: text[:24])
def test_a_fault_is_said_in_one_line(copy, name, was, now, said):
    spoil(copy / f"{name}.toml", was, now)
    lines = (copy / f"{name}.toml").read_text(encoding="utf8").splitlines()
    line = next((at for at, text in enumerate(lines, 1) if text.startswith(ROWS.get(name, "[failures]"))), None)
    with pytest.raises(Trouble) as trouble:
        read(name)
    assert str(trouble.value) == said.format(line=line)


def test_a_broken_file_is_said_with_its_line(copy):
    spoil(copy / "numbers.toml", "two = 2", "two = = 2")
    with pytest.raises(Trouble, match=r"lexicon/en/numbers.toml: is broken: .*line \d+.*; mend that line"):
        read("numbers")


def test_a_file_that_is_no_text_is_said_with_its_line(copy):
    (copy / "numbers.toml").write_bytes(b"[ones]\nzero = 0\n# caf\xe9\n")
    with pytest.raises(Trouble, match=r"lexicon/en/numbers.toml:3: is no UTF-8; save the file as UTF-8"):
        read("numbers")


def test_a_word_has_one_home_a_class(copy):
    spoil(copy / "words.toml", 'words = ["his", "her"', 'words = ["of", "his", "her"')
    assert check() == []  # two classes: "of" stands in [of] as well
    spoil(
        copy / "words.toml",
        '[having]\nwords = ["having"]',
        '[having]\nwords = ["having", "having"]',
    )
    [line] = map(str, check())
    assert line.startswith("lexicon/en/words.toml:")
    assert line.endswith(
        '"having" is of the class "having" in words.toml [having.words] already; take it out of one of them'
    )


def test_a_list_may_stand_in_another(copy):
    spoil(copy / "words.toml", 'words = ["having"]', 'words = ["having", "late @times.classes.RELATIVE"]')
    assert read("words")["having"]["words"] == ["having", "late yesterday", "late today", "late tomorrow"]
    assert check() == []


def test_a_list_that_is_not_there_is_said(copy):
    spoil(copy / "words.toml", 'words = ["having"]', 'words = ["having", "@times.classes.RELATIF"]')
    with pytest.raises(Trouble) as trouble:
        read("words")
    assert str(trouble.value).endswith(
        '[having.words] "@times.classes.RELATIF" is no list; write @TABLE.SECTION.LIST, a row by its name'
    )
    assert [*map(str, check())] == [str(trouble.value)]


def test_a_list_that_names_itself_is_said(copy):
    spoil(copy / "words.toml", 'words = ["having"]', 'words = ["having", "@words.having.words"]')
    with pytest.raises(Trouble, match="names itself; write its words in one of the two"):
        read("words")


def test_what_another_list_says_is_not_said_again(copy):
    days = '"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"'
    spoil(copy / "words.toml", 'words = ["having"]', f'words = ["having", {days}]')
    [line] = map(str, check())
    assert line.endswith(
        "[having.words] says again 7 words of times.classes.WEEKDAY: friday, monday, saturday, sunday …; "
        'write "@times.classes.WEEKDAY" for them'
    )


def test_half_a_language_says_what_it_lacks(copy):
    shutil.copytree(copy, copy.parent / "xx")
    for name in ("times", "speech"):
        (copy.parent / "xx" / f"{name}.toml").unlink()
    with pytest.raises(Trouble) as trouble:
        require("xx")
    assert str(trouble.value) == (
        "lexicon/xx: is not whole; the folder lacks: times, speech; "
        "python -m allegedly.lexicon --begin FOLDER writes them, still without words"
    )


def test_a_language_without_a_folder_is_said(copy):
    with pytest.raises(Trouble, match="lexicon/yy: is no folder; the languages are: en"):
        require("yy")


def test_the_command_line_ends_in_that_line(tmp_path):
    shutil.copytree(LIBRARY, tmp_path / "allegedly", ignore=shutil.ignore_patterns("__pycache__"))
    spoil(tmp_path / "allegedly" / "lexicon" / "en" / "speech.toml", "any = true", "anny = true")
    (tmp_path / "article.txt").write_text("The mayor said 40 houses burnt.\n", encoding="utf8")
    ran = subprocess.run(
        [sys.executable, "-m", "allegedly", "read", "article.txt"],
        cwd=tmp_path, env=os.environ | {"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr.count("\n")) == (2, "", 1)
    assert "speech.toml" in ran.stderr and 'did you mean "any"?' in ran.stderr
