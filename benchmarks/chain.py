"""How fast each step from articles to the tidy table is, beside a bare regex pass, in one run on one core.

    python -m benchmarks.chain [FOLDER | FILE]...

Without arguments it reads the project's own articles, again and again up to a quarter of a megabyte. It prints MB/s,
the time in bare passes, the first call of a new process, the peak memory, and how the time grows with ten times the
text: in an article, in one paragraph, in one sentence. The machine's load moves MB/s; bare passes less so.
"""

import subprocess
import sys
from datetime import date
from pathlib import Path

from allegedly import Document, claims, tidy
from allegedly.reading.discourse import Discourse
from allegedly.reading.phrases import parse
from allegedly.reading.quantities import read_quantities
from allegedly.reading.speakers import attributions
from allegedly.reading.things import things
from allegedly.reading.times import times
from allegedly.reading.tokens import tokenise
from allegedly.sentences import sentences
from benchmarks.speed import BARE, seconds_of

OWN = [Path(__file__).parents[1] / place for place in ("data/raw", "tests/gold/articles")]
ENOUGH = 250_000  # characters read for MB/s
SMALL = 15_000  # characters whose time is compared with that of ten times as many
TODAY = date(2024, 5, 15)
FIRST = """
import time
from allegedly import Document, claims, tidy
from allegedly.reading.quantities import quantities
for call in (lambda: quantities("About 40 men came."), lambda: tidy(claims(Document("a", "About 40 men came.")))):
    began = time.process_time()
    call()
    print(f"{time.process_time() - began:.2f}")
"""
PEAK = """
import resource, sys
from allegedly import Document, claims, tidy
text = sys.stdin.read()
for part in (text[:2000], text):
    print(len(tidy(claims(Document("a", part)))), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def main(arguments: list[str]) -> None:
    texts = read([Path(argument) for argument in arguments] or OWN)
    documents = [Document(str(number), text, as_of=TODAY) for number, text in enumerate(texts)]
    megabytes, bare = sum(len(text.encode()) for text in texts) / 1e6, None
    print(f"{megabytes:.2f} MB of news in {len(texts)} articles\n{'':16}{'MB/s':>8}{'bare passes':>14}")
    for name, run in steps(documents).items():
        seconds = seconds_of(run)
        bare = bare or seconds
        print(f"{name:16}{megabytes / seconds:8.2f}{seconds / bare:14.1f}", flush=True)
    print("\nfirst call in a new process: quantities {} s, then the whole chain {} s".format(*new_process(FIRST)))
    few, least, found, peak = new_process(PEAK, "\n\n".join(texts))
    print(f"peak memory of a new process: {least} MB with {few} claims, {peak} MB with all {found} in one article")
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
    parsed = [(tokens, found, parse(tokens, found)) for each in figured for _, tokens, found in each]
    table = [claim for document in documents for claim in claims(document)]
    return {
        "bare regex": lambda: [sum(1 for _ in BARE.finditer(document.text)) for document in documents],
        "sentences": lambda: [sentences(document) for document in documents],
        "quantities": lambda: [list(_figures(parts)) for parts in cut],
        "phrases": lambda: [parse(tokens, found) for tokens, found, _ in parsed],
        "things, times": lambda: [(things(t, found, p), times(t, found, TODAY, p)) for t, found, p in parsed],
        "speakers": lambda: [_speakers(*each) for each in zip(documents, cut, figured, strict=True)],
        "claims": lambda: [claims(document) for document in documents],
        "tidy": lambda: tidy(table),
        "whole chain": lambda: tidy([claim for document in documents for claim in claims(document)]),
    }


def _figures(parts):
    """Each sentence with a figure, as its number, its tokens and its figures."""
    for sentence in parts:
        tokens = tokenise(sentence.document.text, sentence.start, sentence.end)
        if found := read_quantities(tokens):
            yield sentence.number, tokens, found


def _speakers(document, parts, figured):
    """Who says the figures of an article."""
    discourse = Discourse(document, parts)
    return [attributions(discourse, *sentence) for sentence in figured]


def new_process(code: str, text: str = "") -> list[str]:
    """The words that `code` prints in a Python of its own that has read nothing yet."""
    made = subprocess.run([sys.executable, "-c", code], input=text, stdout=subprocess.PIPE, check=True, text=True)
    return made.stdout.split()


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
