"""What read each field of a figure: the row of a table where it has a name, else the functions that led to it."""

import json
from collections.abc import Callable, Iterator
from typing import Any

from ..lexicon.shown import hard, likely
from ..model import Attribution, Quantity, Thing, Time
from ..reading.who.chains import Chain
from ..reading.who.cue import Cue
from .passages import Passage, Reading
from .records import ExplainedFigure, Field
from .rows import NOT_NAMED, cue_name, example_of, row_called, row_name
from .traced import Call

_STEPS = 4  # calls of a path that are shown


def explained(passage: Passage, reading: Reading) -> ExplainedFigure:
    """The figure of a reading, with its fields; one without a value is left out, but for thing, time and speaker."""
    quantity = reading.claim.quantity
    is_claim = quantity.kind != "none"
    fields = (field for source in (SOURCES if is_claim else [how_much]) for field in source(passage, reading))
    return ExplainedFigure(quantity.text, quantity.start, quantity.end, is_claim, tuple(fields))


def how_much(_passage: Passage, reading: Reading) -> Iterator[Field]:
    """The figure itself: its layout, and the words and signs in it."""
    quantity = reading.claim.quantity
    layout = f"grammar.toml: {quantity.rule}"
    row = next(
        filter(None, (row_called("grammar", kind, quantity.rule) for kind in ("exception", "pair", "figure"))), {}
    )
    yield Field("text", quantity.text, layout, True, example_of(row))
    if quantity.kind == "none":
        yield Field("reason", quantity.reason or "", layout, True)
        return
    yield Field("kind", quantity.kind, layout, True)
    yield from _bounds(quantity, layout)
    if quantity.unit:
        yield _unit(quantity)
    for name, value in (("per", quantity.per), ("change", quantity.change if quantity.change != "level" else None)):
        if value:
            yield Field(name, value, "code how_much", False)


def _bounds(quantity: Quantity, layout: str) -> Iterator[Field]:
    """The hedge, and the interval that it gives."""
    row = row_called("hedges", "hedge", quantity.hedge)
    read_by = f"hedges.toml: {quantity.hedge}" if row else layout
    meaning = example_of(row) if row else "the printed digits alone" if quantity.hedge == "exact" else ""
    yield Field("hedge", quantity.hedge, read_by, True, meaning)
    columns = quantity._asdict()
    yield Field("allows", "; likely ".join(filter(None, [hard(columns), likely(columns)])), read_by, True)


def _unit(quantity: Quantity) -> Field:
    row = row_called("units", "unit", quantity.unit)
    table = "units" if row else "currencies"
    return Field("unit", quantity.unit or "", f"{table}.toml: {quantity.unit}", True)


def of_what(passage: Passage, reading: Reading) -> Iterator[Field]:
    """The thing counted, and what is told of it."""
    thing, call = reading.claim.thing, reading.calls["thing"]
    noun, verb = row_called("counted", "rule", thing.thing_rule), row_called("counted", "verb", thing.verb_rule)
    rows = {"thing": noun, "head": noun, "verb": verb}
    for name in ("thing", "head", "subject", "place", "verb"):
        value, row = getattr(thing, name), rows.get(name)
        if row and value:
            yield Field(name, value, f"counted.toml: {row['name']}", True, example_of(row))
        elif value or name == "thing":
            yield _by_code(passage, call, name, value)


def when(passage: Passage, reading: Reading) -> Iterator[Field]:
    """The time words, and the days that they allow."""
    time, call = reading.claim.time, reading.calls["time"]
    row = next((value.row for value in call.given.values() if hasattr(value, "row")), None) if call else None
    if row is None:
        yield _by_code(passage, call, "when", time.when)
        return
    read_by = row_name("times", row)
    yield Field("when", time.when or "", read_by, read_by != NOT_NAMED, example_of(row))
    for name, day in (("about_from", time.about_from), ("about_to", time.about_to)):
        if day:
            yield Field(name, str(day), read_by, read_by != NOT_NAMED, f"span: {row['span']}")


