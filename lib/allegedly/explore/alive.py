"""What a notebook shows: widgets where they run, and what stands still elsewhere."""

from collections.abc import Callable
from typing import Any

from ..marks import Fragment


def alive(widget: Callable[[], Any], still: Fragment) -> dict[str, Any]:
    """The forms of an output: those of the widget that `widget` makes, and `still`, for where none runs.

    >>> def absent():
    ...     raise ImportError("no widgets here")
    >>> alive(absent, Fragment("<p>40 boats</p>", "40 boats"))["text/plain"]
    '40 boats'
    """
    found = {"text/html": still._repr_html_(), "text/plain": still.text}
    try:
        shown = widget()._repr_mimebundle_()
    except ImportError:
        return found
    return {**(shown[0] if isinstance(shown, tuple) else shown), **found}
