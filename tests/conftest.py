"""What all tests share."""

import pytest

collect_ignore = ["tools"]  # scripts that run in the tools' own environment (make test-tools)
LEFT_OUT = pytest.StashKey[list[str]]()


def pytest_configure(config):
    config.addinivalue_line("markers", "slow: faults done for real; a minute or two")


def pytest_deselected(items):
    """Names what a run leaves out: tests that are not run are never counted as passed."""
    names = sorted({item.originalname for item in items if any(map(item.get_closest_marker, ("browser", "tools")))})
    if names:
        left_out = items[0].session.config.stash.setdefault(LEFT_OUT, [])
        left_out += names


def pytest_sessionfinish(session):
    if hasattr(session.config, "workeroutput"):  # one of several processes: the first of them tells
        session.config.workeroutput["left_out"] = session.config.stash.get(LEFT_OUT, [])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    left_out = node.config.stash.setdefault(LEFT_OUT, [])
    left_out += getattr(node, "workeroutput", {}).get("left_out", [])


def pytest_terminal_summary(terminalreporter, config):
    if names := sorted({*config.stash.get(LEFT_OUT, [])}):
        terminalreporter.section("not run: in a browser (make test-browser), with other tools (make test-tools)")
        for name in names:
            terminalreporter.line(f"NOT RUN {name}")
