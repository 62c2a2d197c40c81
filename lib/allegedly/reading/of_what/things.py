"""Of what: the thing that a figure counts, whose it is, where, and what befell it."""

import re

from allegedly.model import Quantity, Thing
from allegedly.reading.of_what.carried import (
    Read,
    goes_on,
    is_compared,
    is_listed,
    is_parallel,
    is_part,
    refers_back,
    shares_noun,
    takes_over,
)
from allegedly.reading.of_what.counted import antecedent, changed, counted, numbered
from allegedly.reading.of_what.fates import befell, fate, is_fatal, is_fate_word
from allegedly.reading.of_what.inside import base_of, measured_object, named_measure, verb_inside
from allegedly.reading.of_what.nouns import Figure, Span, head_of, owner_of, text_of, theme_of, whole
from allegedly.reading.of_what.places import is_name, place_of, where
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import (
    Standing,
    first_word,
    lemma_of,
    measuring_verbs,
    related,
    standing_of,
    subject_of,
    words_of,
)

Count = tuple[Thing | None, bool]  # the thing of the last count, and whether it stands in the same sentence

_NEVER = re.compile("r*([VPBE])")  # "never" stands within its verb, or before it
_OBJECT = re.compile('"?N')


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
    for quantity in quantities:
        first, last = sentence.tokens.span(quantity.start, quantity.end)
        if first >= last:
            found.append(Thing())
            continue
        figure = Figure(quantity, first, last, sentence.chunk_at(first))
        if quantity.kind == "none" and not _has_noun(sentence, figure):
            found.append(Thing())  # a date or a name
            continue
        found.append(_thing(sentence, figure, before, alike.get(quantity.kind), counts))
        before = alike[quantity.kind] = (figure, found[-1])
        if quantity.kind == "count" and found[-1].thing:
            counts = (found[-1], True)
    return found


def _has_noun(sentence: Analysis, figure: Figure) -> bool:
    """Whether what is no claim has a thing nevertheless: "the first shipment", "one of the ships"."""
    return figure.last < sentence.chunks[figure.phrase].last or sentence.kinds.startswith("oN", figure.phrase + 1)


def _thing(sentence: Analysis, figure: Figure, before: Read | None, alike: Read | None, counts: Count) -> Thing:
    """The thing of one figure; `before` is the figure before it in the sentence, `alike` the last one of its kind.

    `counts` is the thing of the last count, and whether it stands in the same sentence.
    """
    if never := _NEVER.match(sentence.kinds, figure.phrase):
        return _never(sentence, never.start(1))
    clause = standing_of(sentence, figure.phrase)
    denied = verb_inside(sentence, figure)
    if denied is not None:
        clause = Standing(figure.phrase, False, clause.subject or subject_of(sentence, figure.phrase))
    verb = denied or (None if clause.verb is None else lemma_of(sentence, clause.verb))
    group = antecedent(sentence, figure)
    fell = fate(sentence, figure) if group is None else None
    verb = befell(sentence, fell) if fell else verb
    is_fate = fell is not None or is_fatal(verb)
    span = _doubled(sentence, figure, denied) or counted(sentence, figure, clause, verb)
    if span is None and (carried := _carried(sentence, figure, before, alike, clause, verb, is_fate)):
        return carried
    span = span or measured_object(sentence, figure, verb)
    is_level = _is_level(sentence, figure, clause, verb)
    last, is_near = counts
    is_bare = span is None and group is None and not is_level
    if last and is_bare and _is_same_count(sentence, figure, is_fate, last, is_near):
        return _taken_over(sentence, figure, last, clause, verb)
    span = span or changed(sentence, figure, clause, verb) or fell
    if span and last and figure.quantity.kind == "count" and head_of(sentence, span).lower() in words_of("sum"):
        return _taken_over(sentence, figure, last, clause, last.verb)
    if span is None and group is not None:
        span = _predicate(sentence, clause) or whole(sentence, group)
    if span is None and is_level and clause.subject is not None:
        span = whole(sentence, clause.subject)
    span = span or numbered(sentence, figure) or named_measure(sentence, figure)
    subject = _subject(sentence, clause, span, figure.quantity.kind)
    place = where(sentence, figure, span, clause)
    if span is None:
        return Thing(
            subject=_aged(sentence, figure) or subject or text_of(sentence, sentence.topic),
            place=place,
            verb=_telling(verb),
        )
    whole_of = before[1] if before and is_part(sentence, before[0], figure) else Thing()
    owner = None if denied else owner_of(sentence, span)
    return Thing(
        thing=sentence.tokens.slice(*span),
        head=head_of(sentence, span),
        subject=owner
        or whole_of.subject
        or text_of(sentence, group)
        or subject
        or _related(sentence, figure, clause, span),
        place=place,
        verb=whole_of.verb or _telling(verb),
    )


def _subject(sentence: Analysis, clause: Standing, span: Span | None, kind: str) -> str | None:
    """The subject of the verb; where that is the thing itself, whose it is; a name or a measured thing is its own."""
    number = clause.subject
    if span and number is not None and span == whole(sentence, number):
        if theme := theme_of(sentence, number):
            return theme
        if kind not in ("measure", "duration") and not is_name(sentence, number):
            return None
    return text_of(sentence, number, together=True)


