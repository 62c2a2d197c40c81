"""mypy's errors a room, held against `.ci/typecheck.toml`: a count there may only fall.

python .ci/typecheck.py            exit code 1 where a room has more errors than it may have
python .ci/typecheck.py --lower    writes the counts that fell; the others stay
"""

import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
ALLOWED = Path(__file__).with_suffix(".toml")
_ERROR = re.compile(r"lib/allegedly/(\w+)(?:\.py|/.*\.py):\d+: error: .*")


def errors() -> list[re.Match[str]]:
    """The errors of the library as mypy prints them; ends with what it printed where it could not check at all."""
    ran = subprocess.run([sys.executable, "-m", "mypy"], cwd=ROOT, capture_output=True, text=True, check=False)
    if ran.returncode > 1 or not re.search(r"^(Found|Success)", ran.stdout, re.MULTILINE):
        sys.exit(f"mypy could not check the library:\n{ran.stdout}{ran.stderr}")
    return [found for line in ran.stdout.splitlines() if (found := _ERROR.fullmatch(line))]


def worse(found: Counter[str], allowed: dict[str, int]) -> dict[str, int]:
    """{room: errors} of the rooms with more errors than they may have; a room that is not listed may have none.

    >>> worse(Counter(text=1, reading=5), {"reading": 6})
    {'text': 1}
    """
    return {room: count for room, count in found.items() if count > allowed.get(room, 0)}


def lowered(found: Counter[str], allowed: dict[str, int]) -> dict[str, int]:
    """What each room may have from now on: never more than before, and nothing once it is clean.

    >>> lowered(Counter(checks=3, reading=9), {"checks": 4, "reading": 6, "text": 1})
    {'checks': 3, 'reading': 6}
    """
    return {room: min(found[room], most) for room, most in sorted(allowed.items()) if found[room]}


def main(arguments: list[str]) -> int:
    """Prints a line a room, and the errors of those that are clean or have few."""
    text = ALLOWED.read_text(encoding="utf8")
    allowed = tomllib.loads(text)
    lines = errors()
    found = Counter(line[1] for line in lines)
    if "--lower" in arguments:
        head = text[: text.index("\n\n") + 2]
        rows = [f"{room} = {count}\n" for room, count in lowered(found, allowed).items()]
        ALLOWED.write_text(head + "".join(rows), encoding="utf8")
        allowed = tomllib.loads("".join(rows))
    for room in sorted({*found, *allowed}):
        print(f"{room:12}{found[room]:5} errors, may have {allowed.get(room, 0)}")
    more = worse(found, allowed)
    for line in lines:
        if line[1] in more and allowed.get(line[1], 0) < 20:
            print(line[0], file=sys.stderr)
    for room in more:
        print(f"types: {room} has more errors than before; `mypy | grep {room}` lists them", file=sys.stderr)
    return bool(more)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
