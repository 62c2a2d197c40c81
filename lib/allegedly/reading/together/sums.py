"""Sums: a total and its parts, what became of a group, what is left of it."""

from collections.abc import Iterator
from itertools import pairwise

from allegedly.lexicon import load

from .asides import DASHES, head, is_amount, is_spaced, same_measure, segment
from .bound import Bound
from .cells import Cell, Figure, Line
from .lines import Lines
from .openings import openings

LEAST = 3  #: a total of so few is made by chance
LONGEST = 16  #: cells between two figures of one list
OUTCOMES = ("dead", "safe", "missing", "hurt", "unhurt", "freed", "fled", "held", "for", "opposed", "undecided")
RESIDUAL = ("missing", "unhurt", "held", "undecided")  #: outcomes of those of whom nothing else is told
_STOPS = ("from", "to", "than", "versus", "or", "among", "including")


def sums(lines: Lines) -> Iterator[Bound]:
    """Each list of figures with the total that stands before it, behind it, or in the sentence before."""
    for line in lines:
        for run in runs(line):
            if any("from" in one.marks for one in run[:1]):
                continue
            found = _best(_with_total(lines, line, run))
            if found:
                yield found
        yield from rests(lines, line)


def _best(proposals: Iterator[Bound]) -> Bound | None:
    """The first that fits; else the first that words show; else what is at least no more than the whole."""
    refuted = weak = None
    for found in proposals:
        if found.fits and not found.is_weak:
            return found
        if found.fits:
            weak = weak or found
        elif found.shown and found.stands and refuted is None:
            refuted = found
    return refuted or weak


def runs(line: Line) -> list[list[Figure]]:
    """The lists of a sentence: figures of one measure one behind the other, joined by commas and "and"."""
    found: list[list[Figure]] = []
    figures = [
        one
        for one in line.figures
        if is_amount(one) and one.per is None and not (one.text.lower() == "one" and one.is_elided)
    ]
    run: list[Figure] = []
    for figure in figures:
        opens = "part" in figure.marks and "whole" not in figure.marks
        alike = run and (run[0].measure == figure.measure or (run[0].kind != "count" and same_measure(run[0], figure)))
        closed = run and "whole" in run[-1].marks and "part" not in run[-1].marks
        other = run and group_behind(figure) not in (None, group_behind(run[0]))
        if alike and not opens and not closed and not other and is_joined(line.between(run[-1], figure)):
            run.append(figure)
        else:
            found.append(run)
            run = [figure]
    found.append(run)
    return [run for run in found if len(run) > 1]


def group_behind(figure: Figure) -> str | None:
    """The group, told of before, that a figure is some of ("two of the injured"), or `others` ("four others")."""
    cells = figure.line.cells[figure.at + 1 : figure.at + 4]
    if cells and cells[0].word in openings("others"):
        return cells[0].word
    if len(cells) > 2 and cells[0].word == "of" and cells[1].word in openings("those") and cells[2].figure is None:
        return cells[2].word
    return None


def is_joined(between: list[Cell]) -> bool:
    """Whether the words between two figures join them in a list."""
    words = [cell.word for cell in between]
    if words[:1] == ["of them"] and ";" in words:
        return False  # "58 were out, 11 of them dead; two walked"
    if len(words) > LONGEST or not {",", ";", "and", "&", "while", "with"} & set(words):
        return False
    if words.count("(") != words.count(")") or any("made" in cell.classes for cell in between[1:]):
        return False
    return not any(cell.figure is not None and cell.figure.value for cell in between) and words[-1:] != ["or"]


def _with_total(lines: Lines, line: Line, run: list[Figure]) -> Iterator[Bound]:
    yield from _before(line, run)
    yield from _behind(lines, line, run)
    yield from _fates(lines, line, run)
    yield from _bare(lines, line, run)
    if len(run) > 2:
        yield from _first_is_total(line, run)


def _frame(whole: Figure, parts: list[Figure], shown: bool, words: str, way: int = 0, kind: str = "sum") -> Bound:
    shown = shown and whole.value > LEAST and is_closed(whole, parts)
    if way and (exclusive(parts) or is_complete(parts)):
        kind = "fates"  # none is in two of them
    return Bound(kind, {"total": [whole], "part": parts}, shown, words, way)


