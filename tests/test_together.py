"""Sentences whose figures belong together: the true version is ticked, the wrong one accused, no trap is."""

import re
import tomllib
from pathlib import Path

import pytest

from allegedly import check, claims, read, tidy

EXAMPLES = tomllib.loads(Path(__file__).with_name("together.toml").read_text(encoding="utf8"))
SOURCES = "file,title,publisher,url,licence,published,as_of,accessed,sha256\na.txt,,,,,2024-05-20,,,\n"


def verdicts(text: str, folder: Path) -> set[str]:
    """The verdicts on a text that was published on 20 May 2024; a conflict that is only told of is none."""
    (folder / "sources.csv").write_text(SOURCES, encoding="utf8")
    (folder / "a.txt").write_text(text + "\n", encoding="utf8")
    made = check(tidy(claims(read(folder / "a.txt"), all=True)))
    rows = zip(made["verdict"].astype(str), made["severity"].astype(str), strict=True)
    return {verdict for verdict, severity in rows if verdict != "conflicts" or severity != "info"}


def version(text: str, number: int) -> str:
    return re.sub(r"\{([^|}]*)\|([^}]*)\}", lambda match: match[number], text)


@pytest.mark.parametrize("row", EXAMPLES["pair"], ids=lambda row: row["text"][:40])
def test_the_true_version_is_ticked_and_the_wrong_one_accused(row, tmp_path):
    true = verdicts(version(row["text"], 1), tmp_path)
    assert "conflicts" not in true and true & {"agrees", "agrees if rounded"}
    assert "conflicts" in verdicts(version(row["text"], 2), tmp_path)


@pytest.mark.parametrize("row", EXAMPLES["trap"], ids=lambda row: row["text"][:40])
def test_no_trap_is_accused(row, tmp_path):
    assert "conflicts" not in verdicts(row["text"], tmp_path)
