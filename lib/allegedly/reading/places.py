"""Where: the named place that stands by a figure."""

from allegedly.reading.carried import is_place
from allegedly.reading.clauses import first_word, words_of
from allegedly.reading.nouns import text_of
from allegedly.reading.phrases import Phrases


def place_of(sentence: Phrases, number: int | None) -> str | None:
    """The named place right behind phrase `number` ("in Davao", "in the town of Moss"), or the one of its "where"."""
    if number is None:
        return None
    if is_place(sentence, number + 1):
        return text_of(sentence, number + 2)
    if sentence.kinds.startswith("iNoN", number + 1) and first_word(sentence, number + 1) in words_of("place"):
        return text_of(sentence, number + 4) if _is_name(sentence, number + 4) else None
    if number > 1 and sentence.kinds[number - 1] == "w" and first_word(sentence, number - 1) in words_of("where"):
        noun = number - 2 - (sentence.kinds[number - 2] == ",")
        return text_of(sentence, noun) if _is_name(sentence, noun) else None
    return None


def opening(sentence: Phrases, figure) -> str | None:
    """The named place that opens a sentence and so places its first clause: "In Norland, 40 homes burned"."""
    opens = sentence.kinds.startswith("iN,") and is_place(sentence, 0)
    return text_of(sentence, 1) if opens and set(sentence.kinds[3 : min(figure.phrase, 43)]).isdisjoint(";k") else None


def _is_name(sentence, number):
    """Whether phrase `number` is a name."""
    return sentence.kinds[number] == "N" and sentence.tags[sentence.phrases[number].last - 1] == "p"
