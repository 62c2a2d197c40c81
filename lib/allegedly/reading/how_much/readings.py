"""What a matched row of the grammar means: the function for each way of reading that a row names."""

import re

from allegedly.model import Quantity
from allegedly.reading.how_much import exceptions, figures, pairs, quantifiers, ranges
from allegedly.reading.how_much.found import Found
from allegedly.reading.how_much.grammar import Row
from allegedly.reading.how_much.kinds import Place

READINGS = {
    reading.__name__: reading
    for reading in (
        *(exceptions.none, exceptions.clock, exceptions.dated, exceptions.named, exceptions.year, exceptions.phone),
        *(exceptions.postcode, exceptions.address, exceptions.marker, exceptions.shortyear),
        *(exceptions.dotted, exceptions.substitute, exceptions.titled, exceptions.dialled),
        *(exceptions.symbol, exceptions.innername, exceptions.crossed, exceptions.slashed),
        *(exceptions.highway, exceptions.airliner),
        *(ranges.span, pairs.ratio, pairs.tolerance, pairs.portion, pairs.portions, pairs.ages, pairs.pressure),
        *(figures.figure, figures.age, figures.multiple, figures.multiplied, figures.racetime, figures.andahalf),
        *(figures.compound, figures.marked, figures.loss),
        *(quantifiers.vague, quantifiers.some, quantifiers.many, quantifiers.every, quantifiers.nothing),
        *(quantifiers.most, quantifiers.half),
    )
}


def read(place: Place, match: re.Match[str], row: Row) -> list[Quantity] | None:
    """The figures of a match; None where the row's reading declines it."""
    return READINGS[row.reads](Found(place, match, row))
