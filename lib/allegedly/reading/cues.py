"""The cues of a sentence: the words that give a claim to a speaker, who that is, and how far they reach."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from allegedly.lexicon import load
from allegedly.reading.frames import has_frame
from allegedly.reading.scopes import (
    LONGEST,
    clause_end,
    clause_start,
    near_end,
    near_start,
    piece_end,
    piece_start,
    quotation_after,
    relative_end,
    verb_scope,
)  # fmt: skip
from allegedly.reading.subjects import Phrase, issuer, subject
from allegedly.reading.voices import Voice

_REACH = 40  # tokens that are looked at on either side of a cue


@dataclass(slots=True, eq=False)
class Cue:
    """A cue: its row, its token range, its speaker's phrase and the token range of what it says."""

    row: dict
    first: int
    last: int
    speaker: Phrase | None
    lead: int
    stop: int
    follows: bool = False  #: the speaker is the sentence's own subject or the last one: "…, adding that"
    hearer: Phrase | None = None
    sort: str = "verb"  #: verb, source, or doubt: words that name no speaker

    def covers(self, token: int) -> bool:
        """Whether the token is part of what is said."""
        inside = self.lead <= token < self.stop and not self.first <= token < self.last
        return inside and not (self.speaker and self.speaker[0] <= token < self.speaker[1])

    def reach(self) -> int:
        """The tokens it reaches over: of two cues the nearer reaches less far."""
        return self.stop - self.lead


def cues_near(cues: list[Cue], token: int) -> list[Cue]:
    """Those of a sentence's cues that may reach a token."""
    low = bisect_left(cues, token - 2 * LONGEST, key=_first)
    return cues[low : bisect_left(cues, token + 2 * LONGEST, key=_first)]


def _first(cue: Cue) -> int:
    return cue.first


def find_cues(voice: Voice) -> list[Cue]:
    """The cues of a sentence in order, each with its speaker's phrase and its scope."""
    index, lower = _index(), voice.tokens.lower
    found: list[Cue] = []
    for i in [i for i, word in enumerate(lower) if word in index]:
        for sort, row, rest in index[lower[i]]:
            last = i + 1 + len(rest)
            if rest and tuple(lower[i + 1 : last]) != rest:
                continue
            cue = _READERS[sort](voice, row, i, last)
            if cue:
                found.append(cue)
                break
    _part(voice, found)
    return found


@cache
def _index() -> dict[str, list[tuple[str, dict, tuple[str, ...]]]]:
    """First word → the rows that start with it, the longest first: ("verb", row, its further words)."""
    index: dict[str, list] = {}
    speech = load("speech")
    for row in speech["verb"]:
        for form in row["forms"]:
            index.setdefault(form, []).append(("verb", row, ()))
    for sort in ("source", "adverb"):
        for row in speech[sort]:
            first, *rest = row["words"].split()
            index.setdefault(first, []).append((sort, row, tuple(rest)))
    for rows in index.values():
        rows.sort(key=lambda entry: -len(entry[2]))
    return index


# --- verbs -----------------------------------------------------------------------------------------------------------


def _read_verb(voice: Voice, row: dict, at: int, last: int) -> Cue | None:
    if voice.kinds[at] != "v":
        return None
    group = _group_start(voice, at)
    if _is_negated(voice, group, at):
        return None
    if _is_passive(voice, group, at):
        return _read_passive(voice, row, group, at, last)
    speaker, inverted, follows = subject(voice, row, group, at)
    if not (speaker or follows) or not has_frame(voice, row, last, speaker):
        return None
    if speaker and row.get("source") and not voice.is_source(speaker):
        return None
    hearer = voice.phrase_after(last) if row.get("told") else None
    is_quoted = bool(speaker) and voice.kinds[speaker[1] : group] == "p"  # "quoted a doctor as saying"
    begin = min(speaker[0], group) if speaker and not is_quoted else group
    after = speaker[1] if inverted else hearer[1] if hearer else last
    lead, stop = verb_scope(voice, begin, after, inverted, row.get("toll", False))
    if row.get("inside"):
        lead, stop = quotation_after(voice, last)
    if "Q" in voice.kinds[max(0, begin - 1) : begin] + voice.kinds[max(0, group - 1) : group]:
        stop = relative_end(voice, after, stop)
    return Cue(row, at, last, speaker, lead, stop, follows, hearer)


