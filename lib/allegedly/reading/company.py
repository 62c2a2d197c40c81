"""What stands near a figure and says more of it: what it is a rate of, which way it moved."""

from allegedly.lexicon import load
from allegedly.reading.grammar import around
from allegedly.reading.units import unit

_BEFORE = 14  # how many tokens before a figure tell that it moved


def rate(place, last: int) -> str | None:
    """What a figure that ends before the token `last` is a rate of: `$100 million in aid each month`."""
    match = around("rate").match(place.kinds, last, last + 24)
    if not match:
        adverb = around("adverbially").match(place.kinds, last, last + 12)
        return load("grammar")["denominators"][place.slice(*adverb.span(1)).lower()] if adverb else None
    first, end = match.span(match.lastindex)
    printed = place.slice(first, end)
    known = unit(printed)
    name = known.name if known and known.kind != "money" else printed.lower()
    return load("grammar")["denominators"].get(printed.lower(), name)


def change(place, first: int, last: int, of) -> str:
    """Which way a figure between the tokens `first` and `last` moved: `level`, `rise` or `fall`."""
    weakly = of.kind in ("share", "multiple", "money", "measure")
    kinds, start = place.kinds, max(0, first - _BEFORE)
    if kinds[first] == "+":
        return "rise"
    strongly = around("moved_strongly").search(kinds, start, first)
    if strongly and (weakly or not around("phrasal_before").search(kinds, start, strongly.start())):
        return "rise" if strongly[1] else "fall"
    before = around("moved_weakly").search(kinds, start, first)
    if before and (weakly or before[3]):
        return "rise" if before[1] or before[4] else "fall"
    after = around("moved_after").match(kinds, last, last + 8)
    if after and (weakly or not after[1] or of.kind != "count"):
        return "rise" if after[2] else "fall"
    return "level"
