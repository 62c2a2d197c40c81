"""Which language is read: chosen for a process, or for a while; and whether a text looks like it."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from .tables import CHOSEN, LANGUAGE, chosen, load, require

_WORD = re.compile(r"[^\W\d_]+")
_LENGTH = 20_000  #: characters of a text that are looked at
_FEWEST = 12  #: words below which nothing can be told
_SHARE = 0.12  #: of function words below which a text is of another language: English news has a third and more
_CLOSED = ("determiner", "preposition", "of", "to", "conjunction", "subordinator", "relative", "be", "have", "pronoun")


def speak(language: str) -> None:
    """Read texts of this language from now on, in this process and those that it starts.

    A language that is not whole is refused. What the rooms keep of the tables is forgotten, so that a change of
    language costs as much as a start.
    """
    require(language)
    if language != chosen():
        os.environ[CHOSEN] = language
        forget()


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Read texts of this language within the block; None leaves all as it is."""
    before = chosen()
    if language:
        speak(language)
    try:
        yield
    finally:
        if language:
            speak(before)


def forget(*rooms: str, tables: bool = True) -> None:
    """Clear what the modules whose names begin with one of `rooms` keep of the tables; without `tables`, not these."""
    for name, module in [*sys.modules.items()]:
        if name.startswith(rooms or ("allegedly.",)):
            for value in [*vars(module).values()]:
                if hasattr(value, "cache_clear") and (tables or value is not load):
                    value.cache_clear()
                elif isinstance(value, dict) and hasattr(value, "__missing__"):  # kept as it is asked for
                    value.clear()


def looks_foreign(text: str) -> bool:
    """Whether a text is plainly of another language than the one that is read: too few of its words are small words.

    >>> looks_foreign("The mayor said that about 300 houses of the town were flooded in the night.")
    False
    >>> looks_foreign("Más de 1.200 personas llegaron ayer por la noche a la ciudad, dijo el alcalde de Moss.")
    True
    """
    words = _WORD.findall(text[:_LENGTH].lower())
    closed = load("words")
    small = {word for name in _CLOSED for word in closed[name]["words"]}
    return bool(small) and len(words) >= _FEWEST and sum(word in small for word in words) < _SHARE * len(words)


def name_of(language: str = "") -> str:
    """A language as a person calls it.

    >>> name_of("en")
    'English'
    """
    from babel import Locale

    code = (language or chosen()).rstrip("/").rpartition("/")[2]
    return Locale(LANGUAGE).languages.get(code) or code
