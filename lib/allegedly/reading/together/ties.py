"""Whether a difference and the levels of another sentence can be of one thing: what words say against it."""

from itertools import pairwise

from allegedly.lexicon.predicates import predicates

from .asides import same_measure
from .cells import Figure
from .differences import is_difference
from .openings import openings

NEAR = 6  #: cells behind a figure in which another's name makes it another's
MOVES = {"rise", "fall", "step", "extra"}
SHORT = 3  #: letters of a word that says what is counted


def are_apart(group: list[Figure], old: Figure, new: Figure, goes_on: bool = False) -> bool:
    """Whether words say that levels are another thing's than a difference; one that `goes_on` from them may be."""
    figure = group[0]
    if is_anothers(old) and not is_anothers(new):
        return True
    if figure.line is old.line or figure.line is new.line:
        other = new if figure.line is old.line else old
        return other.line is not figure.line and _has_own_step(other, group)
    if _leads_to(figure, old, new):
        return True
    told_on = new.line.number > figure.line.number and not _opens_anew(new)
    return not (goes_on or told_on or shares_thing(figure, (old, new)))


def _opens_anew(level: Figure) -> bool:
    """Whether a sentence opens on a noun or name of its own: "Unemployment fell", and not "The rate fell"."""
    return level.line.cells[0].upos in ("NOUN", "PROPN")


def is_anothers(level: Figure) -> bool:
    """Whether a level is somebody else's: "142,285 cars, compared with 141,951 sold by Halden Motors"."""
    behind = level.line.cells[level.at + 1 : level.at + NEAR]
    for cell, after in pairwise(behind):
        if cell.figure is not None or cell.upos == "PUNCT":
            return False
        if cell.word in openings("agent"):
            return after.upos == "PROPN"
    return False


def _has_own_step(level: Figure, group: list[Figure]) -> bool:
    """Whether a difference of its own, which is none of the group, stands right behind a level in its sentence."""
    behind = [one for one in level.line.figures if one.at > level.at][:1]
    return any(is_difference(one) and one not in group for one in behind)


def _leads_to(figure: Figure, old: Figure, new: Figure) -> bool:
    """Whether a difference has its own level right behind it: "raise the grant by $430 to $2,860"."""
    behind = [one for one in figure.line.figures if one.at > figure.at][:2]
    return any("to" in one.marks and same_measure(one, new) and one not in (old, new) for one in behind)


def shares_thing(figure: Figure, levels: tuple[Figure, ...]) -> bool:
    """Whether a difference is of the levels' thing as far as words say: one that is not stated is no other."""
    own = _words(figure)
    return not own or any(not (words := _words(level)) or own & words for level in levels)


def _words(figure: Figure) -> set[str]:
    """The words of what a figure is of, but for those that only say that it moved."""
    thing = (figure.claim and figure.claim.thing.thing) or ""
    words = {word.rstrip("s") for word in thing.lower().split() if len(word) > SHORT}
    return {word for word in words if not predicates().lemmas.get((word, "NOUN"), frozenset()) & MOVES}
