"""The same thing said again: above the text and in it, further down, or by another source."""

from .articles import Article
from .layouts import Relation, cue
from .concepts import shared_words
from .likeness import alike, both_unbounded, comparable, meets, same, says_something, voice
from .shares import implied

TOLD = ("headline", "headline_share", "cumulative", "revision", "change", "conversion")  #: these say it better
SMALL = 12  #: counts up to here are alike by chance
ABOVE = ("headline", "subhead", "caption")


def headlines(article: Article, known):
    """Each figure above the text, with what the body says of the same."""
    body = [figure for figure in article.figures if figure.section == "body"]
    for figure in article.figures:
        if figure.section not in ABOVE:
            continue
        check = "restatement" if figure.section == "caption" else "headline"
        shares = [pair for pair in implied(known) if alike(figure, pair["base"][0])]
        best = next((other for other in body if repeats(figure, other)), None)
        if shares and (best is None or best is shares[0]["base"][0]):
            yield Relation("headline_share", {"a": (figure,), **shares[0]}, licensed=False)
        elif best:
            yield Relation(check, {"a": (figure,), "b": (best,)}, notes=wording(figure, best), licensed=False)


def repeats(figure, other) -> bool:
    """Whether a figure of the body bears out one above it."""
    if not (alike(figure, other) and meets(figure, other) and says_something(figure) and says_something(other)):
        return False
    return figure.value == other.value or not both_unbounded(figure, other)


def restatements(article: Article, known):
    """The first two figures of the body that give one value of one thing, in two sentences."""
    first: dict = {}
    told = {one.at for relation in known if relation.check in TOLD for one in relation.figures}
    for figure in article.figures:
        if figure.at in told or figure.section != "body" or figure.value in (None, 0.0, 1.0) or not figure.words:
            continue
        key = (figure.kind == "share", figure.value)
        other = next((one for one in first.get(key, ()) if restates(one, figure)), None)
        if other is None:
            first.setdefault(key, []).append(figure)
        elif other.at not in (done := first.setdefault("done", set())):
            done.add(other.at)
            yield Relation("restatement", {"a": (other,), "b": (figure,)}, notes=wording(other, figure))


def restates(a, b) -> bool:
    """Whether `b`, in another sentence, can be `a` said again."""
    small = a.kind == "count" and a.value <= SMALL
    named = bool(a.group & b.group) and same(a.subject, b.subject) or bool(shared_words(a.head, b.head))
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
