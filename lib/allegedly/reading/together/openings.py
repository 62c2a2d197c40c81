"""Words by which a clause shows where it begins, when it plays and what it goes on from: `[clauses]` of roles.toml."""

from functools import cache

from allegedly.lexicon import load


@cache
def openings(name: str) -> frozenset[str]:
    """The words of a list.

    >>> "whereas" in openings("contrast")
    True
    """
    return frozenset(load("roles")["clauses"][name])
