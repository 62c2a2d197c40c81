"""The same figure told twice: above the text and in it, and again further down.

Only figures that share the words they are said of are held to be one; two that differ, only where the second can be
meant for the first: its digits turned round, one of them changed, another scale.
"""

from collections.abc import Iterator

from allegedly.kinds.arithmetic import OPEN

from .asides import head, is_one_noun
from .bound import Bound
from .cells import Cell, Figure, Line
from .lines import Lines, figures_of
from .sought import digits

ABOVE = ("headline", "subhead", "caption")
OPENING = 4  #: sentences of the body in which it says what stands above it
WINDOW = 12  #: cells on either side of a figure that say what it is of
NAMED = 1_000  #: a number word this large with a capital, and nothing else, is a name
SMALL = 20  #: a count up to here is told twice by chance
MANY = 4  #: words shared by two figures that count the same by other names
MOST = 4  #: times that one figure is followed through a text
KNOWN = ("blast", "aboard", "dead", "hurt", "missing", "safe", "rise", "fall", "held", "freed", "loss", "gain")

_CONTENT = ("NOUN", "ADJ", "PROPN", "VERB")


def told(lines: Lines) -> Iterator[Bound]:
    """Figures above the text with those of the body, and figures of the body with those further down."""
    body = [line for line in lines if line.section == "body"]
    above = [line for line in lines if line.section in ABOVE] or _summary(body)
    for line in above:
        for figure in line.figures:
            if _can_be_told(figure):
                found = _headline(figure, [one for one in body if one is not line])
                if found and (_meets(found) or _differ(found)):
                    yield found
    yield from _restated([line for line in body if line not in above])


def _meets(found: Bound) -> bool:
    """Whether the words and digits of both allow one number."""
    return found.rank is not None and found.rank < OPEN


def _differ(found: Bound) -> bool:
    """Whether it is the numbers that differ, and not only their hedges."""
    return found.roles["figure"][0].value != found.roles["again"][0].value


def _summary(body: list[Line]) -> list[Line]:
    return [line for line in body[:2] if line.text[:2] in ("- ", "• ", "* ")]


def _can_be_told(figure: Figure) -> bool:
    if figure.hedge == "range":
        return False
    if figure.text.isalpha() and figure.text[:1].isupper() and figure.value >= NAMED:
        return False  # Lac du Flambeau, the Million Bridge
    if figure.kind == "multiple":
        return "group" in figure.line.cells[figure.at].classes
    if figure.kind == "count" and figure.text.isdecimal() and len(figure.text) > 3:
        return False  # the number of a bill or a post code
    return figure.kind in ("count", "money", "measure", "share", "duration", "age") and bool(figure.value)


def _headline(figure: Figure, body: list[Line]) -> Bound | None:
    """What the body says of a figure above it: the same, or what may be a slip of it."""
    figures = [one for one in figures_of(body) if _can_be_told(one) and _one_measure(figure, one)]
    if _is_item(figure):
        figures = [one for one in figures if not _is_item(one)]
    if figure.line.section == "subhead":  # what stands below it bears it out
        figures = [one for one in figures if one.start > figure.start]
    way = 1 if figure.line.section != "caption" else 2
    same = [one for one in figures if one.value == figure.value]
    for one in sorted(same, key=lambda one: -len(common(figure, one))):
        if common(figure, one) or _known(figure, one) or (digits(figure) > 1 and one.line in body[:OPENING]):
            return Bound("told", {"figure": [figure], "again": [one]}, True, _words(figure, one), way)
    if same or any(_meet(figure, one) and (common(figure, one) or _known(figure, one)) for one in figures):
        return None
    near = [one for one in figures if one.line in body[:OPENING]]
    for one in near:
        shared = common(figure, one)
        slip = is_slip(figure, one) and (
            shared or _known(figure, one) or (figure.kind == "money" and digits(figure) > 1)
        )
        same_change = len(shared) > 1 and figure.moved == one.moved != "level" and len(near) == 1
        if slip or same_change:
            return Bound("told", {"figure": [figure], "again": [one]}, True, _words(figure, one), way)
    return None


