"""No command opens a connection: each is run with every door to a network closed and watched."""

import os
import subprocess
import sys

import pytest
from projects import ALL, FLOOD, command, make_project, notebook

# Loaded by every Python that the command starts: what it opens to a network is noted, and refused.
WATCHED = """
import os, socket, sys
def watch(event, arguments):
    is_net = event == "socket.connect" and arguments[0].family != socket.AF_UNIX
    if is_net or event in ("socket.getaddrinfo", "socket.gethostbyname"):
        with open(os.environ["NOTED"], "a") as file:
            file.write(f"{event} {arguments[1:]}")
        raise OSError("closed")
sys.addaudithook(watch)
"""
COMMANDS = [
    ["read", "data/raw/flood.txt"],
    ["check", "data/raw/flood.txt"],
    ["report"],
    ["score", "gold"],
    ["explain", "It sold about 300 boats."],
]


def watched(project, *call):
    """How `call` went, and what it opened."""
    (project / "watch").mkdir()
    (project / "watch/sitecustomize.py").write_text(WATCHED)
    paths = os.pathsep.join([str(project / "watch"), os.environ.get("PYTHONPATH", "")])
    env = os.environ | {"PYTHONPATH": paths, "NOTED": str(project / "noted")}
    done = subprocess.run(call, cwd=project, capture_output=True, text=True, timeout=100, env=env, check=False)
    return done, (project / "noted").read_text() if (project / "noted").exists() else ""


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
def test_a_command_opens_no_connection(tmp_path, arguments):
    project = make_project(
        tmp_path / "project", {"flood.txt": FLOOD}, sources=None, notebooks={"03-all": notebook("All?", "", *ALL)}
    )
    (project / "gold/texts").mkdir(parents=True)
    (project / "gold/texts/a.txt").write_text("40 came.")
    (project / "gold/a.jsonl").write_text('{"id": "a1", "start": 0, "end": 2, "surface": "40", "is_claim": true}\n')
    done, opened = watched(project, *command(*arguments))
    assert (done.returncode, opened) == (0, ""), done.stderr


def test_a_connection_would_be_noticed(tmp_path):
    program = "import urllib.request\ntry: urllib.request.urlopen('http://localhost:9/')\nexcept OSError: pass"
    assert "getaddrinfo" in watched(tmp_path, sys.executable, "-c", program)[1]
