"""A publisher's new version of an article that is there: what its figures were before, and what they are now.

It is known by its source (one address; one title and one publisher) and much of its text; where these do not say so, by
nearly all of its text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from typing import Any
from urllib.parse import urlsplit
from zlib import crc32

from ..model import Document
from ..table import likeness
from .reading import Reading

_OF_SOURCE = 0.3  #: share of its runs of words that the shorter of two texts of one source has in common
_OF_ANY = 0.7  #: the same where nothing else says that they are one article
_SHORT = 30  #: runs of words; a shorter text is known by its source alone
_APART = 14  #: days between two versions, where nothing but their text says that they are some
_SAMPLED = 8  #: one run in so many is looked up
_COMMON = 40  #: articles that have a run; one that more have is a phrase of the trade
_SAME = 0.75  #: how much of a sentence must have stayed around a figure for it to be the same figure
_TOLD = 5  #: figures that a remark names

Pair = tuple[Document, Document]


def noted(reading: Reading, pairs: Iterable[Pair]) -> None:
    """Adds a remark to `reading` for each article that is a new version of another."""
    if reading.figures is None:
        return
    for older, newer in pairs:
        changed, gone, new = compared(_claims(reading, older), _claims(reading, newer))
        counts = f"{len(changed)} figures changed, {len(gone)} gone, {len(new)} new"
        named = "; ".join(f"{was!r} → {now!r}" for was, now in changed[:_TOLD])
        said = f"{newer.id}: is a new version of {older.id}: {counts}"
        reading.remarks.append(f"{said}: {named}" if named else said)


def versions(documents: list[Document]) -> list[Pair]:
    """Pairs of an article and its new version, in the order of their days.

    >>> one, two = Document("a", "Some 40 boats sank in the harbour.", url="https://x.example/s"), None
    >>> two = Document("b", "Some 45 boats sank in the harbour.", url="https://x.example/s#top")
    >>> [(old.id, new.id) for old, new in versions([one, two])]
    [('a', 'b')]
    """
    ordered = sorted(documents, key=lambda document: str(document.date or document.accessed or ""))
    place = {document.id: number for number, document in enumerate(ordered)}
    before: dict[str, Document] = {}
    for old, new in [*_of_one_source(ordered), *_alike(ordered)]:
        known = before.get(new.id)
        if known is None or place[known.id] < place[old.id]:
            before[new.id] = old
    return [(before[document.id], document) for document in ordered if document.id in before]


def _of_one_source(ordered: list[Document]) -> Iterator[Pair]:
    """Articles of one address, or of one title and publisher, that have much of their text in common."""
    told: dict[tuple[str, ...], list[Document]] = defaultdict(list)
    for document in ordered:
        if document.url:
            told[(document.url.partition("#")[0],)].append(document)
        elif document.title and document.publisher:
            told[document.title.casefold(), document.publisher.casefold()].append(document)
    for group in told.values():
        for old, new in pairwise(group):
            if old.text != new.text and shared(runs(old.text), runs(new.text)) >= _OF_SOURCE:
                yield old, new


def _alike(ordered: list[Document]) -> Iterator[Pair]:
    """Articles that may be of one publisher and time, and have nearly all of their text in common."""
    for old, new in near(ordered):
        if old.text != new.text and _may_be_of_one_source(old, new):
            yield old, new


def _may_be_of_one_source(old: Document, new: Document) -> bool:
    days = [document.date or document.accessed for document in (old, new)]
    if days[0] and days[1] and abs((days[1] - days[0]).days) > _APART:
        return False
    if old.publisher and new.publisher and old.publisher.casefold() != new.publisher.casefold():
        return False
    hosts = {urlsplit(document.url).netloc.casefold() for document in (old, new) if document.url}
    return len(hosts) < 2


def near(documents: list[Document]) -> list[Pair]:
    """Pairs of articles of which the shorter has nearly all of its text in the longer, in the order of `documents`.

    Pairs are looked for among those that share some of their runs, and each is then compared in full.

    >>> story = " ".join(f"Ship {number} of the line left its harbour at noon." for number in range(9))
    >>> other = "The mill sold twelve of its cars, and its owner wrote to the staff. " * 9
    >>> texts = {"a": story, "b": f"{story} It was cold.", "c": other}
    >>> [(one.id, two.id) for one, two in near([Document(id, text) for id, text in texts.items()])]
    [('a', 'b')]
    """
    sampled: list[set[int]] = []
    having: dict[int, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        marks = {crc32(run.encode(errors="surrogatepass")) for run in runs(document.text)}
        sampled.append({mark for mark in marks if not mark % _SAMPLED} if len(marks) >= _SHORT else set())
        for mark in sampled[-1]:
            having[mark].append(number)
    both = Counter(pair for numbers in having.values() if len(numbers) <= _COMMON for pair in combinations(numbers, 2))
    found = []
    for (one, other), count in sorted(both.items()):
        if count >= _OF_ANY / 2 * min(len(sampled[one]), len(sampled[other])):
            pair = documents[one], documents[other]
            if shared(*(runs(document.text) for document in pair)) >= _OF_ANY:
                found.append(pair)
    return found


def runs(text: str) -> set[str]:
    """Every three words in a row of `text`, in small letters."""
    words = text.lower().split()
    return {*map(" ".join, zip(words, words[1:], words[2:], strict=False))}


def shared(here: set[str], there: set[str]) -> float:
    """The share of its runs that the smaller of two sets has in common with the other."""
    return len(here & there) / max(1, min(len(here), len(there)))


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

    What stayed as it was is taken first, so that no other is compared with it.

    >>> compared([("58", "Police saw ", " dead.")], [("64", "Police saw ", " dead."), ("3", "It took ", " days.")])
    ([('58', '64')], [], ['3'])
    """
    stayed = Counter(before) & Counter(now)
    left, before = _without(now, stayed), _without(before, stayed)
    changed, gone = [], []
    for text, *around in before:
        likely = [(likeness("\0".join(around), "\0".join(claim[1:]), _SAME), claim[0] == text) for claim in left]
        best = max(range(len(left)), key=likely.__getitem__, default=None)
        if best is None or likely[best][0] < _SAME:
            gone.append(text)
            continue
        now_text = left.pop(best)[0]
        if now_text != text:
            changed.append((text, now_text))
    return changed, gone, [text for text, *_ in left]


def _without(claims: list[tuple[str, str, str]], taken: Counter[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """`claims` less as many of each as `taken` counts."""
    taken, left = Counter(taken), []
    for claim in claims:
        if taken[claim]:
            taken[claim] -= 1
        else:
            left.append(claim)
    return left
