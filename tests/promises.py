"""The table of docs/promises.md, each promise with its tests and how they went: `python tests/promises.py`."""

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "promises.md"
MARKED = re.compile(r"(<!-- promises: [^\n]*-->\n).*?(<!-- /promises -->)", re.DOTALL)

# What is promised, and the tests of it: a file, and the tests in it whose names begin so.
PROMISES = {
    "articles are never written": ("test_cli.py", ["test_raw_is_never_written"]),
    "offsets point into the file as it is": ("test_corpus.py", ["test_offsets_hold"]),
    "a run that fails leaves the last good pages": ("test_faults.py", ["test_a_run_that_fails"]),
    "a run that is killed is carried on": ("test_faults.py", ["test_a_run_killed", "test_the_lock_of_a_dead_run"]),
    "a full disk tears nothing": ("test_faults.py", ["test_a_full_disk", "test_a_small_disk"]),
    "what is damaged is made anew": ("test_faults.py", ["test_damage_is_mended"]),
    "two runs do not mix": ("test_faults.py", ["test_two_runs"]),
    "tables that are replaced meanwhile do not show": ("test_given.py", ["test_another_run"]),
    "a run that is told to end ends, and no kernel is left": ("test_faults.py", ["test_a_run_that_is_told"]),
    "pages count what the tables hold": ("test_given.py", ["test_every_page_counts", "test_a_conflict_with_a_rule"]),
    "no name from data leads out of the folder": ("test_names.py", ["test_"]),
    "what is left out is named": ("test_left_out.py", ["test_"]),
    "what is closed is named, the rest is read": ("test_crashes.py", ["test_what_is_closed", "test_streams"]),
    "a spoilt file gets one line": ("test_crashes.py", ["test_a_spoilt_file"]),
    "a fault of allegedly is one line, and 70": (
        "test_crashes.py",
        ["test_a_fault", "test_every_kind", "test_a_secret"],
    ),
    "no connection is opened": ("test_network.py", ["test_"]),
    "the reading of any text keeps its relations": ("test_relations.py", ["test_"]),
}


def run(*options: str) -> ET.Element:
    """The outcome of every test of the files that are named, as pytest's own record of it."""
    files = sorted({f"tests/{file}" for file, _ in PROMISES.values()})
    with tempfile.TemporaryDirectory() as folder:
        record = f"{folder}/record.xml"
        names = " or ".join(sorted({start for _, starts in PROMISES.values() for start in starts if start != "test_"}))
        whole = " or ".join(sorted({file[:-3] for file, starts in PROMISES.values() if starts == ["test_"]}))
        call = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={record}", *options]
        subprocess.run([*call, "-k", f"{names} or {whole}", *files], cwd=ROOT, check=False)
        return ET.parse(record).getroot()


def of(promise: str, record: ET.Element) -> list[ET.Element]:
    """The cases of `record` that hold `promise`."""
    file, starts = PROMISES[promise]
    room = f"tests.{file.removesuffix('.py')}"
    return [case for case in record.iter("testcase")
            if case.get("classname") == room and case.get("name", "").startswith(tuple(starts))]  # fmt: skip


def went(cases: list[ET.Element]) -> str:
    """How the cases went, in words: passed, known to fail, skipped, failed."""
    failed = sum(case.find("failure") is not None or case.find("error") is not None for case in cases)
    skips = [case.find("skipped") for case in cases]
    known = sum(skip is not None and skip.get("type") == "pytest.xfail" for skip in skips)
    skipped = sum(skip is not None for skip in skips) - known
    counts = {
        "passed": len(cases) - failed - known - skipped,
        "known to fail": known,
        "skipped": skipped,
        "failed": failed,
    }
    return ", ".join(f"{count} {word}" for word, count in counts.items() if count)


def table(record: ET.Element) -> str:
    """The rows of the page, with the day of the run."""
    lines = [f"Last run: {date.today():%-d %B %Y}.", "", "| promise | tests | cases |", "|---|---|---|"]
    for promise, (file, starts) in PROMISES.items():
        tests = ", ".join(f"`{start}…`" for start in starts) if starts != ["test_"] else "all"
        lines.append(f"| {promise} | `tests/{file}`: {tests} | {went(of(promise, record))} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    rows = table(run(*sys.argv[1:]))
    PAGE.write_text(
        MARKED.sub(lambda found: found[1] + rows + found[2], PAGE.read_text(encoding="utf8")), encoding="utf8"
    )
    print(rows)
    sys.exit("failed" in rows.replace("known to fail", ""))
