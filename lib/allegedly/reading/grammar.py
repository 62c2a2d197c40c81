"""The rows of grammar.toml as patterns over kinds (reading/kinds.py), and where they match."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from allegedly.lexicon import load
from allegedly.reading.kinds import FIRST, LAST, lexis

STAGES = ("exception", "pair", "figure")  #: the tables of rows, in the order in which they are tried
_GLUE = {"·": "[ ]", "_": "[ ]?", "~": r"[ \-]?"}
_PLACE = re.compile(r"\{(\w+)\}|<(\w+)(?::(\w+))?>|([·_~])")
_REACH = {"exception": 6, "pair": 12, "figure": 12}  # how many tokens before its number a row may start


class Row(NamedTuple):
    """A layout: its name, what reads it, why it is no claim, and where its parts stand among the groups."""

    name: str
    reads: str
    why: str | None
    parts: dict[str, int]


class Stage(NamedTuple):
    """The rows of one table as one pattern, and each row by the number of its outer group."""

    name: str
    reach: int
    match: object
    rows: dict[int, Row]


@cache
def parts() -> dict[str, str]:
    """The pattern of each class, shape and part by its name."""
    found = dict(lexis().patterns) | {"known": f"{FIRST}-{LAST}"}
    for name, pattern in load("grammar")["parts"].items():
        found[name] = _PLACE.sub(lambda place: _fill(place, found), pattern)
    return found


def _fill(place: re.Match, known: dict[str, str]) -> str:
    name, kept, _, glue = place.groups()
    if glue:
        return _GLUE[glue]
    pattern = known[name or kept] if name or kept else ""
    return pattern if len(pattern) < 3 or name == "known" else f"(?:{pattern})"


@cache
def stages() -> list[Stage]:
    """The patterns of all rows, stage by stage."""
    return [_stage(name) for name in STAGES]


def _stage(name: str) -> Stage:
    known, patterns, rows, count = parts(), [], {}, 0
    for row in load("grammar")[name]:
        count += 1
        outer, groups = count, {}

        def expand(place, groups=groups):
            nonlocal count
            if not place[2]:
                return _fill(place, known)
            count += 1
            groups[place[3] or place[2]] = count
            return f"({known[place[2]]})"

        patterns.append(f"({_PLACE.sub(expand, row['pattern'])})")
        rows[outer] = Row(row["name"], row["reads"], row.get("why"), groups)
    return Stage(name, _REACH[name], re.compile("|".join(patterns)).match, rows)


@cache
def _seed() -> re.Pattern:
    return re.compile(parts()["seed"])


def matches(kinds: str, read) -> Iterator[tuple[re.Match, Row]]:
    """The matches of rows in `kinds`, in order, without overlap; `read(match, row)` may decline one by returning None.

    A row is only looked for around what can carry a figure: a number, a number word, a vague word.
    """
    at = 0
    for seed in _seed().finditer(kinds):
        here = seed.start()
        if here < at:
            continue
        for match, row in _around(kinds, at, here):
            found = read(match, row)
            if found is not None:
                yield from found
                at = match.end()
                break


def _around(kinds: str, at: int, here: int) -> Iterator[tuple[re.Match, Row]]:
    """The matches that start between `at` and `here` and hold the token `here`, in the order of their stages."""
    for stage in stages():
        for start in range(max(at, here - stage.reach), here + 1):
            if kinds[start] != " ":
                match = stage.match(kinds, start)
                if match and match.end() > here:
                    yield match, stage.rows[match.lastindex]
