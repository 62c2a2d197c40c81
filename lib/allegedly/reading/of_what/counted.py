"""The noun phrase that a figure counts, where the figure stands beside it or the clause gives it."""

import re

from allegedly.lexicon import load
from allegedly.reading.of_what.amounts import bought, with_rate
from allegedly.reading.of_what.fates import fate
from allegedly.reading.of_what.inside import base_of
from allegedly.reading.of_what.nouns import Figure, Span, through, whole
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import REACH, Standing, first_word, measuring_verbs, words_of
from allegedly.text.tokens import HYPHENS
from allegedly.text.words import is_plural, is_reckoning, is_saying, lemmas, singular

_MEASURES = re.compile(r"(?:\(Q\)|(?<=Q),Q)+N")  # "75 ft (23 m) long boat", "five-year, 2 million-mile journey"
_CONVERTED = re.compile(r"(?:\(Q\))?or?N")  # "8 miles (13 km) of tunnels", "77 percent of nationwide buyers"
_SIZED = ("share", "money", "measure")  # kinds that are of one thing, and count none
_SCORE = ": score"  # how the rows of the grammar end that read "Arda 1 – 2 Norland"
_LABEL = re.compile(r"(N(?:[oc]N|E){0,4})(?:\([^()]{0,3}\))?;$")  # "Orders of removal (1): "
_FAR = 12  # phrases before "of whom" in which those stand


def counted(sentence: Analysis, figure: Figure, clause: Standing, verb: str | None) -> Span | None:
    """The token range of the thing that a figure counts, by the first of the ways below that fits.

    `clause` is the figure's clause and `verb` the infinitive of its verb.
    """
    return (
        _inside(sentence, figure)
        or (fate(sentence, figure) if sentence.kinds.startswith("A", figure.phrase + 1) else None)
        or _behind(sentence, figure)
        or _amount(sentence, figure)
        or bought(sentence, figure, clause, verb)
        or _before(sentence, figure)
    )


def _inside(sentence: Analysis, figure: Figure) -> Span | None:
    """The noun of the figure's own phrase: "50,000 individuals"; or of its rate: "four deaths per 100"."""
    phrase = sentence.chunks[figure.phrase]
    base = base_of(sentence, figure)
    if base is not None:
        nouns = [i for i in range(figure.first, base) if sentence.letters[i] in "npa"]
        return (nouns[0], base) if nouns and figure.quantity.kind in ("count", "share") else None
    if sentence.kinds[figure.phrase] != "N" or figure.last >= phrase.last:
        return None
    first = figure.last
    if (figure.quantity.kind in _SIZED or figure.quantity.rule.endswith(_SCORE)) and sentence.tags[phrase.first] != "d":
        if set(sentence.tags[first : phrase.last]) <= {"p", "#"} and figure.quantity.unit != "ratio":
            return None  # "Dow +0.2 % Nasdaq +0.8 %", but "one in four Norlanders"
        if sentence.tokens.lower[first] in words_of("measuring") and is_plural(sentence.tokens.lower[first - 1]):
            return None  # "snow 40 centimetres deep blocked roads"
    if (
        sentence.tags[first] == "a" and sentence.tokens.words[first] in HYPHENS
    ):  # "ten-storey building": the storeys are counted
        return first + 1, first + 2
    if sentence.tokens.lower[phrase.last - 1] in words_of("direction"):
        return None
    return through(sentence, first, figure.phrase)


