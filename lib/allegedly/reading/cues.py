"""The cues of a sentence: the words that give a claim to a speaker, who that is, and how far they reach."""

import re
from dataclasses import dataclass
from functools import cache

from allegedly.lexicon import load
from allegedly.reading.voices import Voice

Phrase = tuple[int, int]
_END = re.compile(r"[.!?;]")
_ADVERBIAL = re.compile(r"[abpotQ]")
_BOUNDARY = frozenset(',.;:"-)!?atopQbe')
_REACH = 40  # tokens that are looked at on either side of a cue


@dataclass(slots=True)
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

    def covers(self, token: int) -> bool:
        inside = self.lead <= token < self.stop and not self.first <= token < self.last
        return inside and not (self.speaker and self.speaker[0] <= token < self.speaker[1])

    def reach(self) -> int:
        return self.stop - self.lead


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


def find_cues(voice: Voice) -> list[Cue]:
    """The cues of a sentence in order, each with its speaker's phrase and its scope."""
    index, lower = _index(), voice.tokens.lower
    found: list[Cue] = []
    for i, word in enumerate(lower):
        for sort, row, rest in index.get(word, ()):
            last = i + 1 + len(rest)
            if rest and tuple(lower[i + 1 : last]) != rest:
                continue
            cue = _READERS[sort](voice, row, i, last)
            if cue:
                found.append(cue)
                break
    _part(voice, found)
    return found


# --- verbs -----------------------------------------------------------------------------------------------------------


def _read_verb(voice: Voice, row: dict, at: int, last: int) -> Cue | None:
    kinds = voice.kinds
    if kinds[at] != "v":
        return None
    group = _group_start(voice, at)
    if _is_negated(voice, group, at):
        return None
    if _is_passive(voice, group, at):
        return _read_passive(voice, row, group, at, last)
    after = _skip_adverbs(voice, last)
    speaker, inverted, follows = _subject(voice, row, group, at)
    if not (speaker or follows) or not _has_frame(voice, row, after):
        return None
    if speaker and (row.get("source") or speaker[1] - speaker[0] == 0) and not voice.is_source(speaker):
        return None
    hearer = None
    if row.get("told"):
        hearer = voice.phrase_after(last)
        last = hearer[1] if hearer else last
    lead, stop = _scope(voice, row, speaker, group, last, inverted)
    return Cue(row, at, last, speaker, lead, stop, follows, hearer)


def _group_start(voice: Voice, at: int) -> int:
    """The first token of the verb group that ends at `at`: "has since", "also"."""
    while at and voice.kinds[at - 1] in "xa":
        at -= 1
    return at


def _skip_adverbs(voice: Voice, at: int) -> int:
    while at < len(voice.kinds) and voice.kinds[at] in "at":
        at += 1
    return at


def _is_negated(voice: Voice, group: int, at: int) -> bool:
    negation = load("speech")["negation"]
    lower = voice.tokens.lower
    if any(word in negation["words"] or word.endswith(tuple(negation["endings"])) for word in lower[group:at]):
        return True
    return group > 1 and voice.kinds[group - 1] == "p" and lower[group - 2] in negation["unsaid"]


def _is_passive(voice: Voice, group: int, at: int) -> bool:
    lower = voice.tokens.lower
    if lower[at].endswith("ing"):
        return False
    return any(word in load("words")["be"]["words"] for word in lower[group:at])


def _read_passive(voice: Voice, row: dict, group: int, at: int, last: int) -> Cue | None:
    """A passive: its doer after "by" speaks; without one it only casts doubt: "are believed to have"."""
    kinds, lower = voice.kinds, voice.tokens.lower
    agent = load("speech")["phrases"]["agent"]
    lead, stop = _clause(voice, group), _clause_end(voice, last)
    for i in range(last, min(stop, at + _REACH)):
        if lower[i] == agent:
            doer = voice.phrase_after(i + 1)
            if doer and voice.is_source(doer):
                if i == last:
                    last = doer[1]
                return Cue(row, at, last, doer, lead, stop)
    doubt = row.get("passive")
    follows = last < len(kinds) and (kinds[last] in "pb" or row.get("bare"))
    if not doubt or not follows:
        return None
    return Cue({"stance": doubt, "doubt": True}, at, last, None, lead, stop)


def _has_frame(voice: Voice, row: dict, after: int) -> bool:
    kinds, lower = voice.kinds, voice.tokens.lower
    follow = kinds[after] if after < len(kinds) else "."
    if row.get("that"):
        return (
            follow in "b:"
            or kinds[after : after + 2] in (',"', "vn")
            or follow == '"'
            or follow in ",.;"
            or follow == "v"
        )
    if row.get("quote"):
        return '"' in kinds[max(0, after - _REACH) : after + 12]
    if row.get("toll"):
        return any(word in load("speech")["toll"]["words"] for word in lower[after : after + 7])
    return True


