"""Of what: the thing that a figure counts, whose it is, where, and what befell it."""

import re

from allegedly.model import Quantity, Thing
from allegedly.reading.of_what.cells import Read, Seen, phrases_of
from allegedly.reading.of_what.fates import antecedent
from allegedly.reading.of_what.inside import verb_inside
from allegedly.reading.of_what.nouns import Figure, Span, head_of, owner_of, text_of, theme_of, whole
from allegedly.reading.of_what.patterns import Row
from allegedly.reading.of_what.places import is_name, place_of, where
from allegedly.reading.of_what.rules import counted, verb_of
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import Standing, first_word, related, standing_of, subject_of, words_of

Count = tuple[Thing | None, bool]  # the thing of the last count, and whether it stands in the same sentence

_NEVER = re.compile("r*([VPBE])")  # "never" stands within its verb, or before it


def things(sentence: Analysis, quantities: list[Quantity], earlier: Thing | None = None) -> list[Thing]:
    """What each of the quantities of a sentence is a figure of, in their order; what cannot be told stays None.

    `earlier` is the thing of the last count in the sentence before, which a bare count goes on with.

    >>> from allegedly.text.analysis import analyse
    >>> from allegedly.text.tokens import tokenise
    >>> sentence = analyse(tokenise("Monday's fire left 12 flats damaged."), [(3, 4)])
    >>> [found] = things(sentence, [Quantity(19, 21, "12")])
    >>> found.thing, found.head
    ('flats', 'flat')
    """
    found: list[Thing] = []
    before: Read | None = None
    alike: dict[str, Read] = {}
    counts: Count = (earlier, False)
    phrases: list[int] = []
    for quantity in quantities:
        first, last = sentence.tokens.span(quantity.start, quantity.end)
        if first >= last:
            found.append(Thing())
            continue
        figure = Figure(quantity, first, last, sentence.chunk_at(first))
        if quantity.kind == "none" and not _has_noun(sentence, figure):
            found.append(Thing())  # a date or a name
            continue
        phrases = phrases or phrases_of(sentence)
        found.append(_thing(sentence, phrases, figure, before, alike.get(quantity.kind), counts))
        before = alike[quantity.kind] = (figure, found[-1])
        if quantity.kind == "count" and found[-1].thing:
            counts = (found[-1], True)
    return found


def _has_noun(sentence: Analysis, figure: Figure) -> bool:
    """Whether what is no claim has a thing nevertheless: "the first shipment", "one of the ships"."""
    return figure.last < sentence.chunks[figure.phrase].last or sentence.kinds.startswith("oN", figure.phrase + 1)


def _thing(
    sentence: Analysis,
    phrases: list[int],
    figure: Figure,
    before: Read | None,
    alike: Read | None,
    counts: Count,
) -> Thing:
    """The thing of one figure; `phrases` are those of its sentence, as cells.

    `before` is the figure before it in the sentence, `alike` the last one of its kind.

    `counts` is the thing of the last count, and whether it stands in the same sentence.
    """
    clause, held = _standing(sentence, figure)
    group = antecedent(sentence, figure)
    seen = Seen(sentence, phrases, figure, clause, held, group, before, alike, *counts)
    verb, rule = verb_of(seen)
    found = counted(seen, verb)
    place, told = where(sentence, figure, found.span if found else None, clause), _telling(verb)
    own = Thing(place=place, verb=told, verb_rule=rule if told else None)
    if found and found.carried:
        return _carried(seen, own, found.carried, found.row)
    if found is None or found.span is None:
        subject = _aged(sentence, figure) or _subject(sentence, clause, None, figure.quantity.kind)
        return own._replace(subject=subject or text_of(sentence, sentence.topic))
    whole_of = before[1] if before and is_part(sentence, before[0], figure) else Thing()
    return Thing(
        thing=sentence.tokens.slice(*found.span),
        head=head_of(sentence, found.span),
        subject=(None if held else owner_of(sentence, found.span))
        or whole_of.subject
        or text_of(sentence, group)
        or _subject(sentence, clause, found.span, figure.quantity.kind)
        or _related(sentence, figure, clause, found.span),
        place=own.place,
        verb=whole_of.verb or own.verb,
        thing_rule=found.row["name"],
        verb_rule=whole_of.verb_rule or own.verb_rule,
    )