def _behind(sentence: Analysis, figure: Figure) -> Span | None:
    """The noun phrase behind a bare figure: "85 % of voters", "17 out of 18 of the wards", "75 ft (23 m) boat"."""
    kinds, at = sentence.kinds, figure.phrase
    if base_of(sentence, figure) is not None or figure.last < sentence.chunks[at].last:
        return None
    at = with_rate(sentence, figure)
    if kinds.startswith("rN", at + 1) and first_word(sentence, at + 1) in words_of("measuring"):
        return _measured(sentence, at + 2)  # "100 times more grain", "trillions more crowns"
    if kinds.startswith("N", at + 1) and figure.quantity.kind in ("share", "multiple"):
        is_known = sentence.tags[sentence.chunks[at + 1].first] in "ds"
        return whole(sentence, at + 1) if is_known else None  # "half the cuts", "all our friends"
    measures = _MEASURES.match(kinds, at + 1)
    if measures and first_word(sentence, measures.end() - 1) not in words_of("direction"):
        return _measured(sentence, measures.end() - 1)
    within = figure.quantity.kind == "duration" and sentence.tokens.lower[figure.first] in words_of("enduring")
    if not within and (converted := _CONVERTED.match(kinds, at + 1)):  # not "within 270 days of the vote"
        return whole(sentence, converted.end() - 1)
    if kinds.startswith('"N', at + 1) and figure.quantity.kind == "count" and _opens(sentence, at + 1):
        return _measured(sentence, at + 2)  # "three 'key witnesses' fled"
    if kinds[at + 1 : at + 2] == "A" and kinds[at + 2 : at + 3] in ("", *";,c)"):
        return _alone(sentence, at + 1, figure.quantity.kind)
    if kinds.startswith("ioN", at + 1) and first_word(sentence, at + 1) in words_of("paid"):
        return whole(sentence, at + 3)  # "$3 million worth of shares"
    if kinds.startswith("io", at + 1) and first_word(sentence, at + 1) in words_of("out"):
        at += 2 if kinds[at + 3 : at + 4] == "N" else 3
        if kinds[at + 1 : at + 2] == "N" or kinds.startswith("oN", at + 1):
            return whole(sentence, at + 1 + (kinds[at + 1] == "o"))
    if (
        figure.quantity.kind == "multiple"
        and kinds.startswith("iN", at + 1)
        and first_word(sentence, at + 1) in words_of("as")
    ):
        return _measured(sentence, at + 2)  # "three times as many bicycles"
    return None


def _opens(sentence: Analysis, number: int) -> bool:
    """Whether a quotation mark opens a quotation: a space stands before it, and none behind."""
    tokens, at = sentence.tokens, sentence.chunks[number].first
    return tokens.ends[at - 1] < tokens.starts[at] and tokens.ends[at] == tokens.starts[at + 1]


def _alone(sentence: Analysis, number: int, kind: str) -> Span | None:
    """An adjective that stands for a noun: "three men and one female", "a ten-year high"."""
    first, last, _ = sentence.chunks[number]
    word = sentence.tokens.lower[last - 1]
    if kind == "count":
        return (first, last) if word not in words_of("measuring") and "NOUN" in lemmas(word) else None
    return (first, last) if kind == "duration" and word in words_of("extreme") else None


def _measured(sentence: Analysis, number: int) -> Span:
    """A noun phrase without the adjective that takes the measure: "long commercial boat"."""
    first, last = whole(sentence, number)
    while first < last - 1 and sentence.tokens.lower[first] in words_of("measuring"):
        first += 1
    return first, last


def _amount(sentence: Analysis, figure: Figure) -> Span | None:
    """The noun phrase whose size the figure is: "a fine of $300"."""
    at = figure.phrase
    if at < 2 or sentence.kinds[at - 2 : at] != "No":
        return None
    return whole(sentence, at - 2)[0], sentence.chunks[at - 2].last


def _before(sentence: Analysis, figure: Figure) -> Span | None:
    """The noun phrase right before a figure: "incomes below $10,000", "the quake, at 6.3,", "Dismissals: 300"."""
    kinds, at = sentence.kinds, figure.phrase
    link = kinds[max(0, at - 3) : at]
    counts = figure.quantity.kind == "count"
    if link == "oN," and kinds[max(0, at - 4) : at - 3] in ("", ";", '"'):
        return whole(sentence, at - 2)  # "Of the 300 workers, 40 percent"
    if base_of(sentence, figure) is not None:
        return None  # "followed by Norland at six per 100,000"
    if link in ("cNi", ",Ni") or (link.endswith("Ni") and not counts):
        noun = at - 2
    elif link.endswith("N,i"):
        noun = at - 3
    elif kinds.startswith("i", at + 1) and link.endswith("N,") and _next_words(sentence, at + 1) & words_of("in_all"):
        noun = at - 2
    elif link.endswith("N") and _may_adjoin(link[-2:-1], figure.quantity.kind, sentence.letters[figure.first]):
        noun = at - 1
        while kinds[max(0, noun - 2) : noun] == "No":
            noun -= 2
    elif kinds[at + 1 : at + 2] not in tuple("VPE") and (label := _LABEL.search(kinds, max(0, at - REACH), at)):
        return _label(sentence, label)
    else:
        return None
    while kinds[max(0, noun - 2) : noun] == "Ni" and first_word(sentence, noun - 1) in words_of("base"):
        noun -= 2  # "the debt per person, from $30"
    if link.endswith("i") and (figure.quantity.kind == "age" or _is_given(sentence, figure)):
        return None  # "lost him at the age of 6", "provided the town with $6 million"
    if figure.quantity.kind in ("duration", "count") and sentence.tags[sentence.chunks[noun].last - 1] == "p":
        return None  # "in Kent for four years" is no span of Kent, "then Ann Lee, with 12" counts no Ann Lee
    if figure.quantity.kind == "duration" and link.endswith("i") and not _lasts(sentence, noun, at - 1):
        return None  # "bombed caves for eight days"
    first, last = whole(sentence, noun)
    return first, min(last, sentence.chunks[noun].last)


