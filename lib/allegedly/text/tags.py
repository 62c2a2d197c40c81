"""The tagger: the letter (text/tagset.py) of each word, first by itself, then as its neighbours have it."""

import re
from collections.abc import Iterable

from allegedly.lexicon import load
from allegedly.text.choices import CHOICES, Place
from allegedly.text.kept import Kept
from allegedly.text.tagset import UNDECIDED
from allegedly.text.tokens import DASHES, HYPHENS, Tokens
from allegedly.text.words import closed, is_plural, lemmas, open_class, possessives, sayings, tellings

_SIGNS = {"(": "(", "[": "(", ")": ")", "]": ")", ",": ",", ";": ";", ":": ";", ".": ";", "!": ";", "?": ";", "%": ";"}
_QUOTES = "\"“”'‘’«»"
_AND = "&"
_TITLE = 8  # so many capitals to a lower-case word of content are a headline's
_LONG = 12  # words of the longest figure that may stand behind an article
_SIGN = re.compile('[;"-]')  # the letters of a stop, a quotation mark and a hyphen
_NAME, _FIRST_NAME = re.compile("p"), re.compile('(?:^|(?<=[;"]))p')
_TOGETHER = re.compile("(?<=[qds])[aefg](?:,[aefg]){0,4},?c[aefg](?=a?[np])")
_AS_ADJECTIVE = str.maketrans("efg", "aaa")
_AMBIGUOUS = re.compile("[yYfegkGIx]|i(?=u)|(?<=h)i(?=[eyv])")


def tag(
    tokens: Tokens,
    figures: Iterable[tuple[int, int]] = (),
    dates: Iterable[tuple[int, int]] = (),
    measured: frozenset[int] = frozenset(),
) -> tuple[str, str, bool]:
    """The letters of a sentence's words; with q for the words of figures, j for those of dates; is it all capitals.

    `figures` and `dates` are the token ranges that are read as such; `measured` are the ends of figures with a unit.

    >>> from allegedly.text.tokens import tokenise
    >>> tag(tokenise("It cut 300 jobs"), [(2, 3)])
    ('ue#n', 'ueqn', False)
    """
    letters = "".join(map(_LETTERS.__getitem__, tokens.words))
    tags, signs = list(letters), [sign.start() for sign in _SIGN.finditer(letters, 1, max(1, len(letters) - 1))]
    is_title = _mend_capitals(tokens, tags, letters)
    _mend_stops(tokens, tags, signs)
    _mend_possessives(tokens, tags, signs)
    _mend_firms(tokens, tags)
    denials = load("words")["negation"]["words"]
    covered = []
    for letter, ranges in (("j", dates), ("q", figures)):
        for first, last in ranges:
            if last - first > 1 or tokens.lower[first] not in denials:  # "never" leaves its verb whole
                own = "".join(tags[first:last])
                covered.append((first, last, _named(own, tokens.words[first:last]) if letter == "j" else own))
                tags[first:last] = letter * (last - first)
    _join_hyphens(tokens, tags, signs)
    undecided = "".join(tags)
    _decide(tags, tokens.lower, measured)
    tags[:] = marked = _join_adjectives("".join(tags), undecided, tokens.lower)
    for first, last, own in reversed(covered):  # a date may lie within a figure
        tags[first:last] = _opened(own, first, marked, tokens.lower)
    return "".join(tags), marked, is_title


def _opened(own: str, first: int, marked: str, lower: list[str]) -> str:
    """The letters of a figure, whose first word may be the verb before it: "reports range from 40 to 60"."""
    if own[0] not in CHOICES or len(own) < 2 or lower[first] not in sayings():
        return own.translate(UNDECIDED)
    before, further = marked[first - 1 : first] or ";", own[2:3] or ";"
    place = Place(before, own[1], further, lower[first - 1] if first else "", lower[first], lower[first + 1])
    return CHOICES[own[0]](place) + own[1:].translate(UNDECIDED)


