"""An explanation in words: its layers as columns, its figures field by field, no line longer than `WIDTH`."""

import textwrap
from collections.abc import Iterator, Sequence

from .records import ExplainedFigure, ExplainedSentence, Layer

WIDTH = 100
_GAP = "  "
_LEAST = 12  # a column is never made narrower
_SAME = "the same"
_LEGEND = "code: functions of allegedly/reading that led to the value; they have no named rule yet"


def in_words(sentences: Sequence[ExplainedSentence]) -> str:
    """The sentences as text, one below the other."""
    lines: list[str] = []
    for sentence in sentences:
        lines += [*(["", "─" * WIDTH, ""] if lines else []), *_sentence(sentence)]
    figures = [figure for sentence in sentences for figure in sentence.figures]
    has_code = any(not field.is_named for figure in figures for field in figure.fields)
    return "\n".join([*lines, *(["", _LEGEND] if has_code else [])])


def _sentence(sentence: ExplainedSentence) -> Iterator[str]:
    yield from textwrap.wrap(f"{sentence.section}: {sentence.text}", WIDTH)
    for layer in sentence.layers:
        yield ""
        yield from _layer(layer)
    for figure in sentence.figures:
        yield ""
        yield from _figure(figure)


def _layer(layer: Layer) -> Iterator[str]:
    if not layer.rows:
        yield f"{layer.name}: none"
        return
    yield layer.name
    yield from in_columns([layer.columns, *layer.rows])


def _figure(figure: ExplainedFigure) -> Iterator[str]:
    yield f"{'claim' if figure.is_claim else 'no claim'}: {figure.text}"
    told = [_told(each.read_by, each.meaning) for each in figure.fields]
    again = [_SAME if before == this else this for before, this in zip(["", *told], told, strict=False)]
    rows = [(each.name, each.value or "–", words) for each, words in zip(figure.fields, again, strict=True)]
    yield from in_columns([("field", "value", "read by"), *rows])


def _told(read_by: str, meaning: str) -> str:
    return f"{read_by} — {meaning}" if meaning else read_by


def in_columns(rows: Sequence[Sequence[str]], width: int = WIDTH) -> Iterator[str]:
    """Rows of cells as lines of aligned columns; what is too wide for a column goes on under itself.

    >>> print(*in_columns([("a", "one two"), ("bcd", "x")], 11), sep="\\n")
      a    one two
      bcd  x
    """
    used = [column for column in range(len(rows[0])) if any(row[column] for row in rows[1:])]
    widths = _widths([max(len(row[column]) for row in rows) for column in used], width - len(_GAP))
    for row in rows:
        cells = [textwrap.wrap(row[column], wide) or [""] for column, wide in zip(used, widths, strict=True)]
        for line in range(max(map(len, cells))):
            parts = (cell[line] if line < len(cell) else "" for cell in cells)
            yield (_GAP + _GAP.join(f"{part:{wide}}" for part, wide in zip(parts, widths, strict=True))).rstrip()


def _widths(wanted: list[int], width: int) -> list[int]:
    """The widths of columns that fit together: the widest give way."""
    room = width - len(_GAP) * (len(wanted) - 1)
    widths = list(wanted)
    while sum(widths) > room and max(widths) > _LEAST:
        widths[widths.index(max(widths))] -= 1
    return widths
