"""What a printed unit is: its name in the table, what kind of figure it makes, and how many of it make one."""

import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from allegedly.lexicon import load

_STROKES = str.maketrans("łŁøØđĐ", "lLoOdD")  # what Unicode does not take apart


class Unit(NamedTuple):
    """A unit by its ISO 4217 code or pint name."""

    name: str
    kind: str  #: money, share, duration or measure
    parts: float = 1  #: how many printed units make one: 100 for cents
    per: str | None = None  #: what it is a rate of, where its form says so: `tpd`


def exact(words: Iterable[str]) -> list[str]:
    """`words` marked so that their case matters."""
    return [f"={word}" for word in words]


def unit_classes() -> dict[str, list[str]]:
    """The words for units by class, as reading/how_much/kinds.py takes them."""
    money, table = load("currencies"), load("units")["unit"]
    barred = set(money["words"]["not_codes"])
    classes = {
        "money": [form for form in _money_words() if form not in money["words"]["common"]],
        "moneycode": exact(code for code in [*money["currency"], *money["other"]] if code not in barred),
        "moneysign": exact([*money["sign"], *money["scaled"]]),
        "moneybefore": exact(money["before"]),
        "moneyprefix": exact(money["prefix"]),
        "moneypart": list(money["part"]),
        "moneysuffix": exact(money["suffix"]),
        "moneycommon": list(money["words"]["common"]),
    }
    classes["unit"] = [
        *(form for unit in table for form in [*unit.get("words", ()), *exact(unit.get("symbols", ()))]),
        *(form for name in ("money", "moneycode", "moneysign", "moneypart") for form in classes[name]),
    ]
    for kind in ("duration", "share"):
        classes[kind] = [
            form
            for unit in table
            if unit.get("kind") == kind
            for form in [*unit.get("words", ()), *exact(unit.get("symbols", ()))]
        ]
    return classes


def unmarked(word: str) -> str:
    """A word without its diacritics, as many print it.

    >>> unmarked("złotych"), unmarked("córdoba")
    ('zlotych', 'cordoba')
    """
    plain = unicodedata.normalize("NFD", word).translate(_STROKES)
    return "".join(char for char in plain if not unicodedata.combining(char))


@cache
def _money_words() -> dict[str, str]:
    """The code of each word for a currency, in lower case."""
    money = load("currencies")
    found = {form.lower(): code for code, forms in money["other"].items() for form in forms}
    for code, (noun, *whose) in money["currency"].items():
        forms = money["noun"][noun]
        if money["alone"].get(noun) == code:
            found |= dict.fromkeys(forms, code)
        found |= {f"{country.lower()} {form}": code for country in whose for form in forms}
    return {unmarked(form): code for form, code in found.items()} | found


@cache
def _units() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """The units by their symbols as printed, and by their words in lower case."""
    symbols: dict[str, Unit] = {}
    words: dict[str, Unit] = {}
    for unit in load("units")["unit"]:
        found = Unit(unit["name"], unit.get("kind", "measure"), per=unit.get("per"))
        symbols |= dict.fromkeys(unit.get("symbols", ()), found)
        words |= dict.fromkeys((_plain(word) for word in unit.get("words", ())), found)
    money = load("currencies")
    words |= {_plain(word): Unit(code, "money") for word, code in _money_words().items()}
    words |= {word: Unit(code, "money", parts) for word, (code, parts) in money["part"].items()}
    symbols |= {word: Unit(code, "money", parts) for word, (code, parts) in money["suffix"].items()}
    symbols |= {word: Unit(code, "money", parts) for word, (code, parts) in money["scaled"].items()}
    symbols |= {code: Unit(code, "money") for code in [*money["currency"], *money["other"]]}
    symbols |= {sign: Unit(code, "money") for sign, code in (money["sign"] | money["prefix"]).items()}
    return symbols, words


def _plain(word: str) -> str:
    return " ".join(word.lower().replace("-", " ").split())


@lru_cache(1 << 12)
def unit(printed: str) -> Unit | None:
    """The unit that `printed` stands for.

    >>> unit("square miles").name, unit("MW").name, unit("cents")
    ('mile**2', 'megawatt', Unit(name='USD', kind='money', parts=100, per=None))
    """
    symbols, words = _units()
    known = symbols.get(" ".join(printed.split())) or words.get(_plain(printed))
    return known or symbols.get("".join(printed.split())) or guarded(printed)


def beside(name: str, other: str | None) -> str:
    """The unit that `name` is where it stands beside another one: the pounds of `6 pounds 3 ounces` are no money."""
    return str(load("units")["beside"].get(other, {}).get(name, name))


def step(larger: str, smaller: str) -> float | None:
    """How many of the smaller unit make one of the larger, where figures are printed in both.

    >>> step("foot", "inch")
    12
    """
    ladder: dict[str, dict[str, float]] = load("units")["ladder"]
    return ladder.get(larger, {}).get(smaller)


@cache
def factor(unit: str, other: str) -> float | None:
    """How many of `other` make one `unit`; None where they measure different things.

    >>> factor("minute", "hour") == 1 / 60, factor("micrometer", "centimeter"), factor("mile", "USD")
    (True, 0.0001, None)
    """
    if steps := step(unit, other) or step(other, unit):
        return steps if step(unit, other) else 1 / steps
    import pint  # takes a quarter of a second to load; ranges in two units are rare

    try:
        return float(f"{pint.application_registry.get().Quantity(1, unit).to(other).magnitude:.12g}")
    except (pint.errors.PintError, AttributeError, ValueError):
        return None


def smaller_of(larger: str) -> str | None:
    """The unit of a number that follows one of the larger unit without a word: `six feet two`."""
    smaller: dict[str, str] = load("units")["goes_on"]
    return smaller.get(larger)


@cache
def _before() -> dict[str, Unit]:
    """The signs that are money only before a number."""
    return {sign: Unit(code, "money") for sign, code in load("currencies")["before"].items()}


def unit_before(printed: str) -> Unit | None:
    """The currency that a sign before a number stands for: `PS` is pounds there, and horsepower behind it."""
    return _before().get(printed) or unit(printed)


@cache
def _guarded() -> dict[str, Unit]:
    """The units whose forms mean something else but in some company."""
    rows = load("units")["unit"]
    return {form: Unit(row["name"], row.get("kind", "measure")) for row in rows for form in row.get("guarded", ())}


def guarded(printed: str) -> Unit | None:
    """The unit that `printed` is in the right company: `in` is an inch, `pounds` a mass, `C` a degree."""
    return _guarded().get(printed)
