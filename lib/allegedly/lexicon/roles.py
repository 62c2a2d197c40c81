"""The rows of lexicon/en/roles.toml as compiled patterns."""

from functools import cache
from typing import NamedTuple

from . import load
from .macros import unfolded


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
    return Role(row["name"], unfolded("roles", "role", row))
