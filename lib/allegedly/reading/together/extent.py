"""What a figure covers of time and of its whole: a level, a running total, a span; a part; what is foreseen."""

from itertools import pairwise

from allegedly.lexicon import load

from .known import forms, row, words
from .spots import Spot, says, spoken

_YEARS = range(1900, 2100)
_FAR = 20  #: words to each side in which the year of a figure is told


def is_part(spot: Spot) -> bool:
    """Whether it is some of the figure before it.

    >>> from allegedly.reading.together.examples import spot
    >>> is_part(spot("40 people died, including [12] children.")), is_part(spot("[12] children died."))
    (True, False)
    """
    marks = load("measures")["part"]
    behind = " ".join(word.lower for word in spot.behind(2))
    return behind in marks["behind"] or any(word.lower in marks["before"] for word in spot.before(1))


def is_foreseen(spot: Spot) -> bool:
    """Whether it has not come to pass: "300 will die".

    >>> from allegedly.reading.together.examples import spot
    >>> is_foreseen(spot("[300] people will die.")), is_foreseen(spot("[300] people who will vote died."))
    (True, False)
    """
    marks = load("measures")["foreseen"]
    for word in spot.behind(8):
        if word.lower in marks["words"]:
            return True
        if word.lower in marks["stops"]:
            break
    return spot.claim.attribution.stance == "predicted"


def is_increment(spot: Spot, fate: str | None, fate_before: str | None) -> bool:
    """Whether it comes to what was counted before: "another 12 died"; but "200 died and another 12 were hurt"."""
    if spot.claim.quantity.change != "level":
        return True
    if not fate or (fate_before is not None and fate_before != fate):
        return False
    marks = load("measures")["another"]
    return any(word.lower in marks["behind"] for word in spot.behind(1)) or any(
        word.lower in marks["before"] for word in spot.before(1)
    )


def is_within_span(spot: Spot, short: bool = False) -> bool:
    """Whether it counts what happened within a span of days; a weekday is the day of a `short` event, not such a span.

    >>> from allegedly.reading.together.examples import spot
    >>> is_within_span(spot("In the last four weeks [12] people died.")), is_within_span(spot("[12] people died."))
    (True, False)
    """
    around = [*spot.before(6, spot.low), *spot.line[spot.first : spot.last], *spot.behind(14, spot.high)]
    if says(around, words("measures", "within", "times")):
        return True
    if not short and says(around, words("measures", "within", "days")):
        return True
    if not says(around, words("measures", "within", "phrases")):
        return False
    marks, said = load("measures")["within"], spoken(around)
    for phrase in marks["phrases"]:
        if f" {phrase} " in said:
            following = said.split(f" {phrase} ", 1)[1].split()[:3]
            if any(form in marks["units"] for word in following for form in forms(word)):
                return True
    return False


def extent_of(spot: Spot, fate: str | None, increment: bool, short: bool = False) -> str:
    """`level` (holds at a time), `so far` (a running total) or `during` (within a span).

    >>> from allegedly.reading.together.examples import spot
    >>> extent_of(spot("[12] people died."), "die", False), extent_of(spot("[12] calls a day came."), None, False)
    ('so far', 'during')
    """
    if increment or spot.claim.quantity.per or is_within_span(spot, short and bool(fate)):
        return "during"
    if fate and row("measures", "fate", fate).get("grows"):
        return "so far"
    around = [*spot.before(6, spot.low), *spot.behind(10, spot.high)]
    return "so far" if says(around, words("measures", "so_far")) else "level"


def is_superseded(spot: Spot) -> bool:
    """Whether the text itself replaces the figure: "had earlier reported 12 dead".

    >>> from allegedly.reading.together.examples import spot
    >>> is_superseded(spot("Police had earlier reported [12] dead.")), is_superseded(spot("Police reported [12] dead."))
    (True, False)
    >>> is_superseded(spot("This revised downwards an earlier toll of [27] dead."))
    True
    """
    marks, verbs = load("measures")["superseded"], words("measures", "superseded", "verbs")
    before = spot.before(8, spot.floor)
    told = [number for number, word in enumerate(before) if not verbs.isdisjoint(forms(word.lower))]
    if told and any(phrase in spoken(before[: told[-1] + 2]) for phrase in map(_spaced, marks["before"])):
        return True
    revised = [at for at, word in enumerate(before) if any(form in marks["words"] for form in forms(word.lower))]
    return bool(revised) and any(word.lower in marks["behind"] for word in before[revised[0] + 1 :])


def _spaced(phrase: str) -> str:
    return f" {phrase} "


def period_of(spot: Spot) -> str | None:
    """The year that it is of: "2006", or "since 2003".

    >>> from datetime import date
    >>> from allegedly.reading.together.examples import spot
    >>> period_of(spot("Since 2003 [12] people died.")), period_of(spot("[12] people died in 2006."))
    ('since 2003', '2006')
    """
    said = [word.lower for word in (*spot.before(_FAR), *spot.behind(_FAR))]
    years = [(said[at - 1], word) for at, word in enumerate(said) if at and _is_year(word)]
    since, of = words("measures", "of_year", "since"), words("measures", "of_year")
    if found := next((year for before, year in years if before in since), None):
        return f"since {found}"
    if found := next((year for before, year in years if before in of), None):
        return found
    day, phrases = spot.claim.time.about_to, words("measures", "of_year", "phrases")
    return str(day.year) if day and any(f"{one} {two}" in phrases for one, two in pairwise(said)) else None


def _is_year(word: str) -> bool:
    return word.isdecimal() and int(word) in _YEARS
