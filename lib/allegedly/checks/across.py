"""The same thing told in several articles: said again, changed in the telling, grown since; and by how many voices."""

from .concepts import index, is_within, lemmas
from .layouts import Relation
from .likeness import LARGE, REACH, meets, same, voice

NEARLY = 0.15  #: how far apart two printed numbers may be, as a part, to be one figure told again


def topic(figure) -> tuple:
    """What must be one for figures of two articles to be compared: the measure, what befell whom, and how it moved."""
    people = figure.group - {"person"}
    return figure.kind, figure.unit, figure.per, figure.change, figure.fate, people


def keys(figure) -> list[tuple]:
    """Under what a figure is looked up: its measure with each fate and each group that it counts."""
    measure = figure.kind, figure.unit, figure.per, figure.change
    return [(*measure, name) for name in (*figure.fate, *(figure.group - {"person"} or figure.group))]


def links(articles) -> list[Relation]:
    """The relations between figures of different articles, each figure with the best earlier one of its topic."""
    told: dict = {}
    found = []
    for article in sorted(articles, key=lambda one: one.doc):
        own = [figure for figure in article.figures if figure.section in ("body", "headline")]
        own = [figure for figure in own if figure.value not in (None, 0.0, 1.0) and keys(figure)]
        for figure in own:
            near = [one for key in keys(figure) for one in told.get(key, ())[-REACH:]]
            others = {one.at: one for one in near if one_topic(one, figure)}
            best = max(others.values(), key=lambda one: nearness(one, figure), default=None)
            relation = best and compared(best, figure)
            found += [relation] if relation else []
        for figure in own:
            for key in keys(figure):
                told.setdefault(key, []).append(figure)
    return once(found)


def nearness(a, b) -> tuple:
    """How near two figures of one topic are: one number, one group, told in the text itself."""
    return a.value == b.value, bool(a.group & b.group), a.section == "body", a.at


def one_topic(a, b) -> bool:
    """Whether two figures can be of one thing: neither place, body, fate nor group speaks against it."""
    if not (same(a.place, b.place) and one_subject(a, b)):
        return False
    one_fate = bool(a.fate & b.fate) if a.fate and b.fate else a.value == b.value or not (a.fate or b.fate)
    one_group = not a.group or not b.group or bool(a.group & b.group) or lies_within(a, b) or lies_within(b, a)
    return one_fate and one_group


def lies_within(a, b) -> bool:
    """Whether one group is, by the thesaurus, some of the other: personnel are people."""
    return is_within("group", a.group, b.group) and (a.value == b.value or b.group == {"person"})


def once(relations) -> list[Relation]:
    """One relation for each pair of articles and topic and value: a headline repeats what the body says."""
    kept = {(one.roles[a][0].doc, one.roles[b][0].doc, one.check, topic(one.roles[b][0]), one.roles[b][0].value): one
            for one in relations for a, b in [tuple(one.roles)]}  # fmt: skip
    return list(kept.values())


def one_subject(a, b) -> bool:
    """Whether two figures name one body or place, or give one large number."""
    if a.names and b.names:
        return bool(a.names & b.names)
    is_round = float(f"{a.value:.0e}") == a.value
    return a.value == b.value >= LARGE and (not is_round or (a.verb is not None and a.verb == b.verb))


def compared(a, b) -> Relation | None:
    """What two figures of one topic ask: whether they say the same, or whether a total grew."""
    if meets(a, b) and abs(a.value - b.value) <= NEARLY * max(abs(a.value), abs(b.value)):
        return Relation("across", {"a": (a,), "b": (b,)}, "", False, notes(a, b))
    earlier, later = dated(a, b)
    if earlier is None or a.kind != "count" or not a.fate:
        return None
    return Relation("grown", {"earlier": (earlier,), "later": (later,)}, "", False, notes(a, b))


def dated(a, b) -> tuple:
    """The two in the order of the days they speak of; (None, None) where that is not known."""
    if None in (a.about_to, b.about_to) or a.about_to == b.about_to:
        return None, None
    return (a, b) if a.about_to < b.about_to else (b, a)


def notes(a, b) -> tuple:
    """What changed in the telling: the hedge, the word for the group, or not even the speaker."""
    found = ["joined"] if differently_named(a, b) else []
    if a.hedge != b.hedge and a.value == b.value:
        found.append("hedge")
    if voice(a) and one_voice(voice(a), voice(b)):
        found.append("one_voice")
    return tuple(found)


def differently_named(a, b) -> bool:
    """Whether only the thesaurus says that two figures count one group."""
    return bool(a.group and b.group) and not own_words(a) & own_words(b)


def own_words(figure) -> frozenset:
    """The words of a figure's thing that the thesaurus knows, in dictionary form."""
    known = index("group")
    return frozenset(form for word in (figure.thing or "").lower().split() for form in lemmas(word) if form in known)


def one_voice(first: str | None, second: str | None) -> bool:
    """Whether two speakers are one: the words of one name are all in the other.

    >>> one_voice("John Kirby", "spokesman John Kirby"), one_voice("Reuters", None)
    (True, False)
    """
    if not first or not second:
        return False
    short, long = sorted((set(first.lower().split()), set(second.lower().split())), key=len)
    return short <= long


def voices(table):
    """A row a figure told in several articles: `thing`, `claims`, `articles`, `voices`, `speakers`.

    Voices are counted by speaker, not by article: what is relayed belongs to the one cited, and an article that names
    nobody is a voice of its own.
    """
    import pandas as pd

    from .articles import articles

    rows = [
        {
            "thing": figures[0].thing,
            "claims": [figure.id for figure in figures],
            "articles": len({figure.doc for figure in figures}),
            "voices": len(independent(figures)),
            "speakers": independent(figures),
        }
        for figures in chains(links(articles(table)))
    ]
    return pd.DataFrame(rows, columns=["thing", "claims", "articles", "voices", "speakers"])


def chains(relations) -> list[list]:
    """The figures of relations in groups that share one, each group in the order of the table."""
    group: dict = {}
    for relation in relations:
        joined = {figure.at: figure for figure in relation.figures}
        for at in list(joined):
            joined |= group.get(at, {})
        group |= dict.fromkeys(joined, joined)
    unique = {id(figures): figures for figures in group.values()}
    return [[figures[at] for at in sorted(figures)] for figures in unique.values()]


def independent(figures) -> list[str]:
    """The speakers of `figures`, each once; an article's own voice goes by the article's name."""
    found: list[str] = []
    for name in (voice(figure) or figure.doc for figure in figures):
        if not any(one_voice(name, other) for other in found):
            found.append(name)
    return found
