"""How well it reads and checks, measured anew: writes the blocks of docs/accuracy.md and the small table of README.md.

    python -m benchmarks.accuracy [NAME ...]    the blocks of these names; all that is at hand where none is named
    python -m benchmarks.accuracy --list        the names, and what each runs

Each block is what a command prints, with the day of its run. Where what it needs is not at hand (texts of other people
stay beside the project), the block stays as it was.
"""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
PAGE = ROOT / "docs" / "accuracy.md"
README = ROOT / "README.md"
SCORE = ("-m", "allegedly", "score", "--format", "table")


class Measure(NamedTuple):
    """A command of Python's, and the file or folder that it needs."""

    command: tuple[str, ...]
    needs: Path

    @property
    def shown(self) -> str:
        """The command as a person types it."""
        words = " ".join(self.command).replace("-m allegedly score --format table", "allegedly score")
        return words if words.startswith("allegedly") else f"python {words}"


MEASURES = {
    "own": Measure((*SCORE, "tests/gold"), ROOT / "tests/gold"),
    "genres": Measure((*SCORE, "tests/genres"), ROOT / "tests/genres"),
    "blind": Measure((*SCORE, "tests/blind"), ROOT / "tests/blind"),
    "real": Measure((*SCORE, "../shared/gold"), SHARED / "gold"),
    "own-relations": Measure((*SCORE, "tests/gold", "--relations"), ROOT / "tests/gold"),
    "real-relations": Measure((*SCORE, "../shared/gold", "--relations"), SHARED / "gold"),
    "ranking": Measure(("-m", "benchmarks.ranking"), ROOT / "benchmarks/ranking.jsonl"),
    "injected": Measure(("-m", "benchmarks.injected"), SHARED / "gold"),
    "rounded": Measure(("-m", "benchmarks.rounded", "--texts", "300"), ROOT / "benchmarks/rounded.py"),
    "newsroom": Measure(
        ("../shared/newsroom/score_newsroom.py", "../shared/newsroom/newsroom.jsonl", "--lib", "lib"),
        SHARED / "newsroom",
    ),
    "checked": Measure(("-m", "benchmarks.checked", "../shared/newsroom/newsroom.jsonl"), SHARED / "newsroom"),
    "series": Measure(("../shared/series/score_series.py", "dev", "--column", "series"), SHARED / "series"),
    "cases": Measure(("../shared/cases/score_cases.py", "../shared/cases/cases.jsonl"), SHARED / "cases"),
    "quantities": Measure(("-m", "benchmarks.speed", "--alone"), SHARED / "bench"),
    "peers": Measure(("-m", "benchmarks.speed"), SHARED / "bench"),
    "chain": Measure(("-m", "benchmarks.chain", "../shared/texts"), SHARED / "texts"),
    "suite": Measure(("-m", "benchmarks.suite"), ROOT / "notebooks"),
}
# The small table of README.md: fields of `allegedly score`, and what they are called there.
SMALL = {
    "figures": "figures found (F1)",
    "claim or not": "claim or no claim",
    "value and bound": "value, and how it is bounded",
    "unit": "unit",
    "head": "what is counted (its noun)",
    "speaker": "speaker, or rightly none",
    "time": "time words",
    "whole row": "all of a row right at once",
}
SETS = {"own": "our own ten", "genres": "ten of other kinds", "blind": "twelve real ones"}


def block(name: str, printed: str, day: date) -> str:
    """What the page shows of a measurement.

    >>> print(block("own", "figures  0.98", date(2026, 11, 28)))
    <!-- measured: own -->
    `allegedly score tests/gold` on 28 November 2026:
    <BLANKLINE>
    ```text
    figures  0.98
    ```
    <!-- /measured -->
    """
    lines = [line.rstrip() for line in printed.strip("\n").splitlines()]
    head = f"`{MEASURES[name].shown}` on {day.day} {day:%B %Y}:"
    return "\n".join([f"<!-- measured: {name} -->", head, "", "```text", *lines, "```", "<!-- /measured -->"])


