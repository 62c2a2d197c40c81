"""With what certainty a figure is said: what its cues, its modal and its negation make of it."""

from functools import cache

from allegedly.lexicon import load
from allegedly.model import Quantity
from allegedly.reading.cues import Cue
from allegedly.reading.scopes import piece_end, piece_start
from allegedly.reading.voices import Voice

ASSERTED, DENIED, PREDICTED = "asserted", "denied", "predicted"


def stance(voice: Voice, quantity: Quantity, said: list[Cue], doubts: list[Cue]) -> str:
    """The stance of a figure under the cues that reach it, the nearest first.

    The nearest cue that is not a plain assertion decides; "will" counts only where nobody is quoted for it.
    """
    first, last = voice.tokens.span(quantity.start, quantity.end)
    if _is_none(voice, quantity, first, last):
        return DENIED
    found = next((cue.row["stance"] for cue in (*doubts, *said) if cue.row.get("stance", ASSERTED) != ASSERTED), None)
    if found == DENIED and _is_presupposed(voice, first):
        return ASSERTED
    modal = _modal(voice, first, last) if found in (None, ASSERTED) else None
    if modal and not (modal == PREDICTED and said):
        return modal
    return found or ASSERTED


def _is_none(voice: Voice, quantity: Quantity, first: int, last: int) -> bool:
    """Whether the figure is a zero that a negation gives: "never", "no such", "not received any"."""
    if quantity.value != 0 or any(char.isdigit() for char in quantity.text):
        return False
    negation = load("speech")["negation"]
    endings = tuple(negation["endings"])
    return any(word in negation["words"] or word.endswith(endings) for word in voice.tokens.lower[first:last])


def _is_presupposed(voice: Voice, first: int) -> bool:
    """Whether a denial takes the figure for granted: "denies the two raids are linked"."""
    definite = load("speech")["negation"]["definite"]
    return any(word in definite for word in voice.tokens.lower[max(0, first - 1) : first + 1])


def _modal(voice: Voice, first: int, last: int) -> str | None:
    """What a modal or "if" in the figure's own stretch of words makes of it."""
    rows, lower, kinds = _modals(), voice.tokens.lower, voice.kinds
    for i in range(piece_start(voice, first), piece_end(voice, last)):
        row = rows.get(lower[i]) or (rows.get(_drawn(lower[i])) if "'" in lower[i] or "’" in lower[i] else None)
        if row is None or (voice.tokens.words[i][0].isupper() and i and not row.get("clause")):
            continue
        between = kinds[i + 1 : first] if i < first else kinds[last:i]
        words = lower[i + 1 : first] if i < first else lower[last:i]
        if not row.get("clause") and any(word in load("speech")["narrow"]["words"] for word in words):
            continue
        if (i < first and row.get("clause")) or not (set(between) & set("bQv") or row.get("clause")):
            return row["stance"]
    return None


def _drawn(word: str) -> str:
    """The end of a word drawn together with its verb: "'ll" of "they'll"."""
    cut = max(word.find("'"), word.find("’"))
    return "'" + word[cut + 1 :]


@cache
def _modals() -> dict[str, dict]:
    return {row["words"]: row for row in load("speech")["modal"]}
