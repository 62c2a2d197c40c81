"""What stands near a figure and says more of it: what it is a rate of, which way it moved."""

import re

from allegedly.lexicon import load
from allegedly.reading.how_much.grammar import around
from allegedly.reading.how_much.kinds import Place
from allegedly.reading.how_much.units import Unit, unit
from allegedly.text.words import possessives

_BEFORE = 14  # how many tokens before a figure tell that it moved
_AHEAD = 28  # tokens before a figure in which its period stands
_SUMMED = ("money", "count", "measure")  # kinds that add up over a period


def rate(place: Place, first: int, last: int, kind: str) -> str | None:
    """What a figure is a rate of: `$100 million each month`, `6 million crowns annually`, `a monthly rent of $90`."""
    denominators: dict[str, str] = load("grammar")["denominators"]
    match = around("rate").match(place.kinds, last, last + 24) or _distributed(place, first, kind)
    if not match:
        adverb = around("adverbially").match(place.kinds, last, last + 12) or _adjective(place, first, kind)
        return denominators[_last(place, adverb).lower()] if adverb else None
    printed = _last(place, match)
    known = unit(printed)
    name = known.name if known and known.kind != "money" else printed.lower()
    return denominators.get(printed.lower(), name)


def _last(place: Place, match: re.Match[str]) -> str:
    """What the last part of a match is, as printed."""
    return place.slice(*match.span(match.lastindex or 0))


def _distributed(place: Place, first: int, kind: str) -> re.Match[str] | None:
    """The period that stands before a figure: `Each year, about 40 hikers are lost`."""
    if kind not in _SUMMED:
        return None
    return around("rated_ahead").search(place.kinds, max(0, first - _AHEAD), first)


def _adjective(place: Place, first: int, kind: str) -> re.Match[str] | None:
    """The adjective before the noun that a figure is of: any amount of money has it, a count only right behind `of`."""
    if kind not in _SUMMED:
        return None
    name, reach = ("rated_before", 56) if kind == "money" else ("rated_of", _BEFORE)
    return around(name).search(place.kinds, max(0, first - reach), first)


def of_a_whole(place: Place, last: int) -> bool:
    """Is a share that ends before the token `last` one of something named: `90 percent of the men`, not `of GDP`?"""
    return around("part_of").match(place.kinds, last) is not None


def _is_phrase(kinds: str, start: int, end: int, is_share: bool) -> bool:
    """Whether "up" or "down" at `end` belongs to a verb and tells no move: `gave up 500 yards`, not `ended up 3%`."""
    if is_share and around("phrasal_moving").search(kinds, start, end):
        return False
    return around("phrasal_before").search(kinds, start, end) is not None


def _is_dropped(kinds: str, start: int, first: int, last: int) -> bool:
    """Whether so much of something is let fall: `rain dropped 40 mm`, `the storm dropped 40 mm of rain`."""
    dropped = around("dropping").search(kinds, start, first) and around("rained_after").match(kinds, last)
    return bool(dropped or around("rained").search(kinds, start, first))


def change(place: Place, first: int, last: int, of: Unit) -> str:
    """Which way a figure between the tokens `first` and `last` moved: `level`, `rise` or `fall`."""
    weakly = of.kind in ("share", "multiple", "money", "measure")
    kinds, start = place.kinds, max(0, first - _BEFORE)
    if kinds[first] == "+":
        return "rise"
    strongly = around("moved_strongly").search(kinds, start, first)
    if strongly and not _is_phrase(kinds, start, strongly.start(), of.kind == "share"):
        return "rise" if strongly[1] else "fall"
    if around("given_by").search(kinds, max(0, first - 2), first):
        start = max(0, first - 2 * _BEFORE)  # "raised the target range for the key rate by 1/4 point"
    if of.kind == "measure" and _is_dropped(kinds, start, first, last):
        return "level"
    before = around("moved_weakly").search(kinds, start, first)
    if before and (weakly or before[3] or around("bare_after").match(kinds, last)):
        return "rise" if before[1] or before[4] else "fall"
    after = around("moved_after").match(kinds, last, last + 8)
    if after and (weakly or not after[1] or of.kind != "count"):
        return "rise" if after[2] else "fall"
    return "level"


def means_million(place: Place, first: int, last: int, value: float) -> bool:
    """Whether the m that ends at `last` and is stuck to its number is a million: `5m people`, not `5m waves`."""
    kinds, before = place.kinds, place.kinds[max(0, first - 2 * _BEFORE) : first]
    if value >= 1000 or last - first == len(kinds) or around("metres_after").match(kinds, last):
        return False
    if around("an_attribute").search(before) and around("as_attribute").match(kinds, last):
        return False  # "a 45m crane"
    owner = place.slice(first - 2, first - 1).lower() if first > 1 else ""
    if owner.endswith(possessives()) and around("as_owned").match(kinds, last):
        return False  # "the crane's 80m boom"
    if around("millions_after").match(kinds, last):
        return True
    raced = f"{value:g}" in load("grammar")["either"]["raced"] and not around("as_sum").match(kinds, last)
    return not ((raced and around("the_distance").search(before)) or around("metres_before").search(before))


def led_to(place: Place, first: int, last: int, hedge: str, kind: str) -> bool:
    """Whether the word of a hedge is a preposition there: `flew over nine towns`, `talks about six clauses`."""
    if kind == "count" and _has_object(place, last, hedge):
        return True
    known = load("grammar")["prepositions"]
    if (name := known.get(f"{hedge} {kind}") or known.get(hedge)) is None:
        return False
    before = place.kinds[max(0, first - 2 * _BEFORE) : first]
    if around(name).search(before):
        return True
    spans = kind == "duration" and hedge == "over" and not around("aged_behind").match(place.kinds, last)
    return spans and around("during").search(before) is not None


def _has_object(place: Place, last: int, hedge: str) -> bool:
    """Whether a few things are the object of a word that bounds only more: `passed two laws`, `under two mayors`."""
    words, numbers, printed = load("grammar")["objects"], load("numbers"), place.slice(last - 1, last).lower()
    if hedge in words["verbs"]:
        few = (numbers["ones"] | numbers["teens"] | numbers["tens"]).get(printed)
        few = int(printed) if printed.isdecimal() else few
        limit = words["below"] - 1
    else:
        few, limit = numbers["ones"].get(printed), words["up_to"].get(hedge, 0)
    return few is not None and few <= limit and around("objects_after").match(place.kinds, last) is not None
