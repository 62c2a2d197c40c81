"""All measurements in one run: what `make bench` prints. Speeds are ratios to something measured in the same run.

python -m benchmarks [NAME ...]     imports reading chain suite accuracy injected; all where none is named
"""

import subprocess
import sys
from pathlib import Path
from time import perf_counter

SHARED = Path(__file__).parents[2] / "shared"
RUN = [sys.executable, "-m"]
MEASURED = {
    "reading": [[*RUN, "benchmarks.speed"]],
    "chain": [[*RUN, "benchmarks.chain"]],
    "suite": [[*RUN, "benchmarks.suite"]],
    "accuracy": [[*RUN, "allegedly", "score", gold] for gold in ("tests/gold", str(SHARED / "gold"))],
    "injected": [[*RUN, "benchmarks.injected"]],
}


def main(names):
    unknown = [name for name in names if name not in MEASURED and name != "imports"]
    if unknown:
        sys.exit(f"benchmarks: {', '.join(unknown)}: not among imports, {', '.join(MEASURED)}")
    if not names or "imports" in names:
        say("imports")
        ours, pandas = seconds("import allegedly"), seconds("import pandas")
        print(f"import allegedly {ours:.3f} s, import pandas {pandas:.3f} s: {ours / pandas:.2f} of it (wanted: 0.33)")
    for name, commands in MEASURED.items():
        for command in commands if not names or name in names else ():
            if command[-1].startswith(str(SHARED)) and not Path(command[-1]).is_dir():
                print(f"\n{command[-1]} is not at hand: left out", flush=True)
                continue
            say(" ".join(command[2:]))
            subprocess.run(command, check=True)


def say(title):
    print(f"\n== {title}", flush=True)


def seconds(code, times=5):
    """The least time of a new Python that runs `code`, less that of one that runs nothing."""
    return max(0.0, _least(code, times) - _least("pass", times))


def _least(code, times):
    took = []
    for _ in range(times):
        began = perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True)
        took.append(perf_counter() - began)
    return min(took)


if __name__ == "__main__":
    main(sys.argv[1:])