def _named(letters: str, words: list[str]) -> str:
    """The letters of a date; its modal with a capital is a month: "May"."""
    return "".join("p" if tag == "m" and word[0].isupper() else tag for tag, word in zip(letters, words, strict=True))


def _letter(word: str) -> str:
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
    if first.isdecimal():
        return "#"
    return _SIGNS.get(word, '"' if word in _QUOTES else "-" if word in DASHES else ";")


_LETTERS = Kept(_letter)


def _mend_capitals(tokens: Tokens, tags: list[str], letters: str) -> bool:
    """A capital at the start of a sentence, or in a headline, makes no name; returns whether it is a headline."""
    is_title = letters.count("p") > max(3, _TITLE * sum(map(letters.count, "nyYfeagvG")))
    is_shouted = is_title and all(map(str.isupper, filter(str.isalpha, tokens.words)))
    for name in (_NAME if is_title else _FIRST_NAME).finditer(letters):
        i = name.start()
        low = tokens.lower[i]
        if not is_title and _is_surname(tokens.lower, letters, i):
            continue
        if is_shouted or not (tokens.words[i].isupper() and len(low) > 1):
            tags[i] = closed().get(low) or (open_class(low) if lemmas(low) else "p")
    return is_title


def _is_surname(lower: list[str], letters: str, at: int) -> bool:
    """Whether the noun that opens a sentence says something or has an age: "Marsh told", "Hart, 54,"."""
    says = letters[at + 1 : at + 2] in tuple("veyY") and lower[at + 1] in sayings()
    return (says or letters.startswith(",#,", at + 1)) and lemmas(lower[at]).get("NOUN") == lower[at]


def _mend_stops(tokens: Tokens, tags: list[str], signs: list[int]) -> None:
    """A stop inside a sentence belongs to an abbreviation: "U.S.", "Gen."."""
    for i in signs:
        if tokens.words[i] == "." and tokens.ends[i - 1] == tokens.starts[i] and tokens.words[i + 1][0].isalnum():
            tags[i] = "p" if len(tokens.words[i - 1]) == 1 else tags[i - 1]
            if len(tokens.words[i - 1]) == 1 and tokens.words[i - 1].isupper():
                tags[i - 1] = "p"


def _mend_possessives(tokens: Tokens, tags: list[str], signs: list[int]) -> None:
    """A number with 's is a name: "the iPhone 14's screen"."""
    for i in signs:
        is_apostrophe = tags[i] == '"' and tags[i - 1] == "#" and tokens.lower[i + 1] == "s"
        if is_apostrophe and tokens.ends[i - 1] == tokens.starts[i] and tokens.ends[i] == tokens.starts[i + 1]:
            tags[i - 1 : i + 2] = "ppz"


def _mend_firms(tokens: Tokens, tags: list[str]) -> None:
    """The sign between two names is part of one: "Moss & Sons"."""
    for i in range(1, len(tags) - 1) if _AND in tokens.words else ():
        if tokens.words[i] == _AND and tags[i - 1] == tags[i + 1] == "p":
            tags[i] = "p"


def _join_hyphens(tokens: Tokens, tags: list[str], signs: list[int]) -> None:
    """In "pro-democracy candidates" all but the last part of a hyphenated word modifies; "COVID-19" is one name."""
    opened = ""  # the letter of the first part of the word
    for i in signs:
        if tokens.words[i] not in HYPHENS or tags[i] != "-":
            continue
        if tokens.ends[i - 1] != tokens.starts[i] or tokens.ends[i] != tokens.starts[i + 1]:
            continue
        before, after = tags[i - 1], tags[i + 1]
        goes_on = _is_hyphened(tokens, i + 2)
        is_third, opened = _is_hyphened(tokens, i - 2), opened if _is_hyphened(tokens, i - 2) else before
        tags[i] = "p" if before == "p" and after in "p#" else "a"
        if before not in "q#p":
            tags[i - 1] = "a"
        if after in "egvbrifm" or (after in "dts" and goes_on) or (is_third and opened in "ir" and not goes_on):
            # "an across-the-board cut"
            tags[i + 1] = "a"
        elif after == "y":
            tags[i + 1] = "f"
        elif after == "#" and before == "p":
            tags[i + 1] = "p"


