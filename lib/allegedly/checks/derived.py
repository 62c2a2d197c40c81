"""Figures a reader would want that no line prints: they follow from those that are printed."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..lexicon import load, shown
from .rows import Figure, figures
from .wording import capital, flat

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]
COLUMNS = ("id", "doc", "kind", "text", "value", "low", "high", "unit", "per", "claims", "relation", "why", "derived")


def derived(table: "pd.DataFrame", findings: "pd.DataFrame") -> "pd.DataFrame":
    """A DataFrame with a row a derived figure: what share of the total each part is, what a rate comes to a head.

    `low` and `high` follow from the claims' hard bounds; `claims` are those it rests on; `derived` is always true.
    Percent for shares, the claims' own unit for rates a head.
    """
    import pandas as pd

    known = {figure.id: figure for figure in figures(table)}
    rows = [*shares(findings, known), *rates(findings, known)]
    made = pd.DataFrame(rows, columns=list(COLUMNS)).drop_duplicates("id", ignore_index=True)
    return made.astype({"derived": "boolean"})


def shares(findings: "pd.DataFrame", figures: dict[str, Figure]) -> Iterator[Row]:
    """The share of its whole that each part is."""
    for finding in findings.itertuples():
        roles = finding.roles
        wholes = roles.get("total") or roles.get("whole") or []
        if finding.check not in ("parts", "within", "subset") or len(wholes) != 1 or finding.verdict == "conflicts":
            continue
        for part in roles.get("parts") or roles["part"]:
            yield from quotient("share", figures[part], figures[wholes[0]], 100.0, "percent", None)


def rates(findings: "pd.DataFrame", figures: dict[str, Figure]) -> Iterator[Row]:
    """What a rate of money comes to for each of the people it is spent on, where one subject has both."""
    heads = {finding.roles["total"][0] for finding in findings.itertuples() if finding.check == "parts"}
    people = [figures[claim] for claim in heads if figures[claim].is_count]
    for money in figures.values():
        if money.kind != "money" or money.per is None or money.subject is None or money.section != "body":
            continue
        for group in people:
            if group.doc == money.doc and group.subject == money.subject:
                yield from quotient("per_head", money, group, 1.0, money.unit, money.per)


def quotient(kind: str, part: Figure, whole: Figure, scale: float, unit: str | None, per: str | None) -> Iterator[Row]:
    """One figure divided by another, as a row; nothing where that cannot be said."""
    if part.value is None or not whole.value or whole.low is None or whole.low <= 0:
        return
    value = scale * part.value / whole.value
    low, high = scale * part.low / whole.high, scale * part.high / whole.low
    texts = load("findings")["derived"]
    known = {
        "amount": shown.amount(shown.rounded(value), unit, per), "per": per,
        "part": part.stated, "whole": flat(whole.text),
        "part_thing": part.thing or "", "whole_thing": whole.thing or "", "bound": texts["bound"].get(part.hedge, ""),
    }  # fmt: skip
    yield {
        "id": f"derived:{kind}:{part.id}+{whole.id}",
        "doc": part.doc,
        "kind": kind,
        "text": " ".join(texts[kind]["text"].format(**known).split()),
        "value": value,
        "low": low,
        "high": min(high, scale) if kind == "share" and part.value <= whole.value else high,
        "unit": unit,
        "per": per,
        "claims": [part.id, whole.id],
        "relation": f"{flat(part.text)} ÷ {flat(whole.text)}",
        "why": capital(" ".join(texts[kind]["why"].format(**known).split())),
        "derived": True,
    }
