"""The rows of the tables with their examples: how each kind of example is read, and what is taken away in turn.

A case is a text and what must be read of it. A row's cases are its examples, and the same with another of the row's
words in the place of the one that they have: the words of a list stand for each other.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from math import isclose
from typing import Any

from marked import attribution, read_marked

from allegedly.lexicon import load
from allegedly.lexicon.schema import Key, Lookup, Record, Rows
from allegedly.lexicon.speaking import forget
from allegedly.lexicon.tables import schema
from allegedly.model import Document
from allegedly.reading.how_much.quantities import read_quantities
from allegedly.reading.parsing import parse
from allegedly.reading.when.expressions import expressions
from allegedly.reading.when.times import times
from allegedly.text.sentences import sentences
from allegedly.text.tokens import tokenise

# Where the caches are that depend on a table.
CACHES = {
    "speech": ("reading.who", "text", "lexicon.wordclasses"),
    "times": ("reading.when", "reading.who"),
    "units": ("reading.how_much",),
    "hedges": ("reading.how_much",),
    "numbers": ("reading.how_much",),
    "sections": ("text",),
}
TODAY = date(2024, 5, 15)  # a Wednesday
Case = dict[str, Any]


@dataclass
class Row:
    """A row or a section of a table that carries examples."""

    table: str
    name: str
    keys: dict
    values: dict
    given: list[Case] = field(default_factory=list)  #: cases that its table gives it otherwise

    @property
    def label(self) -> str:
        """The row as a person finds it: its section and its first word."""
        first = next(iter(self.values.values()), "")
        return f"{self.name.partition('[')[0]} {first[0] if isinstance(first, list) and first else first}"

    def cases(self) -> list[Case]:
        """Its examples, each with what must be read of it."""
        example, says = None, {}
        for key, value in self.values.items():
            use = self.keys[key].use if isinstance(self.keys[key], Key) else None
            if use == "example" and isinstance(value, str):
                example = value
            elif use == "reads" or (key == "stance" and use):
                says[key] = value
        own = [{"text": example} | says] if isinstance(example, str) and not self.given else []
        return self.given or [*own, *self.values.get("also", ())]

    def parts(self) -> Iterator[tuple[str, Any]]:
        """What can be taken away: (key, None) for a flag or a list, (key, word) for each word of a list."""
        for key, value in self.values.items():
            shape = self.keys[key]
            if isinstance(shape, Key) and (shape.use == "flag" or shape.narrows):
                yield key, None
            if isinstance(shape, Key) and shape.use == "words":
                yield from ((key, word) for word in value if word)


def rows(table: str) -> Iterator[Row]:
    """The rows of a table, and its sections that have words of their own."""
    for row in _rows(table, schema(table).holds, load(table), ""):
        row.given = GIVEN[table](row) if table in GIVEN else []
        yield row


def _rows(table, keys, values, path):
    own = {key: shape for key, shape in keys.items() if isinstance(shape, Key)}
    if any(shape.use in ("flag", "words") for shape in own.values()):
        yield Row(table, path, keys, values)
    for key, value in values.items():
        shape, name = keys[key], f"{path}.{key}" if path else key
        if isinstance(shape, Rows):
            for number, row in enumerate(value):
                yield from _rows(table, shape.keys, row, f"{name}[{number}]")
        elif isinstance(shape, Record):
            yield from _rows(table, shape.keys, value, name)
        elif isinstance(shape, Lookup):
            yield from _rows(table, dict.fromkeys(value, shape.value), value, name)


def variants(row: Row, key: str, word: str) -> list[Case]:
    """The row's cases that hold `word`; where they have another word of that list, with `word` in its place."""
    if not isinstance(word, str) or key in LEMMAS:
        return row.cases()
    found = []
    for case in row.cases():
        if _holds(case, word):
            found.append(case)
        else:
            others = [other for name in FORMS.get(row.table, (key,)) for other in row.values.get(name, ()) if other]
            other = next((other for other in others if _holds(case, other)), None)
            if other:
                other_days = {"days"} if row.name == "classes" else set()  # another month is on other days
                put = _put(case, other, word)
                found.append({name: value for name, value in put.items() if name not in other_days})
    return found or row.cases()  # an ending is part of a word


LEMMAS = {"dating_levels", "units", "core"}  # lists of dictionary forms, or of names of classes: a text has others
# The lists of one row whose words stand for each other, where they are not only those of the list itself.
FORMS = {"units": ("words", "symbols", "guarded"), "hedges": ()}


