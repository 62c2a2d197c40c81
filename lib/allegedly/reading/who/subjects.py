"""The phrase of the one who speaks: before the verb, after it, or beyond an apposition."""

import re

from allegedly.lexicon import load
from allegedly.reading.who.voices import Row, Voice

Phrase = tuple[int, int]
_BOUNDARY = frozenset(',.;:"-()!?atoplQbe')
_TIMES = re.compile("(?:[opl]D?[we]?)?[tn]*\\Z")
_OPENING = re.compile("(?:[aoplt][aopltDwn]*,?)?")  # "On Monday morning,"
_ONLY_NAME = re.compile("R*[Ci]+")
_TITLED = re.compile("D?[CGRw]*[Rrg](?:i?C)+(?=w)")  # "Mayor Ida Holm spoke"
_HOLDER = re.compile("D?[CGRgrw]*[CGRgr](?=w\\Z)")  # "The prison holds 720 men"
_RELATIVE = re.compile('Q[^,;:"Q]{1,14}\\Z|(?<=[mMrRgG])[ev][oplnt]*\\Z')  # "the report released on Tuesday"
_WITH_OBJECT = re.compile('(?<!,)Q[^,;:"Q&b]{1,13}[plo]\\Z')
_STATED = re.compile('[xev"]')
_PARTICIPLE = re.compile(r"(?<=[rR])e[lp]\Z")  # "a person briefed on the talks said"
_DATELINE = 12  # tokens in which the dash of a dateline stands
_REACH = 40  # tokens that an apposition may be long


def subject(voice: Voice, row: Row, group: int, at: int) -> tuple[Phrase | None, bool, bool]:
    """The subject of the verb at token `at` whose verb group starts at `group`.

    With it, whether it stands after the verb ('…, said the mayor'), and whether it must be looked for in what came
    before ('…, adding that').
    """
    kinds = voice.kinds
    before = kinds[group - 1] if group else "."
    if not row.get("told") and group == at and (before in ',".' or group == 0):
        phrase = voice.phrase_after(at + 1)
        ends = ",.;" if phrase and (kinds[phrase[0]] == "P" or not _STATED.search(kinds, 0, group)) else _BOUNDARY
        if phrase and voice.is_source(phrase) and (kinds[phrase[1] : phrase[1] + 1] or ".") in ends:
            return _named_behind(voice, phrase, ",.") or phrase, True, False
    quoted = _quoted(voice, group, at)
    if quoted:
        return quoted, False, False
    end = _before_times(voice, group)
    phrase = voice.phrase_before(end)
    if phrase:
        return _beyond_object(voice, phrase) or _doer_of(voice, phrase, row) or _whole_list(voice, phrase), False, False
    before = kinds[end - 1] if end else "."
    if before == "Q":
        return antecedent(voice, end - 1), False, False
    if before == ",":
        found = _beyond_commas(voice, end)
        if found:
            return found, False, False
    by = before in "po" and voice.tokens.lower[at].endswith(load("speech")["phrases"]["participle"])
    joined = by or before in "&b" or kinds[max(0, group - 2) : group] == ",&"
    found = _beyond_relative(voice, end)
    if found:
        return found, False, False
    aside = before in ',-"' and voice.tokens.lower[at].endswith(load("speech")["phrases"]["participle"])
    return None, False, joined or aside


def sentence_subject(voice: Voice) -> Phrase | None:
    """The phrase that a sentence starts with, after words such as "On Monday,"."""
    kinds = voice.kinds
    at = _dateline_end(voice) or (1 if kinds.startswith('"') else 0)
    for _ in range(3):
        at = next((date.last for date in voice.analysis.dates if date.first == at), at)
        while at < len(kinds) and kinds[at] == "a":
            at += 1
        phrase = voice.phrase_after(at)
        if phrase:
            named = _TITLED.match(kinds, *phrase)
            if not named and kinds[phrase[1] : phrase[1] + 1] in ("n", "D", "Y"):
                named = _HOLDER.match(kinds, *phrase)
            if named:
                return phrase[0], named.end()
            return _named_behind(voice, phrase, ",") or phrase
        comma = kinds.find(",", at, at + _REACH)
        if comma < 0:
            return None
        at = comma + 1
    return None


def _dateline_end(voice: Voice) -> int:
    """Where a dateline ends: behind the dash of "WASHINGTON – Today", "DETROIT, MI —"; 0 where there is none."""
    words = voice.tokens.words
    opens = bool(words) and len(words[0]) > 2 and words[0].isupper()
    return voice.kinds.find("-", 1, _DATELINE) + 1 if opens else 0


def _named_behind(voice: Voice, phrase: Phrase, ends: str) -> Phrase | None:
    """The name that a role has for its apposition: "the union's leader, Ida Holm," up to one of `ends`."""
    kinds = voice.kinds
    apposed = voice.phrase_after(phrase[1] + 1) if kinds[phrase[1] : phrase[1] + 1] == "," else None
    if not apposed or (kinds[apposed[1] : apposed[1] + 1] or ".") not in ends:
        return None
    is_name = _ONLY_NAME.fullmatch(kinds[slice(*apposed)]) and re.search("[rR]|^Y", kinds[slice(*phrase)])
    return apposed if is_name else None


