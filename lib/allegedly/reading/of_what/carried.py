"""What a figure takes over from the figure before it in the sentence: lists, parts, ellipses."""

import re

from allegedly.model import Quantity, Thing
from allegedly.reading.of_what.nouns import Figure
from allegedly.reading.of_what.places import is_place
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import first_word, words_of

_INSERTED = re.compile(r",N[VE](?=,)")  # "…, the ambulance service reported, and three remained"
_LISTED = re.compile(r"[VPE]?(?:[oi]?[NQ]){0,6}(?:,|c|,c|t)")
_JOINED = re.compile(r"[VPEB]?(?:[ijr]|[io]N){0,4},{0,1}c?(?:[VPEBFGir]){0,3}")  # "won 30 seats and lost 12"
_VERBS = ("V", "P", "B", "E")


Read = tuple[Figure, Thing]  # a figure that has been read


def goes_on(sentence: Analysis, before: Figure, figure: Figure) -> bool:
    """Whether a bare figure goes on with the one before: ", 36 in Cotabato", "to six", "(23 m)", "out of 18"."""
    between = sentence.kinds[before.phrase + 1 : min(figure.phrase, before.phrase + 12)]
    if before.phrase + 1 + len(between) != figure.phrase:
        return False
    after = sentence.kinds[figure.phrase + 1 : figure.phrase + 2]
    if between in ("(", "i", "io", "t", "o") or refers_back(sentence, figure):
        return True
    if after == "i" and not is_place(sentence, figure.phrase + 1):
        return False
    if after in ("A", "r"):
        return first_after(sentence, figure) in words_of("measuring") and between in (",", ",c", "j,")
    if before.quantity.kind != figure.quantity.kind and not between.endswith(",c"):
        return False  # but "210 points, or 0.6 percent"
    return after in ("i", ",", ";", "c", ")", "j", "") and _LISTED.fullmatch(_INSERTED.sub("", between)) is not None


def shares_noun(sentence: Analysis, before: Figure, figure: Figure) -> bool:
    """Whether a bare figure leaves out the noun of the one before: "won 30 seats and lost 12"."""
    between = _INSERTED.sub("", sentence.kinds[before.phrase + 1 : min(figure.phrase, before.phrase + 12)])
    after = sentence.kinds[figure.phrase + 1 : figure.phrase + 2]
    if before.quantity.kind != figure.quantity.kind or figure.quantity.kind != "count":
        return False
    if between.endswith("c") and after in _VERBS:
        return _LISTED.fullmatch(between) is not None
    return after in ("", ";", ",", "j") and "c" in between and _JOINED.fullmatch(between) is not None


def is_listed(sentence: Analysis, alike: Figure, figure: Figure) -> bool:
    """Whether only signs and figures stand between two figures of a kind: "5 km, 2 hours; 8 km, 3 hours"."""
    if sentence.kinds[figure.phrase + 1 : figure.phrase + 2] in (*_VERBS, "A"):
        return False
    between = sentence.kinds[alike.phrase + 1 : min(figure.phrase, alike.phrase + 10)]
    segment = between.rpartition(";")[2]  # after a semicolon the list goes on without its verb
    return alike.phrase + len(between) + 1 == figure.phrase and set(segment).isdisjoint("VPBEFGkwN")


def is_parallel(sentence: Analysis, alike: Figure, figure: Figure) -> bool:
    """Whether a list tells the same of others: "49% for those treated, 53% for those warned"."""
    between = sentence.kinds[alike.phrase + 1 : min(figure.phrase, alike.phrase + 12)]
    if alike.phrase + len(between) + 1 != figure.phrase or not between.startswith("i") or between[-1] not in ",c":
        return False
    after = figure.phrase + 1
    same = sentence.kinds.startswith("i", after) and first_word(sentence, after) == first_word(
        sentence, alike.phrase + 1
    )
    return same and set(between).isdisjoint("VPBFkw;")


def is_compared(sentence: Analysis, alike: Figure, figure: Figure) -> bool:
    """Whether a figure is what one of its kind is held against: "61 percent, compared with 58 percent"."""
    between = sentence.kinds[alike.phrase + 1 : min(figure.phrase, alike.phrase + 12)]
    if alike.phrase + len(between) + 1 != figure.phrase or alike.quantity.unit != figure.quantity.unit:
        return False
    before = sentence.tokens.lower[max(0, figure.first - 2) : figure.first]
    return set(between).isdisjoint("VPBFGkw;") and not words_of("comparing").isdisjoint(before)


def refers_back(sentence: Analysis, figure: Figure) -> bool:
    """Whether a figure counts some of those before: "39 percent of these", "the two", "310 of the 960"."""
    if sentence.kinds.startswith(("od", "ou", "oQ"), figure.phrase + 1):
        return True
    phrase = sentence.chunks[figure.phrase]
    return (
        sentence.kinds[figure.phrase] == "Q" and sentence.tags[phrase.first] == "d" and figure.quantity.kind == "count"
    )


def takes_over(sentence: Analysis, figure: Figure, is_near: bool) -> bool:
    """Whether a bare count is of what the last count was of; `is_near` if that stands in the same sentence.

    "Ek won eight seats, Dahl won six"; "Three men were hurt. Two remain in hospital."
    """
    kinds, at = sentence.kinds, figure.phrase
    if figure.quantity.kind != "count" or figure.last < sentence.chunks[at].last:
        return False
    before, after = kinds[max(0, at - 1) : at], kinds[at + 1 : at + 2]
    if after in _VERBS or (after == "w" and not is_near):
        return before != "i" or is_near
    if after == "i" and first_word(sentence, at + 1) not in words_of("place"):
        return False  # "seventeen from the navy"
    if after not in ("", ";", ",", "c", "j", ")", "i", '"') and first_after(sentence, figure) not in words_of(
        "measuring"
    ):
        return False
    return before in _VERBS or (is_near and before in ("i", ",", "c", "G"))


def last_count(quantities: list[Quantity], found: list[Thing]) -> Thing | None:
    """The thing of the last count among the figures of a sentence that has one."""
    pairs = zip(reversed(quantities), reversed(found), strict=True)
    return next((thing for quantity, thing in pairs if quantity.kind == "count" and thing.thing), None)


def is_part(sentence: Analysis, before: Figure, figure: Figure) -> bool:
    """Whether the figure stands in a list of parts of a figure before it: "50,000, including 10,000 …"."""
    between = range(figure.phrase - 1, before.phrase, -1)
    if any(sentence.kinds[i] in ";kwVPBF" for i in between):
        return False
    if any(sentence.kinds[i] == "i" and first_word(sentence, i) in words_of("part") for i in between):
        return True
    return {sentence.kinds[i] for i in between} <= {",", "c"} and len(between) > 0


def first_after(sentence: Analysis, figure: Figure) -> str:
    """The word right behind a figure, in lower case."""
    return sentence.tokens.lower[figure.last] if figure.last < len(sentence.tokens) else ""
