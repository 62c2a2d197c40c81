"""How fast and how well figures are read, beside a bare regex pass and two peers, in one run on one core.

python -m benchmarks.speed            the peers are installed on the first run, into benchmarks/.peers
python -m benchmarks.speed --alone    without the peers
"""

import json
import re
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

from allegedly.lexicon import load
from allegedly.reading.how_much.quantities import quantities
from benchmarks.predict import predict

HERE = Path(__file__).parent
ROOT = HERE.parent
PEERS = HERE / ".peers"
SHARED = ROOT.parent / "shared"
WANTED = {
    "quantulum3": ["quantulum3", "inflect", "scikit-learn", "stemming"],
    "recognizers": ["recognizers-text-suite", "emoji<2"],
}
WORDS = [word for table in ("ones", "teens", "tens", "hundred", "scale") for word in load("numbers")[table]]
BARE = re.compile(rf"\d+(?:[.,]\d+)*|\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)


def main():
    paragraphs = text_for_speed()
    text = "\n\n".join(paragraphs)
    megabytes = len(text.encode()) / 1e6
    first = seconds_of(lambda: quantities("five people"), times=1)
    bare = megabytes / seconds_of(lambda: sum(1 for _ in BARE.finditer(text)))
    ours = megabytes / seconds_of(lambda: quantities(text))
    print(f"{megabytes:.2f} MB of news; first call {first:.2f} s")
    print(f"{'':14}{'MB/s':>8}   {'value':>6}{'+bound':>8}{'+unit':>7}   (F1 on the development half of NewsQuant)")
    print(f"{'bare regex':14}{bare:8.2f}")
    show("allegedly", ours, score([predict_row(row) for row in gold()]))
    for name in [] if "--alone" in sys.argv else WANTED:
        show(name, *peer(name, paragraphs))


def text_for_speed() -> list[str]:
    """Paragraphs of news, about a megabyte: the project's own articles, and more where they are at hand."""
    files = [*ROOT.glob("data/raw/*.txt"), *SHARED.glob("texts/*.txt"), *SHARED.glob("gold/texts/*.txt")]
    found = [part for file in files for part in file.read_text(encoding="utf8").split("\n\n")]
    return found * max(1, 1_000_000 // sum(map(len, found)))


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


def show(name, speed, scores):
    columns = ("value", "value+bound", "value+unit(head)")
    cells = "".join(f"{scores[column]:8.1f}" if column in scores else f"{'':8}" for column in columns)
    print(f"{name:14}{speed:8.3f}  {cells}", flush=True)


def peer(name, paragraphs) -> tuple[float, dict]:
    """A peer's MB/s on the first paragraphs of the text, and its scores."""
    python = PEERS / name / "bin" / "python"
    ready = PEERS / name / "ready"
    if not ready.exists():
        venv.create(PEERS / name, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "-qqq", "setuptools<81", *WANTED[name]], check=True)
        ready.touch()
    sample = [{"id": str(number), "text": part} for number, part in enumerate(paragraphs[:60])]
    _, seconds = ask(name, python, sample)
    rows, _ = ask(name, python, gold())
    return sum(len(row["text"].encode()) for row in sample) / 1e6 / seconds, score(rows)


def ask(name, python, rows) -> tuple[list[dict], float]:
    """A peer's figures of `rows`, and the processor time that it took."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "in.jsonl", Path(folder) / "out.jsonl"
        source.write_text(
            "".join(json.dumps({"id": row["id"], "text": row["text"]}) + "\n" for row in rows), encoding="utf8"
        )
        command = [python, HERE / "peers.py", name, source, target]
        result = subprocess.run(command, capture_output=True, check=True, text=True)
        return [json.loads(line) for line in target.read_text("utf8").splitlines()], float(result.stdout.split()[-1])


if __name__ == "__main__":
    main()