def who(passage: Passage, reading: Reading) -> Iterator[Field]:
    """The speaker, the cue that tells of him, and how surely he says it."""
    said, call = reading.claim.attribution, reading.calls["attribution"]
    cue = _cue(passage, said, call)
    named = cue_name(cue.row) if cue else NOT_NAMED
    meaning = example_of(cue.row) if cue else ""
    for name in ("speaker", "speaker_text", "cue", "holder", "via"):
        value = getattr(said, name)
        if value and name not in ("holder", "via") and named != NOT_NAMED:
            is_resolved = name == "speaker" and value.lower() != (said.speaker_text or value).lower()
            yield Field(name, value, named, True, f"“{said.speaker_text}” is {value}" if is_resolved else meaning)
        elif value or name == "speaker":
            yield _by_code(passage, call, name, value)
    if said.stance == "asserted":
        yield Field("stance", said.stance, "no word that doubts, denies or foretells", True)
    elif cue and cue.row.get("stance") == said.stance:
        yield Field("stance", said.stance, named, True, meaning)
    else:
        yield _by_code(passage, call, "stance", said.stance)
    if said.quoted:
        yield Field("quoted", "yes", "quotation marks", True)


def together(_passage: Passage, reading: Reading) -> Iterator[Field]:
    """The figures that it belongs with, the event that it is told of, who is counted, what happened, and its extent."""
    telling, quantity, bound = reading.claim.telling, reading.claim.quantity, reading.claim.together
    if bound.frame:
        evidence = json.loads(bound.frames or "[{}]")[0].get("evidence")
        yield Field("frame", bound.frame, "code frames", False, f"shown by “{evidence}”" if evidence else "")
        yield Field("role", bound.role or "", "code frames", False)
    if telling.keys is None:
        return
    section = "sum" if quantity.kind == "money" else "group"
    event = json.loads(telling.keys).get("event", [""])[0]
    named = (
        ("event", telling.event, "events", "disease" if event == "outbreak" else "kind", event),
        ("group", telling.group, "measures", section, telling.group),
        ("fate", telling.fate, "measures", "fate", telling.fate),
    )
    for name, value, table, kind, of in named:
        if value:
            row = row_called(table, kind, of)
            read_by = f"{table}.toml {kind}: {of}" if row else "code events"
            yield Field(name, value, read_by, bool(row), example_of(row or {}))
    yield Field("extent", telling.extent, "code extent", False)
    if telling.strand != reading.claim.id:
        yield Field("strand", telling.strand or "", "code events", False, "told of the same as that claim")
    if telling.superseded:
        yield Field("superseded", "yes", "measures.toml superseded", True)


SOURCES: tuple[Callable[[Passage, Reading], Iterator[Field]], ...] = (how_much, of_what, when, who, together)


def _cue(passage: Passage, said: Attribution, call: Call | None) -> Cue | None:
    """The cue whose words the attribution gives: of those that the chain of speakers rests on, else of the sentence."""
    tokens = passage.analysis.tokens
    chains = [each.gave for each in call or () if isinstance(each.gave, Chain)]
    for cue in (*(cue for chain in chains for cue in chain.cues), *passage.cues):
        if said.cue and tokens.slice(cue.first, min(cue.last, len(tokens))) == said.cue:
            return cue
    return None


def _by_code(passage: Passage, call: Call | None, name: str, value: str | None) -> Field:
    """A field that no named rule reads yet: the functions that led to its value, and what the telling one does."""
    if not value:
        return Field(name, "", "nothing found", True)
    tokens = passage.analysis.tokens

    def gives(gave: Any) -> bool:
        if isinstance(gave, Thing | Time | Attribution):
            return bool(getattr(gave, name) == value)
        is_span = isinstance(gave, tuple) and len(gave) == 2 and all(isinstance(end, int) for end in gave)
        return bool(gave == value) or (
            is_span and 0 <= gave[0] < gave[1] <= len(tokens) and tokens.slice(*gave) == value
        )

    path = [step for step in call.path(gives) if step.module != "text.tokens"][:_STEPS] if call else []
    if not path:
        return Field(name, value, "code", False)
    told = [step for step in path[:2] if step.module == path[0].module][-1]  # the way that "counted" took tells more
    steps = " › ".join(step.name.strip("_") for step in path)
    return Field(name, value, f"code {path[0].module.rpartition('.')[2]}: {steps}", False, told.meaning)
