"""Another language: a folder that is begun without words and filled with ten rows; what it lacks is said."""

import re

import pytest
from projects import allegedly

from allegedly import Document, claims, quantities
from allegedly.errors import Trouble
from allegedly.lexicon import looks_foreign, speaking
from allegedly.lexicon.__main__ import main
from allegedly.lexicon.beginning import begin
from allegedly.lexicon.checking import check
from allegedly.lexicon.tables import NAMES

ROWS = [  # the table and section of each, and the row as somebody would type it
    ("grammar", "marks", 'decimal = ","'),
    ("grammar", "marks", 'grouping = "."'),
    ("grammar", "words", 'of = ["de"]'),
    ("words", "determiner", 'words = ["el", "la", "los", "las", "un", "una"]\nexamples = ["Los 40 barcos llegaron."]'),
    ("words", "preposition", 'words = ["en", "de", "a", "por"]\nexamples = ["Llegaron 40 barcos a Moss."]'),
    ("numbers", "ones", "dos = 2"),
    ("numbers", "scale", "millones = 1e6"),
    ("hedges", "[hedge]", 'name = "more_than"\nhard = [1, "inf"]\nsoft = [1, 1.5]\nopen = "(low"\nbefore = ["más de"]\n'
     'examples = [["más de 1.200", 1200, inf]]'),
    ("units", "[unit]", 'name = "kilometer"\nwords = ["kilómetro", "kilómetros"]\nexample = "3,5 kilómetros"'),
]  # fmt: skip
ENGLISH = "The mayor of the town said that about 300 houses were flooded when the river rose on Monday."
SPANISH = "Más de 1.200 personas llegaron ayer por la noche a la ciudad, dijo el alcalde de Moss."


def typed(text, section, row):
    """A table with a row typed into a section: its keys take the place of those that wait there."""
    if section.startswith("["):
        return re.sub(rf"(?m)^{section.strip('[]')} = \[\]\n", "", text) + f"\n[{section}]\n{row}\n"
    head = f"[{section}]\n"
    before, _, after = text.partition(f"\n{head}")
    own, ends, rest = after.partition("\n[")
    for key in re.findall(r"(?m)^\w+(?= =)", row):
        own = re.sub(rf"(?m)^{key} = .*\n?", "", own)
    return f"{before}\n{head}{row}\n{own}{ends}{rest}"


@pytest.fixture(scope="module")
def spanish(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lexicon") / "es"
    begin(folder)
    for table, section, row in ROWS:
        place = folder / f"{table}.toml"
        place.write_text(typed(place.read_text("utf8"), section, row), "utf8")
    return str(folder)


def test_a_language_that_is_begun_is_sound(tmp_path):
    assert sorted(begin(tmp_path / "xx")) == sorted(NAMES) and check(str(tmp_path / "xx")) == []
    assert begin(tmp_path / "xx") == []


def test_its_rows_are_sound(spanish):
    assert check(spanish) == []


@pytest.mark.parametrize(
    ("text", "printed", "value", "hedge", "unit"),
    [
        (SPANISH, "Más de 1.200", 1200, "more_than", None),
        ("El puente mide 3,5 kilómetros.", "3,5 kilómetros", 3.5, "exact", "kilometer"),
        ("Dos millones de casas ardieron.", "Dos millones", 2e6, "exact", None),
    ],
)
def test_three_sentences_are_read(spanish, text, printed, value, hedge, unit):
    [claim] = claims(Document("a", text), language=spanish)
    found = claim.quantity
    assert (found.text, found.value, found.hedge, found.unit) == (printed, value, hedge, unit)
    assert claim.quantity.text == text[found.start : found.end]


def test_english_is_read_as_before_behind_it(spanish):
    before = claims(Document("a", ENGLISH))
    with speaking(spanish):
        assert [figure.value for figure in quantities("1.200")] == [1200]
    assert [figure.value for figure in quantities("1.200")] == [1.2]
    assert claims(Document("a", ENGLISH)) == before


def test_a_language_that_is_not_whole_is_refused(tmp_path):
    begin(tmp_path / "es")
    (tmp_path / "es" / "speech.toml").unlink()
    with pytest.raises(Trouble, match=r"es: is not whole; the folder lacks: speech; .*--begin"):
        claims(Document("a", SPANISH), language=str(tmp_path / "es"))
    with pytest.raises(Trouble, match=r"lexicon/fr: is no folder; the languages are: en"):
        claims(Document("a", SPANISH), language="fr")


@pytest.mark.parametrize(
    ("table", "section", "row", "says"),
    [
        ("grammar", "marks", 'decimals = ","', 'the key "decimals" is unknown; did you mean "decimal"?'),
        ("words", "preposition", 'words = ["en"]', "[preposition] has no example"),
        ("words", "to", 'words = ["a"]\nexamples = ["x"]\n[of]', "is broken"),
    ],
)
def test_a_wrong_row_is_said_with_its_file(tmp_path, table, section, row, says):
    begin(tmp_path / "es")
    place = tmp_path / "es" / f"{table}.toml"
    place.write_text(typed(place.read_text("utf8"), section, row), "utf8")
    said = [str(trouble) for trouble in check(str(tmp_path / "es"))]
    assert said and all(f"es/{table}.toml" in line and says in line for line in said)


def test_a_text_of_another_language_is_told(spanish):
    assert looks_foreign(SPANISH) and not looks_foreign(ENGLISH) and not looks_foreign("Wagner 12: Moss 40")


def test_the_command_says_it_in_a_line(tmp_path):
    article = tmp_path / "a.txt"
    article.write_text(SPANISH, "utf8")
    done = allegedly(tmp_path, "read", article)
    assert done.returncode == 0 and "a.txt: this looks like no English: figures may be misread" in done.stderr
    done = allegedly(tmp_path, "read", article, "--language", "fr")
    assert done.returncode == 2 and done.stderr.count("\n") == 1 and "lexicon/fr: is no folder" in done.stderr


def test_begin_writes_a_folder(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("sys.argv", ["lexicon", "--begin", str(tmp_path / "es")])
    assert main() == 0 and "written: words, numbers" in capsys.readouterr().out
