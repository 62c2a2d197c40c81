"""A running total as it grows, as the text itself corrects it, and figures said to be in order."""

from itertools import pairwise

from .articles import Article
from .layouts import Relation, cue
from .likeness import REACH, alike, comparable, is_broken, is_count, same


def revisions(article: Article, known):
    """A figure that the text says it replaces, and the one that replaced it."""
    for number, passage in enumerate(article.passages):
        words = cue(passage, "REVISED")
        olds = [one for one in passage.figures if is_count(one) and one.fate]
        if not words or len(olds) != 1:
            continue
        near = [one for before in article.passages[max(0, number - 2) : number] for one in before.figures]
        news = [one for one in near if is_count(one) and one.fate & olds[0].fate and not one.group]
        if news:
            yield Relation("revision", {"old": (olds[0],), "new": (news[-1],)}, words, True)


def toll(article: Article, known):
    """Two running totals of one fate, the later-dated or undated one being the report's own."""
    counts = [
        one for one in article.figures if is_count(one) and one.section == "body" and one.fate and one.value is not None
    ]
    running = [
        one for one in counts if cue(article.passage(one), "SO_FAR") and not one.group & {"child", "woman", "man"}
    ]
    named = {
        figure.at: relation
        for relation in known
        if relation.check == "cumulative"
        for figure in relation.roles["later"]
    }
    for number, later in enumerate(running):
        for earlier in running[max(0, number - REACH) : number + REACH]:
            if (
                later is not earlier
                and earlier.fate == later.fate
                and comparable(earlier, later)
                and grew(earlier, later, named)
            ):
                yield Relation(
                    "cumulative", {"earlier": (earlier,), "later": (later,)}, cue(article.passage(later), "SO_FAR")
                )


def grew(earlier, later, named) -> bool:
    """Whether two totals are known to be of two times, and the later one is the larger."""
    if earlier.context_start == later.context_start or not same(earlier.place, later.place):
        return False
    dated = earlier.about_to is not None and later.about_from is not None and earlier.about_to < later.about_from
    if later.at in named or (later.low or 0) < (earlier.low or 0) or later.value == earlier.value:
        return False
    return (
        dated
        or (earlier.at in named and later.when is None)
        or (earlier.when is not None and later.when is not None and later.start > earlier.start)
    )


def ranked(article: Article, known):
    """Figures said to follow each other from the highest, over two sentences."""
    for before, passage in pairwise(article.passages):
        words = [cue(before, "MOST"), cue(passage, "FOLLOWED")]
        if None in words or not passage.figures:
            continue
        at = before.start + before.text.lower().find(words[0])
        first = next((one for one in before.figures if one.start > at and rankable(one, passage.figures[0])), None)
        if first:
            line = (first, *(one for one in passage.figures if rankable(first, one)))
            yield Relation("order", {"seq": line}, " … ".join(words), True)


def rankable(a, b) -> bool:
    """Whether two figures are of one measure and of one thing, so that the one can be more than the other."""
    one_measure = (a.kind, a.unit, a.per, a.change) == (b.kind, b.unit, b.per, b.change) and is_broken(a) == is_broken(
        b
    )
    return one_measure and (a.unit is not None or alike(a, b) or not b.head)
