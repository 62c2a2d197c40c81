"""One figure told in several articles: said again, grown since, or told differently; and by how many voices.

Only claims of one series are held against each other (docs/tables.md): one measure of one event. A table of one's own
may bring the column `series`; else it is made from the keys of its claims; a table without either is not asked.
"""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from .articles import Article, Figure
from .likeness import meets, voice
from .relation import Relation

if TYPE_CHECKING:
    import pandas as pd

NEARLY = 0.15  #: how far apart two printed numbers may be, as a part, to be one figure told again


def series_of(table: "pd.DataFrame") -> dict[str, str]:
    """Of which series each claim is, where the table holds several articles."""
    from ..table import series, with_series

    if table["doc"].nunique() < 2:
        return {}
    named = table if "series" in table else with_series(table, series(table))
    known = named[named["series"].notna()]
    return dict(zip(known["id"], known["series"], strict=True))


def links(articles: list[Article], names: Mapping[str, str]) -> list[Relation]:
    """The relations between figures of different articles, each figure with the nearest earlier one of its series."""
    told: dict[str, list[Figure]] = {}
    for figure in sorted((one for article in articles for one in article.figures), key=_order):
        if figure.id in names and figure.value is not None and not figure.superseded:
            told.setdefault(names[figure.id], []).append(figure)
    found = []
    for figures in told.values():
        for number, figure in enumerate(figures):
            others = [one for one in figures[:number] if one.doc != figure.doc]
            best = max(others, key=lambda one: (one.value == figure.value, _order(one)), default=None)
            relation = best and compared(best, figure)
            found += [relation] if relation else []
    return once(found)


def _order(figure: Figure) -> tuple[date, str, int]:
    return day(figure) or date.max, figure.doc, figure.at


def day(figure: Figure) -> date | None:
    """The day that a figure speaks of; that of its article where it names none, or a span that is not over yet."""
    published = _date(getattr(figure.row, "published", None))
    first, last = _date(figure.about_from), _date(figure.about_to)
    is_going_on = published is not None and last is not None and (first or date.min) <= published <= last
    return published if last is None or is_going_on else last


def _date(told: Any) -> date | None:
    found: date | None = told.date() if hasattr(told, "date") else told
    return found


def compared(a: Figure, b: Figure) -> Relation | None:
    """What two figures of one series ask: whether they say the same, or whether a total grew."""
    is_near = meets(a, b) and abs(a.value - b.value) <= NEARLY * max(abs(a.value), abs(b.value))
    earlier, later = day(a), day(b)
    both_grow = a.extent == b.extent == "so far" and None not in (earlier, later) and earlier != later
    if a.value == b.value or (is_near and not both_grow):
        return Relation("across", {"a": (a,), "b": (b,)}, "", False, notes(a, b))
    if both_grow and not (a.value <= b.value and meets(a, b)):  # "over 2,000", then "over 2,500": nothing to tell
        return Relation("grown", {"earlier": (a,), "later": (b,)}, "", False, notes(a, b))
    if earlier is not None and earlier == later:
        return Relation("across", {"a": (a,), "b": (b,)}, "", True, notes(a, b))
    return None


def once(relations: list[Relation]) -> list[Relation]:
    """One relation for each pair of articles, check and value: a headline repeats what the body says."""
    kept: dict[tuple[Any, ...], Relation] = {}
    for one in relations:
        (first,), (second,) = one.roles.values()
        kept[first.doc, second.doc, one.check, first.value, second.value] = one
    return [*kept.values()]


def notes(a: Figure, b: Figure) -> tuple[str, ...]:
    """What changed in the telling: the hedge, the word for the group, or not even the speaker."""
    found = ["joined"] if a.head and b.head and a.head != b.head else []
    if a.hedge != b.hedge and a.value == b.value:
        found.append("hedge")
    if voice(a) and one_voice(voice(a), voice(b)):
        found.append("one_voice")
    return tuple(found)


def one_voice(first: str | None, second: str | None) -> bool:
    """Whether two speakers are one: the words of one name are all in the other.

    >>> one_voice("John Kirby", "spokesman John Kirby"), one_voice("Reuters", None)
    (True, False)
    """
    if not first or not second:
        return False
    short, long = sorted((set(first.lower().split()), set(second.lower().split())), key=len)
    return short <= long


def voices(table: "pd.DataFrame") -> "pd.DataFrame":
    """A row a series told in several articles: `thing`, `claims`, `articles`, `voices`, `speakers`.

    Voices are counted by speaker, not by article: what is relayed belongs to the one cited, and an article that names
    nobody is a voice of its own.
    """
    import pandas as pd

    from .articles import articles

    names = series_of(table)
    told: dict[str, list[Figure]] = {}
    for figure in (one for article in articles(table) for one in article.figures):
        if figure.id in names:
            told.setdefault(names[figure.id], []).append(figure)
    rows = [
        {
            "thing": figures[0].thing,
            "claims": [figure.id for figure in figures],
            "articles": len({figure.doc for figure in figures}),
            "voices": len(independent(figures)),
            "speakers": independent(figures),
        }
        for figures in told.values()
        if len({figure.doc for figure in figures}) > 1
    ]
    return pd.DataFrame(rows, columns=["thing", "claims", "articles", "voices", "speakers"])


def independent(figures: list[Figure]) -> list[str]:
    """The speakers of `figures`, each once; an article's own voice goes by the article's name."""
    found: list[str] = []
    for name in (voice(figure) or figure.doc for figure in figures):
        if not any(one_voice(name, other) for other in found):
            found.append(name)
    return found
