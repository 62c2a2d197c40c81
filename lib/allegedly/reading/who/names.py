"""Who a noun phrase names, by its own words."""

import re
from typing import NamedTuple

from allegedly.lexicon import load
from allegedly.reading.who.voices import Voice, letter

Phrase = tuple[int, int]
_LINK = re.compile("[ol&]")
_PARENTHESIS = re.compile(r"\([^)]*\)\Z")
_NAME = re.compile("[DY]?(?:i?[CGRM])+i?")
_FULL_NAME = re.compile("(?:i?C){2,4}")
_BODY_NAME = re.compile("[CGMi]+")
_TAIL = re.compile(r"(?<=[wrgmR])i?(?P<name>C(?:i?C)*)\Z")
_ROLE_TAIL = re.compile(r"(?<=[rR])i?(?P<name>C(?:i?C)+)\Z")
_OWNED_TAIL = re.compile(r"[DY]?(?:C|i)*K(?P<name>C(?:i?C){1,2})")  # "the Tide's Lena Ort"
_TITLES = re.compile("(?:R+i?)+(?=C)")
_PROPER = re.compile(r"(?<![Ci])(?:[CG]|(?<=[CG])i(?=[CG]))+\Z")
_OWNER_ENDING = re.compile(r"['’]s?\Z")
_SORTS = {"r": "role", "g": "group", "m": "document"}
_OWNED = re.compile(r"(?P<owner>[DY]?[CcGgRKki&]*(?:C|G|K|k|(?<=[CGRKi])g|(?<=D)g)(?:\([CRGM]+\))?)[wme]*[mM]")


class Who(NamedTuple):
    """A possible speaker: the name to show, as printed where, and what sort of phrase it is."""

    name: str
    text: str
    start: int
    sort: str  #: person, name (of a person or place), role, group, several, document, pronoun or other
    head: str = ""  #: the word that says what they are: "spokesman", "ministry", "he"
    definite: bool = False
    owner: str = ""  #: the pronoun of "its report", "his spokesman"


def who(voice: Voice, phrase: Phrase) -> Who:
    """Whom a phrase names, by its own words."""
    tokens = voice.tokens
    first, last = phrase
    kinds = voice.kinds[first:last]
    text, start = " ".join(tokens.slice(first, last).split()), tokens.starts[first]
    if kinds in ("P", "Y"):
        head = _spoken(tokens.lower[first])
        return Who(head, text, start, "pronoun", head)
    person = _person(kinds) or _person(_PARENTHESIS.sub("", kinds))  # "Senator Ida Holm (D-Os)"
    if person:
        begin, end = first + person[0], first + person[1]
        if begin > first and voice.kinds[begin - 1] in "gm":  # "the aid group Open Hands"
            return Who(bare(tokens.slice(begin, end)), text, start, "group", tokens.lower[begin - 1])
        head = tokens.lower[begin - 1] if begin > first and voice.kinds[begin - 1] in "rR" else ""
        return Who(bare(tokens.slice(begin, end)), text, start, "person" if begin > first else "name", head)
    chunk = _PARENTHESIS.sub("", _LINK.split(kinds, maxsplit=1)[0])
    inner = _source_inside(voice, first, last, chunk)
    if inner:
        return who(voice, inner)._replace(text=text, start=start)
    return _itself(voice, phrase, chunk, text)


def _itself(voice: Voice, phrase: Phrase, chunk: str, text: str) -> Who:
    """The phrase itself as a speaker: "the emergencies ministry", "a hospital official", "North Korea"."""
    first, last = phrase
    tokens = voice.tokens
    start = tokens.starts[first]
    opens = tokens.lower[first] if voice.kinds[first] in "DY" else ""
    definite = opens in _definite()
    owner = opens if opens in load("words")["possessive"]["words"] else ""
    head = bare(tokens.lower[first + len(chunk) - 1])
    chunk = chunk[:-1] + "C" if chunk.endswith("K") else chunk[:-1] + letter(head) if chunk.endswith("k") else chunk
    sort = _SORTS.get(chunk[-1].lower(), "other")
    if sort == "other" and _NAME.fullmatch(chunk):
        sort = "name" if last - first == len(chunk) and not opens else "group"
    if "&" in voice.kinds[first:last] and sort in ("group", "name") and opens == "":
        sort = "several"
    titles = _TITLES.match(chunk) if sort in ("several", "name") else None  # "Sens. Ida Holm and Jon Vik"
    first += titles.end() if titles else 0
    named = chunk[-1] in "CGRM" or (sort == "group" and "C" in chunk)
    if named and definite:  # "the left-leaning Lake Institute"
        first = next((i for i in range(first + 1, last) if tokens.words[i][0].isupper()), first + 1)
    name = tokens.slice(first, last)
    return Who(_plain(name, opens != "" and not named), text, start, sort, head, definite, owner)


