"""The rows of grammar.toml as patterns over kinds (reading/how_much/kinds.py), and where they match."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.reading.how_much.kinds import FIRST, LAST, alternatives, lexis

STAGES = ("exception", "pair", "figure")  #: the tables of rows, in the order in which they are tried
_GLUE = {"·": "[ ]", "_": "[ ]?", "~": r"[ \-]?"}
_PLACE = re.compile(r"\{(\w+)\}|<(\w+)(?::(\w+))?>|([·_~])")
_REACH = {"exception": 6, "pair": 12, "figure": 12}  # how many tokens before its number a row may start
_ANY_WORD = re.compile(r"\[([wpCA]+)\]")  # a set of shapes of words
_BARE = re.compile(r"(?<=[·|:(])([wpCA])(?=[|)·]|$)")  # the shape of a word by itself
_NEAR = 3  # how many tokens before it any kind may start a row
_SPACE = "[ -]"  # between the words of a phrase, as kinds.py writes it
_REST = "z"  # the kind of the further tokens of a folded part


Matcher = Callable[..., re.Match[str] | None]
Read = Callable[[re.Match[str], "Row"], list[Quantity] | None]


class Row(NamedTuple):
    """A layout: its name, what reads it, why it is no claim, and where its parts stand among the groups."""

    name: str
    reads: str
    why: str | None
    parts: dict[str, int]
    figures: tuple[int, ...] = ()  #: the groups that are the figure, where the row holds more than that


class Stage(NamedTuple):
    """The rows of one table as one pattern, and each row by the number of its outer group."""

    name: str
    reach: int
    match: Matcher
    starts: frozenset[str]
    rows: dict[int, Row]


@cache
def _parts(folded: bool = False) -> dict[str, str]:
    """The pattern of each class, shape and part by its name; over folded kinds, or over those of the tokens."""
    found = dict(lexis().patterns) | {"known": f"{FIRST}-{LAST}"}
    found["unit_one"] = alternatives(steps for steps in lexis().phrases["unit"] if len(steps) == 1)
    if folded:
        for name, kind in load("grammar")["folds"].items():
            single = alternatives(steps for steps in lexis().phrases.get(name, ()) if len(steps) == 1)
            found[name] = f"(?:{kind}{_REST}*|{single})" if single else f"{kind}{_REST}*"
    for name, pattern in load("grammar")["parts"].items():
        if name not in found:
            found[name] = _filled(pattern, found)
    return found


def _filled(pattern: str, known: dict[str, str]) -> str:
    """A pattern of the table as a regular expression over kinds."""
    return _ANY_WORD.sub(_with_context, _PLACE.sub(lambda place: _fill(place, known), _BARE.sub(r"[\1]", pattern)))


def _with_context(shapes: re.Match[str]) -> str:
    """A set of shapes with the words of that shape that only tell what stands around a figure."""
    return f"[{shapes[1]}{''.join(_context().get(shape, '') for shape in shapes[1])}]"


@cache
def _context() -> dict[str, str]:
    return lexis().also(load("grammar")["context"]["classes"])


def _fill(place: re.Match[str], known: dict[str, str]) -> str:
    name, kept, _, glue = place.groups()
    if glue:
        return _GLUE[glue]
    pattern = known[name or kept]
    if kept:
        return f"({pattern})"
    return pattern if len(pattern) < 3 or name == "known" else f"(?:{pattern})"


@cache
def _folds() -> tuple[re.Pattern[str], Matcher, str]:
    """Where a part that is folded can start, the pattern of all of them, and their kinds in the order of its groups."""
    kinds, patterns, known = load("grammar")["folds"], [], _parts()
    first, leading, following = [known["number_start"]], [known["a"]], [known["after_a"]]
    for name in kinds:
        several = [steps for steps in lexis().phrases.get(name, ()) if len(steps) > 1]
        spaced = [steps for steps in several if steps[1] == _SPACE]
        first += [alternatives([steps[:1]]) for steps in several if steps[1] != _SPACE]
        leading += [alternatives([steps[:1]]) for steps in spaced]
        following += [alternatives([steps[2:3]]) for steps in spaced]
        ahead = load("grammar")["ahead"].get(name, "")
        patterns.append(f"({alternatives(several) or known[name]}{_filled(ahead, known)})")
    plain, lead, follow = ("|".join(dict.fromkeys(found)) for found in (first, leading, following))
    start = f"(?:{plain}|{lead})(?:(?<=(?:{plain}))|(?={_SPACE}(?:{follow})))"
    return re.compile(start), re.compile("|".join(patterns)).match, "".join(kinds.values())


def fold(kinds: str) -> str:
    """`kinds` with each number, and each unit or hedge of several words, as one kind and its rest."""
    starts, match, names = _folds()
    at = 0
    folded: list[str] = []
    for start in starts.finditer(kinds):
        if start.start() >= at and (found := match(kinds, start.start())) and found.lastindex:
            folded += kinds[at : found.start()], names[found.lastindex - 1], _REST * (len(found[0]) - 1)
            at = found.end()
    return "".join([*folded, kinds[at:]])


@cache
def _stages() -> list[Stage]:
    """The patterns of all rows, stage by stage."""
    return [_stage(name) for name in STAGES]


def _stage(name: str) -> Stage:
    """A table's rows as alternatives, each with an empty group at its end that tells which one it was.

    At its start, a group would hide from the engine with what kind a row can begin, which rules out most rows at once.
    """
    known, patterns, rows, groups = _parts(name != STAGES[0]), [], {}, 0
    for row in load("grammar")[name]:
        names = [place[3] or place[2] for place in _PLACE.finditer(row["pattern"]) if place[2]]
        parts = dict(zip(names, range(groups + 1, groups + 1 + len(names)), strict=True))
        groups += 1 + len(names)
        patterns.append(f"(?:{_filled(row['pattern'], known)})()")
        rows[groups] = Row(row["name"], row["reads"], row.get("why"), parts, _figures(parts))
    return Stage(name, _REACH[name], re.compile("|".join(patterns)).match, _starts(name), rows)


def _figures(parts: dict[str, int]) -> tuple[int, ...]:
    return tuple(group for part, group in parts.items() if part in ("figure", "figure2", "figure3", "figure4"))


def _starts(name: str) -> frozenset[str]:
    """The kinds with which a row of a stage can start before its number."""
    grammar, phrases = load("grammar"), lexis().phrases
    found = set()
    for start in grammar["starts"][name]:
        found |= {*grammar["folds"].get(start, ""), *grammar["shapes"].get(start, " ")[0]}
        folded = name != STAGES[0] and start in grammar["folds"]  # of several words, it is one kind by now
        found |= {
            kind
            for steps in phrases.get(start, ())
            if len(steps) == 1 or not folded
            for kind in steps[0].removeprefix("\\")
        }
        found |= {start} if len(start) == 1 and start not in phrases else set()
    return frozenset(found - {" "})


@cache
def _seeds() -> re.Pattern[str]:
    """Where a figure can be: at what numbers are made of, or (group 1) at a word that is a figure by itself."""
    return re.compile(f"{_parts()['seed']}|({_parts()['bare_seed']})")


def around(name: str) -> re.Pattern[str]:
    """The pattern of `[around]` that tells what stands near a figure."""
    return _arounds()[name]


@cache
def _arounds() -> dict[str, re.Pattern[str]]:
    """All patterns of `[around]`, compiled at once, so that no later text waits for one."""
    return {name: re.compile(_filled(pattern, _parts())) for name, pattern in load("grammar")["around"].items()}


def may_hold(kinds: str) -> bool:
    """Whether anything in `kinds` can carry a figure: most sentences have nothing of the kind."""
    return _seeds().search(kinds) is not None


def matches(kinds: str, read: Read) -> Iterator[Quantity]:
    """What `read(match, row)` gives for the rows in `kinds`, in order, without overlap; None from it declines a match.

    A row is only looked for around what can carry a figure: a number, a number word, a vague word.
    """
    at, folded = 0, None
    for seed in _seeds().finditer(kinds):
        here = seed.start()
        if here < at:
            continue
        folded = folded or fold(kinds)
        if seed.lastindex is not None and folded[here] in _inside_hedge():
            continue  # the "no" of "no more than 300"
        for match, row in _around(kinds, folded, at, here, bare=seed.lastindex is not None):
            found = read(match, row)
            if found is not None:
                yield from found
                at = match.end()
                break


@cache
def _inside_hedge() -> str:
    return str(load("grammar")["folds"]["hedge_before"]) + _REST


def _around(kinds: str, folded: str, at: int, here: int, bare: bool) -> Iterator[tuple[re.Match[str], Row]]:
    """The matches that start between `at` and `here` and hold the token `here`, in the order of their stages."""
    for stage in _stages()[-1:] if bare else _stages():
        over = kinds if stage.name == STAGES[0] else folded
        near = here - (_NEAR if bare or stage.name == STAGES[0] else 0)
        for start in range(max(at, here - stage.reach), here + 1):
            if over[start] in stage.starts if start < near else over[start] not in " z":
                match = stage.match(over, start)
                if match and match.lastindex and match.end() > here:
                    yield match, stage.rows[match.lastindex]
                    if stage.name != STAGES[0]:
                        break  # declined: its parts are no better