def antecedent(voice: Voice, relative: int) -> Phrase | None:
    """What "who" or "which" stands for: the phrase before it, over a comma or a time."""
    at = relative
    while at and voice.kinds[at - 1] in ",tanol":
        at -= 1
    return voice.phrase_before(at)


def issuer(voice: Voice, phrase: Phrase) -> Phrase | None:
    """Who issued a document: the office in "figures released by the office"."""
    end = phrase[1]
    if voice.kinds[end - 1] in "mM" and voice.kinds[end : end + 1] in ("e", "v") and _is_by(voice, end + 1):
        found = voice.phrase_after(end + 2)
        return found if found and voice.is_source(found) else None
    return None


def _quoted(voice: Voice, group: int, at: int) -> Phrase | None:
    """The one whom another quotes: "the agency quoted a doctor as saying"."""
    speech = load("speech")["phrases"]
    if not (group and group == at and voice.tokens.lower[at].endswith(speech["participle"])):
        return None
    found = voice.phrase_before(group - 1, objects=True) if voice.tokens.lower[group - 1] == speech["aside"] else None
    return found if found and voice.is_source(found) and not _is_by(voice, found[0] - 1) else None


def quoter(voice: Voice, group: int, at: int) -> Phrase | None:
    """Who quotes: the agency in "the agency quoted a doctor as saying" and "he was quoted by the agency as saying"."""
    speech = load("speech")["phrases"]
    if not (group and voice.tokens.lower[at].endswith(speech["participle"])):
        return None
    if voice.tokens.lower[group - 1] != speech["aside"]:
        return None
    found = voice.phrase_before(group - 1, objects=True)
    if found and not _is_by(voice, found[0] - 1):
        found = voice.phrase_before(found[0] - 1, objects=True)
    return found if found and voice.is_source(found) else None


def _doer_of(voice: Voice, phrase: Phrase, row: Row) -> Phrase | None:
    """Those of whom a participle tells: the analysts in "analysts polled by the agency expect"."""
    first = phrase[0]
    if first > 2 and _is_by(voice, first - 1) and voice.kinds[first - 2] in "ev":
        found = voice.phrase_before(first - 2)
        return found if found and voice.kinds[found[1] - 1] in ("rRgGmM" if row.get("study") else "rRgG") else None
    return None


def _is_by(voice: Voice, at: int) -> bool:
    return voice.tokens.lower[at : at + 1] == [load("speech")["phrases"]["agent"]]


def _beyond_relative(voice: Voice, end: int) -> Phrase | None:
    """The subject before a clause with "who": "an official who asked not to be named said"."""
    clause = _RELATIVE.search(voice.kinds, max(0, end - 15), end)
    return voice.phrase_before(clause.start()) if clause else None


def _beyond_object(voice: Voice, phrase: Phrase) -> Phrase | None:
    """The subject before a clause with "who" that ends with a phrase: "residents who spoke to the Tide said"."""
    clause = _WITH_OBJECT.search(voice.kinds, max(0, phrase[0] - 15), phrase[0])
    clause = clause or _PARTICIPLE.search(voice.kinds, max(0, phrase[0] - 3), phrase[0])
    found = voice.phrase_before(clause.start()) if clause else None
    return found if found and voice.is_source(found) else None


def _before_times(voice: Voice, group: int) -> int:
    """Where the subject ends if time words stand between it and the verb: "the ministry on Monday said"."""
    if not group or voice.kinds[group - 1] not in "tn":
        return group
    times = _TIMES.search(voice.kinds[max(0, group - 8) : group])
    return group - len(times.group()) if times else group


def _whole_list(voice: Voice, phrase: Phrase) -> Phrase:
    """A phrase with the names that a list puts before it: "the Departments of War, Trade and Justice"."""
    first, last = phrase
    kinds = voice.kinds
    if first > 1 and kinds[first - 1] == "," and re.match("[CGR]+&", kinds[first:last]) and kinds[first - 2] in "CGR":
        before = voice.phrase_before(first - 1)
        return (before[0], last) if before else phrase
    return phrase


def _beyond_commas(voice: Voice, end: int) -> Phrase | None:
    """The subject before appositions and asides: "Ida Holm, the mayor of Os, said"; "the mayor, Ida Holm, said"."""
    kinds = voice.kinds
    close = end - 1
    for _ in range(4):
        opened = kinds.rfind(",", max(0, close - _REACH), close)
        if opened < 1 or '"' in kinds[opened:close]:
            break
        inner = voice.phrase_before(close)
        phrase = voice.phrase_before(opened)
        if phrase and voice.is_source(phrase) and (phrase[0] == 0 or kinds[phrase[0] - 1] in ',;:"b&-.'):
            is_name = inner and inner[0] == opened + 1 and _ONLY_NAME.fullmatch(kinds[slice(*inner)])
            return inner if is_name and re.search("[rRg]", kinds[phrase[0] : phrase[1]]) else phrase
        close = opened
    lone = voice.phrase_before(end - 1) if kinds[end : end + 1] != "&" else None
    return lone if lone and _OPENING.fullmatch(kinds[: lone[0]]) and voice.is_source(lone) else None
