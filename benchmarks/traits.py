"""The traits of a noun phrase as the thing of a figure, and of a figure without one: what benchmarks.ranking weighs."""

from collections.abc import Iterator

from allegedly.reading.of_what.nouns import Figure
from allegedly.text.analysis import Analysis
from allegedly.text.clauses import Standing, first_word, lemma_of
from allegedly.text.words import is_plural, singular

REACH = 15  # phrases to each side in which a noun is looked for
PATH = 4  # phrases between that are told apart one by one
VERBS = "VPBEGF"


def candidates(sentence: Analysis, figure: Figure) -> list[int]:
    """The numbers of the noun phrases around a figure."""
    near = range(
        max(0, figure.phrase - REACH),
        min(len(sentence.kinds), figure.phrase + REACH + 1),
    )
    return [number for number in near if sentence.kinds[number] == "N" and number != figure.phrase]


def of_none(sentence: Analysis, figure: Figure, clause: Standing, chosen: int | None = None) -> Iterator[str]:
    """The traits of a figure that no noun of its sentence may be the thing of."""
    kind = figure.quantity.kind
    yield "none"
    silent = "silent" if chosen is None else "ruled"
    yield f"none {silent}"
    yield f"none {kind} {silent}"
    yield f"none {kind}"
    for trait in _around(sentence, figure):
        yield f"none {trait}"
        yield f"none {kind} {trait}"
    if clause.verb is not None:
        yield f"none {kind} verb {lemma_of(sentence, clause.verb)}"
    yield f"none {kind} {_clause(sentence, figure, clause)}"
    for word in sentence.tokens.lower[figure.last : figure.last + 2]:
        yield f"none {kind} behind {word}"


def _clause(sentence: Analysis, figure: Figure, clause: Standing) -> str:
    if clause.verb is None:
        return "no verb"
    if clause.is_subject:
        return "is subject"
    return "object" if clause.verb == figure.phrase - 1 else "in clause"


def of_noun(
    sentence: Analysis,
    figure: Figure,
    clause: Standing,
    number: int,
    chosen: int | None = None,
) -> Iterator[str]:
    """The traits of a noun phrase as the thing of a figure."""
    kind, at, kinds = figure.quantity.kind, figure.phrase, sentence.kinds
    side = "before" if number < at else "behind"
    between = kinds[min(number, at) + 1 : max(number, at)]
    gap = f"{side} {min(3, between.count('N'))}"
    role = _role(sentence, clause, number)
    path = f"{side} {between}" if len(between) <= PATH else f"{side} far"
    crossed = "".join(sorted(set(between) & set(";kwVPBEGF(")))
    if number == chosen:
        yield "by rule"
        yield f"{kind} by rule"
        yield f"by rule {role} {side}"
        yield f"by rule path {path}"
    yield gap
    yield f"{kind} {gap}"
    yield f"{kind} {role}"
    yield f"{kind} {role} {side} {_clause(sentence, figure, clause)}"
    yield f"path {path}"
    yield f"{kind} path {path}"
    yield f"{side} across {crossed}"
    yield f"{kind} {side} across {crossed}"
    if number and kinds[number - 1] in "iot":
        word = first_word(sentence, number - 1)
        yield f"{side} {word}"
        yield f"{kind} {side} {word}"
        yield f"{kind} {side} {word} {len(between) < 2}"
    elif number:
        yield f"{side} next to {kinds[number - 1]}"
        yield f"{kind} {side} next to {kinds[number - 1]}"
    for trait in _around(sentence, figure):
        yield f"{role} {side} {trait}"
        yield f"{kind} {role} {trait}"
        yield f"{gap} {trait}"
    if clause.verb is not None and clause.subject == number:
        yield f"subject of {lemma_of(sentence, clause.verb)}"
    phrase = sentence.chunks[number]
    word = sentence.tokens.lower[phrase.last - 1]
    form = "name" if sentence.tags[phrase.last - 1] == "p" else "many" if is_plural(word) else "one"
    yield form
    yield f"{kind} {form}"
    yield f"{kind} {form} {role}"
    yield f"noun {singular(word)}"
    yield f"{kind} noun {singular(word)}"
    for name in sorted(sentence.classes[phrase.last - 1]):
        yield f"{kind} class {name}"
    if "q" in sentence.tags[phrase.first : phrase.last]:
        yield f"{kind} counted itself"


def _role(sentence: Analysis, clause: Standing, number: int) -> str:
    """What a noun phrase is in the clause of the figure, or elsewhere."""
    kinds = sentence.kinds
    if clause.subject == number:
        return "subject"
    if clause.verb is not None and number == clause.verb + 1:
        return "object"
    if number and kinds[number - 1] == "o":
        return "of subject" if clause.subject == number - 2 else "of"
    if number and kinds[number - 1] in "it":
        return "behind a preposition"
    if number and kinds[number - 1] in VERBS:
        return "another object"
    return "opening" if number == 0 else "other"


def _around(sentence: Analysis, figure: Figure) -> Iterator[str]:
    """What stands right before and behind a figure."""
    kinds, at = sentence.kinds, figure.phrase
    before, after = kinds[at - 1 : at] or ";", kinds[at + 1 : at + 2] or ";"
    yield f"figure behind {first_word(sentence, at - 1) if before in 'iot' else before}"
    yield f"figure before {first_word(sentence, at + 1) if after in 'iot' else after}"