def _standing(sentence: Analysis, figure: Figure) -> tuple[Standing, str | None]:
    """Where a figure stands in its clause, and the verb that it holds: "averaged 7 points", "never won"."""
    if never := _NEVER.match(sentence.kinds, figure.phrase):
        verb = never.start(1)
        return Standing(verb, False, subject_of(sentence, verb)), None
    clause, held = standing_of(sentence, figure.phrase), verb_inside(sentence, figure)
    if held is None:
        return clause, None
    return Standing(figure.phrase, False, clause.subject or subject_of(sentence, figure.phrase)), held


def _carried(seen: Seen, own: Thing, thing: Thing, row: Row) -> Thing:
    """The thing of another figure, with the place of this one; with its verb and subject too, where the row says so."""
    thing = thing._replace(thing_rule=row["name"])
    if row.get("clause") != "own":
        return thing._replace(place=place_of(seen.sentence, seen.figure.phrase) or thing.place)
    subject = text_of(seen.sentence, seen.clause.subject, together=True) or thing.subject
    if own.verb:
        thing = thing._replace(verb=own.verb, verb_rule=own.verb_rule)
    return thing._replace(place=own.place, subject=subject)


def _subject(sentence: Analysis, clause: Standing, span: Span | None, kind: str) -> str | None:
    """The subject of the verb; where that is the thing itself, whose it is; a name or a measured thing is its own."""
    number = clause.subject
    if number is not None and sentence.kinds[number] == "Q":
        return None  # "grew by 4 %, which is $1.4 billion"
    if span and number is not None and span == whole(sentence, number):
        if theme := theme_of(sentence, number):
            return theme
        if kind not in ("measure", "duration") and not is_name(sentence, number):
            return None
    return text_of(sentence, number, together=True)


def _related(sentence: Analysis, figure: Figure, clause: Standing, span: Span) -> str | None:
    """Whose a figure is that is no verb's object; not the thing itself: "a fine of $300"."""
    number = related(sentence, figure.phrase, clause)
    return None if number is None or number == sentence.chunk_at(span[1] - 1) else text_of(sentence, number)


def _aged(sentence: Analysis, figure: Figure) -> str | None:
    """Whose age a figure is: "Anna Lund, 66,"."""
    is_apposed = figure.quantity.kind == "age" and sentence.kinds[max(0, figure.phrase - 2) : figure.phrase] == "N,"
    return text_of(sentence, figure.phrase - 2) if is_apposed else None


def _telling(verb: str | None) -> str | None:
    """A verb that tells what befell the thing: to be tells nothing."""
    return None if verb in words_of("empty") else verb


def is_part(sentence: Analysis, before: Figure, figure: Figure) -> bool:
    """Whether the figure stands in a list of parts of a figure before it: "50,000, including 10,000 …"."""
    between = range(figure.phrase - 1, before.phrase, -1)
    if any(sentence.kinds[i] in ";kwVPBF" for i in between):
        return False
    if any(sentence.kinds[i] == "i" and first_word(sentence, i) in words_of("part") for i in between):
        return True
    return {sentence.kinds[i] for i in between} <= {",", "c"} and len(between) > 0


def last_count(quantities: list[Quantity], found: list[Thing]) -> Thing | None:
    """The thing of the last count among the figures of a sentence that has one."""
    pairs = zip(reversed(quantities), reversed(found), strict=True)
    return next((thing for quantity, thing in pairs if quantity.kind == "count" and thing.thing), None)
