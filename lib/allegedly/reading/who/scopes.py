"""How far the words of a speaker reach: ranges of tokens in one sentence.

A quotation is one piece: what stands inside it never bounds what is said outside, and nothing inside reaches out.
"""

import re
from functools import cache

from allegedly.lexicon import load
from allegedly.reading.who.voices import Voice

Range = tuple[int, int]
LONGEST = 160  # tokens that a scope reaches to either side, lest a sentence without end takes quadratic time
_SIGNS = ',;:-"'  #: between them a stretch of words stands
_SIGN = re.compile(f"[{_SIGNS}]".replace("-", r"\-"))
_ADVERBIAL = re.compile(r"[abpoltQ]")
_COUNTED = re.compile("[apl]{1,3}n+[wcCgGmMrR]{1,5}e")  # "More than 200 people attended"
_STATES = re.compile('[x"]')
_SAID_BEFORE = (',"', '",', '!"', '?"')  # what ends a quotation before its speaker
_MAIN_VERB = re.compile(",a?[xev]")
_SENTENCE_END = re.compile(r"[.!?;]")


def clause_start(voice: Voice, end: int) -> int:
    """The first token of the stretch before `end` that no semicolon parts from it."""
    depth = voice.quotes[end] if end < len(voice.quotes) else -1
    at = end
    least = max(0, end - LONGEST)
    while at > least and not _is_semicolon(voice, at - 1, depth):
        if depth >= 0 and voice.quotes[at - 1] != depth:
            break
        at -= 1
    return at


def clause_end(voice: Voice, start: int, shared: bool = True) -> int:
    """Where what follows `start` ends: at a semicolon, at "while" or "but", at the end of the quotation it is in.

    Unless `shared` is false, a clause after "but" without a subject of its own is said too.
    """
    kinds, lower, quotes = voice.kinds, voice.tokens.lower, voice.quotes
    depth = quotes[start - 1] if 0 < start <= len(quotes) else -1
    stop = min(len(kinds), start + LONGEST)
    for at in range(start, stop):
        if quotes[at] != depth:
            if depth >= 0:
                return at
        elif _is_semicolon(voice, at, depth):
            return at
        elif (
            lower[at] in _breaks()
            and at > start
            and kinds[at - 1] != "b"
            and kinds[at + 1 : at + 2] != "b"
            and not (shared and _goes_on(voice, at))
        ):
            return at - 1 if kinds[at - 1] == "," else at
    return stop


def near_start(voice: Voice, end: int) -> int:
    """The first token of the clause before `end` that "and", "while" or a semicolon bounds."""
    kinds, lower = voice.kinds, voice.tokens.lower
    at = end
    least = max(0, end - LONGEST)
    while at > least and not (lower[at - 1] in _breaks() or kinds[at - 1] == ";" or kinds[max(0, at - 2) : at] == ",&"):
        at -= 1
    return at


def near_end(voice: Voice, start: int) -> int:
    """Where the clause that goes on at `start` ends at the latest: at ", and", "while" or a semicolon."""
    end = clause_end(voice, start, shared=False)
    joint = voice.kinds.find(",&", start, end)
    return joint if joint >= 0 else end


def narrow_end(voice: Voice, start: int) -> int:
    """Where a figure's own phrase ends: at "following", "after", "because"."""
    end = clause_end(voice, start)
    narrow = load("speech")["narrow"]["words"]
    return next((i for i in range(start, end) if voice.tokens.lower[i] in narrow), end)


def piece_start(voice: Voice, end: int) -> int:
    """The first token after the last comma or other sign before `end`."""
    least = max(0, end - LONGEST)
    return max(least, *(voice.kinds.rfind(sign, least, end) + 1 for sign in _SIGNS))


def piece_end(voice: Voice, start: int) -> int:
    """The next comma or other sign from `start` on."""
    most = min(len(voice.kinds), start + LONGEST)
    sign = _SIGN.search(voice.kinds, start, most)
    return sign.start() if sign else max(start, most)


