"""Relations between figures that do not stand in one layout: the same thing said again, some of a whole, a headline."""

from .concepts import is_within, shared_words
from .layouts import Relation


def found(article, known):
    """The relations between figures of `article`, beyond those `known` from layouts."""
    together = {frozenset((a.at, b.at)) for relation in known for a in relation.figures for b in relation.figures}
    for finder in (headlines, restatements, fates):
        for relation in finder(article):
            if frozenset(figure.at for figure in relation.figures) not in together:
                yield relation


def alike(a, b) -> bool:
    """Whether two figures may speak of one thing: the same measure, and a fate, a group or a word in common."""
    if a.measure != b.measure or (a.change != "level") != (b.change != "level"):
        return False
    if a.fate or b.fate:
        return bool(a.fate & b.fate)
    return bool(a.group & b.group) or bool(shared_words(a.head, b.head))


def same(first, second) -> bool:
    """Whether two details do not differ, as far as both are known."""
    return first is None or second is None or first == second


def meets(a, b) -> bool:
    return a.low is not None and b.low is not None and a.low <= b.high and b.low <= a.high


def headlines(article):
    """Each figure above the text, with the first of the body that speaks of the same."""
    above = [figure for figure in article.figures if figure.section in ("headline", "subhead", "caption")]
    body = [figure for figure in article.figures if figure.section == "body"]
    for figure in above:
        others = [other for other in body if alike(figure, other)]
        best = next((other for other in others if meets(figure, other)), None)
        if best:
            check = "headline" if figure.section == "headline" else "restatement"
            yield Relation(check, {"a": (figure,), "b": (best,)}, "", False)


def restatements(article):
    """Figures of the body that print one value of one thing again."""
    earlier: dict = {}
    for figure in (figure for figure in article.figures if figure.section == "body" and figure.value is not None):
        key = (figure.measure, figure.value)
        other = next((one for one in earlier.get(key, ()) if alike(one, figure) and one.sentence != figure.sentence), None)
        if other and same(other.when, figure.when) and same(other.place, figure.place):
            yield Relation("restatement", {"a": (other,), "b": (figure,)}, "", False)
        earlier.setdefault(key, []).append(figure)


def fates(article):
    """What befell some, against how many there were to befall: killed within deployed, bodies within dead."""
    counts = [figure for figure in article.figures if figure.is_plain_count and figure.section == "body" and figure.fate]
    for part in counts:
        wholes = [whole for whole in counts if is_within("fate", part.fate, whole.fate) and same(whole.subject, part.subject)]
        if wholes:
            whole = max(wholes, key=lambda figure: figure.low or 0)
            yield Relation("subset", {"part": (part,), "whole": (whole,)}, "", False)
