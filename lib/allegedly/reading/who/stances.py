"""With what certainty a figure is said: what its cues, its modal and its negation make of it."""

from functools import cache

from allegedly.lexicon import load, words_of_class
from allegedly.model import Quantity
from allegedly.reading.who.cue import Cue
from allegedly.reading.who.scopes import clause_end, clause_start, piece_end, piece_start
from allegedly.reading.who.voices import Row, Voice
from allegedly.text.words import denials, referring

_VERBS = "VPBE"  # the letters of verb groups that may be finite
ASSERTED, ESTIMATED, DENIED, PREDICTED = "asserted", "estimated", "denied", "predicted"


def stance(voice: Voice, quantity: Quantity, said: list[Cue], doubts: list[Cue], spoken: bool = True) -> str:
    """The stance of a figure under the cues that reach it, the nearest first; `spoken`: it has a speaker.

    The nearest cue that is not a plain assertion decides; "will" counts only where nobody is quoted for it. Who says
    that there is none denies it; the article's own "No boats sank." is a count like any other.
    """
    first, last = voice.tokens.span(quantity.start, quantity.end)
    found = _said(voice, quantity, said, doubts, spoken)
    denies = spoken and found not in (ESTIMATED, PREDICTED) and _is_none(voice, quantity, first, last)
    return DENIED if denies and not _is_wished(voice, first, last) else found


def _said(voice: Voice, quantity: Quantity, said: list[Cue], doubts: list[Cue], spoken: bool) -> str:
    """What the cues, or a modal, make of a figure."""
    first, last = voice.tokens.span(quantity.start, quantity.end)
    if any(cue.row.get("stance") == DENIED for cue in doubts):
        return DENIED  # "It is a lie that 30 died"
    if said and said[0].row.get("stance") == DENIED:  # "denied the claim that 30 died"
        doubts = [cue for cue in doubts if cue.first < said[0].first]
    stances = [_worth(voice, cue) for cue in (*doubts, *said)]
    if DENIED in stances[1:] or (DENIED in stances and _is_kept(voice, said[0], first)):
        stances = [each for each in stances if each != DENIED]
    found = next((each for each in stances if each != ASSERTED), None)
    modal = _modal(voice, first, last, bool(said) or spoken) if found in (None, ASSERTED) else None
    return modal or found or ASSERTED


def _worth(voice: Voice, cue: Cue) -> str:
    """What a cue makes of what is said, by its row or by what speaks: "Estimates suggest", "a forecast says"."""
    spoken = voice.tokens.lower[slice(*cue.speaker)] if cue.speaker and "stance" not in cue.row else ()
    worths = _worths()
    return next((worths[word] for word in spoken if word in worths), cue.row.get("stance", ASSERTED))


def _is_none(voice: Voice, quantity: Quantity, first: int, last: int) -> bool:
    """Whether the figure is a zero that a negation gives: "never", "no such", "not received any"."""
    if quantity.value != 0 or any(char.isdecimal() for char in quantity.text):
        return False
    endings = tuple(load("speech")["negation"]["endings"])
    return any(word in denials() or word.endswith(endings) for word in voice.tokens.lower[first:last])


def _is_wished(voice: Voice, first: int, last: int) -> bool:
    """Whether the words tell what ought to be: "No one should be left behind"."""
    wishes = load("speech")["negation"]["wishes"]
    return any(word in wishes for word in voice.tokens.lower[piece_start(voice, first) : piece_end(voice, last)])


def _is_kept(voice: Voice, cue: Cue, first: int) -> bool:
    """Whether a denial leaves the figure: "denies the two raids are linked"; 'dismissed this: "All came."'."""
    return (
        _is_presupposed(voice, first)
        or voice.quotes[first] != voice.quotes[cue.first]
        or ":" in voice.kinds[cue.last : first]
    )


def _is_presupposed(voice: Voice, first: int) -> bool:
    """Whether a figure is spoken of as known: "the two raids"."""
    definite = load("words")["definite"]["words"]
    return any(word in definite for word in voice.tokens.lower[max(0, first - 1) : first + 1])


def _modal(voice: Voice, first: int, last: int, said: bool) -> str | None:
    """What a modal or "if" in the figure's own stretch of words makes of it; `said`: someone speaks."""
    rows, lower = _modals(), voice.tokens.lower
    for i in range(piece_start(voice, first), piece_end(voice, last)):
        if lower[i] not in rows:
            continue
        row = next((row for row in rows[lower[i]] if _governs(voice, row, i, first, last)), None)
        if row:
            if "having" in row and lower[i + 1 : i + 2] in ([word] for word in words_of_class("have")):
                return str(row["having"])
            return str(row.get("said", row["stance"]) if said else row["stance"])
    return None


def _governs(voice: Voice, row: Row, at: int, first: int, last: int) -> bool:
    """Whether the modal at a token is that of the figure: no other clause starts between them."""
    further = row["words"].split()[1:]
    if further and voice.tokens.lower[at + 1 : at + 1 + len(further)] != further:
        return False
    if row.get("clause"):
        return at < first and not _is_presupposed(voice, first)
    if at and voice.tokens.words[at][0].isupper():
        return False  # "May"
    if "condition" in row and not _has_word(voice, row["condition"], first, last):
        return False
    start, end = (at + 1, first) if at < first else (last, at)
    narrow = load("speech")["narrow"]["words"]
    if set(voice.kinds[start:end]) & set("bQv") or any(w in narrow for w in voice.tokens.lower[start:end]):
        return False
    if at > last and "&" in voice.kinds[start:end]:
        return False  # "Sammy has 11 now and could get 20"
    if at < first and "&" in voice.kinds[start:end] and _opens_clause(voice, last):
        return False  # "two million would attend, and a million expressed interest"
    if not at or voice.kinds[at - 1] not in "Qb":
        return True  # else "the mill that will close in May has 30 workers": the clause of the modal ends at a new verb
    return not any(at + 1 < chunk.first < first and chunk.letter in _VERBS for chunk in voice.analysis.chunks)


def _opens_clause(voice: Voice, last: int) -> bool:
    """Whether a verb follows the phrase of a figure that ends at a token: the figure is its subject."""
    chunks = voice.analysis.chunks
    behind = voice.analysis.chunk_at(max(0, last - 1)) + 1
    return behind < len(chunks) and chunks[behind].letter in _VERBS


def _has_word(voice: Voice, words: list[str], first: int, last: int) -> bool:
    """Whether one of the words stands in the figure's sentence, as far as a scope reaches."""
    return any(word in words for word in voice.tokens.lower[clause_start(voice, first) : clause_end(voice, last)])


@cache
def _worths() -> dict[str, str]:
    """What a document's name makes of what it says: "forecasts" → predicted."""
    return {word: row["stance"] for row in load("speech")["worth"] for word in row["words"]}


@cache
def _modals() -> dict[str, list[Row]]:
    """The rows by their word, and by what it makes with a pronoun: "they'll"."""
    rows: dict[str, list[Row]] = {}
    for row in load("speech")["modal"]:
        words = [pronoun + row["words"] for pronoun in referring()] if row.get("ending") else [row["words"].split()[0]]
        for word in {*words, *(word.replace("'", "’") for word in words)}:
            rows.setdefault(word, []).append(row)
    return rows