def _is_given(sentence: Analysis, figure: Figure) -> bool:
    """Whether an amount of money is what somebody is provided "with"."""
    return figure.quantity.kind == "money" and first_word(sentence, figure.phrase - 1) in words_of("with")


def _lasts(sentence: Analysis, noun: int, by: int) -> bool:
    """Whether a length of time behind preposition `by` is a noun phrase's: "a ban for two years", "a low in a year"."""
    if first_word(sentence, by) not in words_of("enduring"):
        return True
    head = singular(sentence.tokens.lower[sentence.chunks[noun].last - 1])
    return head in words_of("lasting_noun") or sentence.kinds[noun - 1 : noun] not in tuple("VEGFio")


def _may_adjoin(before: str, kind: str, first: str) -> bool:
    """Whether a noun right before a figure may be its thing: "in cities over 9,000", but not "in fact 1,310".

    `before` is the letter before the noun, `first` that of the figure's first word.
    """
    if before == "i":
        return kind in ("share", "money") or first != "#"
    return before not in tuple("VE") or kind in ("share", "measure")


def _next_words(sentence: Analysis, number: int) -> set[str]:
    """The words of the three phrases from `number` on, as a set."""
    chunks = sentence.chunks[number : number + 3]
    return set(sentence.tokens.lower[chunks[0].first : chunks[-1].last])


def _label(sentence: Analysis, match: re.Match[str]) -> Span | None:
    """The noun phrases before a colon."""
    first, last = match.span(1)
    colon = sentence.chunks[match.end() - 1].first
    if sentence.tokens.words[colon] != ":":
        return None
    return whole(sentence, first)[0], sentence.chunks[last - 1].last


def changed(sentence: Analysis, figure: Figure, clause: Standing, verb: str | None) -> Span | None:
    """The object of the verb that brings it to the figure: "cut its staff by 40", "drove its debts over 300"."""
    if clause.verb is None or clause.is_subject or figure.quantity.kind == "age":
        return None
    if is_saying(verb) and not _is_sized(sentence, figure, verb):
        return None
    number, before = clause.verb + 1, sentence.kinds[figure.phrase - 1]
    is_beyond = number == figure.phrase - 1 and sentence.tokens.lower[figure.first] in words_of("beyond")
    is_beyond = is_beyond and verb not in measuring_verbs()
    if not is_beyond and (before not in "it" or number >= figure.phrase - 1):
        return None
    if sentence.kinds[number] == "N" and sentence.kinds[clause.verb] in "VEGF" and not _is_given(sentence, figure):
        last = sentence.chunks[number].last - 1
        if sentence.kinds.startswith("iN", number + 1) and sentence.tokens.lower[last] in words_of("change"):
            number += 2  # "an increase in the rate to 1 percent"
        is_name = sentence.tags[last] == "p"
        if figure.quantity.kind == "duration" and (is_name or not _lasts(sentence, number, figure.phrase - 1)):
            return None  # "bombed caves for eight days"
        return whole(sentence, number)
    return None


def _is_sized(sentence: Analysis, figure: Figure, verb: str | None) -> bool:
    """Whether a verb gives the size of its object: "estimate the crowd at 20,000"."""
    at = load("speech")["phrases"]["at"]
    return verb is not None and is_reckoning(verb) and first_word(sentence, figure.phrase - 1) == at


def numbered(sentence: Analysis, figure: Figure) -> Span | None:
    """What a bare count is of where the words before tell: "the town with the highest number of deaths had 27"."""
    kinds, at = sentence.kinds, figure.phrase
    if figure.quantity.kind != "count":
        return None
    for i in range(at - 3, max(-1, at - REACH), -1):
        if kinds.startswith("NoN", i) and sentence.tokens.lower[sentence.chunks[i].last - 1] in words_of("number"):
            return whole(sentence, i + 2)
        if kinds[i] == ";":
            return None
    return None


def antecedent(sentence: Analysis, figure: Figure) -> int | None:
    """The noun phrase that "of whom" or "of which", beside a figure, stands for."""
    kinds, at = sentence.kinds, figure.phrase
    if kinds.startswith("ow", at + 1):
        end = at
    elif kinds[max(0, at - 2) : at] == "ow":
        end = at - 2
    else:
        return None
    return next(
        (i for i in range(end - 1, max(-1, end - _FAR), -1) if kinds[i] == "N" and kinds[i - 1 : i] not in ("o", "i")),
        None,
    )
