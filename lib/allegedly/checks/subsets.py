"""Some of a whole, shown by the thesaurus, by a place within a wider one, or by a day within a running total."""

import re
from functools import cache
from itertools import pairwise

from ..lexicon import load
from .articles import Article
from .concepts import concepts, is_within, lemmas, shared_words, within
from .likeness import REACH, comparable, is_count, same, size
from .patterns import cue, word_list
from .relation import Relation

NEAR = 3  #: sentences back in which the whole of a rest is sought
FOLLOWING = 5  #: words behind a count that may say which step was taken
NARROW = frozenset({"child"})  #: rows of things.toml that always are some of all


def parts_known(known) -> set:
    """The figures that are already held against a whole."""
    return {one.at for relation in known for role in ("part", "parts") for one in relation.roles.get(role, ())}


def fates(article: Article, known):
    """What befell some, against how many there were: killed within deployed, bodies within dead. One pair a fate."""
    taken = parts_known(known)
    largest: dict = {}
    for part in article.befallen:
        if part.at not in taken:
            largest.setdefault(part.fate, []).append(part)
    for fate, parts in largest.items():
        part = max(parts, key=size)
        around = (one for one in article.befallen if is_within("fate", fate, one.fate))
        wholes = [one for one in around if same(one.subject, part.subject)]
        if wholes:
            nearest = max(wholes, key=lambda one: (depth(one), size(one)))
            yield Relation("subset", {"part": (part,), "whole": (nearest,)})


def depth(figure) -> int:
    """How many wider fates a figure's own fate lies in: the nearest whole lies deepest."""
    return max(len(within("fate", name)) for name in figure.fate)


def groups(article: Article, known):
    """Some people, named by a narrower word, against all to whom the same befell, in the sentences around."""
    counts, taken = article.befallen, parts_known(known)
    for number, part in enumerate(counts):
        if part.at not in taken and (part.group | concepts("group", part.after)) & NARROW:
            near = counts[max(0, number - REACH) : number + REACH]
            wholes = [one for one in near if one.fate & part.fate and not one.group & NARROW and apart(one, part)]
            whole = max(wholes, key=size, default=None)
            if whole and size(whole) >= size(part):
                yield Relation("subset", {"part": (part,), "whole": (whole,)})


def apart(a, b) -> bool:
    """Whether two figures stand in two sentences."""
    return a.context_start != b.context_start


def populations(article: Article, known):
    """Some people, against the whole population that the text gives."""
    counts = [one for one in article.figures if is_count(one) and one.section == "body"]
    last: dict = {}
    for whole in (one for one in counts if "population" in one.group and not one.fate):
        if whole.group not in last:
            parts = (one for one in reversed(counts) if is_within("group", one.group, whole.group))
            last[whole.group] = next(parts, None)
        if last[whole.group]:
            yield Relation("subset", {"part": (last[whole.group],), "whole": (whole,)})


def places(article: Article, known):
    """A figure of one place, or of one day, against the running total of the same fate in the sentences before it."""
    taken = parts_known(known)
    before = {one.at for relation in known for one in relation.roles.get("earlier", ())}
    counts = [one for one in article.figures if one.kind == "count" and one.change == "level" and one.section == "body"]
    for number, part in enumerate(counts):
        near = counts[max(0, number - REACH) : number] if part.fate and part.at not in taken else ()
        wholes = (one for one in reversed(near) if one.at not in before and narrower(part, one, article))
        if whole := next(wholes, None):
            yield Relation("subset", {"part": (part,), "whole": (whole,)})


def narrower(part, whole, article) -> bool:
    """Whether `part` is marked as some of `whole`: by a place that the whole lacks, or as the figure of a day."""
    if part.fate != whole.fate or whole.stance == "denied" or not one_group(part, whole):
        return False
    if part.context_start == whole.context_start or size(part) > size(whole):
        return False
    a_day = part.per is not None and whole.per is None and same(part.place, whole.place)
    here, there = (one.place or located(article.passage(one)) for one in (part, whole))
    return (not is_wide(here) and is_wide(there)) or a_day


def one_group(a, b) -> bool:
    """Whether two figures count one group of people, or use one word for what they count."""
    groups = a.group - {"person"}, b.group - {"person"}
    return groups[0] == groups[1] and bool(a.group or b.group or one_head(a, b))


def located(passage) -> str | None:
    """The place that a sentence opens with: `In the United States, …`."""
    match = opening().match(passage.text)
    is_time = match and any(match.group(1).lower() in (one.when or "").lower() for one in passage.figures)
    return match.group(1) if match and not is_time else None


@cache
def opening() -> re.Pattern:
    """A place at the start of a sentence: a word for being there, a name, a comma."""
    return re.compile(
        rf"(?i:{word_list('THERE').pattern})\s+((?:the\s+)?[A-Z]\w+(?:[\s-][A-Z]\w+){{0,4}})(?:,|\s+(?=\d))"
    )


def one_head(a, b) -> bool:
    """Whether two figures use one word for what they count, or one of them none: `36 in the north`."""
    return not a.head or not b.head or bool(shared_words(a.head, b.head)) or bool(a.fate & b.fate & {"dead", "injured"})


def is_wide(place) -> bool:
    """Whether no place is named, or one that has all others in it."""
    return place is None or bool(word_list("WORLDWIDE").search(place.lower()))


def stages(article: Article, known):
    """Those who took a step, against those at the step before, one after the other: 50 started and 41 finished."""
    for passage in article.passages:
        counts = [one for one in passage.figures if is_count(one)]
        for whole, part in pairwise(counts):
            steps = [row for row in load("things")["stage"] if step(part, row["words"]) and step(whole, row["before"])]
            if steps and (part.value or 0) <= (whole.value or 0) and not part.group - whole.group:
                yield Relation("subset", {"part": (part,), "whole": (whole,)})


def step(figure, words) -> bool:
    """Whether one of `words` stands among the first behind a figure."""
    return any(lemmas(word) & {*words} for word in figure.after.lower().split()[:FOLLOWING])


def rests(article: Article, known):
    """Some of an amount, where the sentence says that there is a rest, against the nearest larger one before."""
    for number, passage in enumerate(article.passages):
        words = cue(passage, "REST")
        parts = [one for one in passage.figures if one.kind == "money" and one.value] if words else []
        if len(parts) != 1:
            continue
        near = [one for own in article.passages[max(0, number - NEAR) : number] for one in own.figures]
        wholes = [one for one in near if comparable(parts[0], one) and size(one) > size(parts[0])]
        if wholes:
            yield Relation("subset", {"part": (parts[0],), "whole": (wholes[-1],)}, words)


def early(article: Article, known):
    """An early count, against the later and larger one of the same."""
    for number, part in enumerate(article.befallen):
        words = cue(article.passage(part), "EARLY") if part.hedge == "at_least" else None
        near = article.befallen[number + 1 : number + REACH] if words else ()
        later = [one for one in near if one.fate & part.fate and comparable(one, part)]
        if later and size(later[0]) >= size(part):
            yield Relation("subset", {"part": (part,), "whole": (later[0],)}, words)
