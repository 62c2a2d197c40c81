"""Sums across sentences: a list here and its total there, and people accounted for."""

from itertools import combinations

from .articles import Article
from .likeness import is_count
from .parts import disjoint, is_predicated, predicate
from .patterns import cue, cue_in, lists
from .relation import Relation, measure, one_currency

FAR = 40  #: sentences in which the total of a list is sought
NEAR = 2  #: sentences between a list and its total
LEAD = 30  #: characters before an amount that say what it is
BACK = 3  #: figures of the sentence before a list that may belong to it
OTHERS = ("ADDED", "INCLUDING", "WHOM", "ADJUSTED", "ASHORE")  #: words that tell of more people than were aboard
FEW = 6  #: figures of the sentence before, among which the parts of a combined total are sought


def totals(article: Article, known):
    """A list of parts whose total stands in another sentence."""
    listed = [relation for relation in known if not relation.row.get("strict")]
    taken = {figure.at for relation in listed for figure in relation.roles.get("parts", ())}
    for number, passage in enumerate(article.passages):
        for parts, words in lists(passage):
            if {part.at for part in parts} & taken or not all(is_count(part) for part in parts):
                continue
            near = [
                figure
                for one in article.passages[max(0, number - FAR) : number]
                for figure in one.figures
                if figure.section == "body"
            ]
            before = article.passages[number - 1].figures if number else []
            longer = [(*before[-more:], *parts) for more in range(1, len(before[-BACK:]) + 1)]
            ends = [*longer, *(parts[first:] for first in range(len(parts) - 1))]
            best = next(((one, some) for some in ends for one in reversed(near) if fits(one, some)), None)
            if best:
                yield Relation("parts", {"total": (best[0],), "parts": best[1]}, words or "", bool(words))


def fits(total, parts) -> bool:
    """Whether `parts` come to what `total` allows and may be of the same fate."""
    values = [part.value for part in parts]
    if None in values or total.low is None or not is_count(total) or total in parts:
        return False
    if not all(is_count(part) for part in parts):
        return False
    fates = [fate for part in parts for fate in part.fate]
    low = total.value if total.value is not None else total.low
    return sum(values) == low and bool(total.fate) and set(fates) <= total.fate


def combined(article: Article, known):
    """A combined total and those figures of the sentence before it that make it."""
    for before, passage in zip(article.passages, article.passages[1:], strict=False):
        words = cue(passage, "TOTALLED")
        for total in passage.figures if words else ():
            own = [
                one
                for one in before.figures
                if (one.kind, one.unit, one.change) == (total.kind, total.unit, total.change) and one.change != "level"
            ]
            parts = tuple(own[:FEW])
            if (
                len(parts) > 1
                and None not in [one.value for one in parts]
                and total.value == sum(one.value for one in parts)
            ):
                yield Relation("parts", {"total": (total,), "parts": parts}, words, True)


def gaps(article: Article, known):
    """What is left between two amounts, where it is just their difference: `leaving a deficit of 0.4 billion`."""
    for number, passage in enumerate(article.passages):
        for gap in passage.figures:
            words = cue_in(gap.lead[-LEAD:], "A_GAP")
            near = [one for own in article.passages[max(0, number - 1) : number + 1] for one in own.figures]
            sides = [one for one in near if words and one.start < gap.start and one_currency([one, gap])][-FEW:]
            pair = next(((a, b) for a, b in combinations(reversed(sides), 2) if is_between(gap, a, b)), None)
            if pair:
                less, more = sorted(pair, key=lambda one: one.value)
                yield Relation("change", {"old": (less,), "new": (more,), "change": (gap,)}, words)


def is_between(gap, a, b) -> bool:
    """Whether `gap` is just the difference of two amounts of one measure."""
    values = [one.value for one in (gap, a, b)]
    if None in values or measure(a) != measure(b):
        return False
    return abs(abs(values[1] - values[2]) - values[0]) < 1e-6 * values[1]


def balances(article: Article, known):
    """Those aboard, and the fates told of them in the sentences after: what befell nobody twice makes at most all."""
    for number, passage in enumerate(article.passages):
        words = cue(passage, "CARRIED")
        there = tuple(one for one in passage.figures if is_count(one) and "aboard" in one.fate)
        if not words or not there or cue(passage, "ALLOWED"):
            continue
        near = article.passages[number : number + 2]
        parts = next((told for one in near if (told := befell_apart(one, there))), ())
        if parts:
            more = (cue_in(part.tail, name) for part in parts for name in OTHERS)
            because = next(filter(None, more), None)
            one_time = {one.when for one in parts} <= {None, *(one.when for one in there)}
            row = {"rest": True} | ({"because": because} if because else {})
            yield Relation("balance", {"total": there, "parts": parts}, words, one_time and not because, row=row)
        yield from rescued(article, number, there)


def befell_apart(passage, there) -> tuple | None:
    """The people of a sentence of whom it says fates that befall nobody twice: `70 were killed and 45 survived`."""
    told = [one for one in passage.figures if is_count(one) and one not in there and predicate(one)]
    people = tuple(one for one in told if is_predicated(one) or one.group)
    return people if len(people) > 1 and disjoint([predicate(one) for one in people], "fates") else None


def rescued(article, number, there):
    """Passengers and crew, of whom some are dead, some rescued, and the words say that there is a rest."""
    after = article.passages[number + 1 : number + 1 + NEAR]
    rest = next((cue(one, "REST") for one in after if cue(one, "REST")), None)
    saved = [one for near in after for one in near.figures if is_count(one) and "rescued" in one.fate]
    before = [one for near in article.passages[: number + 1] for one in near.figures if one.section == "body"]
    dead = [one for one in before if is_count(one) and "dead" in one.fate and one not in there]
    if len(there) > 1 and saved and dead and rest:
        parts = (dead[-1], saved[0])
        yield Relation("balance", {"total": there, "parts": parts}, rest, True, ("rest",), {"rest": True})
