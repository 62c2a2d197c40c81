"""The same thing told in several articles: said again, changed in the telling, grown since; and by how many voices."""

from .concepts import concepts, index, lemmas
from .layouts import Relation
from .likeness import LARGE, REACH, meets, same, voice

NEARLY = 0.15  #: how far apart two printed numbers may be, as a part, to be one figure told again


def topic(figure) -> tuple:
    """What must be one for figures of two articles to be compared: the measure, what befell whom, and how it moved."""
    people = figure.group - {"person"}
    return figure.kind, figure.unit, figure.per, figure.change, figure.fate, people


def links(articles) -> list[Relation]:
    """The relations between figures of different articles, each figure with the latest earlier one of its topic."""
    told: dict = {}
    found = []
    for article in sorted(articles, key=lambda one: one.doc):
        own: dict = {}
        for figure in article.figures:
            if (
                figure.section in ("body", "headline")
                and (figure.fate or figure.group)
                and figure.value not in (None, 0.0, 1.0)
            ):
                others = [
                    one
                    for one in told.get(topic(figure), ())[-REACH:]
                    if one_subject(one, figure) and same(one.place, figure.place)
                ]
                equal = [one for one in others if one.value == figure.value]
                best = max(equal or others[-1:], key=lambda one: one.section == "body", default=None)
                relation = best and compared(best, figure)
                found += [relation] if relation else []
                own.setdefault(topic(figure), []).append(figure)
        for key, figures in own.items():
            told.setdefault(key, []).extend(figures)
    return once(found)


def once(relations) -> list[Relation]:
    """One relation for each pair of articles and topic and value: a headline repeats what the body says."""
    kept = {(one.roles[a][0].doc, one.roles[b][0].doc, one.check, topic(one.roles[b][0]), one.roles[b][0].value): one
            for one in relations for a, b in [tuple(one.roles)]}  # fmt: skip
    return list(kept.values())


def one_subject(a, b) -> bool:
    """Whether two figures name one body or place, or give one large number."""
    named = tuple(proper(one, one.subject) or proper(one, one.thing) for one in (a, b))
    if all(named):
        return bool(named[0] & named[1])
    return a.value == b.value >= LARGE


def proper(figure, text) -> frozenset:
    """The names in a text of a figure: its words with a capital, but for a common noun that opens the sentence."""
    words = [word.replace("’", "'").split("'")[0] for word in (text or "").split() if word[:1].isupper()]
    opens = bool(words) and (figure.context or "").lstrip("\"“'").startswith(words[0])
    return frozenset(word.lower() for word in words[opens and is_common(words[0]) :])


def is_common(word: str) -> bool:
    """Whether a word is in the dictionary of common words."""
    from lemminflect import getAllLemmas

    return bool(getAllLemmas(word.lower()))


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
    return bool(a.group & b.group) and not own_words(a) & own_words(b)


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
    """A DataFrame with a row a topic told more than once: `thing`, `claims`, `articles`, `voices`, `speakers`.

    Voices are counted by speaker, not by article: what is relayed belongs to the one cited, and an article that names
    nobody is a voice of its own.
    """
    import pandas as pd

    from .articles import articles

    by_topic: dict = {}
    for article in articles(table):
        for figure in article.figures:
            if figure.fate or figure.group:
                by_topic.setdefault((topic(figure), tuple(sorted(body(figure)))), []).append(figure)
    rows = [
        {
            "thing": figures[0].thing,
            "claims": [figure.id for figure in figures],
            "articles": len({figure.doc for figure in figures}),
            "voices": len(speakers),
            "speakers": speakers,
        }
        for figures in by_topic.values()
        if len(figures) > 1
        for speakers in [independent(figures)]
    ]
    return pd.DataFrame(rows, columns=["thing", "claims", "articles", "voices", "speakers"])


def body(figure) -> frozenset:
    """The words of the subject's name, without words for groups of people."""
    return frozenset(word for word in (figure.subject or "").lower().split() if not concepts("group", word))


def independent(figures) -> list[str]:
    """The speakers of `figures`, each once; an article's own voice goes by the article's name."""
    found: list[str] = []
    for name in (voice(figure) or figure.doc for figure in figures):
        if not any(one_voice(name, other) for other in found):
            found.append(name)
    return found
