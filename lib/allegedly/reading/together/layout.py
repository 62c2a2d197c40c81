"""A sentence laid out as cells: each figure and time expression is one, each phrase of the lexicon, each other word."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import Any

from allegedly.kinds.units import TIMES
from allegedly.lexicon import load
from allegedly.lexicon.predicates import predicates
from allegedly.model import Claim, Quantity
from allegedly.text.analysis import Analysis
from allegedly.text.kept import Kept
from allegedly.text.matching import Cell as Coded
from allegedly.text.matching import bundle
from allegedly.text.words import KEEP, lemmas

from .cells import Cell, Figure, Line
from .printed import figures_in, is_fraction, ordinal

_BORDERS = ("PUNCT", "CCONJ")  #: behind these a part of the sentence begins
_OPENS = bundle((("opens", "yes"),))
_NO_NAMES: frozenset[str] = frozenset()
_CELL: Callable[[tuple[Any, ...]], Cell] = partial(tuple.__new__, Cell)  # as Cell._make, without a call for each
Phrase = tuple[tuple[str, ...], str]  #: its words and its class


def line_of(
    analyse: Callable[[], Analysis],
    claims: list[Claim],
    block: int,
    section: str,
    quantities: Callable[[str], list[Quantity]],
) -> Line:
    """The cells of a sentence: its `claims` and time expressions are one cell each, and phrases of the lexicon too."""
    first = claims[0]
    fill = partial(_fill, analyse=analyse, claims=claims)
    line = Line(first.sentence, section, block, first.context_start, first.context, quantities, fill)
    if any(may_be_figure(claim.quantity) for claim in claims):
        fill(line)
    return line


def may_be_figure(quantity: Quantity) -> bool:
    """Whether it is a figure in its line; a fraction or an ordinal may be one though it is no claim."""
    is_fraction = quantity.text.lower() in load("roles")["fractions"]
    return quantity.kind != "none" or quantity.reason == "ordinal" or is_fraction


def _fill(line: Line, analyse: Callable[[], Analysis], claims: list[Claim]) -> None:
    read = analyse()
    tokens = read.tokens
    taken: dict[int, tuple[int, Claim]] = {}
    for claim in claims:
        first, last = tokens.span(claim.quantity.start, claim.quantity.end)
        if last > first:
            taken[first] = (last, claim)
    times = {one.first: one.last for one in read.dates}
    cells: list[Cell] = []
    line.cells = cells
    coded: list[Coded] = []
    words = zip(tokens.lower, read.upos, tokens.starts, tokens.ends, read.lemmas, strict=True)
    last = 0
    for i, (word, upos, start, end, lemma) in enumerate(words):
        if i < last:
            continue  # a word inside the cell before
        opens, count = not cells or cells[-1].upos in _BORDERS, len(coded)
        if i in taken:
            last = _add_figure(line, coded, *taken[i], read, i)
        elif i in times and _dates(range(i, times[i]), taken, read):
            last = _add_time(line, coded, read, i, times[i])
        elif _STARTS[word]:
            last = _add_word(line, coded, read, i)
        else:
            classes, own = _KNOWN[word, upos]
            cells.append(_CELL((start, end, word, upos, classes, None, False, lemma)))
            coded.append(own)
        if opens and len(coded) > count:
            coded[count] = (*coded[count], _OPENS)
    line.code = coded
    for figure in line.figures:
        if figure.per is None:
            figure.per = _per(line, figure)


def _dates(span: range, taken: dict[int, tuple[int, Claim]], read: Analysis) -> bool:
    """Whether a time expression holds no figure: neither a claim nor a fraction."""
    held = [taken[i] for i in span if i in taken]
    return not any(one[1].quantity.kind != "none" or is_fraction(one, read) for one in held)


def _per(line: Line, figure: Figure) -> str | None:
    """What a figure is said for each of, in so many words: "$250 an evening"."""
    after = line.cells[figure.at + 1 : figure.at + 4]
    names = [cell.word for cell in after]
    if figure.kind == "count" and after and after[0].upos == "NOUN":
        after, names = after[1:], names[1:]  # "600 bottles an hour"
    if (
        len(after) > 1
        and names[0] in load("roles")["rates"]["determiners"]
        and after[1].upos == "NOUN"
        and figure.kind != "share"
    ):
        return names[1]
    return None


def _add_word(line: Line, coded: list[Coded], read: Analysis, i: int) -> int:
    lower, upos, tokens = read.tokens.lower, read.upos[i], read.tokens
    word, last, names = lower[i], i + 1, _NO_NAMES
    if phrases := _phrases(word, lower[last] if last < len(lower) else ""):
        last, names = _phrase(lower, i, phrases)
        if last > i + 1:
            word, upos = " ".join(lower[i:last]), "PHRASE"
    classes, own = _known(word, upos, names)
    line.cells.append(
        _CELL((tokens.starts[i], tokens.ends[last - 1], word, upos, classes, None, False, read.lemmas[i]))
    )
    coded.append(own)
    return last


def _phrase(lower: Sequence[str], i: int, phrases: tuple[Phrase, ...]) -> tuple[int, frozenset[str]]:
    """Where the longest of the `phrases` that begin at a word ends, and the classes of all of that length."""
    last = i + 1
    names: set[str] = set()
    for words, name in phrases:
        end = i + len(words)
        if end != last and (last != i + 1 or end > len(lower)):
            continue
        for k, word in enumerate(words[1:], i + 1):
            if word != lower[k] and word not in lemmas(lower[k]).values():
                break
        else:
            last = end
            names.add(name)
    return last, frozenset(names)


def _starts(word: str) -> tuple[Phrase, ...]:
    """The phrases that begin with a word, as printed or in a dictionary form, with their classes."""
    table = predicates().phrases
    found = [row for lemma in sorted({*lemmas(word).values()} - {word}) for row in table.get(lemma, ())]
    return (*table.get(word, ()), *sorted(found, key=lambda row: -len(row[0])))


_STARTS = Kept(_starts)


@lru_cache(maxsize=KEEP)
def _phrases(word: str, following: str) -> tuple[Phrase, ...]:
    """The phrases that begin with two words, the second in any form."""
    second = {following, *lemmas(following).values()}
    return tuple(row for row in _STARTS[word] if len(row[0]) == 1 or row[0][1] in second)


@lru_cache(maxsize=KEEP)
def _known(word: str, upos: str, names: frozenset[str]) -> tuple[frozenset[str], Coded]:
    """The classes of a word or phrase, `names` among them, and its cell in code."""
    table, own, classes = predicates(), lemmas(word), {*names}
    if upos != "PHRASE":
        classes |= table.words.get(word, frozenset())
        for part in (upos,) if upos in ("VERB", "NOUN", "ADJ", "ADV") else ("VERB",) if upos == "AUX" else ():
            classes |= table.lemmas.get((own.get(part, word), part), frozenset())
    named = [("class", one) for one in sorted(classes)] + [("lemma", one) for one in sorted({*own.values(), word})]
    return frozenset(classes), (bundle((("word", word), ("upos", upos), *named)),)


_KNOWN: Kept[tuple[str, str], tuple[frozenset[str], Coded]] = Kept(lambda token: _known(*token, _NO_NAMES))


def _add_time(line: Line, coded: list[Coded], read: Analysis, first: int, last: int) -> int:
    tokens, table = read.tokens, predicates()
    word = " ".join(tokens.lower[first:last])
    classes = set().union(*(table.words.get(one, ()) for one in tokens.lower[first:last])) & {"earlier", "now"}
    for name, words in ((n, w) for i in range(first, last) for w, n in table.phrases.get(tokens.lower[i], ())):
        if name in ("earlier", "now") and word.startswith(" ".join(words)):
            classes.add(name)
    things = line.cells[-2:] if line.cells and line.cells[-1].upos == "NOUN" else line.cells[-1:]
    figure = next((one.figure for one in things if one.figure), None)  # "80 a minute", "80 pages a minute"
    unit = word.split()[-1]
    if (
        figure
        and figure.per is None
        and unit in TIMES
        and word.split()[0] in load("roles")["rates"]["determiners"]
        and last - first == 2
    ):
        figure.per = unit
    line.cells.append(Cell(tokens.starts[first], tokens.ends[last - 1], word, "TIME", frozenset(classes), None, True))
    named = [("class", one) for one in sorted(classes)]
    coded.append((bundle((("word", word), ("upos", "TIME"), ("time", "yes"), *named)),))
    return last


def _add_figure(line: Line, coded: list[Coded], last: int, claim: Claim, read: Analysis, first: int) -> int:
    """A figure as one cell, a range of two levels as two; a number that is no claim is a word with its reason."""
    q = claim.quantity
    made = figures_in(claim, line, read, last)
    if not made and q.reason == "ordinal" and q.text[:1].isdecimal():
        line.ordinals[len(line.cells)] = ordinal(claim, line)
    if not made and last == first + 1:
        count = len(coded)
        last = _add_word(line, coded, read, first)
        coded[count] = (*coded[count], bundle((("none", q.reason or "none"),)))
        return last
    if not made:
        line.cells.append(Cell(q.start, q.end, q.text.lower(), "NUM", frozenset()))
        coded.append((bundle((("word", q.text.lower()), ("upos", "NUM"), ("none", q.reason or "none"))),))
        return last
    for number, figure in enumerate(made):
        if number:
            word, upos = ("to", "ADP") if figure.marks.get("to") else ("—", "PUNCT")
            line.cells.append(Cell(figure.start, figure.start, word, upos, frozenset()))
            coded.append((bundle((("word", word), ("upos", upos))),))
        figure.at = len(line.cells)
        line.figures.append(figure)
        classes = predicates().words.get(figure.text.lower(), frozenset())
        line.cells.append(Cell(figure.start, figure.end, figure.text.lower(), "NUM", classes, figure))
        own = (
            *(("fig", name) for name in _names(figure)),
            ("upos", "NUM"),
            ("moved", figure.moved),
            ("hedge", figure.hedge),
            ("unit", figure.unit or "none"),
            ("per", figure.per or "none"),
        )
        said = (("word", figure.text.lower()), ("first", figure.text.split()[0].lower()))
        coded.append((bundle(own), bundle(said)))
    return last


def _names(figure: Figure) -> list[str]:
    names = [figure.kind]
    if figure.is_points:
        names.append("points")
    if figure.is_share:
        names.append("fraction" if figure.unit == "ratio" else "percent")
        names.append("part_of")
    if figure.kind in ("count", "money", "measure") and not figure.is_points:
        names.append("amount")
    return names
