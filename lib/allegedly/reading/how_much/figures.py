"""One number with its hedge and unit: amounts, ages, multiples, race times."""

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.reading.how_much.company import means_million
from allegedly.reading.how_much.found import COUNT, UNHELD, Found, unit_of
from allegedly.reading.how_much.grammar import around
from allegedly.reading.how_much.intervals import Interval
from allegedly.reading.how_much.numbers import Number, million, number
from allegedly.reading.how_much.pairs import OLDEST
from allegedly.reading.how_much.units import Unit, guarded, smaller_of, step, unit

AGE = Unit("year", "age")
_FAR = 1000  # characters in which an open quotation is looked for


def figure(found: Found) -> list[Quantity]:
    """One number with its hedge and unit."""
    words, scale = found.part("number", "number2", "digits", "digits2"), found.part("scale", "scale2", "scale3")
    printed = number(f"{words} {scale or ''}")
    if printed is None:
        return found.none(UNHELD)
    sign = found.part("sign", "code", "before", "prefix")
    word = found.part("unit", "unit2", "unit3", "unit4", "unit5", "unit6", "unit7", "suffix")
    if word in load("grammar")["either"]["metre_or_million"] and _is_million(found, printed):
        printed, word = million(printed), unit_behind(found)
    of = counted(found) or unit_of(sign, word) or COUNT
    of = told_age(found, printed.value) if of is COUNT else weighed(found, of)
    if found.part("minus", "minus2", "minus3") not in (None, "+"):
        printed = printed._replace(value=-printed.value)
    if of.parts != 1:
        printed = printed._replace(value=printed.value / of.parts, grain=printed.grain and printed.grain / of.parts)
    return [found.hedged(printed, of)]


def loss(found: Found) -> list[Quantity] | None:
    """A loss as accounts print it: `$(8.3) million`; what follows the bracket is its scale, or no part of it."""
    scale = found.part("scale2")
    if scale and not scale.isalpha():
        found.last = found.match.start(found.row.parts["scale2"]) - 1
        printed = found.number("number") or Number(0)
        return [
            found.hedged(printed._replace(value=-printed.value), unit_of(found.part("sign", "code"), None) or COUNT)
        ]
    return figure(found)


def _is_million(found: Found, printed: Number) -> bool:
    """Whether the m that is stuck to a number is no metre: `5m people`."""
    last = found.place.slice(found.last - 1, found.last)
    glued = found.place.kinds[found.last - 2] != " " and last in found.printed("unit")
    first = found.match.start(found.row.parts["number"])
    return glued and means_million(found.place, first, found.last, printed.value)


def unit_behind(found: Found) -> str | None:
    """The unit that follows a scale which is stuck to its number: `7m tonnes`; the figure then ends with it."""
    match = around("unit_behind").match(found.place.kinds, found.last)
    if not match:
        return None
    found.last = match.end()
    return found.place.slice(*match.span(1))


def counted(found: Found) -> Unit | None:
    """No unit, where the word for it belongs to what is counted: nine foot soldiers are nine, not nine feet."""
    before = load("units")["no_unit_before"].get((found.part("unit") or "").lower())
    kinds = found.place.kinds
    if not before or kinds[found.last : found.last + 1] != " " or found.last + 1 >= len(kinds):
        return None
    if found.place.slice(found.last + 1, found.last + 2) not in before:
        return None
    found.last -= 2
    return COUNT


def told_age(found: Found, value: float) -> Unit:
    """What company makes of a bare number: an age (`children under 12`, `she was 92`), a magnitude (`a 6.4 quake`)."""
    kinds, printed = found.place.kinds, found.part("number", "number2")
    if "." in (printed or ""):
        quake = around("quaking").match(kinds, found.last) or (
            value < 10 and around("magnitude_before").search(kinds, max(0, found.first - 18), found.first)
        )
        return _named(load("grammar")["words"]["magnitude"][0]) if quake else COUNT
    if found.part("minus3"):
        return _named(load("grammar")["below_zero"]["unit"])
    if not 1 < value <= OLDEST or around("no_age").match(kinds, found.last):
        return COUNT
    words, start, hedge = load("grammar")["ages"], found.place.offsets[found.first], found.part("hedge")
    if not (hedge or around("as_age").match(kinds, found.last)):
        return COUNT
    *_, before, last = ["", "", *found.place.text[max(0, start - 24) : start].lower().split()]
    if hedge and hedge.lower() in words["beyond"]:
        many = last in words["people"] and not around("counted_after").match(kinds, found.last)
        return AGE if many or last in words["anyone"] else COUNT
    told = last in words["turned"] or (last in words["been"] and before in words["subjects"])
    return AGE if told and not hedge else COUNT


