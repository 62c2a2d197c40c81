"""How well a table reads what the gold reads: a row a field, and the errors."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .fields import FIELDS, WHOLE, Field, Row, judge, readings
from .matching import Pairs, pair_figures
from .rates import as_frame, rates, share

if TYPE_CHECKING:
    import pandas as pd


def score(table: "pd.DataFrame", gold: "pd.DataFrame") -> "pd.DataFrame":
    """Precision, recall, F1 and counts, a row a field, of `table` (with its rows that are no claims) against `gold`.

    `n` figures were judged and `right` of them are right (`accuracy` is their share; a null rightly null is right).
    `precision` is the right ones among those where we give the field, counted in `ours`; `recall` the right ones among
    those where the annotation gives it, counted in `gold`. The rules, by the gold guideline:

    - `figures`: number expressions found, claim or not; spans are matched one to one, the largest overlaps first.
      Figures we read from words without digits count only in documents where the annotation holds such figures
      (`digitless`); the row `left out` counts the others.
    - `exact span`: the same offsets, or a wording that `alt` lists.
    - `claim or not`: over the figures found; claims are the positive ones. The fields below are judged on the figures
      that both call claims; every reading in `alt` is right.
    - `value`: equal; vague plurals and ranges by our soft bounds; a ratio also as percent or with its base.
      `value and bound`: and the hedge's bound (= ~ > >= < <=). `hedge`: also "nearly" told from "about".
    - `unit`: the same unit by any of its names. `per`: the same denominator in time; others are not annotated.
    - `thing`: a content word of what is counted shared by ours, in any inflection; by our verb only where we name no
      thing (the annotation's word holds the event too). `head`: by our head noun alone, or the verb where there is
      none. `subject`: reported, no target (the annotators agreed on a third).
    - `speaker`: the same referent, more than half of the words of the shorter name shared, or both null.
      `no wrong speaker`: where the annotation names a speaker, ours is that one or none.
    - `stance`: the same. `time`: a content word shared, or both null; `time, same words`: but for a leading
      preposition.
    - `verb`, `place`, `holder`, `via`, `from`, `to`: only where the annotation gives them.
    - `whole row`: value and bound, unit, per, thing, speaker, stance and time right at once, of all claims.
    """
    pairs = pair_figures(table, gold)
    rows = [*_score_spans(pairs), *_score_fields(_claims(pairs)), _score_rows(pairs)]
    return as_frame([*rows, {"field": "left out", "n": len(pairs.left_out)}])


def errors(table: "pd.DataFrame", gold: "pd.DataFrame") -> "pd.DataFrame":
    """Every error as a row, worst first: `field`, `doc`, `start`, `text`, `gold`, `ours`, `rule`, `sentence`."""
    import pandas as pd

    pairs = pair_figures(table, gold)
    rows = [_error("missed figure", row, None, row["surface"], None) for row in pairs.missed]
    rows += [_error("spurious figure", None, row, None, row["text"]) for row in pairs.spurious]
    for wanted, ours in pairs.both:
        if not _is_claim_right(wanted, ours):
            rows.append(_error("claim or not", wanted, ours, wanted["is_claim"], _kind(ours)))
        if not _is_exact(wanted, ours):
            rows.append(_error("exact span", wanted, ours, wanted["surface"], ours["text"]))
    for wanted, ours in _claims(pairs):
        rows += [_error(name, wanted, ours, expected, found) for name, expected, found in _field_errors(wanted, ours)]
    frame = pd.DataFrame(rows, columns=["field", "doc", "start", "text", "gold", "ours", "rule", "sentence"])
    rank = {name: place for place, name in enumerate(_WORST_FIRST)}
    order = frame["field"].map(lambda name: rank.get(name, len(rank)))
    return frame.assign(order=order).sort_values(["order", "doc", "start"]).drop(columns="order").reset_index(drop=True)


def misses(table: "pd.DataFrame", gold: "pd.DataFrame") -> "pd.DataFrame":
    """How often each rule reads wrongly: a row a `field` and `rule`, most misses first.

    `judged` are the claims that it read, `wrong` those of them that the annotation reads otherwise; "none" is where no
    rule read anything. `instead` is the first of the wrong ones: what the annotation has, and what was read.
    """
    import pandas as pd

    rows = []
    for field in (field for field in FIELDS if field.name in RULES):
        for wanted, ours in _claims(pair_figures(table, gold)):
            if _is_asked(field, wanted):
                right, given, _ = judge(field, wanted, ours)
                instead = f"{readings(wanted, field.gold)[0] if given else '–'}, not {field.found(ours) or '–'}"
                rule = ours.get(RULES[field.name]) or "none"
                rows.append({"field": field.name, "rule": rule, "wrong": not right, "instead": instead})
    if not rows:
        return pd.DataFrame(columns=["field", "rule", "judged", "wrong", "instead"])
    by_rule = pd.DataFrame(rows).sort_values("wrong", ascending=False, kind="stable").groupby(["field", "rule"])
    found = by_rule.agg(judged=("wrong", "size"), wrong=("wrong", "sum"), instead=("instead", "first")).reset_index()
    return found[found["wrong"] > 0].sort_values(["wrong", "judged"], ascending=[False, True]).reset_index(drop=True)


#: The column that says which rule read a field; of the others it is the figure's own.
RULES = {"thing": "thing_rule", "verb": "verb_rule", "speaker": "speaker_rule", "time": "time_rule"}

_WORST_FIRST = (
    "value", "no wrong speaker", "missed figure", "spurious figure", "claim or not", "value and bound", "unit", "per",
    "speaker", "stance", "thing", "head", "time", "from", "to", "hedge", "change", "exact span", "time, same words",
)  # fmt: skip


def _score_spans(pairs: Pairs) -> Iterator[Row]:
    both, ours, gold = len(pairs.both), len(pairs.both) + len(pairs.spurious), len(pairs.both) + len(pairs.missed)
    exact = sum(_is_exact(*pair) for pair in pairs.both)
    claims = [pair for pair in pairs.both if _is_claim_right(*pair)]
    positive = sum(_is_claim(row) for _, row in claims)
    yield rates("figures", gold, both, both, ours, gold)
    yield rates("exact span", gold, exact, exact, ours, gold)
    called = sum(_is_claim(row) for _, row in pairs.both)
    wanted = sum(all(readings(row, "is_claim")) for row, _ in pairs.both)
    yield rates("claim or not", both, len(claims), positive, called, max(wanted, positive))


def _score_fields(claims: list[tuple[Row, Row]]) -> Iterator[Row]:
    for field in FIELDS:
        judged = [judge(field, *pair) for pair in claims if _is_asked(field, pair[0])]
        right = sum(one for one, _, _ in judged)
        found = sum(one and gives for one, _, gives in judged)
        ours = sum(gives for _, _, gives in judged)
        gold = sum(given or (one and gives) for one, given, gives in judged)
        yield rates(field.name, len(judged), right, found, ours, gold)
        if field.name == "speaker":
            named = [(one, gives) for one, given, gives in judged if given]
            kept = sum(one or not gives for one, gives in named)
            yield {"field": "no wrong speaker", "n": len(named), "right": kept, "accuracy": share(kept, len(named))}


def _score_rows(pairs: Pairs) -> Row:
    fields = [field for field in FIELDS if field.name in WHOLE]
    right = sum(all(judge(f, *pair)[0] for f in fields if _is_asked(f, pair[0])) for pair in _claims(pairs))
    gold = sum(all(readings(row, "is_claim")) for row in [*pairs.missed, *(row for row, _ in pairs.both)])
    ours = sum(_is_claim(row) for row in [*pairs.spurious, *(row for _, row in pairs.both)])
    return rates("whole row", gold, right, right, ours, max(gold, right))


def _field_errors(wanted: Row, ours: Row) -> Iterator[tuple[str, Any, Any]]:
    """(field, gold, ours) for each field that is wrong; a wrong value is not counted again with its bound."""
    wrong = {field.name: judge(field, wanted, ours) for field in FIELDS if _is_asked(field, wanted)}
    wrong = {name: judged for name, judged in wrong.items() if not judged[0]}
    for field in FIELDS:
        if field.name not in wrong or (field.name == "value and bound" and "value" in wrong):
            continue
        _, given, gives = wrong[field.name]
        name = "no wrong speaker" if field.name == "speaker" and given and gives else field.name
        if field.gold == "value":
            yield name, f"{wanted['value']} ({wanted['bound']})", _interval(ours)
        else:
            yield name, readings(wanted, field.gold)[0], field.found(ours)


def _interval(ours: Row) -> str:
    value, hedge = ours.get("value"), ours.get("hedge")
    return (
        f"{value} ({hedge})" if value is not None else f"{ours.get('likely_low')}–{ours.get('likely_high')} ({hedge})"
    )


def _is_asked(field: Field, wanted: Row) -> bool:
    """Whether the annotation of a figure speaks of `field`: where its own `fields` name some, of these alone."""
    if (only := wanted.get("fields")) is not None and field.gold not in only:
        return False
    return not field.optional or wanted.get(field.gold) is not None


def _claims(pairs: Pairs) -> list[tuple[Row, Row]]:
    """The pairs that both call claims; the annotation says nothing more of what it does not call one."""
    return [(wanted, ours) for wanted, ours in pairs.both if wanted["is_claim"] and _is_claim(ours)]


def _is_claim(ours: Row) -> bool:
    return _kind(ours) != "none"


def _kind(ours: Row) -> str | None:
    return ours.get("kind")


def _is_claim_right(wanted: Row, ours: Row) -> bool:
    return _is_claim(ours) in readings(wanted, "is_claim")


def _is_exact(wanted: Row, ours: Row) -> bool:
    same = (wanted["start"], wanted["end"]) == (ours["start"], ours["end"])
    return same or ours["text"] in readings(wanted, "surface")


def _error(field: str, wanted: Row | None, ours: Row | None, expected: Any, found: Any) -> Row:
    row = ours or wanted or {}
    text = (wanted or {}).get("surface") or row["text"]
    sentence = (ours or {}).get("context") or (wanted or {}).get("sentence")
    rule = (ours or {}).get(RULES.get(field, "rule"))
    return {"field": field, "doc": row["doc"], "start": row["start"], "text": text, "gold": expected, "ours": found,
            "rule": rule, "sentence": sentence}  # fmt: skip
