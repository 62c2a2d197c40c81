"""A running total as it grows, as the text itself corrects it, and figures said to be in order."""

from itertools import pairwise

from .articles import Article
from .likeness import REACH, alike, comparable, is_broken, is_count, same, size
from .patterns import cue
from .relation import Relation

SOME = frozenset({"child", "woman", "man"})  #: rows of things.toml whose figures are no total of all


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
    totals = [one for one in article.befallen if one.value is not None and not one.group & SOME]
    running = [one for one in totals if cue(article.passage(one), "SO_FAR")]
    named = {one.at for relation in known if relation.check == "cumulative" for one in relation.roles["later"]}
    for number, later in enumerate(running):
        for earlier in running[max(0, number - REACH) : number + REACH]:
            if earlier.fate == later.fate and comparable(earlier, later) and grew(earlier, later, named):
                words = cue(article.passage(later), "SO_FAR")
                yield Relation("cumulative", {"earlier": (earlier,), "later": (later,)}, words)


def grew(earlier, later, named) -> bool:
    """Whether two totals are known to be of two times, the later one the larger; `named` are known to be later ones."""
    if earlier.context_start == later.context_start or not same(earlier.place, later.place):
        return False
    if later.at in named or size(later) < size(earlier) or later.value == earlier.value:
        return False
    if None not in (earlier.about_to, later.about_from) and earlier.about_to < later.about_from:
        return True
    told_later = None not in (earlier.when, later.when) and later.start > earlier.start
    return told_later or (earlier.at in named and later.when is None)


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
    measures = [(one.kind, one.unit, one.per, one.change, is_broken(one)) for one in (a, b)]
    return measures[0] == measures[1] and (a.unit is not None or alike(a, b) or not b.head)
