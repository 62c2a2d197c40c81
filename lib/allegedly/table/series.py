"""Series: strands of many articles joined by their events. Keys only, no words.

A series is one measure of one event, told more than once. Its id is that of its earliest strand, or the one that it had
before: a new article changes this map and no claims.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from ..alike import Told, groups, story_of, unpacked
from .frames import conform
from .schema import EVENTS, SERIES

COPY, FEW = 0.8, 3  #: how much of an article is the same in a copy, and how many sentences at least
REACH = 40  #: articles with the same sentence that are looked at
COLUMNS_OF_SERIES = (
    *("id", "doc", "kind", "unit", "per", "value", "low", "high", "grain", "hedge", "head", "group", "fate"),
    *("event", "strand", "keys", "about_from", "about_to", "published", "speaker", "context"),
)  #: of the claims that a series rests on
Frame = Any  #: a DataFrame; pandas is imported where it is used
Row = dict[str, Any]
Ids = Iterable[Iterable[str]]


def series(
    table: Frame,
    before: Mapping[str, str] | None = None,
    same: Ids = (),
    not_same: Ids = (),
    found: Iterable[tuple[str, str]] | None = None,
    copies: Mapping[str, str] | None = None,
) -> Frame:
    """A DataFrame with a row a series and the columns of `SERIES`, the one told most first.

    `before` says of which series a strand was; `same` and `not_same` are lists of ids of claims that people joined or
    split by hand. `found` are the pairs of ids that could be one figure, and `copies` the first article of which each
    is a copy, where another has looked them up, as is done for a corpus that no table holds.

    >>> from allegedly import Document, claims, tidy
    >>> text = "Norrby blast\\n\\nA blast in Norrby, Norland killed {} people, police said on Monday."
    >>> told = [*claims(Document("a", text.format("47"))), *claims(Document("b", text.format("at least 50")))]
    >>> found = series(tidy(told))
    >>> found["claims"].tolist(), found["measure"].tolist()
    ([['a@48', 'b@48']], ['person, die'])
    """
    import pandas as pd

    rows = _rows(table)
    joined = groups(_strands(rows), same, not_same, found)
    copies = _copies(rows) if copies is None else copies
    made = [_described(members, rows, before or {}, copies) for members in joined if len(members) > 1]
    frame = pd.DataFrame(made, columns=[column.name for column in SERIES], dtype=object)
    frame = frame.assign(_many=frame["claims"].map(len)).sort_values(["_many", "series"], ascending=[False, True])
    return conform(frame.drop(columns="_many").reset_index(drop=True), SERIES)


def with_series(table: Frame, found: Frame) -> Frame:
    """`table` with the column `series`: of which row of `found` each claim is."""
    of = {claim: row.series for row in found.itertuples() for claim in row.claims}
    return table.assign(series=table["id"].map(of).astype("string"))


def events(table: Frame) -> Frame:
    """A DataFrame with a row an event of an article that its figures speak of, and the columns of `EVENTS`."""
    import pandas as pd

    made: dict[str, Row] = {}
    stories: dict[str, Any] = {}
    for row in _rows(table).values():
        keys = json.loads(row["keys"])
        if "story" in keys:
            stories[row["doc"]] = story_of(keys)
        if row["event"] is None or "event" not in keys:
            continue
        kind, place = keys["event"]
        event = made.setdefault(row["event"], {"event": row["event"], "doc": row["doc"], "kind": kind, "place": place})
        event.setdefault("evidence", row["context"])
        for name, column, choose in (("first", "about_from", min), ("last", "about_to", max)):
            days = [day for day in (event.get(name), row[column]) if day is not None]
            event[name] = choose(days) if days else None
    for event in made.values():
        story = stories.get(event["doc"])
        event["participants"] = sorted(story.people | story.names) if story else []
        around = f"{event['doc']}#war-{event['place'].replace(' ', '-')}"
        event["part_of"] = around if event["kind"] != "war" and around in made else None
    frame = pd.DataFrame([*made.values()], columns=[column.name for column in EVENTS], dtype=object)
    return conform(frame, EVENTS)


def told_of(table: Frame) -> list[tuple[str, Told]]:
    """(its strand, the figure as keys) for each claim of a table that carries keys.

    >>> from allegedly import Document, claims, tidy
    >>> table = tidy(claims(Document("a", "A blast in Norrby, Norland killed 47 people, police said.")))
    >>> [(strand, told.value, told.fate) for strand, told in told_of(table)]
    [('a@34', 47.0, 'die')]
    """
    rows = _rows(table)
    return [(rows[one.id]["strand"] or one.id, one) for own in _strands(rows) for one in own]


def _rows(table: Frame) -> dict[str, Row]:
    """The claims of a table that carry keys, as plain rows by id."""
    if "keys" not in table or "kind" not in table:
        return {}
    named = table[table["keys"].notna() & table["kind"].ne("none").fillna(True)]
    named = named[[name for name in COLUMNS_OF_SERIES if name in named]]
    plain = named.astype(object).where(named.notna(), None)
    return {row["id"]: row for row in plain.to_dict("records")}


def _strands(rows: dict[str, Row]) -> list[list[Told]]:
    """The figures of each strand."""
    stories: dict[str, Any] = {}
    keys = {id: json.loads(row["keys"]) for id, row in rows.items()}
    for id, row in rows.items():
        if "story" in keys[id] or row["doc"] not in stories:
            stories[row["doc"]] = story_of(keys[id])
    strands: dict[str, list[Told]] = {}
    days = {row["doc"]: keys[id]["day"] for id, row in rows.items() if keys[id].get("day")}
    for id, row in rows.items():
        day = row.get("published")
        day = day.toordinal() if day is not None else days.get(row["doc"])
        strands.setdefault(row["strand"] or id, []).append(unpacked(row, keys[id], stories[row["doc"]], day))
    return [*strands.values()]


def _copies(rows: dict[str, Row]) -> dict[str, str]:
    """The first article of which another is a copy: nearly all sentences with figures are the same."""
    docs: dict[str, list[str]] = {}
    said: dict[str, dict[str, None]] = {}
    for row in rows.values():
        said.setdefault(row["doc"], {})[row["context"]] = None
    for doc, sentences in said.items():
        for sentence in sentences:
            docs.setdefault(sentence, []).append(doc)
    found: dict[str, str] = {}
    for doc, sentences in said.items():
        shared = Counter(other for sentence in sentences for other in docs[sentence][:REACH] if other < doc)
        for other, count in shared.most_common(1):
            if is_copy(count, len(sentences), len(said[other])):
                found[doc] = found.get(other, other)
    return found


def is_copy(shared: int, ours: int, theirs: int) -> bool:
    """Whether two articles that have so many sentences with figures are one telling, by how many they share.

    >>> is_copy(4, 5, 9), is_copy(2, 2, 2)
    (True, False)
    """
    return shared >= max(FEW, COPY * min(ours, theirs))


def _described(members: list[Told], rows: dict[str, Row], before: Mapping[str, str], copies: Mapping[str, str]) -> Row:
    """The row of a series."""
    members = sorted(members, key=lambda one: (one.day or 0, one.doc, int(one.id.rpartition("@")[2])))
    own = [rows[one.id] for one in members]
    strands = [*dict.fromkeys(row["strand"] or row["id"] for row in own)]
    known = [*dict.fromkeys(before[strand] for strand in strands if strand in before)]
    numbered = [row for row in own if row["value"] is not None] or own
    days = [row[column] for row in own for column in ("about_from", "about_to") if row[column] is not None]
    days += [row["published"] for row in own if row.get("published") is not None]
    return {
        "series": known[0] if known else strands[0],
        "event": next((row["event"] for row in own if row["event"]), None),
        "measure": ", ".join(filter(None, [own[0]["group"] or own[0]["head"], own[0]["fate"], own[0]["unit"]])) or None,
        "place": next((one.scope or min(one.locus) for one in members if one.scope or one.locus), None),
        "first": min(days, default=None),
        "last": max(days, default=None),
        "strands": strands,
        "claims": [row["id"] for row in own],
        "voices": sorted({row["speaker"] or copies.get(row["doc"], row["doc"]) for row in own}),
        "newest": numbered[-1]["id"],
        "lowest": min(numbered, key=_size)["id"],
        "highest": max(numbered, key=_size)["id"],
        "formerly": known[1:],
    }


def _size(row: Row) -> float:
    return float(row["low"] or 0 if row["value"] is None else row["value"])
