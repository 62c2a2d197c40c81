"""Ledgers: what was there, what came and went, and what is there, in whatever order a passage tells them.

"It holds 88 seats. It went into the vote with 93, lost nine and took four."
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations, product

from .ages import order
from .asides import head, is_amount, is_one_noun, same_measure
from .bound import ONE_SIDED, Bound
from .cells import Cell, Figure, Line
from .lines import Lines
from .openings import openings
from .sought import digits

MOST = 5  #: figures that came or went
FEW = 5  #: a stock of fewer comes out by chance
SENTENCES = 3  #: so many may tell one ledger
AROUND = 10  #: cells on either side of a figure that say what it is
SIGNS = (("gained", {"gain", "inflow"}), ("lost", {"loss", "outflow"}))
STOPS = (";", "while", "—")  #: where the words of a figure's clause end
ELSEWHERE = {"part", "share", "rate", "votes", "opposed", "majority", "base", "average"}


def ledgers(lines: Lines) -> Iterator[Bound]:
    """Each stock with what came and went and what that leaves, within three sentences."""
    done: set[int] = set()
    for line in lines:
        if not any(_sign(one) for one in line.figures):
            continue
        before, after = lines.before(line, 2), lines.after(line)
        scopes = ([line], [*before[:1], line], [line, *after], [*before[:1], line, *after], [*reversed(before), line])
        found = [ledger for scope in scopes for ledger in _ledgers(scope, line)]
        best = next((one for one in found if one.fits), None) or next(iter(found), None)
        if best and not done & {id(one) for one in best.figures}:
            done |= {id(one) for one in best.figures}
            yield best


def _ledgers(scope: list[Line], line: Line) -> list[Bound]:
    """The ledgers of a passage: those that come out, then the one that words show whole."""
    figures = [one for near in scope for one in near.figures if _can_be(one)]
    fitting: list[tuple[int, Bound]] = []
    refuted: list[Bound] = []
    for own in _by_measure(figures, line):
        if not 3 <= len(own) <= MOST + 2:
            continue
        levels = [one for one in own if not _sign(one)]
        for before, after in permutations(levels, 2):
            steps = [one for one in own if one is not before and one is not after]
            told = sum(bool(_sign(one)) for one in steps)
            ends = _ends(before, steps, after)
            if not told or told < len(steps) - 1 or not ends:
                continue
            words = len(steps) > 1 or _is_taken(steps[0]) or (_is_outset(before) and _is_upshot(after))
            sure = told == len(steps) and ends > 1 and words and len(levels) == 2 and _is_whole(before, steps, after)
            for found in _signed(before, steps, after, sure):
                if found.fits and (told + ends > 2 or digits(after) > 2) and _is_no_chance(before, after):
                    fitting.append((told + ends - len(steps), found))
                elif sure and found.stands:
                    refuted.append(found)
    fitting.sort(key=lambda one: -one[0])
    return [one for _, one in fitting] or (refuted if len(refuted) == 1 else [])


def _is_no_chance(before: Figure, after: Figure) -> bool:
    """Whether a stock is more than a few, or counts one thing: "two levers" and "two pellets" come out by chance."""
    if max(before.value, after.value) >= FEW:
        return True
    first, second = head(before), head(after)
    return first is not None and second is not None and is_one_noun(first, second)


def _can_be(figure: Figure) -> bool:
    counted = is_amount(figure) or (figure.kind in ("count", "money", "measure") and bool(_sign(figure)))
    other = ELSEWHERE & set(figure.marks) and not ("rest" in figure.marks or _is_taken(figure))
    return counted and figure.per is None and figure.hedge not in ONE_SIDED and not other


def _is_taken(figure: Figure) -> bool:
    """Whether some of a stock came or went: "sold 130 of them"."""
    before = figure.line.cells[figure.at - 1] if figure.at else None
    return "part" in figure.marks and before is not None and _sign_of(before) is not None


def _by_measure(figures: list[Figure], line: Line) -> Iterator[list[Figure]]:
    """The figures of one measure, bare numbers among them, for each measure that something came or went of."""
    for measure in dict.fromkeys(one.measure for one in figures if one.line is line and _sign(one)):
        first = next(one for one in figures if one.measure == measure)
        yield [one for one in figures if same_measure(one, first)]


def _signed(before: Figure, steps: list[Figure], after: Figure, sure: bool) -> Iterator[Bound]:
    """The ledgers that a beginning, steps and an end can be: a step of which nothing is said may have come or gone."""
    signs = [[sign] if (sign := _sign(one)) else ["gained", "lost"] for one in steps]
    for choice in product(*signs):
        roles: dict[str, list[Figure]] = {"before": [before]}
        for one, role in zip(steps, choice, strict=True):
            roles.setdefault(role, []).append(one)
        roles["after"] = [after]
        yield Bound("ledger", roles, sure, f"{_words(before)} … {_words(after)}")


def _is_whole(before: Figure, steps: list[Figure], after: Figure) -> bool:
    """Whether nothing says that a stock counts two things, or that other things came and went."""
    ends = [head(one) for one in (before, after) if one.kind == "count" and not one.is_elided]
    if len(ends) == 2 and ends[0] and ends[1] and not is_one_noun(ends[0], ends[1]):
        return False
    gained = any(_sign(one) == "gained" for one in steps)
    if gained and "remaining" in after.marks.get("rest", ""):
        return False
    if any(one.line.has("untold") for one in (before, *steps, after)):
        return False
    if any(_is_of_loss(one) for one in (before, after)):
        return False
    begun = before.when[1] or before.when[0]
    since = [one.when[0] for one in steps if one.when[0]]
    return not (begun and since and min(since).year - begun.year > 1)


def _is_of_loss(level: Figure) -> bool:
    """Whether a level counts what is taken away: what is restored makes cuts smaller."""
    behind = level.line.cells[level.at + 1 : level.at + 5]
    return any(cell.upos == "NOUN" and cell.classes & {"fall", "loss", "outflow"} for cell in behind)


def _ends(before: Figure, steps: list[Figure], after: Figure) -> int:
    """How many of the two ends words show, else the order of time."""
    later = [one for one in steps if one.line.number > before.line.number]
    since = any(one.line.cells[0].word.startswith("since") for one in later)
    since = since or any(_is_taken(one) and before.start < one.start for one in steps)
    told = (_is_outset(before) or since) + _is_upshot(after)
    turned = _is_outset(after) + _is_upshot(before)
    if told > 1 and turned < 2:
        return 2
    age = order(before, after)
    return 0 if age < 0 or turned > told else 2 if age > 0 and told else told or int(age > 0)


@lru_cache(maxsize=256)
def _sign(figure: Figure) -> str | None:
    """Whether a figure came or went: by the verb behind it where it opens its clause, else by the words before it."""
    before, behind = _near(figure)
    while before and before[0].classes & {"approx", "further"}:
        before = before[1:]
    if "rest" in figure.marks or _opens_year(before):
        return None
    opens = not before or before[0].word in openings("joining") or before[0].is_time or before[0].upos == "DET"
    is_away = bool(behind) and behind[0].word in openings("away")
    if not opens and (sign := _object_of(before, is_away)) != "":
        made = before[0].word in openings("having") and behind and _sign_of(behind[0])
        return made or sign
    return _subject_of(figure, behind) or (_object_of(before) if before and before[0].word == "," else None) or None


def _object_of(before: list[Cell], is_away: bool = False) -> str | None:
    """What the words before a figure say of it; None for a level, nothing where they say nothing.

    `is_away`: a word behind it turns its verb, "took 1,675 off".
    """
    for cell in before:
        if cell.classes & {"upshot", "leaving"} or cell.word in openings("opening"):
            return None
        if sign := _sign_of(cell):
            return "lost" if is_away and cell.upos == "VERB" else sign
        if cell.upos in ("VERB", "AUX") and cell.classes & {"stock", "level", "aboard"}:
            return None
    return ""


def _subject_of(figure: Figure, behind: list[Cell]) -> str | None:
    """What the words behind a figure say of it, past a relative clause and what is not so."""
    skipped = False
    for at, cell in enumerate(behind):
        if "upshot" in cell.classes and not _sign_of(cell):
            return None
        if cell.word in openings("relative") or cell.word in openings("negative"):
            skipped = True
        elif cell.lemma in openings("receiving"):
            return None  # "745 were given keys"
        elif (sign := _sign_of(cell)) and not _has_object(figure, behind, at):
            if not skipped or cell.upos == "NOUN":
                return sign
            skipped = False
        elif cell.upos == "VERB" and cell.classes & {"stock", "level"}:
            return None
    return None


def _has_object(figure: Figure, behind: list[Cell], at: int) -> bool:
    """Whether a verb is told of the next figure: "820 strong, has lost 44"."""
    following = figure.line.cells[figure.at + 1 + len(behind) :][:1]
    return (
        bool(following) and following[0].figure is not None and all("approx" in one.classes for one in behind[at + 1 :])
    )


def _sign_of(cell: Cell) -> str | None:
    found = [role for role, classes in SIGNS if cell.classes & classes]
    return found[0] if len(found) == 1 and cell.upos in ("VERB", "PHRASE", "NOUN") else None


def _near(figure: Figure) -> tuple[list[Cell], list[Cell]]:
    """The cells before a figure, the nearest first, and those behind it, up to its neighbours and stops."""
    cells = figure.line.cells

    def reach(some: list[Cell]) -> list[Cell]:
        found = []
        for cell in some:
            if cell.word in STOPS or (cell.figure is not None and cell.figure.kind not in ("duration", "none")):
                break
            found.append(cell)
        return found

    return reach(cells[max(0, figure.at - AROUND) : figure.at][::-1]), reach(
        cells[figure.at + 1 : figure.at + 1 + AROUND]
    )


def _opens_year(before: list[Cell]) -> bool:
    """Whether words say that something began with a figure: "opened the year with", "went into the vote with"."""
    with_ = [at for at, cell in enumerate(before[:4]) if cell.word in openings("opening_with")]
    return bool(with_) and any("outset" in cell.classes for cell in before[with_[0] :])


@lru_cache(maxsize=256)
def _is_outset(figure: Figure) -> bool:
    """Whether words say that so many were there at first."""
    before, behind = _near(figure)
    near = before[:7] + behind[:7]
    if _opens_year(before) or any(cell.classes & {"earlier", "outset-time"} for cell in near):
        return True
    return any(cell.word in openings("pluperfect") or _is_past_stock(cell) for cell in before[:4])


def _is_past_stock(cell: Cell) -> bool:
    """Whether a verb says that so many were there: "housed", "looked after"."""
    said = cell.upos in ("VERB", "PHRASE") and bool(cell.classes & {"stock", "aboard"})
    return said and cell.word != cell.lemma and not _is_present(cell)


def _is_present(cell: Cell) -> bool:
    return cell.upos == "VERB" and cell.word != cell.lemma and cell.word.startswith(cell.lemma) and cell.word[-1] == "s"


@lru_cache(maxsize=256)
def _is_upshot(figure: Figure) -> bool:
    """Whether words say that so many are there in the end."""
    before, behind = _near(figure)
    if "rest" in figure.marks or any(cell.classes & {"upshot", "leaving"} for cell in before[:8] + behind[:6]):
        return True
    return any(
        _is_present(cell) or cell.word in openings("present")
        for cell in before[:4]
        if not cell.classes & {"gain", "loss"}
    )


def _words(figure: Figure) -> str:
    """A figure with the words before it."""
    before, _ = _near(figure)
    return " ".join([*(cell.word for cell in before[:3][::-1]), figure.text])
