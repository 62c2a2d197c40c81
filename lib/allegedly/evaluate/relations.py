"""Findings against the relations that the annotation holds: found or not, and with which verdict."""

from .. import lexicon
from .rates import as_frame, rates


def score_relations(findings, relations, table):
    """Recall, precision and verdicts of `findings` (over `table`) against the annotated `relations`.

    A finding is a relation's where it rests on the same claims (their spans overlap, one for one) and its check asks
    the relation's question by the table `relations` of lexicon/gold.toml. `any kind`: on the same claims, whatever the
    check. `verdict`: over the relations found, agreement with `verdict_final`; both agreeing verdicts are "consistent".
    `no false conflict`: findings that accuse and are an annotated inconsistency. The annotation holds the instructive
    relations, not all: precision is of the findings between its claims, and a lower bound.
    """
    names = lexicon.load("gold")["relations"]
    verdicts = lexicon.load("gold")["verdicts"]
    spans = {row[0]: row[1:] for row in table[["id", "doc", "start", "end"]].itertuples(index=False, name=None)}
    found = [
        (check, verdict, [spans[id_] for id_ in claims])
        for check, verdict, claims in findings[["check", "verdict", "claims"]].itertuples(index=False, name=None)
        if all(id_ in spans for id_ in claims)
    ]
    matches = [
        [
            (check in names.get(kind, ()), verdicts.get(verdict) == final)
            for check, verdict, members in found
            if _same(members, wanted)
        ]
        for kind, wanted, final in relations[["kind", "members", "verdict_final"]].itertuples(index=False, name=None)
    ]
    asked = [any(right_kind for right_kind, _ in match) for match in matches]
    verdict = [any(right_kind and agrees for right_kind, agrees in match) for match in matches]
    hits = sum(any(_same(members, wanted) for wanted in relations["members"]) for _, _, members in found)
    accused = [members for _, verdict_, members in found if verdicts.get(verdict_) == "inconsistent"]
    admitted = [
        members
        for members, final in zip(relations["members"], relations["verdict_final"], strict=True)
        if final == "inconsistent"
    ]
    just = sum(any(_same(members, wanted) for wanted in admitted) for members in accused)
    n = len(relations)
    rows = [
        rates("relation found", n, sum(asked), sum(asked), len(found), n),
        rates("any kind", n, sum(map(bool, matches)), hits, len(found), n),
        rates("verdict", sum(asked), sum(verdict), sum(verdict), sum(asked), sum(asked)),
        rates("no false conflict", len(accused), just, just, len(accused), len(admitted)),
    ]
    return as_frame(rows)


def _same(members, wanted):
    """Whether two lists of spans are the same claims, in any order."""
    return len(members) == len(wanted) and all(any(_overlap(a, b) for b in members) for a in wanted)


def _overlap(one, other):
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]
