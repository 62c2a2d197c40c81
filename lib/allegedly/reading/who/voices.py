"""The words of a sentence as a reader of speakers sees them: one letter a token, and phrases as patterns of letters.

C name, K name with 's, R r role ("Minister", "official"), G g group ("Ministry", "police"), M m document ("report"),
D the, Y his, P he, Q who, u them, w other noun or adjective, k such with 's, e participle or past form, n number,
o of, for, from, l in, at, with, on, p other preposition, x has, is, will …, b that, while …, & and, a adverb,
t time word, v verb of saying, i a dot or hyphen inside a name; signs stand for themselves,
capitals for capitalised words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from unicodedata import category

from allegedly.lexicon import load, words_of_class
from allegedly.text.analysis import Analysis
from allegedly.text.kept import Kept
from allegedly.text.tokens import Tokens
from allegedly.text.words import number_words, possessives, referring

Row = dict[str, Any]  #: a row of speech.toml or telling.toml
WINDOW = 40  # tokens that a phrase may be long
_CHUNK = r"(?:(?:[DY][en]{0,2}|n?)[CcKkRrGgMmwi]*[CcRrGgMmwi](?:\([CRGMgi]+\)[mMrR]?)?)"
_PHRASE = rf"(?:{_CHUNK}(?:(?:o|l(?!Y)|(?<=[CcRGMrgm)])&[ol]?){_CHUNK}){{0,5}}|P|[DY]?r)"
_BEFORE = re.compile(rf"{_PHRASE}\Z")
_AFTER = re.compile(_PHRASE)
_SOURCE = re.compile(r"[CKRrGgMmP]")
_SIGNS = {"(": "(", "[": "(", ")": ")", "]": ")", "–": "-", "—": "-", "-": "-", "&": "&"}
_SIGNS |= dict.fromkeys("%‰°", "n")
_SIGNS |= dict.fromkeys('"“”«»„', '"') | dict.fromkeys("'’./", "i") | {sign: sign for sign in ",;:.!?"}
_NOUNS = ("r", "R", "g", "m")
_LAST_SUBJECT = re.compile(",(?:P|[DK][wCcGgRrMmk]{0,5}[CGgRrm]|[wCGgKki]{0,5}r)\\Z")  # "…, the office reports."
_SIGN = re.compile("[.&-]")
_NAMED = re.compile('(?<=i)w|(?<=[DCirR])t|(?:^|(?<=[.:"]))C')  # what may be part of a name, or open a sentence
_LONGEST = 60  # characters of a word that are looked at
# The letter of each word class; of a word in several the last one counts.
_CLASSES = {
    "determiner": "D", "pronoun": "u", "be": "x", "have": "x", "modal": "x", "preposition": "p", "of": "o", "to": "p",
    "conjunction": "&", "subordinator": "b", "relative": "Q", "adverb": "a",
}  # fmt: skip
_SPEAKERS = {"possessive": "Y", "document": "m", "group": "g", "role": "r"}


@dataclass(frozen=True, slots=True)
class Voice:
    """A sentence's tokens, their letters, the number of the quotation that each stands in (-1: none), its analysis."""

    tokens: Tokens
    kinds: str
    quotes: Sequence[int]
    analysis: Analysis

    def phrase_before(self, end: int, objects: bool = False) -> tuple[int, int] | None:
        """The noun phrase that ends right before token `end`; one behind another verb only if `objects`."""
        first = max(0, end - WINDOW)
        match = _BEFORE.search(self.kinds[first:end])
        if not match:
            return None
        begin = first + match.start()
        is_object = begin > 1 and self.kinds[begin - 1] == "e" and self.kinds[begin - 2] not in ",;."
        return None if is_object and not objects else (begin, end)

    def phrase_after(self, start: int) -> tuple[int, int] | None:
        """The noun phrase that starts at token `start`."""
        match = _AFTER.match(self.kinds, start, start + WINDOW)
        return match.span() if match else None

    def is_source(self, phrase: tuple[int, int]) -> bool:
        """Whether the phrase's first part can speak: a name, a role, a group, a document or a pronoun."""
        head = re.split("[ol]", self.kinds[phrase[0] : phrase[1]], maxsplit=1)[0]
        return bool(_SOURCE.search(head))


@cache
def _letters() -> dict[str, str]:
    """The letter of each known word in lower case."""
    speech, phrases = load("speech"), load("speech")["phrases"]
    letters = {word: letter for name, letter in _CLASSES.items() for word in words_of_class(name)}
    letters |= dict.fromkeys(time_words(), "t") | dict.fromkeys(number_words(), "n")
    for words, letter in ((phrases["links"], "o"), (phrases["places"], "l"), (phrases["many"], "D")):
        letters |= dict.fromkeys(words, letter)
    letters |= dict.fromkeys(referring(), "P")
    letters |= {word: letter for name, letter in _SPEAKERS.items() for word in words_of_class(name)}
    letters |= {word: "b" for word in speech["breaks"]["words"] if letters.get(word) not in _NOUNS}
    return letters | {word: "R" for word in words_of_class("title") if word not in letters}


