"""What it means to have a field right, by the gold guideline: a rule a field."""

from collections.abc import Callable
from math import isclose
from operator import itemgetter
from typing import Any, NamedTuple

from .. import lexicon
from .words import content_words, lemmas, same_referent, same_words, share_word

#: What says nothing: the writer's own voice, no unit, no hedge, no change.
NOTHING = (None, "", "=", "exact", "range", "vague", "level")


Row = dict[str, Any]
Found = Callable[[Row], Any]
Same = Callable[[Any, Row, Row], bool]


class Field(NamedTuple):
    """A field that is scored: what the annotation and our row give for it, and how the two are compared."""

    name: str
    gold: str  #: the key of the annotation
    found: Found  #: our row -> what we give for it
    same: Same  #: (a reading of the gold, our row, the gold row) -> bool; asked where both give the field
    optional: bool = False  #: annotated only where it matters: scored where the annotation gives it


def judge(field: Field, gold: Row, ours: Row) -> tuple[bool, bool, bool]:
    """(right, the gold gives it, we give it) for one field of one pair of figures."""
    accepted = readings(gold, field.gold)
    given = [reading for reading in accepted if reading not in NOTHING]
    gives = field.found(ours) not in NOTHING
    right = any(field.same(reading, ours, gold) for reading in given) if gives else len(given) < len(accepted)
    return right, len(given) == len(accepted), gives


def readings(gold: Row, name: str) -> list[Any]:
    """The readings of field `name` that the annotation accepts, the preferred one first. A ratio needs no unit."""
    accepted = (gold.get("alt") or {}).get(name) or [gold.get(name)]
    return [*accepted, None] if name == "unit" and "ratio" in accepted else accepted


def same_value(wanted: Any, ours: Row, gold: Row) -> bool:
    """Equal to a relative 1e-6; a pair [lo, hi] is compared with our soft bounds.

    A `ratio` r may stand as it is, as 100 r percent, or, with its base, as r x base "per base".
    """
    if isinstance(wanted, list):
        return all(map(_is_close, wanted, (ours.get("likely_low"), ours.get("likely_high"))))
    scales = [1]
    if gold.get("unit") == "ratio":
        scales = [100] if ours.get("unit") == "percent" else [1, gold.get("rate_base") or 1]
    return any(_is_close(wanted * scale, ours.get("value")) for scale in scales)


def same_bound(sign: str, ours: Row, gold: Row) -> bool:
    """Our hedge is one of those that the sign stands for; a literal hedge tells "nearly" and "about" apart."""
    guide = lexicon.load("gold")
    hedges = next(row["hedges"] for row in guide["bound"] if row["sign"] == sign)
    if sign == "~" and gold.get("hedge"):
        below = guide["from_below"]
        is_below = gold["hedge"].lower() in below["words"]
        hedges = [hedge for hedge in hedges if (hedge == below["hedge"]) == is_below]
    return ours.get("hedge") in hedges


def same_value_and_bound(wanted: Any, ours: Row, gold: Row) -> bool:
    """The value is right, and our hedge is one that an accepted bound stands for, "nearly" or "about" alike."""
    bounds = lexicon.load("gold")["bound"]
    signs = readings(gold, "bound")
    hedges = {hedge for row in bounds if row["sign"] in signs for hedge in row["hedges"]}
    return same_value(wanted, ours, gold) and ours.get("hedge") in hedges


def same_unit(unit: str, ours: Row, gold: Row) -> bool:
    """One of our names for the annotation's unit; a `ratio` may be ours in percent."""
    if unit == "ratio":
        return ours["unit"] in ("percent", "ratio", "dimensionless")
    names = lexicon.load("gold")["units"].get(unit, [unit])
    return _plain(ours["unit"]) in map(_plain, names)


def period_of(ours: Row) -> str | None:
    """Our denominator where it is a time: the only one that the annotation's `period` knows."""
    per = ours.get("per")
    return per if lemmas(per) & set(lexicon.load("gold")["period"]["units"]) else None


def same_period(period: str, ours: Row, gold: Row) -> bool:
    """The same denominator in any inflection: the same number, and a last word with a lemma in common."""
    wanted, found = content_words(period), content_words(ours["per"])
    return wanted[:-1] == found[:-1] and share_word(wanted[-1], found[-1])


def same_change(change: str, ours: Row, gold: Row) -> bool:
    """Increase is rise, decrease is fall."""
    return bool(lexicon.load("gold")["changes"][change] == ours["change"])


def thing_of(ours: Row) -> str | None:
    """What we say is counted: our thing, or where we give none, what befell it: `counted` holds the event too."""
    return ours.get("thing") or ours.get("head") or ours.get("verb")


def head_of(ours: Row) -> str | None:
    """The head noun alone of what we say is counted, or where we give none, what befell it."""
    return ours.get("head") or ours.get("verb")


def words_shared(column: str) -> Same:
    """A rule: our `column` shares a content word with the annotation, in any inflection."""
    return lambda reading, ours, gold: share_word(reading, ours[column])


def day_of(column: str) -> Found:
    """What our `column` gives as a day, 2022-12-22, or None."""
    return lambda ours: None if ours.get(column) is None else str(ours[column])[:10]


def equal_to(found: Found) -> Same:
    """A rule: what `found` takes from our row is the annotation's reading."""
    return lambda reading, ours, gold: reading == found(ours)


def column(name: str) -> Found:
    """What our row gives in the column `name`."""
    return lambda ours: ours.get(name)


def _is_close(wanted: float, found: float | None) -> bool:
    return found is not None and isclose(wanted, found, rel_tol=1e-6)


def _plain(unit: str) -> str:
    return unit.replace(" ", "").replace("_", "").lower()


# A number as printed is always given: it has no null that could be rightly null.
_always = itemgetter("start")

FIELDS = (
    Field("value", "value", _always, same_value),
    Field("value and bound", "value", _always, same_value_and_bound),
    Field("hedge", "bound", column("hedge"), same_bound),
    Field("unit", "unit", column("unit"), same_unit),
    Field("per", "period", period_of, same_period),
    Field("change", "change", column("change"), same_change),
    Field("thing", "counted", thing_of, lambda counted, ours, gold: share_word(counted, thing_of(ours))),
    Field("head", "counted", head_of, lambda counted, ours, gold: share_word(counted, head_of(ours))),
    Field("verb", "verb", column("verb"), equal_to(column("verb")), optional=True),
    Field("place", "place", column("place"), words_shared("place"), optional=True),
    Field("subject", "subject", column("subject"), words_shared("subject")),
    Field("speaker", "attributed_to", column("speaker"), lambda name, ours, gold: same_referent(name, ours["speaker"])),
    Field("holder", "holder", column("holder"), lambda name, ours, gold: same_referent(name, ours["holder"]), True),
    Field("via", "via", column("via"), lambda name, ours, gold: same_referent(name, ours["via"]), True),
    Field("stance", "modality", column("stance"), equal_to(column("stance"))),
    Field("time", "time", column("when"), words_shared("when")),
    Field("time, same words", "time", column("when"), lambda time, ours, gold: same_words(time, ours["when"])),
    Field("from", "about_from", day_of("about_from"), equal_to(day_of("about_from")), optional=True),
    Field("to", "about_to", day_of("about_to"), equal_to(day_of("about_to")), optional=True),
)

#: A row is right when all of these are.
WHOLE = ("value and bound", "unit", "per", "thing", "speaker", "stance", "time")
