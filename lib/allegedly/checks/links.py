"""The same thing said again: above the text and in it, further down, or by another source."""

from .articles import Article
from .concepts import shared_words
from .likeness import REACH, alike, both_unbounded, comparable, is_count, meets, same, says_something, voice
from .patterns import cue
from .relation import Relation
from .shares import implied

TOLD = ("headline", "headline_share", "cumulative", "revision", "change", "conversion")  #: these say it better
SMALL = 12  #: counts up to here are alike by chance
OPENING = 3  #: sentences in which a text says what its headline says
ABOVE = ("headline", "subhead", "caption")


def headlines(article: Article, known):
    """Each figure above the text, with what the body says of the same."""
    body = [figure for figure in article.figures if figure.section == "body"][: 5 * REACH]
    for figure in article.figures:
        if figure.section not in ABOVE or figure.value is not None:
            continue
        check = "restatement" if figure.section == "caption" else "headline"
        shares = [pair for pair in implied(known) if alike(figure, pair["base"][0])]
        best = next((other for other in body if repeats(figure, other)), None) or lead(figure, body)
        if shares and (best is None or best is shares[0]["base"][0]):
            yield Relation("headline_share", {"a": (figure,), **shares[0]}, licensed=False)
        elif best is None and not shares and (other := unborne(figure, body)):
            yield Relation(check, {"a": (figure,), "b": (other,)}, row={"worth_a_look": True})
        elif best:
            yield Relation(check, {"a": (figure,), "b": (best,)}, notes=wording(figure, best), licensed=False)


def repeats(figure, other) -> bool:
    """Whether a figure of the body bears out one above it."""
    if not (alike(figure, other) and meets(figure, other) and says_something(figure) and says_something(other)):
        return False
    return figure.value == other.value or not both_unbounded(figure, other)


def lead(figure, body):
    """The figure of the first sentences that prints the number above the text in its unit, whatever it is said of."""
    first = [one for one in body if one.sentence is not None and one.sentence - body[0].sentence < OPENING]
    same_printed = (one for one in first if figure.value is not None and one.value == figure.value)
    return next((one for one in same_printed if (one.kind, one.unit) == (figure.kind, figure.unit)), None)


def unborne(figure, body):
    """The only figure of the body that is worded as one above it, where the numbers do not meet."""
    if figure.value is None or figure.change != "level":
        return None
    others = [other for other in body if alike(figure, other) and one_wording(figure, other)]
    return others[0] if len(others) == 1 and not meets(figure, others[0]) else None


def one_wording(a, b) -> bool:
    """Whether two figures name what they count by one noun, and no other group, place or day."""
    named = bool(a.head and b.head and shared_words(a.head, b.head)) and same(a.verb, b.verb)
    return named and a.group == b.group and same(a.place, b.place) and same(a.when, b.when)


def differences(article: Article, known):
    """Two figures of the body with the same words, day and voice that differ."""
    first: dict = {}
    taken = {one.at for relation in known for one in relation.figures}
    for figure in article.figures:
        exact = figure.value not in (None, 0.0, 1.0) and figure.hedge in ("exact", "about") and is_count(figure)
        if figure.section != "body" or not exact or not figure.thing or not figure.verb or figure.at in taken:
            continue
        key = (figure.thing.lower(), figure.verb, figure.subject, figure.place, figure.when, voice(figure))
        other = first.setdefault(key, figure)
        if other is not figure and not meets(other, figure) and other.context_start != figure.context_start:
            yield Relation("restatement", {"a": (other,), "b": (figure,)}, row={"worth_a_look": True})


def restatements(article: Article, known):
    """The first two figures of the body that give one value of one thing, in two sentences."""
    first: dict = {}
    told = {one.at for relation in known if relation.check in TOLD for one in relation.figures}
    for figure in article.figures:
        if figure.at in told or figure.section != "body" or figure.value in (None, 0.0, 1.0) or not figure.words:
            continue
        key = (figure.kind == "share", figure.value)
        other = next((one for one in first.get(key, ())[-REACH:] if restates(one, figure)), None)
        if other is None:
            first.setdefault(key, []).append(figure)
        elif other.at not in (done := first.setdefault("done", set())):
            done.add(other.at)
            yield Relation("restatement", {"a": (other,), "b": (figure,)}, notes=wording(other, figure))


def restates(a, b) -> bool:
    """Whether `b`, in another sentence, can be `a` said again."""
    small = a.kind == "count" and a.value <= SMALL
    named = (bool(a.group & b.group) and same(a.subject, b.subject)) or bool(shared_words(a.head, b.head))
    return alike(a, b) and a.context_start != b.context_start and same(a.place, b.place) and (named or not small)


def wording(a, b) -> tuple:
    """The note that two figures of one value are said of differently worded things."""
    differs = a.kind == "money" and not (a.verb == b.verb and a.head == b.head)
    return ("wording",) if differs else ()


def sources(article: Article, known):
    """Two figures of one sentence, each by its own source."""
    for passage in article.passages:
        for a, b in zip(passage.figures, passage.figures[1:], strict=False):
            if voice(a) and voice(b) and voice(a) != voice(b) and comparable(a, b):
                licensed = bool(a.unit and cue(passage, "SOURCED") and (alike(a, b) or None in (a.head, b.head)))
                words = cue(passage, "SOURCED") if licensed else cue(passage, "OTHERWISE")
                if words and (licensed or a.kind == "count"):
                    row = {} if licensed or alike(a, b) else {"unclear": True}
                    yield Relation("sources", {"a": (a,), "b": (b,)}, words, licensed, row=row)
