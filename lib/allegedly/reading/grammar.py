"""The rows of grammar.toml as one pattern over kinds (reading/kinds.py)."""

import re
from functools import cache
from typing import NamedTuple

from allegedly.lexicon import load
from allegedly.reading.kinds import FIRST, LAST, lexis

_GLUE = {"·": "[ ]", "_": "[ ]?", "~": "[ \\-]?"}
_PLACE = re.compile(r"\{(\w+)\}|<(\w+)(?::(\w+))?>|([·_~])|\s+")


class Row(NamedTuple):
    """A layout: its name, what reads it, why it is no claim, and where its parts stand among the groups."""

    name: str
    reads: str
    why: str | None
    first: int  #: the number of the row's outer group
    parts: dict[str, int]


@cache
def parts() -> dict[str, str]:
    """The pattern of each class, shape and part by its name."""
    found = dict(lexis().patterns) | {"known": f"{FIRST}-{LAST}"}
    for name, pattern in load("grammar")["parts"].items():
        found[name] = "(?:" + _PLACE.sub(lambda place: _plain(place, found), pattern) + ")"
    return found


def _plain(place: re.Match, known: dict[str, str]) -> str:
    name, kept, _, glue = place.groups()
    return known[name or kept] if name or kept else _GLUE[glue] if glue else ""


@cache
def rows() -> tuple[re.Pattern, dict[int, Row]]:
    """The pattern that finds any row, and each row by the number of its outer group."""
    known, patterns, found, count = parts(), [], {}, 0
    for row in load("grammar")["row"]:
        outer, names = count + 1, {}
        count += 1

        def expand(place, names=names):
            nonlocal count
            if place[2]:
                count += 1
                names[place[3] or place[2]] = count
                return f"({known[place[2]]})"
            return _plain(place, known)

        patterns.append(f"({_PLACE.sub(expand, row['pattern'])})")
        found[outer] = Row(row["name"], row["reads"], row.get("why"), outer, names)
    return re.compile("|".join(patterns)), found
