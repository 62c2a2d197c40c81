"""What stands near a figure and says more of it: what it is a rate of, which way it moved."""

from allegedly.lexicon import load
from allegedly.reading.grammar import around
from allegedly.reading.units import unit

_BEFORE = 14  # how many tokens before a figure tell that it moved


def rate(place, last: int) -> str | None:
    """What a figure that ends before the token `last` is a rate of: `$100 million in aid each month`."""
    match = around("rate").match(place.kinds, last, last + 24)
    if not match:
        return None
    first, end = match.span(match.lastindex)
    printed = place.slice(first, end)
    known = unit(printed)
    return load("grammar")["denominators"].get(printed.lower()) or (known.name if known and known.kind != "money" else printed.lower())


def change(place, first: int, last: int, of) -> str:
    """Which way a figure between the tokens `first` and `last` moved: `level`, `rise` or `fall`."""
    weakly = of.kind == "share" or of.name == "point"
    if place.kinds[first] == "+":
        return "rise"
    before = around("moved_before").search(place.kinds, max(0, first - _BEFORE), first)
    if before and (before.lastindex <= 2 or weakly):
        return "rise" if before.lastindex in (1, 3) else "fall"
    after = around("moved_after").match(place.kinds, last, last + 8)
    if after and (weakly or of.kind in ("money", "measure", "multiple")):
        return "rise" if after.lastindex == 1 else "fall"
    return "level"
