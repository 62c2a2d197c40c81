"""What a word can be: the letter of its class, and its dictionary form."""

import re
from functools import lru_cache

from allegedly.lexicon import load
from allegedly.reading.tokens import Tokens

_KEEP = 1 << 16  # words remembered: more than the vocabulary of a year of news
_NAME_BEFORE = re.compile(r"[^\W\d_]")
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_SIGNS = {"(": "(", "[": "(", ")": ")", "]": ")", ",": ",", ";": ";", ":": ";", ".": ";", "!": ";", "?": ";"}
_HYPHENS = "-‐‑"
_NOMINAL = frozenset("npyfz")
_MODIFIERS = frozenset("dszaq#")


@lru_cache(maxsize=1)
def _closed() -> dict[str, str]:
    """The letter of each word of a closed class."""
    rows = [row for row in load("words").values() if isinstance(row, dict) and "tag" in row]
    return {word: row["tag"] for row in rows for word in row["words"]}


@lru_cache(maxsize=_KEEP)
def lemmas(word: str) -> dict[str, str]:
    """The dictionary forms of a lower-case word by part of speech; empty for a word that no table holds.

    >>> lemmas("shares")
    {'NOUN': 'share', 'VERB': 'share'}
    """
    from lemminflect import getAllLemmas

    return {part: forms[0] for part, forms in getAllLemmas(word).items()}


@lru_cache(maxsize=_KEEP)
def singular(noun: str) -> str:
    """The singular of a noun as printed; a name stays as it is.

    >>> singular("mercenaries"), singular("children"), singular("Wagner")
    ('mercenary', 'child', 'Wagner')
    """
    lower = noun.lower()
    known = load("words")["singular"].get(lower) or lemmas(lower).get("NOUN")
    if known:
        return known
    if noun[:1].isupper() or not lower.endswith("s") or lower.endswith(("ss", "us", "is")):
        return noun
    return lower[:-3] + "y" if lower.endswith("ies") else lower[:-1]


@lru_cache(maxsize=_KEEP)
def infinitive(verb: str) -> str:
    """The dictionary form of a verb.

    >>> infinitive("killed"), infinitive("spent"), infinitive("relocating")
    ('kill', 'spend', 'relocate')
    """
    lower = verb.lower()
    forms = lemmas(lower)
    return forms.get("VERB") or forms.get("AUX") or lower


@lru_cache(maxsize=_KEEP)
def _open(word: str) -> str:
    """The letter of a lower-case word of an open class; y is noun or verb, f noun or adjective."""
    if word.endswith(_POSSESSIVE):
        return "z"
    forms = lemmas(word)
    if not forms:
        return next((row["tag"] for row in load("words")["ending"] if word.endswith(row["of"])), "n")
    verb, noun = forms.get("VERB"), forms.get("NOUN")
    if verb is not None and verb != word and not (word.endswith("s") and noun not in (None, word)):
        if word.endswith("ing"):
            return "y" if noun == word else "g"
        return "v" if word.endswith("s") and noun is None else "e"
    if verb is not None and noun is not None:
        return "y"
    if noun is not None:
        return "f" if "ADJ" in forms else "n"
    if verb is not None:
        return "a" if "ADJ" in forms else "v"
    return "a" if "ADJ" in forms else "r"


def _letter(word: str, lower: str, title: bool) -> str:
    """The letter of one token by itself."""
    if lower in _closed():
        return _closed()[lower]
    first = word[0]
    if first.isalpha():
        if first.isupper() and not title:
            return "z" if lower.endswith(_POSSESSIVE) else "p"
        return _open(lower)
    if first.isdigit():
        return "#"
    return _SIGNS.get(word, '"' if word in "\"“”'‘’«»" else "-" if word in "-–—‐‑" else "n" if word == "&" else ";")


def tag_words(tokens: Tokens, figures=()) -> str:
    """The letters of a sentence's words; `figures` are the token ranges that are read as figures."""
    words, lower = tokens.words, tokens.lower
    tags = [_letter(w, low, False) for w, low in zip(words, lower, strict=True)]
    _mend_capitals(tokens, tags)
    for first, last in figures:
        tags[first:last] = "q" * (last - first)
    _join_hyphens(tokens, tags)
    _decide(tags, lower)
    return "".join(tags)


def _mend_capitals(tokens, tags):
    """A capital at the start of a sentence, or in a headline, makes no name."""
    capitals = sum(word[0].isupper() for word in tokens.words)
    if capitals > 0.6 * sum(word[0].isalpha() for word in tokens.words) and len(tags) > 4:
        places = range(len(tags))
    else:
        places = [i for i in range(len(tags)) if i == 0 or tags[i - 1] in ';"']
    for i in places:
        low = tokens.lower[i]
        if tags[i] == "p" and lemmas(low) and not (tokens.words[i].isupper() and len(low) > 1):
            tags[i] = _open(low)


def _join_hyphens(tokens, tags):
    """In "pro-democracy candidates" all but the last part of a hyphenated word modifies."""
    for i in range(1, len(tags) - 1):
        if (
            tokens.words[i] in _HYPHENS
            and tokens.ends[i - 1] == tokens.starts[i]
            and tokens.ends[i] == tokens.starts[i + 1]
        ):
            tags[i] = "a"
            if tags[i - 1] not in "q#p":
                tags[i - 1] = "a"
            if tags[i + 1] in "egyvbri":
                tags[i + 1] = "a" if tags[i + 1] != "y" else "f"


def _decide(tags, lower):
    """Choose among the classes of ambiguous words by their neighbours, from left to right."""
    last = len(tags) - 1
    for i, tag in enumerate(tags):
        if tag not in "yfeg":
            continue
        before = tags[i - 1] if i else ";"
        after = tags[i + 1] if i < last else ";"
        if tag == "f":
            tags[i] = "a" if after in _NOMINAL or before in "bnr" and after not in "o" else "n"
        elif tag == "y":
            tags[i] = _noun_or_verb(before, after)
        elif before in _MODIFIERS and (after in _NOMINAL or after == "a" and before != "q"):
            tags[i] = "a"  # "the injured passengers"


def _noun_or_verb(before, after):
    """n or v for a word that may be either, between two letters."""
    if before in "dsaziqoj#":
        return "n"
    if before in "mu":
        return "v"
    if before == "t":
        return "n" if after in ";,oc" else "v"
    if before in "np":
        return "v" if after in "dsuq#tirap" and after != "i" else "n"
    if before in "w":
        return "v"
    return "n"