def _is_hyphened(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen stands at a token, stuck to the words around it."""
    return (
        0 < at < len(tokens) - 1
        and tokens.words[at] in HYPHENS
        and tokens.ends[at - 1] == tokens.starts[at]
        and tokens.ends[at] == tokens.starts[at + 1]
    )


def _decide(tags: list[str], lower: list[str], measured: frozenset[int]) -> None:
    """Choose among the classes of ambiguous words by their neighbours, from left to right."""
    last = len(tags) - 1
    for ambiguous in _AMBIGUOUS.finditer("".join(tags)):
        i, tag = ambiguous.start(), ambiguous[0]
        before = tags[i - 1] if i else ";"
        if before == "r" and i > 1 and tags[i - 2] in ("mtubhnp" if tag == "y" else "mtubh"):
            before = tags[i - 2]  # an adverb lets its neighbour through
        if before == "t" and i > 1 and tags[i - 2] in "hb":
            before = "m"  # "had to leave"
        elif before == "t" and i > 1 and lower[i - 2] in load("words")["before_to"]["words"]:
            before = "i"  # "according to figures"
        elif before == "w" and lower[i - 1] in load("words")["whose"]["words"]:
            before = "s"  # "whose claim was denied"
        if before == "n" and tag == "y" and i > 1 and tags[i - 2] == "q" and not is_plural(lower[i - 1]):
            before = "a"  # "five profile slots": a singular behind a figure is not counted yet
        if i in measured:  # a figure with its unit: what follows is seldom counted, but for "a two-day shut down"
            before = "a" if _is_attributive(tags, i) else "Q"
        after = tags[i + 1] if i < last else ";"
        further = tags[i + 2] if i + 2 <= last else ";"
        place = Place(before, after, further, lower[i - 1] if i else "", lower[i], lower[min(i + 1, last)])
        tags[i] = CHOICES[tag](place)
        if tag == "y" and tags[i] == "v" and before in "np" and lower[i].endswith("s") and _is_object(tags, lower, i):
            tags[i] = "n"
        elif tag == "y" and tags[i] == "n" and after in ";," and lower[i] in sayings() and _closes(tags, i):
            tags[i] = "v"


def _join_adjectives(letters: str, undecided: str, lower: list[str]) -> str:
    """What is told together before a noun is adjectives: "300 confirmed, probable and suspected cases"."""
    open_ = "".join("f" if was == "f" and now in "na" else now for was, now in zip(undecided, letters, strict=True))
    for told in _TOGETHER.finditer(open_):
        first, last = told.span()
        if not {"a", "f"}.isdisjoint(told[0]) or lower[first] in load("things-reading")["roles"]["qualifying"]["words"]:
            letters = letters[:first] + told[0].translate(_AS_ADJECTIVE) + letters[last:]
    return letters


def _is_object(tags: list[str], lower: list[str], end: int) -> bool:
    """Whether the noun that ends at a token is an object: "drove asylum claims over", not "said rain falls"."""
    at = end - 1
    while at > max(0, end - _LONG) and tags[at] in "napd":
        at -= 1
    return tags[at] in "ve" and lower[at] not in tellings()


def _closes(tags: list[str], end: int) -> bool:
    """Whether a comma and a noun phrase stand before a token: "…, U.N. officials estimate."."""
    at = end - 1
    while at > max(0, end - _LONG) and tags[at] in "napdszo":
        at -= 1
    return tags[at] in ',"' and tags[end - 1] in "np" and at > 1


def _is_attributive(tags: list[str], end: int) -> bool:
    """Whether a figure that ends at a token stands behind an article or a possessive: "a 5 percent cut"."""
    for i in range(end - 1, max(-1, end - _LONG), -1):
        if tags[i] != "q":
            return tags[i] in "ds"
    return False