def _group_start(voice: Voice, at: int) -> int:
    """The first token of the verb group that ends at `at`: "has since said", "went on to say"."""
    kinds, lower = voice.kinds, voice.tokens.lower
    if at > 2 and " ".join(lower[at - 3 : at]) in load("speech")["phrases"]["through"]:
        at -= 3
    while at and kinds[at - 1] in "xa":
        at -= 1
    return at


def _is_negated(voice: Voice, group: int, at: int) -> bool:
    negation = load("speech")["negation"]
    lower = voice.tokens.lower
    if any(word in negation["words"] or word.endswith(tuple(negation["endings"])) for word in lower[group:at]):
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


def _read_passive(voice: Voice, row: dict, group: int, at: int, last: int) -> Cue | None:
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
        follow in phrases["passive"]
        or follow in row.get("passes", ())
        or row.get("bare")
        or (row.get("at") and follow == phrases["at"])
    )
    if "passive" not in row or not follows:
        return None
    doubt = {"stance": row["passive"]}
    return Cue(doubt, at, last, None, near_start(voice, group), near_end(voice, last), sort="doubt")


# --- words before a speaker, and words of doubt ---------------------------------------------------------------------


def _read_source(voice: Voice, row: dict, at: int, last: int) -> Cue | None:
    kinds = voice.kinds
    phrase = voice.phrase_after(last)
    if not phrase or not _is_named(voice, row, phrase, at):
        return None
    phrase = issuer(voice, phrase) or phrase
    before = kinds[at - 1] if at else "."
    end = phrase[1]
    if at == 0 or before in '.;:"&bpQ' or (before == "," and at > 1 and kinds[at - 2] in "&bpolx"):
        lead, stop = last, clause_end(voice, end)
    elif before == "," or row.get("relay"):
        lead, stop = clause_start(voice, at), clause_end(voice, end + (kinds[end : end + 1] == ";"))
    else:
        lead, stop = piece_start(voice, at), end
    return Cue(row, at, last, phrase, lead, stop, sort="source")


def _is_named(voice: Voice, row: dict, phrase: Phrase, at: int) -> bool:
    """Whether the phrase is such as the row asks for: a source, a name, a document and whose it is; not a plan."""
    kinds = voice.kinds[slice(*phrase)]
    if "never" in row:
        return not any(word in row["never"] for word in voice.tokens.lower[slice(*phrase)])
    if not voice.is_source(phrase):
        return False
    if row.get("named"):
        return bool(re.search("[CKGR]", kinds))
    if row.get("document"):
        inner = re.match(r"D?[wCcKken]*[mM]([ol]?)", kinds)
        if not inner or bool(inner.group(1)) != bool(row.get("owned")) or (at and voice.kinds[at - 1] not in ',.&b"'):
            return False
        return not row.get("owned") or voice.is_source((phrase[0] + inner.end(), phrase[1]))
    return True


def _read_adverb(voice: Voice, row: dict, at: int, last: int) -> Cue:
    follow = last + 1 if voice.kinds[last : last + 1] == "," else last
    return Cue(row, at, last, None, last, piece_end(voice, follow), sort="doubt")


_READERS = {"verb": _read_verb, "source": _read_source, "adverb": _read_adverb}


def _part(voice: Voice, cues: list[Cue]) -> None:
    """End a cue's scope where the next one has a subject in a clause of its own: "X said …, and Y said …"."""
    kinds = voice.kinds
    said = [cue for cue in cues if cue.sort != "doubt"]
    for cue, later in pairwise(said):
        begin = later.speaker[0] if later.speaker and later.speaker[0] < later.first else later.first
        if later.sort == "verb" and later.lead <= cue.first and cue.last < begin < cue.stop and cue.lead == cue.last:
            cue.stop = begin
        if not (cue.last < begin < cue.stop) or later.lead < begin or later.follows:
            continue
        if kinds[begin - 1] == "&" or (kinds[begin - 1] == "," and re.search("[xe]", kinds[cue.last : begin])):
            cue.stop = begin
