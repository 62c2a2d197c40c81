"""A reader's figures of IN.jsonl (`id`, `text`) written to OUT.jsonl, with what it took; run in its own environment.

PYTHON benchmarks/peers.py quantulum3|recognizers|allegedly|bare IN.jsonl OUT.jsonl [once]

What a reader builds on its first call is timed by itself; then all texts are read once ("cold") and again ("warm").
A reader that raises on a text ends the run with exit code 1 and says on which: a text that it did not get through
holds no figures that it missed.
"""

import json
import re
import sys
import time
import warnings
from importlib.metadata import version
from pathlib import Path

PACKAGES = {"quantulum3": "quantulum3", "recognizers": "recognizers-text-suite", "allegedly": "allegedly", "bare": ""}


def quantulum3():
    warnings.filterwarnings("ignore", message="Classifier dependencies")  # a plain installation has none, and works
    from quantulum3 import parser

    def read(text):
        for found in parser.parse(text):
            value = sorted(
                {round(found.value - (found.uncertainty or 0), 9), round(found.value + (found.uncertainty or 0), 9)}
            )
            unit = None if found.unit.name == "dimensionless" else found.unit.name
            yield found.span[0], found.span[1], found.surface, value if len(value) > 1 else value[0], unit

    return read


def recognizers():
    from recognizers_number import recognize_number
    from recognizers_number_with_unit import recognize_currency, recognize_dimension
    from recognizers_text import Culture

    def read(text):
        for recognise in (recognize_currency, recognize_dimension, recognize_number):
            for found in recognise(text, Culture.English):
                resolution = found.resolution or {}
                try:
                    value = float(resolution.get("value"))
                except (TypeError, ValueError):
                    continue
                yield found.start, found.end + 1, found.text, value, resolution.get("unit")

    return read


def allegedly():
    from allegedly.reading.how_much.quantities import quantities

    def read(text):
        for found in quantities(text):
            value = found.value if found.value is not None else [found.likely_low, found.likely_high]
            yield found.start, found.end, found.text, value, found.unit

    return read


def bare():
    pattern = re.compile(r"\d+(?:[.,]\d+)*")
    return lambda text: [(*found.span(), found[0], None, None) for found in pattern.finditer(text)]


READERS = {reader.__name__: reader for reader in (quantulum3, recognizers, allegedly, bare)}


def apart(found):
    """The figures that overlap none before them: an amount counts before the number inside it."""
    kept = []
    for one in found:
        if not any(one[0] < other[1] and other[0] < one[1] for other in kept):
            kept.append(one)
    return kept


def timed(read, rows):
    """The figures of each row, and the processor time that all took."""
    began, found = time.process_time(), []
    for row in rows:
        try:
            found.append(list(read(row["text"])))
        except Exception as error:
            sys.exit(f"raised on text {row['id']}: {type(error).__name__}: {error}")
    return found, time.process_time() - began


def main():
    name, source, target, *once = sys.argv[1:]
    rows = [json.loads(line) for line in Path(source).read_text(encoding="utf8").splitlines()]
    began = time.process_time()
    read = READERS[name]()
    list(read("two miles"))  # what is built on the first call
    first = time.process_time() - began
    found, cold = timed(read, rows)
    warm = None if once else timed(read, rows)[1]
    keys = ("start", "end", "surface", "value", "unit")
    with Path(target).open("w", encoding="utf8") as out:
        for row, figures in zip(rows, found, strict=True):
            said = [dict(zip(keys, one, strict=True)) for one in apart(figures)]
            out.write(json.dumps({"id": row["id"], "quantities": said}) + "\n")
    package = PACKAGES[name]
    print(json.dumps({"version": version(package) if package else "", "first": first, "cold": cold, "warm": warm}))


if __name__ == "__main__":
    main()
