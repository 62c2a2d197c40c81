"""One counted thing in many voices: claims joined where a check, or the thesaurus, says that they count the same.

By the thesaurus (`things.toml`) "1,000 fighters killed" and "9,000 fighters died" are one group and one fate.
"""

from difflib import get_close_matches

from ..lexicon.shown import words
from .fragment import Fragment, fragment

SAME = ("across", "restatement", "sources", "revision", "headline")  #: checks whose claims are one figure told again
KINDS = ("group", "fate")  #: of rows of the thesaurus
AMOUNTS = ("count", "money", "measure", "duration")  #: kinds of figures that can be followed over time


def topics(corpus, thing: str = "", most: int = 6):
    """The claims of `corpus` that count one thing, with three columns more: `topic`, `day` and `dated`.

    `thing` is a word of the thesaurus, or what the figures count or what befell it, in dictionary form ("personnel",
    "kill"). Without one it is whatever more than one article counts, the things with most claims first. `day` is the
    last day a claim speaks of, or where it names none (`dated` is false) the day of its article.
    """
    import pandas as pd

    from ..lexicon.shown import rows

    claims = [row for row in rows(corpus.claims) if row["value"] is not None and row["kind"] in AMOUNTS]
    groups = [[row for row in claims if thing in _names(row)]] if thing else _groups(claims, corpus.checks)[:most]
    days = {id: document.date for id, document in corpus.documents.items()}
    ids, added = [], {"topic": [], "day": [], "dated": []}
    for group in filter(None, groups):
        for row in sorted(group, key=lambda row: (_day(row, days) or pd.Timestamp.max, row["start"])):
            ids.append(row["id"])
            added["topic"].append(thing or _label(group))
            added["day"].append(_day(row, days))
            added["dated"].append(row["about_to"] is not None)
    told = corpus.claims.set_index("id", drop=False).loc[ids].reset_index(drop=True)
    return told.assign(**{**added, "day": pd.to_datetime(pd.Series(added["day"], dtype=object))})


def _day(row: dict, days: dict):
    import pandas as pd

    day = days.get(row["doc"])
    return row["about_to"] if row["about_to"] is not None else pd.Timestamp(day) if day else None


def _names(row: dict) -> frozenset:
    """The words by which a claim's thing can be asked for."""
    own = {row["head"], row["verb"], row["thing"]}
    return frozenset(own | {name for kind in KINDS for name in [_concept(kind, row)]} - {None})


def _concept(kind: str, row: dict) -> str | None:
    """The row of the thesaurus that a claim belongs to, by its head noun, or by its verb."""
    from ..lexicon import load

    words = {word: entry["name"] for entry in load("things")[kind] for word in entry["words"]}
    return words.get(row["head"]) or (words.get(row["verb"]) if kind == "fate" else None)


def _groups(claims: list[dict], checks) -> list[list[dict]]:
    """The claims that count the same, where more than one article does; the largest groups first."""
    leader = {row["id"]: row["id"] for row in claims}

    def find(id):
        while leader[id] != id:
            id = leader[id]
        return id

    for first, second in _joins(claims, checks, leader):
        leader[find(second)] = find(first)
    groups = {}
    for row in claims:
        groups.setdefault(find(row["id"]), []).append(row)
    several = [group for group in groups.values() if len({row["doc"] for row in group}) > 1]
    return sorted(several, key=lambda group: -len(group))


def _joins(claims, checks, known):
    """(id, id) of claims that count the same: joined by a check, or by group and fate in articles on one matter."""
    from ..lexicon.shown import rows

    for finding in rows(checks):
        ids = [id for id in finding["claims"] if id in known]
        if finding["check"] in SAME:
            yield from ((ids[0], id) for id in ids[1:])
    first = {}
    for row in claims:
        fate, group = _concept("fate", row), _concept("group", row)
        if not (fate or group) or row["kind"] != "count" or not row["value"]:
            continue
        for name in _matters(row["doc"], claims):
            yield first.setdefault((name, fate, group), row["id"]), row["id"]


def _matters(doc: str, claims) -> set:
    """Whom and where the figures of an article are about, by the last word of each name."""
    named = [row[part] for row in claims if row["doc"] == doc for part in ("subject", "place")]
    return {name.removesuffix(" Group").split()[-1] for name in named if name and name.split()}


def _label(group: list[dict]) -> str:
    """What a group of claims counts, in the words of its articles, and what befell it.

    >>> _label([{"head": "mercenary", "thing": "Mercenaries from abroad", "verb": "deploy"}])
    'Mercenaries deployed'
    """
    things = list(dict.fromkeys(_printed(row) for row in group if row["head"] or row["thing"]))[:3]
    fates = dict.fromkeys(fate for row in group if (fate := _concept("fate", row)) and fate != row["head"])
    said = words("topics")
    named = said["or"].join(filter(None, [", ".join(things[:-1]), *things[-1:]]))
    befell = said["or"].join(said["fates"].get(fate, fate) for fate in fates)
    label = f"{named} {befell}" if befell and befell not in named else named
    return label[:1].upper() + label[1:]


def _printed(row: dict) -> str:
    """The word of a thing that its head noun is the dictionary form of, as printed but for a capital letter."""
    head = row["head"] or row["thing"]
    there = {word.lower(): word for word in (row["thing"] or head).split()}
    [closest] = get_close_matches(head.lower(), there, 1, 0) or [head]
    return closest if there.get(closest, "").istitle() else there.get(closest, closest)


def told(table) -> Fragment:
    """The claims of `topics` put into a sentence a thing: the figures in turn with their day, and how many voices."""
    from ..lexicon.shown import day, rows

    things = {}
    for row in rows(table):
        row["on"] = day(row["day"]) if row["day"] is not None else None
        things.setdefault(row["topic"], []).append(row)
    found = [
        {
            "topic": topic,
            "claims": claims,
            "voices": list(dict.fromkeys(row["speaker"] for row in claims if row["speaker"])),
            "unnamed": any(not row["speaker"] for row in claims),
            "outcome": _outcome(claims[0], claims[-1]),
        }
        for topic, claims in things.items()
    ]
    return fragment("told.html", text=table[["topic", "text", "speaker"]].to_string(), things=found)


def _outcome(first: dict, last: dict) -> str | None:
    """How the last figure stands to the first: by their bounds, which may be open."""
    if first is last or None in (first["low"], first["high"], last["low"], last["high"]):
        return None
    if last["low"] > first["high"]:
        return "higher"
    return "lower" if last["high"] < first["low"] else "within"
