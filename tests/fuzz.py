"""Ten minutes of texts that nobody thought of: `make fuzz`, or `python tests/fuzz.py [SECONDS [FOLDER]]`.

Atheris follows the branches of the library to new ones, Hypothesis makes texts of what it gives, and every relation of
tests/relations.py is asked of each. What fails is made shorter and kept in FOLDER, else in tests/seeds, where `make
test` tries it again. Where Atheris is not installed, Hypothesis goes by itself, and that is said. Exit code 1 where
anything failed.
"""

import hashlib
import os
import sys
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

try:
    import atheris
except ImportError:
    atheris = None

with atheris.instrument_imports(include=["allegedly"]) if atheris else nullcontext():
    from relations import NOISE_KEEPS, RELATIONS, broken, noisy, texts

SEEDS = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent / "seeds"
CORPUS = Path(__file__).parents[1] / ".fuzz"  #: what Atheris found worth keeping, for the next time
MOST = 3  #: texts that are kept of one relation
found: Counter[str] = Counter()
tried: Counter[str] = Counter()


@settings(max_examples=20, deadline=None, database=None, suppress_health_check=list(HealthCheck))
@given(st.one_of(texts.map(lambda text: (text, RELATIONS)), noisy.map(lambda text: (text, NOISE_KEEPS))))
def ask(asked: tuple[str, Iterable[str]]) -> None:
    """Every relation of a text, some of noise; what does not hold is kept, and the search goes on."""
    text, names = asked
    tried["texts"] += 1
    for name, error in broken(text, names):
        found[name] += 1
        if found[name] <= MOST:
            keep(name, shortened(name, text), error)


def shortened(name: str, text: str) -> str:
    """The shortest text, of those with a piece of `text` taken out, of which the relation still does not hold.

    Of sentences no piece is taken out: half a sentence is noise.
    """
    if name not in NOISE_KEEPS:
        return text
    size = len(text) // 2
    while size:
        at = 0
        while at < len(text):
            less = text[:at] + text[at + size :]
            text, at = (less, at) if fails(name, less) else (text, at + size)
        size //= 2
    return text


def fails(name: str, text: str) -> bool:
    try:
        RELATIONS[name](text)
    except Exception:
        return True
    return False


def keep(name: str, text: str, error: BaseException) -> None:
    path = SEEDS / f"{name}-{hashlib.sha256(text.encode(errors='surrogatepass')).hexdigest()[:8]}.txt"
    path.write_bytes(text.encode(errors="surrogatepass"))
    print(f"{path.name}: {type(error).__name__}: {str(error)[:300]}", flush=True)


def by_hypothesis(until: float) -> None:
    while time.monotonic() < until:
        ask()


def by_atheris(seconds: int) -> None:
    CORPUS.mkdir(exist_ok=True)
    one, until = ask.hypothesis.fuzz_one_input, time.monotonic() + seconds

    def next_one(data: bytes) -> None:
        one(data)
        if time.monotonic() > until:  # libFuzzer's own limit ends the process before anything can be said
            report()
            os._exit(1 if found else 0)

    atheris.Setup([sys.argv[0], "-verbosity=0", f"-artifact_prefix={CORPUS}/", str(CORPUS)], next_one)
    atheris.Fuzz()


def report() -> None:
    held = {name: found[name] for name in RELATIONS}
    print(f"{tried['texts']} texts; relations that did not hold: {held}", flush=True)


if __name__ == "__main__":
    SECONDS = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    if atheris:
        by_atheris(SECONDS)
    print("atheris is not installed: hypothesis goes by itself", flush=True)
    by_hypothesis(time.monotonic() + SECONDS)
    report()
    sys.exit(1 if found else 0)