@cache
def _found(word: str) -> re.Pattern:
    word = word.removeprefix("=") or word
    before, after = ("(?<!\\w)" if word[0].isalnum() else ""), ("(?!\\w)" if word[-1].isalnum() else "")
    return re.compile(f"{before}{re.escape(word)}{after}", re.I)


def _holds(case: Case, word: str) -> bool:
    return bool(_found(word).search(case["text"]))


def _put(case: Case, other: str, word: str) -> Case:
    word = word.removeprefix("=")

    def put(text):
        return _found(other).sub(lambda m: word[:1].upper() + word[1:] if m[0][0].isupper() else word, text, count=1)

    return {key: put(value) if isinstance(value, str) and key in PUT else value for key, value in case.items()}


PUT = ("text", "speaker", "via", "when")  # what of a case another word may stand in


def forget_readers(table: str) -> None:
    """Clear what the readers keep of a table."""
    forget(*(f"allegedly.{reader}" for reader in CACHES[table]), tables=False)


@dataclass
class Part:
    """Something to take away from a row, and the cases that read right while it is there."""

    row: Row
    key: str
    word: Any
    cases: list[Case]

    def take(self) -> None:
        """Take it away."""
        if self.word is None:
            del self.row.values[self.key]
        elif self.row.name == "classes":  # the place of a month or a weekday in its list counts
            self.row.values[self.key] = ["" if other == self.word else other for other in self.row.values[self.key]]
        else:
            self.row.values[self.key] = [other for other in self.row.values[self.key] if other != self.word]

    def disturbs(self, other: "Part") -> bool:
        """Whether the other's cases hold what is taken away here; flags are taken away alone."""
        if not (isinstance(self.word, str) and isinstance(other.word, str)):
            return True
        return any(_holds(case, self.word) for case in other.cases)

    def lacks(self, group: list["Part"]) -> bool:
        """Whether nothing would be left of its list if it were taken away with the group."""
        gone = sum(part.row is self.row and part.key == self.key for part in group)
        return self.word is not None and 0 < gone >= len(self.row.values[self.key]) - 1


def unnoticed(row: Row, right: Callable[[Case], bool]) -> list[tuple[str, Any]]:
    """The flags and words of a row that can be taken away, and each of its cases still reads right."""
    return [(part.key, part.word) for part in unnoticed_of([row], right)]


def unnoticed_of(found: list[Row], right: Callable[[Case], bool]) -> list[Part]:
    """The same of many rows: what does not disturb each other is taken away at once, which is quicker."""
    right = _safe(right)
    groups: list[list[Part]] = []
    lost = []
    for row in found:
        for key, word in row.parts():
            cases = [case for case in (row.cases() if word is None else variants(row, key, word)) if right(case)]
            part = Part(row, key, word, cases)
            if not cases:
                lost.append(part)
                continue
            fits = (g for g in groups if not (part.lacks(g) or any(part.disturbs(o) or o.disturbs(part) for o in g)))
            group = next(fits, None)
            groups.append([part]) if group is None else group.append(part)
    for group in groups:
        kept = [dict(part.row.values) for part in group]
        for part in group:
            part.take()
        forget_readers(group[0].row.table)
        lost += [part for part in group if all(map(right, part.cases))]
        for part, values in reversed([*zip(group, kept, strict=True)]):
            part.row.values.clear()
            part.row.values.update(values)
        forget_readers(group[0].row.table)
    return lost


def _safe(right):
    def asked(case):
        try:
            return right(case)
        except (AssertionError, AttributeError, LookupError, TypeError, ValueError, re.error):  # lacks something
            return False

    return asked


# --- how each kind of case is read ----------------------------------------------------------------------------------


def speaks(case: Case) -> bool:
    """Who says the figure in brackets, and with what stance."""
    wanted = {"speaker": "", "stance": "asserted"} | {key: value for key, value in case.items() if key != "text"}
    found = attribution(case["text"])
    return all((getattr(found, key) or "") == value for key, value in wanted.items())


def dates(case: Case) -> bool:
    """When the figure in brackets, or the last one outside the time words, was; `days` are its first and last."""
    if "[" in case["text"]:
        tokens, figures, number = read_marked(case["text"])
        read = times(parse(tokens, figures), figures, TODAY)[number]
    else:
        tokens, start = tokenise(case["text"]), case["text"].index(case["when"])
        figures = read_quantities(tokens)
        found = zip(figures, times(parse(tokens, figures), figures, TODAY), strict=True)
        end = start + len(case["when"])
        *_, read = [time for figure, time in found if figure.end <= start or figure.start >= end]
    days = [str(day or "") for day in (read.about_from, read.about_to)]
    if case.get("silent"):  # it dates nothing, but is told from what does
        return not read.when and case["when"] in [tokens.slice(e.first, e.last) for e in expressions(tokens)]
    return (read.when or "") == case["when"] and ("days" not in case or days == case["days"])


