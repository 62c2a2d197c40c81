"""Where, and whose people: the place that a figure's own words give, and the nation of those counted."""

from functools import lru_cache
from itertools import pairwise

from allegedly.lexicon import load
from allegedly.text.words import KEEP, bare

from .known import US, aliases, countries, peoples, sort_of, states, words
from .names import core, key_of
from .spots import Spot, says
from .story import Story

_BEHIND, _BEFORE, _BESIDE = 14, 12, 3
_BACK = 2  #: sentences back in which a country is named
WORLD, HOME = "world", "home"  #: the whole world; the country of the text


def nation_of(spot: Spot) -> str | None:
    """Whose people they are: no place, "U.S. troops" die elsewhere.

    >>> from allegedly.reading.together.examples import spot
    >>> nation_of(spot("[12] Iraqi civilians died.")), nation_of(spot("[12] Americans died."))
    ('iraq', 'united states')
    """
    named = [*(spot.claim.thing.thing or "").split(), *(word.text for word in spot.behind(3))]
    for word in named:
        own = bare(word)
        lower = own.lower()
        if own[:1].isupper() and aliases().get(lower) and len(own) > 1 and not own.islower():
            return aliases()[lower]
        if own[:1].isupper():
            for form in (lower, lower.removesuffix("s")):
                if form in peoples():
                    return peoples()[form]
    return None


def scope_of(spot: Spot) -> tuple[str, str] | tuple[None, None]:
    """The place of a figure and how it is told: `thing`, `place`, `behind`, `before`, `beside` or `subject`.

    >>> from allegedly.reading.together.examples import spot
    >>> scope_of(spot("[12] cases came worldwide.")), scope_of(spot("[12] people died in Kaduma."))
    (('world', 'said'), ('kaduma', 'behind'))
    """
    if state := _state_in((spot.claim.thing.thing or "").lower()):
        return state, "thing"
    if county := _in_thing(spot):
        return county, "thing"
    wide, behind = _wide(spot), _behind(spot)
    if spot.claim.thing.place:
        if wide == HOME and _is_far(spot) and (nearer := _behind(spot, across=True)):
            return nearer, "behind"
        return (wide or core(key_of(spot.claim.thing.place.split()))), "place"
    around = [*spot.before(8), *spot.behind(14)]
    for name, place in (("world", WORLD), ("home", HOME)):
        if says(around, words("geography", name)):
            return place, "said"
    if behind:
        return behind, "behind"
    if before := _before(spot):
        return before, "before"
    if beside := _beside(spot):
        return beside, "beside"
    subject = key_of((spot.claim.thing.subject or "").split())
    return (subject, "subject") if sort_of(subject) != "place" else (None, None)


@lru_cache(maxsize=KEEP)
def _state_in(thing: str) -> str | None:
    """The state that is named in what is counted."""
    spaced = f" {thing} "
    return next((state for state in states() if f" {state} " in spaced or f" {state}'s " in spaced), None)


def _in_thing(spot: Spot) -> str | None:
    """The place by which those counted are named: "two Boone County miners"."""
    for name in spot.names():
        is_site = name.key.split()[-1] in words("events", "sites") and " " in name.key
        if name.first == spot.last and is_site and name.last < len(spot.line) and spot.line[name.last].lower.isalpha():
            return core(name.key)
    return None


def _wide(spot: Spot) -> str | None:
    """The world, or the country of the text, where the place found is that."""
    place = (spot.claim.thing.place or "").lower()
    for name, wide in (("world", WORLD), ("home", HOME)):
        if place in words("geography", name) or any(
            noun in place.split() for noun in words("geography", name, "nouns")
        ):
            return wide
    return None


def _is_far(spot: Spot) -> bool:
    """Whether another figure stands between the place found and this one."""
    at = spot.claim.context.find(spot.claim.thing.place or "")
    return 0 <= at + spot.claim.context_start < spot.line[spot.low - 1].start if spot.low else False


def _behind(spot: Spot, across: bool = False) -> str | None:
    """The place behind: "12 people died in Kaduma", but not "12 people who fled the war in Kaduma"."""
    placing = words("geography", "placing", "in")
    for name in spot.names():
        if not (spot.last <= name.first < min(spot.high, spot.last + _BEHIND)) or name.before not in placing:
            continue
        if across or not words("words", "relative") & {word.lower for word in spot.line[spot.last + 1 : name.first]}:
            return core(name.key)
    return None


def _before(spot: Spot) -> str | None:
    """The place before: "In Kaduma, 12 people died"."""
    placing = words("geography", "placing", "in")
    for name in spot.names():
        is_near = name.last <= spot.first and spot.first - name.last < _BEFORE
        if is_near and name.before in placing and (name.first < 3 or spot.passage.kinds):
            return core(name.key)
    return None


def _beside(spot: Spot) -> str | None:
    """The country right before: "Norland, with 12 cases"."""
    for name in spot.names():
        if 0 <= spot.first - name.last <= _BESIDE and sort_of(name.key) != "place":
            return name.key
    return None


def locus_of(spot: Spot, about: Story, scope: str | None) -> list[str]:
    """The places in a figure's own sentence that tell which event it is of, the nearest first; two at most."""
    if scope and scope not in (WORLD, HOME):
        return [scope]
    marks = load("geography")["placing"]
    near = []
    for name in spot.names():
        key, is_placed = core(name.key), about.is_place(name.key) and name.key != US and name.first < spot.high
        if is_placed and (name.before in marks["in"] or (name.before in marks["loose"] and sort_of(key) == "place")):
            near.append((abs(name.first - spot.first), key))
    if not near:
        near = [(abs(n.first - spot.first), core(n.key)) for n in spot.names() if core(n.key) in about.places][:1]
    return [key for _, key in sorted(near)[:2]]


def joint(spot: Spot, locus: list[str]) -> list[str]:
    """The places, where "and" makes two of them one: what the Sago and Alma mines have together is neither's."""
    for one, other in pairwise(spot.names()):
        both = {core(one.key), core(other.key)}
        if other.first == one.last + 1 and spot.line[one.last].lower == "and" and both & set(locus):
            return ["+".join(sorted(both))]
    return locus


def theatre(spot: Spot, about: Story, anywhere: bool) -> list[str]:
    """The country that a war is in, for those who fight in it: named in the sentence, or nearest before it."""
    here = [core(name.key) for name in spot.names() if name.key in countries() and name.key != US]
    if here:
        return here[:1]
    before, number = spot.passage.theatre, spot.passage.number
    if before and (anywhere or number - spot.passage.theatre_at <= _BACK):
        return [before]
    return [about.country] if anywhere and about.country else []
