"""Transcripts: who speaks by the label at the start of a line, "MR. VIK: We lost five men."

A label speaks until the next one. An article has labels only if two of its lines bear one, of which one may be the mark
of a question: a dateline is none.
"""

import re
from bisect import bisect_right
from functools import cache

from allegedly.lexicon import load
from allegedly.reading.names import Who


def labels(text: str) -> "Labels":
    """The labels of a text, with where each starts to speak; questions are nobody's claim."""
    found = [(match.end(), match["name"]) for match in _pattern().finditer(text)]
    return Labels(found if len(found) > 1 else [])


class Labels:
    """The labels of a transcript, by offset."""

    def __init__(self, found: list[tuple[int, str | None]]):
        self._starts = [start for start, _ in found]
        self._names = [name for _, name in found]

    def __bool__(self) -> bool:
        return bool(self._starts)

    def speaker(self, offset: int) -> Who | None:
        """The label that speaks at an offset.

        >>> labels("MR. VIK: We lost five. \\nMS. LUND: No.").speaker(12).name
        'Vik'
        """
        number = bisect_right(self._starts, offset) - 1
        name = self._names[number] if number >= 0 else None
        if not name:
            return None
        speech = load("speech")
        titles = {*speech["titles"]["words"], *speech["nouns"]["people"]}
        words = [word for word in name.split() if word.lower().rstrip(".") not in titles]
        start = self._starts[number]
        if 0 < len(words) < len(name.split()):
            return Who(" ".join(words).title(), name, start, "person")
        return Who(name, name, start, "role")


@cache
def _pattern() -> re.Pattern:
    """A line that starts with words in capitals and a colon, or with the mark of a question."""
    question = "|".join(re.escape(word) for word in load("speech")["labels"]["question"])
    name = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,5}"
    return re.compile(rf"^[ \t]*(?:(?:{question})(?::|[.]?[ \t]{{2,}})|(?P<name>{name}):(?=[ \t]))", re.MULTILINE)
