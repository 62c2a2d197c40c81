"""Parts of patterns with a name: "@det" in a row's pattern stands for what [macros] of its table says."""

import re
from typing import Any

from ..errors import Trouble
from . import load

_MACRO = re.compile("@([a-z]+)")


def unfolded(table: str, section: str, row: dict[str, Any]) -> str:
    """The pattern of a row of a table, with its macros put in.

    >>> unfolded("roles", "role", {"name": "so many words", "pattern": "@approx{0,2} by:[fig]"})
    '[class="approx"]{0,2} by:[fig]'
    """
    macros = load(table)["macros"]

    def put(match: re.Match[str]) -> str:
        if match[1] not in macros:
            raise Trouble(
                f"lexicon/en/{table}.toml: [[{section}]] {row['name']}",
                f"no macro {match[0]}",
                "write it under [macros]",
            )
        return _MACRO.sub(put, str(macros[match[1]]))  # a macro may hold others

    return _MACRO.sub(put, row["pattern"])
