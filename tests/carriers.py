"""Texts that carry any word of a list, where the list needs no sentence of its own."""

from functools import lru_cache
from typing import Any

from allegedly.lexicon import load


@lru_cache(1 << 16)
def inflect(phrase: str, tag: str) -> str:
    """A phrase in its dictionary form, its first word as this form of it (Penn's tags)."""
    from lemminflect import getInflection

    first, *rest = phrase.split()
    made = getInflection(first, tag) or (first,)
    return " ".join([made[0], *rest])


def _money(word: str, value: list) -> str:
    """A currency's adjective before its noun."""
    return f"They paid 12,000 {word} {load('currencies')['noun'][value[0]][0]} there."


def _titled(text: str) -> Any:
    """The word with a capital, wherever it stands in the text."""
    return lambda word, _: text.replace("{}", word.upper() if len(word) < 3 else word.title())


def _past(text: str, tag: str) -> Any:
    """The word, a dictionary form, as this form of it."""
    return lambda word, _: text.format(inflect(word, tag))


# Where the words of a list need no sentence of their own: the list → a text with the word in it.
CARRIERS: dict[str, Any] = {
    r"predicates\..*\.noun": "The {} was 40.",
    r"predicates\..*\.(?:word|phrase)": "They {} 40.",
    r"predicates\..*\.verb": "They will {} 40.",
    r"things\..*\.words": "There was {} there.",
    r"currencies\.currency\.\w+": _money,
    r"currencies\.noun\.[^.]+": "They paid 12,000 {} there.",
    r"currencies\.alone": "They paid 12,000 {} there.",
    r"currencies\.(?:scaled|before|prefix)": "They paid {} 12,000.",
    r"currencies\.suffix": "It rose to 12,000{} there.",
    r"currencies\.other\.\w+": "They paid 12,000 {} there.",
    r"currencies\.words\.not_codes": "They paid 12,000 {} there.",
    r"currencies\.words\.common": "12 {} there.",
    r"currencies\.prefix": "They paid {}500m.",
    r"numbers\.(?:ones|teens|tens|hundred|scale|dozens?|scores|tens_of)": "They sold {} ships.",
    r"numbers\.(?:scale|dozen|hundred)": "They sold two {} ships.",
    r"numbers\.(?:scores|tens_of)": "{} of ships sank.",
    r"numbers\.letter": "They paid $12{} there.",
    r"numbers\.half": "They sold {} of the ships.",
    r"numbers\.nth": "About a {} of the ships sank.",
    r"numbers\.nths": "Two {} of the ships sank.",
    r"numbers\.ordinal": "The {} ship sank.",
    r"numbers\.vulgar": "It took 2{} hours.",
    r"numbers\.factor": "It was {} as much.",
    r"numbers\.multiplied": "Deaths {} there.",
    r"numbers\.halved": "It {} its staff.",
    r"events\.kind .*\.(?:words|hints)": "A {} hit Norland. Some 12 people died there.",
    r"events\.disease .*\.words": "In Norland 12 people died of {}.",
    r"events\.bodies\.words": _titled("In {} 12 people died. The town of {} mourns."),
    r"events\.weak\.words": "Some 12 {} came there.",
    r"events\.common\.words": _titled("Some 12 people died at {} Moss. The fire at {} Moss burned."),
    r"events\.sites\.words": _titled("Some 12 Halden {} men died at the Halden {}."),
    r"events\.titles\.(?:words|authors)": _titled("Some 12 men died, {} Holm said. {} Holm left."),
    r"events\.saying\.words": "Lena Holm {} that 12 men died.",
    r"events\.linking\.words": "Some 12 men died at Port {} Moss.",
    r"events\.linking\.opening": _titled("{} Moss had a fire. Some 12 men died at {} Moss."),
    r"geography\.countries\.aliases": _titled("Some 12 men died in {}."),
    r"geography\.peoples\.irregular": _titled("Some 12 {} men died."),
    r"geography\.states\.words": _titled("Some 12 men died in {}."),
    r"geography\.(?:world|home)\.words": "Some 12 men died {}.",
    r"geography\.(?:world|home)\.nouns": "Some 12 men died across the {}.",
    r"geography\.placing\.in": "Some 12 men died as a fire burned {} Kaduma.",
    r"geography\.placing\.rest": "A fire burned {} Kaduma. Some 12 men died.",
    r"geography\.placing\.loose": "Some 12 men died on the way {} Kaduma.",
    r"geography\.placing\.region": "Some 12 men died in the Kaduma {} of Norland.",
    r"measures\.fate .*\.nouns": "Some 12 {} came.",
    r"measures\.fate .*\.phrases": _past("Some 12 people {}.", "VBD"),
    r"measures\.fate .*\.phrase[s]": _past("Some 12 people were {}.", "VBN"),
    r"words\.singular": "They saw {} there.",
    r"changes\.strong\.(?:rise|fall)": "The total {} 12 cars.",
    r"changes\.weak\.(?:rise|fall)": "Sales {} 12 percent.",
    r"changes\.only_by\.(?:rise|fall)": "Sales {} by 12 percent.",
    r"changes\.after\.(?:rise|fall)": "It was 12 percent {}.",
    r"changes\.words\.moveword": "Sales rose {} 12 cars.",
}