def is_closed(whole: Figure, parts: list[Figure]) -> bool:
    """Whether nothing says that there is more, that some are counted twice, or that the total holds other things."""
    line, last = parts[-1].line, parts[-1]
    behind = line.cells[last.at + 1 : last.at + 10]
    more = any("rest" in cell.classes and cell.figure is None for cell in behind) and "rest" not in last.marks
    after = whole.line.cells[whole.at + 1 : whole.at + 4]
    holds = whole.start > last.start and any(
        cell.classes & {"made", "adjusted"} or cell.word == "with" for cell in after
    )
    return not (more or holds or line.has("overlap", parts[0].at))


def _before(line: Line, run: list[Figure]) -> Iterator[Bound]:
    """The figure before a list in its sentence, and the words that open the list."""
    wholes = [one for one in line.figures if is_amount(one) and one.at < run[0].at and same_measure(one, run[0])]
    for whole in reversed(wholes[-2:]):
        between = line.between(whole, run[0])
        if any(cell.word == "." for cell in between) or are_entries(run):
            continue
        listed = any("made" in cell.classes and "of-whom" not in cell.classes for cell in between[-4:])
        if listed and any(
            cell.upos in ("VERB", "AUX", "SCONJ") for a, b in pairwise(run) for cell in line.between(a, b)
        ):
            continue  # "including 3 children, were killed and 20 people were injured"
        opener = _opener(line, between) or ("some" if "part" in run[0].marks else None)
        if opener is None and "whole" in whole.marks and cell_before_is(whole, "of"):
            closed = len(run) > 2 and fate_of(run[-1]) in RESIDUAL
            yield _frame(whole, run, closed or is_complete(run), whole.marks["whole"])
            if is_disjoint(run) and not is_complete(run):
                yield _frame(whole, run, True, whole.marks["whole"], 1)
        elif opener:
            words = " ".join(cell.word for cell in between)
            yield _frame(whole, run, opener == "all" and not _are_told_else(whole, run), words)
            if opener == "some" and is_complete(run) and not line.has("people", whole.at, whole.at + 3):
                yield _frame(whole, run, True, words)
            elif opener == "some":
                yield _frame(whole, run, is_disjoint(run), words, 1)


def are_entries(run: list[Figure]) -> bool:
    """Whether each stands behind a dash or colon of its own: "third place - $2,500; fourth place - $500"."""
    return all(one.line.cells[one.at - 1].word in (*DASHES, ":") for one in run if one.at)


def _are_told_else(whole: Figure, run: list[Figure]) -> bool:
    """Whether clauses of their own tell of other things: "down from 2,120: 640 families moved and 425 people came"."""
    things = [head(one) for one in run if not one.is_elided]
    verbs = any(
        cell.upos in ("VERB", "AUX") for first, second in pairwise(run) for cell in run[0].line.between(first, second)
    )
    return whole.kind == "count" and verbs and bool(things) and head(whole) not in things


def cell_before_is(figure: Figure, word: str) -> bool:
    return any(cell.word == word for cell in figure.line.cells[max(0, figure.at - 4) : figure.at])


def _opener(line: Line, between: list[Cell]) -> str | None:
    """ "all" where the words say that the list is the whole, "some" where it may be, None where nothing opens it."""
    if any(cell.word == ":" or (cell.word in DASHES and is_spaced(line, cell)) for cell in between[-4:]):
        return "all"
    near = between[between[:1] != [] and between[0].word.startswith("of ") :][-4:]
    if any("whole-made" in cell.classes for cell in near):
        return "all"
    if any("made" in cell.classes for cell in near):
        return "some"
    return None


def is_disjoint(run: list[Figure]) -> bool:
    """Whether nothing is in two parts of a list: each is said of with one preposition, or is a group of its own."""
    heads = [segment(figure)[:3] for figure in run]
    prepositions = [
        next((cell.word for cell in head if cell.upos == "ADP" and cell.word != "of"), None) for head in heads
    ]
    if None not in prepositions[1:] and len(set(prepositions[1:])) == 1 and run[0].kind in ("money", "count"):
        return not any(cell.upos in ("VERB", "AUX") for head in heads[1:] for cell in head)
    return exclusive(run) or is_complete(run)


