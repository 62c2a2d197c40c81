"""Whether two figures can be of one thing, as far as the table tells."""

from .concepts import shared_words

REACH = 60  #: figures between two that are still held against each other
LARGE = 1000  #: a number this large, printed twice with one unit and rate, is hardly two numbers


def same(first, second) -> bool:
    """Whether two details do not differ, as far as both are known."""
    return first is None or second is None or first == second


def comparable(a, b) -> bool:
    """Whether two figures are of one kind, in one unit, and both levels or both changes."""
    one_measure = (kind(a), a.unit) == (kind(b), b.unit) or (is_broken(a) and is_broken(b) and None in (a.unit, b.unit))
    one_count = a.kind != "count" or is_broken(a) == is_broken(b)
    one_way = a.kind == "measure" or (a.change == "level") == (b.change == "level")
    return one_measure and one_count and one_way and same(a.per, b.per)


def kind(figure) -> str:
    """The kind of a figure; a word for so many of a group, `twin bombings`, counts them."""
    return "count" if figure.kind == "multiple" and figure.group else figure.kind


def is_broken(figure) -> bool:
    """Whether a figure has a fraction: a magnitude of 5.2 counts nothing."""
    return figure.value is not None and (figure.value % 1 != 0 or (figure.grain or 1) < 1)


def alike(a, b) -> bool:
    """Whether two comparable figures may be of one thing: they share a fate, a group, or the word for what is counted.

    Two fates that differ are two things; so are two groups, where nothing befell either.
    """
    if not comparable(a, b):
        return False
    if a.fate or b.fate:
        return bool(a.fate & b.fate)
    if a.group and b.group:
        return bool(a.group & b.group)
    return bool(shared_words(a.head, b.head)) or same_number(a, b)


def same_number(a, b) -> bool:
    """Whether two figures print one large number in one unit, at one rate."""
    return a.unit is not None and a.value is not None and a.value == b.value >= LARGE and a.per == b.per


def says_something(figure) -> bool:
    """Whether a figure's words bound it at all: "several" do not."""
    return figure.value is not None or bool(figure.low)


def size(figure) -> float:
    """How many there are at least."""
    return figure.low or 0


def both_unbounded(a, b) -> bool:
    """Whether two figures are lower bounds only, which always meet."""
    return a.high == b.high == float("inf") and a.value is not None and b.value is not None


def meets(a, b) -> bool:
    """Whether the hard intervals of two figures have a number in common."""
    if None in (a.low, a.high, b.low, b.high):
        return False
    return a.low <= b.high and b.low <= a.high


def voice(figure) -> str | None:
    """Whose word a figure is."""
    return figure.speaker or figure.holder


def is_share(figure) -> bool:
    return figure.kind == "share" and figure.unit in ("percent", "ratio") and figure.change == "level"


def is_count(figure) -> bool:
    """Whether a figure says how many there were: no rate, no change, no denial."""
    return figure.kind == "count" and figure.per is None and figure.change == "level" and figure.stance != "denied"