def _restated(body: list[Line]) -> Iterator[Bound]:
    """The first two figures that tell one number of one thing; a number that a definite one gets wrong."""
    figures = [one for one in figures_of(body) if _can_be_told(one) and "by" not in one.marks]
    values: dict[tuple, list[Figure]] = {}
    for one in figures:
        values.setdefault(_key(one), []).append(one)
    for own in values.values():
        told = [own[0]]
        for one in own[1:]:
            first = next(
                (other for other in reversed(told) if other.line is not one.line and _restates(other, one)), None
            )
            if first is not None and len(told) < MOST:
                found = Bound("told", {"figure": [first], "again": [one]}, True, _words(first, one))
                told.append(one)
                if _meets(found):
                    yield found
    for one in figures:
        if len(values[_key(one)]) == 1 and _is_definite(one):
            earlier = [
                other
                for other in figures
                if other.start < one.start and other.line is not one.line and is_slip(other, one)
            ]
            for other in earlier:
                found = Bound("told", {"figure": [other], "again": [one]}, True, _words(other, one))
                alike = _one_head(other, one) or (one.kind == "money" and _is_scale(other.value, one.value))
                if alike and not _meets(found):  # "less than $1m" and "the $1,000" are no slip
                    yield found
                    break


def _key(figure: Figure) -> tuple:
    """What figures that are one must share; a bare decimal may leave its unit out, a pair is two."""
    if "." in figure.text and figure.kind in ("count", "measure"):
        return ("decimal", figure.value)
    return ("count" if figure.kind == "multiple" else figure.kind, figure.unit, figure.value)


def _restates(first: Figure, second: Figure) -> bool:
    """Whether the second can only be the first again."""
    if not _one_measure(first, second) or first.per != second.per or _is_item(first) or _is_item(second):
        return False
    if (first.at < 2 and second.at < 2) or _is_further(second) or (is_entry(first.line) and is_entry(second.line)):
        return False
    shared = common(first, second)
    if _are_two(first, second, shared):
        return False
    if "." in first.text and first.kind in ("count", "measure") and shared:
        return True
    if first.kind in ("duration", "age") or (first.kind in ("count", "multiple") and first.value <= SMALL):
        return (
            first.kind not in ("duration", "age")
            and _is_definite(second)
            and (_one_head(first, second) or _known(first, second))
        )
    near = second.line.number - first.line.number < 4
    if _one_head(first, second) or (_is_definite(second) and first.kind == "money" and (shared or near)):
        return True
    if first.kind in ("money", "measure") and digits(first) > 2:
        return True
    known = _known(first, second)
    return len(shared) > 1 or (bool(shared) and digits(first) > 2) or (known and (bool(shared) or digits(first) > 1))


def _are_two(first: Figure, second: Figure, shared: set[str]) -> bool:
    """Whether words say that two figures of one value are of two things: two kinds of people, two who were paid."""
    if first.is_share and (first.text.isalpha() or second.text.isalpha()):
        return True  # "all our brave men" and "all who serve"
    one, other = head(first), head(second)
    counted = first.kind == "count" and digits(first) < 3 and one and other and not is_one_noun(one, other)
    if counted and len(shared) < MANY:
        return True
    names = [_names(figure) for figure in (first, second)]
    return digits(first) < 3 and bool(names[0] - names[1] and names[1] - names[0]) and _one_verb(first, second)


def _names(figure: Figure) -> set[str]:
    """The names in the subject of a figure's verb."""
    subject = (figure.claim and figure.claim.thing.subject) or ""
    return {word for word in subject.split() if word[:1].isupper()}


def _one_verb(first: Figure, second: Figure) -> bool:
    """Whether one thing is said of two subjects."""
    verbs = [figure.claim.thing.verb if figure.claim else None for figure in (first, second)]
    return verbs[0] is not None and verbs[0] == verbs[1]


