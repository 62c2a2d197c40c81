"""A word by itself: the letter of its class, and its dictionary form."""

from functools import cache, lru_cache
from typing import Any

from allegedly.lexicon import load, words_of_class
from allegedly.text.tagset import CLOSED, LETTERS, Tag

Forms = dict[str, dict[str, tuple[str, ...]]]

KEEP = 1 << 16  # words remembered: more than the vocabulary of a year of news


@lru_cache(maxsize=1)
def closed() -> dict[str, str]:
    """The letter of each word of a closed class."""
    figures = dict.fromkeys(number_words(), "#")
    named = {name: row["words"] for name, row in load("words").items() if name in CLOSED}
    return figures | {word: CLOSED[name] for name, words in named.items() for word in words}


@cache
def number_words() -> frozenset[str]:
    """The words of numbers: "twelve", "dozens", "third"."""
    tables = [table for table in load("numbers").values() if isinstance(table, dict)]
    return frozenset(word for table in tables for word, worth in table.items() if isinstance(worth, int | float))


@cache
def possessives() -> tuple[str, ...]:
    """How a possessive ends: "Wagner's", "workers'"."""
    return tuple(load("words")["possessive"]["endings"])


# Of these verbs of saying no clause without "that" is what someone says.
_FIGURED = ("estimated", "predicted")
_BOUND = ("toll", "quote", "quoting", "content", "inside", "follow", "only")


@cache
def _saying() -> dict[str, dict[str, Any]]:
    """The infinitives of verbs that tell what someone says, with their rows; those that only count have an object."""
    roles = load("things-reading")["roles"]
    free = [row for row in load("speech")["verb"] if not any(map(row.get, _BOUND))]
    said = {infinitive(form): row for row in free if row.get("clause") or not row.get("that") for form in row["forms"]}
    said = {verb: row for verb, row in said.items() if verb not in roles["counting"]["words"]}
    return said | {verb: {} for verb in roles["knowing"]["words"]}


def is_saying(verb: str | None) -> bool:
    """Whether a clause without "that" may follow a verb, given as infinitive, and is what someone says.

    >>> is_saying("estimate"), is_saying("count"), is_saying("sink")
    (True, False, False)
    """
    return verb in _saying()


def is_reckoning(verb: str) -> bool:
    """Whether a verb of saying estimates or predicts: what stands between it and "at" is what it gives the size of.

    >>> is_reckoning("estimate"), is_reckoning("say")
    (True, False)
    """
    return _saying().get(verb, {}).get("stance") in _FIGURED


def is_dated_saying(verb: str) -> bool:
    """Whether a time beside a verb of saying is when it was said; "reported" and "expected" date what they tell.

    >>> is_dated_saying("announce"), is_dated_saying("report"), is_dated_saying("predict")
    (True, False, False)
    """
    row = _saying().get(verb, {})
    return bool(row) and row.get("stance") not in _FIGURED and verb not in load("times")["dating_levels"]


@cache
def denials() -> frozenset[str]:
    """The words that deny: "not", "never", "no", "nobody"."""
    return words_of_class("negation") | words_of_class("negative")


@cache
def referring() -> frozenset[str]:
    """The pronouns that may stand for somebody or something named before, those that tell whose among them."""
    named = ("first-person", "masculine", "feminine", "neuter", "plural-pronoun")
    return frozenset().union(*map(words_of_class, named))


@cache
def movers() -> frozenset[str]:
    """The infinitives of verbs that say that their subject rose or fell (changes.toml): "climb", "sink", no "add"."""
    words = [word for ways in load("changes")["strong"].values() for word in ways if " " not in word]
    verbs = {infinitive(word) for word in words if "VERB" in lemmas(word) and word not in closed()}
    return frozenset(verbs.difference(load("things-reading")["roles"]["moving"]["words"]))


@cache
def changing() -> frozenset[str]:
    """The words of changes.toml that stand alone: "raises", "fell"."""
    table = load("changes")
    return frozenset(word for how in ("strong", "weak", "only_by") for words in table[how].values() for word in words)


@cache
def tellings() -> frozenset[str]:
    """The forms of verbs behind which a clause may follow without "that": "said", "estimates"."""
    from lemminflect import getAllInflections

    return frozenset(form for verb in _saying() for forms in getAllInflections(verb, "VERB").values() for form in forms)


@cache
def sayings() -> frozenset[str]:
    """The forms of verbs of saying: "says", "estimate"."""
    return frozenset(form for row in load("speech")["verb"] if not row.get("toll") for form in row["forms"])


@cache
def _follows() -> dict[str, frozenset[str]]:
    return {form: frozenset(row.get("follow", ())) for row in load("speech")["verb"] for form in row["forms"]}