def _carried(
    sentence: Analysis,
    figure: Figure,
    before: Read | None,
    alike: Read | None,
    clause: Standing,
    verb: str | None,
    is_fate: bool,
) -> Thing | None:
    """What a bare figure takes over from one before it, or None; a verb of its own replaces the other's."""
    if not before:
        return None
    place = place_of(sentence, figure.phrase)
    own = {"verb": _telling(verb), "subject": text_of(sentence, clause.subject, together=True)}
    if refers_back(sentence, figure):
        return before[1]._replace(place=place, **own)
    if goes_on(sentence, before[0], figure):
        return before[1]._replace(place=place or before[1].place)
    if not _befell_others(before[1], is_fate) and shares_noun(sentence, before[0], figure):
        return before[1]._replace(place=place, verb=own["verb"], subject=own["subject"] or before[1].subject)
    if alike and alike[1].thing and base_of(sentence, figure) and base_of(sentence, alike[0]):
        return alike[1]._replace(place=place)  # "7 falls per 100 walkers, compared with 11 per 100"
    if alike and any(fits(sentence, alike[0], figure) for fits in (is_listed, is_parallel, is_compared)):
        return alike[1]._replace(place=place)
    return None


def _is_same_count(sentence: Analysis, figure: Figure, is_fate: bool, thing: Thing, is_near: bool) -> bool:
    """Whether a bare count is of the thing of the last."""
    return not _befell_others(thing, is_fate) and takes_over(sentence, figure, is_near)


def _befell_others(thing: Thing, is_fate: bool) -> bool:
    """Whether evil befell those of a figure, but not the thing before, or another: "razed 300 homes, killed nine"."""
    return is_fate and (not is_fatal(thing.verb) or is_fate_word(thing.head or ""))


def _taken_over(sentence: Analysis, figure: Figure, thing: Thing, clause: Standing, verb: str | None) -> Thing:
    """The thing of the last count, with the place, verb and subject of this one."""
    own = _telling(verb) or thing.verb
    subject = text_of(sentence, clause.subject, together=True) or thing.subject
    return thing._replace(place=where(sentence, figure, None, clause), verb=own, subject=subject)


def _related(sentence: Analysis, figure: Figure, clause: Standing, span: Span) -> str | None:
    """Whose a figure is that is no verb's object; not the thing itself: "a fine of $300"."""
    number = related(sentence, figure.phrase, clause)
    return None if number is None or number == sentence.chunk_at(span[1] - 1) else text_of(sentence, number)


def _aged(sentence: Analysis, figure: Figure) -> str | None:
    """Whose age a figure is: "Anna Lund, 66,"."""
    is_apposed = figure.quantity.kind == "age" and sentence.kinds[max(0, figure.phrase - 2) : figure.phrase] == "N,"
    return text_of(sentence, figure.phrase - 2) if is_apposed else None


def _doubled(sentence: Analysis, figure: Figure, verb: str | None) -> Span | None:
    """The object of a multiple that is a verb: "doubled the lead"."""
    if verb and figure.quantity.kind == "multiple" and sentence.kinds.startswith("N", figure.phrase + 1):
        return whole(sentence, figure.phrase + 1)
    return None


def _never(sentence: Analysis, number: int) -> Thing:
    """The thing of "never": what the verb, phrase `number`, has for its object, or where it is passive, its subject."""
    kinds = sentence.kinds
    subject = subject_of(sentence, number)
    behind = _OBJECT.match(kinds, number + 1)
    thing = behind.end() - 1 if behind else subject if kinds[number] == "P" else None
    verb = _telling(lemma_of(sentence, number))
    if thing is None or kinds[thing] == "u":
        return Thing(subject=text_of(sentence, subject), verb=verb)
    span = whole(sentence, thing)
    who = None if thing == subject else text_of(sentence, subject)
    return Thing(sentence.tokens.slice(*span), head_of(sentence, span), who or owner_of(sentence, span), verb=verb)


def _telling(verb: str | None) -> str | None:
    """A verb that tells what befell the thing: to be tells nothing."""
    return None if verb in words_of("empty") else verb


def _predicate(sentence: Analysis, clause: Standing) -> Span | None:
    """What a group is said to be: "of whom 40,000 are convicts"."""
    if clause.verb is not None and sentence.kinds.startswith("BN", clause.verb):
        return whole(sentence, clause.verb + 1)
    return None


def _is_level(sentence: Analysis, figure: Figure, clause: Standing, verb: str | None) -> bool:
    """Whether the figure is the level of its verb's subject: "the toll rose to 27", "rents, at $900, are"."""
    if clause.subject is None or clause.verb is None or sentence.kinds[clause.subject] == "u":
        return False
    is_name = sentence.tags[sentence.chunks[clause.subject].last - 1] == "p"
    if is_name and figure.quantity.kind == "count":
        return False  # names are not counted
    if verb in measuring_verbs() or (clause.verb == figure.phrase and sentence.kinds[clause.verb - 1] == "B"):
        return True  # "… is estimated at $4 billion"
    if figure.quantity.kind == "measure":
        return not is_name  # "Ann Lee scored 31 points" is no measure of her
    if figure.quantity.kind == "duration":
        return verb in words_of("lasting")
    if figure.quantity.kind == "share" and verb in words_of("moving"):
        return not is_name and clause.verb == figure.phrase - 1
    before = first_word(sentence, figure.phrase - 1)
    if figure.quantity.kind == "money" and verb in words_of("priced"):
        return True
    return sentence.kinds[clause.verb] in "VPEG" and before in words_of("reaching")
