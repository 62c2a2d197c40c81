"""An article set as an article, each figure marked and linked to its card."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ..lexicon import load
from ..lexicon.shown import Row, rows, sign
from ..model import Document
from .fragment import Fragment, fragment

if TYPE_CHECKING:
    from pandas import DataFrame

Piece = tuple[str, Row | bool | None]  #: words with the figure that they are, True where they are stressed


def article(
    document: Document, figures: "DataFrame", checks: "DataFrame | None" = None, sentences: Sequence[Any] = ()
) -> Fragment:
    """`document` with the `figures` of its table marked by kind, and beside it a card a claim.

    `checks` puts the findings on the cards and a sign at contested figures; `sentences` tell headline from caption.
    """
    found = [row for row in rows(figures.sort_values("start")) if row["doc"] == document.id]
    claims = [row for row in found if row["kind"] != "none"]
    numbers = {row["id"]: n for n, row in enumerate(claims, 1)}
    about = findings_by_claim(checks)
    return fragment(
        "article.html",
        text=document.text,
        paragraphs=[
            (section, list(_pieces(document.text, start, end, found)))
            for section, start, end in _paragraphs(document.text, sentences, found)
        ],
        cards=[{**row, "n": numbers[row["id"]], "findings": about.get(row["id"], [])} for row in claims],
        numbers=numbers,
        alarmed={id: mark for id, found in about.items() if (mark := _alarm(found))},
        signs=_signs(found),
    )


def _alarm(findings: list[Row]) -> str | None:
    """The sign at a figure that conflicts, or that speakers contest."""
    severities = {finding["severity"] for finding in findings if finding["verdict"] == "conflicts"}
    return None if not severities else "contested" if severities == {"info"} else "alarm"


def excerpt(text: str, start: int, rows: list[Row]) -> Iterator[Piece]:
    """(words, row or None) in turn for `text`, which starts at `start` in its article, the figures of `rows` apart."""
    moved = [{**row, "start": row["start"] - start, "end": row["end"] - start} for row in rows]
    yield from _pieces(text, 0, len(text), moved)


def _pieces(text: str, start: int, end: int, figures: list[Row]) -> Iterator[Piece]:
    """The text from `start` to `end` in turn as plain words and figures."""
    at = start
    for row in figures:
        if row["start"] < at or row["end"] > end:
            continue
        if row["start"] > at:
            yield text[at : row["start"]], None
        yield text[row["start"] : row["end"]], row
        at = row["end"]
    if at < end:
        yield text[at:end], None


def _paragraphs(text: str, sentences: Sequence[Any], figures: list[Row]) -> Iterator[tuple[str, int, int]]:
    """(section, start, end) of each printed line; its section is that of its sentences, else of its figures."""
    known = sorted((sentence.start, sentence.section) for sentence in sentences)
    known = known or sorted((row["start"], row["section"]) for row in figures)
    at = 0
    for line in text.splitlines(keepends=True):
        end = at + len(line.rstrip())
        if end > at:
            yield next((section for start, section in known if at <= start < end), "body"), at, end
        at += len(line)


def _signs(figures: list[Row]) -> list[str]:
    """The signs that the legend explains: those that stand in the text."""
    used = {sign(row["kind"]) for row in figures}
    return [name for name in dict.fromkeys(load("shown")["signs"].values()) if name in used]


def findings_by_claim(checks: "DataFrame | None") -> dict[str, list[Row]]:
    """The findings that rest on each claim."""
    about: dict[str, list[Row]] = {}
    for finding in rows(checks) if checks is not None else ():
        for claim in finding["claims"]:
            about.setdefault(claim, []).append(finding)
    return about