def follows(word: str) -> frozenset[str]:
    """The words without which a form of a verb of saying says nothing: "points out"."""
    return _follows().get(word, frozenset())


@cache
def speakers() -> frozenset[str]:
    """The common nouns that can speak: "officials", "ministry", "survey"."""
    nouns = load("speech")["nouns"]
    return frozenset([*nouns["people"], *nouns["groups"], *nouns["documents"]])


def bare(word: str) -> str:
    """A word without the ending of the possessive.

    >>> bare("Wednesday's"), bare("Wednesday")
    ('Wednesday', 'Wednesday')
    """
    return word[:-2] if word.endswith(possessives()) and word[-1] not in "'’" and len(word) > 2 else word


@lru_cache(maxsize=KEEP)
def lemmas(word: str) -> dict[str, str]:
    """The dictionary forms of a lower-case word by part of speech; empty for a word that no table holds.

    >>> lemmas("shares")
    {'NOUN': 'share', 'VERB': 'share'}
    """
    known, mended = _dictionary()
    return {part: forms[0].lower() for part, forms in {**known.get(word, {}), **mended.get(word, {})}.items()}


@cache
def _dictionary() -> tuple[Forms, Forms]:
    """The tables of lemminflect: by word and part of speech its dictionary forms, and what is mended of them."""
    from lemminflect import config
    from lemminflect.codecs.LemmaLUCodec import LemmaLUCodec
    from lemminflect.codecs.OverridesCodec import OverridesCodec

    return LemmaLUCodec.load(config.lemma_lu_fn), OverridesCodec.load(config.lemma_overrides_fn)


@lru_cache(maxsize=KEEP)
def singular(noun: str) -> str:
    """The singular of a noun, of two spellings the one that stands for both; a name stays as it is.

    >>> singular("mercenaries"), singular("children"), singular("harbours"), singular("Wagner")
    ('mercenary', 'child', 'harbor', 'Wagner')
    """
    return _one_spelling(_singular(noun), "NOUN")


def _singular(noun: str) -> str:
    lower = noun.lower()
    known = load("words")["singular"].get(lower) or lemmas(lower).get("NOUN")
    if known:
        return known
    if noun[:1].isupper() or not lower.endswith("s") or lower.endswith(("ss", "us", "is")):
        return noun
    return lower[:-3] + "y" if lower.endswith("ies") else lower[:-1]


@lru_cache(maxsize=KEEP)
def infinitive(verb: str) -> str:
    """The dictionary form of a verb, of two spellings the one that stands for both.

    >>> infinitive("killed"), infinitive("spent"), infinitive("organised"), infinitive("organized"), infinitive("rose")
    ('kill', 'spend', 'organize', 'organize', 'rise')
    """
    lower = verb.lower()
    forms = lemmas(lower)
    return _one_spelling(forms.get("VERB") or forms.get("AUX") or lower, "VERB")


@lru_cache(maxsize=KEEP)
def _one_spelling(word: str, part: str) -> str:
    """A dictionary form as the other side of an ocean spells it, where it does: "organise", "harbour"; no "rise"."""
    if word.islower():
        for row in load("words")["spelling"]:
            if row["upos"] == part and word.endswith(row["of"]) and word not in row["other"]:
                other = word.removesuffix(row["of"]) + row["is"]
                return other if lemmas(other).get(part) == other else word
    return word


@lru_cache(maxsize=KEEP)
def open_class(word: str) -> str:
    """The letter of a lower-case word of an open class; y is noun or verb, f noun or adjective, G "-ing" of either."""
    if word.endswith(possessives()):
        return "z"
    forms = lemmas(word)
    if not forms:
        known = (row for row in load("words")["ending"] if word.endswith(row["of"]))
        return next((LETTERS[Tag(row["upos"], row.get("features", ""))] for row in known), "n")
    verb, noun = forms.get("VERB"), forms.get("NOUN")
    if verb is not None and verb != word and not (word.endswith("s") and noun not in (None, word)):
        if word.endswith("ing"):
            return "G" if noun == word else "g"
        return "v" if word.endswith("s") and noun is None else "e"
    if verb is not None and noun is not None:
        return "y"
    if noun is not None:
        return "f" if "ADJ" in forms else "n"
    if verb is not None:
        return "a" if "ADJ" in forms else "v"
    return "a" if "ADJ" in forms else "r"


@lru_cache(maxsize=KEEP)
def is_plural(noun: str) -> bool:
    """Whether a noun takes a verb without -s.

    >>> is_plural("ships"), is_plural("police"), is_plural("ship")
    (True, True, False)
    """
    return _singular(noun) != noun or noun in load("words")["plural"]["words"]
