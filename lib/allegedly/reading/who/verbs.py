"""Verbs that give a claim to a speaker: "the mayor said", "put the toll at", "was told by"."""

import re

from allegedly.lexicon import load
from allegedly.reading.who.complements import has_frame
from allegedly.reading.who.cue import Cue
from allegedly.reading.who.scopes import (
    clause_end,
    clause_start,
    near_end,
    near_start,
    piece_start,
    quotation_after,
    relative_end,
    verb_scope,
)
from allegedly.reading.who.subjects import Phrase, quoter, subject
from allegedly.reading.who.voices import Row, Voice
from allegedly.text.words import denials

_OF_MANY = re.compile("nln")
_REACH = 40  # tokens behind a passive in which its doer stands


def read_verb(voice: Voice, row: Row, at: int, last: int) -> Cue | None:
    """The cue of a verb with its frame: what stands behind it is such as its row asks for."""
    if voice.kinds[at] != "v":
        return None
    group = _group_start(voice, at)
    if not _is_negated(voice, group, at) and _is_passive(voice, group, at):
        return _read_passive(voice, row, group, at, last)
    cue = said_by(voice, row, at, last)
    if not cue or not has_frame(voice, row, last, cue.speaker):
        return None
    if cue.speaker and not row.get("any") and not voice.is_source(cue.speaker):
        return None
    if row.get("quoting"):
        cue.lead, cue.stop = quotation_after(voice, last)
    return cue


def said_by(voice: Voice, row: Row, at: int, last: int) -> Cue | None:
    """The cue of a verb in the active that ends before `last`: its subject says what its scope holds."""
    group = _group_start(voice, at)
    if _is_negated(voice, group, at) or _is_passive(voice, group, at):
        return None
    speaker, inverted, follows = subject(voice, row, group, at)
    if not (speaker or follows):
        return None
    if speaker and voice.tokens.lower[speaker[0]] in denials():
        return None  # "Neither side said"
    if speaker and _OF_MANY.match(voice.kinds, max(0, speaker[0] - 2), speaker[0] + 1):
        return None  # "Six in 10 adults say"
    hearer = voice.phrase_after(last) if row.get("told") else quoter(voice, group, at) or _heard(voice, last)
    is_quoted = speaker is not None and voice.kinds[speaker[1] : group] == "p"  # "quoted a doctor as saying"
    begin = min(speaker[0], group) if speaker and not is_quoted else group
    after = speaker[1] if speaker and inverted else max(last, hearer[1]) if hearer else last
    lead, stop = verb_scope(voice, begin, after, inverted, row.get("toll", False))
    if "Q" in voice.kinds[max(0, begin - 1) : begin] + voice.kinds[max(0, group - 1) : group]:
        stop = relative_end(voice, after, stop)
    return Cue(row, at, last, speaker, lead, stop, follows, hearer)


def _heard(voice: Voice, last: int) -> Phrase | None:
    """Whom one told: Reuters in "confirmed to Reuters that"."""
    to = voice.tokens.lower[last : last + 1] == [load("speech")["phrases"]["passive"][0]]
    return voice.phrase_after(last + 1) if to else None


def _group_start(voice: Voice, at: int) -> int:
    """The first token of the verb group that ends at `at`: "has since said", "went on to say"."""
    kinds, lower = voice.kinds, voice.tokens.lower
    if at > 2 and " ".join(lower[at - 3 : at]) in load("speech")["phrases"]["through"]:
        at -= 3
    between = load("speech")["phrases"]["between"]
    while at and (kinds[at - 1] in "xa" or lower[at - 1] in between):
        at -= 1
    return at


def _is_negated(voice: Voice, group: int, at: int) -> bool:
    negation = load("speech")["negation"]
    lower = voice.tokens.lower
    if any(word in denials() or word.endswith(tuple(negation["endings"])) for word in lower[group:at]):
        return True
    return group > 1 and voice.kinds[group - 1] == "p" and lower[group - 2] in negation["unsaid"]


def _is_passive(voice: Voice, group: int, at: int) -> bool:
    lower = voice.tokens.lower
    be = load("words")["be"]["words"]
    if lower[at].endswith(load("speech")["phrases"]["participle"]):
        return False
    return any(word in be for word in lower[group:at]) or (
        lower[at + 1 : at + 2] == [load("speech")["phrases"]["agent"]] and not lower[at].endswith("s")
    )


def _read_passive(voice: Voice, row: Row, group: int, at: int, last: int) -> Cue | None:
    """A passive: its doer after "by" speaks; without one it only casts doubt: "are believed to have"."""
    kinds, lower = voice.kinds, voice.tokens.lower
    agent = load("speech")["phrases"]["agent"]
    if row.get("about"):
        return None
    for i in range(last, min(clause_end(voice, last), at + _REACH)):
        if lower[i] == agent:
            doer = voice.phrase_after(i + 1)
            if doer and voice.is_source(doer):
                near = voice.phrase_before(group)
                piece = piece_start(voice, group)
                lead = piece if near and near[0] == piece else clause_start(voice, group)
                return Cue(row, at, i + 1 if i == last else last, doer, lead, clause_end(voice, last))
    follow = lower[last] if last < len(kinds) else ""
    phrases = load("speech")["phrases"]
    follows = (
        follow in phrases["passive"] or follow in row.get("passes", ()) or row.get("bare") or follow == phrases["at"]
    )
    stance = row.get("passive") or row.get("stance")
    if not stance or not follows:
        return None
    doubt = {"stance": stance}
    return Cue(doubt, at, last, None, near_start(voice, group), near_end(voice, last), sort="doubt")
