"""docs/promises.md names tests that are there, with as many cases as there are."""

import re

import pytest
from promises import MARKED, PAGE, PROMISES, ROOT, table, went

TEXT = PAGE.read_text(encoding="utf8")


@pytest.mark.parametrize("promise", PROMISES)
def test_a_promise_names_tests_that_are_there_and_that_passed(promise):
    file, starts = PROMISES[promise]
    tests = re.findall(r"^def (test_\w+)", (ROOT / "tests" / file).read_text(encoding="utf8"), re.MULTILINE)
    assert all(any(name.startswith(start) for name in tests) for start in starts)
    [row] = re.findall(rf"^\| {re.escape(promise)} \| .* \| (.+) \|$", TEXT, re.MULTILINE)
    assert re.match(r"\d+ passed", row) and not re.search(r"\d+ failed", row)


def test_every_row_of_the_page_is_a_promise():
    rows = re.findall(r"^\| (.+?) \| `tests/", MARKED.search(TEXT)[0], re.MULTILINE)
    assert rows == [*PROMISES]


def test_the_page_says_every_code_that_the_command_says():
    from allegedly.cli import main

    said = set(re.findall(r"\b\d+\b", main.help.partition("Exit codes")[2]))
    assert said <= set(re.findall(r"\b\d+\b", TEXT.partition("## How it ends")[2].partition("## ")[0]))


def test_what_failed_is_not_counted_as_passed():
    import xml.etree.ElementTree as ET

    record = ET.fromstring(
        '<r><testcase classname="tests.test_cli" name="test_raw_is_never_written"><failure/></testcase>'
        '<testcase classname="tests.test_network" name="test_a"><skipped type="pytest.skip"/></testcase>'
        '<testcase classname="tests.test_network" name="test_b"><skipped type="pytest.xfail"/></testcase></r>'
    )
    cases = [*record]
    assert went(cases) == "1 known to fail, 1 skipped, 1 failed"
    assert "| articles are never written | `tests/test_cli.py`: `test_raw_is_never_written…` | 1 failed |" in table(
        record
    )
