"""How the examples of each table are read whole, so that what is taken away from it can be seen in them."""

import re
from datetime import date
from functools import cache, partial

from allegedly import Document, claims
from allegedly.lexicon import load
from allegedly.lexicon.roles import roles
from allegedly.lexicon.speaking import forget
from allegedly.reading.how_much.grammar import _filled, _parts, fold
from allegedly.reading.how_much.kinds import kinds
from allegedly.reading.how_much.quantities import read_quantities
from allegedly.reading.parsing import Analyses, parse
from allegedly.reading.together.known import diseases, kind_of, names_kind, short_kinds
from allegedly.reading.together.layout import line_of
from allegedly.reading.together.marks import mark
from allegedly.reading.together.names import names_of
from allegedly.reading.together.spelt import spelt
from allegedly.reading.together.story import story
from allegedly.reading.when.expressions import expressions
from allegedly.reading.when.shapes import reader
from allegedly.reading.when.times import times
from allegedly.text.matching import find
from allegedly.text.pattern import compiled
from allegedly.text.sentences import sentences
from allegedly.text.tokens import pieces as cut
from allegedly.text.tokens import tokenise
from allegedly.text.words import singular

HOW_MUCH = ("allegedly.reading.how_much", "allegedly.text")
TODAY = date(2024, 5, 15)
ALL = tuple(f"allegedly.{room}" for room in ("reading", "text", "lexicon", "checks", "evaluate", "kinds"))


def quantities(text: str) -> list:
    """The figures of a text, claims or not, in full."""
    return [tuple(one) for one in read_quantities(tokenise(text), all=True)]


def laid(asked: tuple[str, str, str]) -> list:
    """Where a layout by itself lies in a text, with its parts: over the kinds of its tokens, or over folded ones."""
    place, pattern, text = asked
    folded = place.startswith(("grammar.pair", "grammar.figure"))
    found = [(match.start(), match.regs) for match in _layout(pattern, folded).finditer(_kinds(text, folded))]
    if place.startswith("grammar.parts") and not folded:
        found += [(match.start(), match.regs) for match in _layout(pattern, True).finditer(_kinds(text, True))]
    return found


@cache
def _layout(pattern: str, folded: bool) -> re.Pattern:
    return re.compile(_filled(pattern, _parts(folded)))


@cache
def _kinds(text: str, folded: bool) -> str:
    found = kinds(cut(text, 0, len(text)))
    return fold(found) if folded else found


def shaped(asked: tuple[str, str, str]) -> list:
    """Where the shape of a time expression by itself lies in a text."""
    _, shape, text = asked
    if _reading.get("shape") != shape:
        _reading["shape"] = shape
        table = load("times")
        phrases, table["phrase"] = table["phrase"], [{"name": "", "shape": shape}]
        forget("allegedly.reading.when", tables=False)
        reader()
        table["phrase"] = phrases
    return [(one.first, one.last) for one in expressions(tokenise(text))]


_reading: dict[str, str] = {}  #: the shape that the reader of times has now


def dated(text: str) -> list:
    """When each figure of a text was, and its time expressions, if it is written on a Wednesday."""
    tokens = tokenise(text)
    figures = read_quantities(tokens)
    found = [(tokens.slice(one.first, one.last), one) for one in expressions(tokens)]
    return [found, times(parse(tokens, figures), figures, TODAY)]


def told(text: str) -> list:
    """The claims of a text, in full."""
    return [tuple(one) for one in claims(Document("a", text), all=True)]


def tagged(text: str) -> list:
    """The layers of each sentence of a text, the words' forms, and its claims."""
    read = Analyses(Document("a", text), all=True)
    layers = [(one.upos, one.chunks, one.lemmas) for one in map(read.__getitem__, range(len(read.sentences)))]
    return [layers, [singular(word) for word in text.lower().split()], told(text)]


def marked(text: str) -> list:
    """The cells of a text with their classes, and the roles of its figures. A text without figures is given one."""
    document = Document("a", text)
    found = claims(document, all=True)
    if not found:
        document = Document("a", text.rstrip(".") + " (40).")
        found = claims(document, all=True)
    read = Analyses(document, all=True)
    made = []
    for number in dict.fromkeys(claim.sentence for claim in found):
        own = [claim for claim in found if claim.sentence == number]
        line = line_of(partial(read.__getitem__, number), own, 0, "body", _quantities)
        mark(line)
        seen = [[one.keys for one in cell] for cell in line.code]
        made.append((seen, [(figure.marks, figure.sign) for figure in line.figures]))
    return made


def framed(text: str) -> list:
    """The cells of a text with their classes, and its claims with what they belong to."""
    return [marked(text), told(text)]


@cache
def _codes(text: str) -> list:
    """The cells of a text: no role changes them."""
    read, codes = claims(Document("a", text), all=True), []
    analyses = Analyses(Document("a", text), all=True)
    for number in dict.fromkeys(claim.sentence for claim in read):
        own = [claim for claim in read if claim.sentence == number]
        codes.append(line_of(partial(analyses.__getitem__, number), own, 0, "body", _quantities).code)
    return codes


def bound(text: str) -> list:
    """What each role finds in a text."""
    found = [
        (role.name, match) for role in roles() for code in _codes(text) for match in find(compiled(role.pattern), code)
    ]
    return [(name, match.first, match.last, sorted(match.captures.items())) for name, match in found]


def _quantities(text: str) -> list:
    return read_quantities(tokenise(text), all=True)


def storied(text: str) -> list:
    """What a text tells of events: its names and people, its kinds of event by word, its story, and its claims."""
    document = Document("a", text, published=TODAY)
    about = story(document, sentences(document))
    line = spelt(text)
    kinds = [(word, kind_of(word), names_kind(word), diseases().get(word)) for word in line.lower]
    read = [tuple(one) for one in claims(document, all=True)]
    return [names_of(line, frozenset()), kinds, short_kinds(), sorted(about.names), about.places, about.country, read]


READ = {  # table → how its examples are read, and the rooms that keep something of it
    "grammar": (quantities, HOW_MUCH), "kinds": (laid, ()), "times.phrase": (dated, ("allegedly.reading.when",)),
    "shape": (shaped, ()),
    "numbers": (quantities, HOW_MUCH), "changes": (told, ALL), "currencies": (quantities, HOW_MUCH),
    "words": (tagged, ALL), "things-reading": (told, ALL), "counted": (told, ALL),
    "events": (storied, ALL), "measures": (told, ALL), "geography": (storied, ALL), "predicates": (marked, ALL),
    "roles": (framed, ALL), "roles.role": (bound, ("allegedly.lexicon.roles", "allegedly.reading.together.marks")),
}  # fmt: skip
