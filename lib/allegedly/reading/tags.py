"""The words of a sentence as letters: what each is by itself, then what its neighbours make of it."""

import re
from functools import lru_cache

from allegedly.lexicon import load
from allegedly.reading.tokens import Tokens
from allegedly.reading.words import KEEP, closed, is_plural, lemmas, open_class, possessives

_SIGNS = {"(": "(", "[": "(", ")": ")", "]": ")", ",": ",", ";": ";", ":": ";", ".": ";", "!": ";", "?": ";", "%": ";"}
_HYPHENS = "-‐‑"
_DASHES = _HYPHENS + "–—"
_QUOTES = "\"“”'‘’«»"
_NOMINAL = frozenset("npyfzG")
_MODIFIERS = frozenset("dszaq#")
_TITLE = 8  # so many capitals to a lower-case word of content are a headline's
_LONG = 12  # words of the longest figure that may stand behind an article
_SIGN = re.compile('[;"-]')  # the letters of a stop, a quotation mark and a hyphen
_NAME, _FIRST_NAME = re.compile("p"), re.compile('(?:^|(?<=[;"]))p')
_AMBIGUOUS = re.compile("[yYfegkGIx]|i(?=u)")


def tag_words(tokens: Tokens, figures=(), dates=(), measured=frozenset()) -> tuple[str, str]:
    """The letters of a sentence's words by themselves, and as they stand together.

    `figures` and `dates` are the token ranges that are read as such; `measured` are the ends of figures with a unit.

    >>> from allegedly.reading.tokens import tokenise
    >>> tag_words(tokenise("It cut 300 jobs"), [(2, 3)])
    ('uY#y', 'ueqn')
    """
    letters = "".join(map(_letter, tokens.words))
    tags, signs = list(letters), [sign.start() for sign in _SIGN.finditer(letters, 1, max(1, len(letters) - 1))]
    _mend_capitals(tokens, tags, letters)
    _mend_stops(tokens, tags, signs)
    _mend_possessives(tokens, tags, signs)
    raw = "".join(tags)
    denials = load("words")["negation"]["words"]
    for letter, ranges in (("j", dates), ("q", figures)):
        for first, last in ranges:
            if last - first > 1 or tokens.lower[first] not in denials:  # "never" leaves its verb whole
                tags[first:last] = letter * (last - first)
    _join_hyphens(tokens, tags, signs)
    _decide(tags, tokens.lower, measured)
    return raw, "".join(tags)


@lru_cache(maxsize=KEEP)
def _letter(word):
    """The letter of one token by itself; a capital makes a name, but for words of function."""
    first, lower = word[0], word.lower()
    known = closed().get(lower)
    if known and not (first.isupper() and (known in "anvr" or (known == "u" and word.isupper() and len(word) > 1))):
        return known
    stem, _, ending = lower.replace("’", "'").rpartition("'")
    if stem and closed().get(stem) in ("u", "m") and (ending != "s" or stem in load("words")["contracted"]["words"]):
        return closed()[stem]  # "they've", "could've"
    if first.isalpha():
        if first.isupper():
            return "z" if lower.endswith(possessives()) else "p"
        return open_class(lower)
    if first.isdigit():
        return "#"
    return _SIGNS.get(word, '"' if word in _QUOTES else "-" if word in _DASHES else ";")


def _mend_capitals(tokens, tags, letters):
    """A capital at the start of a sentence, or in a headline, makes no name."""
    is_title = letters.count("p") > max(3, _TITLE * sum(map(letters.count, "nyYfeagvG")))
    for name in (_NAME if is_title else _FIRST_NAME).finditer(letters):
        i = name.start()
        low = tokens.lower[i]
        if not (tokens.words[i].isupper() and len(low) > 1):
            tags[i] = closed().get(low) or (open_class(low) if lemmas(low) else "p")


def _mend_stops(tokens, tags, signs):
    """A stop inside a sentence belongs to an abbreviation: "U.S.", "Gen."."""
    for i in signs:
        if tokens.words[i] == "." and tokens.ends[i - 1] == tokens.starts[i] and tokens.words[i + 1][0].isalnum():
            tags[i] = "p" if len(tokens.words[i - 1]) == 1 else tags[i - 1]
            if len(tokens.words[i - 1]) == 1 and tokens.words[i - 1].isupper():
                tags[i - 1] = "p"


