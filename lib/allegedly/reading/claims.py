"""Joins the four answers: a claim is a figure with its thing, its time and its speaker."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, TypeVar

from allegedly.lexicon import speaking
from allegedly.model import Attribution, Claim, Document, Quantity, Sentence, Thing, Time
from allegedly.reading.how_much.quantities import quantities
from allegedly.reading.of_what.things import last_count, things
from allegedly.reading.parsing import Analyses
from allegedly.reading.together.article import LONGEST, bound
from allegedly.reading.together.events import told
from allegedly.reading.together.layout import may_be_figure
from allegedly.reading.when.times import times
from allegedly.reading.who.discourse import Discourse
from allegedly.reading.who.speakers import attributions, listen
from allegedly.text.analysis import Analysis

T = TypeVar("T", Thing, Time, Attribution)
_NEAR = 200  #: signs before and behind a figure that are its context in a sentence that is longer than LONGEST
_MOST = 400  #: figures of a sentence; one that has more is the dump of a table, and says nothing of them


def claims(document: Document, all: bool = False, language: str | None = None) -> list[Claim]:
    """The claims of an article in the order of the text; with `all`, its other number expressions too.

    The latter have `quantity.kind == "none"` and a reason. Offsets count code points of `document.text`. A `language`
    is a folder of lexicon/ or the path of one; each change of it costs as much as a start.

    >>> [claim] = claims(Document(id="a", text="The mayor said that about 300 houses were flooded."))
    >>> claim.quantity.text, claim.thing.thing, claim.thing.verb
    ('about 300', 'houses', 'flood')
    """
    with speaking(language), _uncollected():
        article = Analyses(document, all=True)
        found = told(article.document, article.sentences, bound(analysed(article, all), quantities))
    return [_as_printed(claim, document.text) for claim in found if all or claim.quantity.kind != "none"]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Lets the collector of circles wait: what is made for an article goes with it, and is not looked through before.

    It took a quarter of the time. A collector that the caller has turned off stays off.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _as_printed(claim: Claim, text: str) -> Claim:
    """The claim with the words of its figure and context as they are printed, line ends and all."""
    quantity, start = claim.quantity, claim.context_start
    if "  " in claim.context:
        claim = claim._replace(
            thing=_single(claim.thing), time=_single(claim.time), attribution=_single(claim.attribution)
        )
    return claim._replace(
        quantity=quantity._replace(text=text[quantity.start : quantity.end]),
        context=text[start : start + len(claim.context)],
    )


def _single(answer: T) -> T:
    """An answer with single spaces between its words: a line end of two signs is folded to two."""
    cells: dict[str, Any] = answer._asdict()
    cells |= {name: " ".join(cell.split()) for name, cell in cells.items() if isinstance(cell, str)}
    return answer._replace(**cells)


def analysed(article: Analyses, all: bool) -> Iterator[tuple[Sentence, Callable[[], Analysis], list[Claim]]]:
    """Each sentence that holds figures, what analyses it, and its claims; a bare count may go on with the last before.

    Without `all` nothing is asked of numbers of which no other question takes notice: the year of a sentence that
    holds no more than that. Nor is it of the figures of a dump, which would be asked for hundreds of words each.
    """
    discourse = Discourse(article)
    before = last = None
    for sentence in article.sentences:
        if not (found := article.figures(sentence.number)):
            continue
        analyse = partial(article.__getitem__, sentence.number)
        if len(found) <= _MOST and (all or any(map(may_be_figure, found))):
            read = analyse()
            whats = things(read, found, last if before and _goes_on(before, sentence) else None)
            whens = times(read, found, article.document.date)
            said = attributions(discourse, sentence.number, found)
        else:
            whats, whens, said = [Thing()] * len(found), [Time()] * len(found), [Attribution()] * len(found)
            listen(discourse, found)
        yield sentence, analyse, [*_join(sentence, found, whats, whens, said)]
        before, last = sentence, last_count(found, whats)


def _goes_on(before: Sentence, sentence: Sentence) -> bool:
    """Whether a sentence follows another right away, in the same paragraph."""
    gap = sentence.document.text[before.end : sentence.start]
    return sentence.number == before.number + 1 and len(gap.splitlines()) < 2


def _join(
    sentence: Sentence, found: list[Quantity], whats: list[Thing], whens: list[Time], said: list[Attribution]
) -> Iterator[Claim]:
    """The claims of one sentence."""
    document, whole = sentence.document, sentence.text  # one string for all the claims of a sentence
    for quantity, thing, time, attribution in zip(found, whats, whens, said, strict=True):
        context, start = (whole, sentence.start) if len(whole) <= LONGEST else _around(sentence, quantity)
        yield Claim(
            id=f"{document.id}@{quantity.start}",
            doc=document.id,
            section=sentence.section,
            sentence=sentence.number,
            quantity=quantity,
            thing=thing,
            time=time,
            attribution=attribution,
            context=context,
            context_start=start,
        )


def _around(sentence: Sentence, quantity: Quantity) -> tuple[str, int]:
    """The words around a figure in a sentence of any length, and where they start."""
    text = sentence.document.text
    start, end = max(sentence.start, quantity.start - _NEAR), min(sentence.end, quantity.end + _NEAR)
    if start > sentence.start:
        start = text.find(" ", start, quantity.start) + 1 or start
    if end < sentence.end:
        end = max(text.rfind(" ", quantity.end, end), quantity.end)
    return text[start:end], start
