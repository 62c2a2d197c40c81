"""Which group a figure counts and what befell it, by the rows of lexicon/things.toml."""

import re
from functools import cache

from ..lexicon import load

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@cache
def rows(kind: str) -> dict:
    """The rows of one kind, `group` or `fate`, by name."""
    return {row["name"]: row for row in load("things")[kind]}


@cache
def index(kind: str) -> dict:
    """A row's name for each of its words."""
    return {word: name for name, row in rows(kind).items() for word in row["words"]}


@cache
def lemmas(word: str) -> frozenset:
    """The word with every dictionary form it can have.

    >>> sorted(lemmas("killed"))
    ['kill', 'killed']
    """
    from lemminflect import getAllLemmas

    found = {form for forms in getAllLemmas(word).values() for form in forms}
    return frozenset(found | {word})


@cache
def concepts(kind: str, text: str) -> frozenset:
    """The names of the rows of `kind` that the words of `text` belong to.

    >>> sorted(concepts("fate", "Wagner fighters killed"))
    ['dead']
    """
    known = index(kind)
    found = {known[form] for word in _WORD.findall(text.lower()) for form in lemmas(word) if form in known}
    return frozenset(found)


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
    forms = [
        frozenset().union(*(lemmas(word) for word in _WORD.findall((text or "").lower()))) for text in (first, second)
    ]
    return forms[0] & forms[1]