def _mend_possessives(tokens, tags, signs):
    """A number with 's is a name: "the iPhone 14's screen"."""
    for i in signs:
        is_apostrophe = tags[i] == '"' and tags[i - 1] == "#" and tokens.lower[i + 1] == "s"
        if is_apostrophe and tokens.ends[i - 1] == tokens.starts[i] and tokens.ends[i] == tokens.starts[i + 1]:
            tags[i - 1 : i + 2] = "ppz"


def _join_hyphens(tokens, tags, signs):
    """In "pro-democracy candidates" all but the last part of a hyphenated word modifies; "COVID-19" is one name."""
    for i in signs:
        if tokens.words[i] not in _HYPHENS or tags[i] != "-":
            continue
        if tokens.ends[i - 1] != tokens.starts[i] or tokens.ends[i] != tokens.starts[i + 1]:
            continue
        before, after = tags[i - 1], tags[i + 1]
        tags[i] = "p" if before == "p" and after in "p#" else "a"
        if before not in "q#p":
            tags[i - 1] = "a"
        if after in "egvbrifm":
            tags[i + 1] = "a"
        elif after == "y":
            tags[i + 1] = "f"
        elif after == "#" and before == "p":
            tags[i + 1] = "p"


def _decide(tags, lower, measured):
    """Choose among the classes of ambiguous words by their neighbours, from left to right."""
    last = len(tags) - 1
    for ambiguous in _AMBIGUOUS.finditer("".join(tags)):
        i, tag = ambiguous.start(), ambiguous[0]
        before = tags[i - 1] if i else ";"
        if before == "r" and i > 1 and tags[i - 2] in ("mtubhnp" if tag == "y" else "mtubh"):
            before = tags[i - 2]  # an adverb lets its neighbour through
        if before == "t" and i > 1 and tags[i - 2] in "hb":
            before = "m"  # "had to leave"
        if before == "n" and tag == "y" and i > 1 and tags[i - 2] == "q" and not is_plural(lower[i - 1]):
            before = "a"  # "five profile slots": a singular behind a figure is not counted yet
        if i in measured:  # a figure with its unit: what follows is seldom counted, but for "a two-day shut down"
            before = "a" if _is_attributive(tags, i) else "Q"
        after = tags[i + 1] if i < last else ";"
        further = tags[i + 2] if i + 2 <= last else ";"
        tags[i] = _CHOICES[tag](before, after, further, lower[i - 1] if i else "", lower[i], lower[min(i + 1, last)])


def _is_attributive(tags, end):
    """Whether a figure that ends at a token stands behind an article or a possessive: "a 5 percent cut"."""
    for i in range(end - 1, max(-1, end - _LONG), -1):
        if tags[i] != "q":
            return tags[i] in "ds"
    return False


def _noun_or_adjective(before, after, further, *_words):
    modifies = after in _NOMINAL or (after == "g" and further in _NOMINAL)
    return "a" if modifies or (before in "br" and after != "o") else "n"


def _noun_or_verb(before, after, further, word_before, word, _word_after):
    """n or v; a verb agrees with the noun before it."""
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
        return "v" if after in "dsuq#trapk" or (after == "i" and further == "q") else "n"  # "the toll stands at 40"
    return "n"


def _noun_or_past(before, after, *others):
    """e or another: "was hurt", "five hurt", "hit the coast", "a cut"."""
    is_past = before in "bhrnpuwQ" or (
        before == "q" and after in ";,ij" and others[2] in load("words")["suffered"]["words"]
    )
    return "e" if is_past else _noun_or_verb(before, after, *others)


def _noun_or_gerund(before, after, *_others):
    """n or g for a word in -ing: "a bombing", "helicopters covering the bay"."""
    opens = after in "dqspna#"
    is_noun = (
        before in "dsazq#"
        or (before == ";" and after in "yvbhm")
        or (before in "np" and not opens)
        or (before in "io" and after in ";,ocib)")
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


_CHOICES = {
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
