"""What a verb of saying needs around it: "spoke of", "put the toll at", "denied having"."""

import re

from allegedly.lexicon import load
from allegedly.reading.who.subjects import Phrase
from allegedly.reading.who.voices import Row, Voice

_CLAUSE = re.compile('[nDYP][wcCgGmMrRkKaon]{0,6}[xev"]')  # "40 people died"
_LEVEL = re.compile("(?:[DY][wcCgGmMrRkKen]{1,6})?(?P<at>l)[aw]{0,2}n")  # "the shortfall at 40"
_ADVERBIAL = re.compile("(?:[ltop][ltopnDYkKwcCgGmMrR]{0,8})?[,]?b")  # "in a letter that"
_QUOTING = 40  # tokens in which a quotation follows


def has_frame(voice: Voice, row: Row, last: int, speaker: Phrase | None) -> bool:
    """Whether the words after the verb are such as the row asks for."""
    kinds, lower, speech = voice.kinds, voice.tokens.lower, load("speech")
    after = last
    while after < len(kinds) and kinds[after] in "at":
        after += 1
    follow = kinds[after : after + 1] or "."
    if any(word in row.get("never", ()) for word in lower[after : after + 9]):
        return False
    if "follow" in row and lower[last : last + 1] not in [[word] for word in row["follow"]]:
        return False
    if lower[last - 1].endswith(speech["phrases"]["participle"]) and follow in "olp" and "only" not in row:
        return False
    trails = speaker and speaker[0] and kinds[speaker[0] - 1] in ',"' and follow in "opl"
    if row.get("content") and not trails and follow not in ',.;:bPC"' and not _content(voice, after):
        return False
    if row.get("that"):
        if _content(voice, after) or (row.get("clause") and _CLAUSE.match(kinds, after)):
            return True
        ing = lower[after : after + 1] and lower[after].endswith(speech["phrases"]["participle"])
        return follow in 'bv":.,;' or bool(ing)
    if row.get("quote"):
        begin = min(speaker[0], last - 1) if speaker else last - 1
        apart = begin > 0 and voice.quotes[begin - 1] != voice.quotes[last - 1]  # not '"Output can continue to grow"'
        return '"' in kinds[after : after + 2] or (apart and kinds[begin - 1] == '"') or follow == ":"
    if row.get("quoting"):
        return '"' in kinds[last : last + _QUOTING]
    if row.get("toll"):
        single = speaker == (0, 1) and kinds[0] == "C" and not row.get("level")
        level = row.get("level") and _LEVEL.match(kinds, after)
        return not single and bool(
            follow == "P"
            or any(word in speech["toll"]["words"] for word in lower[after : after + 7])
            or (level and lower[level.start("at")] == speech["phrases"]["at"])
        )
    if row.get("about"):
        near = lower[after : after + 6]
        claimed = (
            any(word in speech["claims"]["words"] for word in near)
            or follow == "b"
            or lower[after].endswith(speech["phrases"]["participle"])
        )
        return claimed or (follow == "D" and "x" in kinds[after : after + 8])
    words = lower[speaker[0] : speaker[1]] if speaker else ()
    if "only" in row:
        return any(word in row["only"] for word in words)
    if row.get("study") and follow != "b":
        return any(word in speech["claims"]["students"] or word in speech["nouns"]["documents"] for word in words)
    return True


def _content(voice: Voice, after: int) -> bool:
    """Whether "that" or a quotation follows an adverbial: "admitted in a letter that 40 men fled"."""
    found = _ADVERBIAL.match(voice.kinds, after)
    that = load("speech")["phrases"]["passive"]
    return bool(found and voice.tokens.lower[found.end() - 1] in that)
