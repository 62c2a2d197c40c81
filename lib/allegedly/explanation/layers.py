"""The layers of a sentence's analysis, each one function that makes a small table: to add a layer, add a function."""

from collections.abc import Callable, Iterable

from ..lexicon.shown import hard
from ..reading.when.expressions import printed
from ..text.tokens import Tokens
from . import analysed
from .passages import Passage
from .records import Layer
from .rows import row_name


def tokens(passage: Passage) -> Layer:
    """The words, numbers and signs, each with its tag (Universal Dependencies), dictionary form and word classes."""
    rows = (
        (str(number), word.text, word.upos, word.lemma, word.features, " ".join(word.classes))
        for number, word in enumerate(analysed.words(passage.phrases))
    )
    return _layer("tokens", ("number", "text", "upos", "lemma", "features", "classes"), rows)


def chunks(passage: Passage) -> Layer:
    """The phrases, with the kinds of CoNLL-2000, and two of our own: a figure without a noun, and a date."""
    return _layer("chunks", analysed.Chunk._fields, analysed.chunks(passage.phrases))


def clauses(passage: Passage) -> Layer:
    """The verb groups, each with its subject."""
    return _layer("clauses", analysed.Clause._fields, analysed.clauses(passage.phrases))


def quotations(passage: Passage) -> Layer:
    """What stands between quotation marks."""
    text, quotes = passage.sentence.document.text, passage.discourse.quotes
    spans = zip(quotes.starts, quotes.ends, strict=True)
    inside = [(start, end) for start, end in spans if start < passage.sentence.end and end > passage.sentence.start]
    return _layer("quotations", ("start", "end", "text"), ((str(s), str(e), text[s:e]) for s, e in inside))


def cues(passage: Passage) -> Layer:
    """The words that give what is said to a speaker, or cast doubt on it, with how far they reach and their row."""
    words = passage.phrases.tokens
    rows = (
        (
            _slice(words, (cue.first, cue.last)),
            _slice(words, cue.speaker),
            _slice(words, (cue.lead, cue.stop)),
            row_name("speech", cue.row),
        )
        for cue in passage.cues
    )
    return _layer("cues", ("text", "speaker", "says", "row"), rows)


def times(passage: Passage) -> Layer:
    """The time expressions, and the row that read each."""
    words = passage.phrases.tokens
    rows = ((printed(words, date), row_name("times", date.row)) for date in passage.phrases.dates)
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


LAYERS: tuple[Callable[[Passage], Layer], ...] = (tokens, chunks, clauses, quotations, cues, times, figures)


def _layer(name: str, columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Layer:
    return Layer(name, tuple(columns), tuple(tuple(row) for row in rows))


def _slice(tokens: Tokens, span: tuple[int, int] | None) -> str:
    """The words of a range of tokens; empty for none."""
    return tokens.slice(max(0, span[0]), min(span[1], len(tokens))) if span else ""