def quotation_after(voice: Voice, start: int) -> Range:
    """The first quotation from `start` on; an empty range if there is none."""
    first = voice.kinds.find('"', start, start + LONGEST)
    last = voice.kinds.find('"', first + 1, first + LONGEST) if first >= 0 else -1
    return (first, last + 1) if last >= 0 else (first, len(voice.kinds)) if first >= 0 else (start, start)


def relative_end(voice: Voice, start: int, end: int) -> int:
    """Where a clause with "which" ends before `end`: at a comma that the main verb follows."""
    resumed = _MAIN_VERB.search(voice.kinds, start, end)
    return resumed.start() if resumed else end


def verb_scope(voice: Voice, begin: int, after: int, inverted: bool, toll: bool) -> Range:
    """What is said by a speaker and verb that stand from `begin` up to `after`.

    It is what follows them, what stands before them ("…, he said."), or both around an aside ("…, he said, …").
    """
    kinds = voice.kinds
    before = kinds[begin - 1] if begin else "."
    rest = after
    while rest < len(kinds) and kinds[rest] in "at":
        rest += 1
    follow = kinds[rest] if rest < len(kinds) else "."
    further = kinds[rest + 1 : rest + 2]
    aside = follow == "," and (before == '"' or further not in ('"', "b", "Q"))
    if begin and voice.tokens.lower[begin - 1] == load("speech")["phrases"]["aside"] and follow in ",.":
        return near_start(voice, begin - 1), near_end(voice, after)
    if inverted and before in ',"-':
        return clause_start(voice, begin), clause_end(voice, after) if aside else after
    if begin > 1 and before in ',"-':
        ends = follow in ".!?;)" or (follow in "opl" and not _has_clause(voice, rest))
        ends = ends or (kinds[begin - 2 : begin] in _SAID_BEFORE and _is_circumstance(voice, rest))
        if ends or (aside and _is_statement(voice, begin)):
            return clause_start(voice, begin), after if ends else clause_end(voice, after)
    return after, narrow_end(voice, after) if toll else clause_end(voice, after)


def _is_statement(voice: Voice, end: int) -> bool:
    """Whether the words up to `end` are more than one adverbial: "On Monday," states nothing."""
    words = voice.kinds[clause_start(voice, end) : end - 1]
    return (
        bool(_STATES.search(words)) or bool(_COUNTED.match(words)) or not (_ADVERBIAL.match(words) and "," not in words)
    )


def _is_circumstance(voice: Voice, at: int) -> bool:
    """Whether the words after a verb of saying tell when or how, and not what: "the general said when asked"."""
    return voice.kinds[at : at + 1] in tuple("Qopl") or (
        voice.kinds[at : at + 1] == "b" and voice.tokens.lower[at] not in load("speech")["phrases"]["passive"]
    )


def _has_clause(voice: Voice, start: int) -> bool:
    """Whether words with a verb of their own, or a quotation, follow before the sentence ends."""
    end = _SENTENCE_END.search(voice.kinds, start, start + LONGEST)
    return bool(re.search('[bx:"]', voice.kinds[start : end.start() if end else start + LONGEST]))


def _goes_on(voice: Voice, at: int) -> bool:
    """Whether the clause after "but" has no subject of its own: "is to win, but only secured 39 seats"."""
    negation = load("speech")["negation"]["unsaid"]
    at += 1
    while voice.kinds[at : at + 1] == "a":
        at += 1
    return voice.kinds[at : at + 1] in ("e", "x") and voice.tokens.lower[at] not in negation


def _is_semicolon(voice: Voice, at: int, depth: int) -> bool:
    return voice.kinds[at] == ";" and voice.tokens.words[at] == ";" and voice.quotes[at] == depth


@cache
def _breaks() -> frozenset[str]:
    return frozenset(load("speech")["breaks"]["words"])
