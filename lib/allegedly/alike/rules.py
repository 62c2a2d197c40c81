"""Whether two figures are told of one thing: one measure of one event. Keys only, no words of the language.

Two grounds, and no third. A *tally*: a measure of the thesaurus (people, and what befell them) of one event; its values
may differ. *Told again*: one value, in articles of one story, with words of substance around it. Silence never joins,
and what says two different things (fate, group, place, year, part and whole, foreseen and counted) is never one.
"""

from typing import NamedTuple

from .told import Told

TALLY, AGAIN, COPIED = 5.0, 4.0, 9.0  #: how sure each ground is; the surest joins first
_SAME_STORY, _LINKED, _UNLINKED, _SHORTLY = 400, 120, 45, 20  #: days between articles
_LARGE = 1_000  #: from here on a number of two digits is seldom met by chance
_HUGE = 1e9
_CLOSE = 0.025  #: how far a number that is cut off may be from the other, as a part
_COARSE = 0.11  #: a last digit greater than this part of a number says too little


def days(a: Told, b: Told) -> int:
    """Days between two articles; none where one has no date."""
    return abs(a.day - b.day) if a.day is not None and b.day is not None else 0


class Ground(NamedTuple):
    """How sure it is that two figures are told of one thing; `loose` where their number is telling by itself."""

    sureness: float = 0
    loose: bool = False


NONE = Ground()


def ground(a: Told, b: Told) -> Ground:
    """Why two figures are told of one thing; `NONE` where nothing says so."""
    if (a.kind, a.unit, a.per) != (b.kind, b.unit, b.per) or a.vague or b.vague or a.value == 0 or a.kind == "age":
        return NONE
    if is_tally(a, b):
        return Ground(TALLY + 3 * (a.value == b.value and a.value is not None) + (a.group == b.group))
    return NONE if a.value is None or b.value is None else told_again(a, b)


def is_tally(a: Told, b: Told) -> bool:
    """Whether both count what befell one group in one event."""
    if not a.fate or a.fate != b.fate or a.during or b.during or not of_one_group(a, b):
        return False
    return not conflict(a, b) and of_one_event(a, b)


def told_again(a: Told, b: Told) -> Ground:
    """Whether one figure is told again: one value, and the words around it."""
    if not one_value(a, b):
        return _rounded(a, b)
    words = _Shared(a, b)
    if words.copied and not conflict(a, b, loose=True):
        return Ground(COPIED, True)
    in_story = of_one_story(a, b) or (a.own and b.own and of_one_event(a, b))
    if in_story and min(a.digits, b.digits) >= 3 and (words.all or words.one_head):
        return NONE if conflict(a, b, loose=True) else Ground(AGAIN + 4 + words.all / 100, True)
    if conflict(a, b):
        return NONE
    if (
        a.doc == b.doc
        and abs(a.value or 0) >= _LARGE
        and words.strong >= 2
        and None in (a.fate, a.group, b.fate, b.group)
    ):
        return Ground(AGAIN + words.all / 100)  # a headline leaves out what its article says
    if a.fate != b.fate and (None not in (a.fate, b.fate) or a.group is None or a.group != b.group):
        return NONE
    told = _told_in_story(a, b, words) if in_story else _told_elsewhere(a, b, words)
    return Ground(told + words.all / 100) if told else NONE


class _Shared:
    """What two figures share of the words around them."""

    def __init__(self, a: Told, b: Told) -> None:
        ours, theirs = a.strong | a.weak, b.strong | b.weak
        named = bool(a.subject & b.subject - ours)
        self.strong = len(a.strong & b.strong) + named
        self.all = len(ours & theirs) + named
        self.copied = self.all >= 8 and self.all >= 0.6 * len(ours | theirs)
        self.part = self.all / max(1, min(len(ours), len(theirs)))
        self.one_head = bool(a.head and a.head == b.head) or bool(a.group and a.group == b.group)
        self.other_heads = bool(a.head and b.head and a.head != b.head)


def _told_in_story(a: Told, b: Told, words: _Shared) -> float:
    digits, size = min(a.digits, b.digits), abs(a.value or 0)
    if a.fate and size < _LARGE and not of_one_event(a, b):
        return 0
    if digits == 2 and size >= _LARGE and (words.strong >= 2 or (words.one_head and words.strong)):
        return AGAIN + 2
    if a.kind == "money" and size >= _HUGE and (words.strong >= 2 + (digits < 2) or (words.one_head and words.all)):
        return AGAIN
    if words.one_head and words.all >= 2 and a.doc != b.doc:
        return AGAIN
    return AGAIN - 1 if words.all >= 4 + words.other_heads and words.part >= 0.35 else 0


def _told_elsewhere(a: Told, b: Told, words: _Shared) -> float:
    """The same in articles whose stories share no name: only soon after, and in more words."""
    if days(a, b) > _UNLINKED:
        return 0
    is_telling = min(a.digits, b.digits) >= 2 and (abs(a.value or 0) >= _LARGE or a.kind in ("share", "money"))
    is_worded = words.strong >= 4 and words.all >= 5
    return AGAIN if (is_telling and words.strong >= 2 and words.all >= 3) or is_worded else 0


