"""What people give besides the articles: exchange rates, and numbers such as a population, each with its source.

`data/raw/givens.toml` holds them (docs/tables.md). What rests on one says so.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ..errors import Trouble, parsed
from ..kinds.spans import Span
from ..lexicon import load, shown
from .framed import Framed, Member

ELECTORATE = "electorate"  #: the name of the number that turnouts are shares of
LOOSE = 0.02  #: what an exchange rate may be off by on another day, as a part of it
KEYS = ("name", "from", "to", "value", "low", "high", "unit", "source")


@dataclass(frozen=True)
class Given:
    """A number that is given, as an interval, with who says so."""

    name: str
    value: float
    low: float
    high: float
    unit: str | None
    source: str

    @property
    def said(self) -> str:
        """A sentence that names it."""
        return str(load("kinds")["note"]["given"]).format(
            name=self.name, value=shown.number(self.value), source=self.source
        )


@dataclass(frozen=True)
class Givens:
    """Numbers by name, and exchange rates by their two currencies."""

    numbers: Mapping[str, Given] = field(default_factory=dict)
    rates: Mapping[tuple[str, str], Given] = field(default_factory=dict)

    def rate(self, first: str | None, second: str | None) -> tuple[Given, float, float, float] | None:
        """A rate from one currency to another with its value, low and high; turned round where only that is given."""
        one = self.rates.get((first or "", second or ""))
        if one:
            return one, one.value, one.low, one.high
        turned = self.rates.get((second or "", first or ""))
        return (turned, 1 / turned.value, 1 / turned.high, 1 / turned.low) if turned else None


NONE = Givens()


def read_givens(path: Path) -> Givens:
    """The givens of a file; a Trouble names the row that is wrong, and the way out.

    >>> from tempfile import TemporaryDirectory
    >>> row = '[[given]]\\nfrom = "EUR"\\nto = "USD"\\nvalue = 1.1\\nsource = "a bank"\\n'
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "givens.toml").write_text(row)
    ...     read_givens(Path(folder, "givens.toml")).rate("EUR", "USD")[1:]
    (1.1, 1.078, 1.122)
    """
    try:
        content = parsed(tomllib.loads, path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise Trouble(path, f"cannot be read ({error.strerror})", "make it readable, or remove it") from error
    except ValueError as error:
        raise Trouble(path, f"is no TOML: {error}", "see docs/tables.md, givens.toml") from error
    rows = content.get("given")
    if not isinstance(rows, list) or set(content) != {"given"}:
        raise Trouble(path, "holds no [[given]], or something else", "add one with a name, a value and a source")
    numbers: dict[str, Given] = {}
    rates: dict[tuple[str, str], Given] = {}
    for number, row in enumerate(rows, 1):
        given, pair = _given(row, f"{path}, given {number}")
        if pair in rates or (pair is None and given.name in numbers):
            raise Trouble(f"{path}, given {number}", f"{given.name!r} is given twice", "keep one of them")
        if pair:
            rates[pair] = given
        else:
            numbers[given.name] = given
    return Givens(numbers, rates)


def _given(row: Any, place: str) -> tuple[Given, tuple[str, str] | None]:
    """A row as a given, and its two currencies where it is a rate."""
    if not isinstance(row, dict):
        raise Trouble(place, "is no table", "write [[given]]")
    if unknown := sorted(set(row) - set(KEYS)):
        raise Trouble(place, f"{unknown[0]!r} is no part of a given", f"one of {', '.join(KEYS)}")
    if not isinstance(row.get("source"), str) or not row["source"].strip():
        raise Trouble(place, "has no source", 'say who says so: source = "…"')
    numbers = {key: row[key] for key in ("value", "low", "high") if key in row}
    if "value" not in numbers or any(
        isinstance(one, bool) or not isinstance(one, int | float) for one in numbers.values()
    ):
        raise Trouble(place, "has no number as its value", "write value = 1.09")
    pair = (row["from"], row["to"]) if "from" in row and "to" in row else None
    if pair and not all(isinstance(one, str) and len(one) == 3 and one.isupper() for one in pair):
        raise Trouble(place, f"{pair[0]!r} and {pair[1]!r} are no currencies", 'use ISO 4217 codes: from = "EUR"')
    name = row.get("name") or (" to ".join(pair) if pair else None)
    if not isinstance(name, str) or (pair is None and not name.isidentifier()):
        raise Trouble(place, "has no name that a rule can use", 'name = "electorate", or from and to for a rate')
    value, loose = float(numbers["value"]), LOOSE if pair else 0.0
    low, high = float(numbers.get("low", value * (1 - loose))), float(numbers.get("high", value * (1 + loose)))
    if not low <= value <= high or (pair and low <= 0):
        raise Trouble(place, "does not lie between its low and its high", "mend one of the three")
    return Given(name, value, low, high, row.get("unit"), row["source"].strip()), pair


def with_rates(framed: list[Framed], givens: Givens) -> Iterator[Framed]:
    """The frames, those of two currencies with the rate between them where one is given."""
    for frame in framed:
        if frame.kind == "exchange" and (known := _rate_of(frame, givens)):
            given, value, low, high = known
            span = Span(value, (low, high), (low, high), (low, high))
            factor = Member("factor", None, f"{value:g}", span, None, "number", given.name)
            yield replace(frame, members=[*frame.members, factor], notes=[given.said])
        elif frame.kind == "turnout" and (voters := givens.numbers.get(ELECTORATE)):
            span = Span(voters.value, *[(voters.low, voters.high)] * 3)
            whole = Member("whole", None, shown.number(voters.value), span, None, "count", voters.name)
            yield replace(frame, members=[*frame.members, whole], notes=[voters.said])
        else:
            yield frame


def _rate_of(frame: Framed, givens: Givens) -> tuple[Given, float, float, float] | None:
    units = [next((one.unit for one in frame.of(role)), None) for role in ("figure", "again")]
    return givens.rate(*units)