def is_complete(run: list[Figure]) -> bool:
    """Whether two parts are all of a group: men and women, passed and failed."""
    if len(run) != 2:
        return False
    first, second = ({name for cell in segment(figure)[:4] for name in cell.classes} for figure in run)
    pairs = [(row["first"], row["second"]) for row in load("roles")["complement"]]
    return any((a in first and b in second) or (b in first and a in second) for a, b in pairs)


def exclusive(run: list[Figure]) -> bool:
    """Whether each part has an outcome of its own."""
    fates = [fate_of(figure) for figure in run]
    return None not in fates and len(set(fates)) == len(fates)


def fate_of(figure: Figure) -> str | None:
    """The outcome said of a figure of a list: by the words behind it, else by those before it."""
    after = segment(figure)
    for cells in (after, _lead(figure)):
        for cell in cells:
            for name in OUTCOMES:
                if name in cell.classes:
                    return name
    return None


def _lead(figure: Figure) -> list[Cell]:
    found = []
    for cell in reversed(figure.line.cells[max(0, figure.at - 5) : figure.at]):
        if cell.figure is not None or cell.upos in ("PUNCT", "CCONJ"):
            break
        found.append(cell)
    return found


def _behind(lines: Lines, line: Line, run: list[Figure]) -> Iterator[Bound]:
    """The total behind a list, in its sentence or the next: "In all, 455 people", ": $8.6m altogether"."""
    own = [one for one in line.figures if one.at > run[-1].at]
    later = [one for after in lines.after(line) for one in after.figures]
    for whole in [*own, *later]:
        if whole.line.has("revised") or whole.line.has("earlier", max(0, whole.at - 4), whole.at):
            continue  # "an earlier toll of 27"
        if "total" in whole.marks and is_amount(whole) and _like(whole, run):
            yield _frame(whole, run, _is_complete(line, run, whole), whole.marks["total"])
    if len(run) > 2 and "total" in run[-1].marks:
        yield _frame(run[-1], run[:-1], _is_complete(line, run[:-1], run[-1]), run[-1].marks["total"])


def _is_complete(line: Line, run: list[Figure], whole: Figure) -> bool:
    """Whether no other figure that a total could hold stands before it in the sentence of the list."""
    others = [one for one in line.figures if one not in run and one is not whole and is_amount(one)]
    if whole.line is line:
        others = [one for one in others if one.at < whole.at]
    else:
        others = [one for one in others if one.at < run[-1].at]
    return not any(same_measure(one, whole) for one in others)


def _like(whole: Figure, run: list[Figure]) -> bool:
    """Whether a total can be that of a list: one measure, and no share of it."""
    return whole.measure == run[0].measure and whole.per is None


def _first_is_total(line: Line, run: list[Figure]) -> Iterator[Bound]:
    """The first of a list is its total: "71 swimmers, 38 women and 33 men, have"."""
    whole, parts = run[0], run[1:]
    if line.has("made", max(0, whole.at - 3), whole.at) or _is_item(line, run):
        return
    them = any("part" in one.marks and "whole" not in one.marks for one in parts)
    last = segment(parts[-1])
    at = parts[-1].at + 1 + next((i for i, cell in enumerate(last) if cell.word == ","), len(last))
    after = line.cells[at + 1 : at + 2]
    apposed = bool(after) and at < len(line.cells) and line.cells[at].word == "," and after[0].upos in ("VERB", "AUX")
    apposed = apposed and not any(cell.upos in ("VERB", "AUX") for cell in line.between(whole, parts[0]))
    yield _frame(whole, parts, apposed and not them, line.words(whole.at, parts[-1].at + 1))
    if them and is_disjoint(parts):
        yield _frame(whole, parts, True, line.words(whole.at, parts[-1].at + 1), 1)


