"""Standard input, as bytes."""

import sys

from ..errors import Trouble

LARGEST = 5_000_000  #: bytes of an article; where all of it is figures, reading takes some 230 times as much memory
RECEIVED = 50_000_000  #: bytes of a file that an article is taken out of, such as a page of the web


def standard_input(most: int = RECEIVED) -> bytes:
    """All of standard input, or one byte more than `most`; a Trouble where it cannot be read."""
    if sys.stdin is None:
        raise Trouble("standard input", "is closed", "name a file, or pipe a text in")
    try:
        return sys.stdin.buffer.read(most + 1)
    except OSError as error:
        raise Trouble("standard input", f"cannot be read: {error.strerror}", "name a file, or pipe a text in") from None
