"""What goes wrong at six in the morning, done for real: earlier good pages stay, no kernel is left, and it is said."""

import os
import random
import re
import resource
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from projects import ALL, FLOOD, allegedly, command, copied, here, make_project, notebook, status

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


def gone(project, seconds=60):
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


ENDS = {
    "04-kill": ("import os, signal\nos.kill(os.getpid(), signal.SIGKILL)", "died", "its kernel died"),
    "05-wait": ("import time\ntime.sleep(600)", "timed out", "cell 3 took longer than 5 seconds"),
    "06-exit": ("import sys\nsys.exit(0)", "failed", "it ended itself"),
    "07-fail": ("1 / 0", "failed", "ZeroDivisionError: division by zero"),
}
SOUND = {name: notebook(f"Sound {name}?", "x: int = 1", "x + 1") for name in ENDS}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project after a good run; the tests get copies of it."""
    project = make_project(tmp_path_factory.mktemp("made") / "project", notebooks=TINY)
    done = allegedly(project, "report")
    assert done.returncode == 0, done.stderr
    return project


@pytest.fixture
def project(made, tmp_path):
    return copied(made, tmp_path)


@pytest.fixture(scope="module")
def ended(tmp_path_factory):
    """A project whose notebooks all ran well, and then all failed; its good pages, and what the failing run said."""
    project = make_project(tmp_path_factory.mktemp("ended") / "project", notebooks=SOUND)
    assert allegedly(project, "report", "--jobs", 2).returncode == 0
    good = {name: (project / f"reports/{name}.html").read_bytes() for name in ENDS}
    for name, (cell, _, _) in ENDS.items():
        (project / f"notebooks/{name}.ipynb").write_text(notebook(f"Sound {name}?", "x: int = 1", cell, "x + 1"))
    done = allegedly(project, "report", "--jobs", 2, "--timeout", 5)
    assert done.returncode == 3
    return project, good, done.stderr


@pytest.mark.parametrize("name", ENDS)
def test_a_run_that_fails_is_shown_beside_the_last_good_one(ended, name):
    (project, good, said), (_, how, words) = ended, ENDS[name]
    assert f"{name}: {how}: {words}" in said
    assert status(project, name)["status"] == how
    assert (project / f"reports/{name}.html").read_bytes() == good[name]
    assert words.split(":")[0] in (project / f"reports/{name}.failed.html").read_text()
    assert {f"{name}.html", f"{name}.failed.html"} <= {*re.findall(r'href="([^"]+)"', _index(project))}


def test_a_notebook_that_is_mended_leaves_nothing_of_its_failure(ended, tmp_path):
    project = copied(ended[0], tmp_path)
    for name, book in SOUND.items():
        (project / f"notebooks/{name}.ipynb").write_text(book)
    assert allegedly(project, "report", "--jobs", 2).returncode == 0
    assert not [*(project / "reports").glob("*.failed.*")]
    assert gone(ended[0])


def _index(project):
    return (project / "reports/index.html").read_text()


WAITING = notebook("Two?", "x: int = 1", "open('begun', 'w').close()", "import time\ntime.sleep(600)")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_told_to_end_ends_and_says_so(project, number, code):
    good = (project / "reports/04-two.html").read_bytes()
    (project / "notebooks/04-two.ipynb").write_text(WAITING)
    run = subprocess.Popen(command("report"), cwd=project, stderr=subprocess.PIPE)
    _until((project / "notebooks/begun").exists)
    run.send_signal(number)
    said = run.communicate(timeout=60)[1].decode()
    assert (run.returncode, "stopped; what was done is saved" in said) == (code, True), said
    assert gone(project)
    assert (project / "reports/04-two.html").read_bytes() == good


def _until(what, seconds=120):
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until
        time.sleep(0.05)


LONGEST = 4  #: seconds within which a run is killed; what a slow machine does not reach, the next run goes on to


def test_a_run_killed_at_any_moment_is_carried_on_by_the_next(tmp_path):
    only = {"04-two": TINY["04-two"]}
    undisturbed = make_project(tmp_path / "a" / "project", notebooks=only)
    start = time.monotonic()
    assert allegedly(undisturbed, "report").returncode == 0
    took, chance = min(time.monotonic() - start, LONGEST), random.Random(7)
    disturbed = make_project(tmp_path / "b" / "project", notebooks=only)
    for _ in range(20):
        run = subprocess.Popen(command("report"), cwd=disturbed, stderr=subprocess.DEVNULL)
        with suppress(subprocess.TimeoutExpired):
            run.wait(chance.uniform(0.1, 0.9) * took)
        run.kill()
        run.wait()
        if (disturbed / "reports/status/suite.json").exists():  # it was done: part of it is to be made anew
            shutil.rmtree(disturbed / chance.choice(["reports", "data/processed"]))
            (disturbed / "reports/status/suite.json").unlink(missing_ok=True)
    assert allegedly(disturbed, "report").returncode == 0
    assert gone(disturbed)
    was, now = outputs(undisturbed), outputs(disturbed)
    assert now.keys() == was.keys()
    assert {name for name, data in was.items() if now[name] != data} == set()


def _limited(bytes_):
    """A process that may write no file longer than `bytes_`: what a full disk does, without needing to mount one."""

    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_, bytes_))

    return limit


@pytest.mark.parametrize("share", [0, 0.05, 0.4, 0.99])
def test_a_full_disk_leaves_the_earlier_outputs_whole(project, share):
    good = outputs(project)
    (project / "data/raw/flood.txt").write_text(FLOOD.replace("300", "400"))
    limit = _limited(int(share * (project / "reports/03-all.html").stat().st_size))
    done = subprocess.run(
        command("report"), cwd=project, capture_output=True, preexec_fn=limit, timeout=300, check=False
    )
    assert done.returncode in (2, 3), done.stderr
    assert b"cannot be written" in done.stderr
    assert b"Traceback" not in done.stderr
    _is_whole(project, good)
    assert gone(project)


def _is_whole(project, good):
    """Every output is the old one or a new one, none is torn or gone."""
    now = outputs(project)
    assert good.keys() <= now.keys()
    assert not [name for name in now if name.endswith(".part")]
    pages = [path.read_text() for path in (project / "reports").glob("*.html")]
    assert all(page.rstrip().endswith("</html>") for page in pages)


@pytest.mark.parametrize("kilobytes", [16, 96])
def test_a_small_disk_that_fills_up(made, tmp_path, kilobytes):
    project = copied(made, tmp_path)
    shutil.rmtree(project / "reports")
    with _small_disk(project / "reports", kilobytes) as limit:
        done = subprocess.run(
            command("report"), cwd=project, capture_output=True, preexec_fn=limit, timeout=300, check=False
        )
        assert (done.returncode in (2, 3), b"cannot be written" in done.stderr) == (True, True), done.stderr
        assert all(path.read_text().rstrip().endswith("</html>") for path in (project / "reports").glob("*.html"))
    assert allegedly(project, "report").returncode == 0


@contextmanager
def _small_disk(folder, kilobytes):
    """A disk of that size at `folder`; where nobody may mount one, nothing there and a limit to the size of files."""
    folder.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", folder]
    if not shutil.which("mount") or subprocess.run(mounted, capture_output=True, check=False).returncode:
        yield _limited(kilobytes * 128)
        return
    try:
        yield None
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def test_a_folder_that_cannot_be_written_is_named(project):
    (project / "file").write_text("")
    done = here(project, "report", "--reports", "file/reports")
    assert (done.returncode, "file/reports: cannot be written" in done.stderr) == (2, True)
    done = here(project, "read", "--processed", "/proc/nowhere")
    assert (done.returncode, "/proc/nowhere: cannot be made" in done.stderr) == (2, True)


LINGERING = "import os, time\nopen('begun', 'w').close()\nwhile not os.path.exists('go'): time.sleep(0.05)"


def test_two_runs_do_not_mix(project):
    (project / "notebooks/04-two.ipynb").write_text(notebook("Two?", "x: int = 1", LINGERING))
    first = subprocess.Popen(command("report"), cwd=project, stderr=subprocess.PIPE)
    _until((project / "notebooks/begun").exists)
    hurried = allegedly(project, "report", "--wait", 0)
    patient = subprocess.Popen(command("report"), cwd=project, stderr=subprocess.PIPE, text=True)
    waits = patient.stderr.readline()
    (project / "notebooks/go").write_text("")
    rest = patient.communicate(timeout=300)[1]
    assert (hurried.returncode, f"is in use by process {first.pid} on" in hurried.stderr) == (2, True), hurried.stderr
    assert f"waiting for process {first.pid} on" in waits
    assert (patient.returncode, "0 pages made, 2 unchanged" in rest) == (0, True), rest
    assert (first.wait(), first.stderr.close()) == (0, None)


def test_the_lock_of_a_dead_run_is_taken_over(project):
    (project / "notebooks/04-two.ipynb").write_text(WAITING)
    first = subprocess.Popen(command("report"), cwd=project, stderr=subprocess.DEVNULL)
    _until((project / "notebooks/begun").exists)
    first.kill()
    first.wait()
    assert gone(project)
    (project / "notebooks/04-two.ipynb").write_text(TINY["04-two"])
    assert allegedly(project, "report", "--wait", 0).returncode == 0


def test_a_clock_that_jumps_back_does_no_harm(project):
    for path in (project / "reports").rglob("*"):
        os.utime(path, (4e9, 4e9))
    state = project / "reports/status/suite.json"
    state.write_text(re.sub(r"20\d\d-", "2099-", state.read_text()))
    assert "0 pages made, 2 unchanged" in here(project, "report").stderr
    (project / "data/raw/flood.txt").write_text(FLOOD.replace("300", "400"))
    assert "2 pages made, 0 unchanged" in here(project, "report").stderr
    moments = re.findall(r"<updated>(.+?)</updated>", (project / "reports/feed.xml").read_text())
    assert moments == sorted(moments, reverse=True)


# files that runs of other days left damaged
DAMAGED = {
    "data/processed/figures.parquet": b"PAR1",
    "data/processed/.claims.csv.999999999-abc.part": b"half",
    "reports/status/03-all.json": b'{"status": "ok", "key"',
    "reports/status/suite.json": b"[]",
    "reports/03-all.ipynb": b'{"cells": [',
    "reports/03-all.html": b"<html>",
    "reports/.03-all.html.999999999-abc.part": b"half",
}


def test_damage_is_mended_by_the_next_run(project):
    before = outputs(project)
    for name, content in DAMAGED.items():
        (project / name).write_bytes(content)
    done = here(project, "report")
    assert (done.returncode, "reports/status/03-all.json: damaged; its report is run anew" in done.stderr) == (0, True)
    now = outputs(project)
    assert now.keys() == before.keys()
    assert {name for name in DAMAGED if name in before and now[name] == DAMAGED[name]} == set()
    assert now["reports/03-all.html"].endswith(before["reports/03-all.html"][-500:])


def test_no_notebook_at_all_is_wrong_use(tmp_path):
    done = here(make_project(tmp_path / "none", notebooks={}), "report")
    assert (done.returncode, "holds no notebook to report" in done.stderr) == (2, True)


def test_a_kernel_that_is_not_there_is_said(project):
    (project / "notebooks/03-all.ipynb").write_text(TINY["03-all"].replace('"python3"', '"nosuch"'))
    (project / "notebooks/04-two.ipynb").write_text(TINY["04-two"].replace("x + 1", "x + 2"))
    done = here(project, "report")
    assert (done.returncode, "it wants the kernel 'nosuch', which is not installed" in done.stderr) == (3, True)
    assert status(project, "04-two")["status"] == "ok"
