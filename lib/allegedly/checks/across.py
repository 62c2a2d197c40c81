"""One figure told in several articles: said again, grown since, or told differently; and by how many voices.

Only claims of one series are held against each other (docs/tables.md): one measure of one event. A table of one's own
may bring the column `series`; else it is made from the keys of its claims; a table without either is not asked.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from ..alike import one_voice
from ..lexicon import load
from .framed import Framed
from .strands import frame
from .tellings import Telling, as_date, tellings

if TYPE_CHECKING:
    import pandas as pd

_FLOORS = ("exact", "at_least", "more_than")  #: hedges of a number that can only become more
_BOUNDS = frozenset({"at_most", "less_than"})
_MOST = 10  #: a total that grew by more is another's
NEARLY = 0.15  #: how far apart two printed numbers may be, as a part, to be one figure told again


def series_of(table: "pd.DataFrame") -> dict[str, str]:
    """Of which series each claim is, where the table holds several articles."""
    from ..table import series, with_series

    if table["doc"].nunique() < 2:
        return {}
    named = table if "series" in table else with_series(table, series(table))
    known = named[named["series"].notna()]
    return dict(zip(known["id"], known["series"], strict=True))


def across(figures: Iterable[Telling], names: Mapping[str, str], titles: Mapping[str, str]) -> list[Framed]:
    """What figures of different articles ask, each with the nearest earlier one of its series."""
    told: dict[str, list[Telling]] = {}
    for figure in sorted(figures, key=_order):
        if figure.id in names and figure.value is not None and not figure.row.superseded:
            told.setdefault(names[figure.id], []).append(figure)
    found: dict[tuple[Any, ...], Framed] = {}
    for own in told.values():
        for number, figure in enumerate(own):
            others = [one for one in own[:number] if one.row.doc != figure.row.doc]
            best = max(others, key=lambda one: (one.value == figure.value, _order(one)), default=None)
            asked = best and compared(best, figure, titles)
            if best and asked:  # a headline repeats what the body says: one finding for each pair of articles and value
                found[best.row.doc, figure.row.doc, asked.way, best.value, figure.value] = asked
    return [*found.values()]


def _order(figure: Telling) -> tuple[date, str, int]:
    return day(figure) or date.max, figure.row.doc, figure.row.start


def day(figure: Telling) -> date | None:
    """The day that a figure speaks of; that of its article where it names none, or a span that is not over yet."""
    published = figure.published
    first, last = (as_date(getattr(figure.row, name, None)) for name in ("about_from", "about_to"))
    is_going_on = published is not None and last is not None and (first or date.min) <= published <= last
    return published if last is None or is_going_on else last


def compared(a: Telling, b: Telling, titles: Mapping[str, str]) -> Framed | None:
    """What two figures of one series ask: whether they say the same, or whether a total grew."""
    first, second = a.value or 0.0, b.value or 0.0
    is_near = a.meets(b) and abs(first - second) <= NEARLY * max(abs(first), abs(second))
    earlier, later = day(a), day(b)
    both_grow = a.row.extent == b.row.extent == "so far" and None not in (earlier, later) and earlier != later
    if first == second or (is_near and not both_grow):
        return _asked(a, b, titles)
    is_vague = first <= second and a.meets(b) and b.row.hedge != "exact"  # "over 2,000", then "over 2,500"
    is_bound = bool({a.row.hedge, b.row.hedge} & _BOUNDS)  # "up to 400,000" is no count
    if both_grow and not is_vague and not is_bound and second <= _MOST * first:
        return _asked(a, b, titles, way=1, shown=_is_one_count(a, b))
    if earlier is not None and earlier == later:
        return _asked(a, b, titles, shown=True)
    return None


def _is_one_count(a: Telling, b: Telling) -> bool:
    """Whether no two speakers are named who may count differently, and neither number is a guess: it can only grow."""
    flat = a.row.hedge in _FLOORS and b.row.hedge == "exact"
    return flat and (not a.voice or not b.voice or one_voice(a.voice, b.voice))


def _asked(a: Telling, b: Telling, titles: Mapping[str, str], way: int = 0, shown: bool = False) -> Framed:
    made = frame("across", way, shown, figure=[a], again=[b])
    made.names = {
        "article": titles.get(a.row.doc, a.row.doc),
        "other_article": titles.get(b.row.doc, b.row.doc),
    }
    made.doc, made.notes = a.row.doc, notes(a, b)
    return made


def notes(a: Telling, b: Telling) -> list[str]:
    """What changed in the telling, as sentences: the hedge, the word for the group, or not even the speaker."""
    texts = load("kinds")["note"]
    found = []
    if a.row.head and b.row.head and a.row.head != b.row.head:
        found.append(texts["joined"].format(a=_words(a), b=_words(b)))
    if a.row.hedge != b.row.hedge and a.value == b.value:
        found.append(texts["hedge"].format(a=a.row.text, b=b.row.text))
    if a.voice and one_voice(a.voice, b.voice):
        found.append(texts["one_voice"].format(speaker=a.voice))
    return found


def _words(one: Telling) -> str:
    return " ".join(filter(None, (one.row.text, one.row.thing)))


def voices(table: "pd.DataFrame") -> "pd.DataFrame":
    """A row a series told in several articles: `thing`, `claims`, `articles`, `voices`, `speakers`.

    Voices are counted by speaker, not by article: what is relayed belongs to the one cited, and an article that names
    nobody is a voice of its own.
    """
    import pandas as pd

    names = series_of(table)
    told: dict[str, list[Telling]] = {}
    for figure in (one for own in tellings(table).values() for one in own):
        if figure.id in names:
            told.setdefault(names[figure.id], []).append(figure)
    rows = [
        {
            "thing": figures[0].row.thing,
            "claims": [figure.id for figure in figures],
            "articles": len({figure.row.doc for figure in figures}),
            "voices": len(independent(figures)),
            "speakers": independent(figures),
        }
        for figures in told.values()
        if len({figure.row.doc for figure in figures}) > 1
    ]
    return pd.DataFrame(rows, columns=["thing", "claims", "articles", "voices", "speakers"])


def independent(figures: list[Telling]) -> list[str]:
    """The speakers of `figures`, each once; an article's own voice goes by the article's name."""
    found: list[str] = []
    for name in (figure.voice or figure.row.doc for figure in figures):
        if not any(one_voice(name, other) for other in found):
            found.append(name)
    return found
