"""The cues of a sentence, in order."""

import re
from functools import cache
from itertools import pairwise

from allegedly.lexicon import load
from allegedly.reading.who.cue import Cue
from allegedly.reading.who.rules import told
from allegedly.reading.who.sources import read_adverb, read_headline, read_noun, read_source
from allegedly.reading.who.verbs import read_verb
from allegedly.reading.who.voices import Row, Voice


def find_cues(voice: Voice) -> list[Cue]:
    """The cues of a sentence in order, each with its speaker's phrase and its scope."""
    index, lower = _index(), voice.tokens.lower
    named = told(voice)
    taken = {i for cue in named.cues for i in range(cue.first, cue.last)} if named.cues else ()
    found = [*named.cues]
    for i in [i for i, word in enumerate(lower) if word in index and i not in named.void and i not in taken]:
        for sort, row, rest in index[lower[i]]:
            last = i + 1 + len(rest)
            if rest and tuple(lower[i + 1 : last]) != rest:
                continue
            cue = _READERS[sort](voice, row, i, last)
            if cue:
                found.append(cue)
                break
    found.sort(key=_first)
    _part(voice, found)
    return found + read_headline(voice)


def _first(cue: Cue) -> int:
    return cue.first


@cache
def _index() -> dict[str, list[tuple[str, Row, tuple[str, ...]]]]:
    """First word → the rows that start with it, the longest first: ("verb", row, its further words)."""
    index: dict[str, list[tuple[str, Row, tuple[str, ...]]]] = {}
    speech = load("speech")
    for row in speech["verb"]:
        for form in row["forms"]:
            index.setdefault(form, []).append(("verb", row, ()))
    for row in speech["noun"]:
        for word in row["forms"]:
            index.setdefault(word, []).append(("noun", row, ()))
    for sort in ("source", "adverb"):
        for row in speech[sort]:
            first, *rest = row["words"].split()
            index.setdefault(first, []).append((sort, row, tuple(rest)))
    for rows in index.values():
        rows.sort(key=lambda entry: -len(entry[2]))
    return index


_READERS = {"verb": read_verb, "source": read_source, "adverb": read_adverb, "noun": read_noun}


def _part(voice: Voice, cues: list[Cue]) -> None:
    """End a cue's scope where the next one has a subject in a clause of its own: "X said …, and Y said …"."""
    kinds = voice.kinds
    said = [cue for cue in cues if cue.tells]
    for cue, later in pairwise(said):
        begin = later.speaker[0] if later.speaker and later.speaker[0] < later.first else later.first
        if later.sort == "verb" and later.lead <= cue.first and cue.last < begin < cue.stop and cue.lead == cue.last:
            cue.stop = begin
        if later.sort == "verb" and begin > 1 and kinds[begin - 2 : begin] == ",l" and cue.last < begin < cue.stop:
            cue.stop = begin - 2  # "…, with police saying"
        if not (cue.last < begin < cue.stop) or later.lead < begin or later.follows:
            continue
        if kinds[begin - 1] == "&" or (kinds[begin - 1] == "," and re.search("[xe]", kinds[cue.last : begin])):
            cue.stop = begin
