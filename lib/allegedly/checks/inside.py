"""Some of a whole, as the keys of figures tell it: by a place, a span of days, or a fate that is within another."""

from collections.abc import Iterator
from functools import cache

from ..alike.rules import of_one_event, of_one_group
from ..lexicon import load
from .framed import Framed
from .strands import frame
from .tellings import Telling

REACH = 60  #: figures between two that are still held against each other


def insides(figures: list[Telling]) -> Iterator[Framed]:
    """Some of a whole: by a place, a span of days, or a fate that is within another. It never accuses."""
    counts = [one for one in figures if one.is_tally and not one.is_above and not one.row.superseded]
    done: set[tuple[str | None, ...]] = set()
    for number, part in enumerate(counts):
        key = part.told.fate, part.told.scope, part.row.extent
        near = counts[max(0, number - REACH) : number + REACH]
        whole = None if key in done else next((one for one in reversed(near) if is_inside(part, one)), None)
        if whole:
            done.add(key)
            yield frame("share", shown=False, part=[part], whole=[whole])


def is_inside(part: Telling, whole: Telling) -> bool:
    """Whether the keys of one figure say that it is some of another."""
    a, b = part.told, whole.told
    if part is whole or whole.told.part or b.more or b.during or part.size > whole.size:
        return False
    if a.fate != b.fate:
        return b.fate in within(a.fate) and is_linked(part, whole)
    if not a.disease or a.disease != b.disease or not of_one_group(a, b):
        return False
    if a.during:
        return bool(a.nation or a.scope) and b.scope in (a.nation, a.scope)
    return bool(a.scope) and b.scope is None


def is_linked(part: Telling, whole: Telling) -> bool:
    """Whether both are of one event, of one who is said to have had them, or of one place where no event is told."""
    a, b = part.told, whole.told
    if part.row.subject and part.row.subject == whole.row.subject:
        return True
    if part.row.event and whole.row.event:
        return bool(part.row.event == whole.row.event)
    return of_one_event(a, b) or (a.held is not None and a.held == b.held and a.scope == b.scope)


@cache
def within(fate: str | None) -> frozenset[str]:
    """The fates that include one, by the table of measures.

    >>> sorted(within("body"))
    ['casualty', 'deploy', 'die']
    """
    rows = {row["name"]: row.get("within", ()) for row in load("measures")["fate"]}
    found: set[str] = set()
    waiting = [*rows.get(fate or "", ())]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += rows.get(name, ())
    return frozenset(found)