def is_entry(line: Line) -> bool:
    """Whether a line is one of a list: it ends with no full stop."""
    return line.cells[-1].word not in (".", "!", "?", '"', "”", ":")


def _is_further(figure: Figure) -> bool:
    """Whether words say that a figure comes on top, or is what is left: "also receive $250,000", "the remaining 12"."""
    before = max(0, figure.at - 4), figure.at
    return figure.line.has("further", *before) or "rest" in figure.marks or figure.line.has("rest", *before)


def _is_item(figure: Figure) -> bool:
    """Whether a figure opens a line of a list."""
    return (figure.at < 2 and figure.line.cells[-1].word not in (".", "!", "?", '"', "”")) or figure.line.text[
        :1
    ] in "-•*·"


def _one_measure(first: Figure, second: Figure) -> bool:
    one = _key(first)[:-1] == _key(second)[:-1]
    return one and (first.per is None or second.per is None or first.per == second.per)


def _meet(first: Figure, second: Figure) -> bool:
    (low, high), (other_low, other_high) = first.span.hard, second.span.hard
    return low <= other_high and other_low <= high


def _is_definite(figure: Figure) -> bool:
    return figure.at > 0 and figure.line.cells[figure.at - 1].word in ("the", "these", "those")


def _around(figure: Figure) -> list[Cell]:
    cells = figure.line.cells
    return [*cells[max(0, figure.at - WINDOW) : figure.at], *cells[figure.at + 1 : figure.at + WINDOW]]


def _content(cells: list[Cell]) -> set[str]:
    return {cell.lemma.split("'")[0] for cell in cells if cell.upos in _CONTENT and len(cell.word) > 3
            and cell.figure is None and not cell.classes & {"level", "reach"}}  # fmt: skip


def common(first: Figure, second: Figure) -> set[str]:
    """The words around both."""
    return _content(_around(first)) & _content(_around(second))


def _known(first: Figure, second: Figure) -> bool:
    """Whether one class of predicates stands by both: killed and died."""
    classes = [{name for cell in _around(one)[-2 * WINDOW :] for name in cell.classes} for one in (first, second)]
    return any(name in classes[0] and name in classes[1] for name in KNOWN)


def _one_head(first: Figure, second: Figure) -> bool:
    one, other = head(first), head(second)
    return one is not None and one == other


def _words(first: Figure, second: Figure) -> str:
    return " … ".join(sorted(common(first, second))) or f"{first.text} … {second.text}"


def is_slip(first: Figure, second: Figure) -> bool:
    """Whether the second number may be a slip of the first: two digits turned round, one changed, another scale.

    >>> [_turned("310", "130"), _turned("58", "85"), _turned("34", "35")]
    [True, True, False]
    """
    if first.value == second.value or (digits(first) < 2 and not _is_scale(first.value, second.value)):
        return False
    one, other = (f"{figure.value:.6g}".replace(".", "").strip("0") for figure in (first, second))
    return _is_scale(first.value, second.value) or (_turned(one, other) and _order(first.value) == _order(second.value))


def _order(value: float) -> int:
    return len(str(int(abs(value))))


def _turned(one: str, other: str) -> bool:
    """Whether two digits are turned round."""
    size = max(len(one), len(other))
    one, other = one.ljust(size, "0"), other.ljust(size, "0")
    differs = [i for i in range(size) if one[i] != other[i]]
    return len(differs) == 2 and one[differs[0]] == other[differs[1]] and one[differs[1]] == other[differs[0]]


def _is_scale(first: float, second: float) -> bool:
    """Whether the numbers differ by thousands only: millions said for billions."""
    ratio = max(abs(first), abs(second)) / max(min(abs(first), abs(second)), 1e-9)
    return any(abs(ratio / power - 1) < 1e-6 for power in (1e3, 1e6))
