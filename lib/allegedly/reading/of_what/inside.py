"""The words within a figure that tell of its thing: its verb, the measure that it names, the base of its rate."""

from allegedly.reading.of_what.nouns import Figure, Span
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import first_word, measuring_verbs, words_of
from allegedly.text.words import infinitive, open_class


def verb_inside(sentence: Analysis, figure: Figure) -> str | None:
    """The verb that stands within a figure: "not received any", "averaged 7 points", "doubled"."""
    lower, is_multiple = sentence.tokens.lower, figure.quantity.kind == "multiple"
    for i in range(figure.last - 1, figure.first - 1, -1):
        if i > figure.first and sentence.letters[i - 1] == "d":
            continue  # "an estimated 300"
        if sentence.letters[i] in "veg" or (is_multiple and open_class(lower[i]) == "e"):
            return infinitive(lower[i])
    return None


def named_measure(sentence: Analysis, figure: Figure) -> Span | None:
    """The word in a figure that names what is measured: "magnitude 6.4"."""
    words = sentence.tokens.lower[figure.first : figure.last]
    at = next((i for i, word in enumerate(words, figure.first) if word in words_of("measure")), None)
    return None if at is None else (at, at + 1)


def measured_object(sentence: Analysis, figure: Figure, verb: str | None) -> Span | None:
    """The measure that a verb has for its object: "had a magnitude of 4", "won three points"; not "fell 300 points"."""
    if figure.phrase == 0 or figure.quantity.kind != "measure":
        return None
    is_object = sentence.kinds[figure.phrase - 1] in "VEPFG" or first_word(sentence, figure.phrase - 1) in words_of(
        "by"
    )
    return named_measure(sentence, figure) if is_object and verb not in measuring_verbs() | words_of("moving") else None


def base_of(sentence: Analysis, figure: Figure) -> int | None:
    """The token in a figure that opens the base of its rate, or None."""
    words, letters = sentence.tokens.lower, sentence.letters
    for i in range(figure.first + 1, figure.last - 1):
        if words[i] in words_of("base") and words[i + 1] not in words_of("hundredth"):  # "5 per cent" is no rate
            has_number = "#" in letters[figure.first : i]  # "about a tenth" has none
            return i if has_number and letters[i - 1] not in "oi" else None  # "one of every ten pupils"
    return None
