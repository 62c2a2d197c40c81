"""Transcripts: who speaks by the label at the start of a line, "MR. VIK: We lost five men."

A label speaks until the next one. An article has labels only if two of its lines bear one, of which one may be the mark
of a question: a dateline is none. A label in small letters, "Anna Falk:", is one in an interview if it stands twice, or
where lines are marked as questions and answers: what is answered is said by whom such a label named last.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache

from allegedly.lexicon import load
from allegedly.reading.who.names import Who


def labels(text: str) -> "Labels":
    """The labels of a text, with where each starts to speak; questions are nobody's claim."""
    matches = list(_pattern().finditer(text))
    if sum(match["answer"] is not None for match in matches) > 1 and any(match["asked"] for match in matches):
        return Labels(list(_answers(matches)))
    matches = [match for match in matches if not (match["answer"] or match["asked"])]
    times = Counter(match["person"] for match in matches)
    asked = any(match["name"] is match["person"] is None for match in matches)
    found = [
        (m.end(), m["name"] or m["person"]) for m in matches if not m["person"] or (asked and times[m["person"]] > 1)
    ]
    return Labels(found if len(found) > 1 else [])


def _answers(matches: list[re.Match[str]]) -> Iterator[tuple[int, str | None]]:
    """The labels where questions and answers are marked: a name behind an answer opens what nobody of them says."""
    named: str | None = None
    answered = False
    for match in matches:
        name = match["name"] or match["person"]
        if name and not answered:
            named = name
        says = match["answer"] or (name and not answered)
        yield match.end(), named if says else None
        answered = bool(match["answer"])


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
        start, printed = self._starts[number], name.partition(" #")[0].split()
        words = [word for word in printed if word.lower().rstrip(".") not in titles]
        if not name.isupper():
            return Who(name, name, start, "person")
        if words and words[-1] != printed[-1]:  # "SENIOR ADMINISTRATION OFFICIAL #2"
            return Who(name.lower(), name, start, "role")
        if 0 < len(words) < len(printed):
            return Who(" ".join(words).title(), name, start, "person")
        return Who(name, name, start, "role")


@cache
def _pattern() -> re.Pattern[str]:
    """A line that starts with words in capitals and a colon, or with the mark of a question."""
    question = "|".join(re.escape(word) for word in load("speech")["labels"]["question"])
    name = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]*){0,5}(?: #\d)?"
    person = r"[A-ZÀ-Þ][\w.'’-]{1,30}(?: [A-ZÀ-Þ][\w.'’-]{1,30}){1,3}"
    answer = "|".join(re.escape(word) for word in load("speech")["labels"]["answer"])
    asked = rf"(?:{question})(?::|[.]?[ \t]{{2,}})|(?P<asked>{question})[.](?=[ \t])|(?P<answer>{answer})[.:](?=[ \t])"
    return re.compile(rf"^[ \t]*(?:{asked}|(?P<name>{name}):(?=[ \t])|(?P<person>{person}):(?=[ \t]+\D))", re.MULTILINE)
