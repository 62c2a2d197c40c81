"""What a word can be: the letter of its class, and its dictionary form."""

from functools import lru_cache

from allegedly.lexicon import load
from allegedly.reading.tokens import Tokens

_KEEP = 1 << 16  # words remembered: more than the vocabulary of a year of news
_POSSESSIVE = ("'s", "’s", "s'", "s’")
_SIGNS = {"(": "(", "[": "(", ")": ")", "]": ")", ",": ",", ";": ";", ":": ";", ".": ";", "!": ";", "?": ";"}
_HYPHENS = "-‐‑"
_DASHES = _HYPHENS + "–—"
_QUOTES = "\"“”'‘’«»"
_NOMINAL = frozenset("npyfzG")
_MODIFIERS = frozenset("dszaq#")


@lru_cache(maxsize=1)
def _closed() -> dict[str, str]:
    """The letter of each word of a closed class."""
    rows = [row for row in load("words").values() if isinstance(row, dict) and "tag" in row]
    numbers = [table for table in load("numbers").values() if isinstance(table, dict)]
    figures = {word: "#" for table in numbers for word, worth in table.items() if isinstance(worth, int | float)}
    return figures | {word: row["tag"] for row in rows for word in row["words"]}


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
    """The letter of a lower-case word of an open class; y is noun or verb, f noun or adjective, G "-ing" of either."""
    if word.endswith(_POSSESSIVE):
        return "z"
    forms = lemmas(word)
    if not forms:
        return next((row["tag"] for row in load("words")["ending"] if word.endswith(row["of"])), "n")
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


def _letter(word: str, lower: str) -> str:
    """The letter of one token by itself; a capital makes a name, but for words of function."""
    first = word[0]
    closed = _closed().get(lower)
    if closed and not (first.isupper() and (closed in "anv" or (closed == "u" and word.isupper() and len(word) > 1))):
        return closed
    if first.isalpha():
        if first.isupper():
            return "z" if lower.endswith(_POSSESSIVE) else "p"
        return _open(lower)
    if first.isdigit():
        return "#"
    return _SIGNS.get(word, '"' if word in _QUOTES else "-" if word in _DASHES else ";")


def tag_words(tokens: Tokens, figures=(), dates=()) -> tuple[str, str]:
    """The letters of a sentence's words by themselves, and as they stand together.

    `figures` and `dates` are the token ranges that are read as such.
    """
    tags = [_letter(word, low) for word, low in zip(tokens.words, tokens.lower, strict=True)]
    _mend_capitals(tokens, tags)
    _mend_stops(tokens, tags)
    raw = "".join(tags)
    for letter, ranges in (("j", dates), ("q", figures)):
        for first, last in ranges:
            if (
                last - first > 1 or tokens.lower[first] not in load("words")["negation"]["words"]
            ):  # "never" leaves its verb
                tags[first:last] = letter * (last - first)
    _join_hyphens(tokens, tags)
    _decide(tags, tokens.lower)
    return raw, "".join(tags)


def _mend_stops(tokens, tags):
    """A stop inside a sentence belongs to an abbreviation: "U.S.", "Gen."."""
    for i in range(1, len(tags) - 1):
        if tokens.words[i] == "." and tokens.ends[i - 1] == tokens.starts[i] and tokens.words[i + 1][0].isalnum():
            tags[i] = "p" if len(tokens.words[i - 1]) == 1 else tags[i - 1]
            if len(tokens.words[i - 1]) == 1 and tokens.words[i - 1].isupper():
                tags[i - 1] = "p"


def _mend_capitals(tokens, tags):
    """A capital at the start of a sentence, or in a headline, makes no name."""
    capitals = sum(word[0].isupper() for word in tokens.words)
    if len(tags) > 4 and capitals > 0.6 * sum(word[0].isalpha() for word in tokens.words):
        places = range(len(tags))
    else:
        places = [i for i in range(len(tags)) if i == 0 or tags[i - 1] in ';"']
    for i in places:
        low = tokens.lower[i]
        if tags[i] == "p" and not (tokens.words[i].isupper() and len(low) > 1):
            tags[i] = _closed().get(low) or (_open(low) if lemmas(low) else "p")


def _join_hyphens(tokens, tags):
    """In "pro-democracy candidates" all but the last part of a hyphenated word modifies; "COVID-19" is one name."""
    for i in range(1, len(tags) - 1):
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


def _decide(tags, lower):
    """Choose among the classes of ambiguous words by their neighbours, from left to right."""
    last = len(tags) - 1
    for i, tag in enumerate(tags):
        if tag not in "yYfegkG":
            continue
        before = tags[i - 1] if i else ";"
        after = tags[i + 1] if i < last else ";"
        if tag == "f":
            tags[i] = "a" if after in _NOMINAL or (before in "br" and after != "o") else "n"
        elif tag == "Y":  # "was hurt", "hit the coast", "a cut"
            tags[i] = "e" if before in "bhrnpuw" else _noun_or_verb(before, after, "", lower[i])
        elif tag == "y":
            tags[i] = _noun_or_verb(before, after, i and lower[i - 1], lower[i])
        elif tag == "G":  # "bombing": noun or verb in -ing
            opens = after in "dqspna#"  # an object may begin: "helicopters covering the bay"
            tags[i] = (
                "n"
                if before in "dsaqz#" or (before == "n" and not opens) or (before in "io" and after in ";,ocib)")
                else "g"
            )
        elif tag == "k":
            tags[i] = "w" if before in "np," and after in "vebhm" else tag
        elif before in _MODIFIERS and (after in _NOMINAL or (after == "a" and before != "q")):
            tags[i] = "a"  # "the injured passengers"
        elif tag == "e" and before in "io" and after in "npaqy":
            tags[i] = "a"  # "of reported cases"


def _noun_or_verb(before, after, word_before, word):
    """n or v for a word that may be either, between two letters; a verb agrees with the noun before it."""
    if before in "mu":
        return "v"
    if before == "t":
        return "n" if after in ";,oc" else "v"
    if before == "n" and _is_plural(word_before) == word.endswith("s"):
        return "n"
    if before in "np":
        return "v" if after in "dsuq#trapk" else "n"
    return "v" if before == "w" else "n"


def _is_plural(noun):
    """Whether a noun takes a verb without -s."""
    return singular(noun) != noun or noun in load("words")["plural"]["words"]
