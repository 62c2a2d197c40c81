"""True texts with figures rounded as newsrooms round: none may be accused, nearly all must be asked.

    python -m benchmarks.rounded [--texts 10000] [--seed 1] [--show 10]

Each text is a sentence of benchmarks/rounded.toml with figures that hold exactly before they are rounded: amounts small
and large, with and without scale words, to two, three or four digits, percentages whole or to a tenth. `asked`: a
finding rests on all figures of the relation; `accused`: a conflict of severity error or warning. Exit code 1 where a
text is accused or a kind is asked in fewer than 95 of 100.
"""

import argparse
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from allegedly import Document, check, claims, tidy

KINDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf8"))["kind"]
LOUD = ("error", "warning")
WANTED = 0.95
KILOMETRES = 1.609344
Numbers = dict[str, str]


def digits(value: float, count: int) -> float:
    """`value` rounded to so many significant digits.

    >>> digits(1_234_567, 2)
    1200000.0
    """
    return float(f"{value:.{count - 1}e}")


def printed(value: float, count: int, scaled: bool) -> str:
    """An amount as newsrooms print it: rounded to `count` digits, with a scale word where `scaled`.

    >>> printed(1_234_567, 2, True), printed(1_234_567, 3, False), printed(947, 2, True)
    ('1.2 million', '1,230,000', '947')
    """
    for scale, word in ((1e9, "billion"), (1e6, "million")):
        if scaled and value >= 0.9995 * scale:
            whole = digits(value, count) / scale
            decimals = max(0, count - len(f"{int(whole)}"))
            return f"{whole:.{decimals}f} {word}"
    return f"{value if value < 1000 else digits(value, count):,.0f}"


def percent(share: float, decimals: int) -> str:
    return f"{100 * share:.{decimals}f} percent"


class Maker:
    """Makes the figures of one text: how it rounds is drawn once a text."""

    def __init__(self, draw: random.Random):
        self.draw = draw
        self.count, self.scaled = draw.choice((2, 3, 3, 4)), draw.random() < 0.7
        self.decimals, self.money = draw.choice((0, 1)), draw.choice(("$", "€", "£"))

    def amount(self, low: float = 2e3, high: float = 9e9) -> float:
        """An amount whose order of magnitude is drawn evenly."""
        return round(low * (high / low) ** self.draw.random())

    def cash(self, value: float, count: int | None = None) -> str:
        return self.money + printed(value, count or self.count, self.scaled)

    def growth(self) -> Numbers:
        old, share = self.amount(), self.draw.uniform(0.02, 0.9)
        return {"old": self.cash(old), "new": self.cash(old * (1 + share)), "share": percent(share, self.decimals)}

    def fall(self) -> Numbers:
        old, share = self.amount(), self.draw.uniform(0.02, 0.7)
        return {"old": self.cash(old), "new": self.cash(old * (1 - share)), "share": percent(share, self.decimals)}

    def difference(self) -> Numbers:
        old, by = self.amount(2e3, 9e5), self.draw.uniform(0.05, 0.6)
        by = round(old * by)
        shown = {"old": old, "new": old + by, "less": old - by, "by": by}
        return {name: printed(value, max(3, self.count), False) for name, value in shown.items()}

    def sum(self) -> Numbers:
        parts = {name: self.amount(4e3, 4e3) * self.draw.uniform(1, 9) for name in "abc"}
        scale = self.draw.choice((1, 1e3, 1e5))
        shown = {name: value * scale for name, value in parts.items()}
        return {name: self.cash(value) for name, value in (shown | {"total": sum(shown.values())}).items()}

    def share(self) -> Numbers:
        whole = self.amount(300, 9e6)
        part = round(whole * self.draw.uniform(0.03, 0.9))
        count = self.count if self.draw.random() < 0.5 else 9
        shown = {"whole": printed(whole, count, False), "part": printed(part, count, False)}
        return shown | {"share": percent(part / whole, self.decimals)}

    def points(self) -> Numbers:
        low, by = self.draw.uniform(0.03, 0.6), self.draw.uniform(0.005, 0.25)
        return {
            "low": percent(low, self.decimals),
            "high": percent(low + by, self.decimals),
            "points": f"{100 * by:.{self.decimals}f} percentage points",
        }

    def product(self) -> Numbers:
        count, price = self.draw.randint(12, 4_000), self.draw.choice((4, 15, 120, 950, 24_000, 310_000))
        return {"count": f"{count:,}", "price": f"{self.money}{price:,}", "total": self.cash(count * price)}

    def conversion(self) -> Numbers:
        metric = self.draw.choice((self.draw.randint(3, 99), self.draw.randint(100, 2_000)))
        return {"metric": f"{metric:,} kilometres", "imperial": f"{metric / KILOMETRES:,.0f} miles"}


def texts(count: int, seed: int) -> list[tuple[dict, str]]:
    """So many (kind, text), the kinds in turn."""
    draw, made = random.Random(seed), []
    while len(made) < count:
        kind = KINDS[len(made) % len(KINDS)]
        figures: Callable[[], Numbers] = getattr(Maker(draw), kind["name"])
        made.append((kind, draw.choice(kind["texts"]).format(**figures())))
    return made


def main(arguments: list[str]) -> int:
    """Prints asked and accused by kind, and examples of what is not as it should be."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--texts", type=int, default=10_000)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--show", type=int, default=10, help="examples to show")
    given = options.parse_args(arguments)
    told: Counter[tuple[str, str]] = Counter()
    faults: list[str] = []
    for kind, text in texts(given.texts, given.seed):
        findings = check(tidy(claims(Document("a", text))))
        loud = findings["verdict"].eq("conflicts") & findings["severity"].isin(LOUD)
        asked = any(len(set(ids)) >= kind["needs"] for ids in findings["claims"])
        told.update([(kind["name"], "texts")])
        told.update([(kind["name"], "asked")] if asked else [])
        told.update([(kind["name"], "accused")] if loud.any() else [])
        if loud.any() or not asked:
            what = f"accused: {findings[loud]['why'].iloc[0]}" if loud.any() else "not asked"
            faults.append(f"{kind['name']}: {text}\n    {what}")
    print(f"{'kind':12} {'texts':>6} {'asked':>7} {'accused':>8}")
    names = [kind["name"] for kind in KINDS]
    for name in names:
        count, asked = told[name, "texts"], told[name, "asked"]
        print(f"{name:12} {count:6} {asked / max(1, count):7.1%} {told[name, 'accused']:8}")
    print(f"accused {sum(told[name, 'accused'] for name in names)} of {given.texts}")
    faults.sort(key=lambda fault: "accused:" not in fault)
    print(*faults[: given.show], sep="\n")
    short = any(told[name, "asked"] < WANTED * told[name, "texts"] for name in names)
    return int(short or any(told[name, "accused"] for name in names))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
