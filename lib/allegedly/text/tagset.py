"""The tags of words: Universal Dependencies' parts of speech and features, and the one letter that stands for each.

The letters serve patterns over a whole sentence (text/chunks.py); everywhere else a word has its UPOS and features.
"""

from typing import NamedTuple


class Tag(NamedTuple):
    """A part of speech with the features that are told apart, both as Universal Dependencies name them."""

    upos: str
    features: str = ""


TAGS: dict[str, Tag] = {
    "d": Tag("DET"),
    "s": Tag("PRON", "Poss=Yes|PronType=Prs"),  # "its"
    "z": Tag("NOUN", "Case=Gen"),  # "the firm's"; with a capital a name
    "n": Tag("NOUN"),
    "p": Tag("PROPN"),
    "a": Tag("ADJ"),
    "r": Tag("ADV"),
    "b": Tag("AUX"),  # to be
    "h": Tag("AUX"),  # to have
    "H": Tag("AUX", "VerbForm=Ger"),  # "having"
    "m": Tag("AUX", "VerbType=Mod"),
    "v": Tag("VERB"),
    "e": Tag("VERB", "Tense=Past"),
    "g": Tag("VERB", "VerbForm=Ger"),
    "i": Tag("ADP"),
    "o": Tag("ADP"),  # "of"
    "t": Tag("PART"),  # "to"
    "c": Tag("CCONJ"),
    "k": Tag("SCONJ"),
    "w": Tag("PRON", "PronType=Rel"),
    "u": Tag("PRON", "PronType=Prs"),
    "#": Tag("NUM", "NumType=Card"),
}
# The letter of each closed class of lexicon/en/words.toml.
CLOSED = {
    "determiner": "d",
    "possessive": "s",
    "pronoun": "u",
    "be": "b",
    "have": "h",
    "having": "H",
    "modal": "m",
    "preposition": "i",
    "preposition-or-adjective": "I",
    "of": "o",
    "to": "t",
    "conjunction": "c",
    "subordinator": "k",
    "relative": "w",
    "adverb": "r",
    "negation": "r",
    "adjective": "a",
    "adjective-or-verb": "x",
    "noun": "n",
    "verb": "v",
    "past": "e",
    "unchanged": "Y",
}
LETTERS = {tag: letter for letter, tag in reversed(TAGS.items())}  # "i", not "o", for an adposition
SIGN = Tag("PUNCT")  # any other letter is that of a sign

# What a word may be that no neighbour has settled, and what it counts as where none can: inside a figure or a date.
UNDECIDED = str.maketrans(
    {
        "y": "n",  # noun or verb: "shares"
        "Y": "e",  # noun or past: "cut"
        "f": "n",  # noun or adjective: "criminal"
        "G": "n",  # noun or -ing: "bombing"
        "x": "a",  # adjective or verb: "open"
        "I": "i",  # preposition or adjective: "past"
    }
)
