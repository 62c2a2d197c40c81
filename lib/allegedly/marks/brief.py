"""What an editor needs first: the state in plain words, whom to ring up about what, and the figures that carry it."""

from collections import Counter
from typing import TYPE_CHECKING, Any

from ..lexicon.shown import Row, counted, rows, words
from ..table import trivial
from .findings import folded, is_rejected
from .fragment import Fragment, fragment
from .lines import facts_of, reasons

if TYPE_CHECKING:
    from pandas import DataFrame


CALLS = 3  #: things to ring up about
CARRYING = 4  #: figures that carry an article
_MOST = 3  #: of the findings of a figure, and of its repetitions, that make it weigh more
_SECTIONS = {"headline": 4, "subhead": 2, "caption": 2}  #: how much a figure weighs by where it stands
_LEAD = 3  #: how much more it weighs in the first paragraph


def brief(news: Any) -> Fragment:
    """The first screen of an article's page, made of its part of a corpus.

    It says what does not fit, what speakers contest and how much could be checked; then at most three things to ring
    up about, each with a link to its place in the article, and the three or four figures that the article leads with.
    """
    claims, telling = news.claims, news.checks[~trivial(news.checks)]
    judged = getattr(news, "judged", {})  # a table of one's own has none
    telling = telling[~telling["id"].isin([id for id in judged if is_rejected(id, judged)])]
    groups = folded(telling)
    wrong = [group for group in groups if group[0]["verdict"] == "conflicts" and group[0]["severity"] != "info"]
    contested = [group for group in groups if group[0]["verdict"] == "conflicts" and group[0]["severity"] == "info"]
    open_ = [group for group in groups if group[0]["verdict"] == "cannot tell"]
    known = {row["id"]: row for row in rows(claims)}
    carrying = _carrying(list(known.values()), telling)
    calls = [_call(group, known) for group in [*wrong, *contested, *open_][:CALLS]]
    unnamed = [{"why": None, "figures": [row], "voices": []} for row in carrying if not row["speaker"]]
    checked = claims["id"].isin(news.checks["claims"].explode())
    state = _state(len(claims), int(checked.sum()), len(wrong), len(contested))
    return fragment(
        "brief.html",
        text=" ".join(state),
        mood="wrong" if wrong else "contested" if contested else "sound" if checked.any() else "open",
        title=news.headline,
        facts=facts_of(news.document),
        state=state,
        calls=[*calls, *unnamed][:CALLS] if calls else [],
        carrying=carrying,
        why=reasons(claims["unchecked"][~checked].dropna().value_counts().to_dict()),
    )


def _state(claims: int, checked: int, wrong: int, contested: int) -> list[str]:
    """What was found, and how much of the article that rests on, a sentence each."""
    said = words("brief")
    if not claims:
        return [said["nothing"]]
    found = [counted("brief", name, count) for name, count in (("wrong", wrong), ("contested", contested)) if count]
    rest = counted("brief", "checked" if checked else "unchecked", claims).replace("{checked}", f"{checked:,}")
    return [*(found or ([said["sound"]] if checked else [])), rest]


def _call(group: list[Row], known: dict[str, Row]) -> dict[str, Any]:
    """A finding in a sentence, with the figures that it rests on in the order of the article, and who gives them."""
    figures = sorted(
        (known[id] for id in group[0]["claims"] if id in known), key=lambda row: (row["doc"], row["start"])
    )
    voices = dict.fromkeys(row["speaker"] for row in figures if row["speaker"])
    return {"why": group[0]["why"], "figures": figures, "voices": list(voices)}


def _carrying(claims: list[Row], checks: "DataFrame") -> list[Row]:
    """The figures that an article leads with and comes back to, in the order in which it gives them."""
    asked = Counter(id for ids in checks["claims"] for id in set(ids))
    told = Counter(map(_amount, claims))
    body = [row["start"] for row in claims if row["section"] == "body"]
    lead = next((row["context_start"] for row in claims if row["start"] == min(body, default=-1)), None)

    def weight(row: Row) -> int:
        opens = _LEAD if row["section"] == "body" and row["context_start"] == lead else 0
        again = min(told[_amount(row)] - 1, _MOST)
        return _SECTIONS.get(row["section"], 0) + opens + min(asked[row["id"]], _MOST) + again

    numbered = [row for row in claims if row["value"] is not None and not _is_word(row)]
    best: dict[object, Row] = {}
    for row in sorted(numbered, key=lambda row: (-weight(row), row["start"])):
        best.setdefault(_amount(row), row)
    return sorted([*best.values()][:CARRYING], key=lambda row: row["start"])


def _is_word(row: Row) -> bool:
    """Whether it is no figure but a word such as all, no or half."""
    return bool(row["kind"] == "share" and row["unit"] != "percent")


def _amount(row: Row) -> tuple[object, ...]:
    return row["value"], row["unit"], row["per"]
