"""The suite against papermill alone, and against the command lines `papermill` and `jupyter nbconvert`, in one run.

    python -m benchmarks.suite [RUNS]

The floor is papermill's Python API in one process, one notebook after another: notebooks with the imports of ours and
as many charts, no page made of them. Each side starts anew each time; medians, and the peak memory of any one process.
"""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
CHART = "fig, ax = plt.subplots()\nax.barh(range(8), range(8))\nax.set_title('Chart')\nax.set_xlabel('thousands')"
FLOOR = (
    "import sys\nsys.modules['rfc3987_syntax'] = None  # the same courtesy that we do ourselves\nimport papermill\n"
    "for path in sys.argv[1:]:\n    papermill.execute_notebook(path, path + '.out.ipynb', progress_bar=False)\n"
)


def notebook(*cells: str) -> str:
    """A notebook of code cells, as JSON text."""
    made = [
        {"cell_type": "code", "id": f"c{n}", "metadata": {}, "source": source, "outputs": [], "execution_count": None}
        for n, source in enumerate(cells)
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"cells": made, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5})


def bare(path: Path) -> str:
    """A notebook with the imports of the one at `path` and as many charts, that does nothing else."""
    sources = ["".join(cell["source"]) for cell in json.loads(path.read_text())["cells"] if cell["cell_type"] == "code"]
    imports = [line for source in sources for line in source.splitlines() if re.match(r"(from|import) ", line)]
    charts = sum(len(re.findall(r"\bcharts\.\w+\(", source)) for source in sources)
    return notebook("\n".join([*imports, "import pandas", "import matplotlib.pyplot as plt"]), *[CHART] * charts)


def project(folder: Path, notebooks: dict[str, str] | None = None) -> Path:
    """A copy of this project with its first article only, and its own notebooks or those given."""
    raw = folder / "data" / "raw"
    raw.mkdir(parents=True)
    first = sorted((ROOT / "data" / "raw").glob("*.txt"))[0]
    shutil.copy(first, raw)
    rows = (ROOT / "data" / "raw" / "sources.csv").read_text().splitlines(keepends=True)
    (raw / "sources.csv").write_text("".join([rows[0], *(row for row in rows if row.startswith(first.name))]))
    if notebooks is None:
        shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".*"))
        shutil.copytree(ROOT / "tests" / "gold", folder / "tests" / "gold")
    else:
        (folder / "notebooks").mkdir()
        for name, content in notebooks.items():
            (folder / "notebooks" / f"{name}.ipynb").write_text(content)
    return folder


def timed(*commands: list, cwd: Path) -> tuple[float, float]:
    """Seconds that `commands` take one after another, and the peak memory of any one process, in MB."""
    start, peak = time.perf_counter(), 0
    for command in commands:
        process = subprocess.Popen(
            [*map(str, command)], cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
        )
        said = process.stderr.read()
        _, code, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(code)
        peak = max(peak, usage.ru_maxrss / 1024)
        if process.returncode:
            raise SystemExit(f"{command} failed:\n{said}")
    return time.perf_counter() - start, peak


def report(folder: Path, jobs: int) -> tuple[float, float]:
    for made in ("reports", "data/processed"):
        shutil.rmtree(folder / made, ignore_errors=True)
    return timed([sys.executable, "-m", "allegedly", "report", "--quiet", "--jobs", jobs], cwd=folder)


def compare(title: str, sides: dict, runs: int, share: float) -> float:
    """Prints the medians of `sides`, the first being ours; the ratio of ours to the last."""
    found = {name: [] for name in sides}
    for _ in range(runs):
        for name, side in sides.items():
            found[name].append(side())
    print(f"\n{title} (median of {runs}, seconds; peak memory of one process)")
    medians = {name: statistics.median(seconds for seconds, _ in rows) for name, rows in found.items()}
    for name, rows in found.items():
        print(f"  {name:48} {medians[name]:7.2f} s  {max(peak for _, peak in rows):6.0f} MB")
    *ours, (_, floor) = medians.items()
    for name, seconds in ours:
        print(f"  {name}: {seconds / floor:.2f} of it (wanted: at most {share})")
    return ours[0][1] / floor


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        own = project(home / "own")
        floors = []
        for path in sorted((own / "notebooks").glob("0[1-9]*.ipynb")):
            floors.append(home / path.name)
            floors[-1].write_text(bare(path))
        floor = [sys.executable, "-c", FLOOR, *floors]
        sides = {
            "allegedly report --jobs 2": lambda: report(own, 2),
            "allegedly report --jobs 1": lambda: report(own, 1),
            f"papermill alone, {len(floors)} notebooks": lambda: timed(floor, cwd=home),
        }
        compare("The default suite on the first article", sides, runs, 1.3)

        books = {
            f"{n:02}-charts": notebook("import pandas\nimport matplotlib.pyplot as plt", *[CHART] * 4)
            for n in range(10)
        }
        ten = project(home / "ten", books)
        lines = []
        for name in books:
            book = ten / "notebooks" / f"{name}.ipynb"
            lines.append([sys.executable, "-m", "papermill", "--no-progress-bar", book, book.name])
            lines.append([sys.executable, "-m", "jupyter", "nbconvert", "--to", "html", book.name])
        sides = {
            "allegedly report --jobs 2": lambda: report(ten, 2),
            "papermill, then jupyter nbconvert, ten times": lambda: timed(*lines, cwd=home),
        }
        compare("Ten chart notebooks to ten pages", sides, runs, 0.25)


if __name__ == "__main__":
    main()
