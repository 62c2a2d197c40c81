"""What one voice says there was and another says there never was; "all" said of a group of which others are counted."""

import re
from collections.abc import Iterator
from functools import cache

from allegedly.alike import one_voice
from allegedly.kinds.spans import exactly, span_of
from allegedly.lexicon import load
from allegedly.model import Claim

from .bound import Bound
from .cells import Figure
from .known import forms
from .lines import Lines

REACH = 60  #: mentions of something that a denial is held against
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_STOP = re.compile(r"[.,;:!?()\[\]{}—–\n]")
NEAR = 80  #: signs behind a figure that say what it is of


def denials(lines: Lines, claims: list[Claim]) -> Iterator[Bound]:
    """Each denial with the first mention of the same by another voice."""
    denied = [one for one in claims if one.quantity.value == 0 and one.attribution.stance == "denied" and voice(one)]
    mentions = [one for one in claims if one.quantity.kind == "none"]
    counts = [one for one in claims if one.quantity.kind == "count" and one.quantity.value]
    asserted = [one for one in counts if one.attribution.stance != "denied"]
    for claim in denied:
        for other in (*mentions, *asserted)[:REACH]:
            if voice(other) and not one_voice(voice(claim), voice(other)) and _one_topic(other, claim):
                first, second = _figure(lines, other), _figure(lines, claim)
                if first and second:
                    yield Bound("denial", {"claimed": [first], "denied": [second]}, True, claim.quantity.text)
                break


def quantifiers(lines: Lines, claims: list[Claim], sums: list[Bound]) -> Iterator[Bound]:
    """A word for all of a group, or none, beside a count of some of it who are called otherwise."""
    shares = [
        one
        for one in claims
        if (one.quantity.kind, one.quantity.unit) == ("share", "percent")
        and one.quantity.value in (0.0, 100.0)
        and not any(sign.isdecimal() for sign in one.quantity.text)
    ]
    for share in shares:
        for bound in sums:
            whole = next(iter(bound.roles.get("total", [])), None)
            if whole is None or whole.claim is None or not _of_one_body(share, whole.claim):
                continue
            for part in bound.roles.get("part", []):
                is_doubtful = part.claim and _is_other(share, part.claim)
                if is_doubtful and (figure := _figure(lines, share)):
                    roles = {"share": [figure], "part": [part], "whole": [whole]}
                    yield Bound("quantifier", roles, False, share.quantity.text)


def voice(claim: Claim) -> str | None:
    """Whose word it is."""
    return claim.attribution.speaker or claim.attribution.holder


def _figure(lines: Lines, claim: Claim) -> Figure | None:
    """A claim as a figure; a mention that is none counts as one."""
    q = claim.quantity
    line = lines.of(claim.sentence)
    if line is None:
        return None
    span = span_of(q) if q.kind != "none" else exactly(1.0)
    return Figure(0, line, q.start, q.end, q.text, q.kind, q.unit, q.per, span, claim, q)


def _one_topic(asserted: Claim, denied: Claim) -> bool:
    """Whether both speak of one act, by the thesaurus or by a word, and of one object."""
    told, refused = _words(asserted) + " " + _after(asserted), _words(denied) or _after(denied)
    acts = found("act", told) & found("act", f"{denied.quantity.text} {refused}")
    objects = found("object", asserted.context) & found("object", denied.context)
    return bool(acts) and (bool(objects) or bool(_shared(asserted.thing.thing, denied.thing.thing)))


def _is_other(share: Claim, part: Claim) -> bool:
    """Whether the words of a share name another group of people than those of a count, by the thesaurus."""
    first, second = _group(share), _group(part)
    pairs = load("things")["quantified"]["doubtful"]
    return first != second and any({*pair} & first and {*pair} & second for pair in pairs)


def _group(claim: Claim) -> frozenset[str]:
    return found("group", _words(claim)) or (frozenset() if claim.thing.thing else found("group", _after(claim)))


def _of_one_body(share: Claim, whole: Claim) -> bool:
    """Whether both speak of members of one organisation."""
    return bool(_shared(share.thing.subject, whole.thing.subject) or _shared(share.thing.thing, whole.thing.subject))


def _words(claim: Claim) -> str:
    return " ".join(filter(None, (claim.thing.thing, claim.thing.head, claim.thing.verb)))


def _after(claim: Claim) -> str:
    """The words behind a figure, up to the next sign of punctuation."""
    behind = claim.context[claim.quantity.end - claim.context_start :]
    return _STOP.split(behind[:NEAR], maxsplit=1)[0]


def _shared(first: str | None, second: str | None) -> frozenset[str]:
    return _forms(first or "") & _forms(second or "")


def _forms(text: str) -> frozenset[str]:
    """The dictionary forms of all words of a text."""
    return frozenset().union(*(forms(word) for word in _WORD.findall(text.lower())))


@cache
def _index(kind: str) -> dict[str, str]:
    return {word: row["name"] for row in load("things")[kind] for word in row["words"]}


def found(kind: str, text: str) -> frozenset[str]:
    """The names of the rows of things.toml that the words of a text belong to.

    >>> sorted(found("act", "a shipment of arms")), sorted(found("group", "two ex-servicemen"))
    (['transfer'], ['veteran'])
    """
    known = _index(kind)
    return frozenset(known[form] for form in _forms(text) if form in known)
