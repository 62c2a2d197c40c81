"""Findings as cards: the sentences with their figures marked, the verdict, why, and the two intervals drawn."""

from .article import excerpt
from .fragment import Fragment, environment, fragment

WIDTH = 420  #: of a quoted passage, in characters


def findings(checks, figures, most: int = 60, link: bool = True) -> Fragment:
    """The findings of `checks`, the worst first and at most so many, with the sentences of `figures` that they rest on.

    `link` joins each figure to its card or row, which must then stand on the same page.
    """
    from ..lexicon.shown import rows

    known = {row["id"]: row for row in rows(figures)}
    worst = rows(_worst_first(checks))
    shown = [{**row, "passages": list(_passages(row, known))} for row in worst[:most]]
    said = "\n".join(f"{row['verdict']}: {row['why']}" for row in shown) or "No finding."
    return fragment("findings.html", text=said, findings=shown, left_out=len(worst) - len(shown), link=link)


def _worst_first(checks):
    """Conflicts that are errors, then warnings, then what sources contest, what cannot be told, and what agrees."""
    verdicts = {"conflicts": 0, "cannot tell": 1, "agrees if rounded": 2, "agrees": 3}
    severities = {"error": 0, "warning": 1, "info": 2}
    order = checks["verdict"].map(verdicts).astype(float) * 10 + checks["severity"].map(severities).astype(float)
    return checks.loc[order.sort_values(kind="stable").index]


def _passages(finding, known):
    """(pieces, figures) of each sentence that the finding quotes, in the order of its claims."""
    sentences = {}
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


def _trimmed(pieces):
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


def _stressed(pieces, evidence):
    """The pieces with the words that license the question apart, as (words, True)."""
    wanted = [words for words in evidence if words.strip()]
    for words, row in pieces:
        while not row and wanted and wanted[0] in words:
            before, found, words = words.partition(wanted.pop(0))
            yield before, None
            yield found, True
        yield words, row


def quoted(finding: dict, figures) -> str:
    """One finding as HTML, for an explorer's side view."""
    from ..lexicon.shown import rows

    known = {row["id"]: row for row in rows(figures)}
    shown = {**finding, "passages": list(_passages(finding, known))}
    return environment().get_template("findings.html").render(findings=[shown], left_out=0, link=False)
