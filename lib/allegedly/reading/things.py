"""Of what: the thing that a figure counts, whose it is, where, and what befell it."""

from dataclasses import dataclass, replace

from allegedly.model import Quantity, Thing
from allegedly.reading.clauses import clause_of, first_word, lemma_of, subject_of, words_of
from allegedly.reading.phrases import Phrases, phrases
from allegedly.reading.tokens import Tokens
from allegedly.reading.words import infinitive, singular

_COUNTS = ("count", "share", "multiple")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A quantity where it stands: its token range and the number of its phrase."""

    quantity: Quantity
    first: int
    last: int
    phrase: int


def things(tokens: Tokens, quantities: list[Quantity]) -> list[Thing]:
    """What each of the quantities of a sentence is a figure of, in their order; what cannot be told stays None.

    >>> from allegedly.reading.tokens import tokenise
    >>> text = "Monday's fire left 12 flats damaged."
    >>> [found] = things(tokenise(text), [Quantity(19, 21, "12")])
    >>> found.thing, found.head
    ('flats', 'flat')
    """
    ranges = [tokens.span(q.start, q.end) for q in quantities]
    sentence = phrases(tokens, [r for r, q in zip(ranges, quantities, strict=True) if q.kind != "none"])
    found = []
    for quantity, (first, last) in zip(quantities, ranges, strict=True):
        if first >= last:
            found.append(Thing())
            continue
        figure = _Figure(quantity, first, last, sentence.at[first])
        found.append(_thing(sentence, figure, found[-1] if found else None))
    return found


def _thing(sentence: Phrases, figure: _Figure, before: Thing | None) -> Thing:
    """The thing of one figure; `before` is that of the figure before it in the sentence."""
    clause = clause_of(sentence, figure.phrase)
    span = _noun_of(sentence, figure) or _fate_of(sentence, figure)
    verb = lemma_of(sentence, clause.verb) if clause.verb is not None else None
    subject = clause.subject
    if span is None and before is not None and _in_list(sentence, figure):
        return replace(before, place=_place(sentence, figure.phrase))
    if span is None and clause.subject is not None:
        span = _whole(sentence, clause.subject)
    if span is None:
        return Thing(subject=_text(sentence, subject), verb=verb)
    thing = sentence.tokens.slice(*span)
    inherited = before if before and _is_part(sentence, figure) else Thing()
    return Thing(
        thing=thing,
        head=singular(sentence.tokens.words[_head(sentence, span)]),
        subject=_owner(sentence, span) or inherited.subject or _text(sentence, subject),
        place=_place(sentence, sentence.at[span[1] - 1]),
        verb=inherited.verb or verb,
    )


def _noun_of(sentence, figure):
    """The token range of the noun that follows the figure: "50,000 individuals", "85 % of voters"."""
    phrase = sentence.phrases[figure.phrase]
    kinds = sentence.kinds
    if phrase.kind == "N" and figure.last < phrase.last:
        return _extend(sentence, figure.last, figure.phrase)
    after = kinds[figure.phrase + 1 : figure.phrase + 3]
    if after == "oN" or (
        after == "iN"
        and figure.quantity.kind == "money"
        and first_word(sentence, figure.phrase + 1) in words_of("paid")
    ):
        return _whole(sentence, figure.phrase + 2)
    if figure.phrase >= 2 and kinds[figure.phrase - 2 : figure.phrase] == "No":
        return _whole(sentence, figure.phrase - 2)[0], sentence.phrases[figure.phrase - 2].last
    return None


def _fate_of(sentence, figure):
    """The word that tells what befell people who are not named: "five dead", "20 were killed"."""
    at = figure.phrase + 1
    if at < len(sentence.kinds) and sentence.kinds[at] == "B":
        at += 1
    if at < len(sentence.kinds) and sentence.kinds[at] in "AEP" and figure.quantity.kind == "count":
        last = sentence.phrases[at].last
        return last - 1, last
    return None


def _whole(sentence, number):
    """The token range of a noun phrase and what belongs to it, without its article and figure."""
    phrase = sentence.phrases[number]
    first = phrase.first
    tags = sentence.tags
    while first < phrase.last - 1 and tags[first] in "dsq#":
        first += 1
    if "q" in tags[first : phrase.last - 1]:
        first += tags[first : phrase.last].rindex("q") + 1
    return _extend(sentence, first, number)


def _extend(sentence, first, number):
    """From token `first`, phrase `number` with its "of …" and "recruited from …"."""
    kinds = sentence.kinds
    end = number
    while True:
        after = kinds[end + 1 : end + 4]
        if after[:2] == "oN":
            end += 2
        elif after in ("EiN", "EtN"):
            end += 3
        else:
            return first, sentence.phrases[end].last


def _head(sentence, span):
    """The token of the head noun: the last of the first noun phrase."""
    first, last = span
    phrase = sentence.phrases[sentence.at[first]]
    return min(phrase.last, last) - 1


def _owner(sentence, span):
    """The possessor or the name within a thing: "Wagner's activities", "Wagner fighters"."""
    tags, tokens = sentence.tags, sentence.tokens
    head = _head(sentence, span)
    for i in range(sentence.phrases[sentence.at[span[0]]].first, head + 1):
        if tags[i] == "z":
            return tokens.slice(max(span[0], i), i + 1)[:-2].rstrip("'’")
    names = [i for i in range(span[0], head) if tags[i] == "p"]
    return tokens.slice(names[0], names[-1] + 1) if names else None


def _place(sentence, number):
    """The named place right behind phrase `number`: "in Davao"."""
    kinds = sentence.kinds
    if kinds[number + 1 : number + 3] == "iN" and first_word(sentence, number + 1) in words_of("place"):
        phrase = sentence.phrases[number + 2]
        if sentence.tags[phrase.last - 1] == "p":
            return _text(sentence, number + 2)
    return None


def _in_list(sentence, figure):
    """Whether the figure goes on with a list: ", 36 in Cotabato and seven in Santos"."""
    before = sentence.kinds[max(0, figure.phrase - 2) : figure.phrase]
    return before.endswith((",", "c")) and sentence.kinds[figure.phrase + 1 : figure.phrase + 2] in (
        "i",
        ",",
        ";",
        "c",
        "",
    )


def _is_part(sentence, figure):
    """Whether the figure stands in a list of parts of the figure before: "including 10,000 …"."""
    at = figure.phrase - 1
    while at > 0 and sentence.kinds[at] in ",cNEi":
        if sentence.kinds[at] == "i" and first_word(sentence, at) in words_of("part"):
            return True
        at -= 1
    return False


def _text(sentence, number):
    """A phrase as printed, without its article."""
    if number is None or sentence.kinds[number] == "u":
        return None
    first, last = sentence.phrases[number].first, sentence.phrases[number].last
    while first < last - 1 and sentence.tags[first] in "ds":
        first += 1
    return sentence.tokens.slice(first, last)