def measures(case: Case) -> bool:
    """Which unit a text has, and of which kind; with `printed`, the words that are the figure."""
    found = read_quantities(tokenise(f"It took {case['text']} there"), all=True)
    units = [(figure.unit, figure.kind, figure.per) for figure in found] == [
        (case["unit"], case["kind"], case.get("per"))
    ]
    return units and found[0].text == case.get("printed", case["text"])


def bounds(case: Case) -> bool:
    """The hedge, the hard bounds and the printed words of a text."""
    [figure] = read_quantities(tokenise(case.get("frame", "It held {} doors").format(case["text"])), all=True)
    fits = all(isclose(a, b) for a, b in zip((figure.low, figure.high), case["bounds"], strict=True))
    return fits and (figure.hedge, figure.open, figure.text) == (case["hedge"], case["open"], case["printed"])


def _of_times(row: Row) -> list[Case]:
    """A phrase's own example; for the lists, all phrases and the sentences that show what the lists do."""
    if row.name.startswith("phrase["):
        return [_of_phrase(row.values), *row.values.get("also", ())]
    table = load("times")
    return [*map(_of_phrase, table["phrase"]), *table["sentence"]]


def _of_phrase(row: dict) -> Case:
    """The example of a phrase; a rate is told from what dates, and is silent."""
    silent = {"silent": True} if "rate" in row else {"days": row["days"]}
    return {"text": row["example"], "when": row["when"]} | silent


def _of_unit(row: Row) -> list[Case]:
    """A unit's example must read as the unit; what is no unit before a word, as a count."""
    if row.name == "no_unit_before":
        words = [f"{unit} {word}" for unit, found in row.values.items() for word in found]
        return [{"text": f"nine {each}", "unit": None, "kind": "count", "printed": "nine"} for each in words]
    if not row.name.startswith("unit["):
        return []
    unit = {"unit": row.values["name"], "kind": row.values.get("kind", "measure"), "per": row.values.get("per")}
    return [unit | case for case in [{"text": row.values["example"]}, *row.values.get("also", ())]]


def _of_hedge(row: Row) -> list[Case]:
    """A hedge's examples, a text and its hard bounds; and the first of them with each of its forms."""
    known = row.values
    (text, *_), number = known["examples"][0], re.compile(r"[\d,.]+")
    plain = number.search(text)[0]
    forms = [(f"{form.removeprefix('=')} ", "") for form in known.get("before", ())]
    forms += [(sign, "") for sign in known.get("sign", ())]
    forms += [("", form if form[0] in "-+" else f" {form}") for form in known.get("after", ())]
    texts = {f"{before}{plain}{after}": known["examples"][0][1:] for before, after in forms}
    texts |= {text: hard for text, *hard in known["examples"]}
    outside = sorted(known.get("outside", ()), key=len, reverse=True)

    def printed(text):
        form = next((form for form in outside if re.match(re.escape(form) + r"(?![a-z])", text)), "")
        return text.removeprefix(form).strip()

    def frame(text):
        return {"frame": "It held {}."} if text.startswith(f"{plain} at") else {}

    hedge = {"hedge": known["name"], "open": known.get("open", "")}
    return [
        {"text": text, "bounds": hard, "printed": printed(text)} | hedge | frame(text) for text, hard in texts.items()
    ]


def belongs(case: Case) -> bool:
    """Which part of an article a line, or each of some lines, is."""
    text = f"{_BEFORE}{case['text']}{_AFTER}"
    found = {part.section for part in sentences(Document("own", text)) if part.text in case["text"]}
    return found == {case["section"]}


_BEFORE = "Storm Hits Halden\n\nA storm tore the roofs off a dozen houses in the town on Monday.\n\n"
_AFTER = "\n\nThe mayor of the town opened the school to all who had lost their homes."


def _of_section(row: Row) -> list[Case]:
    """A row's line, and the further ones, with the section that they are."""
    if "section" not in row.values:
        return []
    first = {"text": row.values["example"], "section": row.values["section"]}
    return [first, *row.values.get("also", ())]


GIVEN = {"sections": _of_section, "units": _of_unit, "times": _of_times, "hedges": _of_hedge}
# table → whether one of its cases reads right
READS = {"speech": speaks, "times": dates, "units": measures, "hedges": bounds, "sections": belongs}
