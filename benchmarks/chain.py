"""How fast each step from articles to the tidy table is, beside a bare regex pass, in one run on one core.

    python -m benchmarks.chain [FOLDER | FILE]...

Without arguments it reads the project's own articles, again and again up to a quarter of a megabyte; these are dense
with figures, so say which text was measured. It prints figures a kilobyte, MB/s, the time in bare passes, the first
call of a new process, the peak memory after each step, and how the time grows with ten times the text: in an article,
in one paragraph, in one sentence. The machine's load moves MB/s; bare passes less so.
"""

import gc
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path

from allegedly import Document, claims, tidy
from allegedly.reading.how_much.quantities import quantities, read_pieces
from allegedly.reading.of_what.things import things
from allegedly.reading.parsing import Analyses, parse
from allegedly.reading.when.times import times
from allegedly.reading.who.discourse import Discourse
from allegedly.reading.who.speakers import attributions
from allegedly.text.sentences import sentences
from allegedly.text.tokens import pieces, tokens_of
from benchmarks.speed import BARE, seconds_of

OWN = [Path(__file__).parents[1] / place for place in ("data/raw", "tests/gold/articles")]
ENOUGH = 250_000  # characters read for MB/s
SMALL = 15_000  # characters whose time is compared with that of ten times as many
TODAY = date(2024, 5, 15)
FIRST = """
import time
from allegedly import Document, claims, tidy
from allegedly.reading.how_much.quantities import quantities
for call in (lambda: quantities("About 40 men came."), lambda: tidy(claims(Document("a", "About 40 men came.")))):
    began = time.process_time()
    call()
    print(f"{time.process_time() - began:.2f}")
"""
PEAK = r"""
import re, sys
from pathlib import Path
def peak(name):  # of this process only: getrusage counts the one that started it too
    kilobytes = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]
    print(f"{name}: {int(kilobytes) // 1024} MB", flush=True)
peak("Python by itself")
text = sys.stdin.read()
peak("with the text")
from allegedly.reading.how_much.quantities import quantities
peak(f"quantities, {len(quantities(text))} of them")
from allegedly import Document, claims, tidy
found = claims(Document("a", text))
peak(f"claims, {len(found)} of them")
import pandas, pyarrow
peak("with pandas loaded")
tidy(found)
peak("tidy table")
"""


def main(arguments: list[str]) -> None:
    texts = read([Path(argument) for argument in arguments] or OWN)
    documents = [Document(str(number), text, as_of=TODAY) for number, text in enumerate(texts)]
    megabytes, bare = sum(len(text.encode()) for text in texts) / 1e6, None
    print(f"{megabytes:.2f} MB in {len(texts)} articles, of {', '.join(arguments) or 'the project itself'}")
    print(f"{figures(documents) / megabytes / 1000:.1f} figures a kilobyte\n{'':16}{'MB/s':>8}{'bare passes':>14}")
    for name, run in steps(documents).items():
        seconds = seconds_of(run)
        bare = bare or seconds
        print(f"{name:16}{megabytes / seconds:8.2f}{seconds / bare:14.1f}", flush=True)
    print(
        "\nfirst call in a new process: quantities {} s, then the whole chain {} s".format(*new_process(FIRST).split())
    )
    print("peak memory of a new process that reads all of it as one article")
    print(textwrap.indent(new_process(PEAK, "\n\n".join(texts)), "  "), end="")
    for name, (text, glue) in shapes(texts).items():
        print(f"ten times the text in one {name}: {growth(text, glue):.1f} times the time", flush=True)


def read(places) -> list[str]:
    """The texts of the articles at `places`, repeated until they are enough."""
    files = [file for place in places for file in (sorted(place.glob("*.txt")) if place.is_dir() else [place])]
    if not files:
        sys.exit(f"benchmarks.chain: no .txt in {', '.join(map(str, places))}; name a folder that holds articles")
    found = [file.read_text(encoding="utf8") for file in files]
    return found * max(1, ENOUGH // sum(map(len, found)))


def steps(documents: list[Document]) -> dict:
    """What is timed, by name; each step but the last is given what the one before it found."""
    cut = [sentences(document) for document in documents]
    figured = [list(_figures(parts)) for parts in cut]
    kept = [_Kept(document) for document in documents]
    parsed = [(each[number], found) for each, has in zip(kept, figured, strict=True) for number, _, found in has]
    table = [claim for document in documents for claim in claims(document)]
    gc.freeze()  # lest what is kept here to be read again slows what is timed
    return {
        "bare regex": lambda: [sum(1 for _ in BARE.finditer(document.text)) for document in documents],
        "sentences": lambda: [sentences(document) for document in documents],
        "quantities": lambda: [list(_figures(parts)) for parts in cut],
        "analysis": lambda: [parse(tokens, found).chunks for each in figured for _, tokens, found in each],
        "things, times": lambda: [(things(p, found), times(p, found, TODAY)) for p, found in parsed],
        "speakers": lambda: [_speakers(*each) for each in zip(kept, figured, strict=True)],
        "claims": lambda: [claims(document) for document in documents],
        "tidy": lambda: tidy(table),
        "whole chain": lambda: tidy([claim for document in documents for claim in claims(document)]),
    }


def _figures(parts):
    """Each sentence with a figure, as its number, its tokens and its figures; cut once, as `claims` does."""
    for sentence in parts:
        text, start = sentence.document.text, sentence.start
        cut = pieces(text, start, sentence.end)
        if found := read_pieces(text, start, cut):
            yield sentence.number, tokens_of(text, start, cut), found


def _speakers(article, figured):
    """Who says the figures of an article."""
    discourse = Discourse(article)
    return [attributions(discourse, number, found) for number, _, found in figured]


class _Kept:
    """An article all of whose sentences are kept as analysed."""

    def __init__(self, document):
        read = Analyses(document)
        self.document, self.sentences, self.quotes = document, read.sentences, read.quotes
        self._analysed = [read[number] for number in range(len(read.sentences))]

    def __getitem__(self, number):
        return self._analysed[number]


def figures(documents: list[Document]) -> int:
    """How many figures there are: the more, the slower is a megabyte."""
    return sum(len(quantities(document.text)) for document in documents)


def new_process(code: str, text: str = "") -> str:
    """What `code` prints in a Python of its own that has read nothing yet."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, input=text, stdout=subprocess.PIPE, check=True, text=True, encoding="utf8").stdout


def shapes(texts: list[str]) -> dict[str, tuple[str, str]]:
    """The same text as articles are, in one paragraph and in one sentence, each with what joins it to its like."""
    text = "\n\n".join(texts)[:SMALL]
    paragraph = " ".join(text.split())
    sentence = paragraph.translate(dict.fromkeys(map(ord, ".!?")))
    return {"article": (text, "\n\n"), "paragraph": (paragraph, " "), "sentence": (sentence, " ")}


def growth(text: str, glue: str) -> float:
    """How many times as long ten times `text` takes."""
    once, tenfold = Document("a", text, as_of=TODAY), Document("b", glue.join([text] * 10), as_of=TODAY)
    return seconds_of(lambda: claims(tenfold)) / seconds_of(lambda: claims(once), times=9)


if __name__ == "__main__":
    main(sys.argv[1:])
