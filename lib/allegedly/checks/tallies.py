"""Strands asked: totals of one tally above the text and in it, of two days, by two voices; a list and its total.

A *tally* is what befell one group in one event; its figures are a strand of the article (columns `strand`, `group`,
`fate`, `extent`, `superseded`). Only keys are compared here: reading has looked at the words.
"""

from collections.abc import Iterator
from itertools import groupby, pairwise

from ..alike import one_voice
from ..alike.rules import conflict
from .above import above, is_slip
from .computed import computed
from .framed import Framed
from .inside import insides
from .strands import frame
from .tellings import UNSAID, Telling

REACH = 60  #: figures between two that are still held against each other
LISTED = range(3, 7)  #: parts of a list that a total in another sentence is held against
LEAST = 4  #: a smaller total is made by chance


def tallies(figures: list[Telling], framed: list[Framed]) -> list[Framed]:
    """What the strands of one article ask, as frames; figures that stand in one frame already are not asked again."""
    held = _held(framed)
    totals = [one for one in figures if one.is_total]
    found = [
        *above(figures),
        *_strands(totals),
        *_revised(figures),
        *_apart(figures),
        *_lists(figures, totals),
        *insides(figures),
        *computed(figures, framed),
    ]
    kept: dict[frozenset[str], Framed] = {}
    for one in found:
        claims = frozenset(one.claims)
        if len(claims) > 1 and not any(claims <= own for own in held) and not _is_part(one, framed):
            kept.setdefault(claims, one)
    return [*kept.values()]


def _held(framed: list[Framed]) -> list[set[str]]:
    return [{*one.claims} for one in framed]


def _is_part(contest: Framed, framed: list[Framed]) -> bool:
    """Whether one of two that differ is told as some of the other: "of the 198 survivors, 81 were treated"."""
    if contest.kind != "contest":
        return False
    [first], [second] = contest.of("figure"), contest.of("again")
    shares = [one for one in framed if one.kind == "share" and one.of("part") and one.of("whole")]
    pairs = {(one.of("part")[0].claim, one.of("whole")[0].span.value) for one in shares}
    return bool(pairs & {(second.claim, first.span.value), (first.claim, second.span.value)})


def _strands(totals: list[Telling]) -> Iterator[Framed]:
    """Totals of one strand in the body: of two days, by two voices, or by one."""
    strands: dict[str, list[Telling]] = {}
    for one in totals:
        if not one.is_above and one.row.strand is not None:
            strands.setdefault(one.row.strand, []).append(one)
    for own in strands.values():
        for number, figure in enumerate(own):
            for other in own[max(0, number - REACH) : number]:
                if figure.value != other.value:
                    yield from _two(other, figure)
                    break


def _two(first: Telling, second: Telling) -> Iterator[Framed]:
    """What two different totals of one strand ask."""
    if first.row.extent == second.row.extent == "so far" and (days := in_order(first, second)):
        yield frame("toll", shown=False, earlier=[days[0]], later=[days[1]])
    elif is_slip(first, second) and first.voice and second.voice and not one_voice(first.voice, second.voice):
        yield frame("contest", figure=[first], again=[second])


def in_order(first: Telling, second: Telling) -> tuple[Telling, Telling] | None:
    """Two running totals, the earlier first; one of no day is its article's own, so it is later if it is more."""
    if first.day and second.day:
        return None if first.day == second.day else (first, second) if first.day < second.day else (second, first)
    dated, own = (first, second) if first.day else (second, first)
    return (dated, own) if dated.day and own.size > dated.size else None


def _revised(figures: list[Telling]) -> Iterator[Framed]:
    """A total that the text itself replaces, and the one that stands for it."""
    for old in figures:
        if not old.row.superseded or not old.is_tally:
            continue
        near = [one for one in figures if one.is_total and one.told.fate == old.told.fate and one.value != old.value]
        after = [one for one in near if 0 <= one.row.sentence - old.row.sentence <= 1 and one.row.start > old.row.start]
        before = [one for one in near if one.row.start < old.row.start]
        if after or before:
            yield frame("revision", old=[old], new=[(after or before[-1:])[0]])


def _apart(figures: list[Telling]) -> Iterator[Framed]:
    """Two figures side by side of one measure, by two voices: contested, if they can be of one thing at all."""
    for first, second in pairwise(figures):
        if second.row.sentence - first.row.sentence > 1 or not _is_disputed(first, second):
            continue
        fates = first.told.fate, second.told.fate
        if fates[0] == fates[1]:
            yield frame("contest", figure=[first], again=[second])
        elif None in fates:
            yield frame("contest", shown=False, figure=[first], again=[second])


def _is_disputed(first: Telling, second: Telling) -> bool:
    """Whether two voices put one measure of one thing at numbers that do not meet."""
    a, b = first.row, second.row
    if first.voice is None or second.voice is None or one_voice(first.voice, second.voice):
        return False
    if (a.kind, a.unit, a.per, a.change) != (b.kind, b.unit, b.per, b.change) or a.kind == "share":
        return False
    if a.event != b.event or not _one_head(first, second):
        return False
    is_said = a.stance not in UNSAID and b.stance not in UNSAID
    return is_said and _one_subject(first, second) and not first.meets(second) and not conflict(first.told, second.told)


def _one_head(first: Telling, second: Telling) -> bool:
    """Whether both are said of one thing; in one sentence it may be left out, in the next the verb is the same."""
    a, b = first.row, second.row
    if a.sentence == b.sentence:
        return None in (a.head, b.head) or bool(a.head == b.head)
    return bool(a.head and a.head == b.head) and (a.event is not None or bool(a.verb and a.verb == b.verb))


def _one_subject(first: Telling, second: Telling) -> bool:
    """Whether no other subject is named than those who say so: "Police counted 8,000, the unions 30,000"."""
    named = [one.row.subject for one in (first, second) if not one_voice(one.row.subject, one.voice)]
    return len({*named} - {None}) < 2


def _lists(figures: list[Telling], totals: list[Telling]) -> Iterator[Framed]:
    """Counts of people side by side in one sentence that make, to the last one, a total told in another sentence."""
    body = [one for one in totals if not one.is_above and one.size >= LEAST]
    for run in _runs(figures):
        made = sum(one.size for one in run)
        others = (one for one in reversed(body) if one.row.sentence != run[0].row.sentence)
        if total := next((one for one in others if one.size == made and _befell(run, one)), None):
            yield frame("sum", total=[total], part=run)


def _runs(figures: list[Telling]) -> Iterator[list[Telling]]:
    """Counts of people that stand side by side in a sentence of the body."""
    keys = [one.row.sentence if _is_listed(one) else -1 - at for at, one in enumerate(figures)]
    for _, own in groupby(zip(keys, figures, strict=True), key=lambda pair: pair[0]):
        run = [one for _, one in own]
        if len(run) in LISTED:
            yield run


def _is_listed(one: Telling) -> bool:
    is_people = bool(one.told.who) and one.row.kind == "count"
    return is_people and one.is_level and bool(one.value) and not one.is_above


def _befell(run: list[Telling], total: Telling) -> bool:
    """Whether nothing says that those of a list met with something else than those of a total."""
    return {one.told.fate for one in run} <= {None, total.told.fate}
