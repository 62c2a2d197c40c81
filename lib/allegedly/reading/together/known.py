"""What the tables know of events, measures and places, as sets and dictionaries made once."""

import re
from functools import cache, lru_cache
from typing import Any

from allegedly.lexicon import load
from allegedly.text.kept import Kept
from allegedly.text.words import KEEP, bare, lemmas, singular

US = "united states"  #: the country whose people most texts at hand call "Americans"


@lru_cache(maxsize=KEEP)
def forms(word: str) -> tuple[str, ...]:
    """A lower-case word with its dictionary forms, without the ending of the possessive, in one order in each run.

    >>> forms("killed"), forms("mine's")
    (('kill', 'killed'), ('mine',))
    """
    word = bare(word)
    return tuple(sorted({word, *(lemmas(word).values() or [singular(word)])}))


@lru_cache(maxsize=KEEP)
def stem(word: str) -> str:
    """One form for all forms of a lower-case word: the shortest, then the first."""
    return min(forms(word), key=lambda form: (len(form), form))


@cache
def words(table: str, name: str, key: str = "words") -> frozenset[str]:
    """A list of words of a table."""
    return frozenset(load(table)[name][key])


@cache
def by_word(table: str, section: str, key: str = "words") -> dict[str, str]:
    """The name of the row of each word."""
    return {word: row["name"] for row in load(table)[section] for word in row[key]}


@cache
def row(table: str, section: str, name: str) -> dict[str, Any]:
    """A row by its name."""
    return next(row for row in load(table)[section] if row["name"] == name)


@cache
def function_words() -> frozenset[str]:
    """Words of the closed classes: they say nothing of what a figure counts."""
    closed = [one for one in load("words").values() if isinstance(one, dict) and "words" in one]
    numbers = [one for one in load("numbers").values() if isinstance(one, dict)]
    return frozenset(word for one in closed for word in one["words"]).union(*numbers)


@cache
def calendar() -> frozenset[str]:
    """Months, weekdays and days that are named from the article's own."""
    classes = load("times")["classes"]
    named = [*classes["MONTH"], *classes["MONTH_SHORT"], *classes["WEEKDAY"]]
    return frozenset(word.lower().rstrip(".") for word in named) | {"today", "yesterday", "tomorrow"}


@cache
def countries() -> frozenset[str]:
    """The names of countries, in lower case."""
    from babel import Locale

    return frozenset(name.lower() for code, name in Locale("en").territories.items() if code.isalpha())


@cache
def peoples() -> dict[str, str]:
    """The country of each word for its people: "sudanese" is of "sudan"."""
    rules = load("geography")["peoples"]
    made: dict[str, str] = {}
    for country in countries():
        for end, people in rules["endings"]:
            if country.endswith(end) and len(country) > len(end) + 2:
                made.setdefault(country.removesuffix(end) + people, country)
    made.update(rules["irregular"])
    return made


@cache
def aliases() -> dict[str, str]:
    """Other names of countries."""
    return dict(load("geography")["countries"]["aliases"])


@cache
def states() -> tuple[str, ...]:
    """The names of states of a country, the longest first."""
    return tuple(sorted(load("geography")["states"]["words"], key=len, reverse=True))


@lru_cache(maxsize=KEEP)
def sort_of(place: str) -> str:
    """What a place is: a country, a state of one, or a place that is neither.

    >>> sort_of("sudan"), sort_of("west virginia"), sort_of("darfur")
    ('country', 'state', 'place')
    """
    return "country" if place in countries() else "state" if place in states() else "place"


@cache
def kinds() -> dict[str, str]:
    """The kind of event of each word, also of those that only go with it."""
    hints = {word: row["name"] for row in load("events")["kind"] for word in row.get("hints", ())}
    return hints | by_word("events", "kind")


def kind_of(word: str) -> str | None:
    """The kind of event that a word names.

    >>> kind_of("blasts"), kind_of("cows")
    ('accident', None)
    """
    return next((kinds()[form] for form in forms(word) if form in kinds()), None)


KINDS = Kept(kind_of)  #: the kind of event that each lower-case word names


@lru_cache(maxsize=KEEP)
def names_kind(word: str) -> str | None:
    """The kind of event that a word names by itself.

    >>> names_kind("blasts"), names_kind("tragedy")
    ('accident', None)
    """
    named = by_word("events", "kind")
    return next((named[form] for form in forms(word) if form in named), None)


@cache
def second_words() -> frozenset[str]:
    """The second words of kinds of event that are named in two."""
    return frozenset(name.split()[1] for name in kinds() if " " in name)


@cache
def country_names() -> re.Pattern[str]:
    """The names of countries in a text in lower case, but for the country of the text."""
    names = sorted(countries() - {US, "world"}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in names if len(name) > 3)})\b")


@cache
def diseases() -> dict[str, str]:
    """The disease of each of its names."""
    return by_word("events", "disease")


@cache
def short_kinds() -> frozenset[str]:
    """The kinds of what happens in a day, and is no part of a war although it may happen in one."""
    return frozenset(row["name"] for row in load("events")["kind"] if row.get("short"))


@cache
def placed_kinds() -> frozenset[str]:
    """The kinds of event that are called by their place: "the Ostra floods"."""
    return frozenset(row["name"] for row in load("events")["kind"] if row.get("placed"))


@cache
def lasting(kind: str) -> int:
    """How many days apart two articles may speak of one event of a kind without giving its day."""
    return int(row("events", "kind", kind)["lasting"])
