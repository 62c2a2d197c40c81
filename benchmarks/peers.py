"""A peer's figures of IN.jsonl (`id`, `text`) written to OUT.jsonl; run in the peers' own environment.

benchmarks/.peers/bin/python benchmarks/peers.py quantulum3|recognizers IN.jsonl OUT.jsonl
"""

import json
import sys
import time
from pathlib import Path


def quantulum3():
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


def apart(found):
    """The figures that overlap none before them: an amount counts before the number inside it."""
    kept = []
    for one in found:
        if not any(one[0] < other[1] and other[0] < one[1] for other in kept):
            kept.append(one)
    return kept


def main():
    name, source, target = sys.argv[1:]
    read = {"quantulum3": quantulum3, "recognizers": recognizers}[name]()
    list(read("two miles"))  # what is built on the first call is not timed
    rows = [json.loads(line) for line in Path(source).read_text(encoding="utf8").splitlines()]
    began, found = time.process_time(), []
    for row in rows:
        try:
            found.append(apart(read(row["text"])))
        except Exception:  # a peer that fails on a text reads none of its figures
            found.append([])
    seconds = time.process_time() - began
    with Path(target).open("w", encoding="utf8") as out:
        for row, figures in zip(rows, found, strict=True):
            keys = ("start", "end", "surface", "value", "unit")
            out.write(
                json.dumps({"id": row["id"], "quantities": [dict(zip(keys, one, strict=True)) for one in figures]})
                + "\n"
            )
    print(seconds)


if __name__ == "__main__":
    main()
