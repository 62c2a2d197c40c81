"""How fast and how well figures are read, beside a bare regex pass and two peers, on the same texts in one run.

python -m benchmarks.speed            the peers are installed on the first run, into benchmarks/.peers
python -m benchmarks.speed --alone    without the peers

Each reader runs in a process of its own, in turn, three times (Recognizers once); the medians are told: the first call,
then all texts read once ("cold") and again ("warm"), sentence by sentence and paragraph by paragraph. quantulum3 is
what a plain `pip install quantulum3` gives. A peer that raises on a text ends the run: nothing is counted as unread.
"""

import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

from allegedly.lexicon import load
from benchmarks.predict import predict

HERE = Path(__file__).parent
ROOT = HERE.parent
PEERS = HERE / ".peers"
SHARED = ROOT.parent / "shared"
WANTED = {
    "quantulum3": ["quantulum3"],
    "recognizers": ["setuptools<81", "recognizers-text-suite", "emoji<2"],  # as it says it needs, and does not ask for
}
ROUNDS = 3
SLOW = ("recognizers",)  # once: it takes minutes
ENOUGH = 20_000  # characters of each kind of text
WORDS = [word for table in ("ones", "teens", "tens", "hundred", "scale") for word in load("numbers")[table]]
BARE = re.compile(rf"\d+(?:[.,]\d+)*|\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)


def main() -> None:
    readers = {"bare": Path(sys.executable), "allegedly": Path(sys.executable)}
    if "--alone" not in sys.argv:
        readers |= {name: installed(name) for name in WANTED}
    texts = {"sentences": sample(sentences()), "paragraphs": sample(paragraphs())}
    took = {name: times(name, readers, rows) for name, rows in texts.items()}
    for name, rows in texts.items():
        print(f"{name}: {len(rows)}, {size(rows):.3f} MB, sorted")
    print("\nMB/s; F1 on the development half of NewsQuant")
    print(f"{'':24}{'first call':>11}{'sentences':>20}{'paragraphs':>20}")
    heads = "".join(
        f"{head:>{width}}"
        for head, width in zip(("s", "cold", "warm", "cold", "warm"), (11, 12, 8, 12, 8), strict=True)
    )
    print(f"{'':24}{heads}   {'value':>8}{'+bound':>8}{'+unit':>8}")
    for name, python in readers.items():
        show(name, [took[kind][name] for kind in texts], [size(rows) for rows in texts.values()], scored(name, python))
    for kind in texts:
        for name in WANTED if "--alone" not in sys.argv else ():
            cold, warm = (took[kind][name][key] / took[kind]["allegedly"][key] for key in ("cold", "warm"))
            print(f"{kind}: {cold:.0f} (cold) and {warm:.0f} (warm) times as fast as {name}")


def paragraphs() -> list[str]:
    """The paragraphs of the project's own articles, and of more where they are at hand."""
    files = [*ROOT.glob("data/raw/*.txt"), *SHARED.glob("texts/*.txt"), *SHARED.glob("gold/texts/*.txt")]
    found = {part.strip() for file in files for part in file.read_text(encoding="utf8").split("\n\n")}
    return sorted(found - {""})


def sentences() -> list[str]:
    return sorted({one for part in paragraphs() for one in re.split(r"(?<=[.!?])\s+", part)})


def sample(texts: list[str]) -> list[dict[str, str]]:
    """Every so many of the texts, in their order, so that they come to `ENOUGH` characters."""
    step = max(1, sum(map(len, texts)) // ENOUGH)
    return [{"id": str(number), "text": text} for number, text in enumerate(texts[::step])]


def size(rows: list[dict[str, str]]) -> float:
    return sum(len(row["text"].encode()) for row in rows) / 1e6


def times(kind: str, readers: dict[str, Path], rows: list[dict[str, str]]) -> dict[str, dict]:
    """The medians of what each reader took, and its version; the readers take turns."""
    runs: dict[str, list[dict]] = {name: [] for name in readers}
    for turn in range(ROUNDS):
        for name, python in readers.items():
            if turn and name in SLOW:
                continue
            runs[name].append(ask(name, python, rows)[1])
    keys = ("first", "cold", "warm")
    return {
        name: {"version": found[0]["version"]} | {key: statistics.median(run[key] for run in found) for key in keys}
        for name, found in runs.items()
    }


def seconds_of(run, times=3) -> float:
    """The least processor time that `run` takes."""
    took = []
    for _ in range(times):
        began = time.process_time()
        run()
        took.append(time.process_time() - began)
    return min(took)


def gold() -> list[dict]:
    file = SHARED / "bench" / "newsquant_dev.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf8").splitlines()] if file.exists() else []


def predict_row(row):
    return {"id": row["id"], "quantities": predict(row["text"])}


def score(rows) -> dict:
    """The scorer's F1 by its name, where the benchmark is at hand."""
    if not rows:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "found.jsonl"
        found.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf8")
        command = [
            sys.executable,
            SHARED / "bench" / "score.py",
            SHARED / "bench" / "newsquant_dev.jsonl",
            found,
            "--json",
        ]
        result = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    return {name: values[2] for name, values in result.items() if isinstance(values, list)}


def scored(name: str, python: Path) -> dict:
    """A reader's F1: ours in the benchmark's conventions (benchmarks/predict.py), a peer's as it reads."""
    if name == "bare":
        return {}
    return score([predict_row(row) for row in gold()] if name == "allegedly" else ask(name, python, gold(), "once")[0])


def show(name: str, took: list[dict], sizes: list[float], scores: dict) -> None:
    columns = ("value", "value+bound", "value+unit(head)")
    label = f"{name} {took[0]['version']}".strip()
    speeds = "".join(f"{mb / one['cold']:12.3f}{mb / one['warm']:8.3f}" for one, mb in zip(took, sizes, strict=True))
    cells = "".join(f"{scores[column]:8.1f}" if column in scores else f"{'':8}" for column in columns)
    print(f"{label:24}{took[0]['first']:11.2f}{speeds}   {cells}", flush=True)


def installed(name: str) -> Path:
    """The Python of a peer's own environment, made where it is missing."""
    python, ready = PEERS / name / "bin" / "python", PEERS / name / "ready"
    if not ready.exists() or ready.read_text(encoding="utf8") != " ".join(WANTED[name]):
        venv.create(PEERS / name, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "-qqq", *WANTED[name]], check=True)
        ready.write_text(" ".join(WANTED[name]), encoding="utf8")
    return python


def ask(name: str, python: Path, rows: list[dict], *once: str) -> tuple[list[dict], dict]:
    """A reader's figures of `rows`, and what it took; ends where it raises."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.jsonl", Path(folder) / "out.jsonl"
        texts = (json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in rows)
        source.write_text("".join(texts), encoding="utf8")
        command = [python, HERE / "peers.py", name, source, target, *once]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode:
            last = (result.stderr.strip() or "no word of why").splitlines()[-1]
            sys.exit(f"benchmarks.speed: {name} did not read all texts, so it cannot be compared: {last}")
        read = [json.loads(line) for line in target.read_text("utf8").splitlines()]
        return read, json.loads(result.stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
