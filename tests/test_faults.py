"""What goes wrong at six in the morning, done for real: earlier good pages stay, no kernel is left, and it is said."""

import os
import random
import re
import resource
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from projects import ALL, FLOOD, NOTEBOOKS, allegedly, command, make_project, notebook, status

pytestmark = pytest.mark.slow

TINY = {"03-all": notebook("All?", "top: int = 5", *ALL), "04-two": notebook("Two?", "x: int = 1", "x + 1")}


def kernels(project):
    """The kernels that still run for `project`, and the nurseries they come from: they stand in its folders."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            is_own = (process / "cwd").readlink().is_relative_to(project)
            command_line = (process / "cmdline").read_bytes()
        except OSError:  # it ended meanwhile
            continue
        if is_own and (b"nursery" in command_line or b"ipykernel" in command_line):
            found.append(process.name)
    return found


def gone(project, seconds=10):
    """Whether no kernel of `project` is left after at most `seconds`."""
    until = time.monotonic() + seconds
    while kernels(project) and time.monotonic() < until:
        time.sleep(0.1)
    return not kernels(project)


def outputs(project):
    """All that a run leaves, without moments, seconds and the names of passing things."""
    found = {}
    for folder in ("reports", "data/processed"):
        for path in sorted((project / folder).rglob("*")):
            if path.is_file() and path.name != ".lock":
                found[str(path.relative_to(project))] = _timeless(path.read_bytes())
    if "reports/index.html" in found:  # it puts the newest first: which pages it lists is what counts
        found["reports/index.html"] = sorted(re.findall(r'href="[^"]+"', found["reports/index.html"]))
    return found


def _timeless(data):
    if data.startswith(b"PAR1"):
        return data
    text = data.decode()
    text = re.sub(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?[.\d]*(\+\d\d:\d\d|Z)?", "MOMENT", text)
    text = re.sub(r"\d+ [A-Z][a-z]+ \d{4}, \d\d:\d\d", "MOMENT", text)
    text = re.sub(r"\d+\.\d+ ?(seconds|s\b)", "SECONDS", text)
    return re.sub(r'"(seconds|duration)": [\d.]+|"(sha256|id)": "[0-9a-f-]+"', "PASSING", text)


@pytest.fixture
def project(tmp_path):
    return make_project(tmp_path / "project", notebooks=TINY)


ENDS = [
    ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "died", "its kernel died"),
    ("import time\ntime.sleep(600)", "timed out", "a cell took longer than 5 seconds"),
    ("import sys\nsys.exit(0)", "failed", "it ended itself"),
    ("1 / 0", "failed", "ZeroDivisionError: division by zero"),
]


@pytest.mark.parametrize(("cell", "ended", "words"), ENDS)
def test_a_run_that_fails_is_shown_beside_the_last_good_one(project, cell, ended, words):
    assert allegedly(project, "report").returncode == 0
    good = (project / "reports/04-two.html").read_bytes()
    (project / "notebooks/04-two.ipynb").write_text(notebook("Two?", "x: int = 1", cell, "x + 1"))
    done = allegedly(project, "report", "--timeout", 5)
    assert (done.returncode, f"04-two: {ended}: {words}" in done.stderr) == (3, True), done.stderr
    assert (project / "reports/04-two.html").read_bytes() == good
    assert status(project, "04-two")["status"] == ended
    assert words.split(":")[0] in (project / "reports/04-two.failed.html").read_text()
    assert {"04-two.html", "04-two.failed.html"} <= {*re.findall(r'href="([^"]+)"', _index(project))}
    assert gone(project)
    (project / "notebooks/04-two.ipynb").write_text(TINY["04-two"])
    assert allegedly(project, "report").returncode == 0
    assert not (project / "reports/04-two.failed.html").exists()


def _index(project):
    return (project / "reports/index.html").read_text()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_told_to_end_ends_and_says_so(project, number, code):
    assert allegedly(project, "report").returncode == 0
    good = outputs(project)
    (project / "notebooks/04-two.ipynb").write_text(notebook("Two?", "x: int = 1", "import time\ntime.sleep(60)"))
    run = subprocess.Popen(command("report"), cwd=project, stderr=subprocess.PIPE)
    _until(lambda: len(kernels(project)) > 1)  # the nursery, and a kernel of it
    time.sleep(1)
    run.send_signal(number)
    said = run.communicate(timeout=20)[1].decode()
    assert (run.returncode, "stopped; what was done is saved" in said) == (code, True), said
    assert gone(project)
    assert outputs(project)["reports/04-two.html"] == good["reports/04-two.html"]


def _until(what, seconds=30):
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_run_killed_at_any_moment_is_carried_on_by_the_next(tmp_path):
    undisturbed = make_project(tmp_path / "a" / "project", notebooks=TINY)
    start = time.monotonic()
    assert allegedly(undisturbed, "report").returncode == 0
    took, chance = time.monotonic() - start, random.Random(7)
    disturbed = make_project(tmp_path / "b" / "project", notebooks=TINY)
    for _ in range(20):
        run = subprocess.Popen(command("report"), cwd=disturbed, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.1, 0.9) * took)
        run.kill()
        run.wait()
        if (disturbed / "reports/status/suite.json").exists():  # it was done: from the start again
            assert gone(disturbed)
            shutil.rmtree(disturbed / chance.choice(["reports", "data/processed"]))
            (disturbed / "reports/status/suite.json").unlink(missing_ok=True)
    done = allegedly(disturbed, "report")
    assert done.returncode == 0
    assert outputs(disturbed).keys() == outputs(undisturbed).keys()
    assert {name for name, data in outputs(undisturbed).items() if outputs(disturbed)[name] != data} == set()
    assert gone(disturbed)


def _limited(bytes_):
    """A process that may write no file longer than `bytes_`: what a full disk does, without needing to mount one."""

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, bytes_))

    return limit


@pytest.mark.parametrize("bytes_", [0, 1_000, 5_000, 20_000, 40_000, 60_000])
def test_a_full_disk_leaves_the_earlier_outputs_whole(project, bytes_):
    assert allegedly(project, "report").returncode == 0
    good = outputs(project)
    (project / "data/raw/flood.txt").write_text(FLOOD.replace("300", "400"))
    done = subprocess.run(
        command("report"), cwd=project, capture_output=True, preexec_fn=_limited(bytes_), timeout=60, check=False
    )
    assert done.returncode in (2, 3), done.stderr
    assert b"cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr
    _is_whole(project, good)
    assert allegedly(project, "report").returncode == 0


def _is_whole(project, good):
    """Every output is the old one or a new one, none is torn or gone."""
    now = outputs(project)
    assert good.keys() <= now.keys()
    assert not [name for name in now if name.endswith(".part")]
    pages = [path.read_text() for path in (project / "reports").glob("*.html")]
    assert all(page.rstrip().endswith("</html>") for page in pages)


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a disk needs root; the file limit above does the same")
@pytest.mark.parametrize("kilobytes", [16, 96, 200, 320])
def test_a_small_disk_that_fills_up(tmp_path, kilobytes):
    project = make_project(tmp_path / "project", notebooks=TINY)
    (project / "reports").mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", project / "reports"]
    if subprocess.run(mounted, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount; the file limit above does the same")
    try:
        done = allegedly(project, "report")
        assert done.returncode in (0, 2, 3)
        assert done.returncode == 0 or "cannot be written: No space left on device" in done.stderr
        assert all(path.read_text().rstrip().endswith("</html>") for path in (project / "reports").glob("*.html"))
    finally:
        subprocess.run(["umount", "-l", project / "reports"], check=True)
    assert (project / "data/processed/claims.csv").is_file()


def test_a_folder_that_cannot_be_written_is_named(project):
    (project / "file").write_text("")
    done = allegedly(project, "report", "--reports", "file/reports")
    assert (done.returncode, "file/reports: cannot be written" in done.stderr) == (2, True)
    done = allegedly(project, "read", "--processed", "/proc/nowhere")
    assert (done.returncode, "/proc/nowhere: cannot be made" in done.stderr) == (2, True)


def test_two_runs_do_not_mix(project):
    (project / "notebooks/04-two.ipynb").write_text(notebook("Two?", "x: int = 1", "import time\ntime.sleep(2)"))
    first = subprocess.Popen(command("report"), cwd=project, stderr=subprocess.PIPE)
    _until((project / "reports/.lock").exists)
    _until(lambda: (project / "reports/.lock").read_text())
    hurried = allegedly(project, "report", "--wait", 0)
    patient = allegedly(project, "report", "--wait", 60)
    assert (hurried.returncode, f"is in use by process {first.pid} on" in hurried.stderr) == (2, True), hurried.stderr
    assert (patient.returncode, "0 pages made, 2 unchanged" in patient.stderr) == (0, True), patient.stderr
    assert first.wait() == 0


def test_the_lock_of_a_dead_run_is_taken_over(project):
    first = subprocess.Popen(command("report"), cwd=project, stderr=subprocess.DEVNULL)
    _until(lambda: (project / "reports/.lock").exists() and (project / "reports/.lock").read_text())
    first.kill()
    first.wait()
    assert allegedly(project, "report", "--wait", 5).returncode == 0


def test_a_clock_that_jumps_back_does_no_harm(project):
    assert allegedly(project, "report").returncode == 0
    for path in (project / "reports").rglob("*"):
        os.utime(path, (4e9, 4e9))
    state = project / "reports/status/suite.json"
    state.write_text(re.sub(r"20\d\d-", "2099-", state.read_text()))
    assert "0 pages made, 2 unchanged" in allegedly(project, "report").stderr
    (project / "data/raw/flood.txt").write_text(FLOOD.replace("300", "400"))
    assert "2 pages made, 0 unchanged" in allegedly(project, "report").stderr
    moments = re.findall(r"<updated>(.+?)</updated>", (project / "reports/feed.xml").read_text())
    assert moments == sorted(moments, reverse=True)


# a file that a run left damaged, what it holds
DAMAGED = [
    ("data/processed/figures.parquet", b"PAR1"),
    ("reports/status/03-all.json", b'{"status": "ok", "key"'),
    ("reports/status/suite.json", b"[]"),
    ("reports/03-all.ipynb", b'{"cells": ['),
    ("reports/03-all.html", b"<html>"),
    ("reports/.03-all.html.99-abc.part", b"half"),
]


@pytest.mark.parametrize(("name", "content"), DAMAGED)
def test_damage_is_mended_by_the_next_run(project, name, content):
    assert allegedly(project, "report").returncode == 0
    before = outputs(project)
    (project / name).write_bytes(content)
    assert allegedly(project, "report", "--force").returncode == 0
    now = outputs(project)
    assert now.keys() == before.keys()
    assert now["reports/03-all.html"].endswith(before["reports/03-all.html"][-500:])


def test_no_notebook_at_all_is_wrong_use(tmp_path):
    done = allegedly(make_project(tmp_path / "none", notebooks={}), "report")
    assert (done.returncode, "holds no notebook to report" in done.stderr) == (2, True)


def test_a_kernel_that_is_not_there_is_said(tmp_path):
    book = NOTEBOOKS["03-all"].replace('"python3"', '"nosuch"')
    project = make_project(tmp_path / "kernel", notebooks={"03-all": book, "04-two": TINY["04-two"]})
    done = allegedly(project, "report")
    assert (done.returncode, "it wants the kernel 'nosuch', which is not installed" in done.stderr) == (3, True)
    assert (project / "reports/04-two.html").is_file()
