"""The words within a figure and its phrase that tell of its thing: its noun, its verb, the base of its rate."""

from allegedly.reading.of_what.nouns import Figure, Span, through
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import words_of
from allegedly.text.tokens import HYPHENS
from allegedly.text.words import infinitive, is_plural, open_class


def rest_of(sentence: Analysis, figure: Figure) -> str:
    """What stands behind a figure in its phrase: a noun, or a name, a measuring adjective, a direction, a hyphen.

    It is "bare" where nothing does.
    """
    phrase, first = sentence.chunks[figure.phrase], figure.last
    if sentence.kinds[figure.phrase] != "N" or first >= phrase.last:
        return "bare"
    if sentence.tags[first] == "a" and sentence.tokens.words[first] in HYPHENS:
        return "hyphen"
    if sentence.tokens.lower[phrase.last - 1] in words_of("direction"):
        return "direction"
    if {*sentence.tags[first : phrase.last]} <= {"p", "#"}:
        return "name"
    word, before = sentence.tokens.lower[first], sentence.tokens.lower[first - 1]
    if word in words_of("measuring") and word not in words_of("comparative") and is_plural(before):
        return "measured"  # "snow 40 centimetres deep blocked roads"
    return "noun"


def own_noun(sentence: Analysis, figure: Figure) -> Span:
    """The noun of the figure's own phrase: "50,000 individuals"; "ten-storey building" counts the storeys."""
    if rest_of(sentence, figure) == "hyphen":
        noun, last = figure.last + 1, sentence.chunks[figure.phrase].last
        if sentence.tokens.lower[noun] in words_of("measuring") and noun + 1 < last:
            return through(sentence, noun + 1, figure.phrase)  # "a 9-foot-tall statue"
        return noun, noun + 1
    return through(sentence, figure.last, figure.phrase)


def noun_inside(sentence: Analysis, figure: Figure) -> Span | None:
    """The noun before the base of a rate: "four early births per 1,000"."""
    base = base_of(sentence, figure)
    nouns = [i for i in range(figure.first, base or figure.first) if sentence.letters[i] in "npa"]
    return (nouns[0], base) if nouns and base else None


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


def base_of(sentence: Analysis, figure: Figure) -> int | None:
    """The token in a figure that opens the base of its rate, or None."""
    words, letters = sentence.tokens.lower, sentence.letters
    for i in range(figure.first + 1, figure.last - 1):
        if words[i] in words_of("base") and words[i + 1] not in words_of("hundredth"):  # "5 per cent" is no rate
            has_number = "#" in letters[figure.first : i]  # "about a tenth" has none
            return i if has_number and letters[i - 1] not in "oi" else None  # "one of every ten pupils"
    return None
