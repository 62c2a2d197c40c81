"""What is new since the last good run: claims new, gone or changed, findings that turned."""

import hashlib
from collections import defaultdict
from html import escape
from typing import Any

from ..corpus.tables import Corpus

_CONFLICT = "conflicts"
_TOLD = 12  # rows of each kind that a page tells of; changes.json holds all


def seen(corpus: Corpus) -> dict[str, Any]:
    """What a run saw, small enough to keep: each claim by its id, each finding by its id."""
    claims = {}
    columns = ["id", "doc", "text", "hedge", "thing", "speaker", "context", "start", "end", "context_start"]
    for row in corpus.claims[columns].astype(object).itertuples(index=False):
        before, after = row.start - row.context_start, row.end - row.context_start
        frame = f"{row.doc}\0{row.context[:before]}\0{row.context[after:]}"
        claims[row.id] = {
            "doc": row.doc,
            "text": row.text,
            "hedge": row.hedge,
            "thing": _known(row.thing),
            "speaker": _known(row.speaker),
            "frame": hashlib.sha256(frame.encode()).hexdigest()[:16],
        }
    findings = {}
    for row in corpus.checks[["id", "verdict", "severity", "relation", "why"]].astype(object).itertuples(index=False):
        findings[row.id] = {"verdict": row.verdict, "severity": row.severity, "relation": row.relation, "why": row.why}
    return {"claims": claims, "findings": findings}


def _known(cell: object) -> str | None:
    return cell if isinstance(cell, str) else None


def changes(before: dict[str, Any] | None, now: dict[str, Any]) -> dict[str, Any]:
    """What differs between two runs, as lists; `first` is true where there was no run before.

    A claim is the same where its sentence says the same around it, wherever in the article that now stands.
    """
    old, new = before or {"claims": {}, "findings": {}}, now
    waiting: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for id, claim in old["claims"].items():
        waiting[claim["frame"]].append({"id": id, **claim})
    found, changed = [], []
    for id, claim in new["claims"].items():
        was = waiting[claim["frame"]].pop(0) if waiting[claim["frame"]] else None
        if was is None:
            found.append({"id": id, **claim})
        elif (was["text"], was["hedge"]) != (claim["text"], claim["hedge"]):
            changed.append({"id": id, **claim, "was": was["text"]})
    gone = [claim for claims in waiting.values() for claim in claims]
    findings = new["findings"].items()
    return {
        "first": before is None,
        "claims": {"new": _plain(found), "gone": _plain(gone), "changed": _plain(changed)},
        "findings": {
            "new": [{"id": id, **finding} for id, finding in findings if id not in old["findings"]],
            "gone": [{"id": id, **finding} for id, finding in old["findings"].items() if id not in new["findings"]],
            "turned": [
                {"id": id, **finding, "was": old["findings"][id]["verdict"]}
                for id, finding in findings
                if id in old["findings"] and old["findings"][id]["verdict"] != finding["verdict"]
            ],
        },
    }


def _plain(claims: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in claim.items() if key != "frame"} for claim in claims]


def is_empty(changed: dict[str, Any]) -> bool:
    """Whether nothing changed at all."""
    return not any(rows for part in ("claims", "findings") for rows in changed[part].values())


def conflicts(changed: dict[str, Any]) -> list[dict[str, Any]]:
    """The findings that are in conflict now and were not before."""
    return [row for kind in ("new", "turned") for row in changed["findings"][kind] if row["verdict"] == _CONFLICT]


def told(changed: dict[str, Any], since: str | None) -> str:
    """The changes as Markdown, for the opening of a page."""
    if changed["first"]:
        return "*First run of this report: there is nothing to compare it with yet.*"
    when = f" ({since[:16].replace('T', ' ')})" if since else ""
    if is_empty(changed):
        return f"*Nothing changed since the last good run{when}.*"
    lines = [f"**What changed since the last good run{when}**", ""]
    for title, rows in (
        ("new claims", [_claim(row) for row in changed["claims"]["new"]]),
        ("claims gone", [_claim(row) for row in changed["claims"]["gone"]]),
        ("claims changed", [f"{_claim(row)}, was {_text(row['was'])}" for row in changed["claims"]["changed"]]),
        ("findings turned", [f"{_finding(row)}, was {row['was']}" for row in changed["findings"]["turned"]]),
        ("new findings", [_finding(row) for row in changed["findings"]["new"]]),
        ("findings gone", [_finding(row) for row in changed["findings"]["gone"]]),
    ):
        if rows:
            more = f"; and {len(rows) - _TOLD} more" if len(rows) > _TOLD else ""
            lines.append(f"- {len(rows)} {title}: {'; '.join(rows[:_TOLD])}{more}")
    return "\n".join(lines)


def _claim(row: dict[str, Any]) -> str:
    return _text(" ".join(filter(None, [row["text"], row["thing"]]))) + (
        f" ({_text(row['speaker'])})" if row["speaker"] else ""
    )


def _finding(row: dict[str, Any]) -> str:
    return f"{_text(row['relation'] or row['why'] or row['id'])}: {row['verdict']}"


def _text(words: str) -> str:
    """`words` as Markdown that shows them as they are."""
    return "".join(
        f"\\{sign}" if sign in "\\`*_[]#$" else sign for sign in escape(" ".join(words.split()), quote=False)
    )