def replaced(page: str, name: str, made: str) -> str:
    """The page with the block `name` made anew."""
    pattern = rf"<!-- measured: {re.escape(name)} -->.*?<!-- /measured -->"
    return re.sub(pattern, lambda _: made, page, flags=re.DOTALL)


def run(measure: Measure) -> str:
    """What a command prints; ends with what went wrong where it fails."""
    ran = subprocess.run([sys.executable, *measure.command], cwd=ROOT, capture_output=True, text=True, check=False)
    if not ran.stdout.strip():
        sys.exit(f"{measure.shown} printed nothing: {ran.stderr.strip()[-500:]}")
    return ran.stdout


def scores(page: str, name: str) -> dict[str, str]:
    """{field: its score} in a block of `allegedly score`: F1 of the figures, of all else how many are right."""
    found = re.search(rf"<!-- measured: {re.escape(name)} -->.*?```text\n(.*?)\n```", page, re.DOTALL)
    rows = [re.split(r"\s{2,}", line.strip()) for line in found[1].splitlines()] if found else []
    columns = rows[0] if rows else []
    told = {}
    for row in rows[1:]:
        if row[0] in SMALL:
            told[row[0]] = row[columns.index("f1" if row[0] == "figures" else "accuracy")]
    return told


def small(page: str) -> str:
    """The table for a reader in a hurry, from the blocks of the page."""
    found = {name: scores(page, name) for name in SETS}
    lines = [f"| | {' | '.join(SETS.values())} |", f"|---|{'---|' * len(SETS)}"]
    for field, called in SMALL.items():
        lines.append(f"| {called} | {' | '.join(two_digits(found[name].get(field, '')) for name in SETS)} |")
    return "\n".join(lines)


def checks_of(page: str) -> str:
    """What the block `checked` says, in a sentence."""
    found = re.search(r"<!-- measured: checked -->.*?\nall +(.*?)\n", page, re.DOTALL)
    texts, caught, _, accused, _, _, _, by_equality, _, _, _, by_tolerance, _ = found[1].split() if found else [""] * 13
    return (
        f"Checks caught {caught} slips in mini-articles and accused {accused} of {texts} true ones; "
        f"equality accuses {by_equality}, a tolerance of 2 % {by_tolerance}."
    )


def two_digits(score: str) -> str:
    """A score as the small table has it; cut, not rounded up, so that nothing is said to be all right that is not.

    >>> two_digits("0.998"), two_digits("1.0"), two_digits("")
    ('0.99', '1.00', '')
    """
    return f"{int(float(score) * 100) / 100:.2f}" if score else ""


def with_small(readme: str, page: str) -> str:
    """README.md with its small table, and what it says of checks, as the page has them."""
    return re.sub(
        r"<!-- accuracy.*?-->\n.*?<!-- /accuracy -->",
        lambda _: (
            f"<!-- accuracy: python -m benchmarks.accuracy -->\n{small(page)}\n\n{checks_of(page)}\n<!-- /accuracy -->"
        ),
        readme,
        flags=re.DOTALL,
    )


def main(names: list[str]) -> int:
    """Measures and writes; says which blocks were left alone."""
    if names == ["--list"]:
        print(*(f"{name:16}{measure.shown}" for name, measure in MEASURES.items()), sep="\n")
        return 0
    if unknown := [name for name in names if name not in MEASURES]:
        sys.exit(f"accuracy: {', '.join(unknown)}: not among {', '.join(MEASURES)}")
    for name in names or MEASURES:
        measure = MEASURES[name]
        if not measure.needs.exists():
            print(f"{name}: left as it was, {measure.needs.name} is not at hand", file=sys.stderr)
            continue
        print(f"{name}: {measure.shown}", file=sys.stderr)
        made = block(name, run(measure), date.today())
        PAGE.write_text(replaced(PAGE.read_text(encoding="utf8"), name, made), encoding="utf8")
    README.write_text(with_small(README.read_text(encoding="utf8"), PAGE.read_text(encoding="utf8")), encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