def _named(printed: str | None) -> Unit:
    """The unit that is printed; what is no unit is counted."""
    return unit(printed or "") or COUNT


def weighed(found: Found, of: Unit) -> Unit:
    """What company makes of a unit: pounds a mass (`weighed 900 pounds`)."""
    printed = found.part("unit")
    if not printed or of.name != "GBP" or not (mass := guarded(printed.lower())):
        return of
    kinds, first = found.place.kinds, found.first
    heavy = around("weighing").search(kinds, max(0, first - 8), first) or around("as_weight").match(kinds, found.last)
    return mass if heavy else of


def age(found: Found) -> list[Quantity] | None:
    """How old someone or something is."""
    aside = found.part("digits", "digits2")
    printed = number(aside or found.part("number", "number2"))
    if printed is None:
        return found.none(UNHELD)
    if "unit" not in found.row.parts and not (1 <= printed.value <= OLDEST and (not aside or aside.isdecimal())):
        return figure(found)
    of = unit(found.part("unit", "unit2") or "") or AGE
    return [found.hedged(printed, of._replace(kind="age"))]


def multiple(found: Found) -> list[Quantity]:
    """How many times as much."""
    printed = number(found.part("number", "number2", "number3"))
    if printed is None:
        return found.none(UNHELD)
    times = found.hedged(printed, Unit("", "multiple"))
    return [times._replace(kind="count" if times.per or found.part("number3") else "multiple")]


def multiplied(found: Found) -> list[Quantity] | None:
    """A verb that says how many times a thing grew."""
    [times] = multiple(found)
    return [times._replace(change="rise")]


def racetime(found: Found) -> list[Quantity] | None:
    """Minutes and seconds, as races are timed; behind "at" or a date it is a time of day."""
    if around("clock_before").search(found.place.kinds, max(0, found.first - 4), found.first):
        return found.none("clock time")
    value = 0.0
    for part in found.place.slice(found.first, found.last).split(":"):
        value = value * 60 + float(part)
    return [found.quantity(value, Interval(value, value, value, value), of=_named("s"))]


def andahalf(found: Found) -> list[Quantity] | None:
    """One and a part of a unit: `a mile and a half`."""
    part = number(found.printed("number", "number2")) or Number(0)
    return [found.hedged(Number(1 + part.value), _named(found.part("unit")))]


def compound(found: Found) -> list[Quantity] | None:
    """One figure printed in two units: `an hour and 20 minutes`, `6'5"`."""
    larger, rest, printed = _named(found.part("larger")), number(found.printed("rest")), found.part("number")
    smaller = unit(found.printed("smaller")) or Unit(smaller_of(larger.name) or "", larger.kind)
    if rest is None:
        return None
    if smaller.kind == "money" and smaller.parts > rest.value:
        return [found.hedged(Number(1 + rest.value / smaller.parts, 0.01, False), larger)]
    steps = step(larger.name, smaller.name)
    if not steps or rest.value >= steps:
        return None
    whole = number(printed) if printed else None
    return [found.hedged(Number((whole.value if whole else 1) * steps + rest.value), smaller)]


def marked(found: Found) -> list[Quantity] | None:
    """A length by its mark, `a 12" screen`, where no quotation is open that the mark would end."""
    at, mark = found.place.offsets[found.first], found.part("unit") or " "
    paragraph = found.place.text[max(0, at - _FAR) : at].rpartition("\n\n")[2]
    opened = len(mark) == 1 and (paragraph.count(mark) % 2 or paragraph.rpartition("\n")[2].count(mark) % 2)
    if (not opened or mark == " ") and found.printed("number")[:1].isdecimal():
        return figure(found)
    found.last -= 1
    return [found.hedged(number(found.printed("number")) or Number(0))]
