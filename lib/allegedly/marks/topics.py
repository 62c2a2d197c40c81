"""What many voices say of one thing: one series after the other, the one told most first.

A series is one measure of one event (docs/tables.md); its claims stand in the order of the days that they speak of.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from ..lexicon.shown import Row, words
from .fragment import Fragment, fragment


def topics(corpus: Any, thing: str = "", most: int = 6) -> Any:
    """The claims of the series of `corpus`, with the columns `topic`, `series`, `day` and `dated` more.

    The series told by most articles come first, `most` of them. `thing` picks those that count it, or whose fate or
    words it is ("soldier", "die", "houses"). `day` is the last day a claim speaks of, or where it names none (`dated`
    is false) the day of its article.
    """
    import pandas as pd

    from ..lexicon.shown import rows

    known = {row["id"]: row for row in rows(corpus.claims)}
    events = getattr(corpus, "events", None)  # a table of one's own has none
    kinds = {} if events is None else dict(zip(events["event"], events["kind"], strict=True))
    days = {id: document.date for id, document in corpus.documents.items()}
    ids: list[str] = []
    added: dict[str, list[Any]] = {"topic": [], "series": [], "day": [], "dated": []}
    for name, place, group in _told_most(getattr(corpus, "series", None), known, thing)[:most]:
        for row in sorted(group, key=lambda row: (_day(row, days) or pd.Timestamp.max, row["id"])):
            ids.append(row["id"])
            added["topic"].append(_label(group, kinds, place))
            added["series"].append(name)
            added["day"].append(_day(row, days))
            added["dated"].append(row["about_to"] is not None and _day(row, days) == row["about_to"])
    told = corpus.claims.set_index("id", drop=False).loc[ids].reset_index(drop=True)
    return told.assign(**{**added, "day": pd.to_datetime(pd.Series(added["day"], dtype=object))})


def _told_most(series: Any, known: dict[str, Row], thing: str) -> list[tuple[str, str, list[Row]]]:
    """The name, place and claims of each series that counts `thing`; those of most articles and claims first."""
    found = []
    for row in series.itertuples() if series is not None else ():
        group = [known[id] for id in row.claims if id in known and known[id]["value"] is not None]
        if len(group) > 1 and (not thing or any(thing in _names(one) for one in group)):
            found.append((row.series, row.place if isinstance(row.place, str) else "", group))
    return sorted(found, key=lambda one: (-len({row["doc"] for row in one[2]}), -len(one[2]), one[0]))


def _day(row: Row, days: dict[str, Any]) -> Any:
    import pandas as pd

    day = pd.Timestamp(days[row["doc"]]) if days.get(row["doc"]) else None
    return day if row["about_to"] is None or _goes_on(row, day) else row["about_to"]


def _goes_on(row: Row, day: Any) -> bool:
    """Whether the span that a claim speaks of is not over yet on the day of its article: "this year"."""
    return day is not None and (row["about_from"] is None or row["about_from"] <= day) and day <= row["about_to"]


def _names(row: Row) -> frozenset[str]:
    """The words by which a claim's thing can be asked for."""
    own = {row[column] for column in ("head", "verb", "thing", "group", "fate")}
    return frozenset(name.lower() for name in own if name)


def _label(group: list[Row], kinds: dict[str, str], place: str) -> str:
    """What a series counts, in the words of its articles, what befell it, and in which event.

    >>> row = {"thing": "Coal miners", "group": "miner", "fate": "die", "place": "Halden", "event": "a#accident-halden"}
    >>> row |= {"per": None, "context": "Coal miners died in Halden."}
    >>> _label([row], {"a#accident-halden": "accident"}, "halden")
    'Miners killed, Halden (accident)'
    """
    said = words("topics")
    fate, counted = _most(row["fate"] for row in group), _most(row["group"] for row in group)
    befell = said["fates"].get(fate, "") if fate else ""
    named = _most(row["thing"] for row in group) or ""
    if befell and counted:  # "wounded" are soldiers injured, "infections" people infected
        named = said["groups"].get(counted, f"{counted}s")
    unit = f" {said['per']} {group[0]['per']}" if group[0]["per"] else ""
    printed = next(filter(None, (_printed(place, row) for row in group)), "")
    place = _most(row["place"] for row in group) or printed
    kind = kinds.get(_most(row["event"] for row in group) or "")
    label = " ".join(filter(None, [named, befell])) + unit or said["figure"]
    where = f", {place}" if place and place not in label else ""
    return f"{label[:1].upper()}{label[1:]}{where}" + (f" ({said['kinds'].get(kind, kind)})" if kind else "")


def _printed(place: str, row: Row) -> str | None:
    """A place as the sentence of a claim prints it."""
    at = row["context"].lower().find(place) if place else -1
    return row["context"][at : at + len(place)] if at >= 0 else None


def _most(names: Iterable[str | None]) -> str | None:
    """The name that stands most often, the first of those."""
    counts = Counter(name for name in names if name)
    return counts.most_common(1)[0][0] if counts else None


def told(table: Any) -> Fragment:
    """The claims of `topics` put into a sentence a series: the figures in turn with their day, and what stands out."""
    from ..lexicon.shown import day, rows

    series: dict[str, list[Row]] = {}
    for row in rows(table):
        row["on"] = day(row["day"]) if row["day"] is not None else None
        series.setdefault(row.get("series") or row["topic"], []).append(row)
    found = [
        {
            "topic": claims[0]["topic"],
            "claims": _once(claims),
            "voices": list(dict.fromkeys(row["speaker"] for row in claims if row["speaker"])),
            "unnamed": any(not row["speaker"] for row in claims),
            "outcome": _outcome(claims[0], claims[-1]),
            "ends": _ends(claims),
        }
        for claims in series.values()
    ]
    return fragment("told.html", text=table[["topic", "text", "speaker"]].to_string(), things=found)


def _once(claims: list[Row]) -> list[Row]:
    """The claims without those in which an article says its last number again; who says so is kept."""
    kept: list[Row] = []
    for row in claims:
        if kept and (kept[-1]["doc"], kept[-1]["value"]) == (row["doc"], row["value"]):
            kept[-1] = kept[-1] if kept[-1]["speaker"] or not row["speaker"] else row
        else:
            kept.append(row)
    return kept


def _ends(claims: list[Row]) -> list[tuple[str, Row]]:
    """The newest, the lowest and the highest figure, where three or more different ones are told."""
    numbered = [row for row in claims if row["value"] is not None]
    if len({row["value"] for row in numbered}) < 3:
        return []
    lowest, highest = (choose(numbered, key=lambda row: row["value"]) for choose in (min, max))
    return [("newest", numbered[-1]), ("lowest", lowest), ("highest", highest)]


def _outcome(first: Row, last: Row) -> str | None:
    """How the last figure stands to the first: by their bounds, which may be open."""
    if first is last or None in (first["low"], first["high"], last["low"], last["high"]):
        return None
    if last["low"] > first["high"]:
        return "higher"
    return "lower" if last["high"] < first["low"] else "within"
