"""A publisher's new version of an article that is there: what its figures were before, and what they are now."""

from collections import defaultdict
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Any

from ..model import Document
from .reading import Reading

_ALIKE = 0.3  #: share of three words in a row that two texts of one source must have in common
_SAME = 0.75  #: how much of a sentence must have stayed around a figure for it to be the same figure
_TOLD = 5  #: figures that a remark names


def noted(reading: Reading) -> None:
    """Adds a remark to `reading` for each article that is a new version of another, of one address or one title."""
    if reading.figures is None:
        return
    for older, newer in versions(reading.documents):
        changed, gone, new = compared(_claims(reading, older), _claims(reading, newer))
        counts = f"{len(changed)} figures changed, {len(gone)} gone, {len(new)} new"
        named = "; ".join(f"{was!r} → {now!r}" for was, now in changed[:_TOLD])
        said = f"{newer.id}: is a new version of {older.id}: {counts}"
        reading.remarks.append(f"{said}: {named}" if named else said)


def versions(documents: list[Document]) -> list[tuple[Document, Document]]:
    """Pairs of an article and its new version, in the order of their days.

    >>> one, two = Document("a", "Some 40 boats sank in the harbour.", url="https://x.example/s"), None
    >>> two = Document("b", "Some 45 boats sank in the harbour.", url="https://x.example/s#top")
    >>> [(old.id, new.id) for old, new in versions([one, two])]
    [('a', 'b')]
    """
    told: dict[tuple[str, ...], list[Document]] = defaultdict(list)
    for document in documents:
        if document.url:
            told[(document.url.partition("#")[0],)].append(document)
        elif document.title and document.publisher:
            told[document.title.casefold(), document.publisher.casefold()].append(document)
    pairs = []
    for group in told.values():
        ordered = sorted(group, key=lambda document: str(document.date or document.accessed or ""))
        pairs += [(old, new) for old, new in pairwise(ordered) if _are_alike(old.text, new.text)]
    return pairs


def _are_alike(one: str, other: str) -> bool:
    """Whether two texts differ, and tell much in the same words."""
    if one == other:
        return False
    here, there = _runs(one), _runs(other)
    return len(here & there) >= _ALIKE * max(1, min(len(here), len(there)))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.lower().split()
    return {*zip(words, words[1:], words[2:], strict=False)}


def _claims(reading: Reading, document: Document) -> list[tuple[str, str, str]]:
    """Each claim of `document`: its figure, and its sentence before and behind it."""
    table = reading.claims[reading.claims["doc"].eq(document.id).fillna(False)]
    found = []
    for row in table[["text", "context", "start", "end", "context_start"]].astype(object).itertuples(index=False):
        found.append((row.text, *_around(row)))
    return found


def _around(row: Any) -> tuple[str, str]:
    return row.context[: row.start - row.context_start], row.context[row.end - row.context_start :]


def compared(
    before: list[tuple[str, str, str]], now: list[tuple[str, str, str]]
) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """(what a figure was, what it is) for each that changed; those that are gone; those that are new.

    >>> compared([("58", "Police saw ", " dead.")], [("64", "Police saw ", " dead."), ("3", "It took ", " days.")])
    ([('58', '64')], [], ['3'])
    """
    left, changed, gone = [*now], [], []
    for text, *around in before:
        near = max(left, key=lambda claim: (_ratio(around, claim[1:]), claim[0] == text), default=None)
        if near is None or _ratio(around, near[1:]) < _SAME:
            gone.append(text)
            continue
        left.remove(near)
        if near[0] != text:
            changed.append((text, near[0]))
    return changed, gone, [text for text, *_ in left]


def _ratio(one: Any, other: Any) -> float:
    if tuple(one) == tuple(other):
        return 1.0
    return SequenceMatcher(None, "\0".join(one), "\0".join(other), autojunk=False).ratio()
