"""Of what: the thing that a figure counts, whose it is, where, and what befell it."""

import re
from dataclasses import dataclass, replace

from allegedly.lexicon import load
from allegedly.model import Quantity, Thing
from allegedly.reading.clauses import Clause, clause_of, first_word, lemma_of, related, subject_of, words_of
from allegedly.reading.counted import antecedent, befell, changed, counted, fate
from allegedly.reading.nouns import head_of, head_token, text_of, whole
from allegedly.reading.phrases import Phrases, parse
from allegedly.reading.tokens import Tokens
from allegedly.reading.words import infinitive


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity where it stands: its token range and the number of its phrase."""

    quantity: Quantity
    first: int
    last: int
    phrase: int


Read = tuple[Figure, Thing]  # a figure that has been read


def things(tokens: Tokens, quantities: list[Quantity], sentence: Phrases | None = None) -> list[Thing]:
    """What each of the quantities of a sentence is a figure of, in their order; what cannot be told stays None.

    >>> from allegedly.reading.tokens import tokenise
    >>> [found] = things(tokenise("Monday's fire left 12 flats damaged."), [Quantity(19, 21, "12")])
    >>> found.thing, found.head
    ('flats', 'flat')
    """
    sentence = sentence or parse(tokens, quantities)
    found, before, alike = [], None, {}
    for quantity in quantities:
        first, last = tokens.span(quantity.start, quantity.end)
        if first >= last:
            found.append(Thing())
            continue
        figure = Figure(quantity, first, last, sentence.at[first])
        if quantity.kind == "none" and last >= sentence.phrases[figure.phrase].last:
            found.append(Thing())
            continue  # a date or a name; "the first shipment" has a thing
        found.append(_thing(sentence, figure, before, alike.get(quantity.kind)))
        before = alike[quantity.kind] = (figure, found[-1])
    return found


def _thing(sentence: Phrases, figure: Figure, before: Read | None, alike: Read | None) -> Thing:
    """The thing of one figure; `before` is the figure before it in the sentence, `alike` the last one of its kind."""
    if never := re.compile("r*([VPBE])").match(sentence.kinds, figure.phrase):
        return _never(sentence, never.start(1))
    clause = clause_of(sentence, figure.phrase)
    verb = None if clause.verb is None else lemma_of(sentence, clause.verb)
    subject = text_of(sentence, clause.subject, together=True)
    place = _place(sentence, figure.phrase)
    doubled = None
    denied = [i for i in range(figure.first, figure.last) if sentence.raw[i] in "veg"]
    if denied:  # "not received any", "averaged 7 points": the verb stands within the figure
        verb = infinitive(sentence.tokens.lower[denied[-1]])
        clause = Clause(figure.phrase, False, clause.subject or subject_of(sentence, figure.phrase))
        if figure.quantity.kind == "multiple" and sentence.kinds.startswith("N", figure.phrase + 1):
            doubled = whole(sentence, figure.phrase + 1)  # "doubled the lead"
    group = antecedent(sentence, figure)
    span = doubled or counted(sentence, figure, clause, verb)
    if span is None and before and _goes_on(sentence, before[0], figure):
        own = {"verb": _telling(verb), "subject": subject} if _refers_back(sentence, figure) else {}
        return replace(before[1], place=place or before[1].place, **own)
    if span is None and alike and _is_listed(sentence, alike[0], figure):
        return replace(alike[1], place=place)
    span = span or changed(sentence, figure, clause, verb)
    fell = fate(sentence, figure) if group is None else None
    span = span or fell
    if span and span == fell:
        verb = befell(sentence, span)
    if span is None and group is not None:
        span = _predicate(sentence, clause) or whole(sentence, group)
    if span is None and _is_level(sentence, figure, clause, verb):
        span = whole(sentence, clause.subject)
    if span is None:
        subject = subject or text_of(sentence, sentence.topic)
        return Thing(subject=subject, place=place, verb=_telling(verb))
    inherited = before[1] if before and _is_part(sentence, before[0], figure) else Thing()
    return Thing(
        thing=sentence.tokens.slice(*span),
        head=head_of(sentence, span),
        subject=(subject if denied else _owner(sentence, span))
        or inherited.subject
        or text_of(sentence, group)
        or subject
        or text_of(sentence, related(sentence, figure.phrase, clause)),
        place=_place(sentence, sentence.at[span[1] - 1]) or place or _place(sentence, clause.verb),
        verb=inherited.verb or _telling(verb),
    )


def _never(sentence, number):
    """The thing of "never": what the verb, phrase `number`, has for its object, or where it is passive, its subject."""
    kinds = sentence.kinds
    subject = subject_of(sentence, number)
    behind = re.compile('"?N').match(kinds, number + 1)
    thing = behind.end() - 1 if behind else subject if kinds[number] == "P" else None
    verb = _telling(lemma_of(sentence, number))
    if thing is None or kinds[thing] == "u":
        return Thing(subject=text_of(sentence, subject), verb=verb)
    span = whole(sentence, thing)
    who = None if thing == subject else text_of(sentence, subject)
    return Thing(sentence.tokens.slice(*span), head_of(sentence, span), who or _owner(sentence, span), verb=verb)


def _telling(verb):
    """A verb that tells what befell the thing: to be tells nothing."""
    return None if verb in words_of("empty") else verb


def _predicate(sentence, clause):
    """What a group is said to be: "of whom 40,000 are convicts"."""
    if clause.verb is not None and sentence.kinds.startswith("BN", clause.verb):
        return whole(sentence, clause.verb + 1)
    return None


def _is_level(sentence, figure, clause: Clause, verb):
    """Whether the figure is the level of its verb's subject: "the toll rose to 27", "rents, at $900, are"."""
    if clause.subject is None or sentence.kinds[clause.subject] == "u":
        return False
    is_name = sentence.tags[sentence.phrases[clause.subject].last - 1] == "p"
    if is_name and figure.quantity.kind == "count":
        return False  # names are not counted
    if verb in words_of("level") or figure.quantity.kind == "measure":
        return True
    if figure.quantity.kind == "duration":
        return False
    return sentence.kinds[figure.phrase - 1] in "it" and sentence.kinds[clause.verb] in "VPEG"


