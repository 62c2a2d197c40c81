"""What an amount of money is for."""

from allegedly.reading.of_what.nouns import Figure, Span, whole
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import Standing, first_word, measuring_verbs, words_of

_VAST = 1_000_000  # from here on a count without a number may be one of money: "millions in aid"
_FAR = 12  # phrases behind a figure in which "on roads" may say what an amount pays for


def bought(sentence: Analysis, figure: Figure, clause: Standing, verb: str | None) -> Span | None:
    """What an amount of money is for: "$100 million in aid", "is spent each month to support the troops"."""
    kinds, at = sentence.kinds, figure.phrase
    is_change = at > 0 and first_word(sentence, at - 1) in words_of("fixing")  # "cut costs by $600 for families"
    is_sum = figure.quantity.kind == "money"
    if is_change or not (is_sum or _is_vast(figure)) or (verb in measuring_verbs() and not _is_held(sentence, at)):
        return None
    first = with_rate(sentence, figure) + 1
    first += kinds.startswith("ri", first) and first_word(sentence, first) in words_of("measuring")  # "$3 more in gas"
    for i in range(first, min(at + _FAR, len(kinds) - 1) if is_sum else min(first + 1, len(kinds) - 1)):
        noun = i + 1 + kinds.startswith("GN", i + 1)  # "for acquiring sites"
        if kinds.startswith("N", noun) and (
            kinds[i] == "F" or (kinds[i] == "i" and first_word(sentence, i) in _payment(i == first, verb))
        ):
            is_place = not is_sum and sentence.tags[sentence.chunks[noun].last - 1] == "p"
            return None if is_place else _with_place(sentence, whole(sentence, noun))
        if kinds[i] in ";kwcQ" or (kinds[i] in "VPB" and not clause.is_subject):
            return None
    return None


def _is_vast(figure: Figure) -> bool:
    """Whether a count without a number is an amount of money, if anything is "in" it: "billions in aid"."""
    return figure.quantity.kind == "count" and figure.quantity.value is None and (figure.quantity.low or 0) >= _VAST


def _payment(is_next: bool, verb: str | None) -> frozenset[str]:
    """The prepositions that tell what money is of, or for; what it was got or lost for is not its thing."""
    words = words_of("paid" if is_next else "paid_far")
    return words - words_of("paid_far") if verb in words_of("gain") else words


def _is_held(sentence: Analysis, at: int) -> bool:
    """Whether what the amount is of stands right behind it, and is no place: "rose to $20 million in assets"."""
    if not sentence.kinds.startswith("iN", at + 1) or first_word(sentence, at + 1) not in words_of("paid"):
        return False
    is_price = first_word(sentence, at + 1) in words_of("paid_far")  # "cost $25 for adults"
    return not is_price and sentence.tags[sentence.chunks[at + 2].last - 1] != "p"


def _with_place(sentence: Analysis, span: Span) -> Span:
    """A thing that money pays for, with the place of it: "activities in Ukraine"."""
    number = sentence.chunk_at(span[1] - 1)
    if sentence.kinds[number + 1 : number + 3] == "iN" and first_word(sentence, number + 1) in words_of("place"):
        return span[0], sentence.chunks[number + 2].last
    return span


def with_rate(sentence: Analysis, figure: Figure) -> int:
    """The last phrase of a figure with what it is a rate of: "$50 million a year"."""
    return figure.phrase + (figure.quantity.per is not None and sentence.kinds.startswith("j", figure.phrase + 1))
