"""The rows of lexicon/en/roles.toml as compiled patterns."""

import re
from functools import cache
from typing import NamedTuple

from ..errors import Trouble
from . import load

_MACRO = re.compile(r"@([a-z]+)")


class Role(NamedTuple):
    """A row: its name and its pattern with the macros put in."""

    name: str
    pattern: str


@cache
def roles() -> tuple[Role, ...]:
    """The rows in their order, checked.

    >>> roles()[0].name
    'rise verb, by so much'
    """
    return tuple(_role(row) for row in load("roles")["role"])


def _role(row: dict[str, str]) -> Role:
    macros = load("roles")["macros"]

    def put(match: re.Match[str]) -> str:
        if match[1] not in macros:
            raise Trouble(
                f"lexicon/en/roles.toml: [[role]] {row['name']}", f"no macro {match[0]}", "write it under [macros]"
            )
        return str(macros[match[1]])

    return Role(row["name"], _MACRO.sub(put, row["pattern"]))
