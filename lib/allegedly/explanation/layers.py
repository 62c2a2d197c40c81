"""The layers of a sentence's analysis, each one function that makes a small table: to add a layer, add a function."""

import json
from collections.abc import Callable, Iterable
from operator import itemgetter

from ..lexicon.shown import hard
from ..reading.when.expressions import Expression, printed
from ..text.tokens import Tokens
from .passages import Passage
from .records import Layer
from .rows import cue_name, row_name


def tokens(passage: Passage) -> Layer:
    """The words, numbers and signs, each with its tag (Universal Dependencies), dictionary form and word classes."""
    read = passage.analysis
    rows = zip(
        map(str, range(len(read.words))), read.words, read.upos, read.lemmas, read.features,
        (" ".join(sorted(found)) for found in read.classes), strict=True,
    )  # fmt: skip
    return _layer("tokens", ("number", "text", "upos", "lemma", "features", "classes"), rows)


def chunks(passage: Passage) -> Layer:
    """The phrases, with the kinds of CoNLL-2000, and two of our own: a figure without a noun, and a date."""
    read = passage.analysis
    rows = ((_slice(read.tokens, (each.first, each.last)), each.kind, each.form) for each in read.chunks)
    return _layer("chunks", ("text", "kind", "form"), rows)


def clauses(passage: Passage) -> Layer:
    """The clauses, each with its verb, the dictionary form of that, and its subject."""
    read = passage.analysis
    rows = (
        (
            _slice(read.tokens, (each.first, each.last)),
            each.kind,
            "" if each.verb is None else read.words[each.verb],
            "" if each.verb is None else read.lemmas[each.verb],
            "" if each.subject is None else _slice(read.tokens, read.chunks[each.subject][:2]),
        )
        for each in read.clauses
    )
    return _layer("clauses", ("text", "kind", "verb", "lemma", "subject"), rows)


def quotations(passage: Passage) -> Layer:
    """What stands between quotation marks."""
    text, quotes = passage.sentence.document.text, passage.discourse.quotes
    spans = zip(quotes.starts, quotes.ends, strict=True)
    inside = [(start, end) for start, end in spans if start < passage.sentence.end and end > passage.sentence.start]
    return _layer("quotations", ("start", "end", "text"), ((str(s), str(e), text[s:e]) for s, e in inside))


def cues(passage: Passage) -> Layer:
    """The words that give what is said to a speaker, or cast doubt on it, with how far they reach and their row."""
    words = passage.analysis.tokens
    rows = (
        (
            _slice(words, (cue.first, cue.last)),
            _slice(words, cue.speaker),
            _slice(words, (cue.lead, cue.stop)),
            cue_name(cue.row),
        )
        for cue in passage.cues
    )
    return _layer("cues", ("text", "speaker", "says", "row"), rows)


def times(passage: Passage) -> Layer:
    """The time expressions, and the row that read each."""
    words = passage.analysis.tokens
    dates = (date for date in passage.analysis.dates if isinstance(date, Expression))
    rows = ((printed(words, date), row_name("times", date.row)) for date in dates)
    return _layer("times", ("text", "row"), rows)


def figures(passage: Passage) -> Layer:
    """The number expressions: what each allows, or why it is no claim, and the row of the grammar that read it."""
    rows = (
        (
            figure.text,
            figure.kind,
            figure.reason or hard(figure._asdict()),
            figure.unit or "",
            figure.rule,
        )
        for figure in passage.figures
    )
    return _layer("figures", ("text", "kind", "allows", "unit", "row"), rows)


def frames(passage: Passage) -> Layer:
    """The frames that its figures stand in: which belong together, in which role, and the words that show it."""
    found = (json.loads(reading.claim.together.frames or "[]") for reading in passage.readings)
    text = passage.sentence.document.text
    rows = (
        (each["kind"], each["role"], each.get("text") or text[each["start"] : each["end"]], each.get("evidence") or "")
        for each in sorted((each for members in found for each in members), key=itemgetter("frame"))
    )
    return _layer("frames", ("kind", "role", "figure", "shown by"), rows)


LAYERS: tuple[Callable[[Passage], Layer], ...] = (tokens, chunks, clauses, quotations, cues, times, figures, frames)


def _layer(name: str, columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Layer:
    return Layer(name, tuple(columns), tuple(tuple(row) for row in rows))


def _slice(tokens: Tokens, span: tuple[int, int] | None) -> str:
    """The words of a range of tokens; empty for none."""
    return tokens.slice(max(0, span[0]), min(span[1], len(tokens))) if span else ""
