"""What a verb of saying needs around it: "spoke of", "put the toll at", "denied having"."""

from allegedly.lexicon import load
from allegedly.reading.subjects import Phrase
from allegedly.reading.voices import Voice

_QUOTING = 40  # tokens in which a quotation follows


def has_frame(voice: Voice, row: dict, last: int, speaker: Phrase | None) -> bool:
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
    if row.get("that"):
        ing = lower[after : after + 1] and lower[after].endswith(speech["phrases"]["participle"])
        return follow in 'bv":.,;' or bool(ing)
    if row.get("quote"):
        begin = min(speaker[0], last - 1) if speaker else last - 1
        return '"' in kinds[after : after + 2] + kinds[max(0, begin - 1) : begin] or follow == ":"
    if row.get("quoting"):
        return '"' in kinds[last : last + _QUOTING]
    if row.get("toll"):
        single = speaker == (0, 1) and kinds[0] == "C"
        return not single and (
            follow == "P" or any(word in speech["toll"]["words"] for word in lower[after : after + 7])
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
