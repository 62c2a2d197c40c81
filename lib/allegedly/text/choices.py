"""What its neighbours make of a word that may be of two classes: one rule for each letter that stands for both."""

from allegedly.lexicon import load
from allegedly.text.words import is_plural, lemmas, sayings, speakers

_NOMINAL = frozenset("npyfzG")
_MODIFIERS = frozenset("dszaq#")


def _noun_or_adjective(before, after, further, _word_before, word, word_after):
    if after == "y" and word in speakers() and word_after in sayings():
        return "n"  # "the army claims"
    modifies = after in _NOMINAL or (after == "g" and further in _NOMINAL)
    return "a" if modifies or (before in "br" and after != "o") else "n"


def _noun_or_verb(before, after, further, word_before, word, word_after):
    """n or v; a verb agrees with the noun before it."""
    if before in "np)," and word in sayings() and _is_said(before, after, further, word_before, word, word_after):
        return "v"
    if before in "muw":
        return "v"
    if before == "t":
        return "n" if after in ";,oc" else "v"
    if before == "Q":
        return "v" if after in "dsu" else "n"
    if before == "p" and after not in "dq" and not word.endswith("s") and not word_before.endswith("s"):
        return "n"  # a name takes a verb in -s: "captain" is none in "Swedish captain Karin Ek"
    if before == "n" and is_plural(word_before) == word.endswith("s"):
        return "n"
    if before in "np":
        is_at = after == "i" and further == "q"  # "it stands at 40"
        return "v" if after in "dsuq#trapk" or is_at else "n"
    return "n"


def _is_said(before: str, after: str, further: str, word_before: str, word: str, word_after: str) -> bool:
    """Whether a form of a verb of saying that may be a noun has a speaker before it and what is said behind."""
    opens = after in 'dsuq#trapk"' or (after == "i" and further in "q#") or word_after == ":"
    opens = opens or (after in "np" and further in "mbhve")  # "the office estimates demand will fall"
    if before == ",":  # "the watch, an aid group, counts 40"
        return after in "dq#k"
    if before == "n":
        return opens and word_before in speakers() and is_plural(word_before) != word.endswith("s")
    if before == "p" and (word.endswith("s") or word_before.endswith("s")):
        return opens or (after == "n" and is_plural(word_after))  # "Norland Bank reports losses"
    return after in 'dq#k"' or (after == "i" and further in "q#")


def _noun_or_past(before, after, *others):
    """e or another: "was hurt", "five hurt", "hit the coast", "a cut"."""
    is_past = before in "bhrnpuwQ" or (
        before == "q" and after in ";,ij" and others[2] in load("words")["suffered"]["words"]
    )
    return "e" if is_past else _noun_or_verb(before, after, *others)


def _noun_or_gerund(before, after, _further, _word_before, word, _word_after):
    """n or g for a word in -ing: "a bombing", "helicopters covering the bay"."""
    opens = after in "dqspna#"
    is_noun = (
        before in "dsazq#"
        or (before == ";" and after in "yvbhm")
        or (before in "np" and not opens)
        or (before in "io" and after in ";,ocib)" and word not in sayings())
    )
    return "n" if is_noun else "g"


def _modifier_or_verb(letter):
    """A rule: a for a verb form before its noun ("the injured passengers", "of reported cases"), else `letter`."""

    def choose(before, after, _further, word_before, word, _word_after):
        if word in load("words")["past"]["words"]:
            return letter
        if before in _MODIFIERS and (after in _NOMINAL or (after == "a" and before != "q")):
            return "a"
        if letter == "e" and before in "io" and after in "npaqy":
            return "a"
        if letter == "g" and before == "d" and after == "q":
            return "a"  # "the remaining 12"
        if word in load("words")["compounding"]["words"] and before in "np" and after in _NOMINAL:
            return "a"  # "measles related deaths"
        if word_before in load("words")["pointing"]["words"]:
            return letter  # "those known to be ill"
        if letter == "e" and before in "ds":
            return "n" if "NOUN" in lemmas(word) else "a"
        return letter

    return choose


def _relative_or_conjunction(before, after, *_others):
    """w or k: "the fire that killed" against "said that"."""
    return "w" if before in "npqQ," and after in "vebhmY" else "k"


def _preposition_or_conjunction(_before, after, _further, _word_before, _word, word_after):
    """i or k: "as he scored" opens a clause."""
    return "k" if after == "u" and word_after in load("words")["subject"]["words"] else "i"


def _preposition_or_adjective(before, after, *_others):
    """i or a: "past the mill" against "past rates", "in past years"."""
    return "a" if before in "dsi;" and after in "npyfa" else "i"


def _adjective_or_verb(before, after, *_others):
    """a or v: "an open door" against "to open four offices"."""
    return "v" if after in "dqs#" and before not in "dsa" else "a"


CHOICES = {
    "y": _noun_or_verb,
    "Y": _noun_or_past,
    "f": _noun_or_adjective,
    "G": _noun_or_gerund,
    "e": _modifier_or_verb("e"),
    "g": _modifier_or_verb("g"),
    "k": _relative_or_conjunction,
    "i": _preposition_or_conjunction,
    "I": _preposition_or_adjective,
    "x": _adjective_or_verb,
}
