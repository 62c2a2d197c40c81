"""What its neighbours make of a word that may be of two classes: one rule for each letter that stands for both.

Letters are those of text/tagset.py; ";" stands for the edge of the sentence too, "Q" for a figure with its unit.
"""

from collections.abc import Callable
from typing import NamedTuple

from allegedly.lexicon import load
from allegedly.text.words import changing, closed, follows, is_plural, lemmas, sayings, speakers

_NOMINAL = frozenset("npyfzG")  # what may be a noun, a name or a possessor
_MODIFIERS = frozenset("dszaq#")  # what stands before a noun
_OPENING = frozenset('dsuq#trapk"')  # what may stand behind a verb: its object, an adverb, "that", a quotation


class Place(NamedTuple):
    """A word in its place: the letters and words around it."""

    before: str
    after: str
    further: str  #: the letter behind the one after
    word_before: str
    word: str
    word_after: str


Rule = Callable[[Place], str]


def _noun_or_adjective(at: Place) -> str:
    if at.after == "y" and at.word in speakers() and at.word_after in sayings():
        return "n"  # "the army claims"
    if (at.before == "m" or (at.before == "t" and at.after in "qds")) and "VERB" in lemmas(at.word):
        return "v"  # "could total $3 billion"
    modifies = at.after in _NOMINAL or (at.after == "g" and at.further in _NOMINAL)
    return "a" if modifies or (at.before in "br" and at.after != "o") else "n"


def _noun_or_verb(at: Place) -> str:
    """n or v; a verb agrees with the noun before it."""
    if at.before in "np)," and at.word in sayings() and _is_said(at):
        return "v"
    if at.before in "muw":
        return "v"
    if at.before == "t":
        return "n" if at.after in ";,oc" else "v"
    if at.before == "Q":
        return "v" if at.after in "dsu" else "n"
    in_s = at.word.endswith("s")
    if at.before == '"' and in_s and at.after == "p":
        return "v"  # '"Maybe 80 came," muses Berg'
    if at.before == "p" and at.after not in "dq" and not in_s and not at.word_before.endswith("s"):
        return "n"  # a name takes a verb in -s: "captain" is none in "Swedish captain Karin Ek"
    if at.before == "n" and is_plural(at.word_before) == in_s:
        return "n"
    if at.before == "," and in_s and at.after in "q#":
        return "v"  # "the dam, which burst twice, holds 40"
    if at.before in "np":
        is_at = at.after == "i" and (at.further == "q" or (in_s and at.word in load("words")["standing"]["words"]))
        moves = at.after in "ny" and in_s and at.word in changing() and is_plural(at.word_after)
        # "the act raises rents"
        is_quality = at.after == "f" and at.further in _NOMINAL  # "the law forces pharmaceutical firms"
        return "v" if is_at or moves or is_quality or (at.after in _OPENING and at.after != '"') else "n"
    return "n"


def _is_said(at: Place) -> bool:
    """Whether a form of a verb of saying that may be a noun has a speaker before it and what is said behind."""
    is_range = at.after == "i" and at.further in "q#"
    opens = at.after in _OPENING or is_range or at.word_after == ":" or at.word_after in follows(at.word)
    opens = opens or (at.after in "np" and at.further in "mbhve")  # "the office estimates demand will fall"
    if at.before == ",":  # "the watch, an aid group, counts 40"
        return at.after in "dq#k"
    if at.before == "n":
        agrees = is_plural(at.word_before) != at.word.endswith("s")
        counts = at.after in "q#" and not at.word.endswith("s")  # "figures from the port authority show 40"
        opens = opens or (at.after == "n" and at.further in "oi" and at.word.endswith("s"))  # "it forecasts growth of"
        return opens and at.word_before in speakers() and (agrees or counts)
    if at.before == "p" and (at.word.endswith("s") or at.word_before.endswith("s")):
        return opens or (at.after == "n" and is_plural(at.word_after))  # "Norland Bank reports losses"
    return at.after in 'dq#k"' or is_range


def _noun_or_past(at: Place) -> str:
    """e or another: "was hurt", "five hurt", "hit the coast", "a cut"."""
    suffered = at.before == "q" and at.after in ";,ij" and at.word in load("words")["suffered"]["words"]
    return "e" if suffered or at.before in "bhrnpuwQ" else _noun_or_verb(at)