def _subject(voice: Voice, row: dict, group: int, at: int) -> tuple[Phrase | None, bool, bool]:
    """The phrase of the one who speaks, whether it stands after the verb, and whether it must be looked for."""
    kinds = voice.kinds
    before = kinds[group - 1] if group else "."
    if row.get("inverts") and group == at and before in ',"-.:)':
        phrase = voice.phrase_after(at + 1)
        if phrase and voice.is_source(phrase):
            follow = kinds[phrase[1]] if phrase[1] < len(kinds) else "."
            if follow in _BOUNDARY and not _is_apposed(voice, group):
                return phrase, True, False
    phrase = voice.phrase_before(group)
    if phrase:
        return phrase, False, False
    if before == "Q":
        return _antecedent(voice, group - 1), False, False
    if before in ',-"&b' or (before == "p" and group > 1):
        found = _before_commas(voice, group) if before == "," else None
        if found:
            return found, False, False
        if before != "p" and (
            voice.tokens.lower[at].endswith("ing") or before in "&b" or kinds[group - 2 : group] == ",&"
        ):
            return None, False, True
    return None, False, False


def _is_apposed(voice: Voice, group: int) -> bool:
    """Whether a verb after a comma has its subject before an apposition: "Ida Holm, the mayor, said Ukraine, …"."""
    return False


def _antecedent(voice: Voice, relative: int) -> Phrase | None:
    """What "who" or "which" stands for: the phrase before it, over a comma or a time."""
    at = relative
    while at and voice.kinds[at - 1] in ",tano":
        at -= 1
    return voice.phrase_before(at)


def _before_commas(voice: Voice, end: int) -> Phrase | None:
    """The subject before appositions and asides: "Ida Holm, the mayor of Os, said"; "the mayor, Ida Holm, said"."""
    kinds = voice.kinds
    close = end - 1
    for _ in range(4):
        opened = kinds.rfind(",", max(0, close - _REACH), close)
        if opened < 1 or '"' in kinds[opened:close]:
            return None
        inner = voice.phrase_before(close)
        phrase = voice.phrase_before(opened)
        if phrase and voice.is_source(phrase) and _starts_clause(voice, phrase[0]):
            is_name = inner and inner[0] == opened + 1 and re.fullmatch("R*i?(?:C|i)+", kinds[inner[0] : inner[1]])
            described = re.search(r"[rRg]", kinds[phrase[0] : phrase[1]])
            return inner if is_name and described else phrase
        close = opened
    return None


def _starts_clause(voice: Voice, at: int) -> bool:
    return at == 0 or voice.kinds[at - 1] in ',;:"b&-.'


# --- words before a speaker ------------------------------------------------------------------------------------------


def _read_source(voice: Voice, row: dict, at: int, last: int) -> Cue | None:
    kinds = voice.kinds
    phrase = voice.phrase_after(last)
    if not phrase or not voice.is_source(phrase):
        return None
    if row.get("named") and not re.search("[CKGR]", kinds[phrase[0] : phrase[1]]):
        return None
    if row.get("document"):
        inner = re.match(r"D?[wCcKken]*[mM](o?)", kinds[phrase[0] : phrase[1]])
        if not inner or bool(inner.group(1)) != bool(row.get("owned")) or (at and kinds[at - 1] not in ',.&b"'):
            return None
        if row.get("owned") and not voice.is_source((phrase[0] + inner.end(), phrase[1])):
            return None
    before = kinds[at - 1] if at else "."
    end = phrase[1]
    follow = kinds[end] if end < len(kinds) else "."
    if at == 0 or before in '.;:"&bp' or (before == "," and at > 1 and kinds[at - 2] in "&b"):
        lead, stop = last, _clause_end(voice, end)
    elif before == "," or row.get("relay"):
        lead, stop = _clause(voice, at), _clause_end(voice, end + 1 if follow == ";" else end)
    else:
        lead, stop = _piece(voice, at), end
    return Cue(row, at, last, phrase, lead, stop)


def _read_adverb(voice: Voice, row: dict, at: int, last: int) -> Cue:
    kinds = voice.kinds
    stop = last
    if stop < len(kinds) and kinds[stop] == ",":
        stop += 1
    while stop < len(kinds) and kinds[stop] not in ",;:-.":
        stop += 1
    return Cue(row | {"doubt": True}, at, last, None, last, stop)


_READERS = {"verb": _read_verb, "source": _read_source, "adverb": _read_adverb}


# --- scopes ----------------------------------------------------------------------------------------------------------


