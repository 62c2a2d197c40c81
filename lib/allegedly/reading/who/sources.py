"""Other words that give a claim to a speaker, or cast doubt: "according to", "the charity's count of", "reportedly"."""

import re

from allegedly.lexicon import load
from allegedly.reading.who.cue import Cue
from allegedly.reading.who.scopes import clause_end, clause_start, piece_end, piece_start
from allegedly.reading.who.subjects import Phrase, issuer
from allegedly.reading.who.voices import Row, Voice

_LONGEST = 40  # tokens of a headline
_ONE_SUBJECT = re.compile("&a?[xe]")  # "was at least 25 percent, and averaged 50 according to"
_OWNED = re.compile("(?:[kKY]|(?<=[rgwCRG])i)[wenr]{0,3}[mwvc]$")  # "the charity's low estimate"
_TOLD = re.compile("[xve]")


def read_source(voice: Voice, row: Row, at: int, last: int) -> Cue | None:
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
        if _ONE_SUBJECT.match(kinds, lead):
            lead = clause_start(voice, at)
    return Cue(row, at, last, phrase, lead, stop, sort="source")


def _is_named(voice: Voice, row: Row, phrase: Phrase, at: int) -> bool:
    """Whether the phrase is such as the row asks for: a source, a name, a document and whose it is; not a plan."""
    kinds = voice.kinds[slice(*phrase)]
    if "never" in row:
        return not any(word in row["never"] for word in voice.tokens.lower[slice(*phrase)])
    if not voice.is_source(phrase):
        return False
    if row.get("named"):
        opens = at == 0 or voice.kinds[at - 1] in ',"'
        return bool(re.search("[CKGR]", kinds) or (opens and kinds[0] == "D" and re.search("[rgm]", kinds)))
    if row.get("document"):
        inner = re.match(r"D?[wCcKken]*[mM]([ol]?)", kinds)
        if not inner or bool(inner.group(1)) != bool(row.get("owned")) or (at and voice.kinds[at - 1] not in ',.&b"'):
            return False
        return not row.get("owned") or voice.is_source((phrase[0] + inner.end(), phrase[1]))
    return True


def read_adverb(voice: Voice, row: Row, at: int, last: int) -> Cue:
    follow = last + 1 if voice.kinds[last : last + 1] == "," else last
    return Cue(row, at, last, None, last, piece_end(voice, follow), sort="doubt")


def read_noun(voice: Voice, row: Row, at: int, last: int) -> Cue | None:
    """What someone's count or estimate gives: "the charity's estimate of 300"."""
    phrase = voice.phrase_before(last, objects=True)
    owned = phrase and _OWNED.search(voice.kinds, *phrase)
    if not phrase or not owned or voice.tokens.lower[last : last + 1] not in [[word] for word in row["follow"]]:
        return None
    owner = phrase[0], owned.start() + 1
    return Cue(row, at, last, owner, last, piece_end(voice, last), sort="source")


def read_headline(voice: Voice) -> list[Cue]:
    """The source that a headline ends or begins with: "Storm sinks 30 boats: officials", "Police: 3 killed"."""
    kinds = voice.kinds
    if len(kinds) > _LONGEST or kinds[-1:] in (".", '"'):
        return []
    found = []
    sign = max(kinds.rfind(":"), kinds.rfind("-"))
    if sign > 2:
        found.append((sign, voice.phrase_after(sign + 1), 0, sign))
    sign = kinds.find(":")
    if sign > 0 and _TOLD.search(kinds, sign):
        found.append((sign, voice.phrase_before(sign), sign + 1, len(kinds)))
    row = load("speech")["headed"]
    return [
        Cue(row, sign, sign + 1, phrase, lead, stop, sort="source")
        for sign, phrase, lead, stop in found
        if phrase and {phrase[0], phrase[1]} & {0, len(kinds)} and _can_head(voice, phrase)
    ]


def _can_head(voice: Voice, phrase: Phrase) -> bool:
    """Whether a phrase names a role, a body or an outlet, not a place or a figure."""
    kinds, words = voice.kinds[slice(*phrase)], voice.tokens.words[slice(*phrase)]
    outlets = load("speech")["nouns"]["outlets"]
    known = any(word.lower() in outlets or (word.isupper() and len(word) > 1) for word in words)
    return "n" not in kinds and bool(re.search("[rRgGmM]", kinds) or known)