def _noun_or_gerund(at: Place) -> str:
    """n or g for a word in -ing: "a bombing", "helicopters covering the bay"."""
    if at.before in "q#" and at.word_before[:1].isdecimal() and at.after in "i;," and not _is_nominal(at.word):
        return "g"  # "9,000 guards, 400 working at night": a singular is not counted
    if _qualifies(at):
        return "a"
    is_noun = (
        at.before in "dsazq#"
        or (at.before == ";" and at.after in "yvbhm")
        or (at.before in "np" and at.after not in "dqspna#" and not _is_telling(at))
        or (at.before in "io" and at.after in ";,ocib)" and at.word not in sayings())
        or (_is_nominal(at.word) and (at.before == "Q" or (at.before in "io" and at.after == "t")))
    )
    return "n" if is_noun else "g"


def _is_telling(at: Place) -> bool:
    """Whether people in the plural say what follows: "with forecasters warning of 90 mm"."""
    told = at.word in sayings() and at.after in "ok"
    return told and at.word_before in speakers() and at.word_before.endswith("s")


def _is_nominal(word: str) -> bool:
    return word in load("things-reading")["roles"]["nominal"]["words"]


def _past(at: Place) -> str:
    """e, or a before its noun: "of reported cases"; n or a behind an article: "the wounded", "the injured"."""
    if _is_finite(at):
        return "e"
    if _modifies(at) or (at.before in "io" and at.after in "npaqy"):
        return "a"
    if _compounds(at):
        return "a"
    if at.before in "ds" and at.word_before not in load("words")["pointing"]["words"]:  # "those known to be ill"
        return "n" if "NOUN" in lemmas(at.word) else "a"
    return "e"


def _gerund(at: Place) -> str:
    """g, or a before its noun: "the remaining 12"; n behind whose it is: "cut her spending in half"."""
    if _is_finite(at):
        return "g"
    if at.before in "sz" and at.after not in "dsuqnpa#":
        return "n"
    if _qualifies(at):
        return "a"
    return "a" if _modifies(at) or (at.before == "d" and at.after == "q") or _compounds(at) else "g"


def _qualifies(at: Place) -> bool:
    """Whether a verb in -ing that takes no object stands before a plural: "millions of working mothers"."""
    return (
        at.before in "oi"
        and at.after in "nyf"
        and is_plural(at.word_after)
        and at.word in load("words")["objectless"]["words"]
    )


def _is_finite(at: Place) -> bool:
    """Whether a verb in the past stands before no noun of its: "15 died underground"."""
    return at.word in load("words")["past"]["words"]


def _modifies(at: Place) -> bool:
    """Whether a verb form stands before its noun: "the injured passengers"."""
    return at.before in _MODIFIERS and (at.after in _NOMINAL or (at.after == "a" and at.before != "q"))


def _compounds(at: Place) -> bool:
    """Whether a verb form makes one adjective with the noun before it: "measles related deaths"."""
    return at.word in load("words")["compounding"]["words"] and at.before in "np" and at.after in _NOMINAL


def _relative_or_conjunction(at: Place) -> str:
    """w or k: "the fire that killed" against "said that"; d behind "of": "the cost of that plan"."""
    if at.before == "o" and at.after in "npyfzaeq#":
        return "d"
    return "w" if at.before in "npqQ," and at.after in "vebhmY" else "k"


def _preposition_or_conjunction(at: Place) -> str:
    """i, k or r: "as he scored" opens a clause, "has since announced" tells when."""
    if at.before == "h" and at.after in "ev":
        return "r"
    return "k" if at.after == "u" and at.word_after in load("words")["subject"]["words"] else "i"


def _preposition_or_adjective(at: Place) -> str:
    """i or a: "past the mill" against "past rates", "in past years"."""
    return "a" if at.before in "dsi;" and at.after in "npyfa" else "i"


def _adjective_or_verb(at: Place) -> str:
    """a or v: "an open door" against "to open four offices"."""
    if at.before == "m":
        return "v"  # "will top $3 billion"
    # "among top 40 firms", not "due to open 12 shops"
    is_led = at.before == "i" and closed().get(at.word_before) != "t"
    is_verb = at.before == "t" and at.after not in _NOMINAL  # "able to free up $3 million"
    return "v" if is_verb or (at.after in "dqs#" and at.before not in "dsao;" and not is_led) else "a"


CHOICES: dict[str, Rule] = {
    "y": _noun_or_verb,
    "Y": _noun_or_past,
    "f": _noun_or_adjective,
    "G": _noun_or_gerund,
    "e": _past,
    "g": _gerund,
    "k": _relative_or_conjunction,
    "i": _preposition_or_conjunction,
    "I": _preposition_or_adjective,
    "x": _adjective_or_verb,
}
