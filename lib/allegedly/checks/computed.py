"""What the frames of a body come to, against a figure that says so: above the text, or in the next sentence.

"Profit slides 18%" over "€50.1m, from €61.0m"; "hundreds of seats" over "80% of 452 seats"; revisions of 14,000 and
34,000 that make 48,000 together.
"""

from collections.abc import Iterator
from itertools import groupby, pairwise

from ..kinds.arithmetic import OPEN
from .framed import Framed
from .strands import frame, frame_of
from .tellings import Telling


def computed(figures: list[Telling], framed: list[Framed]) -> Iterator[Framed]:
    """The figures that frames of the same article make. It only agrees: what is not made may be of something else."""
    known = {one.id: one for one in figures}
    kept = [one for one in framed if all(claim in known for claim in one.claims)]
    above = [one for one in figures if one.is_above]
    shares = [one for one in kept if one.kind == "share" and {m.role for m in one.members} == {"share", "whole"}]
    proposed = [*_shares(above, shares, known), *_parts(figures, shares, known)]
    for one in [*proposed, *_changes(above, kept, known), *_steps(figures, kept, known)]:
        if all(equation.rank < OPEN for equation in one.equations):
            yield one


def _shares(above: list[Telling], framed: list[Framed], known: dict[str, Telling]) -> Iterator[Framed]:
    """A count above the text, and a share of a whole of the same group whose part the body does not print."""
    for one in framed:
        share, whole = _two(one, known)
        for figure in above:
            if figure.row.kind == whole.row.kind and figure.row.group and figure.row.group == whole.row.group:
                yield frame("implied", figure=[figure], share=[share], whole=[whole])


def _parts(figures: list[Telling], framed: list[Framed], known: dict[str, Telling]) -> Iterator[Framed]:
    """A bare count right behind a share of a whole in one sentence: "20% of the 60 seats were empty, that is 12"."""
    following = dict(pairwise(figures))
    for one in framed:
        share, whole = _two(one, known)
        part = following.get(max(share, whole, key=lambda figure: figure.row.start))
        if part and part.row.sentence == whole.row.sentence and _alike(part, whole):
            yield frame("share", part=[part], share=[share], whole=[whole])


def _alike(part: Telling, whole: Telling) -> bool:
    """Whether two are of one measure, and nothing says that they count two things."""
    measures = [(one.row.kind, one.row.unit, one.row.per) for one in (part, whole)]
    return measures[0] == measures[1] and (part.row.head or whole.row.head) == whole.row.head


def _two(share: Framed, known: dict[str, Telling]) -> tuple[Telling, Telling]:
    """The share and the whole of a frame."""
    return known[share.of("share")[0].claim or ""], known[share.of("whole")[0].claim or ""]


def _changes(above: list[Telling], framed: list[Framed], known: dict[str, Telling]) -> Iterator[Framed]:
    """A percentage by which something moved, above the text, and two levels of the body."""
    for one in framed:
        roles = {member.role for member in one.members}
        if one.kind == "change" and {"from", "to"} <= roles and not roles & {"by_share", "points"}:
            [old], [new] = ([known[member.claim or ""] for member in one.of(role)] for role in ("from", "to"))
            for figure in above:
                if figure.row.kind == "share" and figure.row.change == ("rise" if new.size > old.size else "fall"):
                    way = 1 if new.size > old.size else -1
                    yield frame_of("change", {"to": [new], "from": [old], "by_share": [figure]}, way)


def _steps(figures: list[Telling], framed: list[Framed], known: dict[str, Telling]) -> Iterator[Framed]:
    """Differences of one sentence that make one of the next."""
    steps = [known[one.of("by")[0].claim or ""] for one in framed if one.kind == "change" and one.of("by")]
    for number, own in groupby(sorted(steps, key=lambda one: one.row.start), key=lambda one: one.row.sentence):
        parts = [*own]
        for total in figures:
            follows = total.row.sentence == number + 1 and total.row.change != "level"
            if (
                follows
                and len(parts) > 1
                and (total.row.kind, total.row.unit) == (parts[0].row.kind, parts[0].row.unit)
            ):
                yield frame("sum", total=[total], part=parts)
