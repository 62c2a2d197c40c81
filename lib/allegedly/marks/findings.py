"""Findings as cards: the sentences with their figures marked, the verdict, why, and the two intervals drawn."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..lexicon.shown import Row, rows
from ..table import trivial
from .article import Piece, excerpt
from .fragment import Fragment, filled, fragment

if TYPE_CHECKING:
    from pandas import DataFrame, Index

SHOWN = 20  #: findings that do not fold
WIDTH = 420  #: of a quoted passage, in characters


def findings(
    checks: "DataFrame",
    figures: "DataFrame",
    most: int = 60,
    link: bool = True,
    judged: Mapping[str, Row] = MappingProxyType({}),
) -> Fragment:
    """The findings of `checks`, the worst first and at most so many, with the sentences of `figures` that they rest on.

    Agreements that a part is less than its whole are counted, not told. `link` joins each figure to its card or row,
    which must then stand on the same page. `judged` is what people say of findings, by their ids: it stands on their
    cards, and those that are rejected fold.
    """
    known = {row["id"]: row for row in rows(figures)}
    untold = int(trivial(checks).sum())
    checks = checks[~trivial(checks)].reset_index(drop=True)
    groups = [
        [_quoting(row, known, group[0]) for row in group] for group in folded(checks.iloc[_worst_first(checks)[:most]])
    ]
    said = "\n".join(f"{row['verdict']}: {row['why']}" for group in groups for row in group) or "No finding."
    left_out = max(0, len(checks) - most)
    return fragment(
        "findings.html",
        text=said,
        **_parted(groups, judged),
        left_out=left_out,
        untold=untold,
        link=link,
        judged=judged,
    )


def _parted(groups: list[list[Row]], judged: Mapping[str, Row]) -> dict[str, list[list[Row]]]:
    """The groups that are shown, those that fold because there are many, that agree, and that people rejected."""
    rejected = [group for group in groups if all(is_rejected(row["id"], judged) for row in group)]
    agreeing = [group for group in groups if group[0]["verdict"].startswith("agrees") and group not in rejected]
    telling = [group for group in groups if group not in agreeing and group not in rejected]
    return {"first": telling[:SHOWN], "further": telling[SHOWN:], "agreeing": agreeing, "rejected": rejected}


def is_rejected(finding: str, judged: Mapping[str, Row]) -> bool:
    """Whether people said that a finding is wrong.

    >>> is_rejected("a", {"a": {"said": "rejected"}}), is_rejected("b", {})
    (True, False)
    """
    return finding in judged and judged[finding]["said"] == "rejected"


def folded(checks: "DataFrame") -> list[list[Row]]:
    """The findings of `checks`, the worst first; those that say the same of one claim stand together."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows(checks.iloc[_worst_first(checks)]):
        groups.setdefault((row["check"], row["verdict"], row["severity"], *row["claims"][:1]), []).append(row)
    return list(groups.values())


def _quoting(row: Row, known: dict[str, Row], first: Row) -> Row:
    """`row` with the passages it rests on; but for the `first` of a group without that of the claim they share."""
    claims = row["claims"] if row is first else row["claims"][1:]
    return {**row, "passages": list(_passages({**row, "claims": claims}, known))}


def _worst_first(checks: "DataFrame") -> "Index[int]":
    """Conflicts that are errors, then warnings, then what sources contest, what cannot be told, and what agrees."""
    verdicts = {"conflicts": 0, "cannot tell": 1, "agrees if rounded": 2, "agrees": 3}
    severities = {"error": 0, "warning": 1, "info": 2}
    order = checks["verdict"].map(verdicts).astype(float) * 10 + checks["severity"].map(severities).astype(float)
    return order.reset_index(drop=True).sort_values(kind="stable").index


def _passages(finding: Row, known: dict[str, Row]) -> Iterator[tuple[list[Piece], list[Row]]]:
    """(pieces, figures) of each sentence that the finding quotes, in the order of its claims."""
    sentences: dict[tuple[str, int], list[Row]] = {}
    for id in finding["claims"]:
        if id in known and known[id]["context"]:
            row = known[id]
            sentences.setdefault((row["doc"], row["context_start"]), []).append(row)
    for (_, start), cited in sentences.items():
        cited = sorted(cited, key=lambda row: row["start"])
        pieces = list(_trimmed(excerpt(cited[0]["context"], start, cited)))
        if finding["evidence"]:
            pieces = list(_stressed(pieces, finding["evidence"].split(" … ")))
        yield pieces, cited


def _trimmed(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with what is far from any figure left out."""
    pieces = list(pieces)
    room = max(80, (WIDTH - sum(len(words) for words, row in pieces if row)) // max(1, len(pieces)))
    for number, (words, row) in enumerate(pieces):
        if row or len(words) <= room:
            yield words, row
        elif number == 0:
            yield f"… {words[-room:].partition(' ')[2]}", None
        elif number == len(pieces) - 1:
            yield f"{words[:room].rpartition(' ')[0]} …", None
        else:
            yield f"{words[: room // 2].rpartition(' ')[0]} … {words[-(room // 2) :].partition(' ')[2]}", None


def _stressed(pieces: Iterable[Piece], evidence: list[str]) -> Iterator[Piece]:
    """The pieces with the words that license the question apart, as (words, True)."""
    wanted = [words for words in evidence if words.strip()]
    for words, row in pieces:
        while not row and wanted and wanted[0] in words:
            before, found, words = words.partition(wanted.pop(0))
            yield before, None
            yield found, True
        yield words, row


def quoted(finding: Row, figures: "DataFrame") -> str:
    """One finding as HTML, for an explorer's side view."""
    known = {row["id"]: row for row in rows(figures)}
    groups = {"first": [[_quoting(finding, known, finding)]], "further": [], "agreeing": [], "rejected": []}
    return filled("fragments/findings.html", **groups, left_out=0, untold=0, link=False, judged={})
