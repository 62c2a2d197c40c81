"""What reading called on its way, so that a field can name the function that gave it where no rule has a name yet.

Rules that are rows of a table name themselves; what is still code is watched at work, by Python's own profiler hook. It
goes when every field has its named rule.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import FrameType
from typing import Any, TypeVar

_ROOMS = ("allegedly.reading.", "allegedly.text.")
_T = TypeVar("_T")


@dataclass(slots=True, eq=False)
class Call:
    """One call: the function's module and name, what it was given, what it gave, and the calls that it made."""

    module: str
    name: str
    meaning: str
    given: dict[str, Any]
    gave: Any = None
    calls: list["Call"] = field(default_factory=list)

    def __iter__(self) -> Iterator["Call"]:
        """This call, and all those under it."""
        yield self
        for call in self.calls:
            yield from call

    def path(self, gives: Callable[[Any], bool]) -> list["Call"]:
        """The calls under this one that lead to what gave a value: at each step the first that gave it."""
        found: list[Call] = []
        calls = self.calls
        while step := next((call for call in calls if gives(call.gave)), None):
            found.append(step)
            calls = step.calls
        return found


def traced(ask: Callable[[], _T]) -> tuple[_T, Call]:
    """What `ask` gives, and the calls inside the reading that led to it.

    >>> from allegedly.text.tokens import tokenise
    >>> found, calls = traced(lambda: tokenise("300 goats"))
    >>> found.words, [call.name for call in calls if call.meaning][:3]
    (['300', 'goats'], ['tokenise', 'pieces', 'tokens_of'])
    """
    whole = Call("", "", "", {})
    open_calls = [whole]

    def watch(frame: FrameType, event: str, value: Any) -> None:
        if event not in ("call", "return") or not frame.f_globals.get("__name__", "").startswith(_ROOMS):
            return
        if frame.f_code.co_name.startswith("<"):  # a comprehension, a generator or a lambda
            return
        if event == "call":
            call = _call(frame)
            open_calls[-1].calls.append(call)
            open_calls.append(call)
        elif len(open_calls) > 1:
            open_calls.pop().gave = value

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        return ask(), whole
    finally:
        sys.setprofile(before)


def _call(frame: FrameType) -> Call:
    name = frame.f_code.co_name
    known = frame.f_globals.get(name)
    lines = ((callable(known) and known.__doc__) or "").strip().splitlines()
    module = frame.f_globals["__name__"].removeprefix("allegedly.")
    return Call(module, name, lines[0] if lines else "", dict(frame.f_locals))