def one_value(a: Told, b: Told) -> bool:
    """Whether two figures print one number: the same, or one cut off and hedged ("over 26 million", 26.5)."""
    if a.value is None or b.value is None:
        return False
    if a.value == b.value:
        return True
    few, many = sorted((a, b), key=lambda one: one.digits)
    if few.digits < 2 or few.digits == many.digits or few.exact or not few.grain or not few.allows(many.value):
        return False
    return _apart(a, b) < min(few.grain, _CLOSE * max(abs(a.value), abs(b.value)))


def _rounded(a: Told, b: Told) -> Ground:
    """Whether one figure is the other, rounded to its last digit, in one story."""
    few, many = sorted((a, b), key=lambda one: one.digits)
    size = abs(few.value or 0)
    if not few.grain or few.digits == many.digits or size < _LARGE or few.grain > _COARSE * size:
        return NONE
    if _apart(a, b) > few.grain / 2 or a.fate != b.fate or conflict(a, b) or not of_one_story(a, b):
        return NONE
    strong = len(a.strong & b.strong)
    is_told = strong >= 2 or (strong and a.group and a.group == b.group)
    return Ground(AGAIN + strong / 100) if is_told else NONE


def _apart(a: Told, b: Told) -> float:
    return abs((a.value or 0) - (b.value or 0))


def of_one_group(a: Told, b: Told) -> bool:
    """Whether two groups may be the same people or things."""
    if a.group == b.group or a.group in b.kin or b.group in a.kin:
        return True
    return bool(a.who and b.who) and "anyone" in (a.who, b.who)


def conflict(a: Told, b: Told, loose: bool = False) -> bool:
    """Whether two figures say two different things; `loose` where their number is telling by itself."""
    if a.fate and b.fate and a.fate != b.fate:
        return True
    if _nations_apart(a, b) or _contests_apart(a, b):
        return True
    if a.fate and a.scope and b.scope and a.scope != b.scope:
        return True
    if a.named and b.named and a.head != b.head and a.value != b.value:
        return True
    if a.fate and a.period and b.period and a.period != b.period and a.value != b.value:
        return True
    if loose:
        return False
    if a.part != b.part or a.foreseen != b.foreseen:
        return True
    if a.group and b.group and not of_one_group(a, b):
        return True
    if a.scope and b.scope and a.scope != b.scope and abs(a.value or 0) < _LARGE:
        return True
    return a.more != b.more and (bool(a.fate) or a.value != b.value)


def _nations_apart(a: Told, b: Told) -> bool:
    """Whether they are people of two countries: Iraqis are none of the troops, Americans none of the civilians."""
    if not (a.who and b.who):
        return False
    if a.nation and b.nation:
        return a.nation != b.nation
    named, silent = (a, b) if a.nation else (b, a)
    if not named.nation:
        return False
    return silent.who == "some" and named.who != "some" if named.local else silent.who == "civilians"


def _contests_apart(a: Told, b: Told) -> bool:
    """Whether they were won by two, or in two places."""
    if not (a.contest and a.group == b.group):
        return False
    if a.subject and b.subject and not a.subject & b.subject:
        return True
    return bool(a.held and b.held and a.held != b.held)


def of_one_event(a: Told, b: Told) -> bool:
    """Whether two figures are of one event: one disease and one scope, or one place and one kind, near in time."""
    apart = days(a, b)
    if a.disease or b.disease:
        return (
            a.disease == b.disease
            and a.held is not None
            and a.held == b.held
            and apart <= a.lasting.get("outbreak", _SAME_STORY)
        )
    kinds = {kind: a.lasting[kind] for kind in a.lasting.keys() & b.lasting.keys()}
    longest = max(kinds.values(), default=0)
    shortly = bool(kinds) and apart <= min(_SHORTLY, longest)
    for place in a.locus & b.locus:
        if place not in a.wide:
            one_kind = bool(kinds) and apart <= longest
            if one_kind or (a.own and b.own and apart <= _SAME_STORY and (a.lasting or b.lasting)):
                return True
            continue
        of_war = "war" in kinds and not a.short and not b.short and apart <= kinds["war"]
        of_year = a.period and a.period == b.period and a.scope == b.scope and a.group == b.group and a.who == "some"
        if of_war or of_year or (shortly and (a.short == b.short or a.value == b.value)):
            return True
    return False


def of_one_story(a: Told, b: Told) -> bool:
    """Whether two articles tell one story: names that they share, and what kind of event it is."""
    if a.doc == b.doc:
        return True
    apart, one, other = days(a, b), a.story, b.story
    if one.diseases & other.diseases:
        return apart <= _SAME_STORY
    shared = len(one.names & other.names) + len(one.people & other.people)
    if apart <= _LINKED and (shared >= 2 or (shared and one.kinds & other.kinds)):
        return True
    return bool(apart <= _SAME_STORY and one.names & other.names & one.places & other.places)