@cache
def time_words() -> frozenset[str]:
    """The words that date: "Monday", "morning", "last"."""
    names = ("WEEKDAY", "MONTH", "MONTH_SHORT", "PART", "UNIT", "PAST", "NEXT")
    dating = [word for name in names for word in load("times")["classes"][name] if word]
    modal = load("words")["modal"]["words"]
    return frozenset([*dating, *load("speech")["phrases"]["when"]]).difference(modal)


def read_voice(sentence: Analysis) -> Voice:
    """A sentence with the letters of its tokens."""
    tokens = sentence.tokens
    title = sentence.is_title
    letters = _TITLED if title else _LETTERS
    read = "".join(map(letters.__getitem__, zip(tokens.words, sentence.letters, strict=True)))
    return Voice(tokens, _mend(sentence, read), sentence.quotations, sentence)


def letter(word: str) -> str:
    """The letter of a word in lower case by itself."""
    return _letter(word, False, "n")


def _letter(word: str, title: bool, tag: str) -> str:
    """The letter of a token by itself; in a title capitals tell nothing."""
    first, low = word[0], word[:_LONGEST].lower()
    if not first.isalpha():
        return "n" if first.isdecimal() else _SIGNS.get(word) or ("n" if category(first) == "Sc" else ";")
    letter = _letters().get(low)
    if low in words_of_class("say") and tag in "veg" and (title or not first.isupper() or letter is None):
        return "v"
    if word.isupper() and len(word) > 1 and not title and letter not in ("v", "D"):
        letter = None
    if letter is None and _spoken(low):
        letter = "P"
    if letter and (title or letter in "DYPQuxbol&ptn"):
        return letter
    if first.isupper():
        return letter.upper() if letter in _NOUNS else "K" if low.endswith(possessives()) else "C"
    return "w" if letter == "R" else letter or _open_letter(low, tag)


_LETTERS: Kept[tuple[str, str], str] = Kept(lambda token: _letter(token[0], False, token[1]))  #: by word and tag
_TITLED: Kept[tuple[str, str], str] = Kept(lambda token: _letter(token[0], True, token[1]))  #: the same in a title


def _spoken(low: str) -> bool:
    """Whether the word is a pronoun drawn together with its verb: "I'd"."""
    cut = max(low.find("'"), low.find("’"))
    return cut > 0 and _letters().get(low[:cut]) == "P"


def _open_letter(low: str, tag: str) -> str:
    if low.endswith(possessives()):
        return "k"
    if low in load("speech")["particles"]["words"]:
        return "C"
    return "e" if tag in "vegH" else "a" if tag == "r" else "w"


def _mend(sentence: Analysis, letters: str) -> str:
    """The letters with what only a word's neighbours tell: signs inside names, words of names, first words."""
    tokens, kinds, last = sentence.tokens, list(letters), len(letters) - 1
    for sign in _SIGN.finditer(letters, 1):
        if _is_inner_sign(tokens, sign.start(), kinds[sign.start() - 1], last):
            kinds[sign.start()] = "i"
    for found in _NAMED.finditer("".join(kinds)):
        i, kind = found.start(), found[0]
        if kind == "w":  # "Smith-owned"
            is_name = tokens.starts[i] == tokens.ends[i - 1] and kinds[i - 2] == "C"
        elif kind == "t":  # "Norland Monday Club"
            is_name = tokens.words[i][0].isupper() and i < last and kinds[i + 1] in "CGM"
        else:  # the first word of a sentence is a name if a name goes on after it
            opens = i == 0 or kinds[max(0, i - 2)] != ","
            is_name = not opens or sentence.letters[i] == "p" or (i < last and kinds[i + 1] in "Ci")
        if is_name or kind == "C":
            kinds[i] = "C" if is_name else "a" if sentence.letters[i] == "r" else "c"
    return "".join(kinds)


def _is_inner_sign(tokens: Tokens, i: int, before: str, last: int) -> bool:
    """Whether a sign stands inside a name or word: "U.S.", "Gen. Ek", "Review-Journal"."""
    if tokens.starts[i] != tokens.ends[i - 1] or i == last:
        return False
    shortened = tokens.words[i] == "." and before in "CRc" and (len(tokens.words[i - 1]) == 1 or before == "R")
    return shortened or tokens.starts[i + 1] == tokens.ends[i]