def _goes_on(sentence, before: Figure, figure: Figure):
    """Whether a bare figure goes on with the one before: ", 36 in Cotabato", "to six", "(23 m)", "out of 18"."""
    between = sentence.kinds[before.phrase + 1 : figure.phrase]
    if between in ("(", "i", "io", "t") or _refers_back(sentence, figure):
        return True
    if len(between) > 8 or sentence.kinds[figure.phrase + 1 : figure.phrase + 2] not in (
        "i",
        ",",
        ";",
        "c",
        ")",
        "j",
        "",
    ):
        return False
    if sentence.kinds[figure.phrase + 1 : figure.phrase + 2] == "i" and _place(sentence, figure.phrase) is None:
        return False
    return re.fullmatch("[VPE]?(?:[oi]?N)*(?:,|c|,c|t|)", between) is not None


def _is_listed(sentence, alike: Figure, figure: Figure):
    """Whether only signs and figures stand between two figures of a kind: "5 km, 2 hours; 8 km, 3 hours"."""
    if sentence.kinds[figure.phrase + 1 : figure.phrase + 2] in tuple("VPBEA"):
        return False
    between = sentence.kinds[alike.phrase + 1 : min(figure.phrase, alike.phrase + 10)]
    return alike.phrase + len(between) + 1 == figure.phrase and set(between).isdisjoint("VPBEFGkwN")


def _refers_back(sentence, figure):
    """Whether a figure counts some of those before: "39 percent of these"."""
    return sentence.kinds.startswith(("od", "ou"), figure.phrase + 1)


def _is_part(sentence, before: Figure, figure: Figure):
    """Whether the figure stands in a list of parts of a figure before it: "50,000, including 10,000 …"."""
    between = range(figure.phrase - 1, before.phrase, -1)
    if any(sentence.kinds[i] in ";kwVPBF" for i in between):
        return False
    if any(sentence.kinds[i] == "i" and first_word(sentence, i) in words_of("part") for i in between):
        return True
    return {sentence.kinds[i] for i in between} <= {",", "c"} and len(between) > 0


def _owner(sentence, span):
    """The possessor or the name within a thing: "Wagner's activities", "Wagner fighters"."""
    tags, words = sentence.tags, sentence.tokens.words
    head = head_token(sentence, span)
    for i in range(sentence.phrases[sentence.at[span[0]]].first, head + 1):
        if tags[i] == "z":
            first = i
            while first and tags[first - 1] == "p":
                first -= 1
            return sentence.tokens.slice(first, i + 1)[: -1 if words[i][-1] in "'’" else -2]
    names = [i for i in range(span[0], head) if tags[i] == "p" and tags[head] != "p"]
    if (
        not names
        or names[0] != span[0]
        or words[names[-1]].lower().endswith(tuple(load("words")["peoples"]["endings"]))
    ):
        return None
    return sentence.tokens.slice(names[0], names[-1] + 1)


def _place(sentence, number):
    """The named place right behind phrase `number`: "in Davao"."""
    if number is None:
        return None
    if sentence.kinds[number + 1 : number + 3] == "iN" and first_word(sentence, number + 1) in words_of("place"):
        phrase = sentence.phrases[number + 2]
        if sentence.tags[phrase.last - 1] == "p" and "q" not in sentence.tags[phrase.first : phrase.last]:
            return text_of(sentence, number + 2)
    return None
