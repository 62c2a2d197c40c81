"""Which group a figure counts and what befell it, by the rows of lexicon/en/things.toml."""

import re
from functools import cache, lru_cache

from ..lexicon import load

SHORT = 3  #: a name has more letters, or only capitals: The, A, but US
KEPT = 1 << 14  #: words and texts of the last articles, since they recur
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@cache
def rows(kind: str) -> dict:
    """The rows of one kind, `group` or `fate`, by name."""
    return {row["name"]: row for row in load("things")[kind]}


@cache
def index(kind: str) -> dict:
    """A row's name for each of its words."""
    return {word: name for name, row in rows(kind).items() for word in row["words"]}


@lru_cache(KEPT)
def lemmas(word: str) -> frozenset:
    """The word with every dictionary form it can have.

    >>> sorted(lemmas("killed"))
    ['kill', 'killed']
    """
    from lemminflect import getAllLemmas

    found = {form for forms in getAllLemmas(word).values() for form in forms}
    return frozenset(found | {word})


@lru_cache(KEPT)
def concepts(kind: str, text: str) -> frozenset:
    """The names of the rows of `kind` that the words of `text` belong to.

    >>> sorted(concepts("fate", "Wagner fighters killed"))
    ['dead']
    """
    known = index(kind)
    return frozenset(known[form] for form in forms(text) if form in known)


@cache
def within(kind: str, name: str) -> frozenset:
    """The rows that include everything row `name` counts, itself among them.

    >>> sorted(within("fate", "body"))
    ['aboard', 'body', 'casualty', 'dead', 'deployed']
    """
    above = rows(kind)[name].get("within", ())
    return frozenset({name}).union(*(within(kind, wider) for wider in above))


def is_within(kind: str, part: frozenset, whole: frozenset) -> bool:
    """Whether what `part` names is, by the table, some of what `whole` names, without being the same."""
    return bool(part and whole and not part & whole and any(within(kind, name) & whole for name in part))


def shared_words(first: str | None, second: str | None) -> frozenset:
    """The dictionary forms that two phrases share.

    >>> sorted(shared_words("Wagner fighters", "fighter"))
    ['fighter']
    """
    return forms(first or "") & forms(second or "")


@lru_cache(KEPT)
def forms(text: str) -> frozenset:
    """The dictionary forms of all words of a text."""
    return frozenset().union(*(lemmas(word) for word in _WORD.findall(text.lower())))


def proper(text: str, sentence: str) -> frozenset:
    """The names in a text: its words with a capital, but for a common noun that opens the sentence.

    >>> sorted(proper("Varga's men", "Varga's men left.")), sorted(proper("Men of Varga", "Men of Varga left."))
    (['varga'], ['varga'])
    """
    words = [word.replace("’", "'").split("'")[0] for word in text.split() if word[:1].isupper()]
    opens = bool(words) and sentence.startswith(words[0])
    named = words[opens and is_common(words[0].lower()) :]
    return frozenset(word.lower() for word in named if len(word) > SHORT or (word.isupper() and len(word) > 1))


@lru_cache(KEPT)
def is_common(word: str) -> bool:
    """Whether a word is in the dictionary of common words."""
    from lemminflect import getAllLemmas

    return bool(getAllLemmas(word))
