"""The English that the library knows: rows in the tables beside this file, and their loader."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def load(name: str) -> dict:
    """The table `name`.toml as nested dicts and lists. Treat it as read-only: it is shared.

    >>> isinstance(load("numbers"), dict)
    True
    """
    return tomllib.loads(files(__package__).joinpath("en", f"{name}.toml").read_text(encoding="utf8"))
