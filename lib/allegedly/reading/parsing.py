"""A sentence with its figures and time expressions marked, as phrases: what all questions but the first read."""

from allegedly.model import Quantity
from allegedly.reading.when.expressions import expressions
from allegedly.text.phrases import Phrases, phrases
from allegedly.text.tokens import Tokens


def parse(tokens: Tokens, quantities: list[Quantity]) -> Phrases:
    """The phrases of a sentence with its quantities as figures and its time expressions as such."""
    figures = [tokens.span(q.start, q.end) for q in quantities if q.kind != "none"]
    measured = frozenset(tokens.span(q.start, q.end)[1] for q in quantities if q.kind not in ("none", "count"))
    taken = {i for q in quantities if q.kind not in ("none", "duration") for i in range(*tokens.span(q.start, q.end))}
    return phrases(
        tokens, figures, [e for e in expressions(tokens) if taken.isdisjoint(range(e.first, e.last))], measured
    )