def _scope(voice: Voice, row: dict, speaker: Phrase | None, group: int, last: int, inverted: bool) -> tuple[int, int]:
    """What a verb's speaker says: the words after it, those before it, or both around an aside."""
    kinds = voice.kinds
    begin = min(speaker[0], group) if speaker else group
    if inverted:
        after = speaker[1]
    else:
        after = last
    before = kinds[begin - 1] if begin else "."
    rest = _skip_adverbs(voice, after)
    follow = kinds[rest] if rest < len(kinds) else "."
    has_before = begin > 1 and before in ',"-' and _is_statement(voice, begin)
    if inverted and (has_before or before in ',"-'):
        return _clause(voice, begin), (
            _clause_end(voice, after) if follow == "," and not _opens_quote(voice, rest + 1) else after
        )
    if has_before and follow in ".!?;)":
        return _clause(voice, begin), after
    if has_before and follow in "op" and not _has_clause(voice, rest):
        return _clause(voice, begin), after
    if has_before and follow == "," and not _opens_quote(voice, rest + 1):
        return _clause(voice, begin), _clause_end(voice, after)
    if row.get("toll"):
        return last, _narrow_end(voice, last)
    return last, _clause_end(voice, last)


def _is_statement(voice: Voice, end: int) -> bool:
    """Whether the words up to `end` are more than one adverbial: "On Monday," states nothing."""
    kinds = voice.kinds
    first = _clause(voice, end)
    if kinds[first : first + 1] == '"' or '"' in kinds[first:end]:
        return True
    words = kinds[first : end - 1]
    return bool(words) and not (_ADVERBIAL.match(words) and "," not in words) and bool(re.search("[xevw]", words))


def _has_clause(voice: Voice, start: int) -> bool:
    """Whether a clause with a verb of its own starts soon after `start`."""
    kinds = voice.kinds
    end = _END.search(kinds, start)
    words = kinds[start : end.start() if end else len(kinds)]
    return bool(re.search('[bx:"]', words))


def _opens_quote(voice: Voice, at: int) -> bool:
    return at < len(voice.kinds) and voice.kinds[at] in '"b'


def _clause(voice: Voice, end: int) -> int:
    """The first token of the stretch before `end` that no semicolon parts from it."""
    kinds, quotes = voice.kinds, voice.quotes
    depth = quotes[end] if end < len(quotes) else -1
    at = end
    while at and not (kinds[at - 1] == ";" and voice.tokens.words[at - 1] == ";" and quotes[at - 1] == depth):
        if quotes[at - 1] != depth and depth >= 0:
            break
        at -= 1
    return at


def _clause_end(voice: Voice, start: int) -> int:
    """Where what follows `start` ends: at a semicolon, at "while" or "but", at the end of the quotation it is in."""
    kinds, lower, quotes = voice.kinds, voice.tokens.lower, voice.quotes
    breaks = _breaks()
    depth = quotes[start - 1] if 0 < start <= len(quotes) else -1
    for at in range(start, len(kinds)):
        if depth >= 0 and quotes[at] != depth:
            return at
        if quotes[at] != depth:
            continue
        if kinds[at] == ";" and voice.tokens.words[at] == ";":
            return at
        if lower[at] in breaks and at > start and kinds[at - 1] != "b" and not _says_on(voice, at):
            return at - 1 if kinds[at - 1] == "," else at
    return len(kinds)


def _says_on(voice: Voice, at: int) -> bool:
    """Whether "but" goes on with what is said: "but that the toll may rise"."""
    return at + 1 < len(voice.kinds) and voice.kinds[at + 1] == "b"


def _narrow_end(voice: Voice, start: int) -> int:
    end = _clause_end(voice, start)
    narrow = load("speech")["narrow"]["words"]
    return next((i for i in range(start, end) if voice.tokens.lower[i] in narrow), end)


def _piece(voice: Voice, end: int) -> int:
    """The first token after the last comma before `end`."""
    at = end
    while at and voice.kinds[at - 1] not in ',;:-"':
        at -= 1
    return at


@cache
def _breaks() -> frozenset[str]:
    return frozenset(load("speech")["breaks"]["words"])


def _part(voice: Voice, cues: list[Cue]) -> None:
    """End a cue's scope where the next one has a subject in a clause of its own: "X said …, and Y said …"."""
    kinds = voice.kinds
    for cue, later in zip(cues, cues[1:], strict=False):
        begin = later.speaker[0] if later.speaker and later.speaker[0] < later.first else later.first
        if later.row.get("doubt") or not (cue.last < begin < cue.stop) or later.lead < begin or later.follows:
            continue
        said = kinds[cue.last : begin]
        if kinds[begin - 1] in "&" or (kinds[begin - 1] == "," and re.search("[xe]", said)):
            cue.stop = begin
