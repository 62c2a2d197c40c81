"""A library that a reader stands on, or the one line that says how to get it."""

from importlib import import_module
from typing import Any

from ...errors import Trouble


def needed(module: str, place: object, what: str) -> Any:
    """The library `module`; a Trouble where it is not installed."""
    try:
        return import_module(module)
    except ImportError:
        raise Trouble(
            place, f"is {what}", "run `pip install 'allegedly[ingest]'`, or save the article's words as .txt"
        ) from None
