"""Findings against the relations that the annotation holds: found or not, and with which verdict."""

from typing import TYPE_CHECKING, Any, NamedTuple

from .. import lexicon
from .rates import as_frame, rates

if TYPE_CHECKING:
    import pandas as pd

Span = tuple[str, int, int]  # document, start, end


def score_relations(findings: "pd.DataFrame", relations: "pd.DataFrame", table: "pd.DataFrame") -> "pd.DataFrame":
    """Recall, precision and verdicts of `findings` (over `table`) against the annotated `relations`.

    A finding is a relation's where it rests on the same claims (their spans overlap, one for one) and its check asks
    the relation's question, by the table `relations` of gold.toml. `any kind`: on the same claims, whatever the
    check. `verdict`: over the relations found, agreement with `verdict_final`; both agreeing verdicts are "consistent".
    `just accusations`: findings that accuse (a conflict that is not merely noted, severity info) and are an annotated
    inconsistency. The annotation holds the instructive relations and not all: precision is a lower bound.
    """
    found, wanted = _place(findings, table), relations.to_dict("records")
    judged = [_judge(relation, found) for relation in wanted]
    asked, agreed = sum(one.asked for one in judged), sum(one.agreed for one in judged)
    known = sum(any(_same(finding.members, relation["members"]) for relation in wanted) for finding in found)
    doubts = [relation["members"] for relation in wanted if relation["verdict_final"] == "inconsistent"]
    accusing = [finding.members for finding in found if finding.accuses]
    just = sum(any(_same(members, doubt) for doubt in doubts) for members in accusing)
    return as_frame(
        [
            rates("relation found", len(wanted), asked, asked, len(found), len(wanted)),
            rates("any kind", len(wanted), sum(one.touched for one in judged), known, len(found), len(wanted)),
            rates("verdict", asked, agreed, agreed, asked, asked),
            rates("just accusations", len(accusing), just, just, len(accusing), len(doubts)),
        ]
    )


def relation_errors(findings: "pd.DataFrame", relations: "pd.DataFrame", table: "pd.DataFrame") -> "pd.DataFrame":
    """Each annotated relation that was not found, or not with its verdict, as a row: `id`, `kind`, `what`, `why`."""
    import pandas as pd

    found, rows = _place(findings, table), []
    for relation in relations.to_dict("records"):
        one = _judge(relation, found)
        if not one.agreed:
            what = "other verdict" if one.asked else "other check" if one.touched else "not found"
            rows.append({"id": relation["id"], "kind": relation["kind"], "what": what, "why": relation["why"]})
    return pd.DataFrame(rows, columns=["id", "kind", "what", "why"])


class _Finding(NamedTuple):
    check: str
    verdict: str  #: in the words of the annotation
    accuses: bool
    members: list[Span]  #: of each claim


class _Judged(NamedTuple):
    touched: bool  #: some finding rests on the same claims
    asked: bool  #: one of these asks the same question
    agreed: bool  #: and answers it alike


def _place(findings: "pd.DataFrame", table: "pd.DataFrame") -> list[_Finding]:
    """The findings with their claims as spans; those on claims that the table does not hold are left out."""
    verdicts = lexicon.load("gold")["verdicts"]
    spans = {id_: span for id_, *span in table[["id", "doc", "start", "end"]].itertuples(index=False, name=None)}
    return [
        _Finding(
            row["check"],
            verdicts.get(row["verdict"]),
            row["verdict"] == "conflicts" and row.get("severity") != "info",
            [spans[id_] for id_ in row["claims"]],
        )
        for row in findings.to_dict("records")
        if all(id_ in spans for id_ in row["claims"])
    ]


def _judge(relation: dict[str, Any], found: list[_Finding]) -> _Judged:
    checks = lexicon.load("gold")["relations"].get(relation["kind"], ())
    touching = [finding for finding in found if _same(finding.members, relation["members"])]
    asking = [finding for finding in touching if finding.check in checks]
    agreeing = [finding for finding in asking if finding.verdict == relation["verdict_final"]]
    return _Judged(bool(touching), bool(asking), bool(agreeing))


def _same(members: list[Span], wanted: list[Span]) -> bool:
    """Whether two lists of spans are the same claims, in any order."""
    return len(members) == len(wanted) and all(any(_overlap(a, b) for b in members) for a in wanted)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]
