"""The keys under which figures of many articles find each other, as a table."""

import hashlib
from typing import TYPE_CHECKING

from ...alike import blocks
from ...table import told_of

if TYPE_CHECKING:
    import pandas as pd

PARTS = 64  #: parts that the keys of a corpus fall into; a pair of figures is sought in few of them


def keys_of(claims: "pd.DataFrame") -> "pd.DataFrame":
    """A row for each key of each claim: `part`, `key`, `day`, `id`, `doc`, `strand`.

    The part follows from the measure and the number, so that a figure stands in few parts.

    >>> from allegedly import Document, claims, tidy
    >>> table = keys_of(tidy(claims(Document("a", "A blast in Norrby, Norland killed 47 people, police said."))))
    >>> table["id"].unique().tolist(), len(table) > 3, bool(table["part"].max() < PARTS)
    (['a@34'], True, True)
    """
    import numpy as np
    import pandas as pd

    rows: list[tuple[int, int, int, str, str, str]] = []
    for strand, told in told_of(claims):
        for key in {*blocks(told)}:
            rows.append((hashed(key[:4]) % PARTS, hashed(key), told.day or 0, told.id, told.doc, strand))
    rows.sort()  # a set has no order that is the same on every machine
    table = pd.DataFrame(rows, columns=["part", "key", "day", "id", "doc", "strand"])
    numbers = {"part": np.int16, "key": np.int64, "day": np.int32}
    return table.astype({**numbers, **dict.fromkeys(("id", "doc", "strand"), "string")})


def hashed(key: tuple[object, ...]) -> int:
    """A key as a number, the same on every machine."""
    found = hashlib.blake2b(repr(key).encode(errors="surrogatepass"), digest_size=8).digest()
    return int.from_bytes(found, signed=True)