def _is_item(line: Line, run: list[Figure]) -> bool:
    """Whether the first of a list is an item like the others: "200 for schools, 150 for roads and 50 for parks"."""
    joined = any(cell.upos == "CCONJ" for cell in line.between(run[0], run[1]))
    prepositions = [next((cell.word for cell in segment(one)[:3] if cell.upos == "ADP"), None) for one in run]
    return joined or (prepositions[0] is not None and len({*prepositions}) == 1)


def _fates(lines: Lines, line: Line, run: list[Figure]) -> Iterator[Bound]:
    """What became of all of a group that the same sentence or the one before names."""
    if not exclusive(run):
        return
    wholes = [one for one in line.figures if one.at < run[0].at]
    for before in lines.before(line, 2):
        wholes += before.figures
    closed = len(run) > 2 or bool({fate_of(one) for one in run} & set(RESIDUAL))
    for whole in wholes:
        if is_amount(whole) and whole.measure == run[0].measure and whole.value > max(one.value for one in run):
            near = whole.line.cells[max(0, whole.at - 6) : whole.at + 8]
            if (
                whole.line is not line
                and fate_of(whole) is not None
                and "aboard" not in {name for cell in near for name in cell.classes}
            ):
                continue
            group = any({"aboard"} & cell.classes for cell in near) or "whole" in whole.marks or whole.line is line
            closed = closed and not is_of_others(whole, run)
            yield _frame(whole, run, closed and (group or len(run) > 2), _words(run), 0, "fates")
            return


def _bare(lines: Lines, line: Line, run: list[Figure]) -> Iterator[Bound]:
    """Three or more bare numbers that make what the sentence before says there is: "96 seats. Labour has 41, …"."""
    if len(run) > 2 and all(one.is_elided for one in run[1:]):
        for before in lines.before(line):
            for whole in before.figures:
                if (
                    is_amount(whole)
                    and whole.measure == run[0].measure
                    and whole.hedge == "exact"
                    and whole.value > LEAST
                ):
                    yield _frame(whole, run, False, "")


def _words(run: list[Figure]) -> str:
    return " … ".join(filter(None, (fate_of(one) for one in run)))


def rests(lines: Lines, line: Line) -> Iterator[Bound]:
    """What is left of a whole once its parts are gone: "leaving 910", "the remaining 27"."""
    for rest in line.figures:
        if "rest" not in rest.marks or not is_amount(rest):
            continue
        found = _best(_with_rest(lines, line, rest))
        if found:
            yield found


def is_of_others(whole: Figure, parts: list[Figure]) -> bool:
    """Whether a whole has a part that is not among these: "34 of the 120 seats. The list is left with 41"."""
    words, figures = whole.marks.get("whole"), whole.line.figures
    own = [one for one in figures if words and one.marks.get("part") == words]
    own += [one for one in figures if one.at > whole.at and "part" in one.marks and same_measure(one, whole)]
    return bool(own) and not any(one in parts for one in own)


def _with_rest(lines: Lines, line: Line, rest: Figure) -> Iterator[Bound]:
    own = [one for one in line.figures if one.at < rest.at and is_amount(one) and same_measure(one, rest)]
    of_another = "part" in rest.marks  # "the remaining 29 of the 44"
    before = lines.before(line, 2)
    for reach in range(len(before) + 1):
        earlier = [
            one
            for near in reversed(before[:reach])
            for one in near.figures
            if is_amount(one) and same_measure(one, rest)
        ]
        group = [*earlier, *own]
        wholes = [one for one in group if one.value > rest.value]
        if len(group) < 2 or not wholes:
            continue
        whole = next((one for one in wholes if "whole" in one.marks), None) or max(wholes, key=lambda one: one.value)
        parts = [one for one in group if one is not whole and one.value < whole.value]
        told = "whole" in whole.marks or any("part" in one.marks for one in parts) or whole.line is line
        told = told and not is_of_others(whole, parts)
        if parts:
            for some in (parts, [one for one in parts if one.start > whole.start]):
                if some:
                    shown = told and not of_another and (len(parts) == 1 or reach == 0)
                    yield Bound("fates", {"whole": [whole], "part": some, "rest": [rest]}, shown,
                                rest.marks["rest"])  # fmt: skip