def _person(kinds: str) -> Phrase | None:
    """Where in a phrase a person's name stands: after a role or title, or before "of" and what they belong to.

    "spokesman John Kirby", "Dr Flora", "Ida Holm of the Red Lamp", "Center for Lakes scientist Ida Holm"
    """
    parts = _LINK.split(kinds)
    chunk = parts[0]
    tail = _TAIL.search(chunk)
    if tail and not (chunk[tail.start() - 1] in "gm" and len(tail["name"].replace("i", "")) < 2):
        return tail.span("name")
    tail = _OWNED_TAIL.fullmatch(chunk) if "&" not in kinds else None
    if tail:
        return tail.span("name")
    if len(parts) > 1 and _FULL_NAME.fullmatch(chunk):
        return 0, len(chunk)
    tail = _ROLE_TAIL.search(kinds) if len(parts) > 1 and _BODY_NAME.fullmatch(chunk) else None
    return tail.span("name") if tail else None


def _source_inside(voice: Voice, first: int, last: int, chunk: str) -> Phrase | None:
    """Whose document it is: the Red Lamp in "data from the Red Lamp", "Red Lamp figures", "the Red Lamp's report"."""
    if not chunk.endswith(("m", "M")):
        return None
    speech, lower, kinds = load("speech"), voice.tokens.lower, voice.kinds
    head = first + voice.kinds[first:last].rindex(chunk[-1]) if "(" in kinds[first:last] else first + len(chunk) - 1
    inner = (head + 2, last)
    if kinds[head] == "M" and head > first and kinds[head - 1] == "C" and lower[head] in speech["nouns"]["outlets"]:
        return None  # "the Morning Post"
    stripped = lower[head] in speech["nouns"]["stripped"]
    owners = speech["phrases"]["owners" if stripped else "makers"]
    if kinds[head + 1 : last].startswith("o") and lower[head + 1] in owners and kinds[inner[0]] != "Y":
        return inner if voice.is_source(inner) else None
    if not stripped:
        return _proper_owner(voice, first, head) if kinds[head] == "m" else None
    owner = _OWNED.match(kinds, first, head + 1)
    if owner and owner["owner"] == "G" and (first == 0 or kinds[first - 1] in '.:"'):
        return None  # "Media reports say"
    if not owner:
        return None
    is_named = kinds[first] == "D" and owner["owner"][-1] not in "Kk" and lower[first] not in _definite()
    return first + is_named, owner.end("owner")  # "a USA TODAY analysis"


def _proper_owner(voice: Voice, first: int, head: int) -> Phrase | None:
    """The name right before a document: the foundation in "a Tax Foundation study", not in "a poll of economists"."""
    name = _PROPER.search(voice.kinds, first, head)
    asked = re.match("o[DYwe]{0,3}[rn]", voice.kinds[head + 1 :])
    outlets = load("speech")["nouns"]["outlets"]
    if not name or asked:
        return None
    known = name.end() - name.start() > 1 or voice.tokens.lower[name.start()] in outlets
    return (name.start(), head) if known else None


def _definite() -> list[str]:
    words: list[str] = load("words")["definite"]["words"]
    return words


def _spoken(word: str) -> str:
    """The pronoun of a word: "i" of "i'd"."""
    return word.partition("'")[0].partition("’")[0]


def bare(name: str) -> str:
    """A name without the 's of its owner."""
    return _OWNER_ENDING.sub("", name) if name[-2:-1] in "'’" or name[-1:] in "'’" else name


def _plain(name: str, small: bool) -> str:
    """A phrase on one line, without the 's of an owner, its article in lower case."""
    name = " ".join(name.split())
    name = name[:-1] if name.endswith(("s'", "s’")) else bare(name)
    return name[:1].lower() + name[1:] if small else name
