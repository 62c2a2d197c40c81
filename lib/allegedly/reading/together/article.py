"""An article's frames: its sentences as lines, the roles of their figures, and the figures bound."""

from collections.abc import Callable, Iterable, Iterator

from allegedly.kinds.arithmetic import CONFLICTS
from allegedly.model import Claim, Quantity, Sentence
from allegedly.text.analysis import Analysis

from .again import conversions
from .bound import Bound
from .calendar import spans
from .cells import Line
from .changes import changes
from .doubts import denials, quantifiers
from .inclusions import inclusions
from .layout import line_of
from .ledgers import ledgers
from .lines import Lines
from .listings import listings
from .marks import mark
from .orders import orders
from .paces import paces
from .polls import polls
from .products import incidences, products
from .rankings import rankings
from .recalled import others
from .rosters import rosters
from .shares import shares
from .sums import sums
from .tallies import tallies
from .told import told
from .votes import votes
from .wholes import wholes
from .written import written

LONGEST = 2_000  #: signs of a sentence; a longer one is a list or a table without line ends
FOLLOWING = 400  #: signs of what follows a sentence that a list of names may take
WHOLES = ("sum", "fates", "ledger")  #: frames of a whole and what is in it
READERS = (
    changes,
    shares,
    sums,
    tallies,
    wholes,
    others,
    inclusions,
    products,
    incidences,
    paces,
    conversions,
    votes,
    ledgers,
    orders,
    rankings,
    polls,
    listings,
    rosters,
    spans,
    told,
)  #: the frames read, the most telling first


Analysed = tuple[Sentence, Callable[[], Analysis], list[Claim]]  #: a sentence, what analyses it, and its claims


def bound(sentences: Iterable[Analysed], quantities: Callable[[str], list[Quantity]]) -> list[Claim]:
    """The claims of an article, with what they belong to."""
    claims: list[Claim] = []

    def kept() -> Iterator[Analysed]:
        """The sentences one by one, so that no more than a few stay analysed."""
        for sentence, analyse, own in sentences:
            claims.extend(own)
            yield sentence, analyse, own

    lines = lines_of(kept(), quantities)
    frames = frames_of(lines)
    doubts = [*denials(lines, claims), *quantifiers(lines, claims, [one for one in frames if one.kind == "sum"])]
    found = written(claims, [*frames, *doubts])
    lines.release()
    return found


def lines_of(sentences: Iterable[Analysed], quantities: Callable[[str], list[Quantity]]) -> Lines:
    """The sentences with figures, each figure with the roles that words show."""
    made: list[Line] = []
    published = None
    block, end = 0, 0
    for sentence, analyse, claims in sentences:
        if sentence.end - sentence.start > LONGEST:
            continue
        if sentence.document.text.count("\n", end, sentence.start) > 1:
            block += 1
        end = sentence.end
        published = sentence.document.date
        line = line_of(analyse, claims, block, sentence.section, quantities)
        line.following = (end, sentence.document.text[end : end + FOLLOWING])
        mark(line)
        made.append(line)
    return Lines(made, published)


def frames_of(lines: Lines) -> list[Bound]:
    """The frames of an article, each set of figures once for each kind."""
    made = _once(bound for reader in READERS for bound in reader(lines) if bound.stands)
    held = [bound for bound in made if bound.fits and not bound.is_weak]
    kept = [bound for bound in made if not (bound.is_weak or not bound.fits) or not _is_held(bound, held)]
    return [bound for bound in kept if not _is_within(bound, kept)]


def _is_within(bound: Bound, kept: list[Bound]) -> bool:
    """Whether another frame asks of more parts of one whole, and neither comes out: the fuller one is told."""
    if bound.kind not in WHOLES or bound.rank != CONFLICTS:
        return False
    own = {id(one) for one in bound.figures}
    wider = (one for one in kept if one.kind in WHOLES and one.rank == CONFLICTS)
    return any(own < {id(figure) for figure in one.figures} for one in wider)


def _once(frames: Iterable[Bound]) -> list[Bound]:
    """Each set of figures once for each kind: where two readers bind it, the first says how."""
    kept: dict[tuple[str, frozenset[int]], Bound] = {}
    for one in frames:
        kept.setdefault((one.kind, frozenset(id(figure) for figure in one.figures)), one)
    return list(kept.values())


def _is_held(bound: Bound, held: list[Bound]) -> bool:
    """Whether two figures of a frame that does not hold stand in one that does: they were bound wrongly.

    Two differences between the same two levels are told of both: "£120, from £1,500 to £1,620, an increase of 18%".
    """
    own = {id(one) for one in bound.figures}
    return any(len(own & {id(one) for one in other.figures}) > 1 and not _one_step(bound, other) for other in held)


def _one_step(first: Bound, second: Bound) -> bool:
    levels = all(first.roles.get(role) == second.roles.get(role) for role in ("from", "to"))
    return first.kind == second.kind == "change" and levels and set(first.roles) != set(second.roles)
